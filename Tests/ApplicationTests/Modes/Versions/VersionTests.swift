import Application
import DPES
import TerminalUI
import Testing

@Suite struct VersionTests {
  private static let versions = [
    Version(name: "20261105T183000Z.json", quand: "5 novembre 2026, 19:30", bytes: 71_204),
    Version(name: "20260312T161500Z.json", quand: "12 mars 2026, 17:15", bytes: 48_830),
    Version(name: "20260109T080000Z.json", quand: "9 janvier 2026, 09:00", bytes: 912),
  ]

  private func earlier(_ demarche: Demarche) -> Demarche {
    var earlier = demarche
    earlier.cercles.removeLast()
    earlier.structure.raisonSociale = "Nom d’avant"
    earlier.historique.removeLast(3)
    return earlier
  }

  private func listing(_ size: Size, isASCII: Bool = false) throws -> State {
    var state = state(try example(), size, isASCII: isASCII)
    #expect(state.press(.character("h")) == [.listVersions])
    _ = state.update(.versions(Self.versions))
    return state
  }

  private func viewing(_ size: Size = Size(80, 24), isASCII: Bool = false) throws -> State {
    var state = try listing(size, isASCII: isASCII)
    #expect(state.press(.down, .enter) == [.openVersion(Self.versions[1])])
    _ = state.update(.version(Self.versions[1], earlier(try example())))
    return state
  }

  @Test func `there are none yet`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("h"))
    #expect(state.view.description.contains("Lecture des versions…"))
    _ = state.update(.versions([]))
    #expect(state.view.description.contains("Aucune version encore."))
    #expect(state.press(.enter) == [])
    try expectContent(state, named: "versions-80x24-vide")
  }

  @Test func `a version shows on all screens, changes nothing, and is left for where one was`()
    throws
  {
    var state = try viewing()
    let now = try #require(state.document?.demarche)
    #expect(state.view.description.contains("version du 12 mars 2026, 17:15 · lecture seule"))
    for key: Key in [.character("n"), .character("r"), .delete, .character("u"), .function(12)] {
      #expect(state.press(key) == [])
      #expect(state.view.description.contains("Échap revient au présent"))
    }
    for _ in Screen.all {
      state.press(.tab)
      #expect(state.view.description.contains("Nom d’avant"))
    }
    state.press(.tab)
    state.press(.escape)
    #expect(state.screen == .cercle)
    #expect(state.document?.demarche == now)
    #expect(!state.view.description.contains("lecture seule"))
    #expect(state.view.description.contains("ouvert"))
  }

  @Test func `the help names what is done with a version`() throws {
    var state = try viewing(Size(100, 30))
    state.press(.character("?"))
    let text = state.view.description
    #expect(text.contains("Version d’avant"))
    #expect(text.contains("Remet la démarche dans cet état"))
  }

  @Test func `a restored version is one change, undone in one`() throws {
    var state = try viewing()
    let now = try #require(state.document?.demarche)
    #expect(state.press(.function(4)).count == 1)
    var restored = try #require(state.document?.demarche)
    #expect(
      restored.historique.last.map { [$0.quoi, $0.objet] } == ["restauration", restored.id])
    #expect(restored.historique.dropLast() == now.historique[...])
    restored.historique = earlier(now).historique
    #expect(restored == earlier(now))
    state.press(.character("u"))
    var undone = try #require(state.document?.demarche)
    #expect(undone.historique.map(\.quoi).suffix(2) == ["restauration", "annulation"])
    undone.historique = now.historique
    #expect(undone == now)
  }

  @Test func `what comes while a version is read waits in the present`() throws {
    var state = try viewing()
    let now = try #require(state.document?.demarche)
    state.press(.tab)
    _ = state.update(arrival(now) { $0.structure.raisonSociale = "Autre nom" })
    #expect(state.view.description.contains("· lecture seule"))
    #expect(state.document?.demarche.structure.raisonSociale == "Autre nom")
    state.press(.escape)
    #expect(state.view.description.contains("Autre nom"))
  }

  @Test func `the version of another démarche is not restored`() throws {
    var state = try listing(Size(80, 24))
    _ = state.update(
      .version(Self.versions[0], Demarche(id: "x", raisonSociale: "X", debut: exampleDay)))
    #expect(state.press(.function(4)) == [])
    #expect(state.view.description.contains("n’est pas de cette démarche"))
  }

  @Test func `a damaged file offers its last version`() throws {
    var state = State(
      State.Environment(today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: Size(80, 24))
    _ = state.update(
      .damaged(
        sentence: "Le fichier « essai.dpes.json » ne peut pas être lu : il s’arrête avant la fin, "
          + "ligne 12, colonne 3.",
        path: "/tmp/essai.dpes.json", version: Self.versions[0], name: "essai.abime.dpes.json"))
    try expectFrame(state.view, named: "abime-80x24")
    #expect(
      state.press(.enter) == [.recover(path: "/tmp/essai.dpes.json", version: Self.versions[0])])
    #expect(!state.view.description.contains("abîmé"))
    _ = state.update(
      .opened(Document(try example(), path: "/tmp/essai.dpes.json")))
    _ = state.update(.recovered(Self.versions[0], keptAs: "essai.abime.dpes.json"))
    #expect(
      state.words.contains("reprise. Le fichier abîmé est à côté : essai.abime.dpes.json"))
  }

  @Test(arguments: designedSizes)
  func `the list, and a version read`(_ size: Size) throws {
    let name = "\(size.width)x\(size.height)"
    try expectContent(try listing(size), named: "versions-\(name)")
    try expectContent(try viewing(size), named: "version-\(name)")
  }

  @Test func `in ASCII`() throws {
    try expectContent(
      try listing(Size(80, 24), isASCII: true), named: "versions-80x24-ascii")
  }
}
