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

/// The état des lieux, drawn.
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
}

extension EtatEcran {
  /// Where the list of the present section stands.
  static func list(_ state: State, in area: Rect) -> ListLayout {
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
