/// A person of the tour de table, known by initials.
package struct Participant: Record {
  package var id = ""
  package var initiales: String?
  package var nom: String?
  package var college: College?
  package var organisme: String?
  package var implication: Implication?
  package var departLe: Day?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Participant>] = [
    .required("id", \.id),
    .optional("initiales", \.initiales),
    .optional("nom", \.nom),
    .optional("college", \.college),
    .optional("organisme", \.organisme),
    .optional("implication", \.implication),
    .optional("departLe", \.departLe),
  ]
}

/// One of the four groups that a person speaks from.
package enum College: String, Word {
  case salaries
  case administrateursBenevoles = "administrateurs-benevoles"
  case usagers
  case partenaires
}

/// How far a person takes part.
package enum Implication: String, Word {
  case information, consultation, concertation, codecision
}

/// An actor of the map around the structure.
package struct Acteur: Record {
  package enum Nature: String, Word {
    case alliance, opposition, negociation, neutralite, interdependance
  }

  package var id = ""
  package var nom: String?
  package var nature: Nature?
  package var objet: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Acteur>] = [
    .required("id", \.id),
    .optional("nom", \.nom),
    .optional("nature", \.nature),
    .optional("objet", \.objet),
  ]
}
