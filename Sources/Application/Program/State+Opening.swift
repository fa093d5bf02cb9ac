import DPES

// What any screen or mode may open above itself.
extension State {
  /// Asks a question of one line, with a text to begin with.
  mutating func ask(_ title: String, for subject: any QuestionSubject, _ text: String = "") {
    Question.ask(&self, title, for: subject, text)
  }

  /// Opens a form, with what was set aside last time if any, on the field of an id.
  mutating func open(_ subject: any FormSubject, on field: String? = nil) -> [Effect] {
    FormCard.open(&self, subject, on: field)
  }

  /// Opens the text of the selected observation, to correct it.
  mutating func openTexte() -> [Effect] { TextEdit.open(&self, .texte) }

  /// The program has to end now, perhaps with the laptop's battery: what was typed and never placed
  /// is kept.
  mutating func keepAtEnd() -> [Effect] {
    (modes.last?.keepAtEnd(&self) ?? []) + Capture.keepUnfinished(&self)
  }
}
