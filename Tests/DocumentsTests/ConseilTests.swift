import DPES
import Testing

@testable import Documents

/// The page that a board reads.
@Suite struct ConseilTests {
  @Test func `its dates leave out the paliers that are reached already`() throws {
    var demarche = Demarche(
      id: "d", raisonSociale: "Essai", debut: try #require(Day(iso: "2026-01-01")))
    for (title, held) in [("Déjà là", true), ("À venir", false)] {
      var palier = Palier()
      palier.id = title
      palier.axe = .utilite
      palier.intitule = title
      palier.echeanceMois = 15
      palier.tenuAuDepart = held
      demarche.schema.paliers.append(palier)
    }
    // 21 November 2026 is in the eleventh month.
    let told = texts(Dossier(of: demarche), "dates", "quoi")
    #expect(told.contains { $0.contains("À venir") })
    #expect(!told.contains { $0.contains("Déjà là") })
  }

  private func texts(_ dossier: Dossier, _ list: String, _ name: String) -> [String] {
    let page = PageDuCA(dossier.demarche, dossier.avancement)
    let suites = Suite.suites(dossier.demarche, dossier.avancement)
    guard case .list(let count, let scope)? = dossier.conseil(suites, page)[list] else {
      Issue.record("no \(list)")
      return []
    }
    return (0..<count).compactMap { index in
      guard case .text(let text)? = scope(index)[name] else { return nil }
      return text
    }
  }

  private func text(_ dossier: Dossier, _ name: String) -> String? {
    let page = PageDuCA(dossier.demarche, dossier.avancement)
    let suites = Suite.suites(dossier.demarche, dossier.avancement)
    guard case .text(let text)? = dossier.conseil(suites, page)[name] else { return nil }
    return text
  }

  /// The example with a board to come, of which so much is asked.
  private func asking(_ count: Int, of letters: Int) throws -> Dossier {
    var demarche = try example()
    var board = Seance()
    board.genre = .ca
    board.date = Day(iso: "2026-12-09")
    board.demandes = (0..<count).map { place in
      var ask = Seance.Demande()
      ask.texte =
        String(
          "\(place) " + String(repeating: "écrire à la ville et au département ", count: 12)
        ).prefix(letters - 1) + "?"
      ask.pourquoi = "Deux résidents sont prêts à essayer."
      return ask
    }
    demarche.seances.append(board)
    return printed(demarche)
  }

  /// As a page that is printed has it.
  private func printed(_ demarche: Demarche) -> Dossier {
    var dossier = Dossier(of: demarche)
    dossier.isPrinted = true
    return dossier
  }

  @Test(arguments: [(3, 118), (5, 118), (12, 300)])
  func `what is asked is whole and all of it`(count: Int, letters: Int) throws {
    let dossier = try asking(count, of: letters)
    let asked = texts(dossier, "demandes", "texte")
    #expect(asked.count == count && asked.allSatisfy { $0.count == letters && $0.hasSuffix("?") })
    #expect(texts(dossier, "demandes", "pourquoi").count == count)
  }

  @Test func `the more is asked, the less stands beside it, and what is left out is counted`()
    throws
  {
    let (few, many) = (try asking(0, of: 118), try asking(5, of: 118))
    for list in ["changements", "paroles", "dates"] {
      let (all, some) = (
        texts(few, list, list == "paroles" ? "texte" : "quoi"),
        texts(many, list, list == "paroles" ? "texte" : "quoi")
      )
      #expect(some.count < all.count && !some.isEmpty, "\(list)")
      #expect(text(many, "\(list)Autres")?.hasPrefix("et ") == true, "\(list)")
    }
  }

  @Test func `what waits for an answer stands apart from what was decided`() throws {
    var dossier = try asking(0, of: 118)
    var demarche = dossier.demarche
    for (day, answer) in [("2026-03-03", nil), ("2026-06-02", "Oui")] as [(String, String?)] {
      var board = Seance()
      board.genre = .ca
      board.date = Day(iso: day)
      var ask = Seance.Demande()
      (ask.texte, ask.reponse) = ("Demande du \(day)", answer)
      board.demandes = [ask]
      demarche.seances.append(board)
    }
    dossier = Dossier(of: demarche)
    #expect(texts(dossier, "demandesEnAttente", "texte") == ["Demande du 2026-03-03"])
    let decided = texts(dossier, "decisionsAvant", "texte")
    #expect(decided.first == "Demande du 2026-06-02")
    #expect(!decided.contains("Demande du 2026-03-03"))
  }

  @Test func `a palier that is asked about is not asked about again`() throws {
    var demarche = try example()
    demarche.notes = []
    let late = Suite.suites(demarche, Dossier(of: demarche).avancement)
      .filter(\.decisions.isEmpty)
    let first = try #require(late.first)
    #expect(texts(Dossier(of: demarche), "sansSuite", "repere").count == late.count)
    var (board, ask) = (Seance(), Seance.Demande())
    (ask.texte, ask.palier) = ("Une animatrice ?", first.palier.id)
    (board.genre, board.date, board.demandes) = (.ca, Day(iso: "2026-12-09"), [ask])
    demarche.seances.append(board)
    let told = texts(Dossier(of: demarche), "sansSuite", "repere")
    #expect(told.count == late.count - 1 && !told.contains("\(first.axe.lettre)\(first.rang)"))
    // What it is about is said with the ask, with its figures.
    let said = texts(Dossier(of: demarche), "demandes", "constat")
    #expect(
      said.count == 1 && said[0].hasPrefix("\(first.axe.lettre)\(first.rang) \(first.etat.mot)"))
  }

