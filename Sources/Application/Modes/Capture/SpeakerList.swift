import DPES
import TerminalUI

/// Choosing who speaks, or who said something: somebody of the tour de table, somebody new, or nobody.
struct SpeakerList: Choice {
  var tables: [ActionTable] { [.choice] + (said == nil ? [.turnChoice] : []) }
  var onWall: OnWall { .comes }
  var wallPage: (any WallPage.Type)? { SpeakerPage.self }

  /// What was said already, and by whom is being corrected.
  enum Said: Hashable, Sendable {
    /// By the id.
    case observation(String)
    /// Of an observation, by their ids.
    case argument(String, of: String)
  }

  /// nil to give the turn to speak.
  var said: Said?

  enum Row: Hashable, Sendable {
    case nobody
    case participant(Participant)
    /// Initials that nobody has yet.
    case new(String)
  }

  var title: String { said == nil ? "Qui parle\u{A0}?" : "Qui l’a dit\u{A0}?" }
  var field = TextField(limit: 40)
  var list = ListView()

  /// The longest that initials get, in characters.
  static let longest = PersonneEcrite.initialesMax

  /// What can be chosen for what is typed, the nearest first.
  func rows(_ state: State) -> [Row] {
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
    var list = SpeakerList(said: Said(state))
    if list.said != nil, let reason = CercleEcran.refusal(state) { return state.decline(reason) }
    let rows = list.rows(state)
    let wanted = list.said.map { $0.author(state) ?? state.turn?.id } ?? likely(state)
    let current = rows.firstIndex {
      if case .participant(let one) = $0 { one.id == wanted } else { false }
    }
    // What nobody sees is not chosen for them.
    let first = min(1, rows.count - 1)
    list.list = ListView(selection: isBlind(state) ? 0 : current ?? first)
    return state.open(list)
  }

  /// F6 is pressed to give the turn: to the next, where turns are told; or to keep one that was just
  /// given.
  private static func likely(_ state: State) -> String? {
    if state.turn?.length == .once, let speaker = state.speaker { return speaker }
    return state.showsTurns ? state.nextSpeaker ?? state.speaker : state.speaker
  }

  /// Who is selected speaks, for one entry.
  func take(in state: inout State) -> [Effect] { take(in: &state, .once) }

  /// F6 in the list: who is selected speaks, until somebody else is given the turn.
  static func takeAndKeep(_ state: inout State) -> [Effect] {
    (state.modes.last as? SpeakerList)?.take(in: &state, .kept) ?? []
  }

  private func take(in state: inout State, _ length: SpeakerTurn.Length) -> [Effect] {
    let row: Row
    do throws(Unseen) {
      row = try chosen(state)
    } catch {
      return state.decline(error.text)
    }
    state.modes.removeLast()
    if let said { return said.by(row, in: &state) }
    var effects: [Effect] = []
    switch row {
    case .nobody:
      state.turn = nil
      state.say("Personne n’est noté comme parlant.")
    case .participant(let one):
      state.turn = SpeakerTurn(id: one.id, length: length)
      state.say(Self.told(Self.isBlind(state) ? "La personne" : one.initiales ?? "?", length))
    case .new(let initiales):
      effects = Self.join(&state, initiales, length)
    }
    return effects + ((state.modes.last as? CollegeQuestion)?.answered(in: &state) ?? [])
  }

  private static func told(_ initiales: String, _ length: SpeakerTurn.Length) -> String {
    length == .kept
      ? "\(initiales) garde la parole, jusqu’au prochain F6."
      : "\(initiales) parle, pour une entrée\u{A0}; F6 deux fois lui garde la parole."
  }

  /// Somebody new speaks, and is of the tour de table from now on.
  private static func join(
    _ state: inout State, _ initiales: String, _ length: SpeakerTurn.Length
  ) -> [Effect] {
    var newcomer: String?
    let effects = state.change { demarche, ids in
      newcomer = demarche.ajouterParticipant(initiales: initiales, ids: &ids)
      return true
    }
    guard !effects.isEmpty, let newcomer else { return [] }
    state.turn = SpeakerTurn(id: newcomer, length: length)
    state.say(
      "\(initiales) rejoint le tour de table, sans collège encore, et "
        + (length == .kept ? "garde la parole." : "parle, pour une entrée."))
    return effects
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    if Self.isBlind(state) { return drawBlind(in: area, on: &canvas) }
    let rows = rows(state)
    let today = state.environment.today
    let line = { (index: Int, width: Int) in Self.line(rows[index], today, width: width) }
    var card = canvas.drawCard(
      title: title, width: 70,
      of: rows.count, others: 2, in: area, line: line)
    canvas.drawPrompt(
      field, placeholder: "Des initiales, connues ou nouvelles", in: card.takeTop(1))
    _ = card.takeTop(card.height > 4 ? 1 : 0)
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
  }

  private static func line(_ row: Row, _ today: Day, width: Int) -> ListLine {
    let (name, about) = told(row, today)
    let start = min(max(longest, TextWidth.columns(of: name)) + 2, width / 2)
    var line = ListLine()
    line.add(name, from: 0, upTo: start - 1, Style(.accent, on: .card, .bold))
    line.add(about, from: start, upTo: width, Style(.faint, on: .card))
    return line
  }

  private static func told(_ row: Row, _ today: Day) -> (String, String) {
    switch row {
    case .nobody: ("personne", "sans auteur")
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
  func rank(of wanted: String) -> Int? {
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
    help:
      "Donne la parole pour une entrée, ou la garde à quelqu’un\u{A0}; sur un texte déjà dit, dit par qui.",
    impossible: {
      $0.isOpen
        ? $0.readOnlyReason
        : "Aucune démarche n’est ouverte."
    },
    perform: { SpeakerList.open(&$0) })
}
