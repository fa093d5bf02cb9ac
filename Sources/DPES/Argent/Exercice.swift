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
    .required("id", \.id),
    .optional("debut", \.debut).called("début").dates(.prevu),
    .optional("fin", \.fin).dates(.prevu),
    .optional("chiffreAffaires", \.chiffreAffaires, .valeur).called("chiffre d’affaires"),
    .optional("marchand", \.marchand, .valeur).called("ventes"),
    .optional("nonMarchand", \.nonMarchand, .valeur).called("subventions, cotisations, dons"),
    .optional("nonMonetaire", \.nonMonetaire, .valeur).called("contributions en nature"),
    .optional("autofinancement", \.autofinancement, .valeur),
    .optional("heuresDonnees", \.heuresDonnees, .quantite).called("heures données"),
    .records("financeurs", \.financeurs).each("financeur", "nom"),
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
    .required("id", \.id),
    // A group is no name that texts could say: « Dons » stays in them.
    .optional("nom", \.nom).names(.auteur),
    .optional("nature", \.nature),
    .optional("montant", \.montant, .valeur),
  ]
}
