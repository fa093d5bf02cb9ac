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

  func bar(_ etat: EtatEcran) -> SectionBar {
    SectionBar(etat.section, of: etat.sections, in: sections, isColumn: isWide)
  }
}

/// The content of a section: a list, and what is said around it.
protocol SectionView {
  var layout: ListLayout { get }
  /// What a row of the list says in so many columns.
  func line(_ row: Int, width: Int) -> ListLine
  func draw(on canvas: inout Canvas)
}

extension EtatEcran {
  /// What a section is called where the person reads its name now.
  static func nom(_ section: Section, _ state: State) -> String {
    let places = area(state).map { EtatLayout($0).bar(state.etat).places } ?? []
    let shown = places.first { $0.section == section }?.text.trimmed
    return shown ?? (state.size.width < 100 ? section.names.short : section.names.whole)
  }

  /// The present section, in the area of the screen.
  static func view(_ state: State, in area: Rect) -> any SectionView {
    let content = EtatLayout(area).content
    return switch state.etat.section {
    case .etapes: EtapesView(state, in: content)
    case .structure, .pilotage: FicheView(state, in: content)
    case .acteurs: ActeursView(state, in: content)
    case .profilStrategique: ProfilView(state, in: content)
    case .participants: TourDeTableView(state, in: content)
    case .seances: SeancesView(state, in: content)
    case .cycle: CycleView(state, in: content)
    }
  }
}
