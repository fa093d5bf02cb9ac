import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// What the room would notice at once on the tableau.
@Suite struct TableauDrawingTests {
  private func opened(_ size: Size, _ keys: Key...) throws -> State {
    var state = state(try example(), size, screen: .tableau)
    for key in keys { state.press(key) }
    return state
  }

  private func lines(_ state: State) -> [String] {
    state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).replacing("\u{A0}", with: " ") }
  }

  private func layout(_ state: State) throws -> TableauLayout {
    let pane = try #require(state.panes.first { $0.screen == .tableau })
    return TableauLayout(state, in: pane.area)
  }

  @Test func `a palier's state and number stand before its first indicator, and nowhere else`()
    throws
  {
    let lines = lines(try opened(Size(120, 36)))
    let first = try #require(lines.first { $0.contains("CDD devenus CDI") })
    #expect(first.contains("✔ 1 CDD devenus CDI"))
    #expect(lines.contains { $0.contains("✔ 2 Dossiers déposés") })
    #expect(lines.contains { $0.contains("     Un calendrier des financeurs") })
    #expect(lines.contains { $0.contains("Utilité et emplois") || $0.contains("pérennes") })
    #expect(lines.contains { $0.contains("palier 2 sur 4") })
  }

  @Test func `from 120 columns a cell tells its value, or the target to come`() throws {
    let wide = lines(try opened(Size(120, 36)))
    let row = try #require(wide.first { $0.contains("Salariés et bénévoles") })
    #expect(row.contains("a ◐ 54,9 %"))
    #expect(row.contains("v · 80 %"))
    let narrow = lines(try opened(Size(100, 30)))
    #expect(!narrow.contains { $0.contains("│a ") || $0.contains("◐ 54,9") })
  }

  @Test func `the selected row has a half bar and a ground, its cell a chip`() throws {
    let state = try opened(Size(120, 36), .down)
    let layout = try layout(state)
    let listing = layout.listing(of: state.tableau.rows)
    let area = layout.area(ofRow: listing.selectable[state.tableau.index])
    let bar = state.view[area.column - 1, area.row]
    #expect(bar.glyph == Glyph("▐") && bar.style.ink == .accent)
    #expect(
      state.view[layout.name.lowerBound, area.row].style == Style(.text, on: .selected, .bold))
    let period = state.tableau.periodIndex(in: state.derived)
    let column = layout.column(ofPeriod: period)
    #expect((column..<column + 10).allSatisfy { state.view[$0, area.row].style.ground == .chip })
    #expect(state.view[column - 1, area.row].style.ground == .base)
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(100, 30), Size(120, 36), Size(160, 45)])
  func `no name is cut while a row is free`(size: Size) throws {
    var demarche = try example()
    for palier in demarche.schema.paliers.indices {
      for index in demarche.schema.paliers[palier].indicateurs.indices {
        demarche.schema.paliers[palier].indicateurs[index].intitule =
          "Rencontrer chaque année les voisins, les familles et les élus qui y tiennent"
      }
    }
    var state = state(demarche, size, screen: .tableau)
    state.press(.character("z"))
    for _ in 0..<6 {
      let layout = try layout(state)
      let rows = layout.rows
      let used = rows.isEmpty ? 0 : layout.area(ofRow: rows.upperBound - 1).endRow
      let lines = lines(state)[layout.body.row..<layout.body.endRow]
      #expect(used == layout.body.endRow || !lines.contains { $0.contains("…") })
      #expect(used <= layout.body.endRow)
      state.press(.down)
    }
  }

  @Test func `with one axis the headings of its paliers come back where all of it still fits`()
    throws
  {
    let whole = lines(try opened(Size(120, 36), .character("z")))
    #expect(whole.contains { $0.contains("✔ 1 Deux contrats consolidés") })
    #expect(whole.contains { $0.contains("Un calendrier des financeurs est affiché") })
    let small = lines(try opened(Size(60, 16), .character("z")))
    #expect(!small.contains { $0.contains("✔ 1 Deux contrats consolidés") })
  }

  @Test func `heads say the month, what is planned, the end, and where the period stands`() throws {
    let lines = lines(try opened(Size(120, 36)))
    #expect(lines[3].contains("6 mois") && lines[3].contains("18 interm."))
    #expect(lines[4].contains("03/26"))
    #expect(lines[5].contains("close") && lines[5].contains("en cours"))
  }

  @Test func `the detail tells the series, and leaves from the bottom`() throws {
    var keys: [Key] = Array(repeating: .down, count: 7)
    keys.append(.left)
    var tall = try opened(Size(120, 36))
    var low = try opened(Size(120, 16))
    for key in keys {
      tall.press(key)
      low.press(key)
    }
    #expect(tall.words.contains("6 mois ◐ 54,9 % · 12 mois ✔ 86,3 %"))
    #expect(tall.words.contains("répond à"))
    #expect(low.words.contains("6 mois ◐ 54,9 % · 12 mois ✔ 86,3 %"))
    #expect(!low.words.contains("répond à"))
  }

  @Test(arguments: [
    ("2", nil, "2"), ("110", "k€", "110 k€"), ("1234567", nil, "1,2 M"), ("180000", "€", "180 k€"),
    ("12", "contrats", "12"), ("1e400", nil, "1e400"), ("123456789012345678901", nil, "nombre"),
    ("-1234567", nil, "−1,2 M"), ("0.123456789", nil, "0,1234"), ("83.3333", "%", "83,3 %"),
  ])
  func `a value is told in six columns`(spelling: String, unit: String?, told: String) throws {
    var one = Indicateur()
    one.nature = .nombre
    one.unite = unit
    guard case .number(let number) = try JSONValue.parse(Array(spelling.utf8)) else { return }
    #expect(one.short(.nombre(number), in: 6).replacing("\u{A0}", with: " ") == told)
  }
}
