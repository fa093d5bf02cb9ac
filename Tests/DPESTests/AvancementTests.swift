import DPES
import JSONTree
import Testing

/// Start of every schéma here, unless it says otherwise: columns end on 30 June and 31 December.
private let debut = "2026-01-01"

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

/// One réalisé of a table: its column, what it says, and its date if it has one.
struct Entry: Sendable, CustomTestStringConvertible {
  let mois: Int
  let statut: Realise.Statut?
  let date: String?

  init(_ mois: Int, _ statut: Realise.Statut?, _ date: String? = nil) {
    self.mois = mois
    self.statut = statut
    self.date = date
  }

  var testDescription: String { "\(mois) \(statut?.rawValue ?? "-") \(date ?? "")" }
}

func indicateur(
  _ entries: [Entry], objectifs: [Int: ObjectifEcrit] = [:]
) throws -> Indicateur {
  var indicateur = Indicateur()
  indicateur.id = "i1"
  for entry in entries {
    var realise = Realise()
    realise.statut = entry.statut
    realise.date = try entry.date.map(day)
    indicateur.realises[entry.mois] = realise
  }
  for (mois, objectif) in objectifs { indicateur.objectifs[mois] = objectif }
  return indicateur
}

private func schema(
  _ paliers: [Palier], debut start: String? = debut, dureeMois: Int = 36,
  intermediaireMois: Int = 18
) throws -> SchemaDeProgres {
  var schema = SchemaDeProgres()
  schema.debut = try start.map(day)
  schema.dureeMois = dureeMois
  schema.intermediaireMois = intermediaireMois
  schema.paliers = paliers
  return schema
}

func palier(
  _ echeanceMois: Int?, _ indicateurs: [Indicateur] = [], atteintLe: String? = nil
) throws -> Palier {
  var palier = Palier()
  palier.echeanceMois = echeanceMois
  palier.indicateurs = indicateurs
  palier.atteintLe = try atteintLe.map(day)
  return palier
}

/// One palier due at 12 months, with one indicator, on a day.
func suivi(
  _ entries: [Entry], echeance: Int? = 12, objectifs: [Int: ObjectifEcrit] = [:], le jour: String,
  debut start: String? = debut
) throws -> Avancement.ParIndicateur {
  let schema = try schema(
    [palier(echeance, [indicateur(entries, objectifs: objectifs)])], debut: start)
  return try #require(
    Avancement(schema, le: day(jour))[.utilite].paliers.first?.indicateurs.first)
}

@Suite struct PeriodeTests {
  @Test(arguments: [
    ("2026-01-01", [6: "2026-01-01 2026-06-30", 36: "2028-07-01 2028-12-31"]),
    // The day is clamped to the month's end, in a leap year and out of one.
    (
      "2026-08-31",
      [
        6: "2026-08-31 2027-02-27", 12: "2027-02-28 2027-08-30", 18: "2027-08-31 2028-02-28",
        24: "2028-02-29 2028-08-30",
      ]
    ),
    ("2024-02-29", [6: "2024-02-29 2024-08-28", 12: "2024-08-29 2025-02-27"]),
    ("2023-08-30", [6: "2023-08-30 2024-02-28", 12: "2024-02-29 2024-08-29"]),
  ])
  func `a period runs to the day before the next one (R1)`(start: String, expected: [Int: String])
    throws
  {
    let schema = try schema([], debut: start)
    for (mois, days) in expected {
      let periode = schema.periode(mois)
      #expect("\(periode.debut?.iso ?? "") \(periode.fin?.iso ?? "")" == days)
    }
  }

  @Test func `whatever the start, periods follow each other without a gap (R1)`() throws {
    let first = try day("2023-01-01").number
    for number in first..<first + 1500 {
      var schema = SchemaDeProgres()
      schema.debut = Day(number: number)
      let periodes = schema.periodes
      #expect(periodes.first?.debut == schema.debut)
      for (earlier, later) in zip(periodes, periodes.dropFirst())
      where earlier.fin?.adding(days: 1) != later.debut {
        Issue.record("\(earlier) then \(later)")
      }
    }
  }

