import DPES
import TerminalUI
import Testing

@testable import Application

/// What the room would notice at once on the schéma.
@Suite struct SchemaDrawingTests {
  private static let sizes = [
    Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40), Size(160, 45),
  ]

  private func layout(_ state: State) throws -> SchemaLayout {
    let pane = try #require(state.panes.first { $0.screen == .schema })
    return try SchemaLayout(
      #require(state.derived.avancement), selection: state.schema, in: pane.area)
  }

  private func text(_ canvas: Canvas, _ column: Int, _ row: Int) -> String {
    canvas[column, row].glyph.base.map { String(Character($0)) } ?? ""
  }

  @Test(arguments: sizes)
  func `no guide and no « aujourd’hui » stands against a word`(size: Size) throws {
    var demarche = try example()
    for title in ["Un mot", String(repeating: "mot long ", count: 10)] {
      for index in demarche.schema.paliers.indices where index % 2 == 0 {
        demarche.schema.paliers[index].intitule = title
      }
      let state = state(demarche, size, screen: .schema)
      let canvas = state.view
      for lane in try layout(state).lanes {
        for position in lane.shown {
          let label = try #require(lane.label(of: position))
          for row in lane.rows(of: position).row..<lane.rows(of: position).endRow {
            // On the right of its corner a title has it before its sign.
            for column in (label.isRight ? [] : [label.words.lowerBound - 1]) + [
              label.words.upperBound
            ]
            where column > lane.steps.column && column < lane.steps.endColumn {
              #expect(text(canvas, column, row) == " ", "\(column), \(row)")
            }
          }
        }
      }
    }
  }

  @Test func `each sign stands at its deadline, wherever its title is`() throws {
    let state = state(try example(), Size(160, 45), screen: .schema)
    let layout = try layout(state)
    let timeline = try #require(layout.timeline)
    let canvas = state.view
    for lane in layout.lanes {
      let paliers = try #require(state.derived.avancement)[lane.axe].paliers
      #expect(lane.shown.count == paliers.count)
      for position in lane.shown {
        let mois = try #require(paliers[position].palier.echeanceMois)
        let corner = min(timeline.column(ofMonth: mois), timeline.endColumn - 3)
        let row = lane.rows(of: position).row
        #expect(text(canvas, corner, row) == "┌")
        #expect(text(canvas, corner + 1, row) == state.marks.mark(paliers[position].etat).sign)
      }
    }
  }

  @Test(arguments: [Size(140, 40), Size(160, 45), Size(240, 67)])
  func `no title is cut while rows are free`(size: Size) throws {
    var demarche = try example()
    for index in demarche.schema.paliers.indices {
      demarche.schema.paliers[index].intitule =
        "Accueillir, écouter et accompagner chaque personne jusqu’au terme de son parcours"
    }
    let state = state(demarche, size, screen: .schema)
    for lane in try layout(state).lanes {
      for position in lane.shown {
        let label = try #require(lane.label(of: position))
        #expect(!label.lines.contains { $0.contains("…") })
      }
    }
  }

  @Test func `the axis in hand opens first, then from the top while rows remain`() throws {
    func open(_ size: Size, _ keys: Key...) throws -> [Axe] {
      var state = state(try example(), size, screen: .schema)
      for key in keys { state.press(key) }
      return try layout(state).lanes.filter { !$0.shown.isEmpty }.map(\.axe)
    }
    #expect(try open(Size(60, 16)) == [.utilite])
    #expect(try open(Size(60, 16), .left) == [.territoire])
    #expect(try open(Size(80, 24), .right, .right) == [.democratie])
    #expect(try open(Size(100, 30), .left).contains(.territoire))
    #expect(try open(Size(160, 45)) == Axe.allCases)
  }

  @Test func `a heading tells one thing: what is lost, else late, else next`() throws {
    let state = state(try example(), Size(100, 30), screen: .schema)
    #expect(state.words.contains("ensuite le palier 3, en mai 2027"))
    #expect(state.words.contains("▼ le palier 2 est à retrouver"))
    #expect(state.words.contains("! en retard"))
    #expect(!state.words.contains("départ 0"))
    // Only the axis in hand tells its profiles.
    let wide = self.wide(try example())
    #expect(wide.words.matches(of: /cible 4/).count == 1)
    #expect(wide.words.contains("intermédiaire 2, le même"))
  }

  private func wide(_ demarche: Demarche) -> State {
    state(demarche, Size(120, 36), screen: .schema)
  }

  @Test func `what is, is white, and what is planned, in accent: orange says a status alone`()
    throws
  {
    // The day before a deadline passes: its words are orange too.
    let eve = try #require(Day(iso: "2026-11-30"))
    let state = state(try example(), Size(120, 36), screen: .schema, today: eve)
    let canvas = state.view
    let lines = canvas.description.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("aujourd’hui") })
    let start = try #require(lines[row].firstRange(of: "aujourd’hui")?.lowerBound)
    let column = lines[row].distance(from: lines[row].startIndex, to: start)
    #expect(canvas[column, row].style == .strong)
    let signs = Set(["◐", "▲", " "])
    for row in 3..<30 {
      for column in 0..<120 where canvas[column, row].style.ink == .orange {
        let sign = text(canvas, column, row)
        #expect(signs.contains(sign) || sign.allSatisfy(\.isNumber), "\(column), \(row)")
      }
    }
  }
}
