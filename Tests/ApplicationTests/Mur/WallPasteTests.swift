import DPES
import TerminalUI
import Testing

@testable import Application

/// Whatever is pasted on the wall, the room reads none of it before it is accepted.
@Suite struct WallPasteTests {
  /// One line, a list, a mail, messages.
  private static let texts = [
    "Marie Bonnet : Zorglub", "Zorglub\nDeux\n\nMarie",
    "De : Zorglub <z@j.org>\n\nBonjour,\nMarie\n--\nPaul",
    "Marie Bonnet\n10:12\nZorglub", "Zorglub\n", "\tZorglub",
  ]
  /// Where it is pasted: what is typed there before, and its screen.
  private static let places: [(Screen, keys: String)] = [
    (.cercle, "s"), (.cercle, "sn"), (.cercle, "snAvant "), (.cercle, "snAvant[Entrée]"),
    (.cercle, "snAvant[Entrée]u"), (.cercle, "s[Entrée]"), (.cercle, "sn[haut]"),
    (.cercle, "s[F6]"), (.cercle, "s?"), (.cercle, "s:"), (.grille, "sn"),
  ]

  private static func wall(_ place: (Screen, keys: String), _ size: Size) throws -> State {
    var state = state(try example(), size, screen: place.0)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    state.play(place.keys)
    return state
  }

  private static func isShown(_ state: State) -> Bool {
    ["Zorglub", "Bonnet", "z@j"].contains { state.words.contains($0) }
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(160, 45)])
  func `it is said, and not shown, wherever it is pasted`(size: Size) throws {
    for place in Self.places {
      for text in Self.texts {
        let before = try Self.wall(place, size)
        var state = before
        _ = state.update(.event(.paste(text)))
        let count = text.split(separator: "\n").count { !$0.isEmpty }
        #expect(
          state.words.contains("COLLÉ · \(count) LIGNE") && !Self.isShown(state), "\(place)")
        // Nothing but F8 and Échap does anything.
        state.play("us [Entrée][bas][Tab][F6]q1")
        state.press(.function(1), .function(9), .control("k"), .function(2), .function(7))
        #expect(state.isOnWall && !Self.isShown(state), "\(place)")
        #expect(state.words.contains("Ce qui est collé se lit à l’écran : F8 l’y ouvre"))
        #expect(state.document?.demarche == before.document?.demarche)
        state.press(.escape)
        #expect(state.view.description == before.view.description, "\(place)")
      }
    }
  }

  @Test func `F8 goes with it to where it belongs, and what was typed before is there`() throws {
    for place in Self.places {
      for text in Self.texts {
        var state = try Self.wall(place, Size(100, 30))
        _ = state.update(.event(.paste(text)))
        state.press(.function(8))
        #expect(!state.isOnWall && state.words.contains("Zorglub"), "\(place), \(text)")
        #expect(state.screen == place.0 && !state.modes.contains { $0 is WallPaste })
        #expect(!place.keys.contains("Avant") || state.words.contains("Avant"), "\(place)")
        #expect(state.document?.demarche == (try example()))
      }
    }
  }

  @Test func `one line goes to the caret, several are lines to choose among`() {
    var state = emptyState(Size(100, 30))
    state.play("snAvant après[gauche][gauche][gauche][gauche][gauche]")
    _ = state.update(.event(.paste("un mot ")))
    state.press(.function(8))
    #expect(state.words.contains("Avant un mot après"))
    state.play("[Entrée]ur")
    #expect(state.observations.map(\.texte) == ["Avant un mot après"])
    state.play("[Échap]snAutre")
    _ = state.update(.event(.paste("Un\nDeux\nTrois")))
    state.press(.function(8))
    state.play("[ ][Entrée]")
    #expect(state.observations.map(\.texte).suffix(2) == ["Deux", "Trois"])
    #expect(state.words.contains("Autre"))
  }

  /// Going back and forth shows none of it, and loses no choice.
  @Test func `the wall shows it only once it is accepted on the screen`() throws {
    for place in Self.places where !["s?", "s[F6]", "s:"].contains(place.keys) {
      for text in Self.texts {
        var state = try Self.wall(place, Size(100, 30))
        _ = state.update(.event(.paste(text)))
        state.press(.function(8), .function(8))
        #expect(state.isOnWall && !Self.isShown(state), "\(place), \(text)")
        #expect(state.words.contains("COLLÉ"))
        state.press(.function(8))
        #expect(state.words.contains("Zorglub"), "\(place), \(text)")
      }
    }
    var state = emptyState(Size(80, 24))
    state.play("sn")
    _ = state.update(.event(.paste("Un\nDeux\nTrois")))
    state.press(.function(8), .character(" "), .function(8), .function(8))
    #expect(state.words.contains("3 lignes, 1 laissée"))
    state.play("[Entrée]")
    state.press(.function(8))
    #expect(state.isOnWall && state.words.contains("Trois"))
  }

  @Test func `a line set aside is not shown when n takes it up on the wall`() {
    var state = emptyState(Size(80, 24))
    state.play("n")
    _ = state.update(.event(.paste("Zorglub")))
    state.play("[Échap]sn")
    #expect(state.words.contains("COLLÉ") && !Self.isShown(state))
    state.play("[Échap]")
    #expect(state.isOnWall && state.modes.isEmpty)
    // Typed over, it is what somebody typed.
    state.play("sn[Ctrl-U]Autre[F8]")
    #expect(state.isOnWall && state.words.contains("Nouvelle observation".uppercased()))
  }

  /// Where the terminal marks no paste, the letters come at once.
  @Test func `what comes at once with Entrée, or is long, is a paste`() {
    for text in ["Zorglub\nDeux\n", String(repeating: "Zorglub ", count: 20)] {
      for keys in ["s", "sn", "snAvant "] where keys != "s" || text.contains("\n") {
        var state = emptyState(Size(80, 24))
        state.play("nUn[Entrée]ur[Échap]\(keys)")
        _ = state.update(.event(.burst(text)))
        #expect(state.isOnWall && state.words.contains("COLLÉ") && !Self.isShown(state), "\(keys)")
        state.play("[Échap]")
        #expect(state.observations.count == 1)
        #expect(!keys.contains("Avant") || state.words.contains("Avant") || state.hasLetters)
      }
    }
  }

  @Test func `where nothing is typed it is refused`() throws {
    for keys in ["sl", "sm", "sd"] {
      var state = try Self.wall((.cercle, keys), Size(80, 24))
      let before = state.view.description
      _ = state.update(.event(.paste("Zorglub\nDeux")))
      #expect(!Self.isShown(state) && state.words.contains("Rien ne se colle ici"))
      state.play("[F8][F8]")
      #expect(!Self.isShown(state) && !before.isEmpty)
    }
  }

  @Test(arguments: ["sn", "n", "s[Entrée]", "[Entrée]"])
  func `another window is told that somebody writes, and not what`(keys: String) throws {
    for text in Self.texts {
      var state = try Self.wall((.cercle, keys), Size(100, 30))
      let before = state.document?.demarche
      _ = state.update(.event(.paste(text)))
      #expect(state.wall?.isWriting == true && state.document?.demarche == before)
      state.press(.function(8))
      #expect(state.wall?.isWriting == true && state.document?.demarche == before)
    }
  }

  @Test(arguments: [
    Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40), Size(160, 45),
  ])
  func `the page`(size: Size) throws {
    var state = emptyState(size)
    state.play("sn")
    _ = state.update(.event(.paste("Un\nDeux\n\nTrois\nQuatre\nCinq")))
    try expectContent(state, named: "mur-collage-\(size.width)x\(size.height)")
  }
}
