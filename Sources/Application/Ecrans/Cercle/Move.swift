import DPES
import TerminalUI

/// What `m` is about to do with an observation: nothing changes until it is confirmed, so that a
/// move is one step of undo however many arrows it took.
///
/// A letter names the axis and confirms at once; the arrows go from place to place, Entrée
/// confirms. What else a move can change is one more property beside ``axe``, changed by the keys
/// and written by ``State/place(_:)``.
struct Move: Modal {
  var tables: [ActionTable] { [.move] }
  var onWall: OnWall { .comes }
  var wallPage: (any WallPage.Type)? { DeplacementPage.self }

  /// The observation's id.
  let id: String
  /// Where it goes; nil for « à placer ».
  var axe: Axe?
  /// Where on the circle, in cells from its top left corner; nil where the program finds a place.
  var cell: Position?
  /// Whether it is to lose the place that somebody gave it.
  var isFreed = false

  /// Rows of its panel.
  static let rows = 3

  /// The places it can go to, in the order of the arrows.
  static let places = Axe.allCases.map(Optional.some) + [nil]

  mutating func step(by steps: Int) {
    axe = Self.places.around(axe, by: steps)
  }

  /// Goes on by cells of the circle, over the cross that parts the axes, never out of the rim.
  ///
  /// A cell is twice as high as wide: a step to the side is two columns.
  mutating func step(_ columns: Int, _ rows: Int, from start: Position?, of size: Size) {
    var next = cell ?? start ?? Position(column: size.width / 2, row: size.height / 2)
    for _ in 0..<3 {
      next = Position(column: next.column + 2 * columns, row: next.row + rows)
      if CircleCell(next, of: size) == nil {
        // On the cross: from the centre a step goes into a sector, elsewhere across the line.
        if next.column == size.width / 2, rows != 0 { next.column += 1 }
        if next.row == size.height / 2, columns != 0 { next.row -= 1 }
      }
      if let place = CircleCell(next, of: size) {
        cell = next
        axe = place.axe
        return
      }
    }
  }

