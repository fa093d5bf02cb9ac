/// A text being typed, and the cursor in it.
///
/// The unit is the character as a reader sees it: a letter and its combining marks are one to the
/// cursor, to deletion and to the width. Newlines and tabs come in as spaces, other controls not
/// at all. The text itself is kept as typed: what a terminal can't show of it is replaced on the
/// canvas only.
///
/// Each edit and move costs O(length of the text).
package struct TextField: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// The number of characters before the cursor.
  package private(set) var cursor: Int
  /// The most that the field takes, in Unicode scalars.
  package let limit: Int
  /// Whether what is typed is French prose, where an apostrophe after a letter is the typographic one.
  package let isProse: Bool
  /// Whether the last key made an apostrophe typographic: Retour arrière takes that back first.
  private var hasJustCurled = false
  /// Whether its text is proposed: what is typed first takes its place, a move keeps it.
  package private(set) var isProposed = false
  /// Whether something was pasted in it that nobody has accepted: it may be anything.
  package private(set) var holdsPaste = false

  /// A field with the cursor after its text.
  package init(_ text: String = "", limit: Int = 5_000, isProse: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.limit = limit
    self.isProse = isProse
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  /// Whether the next character typed would be refused.
  package var isFull: Bool { scalarCount >= limit }

  /// Takes what it holds for a proposal.
  package mutating func propose() {
    isProposed = !isEmpty
    cursor = characters.count
  }

  private var scalarCount: Int {
    characters.reduce(0) { $0 + $1.unicodeScalars.count }
  }
}

extension TextField {
  /// Inserts text at the cursor, as one step, and returns whether all of it found room.
  @discardableResult
  package mutating func insert(_ text: String) -> Bool {
    if isProposed { replace(0..<characters.count, with: "") }
    var room = limit - scalarCount
    var inserted = ""
    for character in text {
      let character: Character =
        character.isNewline || character == "\t" ? " " : character
      let size = character.unicodeScalars.count
      if character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        continue
      }
      guard size <= room else {
        replace(cursor..<cursor, with: inserted)
        return false
      }
      room -= size
      inserted.append(character)
    }
    replace(cursor..<cursor, with: inserted)
    return true
  }

  /// Inserts a pasted text, and returns whether all of it found room.
  @discardableResult
  package mutating func paste(_ text: String) -> Bool {
    let fits = insert(text)
    holdsPaste = !isEmpty
    return fits
  }

  /// What was pasted is accepted as if it had been typed.
  package mutating func acceptPaste() { holdsPaste = false }

  package mutating func deleteBackward() {
    replace(max(0, cursor - 1)..<cursor, with: "")
  }

  package mutating func deleteForward() {
    replace(cursor..<min(cursor + 1, characters.count), with: "")
  }

  package mutating func deleteWordBackward() {
    replace(startOfWord(before: cursor)..<cursor, with: "")
  }

  package mutating func deleteToEnd() {
    replace(cursor..<characters.count, with: "")
  }

  package mutating func deleteToStart() {
    replace(0..<cursor, with: "")
  }

  /// Joins anew what an edit brings together: a mark typed after its letter becomes one with it.
  private mutating func replace(_ range: Range<Int>, with text: String) {
    isProposed = false
    let start = String(characters[..<range.lowerBound]) + text
    characters = Array(start + String(characters[range.upperBound...]))
    cursor = min(start.count, characters.count)
    if characters.isEmpty { holdsPaste = false }
  }
}

extension TextField {
  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  package mutating func moveRight() { cursor = min(cursor + 1, characters.count) }
  package mutating func moveWordLeft() { cursor = startOfWord(before: cursor) }
  package mutating func moveWordRight() { cursor = endOfWord(after: cursor) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = characters.count }

  /// Puts the cursor before the character of an index, or at the nearest end.
  package mutating func moveCursor(to index: Int) {
    isProposed = false
    cursor = min(max(0, index), characters.count)
  }

  private func startOfWord(before index: Int) -> Int {
    var index = index
    while index > 0, !characters[index - 1].isPartOfWord { index -= 1 }
    while index > 0, characters[index - 1].isPartOfWord { index -= 1 }
    return index
  }

  private func endOfWord(after index: Int) -> Int {
    var index = index
    while index < characters.count, !characters[index].isPartOfWord { index += 1 }
    while index < characters.count, characters[index].isPartOfWord { index += 1 }
    return index
  }
}

extension TextField {
  /// Does what a key does in a text field, and returns whether it does anything there.
  ///
  /// Besides the usual keys: Ctrl-A and Ctrl-E go to the ends, Ctrl-W deletes a word, Ctrl-K and
  /// Ctrl-U what is after and before the cursor, Ctrl-D the next character. In prose `'` becomes `’`
  /// after a letter; Retour arrière right after gives `'`. What is proposed goes with the first key
  /// that types or deletes. Up and down, Enter, Tab and Escape are the caller's.
  package mutating func handle(_ key: Key) -> Bool {
    let wasCurled = hasJustCurled
    hasJustCurled = false
    let wasProposed = isProposed
    switch key {
    case .backspace where wasProposed, .delete where wasProposed, .control("d") where wasProposed,
      .control("w") where wasProposed:
      replace(0..<characters.count, with: "")
    case .character("'")
    where isProse && !wasProposed && cursor > 0 && characters[cursor - 1].isLetter:
      hasJustCurled = insert("’")
    case .character(let character): insert(String(character))
    case .backspace where wasCurled:
      deleteBackward()
      insert("'")
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .left: moveLeft()
    case .right: moveRight()
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("w"): deleteWordBackward()
    case .control("k"): deleteToEnd()
    case .control("u"): deleteToStart()
    default: return false
    }
    isProposed = false
    return true
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber }
}
