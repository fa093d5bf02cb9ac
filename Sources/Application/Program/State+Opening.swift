import DPES
import TerminalUI

// What any screen or mode may open above itself.
extension State {
  /// Asks a question of one line, with a text to begin with.
  @discardableResult
  mutating func ask(
    _ title: String, for subject: any QuestionSubject, _ text: String = "",
    isProposed: Bool = false
  ) -> [Effect] {
    if hidesNames, subject.isPath {
      return HeldBack.open(&self, Names.refusal, way: .names) {
        $0.ask(title, for: subject, text, isProposed: isProposed)
      }
    }
    var field = TextField(text, limit: 500, isProse: !subject.isPath)
    if isProposed { field.propose() }
    return open(Question(subject: subject, title: title, original: text, field: field))
  }

  /// Opens the form of something of the démarche, by its id, where the person is.
  mutating func openForm(of id: String) -> [Effect] {
    let subject = Screen.all.lazy.compactMap { [self] in $0.ecran.form(self, of: id) }.first
    return subject.map { open($0) } ?? []
  }

  /// Opens a form of another screen by what it is about, in the words that it is kept with.
  mutating func openForm(_ words: [String]) -> [Effect] {
    Begun.forms.lazy.compactMap { $0.init(words: words) }.first.map { open($0) } ?? []
  }

  /// Opens a form, with what was set aside last time if any, on the field of an id.
  mutating func open(_ subject: any FormSubject, on field: String? = nil) -> [Effect] {
    let aside = formsAside[ValueKey(subject)]
    guard let demarche, var card = aside ?? subject.card(self, demarche) else { return [] }
    card.hide(names: hidesNames)
    if hidesNames, Names.areIn(card) {
      return HeldBack.open(&self, Names.refusal, way: .names) { $0.open(subject, on: field) }
    }
    if let field, card.asks(field) { card.form.focus(on: field) }
    // What is shown is not what the démarche says: nobody would see it.
    if aside != nil { say("Fiche reprise comme elle était mise de côté\u{A0}: Entrée la garde.") }
    return open(card)
  }

  /// Opens the text of the selected observation, to correct it.
  mutating func openTexte() -> [Effect] { TextEdit.open(&self, .texte) }

  /// The program has to end now, perhaps with the laptop's battery: what was typed and never placed
  /// is kept.
  mutating func keepAtEnd() -> [Effect] {
    (modes.last?.keepAtEnd(&self) ?? []) + Capture.keepUnfinished(&self)
  }
}
