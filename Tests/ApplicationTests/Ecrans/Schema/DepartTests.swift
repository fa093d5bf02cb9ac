import DPES
import TerminalUI
import Testing

@testable import Application

/// The départ on a key: month 0, the months of the profiles, and what a change of them does.
@Suite struct DepartTests {
  private func undated(_ size: Size, paliers list: [Palier] = []) throws -> State {
    state(try demarche(paliers: list, debut: nil), size, screen: .schema)
  }

  private func fault(_ state: State) -> String? {
    guard let card = state.modes.last as? FormCard else { return nil }
    return card.form.fields[card.form.focus].fault
  }

  private func isDepart(_ state: State) -> Bool {
    (state.modes.last as? FormCard)?.subject is DepartForm
  }

  @Test func `what is wrong with a profile is said where one leaves it`() throws {
    var state = try undated(Size(80, 24), paliers: paliers(.utilite, [6]))
    state.play("j[Tab][Ctrl-U]48[Tab]")
    let card = try #require(state.modes.last as? FormCard)
    let said = card.form.fields.first { $0.id == "intermediaire" }?.fault
    #expect(said == "Le profil intermédiaire vient avant la fin, 36\u{A0}mois.")
  }

  @Test func `a duration that ends before the profil intermédiaire is said where one leaves it`()
    throws
  {
    var state = try undated(Size(80, 24), paliers: paliers(.utilite, [6]))
    state.play("j[2 Tab][Ctrl-U]12[Tab]")
    let card = try #require(state.modes.last as? FormCard)
    let said = card.form.fields.first { $0.id == "duree" }?.fault
    #expect(said == "Le profil intermédiaire vient avant la fin, 12\u{A0}mois.")
  }

  @Test func `a date as a deadline without month 0 says that it is to be fixed first`() throws {
    var state = try undated(Size(80, 24))
    state.play("nPremier palier[Tab][Ctrl-U]mars 2027[Tab]")
    #expect(state.words.contains("le mois 0 n’est pas encore fixé"))
    #expect(state.words.contains("j le fixe") && !state.words.contains("n’est pas une échéance"))
  }

  @Test(arguments: designedSizes)
  func `without month 0 the schéma says that it is to be fixed`(size: Size) throws {
    let all = Axe.allCases.flatMap { paliers($0, [6, 18]) }
    let state = try undated(size, paliers: all)
    #expect(state.words.contains("mois 0 à fixer"))
    try expectContent(state, named: "depart-a-fixer-\(size.width)x\(size.height)")
  }

  @Test(arguments: designedSizes)
  func `once the first paliers are dictated the départ is proposed, and Entrée takes it`(
    size: Size
  ) throws {
    var state = try undated(size)
    state.play("[n]Un agenda partagé[Tab][Ctrl-U]9[Entrée]")
    // The next palier, as after any other: its title is typed already.
    #expect((state.modes.last as? FormCard)?.title == "Nouveau palier, Utilité et emplois")
    state.play("[Échap]")
    #expect(isDepart(state))
    #expect(state.demarche?.schema.paliers.count == 1 && state.demarche?.schema.debut == nil)
    try expectContent(state, named: "depart-\(size.width)x\(size.height)")
    state.play("[Entrée]")
    #expect(state.demarche?.schema.debut == exampleDay && state.modes.isEmpty)
    // One step, traced; the palier stays.
    #expect(state.demarche?.historique.contains { $0.quoi == "debut" } == true)
    state.play("[u]")
    #expect(state.demarche?.schema.debut == nil)
    #expect(state.demarche?.schema.paliers.count == 1)
  }

  @Test func `one that was drafted from an observation stands alone, its départ too`() throws {
    var state = try undated(Size(80, 24))
    _ = state.open(SchemaCard.nouveauPalier(.utilite, observation: "o1"))
    state.play("Un agenda[Entrée][Entrée]")
    #expect(state.demarche?.schema.debut == exampleDay && state.modes.isEmpty)
  }

