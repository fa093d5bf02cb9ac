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

  private static func asked(_ id: String, isOfSheet: Bool) -> TableReading.Asked {
    var asked = TableReading.Asked(
      id, "Lignes 5 et 8\u{A0}: qui est «\u{A0}\(id)\u{A0}»", proposal: "MD",
      options: [.init("MD", "MD"), .init("", "personne")], isOfSheet: isOfSheet)
    asked.bare = "Qui est «\u{A0}\(id)\u{A0}»"
    return asked
  }

  @Test func `an answer that was kept says no lines, which are of another table`() throws {
    var state = state(try example(), Size(80, 24))
    _ = state.open(ImportPreview(Self.table, into: try example()))
    let asked = Self.asked("Marie", isOfSheet: false)
    _ = state.update(
      .tableRead(Self.table, TableReading([.init(.summary, "Rien.")], asked: [asked], nil)))
    #expect(state.words.contains("Lignes 5 et 8 : qui est « Marie »"))
    state.press(.enter)
    var done = try example()
    done.schema.paliers[0].intitule = "Venu du tableur"
    var table = Self.table
    table.answers = ["Marie": "MD"]
    _ = state.update(.tableRead(table, TableReading([.init(.summary, "Une ligne.")], done)))
    #expect(state.words.contains("Lignes 5 et 8 : qui est « Marie »"))
    state.press(.escape)
    _ = ImportPreview.open(&state, Self.table, into: try example())
    _ = state.update(.tableRead(table, TableReading([.init(.summary, "Une ligne.")], done)))
    #expect(!state.words.contains("Lignes 5 et 8"))
    #expect(state.words.contains("Qui est « Marie » ? ‹ MD ›"))
  }

  @Test func `what was said of all rows and given up is proposed again, and not taken`() throws {
    var state = state(try example(), Size(80, 24))
    _ = state.open(ImportPreview(Self.table, into: try example()))
    let axis = Self.asked("axe", isOfSheet: true)
    _ = state.update(
      .tableRead(Self.table, TableReading([.init(.summary, "Rien.")], asked: [axis], nil)))
    state.press(.enter)
    state.press(.escape)
    _ = ImportPreview.open(&state, Self.table, into: try example())
    let card = try #require(state.modes.last as? ImportPreview)
    #expect(card.table.answers == [:])
    _ = state.update(
      .tableRead(Self.table, TableReading([.init(.summary, "Rien.")], asked: [axis], nil)))
    #expect(state.words.contains("1 question :") && state.words.contains("‹ MD › *"))
  }
}
