/// A frame's bytes with no more of them than its styles need.
///
/// ncurses names both colours where one changes, and begins anew where bold ends: a third of a frame. What
/// is drawn is the same. A frame begins and ends in the terminal's own style; one that has a sequence that
/// is not known here is left as it is.
struct LeanStyles {
  /// Ink, ground and emphasis, as a terminal has them.
  private struct Look: Equatable {
    /// The parameters that choose it; empty for the terminal's own.
    var ink: [Int] = []
    var ground: [Int] = []
    /// 1, 2, 4 and 7, in this order.
    var emphasis: [Int] = []
  }

  private static let escape = UInt8(0x1B)
  private static let bracket = UInt8(ascii: "[")

  private let source: [UInt8]
  private var place = 0
  private var result: [UInt8] = []
  private var shown = Look()
  private var wanted = Look()
  /// Whether the set of characters was named, which is kept for the end.
  private var namesSet = false

  private init(_ bytes: [UInt8]) {
    source = bytes
    result.reserveCapacity(bytes.count)
  }

  /// - Complexity: O(bytes).
  static func shortened(_ bytes: [CChar]) -> [CChar] {
    var lean = LeanStyles(bytes.map { UInt8(bitPattern: $0) })
    guard lean.run(), lean.result.count < bytes.count else { return bytes }
    return lean.result.map { CChar(bitPattern: $0) }
  }

  /// False where a sequence is not known.
  private mutating func run() -> Bool {
    while place < source.count {
      guard source[place] == Self.escape else {
        choose()
        result.append(source[place])
        place += 1
        continue
      }
      guard place + 2 < source.count else { return false }
      switch source[place + 1] {
      case Self.bracket: guard takeSequence() else { return false }
      case UInt8(ascii: "("):
        guard source[place + 2] == UInt8(ascii: "B") else { return false }
        namesSet = true
        place += 3
      default: return false
      }
    }
    guard wanted == Look() else { return false }
    settle()
    return true
  }

  /// Writes what was put off.
  private mutating func settle() {
    if namesSet { result += [Self.escape, UInt8(ascii: "("), UInt8(ascii: "B")] }
    namesSet = false
    choose()
  }

  /// `ESC [ … letter`: a style is put off until something is drawn in it; what only moves is handed on.
  private mutating func takeSequence() -> Bool {
    guard
      let end = source[(place + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) })
    else { return false }
    let body = source[(place + 2)..<end]
    if source[end] == UInt8(ascii: "m") {
      guard want(body) else { return false }
    } else {
      // What clears or shifts does it in the style of the moment; the end of a frame is its last byte.
      if "hl".utf8.contains(source[end]) {
        settle()
      } else if !"HGdABCD".utf8.contains(source[end]) {
        choose()
      }
      result += source[place...end]
    }
    place = end + 1
    return true
  }

  private mutating func want(_ body: ArraySlice<UInt8>) -> Bool {
    let words = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    var numbers = words.map { Int(String(decoding: $0, as: UTF8.self)) ?? ($0.isEmpty ? 0 : -1) }[
      ...]
    while let first = numbers.popFirst() {
      switch first {
      case 0: wanted = Look()
      case 1, 2, 4, 7:
        if !wanted.emphasis.contains(first) {
          wanted.emphasis = (wanted.emphasis + [first]).sorted()
        }
      case 30...37, 90...97: wanted.ink = [first]
      case 40...47, 100...107: wanted.ground = [first]
      case 39: wanted.ink = []
      case 49: wanted.ground = []
      case 38, 48:
        guard numbers.count > 1, numbers.first == 5 else { return false }
        let colour = [first] + numbers.prefix(2)
        numbers = numbers.dropFirst(2)
        if first == 38 { wanted.ink = colour } else { wanted.ground = colour }
      default: return false
      }
    }
    return true
  }

  /// Chooses the style that is wanted, in the fewest bytes.
  private mutating func choose() {
    guard wanted != shown else { return }
    let whole = [0] + wanted.emphasis + wanted.ink + wanted.ground
    var best = wanted == Look() ? [] : whole
    if let change, Self.written(change).count < Self.written(best).count { best = change }
    result += [Self.escape, Self.bracket] + Self.written(best) + [UInt8(ascii: "m")]
    shown = wanted
  }

  /// What changes alone; nil where an emphasis can only be ended by beginning anew.
  private var change: [Int]? {
    var numbers: [Int] = []
    var kept = shown.emphasis
    if !kept.allSatisfy(wanted.emphasis.contains) {
      // 22 ends what is bold on every terminal of 256 colours, and on none is it asked of another.
      guard kept == [1], shown.ink.count == 3 || wanted.ink.count == 3 else { return nil }
      numbers.append(22)
      kept = []
    }
    numbers += wanted.emphasis.filter { !kept.contains($0) }
    if wanted.ink != shown.ink { numbers += wanted.ink.isEmpty ? [39] : wanted.ink }
    if wanted.ground != shown.ground { numbers += wanted.ground.isEmpty ? [49] : wanted.ground }
    return numbers
  }

  private static func written(_ numbers: [Int]) -> [UInt8] {
    Array(numbers.map(String.init).joined(separator: ";").utf8)
  }
}
