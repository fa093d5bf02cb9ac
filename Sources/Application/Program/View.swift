package import TerminalUI

extension State {
  /// The whole screen, for the state's size: a pure function of the state.
  package var view: Canvas {
    if isTooSmall { return tooSmall }
    guard isOpen else { return startScreen }
    if isOnWall { return WallView.canvas(self) }
    var canvas: Canvas
    if let backdrop, backdrop.key == backdropKey {
      canvas = backdrop.canvas
    } else {
      canvas = drawnBackdrop()
    }
    let standing = canvas.selection
    var selection: Position?
    for pane in panes {
      canvas.selection = nil
      pane.screen.ecran.draw(self, in: pane.area, on: &canvas)
      // The other panes follow the screen in hand.
      guard pane.screen == screen else { continue }
      selection = canvas.selection ?? standing.flatMap { pane.area.contains($0) ? $0 : nil }
    }
    canvas.selection = selection
    let content = WindowLayout(size).content
    if let below = modes.dropLast().last, below.staysBehind {
      below.draw(self, in: content, on: &canvas)
      // Its field is not the one typed in.
      canvas.cursor = nil
    }
    modes.last?.draw(self, in: content, on: &canvas)
    // A page to be read begins at its top.
    if !modes.isEmpty, canvas.cursor == nil, canvas.selection == nil { canvas.point(at: content) }
    MessageRow(self).draw(on: &canvas)
    return canvas
  }

  private var startScreen: Canvas {
    var canvas = Canvas(size, symbols: environment.symbols)
    StartView.draw(self, on: &canvas)
    KeyLine(self).draw(on: &canvas)
    modes.last?.draw(self, in: WindowLayout(size).content, on: &canvas)
    MessageRow(self).draw(on: &canvas)
    return canvas
  }

  /// Below 40×12: a polite sentence, as much of it as there is room for.
  private var tooSmall: Canvas {
    var canvas = Canvas(size)
    let needed = State.smallest
    let lines = [
      "Fenêtre trop petite",
      "\(size.width) × \(size.height), il faut \(needed.width) × \(needed.height)",
      "Agrandissez-la, ou Ctrl − pour réduire le texte.", "Rien n’est perdu.",
    ].flatMap { TextWidth.wrap($0, width: max(1, size.width)) }
    for (row, line) in lines.prefix(size.height).enumerated() {
      canvas.draw(line, at: 0, row, row == 0 ? .strong : .text)
    }
    return canvas
  }
}
