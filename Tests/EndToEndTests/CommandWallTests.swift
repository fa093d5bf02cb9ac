import Application
import DPES
import DPESStore
import JSONTree
import TerminalUI
import Testing

@testable import PalierCommand

/// What a window tells those that follow it, and the loop of the one that is timed.
@Suite struct CommandWallTests {
  private var wall: Wall {
    var wall = Wall(screen: .tableau, theme: .clair)
    wall.day = Day(iso: "2026-12-03")
    wall.image = "image"
    wall.place.axe = .democratie
    wall.place.selection = "o1"
    wall.card = .countdown
    wall.room = Room(distance: Length(centimetres: 650), imageHeight: Length(centimetres: 150))
    return wall
  }

  @Test func `the note is written so`() {
    var wall = wall
    wall.countdown = Countdown(minutes: 3)
    wall.countdown?.phase = .running(until: 123_456)
    #expect(
      String(decoding: JSONValue.write(wall.json), as: UTF8.self) == """
        {
          "ecran": "tableau",
          "theme": "clair",
          "jour": "2026-12-03",
          "image": "image",
          "axe": "democratie",
          "selection": "o1",
          "carte": "minuteur",
          "minuteur": {
            "minutes": 3,
            "fin": 123456
          },
          "distance": 650,
          "hauteur": 150
        }

        """)
  }

  @Test(
    arguments: [
      nil, .waiting(1500), .running(until: 9_000_000), .over,
    ] as [Countdown.Phase?])
  func `what is written is read back`(phase: Countdown.Phase?) {
    var wall = wall
    for card: Wall.Card? in [.legend, .countdown, .legibility, nil] {
      wall.card = card
      wall.countdown = phase.map { phase in
        var countdown = Countdown(minutes: 10)
        countdown.phase = phase
        return countdown
      }
      #expect(Wall(wall.json) == wall)
      #expect(Wall(Wall(screen: .cercle, theme: .mono).json) == Wall(screen: .cercle, theme: .mono))
    }
  }

  @Test(
    arguments: [
      .counting(voters: 12, ballots: nil), .counting(voters: 12, ballots: 7),
      .told("pk7mbnddunu", first: 3),
    ] as [Wall.Vote])
  func `a vote is told in figures, and read back`(vote: Wall.Vote) {
    var wall = wall
    wall.vote = vote
    #expect(Wall(wall.json) == wall)
  }

  @Test(arguments: [
    "[]", "{}", #"{"ecran":"cercle"}"#, #"{"ecran":"x","theme":"clair"}"#,
    #"{"ecran":"cercle","theme":3}"#,
  ])
  func `what is none of ours is none`(text: String) throws {
    #expect(Wall(try JSONValue.parse(Array(text.utf8))) == nil)
  }

  @Test func `figures beyond all sense do no harm`() throws {
    let text = """
      {"ecran":"cercle","theme":"clair","axe":"autre","distance":-4,"hauteur":99999999999,
       "minuteur":{"minutes":-9223372036854775808,"fin":9223372036854775807}}
      """
    let wall = try #require(Wall(try JSONValue.parse(Array(text.utf8))))
    #expect(wall.place.axe == nil && wall.room == Room())
    #expect(
      wall.countdown
        == {
          var countdown = Countdown(minutes: 1)
          countdown.phase = .over
          return countdown
        }())
  }

  @Test func `waits have a limit only while a countdown runs, and the bell rings once`() throws {
    let folder = try CommandFolder()
    let path = try folder.put(smallFile, in: "x.dpes.json")
    let uptime = Monitor(1_000_000)
    let day = try #require(Day(iso: "2026-12-01"))
    let desk = Desk(
      places: Places(environment: [:], executable: nil) { _ in false },
      clock: Clock {
        Clock.Reading(
          instant: Instant(seconds: day.number * 86_400), day: day, uptime: uptime.update { $0 })
      })
    let pass = { (milliseconds: Int) in
      ScriptedTerminal.Step.doing { uptime.update { $0 += milliseconds } }
    }
    let terminal = ScriptedTerminal([
      .keys(.character("s")), .keys(.character("m"), .left, .left, .left), .keys(.enter),
      pass(400), .events([]), pass(600), .events([]), pass(59_000), .events([]), .events([]),
      .keys(.character("q")), .keys(.escape), .keys(.character("q")),
    ])
    var session = try Session(
      terminal, desk, Look(theme: .sombre, isASCII: false), opening: .file(try .open(path)))
    try session.run()
    #expect(terminal.limits.prefix(3) == [nil, nil, nil])
    #expect(terminal.limits.dropFirst(3).prefix(3) == [1000, 600, 1000])
    #expect(terminal.limits.dropFirst(6).allSatisfy { $0 == nil })
    #expect(terminal.rings == 1)
  }

  @Test func `no letters in the data is no reason to show nothing`() throws {
    let folder = try CommandFolder()
    let path = try folder.putExample()
    let answer = try folder.run(
      palierPath, ["ecran", path, "--salle", "--taille", "80x24", "--date", "2026-12-01"])
    #expect(answer.status == 0 && answer.output.contains("s sortir"))
  }
}
