import TerminalUI

/// What a key would have opened and may not be seen here.
///
/// Whoever types on without looking types into nothing: the letters of a title are no orders to the
/// screen below. One key opens it where it may be seen, Échap goes on.
struct HeldBack: Modal {
  /// What lets it open.
  enum Way: Hashable, Sendable {
    /// Leaving the wall.
    case wall
    /// Showing names again.
    case names
  }

  let reason: String
  let way: Way
  let opening: @Sendable (inout State) -> [Effect]

  var tables: [ActionTable] { [way == .wall ? .heldByWall : .heldByNames] }
  var onWall: OnWall { .comes }
  var holdsLetters: Bool { true }

  func heard(_ state: State) -> [ActionTable] { tables }

  func type(_ key: Key, in state: inout State) -> [Effect] { state.decline(reason) }

  func paste(_ text: String, in state: inout State) { state.refuse(reason) }

  /// Its sentence stands in the message row.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {}

  /// Says why something does not open, and waits for one of two keys.
  static func open(
    _ state: inout State, _ reason: String, way: Way,
    _ opening: @escaping @Sendable (inout State) -> [Effect]
  ) -> [Effect] {
    let told = way == .wall ? " F8 l’ouvre à l’écran, Échap reste." : " Échap laisse."
    let mode = HeldBack(reason: reason + told, way: way, opening: opening)
    state.refuse(mode.reason)
    return state.open(mode)
  }

  fileprivate static func proceed(_ state: inout State) -> [Effect] {
    guard let held = state.modes.last as? HeldBack else { return [] }
    state.modes.removeLast()
    let left = held.way == .wall ? WallWindow.toggle(&state) : Names.toggle(&state)
    return left + held.opening(&state)
  }
}

extension HeldBack {
  /// The tables that the screen hears when the wall is left.
  static func tablesOffWall(_ state: State) -> [ActionTable] {
    var screen = state
    screen.wallWindow = nil
    return KeyLine.tables(for: screen)
  }

  /// Holds back what a key opens on the screen and not on the wall; nil where it opens nothing.
  ///
  /// The reason is why the key does nothing on the wall, nil where it means nothing there; the action
  /// refused is what it would have done.
  static func offWall(
    _ state: inout State, _ key: Key, _ reason: String?, of refused: Action? = nil
  ) -> [Effect]? {
    var screen = state
    screen.wallWindow = nil
    guard let action = ActionTable.action(for: key, in: KeyLine.tables(for: screen)),
      action.impossible(screen) == nil
    else { return nil }
    let effects = action.perform(&screen)
    // What is read first opens once it is there.
    let reads = !effects.isEmpty && screen.document?.revision == state.document?.revision
    let isOpener = screen.modes.count > state.modes.count
    // A key of the wall that says why not leads to another key, unless a text would follow.
    guard reason == nil ? reads || isOpener : isOpener && screen.modes.last?.hasField == true
    else { return nil }
    // What the key does on the screen may be something else.
    let isSame = refused?.id.hasSuffix(action.id) ?? true
    let told = isSame ? reason ?? opens(action) : opens(action)
    return open(&state, told, way: .wall) { action.performed(in: &$0) }
  }

  private static func opens(_ action: Action) -> String {
    "«\u{A0}\(action.title)\u{A0}» ne s’ouvre pas au mur."
  }
}

extension ActionTable {
  /// What is heard where the wall holds something back.
  static let heldByWall = ActionTable(
    "heldByWall",
    Action(
      "retenu.ecran", [.function(8)], "L’ouvrir à l’écran", short: "l’ouvre à l’écran", weight: 100,
      help: "Quitte la vue salle et ouvre ce qui ne se montre pas au mur.",
      opensText: true, perform: { HeldBack.proceed(&$0) }),
    .leave("retenu.rester", "Rester ici", short: "reste ici", weight: 90, help: "Reste au mur."))

  /// What is heard where hidden names hold something back.
  static let heldByNames = ActionTable(
    "heldByNames",
    Action(
      "retenu.noms", [.control("n")], "Montrer les noms et l’ouvrir", short: "montre les noms",
      weight: 100, help: "Montre les noms de nouveau, et ouvre ce qui en demande un.",
      opensText: true, perform: { HeldBack.proceed(&$0) }),
    .leave(
      "retenu.laisser", "Laisser", short: "laisse", weight: 90, help: "Les noms restent cachés."))
}
