import DPES
import TerminalUI

/// The help of the present place: its keys, what the method says of its tool, the method's words.
///
/// Typing filters the first page and the last.
struct Help: Modal {
  var tables: [ActionTable] { page == .method ? [.method, .help] : [.help] }
  var onWall: OnWall { .comes }
  var takesPaste: Bool { page != .method }
  var pastedLines: Int? { field.holdsPaste ? 1 : nil }

  /// Letters filter it.
  func heard(_ state: State) -> [ActionTable] { tables }

  enum Page: Hashable, Sendable, CaseIterable {
    case keys, method, glossary
  }

  var page: Page
  /// The tool that the method's page shows; nil for that of the present place.
  private var outil: Int?
  private let screen: Screen?
  private let section: EtatEcran.Section?
  /// Those of the place where it was opened.
  private let listed: [ActionTable]
  /// Letters of the screen that mean something else beside it.
  private let shared: [KeyGrid.Shared]
  var field = TextField(limit: 100)
  /// The first row of the page that is shown.
  var first = 0

  init(in state: State, _ page: Page = .keys) {
    self.page = page
    screen = state.document == nil ? nil : state.screen
    section = screen == .etat ? state.etat.section : nil
    listed = KeyLine.tables(for: state)
    let isOnScreen = state.isOpen && state.modes.isEmpty && !state.isOnWall
    shared = isOnScreen ? KeyGrid.shared(state) : []
  }

  /// What letters mean here and on the screens beside, those that have what was typed.
  private var sharedSection: HelpPage.Section {
    let typed = field.text.folded.split(separator: " ")
    let entries = shared.map { one in
      let others = one.others.map {
        "\($0.screen.number) \($0.screen.shortTitle)\u{A0}: \($0.action.title)"
      }
      return HelpPage.Entry(
        one.key.label,
        "ici\u{A0}: \(one.here.title)\u{A0}; \(others.joined(separator: "\u{A0}; ")).")
    }
    return HelpPage.Section(
      "La même touche sur les écrans voisins",
      entries.filter { entry in
        let text = "\(entry.keys) \(entry.text)".folded
        return typed.allSatisfy { text.contains($0) }
      })
  }

  /// The keys, or the words, for a state without the help itself, which is what its reasons are
  /// about.
  private func page(_ state: State) -> HelpPage {
    if page == .glossary {
      return Glossary.page(state.aide ?? Aide(), state.suggestions, typed: field.text)
    }
    let sections: [HelpPage.Section] = listed.compactMap { table in
      let actions = Action.matching(field.text, in: [table])
      guard !actions.isEmpty else { return nil }
      return HelpPage.Section(
        table.title ?? section?.names.whole ?? screen?.title ?? "Accueil",
        actions.map { action in
          HelpPage.Entry(
            action.keys.map(\.label).joined(separator: " "), action.help,
            reason: action.impossible(state))
        })
    }
    let meaning =
      field.text.isEmpty ? listedScreen.flatMap { $0.ecran.meaning(state.marks) } : nil
    let first = meaning.map { [$0] } ?? []
    // After what is heard on the screen, before what is heard everywhere.
    guard !shared.isEmpty, let everywhere = sections.last else { return HelpPage(first + sections) }
    return HelpPage(first + sections.dropLast() + [sharedSection, everywhere])
  }

  /// Where the page stands in the content of a window.
  private static func pageArea(in content: Rect, legendRows: Int) -> Rect {
    var area = content.inset(columns: 2, rows: 1)
    _ = area.takeTop(2 + (legendRows == 0 ? 0 : legendRows + 1))
    return area
  }

  /// The screen, where its own keys are listed: not over a mode.
  private var listedScreen: Screen? { listed.contains(.everywhere) ? screen : nil }

  private func legend(_ state: State, in content: Rect) -> [Legend.Line] {
    guard let screen, page == .keys, content.height >= 16 else { return [] }
    return screen.ecran.legend(state.marks)
  }

  private var title: String {
    switch page {
    case .keys: "Aide : \(section?.names.whole ?? screen?.title ?? "accueil")"
    case .method: "La méthode"
    case .glossary: "Glossaire"
    }
  }

  /// Sentences are not read across a wide window; keys stand in columns there.
  private func card(in content: Rect) -> Rect {
    page == .keys
      ? content : content.inset(columns: max(0, (content.width - Self.widest) / 2))
  }

