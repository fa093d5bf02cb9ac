import Testing

@testable import Documents

@Suite struct FileKindTests {
  @Test(arguments: [
    ("", FileKind.empty), (" \n\t", .empty), ("%PDF-1.7\n", .pdf), ("<!DOCTYPE html>", .page),
    ("<?xml version='1.0'?><svg xmlns='x'/>", .image), ("{\\rtf1 x}", .text("rtf")),
    ("a;b\n1;2\n", .csv), ("\"a\",\"b\"\n1,2\n", .csv), ("a\tb\r1\t2\r", .csv),
    ("# Titre\n", .plainText), ("Un mot", .plainText),
    ("{\n  \"format\": \"dpes\",", .demarche), ("{\"a\": 1, \"b\": 2}", .json),
    ("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .workbook("ods")),
    ("PK\u{3}\u{4}[Content_Types].xml xl/workbook.xml", .workbook("xlsx")),
    ("PK\u{3}\u{4}[Content_Types].xml word/document.xml", .text("docx")),
    ("PK\u{3}\u{4}photo.jpg", .archive), ("PK\u{5}\u{6}\u{0}\u{0}", .archive),
    ("<?xml version='1.0'?><html xmlns='x'/>", .page), ("<?xml version='1.0'?><a/>", .other),
    ("MZ\u{10}\u{0}", .other), ("\u{7F}ELF\u{2}", .other), ("\u{1B}[31m", .other),
    ("{\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n}", .conflict(line: 2)),
    ("<<<<<<< HEAD\r\n1\r\n=======\r\n2\r\n>>>>>>> x\r\n", .conflict(line: 1)),
    ("{\"a\":\n\"<<<<<<< x\"}", .json),
  ])
  func `a file is known by what it holds`(text: String, kind: FileKind) {
    #expect(FileKind(Array(text.utf8)) == kind)
  }

  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47], FileKind.image), ([0xFF, 0xD8, 0xFF, 0xE0], .image),
      ([0x1F, 0x8B, 0x08], .archive), ([0xD0, 0xCF, 0x11, 0xE0], .workbook("xls")),
      ([0xFF, 0xFE, 0x61, 0, 0x3B, 0, 0x62, 0, 0x0A, 0, 0x31, 0, 0x3B, 0], .csv),
    ] as [([UInt8], FileKind)])
  func `and by its first bytes`(bytes: [UInt8], kind: FileKind) {
    #expect(FileKind(bytes) == kind)
  }

  @Test(arguments: ["[1, 2]", "\"é\"", "}", "\u{0}\u{0}"])
  func `what is nothing known is not named`(text: String) {
    #expect(FileKind(Array(text.utf8)) == nil)
  }
}
