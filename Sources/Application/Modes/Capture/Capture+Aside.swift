import DPES
import TerminalUI

// A capture that was closed before its text was said, here and in a note beside the file.
extension Capture {
  /// What was in it.
  struct Aside: Hashable, Sendable {
    var field: TextField
    /// The lines pasted that nobody has taken.
    var pasted: PastedLines?

    /// nil where nothing was in it.
    init?(_ capture: Capture) {
      field = capture.field
      pasted = capture.pasted
      if field.text.isBlank, pasted == nil { return nil }
    }

    init(_ text: String) { field = TextField(text, isProse: true) }

    /// Whether some of it was pasted.
    var holdsPaste: Bool { pasted != nil || field.holdsPaste }

    /// All of it.
    var text: String { pasted.map { $0.all.joined(separator: " ") } ?? field.text }

    /// What was pasted, as it is noted; nil where all of it was typed.
    func begun(about subject: Subject?) -> Begun? {
      guard holdsPaste else { return nil }
      return Begun(
        .paste, subject?.words ?? [],
        title: pasted.map { "un texte collé de \($0.all.count.counting("ligne"))" }
          ?? "un texte collé",
        fields: fields)
    }

    private var fields: [Begun.Field] {
      func field(_ id: Begun.Part, _ text: String) -> Begun.Field {
        Begun.Field(id: id.rawValue, label: "", text: text, before: "", isProse: id != .left)
      }
      var fields: [Begun.Field] = []
      if self.field.holdsPaste { fields.append(field(.field, self.field.text)) }
      guard let pasted else { return fields }
      fields += [
        field(.lines, pasted.pasted),
        field(.left, pasted.left.map(String.init).joined(separator: " ")),
      ]
      if !pasted.typed.isEmpty { fields.append(field(.typed, pasted.typed)) }
      return fields
    }
  }

  var begun: Begun? { Aside(self)?.begun(about: subject) }

  /// Takes up what was set aside.
  mutating func take(_ aside: Aside) {
    field = aside.field
    guard var pasted = aside.pasted else { return }
    pasted.isReopened = false
    step = .paste(pasted)
  }

  /// What was pasted, as it stood.
  init(_ begun: Begun, in state: State) {
    self.init(numero: Self.nextNumero(state))
    subject = Subject(words: begun.words)
    if let text = begun.text(.field) { field.paste(text) }
    guard let text = begun.text(.lines) else { return }
    let left = (begun.text(.left) ?? "").split(separator: " ").compactMap { Int($0) }
    var lines = PastedLines(text, after: begun.text(.typed) ?? "").leaving(Set(left))
    lines.isReopened = true
    step = .paste(lines)
  }

  /// Whether the démarche has what is kept of it: it was accepted, and perhaps saved.
  func isEntered(in demarche: Demarche) -> Bool {
    let texts = pasted?.kept ?? [field.text.trimmed]
    return texts.first.map(demarche.dit) ?? false
  }
}

extension Begun {
  /// What is noted of a paste.
  fileprivate enum Part: String {
    /// What stands in the field.
    case field = "texte"
    /// All the lines, as they came.
    case lines = "lignes"
    /// The places of those left out.
    case left = "laissees"
    /// What was typed before, now the first line.
    case typed = "ecrit"
  }

  fileprivate func text(_ part: Part) -> String? { fields.first { $0.id == part.rawValue }?.text }
}

extension Capture.Subject {
  fileprivate var words: [String] { [point, question, axe?.rawValue ?? ""] }

  fileprivate init?(words: [String]) {
    guard words.count == 3 else { return nil }
    self.init(point: words[0], question: words[1], axe: Axe(rawValue: words[2]))
  }
}
