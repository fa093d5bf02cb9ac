import DPES
import TerminalUI
import Testing

@testable import Application

/// What those who first played a whole cycle stumbled over.
@Suite struct CycleStumbleTests {
  /// The program before its cycles are read.
  private func unread(_ demarche: Demarche) -> State {
    state(demarche, Size(100, 30), screen: .etat)
  }

  private func said(_ state: State) -> String {
    (state.notice?.text ?? "").replacing("\u{A0}", with: " ")
  }

  @Test func `undo stays on the étape that was noted, whatever comes or goes above it`() throws {
    var state = try cycleState(today: "2027-12-20")
    _ = state.select("pas-de-calais/renouvellement")
    state.play(" ")
    state.play("t[Entrée][Entrée]")
    #expect(state.passages.last?.issue == .retire)
    state.play("u")
    #expect(state.etat.cycleRow?.ligne?.etape.code == "renouvellement")
    #expect(state.passages.allSatisfy { $0.issue != .retire })
    _ = state.select("pas-de-calais/rapport/2")
    state.play(" ")
    state.play("u")
    #expect(state.etat.cycleRow?.ligne?.etape.code == "rapport")
    #expect(state.etat.cycleRow?.ligne?.rang == 2)
    // A journée that goes back among those that are folded is found in its group.
    _ = state.select("pas-de-calais/jour-6")
    state.play(" [Entrée]")
    state.play("u")
    #expect(state.etat.cycleRow?.ligne?.etape.code == "jour-6")
  }

  @Test func `a decision says its day, by whatever way it is noted`() throws {
    var state = try cycleState()
    state.play("n[bas][Entrée]")
    let card = try #require(state.modes.last as? FormCard)
    #expect(card.form.text("faitLe") == "01/12/2026")
    let effects = state.play("[Ctrl-U][Tab]d[Entrée]")
    let refused = try #require(state.modes.last as? FormCard)
    #expect(effects.isEmpty && refused.form.focusedID == "faitLe")
    #expect(state.words.contains("Une décision compte à partir de son jour"))
    // One that has no object has no day.
    let kept = state.play("[Tab]s[Entrée][Entrée]")
    #expect(kept.count == 1 && state.passages.last?.issue == .sansObjet)
  }

  /// A decision of a cycle whose file is not here, or that does not give it any more.
  @Test func `a card keeps what it does not show, and untouched changes nothing`() throws {
    var other = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
    for index in other.etapes.indices where other.etapes[index].code == "comite" {
      other.etapes[index].donne = [.ajourne]
    }
    for cycles in [[], [other], try shippedCycles()] {
      var state = try cycleState(cycles: cycles)
      let before = try #require(state.document)
      let given = try #require(state.passages.first { $0.issue == .delivre })
      _ = state.select(given.id)
      state.play("[Entrée][Entrée]")
      #expect(state.modes.isEmpty && state.document?.demarche == before.demarche)
      _ = state.select(given.id)
      state.play("[Entrée]")
      while (state.modes.last as? FormCard)?.form.focusedID != "texte" { state.press(.tab) }
      state.play("vu[Entrée]")
      let now = try #require(state.passages.first { $0.id == given.id })
      #expect(now.issue == .delivre && now.numero == "62-0147" && now.texte == "vu")
    }
  }

  @Test func `a card of what was not noted yet writes nothing untouched`() throws {
    for id in ["pas-de-calais/jour-6", "pas-de-calais/rapport/1"] {
      var state = try cycleState()
      let before = try #require(state.document?.demarche)
      _ = state.select(id)
      state.play("[Entrée][Entrée]")
      #expect(state.modes.isEmpty && state.document?.demarche == before, "\(id)")
    }
  }

