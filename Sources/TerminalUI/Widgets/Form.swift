/// Fields one below the other, each with its label: texts to type, and choices of one among a few.
///
/// It knows nothing of what its fields mean: the caller reads them by their ids, and says with
/// ``fail(_:_:)`` what is wrong with one, under it.
package struct Form: Hashable, Sendable {
  package struct Field: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
      case text(TextField)
      case choice(Choice)
    }

    package let id: String
    package let label: String
    /// Under the field while it is the one that hears keys.
    package internal(set) var hint: String
    /// The most rows that a long text takes while it hears keys; otherwise it has one.
    package let lines: Int
    /// Texts that → proposes, at the end of what is typed.
    package let suggestions: [String]
    /// Whether it holds one short value, which is proposed when one comes to it: what is typed
    /// first takes its place.
    package let isValue: Bool
    package internal(set) var content: Content
    /// Whether it is asked now: another field may decide that.
    package internal(set) var isAsked = true
    /// What is wrong with it, until it changes.
    package internal(set) var fault: String?

    package init(
      text: String, id: String, label: String, hint: String = "", limit: Int = 500, lines: Int = 1,
      suggestions: [String] = [], isProse: Bool = true, isValue: Bool = false
    ) {
      self.id = id
      self.label = label
      self.hint = hint
      self.lines = lines
      self.suggestions = suggestions
      self.isValue = isValue
      content = .text(TextField(text, limit: limit, isProse: isProse))
    }

    package init(choice: Choice, id: String, label: String, hint: String = "") {
      self.id = id
      self.label = label
      self.hint = hint
      lines = 1
      suggestions = []
      isValue = false
      content = .choice(choice)
    }
  }

  /// One of a few, or none.
  package struct Choice: Hashable, Sendable {
    package struct Option: Hashable, Sendable {
      /// The letter that chooses it.
      package let key: Character
      package let label: String
      package let shortLabel: String

      package init(_ key: Character, _ label: String, short: String? = nil) {
        self.key = key
        self.label = label
        shortLabel = short ?? label
      }
    }

    package let options: [Option]
    package internal(set) var selection: Int?

    package init(_ options: [Option], selection: Int? = nil) {
      self.options = options
      self.selection = selection
    }
  }

  package private(set) var fields: [Field]
  /// The index of the field that hears keys.
  package private(set) var focus = 0

  package init(_ fields: [Field]) {
    self.fields = fields
    come(to: 0)
  }
}

extension Form {
  /// What a text field holds; empty for another, or none.
  package func text(_ id: String) -> String {
    guard case .text(let field)? = fields.first(where: { $0.id == id })?.content else { return "" }
    return field.text
  }

  /// The option chosen in a field, by its index.
  package func selection(_ id: String) -> Int? {
    guard case .choice(let choice)? = fields.first(where: { $0.id == id })?.content else {
      return nil
    }
    return choice.selection
  }

  /// What a field holds, a choice by its letter; empty where there is no such field.
  package func value(_ id: String) -> String {
    switch fields.first(where: { $0.id == id })?.content {
    case .text(let field): field.text
    case .choice(let choice):
      choice.selection.map { String(choice.options[$0].key) } ?? ""
    case nil: ""
    }
  }

  /// Puts in a field what ``value(_:)`` said of one, as far as it takes it.
  package mutating func put(_ value: String, in id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    switch fields[index].content {
    case .text(let field):
      var typed = TextField(limit: field.limit, isProse: field.isProse)
      typed.insert(value)
      fields[index].content = .text(typed)
    case .choice(var choice):
      choice.selection = choice.options.firstIndex { String($0.key) == value }
      fields[index].content = .choice(choice)
    }
  }

  /// The id of the field that hears keys.
  package var focusedID: String? { fields.indices.contains(focus) ? fields[focus].id : nil }

  /// Says what is wrong with a field, and goes to it.
  package mutating func fail(_ id: String, _ fault: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].fault = fault
    fields[index].isAsked = true
    focus = index
  }

  /// Says what is wrong with a field, nil for nothing, wherever keys go.
  package mutating func tell(_ id: String, _ fault: String?) {
    if let index = fields.firstIndex(where: { $0.id == id }) { fields[index].fault = fault }
  }

  /// Puts another text in a field.
  package mutating func write(_ text: String, in id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }),
      case .text(let field) = fields[index].content
    else { return }
    fields[index].content = .text(TextField(text, limit: field.limit, isProse: field.isProse))
  }

  /// Chooses an option of a field by its index, nil for none, and goes on hearing keys where it did.
  package mutating func choose(_ selection: Int?, in id: String) {
    guard let index = fields.firstIndex(where: { $0.id == id }),
      case .choice(var choice) = fields[index].content
    else { return }
    choice.selection = selection
    fields[index].content = .choice(choice)
  }

  /// Says something else under a field while it hears keys.
  package mutating func explain(_ hint: String, in id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { fields[index].hint = hint }
  }

  /// Chooses which fields are asked; what the others hold stays.
  ///
  /// The one that hears keys is asked.
  package mutating func ask(_ isAsked: (String) -> Bool) {
    for index in fields.indices {
      fields[index].isAsked = index == focus || isAsked(fields[index].id)
    }
  }

  /// Whether the same is typed and chosen as in another.
  package func holdsTheSame(as other: Form) -> Bool {
    fields.count == other.fields.count
      && zip(fields, other.fields).allSatisfy { one, two in
        one.id == two.id && text(one.id) == other.text(one.id)
          && selection(one.id) == other.selection(one.id)
      }
  }
}

