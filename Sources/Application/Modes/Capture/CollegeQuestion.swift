import DPES
import TerminalUI

/// Which collège a new argument comes from, when who speaks does not say it.
struct CollegeQuestion: Modal {
  var tables: [ActionTable] { [isPassedOver ? .collegePassedOver : .college] }
  var hasField: Bool { true }

  let edit: TextEdit
  /// A letter that is no answer came: whoever types on does not see the question, and the next letters
  /// are none either.
  private var isPassedOver = false

  init(edit: TextEdit) { self.edit = edit }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = FieldPanel.open(
      edit.title, speaker: state.speakerTold, rows: 3, in: area, on: &canvas)
    canvas.draw(edit.field.text, in: rest.takeTop(1).inset(columns: 1), Style(.text, on: .card))
    guard !isPassedOver else {
      canvas.draw(
        "Quel collège\u{A0}? Entrée n’en dit aucun, ⌫ revient au texte.",
        in: rest.inset(columns: 1), Style(.orange, on: .card, .bold))
      return
    }
    let answers = College.allCases.map {
      AnswerRow.Answer(key: $0.lettre.uppercased(), text: $0.motCourt)
    }
    AnswerRow("Quel collège\u{A0}?", answers).draw(in: rest.inset(columns: 1), on: &canvas)
  }

  /// Somebody was given the turn while the question waited: their collège may be the answer.
  func answered(in state: inout State) -> [Effect] {
    state.speaker.flatMap { state.derived.colleges[$0] } == nil
      ? [] : ArgumentCard.keep(&state, edit, college: nil)
  }

  fileprivate static func keepArgument(_ state: inout State, from college: College?) -> [Effect] {
    guard let question = state.modes.last as? CollegeQuestion else { return [] }
    return ArgumentCard.keep(&state, question.edit, college: college)
  }

  func heard(_ state: State) -> [ActionTable] { tables + [.field, .mode] }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    if isPassedOver, key.isCharacter { return type(key, in: &state) }
    return ActionTable.action(for: key, in: heard(state))?.performed(in: &state)
      ?? type(key, in: &state)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    if case .character = key {
      var question = self
      question.isPassedOver = true
      state.replaceMode(question)
      return state.decline(
        "Un collège est demandé\u{A0}: Entrée n’en dit aucun, ⌫ revient au texte, puis Entrée le redemande."
      )
    }
    return state.decline(
      "Une lettre pour le collège\u{A0}: s, b, u ou p, ou F6 et qui l’a dit. Entrée n’en dit aucun."
    )
  }
}

extension ActionTable {
  /// What is heard when the collège of an argument is asked.
  static let college = ActionTable(
    "college",
    College.allCases.map { college in
      let isFirst = college == .salaries
      return Action(
        "college.\(college.rawValue)", [.character(college.lettre)], college.nom,
        short: isFirst ? "collège" : nil, lineKeys: isFirst ? "s b u p" : nil, weight: 100,
        help: "L’argument vient de ce collège.",
        perform: { CollegeQuestion.keepArgument(&$0, from: college) })
    } + [
      Action(
        "college.sans", [.enter], "Sans collège", short: "sans collège", weight: 80,
        help: "Garde l’argument sans dire d’où il vient.",
        perform: { CollegeQuestion.keepArgument(&$0, from: nil) }),
      Action(
        "college.retour", [.backspace, .escape, .control("c")], "Revenir au texte",
        short: "texte", lineKeys: "⌫", weight: 60, help: "Revient au texte de l’argument.",
        perform: { $0.leaveMode() }),
    ])

  /// The same once a letter came that is no answer: the letters of the collèges are none either.
  static let collegePassedOver = ActionTable(
    "collegePassedOver",
    college.actions.named("college.sans", "college.retour").map {
      $0.heard(in: "passe", short: $0.short, weight: $0.weight)
    })
}
