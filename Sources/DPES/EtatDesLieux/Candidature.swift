/// The texts of a candidature to a network's call.
package struct Candidature: Record {
  package var motivation: String?
  package var valeurs: String?
  package var resultatsAttendus: String?
  package var moyens: String?
  package var actionsMenees: String?
  package var axesSouhaites: String?
  package var moyensParGenre = Moyens()
  package var others = Others()

  package init() {}

  package static let fields: [Field<Candidature>] = [
    .optional("motivation", \.motivation),
    .optional("valeurs", \.valeurs),
    .optional("resultatsAttendus", \.resultatsAttendus),
    .optional("moyens", \.moyens),
    .optional("actionsMenees", \.actionsMenees),
    .optional("axesSouhaites", \.axesSouhaites),
    .part("moyensParGenre", \.moyensParGenre).called("moyens par genre"),
  ]

  /// The means in the call's four words; the text of `moyens` stays, and comes first.
  package struct Moyens: Record {
    package var humains: String?
    package var materiels: String?
    package var quantitatifs: String?
    package var qualitatifs: String?
    package var others = Others()

    package init() {}

    package static let fields: [Field<Moyens>] = [
      .optional("humains", \.humains),
      .optional("materiels", \.materiels).called("matériels"),
      .optional("quantitatifs", \.quantitatifs),
      .optional("qualitatifs", \.qualitatifs),
    ]
  }
}

/// The day that older files hold of a recognition: it reads as a passage of the cycle that takes it up
/// (``Demarche/suivi(de:)``), and becomes one with the first edit of it.
package struct Identifiant: Record {
  package var delivreLe: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Identifiant>] = [
    .optional("delivreLe", \.delivreLe).dates(.fait)
  ]
}
