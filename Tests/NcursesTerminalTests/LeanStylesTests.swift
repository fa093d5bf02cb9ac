import Testing

@testable import NcursesTerminal

/// A frame with fewer bytes draws the same.
@Suite struct LeanStylesTests {
  /// What a terminal makes of a frame: each character with the style that it has then.
  private struct Screen: Equatable {
    var drawn: [String] = []
    private var emphasis: Set<Int> = []
    private var ink = "own"
    private var ground = "own"

    init(_ bytes: [UInt8]) {
      var rest = Substring(String(decoding: bytes, as: UTF8.self))
      while let first = rest.popFirst() {
        guard first == "\u{1B}" else {
          drawn.append("\(first) \(emphasis.sorted()) \(ink) \(ground)")
          continue
        }
        if rest.hasPrefix("(B") {
          rest = rest.dropFirst(2)
          continue
        }
        let end = rest.firstIndex { $0.isLetter } ?? rest.endIndex
        let body = rest[..<end].dropFirst()
        guard end < rest.endIndex else { return }
        if rest[end] == "m" {
          choose(body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 })
        } else {
          // What is cleared takes the ground of the moment.
          drawn.append("\(body)\(rest[end]) \("KJXPL@M".contains(rest[end]) ? ground : "")")
        }
        rest = rest[rest.index(after: end)...]
      }
      drawn.append("end \(emphasis.sorted()) \(ink) \(ground)")
    }

    private mutating func choose(_ numbers: [Int]) {
      var rest = numbers[...]
      while let first = rest.popFirst() {
        switch first {
        case 0: (emphasis, ink, ground) = ([], "own", "own")
        case 1, 2, 4, 7: emphasis.insert(first)
        case 22: emphasis.subtract([1, 2])
        case 39: ink = "own"
        case 49: ground = "own"
        case 38, 48:
          let colour = "\(rest.prefix(2))"
          rest = rest.dropFirst(2)
          if first == 38 { ink = colour } else { ground = colour }
        case 30...37: ink = "\(first)"
        default: ground = "\(first)"
        }
      }
    }
  }

  private func frame(_ text: String) -> [UInt8] { Array(text.utf8) }

  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static let end = "\u{1B}[39;49m\u{1B}(B\u{1B}[m"

  @Test func `a colour that stays is not named again, and bold ends alone`() {
    let whole =
      "\u{1B}[2;3H\u{1B}[38;5;214m\u{1B}[48;5;233ma\u{1B}[38;5;245m\u{1B}[48;5;233mb"
      + "\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;245m\u{1B}[48;5;233mc\u{1B}(B\u{1B}[0m\u{1B}[38;5;245m"
      + "\u{1B}[48;5;233md\u{1B}[K" + Self.end
    #expect(
      text(LeanStyles.shortened(frame(whole)))
        == "\u{1B}[2;3H\u{1B}[38;5;214;48;5;233ma\u{1B}[38;5;245mb\u{1B}[1mc\u{1B}[22md\u{1B}[K"
        + "\u{1B}(B\u{1B}[m")
  }

  @Test(arguments: 1...200)
  func `whatever the styles are, what is drawn is the same, in no more bytes`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    let is256 = seed.isMultiple(of: 2)
    var whole = ""
    for _ in 0..<40 {
      switch next(6) {
      case 0: whole += "\u{1B}(B\u{1B}[0\(["", ";1", ";1;4", ";7", ";2"][next(5)])m"
      case 1: whole += "\u{1B}[\(next(30) + 1);\(next(90) + 1)H"
      case 2: whole += ["\u{1B}[K", "\u{1B}[12X", "\u{1B}[5d", "\u{1B}[?25l", "\r\n"][next(5)]
      case 3: whole += "é▀a"
      default:
        whole +=
          is256
          ? "\u{1B}[38;5;\(next(4) + 250)m\u{1B}[48;5;\(next(3) + 232)m"
          : "\u{1B}[3\(next(8))m\u{1B}[4\(next(8))m"
      }
    }
    let bytes = frame(whole + Self.end)
    let short = LeanStyles.shortened(bytes)
    #expect(Screen(short) == Screen(bytes))
    #expect(short.count <= bytes.count)
    // Without 256 colours nothing is asked of a terminal that ncurses would not ask.
    if !is256 { #expect(!text(short).contains(/\[22[;0-9]*m/)) }
  }

  @Test(
    arguments: [
      "\u{1B}[38;2;1;2;3mx", "\u{1B}[5mx", "\u{1B}(0x", "\u{1B}]0;x\u{07}", "\u{1B}[38;5", "\u{1B}",
      "\u{1B}[1mx",
    ])
  func `what is not known, or does not end as it began, is left as it is`(start: String) {
    #expect(text(LeanStyles.shortened(frame(start))) == start)
  }
}
