import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct AideTests {
  private func aide() throws -> Aide {
    var aide: Aide = try shipped("aide/outils.json")
    aide.termes = (try shipped("aide/glossaire.json") as Aide).termes
    return aide
  }

  private func opened(_ size: Size = Size(80, 24), screen: Screen = .cercle) throws -> State {
    var state = state(try example(), size, screen: screen)
    _ = state.update(.aide(try aide()))
    return state
  }

  private static let sizes = designedSizes + [Size(40, 12), Size(140, 40)]

  @Test(arguments: sizes) func `the method's page and the glossary`(size: Size) throws {
    var state = try opened(size)
    state.play("?[Tab]")
    try expectContent(state, named: "aide-methode-\(size.width)x\(size.height)")
    // The whole page has room in a high window.
    let start = state.view
    state.play("[5 bas]")
    if size.height < 40 {
      try expectContent(state, named: "aide-methode-bas-\(size.width)x\(size.height)")
    } else {
      #expect(state.view == start)
    }
    state.play("[Tab]palier")
    try expectContent(state, named: "aide-glossaire-\(size.width)x\(size.height)")
  }

  @Test func `Fin goes to the end of the help, Début to its beginning`() throws {
    for keys in ["?", "?[Tab]"] {
      var state = try opened(Size(60, 16))
      state.play(keys)
      let start = state.view
      for _ in 0..<60 { state.press(.pageDown) }
      let end = state.view
      #expect(end != start)
      state.play("[Début]")
      #expect(state.view == start)
      state.play("[Fin]")
      #expect(state.view == end)
    }
  }

  @Test func `in ASCII`() throws {
    var state = state(try example(), Size(80, 24), isASCII: true)
    _ = state.update(.aide(try aide()))
    state.play("[F10]")
    try expectContent(state, named: "aide-ascii-methode-80x24")
  }

  @Test func `the method is read the first time it is asked for, and never before`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("?")
    #expect(!state.wantsAide)
    state.play("[Tab]")
    #expect(state.wantsAide)
    #expect(state.words.contains("n’est pas là"))
    _ = state.update(.aide(try aide()))
    #expect(!state.wantsAide && state.words.contains("Pourquoi"))
  }

  @Test(
    arguments: [
      (.grille, nil, "grille"), (.cercle, nil, "cercle"), (.schema, nil, "schema"),
      (.tableau, nil, "tableau"), (.etat, "structure", "profil-organisation"),
      (.etat, "acteurs", "carte-acteurs"), (.etat, "profilStrategique", "profil-strategique"),
      (.etat, "pilotage", "pilotage"), (.etat, "seances", "seances"),
      (.etat, "etapes", "etapes"), (.etat, "participants", "tour-de-table"),
    ] as [(Screen, String?, String)])
  func `F10 tells of the tool of the place, and its arrows of the others`(
    screen: Screen, section: String?, id: String
  ) throws {
    var state = try opened(screen: screen)
    if let section { _ = state.select(section) }
    let tools = try aide().outils
    let place = try #require(tools.firstIndex { $0.id == id })
    state.play("[F10]")
    #expect(state.words.contains(tools[place].titre))
    state.play("[droite]")
    let next = tools[(place + 1) % tools.count].titre
    #expect(state.words.contains(next))
    // Back to where the person was, with nothing typed or changed.
    state.play("x[Échap]")
    #expect(state.modes.isEmpty && state.screen == screen)
  }

  @Test(arguments: EtatEcran.Section.allCases)
  func `the help of a section is called after it`(section: EtatEcran.Section) throws {
    var state = try opened(Size(100, 30), screen: .etat)
    if section == .cycle { try state.follow("pas-de-calais") }
    _ = state.select(section.rawValue)
    state.play("?")
    #expect(state.words.contains("Aide : \(section.names.whole)"))
    #expect(!state.words.contains("Aide : État des lieux"))
  }

  /// What opens each mode, from which screen.
  private static let openings: [(Screen, String)] = [
    (.cercle, "i"), (.cercle, "b"), (.cercle, "m"), (.cercle, "l"), (.cercle, "e"),
    (.schema, "m"), (.schema, "r"), (.tableau, "f"), (.aFaire, "f"),
  ]

  @Test(arguments: openings) func `? tells the keys of any mode, and comes back to it`(
    screen: Screen, keys: String
  ) throws {
    var state = try opened(Size(120, 36), screen: screen)
    state.play(keys)
    let (count, before) = (state.modes.count, state.view)
    #expect(count == 1, "\(keys)")
    state.play("?")
    #expect(state.modes.count == 2 && state.modes.last is Help, "\(keys)")
    state.play("[Échap]")
    #expect(state.view == before)
    // In a field it is a question mark.
    state.play("[Échap][F3]?")
    #expect((state.modes.last as? Search)?.field.text == "?")
    state.play("[F1]")
    #expect(state.modes.last is Help)
  }

  @Test func `every tool can be read to its last line, at every size`() throws {
    let tools = try aide().outils
    for size in Self.sizes {
      var state = try opened(size)
      state.play("[F10]")
      // From the cercle's on, around.
      let here = tools.firstIndex { $0.id == "cercle" } ?? 0
      for tool in tools[here...] + tools[..<here] {
        state.play("[40 bas][40 bas][40 bas]")
        let other = tools.first { $0.id == tool.voirAussi.last }?.titre
        let last = try #require(other ?? tool.vigilance.last)
        #expect(state.words.contains(last.suffix(8)), "\(tool.id)")
        state.play("[droite]")
      }
    }
  }

  @Test func `the glossary finds words by their names first, then by what is told of them`() throws
  {
    let aide = try aide()
    #expect(aide.termes(avec: "").count == aide.termes.count)
    let found = aide.termes(avec: "PALIÉR").map(\.terme)
    #expect(found.first?.contains("palier") == true && found.count > 1)
    #expect(aide.termes(avec: "zzz").isEmpty)
    var state = try opened()
    state.play("[F10][Tab]zzz")
    #expect(state.words.contains("Rien ne correspond"))
  }
}

@Suite struct AideDataTests {
  private func outils() throws -> [Aide.Outil] { (try shipped("aide/outils.json") as Aide).outils }

  @Test func `each tool stands once, and leads to tools that are there`() throws {
    let outils = try outils()
    let ids = Set(outils.map(\.id))
    #expect(ids.count == outils.count)
    for outil in outils { #expect(Set(outil.voirAussi).isSubset(of: ids), "\(outil.id)") }
  }

  @Test func `every section of the état des lieux has its tool`() throws {
    let told = Set(try outils().compactMap(\.section))
    #expect(told == Set(EtatEcran.Section.allCases.map(\.rawValue)))
  }

  @Test func `words that a word leads to are in the glossary`() throws {
    let termes = (try shipped("aide/glossaire.json") as Aide).termes
    let names = Set(termes.map(\.terme))
    for terme in termes { #expect(Set(terme.voir).isSubset(of: names), "\(terme.terme)") }
  }

  @Test func `each box of the profil stratégique has questions, each once`() throws {
    let suggestions: Suggestions = try shipped("suggestions/profil-strategique.json")
    let all = ProfilStrategique.Cle.allCases.map { suggestions.profilStrategique[$0] }
    #expect(all.allSatisfy { !$0.isEmpty })
    let ids = all.flatMap { $0 }.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(!suggestions.statuts.isEmpty && !suggestions.echelles.isEmpty)
  }
}
