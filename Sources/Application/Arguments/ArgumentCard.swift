import DPES
import TerminalUI

/// What was said behind an observation: the minority's sentence, then the arguments for and against.
struct ArgumentCard: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    /// The group disagrees, with the minority's sentence if there is one.
    case desaccord(String?)
    case argument(Argument)
  }

  /// The observation's id.
  let id: String
  var list = ListView()

  /// The observation; nil once it is gone.
  func observation(in derived: Derived) -> Observation? {
    derived.image?.cercle.observations.first { $0.id == id }
  }

  static func rows(of observation: Observation?) -> [Row] {
    guard let observation else { return [] }
    let said = observation.arguments
    let sorted = [.pour, .contre, nil].flatMap { sens in said.filter { $0.sens == sens } }
    return
      (observation.desaccord || observation.minorite != nil
      ? [.desaccord(observation.minorite)] : []) + sorted.map(Row.argument)
  }
}

extension State {
  mutating func openArguments() -> [Effect] {
    if let id = cercle.selectedID { modes.append(.arguments(ArgumentCard(id: id))) }
    return []
  }

  /// The selected row of the card on top.
  private var row: ArgumentCard.Row? {
    guard case .arguments(let card) = modes.last else { return nil }
    let rows = ArgumentCard.rows(of: card.observation(in: derived))
    return card.list.selectedRow(of: rows.count).map { rows[$0] }
  }

  /// The observation of the card on top.
  var cardObservation: Observation? {
    if case .arguments(let card) = modes.last { card.observation(in: derived) } else { nil }
  }

  /// Why nothing can be added to the card on top; nil when something can.
  static let cardRefusal: @Sendable (State) -> String? = { state in
    state.cercleRefusal()
      ?? (state.cardObservation == nil ? "Cette observation n’est plus là. Échap ferme." : nil)
  }

  /// Why nothing can be done with the selected row; nil when something can.
  static let argumentRefusal: @Sendable (State) -> String? = { state in
    cardRefusal(state) ?? (state.row == nil ? "Aucun argument n’est sélectionné." : nil)
  }

  mutating func press(_ key: Key, in card: ArgumentCard) -> [Effect] {
    if let action = Action.action(for: key, in: [.arguments, .field]) {
      return action.performed(in: &self)
    }
    var card = card
    let count = ArgumentCard.rows(of: card.observation(in: derived)).count
    if card.list.handle(key, of: count, height: ArgumentCard.height(in: size)) {
      replaceMode(.arguments(card))
    }
    return []
  }

  /// Entrée: the selected text, to correct it.
  mutating func editArgument() -> [Effect] {
    switch row {
    case .desaccord: openText(.minorite)
    case .argument(let argument): openText(.argument(argument.id))
    case nil: []
    }
  }

  mutating func deleteArgument() -> [Effect] {
    guard let row, case .arguments(let card) = modes.last else { return [] }
    let signature = signature
    let effects = change { demarche, _ in
      demarche.modifierObservation(card.id, signature) { observation in
        switch row {
        case .desaccord:
          observation.desaccord = false
          observation.minorite = nil
        case .argument(let argument): observation.arguments.removeAll { $0.id == argument.id }
        }
      }
    }
    guard !effects.isEmpty else { return [] }
    switch row {
    case .desaccord(nil): say("Le désaccord n’est plus marqué. F9 le fait revenir.")
    case .desaccord: say("Le désaccord et sa phrase sont retirés. F9 les fait revenir.")
    case .argument: say("Argument supprimé. F9 le fait revenir.")
    }
    return effects
  }

  /// Entrée after a new argument: kept, once it is known which collège it comes from.
  mutating func confirmArgument(_ edit: TextEdit) -> [Effect] {
    guard speakerCollege == nil else { return keepArgument(edit, college: nil) }
    modes.append(.college(CollegeQuestion(edit: edit)))
    return []
  }

  private var speakerCollege: College? {
    document?.demarche.participants.first { $0.id == speaker }?.college
  }

