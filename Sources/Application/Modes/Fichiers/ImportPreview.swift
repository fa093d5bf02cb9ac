import DPES
import TerminalUI

/// What a table makes of the open démarche, told before anything is changed, with what it asks.
struct ImportPreview: Modal {
  /// Something asked, and the answer so far.
  struct Row: Hashable, Sendable {
    var asked: TableReading.Asked
    /// Whether it was asked of a table before this one, on lines of that.
    var isKept = false
    /// The answer that is shown; nil where none is proposed.
    var chosen: String?
    /// Whether somebody gave it.
    var isTaken = false
  }

  /// Where the table goes.
  enum Goal: Hashable, Sendable {
    case open
    /// A démarche that is made once the table comes in: until then nothing is.
    case new(folder: String?)
  }

  var tables: [ActionTable] {
    let asked = current.map { rows[$0].asked }
    return [rows.contains { !$0.isTaken } ? .importQuestions : .importPreview]
      + (asked?.options.isEmpty == false ? [.importAnswers] : [])
      + (asked?.takesText == true ? [.importWriting] : [])
  }
  var offersOnlyPossible: Bool { true }
  var tellsItself: Bool { true }

  private(set) var table: ImportedTable
  /// The démarche that it is worked out for: what came from elsewhere since is not written over.
  let base: Demarche
  /// nil while it is being read; the one before an answer stays until the next.
  private(set) var reading: TableReading?
  /// Whether what is shown is of the answers as they are.
  private(set) var isRead = false
  /// What was asked so far.
  private(set) var rows: [Row] = []
  private(set) var goal = Goal.open
  var list = LongList()

  /// Begins with what was answered about the file before.
  init(
    _ table: ImportedTable, into base: Demarche, _ answers: ImportAnswers = ImportAnswers()
  ) {
    self.table = table
    self.base = base
    // Month 0 is not asked of a démarche that has one.
    rows = answers.rows(of: table).filter { !$0.asked.isDay || base.schema.debut == nil }
    self.table.answers = Self.answers(rows)
  }

