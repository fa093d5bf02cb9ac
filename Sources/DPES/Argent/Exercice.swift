package import JSONTree

/// One financial year, free in its start and end; amounts in euros.
package struct Exercice: IdentifiedRecord {
  /// Unique in the file.
  package var id = ""
  /// The first day; nil where nobody said.
  package var debut: Day?
  /// The last day; nil where nobody said.
  package var fin: Day?
  /// As somebody wrote it; what was sold is ``ventes``.
  package var chiffreAffaires: JSONNumber?
  /// What was sold.
  package var marchand: JSONNumber?
  /// Money that came without a sale: grants, memberships, gifts.
  package var nonMarchand: JSONNumber?
  /// Gifts in kind, as somebody estimates them; no money.
  package var nonMonetaire: JSONNumber?
  /// What the activity leaves to invest.
  package var autofinancement: JSONNumber?
  /// Hours of volunteers.
  package var heuresDonnees: JSONNumber?
  /// Who pays, by name or by group.
  package var financeurs: [Financeur] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Exercice>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("debut", { $0.debut }, { $0.debut = $1 }).called("début").dates(.prevu),
    .optional("fin", { $0.fin }, { $0.fin = $1 }).dates(.prevu),
    .optional("chiffreAffaires", { $0.chiffreAffaires }, { $0.chiffreAffaires = $1 }, .valeur)
      .called("chiffre d’affaires"),
    .optional("marchand", { $0.marchand }, { $0.marchand = $1 }, .valeur).called("ventes"),
    .optional("nonMarchand", { $0.nonMarchand }, { $0.nonMarchand = $1 }, .valeur).called(
      "subventions, cotisations, dons"),
    .optional("nonMonetaire", { $0.nonMonetaire }, { $0.nonMonetaire = $1 }, .valeur).called(
      "contributions en nature"),
    .optional("autofinancement", { $0.autofinancement }, { $0.autofinancement = $1 }, .valeur),
    .optional("heuresDonnees", { $0.heuresDonnees }, { $0.heuresDonnees = $1 }, .quantite).called(
      "heures données"),
    .records("financeurs", { $0.financeurs }, { $0.financeurs = $1 }).each("financeur", "nom"),
  ]
}

/// Who gives or pays money in a year: one by name, or a group, as « Dons (42) ».
package struct Financeur: IdentifiedRecord {
  /// What the money is.
  package enum Nature: String, Word {
    case marchand
    case nonMarchand = "non-marchand"

    package var nom: String {
      switch self {
      case .marchand: "achète"
      case .nonMarchand: "subvention, cotisation, don"
      }
    }
  }

  package var id = ""
  package var nom: String?
  package var nature: Nature?
  /// Euros.
  package var montant: JSONNumber?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Financeur>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("nom", { $0.nom }, { $0.nom = $1 }).names(.interlocuteur),
    .optional("nature", { $0.nature }, { $0.nature = $1 }),
    .optional("montant", { $0.montant }, { $0.montant = $1 }, .valeur),
  ]
}
