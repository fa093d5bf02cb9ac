import DPES
import Foundation
import Testing

@testable import Documents

/// The one list of documents, and what else tells of it.
@Suite struct OutgoingDocumentTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardized

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.repository.appending(path: path), encoding: .utf8)
  }

  private func names(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: Self.repository.appending(path: folder).path)
  }

  @Test func `no two documents are asked for alike, and each says what it is`() {
    let labels = OutgoingDocument.all.map(\.label)
    #expect(Set(labels.map(\.name)).count == labels.count)
    #expect(Set(labels.map(\.title)).count == labels.count)
    #expect(labels.allSatisfy { !$0.program.isEmpty && !$0.ending.isEmpty })
    #expect(OutgoingDocument.all.allSatisfy { !$0.help.isEmpty && !$0.files.isEmpty })
    #expect(labels.contains { $0.name == DocumentLabel.rapportAnnuel })
    // A report is asked for by its name and an ending, an export by a format and a part.
    for report in OutgoingDocument.reports {
      #expect(report.files.parts.isEmpty && Set(report.files.map(\.format)).count > 1)
    }
    let asked = OutgoingDocument.exports.flatMap(\.files).map { file in
      "\(file.format) \(file.part?.rawValue ?? "none") \(file.flavour)"
    }
    #expect(Set(asked).count == asked.count && !asked.contains { $0.contains("none") })
  }

  @Test func `each file of each document is written, and what is shown of it before`() throws {
    let blank = Demarche(id: "d", raisonSociale: "Vide", debut: today)
    for dossier in [Dossier(of: blank), Dossier(of: try example())] {
      for document in OutgoingDocument.all {
        for file in document.files + [document.onScreen] {
          let name = Everything.name(of: file, in: document)
          #expect(try !Everything.bytes(file, dossier).isEmpty, "\(name)")
        }
        let written = try Everything.bytes(document.onScreen, dossier)
        #expect(try document.files.contains { try Everything.bytes($0, dossier) == written })
        switch document.preview {
        case .file(let file): #expect(try !Everything.bytes(file, dossier).isEmpty)
        case .lines(let lines):
          #expect(!lines(dossier).isEmpty, "\(document.name)")
        }
      }
    }
  }

  @Test func `a document that is declared is in the list`() throws {
    let sources = try names(below: "Sources/Documents").filter { $0.hasSuffix(".swift") }
      .map { try text("Sources/Documents/\($0)") }
    let declared = sources.filter { $0.contains("extension OutgoingDocument {") }.flatMap {
      source in
      source.matches(
        of: /static let (\w+)(?:: (?:Self|OutgoingDocument))? = (?:Self|OutgoingDocument|report)\(/
      ).map { String($0.1) }
    }
    #expect(declared.count > 4)
    let list =
      try text("Sources/Documents/Outgoing/OutgoingDocument.swift")
      + text("Sources/Documents/Outgoing/Reports.swift")
    let listed = Set(
      list.matches(of: /static let (?:exports|reports) = \[([^\]]*)/)
        .flatMap { $0.1.split { !$0.isLetter && !$0.isNumber } }.map(String.init))
    for name in declared { #expect(listed.contains(name), "\(name)") }
  }

  @Test func `a template that no other includes is that of a document in the list`() throws {
    let templates = try names(below: "Data/modeles")
      .filter { [".fodt", ".md", ".html"].contains(where: $0.hasSuffix) }
    let included = try templates.flatMap { name in
      try text("Data/modeles/\(name)").matches(of: /{{inclure ([^}]+)}}/).map { String($0.1) }
    }
    let filled = OutgoingDocument.all.flatMap(\.files).compactMap { file in
      if case .filled(let name, _) = file.writing { name } else { nil }
    }
    #expect(Set(templates).subtracting(included) == Set(filled))
  }

  @Test func `every name that the list of names has is one that a shipped template uses`() throws {
    let list = try text("docs/modeles.md")
    let names = Set(
      list.split(separator: "\n").filter { $0.hasPrefix("| `") }.flatMap {
        $0.matches(of: /`([a-zA-Z]+)`/).map { String($0.1) }
      })
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/modeles").standardized
    var used: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.contains(".") {
      let template = try text("Data/modeles/\(file)")
      used.formUnion(
        template.matches(of: /{{(?:si |chaque )?([a-zA-Z]+)}}/).map { String($0.1) })
    }
    #expect(names.subtracting(used).sorted() == [])
    let told = Set(list.matches(of: /`([a-zA-Z]+)`/).map { String($0.1) })
    #expect(used.subtracting(told).subtracting(["sinon", "fin"]).sorted() == [])
  }

  @Test func `the guide tells of every document, format and part`() throws {
    let guide = try text("docs/guide/transmettre.md").split(separator: "\n")
    let templates = try text("docs/modeles.md")
    for report in OutgoingDocument.reports {
      #expect(guide.contains { $0.hasPrefix("| `\(report.name)` |") }, "\(report.name)")
      #expect(templates.contains("`\(report.name)`"), "\(report.name)")
    }
    let files = OutgoingDocument.exports.flatMap(\.files)
    for format in files.formats {
      let row = try #require(guide.first { $0.hasPrefix("| `\(format)` |") }, "\(format)")
      for part in files.filter({ $0.format.rawValue == format }).parts {
        #expect(row.contains("`\(part)`"), "\(format) \(part)")
      }
    }
  }

  @Test(arguments: [
    ("ca.fodt", "fodt"), ("ca.md", "md"), ("a.b/CA.MD", "md"), ("ca.odt", "odt"),
    ("ca.docx", nil), ("ca", nil), ("", nil), ("ca.html", nil), ("a.odt/ca", nil),
  ])
  func `a name chooses one of the formats, or none`(path: String, format: String?) throws {
    for report in OutgoingDocument.reports {
      #expect(report.file(named: path)?.format.rawValue == format)
    }
  }

  @Test(arguments: [
    ("x.ods", ["ods", "ods"]), ("x.XLSX", ["xlsx", "xlsx"]), ("x.fods", ["fods", "fods"]),
    ("x.csv", [nil, "csv"]), ("x.xls", [nil, nil]), ("x", [nil, nil]), ("x.odt", [nil, nil]),
  ])
  func `a workbook and a table are what their name says`(path: String, formats: [String?]) {
    let found = [OutgoingDocument.classeur, .table].map { $0.file(named: path) }
    #expect(found.map { $0?.format.rawValue } == formats)
    #expect(found.compactMap { $0?.part }.allSatisfy { [.tableau, .observations].contains($0) })
  }

  @Test func `where there is one format the name is free, unless it says another`() {
    for export in [OutgoingDocument.page, .dessin, .agenda] {
      for path in ["x", "x.txt", "x.d/y", "x.\(export.onScreen.format)"] {
        #expect(export.file(named: path)?.format == export.onScreen.format, "\(path)")
      }
      for path in ["x.ods", "x.docx", "x.PDF", "x.md"] {
        #expect(export.file(named: path) == nil, "\(path)")
      }
    }
  }
}
