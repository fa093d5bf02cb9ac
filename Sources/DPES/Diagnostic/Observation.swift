package import JSONTree

/// One thing that the group saw, on one axis, with one of three meanings.
package struct Observation: Record {
  package var id = ""
  /// Kept along a lineage; the number that the room says aloud.
  package var numero: Int?
  /// nil: « à placer ».
  package var axe: Axe?
  package var statut: Statut?
  package var texte = ""
  /// Other wordings of the same thing.
  package var formulations: [String] = []
  /// A participant's id.
  package var auteur: String?
  package var priorite = false
  package var desaccord = false
  package var minorite: String?
  /// Points of the grille, as `referentiel:code`.
  package var points: [String] = []
  package var arguments: [Argument] = []
  package var mainsLevees: MainsLevees?
  package var place: Place?
  /// The observation of an earlier image that this one continues.
  package var origine: String?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Observation>] = [
    .required("id", \.id),
    .optional("numero", \.numero),
    .optional("axe", \.axe),
    .optional("statut", \.statut),
    .required("texte", \.texte),
    .scalars("formulations", \.formulations),
    .optional("auteur", \.auteur),
    .usually("priorite", false, \.priorite),
    .usually("desaccord", false, \.desaccord),
    .optional("minorite", \.minorite),
    .scalars("points", \.points),
    .records("arguments", \.arguments),
    .optionalPart("mainsLevees", \.mainsLevees),
    .optionalPart("place", \.place),
    .optional("origine", \.origine),
  ]
}

/// What was said for or against an observation's colour.
package struct Argument: Record {
  package enum Sens: String, Word {
    case pour, contre
  }

  package var id = ""
  package var sens: Sens?
  package var texte: String?
  package var auteur: String?
  package var college: College?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Argument>] = [
    .required("id", \.id),
    .optional("sens", \.sens),
    .optional("texte", \.texte),
    .optional("auteur", \.auteur),
    .optional("college", \.college),
  ]
}

/// How the hands went up for each colour.
package struct MainsLevees: Record {
  package var rouge: Int?
  package var orange: Int?
  package var vert: Int?
  package var others = Others()

  package init() {}

  package static let fields: [Field<MainsLevees>] = [
    .optional("rouge", \.rouge),
    .optional("orange", \.orange),
    .optional("vert", \.vert),
  ]
}

/// Where somebody put an observation by hand; its axis decides the sector all the same.
package struct Place: Record {
  /// Degrees clockwise from noon.
  package var angle: JSONNumber?
  /// 0 at the centre, 100 on the rim.
  package var rayon: JSONNumber?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Place>] = [
    .optional("angle", \.angle),
    .optional("rayon", \.rayon),
  ]

  /// The place in degrees clockwise from noon and percents of the radius; nil when one is missing.
  package var polar: (degrees: Double, percent: Double)? {
    guard let degrees = angle?.double, let percent = rayon?.double else { return nil }
    return (degrees, percent)
  }
}
