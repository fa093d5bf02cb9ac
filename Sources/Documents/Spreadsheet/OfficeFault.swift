/// Why a file of an office program is not read.
package enum OfficeFault: Error, Hashable, Sendable {
  /// Cut, or changed since it was saved.
  case damaged
  /// A ZIP without a workbook in it.
  case foreign
  case password
  /// More than any sheet of a person holds, or made to look so.
  case tooLarge
  /// It declares what it would be made of, or is packed as no spreadsheet does.
  case unusual
  case empty
  case unknownSheet(String, known: [String])
  /// More than one could be meant.
  case severalSheets([String])
}
