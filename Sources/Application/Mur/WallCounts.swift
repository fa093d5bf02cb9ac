import DPES
import TerminalUI

/// How many of each colour, those without one only when there are any.
struct WallCounts {
  enum Telling {
    /// `■ rouge 2  ▲ orange 2  ● vert 3`
    case words
    /// `■ 2  ▲ 2  ● 3`
    case signs
    /// `■2 ▲2 ●3`
    case tight
  }

  private let parts: [(text: String, ink: Style.Ink)]
  private let gap: Int
  /// The columns that they take.
  let columns: Int

  init(_ group: ImageView.Group, _ marks: Marks, telling: Telling) {
    let counts = group.counts
    let all: [(Statut?, Int)] = [
      (.rouge, counts.rouge), (.orange, counts.orange), (.vert, counts.vert), (nil, counts.sans),
    ]
    // Those « à placer » have no colour yet, or one that is not talked of.
    let isUnplaced = group.axe == nil && telling == .tight
    parts =
      isUnplaced
      ? [("\(group.observations.count)", .text)]
      : all.filter { $0.0 != nil || $0.1 > 0 }.map { statut, count in
        let mark = marks.mark(statut)
        return switch telling {
        case .words: ("\(mark.sign) \(mark.word) \(count)", mark.ink)
        case .signs: ("\(mark.sign) \(count)", mark.ink)
        case .tight: ("\(mark.sign)\(count)", mark.ink)
        }
      }
    let gap = telling == .tight ? 1 : 2
    self.gap = gap
    columns = parts.reduce(-gap) { $0 + TextWidth.columns(of: $1.text) + gap }
  }

  /// Draws them, and returns the column after them.
  @discardableResult
  func draw(at column: Int, _ row: Int, on canvas: inout Canvas) -> Int {
    var column = column - gap
    for part in parts { column = canvas.draw(part.text, at: column + gap, row, Style(part.ink)) }
    return column
  }
}
