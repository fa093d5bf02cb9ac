import TerminalUI
import Testing

@Suite struct DialogTests {
  private let dialog = Dialog(
    title: "Supprimer l’observation",
    [
      .init("« Plannings difficiles à tenir » et ses arguments seront supprimés."), .init(""),
      .init("On peut l’annuler.", .faint),
    ], keys: [.init("Entrée", "supprimer"), .init("Échap", "laisser", importance: 1)])

  @Test func `a dialog is a card in the middle`() {
    #expect(
      frame(Size(72, 10)) == """

          ╭─ Supprimer l’observation ────────────────────────────────────────╮
          │ « Plannings difficiles à tenir » et ses arguments seront         │
          │ supprimés.                                                       │
          │                                                                  │
          │ On peut l’annuler.                                               │
          │                                                                  │
          │ Entrée supprimer  Échap laisser                                  │
          ╰──────────────────────────────────────────────────────────────────╯

        """)
  }

  @Test func `a small one takes what there is`() {
    #expect(
      frame(Size(20, 6)) == """
        ╭─ Supprimer l’o… ─╮
        │ « Plannings      │
        │ difficiles à     │
        │ tenir » et ses…  │
        │ Échap laisser    │
        ╰───── ↓ 5 lignes ─╯
        """)
    #expect(frame(Size(11, 4)) == "Supprimer …\n« Plannings\ndifficiles\nà tenir »…")
    #expect(frame(Size(1, 1)) == "…")
  }

  @Test func `the card of what is typed has its title and its area`() {
    var canvas = Canvas(Size(30, 7))
    let area = canvas.drawCard(title: "Structure", content: Size(16, 1), in: canvas.area)
    #expect(area == Rect(column: 7, row: 3, width: 16, height: 1))
    #expect(
      canvas.roles == """


             ll~AAAAAAAAA~lllllll
             l~~~~~~~~~~~~~~~~~~l
             llllllllllllllllllll


        """)
  }

  @Test func `in any area a dialog keeps inside it`() throws {
    for width in Array(1...40) + [80, 300] {
      for height in Array(1...12) + [24, 100] {
        let area = Rect(column: 2, row: 1, width: width, height: height)
        _ = try drawnOnMarks(area) { dialog.draw(on: &$0, in: area) }
        var canvas = Canvas(Size(width + 4, height + 4))
        let content = canvas.drawCard(
          title: "Très long titre de carte", content: Size(30, 5), in: area)
        #expect(content.intersection(area) == content && !content.isEmpty)
      }
    }
  }

  private func frame(_ size: Size) -> String {
    var canvas = Canvas(size)
    dialog.draw(on: &canvas, in: canvas.area)
    return canvas.description
  }
}
