import DPES
import TerminalUI

/// What a person chooses one of for the section of the cycle: a cycle to follow, or an étape that comes
/// as often as it comes.
struct CycleList: Modal {
  var tables: [ActionTable] { [.cycles] }

  struct Row: Hashable, Sendable {
    let id: String
    let nom: String
    /// At the end of its row: whether it is followed.
    let mot: String
    /// What is said of it below, while it is selected.
    let phrases: [String]
  }

  enum Kind: Hashable, Sendable {
    case cycles
    /// Of the cycle of an id.
    case etapes(String)
  }

  let kind: Kind
  let title: String
  private(set) var rows: [Row]
  var list = ListView()

  init(_ kind: Kind, _ title: String, _ rows: [Row], on row: Int = 0) {
    (self.kind, self.title, self.rows) = (kind, title, rows)
    list = ListView(selection: row)
  }

  var selected: Row? { list.selectedRow(of: rows.count).map { rows[$0] } }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var moved = self
    let height = max(1, WindowLayout(state.size).content.height - 3 - Self.footRows)
    if moved.list.handle(key, of: rows.count, height: height) { state.replaceMode(moved) }
    return []
  }

  private static let footRows = 4

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let line = { (index: Int, width: Int) -> ListLine in
      let row = rows[index]
      var line = ListLine()
      let end = line.add(row.mot, before: width, Style(.faint, on: .card))
      line.add(row.nom, from: 0, upTo: end - 1, Style(.text, on: .card))
      return line
    }
    let foot = min(Self.footRows, max(0, area.height - 5))
    var card = canvas.drawCard(
      title: title, width: 76, of: rows.count, others: foot, in: area, line: line)
    var below = card.takeBottom(foot)
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
    if below.height > 2 { _ = below.takeTop(1) }
    for phrase in selected?.phrases ?? [] {
      let lines = TextWidth.wrap(phrase, width: max(1, below.width), maxLines: below.height)
      canvas.draw(lines, Style(.faint, on: .card), fromTopOf: &below)
    }
  }

  /// The cycles of this machine, and those followed that it does not have.
  static func open(_ state: inout State) -> [Effect] {
    guard state.isOpen else { return [] }
    guard state.cycles != nil else {
      return state.decline("Les cycles se lisent encore\u{A0}: Entrée, sur la ligne Cycle.")
    }
    let followed = state.etat.cycle.suivis
    let known = state.cycles ?? []
    let isFollowed = { (id: String) in followed.contains { $0.suivi.modele == id } }
    var rows = known.map { cycle in
      Row(
        id: cycle.id, nom: cycle.nom, mot: isFollowed(cycle.id) ? "suivi" : "",
        phrases: [cycle.description, cycle.source].compactMap(\.self))
    }
    rows += followed.filter { $0.cycle == nil }.map { one in
      Row(
        id: one.suivi.modele ?? one.suivi.id, nom: one.nom, mot: "suivi",
        phrases: ["Son fichier n’est pas sur cet ordinateur\u{A0}: ses passages sont gardés."])
    }
    guard !rows.isEmpty else {
      return state.decline("Aucun cycle n’a été trouvé\u{A0}: palier cycles.")
    }
    let place = rows.firstIndex { $0.mot == "suivi" } ?? 0
    state.modes.append(CycleList(.cycles, "Quel cycle d’accompagnement", rows, on: place))
    return []
  }

  fileprivate static func take(_ state: inout State) -> [Effect] {
    guard let list = state.modes.last as? CycleList, let row = list.selected else { return [] }
    switch list.kind {
    case .etapes(let cycle):
      state.modes.removeLast()
      return state.open(PassageForm.nouveau(cycle: cycle, etape: row.id))
    case .cycles: return follow(&state, row)
    }
  }

  /// Follows it, or no more while nothing is noted of it.
  private static func follow(_ state: inout State, _ row: Row) -> [Effect] {
    let known = state.etat.cycle.suivis.first { $0.suivi.modele == row.id }
    if let known {
      guard known.suivi.passages.isEmpty else {
        return state.decline(
          "\(known.suivi.passages.count.counting("passage"))\u{A0}: ce cycle reste, avec ce qui y est noté."
        )
      }
      state.modes.removeLast()
      return EtatEcran.change(&state, saying: "\(row.nom)\u{A0}: n’est plus suivi.") {
        demarche, _ in
        demarche.nePlusSuivre(known.suivi.id)
      }
    }
    guard let cycle = state.cycles?.first(where: { $0.id == row.id }) else { return [] }
    state.modes.removeLast()
    let effects = EtatEcran.change(
      &state, saying: "\(row.nom)\u{A0}: ses étapes sont à la section Cycle."
    ) { demarche, _ in demarche.suivre(cycle) }
    if !effects.isEmpty { EtatEcran.show(&state, cycle: cycle.id) }
    return effects
  }
}

extension Action {
  /// What is heard in the list of cycles, or of étapes.
  fileprivate static let cycles = [
    Action(
      "cycles.prendre", [.enter], "Prendre celui-ci", short: "prendre", weight: 100,
      help:
        "Suit le cycle choisi, ou ne le suit plus tant que rien n’y est noté\u{A0}; ou ouvre l’étape choisie.",
      perform: { CycleList.take(&$0) }),
    Action(
      "cycles.fermer", [.escape, .control("c")], "Fermer", short: "fermer", weight: 90,
      help: "Ferme la liste sans rien changer.", perform: { $0.leaveMode() }),
  ]
}

extension ActionTable {
  static let cycles = ActionTable("cycles", Action.cycles)
}
