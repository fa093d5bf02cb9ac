import DPES
import Foundation
import JSONTree
import Testing

@testable import Documents

/// The tables that people fill in.
@Suite struct ImportModelTests {
  static func models() throws -> [ImportModel] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/modeles/import/modeles.json").standardized
    return try ImportModel.all(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
  }

  @Test func `there is a model of each kind, with all its columns`() throws {
    let models = try Self.models()
    #expect(Set(models.map(\.kind)) == Set(Importation.Kind.allCases))
    for model in models {
      // First names have a column of their own only in lists that are there already.
      let columns = Set(model.kind.columns.map(\.name)).subtracting(["prenom"])
      #expect(Set(model.columns.map(\.name)) == columns)
    }
  }

  @Test func `the line of the example comes in as it stands`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    for kind in [Importation.Kind.participants, .observations, .indicateurs, .realises] {
      let model = try #require(try Self.models().first { $0.kind == kind })
      let bytes = try #require(model.sheets.first).csv(.excel)
      let taken = try importation(bytes, kind, into: demarche)
      #expect(taken.refusals == [] && taken.added == 1 && taken.notices == [], "\(kind)")
      #expect(taken.understood.map(\.column) == model.columns.map(\.name))
      demarche = taken.demarche
    }
  }

  @Test func `what each column is for stands on a sheet of its own`() throws {
    for model in try Self.models() {
      let sheet = try #require(model.sheets.last)
      #expect(sheet.name == "Explications" && sheet.rows.count == model.columns.count + 1)
      let needed = zip(model.columns, sheet.rows).compactMap { column, row in
        if case .cells(let cells) = row, cells[1].value == .text("oui") { column.name } else { nil }
      }
      #expect(needed == model.kind.columns.filter(\.isRequired).map(\.name) && !needed.isEmpty)
    }
  }
}
