import DPES
import TerminalUI
import Testing

@testable import Application

/// What a table's preview tells, and a key changes.
@Suite struct ImportToldTests {
  private static let table = ImportedTable(
    source: "/x/plan.xlsx", sheet: "Plan", kind: .indicateurs)

  @Test func `what is told of a line is left aside by a key, and holds nothing up`() throws {
    var state = state(try example(), Size(80, 24))
    _ = state.open(ImportPreview(Self.table, into: try example()))
    var done = try example()
    done.schema.paliers[0].intitule = "Venu du tableur"
    let told = TableReading.Asked(
      "seul", "Ligne 7\u{A0}: «\u{A0}Jardin\u{A0}» est seul", proposal: "palier",
      options: [.init("palier", "un palier"), .init("", "laisser de côté")])
    let lines = [TableReading.Line(.summary, "Une ligne.")]
    _ = state.update(.tableRead(Self.table, TableReading(lines, told: [told], done)))
    #expect(state.words.contains("Entrée importe") && state.words.contains("‹ un palier ›"))
    state.press(.down)
    var left = Self.table
    left.answers = ["seul": ""]
    #expect(state.press(.right) == [.readTable(left, into: try example())])
    _ = state.update(.tableRead(left, TableReading(lines, done)))
    #expect(state.words.contains("‹ laisser de côté ›"))
    state.press(.enter)
    #expect(state.document?.demarche.schema.paliers[0].intitule == "Venu du tableur")
  }
}
