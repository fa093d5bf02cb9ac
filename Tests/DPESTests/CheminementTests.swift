import DPES
import Foundation
import JSONTree
import Testing

/// The rules of the cycle, R8 to R11, by days and passages (the cases of the design's reference).
@Suite struct CheminementTests {
  private func cycle(_ name: String) throws -> Cycle {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/cycles/\(name).json").standardized
    return try Cycle(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
  }

  private func passage(
    _ etape: String, _ fait: String?, _ issue: Cycle.Etape.Issue? = nil, rang: Int? = nil,
    numero: String? = nil, prepare: String? = nil, repondu: String? = nil, prevu: String? = nil
  ) -> Passage {
    var passage = Passage()
    passage.id = "\(etape)-\(fait ?? prevu ?? "x")"
    passage.etape = etape
    passage.faitLe = fait.flatMap(Day.init(iso:))
    passage.prevuLe = prevu.flatMap(Day.init(iso:))
    passage.prepareLe = prepare.flatMap(Day.init(iso:))
    passage.reponduLe = repondu.flatMap(Day.init(iso:))
    (passage.issue, passage.rang, passage.numero) = (issue, rang, numero)
    return passage
  }

  private var delivered: [Passage] {
    [
      passage("candidature", "2025-10-06"), passage("instruction", "2025-11-05"),
      passage("comite", "2025-12-04", .ajourne),
      passage("comite", "2025-12-12", .delivre, numero: "62-0147"),
      passage("jour-1", "2026-04-09"), passage("jour-2", "2026-04-10"),
      passage("jour-3", "2026-05-12"), passage("jour-4", "2026-06-16"),
      passage("jour-5", "2026-07-07"), passage("charte", "2026-01-20"),
    ]
  }

  private func at(_ day: String, _ passages: [Passage], _ name: String = "pas-de-calais") throws
    -> Cheminement
  {
    var suivi = CycleSuivi()
    suivi.passages = passages
    return Cheminement(suivi, try cycle(name), le: try #require(Day(iso: day)))
  }

  /// `rapport 1 2026-12-12 à préparer`, of those that are still expected.
  private func expected(_ cheminement: Cheminement) -> [String] {
    cheminement.lignes.filter { !$0.etat.estFini }.map { ligne in
      let rang = ligne.rang.map { " \($0)" } ?? ""
      return "\(ligne.etape.code)\(rang) \(ligne.jour?.iso ?? "") \(ligne.etat.mot)"
    }
  }

  @Test(
    arguments: [
      (
        "2026-11-29",
        [
          "jour-6 2027-01-07 à venir", "rapport 1 2026-12-12 à préparer",
          "renouvellement 2027-12-12 à venir",
        ]
      ),
      (
        "2026-12-20",
        [
          "jour-6 2027-01-07 à venir", "rapport 1 2026-12-12 en retard",
          "rapport 2 2027-12-12 à venir", "renouvellement 2027-12-12 à venir",
        ]
      ),
      (
        "2028-01-15",
        [
          "jour-6 2027-01-07 en retard", "rapport 1 2026-12-12 en retard",
          "rapport 2 2027-12-12 en retard", "rapport 3 2028-12-12 à venir",
          "renouvellement 2027-12-12 en retard",
        ]
      ),
    ])
  func `what is late stays late until it is sent`(day: String, lines: [String]) throws {
    let cheminement = try at(day, delivered)
    #expect(cheminement.reconnaissance.etat == .delivree)
    #expect(cheminement.reconnaissance.numero == "62-0147")
    #expect(expected(cheminement) == lines)
  }

  @Test func `a renewal moves the next one, and the reports keep the first clock`() throws {
    let passages =
      delivered + [
        passage("rapport", "2026-12-10", rang: 1, repondu: "2027-02-01"),
        passage("renouvellement", "2027-12-09", .renouvele),
      ]
    let cheminement = try at("2028-01-15", passages)
    #expect(
      expected(cheminement).suffix(3) == [
        "rapport 2 2027-12-12 en retard", "rapport 3 2028-12-12 à venir",
        "renouvellement 2029-12-09 à venir",
      ])
    let report = try #require(cheminement.lignes.first { $0.rang == 1 })
    #expect(report.etat == .repondu && report.jour == Day(iso: "2026-12-10"))
    // The renewal that was given stays told.
    let renewals = cheminement.lignes.filter { $0.etape.code == "renouvellement" }
    #expect(renewals.map(\.etat) == [.fait, .aVenir])
  }

  @Test func `once it is taken back nothing is due, and what was done stays told`() throws {
    let passages =
      delivered + [
        passage("rapport", "2026-12-10", rang: 1), passage("comite", "2028-03-02", .retire),
      ]
    let cheminement = try at("2028-04-01", passages)
    #expect(cheminement.reconnaissance.etat == .retiree(try #require(Day(iso: "2028-03-02"))))
    #expect(cheminement.reconnaissance.numero == nil)
    let left = expected(cheminement).filter { $0.hasPrefix("rapport") || $0.hasPrefix("renouv") }
    #expect(left.isEmpty)
    #expect(cheminement.lignes.contains { $0.etape.code == "rapport" && $0.etat == .fait })
  }

  @Test(
    arguments: [
      ("2025-10-01", "rien"), ("2025-10-06", "demandee"), ("2025-12-04", "ajournee"),
      ("2025-12-12", "delivree"),
    ])
  func `a day only knows what was done until it`(day: String, word: String) throws {
    #expect("\(try at(day, delivered).reconnaissance.etat)".hasPrefix(word))
  }

  @Test func `a renewal that is put off leaves it due, one without a delivery is none`() throws {
    let off = try at(
      "2028-01-15", delivered + [passage("renouvellement", "2027-12-20", .ajourne)])
    #expect(expected(off).contains("renouvellement 2027-12-12 en retard"))
    let none = try at("2026-01-15", [passage("renouvellement", "2026-01-02", .renouvele)])
    #expect(none.reconnaissance.etat == .rien)
    #expect(!expected(none).contains { $0.hasPrefix("renouvellement") })
  }

  @Test func `what is prepared, of no concern or planned says so`() throws {
    let cheminement = try at(
      "2026-11-29",
      delivered + [
        passage("rapport", nil, rang: 1, prepare: "2026-11-28"),
        passage("jour-6", nil, .sansObjet),
      ])
    #expect(
      expected(cheminement) == [
        "rapport 1 2026-12-12 préparé", "renouvellement 2027-12-12 à venir",
      ])
    let planned = try at("2026-11-29", delivered + [passage("jour-6", nil, prevu: "2026-12-05")])
    #expect(expected(planned).first == "jour-6 2026-12-05 à venir")
  }

