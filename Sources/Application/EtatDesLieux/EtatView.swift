import DPES
import TerminalUI

/// Where the état des lieux has its sections and the content of the present one.
struct EtatLayout: Hashable, Sendable {
  /// One below the other on the left from 100 columns, else on one row.
  let sections: Rect
  let content: Rect
  let isWide: Bool

  init(_ area: Rect) {
    var rest = area
    isWide = area.width >= 98
    if isWide {
      sections = rest.takeLeft(18)
      _ = rest.takeLeft(3)
    } else {
      sections = rest.takeTop(1)
      if area.height >= 16 { _ = rest.takeTop(1) }
    }
    content = rest
  }

  /// Each section, and where its name stands.
  var places: [(section: EtatState.Section, area: Rect)] {
    var rest = sections
    return EtatState.Section.allCases.map { section in
      if isWide {
        return (section, rest.takeTop(1))
      }
      let place = rest.takeLeft(TextWidth.columns(of: section.title) + 2)
      _ = rest.takeLeft(1)
      return (section, place)
    }
  }
}

/// A list with a heading above it, and what is selected in full below it.
struct EtatListLayout: Hashable, Sendable {
  let heading: Rect
  let list: Rect
  let foot: Rect

  /// The foot takes what the list leaves, a third at least.
  init(_ area: Rect, rows: Int, footRows: Int) {
    var rest = area
    heading = rest.takeTop(1)
    let wanted = max(rest.height / 3, rest.height - rows - 1)
    foot = rest.takeBottom(min(footRows, max(0, wanted)))
    if !foot.isEmpty, rest.height > 8 { _ = rest.takeBottom(1) }
    list = rest
  }
}

enum EtatView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = EtatLayout(area)
    for (section, place) in layout.places {
      let isShown = section == state.etat.section
      canvas.draw(
        " \(section.title) ", at: place.column, place.row,
        isShown ? Style(.accent, [.bold, .reverse]) : .faint, upTo: place.endColumn)
    }
    if layout.isWide {
      canvas.drawVertical(
        at: layout.sections.endColumn + 1, layout.content.row, length: layout.content.height)
    }
    switch state.etat.section {
    case .participants: TourDeTableView(state, in: layout.content).draw(on: &canvas)
    case .seances: SeancesView(state, in: layout.content).draw(on: &canvas)
    }
  }

  /// Sentences in the middle of an area where there is nothing to show.
  static func drawNothing(_ sentences: [String], in area: Rect, on canvas: inout Canvas) {
    let lines = sentences.flatMap { TextWidth.wrap($0, width: max(1, min(60, area.width))) }
    let top = area.row + max(0, (area.height - lines.count) / 2)
    for (row, line) in lines.prefix(area.height).enumerated() {
      let width = TextWidth.columns(of: line)
      canvas.draw(line, at: area.column + (area.width - width) / 2, top + row, .faint)
    }
  }
}

extension State {
  /// Where the list of the present section stands.
  func etatList(in area: Rect) -> EtatListLayout {
    let content = EtatLayout(area).content
    switch etat.section {
    case .participants: return TourDeTableView(self, in: content).layout
    case .seances: return SeancesView(self, in: content).layout
    }
  }
}
