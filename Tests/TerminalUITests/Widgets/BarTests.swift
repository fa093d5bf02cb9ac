import TerminalUI
import Testing

@Suite struct KeyBarTests {
  private let bar = KeyBar([
    .init("n", "nouvelle", importance: 3), .init("r o v", "statut", importance: 2),
    .init("m", "déplacer"), .init("l", "liens"), .init("?", "aide", importance: 9),
  ])

  @Test(arguments: [
    (57, " n nouvelle  r o v statut  m déplacer  l liens  ? aide"),
    (55, " n nouvelle  r o v statut  m déplacer  l liens  ? aide"),
    (54, " n nouvelle  r o v statut  m déplacer  ? aide"),
    (40, " n nouvelle  r o v statut  ? aide"), (20, " n nouvelle  ? aide"), (10, " ? aide"),
    (8, " ? aide"), (7, ""), (1, ""),
  ])
  func `what matters less leaves first, and nothing is cut`(width: Int, line: String) {
    var canvas = Canvas(Size(width, 1))
    bar.draw(on: &canvas, in: canvas.area)
    #expect(canvas.description == line)
  }

  @Test func `the line is a bar, its keys stand out`() {
    var canvas = Canvas(Size(20, 1))
    bar.draw(on: &canvas, in: canvas.area)
    #expect(canvas.roles == "-A-tttttttt--A-tttt-")
    #expect(bar.columns == 55)
  }

  @Test func `a click is on the item drawn there`() {
    let area = Rect(column: 2, row: 4, width: 20, height: 1)
    let items = (2..<22).map { bar.item(at: Position(column: $0, row: 4), in: area) ?? -1 }
    #expect(
      items == [-1] + Array(repeating: 0, count: 10) + [-1, -1]
        + Array(repeating: 4, count: 6) + [-1])
    #expect(bar.item(at: Position(column: 4, row: 5), in: area) == nil)
  }

  @Test func `a bar keeps inside its area`() throws {
    for width in 1...80 {
      let area = Rect(column: 2, row: 1, width: width, height: 1)
      _ = try drawnOnMarks(area) { bar.draw(on: &$0, in: area) }
    }
  }
}

@Suite struct TabBarTests {
  private let bar = TabBar(
    [
      .init(key: "3", title: "Cercle de qualité", shortTitle: "Cercle"),
      .init(key: "4", title: "Schéma de progrès", shortTitle: "Schéma"),
      .init(key: "5", title: "Tableau de bord", shortTitle: "Tableau"),
    ], active: 1)

  @Test(arguments: [
    (64, "  3 Cercle de qualité   4 Schéma de progrès   5 Tableau de bord"),
    (63, " 3 Cercle de qualité  4 Schéma de progrès  5 Tableau de bord"),
    (61, " 3 Cercle de qualité  4 Schéma de progrès  5 Tableau de bord"),
    (60, "  3 Cercle   4 Schéma   5 Tableau"), (34, "  3 Cercle   4 Schéma   5 Tableau"),
    (33, " 3 Cercle  4 Schéma  5 Tableau"), (31, " 3 Cercle  4 Schéma  5 Tableau"),
    (30, "  3   4 Schéma   5"), (19, "  3   4 Schéma   5"), (18, " 3  4 Schéma  5"),
    (16, " 3  4 Schéma  5"), (15, " 4 Schéma"), (10, " 4 Schéma"),
    (9, " 4 Schém…"), (2, " …"), (1, "…"),
  ])
  func `titles shorten, and the active one is always there`(width: Int, line: String) {
    var canvas = Canvas(Size(width, 1))
    bar.draw(on: &canvas, in: canvas.area)
    #expect(canvas.description == line)
  }

  @Test func `the active tab is a badge`() {
    var canvas = Canvas(Size(34, 1))
    bar.draw(on: &canvas, in: canvas.area)
    #expect(canvas.roles == "  f ffffff  AAAAAAAAAA  f fffffff")
  }

  @Test func `a click is on the tab drawn there`() {
    let area = Rect(Size(34, 1))
    let tabs = (0..<34).map { bar.tab(at: Position(column: $0, row: 0), in: area) ?? 9 }
    #expect(tabs.map(String.init).joined() == "9000000000091111111111922222222222")
  }

  @Test func `tabs keep inside their area`() throws {
    for width in 1...80 {
      let area = Rect(column: 2, row: 1, width: width, height: 1)
      _ = try drawnOnMarks(area) { bar.draw(on: &$0, in: area) }
    }
  }
}
