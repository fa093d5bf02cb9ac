import DPES
import TerminalUI

/// What an axis needs at a glance: what it lost, what is late, what comes next.
///
/// Counts of paliers and a rank, never a share.
struct AxisStatus {
  private let tellings: [[Span]]

  init(_ axis: Avancement.ParAxe, marks: Marks) {
    func counts(_ isWord: Bool) -> [[Span]] {
      [(axis.perdus, marks.lost, "perdus"), (axis.enRetard, marks.late, "en retard")]
        .filter { $0.0 > 0 }.map { count, mark, plural in
          let word = isWord ? " \(count.counting(mark.word, plural))" : "\(count)"
          return [Span(mark.sign + word, Style(mark.ink, .bold))]
        }
    }
    let next = Self.next(axis)
    var tellings = [Self.joined(counts(true) + [next.first ?? []])]
    tellings += next.map { Self.joined(counts(false) + [$0]) }
    tellings.append(Self.joined(counts(false)))
    self.tellings = tellings.filter { !$0.isEmpty }
  }

  /// What comes next in words, from the fullest to the shortest.
  private static func next(_ axis: Avancement.ParAxe) -> [[Span]] {
    guard let palier = axis.suivant else {
      return axis.paliers.isEmpty ? [[]] : [[Span("tout est atteint", .faint)]]
    }
    if palier.etat == .perdu {
      return ["à retrouver\u{A0}: palier \(palier.rang)", "retrouver \(palier.rang)"]
        .map { [Span($0, .text)] }
    }
    let when = palier.palier.echeanceMois.map { " à \($0)\u{A0}mois" } ?? ", sans échéance"
    return [
      "suite\u{A0}: palier \(palier.rang)\(when)", "suite \(palier.rang)\(when)",
      "suite \(palier.rang)",
    ].map { [Span($0, .text)] }
  }

  private static func joined(_ parts: [[Span]]) -> [Span] {
    let parts = parts.filter { !$0.isEmpty }
    return parts.enumerated().flatMap { index, part in
      (index == 0 ? [] : [Span(" · ", .faint)]) + part
    }
  }

  /// The fullest telling that so many columns hold; empty when none does, or nothing is to be said.
  func spans(in width: Int) -> [Span] { tellings.first { $0.columns <= width } ?? [] }

  /// Draws it at the right end of a row.
  func drawRight(in area: Rect, on canvas: inout Canvas) {
    let spans = spans(in: area.width)
    guard !spans.isEmpty else { return }
    var rest = area
    canvas.fill(rest.takeRight(spans.columns + 1))
    spans.draw(at: area.endColumn - spans.columns, area.row, upTo: area.endColumn, on: &canvas)
  }
}

extension [Span] {
  /// Draws them side by side, and returns the column after them.
  @discardableResult
  func draw(at column: Int, _ row: Int, upTo end: Int, on canvas: inout Canvas) -> Int {
    reduce(column) { canvas.draw($1.text, at: $0, row, $1.style, upTo: end) }
  }
}
