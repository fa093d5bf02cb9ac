import DPES
import TerminalUI

/// What `m` is about to do with an observation: nothing changes until it is confirmed, so that a
/// move is one step of undo however many arrows it took.
///
/// A letter names the axis and confirms at once; the arrows go from place to place, Entrée
/// confirms. What else a move can change is one more property beside ``axe``, changed by the keys
/// and written by ``State/place(_:)``.
struct Move: Hashable, Sendable {
  /// The observation's id.
  let id: String
  /// Where it goes; nil for « à placer ».
  var axe: Axe?

  /// The places it can go to, in the order of the arrows.
  static let places = Axe.allCases.map(Optional.some) + [nil]

  mutating func step(by steps: Int) {
    let here = Self.places.firstIndex(of: axe) ?? 0
    axe = Self.places[(here + steps + Self.places.count) % Self.places.count]
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    rest = rest.takeBottom(3)
    canvas.fill(rest, .space, Style(.text, on: .card))
    FieldPanel.drawTitle("Déplacer", in: rest.takeTop(1), on: &canvas)
    let row = rest.takeTop(1).inset(columns: 1)
    if let observation = state.cercle.selected(in: state.derived) {
      let mark = state.marks.mark(observation.statut)
      let number = observation.numero.map { " \($0)" } ?? ""
      let start = canvas.draw(
        "\(mark.sign)\(number)", at: row.column, row.row, Style(mark.ink, on: .card, .bold))
      canvas.draw(
        observation.texte, at: start + 2, row.row, Style(.text, on: .card), upTo: row.endColumn)
    }
    func answers(_ name: (Axe) -> String) -> [AnswerRow.Answer] {
      Axe.allCases.map {
        AnswerRow.Answer(key: String($0.lettre), text: name($0), isChosen: $0 == axe)
      } + [AnswerRow.Answer(key: "A", text: "à placer", isChosen: axe == nil)]
    }
    AnswerRow("Vers quel axe\u{A0}?", answers(\.nomCourt), answers(\.motCourt))
      .draw(in: rest.inset(columns: 1), on: &canvas)
  }
}

extension State {
  mutating func beginMove() -> [Effect] {
    if let observation = cercle.selected(in: derived) {
      modes.append(.move(Move(id: observation.id, axe: observation.axe)))
    }
    return []
  }

  mutating func press(_ key: Key, in move: Move) -> [Effect] {
    if let action = Action.action(for: key, in: [.move]) { return action.performed(in: &self) }
    refuse(
      "Une lettre pour l’axe\u{A0}: u, p, d, t, ou a pour «\u{A0}à placer\u{A0}». Échap renonce.")
    return []
  }

  /// Goes one place on, without moving anything yet.
  fileprivate mutating func stepMove(by steps: Int) -> [Effect] {
    guard case .move(var move) = modes.last else { return [] }
    move.step(by: steps)
    replaceMode(.move(move))
    return []
  }

  /// Confirms where the arrows went.
  fileprivate mutating func confirmMove() -> [Effect] {
    guard case .move(let move) = modes.last else { return [] }
    return place(move)
  }

  fileprivate mutating func move(to axe: Axe?) -> [Effect] {
    guard case .move(var move) = modes.last else { return [] }
    move.axe = axe
    return place(move)
  }

  /// Writes the move.
  ///
  /// From « à placer » the next one there is selected, so that the tray is emptied in one go.
  private mutating func place(_ move: Move) -> [Effect] {
    modes.removeLast()
    let observation = derived.image?.cercle.observations.first { $0.id == move.id }
    guard observation?.axe != move.axe else {
      say("Elle y est déjà.")
      return []
    }
    let tray = derived.image?[nil].observations.map(\.id) ?? []
    let effects = put(move.id, on: move.axe, at: nil)
    guard !effects.isEmpty else { return [] }
    if let place = tray.firstIndex(of: move.id), tray.count > 1 {
      cercle.select(tray[place + 1 < tray.count ? place + 1 : place - 1], in: derived)
      chainFromCercle()
    }
    return effects
  }
}

extension Action {
  /// What is heard while an observation is being moved.
  static let move: [Action] =
    Axe.allCases.map { axe in
      let isFirst = axe == .utilite
      return Action(
        "deplacer.\(axe.rawValue)", .move, [.character(axe.key)], axe.nom,
        short: isFirst ? "axe" : nil, lineKeys: isFirst ? "u p d t" : nil, weight: 100,
        help: "Place l’observation sur cet axe.", perform: { $0.move(to: axe) })
    } + [
      Action(
        "deplacer.a-placer", .move, [.character("a")], "À placer", short: "à placer", weight: 70,
        help: "Remet l’observation parmi celles qui n’ont pas d’axe.",
        perform: { $0.move(to: nil) }),
      Action(
        "deplacer.avant", .move, [.left, .up], "Axe précédent", short: "choisir",
        lineKeys: "← →", weight: 60, help: "Propose l’axe précédent.",
        perform: { $0.stepMove(by: -1) }),
      Action(
        "deplacer.apres", .move, [.right, .down], "Axe suivant",
        help: "Propose l’axe suivant.", perform: { $0.stepMove(by: 1) }),
      Action(
        "deplacer.confirmer", .move, [.enter], "Placer là", short: "placer", weight: 80,
        help: "Place l’observation sur l’axe proposé.", perform: { $0.confirmMove() }),
      Action(
        "deplacer.renoncer", .move, [.escape, .control("c"), .character("m")], "Renoncer",
        short: "renoncer", weight: 90, help: "Rien ne bouge.", perform: { $0.leaveMode() }),
    ]
}