  @Test func `who was at a journée is not kept without its day`() throws {
    var state = try cycleState()
    _ = state.select("pas-de-calais/jour-6")
    state.play("[Entrée][Tab][Ctrl-U]LB[Entrée]")
    #expect((state.modes.last as? FormCard)?.form.focusedID == "faitLe")
    #expect(state.words.contains("une fois la journée tenue"))
    state.play("01/12/2026[Entrée]")
    let day = try #require(state.passages.first { $0.etape == "jour-6" })
    let held = state.demarche?.seances.first { $0.id == day.seance }
    let lb = try example().participants.first { $0.initiales == "LB" }?.id
    #expect(held?.presents == [lb].compactMap(\.self))
  }

  @Test func `the mask of a hidden text is not written over it`() throws {
    var state = try cycleState()
    state.press(.control("n"))
    let put = try #require(state.document?.demarche.cycles[0].passages.first { $0.motif != nil })
    _ = state.select(put.id)
    state.play("[Entrée]")
    #expect(!(state.modes.last is FormCard) && state.words.contains("Ctrl-N"))
    state.press(.control("n"))
    #expect((state.modes.last as? FormCard)?.form.text("motif") == put.motif)
  }

  @Test func `a card goes on where its étape is undone, or done by somebody else, meanwhile`()
    throws
  {
    var state = try cycleState()
    _ = state.select("pas-de-calais/jour-6")
    state.play(" [Entrée][Entrée]")
    #expect(state.modes.last is FormCard && state.passages.contains { $0.etape == "jour-6" })
    state.play("[F9]")
    #expect(!state.passages.contains { $0.etape == "jour-6" })
    while (state.modes.last as? FormCard)?.form.focusedID != "texte" { state.press(.tab) }
    state.play("à préparer[Entrée]")
    let held = try #require(state.passages.first { $0.etape == "jour-6" })
    #expect(held.texte == "à préparer" && held.faitLe == nil && state.modes.isEmpty)

    // One that comes as often as it comes.
    let asked = try #require(state.passages.first { $0.etape == "instruction" })
    _ = state.select(asked.id)
    state.play("[Entrée]")
    while (state.modes.last as? FormCard)?.form.focusedID != "reponse" { state.press(.tab) }
    state.play("oui")
    let before = try #require(state.document?.demarche)
    _ = state.update(
      arrival(before, basis: state.document?.revision ?? 1) { demarche in
        demarche.cycles[0].passages.removeAll { $0.id == asked.id }
      })
    #expect(!state.passages.contains { $0.etape == "instruction" })
    state.play("[Entrée]")
    let again = try #require(state.passages.first { $0.etape == "instruction" })
    #expect(again.reponse == "oui" && again.texte == asked.texte && again.faitLe == asked.faitLe)
    #expect(state.modes.isEmpty)

    state = try cycleState(today: "2026-12-20")
    _ = state.select("pas-de-calais/rapport/1")
    state.play("[Entrée]")
    while (state.modes.last as? FormCard)?.form.focusedID != "destinataire" { state.press(.tab) }
    state.play("Mme Y")
    let base = try #require(state.document?.demarche)
    let cycle = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
    var ids = IDGenerator(seed: 3)
    _ = state.update(
      arrival(base, basis: state.document?.revision ?? 1) { demarche in
        _ = demarche.noterPassage(
          nil, etape: "rapport", rang: 1, de: cycle, signature(base, "LB"), ids: &ids
        ) { $0.faitLe = Day(iso: "2026-12-19") }
      })
    state.play("[Entrée]")
    let sent = state.passages.filter { $0.etape == "rapport" }
    #expect(sent.map(\.destinataire) == ["Mme Y"] && state.modes.isEmpty)
    #expect(sent.map(\.faitLe) == [Day(iso: "2026-12-19")])
  }

  private func phrases(_ state: State) -> [String] {
    state.etat.rows.etapes.compactMap(\.phrase).map { $0.replacing("\u{A0}", with: " ") }
  }

