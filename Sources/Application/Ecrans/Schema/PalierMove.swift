import DPES
import TerminalUI

/// A palier on its way to another rank or another axis; levels are cumulative, so that a move which
/// puts a palier that does not hold below one that does is asked about.
struct PalierMove: Modal {
  var tables: [ActionTable] { [question == nil ? .palierMove : .palierMoveAsked] }

  /// The palier's id.
  let id: String
  var axe: Axe
  /// Where it goes on the axis, from 1.
  var rang: Int
  /// What the move would change, in words, once it has to be agreed to.
  var question: String?

  func panelRows(_ state: State, in height: Int) -> Int {
    guard let question else { return 3 }
    return 2 + TextWidth.wrap(question, width: max(1, state.size.width - 4), maxLines: 6).count
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let palier = PalierMove.palier(state, id) else { return }
    let room = max(8, area.width - 24)
    var rest = FieldPanel.open(
      "Déplacer «\u{A0}\(TextWidth.excerpt(palier.palier.intitule, to: room))\u{A0}»",
      rows: panelRows(state, in: area.height), in: area, on: &canvas)
    let answers = rest.takeBottom(1).inset(columns: 1)
    rest = rest.inset(columns: 1)
    if let question {
      canvas.drawLines(question, in: rest, Style(.orange, on: .card))
      AnswerRow(
        "Le déplacer quand même\u{A0}?",
        [.init(key: "O", text: "oui, le déplacer"), .init(key: "N", text: "non")]
      ).draw(in: answers, on: &canvas)
      return
    }
    canvas.draw(
      place(state), at: rest.column, rest.row, Style(.text, on: .card), upTo: rest.endColumn)
    func letters(_ name: (Axe) -> String) -> [AnswerRow.Answer] {
      Axe.allCases.map {
        AnswerRow.Answer(key: String($0.lettre), text: name($0), isChosen: $0 == axe)
      }
    }
    AnswerRow("Quel axe\u{A0}?", letters(\.nomCourt), letters(\.motCourt))
      .draw(in: answers, on: &canvas)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    state.refuse(
      question == nil
        ? "↑ ↓ pour le rang, une lettre pour l’axe\u{A0}: u, p, d, t\u{A0}; Entrée place, Échap renonce."
        : "O pour le déplacer, N ou Échap pour le laisser.")
    return []
  }

  /// `Rang 3 sur 5, au-dessus de « … »`.
  private func place(_ state: State) -> String {
    guard let avancement = state.derived.avancement else { return "" }
    let others = avancement[axe].paliers.filter { $0.palier.id != id }
    let rang = min(max(rang, 1), others.count + 1)
    func named(_ index: Int) -> String {
      "«\u{A0}\(TextWidth.excerpt(others[index].palier.intitule, to: 30))\u{A0}»"
    }
    let neighbour =
      rang > 1
      ? ", au-dessus de \(named(rang - 2))"
      : others.isEmpty ? ", seul sur l’axe" : ", au-dessous de \(named(0))"
    return "Rang \(rang) sur \(others.count + 1)\(neighbour)"
  }

  private static func explanation(
    of asked: Avancement.Deplacement, _ palier: Avancement.ParPalier, _ axe: Axe
  ) -> String {
    let level =
      asked.avant == asked.apres
      ? "resterait au niveau \(asked.avant)"
      : "passerait du niveau \(asked.avant) au niveau \(asked.apres)"
    let why =
      palier.estTenu
      ? "Ce palier est atteint, et passerait au-dessus d’un palier qui ne l’est pas"
      : "Ce palier n’est pas atteint, et passerait sous «\u{A0}"
        + TextWidth.excerpt(asked.sous?.palier.intitule ?? "", to: 40) + "\u{A0}», qui l’est"
    return
      "\(why)\u{A0}: «\u{A0}\(axe.nomCourt)\u{A0}» \(level), car un palier ne compte que si tous ceux "
      + "d’en dessous tiennent."
  }

  /// A palier on the day, by its id.
  static func palier(_ state: State, _ id: String) -> Avancement.ParPalier? {
    state.derived.avancement?.axes.lazy.flatMap(\.paliers).first { $0.palier.id == id }
  }

  static func begin(_ state: inout State) -> [Effect] {
    guard let palier = state.schema.selected(in: state.derived) else { return [] }
    state.modes.append(PalierMove(id: palier.palier.id, axe: state.schema.axe, rang: palier.rang))
    return []
  }

  /// How many paliers the axis would hold with the one that moves.
  private static func count(_ state: State, with move: PalierMove) -> Int {
    let paliers = state.derived.avancement?[move.axe].paliers ?? []
    return paliers.count + (paliers.contains { $0.palier.id == move.id } ? 0 : 1)
  }

