import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// The section of the cycle: what each key makes of the way.
@Suite struct CycleGestureTests {
  /// Nothing is noted yet.
  private func begun(today: String = "2026-12-01") throws -> State {
    var demarche = try example()
    demarche.participants[0].referent = true
    demarche.suivre(try #require(try shippedCycles().first { $0.id == "pas-de-calais" }))
    return try cycleState(demarche, today: today)
  }

  private func line(_ state: State, _ title: String) -> String? {
    state.cycleLines.first { $0.contains(title) }
  }

  @Test func `the section comes with a cycle, chosen in the identity, and goes with it`() throws {
    var state = state(try example(), Size(100, 30), screen: .etat)
    #expect(state.wantsCycles && !state.etat.sections.contains(.cycle))
    _ = state.update(.cycles(try shippedCycles()))
    #expect(!state.wantsCycles)
    // Asked for by its name, the row where one is chosen.
    let isThere = state.select("cycle")
    #expect(isThere && state.etat.section == .structure)
    state.play("[Entrée]")
    let list = try #require(state.modes.last as? CycleList)
    #expect(list.rows.count == 6 && list.rows.allSatisfy { $0.mot.isEmpty })
    let place = try #require(list.rows.firstIndex { $0.id == "pas-de-calais" })
    state.play("[\(place) bas]")
    let effects1 = state.play("[Entrée]")
    #expect(effects1.count == 1)
    #expect(state.etat.section == .cycle && state.modes.isEmpty)
    #expect(state.document?.demarche.cycles.map(\.modele) == ["pas-de-calais"])
    #expect(state.cycleLines.first == "· Candidature: sans date")
    // Undone, it is hidden again, and nobody stands in it.
    state.play("u")
    #expect(state.etat.section == .structure && !state.etat.sections.contains(.cycle))
    #expect(state.document?.demarche.cycles.isEmpty == true)
  }

  @Test func `a cycle is left while it is empty, and stays with what is noted`() throws {
    var state = try begun()
    state.play("[droite]")
    _ = state.select("structure")
    _ = state.etat.select(EtatRows.cycleID)
    state.play("[Entrée][Entrée]")
    #expect(state.document?.demarche.cycles.isEmpty == true)
    state = try cycleState()
    _ = state.etat.select(EtatRows.cycleID)
    let effects2 = state.play("[Entrée][Entrée]")
    #expect(effects2.isEmpty)
    #expect(state.notice?.text.contains("ce cycle reste") == true)
  }

  @Test func `Espace says a sending done today, then answered, and undo takes each back`() throws {
    var state = try cycleState(today: "2026-12-05")
    _ = state.select("pas-de-calais/rapport/1")
    #expect(
      line(state, "Rapport annuel 1") == "· Rapport annuel 1: avant le 12 décembre 2026, à préparer"
    )
    let effects3 = state.play("[ ]")
    #expect(effects3.count == 1)
    #expect(
      line(state, "Rapport annuel 1")
        == "✔ Rapport annuel 1: 5 décembre 2026, pas encore de réponse")
    #expect(state.etat.cycleRow?.ligne?.etape.code == "rapport")
    state.play("p")
    #expect(line(state, "Rapport annuel 1")?.contains("répondu le 5 décembre 2026") == true)
    let more = state.play(" ")
    #expect(more.isEmpty && state.notice?.text.contains("déjà") == true)
    state.play("uu")
    #expect(line(state, "Rapport annuel 1")?.contains("à préparer") == true)
    #expect(state.document?.demarche.historique.contains { $0.quoi == "passage" } == true)
  }

  @Test func `a decision asks what it says, and a refusal is no success`() throws {
    var state = try begun()
    state.play("n")
    let list = try #require(state.modes.last as? CycleList)
    #expect(list.rows.map(\.id) == ["instruction", "comite"])
    state.play("[bas][Entrée]")
    // Without its decision it is not kept.
    let effects4 = state.play("01/12/2026[Entrée]")
    #expect(effects4.isEmpty)
    #expect(state.words.contains("Que dit la décision"))
    let effects5 = state.play("a[Tab]joindre les comptes[Entrée]")
    #expect(effects5.count == 1)
    #expect(line(state, "Comité") == "– Comité: 1er décembre 2026, ajourné : joindre les comptes")
    #expect(state.etat.cycleRow?.ligne?.etape.code == "comite")
    // The next one stands beside it.
    state.play("n[Entrée]")
    state.play("aujourd’hui[Tab]d[Tab][Tab]62-0147[Entrée]")
    #expect(state.cycleLines.filter { $0.contains("Comité") }.count == 2)
    #expect(state.passages.map(\.issue) == [.ajourne, .delivre])
    #expect(
      state.view.description.replacing("\u{A0}", with: " ").contains(
        "identifiant n° 62-0147, délivré"))
    // On a line that waits, Espace opens the card on the decision, with today.
    _ = state.select("pas-de-calais/renouvellement")
    state.play("[ ]")
    let card = try #require(state.modes.last as? FormCard)
    #expect(card.form.focusedID == "issue" && card.form.text("faitLe") == "01/12/2026")
    let left = state.play("[Échap]")
    #expect(left.isEmpty && state.passages.count == 2)
  }

  @Test func `a journée makes its séance, asks who was there, and says who was not`() throws {
    var state = try begun()
    _ = state.select("pas-de-calais/jour-1")
    let before = try #require(state.document?.demarche)
    let asked = state.play("[ ]")
    let card = try #require(state.modes.last as? FormCard)
    let name = try #require(before.participants[0].initiales)
    #expect(card.form.focusedID == "presents" && card.form.text("presents") == name)
    #expect(card.form.text("faitLe") == "01/12/2026")
    // Nothing is noted before Entrée, and left it is not.
    #expect(asked.isEmpty && state.document?.demarche == before)
    state.play("[Échap]")
    #expect(state.document?.demarche == before && state.modes.isEmpty)
    let held = state.play(" [Entrée]")
    let seance = try #require(state.document?.demarche.seances.last)
    #expect(held.count == 1 && seance.genre == .accompagnement && seance.titre == "Journée 1")
    #expect(seance.presents == [before.participants[0].id])
    // Somebody else came in their place.
    let other = before.participants[1]
    state.play("[Entrée][Tab][Ctrl-U]\(other.initiales ?? "")[Entrée]")
    #expect(state.document?.demarche.seances.last?.presents == [other.id])
    #expect(line(state, "Journée 1")?.hasSuffix("sans \(name)") == true)
    #expect(state.document?.demarche.seances.count == before.seances.count + 1)
    state.play("uu")
    #expect(state.passages.isEmpty)
    #expect(state.document?.demarche.seances.count == before.seances.count)
  }

  @Test func `journées that stand alike are one line, which → opens and ← closes`() throws {
    var state = try cycleState()
    let name = try #require(state.document?.demarche.participants[0].initiales)
    #expect(
      line(state, "Journées")
        == "✔ Journées 1 à 5: du 9 avril au 7 juillet 2026, sans \(name) le 12 mai 2026")
    let count = state.cycleLines.count
    _ = state.select("pas-de-calais/accompagnement/true")
    state.play("[droite]")
    #expect(
      state.cycleLines.count == count + 4 && state.etat.cycleRow?.ligne?.etape.code == "jour-1")
    #expect(line(state, "Journée 3") == "✔ Journée 3: 12 mai 2026, sans \(name)")
    state.play("[bas][gauche]")
    #expect(state.cycleLines.count == count && state.etat.section == .cycle)
    #expect(line(state, "Journée 6")?.contains("entre-temps : tableau de bord") == true)
    // Elsewhere the arrows go from section to section.
    state.play("[gauche]")
    #expect(state.etat.section == .seances)
    // What is shown from elsewhere is unfolded.
    let third = try #require(state.passages.first { $0.etape == "jour-3" })
    let isShown = state.select(third.id)
    #expect(isShown && state.etat.cycleRow?.ligne?.etape.code == "jour-3")
  }

  @Test func `e proposes the étape's document, and writing it says the étape prepared`() throws {
    var state = try cycleState()
    _ = state.select("pas-de-calais/rapport/1")
    state.play("e")
    #expect((state.modes.last as? ExportCard)?.document?.name == "annuel")
    #expect(state.passages.allSatisfy { $0.prepareLe == nil })
    let effects = state.play("[Entrée][Entrée]")
    guard case .export(let request)? = effects.first, effects.count == 1 else {
      Issue.record("nothing is written")
      return
    }
    // Not before it is written: the file may be there already, and somebody renounces.
    #expect(state.passages.allSatisfy { $0.prepareLe == nil })
    _ = state.update(.exportExists(request))
    #expect(state.words.contains("Ce fichier existe déjà"))
    let isSaid = state.words.contains("préparé aujourd’hui")
    let renounced = state.play("[Échap]")
    #expect(!isSaid && renounced.isEmpty)
    #expect(state.passages.allSatisfy { $0.prepareLe == nil })
    // Written at last, wherever one is by then.
    _ = state.update(.exportExists(request))
    guard case .export(let again)? = state.play("o").last else {
      Issue.record("nothing is replaced")
      return
    }
    _ = state.select("structure")
    let saved = state.update(.exported("Écrit.", again))
    #expect(saved.count == 1)
    #expect(state.notice?.text.hasPrefix("Écrit. Rapport annuel") == true)
    #expect(state.notice?.text.hasSuffix("préparé aujourd’hui.") == true)
    _ = state.select("pas-de-calais/rapport/1")
    #expect(
      line(state, "Rapport annuel 1")
        == "◐ Rapport annuel 1: avant le 12 décembre 2026, préparé le 1er décembre 2026")
    // Another document says nothing of it.
    state.play("u")
    _ = state.select("structure")
    if case .export(let other)? = state.play("e[Entrée][Entrée]").last {
      _ = state.update(.exported("Écrit.", other))
    }
    #expect(state.passages.allSatisfy { $0.prepareLe == nil })
  }

  @Test func `Suppr takes out what is noted, and its séance stays`() throws {
    var state = try cycleState()
    let third = try #require(state.passages.first { $0.etape == "jour-3" })
    _ = state.select(third.id)
    let seances = state.document?.demarche.seances.count
    let effects7 = state.play("[Suppr]")
    #expect(effects7.count == 1)
    #expect(!state.passages.contains { $0.id == third.id })
    #expect(state.document?.demarche.seances.count == seances)
    state.play("u")
    #expect(state.passages.contains { $0.id == third.id })
    // What nobody noted can't be taken out.
    _ = state.select("pas-de-calais/rapport/1")
    let effects8 = state.play("[Suppr]")
    #expect(effects8.isEmpty)
  }

  @Test func `an older file's day moves with the first edit, in one step of undo`() throws {
    var demarche = try example()
    demarche.identifiant.delivreLe = Day(iso: "2025-12-12")
    var state = try cycleState(demarche)
    #expect(line(state, "Comité") == "✔ Comité: 12 décembre 2025, délivré")
    #expect(state.document?.demarche.cycles.isEmpty == true)
    _ = state.select("pas-de-calais/candidature")
    let effects9 = state.play(" ")
    #expect(effects9.count == 1)
    #expect(state.document?.demarche.identifiant.delivreLe == nil)
    #expect(state.passages.map(\.etape) == ["comite", "candidature"])
    state.play("u")
    #expect(state.document?.demarche.identifiant == demarche.identifiant)
    #expect(state.document?.demarche.cycles.isEmpty == true)
    #expect(line(state, "Comité") == "✔ Comité: 12 décembre 2025, délivré")
  }

  @Test func `a cycle whose file is not here keeps its passages, shown by their code`() throws {
    let cycles = try shippedCycles().filter { $0.id != "pas-de-calais" }
    var state = try cycleState(cycles: cycles)
    #expect(line(state, "rapport") == nil)
    #expect(line(state, "comite") == "✔ comite: 4 décembre 2025, ajourné")
    #expect(state.words.contains("fichier du cycle absent"))
    let third = try #require(state.passages.first { $0.etape == "jour-3" })
    _ = state.select(third.id)
    state.play("[Entrée]13/05/2026[Entrée]")
    #expect(state.passages.first { $0.id == third.id }?.faitLe == Day(iso: "2026-05-13"))
    #expect(state.document?.demarche.cycles.count == 1)
  }

  @Test func `the charter says who signed, and its four sentences`() throws {
    var state = try cycleState()
    _ = state.select(CycleRows.charteID)
    state.play("[Entrée]20/01/2026[Tab]Anne Roux[Tab]présidente[Tab]Loger dignement[Entrée]")
    let charte = try #require(state.document?.demarche.charte)
    #expect(charte.signeeLe == Day(iso: "2026-01-20") && charte.signataire == "Anne Roux")
    #expect(charte.phrases.utilite == "Loger dignement")
    #expect(line(state, "Charte:") == "✔ Charte: signée le 20 janvier 2026, Anne Roux, présidente")
    #expect(state.document?.demarche.historique.last?.quoi == "charte")
  }

  @Test func `a référent is said in the card of a person, where a cycle is followed`() throws {
    var state = state(try example(), Size(100, 30), screen: .etat)
    let one = try #require(state.document?.demarche.participants.last)
    _ = state.select(one.id)
    state.play("[Entrée]")
    #expect(!state.words.contains("Référent"))
    state.play("[Échap]")
    try state.follow("pas-de-calais")
    _ = state.select(one.id)
    state.play("[Entrée]")
    #expect(state.words.contains("Référent"))
    state.play("[5 Tab]r[Entrée]")
    #expect(state.document?.demarche.participants.last?.referent == true)
    #expect(state.words.contains("référent du cycle"))
  }

  @Test func `the étapes have a fifth band, which leads to the line`() throws {
    var state = try cycleState(today: "2026-12-20")
    _ = state.select("etapes")
    let phrases = state.etat.rows.etapes.compactMap(\.phrase).map {
      $0.replacing("\u{A0}", with: " ")
    }
    #expect(
      phrases.first == "Rapport annuel 1 : attendu le 12 décembre 2026, en retard de 8 jours")
    let name = try #require(state.document?.demarche.participants[0].initiales)
    #expect(phrases.contains("5 journées sur 6, sans \(name) le 12 mai 2026"))
    #expect(
      phrases.contains { $0.hasPrefix("Avant « Journée 6") && $0.contains("tableau de bord") })
    #expect(state.words.contains("! Le cycle"))
    state.play("[Fin]")
    while state.etat.etapeRow?.phrase
      != state.etat.rows.etapes.first(where: { $0.phrase != nil })?.phrase
    {
      state.play("[haut]")
    }
    state.play("[Entrée]")
    #expect(state.etat.section == .cycle && state.etat.cycleRow?.ligne?.etape.code == "rapport")
  }

  @Test func `à faire leads to the card and to the line`() throws {
    var state = try cycleState(today: "2026-12-20")
    state.show(.aFaire)
    state.renewDerived()
    state.aFaire.select(.passage("pas-de-calais/rapport/1"))
    #expect(state.aFaire.selected?.texte == "Rapport annuel\u{A0}1")
    state.play("[Entrée]")
    #expect((state.modes.last as? FormCard)?.title == "Rapport annuel\u{A0}1")
    state.play("19/12/2026[Entrée]")
    #expect(state.passages.last?.faitLe == Day(iso: "2026-12-19"))
    #expect(state.aFaire.rows.position(of: .passage("pas-de-calais/rapport/1")) == nil)
    state.aFaire.select(.passage("pas-de-calais/renouvellement"))
    state.play("[droite]")
    #expect(state.screen == .etat && state.etat.cycleRow?.ligne?.etape.code == "renouvellement")
  }

  @Test func `a report that is late is what a démarche opens on, once the cycles are read`() throws
  {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    var one = Participant()
    (one.id, one.initiales) = ("p", "HV")
    demarche.participants = [one]
    demarche.identifiant.delivreLe = Day(iso: "2025-11-12")
    for (day, screen) in [("2026-12-01", Screen.aFaire), ("2026-06-01", .cercle)] {
      let today = try #require(Day(iso: day))
      var state = State(
        State.Environment(
          today: today, now: Instant(seconds: 0), ids: IDGenerator(seed: 7), person: "HV"),
        size: Size(80, 24), document: Document(demarche, path: "/tmp/x.dpes.json"))
      #expect(state.screen == .cercle && state.wantsCycles)
      _ = state.update(.cycles(try shippedCycles()))
      #expect(state.screen == screen, "\(day)")
    }
  }

  @Test func `a section that is gone elsewhere lets nobody stand in it`() throws {
    var state = try begun()
    #expect(state.etat.section == .cycle)
    _ = state.change { demarche, _ in
      demarche.cycles = []
      return true
    }
    #expect(state.etat.section == .structure)
  }

  @Test func `two cycles stand one below the other, each under its name`() throws {
    var state = try cycleState()
    try state.follow("parcours-usagers")
    _ = state.select("cycle")
    let names = state.etat.cycle.suivis.map(\.nom)
    #expect(names.count == 2)
    for name in names { #expect(state.cycleLines.contains("  \(name): ")) }
  }

  @Test func `names that are hidden hide what may name somebody, and the wall shows none of it`()
    throws
  {
    var state = try cycleState()
    let name = try #require(state.document?.demarche.participants[0].initiales)
    _ = state.select("etapes")
    #expect(state.words.contains("sans \(name)"))
    state.play("s")
    _ = state.update(.letters(nil))
    #expect(state.isOnWall)
    for section in EtatEcran.Section.allCases {
      state.etat.section = section
      state.renewDerived()
      for secret in ["sans \(name)", "CDESS", "joindre les comptes", "62-0147", "ess@pasdecalais"] {
        #expect(!state.words.contains(secret), "\(section): \(secret)")
      }
    }
  }
}
