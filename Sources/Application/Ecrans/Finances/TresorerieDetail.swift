import DPES
import TerminalUI

/// What there is on a day, in full: the three horizons, and what they come from.
struct TresorerieDetail {
  /// A title, and two rows for each horizon in a narrow window.
  static let rows = 7

  private let point: Tresorerie
  private let area: Rect

  init(_ point: Tresorerie, in area: Rect) {
    (self.point, self.area) = (point, area)
  }

  private var horizons: [(String, String)] {
    let one = point.point
    func euros(_ words: String, _ number: String?) -> String? {
      number.map { "\(words) \($0)\u{A0}€" }
    }
    let sources = [
      [
        euros("disponible", one.disponible?.french),
        euros("par mois", one.depensesMensuelles?.french),
      ],
      [
        euros("signées", one.ressourcesSignees?.french),
        euros("attendues", one.ressourcesAttendues?.french),
      ],
    ].map { $0.compactMap(\.self).joined(separator: ", ") }
    func told(_ answer: String?, _ source: String) -> String {
      guard let answer else { return source.isEmpty ? "non dit" : source }
      return source.isEmpty ? answer : "\(answer) (\(source))"
    }
    return [
      ("Au jour le jour", told(point.court, sources[0])),
      ("Sur l’année", told(point.moyen, sources[1])),
      ("À deux ou trois ans", told(point.long, "")),
    ]
  }

  func draw(on canvas: inout Canvas) {
    var row = area.row
    func put(_ text: String, _ style: Style) {
      for line in TextWidth.wrap(text, width: area.width) where row < area.endRow {
        canvas.draw(line, at: area.column, row, style, upTo: area.endColumn)
        row += 1
      }
    }
    let day = point.point.date.map { " au \($0.french)" } ?? ""
    put("Trésorerie\(day)", .strong)
    for (name, text) in horizons { put("\(name)\u{A0}: \(text)", .text) }
  }
}
