import DPES
import TerminalUI

/// Where the person is on the cercle.
struct CercleEcran: Sendable {
  /// The marks on the circle, for the room there is.
  fileprivate(set) var placement: Placement?
  /// The circle's rings, for the room there is.
  fileprivate(set) var rings: BraillePlot?
  /// What they were last worked out from.
  fileprivate var circleSize: Size?
  fileprivate var drawn = Derived.ImageStamp()
  /// The axis shown; nil for « à placer ».
  var axe: Axe? = .utilite
  /// Whether the other view than the usual one is shown: the list over the whole width, or the circle
  /// alone where both have no room.
  var isOther = false
  /// Where the parts stand, and what that was worked out from.
  fileprivate var arranged: (key: ArrangementKey, layout: CercleLayout)?
  /// What the mouse holds, between a press and its release.
  var grip: Grip?
  private(set) var selectedID: String?
  /// The image shown beside the one before, while the wall shows both.
  var rapprochement: Rapprochement?
  /// The observation of the first line of it that is shown, by its id.
  var comparee: String?
  /// The last vote told, while the wall shows it, and what it was worked out from.
  var vote: VoteResult?
  var voteStamp: Derived.Stamp?
  /// The list of the axis shown.
  private(set) var list = ListView()
  /// Rows that it has on the screen.
  private var height = 1

  /// The selected observation's position on its axis.
  var index: Int { list.selection }

  /// The selected observation.
  func selected(in derived: Derived) -> Observation? {
    derived.image?[axe].observations.dropFirst(index).first
  }

  /// Selects a position on the present axis, or the nearest there is.
  mutating func select(_ position: Int, in derived: Derived) {
    let observations = derived.image?[axe].observations ?? []
    list.select(position, of: observations.count, height: height)
    selectedID = observations.indices.contains(index) ? observations[index].id : nil
  }

  /// Selects an observation by its id, on whatever axis it is.
  mutating func select(_ id: String, in derived: Derived) {
    for group in derived.image?.groups ?? [] {
      guard let position = group.observations.firstIndex(where: { $0.id == id }) else { continue }
      axe = group.axe
      select(position, in: derived)
      return
    }
  }

  /// Starts on the first axis that has observations.
  mutating func begin(in derived: Derived) {
    let first = derived.image?.groups.first { !$0.observations.isEmpty }
    axe = first.map(\.axe) ?? .utilite
    select(0, in: derived)
  }

  /// Goes to another axis, going round.
  mutating func stepAxis(by steps: Int, in derived: Derived) {
    let axes = derived.image?.groups.map(\.axe) ?? Axe.allCases.map(Optional.some)
    axe = axes.around(axe, by: steps)
    list = ListView()
    select(0, in: derived)
  }

  /// Shows the list in so many rows, with its selection among them.
  mutating func show(rows: Int, in derived: Derived) {
    height = rows
    select(index, in: derived)
  }

  /// Keeps the selection on its observation after a change, or on the one that took its place.
  mutating func settle(in derived: Derived) {
    guard let image = derived.image else {
      self = CercleEcran()
      return
    }
    if !image.groups.contains(where: { $0.axe == axe }) { axe = .utilite }
    if let selectedID, selected(in: derived)?.id != selectedID { select(selectedID, in: derived) }
    select(index, in: derived)
  }

  /// Places the marks on the circle anew, as far as the image or the room changed.
  ///
  /// - Complexity: O(observations of the axes that changed).
  mutating func place(_ image: ImageView?, _ stamp: Derived.ImageStamp, in circle: Size?) {
    let hasOtherRoom = circleSize != circle
    if let placement, let image, !hasOtherRoom, let axes = stamp.retouched(since: drawn) {
      var placement = placement
      self.placement = nil
      placement.retouch(axes, in: image)
      self.placement = placement
    } else if hasOtherRoom || drawn != stamp || placement == nil {
      if hasOtherRoom { rings = circle.map(CircleView.rings) }
      circleSize = circle
      placement = circle.flatMap { size in image.map { Placement(of: $0, in: size) } }
    }
    drawn = stamp
  }
}

// The layout is kept from one key to the next: it lays out texts to share the rows.
extension CercleEcran {
  /// All that the layout depends on.
  fileprivate struct ArrangementKey: Hashable, Sendable {
    let area: Rect
    let whole: Rect
    let image: Derived.ImageStamp
    let axe: Axe?
    let isOther: Bool
    let isPlacing: Bool
    /// nil while the detail has a place of its own.
    let selectedID: String?
  }

  /// Where the parts of the cercle stand in an area.
  static func layout(_ state: State, in area: Rect) -> CercleLayout {
    if let arranged = state.cercle.arranged, arranged.key == key(state, in: area, arranged.layout) {
      return arranged.layout
    }
    return CercleLayout(state, in: area)
  }

  /// Works the layout out where something changed that it depends on.
  static func arrange(_ state: inout State, in area: Rect) {
    let arranged = state.cercle.arranged
    if let arranged, arranged.key == key(state, in: area, arranged.layout) { return }
    let layout = CercleLayout(state, in: area)
    state.cercle.arranged = (key(state, in: area, layout), layout)
  }

  private static func key(_ state: State, in area: Rect, _ layout: CercleLayout) -> ArrangementKey {
    ArrangementKey(
      area: area, whole: CercleLayout.whole(state, area), image: state.derived.imageStamp,
      axe: state.cercle.axe,
      isOther: state.cercle.isOther, isPlacing: state.modes.last is Move,
      selectedID: layout.arrangement == .around ? nil : state.cercle.selectedID)
  }
}
