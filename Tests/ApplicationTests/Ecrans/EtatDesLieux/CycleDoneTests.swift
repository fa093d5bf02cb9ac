import DPES
import TerminalUI
import Testing

@testable import Application

/// What is said to be done: on which day, by whom, in which window.
@Suite struct CycleDoneTests {
  private func line(_ state: State, _ title: String) -> String? {
    state.cycleLines.first { $0.contains(title) }
  }

  /// The état des lieux of a démarche that follows no cycle yet.
  private func unfollowed(_ size: Size) throws -> State {
    var begun = state(try example(), size, screen: .etat)
    _ = begun.update(.cycles(try shippedCycles()))
    return begun
  }

  /// Writes in a field of the card that is open.
  private func write(_ state: inout State, _ text: String, in field: String) throws {
    var card = try #require(state.modes.last as? FormCard)
    card.form.write(text, in: field)
    state.replaceMode(card)
  }

  @Test(arguments: [
    ("pas-de-calais/jour-6", "faitLe"), ("pas-de-calais/rapport/1", "faitLe"),
    ("pas-de-calais/rapport/1", "prepareLe"), ("pas-de-calais/rapport/1", "reponduLe"),
    ("pas-de-calais/renouvellement", "faitLe"),
  ])
  func `a day to come is not one on which something was done`(line id: String, field: String)
    throws
  {
    var state = try cycleState()
    let before = try #require(state.document?.demarche)
    let lines = state.cycleLines
    _ = state.select(id)
    state.play("[Entrée]")
    try write(&state, "02/12/2026", in: field)
    let effects = state.play("[Entrée]")
    let card = try #require(state.modes.last as? FormCard)
    #expect(effects.isEmpty && card.form.focusedID == field)
    #expect(state.words.contains("Le 2 décembre 2026 n’est pas encore venu"), "\(state.words)")
    #expect(state.document?.demarche == before)
    // Planned for that day it stays among what is to come.
    try write(&state, "", in: field)
    try write(&state, "02/12/2026", in: "prevuLe")
    let kept = state.play("[Entrée]")
    #expect(kept.count == 1 && state.cycleLines.count == lines.count)
    #expect(state.cycleLines.contains { $0.contains("2 décembre 2026") }, "\(state.cycleLines)")
  }

  @Test func `a charter is not signed on a day to come`() throws {
    var state = try cycleState()
    _ = state.select(CycleRows.charteID)
    let effects = state.play("[Entrée]02/12/2026[Entrée]")
    #expect(effects.isEmpty && state.document?.demarche.charte.signeeLe == nil)
    #expect(state.words.contains("n’est pas encore venu"))
    let kept = state.play("[Ctrl-U]01/12/2026[Entrée]")
    #expect(kept.count == 1 && state.document?.demarche.charte.signeeLe == Day(iso: "2026-12-01"))
  }

  @Test func `a séance that moves to a day to come takes its journée back to what is to come`()
    throws
  {
    var state = try cycleState()
    let seance = try #require(state.passages.first { $0.etape == "jour-5" }?.seance)
    _ = state.open(EtatForm.seance(seance))
    state.play("[Ctrl-U]20/12/2026[Entrée]")
    let planned = try #require(state.passages.first { $0.etape == "jour-5" })
    #expect(planned.faitLe == nil && planned.prevuLe == Day(iso: "2026-12-20"))
    #expect(state.words.contains("de nouveau à venir"), "\(state.words)")
    _ = state.select("cycle")
    let told = line(state, "Journée 5")
    #expect(told?.hasPrefix("· Journée 5: 20 décembre 2026") == true, "\(state.cycleLines)")
    // Back on a day that is past it was held.
    _ = state.open(EtatForm.seance(seance))
    state.play("[Ctrl-U]08/07/2026[Entrée]")
    #expect(state.passages.first { $0.etape == "jour-5" }?.faitLe == Day(iso: "2026-07-08"))
  }

  @Test(arguments: [("a", "ajourné"), ("s", "sans objet")])
  func `what is decided against says why, or is asked once`(key: String, word: String) throws {
    var state = try cycleState()
    let count = state.passages.count
    state.play("n[bas][Entrée][Tab]\(key)")
    if key == "s" { try write(&state, "", in: "faitLe") }
    let asked = state.play("[Entrée]")
    #expect(asked.isEmpty && (state.modes.last as? FormCard)?.form.focusedID == "motif")
    #expect(state.words.contains("Rien ne dit pourquoi c’est \(word)"), "\(state.words)")
    let kept = state.play("[Entrée]")
    #expect(kept.count == 1 && state.passages.count == count + 1)
  }