extension Form {
  /// Does what a key does in a form, and returns whether it does anything there.
  ///
  /// Tab, Shift-Tab and the arrows up and down go from field to field, around; in a text of several
  /// rows, in a form `width` columns wide, the arrows go through them first. In a choice, a letter
  /// chooses, left and right go along, Retour arrière and Suppr choose none. In a text with
  /// suggestions, → at its end takes the next one.
  package mutating func handle(_ key: Key, width: Int = 80) -> Bool {
    guard fields.indices.contains(focus) else { return false }
    let room = max(1, width - labelWidth(width))
    switch key {
    case .down where fields[focus].moveVertically(by: 1, width: room),
      .up where fields[focus].moveVertically(by: -1, width: room):
      break
    case .tab, .down: step(1)
    case .backTab, .up: step(fields.count - 1)
    default:
      guard fields[focus].handle(key) else { return false }
      fields[focus].fault = nil
    }
    return true
  }

  /// To the next field that is asked, around.
  private mutating func step(_ steps: Int) {
    var next = focus
    repeat { next = (next + steps) % fields.count } while !fields[next].isAsked && next != focus
    come(to: next)
  }

  private mutating func come(to index: Int) {
    guard fields.indices.contains(index) else { return }
    focus = index
    guard fields[index].isValue, case .text(var field) = fields[index].content else { return }
    field.propose()
    fields[index].content = .text(field)
  }

  /// Inserts a pasted text in the field that hears keys, and returns whether all of it found room.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    guard fields.indices.contains(focus), case .text(var field) = fields[focus].content else {
      return false
    }
    let fits = field.paste(text)
    fields[focus].content = .text(field)
    fields[focus].fault = nil
    return fits
  }

  /// Whether something was pasted in one of its fields.
  package var holdsPaste: Bool {
    fields.contains { if case .text(let field) = $0.content { field.holdsPaste } else { false } }
  }

  /// Goes to the field of an id, where there is one.
  package mutating func focus(on id: String) {
    if let index = fields.firstIndex(where: { $0.id == id }) { come(to: index) }
  }

  /// Goes to a field that was pointed at.
  package mutating func focus(on index: Int) { come(to: index) }
}

extension Form.Field {
  fileprivate mutating func handle(_ key: Key) -> Bool {
    switch content {
    case .text(var field):
      if key == .right, field.cursor == field.characters.count, let next = suggestion(after: field)
      {
        field.deleteToStart()
        field.insert(next)
      } else {
        guard field.handle(key) else { return false }
      }
      content = .text(field)
    case .choice(var choice):
      guard choice.handle(key) else { return false }
      content = .choice(choice)
    }
    return true
  }
}

extension Form.Field {
  /// The first suggestion that begins as what is typed; after a whole one, the next, around.
  private func suggestion(after field: TextField) -> String? {
    if let place = suggestions.firstIndex(of: field.text) {
      return suggestions[(place + 1) % suggestions.count]
    }
    let typed = field.text.lowercased()
    return suggestions.first { $0.lowercased().hasPrefix(typed) }
  }

  /// Moves in a text of several rows; false at its first or last, and in any other field.
  fileprivate mutating func moveVertically(by rows: Int, width: Int) -> Bool {
    guard lines > 1, case .text(var field) = content,
      field.moveVertically(by: rows, in: Size(width, self.rows(width: width)))
    else { return false }
    content = .text(field)
    return true
  }

  /// The rows of its text while it hears keys.
  func rows(width: Int) -> Int {
    guard lines > 1, case .text(let field) = content else { return 1 }
    return min(lines, field.rows(width: width))
  }
}

extension Form.Choice {
  fileprivate mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .left: step(-1)
    case .right, .character(" "): step(1)
    case .backspace, .delete, .control("d"): selection = nil
    case .character(let character):
      let typed = character.lowercased()
      guard let found = options.firstIndex(where: { $0.key.lowercased() == typed }) else {
        return false
      }
      selection = found
    default: return false
    }
    return true
  }

  /// From none, to the first or the last; around.
  private mutating func step(_ steps: Int) {
    guard !options.isEmpty else { return }
    guard let selection else {
      self.selection = steps > 0 ? 0 : options.count - 1
      return
    }
    self.selection = (selection + steps + options.count) % options.count
  }
}