  @Test func `Échap leaves it to be fixed, and the second palier does not ask again`() throws {
    var state = try undated(Size(80, 24))
    state.play("[n]Un agenda partagé[Entrée]Un planning affiché[Entrée][Échap]")
    #expect(isDepart(state))
    #expect(
      state.demarche?.schema.paliers.map(\.intitule) == [
        "Un agenda partagé", "Un planning affiché",
      ])
    state.play("[Échap]")
    #expect(state.modes.isEmpty && state.demarche?.schema.debut == nil)
    state.play("[n]Un autre[Entrée]")
    #expect(!isDepart(state))
    state.play("[Échap]")
    #expect(state.modes.isEmpty)
  }

  @Test(arguments: [Screen.schema, .tableau, .etat])
  func `j opens it on the schéma, the tableau and the étapes`(screen: Screen) throws {
    var state = state(try example(), Size(100, 30), screen: screen)
    if screen == .etat { state.press(.control("e")) }
    state.play("[j]")
    #expect(isDepart(state))
    state.play("[Tab][Ctrl-U]12 mois[Tab][Ctrl-U]42[Entrée]")
    #expect(state.modes.isEmpty, "\(fault(state) ?? "")")
    #expect(state.demarche?.schema.intermediaireMois == 12)
    #expect(state.demarche?.schema.dureeMois == 42)
  }

  @Test func `what it changes of what is written is said before it does, in one step`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    let before = try #require(state.demarche?.schema)
    let closes = state.demarche?.periodesCloses.count ?? 0
    #expect(closes > 0)
    state.play("[j][Ctrl-U]01/12/2025[Entrée]")
    let said = try #require(fault(state))
    #expect(said.contains("close") && said.contains("Entrée encore le fait."))
    #expect(said.contains("leur période") || said.contains("sa période"))
    #expect(state.demarche?.schema == before)
    state.play("[Entrée]")
    #expect(state.modes.isEmpty && state.demarche?.schema.debut == Day(iso: "2025-12-01"))
    #expect(state.demarche?.periodesCloses.count == closes)
    state.play("[u]")
    #expect(state.demarche?.schema == before)
    #expect(state.words.contains("départ"))
  }

  @Test func `a start that makes paliers late says how many`() throws {
    var state = state(
      try demarche(paliers: paliers(.utilite, [6, 30]), debut: "2026-12-01"), Size(100, 30),
      screen: .schema)
    state.play("[j][Ctrl-U]01/01/2026[Entrée]")
    #expect(fault(state) == "1 palier devient en retard. Entrée encore le fait.")
  }

  @Test(arguments: [Screen.schema, .tableau, .etat])
  func `undone where its time is shown, it stays there`(screen: Screen) throws {
    var state = state(try example(), Size(100, 30), screen: screen)
    if screen == .etat { state.press(.control("e")) }
    let section = state.etat.section
    state.play("[j][Tab][Ctrl-U]12[Entrée][u]")
    #expect(state.demarche?.schema.intermediaireMois == 18)
    #expect(state.screen == screen && state.etat.section == section)
  }

  @Test func `another day typed after the question is asked about anew`() throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    let before = state.demarche?.schema
    state.play("[j][Ctrl-U]01/12/2025[Entrée]")
    state.play("[Ctrl-U]01/02/2026[Entrée]")
    #expect(fault(state) != nil && state.demarche?.schema == before)
  }

  @Test(
    arguments: [
      ("[Ctrl-U][Entrée]", "Il faut un jour"), ("[Ctrl-U]bientôt[Entrée]", "n’est pas une date"),
      ("[Tab][Ctrl-U]48[Entrée]", "vient avant la fin"), ("[2 Tab][Ctrl-U]0[Entrée]", "entre 1 et"),
      ("[Tab][Ctrl-U]mars[Entrée]", "entre 1 et"),
    ])
  func `what is no départ is said under its field`(keys: String, said: String) throws {
    var state = state(try example(), Size(100, 30), screen: .schema)
    let before = state.demarche
    state.play("[j]" + keys)
    #expect(fault(state)?.contains(said) == true, "\(fault(state) ?? "")")
    #expect(state.demarche == before)
  }
}

/// What the cards of paliers and indicators ask of time and people.
@Suite struct PalierTimeTests {
  private func fault(_ state: State) -> String? {
    guard let card = state.modes.last as? FormCard else { return nil }
    return card.form.fields[card.form.focus].fault
  }

  private func opened(_ list: [Palier], _ size: Size = Size(100, 30)) throws -> State {
    state(try demarche(paliers: list), size, screen: .schema)
  }