  /// Those that were given so far.
  private static func answers(_ rows: [Row]) -> [String: String] {
    Dictionary(
      rows.lazy.filter(\.isTaken).compactMap { row in row.chosen.map { (row.asked.id, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// Puts the preview in the place of what the table was chosen in.
  static func open(
    _ state: inout State, _ table: ImportedTable, into base: Demarche
  ) -> [Effect] {
    show(&state, ImportPreview(table, into: base, state.importAnswers))
  }

  /// Shows what a table makes of a démarche that is not made yet.
  static func open(
    _ state: inout State, _ table: ImportedTable, intoNew raisonSociale: String,
    in folder: String?
  ) -> [Effect] {
    let base = Demarche(id: state.environment.ids.next(), raisonSociale: raisonSociale)
    var card = ImportPreview(table, into: base)
    card.goal = .new(folder: folder)
    return show(&state, card)
  }

  /// Shows what a table makes of the démarche that was opened for it.
  static func openOverOpen(_ state: inout State, _ table: ImportedTable) -> [Effect] {
    if let reason = state.readOnlyReason { return state.decline(reason) }
    guard let demarche = state.document?.demarche else { return [] }
    return open(&state, table, into: demarche)
  }

  private static func show(_ state: inout State, _ card: ImportPreview) -> [Effect] {
    // What was said before is not of the table.
    (state.notice, state.said) = (nil, nil)
    if state.modes.last is ImportCard { state.modes.removeLast() }
    return state.open(card) + [.readTable(card.table, into: card.base)]
  }

  func leave(_ state: inout State) {
    state.modes.removeLast()
    if goal != .open { state.say("Rien n’est importé, et aucune démarche n’est créée.") }
  }

  /// Takes what was read; that of a table given up meanwhile is let go.
  static func receive(_ state: inout State, _ reading: TableReading, of table: ImportedTable) {
    let place = state.modes.lastIndex { ($0 as? ImportPreview)?.table == table }
    guard let place, var card = state.modes[place] as? ImportPreview else { return }
    card.reading = reading
    card.isRead = true
    // What was answered of another table of the same columns, and is not in this one.
    card.rows.removeAll { $0.isTaken && reading.unused.contains($0.asked.id) }
    // What is asked again was not settled by its answer.
    let again = Set(reading.asked.map(\.id))
    for place in card.rows.indices where again.contains(card.rows[place].asked.id) {
      card.rows[place].isTaken = false
    }
    card.take(reading.asked, state)
    state.modes[place] = card
  }

  /// Takes what is asked now; the question that somebody is at stays theirs.
  private mutating func take(_ asked: [TableReading.Asked], _ state: State) {
    let here = question(at: list.selection).map { rows[$0].asked.id }
    let (again, known) = (Set(asked.map(\.id)), Set(rows.map(\.asked.id)))
    let now = Dictionary(asked.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for place in rows.indices {
      guard let one = now[rows[place].asked.id] else { continue }
      (rows[place].asked, rows[place].isKept) = (one, false)
    }
    // What another answer settled is asked no more.
    rows.removeAll { !$0.isTaken && !again.contains($0.asked.id) }
    rows += asked.filter { !known.contains($0.id) }.map { Row(asked: $0, chosen: $0.proposal) }
    // What is taken as it seems stands among the answers: another one is a key away.
    rows += (reading?.told ?? []).filter { one in !rows.contains { $0.asked.id == one.id } }
      .map { Row(asked: $0, chosen: $0.proposal, isTaken: true) }
    let open = rows.indices.filter { !rows[$0].isTaken }
    let same = (open.isEmpty ? Array(rows.indices) : open).first { rows[$0].asked.id == here }
    list = LongList()
    select((same ?? open.first).map(item(ofQuestion:)) ?? 0, state)
  }

  private mutating func select(_ item: Int, _ state: State) {
    let (width, height) = room(state)
    let card = self
    list.select(item, of: count, height: height) { card.rowCount($0, width: width) }
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let (width, height) = room(state)
    return changed(in: &state) { card in
      card.list.handle(key, of: count, height: height) { rowCount($0, width: width) }
    }
  }

  /// Why nothing can be imported; nil when something can.
  fileprivate static let refusal: @Sendable (State) -> String? = { state in
    guard let card = state.modes.last as? ImportPreview, card.isRead, let reading = card.reading
    else { return "Le fichier n’est pas encore lu." }
    return reading.demarche == nil ? "Il n’y a rien à importer\u{A0}: Échap ferme." : nil
  }

  /// Entrée: all of it, as one step of undo.
  fileprivate static func confirm(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ImportPreview, let done = card.reading?.demarche else {
      return []
    }
    state.importAnswers.keep(card, isConfirmed: true)
    let imported = ImportedDemarche(
      base: card.base, done, from: card.table.source.lastPathPart, kind: card.table.kind)
    // The card stays until there is a démarche: should none be made, nothing is lost.
    if case .new(let folder) = card.goal {
      let name = card.base.structure.raisonSociale
      return [.create(raisonSociale: name, folder: folder, imported: imported)]
    }
    state.modes.removeLast()
    return takeIn(&state, imported)
  }

  /// Takes in what a table brings, as one step of undo.
  static func takeIn(_ state: inout State, _ imported: ImportedDemarche) -> [Effect] {
    let effects = Arrival.change(
      &state, since: imported.base, called: "l’import de \(imported.name)"
    ) { demarche, _ in
      demarche = imported.demarche
      return true
    }
    if !effects.isEmpty {
      let place = imported.kind.map { ", \($0.place)" } ?? ""
      state.say("\(imported.name) est importé\(place)\u{A0}; u l’annule d’un coup.")
    }
    return effects
  }
}

// What it asks.
extension ImportPreview {
  /// The question that a key is about: the selected one, else the first without an answer.
  private var current: Int? {
    question(at: list.selection) ?? rows.firstIndex { !$0.isTaken }
  }

  /// Entrée: takes the answer that is shown, and goes to the next question; after the last, the
  /// table is read with the answers.
  fileprivate static func answer(_ state: inout State) -> [Effect] {
    guard var card = state.modes.last as? ImportPreview, let place = card.current else { return [] }
    // An answer given before leads to the next question.
    let open = card.rows[place].isTaken ? card.rows.firstIndex { !$0.isTaken } ?? place : place
    guard card.rows[open].chosen != nil else {
      card.select(card.item(ofQuestion: open), state)
      state.replaceMode(card)
      return state.decline(
        card.rows[open].asked.takesText ? "m écrit la réponse." : "← et → choisissent une réponse.")
    }
    card.rows[open].isTaken = true
    return card.goOn(in: &state)
  }

  /// Has the table read with the answers so far, and goes to the next question, or stays at one whose
  /// answer was changed.
  private func goOn(in state: inout State, changed: Int? = nil) -> [Effect] {
    var card = self
    state.importAnswers.keep(card)
    card.table.answers = Self.answers(rows)
    card.isRead = false
    let shown = changed ?? rows.firstIndex { !$0.isTaken }
    card.select(shown.map(card.item(ofQuestion:)) ?? 0, state)
    return state.replaceMode(card) + [.readTable(card.table, into: base)]
  }

  /// ← and →: another of the answers of a question.
  fileprivate static func turn(_ state: inout State, by step: Int) -> [Effect] {
    guard var card = state.modes.last as? ImportPreview, let place = card.current else { return [] }
    let values = card.rows[place].asked.options.map(\.value)
    guard !values.isEmpty else { return state.decline("m écrit la réponse.") }
    let now = card.rows[place].chosen.flatMap(values.firstIndex(of:))
    let next =
      now.map { ($0 + step + values.count) % values.count } ?? (step > 0 ? 0 : values.count - 1)
    card.rows[place].chosen = values[next]
    card.select(card.item(ofQuestion: place), state)
    // One that was given already is given anew.
    guard card.rows.allSatisfy(\.isTaken) else { return state.replaceMode(card) }
    return card.goOn(in: &state, changed: place)
  }

  /// m: an answer in other words than those proposed.
  fileprivate static func write(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ImportPreview, let place = card.current else { return [] }
    let asked = card.rows[place].asked
    let chosen = card.rows[place].chosen ?? asked.written
    let day = asked.isDay ? Day(iso: chosen)?.frenchShort : nil
    return state.ask(
      "\(asked.text)\u{A0}?\(asked.nothing)",
      for: ImportAnswer(id: asked.id, isDay: asked.isDay, takesNothing: !asked.nothing.isEmpty),
      day ?? chosen, isProposed: asked.isDay)
  }

  /// Takes an answer that was typed.
  fileprivate static func take(_ text: String, for id: String, in state: inout State) -> [Effect] {
    guard var card = state.modes.last as? ImportPreview,
      let place = card.rows.firstIndex(where: { $0.asked.id == id })
    else { return [] }
    card.rows[place].chosen = text
    card.rows[place].isTaken = true
    return card.goOn(in: &state)
  }
}

extension TableReading.Asked {
  /// What an empty answer says, where it is one.
  fileprivate var nothing: String {
    options.first { $0.value.isEmpty }.map { " (vide\u{A0}: \($0.words))" } ?? ""
  }
}

/// The answer to a question of a table, in one's own words.
struct ImportAnswer: QuestionSubject {
  let id: String
  let isDay: Bool
  let takesNothing: Bool

  private func day(_ text: String, _ state: State) -> Day? {
    isDay ? Day(ecrit: text, le: state.environment.today, .fait) : nil
  }

  func refusal(of text: String, _ state: State) -> String? {
    isDay && day(text, state) == nil ? "Écrivez un jour, comme 12/03/2026." : nil
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    ImportPreview.take(day(text, state)?.iso ?? text, for: id, in: &state)
  }
}

extension ActionTable {
  /// What is heard over what a table would make of the démarche.
  static let importPreview = ActionTable(
    "importPreview",
    Action(
      "import.confirmer", [.enter], "Importer", short: "importer", weight: 100,
      help: "Ajoute tout ce que dit le fichier\u{A0}; u l’annule d’un coup.",
      impossible: ImportPreview.refusal, perform: { ImportPreview.confirm(&$0) }),
    .leave("import.renoncer", "Renoncer", help: "Rien n’est importé."))

  /// What is heard instead while it asks something.
  static let importQuestions = ActionTable(
    "importQuestions",
    Action(
      "import.repondre", [.enter], "Prendre cette réponse", short: "répondre", weight: 100,
      help: "Prend la réponse montrée, et passe à la question suivante.",
      perform: { ImportPreview.answer(&$0) }),
    .leave("import.laisser", "Renoncer", help: "Rien n’est importé."))

  /// What is heard beside, where it asks or asked something.
  static let importAnswers = ActionTable(
    "importAnswers",
    Action(
      "import.reponse", [.right], "Réponse suivante", short: "autre réponse", lineKeys: "← →",
      weight: 95, help: "Montre une autre réponse à la question.",
      perform: { ImportPreview.turn(&$0, by: 1) }),
    Action(
      "import.reponse-avant", [.left], "Réponse précédente",
      help: "Revient à la réponse d’avant.", perform: { ImportPreview.turn(&$0, by: -1) }))

  /// What is heard beside, where an answer may be written.
  static let importWriting = ActionTable(
    "importWriting",
    Action(
      "import.ecrire", [.character("m")], "Écrire la réponse", short: "écrire", weight: 60,
      help: "Écrit une autre réponse, ou un jour\u{A0}; vide, elle ne retient rien ni personne.",
      opensText: true, perform: { ImportPreview.write(&$0) }))
}

extension Action {
  /// Bringing a table into the open démarche.
  static let importer = Action(
    "importer", [.control("o")], "Importer un tableur (.xlsx, .ods, CSV)…",
    help:
      "Ajoute un classeur ou un CSV à cette démarche\u{A0}: ce qu’il changerait est montré d’abord. "
      + "«\u{A0}palier importer --modele\u{A0}» écrit un tableau à remplir.",
    impossible: { $0.hidesNames ? Names.refusal : $0.readOnlyReason },
    perform: { FolderBrowser.open(&$0, for: .importing) })
}
