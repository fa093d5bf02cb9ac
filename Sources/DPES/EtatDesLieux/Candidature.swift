/// The texts of a candidature to the Pas-de-Calais call, and the identifiant once given.
package struct Candidature: Record {
  package var motivation: String?
  package var valeurs: String?
  package var resultatsAttendus: String?
  package var moyens: String?
  package var actionsMenees: String?
  package var axesSouhaites: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Candidature>] = [
    .optional("motivation", \.motivation),
    .optional("valeurs", \.valeurs),
    .optional("resultatsAttendus", \.resultatsAttendus),
    .optional("moyens", \.moyens),
    .optional("actionsMenees", \.actionsMenees),
    .optional("axesSouhaites", \.axesSouhaites),
  ]
}

/// The identifiant of the Pas-de-Calais, renewed every two years.
package struct Identifiant: Record {
  package var delivreLe: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Identifiant>] = [
    .optional("delivreLe", \.delivreLe).dates(.fait)
  ]
}