  @Test func `what a cycle waits for, and a promise whose day is past, come first among the dates`()
    throws
  {
    var demarche = try example()
    let followed = try cycle("pas-de-calais")
    demarche.suivre(followed)
    var promise = Seance.Promesse()
    (promise.id, promise.texte, promise.quand) = (
      "m", "Écrire au Département", Day(iso: "2026-07-15")
    )
    demarche.seances[demarche.seances.count - 1].promesses = [promise]
    var dossier = Dossier(of: demarche)
    dossier.cycles = [followed]
    let (when, what) = (texts(dossier, "tardives", "quand"), texts(dossier, "tardives", "quoi"))
    #expect(what.contains("Écrire au Département"))
    #expect(when.contains("En retard, depuis le 15 juillet 2026\u{A0}:"))
    #expect(texts(dossier, "dates", "quand").count >= 2)
    // A promise that was kept, or given up, is not late.
    for state in [Seance.Promesse.Etat.tenue, .abandonnee] {
      demarche.seances[demarche.seances.count - 1].promesses[0].etat = state
      let told = texts(Dossier(of: demarche), "tardives", "quoi")
      #expect(!told.contains("Écrire au Département"))
    }
  }

  @Test func `what is lost or late is told with its figures, its day and what was decided`() throws
  {
    let dossier = Dossier(of: try example())
    let said = texts(dossier, "suivis", "quoi")
    let lost = try #require(said.first { $0.contains("Réunions du conseil") })
    #expect(
      lost.replacing("\u{A0}", with: " ").contains("0 réunion pour 2 réunions à 12 mois")
        && lost.contains("depuis le 21 septembre 2026"))
    #expect(texts(dossier, "suivis", "decide").allSatisfy { !$0.isEmpty })
    #expect(said.count == texts(dossier, "suivis", "repere").count && said.count == 3)
  }

  @Test func `the money of a document is that of the last exercice that ended`() throws {
    var demarche = try example()
    var budget = try #require(demarche.structure.exercices.first)
    (budget.id, budget.debut, budget.fin) = ("b", Day(iso: "2027-01-01"), Day(iso: "2027-12-31"))
    let before = Dossier(of: demarche).chiffreAffaires
    demarche.structure.exercices.append(budget)
    #expect(Dossier(of: demarche).chiffreAffaires == before && before != nil)
    #expect(Dossier(of: demarche).anneesFinies.allSatisfy { $0.exercice.id != "b" })
    demarche.structure.exercices = [budget]
    #expect(Dossier(of: demarche).chiffreAffaires?.contains("2027") == true)
  }

  @Test func `what was asked and not answered is on the page, however full it is`() throws {
    var demarche = try asking(12, of: 300).demarche
    var board = Seance()
    (board.genre, board.date) = (.ca, Day(iso: "2026-03-03"))
    var ask = Seance.Demande()
    (ask.texte, ask.palier) = (
      String(repeating: "longue demande ", count: 40), demarche.schema.paliers[0].id
    )
    board.demandes = [ask, ask]
    demarche.seances.append(board)
    let waiting = texts(printed(demarche), "demandesEnAttente", "texte")
    #expect(waiting.count == 1 && waiting[0].hasPrefix("longue demande"))
    #expect(text(printed(demarche), "demandesEnAttenteAutres") == "et 1 autre")
    #expect(texts(printed(demarche), "demandesEnAttente", "repere") == ["U1"])
  }

  @Test func `three asks leave room for what changed and what the group said`() throws {
    let page = try asking(3, of: 80)
    #expect(texts(page, "changements", "quoi").count >= 4)
    #expect(texts(page, "paroles", "texte").count >= 2)
    // What is lost stands first among what is followed, and is told twice only where there is room.
    #expect(texts(page, "suivis", "etat").first == "perdu")
    #expect(
      Set(texts(page, "changements", "repere")).isDisjoint(with: texts(page, "suivis", "repere")))
  }

  @Test func `what is no printed page leaves nothing out`() throws {
    let demarche = try asking(12, of: 300).demarche
    for list in ["changements", "suivis"] {
      #expect(text(Dossier(of: demarche), "\(list)Autres") == "")
    }
    #expect(
      texts(Dossier(of: demarche), "changements", "quoi").count
        > texts(printed(demarche), "changements", "quoi").count)
  }

  @Test func `what was to be done by a day that is past is told, and decides nothing`() throws {
    var demarche = try example()
    let late = try #require(Suite.suites(demarche, Dossier(of: demarche).avancement).first)
    let place = try #require(demarche.schema.paliers.firstIndex { $0.id == late.palier.id })
    demarche.notes = []
    var (before, after) = (Palier.Engagement(), Palier.Engagement())
    (before.texte, before.quand) = ("Écrire la fiche", Day(iso: "2026-08-08"))
    demarche.schema.paliers[place].engagements = [before]
    let told = texts(Dossier(of: demarche), "sansSuite", "quoi")
    #expect(
      told.contains { $0.hasSuffix("Était prévu\u{A0}: Écrire la fiche (8 août 2026)") }, "\(told)")
    (after.texte, after.quand) = ("Écrire la fiche", Day(iso: "2027-08-08"))
    demarche.schema.paliers[place].engagements = [after]
    #expect(
      texts(Dossier(of: demarche), "suivis", "decide").contains { $0.hasPrefix("Écrire la fiche") })
  }

  @Test func `an axis whose last palier has no object is not said to hold all of them`() throws {
    var demarche = Demarche(
      id: "d", raisonSociale: "Essai", debut: try #require(Day(iso: "2026-01-01")))
    var (held, without) = (Palier(), Palier())
    (held.id, held.axe, held.intitule, held.tenuAuDepart) = ("a", .territoire, "Déjà là", true)
    (without.id, without.axe, without.intitule) = ("b", .territoire, "Sans objet")
    var indicateur = Indicateur()
    indicateur.id = "i"
    var realise = Realise()
    (realise.statut, realise.date) = (.nonConcerne, Day(iso: "2026-06-01"))
    indicateur.realises[6] = realise
    without.indicateurs = [indicateur]
    demarche.schema.paliers = [held, without]
    let dossier = Dossier(of: demarche)
    let axe = try #require(dossier.avancement.axes.last)
    guard case .text(let words)? = dossier.next(on: axe, nil)["rienNeSuit"] else {
      Issue.record("nothing is said")
      return
    }
    #expect(words == "Tous les paliers qui ont un objet sont tenus.")
    #expect(
      dossier.yearLines(before: dossier.axes(asOf: try #require(Day(iso: "2026-03-01"))), [])
        .contains { $0.contains("T2 est sans objet") })
  }

  @Test func `what held before the démarche began is no change`() throws {
    let start = try #require(Day(iso: "2026-09-01"))
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: start)
    var palier = Palier()
    (palier.id, palier.axe, palier.intitule) = ("p", .utilite, "Déjà là")
    (palier.echeanceMois, palier.tenuAuDepart) = (3, true)
    demarche.schema.paliers = [palier]
    let dossier = Dossier(of: demarche)
    #expect(texts(dossier, "changements", "quoi") == [])
    #expect(
      !dossier.yearLines(before: dossier.axes(asOf: dossier.depuis), []).contains {
        $0.contains("Atteint")
      })
  }

  @Test func `what nobody decided anything about is told before it is printed`() throws {
    var demarche = try example()
    #expect(Dossier(of: demarche).undecidedTold.isEmpty)
    for place in demarche.notes.indices { demarche.notes[place].decision = nil }
    for place in demarche.schema.paliers.indices { demarche.schema.paliers[place].engagements = [] }
    for place in demarche.seances.indices { demarche.seances[place].promesses = [] }
    let told = Dossier(of: demarche).undecidedTold
    #expect(told.count == 1)
    #expect(
      told.first?.hasPrefix("3 paliers perdus ou en retard, sans suite dite\u{A0}: ") == true,
      "\(told)")
    for name in ["ca", "annuel", "parole"] {
      let document = try #require(OutgoingDocument.reports.first { $0.name == name })
      #expect(document.files.allSatisfy { $0.told(Dossier(of: demarche)) == told })
    }
  }
}
