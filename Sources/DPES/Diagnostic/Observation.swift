package import JSONTree

/// One thing that the group saw, on one axis, with one of three meanings.
///
/// Its copies share what it holds until one of them is changed: an image has thousands, and each
/// key that changes one copies their list, and compares it.
package struct Observation: Record {
  // An array of one shares, and compares its storage first.
  private var contents: [Contents]

  private struct Contents: Hashable {
    var id = ""
    var numero: Int?
    var axe: Axe?
    var statut: Statut?
    var texte = ""
    var formulations: [String] = []
    var auteur: String?
    var priorite = false
    var desaccord = false
    var minorite: String?
    var points: [String] = []
    var arguments: [Argument] = []
    var mainsLevees: MainsLevees?
    var place: Place?
    var origine: String?
    var others = Others()
  }

  private static let blank = [Contents()]

  package init() { contents = Observation.blank }

  package static let fields: [Field<Observation>] = [
    .required("id", \.id),
    .optional("numero", \.numero, .numero).called("numéro").merged(.lowest),
    .optional("axe", \.axe),
    .optional("statut", \.statut),
    .required("texte", \.texte),
    .scalars("formulations", \.formulations),
    .optional("auteur", \.auteur).links(to: .participant).names(.auteur),
    .usually("priorite", false, \.priorite).called("priorité"),
    .usually("desaccord", false, \.desaccord).called("désaccord"),
    .optional("minorite", \.minorite).called("minorité"),
    .scalars("points", \.points).names(.code),
    .records("arguments", \.arguments).each("argument", "texte"),
    .optionalPart("mainsLevees", \.mainsLevees).called("mains levées").merged(.whole),
    .optionalPart("place", \.place).merged(.whole),
    .optional("origine", \.origine).links(to: .observation),
  ]

  package var id: String {
    get { contents[0].id }
    set { contents[0].id = newValue }
  }
  /// Kept along a lineage; the number that the room says aloud.
  package var numero: Int? {
    get { contents[0].numero }
    set { contents[0].numero = newValue }
  }
  /// nil: « à placer ».
  package var axe: Axe? {
    get { contents[0].axe }
    set { contents[0].axe = newValue }
  }
  package var statut: Statut? {
    get { contents[0].statut }
    set { contents[0].statut = newValue }
  }
  package var texte: String {
    get { contents[0].texte }
    set { contents[0].texte = newValue }
  }
  /// Other wordings of the same thing.
  package var formulations: [String] {
    get { contents[0].formulations }
    set { contents[0].formulations = newValue }
  }
  /// A participant's id.
  package var auteur: String? {
    get { contents[0].auteur }
    set { contents[0].auteur = newValue }
  }
  package var priorite: Bool {
    get { contents[0].priorite }
    set { contents[0].priorite = newValue }
  }
  package var desaccord: Bool {
    get { contents[0].desaccord }
    set { contents[0].desaccord = newValue }
  }
  package var minorite: String? {
    get { contents[0].minorite }
    set { contents[0].minorite = newValue }
  }
  /// Points of the grille, as `referentiel:code`.
  package var points: [String] {
    get { contents[0].points }
    set { contents[0].points = newValue }
  }
  package var arguments: [Argument] {
    get { contents[0].arguments }
    set { contents[0].arguments = newValue }
  }
  package var mainsLevees: MainsLevees? {
    get { contents[0].mainsLevees }
    set { contents[0].mainsLevees = newValue }
  }
  package var place: Place? {
    get { contents[0].place }
    set { contents[0].place = newValue }
  }
  /// The observation of an earlier image that this one continues.
  package var origine: String? {
    get { contents[0].origine }
    set { contents[0].origine = newValue }
  }
  package var others: Others {
    get { contents[0].others }
    set { contents[0].others = newValue }
  }
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
    .optional("auteur", \.auteur).links(to: .participant).names(.auteur),
    .optional("college", \.college).called("collège"),
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
    .optional("rouge", \.rouge, .compte),
    .optional("orange", \.orange, .compte),
    .optional("vert", \.vert, .compte),
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
    .optional("angle", \.angle, .angle),
    .optional("rayon", \.rayon, .rayon),
  ]

  /// The place in degrees clockwise from noon and percents of the radius; nil when one is missing.
  package var polar: (degrees: Double, percent: Double)? {
    guard let degrees = angle?.double, let percent = rayon?.double else { return nil }
    return (degrees, percent)
  }
}
