import DPES
import TerminalUI

/// Levels of the four axes as the arbre draws them: a letter at their nodes, and a kind of line.
struct ArbreLook {
  enum Line {
    case whole, dashes, dots, thin

    /// Dots drawn and left out; nil for a whole line.
    var dashes: (on: Int, off: Int)? {
      switch self {
      case .whole, .thin: nil
      case .dashes: (4, 3)
      case .dots: (1, 4)
      }
    }

    var ascii: Unicode.Scalar {
      switch self {
      case .whole: "#"
      case .dashes: "+"
      case .dots: "*"
      case .thin: "-"
      }
    }

    /// A piece of it.
    func sample(_ symbols: SymbolSet) -> String {
      switch self {
      case .whole: symbols.sign("──", ascii: "##")
      case .dashes: symbols.sign("╌╌", ascii: "++")
      case .dots: symbols.sign("··", ascii: "**")
      case .thin: symbols.sign("──", ascii: "--")
      }
    }
  }

  let letter: String
  let name: String
  /// What leaves first where room lacks.
  let detail: String
  /// In the order U P D T.
  let niveaux: [Int]
  let ink: Style.Ink
  let line: Line

  /// What is drawn: the profiles, or today beside the date that was chosen.
  static func looks(_ state: State, _ avancement: Avancement) -> [ArbreLook] {
    guard let mois = state.schema.moisDeLArbre, let schema = state.demarche?.schema else {
      return profils(avancement)
    }
    let moment = avancement.niveaux(a: mois, dans: schema)
    return [
      ArbreLook(
        letter: "A", name: "aujourd’hui", detail: "", niveaux: avancement[.actuel].niveaux,
        ink: .text, line: .whole),
      ArbreLook(
        letter: "B", name: date(mois, moment, schema), detail: "", niveaux: moment.niveaux,
        ink: .accent, line: moment.estPrevu ? .dots : .dashes),
    ]
  }

  /// « prévu à 18 mois, 30/09/2026 ».
  static func date(
    _ mois: Int, _ moment: Avancement.Niveaux, _ schema: SchemaDeProgres
  ) -> String {
    (moment.estPrevu ? "prévu à " : "") + (mois == 0 ? "départ" : "\(mois)\u{A0}mois")
      + (schema.jour(mois).map { ", \($0.frenchShort)" } ?? "")
  }

  /// What was at the start, faint; what is, in white; what is planned, in accent.
  static func profils(_ avancement: Avancement) -> [ArbreLook] {
    [
      ArbreLook(
        letter: "D", name: "départ", detail: "", niveaux: avancement[.depart].niveaux,
        ink: .faint, line: .thin),
      ArbreLook(
        letter: "A", name: "actuel", detail: "", niveaux: avancement[.actuel].niveaux, ink: .text,
        line: .whole),
      ArbreLook(
        letter: "I", name: "intermédiaire",
        detail: ", \(avancement.intermediaireMois)\u{A0}mois",
        niveaux: avancement[.intermediaire].niveaux, ink: .accent, line: .dashes),
      ArbreLook(
        letter: "C", name: "cible", detail: ", \(avancement.dureeMois)\u{A0}mois",
        niveaux: avancement[.cible].niveaux, ink: .accent, line: .dots),
    ]
  }
}
