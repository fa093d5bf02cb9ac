import DPES
import JSONTree
import Testing

@Suite struct ObjectifTests {
  /// Columns 6 to 36 of an indicator, as letters: a, v, or · for no objective.
  private func objectives(_ suivi: Avancement.ParIndicateur) -> String {
    suivi.cases.map {
      switch $0.objectif {
      case .atteindre: "a"
      case .verifier: "v"
      case nil: "·"
      }
    }
    .joined()
  }

  @Test(
    arguments: [
      (1, [:], "avvvvv"), (6, [:], "avvvvv"), (7, [:], "·avvvv"), (9, [:], "·avvvv"),
      (12, [:], "·avvvv"), (13, [:], "··avvv"), (36, [:], "·····a"), (nil, [:], "······"),
      (0, [:], "avvvvv"),
      // Exceptions: « aucun » removes, the others replace.
      (9, [18: .aucun, 30: .aucun], "·a·v·v"), (12, [12: .aucun], "··vvvv"),
      (12, [6: .atteindre, 12: .verifier], "avvvvv"), (nil, [12: .atteindre], "·a····"),
      (12, [7: .atteindre], "·avvvv"),
    ] as [(Int?, [Int: ObjectifEcrit], String)])
  func `reach in the deadline's column, then check, but for exceptions (R7)`(
    echeance: Int?, objectifs: [Int: ObjectifEcrit], expected: String
  ) throws {
    let suivi = try suivi([], echeance: echeance, objectifs: objectifs, le: "2026-01-01")
    #expect(objectives(suivi) == expected)
  }

  /// Column 12 of an indicator to be reached then, whose period is July to December 2026.
  @Test(
    arguments: [
      ([], "2026-06-30", .calme), ([], "2026-07-01", .due), ([], "2026-12-31", .due),
      ([], "2027-01-01", .enRetard),
      ([Entry(12, .partiel, "2026-08-01")], "2026-08-01", .due),
      ([Entry(12, .nonAtteint, "2026-08-01")], "2027-01-01", .enRetard),
      ([Entry(12, .nonVerifie, "2026-08-01")], "2027-01-01", .enRetard),
      ([Entry(12, nil, "2026-08-01")], "2027-01-01", .enRetard),
      ([Entry(12, .atteint, "2026-08-01")], "2026-07-31", .due),
      ([Entry(12, .atteint, "2026-08-01")], "2026-08-01", .calme),
      ([Entry(12, .verifie, "2026-08-01")], "2027-01-01", .calme),
      ([Entry(12, .nonConcerne, "2026-08-01")], "2027-01-01", .calme),
      // Entered after the period: late until then.
      ([Entry(12, .atteint, "2027-02-10")], "2027-02-09", .enRetard),
      ([Entry(12, .atteint, "2027-02-10")], "2027-02-10", .calme),
      // Tenu since, in a later column; or already, from an earlier one.
      ([Entry(18, .atteint, "2027-02-10")], "2027-02-09", .enRetard),
      ([Entry(18, .atteint, "2027-02-10")], "2027-02-10", .calme),
      ([Entry(12, .partiel), Entry(24, .verifie, "2027-08-01")], "2027-08-01", .calme),
      ([Entry(6, .atteint, "2026-03-01")], "2027-01-01", .calme),
      ([Entry(18, .partiel, "2027-02-10")], "2027-02-10", .enRetard),
      // Held since, then lost again: this cell stays settled, the loss shows in its own.
      ([Entry(18, .atteint), Entry(24, .nonAtteint)], "2027-12-31", .calme),
    ] as [([Entry], String, Avancement.Case.Etat)])
  func `a cell is due in its period, then late until settled (R6)`(
    entries: [Entry], jour: String, etat: Avancement.Case.Etat
  ) throws {
    #expect(try suivi(entries, le: jour).cases[1].etat == etat)
  }

  @Test func `a cell without objective is neither due nor late (R6)`() throws {
    let suivi = try suivi([], echeance: 12, objectifs: [18: .aucun], le: "2028-12-31")
    #expect(
      suivi.cases.map(\.etat) == [.calme, .enRetard, .calme, .enRetard, .enRetard, .due])
  }

  @Test func `without a start nothing is due, nor late`() throws {
    let suivi = try suivi([], le: "2028-12-31", debut: nil)
    #expect(suivi.cases.map(\.etat) == Array(repeating: .calme, count: 6))
  }

  @Test func `a cell shows the loss of what was held before it (R2)`() throws {
    let entries = [Entry(6, .atteint), Entry(12, .nonAtteint), Entry(18, .partiel)]
    let suivi = try suivi(entries, le: "2027-06-30")
    #expect(suivi.cases.map(\.estPerdue) == [false, true, true, false, false, false])
  }
}

