/// Sheets as one file of a spreadsheet.
package struct Workbook: Hashable, Sendable {
  /// What file it is written as.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    /// One XML of OpenDocument, which LibreOffice alone opens.
    case fods
    case ods, xlsx
  }

  /// Each with a name that no program refuses, and no other has.
  package let sheets: [Sheet]
  /// What stands at the foot of each page, before its number.
  let foot: String
  let papier: Papier

  package init(_ sheets: [Sheet], foot: String = "", papier: Papier = .a3) {
    // No program opens a workbook of none.
    self.sheets = SheetNames.given(to: sheets.isEmpty ? [Sheet("", [])] : sheets).map { sheet in
      var sheet = sheet
      sheet.pageStarts = PrintLayout(sheet, on: papier).breaks
      return sheet
    }
    self.foot = foot
    self.papier = papier
  }

  /// The file; the same workbook always makes the same bytes.
  ///
  /// - Complexity: O(bytes written).
  package func bytes(_ form: Form) -> [UInt8] {
    switch form {
    case .fods: document.flat
    case .ods: document.package
    case .xlsx: excel
    }
  }
}

/// Names that sheets may have in every program: 31 characters, none of `[]:*?/\`, unlike without
/// capitals, no apostrophe at an end.
enum SheetNames {
  private static let longest = 31

  static func given(to sheets: [Sheet]) -> [Sheet] {
    // Excel keeps it for itself.
    var taken: Set = ["history"]
    return sheets.enumerated().map { index, sheet in
      let name = allowed(sheet.name)
      let usual = name.isEmpty ? "Feuille \(index + 1)" : name
      var (found, number) = (usual, 2)
      while !taken.insert(found.lowercased()).inserted {
        let ending = " \(number)"
        found = cut(usual, to: longest - ending.utf16.count) + ending
        number += 1
      }
      var sheet = sheet
      sheet.name = found
      return sheet
    }
  }

  private static func allowed(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isAllowed = XMLText.isAllowed(scalar) && !scalar.properties.isWhitespace
      scalars.append(isAllowed && !"[]:*?/\\".unicodeScalars.contains(scalar) ? scalar : " ")
    }
    return cut(String(scalars), to: longest)
  }

  /// As much as there is room for, without what may not stand at an end.
  private static func cut(_ name: String, to length: Int) -> String {
    var (kept, count) = ("", 0)
    for character in trimmed(name) {
      count += character.utf16.count
      guard count <= length else { break }
      kept.append(character)
    }
    return trimmed(kept)
  }

  private static func trimmed(_ name: String) -> String {
    let isEnd: (Character) -> Bool = { $0 == " " || $0 == "'" }
    return String(name.drop(while: isEnd).reversed().drop(while: isEnd).reversed())
  }
}