  @Test(
    arguments: [
      (36, [], 36), (24, [], 24), (27, [], 30), (18, [9], 18), (36, [36], 36), (36, [37], 42),
      (36, [9, 40, nil, 12], 42), (24, [60], 60), (0, [], 6), (-5, [nil], 6), (1, [], 6),
      (36, [1_000_000], 600), (Int.max, [Int.max], 600),
    ] as [(Int, [Int?], Int)])
  func `columns go up to the duration, or the latest deadline (R1)`(
    dureeMois: Int, echeances: [Int?], last: Int
  ) throws {
    let schema = try schema(echeances.map { try palier($0) }, dureeMois: dureeMois)
    #expect(schema.periodes.map(\.mois) == Array(stride(from: 6, through: last, by: 6)))
  }

  @Test(arguments: 1...60)
  func `a deadline belongs to the first column that is not before it`(mois: Int) throws {
    let expected = try #require([6, 12, 18, 24, 30, 36, 42, 48, 54, 60].first { $0 >= mois })
    #expect(Periode.colonne(deEcheance: mois) == expected)
  }

  @Test(arguments: [(0, 6), (-3, 6), (Int.min, 6), (601, 600), (Int.max, 600)])
  func `a deadline out of bounds belongs to the nearest column`(mois: Int, column: Int) {
    #expect(Periode.colonne(deEcheance: mois) == column)
  }
}

@Suite struct TenuTests {
  @Test(
    arguments: [
      ([], "2028-12-31", false, false),
      ([Entry(6, .atteint, "2026-03-10")], "2026-03-09", false, false),
      ([Entry(6, .atteint, "2026-03-10")], "2026-03-10", true, false),
      ([Entry(6, .verifie, "2026-03-10")], "2026-03-10", true, false),
      ([Entry(6, .partiel, "2026-03-10")], "2026-12-31", false, false),
      // Without a date: from the column's end on.
      ([Entry(6, .atteint)], "2026-06-29", false, false),
      ([Entry(6, .atteint)], "2026-06-30", true, false),
      ([Entry(42, .atteint)], "2029-06-29", false, false),
      ([Entry(42, .atteint)], "2029-06-30", true, false),
      // Lost: once held, and no more, were it in part.
      (
        [Entry(6, .atteint, "2026-03-10"), Entry(12, .nonAtteint, "2026-09-10")], "2026-09-09",
        true, false
      ),
      (
        [Entry(6, .atteint, "2026-03-10"), Entry(12, .nonAtteint, "2026-09-10")], "2026-09-10",
        false, true
      ),
      (
        [Entry(6, .verifie, "2026-03-10"), Entry(12, .partiel, "2026-09-10")], "2026-09-10",
        false, true
      ),
      (
        [Entry(6, .atteint), Entry(12, .nonAtteint), Entry(18, .verifie)], "2027-06-30", true, false
      ),
      ([Entry(6, .nonAtteint), Entry(12, .atteint)], "2026-12-31", true, false),
      // What nobody checked and what does not apply are left aside.
      ([Entry(6, .atteint), Entry(12, .nonVerifie)], "2026-12-31", true, false),
      ([Entry(6, .atteint), Entry(12, .nonConcerne)], "2026-12-31", true, false),
      ([Entry(6, .atteint), Entry(12, nil)], "2026-12-31", true, false),
      (
        [Entry(6, .atteint), Entry(12, .nonAtteint), Entry(18, .nonVerifie)], "2027-06-30",
        false, true
      ),
      ([Entry(6, .nonConcerne), Entry(12, .nonVerifie)], "2026-12-31", false, false),
      // The order of the columns counts, not that of the dates.
      (
        [Entry(6, .atteint, "2027-01-05"), Entry(12, .nonAtteint, "2026-09-01")], "2027-01-04",
        false, false
      ),
      (
        [Entry(6, .atteint, "2027-01-05"), Entry(12, .nonAtteint, "2026-09-01")], "2027-01-05",
        false, true
      ),
      // Ahead of its period.
      ([Entry(18, .atteint, "2026-02-01")], "2026-02-01", true, false),
    ] as [([Entry], String, Bool, Bool)])
  func `an indicator is held, or lost, by its last réalisé that counts (R2)`(
    entries: [Entry], jour: String, estTenu: Bool, estPerdu: Bool
  ) throws {
    let suivi = try suivi(entries, le: jour)
    #expect([suivi.estTenu, suivi.estPerdu] == [estTenu, estPerdu])
  }

