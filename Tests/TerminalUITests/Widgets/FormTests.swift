import TerminalUI
import Testing

@Suite struct FormTests {
  private func form(_ initials: String = "SC") -> Form {
    Form([
      .init(
        text: initials, id: "initiales", label: "Initiales", hint: "Elles suffisent.", limit: 8),
      .init(
        choice: .init([.init("s", "Salariés"), .init("u", "Usagers"), .init("p", "Partenaires")]),
        id: "college", label: "Collège", hint: "Une lettre, ou les flèches."),
      .init(text: "", id: "organisme", label: "Organisme"),
    ])
  }

  private func frame(_ form: Form, _ size: Size) -> String {
    var canvas = Canvas(size)
    form.draw(on: &canvas, in: canvas.area)
    return canvas.description
  }

  @Test func `Tab goes from field to field and around, and letters are heard by one only`() {
    var form = form()
    for key: Key in [.end, .character("x"), .tab, .character("p"), .tab, .character("p")] {
      _ = form.handle(key)
    }
    #expect(form.text("initiales") == "SCx")
    #expect(form.selection("college") == 2)
    #expect(form.text("organisme") == "p")
    _ = form.handle(.tab)
    #expect(form.focus == 0)
    _ = form.handle(.backTab)
    #expect(form.focus == 2)
  }

  @Test(
    arguments: [
      ([Key.right], 0), ([.right, .right], 1), ([.left], 2), ([.character("U")], 1),
      ([.right, .left], 2), ([.character("u"), .backspace], nil), ([.character("z")], nil),
    ] as [([Key], Int?)])
  func `a choice is made by letter or by arrows, and taken back`(keys: [Key], chosen: Int?) {
    var form = form()
    _ = form.handle(.tab)
    for key in keys { _ = form.handle(key) }
    #expect(form.selection("college") == chosen)
  }

  @Test func `what is wrong stands under its field, which hears the keys, until it changes`() {
    var form = form("")
    _ = form.handle(.tab)
    form.fail("initiales", "Il faut des initiales.")
    #expect(form.focus == 0)
    #expect(
      frame(form, Size(44, 5)) == """
        Initiales
                   ! Il faut des initiales.
        Collège    ← - →
        Organisme

        """)
    _ = form.handle(.character("A"))
    #expect(form.fields[0].fault == nil)
  }

  @Test func `the chosen option stands in brackets, alone where there is little room`() {
    var form = form()
    _ = form.handle(.tab)
    _ = form.handle(.character("u"))
    #expect(
      frame(form, Size(60, 4)) == """
        Initiales  SC
        Collège     S Salariés [U Usagers] P Partenaires
                   Une lettre, ou les flèches.
        Organisme
        """)
    #expect(
      frame(form, Size(30, 3)) == """
        Collège    ← [U Usagers] →
                   Une lettre, ou les
                   flèches.
        """)
  }

  @Test(arguments: 1...6) func `the field that hears keys is seen, however low`(height: Int) {
    for focus in 0..<3 {
      var form = form()
      form.focus(on: focus)
      var canvas = Canvas(Size(40, height))
      let placed = form.draw(on: &canvas, in: canvas.area)
      #expect(placed.contains { $0.field == focus })
    }
  }

  @Test func `a paste goes where the keys go, and only what fits`() {
    var form = form("")
    let fits = form.insert("ABCDEFGHIJ")
    #expect(!fits && form.text("initiales") == "ABCDEFGH")
    _ = form.handle(.tab)
    form.insert("u")
    #expect(form.selection("college") == nil)
  }

  @Test func `two forms hold the same whatever field hears the keys`() {
    var other = form()
    _ = other.handle(.tab)
    #expect(form().holdsTheSame(as: other))
    _ = other.handle(.right)
    #expect(!form().holdsTheSame(as: other))
  }
}

@Suite struct FormTextTests {
  @Test func `→ at the end of a text takes the suggestion that begins so, then the next, around`() {
    var form = Form([
      .init(
        text: "", id: "statut", label: "Statut", suggestions: ["Association", "Mutuelle", "SCIC"])
    ])
    let typed: [([Key], String)] = [
      ([.right], "Association"), ([.right], "Mutuelle"), ([.right], "SCIC"),
      ([.right], "Association"), ([.control("u"), .character("m"), .right], "Mutuelle"),
      ([.left, .right], "Mutuelle"), ([.character("s"), .right], "Mutuelles"),
    ]
    for (keys, text) in typed {
      for key in keys { _ = form.handle(key) }
      #expect(form.text("statut") == text)
    }
  }

  @Test func `a long text grows while it hears keys, and its arrows stay in it to its last row`() {
    var form = Form([
      .init(text: "un deux trois quatre cinq six", id: "a", label: "A", lines: 4),
      .init(text: "", id: "b", label: "B"),
    ])
    #expect(form.rows(width: 13) > 2)
    _ = form.handle(.home, width: 13)
    _ = form.handle(.down, width: 13)
    #expect(form.focus == 0)
    for _ in 0..<3 { _ = form.handle(.down, width: 13) }
    #expect(form.focus == 1)
    #expect(form.rows(width: 13) == 2)
  }
}

extension FormTests {
  private func values() -> Form {
    Form([
      .init(text: "", id: "titre", label: "Titre"),
      .init(text: "18", id: "mois", label: "Mois", isValue: true),
      .init(text: "Un texte", id: "prose", label: "Texte"),
    ])
  }

  @Test(
    arguments: [
      ([Key.character("9")], "9"), ([.backspace], ""), ([.delete], ""),
      ([.end, .character("0")], "180"),
      ([.left, .character("x")], "1x8"), ([.tab, .backTab, .character("9")], "9"),
      ([.character("9"), .character("0")], "90"), ([.right, .backspace], "1"),
    ] as [([Key], String)])
  func `what is typed first in a value that one comes to takes its place`(keys: [Key], text: String)
  {
    var form = values()
    for key in [.tab] + keys { _ = form.handle(key) }
    #expect(form.text("mois") == text)
    _ = form.handle(.tab)
    _ = form.handle(.character("x"))
    #expect(form.text("prose") == "Un textex")
  }

  @Test func `what is pasted in a value that one comes to takes its place`() {
    var form = values()
    form.focus(on: "mois")
    form.insert("24")
    #expect(form.text("mois") == "24")
  }

  @Test func `a field that is not asked is passed over, not drawn, and keeps what it holds`() {
    var form = values()
    form.ask { $0 != "mois" }
    _ = form.handle(.tab)
    #expect(form.focusedID == "prose" && form.text("mois") == "18")
    #expect(!frame(form, Size(30, 5)).contains("Mois"))
    // The one that hears keys is asked.
    form.focus(on: "mois")
    form.ask { $0 != "mois" }
    #expect(frame(form, Size(30, 5)).contains("Mois"))
    form.focus(on: "titre")
    form.ask { _ in true }
    #expect(frame(form, Size(30, 5)).contains("Mois"))
  }

  @Test func `what lies above and below what is drawn is counted`() {
    var form = values()
    var canvas = Canvas(Size(30, 1))
    #expect(form.beyond(form.draw(on: &canvas, in: canvas.area)) == (0, 2))
    form.focus(on: "prose")
    #expect(form.beyond(form.draw(on: &canvas, in: canvas.area)) == (2, 0))
    form.ask { $0 != "mois" }
    #expect(form.beyond(form.draw(on: &canvas, in: canvas.area)) == (1, 0))
  }
}
