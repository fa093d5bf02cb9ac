package import JSONTree

/// A set of points to question a structure with: data that a network can extend without code.
///
/// Never an exam: a point is a question, an answer is never a mark. A point is known by its code,
/// which stays when a later edition rewords the point or moves it (`docs/format.md`).
package struct Referentiel: Record {
  /// The newest version of the format that this program reads.
  package static let currentVersion = 1
  /// More points than anybody asks in a room: a file that holds more is refused.
  package static let mostPoints = 2000
  /// The charter's own, which a new grille begins with.
  package static let charte = "charte-apes"

  package var format = "dpes-referentiel"
  package var version = currentVersion
  package var id = ""
  /// Which edition of the texts: two editions of one référentiel share its id.
  package var edition: String?
  package var nom = ""
  package var description: String?
  package var source: String?
  package var licence: String?
  package var themes: [Theme] = []
  /// Points of earlier editions that are asked no more, with their last wording.
  package var retires: [Point] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Referentiel>] = [
    .required("format", \.format),
    .required("version", \.version),
    .required("id", \.id),
    .optional("edition", \.edition),
    .required("nom", \.nom),
    .optional("description", \.description),
    .optional("source", \.source),
    .optional("licence", \.licence),
    .records("themes", \.themes),
    .records("retires", \.retires),
  ]

  /// Points that belong together.
  package struct Theme: Record {
    package var code = ""
    /// The charter's axis of its points, unless a point says its own.
    package var axe: Axe?
    package var intitule = ""
    package var points: [Point] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Theme>] = [
      .required("code", \.code),
      .optional("axe", \.axe),
      .required("intitule", \.intitule),
      .records("points", \.points),
    ]
  }

  /// A question.
  package struct Point: Record {
    /// Where a point comes from, when it is not the source that the référentiel names.
    package enum Origine: String, Word {
      case complement
    }

    /// Unique in the référentiel, for ever.
    package var code = ""
    package var intitule = ""
    /// What to look at to answer.
    package var reperes: [String] = []
    package var axe: Axe?
    package var origine: Origine?
    /// Codes that it had in earlier editions.
    package var anciens: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Point>] = [
      .required("code", \.code),
      .required("intitule", \.intitule),
      .scalars("reperes", \.reperes),
      .optional("axe", \.axe),
      .optional("origine", \.origine),
      .scalars("anciens", \.anciens),
    ]
  }

  /// Reads a file's tree.
  ///
  /// - Throws: ``FormatError``; `notAReferentiel` when the tree does not say that it is one.
  package init(file tree: JSONValue) throws(FormatError) {
    guard tree["format"] == .string("dpes-referentiel") else { throw FormatError(.notAReferentiel) }
    try self.init(tree)
    guard (1...Self.currentVersion).contains(version) else {
      throw FormatError(.unknownVersion(version)).inside("version")
    }
  }

  /// The point that a code names, also by a code that it had, and its axis; nil when there is none.
  package func point(_ code: String) -> (point: Point, theme: Theme?, axe: Axe?)? {
    for theme in themes {
      for point in theme.points where point.code == code || point.anciens.contains(code) {
        return (point, theme, point.axe ?? theme.axe)
      }
    }
    return retires.first { $0.code == code }.map { ($0, nil, $0.axe) }
  }

  /// The points of an axis, by theme in the order of the file; a theme without any is left out.
  package func themes(sur axe: Axe?) -> [(theme: Theme, points: [Point])] {
    themes.compactMap { theme in
      let points = theme.points.filter { ($0.axe ?? theme.axe) == axe }
      return points.isEmpty ? nil : (theme, points)
    }
  }
}
