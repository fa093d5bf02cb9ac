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

  /// The nine of the program.
  private let nine = [
    ("État des lieux", "État"), ("Grille", "Grille"), ("Cercle de qualité", "Cercle"),
    ("Schéma de progrès", "Schéma"), ("Tableau de bord", "Tableau"), ("À faire", "À faire"),
    ("Suivi financier", "Finances"), ("Ressources et notes", "Notes"), ("Page du CA", "CA"),
  ].enumerated().map { index, titles in
    TabBar.Tab(
      key: String(index + 1), title: titles.0, shortTitle: titles.1, opensGroup: index == 6)
  }

  private func line(_ bar: TabBar, _ width: Int) -> String {
    var canvas = Canvas(Size(width, 1))
    bar.draw(on: &canvas, in: canvas.area)
    return canvas.description
  }

  @Test(arguments: [
    (61, " 3 Cercle de qualité  4 Schéma de progrès  5 Tableau de bord"),
    (60, " 3 Cercle de qualité  4 Schéma de progrès  5 Tableau"),
    (43, " 3 Cercle  4 Schéma de progrès  5 Tableau"),
    (31, " 3 Cercle  4 Schéma  5 Tableau"), (30, " 3 Cercle 4 Schéma 5 Tableau"),
    (27, "3 Cercle 4 Schéma 5 Tableau"), (26, "3 Cercle 4 Schéma5 Tableau"),
    (25, " 3  4 Schéma  5"), (16, " 3  4 Schéma  5"), (15, "3 4 Schéma 5"),
    (11, " 4 Schéma"), (9, " 4 Schém…"), (2, " …"), (1, "…"),
  ])
  func `titles shorten from the active one outwards, and it is always there`(
    width: Int, expected: String
  ) {
    #expect(line(bar, width) == expected)
  }

  @Test func `all nine have a word from 76 columns on, and the last three stand apart`() {
    for active in 0..<9 {
      for width in 40...240 {
        let text = line(TabBar(nine, active: active), width)
        let words = nine.count { text.contains($0.shortTitle) || text.contains($0.title) }
        #expect(words == (width < 76 ? 1 : 9), "\(active) \(width) \(text)")
        #expect(text.contains("│") == (width < 76 || width > 88), "\(active) \(width) \(text)")
      }
    }
    #expect(
      line(TabBar(nine, active: 2), 80)
        == " 1 État 2 Grille 3 Cercle 4 Schéma 5 Tableau 6 À faire 7 Finances 8 Notes 9 CA")
    #expect(line(TabBar(nine, active: 6), 40) == " 1  2  3  4  5  6  │ 7 Finances  8  9")
  }

  @Test func `the active tab is a badge`() {
    var canvas = Canvas(Size(34, 1))
    bar.draw(on: &canvas, in: canvas.area)
    #expect(canvas.roles == " f ffffff AAAAAAAAAA f fffffff")
  }

  @Test func `a click is on the tab drawn there`() {
    let area = Rect(Size(34, 1))
    let tabs = (0..<34).map { bar.tab(at: Position(column: $0, row: 0), in: area) ?? 9 }
    #expect(tabs.map(String.init).joined() == "0000000000111111111122222222222999")
  }

  @Test func `tabs keep inside their area`() throws {
    for width in 1...80 {
      let area = Rect(column: 2, row: 1, width: width, height: 1)
      _ = try drawnOnMarks(area) { bar.draw(on: &$0, in: area) }
    }
  }
}
