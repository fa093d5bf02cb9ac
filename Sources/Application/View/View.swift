package import TerminalUI

extension State {
  /// The whole screen, for the state's size: a pure function of the state.
  package var view: Canvas {
    if isTooSmall { return tooSmall }
    guard isOpen else { return startScreen }
    if isInSalle { return salleView }
    var canvas: Canvas
    if let backdrop, backdrop.key == backdropKey {
      canvas = backdrop.canvas
    } else {
      canvas = drawnBackdrop()
    }
    for pane in panes {
      switch pane.screen {
      case .etat: EtatView.draw(self, in: pane.area, on: &canvas)
      case .grille: GrilleView.draw(self, in: pane.area, on: &canvas)
      case .cercle: CercleView.draw(self, in: pane.area, on: &canvas)
      case .schema: SchemaView.draw(self, in: pane.area, on: &canvas)
      case .tableau: TableauView.draw(self, in: pane.area, on: &canvas)
      case .aFaire: AFaireView.draw(self, in: pane.area, on: &canvas)
      case .finances: FinancesView.draw(self, in: pane.area, on: &canvas)
      case .capitalisation: CapitalisationView.draw(self, in: pane.area, on: &canvas)
      case .ca: PageDuCAView.draw(self, in: pane.area, on: &canvas)
      }
    }
    if let mode = modes.last {
      // A correction in the middle of a read-back stands on the page that is read.
      if case .readBack(let page)? = modes.dropLast().last {
        page.draw(self, in: WindowLayout(size).content, on: &canvas)
      }
      draw(mode, in: WindowLayout(size).content, on: &canvas)
    }
    if notice != nil { KeyLine(self).drawNotice(on: &canvas) }
    return canvas
  }

  private var startScreen: Canvas {
    var canvas = Canvas(size, symbols: environment.symbols)
    StartView.draw(self, on: &canvas)
    KeyLine(self).draw(on: &canvas)
    if let mode = modes.last { draw(mode, in: WindowLayout(size).content, on: &canvas) }
    if notice != nil { KeyLine(self).drawNotice(on: &canvas) }
    return canvas
  }

  private func draw(_ mode: Mode, in area: Rect, on canvas: inout Canvas) {
    switch mode {
    case .capture(let capture): capture.draw(self, in: area, on: &canvas)
    case .edit(let edit): edit.draw(self, in: area, on: &canvas)
    case .search(let search): search.draw(self, in: area, on: &canvas)
    case .actions(let list): list.draw(self, in: area, on: &canvas)
    case .question(let question): question.draw(self, in: area, on: &canvas)
    case .form(let card): card.draw(self, in: area, on: &canvas)
    case .filter(let question): question.draw(self, in: area, on: &canvas)
    case .speakers(let list): list.draw(self, in: area, on: &canvas)
    case .suggestions(let list): list.draw(self, in: area, on: &canvas)
    case .move(let move): move.draw(self, in: area, on: &canvas)
    case .arguments(let card): card.draw(self, in: area, on: &canvas)
    case .college(let question): question.draw(in: area, on: &canvas)
    case .help(let help): help.draw(self, in: area, on: &canvas)
    case .dialog(let dialog): dialog.draw(on: &canvas, in: area)
    case .conflict(let question): question.draw(self, in: area, on: &canvas)
    case .versions(let list): list.draw(self, in: area, on: &canvas)
    case .images(let list): list.draw(self, in: area, on: &canvas)
    case .vote(let mode): mode.draw(self, in: area, on: &canvas)
    case .hands(let hands): hands.draw(self, in: area, on: &canvas)
    case .readBack(let page): page.draw(self, in: area, on: &canvas)
    case .palierMove(let move): move.draw(self, in: area, on: &canvas)
    case .radar(let radar): radar.draw(self, in: area, on: &canvas)
    case .referentiels(let list): list.draw(self, in: area, on: &canvas)
    case .chain(let chain): chain.draw(self, in: area, on: &canvas)
    case .damaged(let damaged): damaged.draw(in: area, on: &canvas)
    case .export(let card): card.draw(self, in: area, on: &canvas)
    case .replacement(let question): question.draw(in: area, on: &canvas)
    case .leaving(let leaving): leaving.draw(self, in: area, on: &canvas)
    // Over the vue salle only, which draws it.
    case .card: break
    }
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
