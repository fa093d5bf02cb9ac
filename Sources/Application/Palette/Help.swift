import DPES
import TerminalUI

/// The help of the present place: its signs, then each action with its key, filtered by typing.
struct Help: Hashable, Sendable {
  let screen: Screen?
  let scopes: [Action.Scope]
  var field = TextField(limit: 100)
  /// The first row of the page that is shown.
  var first = 0

  init(in state: State) {
    screen = state.document == nil ? nil : state.screen
    scopes = KeyLine.scopes(for: state)
  }

  /// The page for a state without the help itself, which is what its reasons are about.
  func page(_ state: State) -> HelpPage {
    HelpPage(
      scopes.compactMap { scope in
        let actions = Action.matching(field.text, in: [scope])
        guard !actions.isEmpty else { return nil }
        return HelpPage.Section(
          title(of: scope),
          actions.map { action in
            HelpPage.Entry(
              action.keys.map(\.label).joined(separator: " "), action.help,
              reason: action.impossible(state))
          })
      })
  }

  private func title(of scope: Action.Scope) -> String {
    switch scope {
    case .everywhere: "Partout"
    case .version: "Version d’avant"
    case .salle: "Vue salle"
    default: screen?.title ?? "Accueil"
    }
  }

  /// Where the page stands in the content of a window.
  private static func pageArea(in content: Rect, legendRows: Int) -> Rect {
    var area = content.inset(columns: 2, rows: 1)
    _ = area.takeTop(2 + (legendRows == 0 ? 0 : legendRows + 1))
    return area
  }

  private func legend(_ state: State, in content: Rect) -> [Legend.Line] {
    guard let screen, content.height >= 16 else { return [] }
    return Legend.lines(for: screen, state.marks)
  }

  func draw(_ state: State, in content: Rect, on canvas: inout Canvas) {
    let card = canvas.drawCard(
      title: "Aide : \(screen?.title ?? "accueil")", content: content.size, in: content)
    canvas.put(.prompt, at: card.column, card.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(column: card.column + 2, row: card.row, width: card.width - 2, height: 1),
      placeholder: "Taper pour filtrer")
    let legend = legend(state, in: content)
    for (row, line) in legend.enumerated() {
      let place = Rect(column: card.column, row: card.row + 2 + row, width: card.width, height: 1)
      Legend.draw(line, in: place, on: &canvas)
    }
    let area = Self.pageArea(in: content, legendRows: legend.count)
    page(state.withoutTopMode).draw(on: &canvas, in: area, first: first)
  }

  /// Scrolls by rows, as far as there is something to see.
  mutating func scroll(by rows: Int, _ state: State) {
    let content = WindowLayout(state.size).content
    let area = Self.pageArea(in: content, legendRows: legend(state, in: content).count)
    let last = page(state.withoutTopMode).lastFirstRow(in: area)
    first = min(max(first + rows, 0), last)
  }
}

extension State {
  /// The state as it will be once the mode on top is closed.
  var withoutTopMode: State {
    var state = self
    if !state.modes.isEmpty { state.modes.removeLast() }
    return state
  }

  mutating func press(_ key: Key, in help: Help) -> [Effect] {
    if let action = Action.action(for: key, in: [.help]) {
      return action.performed(in: &self)
    }
    var help = help
    let page = max(1, WindowLayout(size).content.height - 6)
    switch key {
    case .up: help.scroll(by: -1, self)
    case .down: help.scroll(by: 1, self)
    case .pageUp: help.scroll(by: -page, self)
    case .pageDown: help.scroll(by: page, self)
    default:
      guard help.field.handle(key) else { return [] }
      help.first = 0
    }
    replaceMode(.help(help))
    return []
  }

  mutating func paste(_ text: String, in help: Help) {
    var help = help
    help.field.insert(text)
    replaceMode(.help(help))
  }
}

extension Action {
  /// What is heard in the help, beside scrolling and typing.
  static let help = [
    Action(
      "aide.fermer", .help, [.escape, .enter, .control("c"), .function(1)], "Fermer l’aide",
      short: "fermer", weight: 100, help: "Ferme l’aide.", perform: { $0.leaveMode() })
  ]
}
