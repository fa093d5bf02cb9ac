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
