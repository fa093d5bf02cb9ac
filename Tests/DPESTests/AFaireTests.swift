import DPES
import JSONTree
import Testing

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

/// What there is to do on a day: a palier due at so many months from 1 January 2026, one indicator.
private func lines(
  _ entries: [Entry] = [], echeance: Int? = 12, objectifs: [Int: ObjectifEcrit] = [:],
  le jour: String
) throws -> [AFaire.Ligne] {
  var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
  var one = try indicateur(entries, objectifs: objectifs)
  one.intitule = "Part des repas"
  one.responsable = "p1"
  demarche.schema.paliers = [try palier(echeance, [one])]
  return AFaire(demarche, Avancement(demarche.schema, le: try day(jour)), cycles: []).lignes
    .filter { $0.rubrique != .aClore }
}

extension AFaire.Ligne {
  /// `en-retard 12 atteindre 2026-12-31`.
  fileprivate var summary: String {
    let place: String =
      switch objet {
      case .indicateur(_, let mois): "\(mois)"
      case .palier: "palier"
      case .promesse(let id): id
      case .cloture(let mois): "\(mois), \(sansReponse)"
      case .passage: etape ?? ""
      case .cycle(let id), .carte(let id): id
      case .outil(let id): id
      }
    let rest = [objectif?.rawValue, suivi?.mot, quand?.iso].compactMap(\.self)
    return ([rubrique.rawValue, place] + rest).joined(separator: " ")
  }
}

@Suite struct AFaireTests {
  private struct Row: Sendable {
    let entries: [Entry]
    let echeance: Int?
    let jour: String
    let expected: [String]

    init(_ entries: [Entry], _ echeance: Int?, _ jour: String, _ expected: [String]) {
      self.entries = entries
      self.echeance = echeance
      self.jour = jour
      self.expected = expected
    }
  }

  private static let rows: [Row] = [
    // Nothing is due before its period.
    Row([], 12, "2026-06-30", []),
    // A deadline of 12 months falls on the day after its period: the period's last day counts.
    Row([], 12, "2026-07-01", ["a-atteindre 12 atteindre 2026-12-31"]),
    Row([], 12, "2026-11-30", ["a-atteindre 12 atteindre 2026-12-31"]),
    Row([], 12, "2026-12-01", ["ce-mois 12 atteindre 2026-12-31"]),
    Row([], 12, "2026-12-31", ["ce-mois 12 atteindre 2026-12-31"]),
    Row([], 12, "2027-01-01", ["en-retard 12 atteindre 2026-12-31"]),
    // One of 9 months is expected on its own day, which is past until the period is over: late then.
    Row([], 9, "2026-08-31", ["a-atteindre 12 atteindre 2026-09-30"]),
    Row([], 9, "2026-09-30", ["ce-mois 12 atteindre 2026-09-30"]),
    Row([], 9, "2026-10-01", ["echeance-passee 12 atteindre 2026-09-30"]),
    Row([], 9, "2026-12-31", ["echeance-passee 12 atteindre 2026-09-30"]),
    Row([], 9, "2027-01-01", ["en-retard 12 atteindre 2026-12-31"]),
    Row(
      [Entry(12, .partiel, "2026-09-01")], 9, "2026-10-02",
      ["echeance-passee 12 atteindre 2026-09-30"]
    ),
    Row([Entry(12, .atteint, "2026-09-01")], 9, "2026-10-02", []),
    // What is reached is to be checked in each period after.
    // Without a date, a réalisé counts from its column's end.
    Row([Entry(12, .atteint)], 12, "2026-12-30", ["ce-mois 12 atteindre 2026-12-31"]),
    Row([Entry(12, .atteint)], 12, "2026-12-31", []),
    Row([Entry(12, .atteint, "2026-12-01")], 12, "2026-12-31", []),
    Row([Entry(12, .atteint)], 12, "2027-01-01", ["a-verifier 18 verifier 2027-06-30"]),
    Row([Entry(12, .atteint)], 12, "2027-06-01", ["ce-mois 18 verifier 2027-06-30"]),
    Row([Entry(12, .atteint)], 12, "2027-07-01", ["en-retard 18 verifier 2027-06-30"]),
    // Nobody checked: it stays to be done, and is not lost.
    Row(
      [Entry(12, .atteint), Entry(18, .nonVerifie, "2027-02-01")], 12, "2027-03-01",
      ["a-verifier 18 verifier 2027-06-30"]
    ),
    // Lost: said once, with the day that it was said.
    Row(
      [Entry(12, .atteint), Entry(18, .nonAtteint, "2027-02-01")], 12, "2027-03-01",
      ["perdu 18 verifier 2027-02-01"]
    ),
    Row(
      [Entry(12, .atteint), Entry(18, .partiel, "2027-02-01"), Entry(24, .verifie, "2027-08-01")],
      12, "2027-09-01", []
    ),
    // Non concerné settles it, also what was lost before.
    Row([Entry(12, .nonConcerne, "2026-08-01")], 12, "2026-09-01", []),
    Row(
      [
        Entry(12, .atteint), Entry(18, .nonAtteint, "2027-02-01"),
        Entry(24, .nonConcerne, "2027-08-01"),
      ], 12, "2027-09-01", []
    ),
    // Without a deadline nothing is expected.
    Row([], nil, "2028-12-31", []),
  ]

