/// A frame's bytes with no more of them than its styles need.
///
/// ncurses names both colours where one changes, and begins anew where bold ends: a third of a frame. What
/// is drawn is the same. A frame begins and ends in the terminal's own style; one that has a sequence that
/// is not known here is left as it is.
struct LeanStyles {
  /// Ink, ground and emphasis, as a terminal has them.
  private struct Look: Equatable {
    /// 0 for the terminal's own, a parameter that chooses it, or ``palette`` and a number there.
    var ink = 0
    var ground = 0
    /// A bit for each of ``emphases``.
    var emphasis = 0
  }

  private static let palette = 256
  private static let emphases = [1, 2, 4, 7]
  private static let escape = UInt8(0x1B)
  private static let bracket = UInt8(ascii: "[")

  private let source: [UInt8]
  private var place = 0
  private var result: [UInt8] = []
  private var shown = Look()
  private var wanted = Look()
  /// Whether the set of characters was named, which is kept for the end.
  private var namesSet = false
  /// The parameters of a sequence, read or written: kept, so that a style allocates nothing.
  private var numbers: [Int] = []
  private var whole: [Int] = []

  private init(_ bytes: [UInt8]) {
    source = bytes
    result.reserveCapacity(bytes.count)
  }

  /// - Complexity: O(bytes), about 10 instructions each.
  static func shortened(_ bytes: [UInt8]) -> [UInt8] {
    var lean = LeanStyles(bytes)
    guard lean.run(), lean.result.count < bytes.count else { return bytes }
    return lean.result
  }

  /// False where a sequence is not known.
  private mutating func run() -> Bool {
    while place < source.count {
      guard source[place] == Self.escape else {
        if wanted != shown { choose() }
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
    if namesSet {
      for byte in [Self.escape, UInt8(ascii: "("), UInt8(ascii: "B")] { result.append(byte) }
    }
    namesSet = false
    choose()
  }

  /// `ESC [ … letter`: a style is put off until something is drawn in it; what only moves is handed on.
  private mutating func takeSequence() -> Bool {
    var end = place + 2
    while end < source.count, !(0x40...0x7E).contains(source[end]) { end += 1 }
    guard end < source.count else { return false }
    switch source[end] {
    case UInt8(ascii: "m"):
      guard read(place + 2..<end), want() else { return false }
      place = end + 1
      return true
    // The end of a frame is its last byte.
    case UInt8(ascii: "h"), UInt8(ascii: "l"): settle()
    case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "G"), UInt8(ascii: "H"),
      UInt8(ascii: "d"):
      break
    // What clears or shifts does it in the style of the moment.
    default: choose()
    }
    result += source[place...end]
    place = end + 1
    return true
  }

  /// Reads the parameters of a sequence; false where one is no number.
  private mutating func read(_ body: Range<Int>) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    numbers.append(0)
    for byte in source[body] {
      switch byte {
      case UInt8(ascii: ";"): numbers.append(0)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let last = numbers.count - 1
        // No parameter of a style is as large.
        guard numbers[last] < 1000 else { return false }
        numbers[last] = numbers[last] * 10 + Int(byte - UInt8(ascii: "0"))
      default: return false
      }
    }
    return true
  }

  private mutating func want() -> Bool {
    var index = 0
    while index < numbers.count {
      let first = numbers[index]
      index += 1
      switch first {
      case 0: wanted = Look()
      case 1, 2, 4, 7:
        if let bit = Self.emphases.firstIndex(of: first) { wanted.emphasis |= 1 << bit }
      case 30...37, 90...97: wanted.ink = first
      case 40...47, 100...107: wanted.ground = first
      case 39: wanted.ink = 0
      case 49: wanted.ground = 0
      case 38, 48:
        guard index + 1 < numbers.count, numbers[index] == 5 else { return false }
        let colour = Self.palette + numbers[index + 1]
        index += 2
        if first == 38 { wanted.ink = colour } else { wanted.ground = colour }
      default: return false
      }
    }
    return true
  }

  /// Chooses the style that is wanted, in the fewest bytes.
  private mutating func choose() {
    guard wanted != shown else { return }
    whole.removeAll(keepingCapacity: true)
    if wanted != Look() {
      whole.append(0)
      Self.name(emphasis: wanted.emphasis, in: &whole)
      Self.name(wanted.ink, 38, in: &whole)
      Self.name(wanted.ground, 48, in: &whole)
    }
    let isChange = listChange()
    write(isChange && Self.length(numbers) < Self.length(whole) ? numbers : whole)
    shown = wanted
  }

  /// Lists what changes alone in `numbers`; false where an emphasis can only be ended by beginning anew.
  private mutating func listChange() -> Bool {
    numbers.removeAll(keepingCapacity: true)
    var kept = shown.emphasis
    if kept & ~wanted.emphasis != 0 {
      // 22 ends what is bold on every terminal of 256 colours, and on none is it asked of another.
      guard kept == 1, max(shown.ink, wanted.ink) >= Self.palette else { return false }
      numbers.append(22)
      kept = 0
    }
    Self.name(emphasis: wanted.emphasis & ~kept, in: &numbers)
    if wanted.ink != shown.ink {
      if wanted.ink == 0 { numbers.append(39) } else { Self.name(wanted.ink, 38, in: &numbers) }
    }
    if wanted.ground != shown.ground {
      if wanted.ground == 0 {
        numbers.append(49)
      } else {
        Self.name(wanted.ground, 48, in: &numbers)
      }
    }
    return true
  }

  private static func name(emphasis: Int, in numbers: inout [Int]) {
    for bit in 0..<4 where emphasis & 1 << bit != 0 { numbers.append(emphases[bit]) }
  }

  /// Names a colour; the terminal's own needs no name where all begins anew.
  private static func name(_ colour: Int, _ opening: Int, in numbers: inout [Int]) {
    if colour >= palette {
      numbers.append(opening)
      numbers.append(5)
      numbers.append(colour - palette)
    } else if colour > 0 {
      numbers.append(colour)
    }
  }

  /// Bytes of the parameters, with what stands between them.
  private static func length(_ numbers: [Int]) -> Int {
    numbers.reduce(max(0, numbers.count - 1)) { $0 + ($1 < 10 ? 1 : $1 < 100 ? 2 : 3) }
  }

  private mutating func write(_ numbers: [Int]) {
    result.append(Self.escape)
    result.append(Self.bracket)
    for (index, number) in numbers.enumerated() {
      if index > 0 { result.append(UInt8(ascii: ";")) }
      if number >= 100 { result.append(UInt8(ascii: "0") + UInt8(number / 100 % 10)) }
      if number >= 10 { result.append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
      result.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
    result.append(UInt8(ascii: "m"))
  }
}