  @Test(arguments: ["comite", "instruction", "candidature", "charte"])
  func `a card that names somebody does not stand open while names are hidden`(etape: String)
    throws
  {
    var demarche = try accompagnee()
    demarche.charte.signataire = "Brigitte Delattre"
    var state = try cycleState(demarche)
    let id =
      etape == "charte" ? CycleRows.charteID : state.passages.first { $0.etape == etape }?.id
    _ = state.select(try #require(id))
    state.play("[Entrée]")
    state.press(.control("n"))
    #expect(!state.hidesNames && state.words.contains("Ce qui est ouvert montre un nom"))
    // Set aside it does not come back either.
    state.play("[Tab][Tab]X[Échap]")
    state.press(.control("n"))
    state.play("[Entrée]")
    #expect(state.hidesNames && !(state.modes.last is FormCard))
    #expect(state.words.contains("Les noms sont cachés"))
  }

  @Test func `what was left open with a name waits until names are shown`() throws {
    var state = try cycleState()
    let sent = try #require(state.passages.first { $0.etape == "candidature" })
    _ = state.select(sent.id)
    state.play("[Entrée]")
    try write(&state, "merci à Mme Y", in: "texte")
    let left = state.begun
    #expect(left.count == 1)
    var again = try cycleState()
    again.press(.control("n"))
    _ = Unopened.take(&again, left)
    Unopened.proceed(&again)
    #expect(again.hidesNames && again.modes.isEmpty)
    again.press(.control("n"))
    let card = try #require(again.modes.last as? FormCard)
    #expect(card.form.text("texte") == "merci à Mme Y")
    #expect(card.form.text("destinataire") == "ess@pasdecalais.fr")
  }

  @Test(arguments: [Size(60, 16), Size(80, 24), Size(40, 12)])
  func `a cycle that is chosen beside another is in view`(size: Size) throws {
    var state = try cycleState(nil, size)
    state.play("[Échap]")
    _ = state.select("structure")
    _ = state.etat.select(EtatRows.cycleID)
    state.play("[Entrée]")
    let list = try #require(state.modes.last as? CycleList)
    let place = try #require(list.rows.firstIndex { $0.id == "parcours-usagers" })
    let now = list.list.selection
    let keys = "[\(abs(place - now)) \(place < now ? "haut" : "bas")]"
    state.play("\(keys)[Entrée]")
    #expect(state.etat.section == .cycle && state.document?.demarche.cycles.count == 2)
    #expect(state.words.contains("· Journées 1 à 7"), "\(state.words)")
  }

  @Test func `Suppr says what it took out`() throws {
    var state = try cycleState()
    _ = state.select(try #require(state.passages.first { $0.etape == "jour-3" }).id)
    state.play("[Suppr]")
    let said = (state.notice?.text ?? "").replacing("\u{A0}", with: " ")
    #expect(said.hasPrefix("Passage supprimé : Journée 3, 12 mai 2026"), "\(said)")
  }

  @Test func `a journée noted again leaves who was there as its séance says`() throws {
    var state = try cycleState()
    let passage = try #require(state.passages.first { $0.etape == "jour-5" })
    let seance = try #require(passage.seance)
    func presents() -> [String]? {
      state.demarche?.seances.first { $0.id == seance }?.presents
    }
    let who = try #require(state.demarche?.participants.first?.id)
    _ = state.change { demarche, _ in demarche.seances.modifier(seance) { $0.presents = [who] } }
    _ = state.select("pas-de-calais/jour-5")
    state.play("[Suppr]")
    #expect(presents() == [who])
    state.play("[Entrée]")
    try write(&state, try #require(passage.faitLe?.frenchShort), in: "faitLe")
    state.play("[Entrée]")
    #expect(state.passages.first { $0.etape == "jour-5" }?.seance == seance)
    #expect(presents() == [who])
  }

  @Test func `undo names an étape by its title`() throws {
    var state = try cycleState(today: "2026-12-20")
    _ = state.select("pas-de-calais/rapport/1")
    state.play(" u")
    let said = (state.notice?.text ?? "").replacing("\u{A0}", with: " ")
    #expect(said.contains("« Rapport annuel 1 » du cycle"), "\(said)")
  }

  @Test func `a tool that a cycle names is read by its title, once somebody told it`() throws {
    var own = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
    for index in own.etapes.indices { own.etapes[index].prepare = ["outil:mur", "outil:autre"] }
    var state = try cycleState(cycles: [own])
    #expect(state.wantsAide)
    #expect(line(state, "Journée 6")?.contains("outil « mur »") == true)
    var (aide, outil) = (Aide(), Aide.Outil())
    (outil.id, outil.titre) = ("mur", "Le mur d’expression")
    aide.outils = [outil]
    _ = state.update(.aide(aide))
    #expect(!state.wantsAide)
    let told = try #require(line(state, "Journée 6"))
    #expect(told.contains("outil « Le mur d’expression », outil « autre »"), "\(told)")
  }

  /// What two windows say of one étape that neither had noted when its card was opened.
  @Test func `what two windows write of one étape is asked about, and neither is lost`() throws {
    var state = try cycleState(today: "2026-12-20")
    _ = state.select("pas-de-calais/rapport/1")
    state.play("[Entrée]")
    try write(&state, "18/12/2026", in: "faitLe")
    try write(&state, "Mme Y", in: "destinataire")
    let cycle = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
    let base = try #require(state.document?.demarche)
    var ids = IDGenerator(seed: 3)
    _ = state.update(
      arrival(base, basis: state.document?.revision ?? 1) { demarche in
        _ = demarche.noterPassage(
          nil, etape: "rapport", rang: 1, de: cycle, signature(base, "LB"), ids: &ids
        ) {
          $0.faitLe = Day(iso: "2026-12-19")
          $0.texte = "par la poste"
        }
      })
    state.play("[Entrée]")
    let sent = state.passages.filter { $0.etape == "rapport" }
    #expect(sent.map(\.destinataire) == ["Mme Y"] && sent.map(\.texte) == ["par la poste"])
    #expect(sent.map(\.faitLe) == [Day(iso: "2026-12-18")])
    let asked = state.conflicts.waiting
    #expect(asked.count == 1, "\(asked)")
  }

  /// Somebody who corrects who was there adds to what the other window said; who leaves what was
  /// proposed says nothing of it.
  @Test(arguments: [true, false])
  func `a journée that two windows hold is one, with one séance`(corrects: Bool) throws {
    var state = try cycleState()
    let people = try #require(state.document?.demarche.participants)
    _ = state.select("pas-de-calais/jour-6")
    state.play(corrects ? " [Ctrl-U]\(people[4].initiales ?? "")" : " ")
    let cycle = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
    let base = try #require(state.document?.demarche)
    var ids = IDGenerator(seed: 3)
    _ = state.update(
      arrival(base, basis: state.document?.revision ?? 1) { demarche in
        let id = demarche.noterPassage(
          nil, etape: "jour-6", rang: nil, de: cycle, signature(base, "LB"), ids: &ids
        ) { $0.faitLe = Day(iso: "2026-12-01") }
        demarche.tenirJournee(
          id ?? "", presents: [people[3].id], cycle.etape("jour-6")?.titre ?? "", de: cycle,
          ids: &ids)
      })
    state.play("[Entrée]")
    let demarche = try #require(state.document?.demarche)
    #expect(state.passages.count { $0.etape == "jour-6" } == 1)
    #expect(demarche.seances.count == base.seances.count + 1)
    #expect(
      Set(demarche.seances.last?.presents ?? [])
        == Set((corrects ? [3, 4] : [3]).map { people[$0].id }))
    #expect(state.conflicts.waiting.isEmpty)
  }

  @Test(arguments: [Size(80, 24), Size(120, 36)])
  func `sections are called what the window calls them`(size: Size) throws {
    var demarche = try accompagnee()
    for index in demarche.participants.indices { demarche.participants[index].referent = false }
    var state = try cycleState(demarche, size)
    _ = state.select("pas-de-calais/jour-6")
    let name = size.width < 100 ? "Table" : "Tour de table"
    #expect(state.words.contains("à la section \(name)"), "\(state.words)")
    var other = try unfollowed(size)
    other.play(":comité, de plus[Entrée]")
    let identity = size.width < 100 ? "Identité" : "Organisation"
    let said = other.notice?.text ?? ""
    #expect(said.contains("\(identity), ligne Cycle"), "\(said)")
  }
}
