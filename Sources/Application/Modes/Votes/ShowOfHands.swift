import DPES
import TerminalUI

/// How the hands go up for each colour of the selected observation.
struct ShowOfHands: Modal {
  var tables: [ActionTable] { [.hands] }
  /// Who raises a hand is seen in the room; how many is all that is kept.
  var onWall: OnWall { .stays }
  var wallPage: (any WallPage.Type)? { HandsPage.self }

  static let colours: [Statut] = [.rouge, .orange, .vert]

  /// The observation's id.
  let id: String
  /// Hands for each of ``colours``; nil: not counted.
  var hands: [Int?]
  var selected = 0
  var typing = NumberTyping()

  init(_ observation: Observation) {
    id = observation.id
    let known = observation.mainsLevees
    hands = [known?.rouge, known?.orange, known?.vert]
  }

  /// What is kept; nil when nothing was counted.
  var mainsLevees: MainsLevees? {
    guard hands.contains(where: { $0 != nil }) else { return nil }
    var kept = MainsLevees()
    (kept.rouge, kept.orange, kept.vert) = (hands[0], hands[1], hands[2])
    return kept
  }

  mutating func step(by steps: Int) {
    selected = (selected + steps + hands.count) % hands.count
    typing = NumberTyping()
  }

  /// Rows of its panel.
  private static let rows = 4

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = FieldPanel.open(
      "Mains levées sur la couleur", rows: Self.rows, in: area, on: &canvas)
    let text = rest.takeTop(1).inset(columns: 1)
    canvas.drawOption(state.derived.observation(id), state.marks, in: text)
    let row = rest.takeTop(1)
    var column = row.column + 1
    for (index, colour) in Self.colours.enumerated() {
      let mark = state.marks.mark(colour)
      column = canvas.draw(
        "\(mark.sign) \(mark.word) ", at: column, row.row, Style(mark.ink, on: .card, .bold))
      let isSelected = index == selected
      let field = Rect(column: column, row: row.row, width: 4, height: 1)
      canvas.fill(field, .space, Style(.text, on: isSelected ? .selected : .field))
      canvas.draw(
        hands[index].map(String.init) ?? "", before: field.endColumn - 1, row.row,
        Style(.text, on: isSelected ? .selected : .field, .bold))
      if isSelected { canvas.cursor = Position(column: field.endColumn - 1, row: row.row) }
      column = field.endColumn + 1
    }
    let tooMany = Self.tooMany(count, state).first
    canvas.draw(
      tooMany ?? "\(count.counting("main"))\u{A0}; la couleur ne change pas.", at: rest.column + 1,
      in: rest, Style(tooMany == nil ? .faint : .accent, on: .card))
  }

  var count: Int { hands.reduce(0) { $0 + ($1 ?? 0) } }

  /// What is said of more hands than people, the fullest first; nothing where that is not so, or nobody
  /// was noted as present.
  static func tooMany(_ count: Int, _ state: State) -> [String] {
    guard let demarche = state.demarche, let image = state.derived.image?.cercle else { return [] }
    let seance =
      demarche.seances.first { $0.id == image.seance }
      ?? demarche.seance(du: state.environment.today).map { demarche.seances[$0] }
    guard let present = seance?.presents.count, present > 0, count > present else { return [] }
    let people = present.counting("présent")
    return [
      "\(count) mains pour \(people)\u{A0}: à recompter\u{A0}?", "\(count) mains, \(people)",
    ]
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let observation = state.cercle.selected(in: state.derived) else { return [] }
    return state.open(ShowOfHands(observation))
  }

  fileprivate static func stepHands(_ state: inout State, by steps: Int) -> [Effect] {
    state.changeMode { (hands: inout ShowOfHands) in hands.step(by: steps) }
  }

  /// Entrée: the next colour; after the last one, what was counted is kept.
  fileprivate static func goOn(_ state: inout State) -> [Effect] {
    guard let hands = state.modes.last as? ShowOfHands else { return [] }
    return hands.selected + 1 < hands.hands.count
      ? stepHands(&state, by: 1) : keepHands(&state)
  }

  /// Records the split; which colour the group keeps is said by `r` `o` `v`, never counted here.
  fileprivate static func keepHands(_ state: inout State) -> [Effect] {
    guard let hands = state.modes.last as? ShowOfHands else { return [] }
    if let reason = CercleEcran.refusal(state) { return state.decline(reason) }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.noterMainsLevees(hands.mainsLevees, pour: hands.id, signature)
    }
    state.modes.removeLast()
    guard !effects.isEmpty else {
      state.say("Rien n’a changé.")
      return []
    }
    let colour = state.marks.mark(state.cercle.selected(in: state.derived)?.statut).word
    if let kept = hands.mainsLevees {
      let tooMany = tooMany(hands.count, state).first.map { " \($0)" } ?? ""
      state.say(
        "Mains levées\u{A0}: \(kept.told).\(tooMany)"
          + " Couleur\u{A0}: \(colour)\u{A0}; r o v la change.")
    } else {
      state.say("Les mains levées sont retirées.")
    }
    return effects
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var hands = self
    let key = state.environment.keyboard.order(key)
    // Up is one more, as a hand is.
    let meant: Key = key == .up ? .right : key == .down ? .left : key
    if key == .left || key == .right {
      hands.step(by: key == .left ? -1 : 1)
    } else if !hands.typing.handle(meant, &hands.hands[hands.selected]) {
      return state.decline("Un nombre de mains pour chaque couleur\u{A0}; Tab passe à la suivante.")
    }
    return state.replaceMode(hands)
  }

  func panelRows(_ state: State, in height: Int) -> Int { ShowOfHands.rows }
}

extension MainsLevees {
  /// « 3 rouges, 6 orange, 1 vert »: those that were counted.
  var told: String {
    zip(ShowOfHands.colours, [rouge, orange, vert]).compactMap { colour, count in
      count.map { "\($0) \(colour.mot(pour: $0))" }
    }.joined(separator: ", ")
  }
}

extension ActionTable {
  /// What is heard while hands are counted, beside the numbers.
  static let hands = ActionTable(
    "hands",
    Action(
      "mains.noter", [.enter], "Couleur suivante, puis noter", short: "suivante, puis noter",
      weight: 100,
      help:
        "Passe à la couleur suivante\u{A0}; après la dernière, garde les nombres, et la couleur reste.",
      perform: { ShowOfHands.goOn(&$0) }),
    Action(
      "mains.suivante", [.tab], "Couleur suivante, en rond", short: "autre couleur", weight: 80,
      help: "Passe à la couleur suivante, et de la dernière à la première.",
      perform: { ShowOfHands.stepHands(&$0, by: 1) }),
    Action(
      "mains.precedente", [.backTab], "Couleur précédente",
      help: "Revient à la couleur précédente.", perform: { ShowOfHands.stepHands(&$0, by: -1) }),
    .leave("mains.renoncer", "Renoncer", also: [.character("y")], help: "Rien ne change."))
}
