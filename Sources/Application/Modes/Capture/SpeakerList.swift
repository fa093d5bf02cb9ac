import DPES
import TerminalUI

/// Choosing who speaks: somebody of the tour de table, somebody new, or nobody.
struct SpeakerList: Choice {
  var tables: [ActionTable] { [.choice] }

  enum Row: Hashable, Sendable {
    case nobody
    case participant(Participant)
    /// Initials that nobody has yet.
    case new(String)
  }

  var field = TextField(limit: 40)
  var list = ListView()

  /// The longest that initials get, in characters.
  static let longest = 8

  /// What can be chosen for what is typed, the nearest first.
  private func rows(_ state: State) -> [Row] {
    let participants = state.document?.demarche.participants ?? []
    let today = state.environment.today
    let typed = field.text.trimmed
    let wanted = typed.folded
    guard !wanted.isEmpty else {
      let here = participants.filter { !$0.estParti(le: today) }
      return [.nobody]
        + (here + participants.filter { $0.estParti(le: today) }).map(Row.participant)
    }
    let ranked = participants.compactMap { one in one.rank(of: wanted).map { (one, $0) } }
    func found(_ rank: Int) -> [Row] {
      ranked.filter { $0.1 == rank }.map { .participant($0.0) }
    }
    let isNew = found(0).isEmpty && typed.count <= Self.longest && !typed.isBlank
    let new: [Row] = isNew ? [.new(typed.uppercased())] : []
    let others = found(2) + ("personne".hasPrefix(wanted) ? [.nobody] : [])
    // What is as short as initials is meant as initials, whatever word has it inside.
    let rest = typed.count < 4 ? new + others : others + new
    return found(0) + found(1) + rest
  }

  static func open(_ state: inout State) -> [Effect] {
    var list = SpeakerList()
    let rows = list.rows(state)
    // F6 is pressed to give the floor: to the next, where turns are told.
    let wanted = state.showsTurns ? state.nextSpeaker ?? state.speaker : state.speaker
    let current = rows.firstIndex {
      if case .participant(let one) = $0 { one.id == wanted } else { false }
    }
    list.list = ListView(selection: current ?? min(1, rows.count - 1))
    return state.open(list)
  }

  /// Who is selected speaks, until somebody else does.
  func take(in state: inout State) -> [Effect] {
    let rows = rows(state)
    guard let row = list.selectedRow(of: rows.count) else {
      return state.decline(
        "Des initiales ont \(SpeakerList.longest) signes au plus. Échap renonce.")
    }
    state.modes.removeLast()
    switch rows[row] {
    case .nobody:
      state.speakerID = nil
      state.say("Personne n’est noté comme parlant.")
    case .participant(let one):
      state.speakerID = one.id
      state.say("\(one.initiales ?? "?") parle.")
    case .new(let initiales):
      return Self.join(&state, initiales)
    }
    return []
  }

  /// Somebody new speaks, and is of the tour de table from now on.
  private static func join(_ state: inout State, _ initiales: String) -> [Effect] {
    var newcomer: String?
    let effects = state.change { demarche, ids in
      newcomer = demarche.ajouterParticipant(initiales: initiales, ids: &ids)
      return true
    }
    guard !effects.isEmpty else { return [] }
    state.speakerID = newcomer
    state.say("\(initiales) rejoint le tour de table, sans collège encore, et parle.")
    return effects
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = rows(state)
    var card = canvas.drawCard(
      title: "Qui parle\u{A0}?", content: Size(min(70, area.width - 4), rows.count + 2), in: area)
    canvas.drawPrompt(
      field, placeholder: "Des initiales, connues ou nouvelles", in: card.takeTop(1))
    _ = card.takeTop(card.height > 4 ? 1 : 0)
    list.draw(on: &canvas, in: card, of: rows.count) { canvas, line, index in
      let (name, about) = told(rows[index], state.environment.today)
      canvas.draw(name, in: line, Style(.accent, on: .card, .bold))
      let start = line.column + max(Self.longest + 2, TextWidth.columns(of: name) + 2)
      canvas.draw(about, at: start, in: line, Style(.faint, on: .card))
    }
  }

  private func told(_ row: Row, _ today: Day) -> (String, String) {
    switch row {
    case .nobody: ("personne", "l’observation n’a pas d’auteur")
    case .participant(let one): (one.initiales ?? "?", one.about(today))
    case .new(let initiales): (initiales, "rejoint le tour de table, sans collège")
    }
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (rows(state).count, Self.rows(in: state.size))
  }
}

extension Participant {
  /// 0 for the very initials, 1 for their beginning, 2 for another word about the person; nil when
  /// nothing fits.
  fileprivate func rank(of wanted: String) -> Int? {
    let initials = (initiales ?? "").folded
    if initials == wanted { return 0 }
    if initials.hasPrefix(wanted) { return 1 }
    let words = [nom, organisme, college?.nom].compactMap { $0?.folded }
    return words.contains { $0.contains(wanted) } ? 2 : nil
  }

  /// The collège, the organisation, and whether the person has left.
  fileprivate func about(_ today: Day) -> String {
    var facts = [college?.nom ?? "sans collège"]
    if let organisme { facts.append(organisme) }
    if let departLe, estParti(le: today) { facts.append("jusqu’au \(departLe.french)") }
    return facts.joined(separator: " · ")
  }
}

extension Action {
  /// Who speaks, on every screen and while typing.
  static let speaker = Action(
    "parole", [.function(6)], "Qui parle",
    help: "Dit qui parle\u{A0}; ce qui est saisi ensuite est noté comme dit par cette personne.",
    impossible: {
      $0.isOpen
        ? $0.readOnlyReason ?? ($0.hidesNames ? Names.refusal : nil)
        : "Aucune démarche n’est ouverte."
    },
    perform: { SpeakerList.open(&$0) })
}