  @Test func `without a start, a réalisé without a date counts at once`() throws {
    #expect(try suivi([Entry(6, .atteint)], le: "2026-01-01", debut: nil).estTenu)
  }

  @Test(
    arguments: [
      ([[]], false),
      ([[Entry(6, .atteint)]], true),
      ([[Entry(6, .atteint)], [Entry(6, .partiel)]], false),
      ([[Entry(6, .atteint)], []], false),
      ([[Entry(6, .atteint)], [Entry(6, .verifie)]], true),
      ([[Entry(6, .atteint)], [Entry(6, .nonConcerne)]], true),
      ([[Entry(6, .nonConcerne)]], true),
      ([[Entry(6, .nonConcerne), Entry(12, .nonVerifie)]], true),
      ([[Entry(6, .nonConcerne), Entry(12, nil)]], true),
      ([[Entry(6, .nonConcerne), Entry(12, .partiel)]], false),
      ([[Entry(6, .partiel), Entry(12, .nonConcerne)]], true),
      ([[Entry(6, .atteint), Entry(12, .nonAtteint)]], false),
      ([[Entry(24, .nonConcerne)]], false),
    ] as [([[Entry]], Bool)])
  func `a palier is held when each indicator is held or non concerné (R3)`(
    indicateurs: [[Entry]], estTenu: Bool
  ) throws {
    let schema = try schema([palier(12, indicateurs.map { try indicateur($0) })])
    let palier = try Avancement(schema, le: day("2027-01-15"))[.utilite].paliers.first
    #expect(palier?.estTenu == estTenu)
  }

  @Test(
    arguments: [
      (nil, "2027-01-15", false), ("2026-05-02", "2026-05-01", false),
      ("2026-05-02", "2026-05-02", true), ("2026-05-02", "2027-01-15", true),
    ] as [(String?, String, Bool)])
  func `a palier without indicator is held from the day it was declared (R3)`(
    atteintLe: String?, jour: String, estTenu: Bool
  ) throws {
    let schema = try schema([palier(12, atteintLe: atteintLe)])
    #expect(try Avancement(schema, le: day(jour))[.utilite].paliers.first?.estTenu == estTenu)
  }

  @Test(
    arguments: [
      ([], nil, "2026-12-31", .aVenir), ([], nil, "2027-01-01", .enRetard),
      ([], "2026-05-02", "2027-01-01", .tenu),
      ([[]], nil, "2026-12-31", .aVenir), ([[]], nil, "2027-01-01", .enRetard),
      ([[Entry(6, .partiel)], []], nil, "2026-12-31", .partiel),
      ([[Entry(6, .atteint)], []], nil, "2026-12-31", .partiel),
      ([[Entry(6, .partiel)]], nil, "2027-01-01", .enRetard),
      ([[Entry(12, .atteint)]], nil, "2026-12-31", .tenu),
      // A loss is said before a delay, and what is held before both.
      ([[Entry(6, .atteint), Entry(12, .nonAtteint)]], nil, "2027-01-01", .perdu),
      ([[Entry(12, .atteint)]], nil, "2028-12-31", .tenu),
    ] as [([[Entry]], String?, String, Avancement.ParPalier.Etat)])
  func `a palier due at 12 months shows where it stands`(
    indicateurs: [[Entry]], atteintLe: String?, jour: String, etat: Avancement.ParPalier.Etat
  ) throws {
    let schema = try schema([
      palier(12, indicateurs.map { try indicateur($0) }, atteintLe: atteintLe)
    ])
    #expect(try Avancement(schema, le: day(jour))[.utilite].paliers.first?.etat == etat)
  }

  @Test func `with indicators, the day it was declared says nothing (R3)`() throws {
    let schema = try schema([palier(12, [indicateur([])], atteintLe: "2026-02-01")])
    #expect(try Avancement(schema, le: day("2026-05-01"))[.utilite].paliers.first?.estTenu == false)
  }
}

@Suite struct NiveauTests {
  @Test(arguments: 0..<32)
  func `the level counts the paliers held without a gap from the first (R4)`(held: Int) throws {
    let isHeld = (0..<5).map { held >> $0 & 1 == 1 }
    let schema = try schema(
      isHeld.map { try palier(12, atteintLe: $0 ? "2026-02-01" : nil) })
    let expected = (0...5).last { level in isHeld.prefix(level).allSatisfy { $0 } }
    let axis = try Avancement(schema, le: day("2026-03-01"))[.utilite]
    #expect(axis.actuel == expected)
    #expect(axis.paliers.map(\.estTenu) == isHeld)
  }