  private static let widest = 118

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let content = card(in: area)
    let card = canvas.drawCard(title: title, content: content.size, in: content)
    if page == .method {
      guard let page = methodPage(state, width: card.width) else {
        canvas.draw(
          "L’aide de la méthode n’est pas là\u{A0}: aide/outils.json.", in: card,
          Style(.faint, on: .card))
        return
      }
      return page.draw(on: &canvas, in: card, first: first)
    }
    canvas.drawPrompt(
      field, placeholder: page == .keys ? "Taper pour filtrer" : "Taper pour chercher un mot",
      in: card)
    let legend = legend(state, in: content)
    for (row, line) in legend.enumerated() {
      let place = Rect(column: card.column, row: card.row + 2 + row, width: card.width, height: 1)
      Legend.draw(line, in: place, on: &canvas)
    }
    let area = Self.pageArea(in: content, legendRows: legend.count)
    let page = page(state.withoutTopMode)
    page.draw(on: &canvas, in: area, first: first, ground: .card)
    if page.sections.allSatisfy(\.entries.isEmpty) {
      canvas.draw("Rien ne correspond.", in: area, Style(.faint, on: .card))
    }
  }

  private func methodPage(_ state: State, width: Int) -> MethodPage? {
    guard let aide = state.aide, let place = outilShown(in: aide) else { return nil }
    return MethodPage(aide.outils[place], in: aide, state.suggestions, width: width - 2)
  }

  /// The tool that is shown: that of the present place until another is chosen.
  private func outilShown(in aide: Aide) -> Int? {
    let here = screen.flatMap { aide.outil(ecran: $0.name, section: section?.rawValue) }
    let place = outil ?? here ?? 0
    return aide.outils.indices.contains(place) ? place : nil
  }

  /// Goes to the next tool, around.
  fileprivate static func stepOutil(_ state: inout State, by steps: Int) -> [Effect] {
    guard var help = state.modes.last as? Help, let aide = state.aide,
      let place = help.outilShown(in: aide)
    else { return [] }
    let count = aide.outils.count
    help.outil = (place + steps + count) % count
    help.first = 0
    return state.replaceMode(help)
  }

  fileprivate static func stepPage(_ state: inout State, by steps: Int) -> [Effect] {
    state.changeMode { (help: inout Help) in
      let all = Page.allCases
      let place = (all.firstIndex(of: help.page) ?? 0) + steps + all.count
      help.page = all[place % all.count]
      help.first = 0
    }
  }

  /// Scrolls by rows, as far as there is something to see.
  mutating func scroll(by rows: Int, _ state: State) {
    let content = card(in: WindowLayout(state.size).content)
    let last: Int
    if page == .method {
      let card = content.inset(columns: 2, rows: 1)
      last = methodPage(state, width: card.width)?.lastFirstRow(in: card) ?? 0
    } else {
      let area = Self.pageArea(in: content, legendRows: legend(state, in: content).count)
      last = page(state.withoutTopMode).lastFirstRow(in: area)
    }
    first = min(max(first + rows, 0), last)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var help = self
    let page = max(1, WindowLayout(state.size).content.height - 6)
    switch key {
    case .up: help.scroll(by: -1, state)
    case .down: help.scroll(by: 1, state)
    case .pageUp: help.scroll(by: -page, state)
    case .pageDown: help.scroll(by: page, state)
    // With a word in the field they are its own.
    case .home where help.page == .method || help.field.isEmpty: help.first = 0
    case .end where help.page == .method || help.field.isEmpty: help.scroll(by: 100_000, state)
    default:
      let typed = help.field.text
      guard help.page != .method, help.field.handle(key) else { return [] }
      if help.field.text != typed { help.first = 0 }
    }
    return state.replaceMode(help)
  }

  func paste(_ text: String, in state: inout State) {
    var help = self
    guard help.page != .method else { return }
    help.field.paste(text)
    help.first = 0
    state.replaceMode(help)
  }
}

extension Action {
  /// What the method says of the tool of the present screen.
  static let method = Action(
    "methode", [.function(10)], "La méthode\u{A0}: cet outil",
    help: "Dit de l’outil de cet écran pourquoi, comment, et ce qu’il faut surveiller."
  ) { $0.open(Help(in: $0, .method)) }

  static let glossary = Action(
    "glossaire", [.control("g")], "Glossaire",
    help: "Montre les mots de la méthode, à chercher en tapant."
  ) { $0.open(Help(in: $0, .glossary)) }
}

extension State {
  /// Whether what the method says of its tools has to be read.
  package var wantsAide: Bool {
    guard aide == nil else { return false }
    if let help = modes.last as? Help, help.page != .keys { return true }
    return screen == .etat && etat.cycle.nommeUnOutil
  }
}

extension ActionTable {
  /// What is heard in the help, beside scrolling and typing.
  static let help = ActionTable(
    "help",
    Action(
      "aide.fermer", [.escape, .enter, .control("c"), .function(1), .function(10)],
      "Fermer l’aide", short: "fermer", weight: 100, help: "Ferme l’aide.",
      perform: { $0.leaveMode() }),
    Action(
      "aide.page", [.tab], "Page suivante de l’aide",
      short: "méthode, glossaire", weight: 90,
      help: "Passe des touches à la méthode, puis au glossaire.",
      perform: { Help.stepPage(&$0, by: 1) }),
    Action(
      "aide.page-avant", [.backTab], "Page précédente de l’aide",
      help: "Revient à la page d’avant.", perform: { Help.stepPage(&$0, by: -1) }))

  /// What is heard on the method's page, beside that.
  static let method = ActionTable(
    "method",
    Action(
      "aide.outil-suivant", [.right], "Outil suivant", short: "autre outil",
      lineKeys: "← →", weight: 80, help: "Passe à l’outil suivant de la méthode.",
      perform: { Help.stepOutil(&$0, by: 1) }),
    Action(
      "aide.outil-precedent", [.left], "Outil précédent",
      help: "Passe à l’outil précédent de la méthode.", perform: { Help.stepOutil(&$0, by: -1) }))
}
