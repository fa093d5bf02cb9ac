import DPES
import TerminalUI

/// The words of the tableau de bord.
struct TableauText {
  let marks: Marks

  /// The mark of a cell's réalisé; nil where nothing is expected and nothing was entered.
  func mark(of cell: Avancement.Case) -> Marks.Mark? {
    guard cell.realise != nil || cell.objectif != nil else { return nil }
    if cell.estPerdue { return marks.lost }
    let mark = marks.mark(cell.realise)
    // What does not count yet on the day is shown, quietly.
    let counts = cell.realise == nil || cell.estConnue
    return counts ? mark : Marks.Mark(sign: mark.sign, ink: .faint, word: mark.word)
  }

  /// The days of a period: « 1er mars → 31 août 2026 ».
  func days(of periode: Periode) -> String? {
    guard let debut = periode.debut, let fin = periode.fin else { return nil }
    let day = debut.day == 1 ? "1er" : String(debut.day)
    let start = debut.year == fin.year ? "\(day) \(debut.frenchMonth)" : debut.french
    return "\(start) \(marks.symbols.arrow) \(fin.french)"
  }

  /// « à atteindre », « à vérifier », « sans objectif ».
  static func words(for objectif: Objectif?) -> String {
    switch objectif {
    case .atteindre: "à atteindre"
    case .verifier: "à vérifier"
    case nil: "aucun"
    }
  }

  /// The first of several wordings that fits, the longest first; else the last.
  static func first(of wordings: [String], fitting columns: Int) -> String {
    wordings.first { TextWidth.fits($0, columns) } ?? wordings.last ?? ""
  }
}
