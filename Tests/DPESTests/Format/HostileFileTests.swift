import JSONTree
import Testing

@testable import DPES

/// Files that nobody should have written: each one is read or refused with a place, in no time, and
/// what is read is written again as it says.
@Suite(.timeLimit(.minutes(10))) struct HostileFileTests {
  /// What the whole program does with a text before it shows anything; the short way of reading it
  /// says the same as the long one, or nothing.
  ///
  /// - Returns: Whether it was read.
  @discardableResult
  private func survives(_ bytes: [UInt8]) throws -> Bool {
    let straight = Demarche(straightFrom: bytes)
    let tree: JSONValue
    do {
      tree = try JSONValue.parse(bytes)
    } catch {
      #expect((0...bytes.count).contains(error.position.offset))
      #expect(straight == nil)
      return false
    }
    let demarche: Demarche
    do {
      demarche = try Demarche(file: tree)
    } catch {
      #expect(error.pointer.position(in: bytes) != nil, "\(error)")
      #expect(straight == nil)
      return false
    }
    #expect(straight == nil || straight == demarche)
    let constats = demarche.constats()
    let positions = JSONPointer.positions(of: constats.map(\.pointeur), in: bytes)
    for constat in constats where positions[constat.pointeur] == nil {
      // What stands nowhere is a key that is missing, in an object that is there.
      #expect(JSONPointer(constat.pointeur.steps.dropLast()).position(in: bytes) != nil)
    }
    let written = JSONValue.write(demarche.json)
    #expect(try Demarche(file: JSONValue.parse(written)) == demarche)
    _ = Avancement(demarche.schema, le: Day(number: 20_000))
    return true
  }

  @Test func `a text cut at any byte is refused`() throws {
    let bytes = Array(checkedFile.utf8)
    for count in bytes.indices { #expect(try !survives(Array(bytes[..<count]))) }
    #expect(try survives(bytes))
  }

  @Test(arguments: 0..<40)
  func `flipped bits are read or refused`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    let bytes = Array(checkedFile.utf8)
    for _ in 0..<100 {
      var flipped = bytes
      for _ in 0...generator.number(3) {
        flipped[generator.number(bytes.count)] ^= 1 << UInt8(generator.number(8))
      }
      try survives(flipped)
    }
  }

  @Test(arguments: 0..<40)
  func `pieces put elsewhere are read or refused`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed) + 1000)
    let bytes = Array(checkedFile.utf8)
    for _ in 0..<50 {
      var shuffled = bytes
      for _ in 0...generator.number(2) {
        let start = generator.number(shuffled.count)
        let piece = shuffled[start..<min(shuffled.count, start + generator.number(60))]
        let place = generator.number(shuffled.count)
        let end = min(shuffled.count, place + generator.number(60))
        shuffled.replaceSubrange(place..<end, with: Array(piece))
      }
      try survives(shuffled)
    }
  }

  @Test func `a value of another kind at any place is read, or refused there`() throws {
    for (index, mutant) in Mutant.all.enumerated() {
      if let refusal = mutant.refusal {
        // The place is the value's own, an element of it, or the object that lacks it.
        let place = refusal.pointer.steps
        #expect(
          place.starts(with: mutant.pointer.steps) || mutant.pointer.steps.starts(with: place),
          "\(mutant.name): \(refusal)")
      }
      if index.isMultiple(of: 4) { try survives(JSONValue.write(mutant.file)) }
    }
  }

  @Test(arguments: [
    "1e999999999999999999", "-1e999999999999999999", "1e-999999999999999999", "9223372036854775808",
    "9223372036854775807", "-9223372036854775808", "0.1e1", "600", "601", "1e5",
    String(repeating: "9", count: 100_000), "0." + String(repeating: "0", count: 100_000) + "1",
  ])
  func `numbers of any size do no harm anywhere`(number: String) throws {
    for pointer in Mutant.sample.pointers {
      guard case .number? = Mutant.sample.value(at: pointer),
        case let value = try JSONValue.parse(Array(number.utf8))
      else { continue }
      let file = Mutant.sample.replacing(pointer.steps[...], with: value)
      try survives(JSONValue.write(file))
    }
  }

  @Test func `all numbers at their largest do no harm together`() throws {
    let text = checkedFile.replacing(/: \d+/, with: ": 9223372036854775807")
      .replacing("\"version\": 9223372036854775807", with: "\"version\": 1")
    #expect(try survives(Array(text.utf8)))
    let lowest = text.replacing("9223372036854775807", with: "-9223372036854775808")
    #expect(try survives(Array(lowest.utf8)))
  }

  @Test(arguments: [
    ("\u{FEFF}", ""), ("\u{FEFF}\u{FEFF}", ""), ("", "\u{0}"), ("", "}"), ("[", "]"),
    ("\u{1A}", ""),
  ])
  func `what stands around a file is refused, but for one mark`(before: String, after: String)
    throws
  {
    let isRead = try survives(Array((before + checkedFile + after).utf8))
    #expect(isRead == (before == "\u{FEFF}"))
  }

  @Test func `other encodings are refused where they begin to differ`() throws {
    let utf16 = checkedFile.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try !survives(utf16))
    #expect(try !survives([0xFF, 0xFE] + utf16))
    let windows = checkedFile.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(windows) }
    #expect(error?.cause == .invalidUTF8)
    let line = checkedFile.prefix { $0.isASCII }.count(where: \.isNewline) + 1
    #expect(error?.position.line == line && line > 1)
  }

  @Test(arguments: ["\\ud800", "\\udc00", "\\ud800\\ud800", "\\ud8", "\\x41", "\u{0}", "\n"])
  func `half a character is refused in any text`(text: String) throws {
    let file = checkedFile.replacing("Premier", with: text)
    #expect(try !survives(Array(file.utf8)))
  }

  @Test(arguments: 0..<12)
  func `a key met twice is refused at any depth`(place: Int) throws {
    let pieces = checkedFile.split(separator: "\"id\": ", omittingEmptySubsequences: false)
    let index = 1 + place * (pieces.count - 2) / 11
    let text =
      pieces[..<index].joined(separator: "\"id\": ") + "\"id\": \"again\", \"id\": "
      + pieces[index...].joined(separator: "\"id\": ")
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
    #expect(error?.cause == .duplicateKey("id"))
  }
}
