import Testing

@testable import Documents

/// Archives that Palier writes, and the bytes in them.
@Suite struct ZipWriterTests {
  /// Bytes of many kinds: runs, texts, what nothing makes smaller, repetitions from far away.
  static let samples: [[UInt8]] = {
    var noise: [UInt8] = []
    var seed: UInt32 = 7
    for _ in 0..<70_000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      noise.append(UInt8(seed >> 24))
    }
    let row = Array("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>é</t></is></c>".utf8)
    return [
      [], [0], Array("abc".utf8), Array("abcabcabcabcabc".utf8),
      [UInt8](repeating: 65, count: 70_000),
      [UInt8](repeating: 200, count: 259), Array((0..<2000).flatMap { row + Array("\($0)".utf8) }),
      noise, Array(noise.prefix(32_767)) + noise.prefix(40) + noise.prefix(33_000), Array(0...255),
    ]
  }()

  @Test(arguments: samples)
  func `what is deflated comes back as it was`(bytes: [UInt8]) throws {
    let packed = Deflate.bytes(bytes)
    #expect(try Inflate.bytes(packed[...], size: bytes.count) == bytes)
    #expect(packed == Deflate.bytes(bytes))
  }

  @Test func `every length and distance of a repetition comes back`() throws {
    let noise = Self.samples[7]
    for length in [4, 5, 10, 11, 12, 18, 19, 66, 67, 130, 131, 257, 258, 259, 600] {
      for distance in [length, 700, 1025, 4097, 16_385, 32_768, 32_769] where distance >= length {
        let start = Array(noise.prefix(distance))
        let bytes = start + start.prefix(length) + [1, 2]
        #expect(
          try Inflate.bytes(Deflate.bytes(bytes)[...], size: bytes.count) == bytes,
          "\(length) \(distance)")
      }
    }
  }

  @Test func `rows of cells take less than a tenth`() {
    #expect(Deflate.bytes(Self.samples[6]).count < Self.samples[6].count / 10)
  }

  @Test func `parts come back by their names, and what does not get smaller is stored`() throws {
    var zip = ZipWriter()
    zip.add("mimetype", Array("un/type".utf8), isStored: true)
    zip.add("a/é.xml", Array(String(repeating: "<a/>", count: 100).utf8))
    zip.add("rien", [])
    zip.add("bruit", Self.samples[7])
    let bytes = zip.finished()
    let archive = try ZipArchive(bytes)
    #expect(try archive.part("mimetype") == Array("un/type".utf8))
    #expect(try archive.part("a/é.xml").count == 400)
    #expect(try archive.part("rien") == [])
    #expect(try archive.part("bruit") == Self.samples[7])
    #expect(bytes.count < Self.samples[7].count + 700)
    // As programs look for it: the first part, at its place, as it is.
    #expect(bytes[30..<45].elementsEqual("mimetypeun/type".utf8))
    // The first of January 1980, whatever day it is.
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
  }
}
