import TerminalUI
import Testing

@Suite struct HelpPageTests {
  private let page = HelpPage([
    .init(
      "Observations",
      [
        .init("n", "nouvelle observation"), .init("r o v", "rouge, orange, vert"),
        .init("!", "priorité", reason: "l’image est figée depuis le 12 mars 2026"),
      ]),
    .init("Rien", []),
    .init("Aller", [.init("Tab", "écran suivant"), .init("↑ ↓", "observation")]),
  ])

  @Test func `sections are listed with their keys, and long texts wrap`() {
    #expect(
      frame(Size(40, 10)) == """
        Observations
        n     nouvelle observation
        r o v rouge, orange, vert
        !     priorité (l’image est figée
              depuis le 12 mars 2026)

        Aller
        Tab   écran suivant
        ↑ ↓   observation

        """)
  }

  @Test func `what doesn't fit goes into columns, then scrolls`() {
    #expect(
      frame(Size(80, 5)) == """
        Observations                            Aller
        n     nouvelle observation              Tab   écran suivant
        r o v rouge, orange, vert               ↑ ↓   observation
        !     priorité (l’image est figée
              depuis le 12 mars 2026)
        """)
    #expect(page.lastFirstRow(in: Rect(Size(80, 5))) == 0)
    #expect(page.lastFirstRow(in: Rect(Size(40, 5))) == 4)
    #expect(
      frame(Size(40, 5), first: 99) == """
              depuis le 12 mars 2026)          │
                                               │
        Aller                                  │
        Tab   écran suivant                    █
        ↑ ↓   observation                      █
        """)
  }

  @Test func `what can't be done now is paler`() {
    var canvas = Canvas(Size(40, 4))
    page.draw(on: &canvas, in: canvas.area)
    #expect(canvas.roles.split(separator: "\n").last == "F     ffffffff ffffffff fff fffff      l")
  }

  @Test func `in any area the page keeps inside it and can be scrolled through`() throws {
    for width in [1, 2, 3, 5, 8, 13, 20, 30, 45, 80, 120, 300] {
      for height in [1, 2, 3, 5, 8, 30, 100] {
        let area = Rect(column: 2, row: 1, width: width, height: height)
        var seen = ""
        for first in 0...page.lastFirstRow(in: area) {
          let canvas = try drawnOnMarks(area) { page.draw(on: &$0, in: area, first: first) }
          seen += canvas.description
        }
        let words = ["nouvelle", "rouge", "priorité", "figée", "Tab", "suivant", "↑ ↓"]
        if width >= 20 { #expect(words.filter { !seen.contains($0) } == []) }
      }
    }
  }

  private func frame(_ size: Size, first: Int = 0) -> String {
    var canvas = Canvas(size)
    page.draw(on: &canvas, in: canvas.area, first: first)
    return canvas.description
  }
}
