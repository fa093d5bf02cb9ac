import DPES
import Testing

@testable import Documents

/// The spreadsheet as LibreOffice reads it.
@Suite struct WorkbookTests {
  @Test func `the tableau de bord keeps its headings in sight, merged over their columns`() throws {
    let text = try #require(try Everything.documents(of: example())["tableau.fods"])
    let settings = text.split(separator: "<config:config-item-map-entry config:name=\"")[1]
    for (name, value) in [
      ("HorizontalSplitMode", 2), ("HorizontalSplitPosition", 1), ("VerticalSplitMode", 2),
      ("VerticalSplitPosition", 3),
    ] {
      let item = settings.split(separator: "config:name=\"\(name)\"").last ?? ""
      #expect(item.prefix { $0 != "<" }.hasSuffix(">\(value)"), "\(name)")
    }
    // The title over all columns, then one heading for the two columns of each period.
    let rows = text.split(separator: "<table:table-row>")
    #expect(rows[1].contains("table:number-columns-spanned=\"17\""))
    #expect(rows[2].matches(of: /number-columns-spanned="2"/).count == 6)
    #expect(rows[3].contains("<text:p>Objectif</text:p>"))
  }

  @Test func `a colour is that of a word in the same cell`() throws {
    let text = try #require(try Everything.documents(of: example())["tout.fods"])
    let words = [
      "vert": ["atteint", "vérifié", "vert"],
      "rouge": ["perdu", "en retard", "rouge", "non atteint"],
      "orange": ["partiel", "orange", "non vérifié", "en partie"],
      "gris": ["non concerné", "sans statut", "à venir"],
    ]
    for (tint, known) in words {
      #expect(text.contains("style:name=\"\(tint)\" style:family=\"table-cell\""))
      let cells = text.split(separator: "<table:table-cell table:style-name=\"\(tint)\"")
        .dropFirst()
      #expect(!cells.isEmpty)
      for cell in cells {
        let said = cell.prefix { $0 != "\n" }.split(separator: "</table:table-cell>").first ?? ""
        #expect(known.contains { said.contains($0) }, "\(tint) \(said)")
      }
    }
  }
}
