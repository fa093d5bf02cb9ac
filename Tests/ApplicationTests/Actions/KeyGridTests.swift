import DPES
import TerminalUI
import Testing

@testable import Application

/// Letters that mean two things on screens beside one another.
@Suite struct KeyGridTests {
  /// Each screen, and each section of the état des lieux.
  private static func places() throws -> [(name: String, state: State)] {
    let base = try example()
    let shipped = try shippedReferentiel()
    func opened(_ screen: Screen) -> State {
      var opened = state(base, Size(160, 45), screen: screen)
      _ = opened.update(.referentiels([shipped]))
      return opened
    }
    return try EtatEcran.Section.allCases.map { section in
      var state = opened(.etat)
      if section == .cycle { try state.follow("pas-de-calais") }
      _ = state.select(section.rawValue)
      return ("etat, \(section.rawValue)", state)
    } + Screen.all.dropFirst().map { ($0.name, opened($0)) }
  }

  /// Whether a letter changes the démarche where it is pressed, what it says then, and whether it only
  /// opens something that asks.
  private static func effect(_ key: Key, on screen: Screen, from state: State) -> (
    changes: Bool, isTold: Bool
  ) {
    var state = state
    if state.screen != screen { state.show(screen) }
    let revision = state.document?.revision
    state.press(key)
    return (state.document?.revision != revision, state.notice?.kind == .done)
  }

  /// A new pair, or one of new words, changes the record: it has then been looked at.
  @Test func `the pairs are known, each with its words`() throws {
    var lines: [String] = []
    for (name, state) in try Self.places() {
      for pair in KeyGrid.shared(state) {
        let all = [KeyGrid.Other(screen: state.screen, action: pair.here)] + pair.others
        let told = all.map { other in
          let changes = Self.effect(pair.key, on: other.screen, from: state).changes
          return "\(other.screen.number) \(other.action.title)\(changes ? " (change)" : "")"
        }
        lines.append("\(name): \(pair.key.label)  \(told.joined(separator: "; "))")
      }
    }
    try expect(lines.joined(separator: "\n") + "\n", named: "touches-voisines")
  }

  @Test func `the key row has a word for each of a pair`() throws {
    for (name, state) in try Self.places() {
      let actions = KeyLine.tables(for: state).flatMap(\.actions)
      for pair in KeyGrid.shared(state) {
        let isNamed = actions.contains { action in
          action.short != nil
            && (action.id == pair.here.id
              || action.lineKeys?.split(separator: " ").contains { $0 == pair.key.label } == true)
        }
        #expect(isNamed, "\(name): \(pair.key.label), \(pair.here.title)")
      }
    }
  }

  @Test func `the help names what each means here and beside`() throws {
    for (name, opened) in try Self.places() {
      let pairs = KeyGrid.shared(opened)
      var state = opened
      state.press(.function(1))
      for pair in pairs {
        var filtered = state
        filtered.play("ici \(pair.here.title.prefix(8))")
        let words = filtered.words
        for other in pair.others {
          #expect(
            words.contains("\(other.screen.number) \(other.screen.shortTitle)"),
            "\(name): \(pair.key.label)")
        }
      }
    }
  }

  /// Nothing changes unseen under a hand that meant to look: it is told, and `u` takes it back.
  @Test func `a letter that only looks beside tells what it changes here`() throws {
    var count = 0
    for (name, state) in try Self.places() {
      for pair in KeyGrid.shared(state) {
        let here = Self.effect(pair.key, on: state.screen, from: state)
        let looksBeside = pair.others.contains {
          !Self.effect(pair.key, on: $0.screen, from: state).changes
        }
        guard here.changes, looksBeside else { continue }
        count += 1
        var changed = state
        changed.press(pair.key)
        #expect(here.isTold && changed.said?.way == .undo, "\(name): \(pair.key.label)")
        #expect(MessageRow(changed).area.height > 0)
      }
    }
    #expect(count > 0)
  }
}
