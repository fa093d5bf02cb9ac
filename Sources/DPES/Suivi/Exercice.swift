package import JSONTree

/// One financial year, free in its start and end; amounts in euros.
package struct Exercice: IdentifiedRecord {
  package var id = ""
  package var debut: Day?
  package var fin: Day?
  package var chiffreAffaires: JSONNumber?
  package var marchand: JSONNumber?
  package var nonMarchand: JSONNumber?
  package var nonMonetaire: JSONNumber?
  package var autofinancement: JSONNumber?
  /// Hours of volunteers.
  package var heuresDonnees: JSONNumber?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Exercice>] = [
    .required("id", \.id),
    .optional("debut", \.debut).called("début").dates(.prevu),
    .optional("fin", \.fin).dates(.prevu),
    .optional("chiffreAffaires", \.chiffreAffaires, .valeur).called("chiffre d’affaires"),
    .optional("marchand", \.marchand, .valeur),
    .optional("nonMarchand", \.nonMarchand, .valeur),
    .optional("nonMonetaire", \.nonMonetaire, .valeur),
    .optional("autofinancement", \.autofinancement, .valeur),
    .optional("heuresDonnees", \.heuresDonnees, .quantite),
  ]
}
