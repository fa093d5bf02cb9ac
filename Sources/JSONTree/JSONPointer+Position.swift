extension JSONPointer {
  /// Where the value begins in the text; `nil` when the text has no such value.
  ///
  /// - Complexity: as reading the text up to the value.
  package func position(in bytes: [UInt8]) -> TextPosition? {
    JSONPointer.positions(of: [self], in: bytes)[self]
  }

  /// Where values begin in the text, but for those that it does not have.
  ///
  /// Values carry no positions: the few that are asked for are found by reading the text again.
  ///
  /// - Complexity: as reading the text up to the last of them, however many they are.
  package static func positions(
    of pointers: some Sequence<JSONPointer>, in bytes: [UInt8]
  ) -> [JSONPointer: TextPosition] {
    var wanted = PointerTree()
    for pointer in pointers { wanted.insert(pointer.steps[...]) }
    var search = PositionSearch(bytes)
    // A damaged text gives the places before the damage.
    try? search.run(wanted)
    return search.found
  }
}

/// Pointers that share the beginnings of their ways.
private struct PointerTree {
  /// A pointer ends here.
  private(set) var isEnd = false
  private(set) var children: [JSONPointer.Step: PointerTree] = [:]

  mutating func insert(_ steps: ArraySlice<JSONPointer.Step>) {
    guard let step = steps.first else {
      isEnd = true
      return
    }
    children[step, default: PointerTree()].insert(steps.dropFirst())
  }

  var count: Int { children.values.reduce(isEnd ? 1 : 0) { $0 + $1.count } }
}

private struct PositionSearch {
  private(set) var found: [JSONPointer: TextPosition] = [:]
  private var reader: JSONReader
  private var last: TextPosition
  private var missing = 0

  init(_ bytes: [UInt8]) {
    reader = JSONReader(bytes)
    last = TextPosition(offset: reader.offset, in: bytes)
  }

  mutating func run(_ wanted: PointerTree) throws(JSONError) {
    missing = wanted.count
    reader.skipBlanks()
    try find(wanted, at: JSONPointer())
  }

  /// Goes past the value that begins here, noting the places that are wanted in it.
  private mutating func find(_ wanted: PointerTree, at pointer: JSONPointer) throws(JSONError) {
    guard missing > 0, reader.offset < reader.bytes.count else { return }
    if wanted.isEnd {
      last = last.advanced(to: reader.offset, in: reader.bytes)
      found[pointer] = last
      missing -= 1
    }
    let depth = pointer.steps.count
    let isObject = reader.current == UInt8(ascii: "{")
    guard !wanted.children.isEmpty, isObject || reader.current == UInt8(ascii: "[") else {
      if missing > 0 { _ = try reader.readValue(depth: depth) }
      return
    }
    try reader.enter(depth: depth + 1)
    if reader.skip(UInt8(ascii: isObject ? "}" : "]")) { return }
    var index = 0
    repeat {
      reader.skipBlanks()
      let step: JSONPointer.Step = isObject ? .key(try reader.readKey()) : .index(index)
      if let inside = wanted.children[step] {
        try find(inside, at: JSONPointer(pointer.steps + [step]))
      } else {
        _ = try reader.readValue(depth: depth + 1)
      }
      guard missing > 0 else { return }
      reader.skipBlanks()
      index += 1
    } while reader.skip(UInt8(ascii: ","))
    _ = reader.skip(UInt8(ascii: isObject ? "}" : "]"))
  }
}
