import DPES
import TerminalUI
import Testing

@testable import Application

/// The wall on a screen: the page that stands there, or the one asked for.
func wall(
  _ demarche: Demarche, _ size: Size, on screen: Screen, page: String? = nil,
  selecting id: String? = nil, isASCII: Bool = false
) throws -> State {
  var state = State(
    State.Environment(
      today: exampleDay, now: Instant(seconds: exampleDay.number * 86_400 + 52_320),
      ids: IDGenerator(seed: 7), isASCII: isASCII),
    size: size, screen: screen, document: Document(demarche, path: "/tmp/essai.dpes.json"),
    wall: WallStart(letters: Letters(try shippedLetters()), page: page))
  if screen == .grille { _ = state.update(.referentiels([try shippedReferentiel()])) }
  let isThere = id.map { state.select($0) } ?? true
  #expect(isThere)
  state.renewDerived()
  return state
}

/// What a page may be asked to show: nothing at all, and records with only what they must have.
func bareDemarches() throws -> [Demarche] {
  [
    try demarche(
      #"{"format":"dpes","version":1,"id":"a","structure":{"raisonSociale":"Essai"}}"#),
    try demarche(
      """
      {"format": "dpes", "version": 1, "id": "aaaaaaaaaaa",
       "structure": {"raisonSociale": "Essai"},
       "seances": [{"id": "sbbbbbbbbb1", "promesses": [{"id": "pbbbbbbbbb1"}]},
        {"id": "sbbbbbbbbb2"}],
       "cercles": [
        {"id": "cbbbbbbbbb1", "date": "2025-11-05", "observations": [
         {"id": "obbbbbbbbb1", "texte": "Un"}]},
        {"id": "cbbbbbbbbb2", "date": "2026-11-05", "observations": [],
         "scrutins": [{"id": "vbbbbbbbbb1"}]}],
       "schema": {"paliers": [{"id": "lbbbbbbbbb1", "axe": "utilite", "intitule": "Seul"}]}}
      """),
  ]
}

/// Expects that no initials, and no organisation of a person, are on the wall.
func expectNobody(
  _ state: State, _ demarche: Demarche, sourceLocation: SourceLocation = #_sourceLocation
) {
  let words = Set(state.view.description.split { !$0.isLetter && !$0.isNumber }.map(String.init))
  let initials = Set(demarche.participants.compactMap(\.initiales))
  #expect(words.isDisjoint(with: initials), sourceLocation: sourceLocation)
  for organisation in demarche.participants.compactMap(\.organisme) {
    #expect(!state.words.contains(organisation), sourceLocation: sourceLocation)
  }
}

extension State {
  /// Whether the wall says a text, each of its words in characters or in letters of four rows.
  func says(_ text: String) -> Bool {
    if words.contains(text) { return true }
    guard let letters else { return false }
    let view = view
    return text.split(separator: " ").allSatisfy { word in
      words.contains(word) || view.hasLetters(of: String(word), letters)
    }
  }
}

extension Canvas {
  /// Whether a sign of the method stands somewhere, drawn large.
  func contains(_ sign: WallSign) -> Bool {
    var drawn = Canvas(Size(WallSign.columns, WallSign.rows), symbols: symbols)
    drawn.draw(sign, at: 0, 0, .text)
    return contains(drawn)
  }

  /// Whether a word stands somewhere in letters of four rows.
  fileprivate func hasLetters(of word: String, _ letters: Letters) -> Bool {
    guard let width = letters.columns(of: word), width > 0, width <= size.width else {
      return false
    }
    var drawn = Canvas(Size(width, Letters.rows))
    drawn.draw(word, in: letters, at: 0, 0, .text)
    return contains(drawn)
  }

  /// Whether the glyphs of another canvas stand somewhere.
  private func contains(_ drawn: Canvas) -> Bool {
    (0...max(0, size.height - drawn.size.height)).contains { row in
      (0...max(0, size.width - drawn.size.width)).contains { column in
        (0..<drawn.size.height).allSatisfy { line in
          (0..<drawn.size.width).allSatisfy {
            drawn[$0, line].glyph == self[column + $0, row + line].glyph
          }
        }
      }
    }
  }
}
