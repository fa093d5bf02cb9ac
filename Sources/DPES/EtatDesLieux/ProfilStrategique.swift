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
      .usually("etat", .vide, { $0.etat }, { $0.etat = $1 }).called("état"),
      .scalars("elements", { $0.elements }, { $0.elements = $1 }).called("éléments"),
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
    .part("ambition", { $0.ambition }, { $0.ambition = $1 }).merged(.box),
    .part("ressourcesInternes", { $0.ressourcesInternes }, { $0.ressourcesInternes = $1 }).merged(
      .box),
    .part("contraintesInternes", { $0.contraintesInternes }, { $0.contraintesInternes = $1 })
      .merged(.box).called("contraintes internes"),
    .part(
      "ressourcesEnvironnement", { $0.ressourcesEnvironnement }, { $0.ressourcesEnvironnement = $1 }
    ).merged(.box),
    .part(
      "contraintesEnvironnement", { $0.contraintesEnvironnement },
      { $0.contraintesEnvironnement = $1 }
    ).merged(.box).called(
      "contraintes de l’environnement"),
    .part("externalitesPositives", { $0.externalitesPositives }, { $0.externalitesPositives = $1 })
      .merged(.box).called(
        "externalités positives"),
    .part("externalitesNegatives", { $0.externalitesNegatives }, { $0.externalitesNegatives = $1 })
      .merged(.box).called(
        "externalités négatives"),
    .part("mobilisation", { $0.mobilisation }, { $0.mobilisation = $1 }).merged(.box),
    .part("priorites", { $0.priorites }, { $0.priorites = $1 }).merged(.box).called("priorités"),
  ]
}
