import DPES
import TerminalUI
import Testing

@testable import Application

/// The card that asks which sheet of a file is brought in.
@Suite struct ImportCardTests {
  private static func shown(_ sheets: [TableSheets.Sheet]) throws -> String {
    try card(sheets).words
  }

  private static func card(_ sheets: [TableSheets.Sheet]) throws -> State {
    var state = state(try example(), Size(80, 24))
    state.press(.control("o"))
    _ = state.update(
      .folder(FolderListing(nil, [.init(.table, "plan.xlsx", path: "/x/plan.xlsx")])))
    state.press(.enter)
    _ = state.update(.sheets(TableSheets(sheets), of: "/x/plan.xlsx"))
    return state
  }

  @Test func `a table on a hidden sheet behind a cover can be chosen`() throws {
    let plan = TableSheets.Sheet("Plan", rows: 9, isHidden: true, likely: .indicateurs)
    let cover = try Self.shown([.init("Garde", rows: 1), plan])
    #expect(cover.contains("Quelle feuille") && cover.contains("Plan : masquée, 9 lignes"))
    // A sheet that is a table is taken, whatever is hidden beside.
    let shown = try Self.shown([.init("Suivi", rows: 4, likely: .indicateurs), plan])
    #expect(shown.contains("Que contient"))
    let lists = try Self.shown([.init("Garde", rows: 1), .init("Listes", rows: 3, isHidden: true)])
    #expect(lists.contains("Que contient"))
  }

  @Test func `the first sheet that is a table is chosen before a cover`() throws {
    let plan = TableSheets.Sheet("Plan", rows: 9, likely: .indicateurs)
    var state = try Self.card([.init("Garde", rows: 1), plan, .init("Listes", rows: 3)])
    state.press(.enter)
    #expect(state.words.contains("feuille « Plan »"))
  }
}
