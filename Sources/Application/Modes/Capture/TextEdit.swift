import DPES
import TerminalUI

/// Typing a text of an observation: its own, or one of those behind it.
struct TextEdit: Modal {
  var tables: [ActionTable] { [.edit] }
  var hasField: Bool { true }
  var takesText: Bool { true }
  var takesPaste: Bool { true }
  var pastedLines: Int? { field.holdsPaste ? 1 : nil }
  var onWall: OnWall { place.target == .texte ? .stays : .never }
  var wallPage: (any WallPage.Type)? { place.target == .texte ? CorrectionPage.self : nil }

  enum Target: Hashable, Sendable {
    case texte
    /// The sentence of those who see it otherwise.
    case minorite
    /// An argument, by its id.
    case argument(String)
    case nouvelArgument(Argument.Sens)
    /// Its own text, to be cut in two where the cursor is.
    case scission
  }

  /// What is typed over: a correction set aside is found again by it.
  struct Place: Hashable, Sendable {
    /// The observation's id.
    let id: String
    let target: Target
  }

  let place: Place
  private(set) var original: String
  /// The démarche when the correction began: what another person did since is not written over.
  private(set) var base: Demarche
  var field: TextField

  var title: String {
    switch place.target {
    case .texte: "Corriger le texte"
    case .minorite: "Désaccord\u{A0}: ce que dit la minorité (peut rester vide)"
    case .argument: "Corriger l’argument"
    case .nouvelArgument(.pour): "Un argument pour"
    case .nouvelArgument(.contre): "Un argument contre"
    case .scission: "Couper en deux\u{A0}: placer le curseur"
    }
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let (premier, second) = halves
    FieldPanel.draw(
      title, field, speaker: speaker(state),
      below: place.target == .scission
        ? ["1 «\u{A0}\(premier)\u{A0}»", "2 «\u{A0}\(second)\u{A0}»"] : [],
      in: area, on: &canvas)
  }

  /// Who says it, where that can be said: never on the wall.
  private func speaker(_ state: State) -> FieldPanel.Speaker? {
    guard !state.isOnWall else { return nil }
    let observation = state.derived.observation(place.id)
    func author(_ id: String?) -> FieldPanel.Speaker {
      FieldPanel.Speaker(name: id.flatMap { state.derived.initiales[$0] }, isAuthor: true)
    }
    return switch place.target {
    case .texte: author(observation?.auteur)
    case .argument(let id): author(observation?.arguments.first { $0.id == id }?.auteur)
    case .nouvelArgument: state.speakerTold
    case .minorite, .scission: nil
    }
  }

  /// What is before the cursor, and what is after.
  var halves: (premier: String, second: String) {
    (
      String(field.characters[..<field.cursor]).trimmed,
      String(field.characters[field.cursor...]).trimmed
    )
  }

  /// Opens a text of the selected observation, or of the one whose arguments are shown, with what
  /// was set aside last time if any.
  static func open(_ state: inout State, _ target: TextEdit.Target) -> [Effect] {
    guard
      let observation = ArgumentCard.observation(state) ?? state.cercle.selected(in: state.derived),
      let demarche = state.demarche
    else { return [] }
    let place = TextEdit.Place(id: observation.id, target: target)
    let text = observation.text(target)
    return state.open(
      state.corrections[place]
        ?? TextEdit(
          place: place, original: text, base: demarche, field: TextField(text, isProse: true)))
  }

  static func confirm(_ state: inout State) -> [Effect] {
    guard let edit = state.modes.last as? TextEdit else { return [] }
    let texte = edit.field.text.trimmed
    if texte.isBlank, edit.place.target != .minorite {
      return state.decline("Le texte ne peut pas rester vide\u{A0}; Échap laisse tout comme avant.")
    }
    switch edit.place.target {
    case .scission: return CercleEcran.split(&state, edit)
    case .nouvelArgument: return ArgumentCard.confirm(&state, edit)
    case .texte, .minorite, .argument:
      state.modes.removeLast()
      state.corrections[edit.place] = nil
      let signature = state.signature
      // Together with what came from elsewhere while it was typed.
      let effects = Arrival.change(&state, since: edit.base) { demarche, _ in
        demarche.modifierObservation(edit.place.id, signature) {
          $0.setText(texte, edit.place.target)
        }
      }
      if edit.place.target == .minorite { ArgumentCard.selectDesaccord(&state) }
      return effects
    }
  }

