import DPES
import TerminalUI
import Testing

@testable import Application

/// What one window tells, and what another makes of it.
@Suite struct WallTests {
  private func follower(_ size: Size = Size(60, 16)) throws -> State {
    try wall(try example(), size, isFollower: true)
  }

  @Test func `a follower shows the axis and the observation of the other`() throws {
    var first = state(try example(), Size(80, 24))
    var second = try follower()
    first.press(.right, .down, .down)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.cercle.selectedID == first.cercle.selectedID)
    #expect(second.words.contains("Personne d’abord") && second.words.contains("3 / 11"))
    // A screen without a page leaves the wall where it was.
    first.press(.character("7"))
    #expect(first.wall?.screen == .finances)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.words.contains("3 / 11"))
    first.press(.character("4"))
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .schema && second.wallPageName == "palier")
  }

  @Test func `what is typed is never told, and what is not saved is waited for`() throws {
    var first = state(try example(), Size(80, 24))
    var second = try follower()
    first.press(.character("n"))
    first.type("Brouillon secret")
    let typing = try #require(first.wall)
    #expect(!"\(typing)".contains("secret"))
    _ = second.update(.wall(typing))
    first.press(.enter, .character("t"), .character("v"))
    let before = second.view
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.view == before)
    _ = second.update(.reread(try #require(first.document?.demarche)))
    #expect(second.words.contains("Territoire") && second.words.contains("VERT"))
    #expect(second.cercle.selectedID == first.cercle.selectedID)
  }

  @Test func `a vote that is revealed is waited for, then shown`() throws {
    var first = state(try example(), Size(80, 24))
    first.play("b[Entrée]")
    let told = try #require(first.wall)
    try #require(told.vote != nil)
    var before = try example()
    for index in before.cercles.indices { before.cercles[index].scrutins = [] }
    var second = try wall(before, Size(80, 24), isFollower: true)
    let page = second.view
    _ = second.update(.wall(told))
    #expect(second.view == page)
    _ = second.update(.reread(try example()))
    #expect(second.modes.isEmpty && second.wallPageName == VotePage.name)
  }

  @Test func `cards and the countdown are seen on both`() throws {
    var first = try wall(try example(), Size(80, 24))
    var second = try follower()
    for (key, words) in [("l", "ORANGE"), ("m", "En attente"), ("d", "Distance du dernier rang")] {
      first.press(.character(Character(key)))
      _ = second.update(.wall(try #require(first.wall)))
      #expect(second.words.contains(words))
      first.press(.escape)
    }
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.words.contains("1 / 10"))
    // The facilitator goes back to her screens: the room keeps the time.
    first.press(.character("m"), .enter, .function(8))
    _ = second.update(.wall(try #require(first.wall)))
    second.environment.uptime = 1000
    _ = second.update(.tick)
    #expect(second.isTimed && second.countdown.text(at: 1000) == "4:59")
    second.environment.uptime = 300_000
    #expect(second.update(.tick) == [])
    #expect(second.words.contains("Le temps est écoulé"))
  }

  @Test func `a countdown that was closed leaves the page to the room, its time in the foot`()
    throws
  {
    var first = try wall(try example(), Size(80, 24))
    var second = try follower()
    first.press(.character("m"), .enter, .escape, .function(8))
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.words.contains("1 / 10") && second.words.contains("5:00"))
    first.play("4")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.screen == .schema && second.words.contains("5:00"))
  }

  @Test func `a follower hears q, t and F7 alone, and changes nothing`() throws {
    var second = try follower()
    #expect(second.press(.character("q")) == [.quit])
    #expect(second.press(.character("t")) == [.useTheme(.clair)])
    #expect(second.press(.function(7)) == [.useMouse(false)])
    second.notice = nil
    let before = second.view
    let others: [Key] =
      "rovun!slmdhie:/?3".map(Key.character)
      + [.up, .down, .left, .right, .tab, .enter, .escape, .delete, .control("r"), .control("s")]
      + [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12].map(Key.function)
    for key in others {
      #expect(second.press(key) == [], "\(key.label)")
      #expect(second.view == before, "\(key.label)")
    }
    _ = second.update(.event(.paste("Un\nDeux")))
    _ = second.update(.event(.mouse(Event.Mouse(.wheelDown, at: Position(column: 4, row: 4)))))
    #expect(second.view == before && second.document?.revision == 0)
  }

  @Test func `the theme is taken over when it changes, and a theme of its own stays till then`()
    throws
  {
    var first = state(try example(), Size(80, 24))
    var second = try follower()
    _ = second.update(.wall(try #require(first.wall)))
    second.press(.character("t"))
    first.press(.down)
    #expect(second.update(.wall(try #require(first.wall))) == [])
    #expect(second.theme == .clair)
    first.press(.character("t"), .character("t"))
    #expect(second.update(.wall(try #require(first.wall))) == [.useTheme(.contraste)])
  }

  @Test func `a day that was chosen is followed, and today is everybody's own`() throws {
    var first = state(try example(), Size(80, 24))
    var second = try follower()
    let own = second.environment.today
    #expect(first.wall?.day == nil)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.environment.today == own)
    first.environment.hasChosenDay = true
    first.environment.today = own.adding(days: 400)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.environment.today == own.adding(days: 400))
  }

  @Test func `an empty axis and an older image are followed too`() throws {
    var demarche = try example()
    demarche.cercles[demarche.cercles.count - 1].observations.removeAll { $0.axe == .territoire }
    var first = state(demarche, Size(80, 24))
    var second = try wall(demarche, Size(60, 16), isFollower: true)
    first.press(.left, .left)
    while first.cercle.axe != .territoire { first.press(.left) }
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.words.contains("RIEN ENCORE SUR CET AXE"))
    let older = try #require(demarche.cercles.first)
    let id = try #require(older.observations.first?.id)
    let isThere = first.select(id)
    #expect(isThere)
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.derived.image?.cercle.id == older.id && second.cercle.selectedID == id)
  }
}
