import DPES
import Foundation
import JSONTree
import Testing

/// Files that were written by, or for, the first release of a version, and that every later release
/// must read and write again byte for byte.
///
/// They never change. What a later release adds to the format comes in a new file beside them.
struct FrozenFile: CustomTestStringConvertible, Sendable {
  let version: Int
  let name: String
  let bytes: [UInt8]

  var testDescription: String { "\(version)/\(name)" }

  /// Each one's size and content in a number: the test that holds it tells a change.
  static let checksums: [String: UInt64] = [
    "1/accompagnement.dpes.json": 0xbf5f_0f68_4da8_8b59,
    "1/complet.dpes.json": 0xfbe8_d5cf_d29b_16ca,
    "1/cycle.dpes.json": 0xc31a_6eef_24cd_f4c9,
    "1/divers-1.dpes.json": 0xcc86_5512_91dd_7676,
    "1/divers-2.dpes.json": 0xc27a_c88e_18cf_4976,
    "1/exemple.dpes.json": 0x8a20_71c9_1130_b0ef,
    "1/inconnus.dpes.json": 0x60ec_ee48_241d_6738,
    "1/minimal.dpes.json": 0x7612_77d2_1cbd_2364,
    "1/outils.dpes.json": 0xc130_a5b7_b5fb_8664,
    "1/pilotage.dpes.json": 0x5c94_a92d_2372_e8a4,
    "1/pourcentage.dpes.json": 0xf8ab_74eb_eafc_c05f,
    "1/regard.dpes.json": 0xddd0_9b85_5b62_4adb,
    "1/relations.dpes.json": 0xa3c6_c513_ee64_9eb1,
    "1/temps.dpes.json": 0x41ef_cf24_b075_1db5,
    "1/territoire.dpes.json": 0xcc49_b342_7683_ea5c,
  ]

  static let all: [FrozenFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Formats").standardized
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return versions.sorted().flatMap { version in
      let names =
        (try? FileManager.default.contentsOfDirectory(
          atPath: folder.appending(path: version).path)) ?? []
      return names.sorted().map { name in
        let file = folder.appending(path: version).appending(path: name)
        let bytes = (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
        return FrozenFile(version: Int(version) ?? -1, name: name, bytes: bytes)
      }
    }
  }()

  /// FNV-1a.
  var checksum: UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

@Suite struct FrozenFormatTests {
  @Test func `no frozen file has changed or gone`() {
    let found = Dictionary(
      uniqueKeysWithValues: FrozenFile.all.map { ($0.testDescription, $0.checksum) })
    #expect(found == FrozenFile.checksums)
  }

  @Test(arguments: FrozenFile.all)
  func `a frozen file is read, and of today's version written as it was`(file: FrozenFile) throws {
    let demarche = try Demarche(file: JSONValue.parse(file.bytes))
    #expect(demarche.version == Demarche.currentVersion)
    let written = JSONValue.write(demarche.json)
    if file.version == Demarche.currentVersion {
      #expect(
        String(decoding: written, as: UTF8.self) == String(decoding: file.bytes, as: UTF8.self))
    }
    #expect(try Demarche(file: JSONValue.parse(written)) == demarche)
    // Nothing in it contradicts itself but the links of samples that lead nowhere.
    #expect(demarche.constats().allSatisfy { $0.gravite > .erreur || $0.regle == .lienRompu })
  }

  @Test func `together they hold every key of the format`() throws {
    let known = try FrozenFile.all.map { try JSONValue.parse($0.bytes).ways }
    var maker = SampleMaker(seed: 0, isFull: true)
    let missing = maker.file().ways.subtracting(known.reduce([]) { $0.union($1) })
    #expect(missing == [], "a new file of Formats should hold what is new")
  }
}

extension JSONValue {
  /// The ways to its values, whatever the index.
  fileprivate var ways: Set<String> {
    Set(
      pointers.map { pointer in
        JSONPointer(
          pointer.steps.map { if case .index = $0 { .key("*") } else { $0 } }
        ).description
      })
  }
}
