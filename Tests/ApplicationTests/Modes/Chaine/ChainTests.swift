import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ChainTests {
  /// The example, in which an observation comes of a point of the charter, and leads to a palier.
  private func opened(_ size: Size = Size(100, 30), _ screen: Screen = .grille) throws -> State {
    var state = state(try example(), size, screen: screen)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    return state
  }

  /// Opens the list of links, goes to the first row of a kind, and follows it.
  private func follow(_ state: inout State, _ isWanted: (Maillon) -> Bool) throws {
    state.press(.character("l"))
    guard let chain = state.modes.last as? ChaineList else {
      Issue.record("No list: \(state.notice?.text ?? "")")
      return
    }
    let row = try #require(chain.rows.firstIndex { isWanted($0.maillon) })
    state.press(.home)
    for _ in 0..<row { state.press(.down) }
    state.press(.enter)
    #expect(state.modes.isEmpty)
  }

  /// `grille viabilite`, `tableau dsrpvhyx2ol/12`.
  private func place(_ state: State) -> String {
    switch state.screen.ecran.maillon(state) {
    case .point(let id), .observation(let id), .palier(let id), .indicateur(let id):
      "\(state.screen.name) \(id)"
    case .cellule(let id, let mois), .ligne(let id, let mois):
      "\(state.screen.name) \(id)/\(mois)"
    case nil: state.screen.name
    }
  }

  @Test(arguments: [Size(100, 30), Size(40, 12), Size(240, 67)])
  func `one walks from a grid point to a cell of the tableau, and back`(size: Size) throws {
    var state = try opened(size)
    state.grille.select("viabilite")
    let start = place(state)
    #expect(start == "grille charte-apes:viabilite")
    try follow(&state) { if case .observation = $0 { true } else { false } }
    let observation = place(state)
    #expect(state.screen == .cercle)
    try follow(&state) { if case .palier = $0 { true } else { false } }
    let palier = place(state)
    #expect(state.screen == .schema)
    try follow(&state) { if case .indicateur = $0 { true } else { false } }
    let indicateur = place(state)
    #expect(state.screen == .schema && state.schema.isZoomed)
    try follow(&state) { if case .cellule = $0 { true } else { false } }
    #expect(state.screen == .tableau && place(state).hasPrefix("tableau "))

    // And back, link by link.
    try follow(&state) { if case .indicateur = $0 { true } else { false } }
    #expect(place(state) == indicateur)
    try follow(&state) { if case .palier = $0 { true } else { false } }
    #expect(place(state) == palier)
    try follow(&state) { $0 == .observation(String(observation.dropFirst(7))) }
    #expect(place(state) == observation)
    try follow(&state) { $0 == .point("charte-apes:viabilite") }
    #expect(place(state) == start)
  }

  @Test func `a cell leads to its grid point in one go`() throws {
    var state = try opened(Size(100, 30), .tableau)
    let isThere = state.select("c5osg36e7yc")
    #expect(isThere)
    try follow(&state) { if case .point = $0 { true } else { false } }
    #expect(state.screen == .grille && state.grille.selected != nil)
  }

  @Test func `a cell leads to what the yearly report says of it, shown before it is written`()
    throws
  {
    var state = try opened(Size(100, 30), .tableau)
    let isThere = state.select("c5osg36e7yc")
    #expect(isThere)
    state.press(.left, .character("l"))
    #expect(state.words.contains("rapport annuel « Où l’on en est »"))
    let effects = state.press(.home, .end, .enter)
    guard let card = state.modes.last as? ExportCard, case .preview(let asked) = effects.last else {
      Issue.record("no report: \(effects)")
      return
    }
    #expect(card.document?.title == "Rapport annuel" && asked.document == card.document)
  }

  @Test func `the référentiels are asked for while the list is open, and name its points`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    #expect(!state.wantsReferentiels)
    state.press(.up, .character("l"))
    #expect(state.wantsReferentiels)
    #expect(state.words.contains("charte-apes:viabilite"))
    state.press(.up)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    #expect(state.words.contains("De quoi vivons-nous"))
    guard let chain = state.modes.last as? ChaineList else { return }
    #expect(chain.selected?.place == .here)
  }

  @Test func `a point whose référentiel is not here can't be gone to, and says so`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    _ = state.update(.referentiels([]))
    state.press(.up, .character("l"), .home, .enter)
    #expect(state.notice?.text.contains("n’est pas sur ce poste") == true)
    #expect(state.screen == .schema && !state.modes.isEmpty)
  }

  @Test(arguments: [Screen.etat, .grille, .cercle, .schema, .tableau])
  func `where nothing is selected, the key says so or does nothing`(screen: Screen) throws {
    var state = state(
      Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay), Size(80, 24),
      screen: screen)
    state.press(.character("l"))
    #expect(state.modes.isEmpty)
    #expect((state.notice != nil) == (screen != .etat))
  }

  @Test(arguments: [
    (Size(40, 12), false), (Size(60, 16), false), (Size(80, 24), false), (Size(80, 24), true),
    (Size(140, 40), false),
  ])
  func `the list of links`(size: Size, isASCII: Bool) throws {
    var state = state(try example(), size, screen: .schema, isASCII: isASCII)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    state.press(.up, .character("l"))
    let name = "chaine-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    try expectContent(state, named: name)
  }
}
