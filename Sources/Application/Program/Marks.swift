package import DPES
package import TerminalUI

/// The signs of the method: a shape, a letter and a word for each, in colour or not,
/// and never the colour alone.
package struct Marks: Hashable, Sendable {
  /// Unicode, or ASCII for a terminal that shows no others.
  package let symbols: SymbolSet

  /// A sign of one column, the ink it is drawn with, and its word.
  package struct Mark: Hashable, Sendable {
    /// One column: `■`, or a letter in ASCII.
    package let sign: String
    /// The role that it is drawn in; the theme knows the colour.
    package let ink: Style.Ink
    /// As it is said: `rouge`, `non atteint`.
    package let word: String
  }

  /// The signs of a set of symbols.
  package init(_ symbols: SymbolSet) { self.symbols = symbols }

  /// The mark of an observation's status, or of none yet.
  package func mark(_ statut: Statut?) -> Mark {
    switch statut {
    case .rouge: Mark(sign: symbols.sign("■", ascii: "R"), ink: .red, word: Statut.rouge.mot)
    case .orange: Mark(sign: symbols.sign("▲", ascii: "O"), ink: .orange, word: Statut.orange.mot)
    case .vert: Mark(sign: symbols.sign("●", ascii: "V"), ink: .green, word: Statut.vert.mot)
    case nil: Mark(sign: symbols.sign("○", ascii: "_"), ink: .faint, word: "sans statut")
    }
  }

  func mark(_ statut: Realise.Statut?) -> Mark {
    let (letter, shape, ink): (String, String, Style.Ink) =
      switch statut {
      case .atteint: ("A", "✔", .green)
      case .verifie: ("V", "◆", .green)
      case .partiel: ("P", "◐", .orange)
      case .nonAtteint: ("X", "✘", .red)
      case .nonVerifie: ("N", "?", .orange)
      case .nonConcerne: ("C", "–", .faint)
      case nil: (".", "·", .faint)
      }
    return Mark(
      sign: symbols.sign(shape, ascii: letter), ink: ink, word: statut?.mot ?? "rien encore")
  }

  /// The mark of what was entered: of its statut, or of a value that has none yet.
  func mark(_ realise: Realise?) -> Mark {
    realise?.attendUnStatut == true ? unsaid : mark(realise?.statut)
  }

  /// A value of which nobody said what it means.
  var unsaid: Mark { Mark(sign: "=", ink: .accent, word: "statut à dire") }

  func mark(_ etat: Avancement.ParPalier.Etat) -> Mark {
    switch etat {
    case .tenu: Mark(sign: symbols.sign("✔", ascii: "A"), ink: .green, word: "atteint")
    case .perdu: lost
    case .enRetard: late
    case .echu: past
    case .partiel: Mark(sign: symbols.sign("◐", ascii: "P"), ink: .orange, word: "en partie")
    case .aVenir: Mark(sign: symbols.nothing, ink: .faint, word: "à venir")
    case .sansObjet: Mark(sign: symbols.sign("–", ascii: "C"), ink: .faint, word: "sans objet")
    }
  }

  /// An indicator once reached and no longer held.
  var lost: Mark { Mark(sign: symbols.sign("▼", ascii: "\\"), ink: .red, word: "perdu") }

  var priorite: Mark { Mark(sign: "!", ink: .accent, word: "priorité") }

  /// The group disagrees; the minority's sentence is kept.
  var desaccord: Mark { Mark(sign: symbols.sign("≠", ascii: "D"), ink: .accent, word: "désaccord") }

  /// What stands folded behind it.
  var folded: String { symbols.sign("▸", ascii: ">") }

  /// Nothing said yet.
  var nothing: String { symbols.nothing }

  /// Of a cell that is late, or whose deadline has passed; nil for others.
  func passed(_ cell: Avancement.Case) -> Mark? {
    switch cell.etat {
    case .enRetard: late
    case .echue: past
    case .due, .calme: nil
    }
  }

  /// A deadline that has passed while its period still runs: not late yet.
  var past: Mark {
    Mark(sign: symbols.sign("¡", ascii: "E"), ink: .orange, word: EcheancePassee.mot)
  }

  var late: Mark { Mark(sign: "!", ink: .red, word: "en retard") }
}

extension State {
  var marks: Marks { Marks(environment.symbols) }
}
