import DPES
import TerminalUI

/// A form, a text or an answer that stands open and is not confirmed, as it is noted: words of ours, ids,
/// and what was typed.
package struct Begun: Hashable, Sendable {
  /// One of its texts that is no longer what it was.
  package struct Field: Hashable, Sendable {
    /// The field's name in its form.
    package let id: String
    /// What it is called where nothing else shows it.
    package let label: String
    /// What it holds; a choice is its letter.
    package let text: String
    /// What it held when it was opened.
    package let before: String
    /// Whether it is a sentence of somebody's, not a date, a number or a choice.
    package let isProse: Bool

    /// What a field is called, holds, and held before.
    package init(id: String, label: String, text: String, before: String, isProse: Bool) {
      self.id = id
      self.label = label
      self.text = text
      self.before = before
      self.isProse = isProse
    }
  }

  /// What stands open.
  package enum Kind: String, Sendable {
    case form = "fiche"
    case text = "texte"
    case question
    case vote
    case paste = "collage"
  }

  /// A form, a text, a question, a vote or what was pasted.
  package let kind: Kind
  /// What it is about.
  package let words: [String]
  /// As it stood above it.
  package let title: String
  /// Those that hold something else than they did.
  package let fields: [Field]
  /// The field that hears keys.
  package var focus: String?
  /// The screen that it stands on, by its name, and where the person is there.
  package var screen = ""
  /// What was selected there.
  package var place = Wall.Place()
  /// The image shown.
  package var image: String?
  /// Whether it was set aside.
  package var isAside = false
  /// Whether it was confirmed since, and the file perhaps has it.
  package var isEntered = false

  /// Something of a kind that stands open, about something.
  package init(_ kind: Kind, _ words: [String], title: String, fields: [Field]) {
    self.kind = kind
    self.words = words
    self.title = title
    self.fields = fields
  }

  /// Whether both are about the same.
  func isAboutTheSame(as other: Begun) -> Bool { kind == other.kind && words == other.words }

  /// Whether another goes on with the same texts.
  func isContinued(by other: Begun) -> Bool {
    isAboutTheSame(as: other)
      && fields.allSatisfy { field in
        other.fields.contains { $0.id == field.id && $0.text.hasPrefix(field.text) }
      }
  }
}

extension Begun {
  /// What the forms of the program are about.
  static let forms: [any FormSubject.Type] = [
    EtatForm.self, ExerciceForm.self, GrilleDatesForm.self, ImageForm.self, SchemaCard.self,
    DepartForm.self, RealiseForm.self, CapitalisationForm.self, ArgentForm.self,
    OlderImageForm.self, PassageForm.self, DemandeForm.self, RetourForm.self,
    RegardForm.self,
  ]

  /// What is asked in one line and kept in the démarche.
  static let questions: [any KeptQuestion.Type] = [
    ElementQuestion.self, ReponseQuestion.self, LigneQuestion.self, FicheQuestion.self,
    ArgumentQuestion.self, MotifQuestion.self, CorrectionQuestion.self,
    RelationQuestion.self,
  ]
}

extension State {
  /// All that stands open, is set aside or waits to be opened again, what was on top last.
  var begun: [Begun] {
    let open = modes.compactMap { $0.begun.map(located) }
    let texts = corrections.values.compactMap(\.begun)
    let forms = formsAside.values.compactMap { card in
      card.begun.map { begun in
        var begun = begun
        begun.screen = card.subject.place.name
        return begun
      }
    }
    // One that was taken up again is kept aside until it is confirmed.
    let votes = [heldVote?.begun].compactMap(\.self)
    let pastes = drafts.compactMap { $0.value.begun(about: $0.key) }
    let aside = (texts + forms + votes + pastes).filter { one in
      !open.contains { $0.isAboutTheSame(as: one) }
    }
    .sorted { $0.words.lexicographicallyPrecedes($1.words) }
    .map { begun in
      var begun = begun
      begun.isAside = true
      return begun
    }
    return aside + unopened.later + unopened.waiting.reversed() + open
  }

  private func located(_ begun: Begun) -> Begun {
    // What is gone is where it was.
    guard begun.screen.isEmpty else { return begun }
    var begun = begun
    begun.screen = screen.name
    begun.place = screen.ecran.wallPlace(self)
    begun.image = derived.image?.cercle.id
    return begun
  }
}