  @Test func `a palier said held from the start lifts the départ, and is lost like any other`()
    throws
  {
    var list = paliers(.utilite, [6, 12])
    var one = Indicateur()
    one.id = "i1"
    one.intitule = "Réunions"
    list[0].indicateurs = [one]
    var state = try opened(list)
    state.play("[Entrée][2 Tab][o][Entrée]")
    let axis = try #require(state.derived.avancement?[.utilite])
    #expect([axis.depart, axis.actuel] == [1, 1])
    #expect(state.words.contains("déjà tenu au départ"))
    #expect(state.demarche?.historique.last?.quoi == "tenu-au-depart")
    state.play("[5][x]")
    let lost = try #require(state.derived.avancement?[.utilite])
    #expect([lost.depart, lost.actuel] == [1, 0] && lost.perdus == 1)
  }

  @Test func `a deadline that lengthens the tableau is asked about once, in the card and by a key`()
    throws
  {
    var state = try opened(paliers(.utilite, [36]))
    state.play("[>]")
    #expect(state.demarche?.schema.paliers[0].echeanceMois == 36)
    #expect(state.notice?.text.contains("le tableau irait à 42") == true)
    state.play("[>]")
    #expect(state.demarche?.schema.paliers[0].echeanceMois == 37)
    // It is long now: nothing more is asked within its last column.
    state.play("[>]")
    #expect(state.demarche?.schema.paliers[0].echeanceMois == 38)
    state.play("[Entrée][Tab][Ctrl-U]50[Entrée]")
    #expect(fault(state)?.contains("le tableau irait à 54") == true)
    state.play("[Entrée]")
    #expect(state.modes.isEmpty && state.demarche?.schema.paliers[0].echeanceMois == 50)
  }

  @Test func `a rhythm and other people are typed in the card of an indicator`() throws {
    var state = try opened(paliers(.democratie, [9]))
    var people: [Participant] = []
    for initiales in ["SC", "HV"] {
      var one = Participant()
      one.id = initiales.lowercased()
      one.initiales = initiales
      people.append(one)
    }
    _ = state.change { demarche, _ in
      demarche.participants = people
      return true
    }
    state.play("[i]Une réunion par an[6 Tab]SC[2 Tab]HV SC[Tab]12[Entrée]")
    let one = try #require(state.demarche?.schema.paliers[0].indicateurs.first, "\(state.words)")
    #expect(one.responsable == "sc" && one.avec == ["hv"] && one.rythmeMois == 12)
    let cells = state.derived.avancement?[.democratie].paliers[0].indicateurs[0].cases ?? []
    #expect(cells.filter { $0.objectif != nil }.map(\.periode.mois) == [12, 24, 36])
    #expect(state.words.contains("SC, HV"))
    state.play("[5][f][i]HV[Entrée]")
    #expect(state.tableau.rows.count > 0 && state.words.contains("Une réunion par an"))
  }

  @Test(arguments: ["[i]X[6 Tab]QQ[Entrée]", "[i]X[8 Tab]qq[Entrée]", "[g]X[2 Tab]QQ[Entrée]"])
  func `initials that nobody has join the tour de table by Entrée once more`(keys: String) throws {
    var state = try opened(paliers(.utilite, [6]))
    state.play(keys)
    #expect(fault(state)?.hasSuffix("Entrée encore l’y ajoute.") == true)
    #expect(state.demarche?.participants.isEmpty == true)
    state.play("[Entrée]")
    #expect(state.modes.isEmpty, "\(state.words)")
    #expect(state.demarche?.participants.map(\.initiales) == ["QQ"])
    let id = state.demarche?.participants.first?.id
    let palier = try #require(state.demarche?.schema.paliers.first)
    let named = palier.indicateurs.flatMap(\.personnes) + palier.engagements.compactMap(\.qui)
    #expect(named == [id].compactMap(\.self))
  }

  @Test func `what can't be initials is refused, and never added`() throws {
    var state = try opened(paliers(.utilite, [6]))
    state.play("[i]X[8 Tab]beaucoup-trop-long[Entrée][Entrée]")
    #expect(fault(state)?.hasSuffix("au tour de table.") == true)
    #expect(state.demarche?.participants.isEmpty == true)
  }
}
