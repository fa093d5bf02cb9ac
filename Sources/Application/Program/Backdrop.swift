import DPES
import TerminalUI

/// What a move of the selection leaves as it is: header, tabs, bottom line, circle, other lists.
///
/// Drawn when something in it changes, and kept until then.
/// Its key holds all that it is drawn from, so that a kept one is never shown for another state: the
/// view draws a new one when the keys differ.
struct Backdrop: Sendable {
  struct Key: Hashable, Sendable {
    var size: Size
    var screen: Screen
    var panes: [Screen]
    var isASCII: Bool
    /// Grows with each démarche opened and each change of it.
    var opened: Int
    var revision: Int
    var saved: Document.Saved
    var isWithoutVersions: Bool
    var hidesNames: Bool
    var holdsWall: Bool
    /// Letters that follow a refusal are taken: the bottom line says what is heard.
    var holdsText: Bool
    var today: Day
    var version: Version?
    /// Conflicts that wait.
    var conflicts: Int
    var imageID: String?
    var comparedID: String?
    /// What the screens shown draw theirs from.
    var screens: [ValueKey?]
    /// What goes on above the screens decides the bottom line.
    var table: ActionTable?
    /// What the bottom line offers of a mode that leaves out what can't be done now.
    var offered: [String]
    var modes: Int
  }

  let key: Key
  let canvas: Canvas
}

extension State {
  var backdropKey: Backdrop.Key? {
    guard let revision = document?.revision, let saved = document?.saved, !isTooSmall, !isOnWall
    else { return nil }
    let panes = panes.map(\.screen)
    return Backdrop.Key(
      size: size, screen: screen, panes: panes,
      isASCII: environment.isASCII,
      opened: opened, revision: revision, saved: saved,
      isWithoutVersions: document?.withoutVersions != nil, hidesNames: hidesNames,
      holdsWall: heldWall != nil, holdsText: RefusedText.isHeld(self),
      today: environment.today, version: viewing?.version, conflicts: conflicts.waiting.count,
      imageID: shown.imageID, comparedID: shown.comparedID,
      screens: panes.map { $0.ecran.backdropKey(self) },
      table: modes.last?.tables.first, offered: offered, modes: modes.count)
  }

  private var offered: [String] {
    guard let mode = modes.last, mode.offersOnlyPossible else { return [] }
    return mode.tables.flatMap(\.actions).filter { $0.impossible(self) == nil }.map(\.id)
  }

  /// Keeps the backdrop of the present state, for the views to come.
  mutating func keepBackdrop() {
    guard let key = backdropKey else { return }
    if backdrop?.key != key { backdrop = Backdrop(key: key, canvas: drawnBackdrop()) }
  }

  func drawnBackdrop() -> Canvas {
    var canvas = Canvas(size, symbols: environment.symbols)
    HeaderLine.draw(self, in: WindowLayout(size).header, on: &canvas)
    TabLine(self).draw(on: &canvas)
    let panes = panes
    for pane in panes {
      if let title = pane.title {
        let isFocused = pane.screen == screen
        canvas.draw(
          pane.screen.title, in: title, isFocused ? Style(.accent, [.bold, .underline]) : .faint)
      }
      pane.screen.ecran.drawBackdrop(self, in: pane.area, on: &canvas)
    }
    for pane in panes.dropLast() {
      canvas.drawVertical(
        at: pane.area.endColumn + 1, pane.area.row - 2, length: pane.area.height + 2)
    }
    KeyLine(self).draw(on: &canvas)
    return canvas
  }
}
