import DPES
import TerminalUI

/// Which indicators to list: one key answers.
struct FilterQuestion: Modal {
  var tables: [ActionTable] { [.filter] }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    rest = rest.takeBottom(2)
    canvas.fill(rest, .space, Style(.text, on: .card))
    FieldPanel.drawTitle("Que montrer\u{A0}?", in: rest.takeTop(1), on: &canvas)
    let answers = [
      ("D", "dus", "dus"), ("R", "en retard", "retard"), ("P", "perdus", "perdus"),
      ("I", "une personne", "personne"), ("Z", "cet axe", "axe"), ("T", "tout", "tout"),
    ]
    AnswerRow(
      "", answers.map { AnswerRow.Answer(key: $0.0, text: $0.1) },
      answers.map { AnswerRow.Answer(key: $0.0, text: $0.2) }
    ).draw(in: rest.inset(columns: 1), on: &canvas)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    state.refuse("Une lettre\u{A0}: d, r, p, i, z ou t. Échap ne change rien.")
    return []
  }

  static func askFilter(_ state: inout State) -> [Effect] {
    state.modes.append(FilterQuestion())
    return []
  }

  fileprivate static func answerFilter(
    _ state: inout State, _ change: (inout TableauFiltre) -> Void
  ) -> [Effect] {
    state.modes.removeLast()
    return TableauEcran.filter(&state, change)
  }
}

extension Action {
  /// What is heard when it is asked what the tableau lists.
  static let filter: [Action] =
    TableauFiltre.Etat.allCases.map { etat in
      Action(
        "filtre.\(etat.key)", [.character(etat.key)], "Seulement les \(etat.rawValue)",
        short: etat.rawValue, weight: 80, help: "Ne montre que les indicateurs \(etat.rawValue).",
        perform: { FilterQuestion.answerFilter(&$0) { $0.etat = etat } })
    } + [
      Action(
        "filtre.personne", [.character("i")], "Seulement une personne",
        short: "une personne", weight: 70, help: "Ne montre que ce qui est à une personne."
      ) { state in
        state.modes.removeLast()
        state.ask(
          "Les indicateurs de qui\u{A0}? (initiales)", for: PersonneQuestion(),
          state.environment.person ?? "", isProposed: true)
        return []
      },
      Action(
        "filtre.axe", [.character("z")], "Seulement cet axe", short: "cet axe", weight: 60,
        help: "Ne montre que l’axe de la ligne choisie."
      ) { state in
        state.modes.removeLast()
        return TableauEcran.zoom(&state)
      },
      Action(
        "filtre.tout", [.character("t"), .enter], "Tout montrer", short: "tout",
        weight: 90, help: "Montre tout le tableau.",
        perform: { FilterQuestion.answerFilter(&$0) { $0 = TableauFiltre() } }),
      Action(
        "filtre.laisser", [.escape, .backspace, .control("c")], "Laisser comme avant",
        short: "laisser", weight: 100, help: "Ne change pas ce qui est montré.",
        perform: { $0.leaveMode() }),
    ]
}

extension ActionTable {
  static let filter = ActionTable("filter", Action.filter)
}

/// Whose indicators the tableau de bord lists.
struct PersonneQuestion: QuestionSubject {
  func below(_ state: State) -> String? { state.demarche.map(FormCard.people) }

  func refusal(of text: String, _ state: State) -> String? {
    FormCard.nothing(of: text, state)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    guard let id = state.demarche?.personne(text, parmi: []) else { return [] }
    return TableauEcran.filter(&state) { $0.qui = id }
  }
}
