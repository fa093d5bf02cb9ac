import DPES
import JSONTree
import Testing

/// What a démarche follows, what an older file holds of it, and its edits.
@Suite struct CycleEditTests {
  private let signature = Signature(
    quand: Instant(seconds: 0), jour: Day(iso: "2026-11-29") ?? Day(number: 0), qui: "hv")

  /// As an older Palier wrote it.
  private static let old = """
    {
      "format": "dpes",
      "version": 1,
      "id": "dvieuxvieux",
      "structure": {
        "raisonSociale": "Les Jardins"
      },
      "identifiant": {
        "delivreLe": "2025-12-12"
      }
    }

    """

  private func older() throws -> Demarche {
    try Demarche(file: JSONValue.parse(Array(Self.old.utf8)))
  }

  private func text(_ demarche: Demarche) -> String {
    String(decoding: JSONValue.write(demarche.json), as: UTF8.self)
  }

  @Test func `an older file reads as one passage, and is written again byte for byte`() throws {
    let demarche = try older()
    let cycle = try shippedCycle()
    #expect(demarche.suitUnCycle)
    let suivi = try #require(demarche.suivi(de: cycle))
    #expect(suivi.passages.count == 1)
    #expect(suivi.passages[0].etape == "comite" && suivi.passages[0].issue == .delivre)
    #expect(suivi.passages[0].faitLe == Day(iso: "2025-12-12"))
    let way = Cheminement(suivi, cycle, le: signature.jour)
    #expect(way.reconnaissance.etat == .delivree)
    #expect(way.lignes.contains { $0.etape.code == "rapport" && $0.etat == .aPreparer })
    #expect(
      demarche.cyclesSuivis([try shippedCycle("coorace-cedre"), cycle]).map(\.nom) == [cycle.nom])
    #expect(demarche.reconnuDepuis(le: signature.jour) == Day(iso: "2025-12-12"))
    #expect(text(demarche) == Self.old)
    // No other cycle takes it up.
    #expect(demarche.suivi(de: try shippedCycle("coorace-cedre")) == nil)
  }

  @Test func `what changes nothing leaves an older file as it is`() throws {
    var demarche = try older()
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    let known = try #require(demarche.suivi(de: cycle)?.passages.first)
    let isBegun = demarche.suivre(cycle)
    let noted = demarche.noterPassage(
      known.id, etape: "comite", rang: nil, de: cycle, signature, ids: &ids
    ) { _ in }
    #expect(!isBegun && noted == nil)
    #expect(text(demarche) == Self.old)
  }

  @Test func `the first edit of the cycle makes a passage of it, and keeps what was read`() throws {
    var demarche = try older()
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    let read = try #require(demarche.suivi(de: cycle)?.passages.first)
    let id = demarche.noterPassage(nil, etape: "rapport", rang: 1, de: cycle, signature, ids: &ids)
    {
      $0.faitLe = signature.jour
    }
    #expect(id != nil && demarche.identifiant.delivreLe == nil)
    #expect(!text(demarche).contains("identifiant\":"))
    let passages = demarche.cycles[0].passages
    #expect(passages.first == read && passages.last?.id == id && passages.count == 2)
    #expect(demarche.cycles[0].modele == "pas-de-calais" && demarche.cycles[0].edition == "2015")
    #expect(demarche.historique.map(\.quoi) == ["passage"])
    #expect(demarche.historique.first?.apres == .texte("2026-11-29"))
    #expect(demarche.reconnuDepuis(le: signature.jour) == Day(iso: "2025-12-12"))
    // Taken out, the passage of an older file is gone too.
    var other = try older()
    let isGone = other.supprimerPassage(read.id, parmi: [cycle], signature)
    #expect(isGone)
    #expect(other.identifiant.delivreLe == nil && other.cycles[0].passages.isEmpty)
  }

  @Test func `two machines that note the same étape apart make one passage`() throws {
    let base = try older()
    let cycle = try shippedCycle()
    func noted(_ seed: UInt64, _ fill: (inout Passage) -> Void) -> Demarche {
      var side = base
      var ids = IDGenerator(seed: seed)
      side.noterPassage(nil, etape: "candidature", rang: nil, de: cycle, signature, ids: &ids, fill)
      return side
    }
    let ours = noted(1) { $0.faitLe = Day(iso: "2025-10-06") }
    let theirs = noted(2) { $0.destinataire = "ess@pasdecalais.fr" }
    let merged = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    #expect(merged.conflicts.isEmpty && merged.merged.cycles.count == 1)
    let passages = merged.merged.cycles[0].passages
    #expect(passages.map(\.etape).sorted { ($0 ?? "") < ($1 ?? "") } == ["candidature", "comite"])
    let one = try #require(passages.first { $0.etape == "candidature" })
    #expect(one.faitLe != nil && one.destinataire != nil)
    #expect(merged.merged.identifiant.delivreLe == nil)
  }

  @Test func `a decision is a passage more, and leaves its word in the historique`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    for (day, issue) in [("2025-12-04", Cycle.Etape.Issue.ajourne), ("2025-12-12", .delivre)] {
      demarche.noterPassage(nil, etape: "comite", rang: nil, de: cycle, signature, ids: &ids) {
        ($0.faitLe, $0.issue) = (Day(iso: day), issue)
      }
    }
    let passages = demarche.cycles[0].passages
    #expect(passages.map(\.issue) == [.ajourne, .delivre] && Set(passages.map(\.id)).count == 2)
    #expect(
      demarche.historique.map(\.quoi) == ["passage", "passage-issue", "passage", "passage-issue"])
    #expect(demarche.historique.allSatisfy { $0.qui == "hv" })
  }

  @Test func `a cycle is followed no more only while nothing is noted of it`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle("parcours-usagers")
    var ids = IDGenerator(seed: 1)
    let begun = [demarche.suivre(cycle), demarche.suivre(cycle)]
    #expect(begun == [true, false])
    let isLeft = demarche.nePlusSuivre(demarche.cycles[0].id)
    #expect(isLeft && demarche.cycles.isEmpty)
    demarche.suivre(cycle)
    demarche.noterPassage(nil, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids) {
      $0.faitLe = signature.jour
    }
    let isLeftNow = demarche.nePlusSuivre(demarche.cycles[0].id)
    #expect(!isLeftNow && demarche.cycles.count == 1)
  }

  @Test func `a journée has a séance of its own, beside the one at work that day`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    let work = demarche.ouvrirSeance(signature.jour, ids: &ids)
    let id = try #require(
      demarche.noterPassage(nil, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids) {
        $0.faitLe = signature.jour
      })
    demarche.tenirJournee(id, presents: ["hv"], "Journée 1", de: cycle, ids: &ids)
    let seance = try #require(demarche.seances.last)
    #expect(demarche.seances.count == 2 && seance.id != work)
    #expect(seance.genre == .accompagnement && seance.presents == ["hv"])
    #expect(demarche.cycles[0].passages[0].seance == seance.id)
    // The séance of the day is still the one at work.
    let again = demarche.ouvrirSeance(signature.jour, ids: &ids)
    #expect(again == work)
    // Held on another day, the same séance moves with it.
    demarche.noterPassage(id, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids) {
      $0.faitLe = Day(iso: "2026-11-20")
    }
    demarche.tenirJournee(id, presents: nil, "Journée 1", de: cycle, ids: &ids)
    #expect(demarche.seances.count == 2 && demarche.seances.last?.date == Day(iso: "2026-11-20"))
    #expect(demarche.seances.last?.presents == ["hv"])
    // What was promised at work before it is still seen again, kept or not.
    var promesse = Seance.Promesse()
    promesse.etat = .tenue
    demarche.ajouterPromesse(promesse, aSeance: work, ids: &ids)
    demarche.seances[0].date = Day(iso: "2026-11-01")
    #expect(demarche.promessesARevoir(le: signature.jour).count == 1)
    // Taken out, nothing leads to it.
    demarche.supprimerSeance(seance.id)
    #expect(demarche.cycles[0].passages[0].seance == nil)
  }

  @Test func `a journée noted again is the same séance, and moves when that moves`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    func hold() throws -> String {
      let id = demarche.noterPassage(
        nil, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids
      ) { $0.faitLe = signature.jour }
      let known = try #require(id)
      demarche.tenirJournee(known, presents: ["hv"], "Journée 1", de: cycle, ids: &ids)
      return known
    }
    demarche.supprimerPassage(try hold(), parmi: [cycle], signature)
    _ = try hold()
    #expect(demarche.seances.count == 1 && demarche.seances[0].presents == ["hv"])
    let seance = demarche.seances[0].id
    let day = try #require(Day(iso: "2026-11-20"))
    demarche.seances[0].date = day
    demarche.suivreSeance(seance, depuis: signature.jour, signature)
    #expect(demarche.cycles[0].passages[0].faitLe == day)
    #expect(demarche.historique.last?.quoi == "passage")
    // One that was said to be on another day than its séance stays there.
    demarche.seances[0].date = signature.jour
    demarche.suivreSeance(seance, depuis: Day(iso: "2026-11-21"), signature)
    #expect(demarche.cycles[0].passages[0].faitLe == day)
  }

  @Test func `two machines that hold the same journée apart make one séance`() throws {
    let base = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle()
    func held(_ seed: UInt64, by person: String) throws -> Demarche {
      var side = base
      var ids = IDGenerator(seed: seed)
      let id = side.noterPassage(
        nil, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids
      ) { $0.faitLe = signature.jour }
      side.tenirJournee(
        try #require(id), presents: [person], "Journée 1", de: cycle, ids: &ids)
      return side
    }
    let merged = try Demarche.merge(
      base: base, ours: held(1, by: "hv"), theirs: held(2, by: "lb"))
    #expect(merged.conflicts.isEmpty && merged.merged.seances.count == 1)
    #expect(Set(merged.merged.seances[0].presents) == ["hv", "lb"])
  }

  @Test func `a séance on a day to come has no journée that is held`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    let cycle = try shippedCycle()
    var ids = IDGenerator(seed: 1)
    let noted = demarche.noterPassage(
      nil, etape: "jour-1", rang: nil, de: cycle, signature, ids: &ids
    ) { $0.faitLe = signature.jour }
    demarche.tenirJournee(
      try #require(noted), presents: ["hv"], "Journée 1", de: cycle, ids: &ids)
    let seance = demarche.seances[0].id
    for (day, isHeld) in [("2027-01-20", false), ("2027-02-20", false), ("2026-11-20", true)] {
      let before = demarche.seances[0].date
      demarche.seances[0].date = Day(iso: day)
      demarche.suivreSeance(seance, depuis: before, signature)
      let passage = demarche.cycles[0].passages[0]
      #expect(passage.faitLe == (isHeld ? Day(iso: day) : nil), "\(day)")
      #expect(isHeld || passage.prevuLe == Day(iso: day), "\(day)")
    }
  }

  @Test func `a copy without names says neither who, nor why, nor under which number`() throws {
    let file = try #require(FrozenFile.all.first { $0.name == "cycle.dpes.json" })
    var demarche = try Demarche(file: JSONValue.parse(file.bytes))
    demarche.participants[0].nom = "Hélène Vasseur"
    var retour = Retour()
    (retour.id, retour.texte) = ("r", "Hélène Vasseur le reprendra au budget.")
    demarche.retours = [retour]
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.complet, ids: &ids)
    for word in [
      "Mission ESS", "Envoyé avec les comptes", "Comptes joints", "62-0147", "Bien reçu", "Anne",
      "Présidente", "Dons (42)", "Vasseur",
    ] {
      #expect(text(demarche).contains(word) && !text(copy).contains(word), "\(word)")
    }
    let passage = try #require(copy.cycles.first?.passages.first)
    #expect(passage.faitLe != nil && passage.issue == .delivre && passage.seance != nil)
    #expect(copy.retours.first?.texte?.hasSuffix("le reprendra au budget.") == true)
    #expect(copy.charte.signeeLe != nil)
  }

  @Test func `what leads to a palier or an observation goes with it`() throws {
    let file = try #require(FrozenFile.all.first { $0.name == "accompagnement.dpes.json" })
    var demarche = try Demarche(file: JSONValue.parse(file.bytes))
    let observation = demarche.cercles[0].observations[0].id
    demarche.supprimerPalier("haccompagn2", signature)
    #expect(demarche.notes[0].palier == nil && demarche.notes[0].tension != nil)
    #expect(demarche.seances[0].promesses[0].palier == nil)
    #expect(demarche.seances[0].demandes[0].palier == nil)
    demarche.supprimerObservation(observation, signature)
    #expect(demarche.retours[0].observation == nil && demarche.retours[0].texte != nil)
    #expect(demarche.constats([.lienRompu]).isEmpty)
  }
}
