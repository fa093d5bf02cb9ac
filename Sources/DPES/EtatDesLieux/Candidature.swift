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
    .optional("motivation", { $0.motivation }, { $0.motivation = $1 }),
    .optional("valeurs", { $0.valeurs }, { $0.valeurs = $1 }),
    .optional("resultatsAttendus", { $0.resultatsAttendus }, { $0.resultatsAttendus = $1 }),
    .optional("moyens", { $0.moyens }, { $0.moyens = $1 }),
    .optional("actionsMenees", { $0.actionsMenees }, { $0.actionsMenees = $1 }),
    .optional("axesSouhaites", { $0.axesSouhaites }, { $0.axesSouhaites = $1 }),
    .part("moyensParGenre", { $0.moyensParGenre }, { $0.moyensParGenre = $1 }).called(
      "moyens par genre"),
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
      .optional("humains", { $0.humains }, { $0.humains = $1 }),
      .optional("materiels", { $0.materiels }, { $0.materiels = $1 }).called("matériels"),
      .optional("quantitatifs", { $0.quantitatifs }, { $0.quantitatifs = $1 }),
      .optional("qualitatifs", { $0.qualitatifs }, { $0.qualitatifs = $1 }),
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
    .optional("delivreLe", { $0.delivreLe }, { $0.delivreLe = $1 }).dates(.fait)
  ]
}