  @Test func `of two passages of one rank the later said counts`() throws {
    let cheminement = try at(
      "2026-11-29",
      delivered + [
        passage("rapport", nil, rang: 1, prevu: "2026-12-01"),
        passage("rapport", "2026-11-20", rang: 1),
      ])
    let reports = cheminement.lignes.filter { $0.etape.code == "rapport" && !$0.estEnTrop }
    #expect(reports.first?.etat == .fait && reports.first?.jour == Day(iso: "2026-11-20"))
  }

  @Test func `what one copy did and another only prepared is done, whichever comes first`() throws {
    let sent = passage("rapport", "2026-12-10", rang: 1)
    let ready = passage("rapport", nil, rang: 1, prepare: "2026-12-05")
    let held = passage("jour-6", "2026-12-11")
    let planned = passage("jour-6", nil, prevu: "2026-12-12")
    for passages in [[sent, ready, held, planned], [planned, ready, held, sent]] {
      let way = try at("2026-12-20", delivered + passages)
      for code in ["rapport", "jour-6"] {
        let lines = way.lignes.filter { $0.etape.code == code && ($0.rang ?? 1) == 1 }
        // Both can be opened, and say that there are two.
        #expect(lines.map(\.etat) == [.sansDate, .fait], "\(code)")
        let day = try #require(Day(iso: "2026-12-20"))
        #expect(lines.allSatisfy { $0.phrase(le: day).hasSuffix(", noté deux fois") })
      }
      #expect(!way.lignes.contains { $0.etat == .enRetard })
    }
  }

  @Test func `the months of a day that is not in a shorter month end with it`() throws {
    let cheminement = try at("2026-01-01", [passage("jour-5", "2025-08-31")])
    #expect(expected(cheminement).contains("jour-6 2026-02-28 à venir"))
  }

