import TerminalUI
import Testing

@testable import Application

/// The keys on one page.
@Suite struct AideMemoireTests {
  @Test(arguments: [SymbolSet.unicode, .ascii])
  func `all of it is on one page, and nothing is cut`(symbols: SymbolSet) {
    #expect(AideMemoire.height(symbols) <= AideMemoire.size.height)
    let words = AideMemoire.canvas(symbols).description
    #expect(words.contains("Documents"))
    #expect(symbols == .unicode || !words.contains { "↑↓←→⌫".contains($0) })
    for table in [ActionTable.cercle, .schema, .tableau, .grille, .aFaire, .images] {
      for action in table.inLine where !action.keys.contains(.escape) {
        let keys = symbols.spelled(action.lineKeys ?? "")
        #expect(words.contains("\(keys) \(action.short ?? "")"), "\(action.id)")
      }
    }
  }

  @Test func `what is done most is there, with its key`() {
    let words = AideMemoire.canvas(.unicode).description
    for entry in [
      "n nouvelle", "r o v couleur", "u p d t axe", "a atteint", "s salle", "u annuler",
      "9 Page du CA", "e Sortir un document", "! priorité", "i images",
    ] {
      #expect(words.contains(entry), "\(entry)")
    }
  }
}
