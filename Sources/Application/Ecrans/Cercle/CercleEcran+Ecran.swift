import DPES
import TerminalUI

extension CercleEcran: Ecran {
  static let place = Screen(
    3, "cercle", "Cercle de qualité", short: "Cercle", standsBesideOthers: true, CercleEcran.self)

  static func tables(_ state: State) -> [ActionTable] { [.cercle] }

  static let wallPages: [any WallPage.Type] = [
    ObservationPage.self, DisquePage.self, ComparaisonPage.self, VotePage.self, AccueilPage.self,
  ]
  static let wallTable = ActionTable(
    "salle-cercle", title: "Cercle de qualité", Action.salleCercle)

  static func begin(_ state: inout State) { state.cercle.begin(in: state.derived) }

  static func settle(_ state: inout State) {
    if state.derived.image == nil { state.shown = ShownImage() }
    state.cercle.settle(in: state.derived)
  }

  static func renew(_ state: inout State) {
    state.cercle.place(
      state.derived.image, state.derived.imageStamp,
      in: state.isInSalle ? DisquePage.circle(of: state) : CercleLayout.circle(for: state)?.size)
    renewWall(&state)
  }

  static func paste(_ state: inout State, _ text: String) -> [Effect] {
    // A list pasted on the cercle is what the group said: it goes where new words go.
    Capture.begin(&state, pasting: text)
    return []
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    CercleView.draw(state, in: area, on: &canvas)
  }

  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    CercleView.drawBackdrop(state, in: area, on: &canvas)
  }

  private struct BackdropKey: Hashable, Sendable {
    let axe: Axe?
    let isListAlone: Bool
    /// The first observation that the list shows.
    let first: Int
  }

  static func backdropKey(_ state: State) -> ValueKey? {
    let cercle = state.cercle
    return ValueKey(
      BackdropKey(
        axe: cercle.axe, isListAlone: cercle.isListAlone, first: cercle.first(in: state.derived)))
  }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    guard let cercle = state.derived.image?.cercle else { return [] }
    let date = "\(isWide ? "image du " : "")\(cercle.date.french)\(cercle.figee ? ", figée" : "")"
    if let avant = state.derived.image?.avant {
      return ["\(isWide ? date + ", " : "")comparée au \(avant.date.french)"]
    }
    let unplaced = state.derived.image?[nil].observations.count ?? 0
    return [date] + (unplaced > 0 ? ["\(unplaced) à placer"] : [])
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      [Statut.rouge, .orange, .vert, nil].map { marks.mark($0) },
      [marks.priorite, marks.desaccord],
      ComparaisonDImages.Evolution.changesFirst.map {
        marks.mark($0)
      },
    ]
  }

  static func isComparing(_ state: State) -> Bool { state.shown.comparedID != nil }
}

// The chain, and what was changed.
extension CercleEcran {
  static func maillon(_ state: State) -> Maillon? {
    state.cercle.selected(in: state.derived).map { .observation($0.id) }
  }

  static func go(_ state: inout State, to maillon: Maillon) -> Bool {
    guard case .observation(let id) = maillon else { return false }
    guard let image = state.image(ofObservation: id) else { return true }
    state.shown = ShownImage(imageID: image)
    state.show(place)
    state.cercle.select(id, in: state.derived)
    state.accompany(.observation(id), from: place)
    return true
  }

  static func wallPlace(_ state: State) -> Wall.Place {
    let isCompared = state.wallPage?.name == ComparaisonPage.name
    return Wall.Place(
      axe: state.cercle.axe,
      selection: isCompared ? state.cercle.comparee : state.cercle.selectedID)
  }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    if state.wallPage?.name == ComparaisonPage.name {
      state.cercle.axe = place.axe
      state.cercle.comparee = place.selection
      return state.cercle.select(0, in: state.derived)
    }
    if let selection = place.selection {
      state.cercle.select(selection, in: state.derived)
    } else {
      state.cercle.axe = place.axe
      state.cercle.select(0, in: state.derived)
    }
  }

  /// The observation selected leads to the palier that answers it.
  static func accompany(_ state: inout State) {
    guard let id = state.cercle.selectedID else { return }
    state.accompany(.observation(id), from: place)
  }

  /// Selects the first observation that a palier answers.
  static func accompany(_ state: inout State, _ maillon: Maillon) {
    guard let palier = state.palier(of: maillon) else { return }
    let shown = state.derived.image?.cercle.observations ?? []
    for id in palier.observations {
      if let same = shown.first(where: { state.derived.links.areSame($0.id, id) }) {
        state.cercle.select(same.id, in: state.derived)
        return
      }
    }
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    guard let image = state.image(ofObservation: id) else { return false }
    state.shown.imageID = image
    state.renewDerived()
    state.cercle.select(id, in: state.derived)
    return true
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .observation(let id, let image):
      state.shown.imageID = image
      state.renewDerived()
      if state.modes.isEmpty { state.show(place) }
      state.cercle.select(id, in: state.derived)
      state.accompany(.observation(id), from: place)
    case .image(let id), .scrutin(_, let id):
      state.come(to: place)
      if state.demarche?.cercles.contains(where: { $0.id == id }) == true {
        state.shown.imageID = id
      }
      state.renewDerived()
      state.cercle.settle(in: state.derived)
    default: return false
    }
    return true
  }
}

extension State {
  var cercle: CercleEcran {
    get { ecrans[CercleEcran.self] }
    _modify { yield &ecrans[CercleEcran.self] }
  }

  /// The image that an observation is in, by its id.
  func image(ofObservation id: String) -> String? {
    guard let demarche, let place = demarche.lieu(deObservation: id) else { return nil }
    return demarche.cercles[place.cercle].id
  }
}

extension Screen {
  package static let cercle = CercleEcran.place
}