  @Test func `the étapes say what was put off or taken back, and that a late report is ready`()
    throws
  {
    var demarche = try accompagnee()
    var ready = Passage()
    (ready.id, ready.etape, ready.rang) = ("p1", "rapport", 1)
    ready.prepareLe = Day(iso: "2026-12-15")
    demarche.cycles[0].passages.append(ready)
    var state = try cycleState(demarche, today: "2026-12-20")
    _ = state.select("etapes")
    #expect(
      phrases(state).first
        == "Rapport annuel 1 : attendu le 12 décembre 2026, en retard de 8 jours, préparé le 15 décembre 2026"
    )
    for (issue, word) in [(Cycle.Etape.Issue.ajourne, "ajourné"), (.retire, "retiré")] {
      var said = try accompagnee()
      if issue == .ajourne { said.cycles[0].passages.removeAll { $0.issue == .delivre } }
      var decided = Passage()
      (decided.id, decided.etape, decided.issue) = ("p2", "comite", issue)
      (decided.faitLe, decided.motif) = (Day(iso: "2026-12-18"), "les comptes manquent")
      said.cycles[0].passages.append(decided)
      state = try cycleState(said, today: "2026-12-20")
      _ = state.select("etapes")
      #expect(
        phrases(state).first == "Comité : 18 décembre 2026, \(word) : les comptes manquent")
      #expect(!state.words.contains("rien n’attend"))
    }
  }

  @Test func `in a narrow window a day of another year is told by its year`() throws {
    var state = try cycleState(nil, Size(40, 12), today: "2026-11-20")
    state.show(.aFaire)
    state.renewDerived()
    state.press(.end)
    #expect(state.words.contains("2027") && !state.words.contains("12/12"))
  }

  @Test func `the first letter of « renouvelé » renews`() throws {
    var state = try cycleState(today: "2027-12-20")
    _ = state.select("pas-de-calais/renouvellement")
    state.play(" ")
    state.play("r[Entrée]")
    #expect(state.passages.last?.issue == .renouvele)
  }

  @Test func `what is done is not of no concern, and no answer comes before it`() throws {
    var state = try cycleState(today: "2026-12-20")
    _ = state.select("pas-de-calais/rapport/1")
    state.play("[Entrée]")
    var card = try #require(state.modes.last as? FormCard)
    card.form.write("10/12/2026", in: "faitLe")
    card.form.write("09/12/2026", in: "reponduLe")
    state.replaceMode(card)
    let early = state.play("[Entrée]")
    #expect(early.isEmpty && state.words.contains("est d’avant ce qui est fait"))
    card.form.write("", in: "reponduLe")
    card.form.focus(on: "sansObjet")
    state.replaceMode(card)
    let both = state.play("s[Entrée]")
    #expect(both.isEmpty && state.words.contains("pas les deux"))
  }

  @Test func `without a cycle the palette leads to where one is chosen`() throws {
    func begin() throws -> State {
      var state = unread(try example())
      _ = state.update(.cycles(try shippedCycles()))
      return state
    }
    var state = try begin()
    state.play(":comité, de plus[Entrée]")
    #expect(state.etat.section == .structure && state.modes.isEmpty)
    #expect(said(state).contains("Choisissez d’abord un cycle"), "\(said(state))")
    #expect(state.etat.ficheRow?.id == EtatRows.cycleID)
    for word in ["cycle", "identifiant", "accompagnement", "charte", "rapport annuel"] {
      var state = try begin()
      state.play(":\(word)")
      let list = try #require(state.modes.last as? ActionList)
      #expect(list.actions.prefix(4).contains { $0.id == "structure.cycle" }, "\(word)")
    }
    state = try begin()
    state.play(":choisir un cycle[Entrée]")
    #expect(state.modes.last is CycleList)
    // Read only a moment later, it says so.
    state = unread(try example())
    state.play(":choisir un cycle[Entrée]")
    #expect(said(state).contains("se lisent encore"), "\(said(state))")
  }

  @Test func `a cycle without its file is told in the étapes and in what is to be done`() throws {
    var demarche = try accompagnee()
    demarche.cycles[0].modele = "bio"
    var state = try cycleState(demarche)
    _ = state.select("etapes")
    let phrases = state.etat.rows.etapes.compactMap(\.phrase)
    #expect(phrases.contains { $0.contains("n’est pas sur cet ordinateur") }, "\(phrases)")
    #expect(state.etat.rows.etatDuCycle == .inconnu)
    state.show(.aFaire)
    let line = try #require(
      state.aFaire.rows.selectable.indices.compactMap {
        state.aFaire.rows.ligne(at: $0)
      }.first { $0.rubrique == .cycleInconnu })
    #expect(AFaireText.texte(line).contains("bio"))
    // Entrée goes to what is kept of it.
    state.aFaire.select(.cycle(demarche.cycles[0].id))
    state.play("[Entrée]")
    #expect(state.screen == .etat && state.etat.section == .cycle)
  }

  @Test func `a séance that moves takes its journée along`() throws {
    var state = try cycleState()
    let passage = try #require(state.passages.first { $0.etape == "jour-5" })
    let seance = try #require(passage.seance)
    state.play("[Échap]")
    _ = state.open(EtatForm.seance(seance))
    state.play("[Ctrl-U]08/07/2026[Entrée]")
    #expect(
      state.passages.first { $0.etape == "jour-5" }?.faitLe == Day(iso: "2026-07-08"))
    // One undo puts both back.
    state.play("u")
    #expect(
      state.passages.first { $0.etape == "jour-5" }?.faitLe == Day(iso: "2026-07-07"))
  }

  @Test func `a promise names the palier that it serves, by its letter and its rank`() throws {
    var state = try cycleState()
    let seance = try #require(state.document?.demarche.seances.first?.id)
    _ = state.open(EtatForm.nouvellePromesse(seance))
    state.play("Rappeler la ville[3 Tab]u99[Entrée]")
    #expect(state.words.contains("ne nomme aucun palier"))
    state.play("[Ctrl-U]u2[Entrée]")
    let demarche = try #require(state.document?.demarche)
    let kept = try #require(demarche.seances.first?.promesses.last)
    #expect(kept.texte == "Rappeler la ville")
    #expect(kept.palier == demarche.schema.paliers(de: .utilite)[1].id)
  }

  @Test func `an observation of a frozen image is answered without a palier`() throws {
    var state = state(try example(), Size(100, 30), screen: .cercle)
    let one = try #require(state.cercle.selected(in: state.derived))
    state.play("k")
    #expect(state.modes.last is FormCard)
    let effects = state.play("Au budget de 2028[Entrée]")
    #expect(effects.count == 1)
    #expect(state.document?.demarche.retour(a: one.id)?.texte == "Au budget de 2028")
    #expect(state.words.contains("réponse : « Au budget de 2028 »"), "\(state.words)")
    state.play("u")
    #expect(state.document?.demarche.retour(a: one.id) == nil)
  }

  @Test func `a card that comes back from aside says that it is not kept`() throws {
    var state = try cycleState()
    _ = state.select("pas-de-calais/rapport/1")
    state.play("[Entrée]")
    #expect(!state.words.contains("mise de côté"))
    state.play("[Tab][Tab]Mission[Échap]")
    state.play("[Entrée]")
    #expect(state.words.contains("reprise comme elle était"), "\(state.words)")
  }

  @Test func `who is named to follow the cycle is not missed before that day`() throws {
    var state = try cycleState(today: "2026-12-01")
    _ = state.select("participants")
    state.play("n")
    state.play("ZR[Tab]s[Tab][Tab][Tab][Tab]r[Entrée]")
    let one = try #require(state.document?.demarche.participants.last)
    #expect(one.initiales == "ZR" && one.referent)
    #expect(state.document?.demarche.historique.last?.quoi == "referent")
    _ = state.select("cycle")
    #expect(!state.cycleLines.contains { $0.contains("ZR") })
  }
}
