/// A person of the tour de table, known by initials.
package struct Participant: IdentifiedRecord {
  package var id = ""
  package var initiales: String?
  package var nom: String?
  package var college: College?
  package var organisme: String?
  package var implication: Implication?
  package var departLe: Day?
  /// Follows the cycle of accompaniment for the structure.
  package var referent = false
  package var others = Others()

  package init() {}

  package static let fields: [Field<Participant>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("initiales", { $0.initiales }, { $0.initiales = $1 }).names(.initiales),
    .optional("nom", { $0.nom }, { $0.nom = $1 }).names(.personne),
    .optional("college", { $0.college }, { $0.college = $1 }).called("collège"),
    .optional("organisme", { $0.organisme }, { $0.organisme = $1 }).names(.organisme),
    .optional("implication", { $0.implication }, { $0.implication = $1 }),
    .optional("departLe", { $0.departLe }, { $0.departLe = $1 }).called("départ le").dates(.prevu),
    .usually("referent", false, { $0.referent }, { $0.referent = $1 }).called("référent"),
  ]
}

extension Demarche {
  /// The ids of the participants who may be meant by a text: their id, or their initials in any
  /// case.
  package func participants(named text: String) -> [String] {
    if participants.contains(where: { $0.id == text }) { return [text] }
    return participants.filter { $0.initiales?.lowercased() == text.lowercased() }.map(\.id)
  }

  /// The id of the only participant who may be meant; nil when there is none, or several.
  package func participant(named text: String) -> String? {
    let found = participants(named: text)
    return found.count == 1 ? found[0] : nil
  }

  /// Adds a participant known by initials alone; the rest is said later.
  ///
  /// - Returns: The participant's id.
  package mutating func ajouterParticipant(
    initiales: String, ids: inout IDGenerator
  ) -> String {
    var participant = Participant()
    participant.initiales = initiales
    return participants.ajouter(participant, ids: &ids)
  }
}

/// One of the four groups that a person speaks from.
package enum College: String, Word {
  case salaries
  case administrateursBenevoles = "administrateurs-benevoles"
  case usagers
  case partenaires

  private var noms: (entier: String, court: String) {
    switch self {
    case .salaries: ("Salariés", "salariés")
    case .administrateursBenevoles: ("Administrateurs et bénévoles", "bénévoles")
    case .usagers: ("Usagers", "usagers")
    case .partenaires: ("Partenaires extérieurs", "partenaires")
    }
  }

  package var nom: String { noms.entier }

  /// The collège in one word, where there is room for no more.
  package var motCourt: String { noms.court }

  /// What so many of its people are called: « 1 usager », « 3 usagers ».
  package func mot(pour nombre: Int) -> String {
    nombre.agreeing(String(motCourt.dropLast()))
  }
}

/// How far a person takes part.
package enum Implication: String, Word {
  case information, consultation, concertation, codecision

  package var nom: String {
    switch self {
    case .information: "Information"
    case .consultation: "Consultation"
    case .concertation: "Concertation"
    case .codecision: "Codécision"
    }
  }
}