  @Test func `the level falls when a lower palier is lost (R4)`() throws {
    let lost = [Entry(6, .atteint), Entry(12, .nonAtteint)]
    let schema = try schema([
      palier(6, [indicateur([Entry(6, .atteint)])]), palier(6, [indicateur(lost)]),
      palier(12, [indicateur([Entry(6, .atteint)])]),
    ])
    #expect(try Avancement(schema, le: day("2026-07-01"))[.utilite].actuel == 3)
    #expect(try Avancement(schema, le: day("2026-12-31"))[.utilite].actuel == 1)
  }

  @Test(
    arguments: [
      ([], 18, 36, 0, 0),
      ([6, 12, 24, 36], 18, 36, 2, 4), ([18, 36], 18, 36, 1, 2), ([19, 37], 18, 36, 0, 1),
      ([9], 18, 36, 1, 1), ([20, 6, 12], 18, 36, 0, 3), ([6, nil, 12], 18, 36, 1, 1),
      ([nil, 6], 18, 36, 0, 0), ([40, 6], 18, 36, 0, 0), ([6, 12, 24], 12, 24, 2, 3),
      ([6, 12, 24], 6, 12, 1, 2),
    ] as [([Int?], Int, Int, Int, Int)])
  func `a planned level counts the deadlines met by then (R5)`(
    echeances: [Int?], intermediaireMois: Int, dureeMois: Int, intermediaire: Int, cible: Int
  ) throws {
    let schema = try schema(
      echeances.map { try palier($0) }, dureeMois: dureeMois, intermediaireMois: intermediaireMois)
    let axis = try Avancement(schema, le: day("2026-03-01"))[.utilite]
    #expect([axis.intermediaire, axis.cible] == [intermediaire, cible])
  }

  @Test(
    arguments: [
      ([], true, true), ([6], false, true), ([24], true, false), ([6, 24], false, false),
    ] as [([Int], Bool, Bool)])
  func `a profile says when it is the previous one on every axis (R5)`(
    echeances: [Int], intermediaireEstActuel: Bool, cibleEstIntermediaire: Bool
  ) throws {
    let avancement = try Avancement(
      schema(echeances.map { try palier($0) }), le: day("2026-03-01"))
    #expect(avancement[.intermediaire].estLePrecedent == intermediaireEstActuel)
    #expect(avancement[.cible].estLePrecedent == cibleEstIntermediaire)
  }

  @Test func `ranks order the paliers of an axis, and those without one come last`() throws {
    let ranks: [Int?] = [3, nil, 1, 1, nil, 2]
    let schema = try schema(
      ranks.enumerated().map { index, rang in
        var palier = try palier(12)
        palier.id = "p\(index)"
        palier.rang = rang
        return palier
      })
    let paliers = try Avancement(schema, le: day("2026-03-01"))[.utilite].paliers
    #expect(paliers.map(\.palier.id) == ["p2", "p3", "p5", "p0", "p1", "p4"])
    #expect(paliers.map(\.rang) == [1, 2, 3, 4, 5, 6])
  }

  @Test func `the example stands where it says at month 14`() throws {
    let demarche = try exampleDemarche()
    let jour = try #require(demarche.schema.debut).adding(months: 14)
    let avancement = Avancement(demarche.schema, le: jour)
    #expect(avancement.moisCourant == 14)
    #expect(avancement.periodeCourante?.mois == 18)
    #expect(
      avancement.axes.map { "\($0.axe.lettre) \($0.actuel) \($0.intermediaire) \($0.cible)" }
        == ["U 2 2 4", "P 2 3 5", "D 1 3 4", "T 2 4 4"])
    #expect(
      avancement.axes.map { $0.paliers.map(\.etat) } == [
        [.tenu, .tenu, .partiel, .partiel],
        [.tenu, .tenu, .echu, .sansObjet, .partiel],
        [.tenu, .perdu, .tenu, .aVenir],
        [.tenu, .tenu, .enRetard, .partiel],
      ])
  }
}