  /// The mark where it would stand.
  func drawMark(_ state: State, in circle: Rect, on canvas: inout Canvas) {
    guard let cell, Rect(circle.size).contains(cell),
      let observation = state.cercle.selected(in: state.derived)
    else { return }
    let mark = state.marks.mark(observation.statut)
    canvas.draw(
      " \(mark.sign) ", at: circle.column + cell.column - 1, circle.row + cell.row,
      Style(mark.ink, on: .chip, .bold))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = FieldPanel.open("Déplacer", rows: Self.rows, in: area, on: &canvas)
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

  func type(_ key: Key, in state: inout State) -> [Effect] {
    state.refuse(
      "Une lettre pour l’axe\u{A0}: u, p, d, t, ou a pour «\u{A0}à placer\u{A0}». Échap renonce.")
    return []
  }

  func panelRows(_ state: State, in height: Int) -> Int { Move.rows }

  static func begin(_ state: inout State) -> [Effect] {
    if let observation = state.cercle.selected(in: state.derived) {
      state.modes.append(Move(id: observation.id, axe: observation.axe))
    }
    return []
  }

  /// Goes one place on, without moving anything yet: a cell on the circle, else an axis.
  fileprivate static func stepMove(_ state: inout State, _ columns: Int, _ rows: Int) -> [Effect] {
    guard var move = state.modes.last as? Move else { return [] }
    // Where it would stand is not seen there.
    if state.isOnWall { return move.type(.left, in: &state) }
    if let circle = CercleLayout.circle(for: state) {
      let mark = state.cercle.placement?.mark(of: state.cercle.index, on: move.axe ?? .utilite)
      let start = move.axe == nil ? nil : mark?.position
      move.step(columns, rows, from: start, of: circle.size)
    } else {
      move.step(by: columns + rows)
    }
    state.replaceMode(move)
    return []
  }

  /// Leaves the place to the program.
  fileprivate static func freeMove(_ state: inout State) -> [Effect] {
    place(&state) {
      $0.cell = nil
      $0.isFreed = true
    }
  }

  fileprivate static func move(_ state: inout State, to axe: Axe?) -> [Effect] {
    place(&state) {
      $0.axe = axe
      $0.cell = nil
    }
  }

  /// Writes the move, to where the arrows went or changed by a key.
  ///
  /// From « à placer » the next one there is selected, so that the tray is emptied in one go.
  fileprivate static func place(
    _ state: inout State, _ edit: (inout Move) -> Void = { _ in }
  ) -> [Effect] {
    guard var move = state.modes.last as? Move else { return [] }
    edit(&move)
    // In a small window the circle is there for the move alone.
    let circle = CercleLayout.circle(for: state)
    state.modes.removeLast()
    let observation = state.derived.image?.cercle.observations.first { $0.id == move.id }
    let cell = move.cell.flatMap { cell in
      circle.flatMap { CircleCell(cell, of: $0.size) }
    }
    guard observation?.axe != move.axe || cell != nil || move.isFreed else {
      state.say("Elle y est déjà.")
      return []
    }
    let tray = state.derived.image?[nil].observations.map(\.id) ?? []
    let effects = CercleEcran.put(&state, move.id, on: move.axe, at: cell)
    guard !effects.isEmpty else { return [] }
    if let place = tray.firstIndex(of: move.id), tray.count > 1 {
      state.cercle.select(tray[place + 1 < tray.count ? place + 1 : place - 1], in: state.derived)
      CercleEcran.accompany(&state)
    }
    // People say both in one breath: « Démocratie, orange ».
    if let axe = move.axe, let observation, observation.axe == nil, observation.statut == nil {
      state.modes.append(MoveColour(id: move.id, axe: axe))
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
        "deplacer.\(axe.rawValue)", [.character(axe.key)], axe.nom,
        short: isFirst ? "axe" : nil, lineKeys: isFirst ? "u p d t" : nil, weight: 100,
        help: "Place l’observation sur cet axe.", perform: { Move.move(&$0, to: axe) })
    } + [
      Action(
        "deplacer.a-placer", [.character("a")], "À placer", short: "à placer", weight: 70,
        help: "Remet l’observation parmi celles qui n’ont pas d’axe.",
        perform: { Move.move(&$0, to: nil) }),
      Action(
        "deplacer.gauche", [.left], "Vers la gauche", short: "choisir", lineKeys: "flèches",
        weight: 60, help: "Propose la place à gauche sur le cercle, ou l’axe précédent.",
        perform: { Move.stepMove(&$0, -1, 0) }),
      Action(
        "deplacer.droite", [.right], "Vers la droite",
        help: "Propose la place à droite, ou l’axe suivant.", perform: { Move.stepMove(&$0, 1, 0) }),
      Action(
        "deplacer.haut", [.up], "Vers le haut",
        help: "Propose la place au-dessus, ou l’axe précédent.",
        perform: { Move.stepMove(&$0, 0, -1) }),
      Action(
        "deplacer.bas", [.down], "Vers le bas",
        help: "Propose la place au-dessous, ou l’axe suivant.",
        perform: { Move.stepMove(&$0, 0, 1) }),
      Action(
        "deplacer.confirmer", [.enter], "Placer là", short: "placer", weight: 80,
        help: "Place l’observation là où les flèches sont allées.", perform: { Move.place(&$0) }),
      Action(
        "deplacer.liberer", [.backspace, .delete], "Laisser le programme placer",
        help: "Oublie la place donnée à la main\u{A0}; le programme en trouve une.",
        perform: { Move.freeMove(&$0) }),
      Action(
        "deplacer.renoncer", [.escape, .control("c"), .character("m"), .character("x")],
        "Renoncer",
        short: "renoncer", weight: 90, help: "Rien ne bouge.", perform: { $0.leaveMode() }),
    ]
}

extension ActionTable {
  static let move = ActionTable("move", Action.move)
}
