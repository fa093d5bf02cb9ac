import Testing

@testable import Documents

/// Archives that lie, and the bytes in them.
@Suite struct ZipArchiveTests {
  private static let sheet = "xl/worksheets/sheet1.xml"

  /// A workbook whose directory says something else of its sheet, so many bytes into the entry.
  private func changed(_ offset: Int, _ bytes: [UInt8]) throws -> [UInt8] {
    var file = try WorkbookFileTests.bytes("01-simple.xlsx")
    let name = Array(Self.sheet.utf8)
    let places = file.indices.filter {
      file[$0...].starts(with: [0x50, 0x4B, 1, 2]) && file[($0 + 46)...].starts(with: name)
    }
    let place = try #require(places.first)
    file.replaceSubrange(place + offset..<place + offset + bytes.count, with: bytes)
    return file
  }

  @Test(arguments: [
    // A size beyond the limit takes no memory, one that so few bytes can't make neither.
    (24, [0xFF, 0xFF, 0xFF, 0x7F] as [UInt8], OfficeFault.tooLarge),
    (24, [0, 0, 0, 3], .damaged),
    // More comes out than was announced, and less.
    (24, [10, 0, 0, 0], .damaged), (24, [0, 0x10, 0, 0], .damaged),
    (16, [0, 0, 0, 0], .damaged), (8, [1], .password), (10, [12, 0], .unusual),
    (42, [0xFE, 0xFF, 0xFF, 0x7F], .damaged), (20, [0xFE, 0xFF, 0xFF, 0x7F], .damaged),
    (20, [0xFF, 0xFF, 0xFF, 0xFF], .damaged),
  ])
  func `an entry that lies is refused`(offset: Int, bytes: [UInt8], fault: OfficeFault) throws {
    let file = try changed(offset, bytes)
    #expect(throws: fault) { try ZipArchive(file).part(Self.sheet) }
  }

  @Test func `parts are found by their names, and two of one name refused`() throws {
    let archive = try ZipArchive(zip([("xl/a.xml", "un"), ("b", "")]))
    #expect(try archive.part("/XL\\A.xml") == Array("un".utf8))
    #expect(try archive.part("b") == [])
    #expect(!archive.has("a.xml"))
    #expect(throws: OfficeFault.damaged) {
      try ZipArchive(zip([("xl/a.xml", "un"), ("XL\\A.xml", "deux")]))
    }
  }

  @Test func `what stands before an archive moves its places`() throws {
    let file = Array("#!/bin/sh\n".utf8) + zip([("a", "un")])
    #expect(try ZipArchive(file).part("a") == Array("un".utf8))
  }

  @Test func `any end that is cut off is refused`() throws {
    let file = try WorkbookFileTests.bytes("01-simple.xlsx")
    for count in stride(from: 0, to: file.count, by: 97) {
      #expect(throws: OfficeFault.self) { try WorkbookFile(Array(file.prefix(count))).grid() }
    }
  }

  @Test(
    arguments: [
      // Stored; fixed codes with a run that overlaps itself.
      ([1, 3, 0, 0xFC, 0xFF, 0x61, 0x62, 0x63], 3, "abc"),
      ([0x4B, 0x4C, 0x04, 0x02, 0x00], 5, "aaaaa"),
    ] as [([UInt8], Int, String)])
  func `blocks of deflate are read`(bytes: [UInt8], size: Int, text: String) throws {
    #expect(try Inflate.bytes(bytes[...], size: size) == Array(text.utf8))
  }

  @Test(
    arguments: [
      [], [1], [7], [1, 3, 0, 0, 0, 1, 2, 3], [0x4B, 0x04], [3, 0x02], [5, 0xFF, 0xFF, 0xFF],
      [0x05, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]])
  func `what is no deflate is refused`(bytes: [UInt8]) {
    #expect(throws: OfficeFault.damaged) { try Inflate.bytes(bytes[...], size: 64) }
  }

  @Test func `the check is the one of ZIP`() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
  }
}

/// An archive of parts that are stored as they are.
func zip(_ parts: [(name: String, text: String)]) -> [UInt8] {
  func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(value >> ($0 * 8) & 0xFF) }
  }
  var (file, directory): ([UInt8], [UInt8]) = ([], [])
  for (name, text) in parts {
    let (name, held) = (Array(name.utf8), Array(text.utf8))
    let sizes = [
      (0, 8), (Int(CRC32.of(held)), 4), (held.count, 4), (held.count, 4), (name.count, 2), (0, 2),
    ]
    let common: [UInt8] = sizes.flatMap { number($0.0, $0.1) }
    directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + number(0, 10)
    directory += number(file.count, 4) + name
    file += [0x50, 0x4B, 3, 4, 20, 0] + common + name + held
  }
  let sizes = [(0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4), (file.count, 4)]
  let end: [UInt8] = [0x50, 0x4B, 5, 6] + sizes.flatMap { number($0.0, $0.1) } + number(0, 2)
  return file + directory + end
}