  /// The same correction of the démarche as the person has just made it, by going back on a change.
  func renewed(_ state: State) -> TextEdit {
    guard let demarche = state.demarche, let observation = state.derived.observation(place.id)
    else {
      return self
    }
    var edit = self
    edit.base = demarche
    edit.original = observation.text(place.target)
    if field.text == original { edit.field = TextField(edit.original, isProse: true) }
    return edit
  }

  var begun: Begun? {
    guard field.text != original, !field.text.isBlank || !original.isEmpty else { return nil }
    let number =
      place.isNew
      ? base.lieu(deObservation: place.id)
        .flatMap { base.cercles[$0.cercle].observations[$0.index].numero } : nil
    var begun = Begun(
      .text, place.words, title: title + (number.map { " du n°\u{A0}\($0)" } ?? ""),
      fields: [
        Begun.Field(id: "", label: "", text: field.text, before: original, isProse: true)
      ])
    if place.target == .scission { begun.focus = String(field.cursor) }
    return begun
  }

  /// A new argument as it is noted; the démarche may have it by now.
  static func begun(_ texte: String, _ sens: Argument.Sens, of id: String) -> Begun {
    let place = Place(id: id, target: .nouvelArgument(sens))
    var begun = Begun(
      .text, place.words, title: sens == .pour ? "Un argument pour" : "Un argument contre",
      fields: [Begun.Field(id: "", label: "", text: texte, before: "", isProse: true)])
    begun.screen = Screen.cercle.name
    begun.isEntered = true
    return begun
  }

  /// A text begun is set aside.
  func leave(_ state: inout State) {
    state.modes.removeLast()
    let isChanged = field.text != original
    state.corrections[place] = isChanged ? self : nil
    if isChanged { state.say("Texte mis de côté\u{A0}: la même touche le reprend.") }
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    changed(in: &state) { $0.field.handle(key) }
  }

  func paste(_ text: String, in state: inout State) {
    var edit = self
    if !edit.field.paste(text) {
      state.refuse("Le texte collé est trop long\u{A0}: il est coupé à 5\u{A0}000 caractères.")
    }
    state.replaceMode(edit)
  }
}

extension TextEdit.Place {
  /// Whether it is of something that is not in the démarche yet.
  fileprivate var isNew: Bool { if case .nouvelArgument = target { true } else { false } }

  /// As what is typed is noted.
  fileprivate var words: [String] {
    switch target {
    case .texte: [id, "texte"]
    case .minorite: [id, "minorite"]
    case .argument(let argument): [id, "argument", argument]
    case .scission: [id, "scission"]
    case .nouvelArgument(let sens): [id, "nouvel argument", sens.rawValue]
    }
  }

  /// What such words are of; nil where they are of nothing.
  init?(words: [String]) {
    guard let id = words.first else { return nil }
    switch Array(words.dropFirst()) {
    case ["texte"]: self.init(id: id, target: .texte)
    case ["minorite"]: self.init(id: id, target: .minorite)
    case ["scission"]: self.init(id: id, target: .scission)
    case let rest where rest.count == 2 && rest[0] == "argument":
      self.init(id: id, target: .argument(rest[1]))
    case let rest where rest.count == 2 && rest[0] == "nouvel argument":
      guard let sens = Argument.Sens(rawValue: rest[1]) else { return nil }
      self.init(id: id, target: .nouvelArgument(sens))
    default: return nil
    }
  }
}

extension Observation {
  /// A text as it is now; nil when it is gone.
  func known(_ target: TextEdit.Target) -> String? {
    if case .argument(let id) = target, !arguments.contains(where: { $0.id == id }) { return nil }
    return text(target)
  }

  fileprivate func text(_ target: TextEdit.Target) -> String {
    switch target {
    case .texte, .scission: texte
    case .minorite: minorite ?? ""
    case .argument(let id): arguments.first { $0.id == id }?.texte ?? ""
    case .nouvelArgument: ""
    }
  }

  fileprivate mutating func setText(_ text: String, _ target: TextEdit.Target) {
    switch target {
    case .texte: texte = text
    case .minorite:
      desaccord = true
      minorite = text.isBlank ? nil : text
    case .argument(let id):
      guard let place = arguments.firstIndex(where: { $0.id == id }) else { return }
      arguments[place].texte = text
    case .nouvelArgument, .scission: break
    }
  }
}

extension ActionTable {
  /// What is heard while typing over a text.
  static let edit = ActionTable(
    "edit",
    Action(
      "texte.confirmer", [.enter], "Garder le texte", short: "garder", weight: 100,
      help: "Garde ce qui est écrit.", perform: { TextEdit.confirm(&$0) }),
    .leave(
      "texte.laisser", "Laisser comme avant",
      help: "Rien ne change\u{A0}; ce qui est écrit est mis de côté."))
}
