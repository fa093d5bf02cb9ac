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
  /// More options than a point offers to tick.
  package static let mostOptions = 9
  /// The charter's own, which a new grille begins with.
  package static let charte = "charte-apes"

  package var format = "dpes-referentiel"
  package var version = currentVersion
  package var id = ""
  /// Which edition of the texts: two editions of one référentiel share its id.
  package var edition: String?
  package var nom = ""
  /// The heading that it stands under among others.
  package var famille: String?
  package var description: String?
  package var source: String?
  package var licence: String?
  /// Read theme by theme, and not axis by axis.
  package var parThemes = false
  /// Whose answers they are; nil for the structure's own.
  package var sujet: Sujet?
  /// How many people it is played by, at least: said, never enforced.
  package var personnes: Int?
  /// After so many months the last answers are to be read again.
  package var relire: Int?
  package var themes: [Theme] = []
  /// Points of earlier editions that are asked no more, with their last wording.
  package var retires: [Point] = []
  package var others = Others()

  package init() {}

  package static let fields: [Field<Referentiel>] = [
    .required("format", { $0.format }, { $0.format = $1 }),
    .required("version", { $0.version }, { $0.version = $1 }),
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("edition", { $0.edition }, { $0.edition = $1 }),
    .required("nom", { $0.nom }, { $0.nom = $1 }),
    .optional("famille", { $0.famille }, { $0.famille = $1 }),
    .optional("description", { $0.description }, { $0.description = $1 }),
    .optional("source", { $0.source }, { $0.source = $1 }),
    .optional("licence", { $0.licence }, { $0.licence = $1 }),
    .usually("parThemes", false, { $0.parThemes }, { $0.parThemes = $1 }),
    .optional("sujet", { $0.sujet }, { $0.sujet = $1 }),
    .optional("personnes", { $0.personnes }, { $0.personnes = $1 }, .rang),
    .optional("relire", { $0.relire }, { $0.relire = $1 }, .duree),
    .records("themes", { $0.themes }, { $0.themes = $1 }),
    .records("retires", { $0.retires }, { $0.retires = $1 }),
  ]

  /// What the answers of one sheet are about, where it is not the structure.
  package enum Sujet: String, Word {
    case acteur, fiche
  }

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
      .required("code", { $0.code }, { $0.code = $1 }),
      .optional("axe", { $0.axe }, { $0.axe = $1 }),
      .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      .records("points", { $0.points }, { $0.points = $1 }),
    ]
  }

  /// A question.
  package struct Point: Record {
    /// Where a point comes from, when it is not the source that the référentiel names.
    package enum Origine: String, Word {
      case complement
    }

    /// How a point is answered.
    package enum Forme: String, Word {
      /// Arguments move it along a line that has no scale.
      case curseur
      /// Options are ticked, and a text says what makes one say so.
      case choix
      /// Lines are written.
      case liste
    }

    /// What can be ticked.
    package struct Option: Record {
      /// Unique in its point, for ever.
      package var code = ""
      package var intitule = ""
      package var others = Others()

      package init() {}

      package static let fields: [Field<Option>] = [
        .required("code", { $0.code }, { $0.code = $1 }),
        .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      ]
    }

    /// Unique in the référentiel, for ever.
    package var code = ""
    package var intitule = ""
    /// nil for what there is and what is to be integrated.
    package var forme: Forme?
    /// Of a choix: what can be ticked, in no order of merit.
    package var options: [Option] = []
    /// Of a choix: several options at once.
    package var plusieurs = false
    /// What to look at to answer.
    package var reperes: [String] = []
    package var axe: Axe?
    package var origine: Origine?
    /// A word beside the point, which the network puts there, and without effect.
    package var incontournable = false
    /// Codes that it had in earlier editions.
    package var anciens: [String] = []
    package var others = Others()

    package init() {}

    package static let fields: [Field<Point>] = [
      .required("code", { $0.code }, { $0.code = $1 }),
      .required("intitule", { $0.intitule }, { $0.intitule = $1 }),
      .optional("forme", { $0.forme }, { $0.forme = $1 }),
      .records("options", { $0.options }, { $0.options = $1 }),
      .usually("plusieurs", false, { $0.plusieurs }, { $0.plusieurs = $1 }),
      .scalars("reperes", { $0.reperes }, { $0.reperes = $1 }),
      .optional("axe", { $0.axe }, { $0.axe = $1 }),
      .optional("origine", { $0.origine }, { $0.origine = $1 }),
      .usually("incontournable", false, { $0.incontournable }, { $0.incontournable = $1 }),
      .scalars("anciens", { $0.anciens }, { $0.anciens = $1 }),
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

  /// Whether some of its points have a form of their own: a tool of the manual, or of a network.
  package var estUnOutil: Bool {
    themes.contains { $0.points.contains { $0.forme != nil } }
  }

  /// The points of an axis, by theme in the order of the file; a theme without any is left out.
  package func themes(sur axe: Axe?) -> [(theme: Theme, points: [Point])] {
    themes.compactMap { theme in
      let points = theme.points.filter { ($0.axe ?? theme.axe) == axe }
      return points.isEmpty ? nil : (theme, points)
    }
  }
}
