import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct PaletteTests {
  private func palette(_ typed: String, _ size: Size = Size(80, 24)) throws -> State {
    var state = ApplicationTests.state(try example(), size)
    state.press(.function(5))
    for character in typed { state.press(.character(character)) }
    return state
  }

  @Test(arguments: [
    ("gommette", "cercle.rouge"), ("geler", "images.figer"), ("chrono", "salle.minuteur"),
    ("IMPRIMER", "sortir"), ("doublon", "cercle.regrouper"), ("minuteur", "salle.minuteur"),
    ("exporter", "sortir"), ("radar", "schema.arbre"), ("tri", "personne.ordre"),
    ("sauver", "enregistrer"), ("copie", "reunir"), ("depouillement", "votes.ouvrir"),
    ("vidéoproj", "salle"), ("seances promesse", "promesse.nouvelle"), ("swot", "profil.ajouter"),
    ("émargement", "personne.presence"), ("figer", "images.figer"),
    ("personnes", "personne.nouvelle"), ("participants", "personne.nouvelle"),
    ("équipe", "personne.nouvelle"), ("paliers", "schema.nouveau"), ("escalier", "salle"),
  ])
  func `a word of a facilitator finds the action`(typed: String, id: String) throws {
    let state = try palette(typed)
    let list = try #require(state.modes.last as? ActionList)
    #expect(list.actions.prefix(4).map(\.id).contains(id), "\(list.actions.prefix(6).map(\.id))")
  }

  @Test func `what synonyms lead to is there, and none is said twice for one action`() {
    let ids = Set(ActionTests.actions.map(\.id))
    for line in Synonymes.table {
      for id in line.ids { #expect(ids.contains(id), "\(id)") }
    }
  }

  @Test func `the actions of the screen come first, then those of all others with their place`()
    throws
  {
    let state = try palette("")
    let list = try #require(state.modes.last as? ActionList)
    #expect(list.actions.first?.id == "cercle.nouvelle")
    let ids = list.actions.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ["promesse.nouvelle", "tableau.clore", "grille.oui", "finances.nouvel"] {
      #expect(ids.contains(id))
    }
    #expect(!ids.contains("tableau.haut"))
    #expect(try palette("promesse tenue").view.description.contains("1 État › Séances"))
  }

  @Test func `an action of another screen is gone to and done`() throws {
    var state = try palette("nouveau palier")
    state.press(.enter)
    #expect(state.screen == .schema)
    #expect((state.modes.last as? FormCard)?.title.contains("palier") == true)

    var seances = try palette("seances nouvelle promesse")
    seances.press(.enter)
    #expect(seances.screen == .etat)
    #expect(seances.etat.section == .seances)
    #expect(seances.modes.last is FormCard)
  }

  @Test func `the timer is one word away`() throws {
    var state = try palette("chrono")
    state.press(.enter)
    #expect(state.isOnWall)
    #expect(state.modes.last is WallCard)
  }

  @Test func `what can't be done says why, where it would be done`() throws {
    var state = ApplicationTests.state(try example(), Size(80, 24), screen: .cercle)
    state.press(.function(5))
    for character in "declarer atteint" { state.press(.character(character)) }
    state.press(.enter)
    #expect(state.screen == .schema)
    #expect(state.notice?.kind == .refused)
  }

  @Test func `nothing is deleted from afar`() throws {
    var state = try palette("supprimer seance")
    let before = state.document?.demarche
    state.press(.enter)
    #expect(state.document?.demarche == before)
    #expect(state.etat.section == .seances)
    #expect(state.notice?.text.contains("Suppr") == true)
  }

  @Test func `a form open below is set aside`() throws {
    var state = ApplicationTests.state(try example(), Size(80, 24), screen: .schema)
    state.press(.character("n"))
    for character in "Un palier" { state.press(.character(character)) }
    state.press(.function(3))
    state.press(.enter)
    #expect(state.modes.isEmpty)
    #expect(state.formsAside.count == 1)
  }

  @Test func `a paste selects the first answer`() throws {
    var state = try palette("")
    state.press(.down, .down, .down)
    _ = state.update(.event(.paste("radar")))
    #expect((state.modes.last as? ActionList)?.list == ListView())
  }

  @Test func `on the wall nothing leads elsewhere`() throws {
    var state = ApplicationTests.state(try example(), Size(80, 24))
    state.press(.character("s"), .character(":"))
    let ids = (state.modes.last as? ActionList)?.actions.map(\.id) ?? []
    #expect(!ids.isEmpty)
    #expect(!ids.contains("promesse.nouvelle") && !ids.contains("versions"))
    state.type("gommette")
    #expect(state.words.contains("s ou F8 quitte la vue salle"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30)])
  func `the palette is drawn as recorded`(size: Size) throws {
    try expectContent(palette("promesse", size), named: "palette-\(size.width)x\(size.height)")
  }
}