@Suite struct DecalageTests {
  private let signature = Signature(
    quand: Instant(seconds: 0), jour: Day(number: 20_000), qui: "sc")

  private func demarche(echeance: Int?, objectifs: [Int: ObjectifEcrit] = [:]) throws -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "R", debut: Day(number: 20_000))
    var palier = try palier(echeance, [indicateur([], objectifs: objectifs)])
    palier.id = "p"
    demarche.schema.paliers = [palier]
    return demarche
  }

  @Test(
    arguments: [
      (12, 1, 13), (12, -1, 11), (1, -1, 1), (2, -5, 1), (0, -1, 0), (0, 1, 1), (600, 1, 600),
      (599, 5, 600), (700, 1, 700), (700, -1, 599), (nil, 1, 6), (nil, -1, 6),
      (Int.max, 1, Int.max), (Int.max, -1, 599), (Int.min, -1, Int.min), (Int.min, 1, 1),
    ] as [(Int?, Int, Int)])
  func `a deadline moves by months, between 1 and 600`(before: Int?, delta: Int, after: Int) throws
  {
    var demarche = try demarche(echeance: before)
    let changed = demarche.decalerEcheance(dePalier: "p", de: delta, signature)
    #expect(demarche.schema.paliers[0].echeanceMois == after)
    #expect(changed == (before != after))
    #expect(demarche.historique.count == (changed ? 1 : 0))
  }

  @Test(
    arguments: [
      // Within a column, nothing moves.
      (9, 2, [18: .aucun, 30: .aucun], [18: .aucun, 30: .aucun]),
      // From column to column, exceptions follow.
      (12, 1, [18: .aucun, 30: .aucun], [24: .aucun, 36: .aucun]),
      (13, -1, [24: .aucun], [18: .aucun]), (12, 13, [12: .verifier], [30: .verifier]),
      // What would fall before the first column, or after the last there can be, is left out.
      (7, -1, [6: .atteindre, 18: .aucun], [12: .aucun]),
      (12, 1, [600: .aucun], [:]),
    ] as [(Int, Int, [Int: ObjectifEcrit], [Int: ObjectifEcrit])])
  func `exceptions follow a shifted deadline (R7)`(
    echeance: Int, delta: Int, before: [Int: ObjectifEcrit], after: [Int: ObjectifEcrit]
  ) throws {
    var demarche = try demarche(echeance: echeance, objectifs: before)
    demarche.decalerEcheance(dePalier: "p", de: delta, signature)
    let entries = demarche.schema.paliers[0].indicateurs[0].objectifs.entries
    #expect(Dictionary(uniqueKeysWithValues: entries.map { ($0.mois, $0.value) }) == after)
  }

  @Test func `a month too large for a period is kept as the file spells it`() throws {
    let source = """
      {"format": "dpes", "version": 1, "id": "d", "structure": {"raisonSociale": "R"},
       "schema": {"paliers": [{"id": "p", "axe": "utilite", "intitule": "I", "echeanceMois": 12,
        "indicateurs": [{"id": "i", "intitule": "J",
         "objectifs": {"18": "aucun", "9223372036854775807": "aucun"},
         "realises": {"606": {"statut": "atteint"}}}]}]}}
      """
    var demarche = try Demarche(file: JSONValue.parse(Array(source.utf8)))
    demarche.decalerEcheance(dePalier: "p", de: 1, signature)
    let written = String(decoding: JSONValue.write(demarche.json), as: UTF8.self)
    for kept in [#""24": "aucun""#, #""9223372036854775807": "aucun""#, #""606": {"#] {
      #expect(written.contains(kept))
    }
  }

  @Test func `the historique says what the deadline was, and is`() throws {
    var demarche = try demarche(echeance: 12)
    demarche.decalerEcheance(dePalier: "p", de: 1, signature)
    let trace = try #require(demarche.historique.last)
    #expect(
      [trace.quoi, trace.objet, trace.qui] == ["echeance", "p", "sc"])
    #expect(trace.avant == .nombre(.init(12)))
    #expect(trace.apres == .nombre(.init(13)))
  }

  @Test func `a palier that is not there leaves everything as it was`() throws {
    var demarche = try demarche(echeance: 12)
    let before = demarche
    let changed = demarche.decalerEcheance(dePalier: "q", de: 1, signature)
    #expect(!changed)
    #expect(demarche == before)
  }
}
