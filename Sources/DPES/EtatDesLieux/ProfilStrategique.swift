/// The nine boxes of the profil stratégique.
package struct ProfilStrategique: Record {
  /// A box: not asked yet, asked and empty (« néant »), or a list.
  package struct Boite: Record {
    package enum Etat: String, Word {
      case vide, neant, renseigne
    }

    package var etat = Etat.vide
    package var elements: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Boite>] = [
      .usually("etat", .vide, \.etat).called("état"),
      .scalars("elements", \.elements).called("éléments"),
    ]
  }

  package var ambition = Boite()
  package var ressourcesInternes = Boite()
  package var contraintesInternes = Boite()
  package var ressourcesEnvironnement = Boite()
  package var contraintesEnvironnement = Boite()
  package var externalitesPositives = Boite()
  package var externalitesNegatives = Boite()
  package var mobilisation = Boite()
  package var priorites = Boite()
  package var others = Others()

  package init() {}

  package static let fields: [Field<ProfilStrategique>] = [
    .part("ambition", \.ambition).merged(.box),
    .part("ressourcesInternes", \.ressourcesInternes).merged(.box),
    .part("contraintesInternes", \.contraintesInternes).merged(.box).called("contraintes internes"),
    .part("ressourcesEnvironnement", \.ressourcesEnvironnement).merged(.box),
    .part("contraintesEnvironnement", \.contraintesEnvironnement).merged(.box).called(
      "contraintes de l’environnement"),
    .part("externalitesPositives", \.externalitesPositives).merged(.box).called(
      "externalités positives"),
    .part("externalitesNegatives", \.externalitesNegatives).merged(.box).called(
      "externalités négatives"),
    .part("mobilisation", \.mobilisation).merged(.box),
    .part("priorites", \.priorites).merged(.box).called("priorités"),
  ]
}
