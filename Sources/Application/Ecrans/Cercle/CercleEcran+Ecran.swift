import DPES
import TerminalUI

extension CercleEcran: Ecran {
  static let place = Screen(
    3, "cercle", "Cercle de qualité", short: "Cercle", standsBesideOthers: true, CercleEcran.self)

  static let parts = [
    EcranPart(.cercle),
    EcranPart(
      "Images", .images,
      only: ["images.figer", "images.relire", "images.nouvelle", "images.comparer"]
    ) { ImageList.open(&$0) },
    EcranPart("Votes", .votes, only: ["votes.nouveau", "votes.ouvrir"]) { VoteList.open(&$0) },
  ]

  static let wallPages: [any WallPage.Type] = [
    ObservationPage.self, DisquePage.self, ComparaisonPage.self, VotePage.self, AccueilPage.self,
  ]
  static func roomPage(_ state: State) -> String? {
    state.shown.comparedID == nil ? nil : ComparaisonPage.name
  }

  static let wallTable = ActionTable(
    "wall-cercle", title: "Cercle de qualité", Action.wallCercle)

  static func begin(_ state: inout State) { state.cercle.begin(in: state.derived) }

  static func settle(_ state: inout State) {
    if state.derived.image == nil { state.shown = ShownImage() }
    state.cercle.settle(in: state.derived)
  }

  static func renew(_ state: inout State) {
    state.cercle.place(
      state.derived.image, state.derived.imageStamp,
      in: state.isOnWall ? DisquePage.circle(of: state) : CercleLayout.circle(for: state)?.size)
    renewWall(&state)
  }

  static func paste(_ state: inout State, _ text: String) -> [Effect] {
    // A list pasted on the cercle is what the group said: it goes where new words go.
    Capture.begin(&state, pasting: text)
    return []
  }

  /// What depends on the selection: the list in hand, its mark, what is said of it.
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = layout(state, in: area)
    guard let image = state.derived.image, layout.arrangement != .questions else { return }
    let group = image[state.cercle.axe]
    if !layout.circle.isEmpty {
      CircleView.drawSelected(state, group, in: layout.circle, on: &canvas)
    }
    let list = layout.list(of: state.cercle.axe)
    let rows = AxisList.draw(state, group, isShown: true, in: list, on: &canvas)
    if !layout.rule.isEmpty {
      canvas.drawHorizontal(at: layout.rule.column, layout.rule.row, length: layout.rule.width)
    }
    let isSaid =
      state.cercle.selected(in: state.derived).map {
        AxisList.isWhole($0, of: group, rows.place(of: state.cercle.index))
      } ?? false
    ObservationDetail.draw(state, in: layout.detail, isSaid: isSaid, on: &canvas)
  }

  /// What does not: the circle and its marks, the other lists.
  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = layout(state, in: area)
    guard let image = state.derived.image, layout.arrangement != .questions else {
      return EmptyCircle.draw(state, layout.circle, in: area, on: &canvas)
    }
    if !layout.circle.isEmpty {
      CircleView.draw(
        state, in: layout.circle, hasNames: layout.arrangement != .around, on: &canvas)
    }
    // Around the circle there is no fifth list: those « à placer » stand in place of the first.
    let shown = state.cercle.axe
    let others = layout.arrangement == .around ? Axe.allCases.map(Optional.some) : []
    for axe in others where axe != shown && layout.list(of: axe) != layout.list(of: shown) {
      AxisList.drawBackdrop(
        state, image[axe], isShown: false, in: layout.list(of: axe), on: &canvas)
    }
    AxisList.drawBackdrop(
      state, image[shown], isShown: true, in: layout.list(of: shown), on: &canvas)
  }

  private struct BackdropKey: Hashable, Sendable {
    let axe: Axe?
    /// Where the parts stand; a list may give rows to what is said of its selection.
    let layouts: [CercleLayout]
  }

  static func backdropKey(_ state: State) -> ValueKey? {
    ValueKey(
      BackdropKey(
        axe: state.cercle.axe, layouts: area(state).map { [layout(state, in: $0)] } ?? []))
  }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    guard let cercle = state.derived.image?.cercle else { return [] }
    let isRegard = cercle.regard != nil
    let frozen = cercle.figee ? (isRegard ? ", figé" : ", figée") : ""
    let day = isRegard ? "pairs, \(cercle.date.french)" : cercle.date.french
    let date = (isWide ? cercle.nom() : day) + frozen
    if isRegard, let avant = state.derived.image?.avant {
      return ["nous \(avant.date.frenchShort) │ pairs \(cercle.date.frenchShort)"]
    }
    if let avant = state.derived.image?.avant {
      return ["\(isWide ? date + ", " : "")comparée au \(avant.date.french)"]
    }
    let unplaced = state.derived.image?[nil].observations.count ?? 0
    return [date] + (unplaced > 0 ? ["\(unplaced) à placer"] : [])
  }

  static func standingLegend(_ state: State) -> Legend.Line {
    [Statut.rouge, .orange, .vert].map { statut in
      let mark = state.marks.mark(statut)
      return Marks.Mark(sign: mark.sign, ink: mark.ink, word: statut.resume)
    }
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      [Statut.rouge, .orange, .vert, nil].map { marks.mark($0) },
      [marks.priorite, marks.desaccord],
      ComparaisonDImages.Evolution.changesFirst.map { marks.mark($0) },
    ]
  }

  static func meaning(_ marks: Marks) -> HelpPage.Section? {
    let statuts = [Statut.rouge, .orange, .vert].map { statut in
      let mark = marks.mark(statut)
      return HelpPage.Entry(
        "\(mark.sign) \(mark.word)", "\(statut.phrase) (\(statut.glose))")
    }
    let distance = HelpPage.Entry("distance", "\(Statut.distance) \(Statut.place)")
    return HelpPage.Section("Ce que dit le cercle", statuts + [distance])
  }

  static func isComparing(_ state: State) -> Bool { state.shown.comparedID != nil }

  static func opener(_ state: State) -> String? {
    guard let image = state.derived.image, !image.isEmpty else { return "cercle.nouvelle" }
    return image.cercle.figee ? "cercle.images" : nil
  }

  // The chain, and what was changed.

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
    if let id = state.cercle.selectedID { state.accompany(.observation(id), from: place) }
  }

  /// Selects the first observation that a palier answers.
  static func accompany(_ state: inout State, _ maillon: Maillon) {
    guard let palier = state.palier(of: maillon) else { return }
    let shown = state.derived.image?.cercle.observations ?? []
    let links = state.derived.links
    let same = palier.observations.lazy.compactMap { id in
      shown.first { links.areSame($0.id, id) }
    }.first
    if let same { state.cercle.select(same.id, in: state.derived) }
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    guard let image = state.image(ofObservation: id) else { return false }
    state.shown.imageID = image
    state.renewDerived()
    state.cercle.select(id, in: state.derived)
    return true
  }

  static func form(_ state: State, of id: String) -> (any FormSubject)? {
    state.imagesEtRegards.contains { $0.id == id } ? ImageForm(id: id) : nil
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
    demarche.flatMap { demarche in
      demarche.lieu(deObservation: id).map { demarche.cercles[$0.cercle].id }
    }
  }
}

extension Screen {
  /// The cercle de qualité: what is seen, by axis and colour.
  package static let cercle = CercleEcran.place
}