  @Test func `another network's cycle runs without a line of code`() throws {
    let path = try at(
      "2026-11-29", [passage("jour-1", "2026-09-01")], "parcours-richesses-humaines")
    #expect(path.reconnaissance.etat == .rien)
    #expect(path.lignes.map(\.etat) == [.fait, .sansDate, .sansDate, .sansDate])
    #expect(path.entreLesJournees?.avant.etape.code == "jour-2")
    let certificate = try at(
      "2026-11-29",
      [passage("diagnostic", "2026-09-01"), passage("audit", "2026-01-10", .delivre)],
      "coorace-cedre")
    #expect(
      expected(certificate) == [
        "plan 2026-12-01 à venir", "suivi 1 2027-01-10 à préparer",
        "renouvellement 2029-01-10 à venir",
      ])
  }

  @Test func `each référent who missed a journée is told, and nobody else`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    for (id, isReferent) in [("hv", true), ("sc", true), ("mb", false), ("yd", true)] {
      var one = Participant()
      (one.id, one.referent) = (id, isReferent)
      // Who has left misses nothing.
      if id == "yd" { one.departLe = Day(iso: "2026-03-01") }
      demarche.participants.append(one)
    }
    var (one, two) = (Seance(), Seance())
    (one.id, one.presents, two.id, two.presents) = ("s1", ["hv", "sc"], "s2", ["sc"])
    demarche.seances = [one, two]
    var passages = delivered
    passages[4].seance = "s1"
    passages[6].seance = "s2"
    let groups = PresencesDuCycle.groupes(
      try at("2026-11-29", passages), demarche)
    let group = try #require(groups.first)
    #expect(groups.count == 1 && group.journees == 6 && group.faites == 5)
    #expect(group.absences.map(\.participant) == ["hv"])
    #expect(group.absences.first?.jours == [try #require(Day(iso: "2026-05-12"))])
  }

  /// 2-8: a référent who comes later is not missed before.
  @Test
  func `a journée that two copies noted apart is one, and who is at one of its séances was there`()
    throws
  {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    var one = Participant()
    (one.id, one.referent) = ("hv", true)
    demarche.participants = [one]
    var passages = delivered
    for (place, presents) in [["hv"], []].enumerated() {
      var seance = Seance()
      (seance.id, seance.date, seance.presents) = ("s\(place)", Day(iso: "2027-01-12"), presents)
      demarche.seances.append(seance)
      var day = passage("jour-6", "2027-01-12")
      (day.id, day.seance) = ("d\(place)", "s\(place)")
      passages.append(day)
    }
    let way = try at("2027-02-01", passages)
    let group = try #require(PresencesDuCycle.groupes(way, demarche).first)
    #expect(group.phrase == "6 journées sur 6" && group.absences.isEmpty)
    #expect(way.lignes.filter { $0.etape.code == "jour-6" }.map(\.estEnTrop) == [true, false])
  }

  @Test func `nobody is absent before it was known that she follows the cycle`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai")
    for id in ["hv", "nr", "yd"] {
      var one = Participant()
      (one.id, one.referent) = (id, true)
      demarche.participants.append(one)
    }
    var passages = delivered
    for (index, day) in ["2026-04-09", "2026-04-10", "2026-05-12"].enumerated() {
      var seance = Seance()
      (seance.id, seance.date) = ("s\(index)", Day(iso: day))
      // One comes for the first time to the second journée, and misses the third.
      seance.presents = index == 1 ? ["hv", "nr"] : ["hv"]
      demarche.seances.append(seance)
      passages[4 + index].seance = seance.id
    }
    func missed(_ id: String) throws -> [String] {
      let groups = PresencesDuCycle.groupes(try at("2026-11-29", passages), demarche)
      return groups[0].absences.first { $0.participant == id }?.jours.map(\.iso) ?? []
    }
    #expect(try missed("nr") == ["2026-05-12"])
    // Of whom nothing is known, every day counts, until it is written when she was named.
    #expect(try missed("yd").count == 3)
    var before = demarche
    before.participants[2].referent = false
    let named = try #require(Day(iso: "2026-05-01"))
    let noon = try #require(Instant(iso: "2026-05-01T12:00:00Z"))
    demarche.tracerReferents(depuis: before, Signature(quand: noon, jour: named))
    #expect(demarche.historique.map(\.quoi) == ["referent"])
    #expect(try missed("yd") == ["2026-05-12"])
    #expect(try missed("hv").isEmpty)
  }

  /// 2-4: what was sent under an earlier recognition answers nothing of the new one.
  @Test func `recognised again, the reports count from 1 again`() throws {
    let passages = [
      passage("comite", "2020-03-01", .delivre), passage("rapport", "2021-02-20", rang: 1),
      passage("comite", "2022-03-01", .retire), passage("comite", "2024-06-01", .delivre),
    ]
    for (day, rapports) in [
      ("2021-06-01", ["rapport 2 2022-03-01 à venir"]), ("2023-01-01", []),
      ("2025-05-01", ["rapport 1 2025-06-01 à préparer"]),
      ("2025-07-01", ["rapport 1 2025-06-01 en retard", "rapport 2 2026-06-01 à venir"]),
    ] {
      let way = try at(day, passages)
      #expect(expected(way).filter { $0.hasPrefix("rapport") } == rapports, "\(day)")
      // What was sent stays told.
      #expect(way.lignes.contains { $0.jour?.iso == "2021-02-20" && $0.etat == .fait }, "\(day)")
    }
    let sent = try at("2025-07-01", passages + [passage("rapport", "2025-05-20", rang: 1)])
    #expect(
      expected(sent).filter { $0.hasPrefix("rapport") } == ["rapport 2 2026-06-01 à venir"])
  }

  @Test func `a document that is ready for no day of its own is prepared`() throws {
    let way = try at("2025-10-08", [passage("candidature", nil, prepare: "2025-10-06")])
    let line = try #require(way.lignes.first)
    let day = try #require(Day(iso: "2025-10-08"))
    #expect(line.etat == .prepare && line.phrase(le: day) == "préparé le 6 octobre 2025")
  }

  @Test(
    arguments: [
      ("2025-10-01", false, "Candidature"), ("2025-10-20", true, "Comité"),
      ("2025-12-05", true, "Comité"), ("2025-12-13", false, "Rapport annuel 1"),
    ])
  func `once it is asked, the decision is awaited, and comes next`(
    day: String, isAwaited: Bool, next: String
  ) throws {
    let passages = [
      passage("candidature", "2025-10-06"), passage("comite", "2025-12-04", .ajourne),
      passage("comite", "2025-12-12", .delivre),
    ]
    let way = try at(day, passages.filter { ($0.faitLe?.iso ?? "") <= day })
    let waiting = way.lignes.filter { $0.etape.code == "comite" && $0.passage == nil }
    #expect(waiting.map(\.etat) == (isAwaited ? [.sansDate] : []))
    let last = way.aSavoir(le: try #require(Day(iso: day))).last?.phrase
    #expect(last?.replacing("\u{A0}", with: " ").contains(next) == true, "\(last ?? "")")
  }

  @Test func `said to be done on a day to come, it is still to come, on that day`() throws {
    let way = try at("2026-12-01", delivered + [passage("jour-6", "2027-03-04")])
    let day = try #require(way.lignes.first { $0.etape.code == "jour-6" })
    // The data file gives this one a day of its own.
    #expect(day.etat == .aVenir && day.jour == Day(iso: "2027-01-07"))
    let begun = try at("2026-03-01", [passage("jour-1", "2026-04-09")])
    let first = try #require(begun.lignes.first { $0.etape.code == "jour-1" })
    #expect(first.etat == .aVenir && first.jour == Day(iso: "2026-04-09"))
  }

  @Test func `a passage of an étape that the data file does not name is kept apart`() throws {
    let cheminement = try at("2026-11-29", [passage("visite", "2026-01-01")])
    #expect(cheminement.inconnus.map(\.etape) == ["visite"])
    #expect(cheminement.lignes.allSatisfy { $0.passage == nil })
  }

  @Test(arguments: [
    "pas-de-calais", "coorace-cedre", "parcours-usagers", "parcours-richesses-humaines",
    "parcours-transition", "communaute-apprenante",
  ])
  func `what is shipped has no fault, says its source, and is written again as it stands`(
    name: String
  ) throws {
    let cycle = try cycle(name)
    #expect(cycle.fautes.isEmpty && cycle.id == name && !cycle.etapes.isEmpty)
    #expect(cycle.source != nil && cycle.licence != nil && cycle.others == Others())
    #expect(try Cycle(file: cycle.json) == cycle)
  }

  @Test(arguments: [0, -1, 600, 601, Int.max])
  func `months that nobody means stop nothing`(months: Int) throws {
    let text = """
      {"format": "dpes-cycle", "version": 1, "id": "c", "nom": "C", "etapes": [
       {"code": "avis", "titre": "Avis", "genre": "decision", "donne": ["delivre"]},
       {"code": "bilan", "titre": "Bilan", "depuis": "delivrance", "chaqueMois": \(months)},
       {"code": "fin", "titre": "Fin", "depuis": "derniere", "mois": \(months)}]}
      """
    let cycle = try Cycle(file: JSONValue.parse(Array(text.utf8)))
    var suivi = CycleSuivi()
    suivi.passages = [passage("avis", "0001-01-01", .delivre)]
    let day = try #require(Day(iso: "9999-12-31"))
    #expect(Cheminement(suivi, cycle, le: day).lignes.count <= 603)
  }
}
