import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct EtatGestureTests {
  private func opened(_ demarche: Demarche, _ size: Size = Size(100, 30)) -> State {
    state(demarche, size, screen: .etat)
  }

  private func person(_ initiales: String, in state: State) -> Participant? {
    state.document?.demarche.participants.first { $0.initiales == initiales }
  }

  @Test func `n adds a person by initials, collège by its letter, and selects them`() throws {
    var state = opened(try example())
    let effects = state.play("nzm[Tab]p[Tab]La ruche[Tab]d[Entrée]")
    #expect(effects.count == 1)
    state.play("[Échap]")
    #expect(state.modes.isEmpty)
    var zm = Participant()
    zm.id = try #require(person("ZM", in: state)?.id)
    zm.initiales = "ZM"
    zm.college = .partenaires
    zm.organisme = "La ruche"
    zm.implication = .codecision
    #expect(person("ZM", in: state) == zm)
    #expect(state.etat.participant?.id == zm.id)
    state.play("u")
    #expect(state.document?.demarche.participants == (try example().participants))
  }

  @Test func `Entrée opens the same form, and empties what is emptied`() throws {
    var state = opened(try example())
    state.play("[10 bas]")
    let before = try #require(state.etat.participant)
    #expect(before.organisme == "Groupe des familles")
    state.play("[Entrée][Tab][Suppr][Tab][Ctrl-U][Entrée]")
    let after = try #require(state.etat.participant)
    #expect(after.id == before.id && after.college == nil && after.organisme == nil)
    #expect(after.implication == before.implication)
  }

  @Test func `a form without initials says so, and keeps what was typed`() throws {
    var state = opened(try example())
    #expect(state.play("n[Tab]u[Tab]La ruche[Entrée]").isEmpty)
    #expect(state.words.contains("Il faut des initiales"))
    #expect(state.words.contains("La ruche"))
    #expect(state.play("zm[Entrée]").count == 1)
    #expect(person("ZM", in: state)?.organisme == "La ruche")
  }

  @Test func `Échap sets a form aside, the same key takes it up, and q asks before losing it`()
    throws
  {
    var state = opened(try example())
    state.play("nzm[Échap]")
    #expect(state.modes.isEmpty && state.notice?.text.contains("mise de côté") == true)
    #expect(state.play("q").isEmpty)
    state.play("n")
    #expect(state.words.contains("zm"))
    state.play("[Entrée][Échap]")
    #expect(state.play("q") == [.quit])
  }

  @Test func `a form that says enough is kept when the terminal goes away`() throws {
    var state = opened(try example())
    state.play("nzm")
    _ = state.update(.event(.closed))
    #expect(person("ZM", in: state) != nil)
  }

  @Test func `initials that somebody has are taken, and told`() throws {
    var state = opened(try example())
    state.play("nsc[Entrée]")
    #expect(state.document?.demarche.participants.count == 14)
    #expect(state.notice?.text.contains("2 personnes ont les initiales SC") == true)
  }

  @Test(arguments: ["\u{202E}ab", "👩\u{200D}👩\u{200D}👧", "e\u{301}a", "a\u{200B}b"])
  func `odd initials are a person too, never a crash`(typed: String) throws {
    var state = opened(try example())
    state.play("n")
    _ = state.update(.event(.paste(typed)))
    #expect(state.play("[Entrée]").count == 1)
    #expect(state.document?.demarche.participants.count == 14)
    _ = state.view
  }

  @Test func `what another person changed while the form was open stays`() throws {
    var state = opened(try example())
    state.play("[Entrée][Tab]u")
    let base = try #require(state.document?.demarche)
    _ = state.update(arrival(base) { $0.participants[0].organisme = "D’ailleurs" })
    state.play("[Entrée]")
    let one = try #require(state.document?.demarche.participants.first)
    #expect(one.college == .usagers && one.organisme == "D’ailleurs")
  }

  @Test func `Espace says who is here, opening the séance of the day once`() throws {
    var state = opened(try example())
    let before = try #require(state.document?.demarche.seances)
    #expect(state.play("[ ][ ]").count == 2)
    let demarche = try #require(state.document?.demarche)
    #expect(demarche.seances.count == before.count + 1)
    #expect(demarche.seances.last?.date == exampleDay)
    #expect(demarche.seances.last?.presents == demarche.participants.prefix(2).map(\.id))
    state.play("[haut]p")
    #expect(state.document?.demarche.seances.last?.presents.count == 1)
    state.play("uuu")
    #expect(state.document?.demarche.seances == before)
    #expect(state.etat.section == .participants)
  }

  @Test func `who spoke is noted as gone, who was added by mistake goes`() throws {
    var state = opened(try example())
    state.play("[Suppr]")
    #expect(person("SC", in: state)?.departLe == exampleDay)
    #expect(state.notice?.text.contains("sans être supprimé") == true)
    #expect(state.play("[Suppr]").isEmpty)
    state.play("u")
    #expect(person("SC", in: state)?.departLe == nil)
    state.play("nzm[Entrée][Échap][Suppr]")
    #expect(person("ZM", in: state) == nil)
  }

  @Test func `o opens the séance on the promises of the last one, and Espace settles them`() throws
  {
    var state = opened(try example())
    state.play("o")
    let row = try #require(state.etat.row)
    let promesse = try #require(state.etat.rows.promesse(row))
    #expect(promesse.texte == "Relancer le conseil de la vie sociale et fixer une date")
    #expect(state.words.contains("Depuis la dernière fois : ✔ 1 tenue ! 1 en retard"))
    state.play("[ ]")
    let now = state.document?.demarche.seances[1].promesses[0].etat
    #expect(now == .tenue)
    state.play("[ ][ ]")
    #expect(state.document?.demarche.seances[1].promesses == (try example().seances[1].promesses))
    state.play("o")
    #expect(state.document?.demarche.seances.count == 3)
  }

  @Test func `n adds a promise: what, who, when`() throws {
    var state = opened(try example())
    state.play("o[Début]nAppeler la mairie[Tab]vf[Tab]15 janvier 2027[Entrée][Échap]")
    let promesse = try #require(state.document?.demarche.seances.last?.promesses.first)
    #expect(promesse.texte == "Appeler la mairie" && promesse.etat == .ouverte)
    #expect(promesse.qui == person("VF", in: state)?.id)
    #expect(promesse.quand == Day(iso: "2027-01-15"))
    state.play("[Entrée][Tab][Tab][Ctrl-U]32/01/2027[Entrée]")
    #expect(state.words.contains("n’est pas une date"))
    state.play("[Ctrl-U][Entrée]")
    #expect(state.document?.demarche.seances.last?.promesses.first?.quand == nil)
    state.play("[Suppr]")
    #expect(state.document?.demarche.seances.last?.promesses.isEmpty == true)
  }

  @Test func `a séance dated before the last one is told, and kept`() throws {
    var state = opened(try example())
    state.play("o[Début][Entrée][Ctrl-U]3 mars 2026[Tab]Oubliée[Tab]sc lb[Entrée]")
    let seance = try #require(state.document?.demarche.seances.last)
    #expect(seance.date == Day(iso: "2026-03-03") && seance.titre == "Oubliée")
    #expect(seance.presents == ["SC", "LB"].compactMap { person($0, in: state)?.id })
    #expect(state.notice?.text.contains("avant la dernière, du 5 novembre 2026") == true)
    #expect(state.etat.row?.id == seance.id)
  }

  @Test func `unknown initials among the presents are pointed out`() throws {
    var state = opened(try example())
    _ = state.select("seances")
    #expect(state.play("[Entrée][Tab][Tab][Fin] QQ[Entrée]").isEmpty)
    #expect(state.words.contains("QQ : personne n’a ces initiales"))
  }

  @Test func `a séance that an image comes from stays`() throws {
    var state = opened(try example())
    _ = state.select("seances")
    #expect(state.play("[Suppr]").isEmpty)
    #expect(state.notice?.text.contains("vient de cette séance") == true)
    state.play("o[Début][Suppr]")
    #expect(state.document?.demarche.seances.count == 2)
  }

  @Test func `whose turn it is stands beside who speaks, and Ctrl-T hides it`() throws {
    var state = emptyState()
    state.play("1nAA[Entrée]BB[Entrée]CC[Entrée][Échap]3n")
    #expect(state.words.contains("à AA ? F6 : qui parle"))
    state.play("[F6][Entrée]Un")
    #expect(state.words.contains("AA parle, ensuite BB"))
    state.play("[Entrée][u][r]")
    #expect(state.words.contains("à BB ? F6 : qui parle"))
    state.play("[F6][Entrée]Deux")
    #expect(state.words.contains("BB parle, ensuite CC"))
    state.press(.control("t"))
    #expect(state.words.contains("BB parle") && !state.words.contains("ensuite"))
    state.play("[Entrée][u][r][Échap]1")
    #expect(!state.words.contains("aroles"))
    state.press(.control("t"))
    #expect(state.words.contains("ensuite CC · paroles : sans collège 2"))
  }

  @Test func `the wall tells no turn and no initials`() throws {
    var state = opened(try example(), Size(80, 24))
    state.play("3[F6]sc[Entrée]sn")
    #expect(state.isOnWall && !state.words.contains("ensuite"))
    #expect(!state.words.contains("SC"))
  }

  @Test(arguments: [
    "etapes", "structure", "pilotage", "participants", "acteurs", "profilStrategique", "seances",
  ])
  func `a section is selected by its name`(name: String) throws {
    var state = opened(try example())
    #expect(state.select(name) == true)
    #expect(state.etat.section.rawValue == name)
    #expect(state.select("ailleurs") == false)
  }

  @Test func `c sorts the table, and only its own order can be changed`() throws {
    var state = opened(try example())
    let before = try #require(state.document?.demarche.participants.map(\.initiales))
    func shown() -> [String?] { state.etat.rows.participants.map(\.initiales) }
    state.play("c")
    #expect(shown() == before.sorted { ($0 ?? "") < ($1 ?? "") })
    #expect(state.etat.participant?.initiales == "SC")
    #expect(state.play(">").isEmpty)
    #expect(state.notice?.text.contains("La table est rangée par initiales") == true)
    state.play("ccc")
    #expect(shown() == before)
    state.play("[Début]>>")
    #expect(
      state.document?.demarche.participants.map(\.initiales)
        == [before[1], before[2], before[0]] + before[3...])
    #expect(state.etat.participant?.initiales == "SC")
    state.play("uu")
    #expect(state.document?.demarche.participants.map(\.initiales) == before)
  }

  @Test func `a click selects a row, or a section`() throws {
    var state = opened(try example(), Size(80, 24))
    let list = try #require(state.panes.first).area
    func click(_ column: Int, _ row: Int) {
      let position = Position(column: column, row: row)
      _ = state.update(.event(.mouse(.init(.press, at: position))))
    }
    click(list.column + 2, list.row + 5)
    #expect(state.etat.participant?.initiales == "YD")
    click(list.column + 64, list.row)
    #expect(state.etat.section == .seances)
  }

  @Test func `two screens stand side by side, the état des lieux alone`() throws {
    var state = opened(try example(), Size(160, 45))
    #expect(state.panes.map(\.screen) == [.etat])
    state.play("4[F2]")
    #expect(state.panes.count == 2 && !state.panes.map(\.screen).contains(.etat))
    state.play("13")
    #expect(state.panes.count == 2 && !state.panes.map(\.screen).contains(.etat))
  }
}
