import DPES
import TerminalUI

/// What was said behind an observation: the minority's sentence, then the arguments for and against.
struct ArgumentCard: ListModal {
  var tables: [ActionTable] { [.arguments] }

  enum Row: Hashable, Sendable {
    /// The group disagrees, with the minority's sentence if there is one.
    case desaccord(String?)
    case argument(Argument)
  }

  /// The observation's id.
  let id: String
  var list = ListView()

  static func rows(of observation: Observation?) -> [Row] {
    guard let observation else { return [] }
    let said = observation.arguments
    let sorted = [.pour, .contre, nil].flatMap { sens in said.filter { $0.sens == sens } }
    return
      (observation.desaccord || observation.minorite != nil
      ? [.desaccord(observation.minorite)] : []) + sorted.map(Row.argument)
  }

  static func open(_ state: inout State) -> [Effect] {
    if let id = state.cercle.selectedID { state.modes.append(ArgumentCard(id: id)) }
    return []
  }

  /// The selected row of the card on top.
  private static func row(_ state: State) -> Row? {
    let rows = rows(of: observation(state))
    return (state.modes.last as? ArgumentCard)?.list.selectedRow(of: rows.count).map { rows[$0] }
  }

  /// The observation of the card on top.
  static func observation(_ state: State) -> Observation? {
    (state.modes.last as? ArgumentCard).flatMap { state.derived.observation($0.id) }
  }

  /// Why nothing can be added to the card on top; nil when something can.
  static let cardRefusal: @Sendable (State) -> String? = { state in
    CercleEcran.refusal(state)
      ?? (observation(state) == nil ? "Cette observation n’est plus là. Échap ferme." : nil)
  }

  /// Why nothing can be done with the selected row; nil when something can.
  static let argumentRefusal: @Sendable (State) -> String? = { state in
    cardRefusal(state) ?? (row(state) == nil ? "Aucun argument n’est sélectionné." : nil)
  }

  /// Entrée: the selected text, to correct it.
  static func editArgument(_ state: inout State) -> [Effect] {
    switch row(state) {
    case .desaccord: TextEdit.open(&state, .minorite)
    case .argument(let argument): TextEdit.open(&state, .argument(argument.id))
    case nil: []
    }
  }

  static func deleteArgument(_ state: inout State) -> [Effect] {
    guard let row = Self.row(state), let card = state.modes.last as? ArgumentCard else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, _ in
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
    case .desaccord(nil): state.say("Le désaccord n’est plus marqué.")
    case .desaccord: state.say("Le désaccord et sa phrase sont retirés.")
    case .argument: state.say("Argument supprimé.")
    }
    return effects
  }

  /// Entrée after a new argument: kept, once it is known which collège it comes from.
  static func confirm(_ state: inout State, _ edit: TextEdit) -> [Effect] {
    let speaker = state.document?.demarche.participants.first { $0.id == state.speaker }
    guard speaker?.college == nil else { return keep(&state, edit, college: nil) }
    return state.open(CollegeQuestion(edit: edit))
  }

  /// Adds a new argument by who speaks; the collège is said when it is not the speaker's.
  static func keep(_ state: inout State, _ edit: TextEdit, college: College?) -> [Effect] {
    guard case .nouvelArgument(let sens) = edit.place.target else { return [] }
    let effects = add(
      &state, edit.field.text.trimmed, sens, about: edit.place.id, college: college)
    guard !effects.isEmpty else {
      return state.decline(
        "L’observation n’est plus là, ou l’image a été figée. Échap garde le texte de côté.")
    }
    if state.modes.last is CollegeQuestion { state.modes.removeLast() }
    if state.modes.last is TextEdit { state.modes.removeLast() }
    state.corrections[edit.place] = nil
    selectArgument(&state, last: edit.place.target)
    return effects
  }

  /// Adds an argument about an observation, by who speaks.
  static func add(
    _ state: inout State, _ texte: String, _ sens: Argument.Sens, about id: String,
    college: College? = nil
  ) -> [Effect] {
    let signature = state.signature
    let auteur = state.speaker
    let effects = state.change { demarche, ids in
      var argument = Argument()
      argument.id = ids.next()
      argument.sens = sens
      argument.texte = texte
      argument.auteur = auteur
      argument.college = college
      return demarche.modifierObservation(id, signature) { $0.arguments.append(argument) }
    }
    if !effects.isEmpty { SpeakerTurn.end(&state) }
    return effects
  }

  /// Selects the disagreement, in the card under its text.
  static func selectDesaccord(_ state: inout State) {
    _ = state.changeMode { (card: inout ArgumentCard) in card.list = ListView() }
  }

  /// Selects the argument just added, in the card under it.
  private static func selectArgument(_ state: inout State, last target: TextEdit.Target) {
    guard var card = state.modes.last as? ArgumentCard, case .nouvelArgument(let sens) = target
    else { return }
    let rows = ArgumentCard.rows(of: state.derived.observation(card.id))
    let last = rows.lastIndex {
      if case .argument(let argument) = $0 { argument.sens == sens } else { false }
    }
    card.list.select(last ?? 0, of: rows.count, height: ArgumentCard.height(in: state.size))
    state.replaceMode(card)
  }

  func heard(_ state: State) -> [ActionTable] { tables + [.field, .mode] }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (Self.rows(of: state.derived.observation(id)).count, Self.height(in: state.size))
  }
}

extension ActionTable {
  /// What is heard over the arguments.
  static let arguments = ActionTable(
    "arguments",
    Action(
      "arguments.pour", [.character("p")], "Un argument pour", short: "pour",
      weight: 100, help: "Note ce qui est dit pour\u{A0}; F6 dit par qui.",
      opensText: true, impossible: ArgumentCard.cardRefusal,
      perform: { TextEdit.open(&$0, .nouvelArgument(.pour)) }),
    Action(
      "arguments.contre", [.character("c")], "Un argument contre", short: "contre",
      weight: 99, help: "Note ce qui est dit contre\u{A0}; F6 dit par qui.",
      opensText: true, impossible: ArgumentCard.cardRefusal,
      perform: { TextEdit.open(&$0, .nouvelArgument(.contre)) }),
    Action(
      "arguments.desaccord", [.character("d")], "Désaccord du groupe",
      short: "désaccord", weight: 70,
      help: "Marque le désaccord et garde la phrase de la minorité, qui peut rester vide.",
      opensText: true, impossible: ArgumentCard.cardRefusal,
      perform: { TextEdit.open(&$0, .minorite) }),
    Action(
      "arguments.corriger", [.enter], "Corriger", short: "corriger", weight: 60,
      help: "Ouvre le texte sélectionné pour le corriger.",
      opensText: true, impossible: ArgumentCard.argumentRefusal,
      perform: { ArgumentCard.editArgument(&$0) }),
    Action(
      "arguments.supprimer", [.delete, .control("d")], "Supprimer",
      short: "supprimer", weight: 50,
      help: "Retire l’argument, ou la marque de désaccord\u{A0}; F9 le fait revenir.",
      impossible: ArgumentCard.argumentRefusal, perform: { ArgumentCard.deleteArgument(&$0) }),
    .undo(in: "arguments"),
    .leave("arguments.fermer", also: [.character("a")], help: "Revient au cercle."))
}
