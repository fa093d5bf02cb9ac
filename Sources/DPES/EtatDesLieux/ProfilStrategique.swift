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
      .usually("etat", .vide, \.etat),
      .scalars("elements", \.elements),
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
    .part("ambition", \.ambition),
    .part("ressourcesInternes", \.ressourcesInternes),
    .part("contraintesInternes", \.contraintesInternes),
    .part("ressourcesEnvironnement", \.ressourcesEnvironnement),
    .part("contraintesEnvironnement", \.contraintesEnvironnement),
    .part("externalitesPositives", \.externalitesPositives),
    .part("externalitesNegatives", \.externalitesNegatives),
    .part("mobilisation", \.mobilisation),
    .part("priorites", \.priorites),
  ]
}