  /// Adds a new argument by who speaks; the collège is said when it is not the speaker's.
  mutating func keepArgument(_ edit: TextEdit, college: College?) -> [Effect] {
    let effects = addArgument(edit, college: college)
    guard !effects.isEmpty else {
      refuse("L’observation n’est plus là, ou l’image a été figée. Échap garde le texte de côté.")
      return []
    }
    if case .college = modes.last { modes.removeLast() }
    if case .edit = modes.last { modes.removeLast() }
    corrections[edit.place] = nil
    selectArgument(last: edit.place.target)
    return effects
  }

  private mutating func addArgument(_ edit: TextEdit, college: College?) -> [Effect] {
    guard case .nouvelArgument(let sens) = edit.place.target else { return [] }
    let signature = signature
    let auteur = speaker
    return change { demarche, ids in
      var argument = Argument()
      argument.id = ids.next()
      argument.sens = sens
      argument.texte = edit.field.text.trimmed
      argument.auteur = auteur
      argument.college = college
      return demarche.modifierObservation(edit.place.id, signature) {
        $0.arguments.append(argument)
      }
    }
  }

  /// Selects the disagreement, in the card under its text.
  mutating func selectDesaccord() {
    guard case .arguments(var card) = modes.last else { return }
    card.list = ListView()
    replaceMode(.arguments(card))
  }

  /// Selects the argument just added, in the card under it.
  private mutating func selectArgument(last target: TextEdit.Target) {
    guard case .arguments(var card) = modes.last, case .nouvelArgument(let sens) = target else {
      return
    }
    let rows = ArgumentCard.rows(of: card.observation(in: derived))
    let last = rows.lastIndex {
      if case .argument(let argument) = $0 { argument.sens == sens } else { false }
    }
    card.list.select(last ?? 0, of: rows.count, height: ArgumentCard.height(in: size))
    replaceMode(.arguments(card))
  }

  /// The program has to end now: arguments typed and not confirmed are kept.
  mutating func keepArguments() -> [Effect] {
    var edits = Array(corrections.values)
    for case .edit(let edit) in modes { edits.append(edit) }
    return edits.filter { !$0.field.text.isBlank }.flatMap { addArgument($0, college: nil) }
  }
}

extension Action {
  /// What is heard over the arguments.
  static let arguments = [
    Action(
      "arguments.pour", .arguments, [.character("p")], "Un argument pour", short: "pour",
      weight: 100, help: "Note ce qui est dit pour, par la personne qui parle (F6).",
      impossible: State.cardRefusal, perform: { $0.openText(.nouvelArgument(.pour)) }),
    Action(
      "arguments.contre", .arguments, [.character("c")], "Un argument contre", short: "contre",
      weight: 99, help: "Note ce qui est dit contre, par la personne qui parle (F6).",
      impossible: State.cardRefusal, perform: { $0.openText(.nouvelArgument(.contre)) }),
    Action(
      "arguments.desaccord", .arguments, [.character("d")], "Désaccord du groupe",
      short: "désaccord", weight: 70,
      help: "Marque le désaccord et garde la phrase de la minorité, qui peut rester vide.",
      impossible: State.cardRefusal, perform: { $0.openText(.minorite) }),
    Action(
      "arguments.corriger", .arguments, [.enter], "Corriger", short: "corriger", weight: 60,
      help: "Ouvre le texte sélectionné pour le corriger.", impossible: State.argumentRefusal,
      perform: { $0.editArgument() }),
    Action(
      "arguments.supprimer", .arguments, [.delete, .control("d")], "Supprimer",
      short: "supprimer", weight: 50,
      help: "Retire l’argument, ou la marque de désaccord\u{A0}; F9 le fait revenir.",
      impossible: State.argumentRefusal, perform: { $0.deleteArgument() }),
    Action(
      "arguments.fermer", .arguments, [.escape, .control("c"), .character("a")], "Fermer",
      short: "fermer", weight: 90, help: "Revient au cercle.", perform: { $0.leaveMode() }),
  ]
}
