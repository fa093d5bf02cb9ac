import DPES
import TerminalUI

/// Which lines the screen « à faire » lists.
struct AFaireFiltre: Hashable, Sendable {
  /// Of one person who follows it, in charge or with others: a participant's id.
  var qui: String?
  var axe: Axe?

  var isEmpty: Bool { self == AFaireFiltre() }

  func takes(_ ligne: AFaire.Ligne) -> Bool {
    (qui.map { ligne.personnes.contains($0) } ?? true) && (axe == nil || ligne.axe == axe)
  }

  /// `SC, Démocratie`; empty without a filter.
  func words(_ derived: Derived) -> String {
    [qui.map { derived.initiales[$0] ?? "?" }, axe?.nomCourt].compactMap(\.self)
      .joined(separator: ", ")
  }
}

/// Which lines to list: one key answers.
struct AFaireFilterQuestion: Modal {
  var tables: [ActionTable] { [.filterAFaire] }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    rest = rest.takeBottom(2)
    canvas.fill(rest, .space, Style(.text, on: .card))
    FieldPanel.drawTitle("Que montrer\u{A0}?", in: rest.takeTop(1), on: &canvas)
    let answers = [
      ("I", "une personne", "personne"), ("U P D T", "un axe", "axe"), ("Z", "cet axe", "cet axe"),
      ("Entrée", "tout", "tout"),
    ]
    AnswerRow(
      "", answers.map { AnswerRow.Answer(key: $0.0, text: $0.1) },
      answers.map { AnswerRow.Answer(key: $0.0, text: $0.2) }
    ).draw(in: rest.inset(columns: 1), on: &canvas)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    state.refuse(
      "Une lettre\u{A0}: i, u, p, d, t ou z\u{A0}; Entrée montre tout. Échap ne change rien.")
    return []
  }

  fileprivate static func answer(
    _ state: inout State, _ change: (inout AFaireFiltre) -> Void
  ) -> [Effect] {
    state.modes.removeLast()
    return AFaireEcran.filter(&state, change)
  }
}

extension AFaireEcran {
  /// Lists what a filter takes, and says how much that is.
  static func filter(
    _ state: inout State, _ change: (inout AFaireFiltre) -> Void
  ) -> [Effect] {
    change(&state.aFaire.filtre)
    state.renewDerived()
    state.aFaire.settle()
    let filtre = state.aFaire.filtre
    let count = state.aFaire.rows.selectable.count
    state.say(
      filtre.isEmpty
        ? "Tout ce qui est à faire."
        : "\(filtre.words(state.derived))\u{A0}: \(count.counting("ligne")). Échap montre tout.")
    return []
  }
}

extension Action {
  /// What is heard when it is asked what « à faire » lists.
  fileprivate static let filterAFaire: [Action] =
    Axe.allCases.map { axe in
      Action(
        "a-faire.filtre.\(axe.rawValue)", [.character(Character(axe.lettre.lowercased()))],
        "Seulement «\u{A0}\(axe.nomCourt)\u{A0}»", short: axe.motCourt, weight: 70,
        help: "Ne montre que cet axe.",
        perform: { AFaireFilterQuestion.answer(&$0) { $0.axe = axe } })
    } + [
      Action(
        "a-faire.filtre.qui", [.character("i")], "Seulement une personne",
        short: "une personne", weight: 80, help: "Ne montre que ce qui est à une personne."
      ) { state in
        state.modes.removeLast()
        state.ask(
          "Ce qui est à qui\u{A0}? (initiales)", for: AFairePersonne(),
          state.environment.person ?? "", isProposed: true)
        return []
      },
      Action(
        "a-faire.filtre.axe", [.character("z")], "Seulement cet axe", short: "cet axe", weight: 60,
        help: "Ne montre que l’axe de la ligne choisie.",
        impossible: {
          $0.aFaire.selected?.axe == nil ? "Cette ligne n’est d’aucun axe." : nil
        },
        perform: { state in
          let axe = state.aFaire.selected?.axe
          return AFaireFilterQuestion.answer(&state) { $0.axe = axe }
        }),
      Action(
        "a-faire.filtre.tout", [.enter], "Tout montrer", short: "tout", weight: 90,
        help: "Montre tout ce qui est à faire.",
        perform: { AFaireFilterQuestion.answer(&$0) { $0 = AFaireFiltre() } }),
      .leave(
        "a-faire.filtre.laisser", "Laisser comme avant", also: [.backspace], short: "laisser",
        weight: 100, help: "Ne change pas ce qui est montré."),
    ]
}

extension ActionTable {
  static let filterAFaire = ActionTable("filterAFaire", Action.filterAFaire)
}

/// Whose lines « à faire » lists.
private struct AFairePersonne: QuestionSubject {
  func below(_ state: State) -> String? { state.demarche.map(FormCard.people) }

  func refusal(of text: String, _ state: State) -> String? {
    FormCard.nothing(of: text, state)
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    guard let id = state.demarche?.personne(text, parmi: []) else { return [] }
    return AFaireEcran.filter(&state) { $0.qui = id }
  }
}
