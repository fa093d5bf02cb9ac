import DPES
import TerminalUI

/// Which of the rows of a screen are listed.
protocol ListFilter: Hashable, Sendable {
  /// Takes everything.
  init()

  /// What is of one person who follows it, in charge or with others: a participant's id.
  var qui: String? { get set }
  /// What is of one axis.
  var axe: Axe? { get set }
}

extension ListFilter {
  var isEmpty: Bool { self == Self() }
}

/// A screen whose list is filtered by `f` and one more key.
protocol FilteredEcran: Ecran {
  associatedtype Filter: ListFilter

  /// What `f` asks.
  static var filterQuestion: FilterQuestion { get }
  /// The axis of the selected row.
  static func selectedAxe(_ state: State) -> Axe?
  /// Lists what a filter takes, and says how much that is.
  static func filter(_ state: inout State, _ change: (inout Filter) -> Void) -> [Effect]
}

extension FilteredEcran {
  /// Closes the question, and lists what its answer takes.
  static func answerFilter(
    _ state: inout State, _ change: (inout Filter) -> Void
  ) -> [Effect] {
    state.modes.removeLast()
    return filter(&state, change)
  }

  /// What every such question hears, in a place: one person, the axis in hand, everything, or nothing.
  static func filters(_ place: String, everything: [Key], _ title: String) -> [Action] {
    [
      Action(
        "\(place).qui", [.character("i")], "Seulement une personne",
        short: "une personne", weight: 75, help: "Ne montre que ce qui est à une personne.",
        opensText: true, impossible: { $0.hidesNames ? Names.refusal : nil },
        perform: { state in
          state.modes.removeLast()
          return state.ask(
            "Ce qui est à qui\u{A0}? (initiales)", for: FilterPerson<Self>(),
            state.environment.person ?? "", isProposed: true)
        }),
      Action(
        "\(place).axe", [.character("z")], "Seulement cet axe", short: "cet axe", weight: 60,
        help: "Ne montre que l’axe de la ligne choisie.",
        impossible: { selectedAxe($0) == nil ? "Cette ligne n’est d’aucun axe." : nil },
        perform: { state in
          let axe = selectedAxe(state)
          return answerFilter(&state) { $0.axe = axe }
        }),
      Action(
        "\(place).tout", everything, "Tout montrer", short: "tout", weight: 90, help: title,
        perform: { answerFilter(&$0) { $0 = Filter() } }),
      .leave(
        "\(place).laisser", "Laisser comme avant", also: [.backspace], short: "laisser",
        weight: 100, help: "Ne change pas ce qui est montré."),
    ]
  }
}

/// Which rows to list: one key answers.
struct FilterQuestion: Modal {
  /// An answer: its keys, what it lists, and the same in a word.
  struct Answer {
    let key: String
    let text: String
    let word: String
  }

  /// What is heard.
  let table: ActionTable
  let answers: [Answer]

  var tables: [ActionTable] { [table] }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rest = FieldPanel.open("Que montrer\u{A0}?", rows: 2, in: area, on: &canvas)
    AnswerRow(
      "", answers.map { AnswerRow.Answer(key: $0.key, text: $0.text) },
      answers.map { AnswerRow.Answer(key: $0.key, text: $0.word) }
    ).draw(in: rest.inset(columns: 1), on: &canvas)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let keys = answers.map(\.key).joined(separator: ", ")
    state.refuse("Une de ces touches\u{A0}: \(keys). Échap ne change rien.")
    return []
  }
}

/// Whose rows a screen lists.
private struct FilterPerson<E: FilteredEcran>: QuestionSubject {
  func below(_ state: State) -> String? { state.demarche.map(FormCard.people) }

  func refusal(of text: String, _ state: State) -> String? {
    FormCard.nothing(of: text, state)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    guard let id = state.demarche?.personne(text, parmi: []) else { return [] }
    return E.filter(&state) { $0.qui = id }
  }
}
