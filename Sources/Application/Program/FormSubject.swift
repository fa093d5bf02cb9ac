import DPES

/// What a form is about: it makes the form, and keeps what was filled in.
protocol FormSubject: Hashable, Sendable {
  /// What it is about, as what is typed in it is noted: a word of its own, then ids.
  var words: [String] { get }
  /// What such words are about; nil where they are another's.
  init?(words: [String])

  /// The screen that it is opened on.
  var place: Screen { get }
  /// Whether the next one is opened when this one is kept: Échap ends.
  var repeats: Bool { get }
  /// Whether what was typed is set aside when the form is left.
  var isKeptAside: Bool { get }

  /// The fields that may name somebody, beside those that do in every form (``Names``).
  var nommants: Set<String> { get }

  /// Whether there is room for another one.
  func canRepeat(_ state: State) -> Bool
  /// The form, as the démarche has it; nil when what it is about is gone.
  func card(_ state: State, _ demarche: Demarche) -> FormCard?
  /// Whether a field is asked, as the form stands.
  func asks(_ field: String, in card: FormCard) -> Bool
  /// Throws what is wrong with a field that somebody leaves: dates and people are looked at already.
  func check(_ field: String, in card: FormCard) throws(FormCard.Fault)
  /// Proposes what follows from the other fields in the one that is come to.
  func propose(in card: inout FormCard)
  func confirm(_ card: FormCard, in state: inout State) -> [Effect]
  /// What comes once the form is left without keeping it.
  func left(_ state: inout State)
}

extension FormSubject {
  var isKeptAside: Bool { true }
  var repeats: Bool { false }
  var nommants: Set<String> { [] }
  func canRepeat(_ state: State) -> Bool { repeats }
  func asks(_ field: String, in card: FormCard) -> Bool { true }
  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {}
  func propose(in card: inout FormCard) {}
  func left(_ state: inout State) {}
}
