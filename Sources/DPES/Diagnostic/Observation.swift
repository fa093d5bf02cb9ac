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
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("numero", { $0.numero }, { $0.numero = $1 }, .numero).called("numéro").merged(
      .lowest),
    .optional("axe", { $0.axe }, { $0.axe = $1 }),
    .optional("statut", { $0.statut }, { $0.statut = $1 }),
    .required("texte", { $0.texte }, { $0.texte = $1 }),
    .scalars("formulations", { $0.formulations }, { $0.formulations = $1 }),
    .optional("auteur", { $0.auteur }, { $0.auteur = $1 }).links(to: .participant).names(.auteur),
    .usually("priorite", false, { $0.priorite }, { $0.priorite = $1 }).called("priorité"),
    .usually("desaccord", false, { $0.desaccord }, { $0.desaccord = $1 }).called("désaccord"),
    .optional("minorite", { $0.minorite }, { $0.minorite = $1 }).called("minorité"),
    .scalars("points", { $0.points }, { $0.points = $1 }).names(.code),
    .records("arguments", { $0.arguments }, { $0.arguments = $1 }).each("argument", "texte"),
    .optionalPart("mainsLevees", { $0.mainsLevees }, { $0.mainsLevees = $1 }).called("mains levées")
      .merged(.whole),
    .optionalPart("place", { $0.place }, { $0.place = $1 }).merged(.whole),
    .optional("origine", { $0.origine }, { $0.origine = $1 }).links(to: .observation),
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
  /// Of a point with a curseur: how many steps it moved it, to the right above 0.
  package var deplacement: Int?
  package var others = Others()

  package init() {}

  package static let fields: [Field<Argument>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("sens", { $0.sens }, { $0.sens = $1 }),
    .optional("texte", { $0.texte }, { $0.texte = $1 }),
    .optional("auteur", { $0.auteur }, { $0.auteur = $1 }).links(to: .participant).names(.auteur),
    .optional("college", { $0.college }, { $0.college = $1 }).called("collège"),
    .optional("deplacement", { $0.deplacement }, { $0.deplacement = $1 }, .deplacement).called(
      "déplacement"),
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
    .optional("rouge", { $0.rouge }, { $0.rouge = $1 }, .compte),
    .optional("orange", { $0.orange }, { $0.orange = $1 }, .compte),
    .optional("vert", { $0.vert }, { $0.vert = $1 }, .compte),
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
    .optional("angle", { $0.angle }, { $0.angle = $1 }, .angle),
    .optional("rayon", { $0.rayon }, { $0.rayon = $1 }, .rayon),
  ]

  /// The place in degrees clockwise from noon and percents of the radius; nil when one is missing.
  package var polar: (degrees: Double, percent: Double)? {
    guard let degrees = angle?.double, let percent = rayon?.double else { return nil }
    return (degrees, percent)
  }
}