  fileprivate static func step(_ state: inout State, ranks: Int = 0, axes: Int = 0)
    -> [Effect]
  {
    guard var move = state.modes.last as? PalierMove else { return [] }
    if axes != 0 {
      let all = Axe.allCases
      let here = all.firstIndex(of: move.axe) ?? 0
      move.axe = all[(here + axes + all.count) % all.count]
    }
    move.rang = min(max(move.rang + ranks, 1), count(state, with: move))
    state.replaceMode(move)
    return []
  }

  fileprivate static func go(_ state: inout State, to axe: Axe) -> [Effect] {
    guard var move = state.modes.last as? PalierMove, move.axe != axe else { return [] }
    move.axe = axe
    move.rang = count(state, with: move)
    state.replaceMode(move)
    return []
  }

  /// Moves the palier, or asks first where a level would not be what it seems.
  fileprivate static func confirm(_ state: inout State, isAgreed: Bool) -> [Effect] {
    guard var move = state.modes.last as? PalierMove else { return [] }
    guard let palier = Self.palier(state, move.id), let avancement = state.derived.avancement else {
      state.modes.removeLast()
      state.refuse("Ce palier a été supprimé sur un autre poste.")
      return []
    }
    let asked = avancement.deplacement(de: palier, vers: move.axe, auRang: move.rang)
    if asked.sous != nil, !isAgreed {
      move.question = PalierMove.explanation(of: asked, palier, move.axe)
      state.replaceMode(move)
      return []
    }
    state.modes.removeLast()
    let effects = state.change { demarche, _ in
      demarche.deplacerPalier(move.id, vers: move.axe, auRang: move.rang)
    }
    guard !effects.isEmpty else {
      if state.notice == nil { state.say("Il y est déjà.") }
      return []
    }
    state.schema.select(move.id, in: state.derived)
    SchemaEcran.accompany(&state)
    let rang = state.schema.selected(in: state.derived)?.rang ?? move.rang
    state.say("Palier \(rang) de «\u{A0}\(move.axe.nomCourt)\u{A0}».")
    return effects
  }
}

extension Action {
  /// What is heard while a palier is being moved.
  static let palierMove: [Action] =
    palierSteps.map { id, key, title, help, ranks, axes in
      let isFirst = key == .up
      return Action(
        "rang.\(id)", [key], title, short: isFirst ? "rang" : nil,
        lineKeys: isFirst ? "↑ ↓" : nil, weight: 90, help: help,
        perform: { PalierMove.step(&$0, ranks: ranks, axes: axes) })
    }
    + Axe.allCases.map { axe in
      let isFirst = axe == .utilite
      return Action(
        "rang.\(axe.rawValue)", [.character(axe.key)], axe.nom,
        short: isFirst ? "axe" : nil, lineKeys: isFirst ? "u p d t" : nil, weight: 85,
        help: "Propose cet axe, au-dessus de ses paliers.",
        perform: { PalierMove.go(&$0, to: axe) })
    } + [
      Action(
        "rang.placer", [.enter], "Placer là", short: "placer", weight: 100,
        help: "Place le palier à ce rang de cet axe.",
        perform: { PalierMove.confirm(&$0, isAgreed: false) }),
      Action(
        "rang.renoncer", [.escape, .control("c"), .character("m")], "Renoncer",
        short: "renoncer", weight: 95, help: "Rien ne bouge.", perform: { $0.leaveMode() }),
    ]

  private static let palierSteps: [(String, Key, String, String, ranks: Int, axes: Int)] = [
    ("plus", .up, "Un rang plus haut", "Propose le rang au-dessus.", 1, 0),
    ("moins", .down, "Un rang plus bas", "Propose le rang au-dessous.", -1, 0),
    ("dernier", .home, "Tout en haut", "Propose le dernier rang.", 1_000_000, 0),
    ("premier", .end, "Tout en bas", "Propose le premier rang.", -1_000_000, 0),
    ("axe-suivant", .right, "Axe suivant", "Propose l’axe suivant.", 0, 1),
    ("axe-precedent", .left, "Axe précédent", "Propose l’axe précédent.", 0, -1),
  ]

  /// What is heard where the move would change what a level seems to be.
  static let palierMoveAsked = [
    Action(
      "rang.oui", [.character("o")], "Déplacer quand même", short: "déplacer",
      weight: 90, help: "Déplace le palier\u{A0}; le niveau de l’axe suit.",
      perform: { PalierMove.confirm(&$0, isAgreed: true) }),
    Action(
      "rang.non", [.character("n"), .escape, .control("c")], "Laisser",
      short: "laisser", weight: 100, help: "Rien ne bouge.", perform: { $0.leaveMode() }),
  ]
}

extension ActionTable {
  static let palierMove = ActionTable("palierMove", Action.palierMove)
  static let palierMoveAsked = ActionTable("palierMoveAsked", Action.palierMoveAsked)
}
