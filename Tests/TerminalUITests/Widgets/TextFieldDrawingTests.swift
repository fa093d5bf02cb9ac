import Seeded
import TerminalUI
import Testing

@Suite struct TextFieldDrawingTests {
  @Test(arguments: [
    (0, 0, "L’équipe …"), (8, 8, "L’équipe …"), (9, 4, "…pe du so…"), (12, 7, "…pe du so…"),
    (13, 8, "…pe du so…"), (16, 6, "… soir"), (14, 4, "… soir"),
  ])
  func `one row scrolls sideways with the cursor`(index: Int, column: Int, row: String) {
    var field = TextField("L’équipe du soir")
    field.moveCursor(to: index)
    let canvas = drawn(field, Size(10, 1))
    #expect(canvas.description == row)
    #expect(canvas.cursor == Position(column: column, row: 0))
  }

  @Test func `several rows wrap, and the cursor follows`() {
    var field = TextField("Les remplacements se décident la veille")
    #expect(
      drawn(field, Size(16, 4)).description == """
        Les
        remplacements
        se décident la
        veille
        """)
    #expect(drawn(field, Size(16, 4)).cursor == Position(column: 6, row: 3))
    #expect(field.rows(width: 16) == 4)
    #expect(drawn(field, Size(16, 3)).cursor == Position(column: 6, row: 2))
    let moves = [-1, 2, -3].map { field.moveVertically(by: $0, in: Size(16, 4)) }
    #expect(moves == [true, false, false])
    #expect(drawn(field, Size(16, 4)).cursor == Position(column: 6, row: 2))
    field.moveToStart()
    #expect(drawn(field, Size(16, 3)).description == "Les\nremplacements\nse décident la")
  }

  @Test func `an empty field shows its placeholder, and the cursor only with the focus`() {
    var canvas = Canvas(Size(12, 1))
    TextField().draw(on: &canvas, in: canvas.area, isFocused: false, placeholder: "texte")
    #expect(canvas.description == "texte")
    #expect(canvas.roles == "fffff_______")
    #expect(canvas.cursor == nil)
  }

  @Test(arguments: [Size(10, 1), Size(10, 3)])
  func `a click puts the cursor under it`(size: Size) {
    var field = TextField("日本 e\u{301}te\u{301} deux trois")
    let area = Rect(column: 5, row: 2, width: size.width, height: size.height)
    for index in [0, 1, 3, 5] {
      field.moveToStart()
      var canvas = Canvas(Size(20, 8))
      var target = field
      target.moveCursor(to: index)
      target.draw(on: &canvas, in: area)
      field.moveCursor(to: canvas.cursor ?? Position(column: 0, row: 0), in: area)
      #expect(field.cursor == index)
    }
  }

  @Test(arguments: 0..<20)
  func `any text in any area keeps inside it, with the cursor`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var field = TextField(generator.nastyText())
      field.moveCursor(to: Int.random(in: 0...field.characters.count, using: &generator))
      let area = Rect(
        column: 3, row: 2, width: Int.random(in: 1...14, using: &generator),
        height: Int.random(in: 1...4, using: &generator))
      let canvas = try drawnOnMarks(area) { field.draw(on: &$0, in: area) }
      #expect(area.contains(try #require(canvas.cursor)))
      var clicked = field
      let click = Position(
        column: Int.random(in: 0..<20, using: &generator),
        row: Int.random(in: 0..<8, using: &generator))
      clicked.moveCursor(to: click, in: area)
      _ = clicked.moveVertically(by: Int.random(in: -2...2, using: &generator), in: area.size)
      #expect((0...field.characters.count).contains(clicked.cursor))
    }
  }

  private func drawn(_ field: TextField, _ size: Size) -> Canvas {
    var canvas = Canvas(size)
    field.draw(on: &canvas, in: canvas.area)
    return canvas
  }
}
