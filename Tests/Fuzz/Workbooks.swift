import DPES
import Documents

/// Any bytes as a workbook: read or refused, never more than a sheet of a person holds.
///
/// The first byte says how far in they stand, as no chance makes the check of a ZIP right: as the
/// file itself, as deflated bytes of a part, as the XML of one, or as the parts of an Excel workbook.
enum Workbooks {
  static func look(at bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    let rest = Array(bytes.dropFirst())
    switch first % 4 {
    case 0: read(rest)
    case 1: read(archive([("content.xml", rest, 1 << 12)]))
    case 2: read(rest.first == UInt8(ascii: "<") ? rest : [UInt8(ascii: "<")] + rest)
    default: read(excel(rest))
    }
    return true
  }

  private static func read(_ bytes: [UInt8]) {
    _ = FileKind(bytes)
    do throws(OfficeFault) {
      let file = try WorkbookFile(bytes)
      for sheet in file.sheets { check(try file.grid(sheet: sheet.name)) }
    } catch { return }
  }

  /// A workbook that Palier wrote: whatever stands in it, it is read, and every sheet with rows.
  static func readBack(_ bytes: [UInt8]) {
    do throws(OfficeFault) {
      let file = try WorkbookFile(bytes)
      Violation.unless(!file.sheets.isEmpty, "a workbook of no sheet")
      for sheet in file.sheets {
        Violation.unless(sheet.name.utf16.count <= 31, "a name that Excel refuses")
        Violation.unless(!(try file.grid(sheet: sheet.name)).rows.isEmpty, "a sheet without titles")
      }
    } catch {
      Violation.report("what was written is not read: \(error)")
    }
  }

  private static func check(_ grid: Grid) {
    Violation.unless(!grid.rows.isEmpty, "a sheet of nothing")
    Violation.unless(grid.rows.allSatisfy { $0.number > 0 }, "a row without a number")
    Violation.unless(
      zip(grid.rows, grid.rows.dropFirst()).allSatisfy { $0.number <= $1.number },
      "rows out of order")
    Violation.unless(grid.rows.allSatisfy { $0.fields.count <= 16_384 }, "a row beyond the limit")
    guard grid.rows.count < 200 else { return }
    for kind in Importation.Kind.allCases {
      do throws(Headers.Fault) {
        let done = try Importation(
          grid, kind, into: Sample.example, Signature(quand: Sample.instant, jour: Sample.day),
          ids: IDGenerator(seed: 7), words: Sample.words)
        if !done.isRefused { done.demarche.isReadAgain() }
      } catch { continue }
    }
  }

  /// A workbook whose sheet, styles and texts are pieces of the input, cut at zeros.
  private static func excel(_ bytes: [UInt8]) -> [UInt8] {
    let pieces = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    func relations(_ targets: [(String, String)]) -> [UInt8] {
      let all = targets.map {
        "<Relationship Id='\($0.0)' Type='\(type)\($0.0)' Target='\($0.1)'/>"
      }
      return Array("<Relationships>\(all.joined())</Relationships>".utf8)
    }
    let names = ["worksheet", "styles", "sharedStrings"]
    let own = zip(names, pieces).map { ("xl/\($0.0).xml", Array($0.1), Int?.none) }
    return archive(
      [
        ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")]), nil),
        ("xl/_rels/workbook.xml.rels", relations(names.map { ($0, $0 + ".xml") }), nil),
        (
          "xl/workbook.xml",
          Array("<workbook><sheets><sheet name='F' r:id='worksheet'/></sheets></workbook>".utf8),
          nil
        ),
      ] + own)
  }

  /// An archive of parts, stored, or deflated already to become so many bytes.
  private static func archive(_ parts: [(String, [UInt8], Int?)]) -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for (name, held, size) in parts {
      let sizes = [
        (size == nil ? 0 : 8, 2), (0, 4), (checked(held), 4), (held.count, 4),
        (size ?? held.count, 4), (name.utf8.count, 2), (0, 2),
      ]
      let common: [UInt8] = sizes.flatMap { number($0.0, $0.1) }
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + common + number(0, 10)
      directory += number(file.count, 4) + name.utf8
      file += [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + common + name.utf8 + held
    }
    let sizes = [(0, 4), (parts.count, 2), (parts.count, 2), (directory.count, 4), (file.count, 4)]
    let end: [UInt8] = [0x50, 0x4B, 5, 6] + sizes.flatMap { number($0.0, $0.1) } + number(0, 2)
    return file + directory + end
  }

  private static func number(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checked(_ bytes: [UInt8]) -> Int {
    var rest = UInt32.max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = rest & 1 == 1
        rest >>= 1
        if isOdd { rest ^= 0xEDB8_8320 }
      }
    }
    return Int(~rest)
  }
}
