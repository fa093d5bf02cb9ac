import DPES
import TerminalUI

/// Where the person is on the page of the board.
struct PageDuCAEcran: Sendable {
  /// What the page says, while the screen is shown; nil without a schéma.
  fileprivate(set) var page: PageDuCA?
  /// The axis looked at.
  var axe = Axe.utilite {
    didSet { if axe != oldValue { first = 0 } }
  }
  /// The rows scrolled away.
  var first = 0
  /// What stands where of it.
  fileprivate(set) var view = Kept<PageDuCAView.Key, PageDuCAView>()
  /// What the page was worked out from.
  fileprivate var stamp: Derived.Stamp?
}

extension PageDuCAEcran: Ecran {
  static let place = Screen(
    9, "ca", "Page du CA", short: "CA", PageDuCAEcran.self)

  static let parts = [EcranPart(.ca)]

  static let wallPages: [any WallPage.Type] = [CAPage.self]
  static let wallTable = ActionTable("wall-ca", title: "Page du CA", Action.wallCA)

  static func wallPlace(_ state: State) -> Wall.Place { Wall.Place(axe: state.ca.axe) }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    if let axe = place.axe { state.ca.axe = axe }
  }

  static func follow(_ state: inout State, in area: Rect) {
    guard let page = state.ca.page else {
      state.ca.first = 0
      return
    }
    let view = PageDuCAView.of(state, page, in: area)
    state.ca.first = min(state.ca.first, view.lastFirst)
    state.ca.view.renew(PageDuCAView.Key(state, in: area)) { view }
  }

  static func renew(_ state: inout State) {
    let stamp = state.derived.stamp
    guard state.screen == place, let demarche = state.demarche, state.ca.stamp != stamp
    else { return }
    state.ca.stamp = stamp
    state.ca.page = state.derived.avancement.map { PageDuCA(demarche, $0) }
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    if let page = state.ca.page { PageDuCAView.of(state, page, in: area).draw(on: &canvas) }
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      [Avancement.ParPalier.Etat.tenu, .partiel, .aVenir, .echu, .enRetard, .perdu].map {
        marks.mark($0)
      },
      [Statut.rouge, .orange, .vert, nil].map { marks.mark($0) } + [marks.priorite],
    ]
  }
}

extension State {
  var ca: PageDuCAEcran {
    get { ecrans[PageDuCAEcran.self] }
    _modify { yield &ecrans[PageDuCAEcran.self] }
  }
}

extension Screen {
  /// The page of the board: the four axes side by side.
  package static let ca = PageDuCAEcran.place
}
