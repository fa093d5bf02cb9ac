import DPES
import TerminalUI

/// The folders of this machine, gone through to choose a file.
struct FolderBrowser: Choice {
  var tables: [ActionTable] { [.folders] }

  enum Purpose: Hashable, Sendable {
    case opening
    /// Choosing a table that comes in.
    case importing

    var title: String {
      switch self {
      case .opening: "Ouvrir une démarche"
      case .importing: "Importer un tableau"
      }
    }

    fileprivate var nothing: String {
      switch self {
      case .opening: "Aucune démarche ni aucun dossier ici."
      case .importing: "Aucun tableau ni aucun dossier ici."
      }
    }

    fileprivate var kind: FolderListing.Entry.Kind { self == .opening ? .demarche : .table }
  }

  let purpose: Purpose
  /// The folder looked into, nil for the places that one begins with.
  private(set) var path: String?
  /// nil while it is being read.
  private(set) var listing: FolderListing?
  private var entries: [FolderListing.Entry] = []
  /// Their names, as they are compared.
  private var folded: [String] = []
  /// Places in ``entries`` that have every word typed.
  private var results: [Int] = []
  /// It begins where a table was found last, should that be there still.
  private var isRemembered = false
  /// The folder come up from, selected again.
  private var origin: String?
  var field = TextField(limit: 200)
  var list = ListView()

  private init(_ purpose: Purpose) { self.purpose = purpose }

  static func open(_ state: inout State, for purpose: Purpose) -> [Effect] {
    if state.hidesNames {
      return HeldBack.open(&state, Names.refusal, way: .names) { open(&$0, for: purpose) }
    }
    var browser = FolderBrowser(purpose)
    if purpose == .importing, let folder = state.tableFolder {
      (browser.path, browser.isRemembered) = (folder, true)
    }
    return state.open(browser) + [.listFolder(browser.path)]
  }

  /// Takes the listing that was asked for; one of a folder left meanwhile is let go.
  static func receive(_ state: inout State, _ listing: FolderListing) -> [Effect] {
    if let browser = state.modes.last as? FolderBrowser, browser.isRemembered,
      browser.path == listing.path, listing.refusal != nil
    {
      return browser.go(to: nil, from: nil, in: &state)
    }
    return state.changeMode { (browser: inout FolderBrowser) in
      guard browser.listing == nil, browser.path == listing.path else { return }
      browser.listing = listing
      browser.entries = listing.entries.filter {
        $0.kind == .folder || $0.kind == browser.purpose.kind
      }
      browser.folded = browser.entries.map(\.name.cherchable)
      browser.filter()
      let row = browser.results.firstIndex { browser.entries[$0].path == browser.origin }
      if let row { browser.list = ListView(selection: row) }
    }
  }

  mutating func filter() {
    let words = field.text.cherchable.split(separator: " ")
    results = entries.indices.filter { place in words.allSatisfy { folded[place].contains($0) } }
    list = ListView()
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (results.count, max(1, WindowLayout(state.size).content.height - 5))
  }

  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: results.count) else { return [] }
    let entry = entries[results[row]]
    switch (entry.kind, purpose) {
    case (.folder, _): return go(to: entry.path, from: nil, in: &state)
    case (_, .opening):
      state.modes.removeLast()
      return [.open(path: entry.path)]
    case (_, .importing):
      state.tableFolder = entry.path.folderPart
      return ImportCard.open(&state, entry.path)
    }
  }

  private func go(to path: String?, from origin: String?, in state: inout State) -> [Effect] {
    var browser = FolderBrowser(purpose)
    (browser.path, browser.origin) = (path, origin)
    return state.replaceMode(browser) + [.listFolder(path)]
  }

  /// ⌫: takes back a letter of the filter, or goes to the folder above.
  fileprivate static func goUp(_ state: inout State) -> [Effect] {
    guard var browser = state.modes.last as? FolderBrowser else { return [] }
    guard browser.field.isEmpty else {
      _ = browser.field.handle(.backspace)
      browser.filter()
      return state.replaceMode(browser)
    }
    guard let path = browser.path else {
      return state.decline("Il n’y a rien au-dessus\u{A0}: Échap ferme.")
    }
    // Above the root are the places that one began with.
    return browser.go(to: path == "/" ? nil : path.folderPart, from: path, in: &state)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let line = { (index: Int, width: Int) in
      Self.line(entries[results[index]], width: width)
    }
    var card = canvas.drawCard(
      title: purpose.title, width: 100, of: results.count, others: results.count < 2 ? 3 : 2,
      in: area, line: line)
    canvas.drawPrompt(field, placeholder: "Taper pour filtrer", in: card.takeTop(1))
    let whole = path ?? "Où chercher\u{A0}?"
    let room = max(1, card.width - 1)
    // The end of a path tells more than its beginning.
    let told =
      TextWidth.fits(whole, room)
      ? whole : state.environment.symbols.sign("…", ascii: ".") + whole.suffix(max(0, room - 1))
    canvas.draw(told, in: card.takeTop(1), Style(.accent, on: .card))
    guard let listing else {
      canvas.draw("Lecture du dossier\u{A0}…", in: card, Style(.faint, on: .card))
      return
    }
    if results.isEmpty {
      let nothing =
        listing.refusal ?? (entries.isEmpty ? purpose.nothing : "Rien ne correspond.")
      let ink: Style.Ink = listing.refusal == nil ? .faint : .orange
      return canvas.drawLines(nothing, in: card, Style(ink, on: .card))
    }
    list.draw(on: &canvas, in: card, of: results.count, line: line)
  }

  private static func line(_ entry: FolderListing.Entry, width: Int) -> ListLine {
    let isFolder = entry.kind == .folder
    var (line, end) = (ListLine(), width)
    if let day = entry.day?.french, TextWidth.columns(of: day) + 20 <= width {
      end = line.add(day, before: width, Style(.faint, on: .card)) - 1
    }
    line.add(
      isFolder ? entry.name + "/" : entry.name, from: 0, upTo: end,
      Style(isFolder ? .accent : .text, on: .card, isFolder ? [] : .bold))
    return line
  }
}

extension ActionTable {
  /// What is heard while a file is chosen, beside typing.
  static let folders = ActionTable(
    "folders",
    Action(
      "fichiers.prendre", [.enter], "Ouvrir", short: "ouvrir", weight: 100,
      help: "Ouvre le dossier, ou prend le fichier, choisi."
    ) { state in (state.modes.last as? FolderBrowser)?.take(in: &state) ?? [] },
    Action(
      "fichiers.remonter", [.backspace], "Dossier au-dessus", short: "monter",
      lineKeys: "⌫", weight: 80, help: "Remonte d’un dossier\u{A0}; efface d’abord ce qui filtre.",
      perform: { FolderBrowser.goUp(&$0) }),
    .leave("fichiers.fermer", help: "Rien n’est choisi."))
}