  @Test(arguments: rows)
  private func `an indicator has one line, the most pressing`(row: Row) throws {
    #expect(
      try lines(row.entries, echeance: row.echeance, le: row.jour).map(\.summary) == row.expected)
  }

  @Test func `an exception to the objectives takes a line away, or adds one`() throws {
    let reached = [Entry(12, .atteint, "2026-12-01")]
    #expect(try lines(reached, objectifs: [18: .aucun], le: "2027-02-01").isEmpty)
    #expect(
      try lines(echeance: nil, objectifs: [18: .verifier], le: "2027-02-01").map(\.summary)
        == ["a-verifier 18 verifier 2027-06-30"])
  }

  @Test func `a line says where it stands, and who is in charge`() throws {
    let line = try #require(try lines(le: "2026-12-01").first)
    #expect(line.texte == "Part des repas" && line.axe == .utilite && line.rang == 1)
    #expect(line.qui == "p1" && !line.presse)
  }

  @Test(arguments: [
    ("2026-05-31", nil, ["a-atteindre palier atteindre 2026-06-30"]),
    ("2026-06-01", nil, ["ce-mois palier atteindre 2026-06-30"]),
    ("2026-07-01", nil, ["en-retard palier atteindre 2026-06-30"]),
    ("2026-07-01", "2026-07-01", []),
  ])
  func `a palier without indicator is to be declared reached`(
    jour: String, atteintLe: String?, expected: [String]
  ) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    demarche.schema.paliers = [try palier(6, atteintLe: atteintLe)]
    let afaire = AFaire(demarche, Avancement(demarche.schema, le: try day(jour)), cycles: [])
    #expect(afaire.lignes.filter { $0.rubrique != .aClore }.map(\.summary) == expected)
  }

  @Test(
    arguments: [
      // In the period nothing is to be closed; after it, until somebody does.
      ("2026-06-30", nil, []), ("2026-07-01", nil, ["a-clore 6, 1 2026-06-30"]),
      ("2027-01-01", nil, ["a-clore 6, 1 2026-06-30", "a-clore 12, 1 2026-12-31"]),
      ("2027-01-01", 6, ["a-clore 12, 1 2026-12-31"]),
    ] as [(String, Int?, [String])])
  func `a period that is over is to be closed, with the cells that say nothing`(
    jour: String, close: Int?, expected: [String]
  ) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    var held = try indicateur([Entry(6, .atteint), Entry(12, .verifie)])
    held.id = "held"
    demarche.schema.paliers = [try palier(6, [held, try indicateur([])])]
    if let close {
      try demarche.clorePeriode(
        close, Signature(quand: Instant(seconds: 0), jour: try day(jour)))
    }
    let afaire = AFaire(demarche, Avancement(demarche.schema, le: try day(jour)), cycles: [])
    let found = afaire.lignes.filter { $0.rubrique == .aClore }
    #expect(found.map(\.summary) == expected)
    #expect(found.allSatisfy { !$0.presse })
    // Nothing was expected: there is nothing to close.
    demarche.schema.paliers = []
    #expect(
      AFaire(demarche, Avancement(demarche.schema, le: try day(jour)), cycles: []).lignes.isEmpty)
  }

  @Test(
    arguments: [
      ("2026-12-31", nil), ("2027-01-01", 1), ("2027-01-31", 31), ("2027-12-31", 365),
    ] as [(String, Int?)])
  func `a late line says for how many days`(jour: String, expected: Int?) throws {
    let line = try #require(try lines(le: jour).first)
    #expect(line.joursDeRetard(le: try day(jour)) == expected)
  }

  @Test func `promises of the last séance say how they stand; a late one presses`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    var seance = Seance()
    seance.date = try day("2026-02-01")
    for (id, quand, etat) in [
      ("tenue", "2026-02-10", Seance.Promesse.Etat.tenue), ("passee", "2026-02-20", .ouverte),
      ("ouverte", "2026-04-01", .ouverte),
    ] {
      var promesse = Seance.Promesse()
      promesse.id = id
      promesse.quand = try day(quand)
      promesse.etat = etat
      seance.promesses.append(promesse)
    }
    demarche.seances = [seance]
    func afaire(_ jour: String) throws -> AFaire {
      AFaire(demarche, Avancement(demarche.schema, le: try day(jour)), cycles: [])
    }
    #expect(
      try afaire("2026-03-01").lignes.map(\.summary) == [
        "promesses tenue tenue 2026-02-10", "promesses passee en retard 2026-02-20",
        "promesses ouverte à venir 2026-04-01",
      ])
    #expect(try afaire("2026-03-01").presse && afaire("2026-03-01").attend)
    #expect(try !afaire("2026-02-15").presse && !afaire("2026-02-15").attend)
    // On the day of the séance itself there is no last one before it.
    #expect(try afaire("2026-02-01").lignes.isEmpty)
  }

  @Test func `lines come by what presses, then by date`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    let states: [(Int, [Entry])] = [
      (24, []), (9, [Entry(12, .atteint), Entry(18, .partiel, "2027-03-01")]), (12, []), (6, []),
      (18, [Entry(18, .atteint, "2027-02-01")]), (18, []), (6, [Entry(12, .verifie)]),
    ]
    demarche.schema.paliers = try states.enumerated().map { index, state in
      var one = try indicateur(state.1)
      one.id = "i\(index)"
      var palier = try palier(state.0, [one])
      palier.id = "p\(index)"
      palier.rang = index + 1
      return palier
    }
    let afaire = AFaire(
      demarche, Avancement(demarche.schema, le: try day("2027-05-15")), cycles: [])
    #expect(
      afaire.lignes.filter { $0.rubrique != .aClore }.map(\.summary) == [
        "perdu 18 verifier 2027-03-01", "en-retard 6 atteindre 2026-06-30",
        "en-retard 12 atteindre 2026-12-31", "a-verifier 18 verifier 2027-06-30",
        "a-atteindre 18 atteindre 2027-06-30",
      ])
  }
}
