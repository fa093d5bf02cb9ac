import Application
import DPES
import DPESStore
import Foundation
import TerminalUI
import Testing

@testable import PalierCommand

/// Columns of a table that the screen asks about, or takes for one of several.
@Suite struct CommandColumnsTests {
  private let folder = try? CommandFolder()

  private func read(
    _ rows: [String], _ answers: [String: String] = [:]
  ) throws -> String {
    let folder = try #require(folder)
    let text =
      "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
      + "<office:body><office:spreadsheet><table:table table:name=\"Plan\">"
      + rows.map { row in
        let cells = row.split(separator: ";", omittingEmptySubsequences: false).map { cell in
          "<table:table-cell>\(cell.isEmpty ? "" : "<text:p>\(cell)</text:p>")</table:table-cell>"
        }
        return "<table:table-row>\(cells.joined())</table:table-row>"
      }.joined() + "</table:table></office:spreadsheet></office:body></office:document>"
    let places = Places(
      environment: [
        "HOME": folder.url.path, "XDG_STATE_HOME": folder.path("state"),
        "PALIER_DATA": Programs.repository.appending(path: "Data").path,
      ],
      executable: nil
    ) { FileManager.default.fileExists(atPath: $0) }
    let desk = Desk(places: places, clock: .system(), folder: folder.url.path)
    var table = ImportedTable(source: try folder.put(text, in: "plan.fods"), kind: .indicateurs)
    table.answers = answers
    let demarche = try DemarcheFile.open(try folder.put(smallFile, in: "x.dpes.json")).demarche
    // Strings in a description say what a no-break space is.
    return "\(desk.reading(of: table, into: demarche))"
      .replacing("\\u{A0}", with: " ").plainSpaces
  }

  @Test func `a column without a title is left aside by one answer, and not asked again`() throws {
    let rows = ["Axe;Palier;Échéance", "U;Un;12;voir", "U;Deux;24;la mairie"]
    let asked = try read(rows)
    #expect(asked.contains("la colonne D n’a pas de titre (« voir »)"), "\(asked)")
    #expect(asked.contains("Lignes 2 et 3"), "\(asked)")
    let told = try read(rows, ["mot\u{1F}sans-titre\u{1F}colonne D": ""])
    #expect(told.contains("2 paliers nouveaux"), "\(told)")
    #expect(told.contains("asked: []") && told.contains("unused: Set([])"), "\(told)")
  }

  @Test func `of two titles that may be one column, the other is an answer away`() throws {
    let rows = ["Axe;Objectif;Action à mener", "U;Le but;Le geste"]
    let told = try read(rows)
    #expect(told.contains("Quelle colonne du tableau est « palier »"), "\(told)")
    #expect(told.contains("Le geste") && !told.contains("Le but"), "\(told)")
    let other = try read(rows, ["colonne\u{1F}palier": "Objectif"])
    #expect(other.contains("Le but") && !other.contains("Le geste"), "\(other)")
    #expect(other.contains("« Action à mener » n’est pas reprise"), "\(other)")
  }
}
