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
      sections = rest.takeLeft(20)
      _ = rest.takeLeft(3)
    } else {
      sections = rest.takeTop(1)
      if area.height >= 16 { _ = rest.takeTop(1) }
    }
    content = rest
  }

  func bar(_ section: EtatEcran.Section) -> SectionBar {
    SectionBar(section, in: sections, isColumn: isWide)
  }
}

/// A list with a heading above it, and what is selected in full below it.
struct EtatListLayout: Hashable, Sendable {
  let heading: Rect
  let list: Rect
  let foot: Rect

  /// Without a heading.
  init(list: Rect, foot: Rect) {
    heading = Rect(column: list.column, row: list.row, width: list.width, height: 0)
    self.list = list
    self.foot = foot
  }

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
    layout.bar(state.etat.section).draw(on: &canvas)
    if layout.isWide {
      canvas.drawVertical(
        at: layout.sections.endColumn + 1, layout.content.row, length: layout.content.height)
    }
    switch state.etat.section {
    case .etapes: EtapesView(state, in: layout.content).draw(on: &canvas)
    case .structure, .pilotage: FicheView(state, in: layout.content).draw(on: &canvas)
    case .acteurs: ActeursView(state, in: layout.content).draw(on: &canvas)
    case .profilStrategique: ProfilView(state, in: layout.content).draw(on: &canvas)
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

extension EtatEcran {
  /// Where the list of the present section stands.
  static func list(_ state: State, in area: Rect) -> EtatListLayout {
    let content = EtatLayout(area).content
    switch state.etat.section {
    case .etapes: return EtapesView(state, in: content).layout
    case .structure, .pilotage: return FicheView(state, in: content).layout
    case .acteurs: return ActeursView(state, in: content).layout
    case .profilStrategique: return ProfilView(state, in: content).layout
    case .participants: return TourDeTableView(state, in: content).layout
    case .seances: return SeancesView(state, in: content).layout
    }
  }
}
