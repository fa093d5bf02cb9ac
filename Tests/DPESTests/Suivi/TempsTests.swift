import JSONTree
import Testing

@testable import DPES

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso), "\(iso)") }

private let debut = "2026-01-01"

private func axis(
  _ paliers: [Palier], debut start: String? = debut, le jour: String
) throws -> Avancement.ParAxe {
  var schema = SchemaDeProgres()
  schema.debut = try start.map(day)
  schema.paliers = paliers
  return Avancement(schema, le: try day(jour))[.utilite]
}

extension Palier {
  fileprivate func heldFromTheStart() -> Palier { with(\.tenuAuDepart, true) }
}

/// Reached early is not late (R6): column 24 of an indicator to be reached then.
@Suite struct DejaAtteintTests {
  @Test(
    arguments: [
      ([], "2027-07-01", .due, nil), ([], "2028-01-01", .enRetard, nil),
      // Early.
      ([Entry(18, .atteint)], "2027-07-01", .calme, 18),
      ([Entry(18, .atteint)], "2028-12-31", .calme, 18),
      ([Entry(6, .atteint), Entry(12, .verifie)], "2028-12-31", .calme, 6),
      ([Entry(6, .nonAtteint), Entry(12, .atteint)], "2028-12-31", .calme, 12),
      // What nobody looked at changes nothing of it, and counts for nothing alone.
      ([Entry(6, .atteint), Entry(24, .nonVerifie)], "2028-12-31", .calme, 6),
      ([Entry(6, .nonVerifie)], "2028-12-31", .enRetard, nil),
      // Not known yet on the day.
      ([Entry(18, .atteint, "2027-09-01")], "2027-08-31", .due, nil),
      ([Entry(18, .atteint, "2027-09-01")], "2027-09-01", .calme, 18),
      // Early, then lost before it, or in it.
      ([Entry(12, .atteint), Entry(18, .nonAtteint)], "2028-01-01", .enRetard, nil),
      ([Entry(12, .atteint), Entry(18, .partiel)], "2027-07-01", .due, nil),
      ([Entry(12, .atteint), Entry(24, .nonAtteint, "2027-08-01")], "2028-01-01", .enRetard, nil),
      // Lost later: the loss shows in its own cell.
      ([Entry(12, .atteint), Entry(30, .nonAtteint)], "2028-12-31", .calme, 12),
      // Said there: there is nothing left to wait for.
      ([Entry(12, .atteint), Entry(24, .atteint, "2027-08-01")], "2028-01-01", .calme, nil),
    ] as [([Entry], String, Avancement.Case.Etat, Int?)])
  func `what holds already is neither due nor late`(
    entries: [Entry], jour: String, etat: Avancement.Case.Etat, depuis: Int?
  ) throws {
    let cell = try suivi(entries, echeance: 24, le: jour).cases[3]
    #expect(cell.etat == etat)
    #expect(cell.dejaTenu == depuis)
  }

  @Test func `a check stays due, whatever was checked before it`() throws {
    let cells = try suivi([Entry(12, .atteint)], echeance: 12, le: "2027-01-15").cases
    #expect(cells[2].etat == .due && cells[2].dejaTenu == nil)
  }

  @Test func `a postponed deadline asks nothing more of what holds`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "R", debut: try day(debut))
    demarche.schema.paliers = [try palier(12, [indicateur([Entry(12, .atteint, "2026-08-01")])])]
    demarche.schema.paliers[0].id = "p"
    let signature = Signature(quand: Instant(seconds: 0), jour: try day("2026-09-01"))
    demarche.decalerEcheance(dePalier: "p", de: 12, signature)
    let jour = try day("2028-01-01")
    let avancement = Avancement(demarche.schema, le: jour)
    let cell = avancement[.utilite].paliers[0].indicateurs[0].cases[3]
    #expect(cell.objectif == .atteindre && cell.dejaAtteint == "déjà atteint à 12\u{A0}mois")
    #expect(avancement.bilan(de: 24).dejaAtteints == 1)
    #expect(avancement.bilan(de: 24).sansReponse == 0 && avancement.bilan(de: 24).enRetard == 0)
    #expect(!AFaire(demarche, avancement, cycles: []).presse)
  }
}

@Suite struct RythmeTests {
  private func objectives(_ one: Indicateur, echeance: Int?) throws -> String {
    let suivi = try axis([palier(echeance, [one])], le: debut).paliers[0].indicateurs[0]
    return suivi.cases.map { $0.objectif == .atteindre ? "a" : $0.objectif == nil ? "·" : "v" }
      .joined()
  }

  @Test(
    arguments: [
      (12, 9, [:], "·a·v·v"), (12, 12, [:], "·a·v·v"), (12, 6, [:], "a·v·v·"),
      (6, 9, [:], "·avvvv"), (nil, 9, [:], "·avvvv"), (18, 6, [:], "a··v··"),
      (24, 12, [:], "·a···v"), (9, 12, [:], "·a·v·v"), (12, nil, [:], "······"),
      // Exceptions stand as ever.
      (12, 9, [18: .verifier, 24: .aucun], "·av··v"),
    ] as [(Int?, Int?, [Int: ObjectifEcrit], String)])
  func `a rhythm spaces the checks from the deadline's column on (R7)`(
    rythme: Int?, echeance: Int?, objectifs: [Int: ObjectifEcrit], expected: String
  ) throws {
    let one = try indicateur([], objectifs: objectifs).with(\.rythmeMois, rythme)
    #expect(try objectives(one, echeance: echeance) == expected)
  }

  @Test func `a rhythm takes out the exceptions that said the same, and is one line of the trace`()
    throws
  {
    var demarche = Demarche(id: "d", raisonSociale: "R", debut: try day(debut))
    let one = try indicateur([], objectifs: [18: .aucun, 24: .aucun, 30: .aucun])
    demarche.schema.paliers = [try palier(12, [one])]
    let signature = Signature(quand: Instant(seconds: 0), jour: try day(debut))
    let changed = demarche.modifierIndicateur("i1", signature) { $0.rythmeMois = 12 }
    #expect(changed)
    let after = demarche.schema.paliers[0].indicateurs[0]
    #expect(after.objectifs.entries.map(\.mois) == [24])
    #expect(demarche.historique.compactMap(\.quoi).contains("indicateur-rythmeMois"))
    // And the tableau's own gesture writes only what is not usual with it.
    demarche.modifierObjectif(deIndicateur: "i1", periode: 24, .verifier, signature)
    demarche.modifierObjectif(deIndicateur: "i1", periode: 18, .verifier, signature)
    #expect(
      demarche.schema.paliers[0].indicateurs[0].objectifs.entries.map(\.mois) == [18])
  }

  @Test func `whoever follows an indicator finds it, each once, the one in charge first`() throws {
    var one = try indicateur([])
    (one.responsable, one.avec) = ("a", ["b", "a", "b"])
    #expect(one.personnes == ["a", "b"])
    var demarche = Demarche(id: "d", raisonSociale: "R", debut: try day(debut))
    demarche.schema.paliers = [try palier(6, [one])]
    let afaire = AFaire(
      demarche, Avancement(demarche.schema, le: try day("2026-07-11")), cycles: [])
    #expect(["a", "b", "c"].map { afaire.lignes(de: $0).count } == [1, 1, 0])
    #expect(afaire.lignes.first?.personnes == ["a", "b"])
    #expect(afaire.lignes.first?.joursDeRetard(le: try day("2026-07-11")) == 11)
  }
}

@Suite struct TenuAuDepartTests {
  @Test(
    arguments: [
      // Nothing said: it holds from month 0 on.
      ([[]], "2025-12-31", false, .aVenir), ([[]], "2026-01-01", true, .tenu),
      ([[]], "2028-12-31", true, .tenu), ([], "2026-01-01", true, .tenu),
      ([[Entry(6, .verifie, "2026-03-01")]], "2026-03-01", true, .tenu),
      // Nobody looked, or what is done in part: nothing says that it is lost.
      ([[Entry(6, .nonVerifie)]], "2026-12-31", true, .tenu),
      ([[Entry(6, .partiel)]], "2026-12-31", true, .tenu),
      // Lost, by one of them; found again.
      ([[Entry(6, .nonAtteint, "2026-03-01")]], "2026-02-28", true, .tenu),
      ([[Entry(6, .nonAtteint, "2026-03-01")]], "2026-03-01", false, .perdu),
      ([[], [Entry(6, .nonAtteint)]], "2026-12-31", false, .perdu),
      ([[Entry(6, .verifie), Entry(12, .partiel)]], "2026-12-31", false, .perdu),
      ([[Entry(6, .nonAtteint), Entry(12, .verifie)]], "2026-12-31", true, .tenu),
      ([[Entry(6, .nonConcerne)]], "2026-12-31", true, .sansObjet),
    ] as [([[Entry]], String, Bool, Avancement.ParPalier.Etat)])
  func `it holds from month 0 until an indicator says otherwise (R3)`(
    indicateurs: [[Entry]], jour: String, holds: Bool, etat: Avancement.ParPalier.Etat
  ) throws {
    let held = try palier(12, indicateurs.map { try indicateur($0) }).heldFromTheStart()
    let found = try axis([held], le: jour).paliers[0]
    #expect(found.estTenu == holds)
    #expect(found.etat == etat)
  }

  @Test func `the profil de départ is what was said held, whatever came of it (R5)`() throws {
    let lost = [Entry(6, .nonAtteint, "2026-03-01")]
    let paliers = try [
      palier(nil, [indicateur([])]).heldFromTheStart(),
      palier(nil, [indicateur(lost)]).heldFromTheStart(), palier(12, [indicateur([])]),
    ]
    let axis = try axis(paliers, le: "2026-12-01")
    #expect([axis.depart, axis.actuel, axis.intermediaire, axis.cible] == [2, 1, 3, 3])
    #expect(axis.perdus == 1)
    var schema = SchemaDeProgres()
    schema.paliers = paliers
    let undated = Avancement(schema, le: try day("2026-12-01"))[.utilite]
    #expect([undated.depart, undated.actuel] == [2, 1], "without month 0")
    schema.debut = try day(debut)
    #expect(
      try ["2025-12-31", "2026-01-01", "2026-03-01"].map {
        schema.niveau(de: .utilite, le: try day($0))
      } == [0, 2, 1])
  }

  @Test func `what held at the start is not to be reached, and is to be checked`() throws {
    let held = try palier(6, [indicateur([])]).heldFromTheStart()
    let cells = try axis([held], le: "2026-08-01").paliers[0].indicateurs[0].cases
    #expect(cells[0].etat == .calme && cells[0].dejaAtteint == "déjà tenu au départ")
    #expect(cells[1].etat == .due && cells[1].objectif == .verifier)
    let lost = try palier(12, [indicateur([Entry(6, .nonAtteint)])]).heldFromTheStart()
    let after = try axis([lost], le: "2026-08-01").paliers[0].indicateurs[0]
    #expect(after.cases[1].etat == .due && after.cases[0].estPerdue && after.estPerdu)
  }

  @Test func `only non concerné is « sans objet », and no level is said to stand on it`() throws {
    let void = try palier(6, [indicateur([Entry(6, .nonConcerne)])])
    let reached = try palier(6, [indicateur([Entry(6, .atteint)])]).with(\.intitule, "Tenu")
    let axis = try axis([reached, void], le: "2026-12-01")
    #expect(axis.actuel == 2 && axis.paliers.map(\.etat) == [.tenu, .sansObjet])
    var demarche = Demarche(id: "d", raisonSociale: "R", debut: try day(debut))
    demarche.schema.paliers = [reached, void]
    let page = PageDuCA(demarche, Avancement(demarche.schema, le: try day("2026-12-01")))
    #expect(page.axes[0].tenu == "Tenu")
  }
}

@Suite struct DepartTests {
  private let signature = Signature(
    quand: Instant(seconds: 0), jour: Day(number: 20_800), qui: "p1")

  private func demarche() throws -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "R", debut: try day(debut))
    let entries = [
      Entry(6, .atteint, "2026-03-10"), Entry(12, .verifie, "2026-07-05"),
      Entry(18, .verifie, "2027-09-01"), Entry(36, .verifie),
    ]
    demarche.schema.paliers = try [palier(6, [indicateur(entries)]), palier(30)]
    for mois in [6, 12] {
      var close = PeriodeClose()
      close.mois = mois
      demarche.periodesCloses.append(close)
    }
    return demarche
  }

  @Test(
    arguments: [
      // The same, then moved by a little and by much.
      (debut, 18, 36, [], 0, 0, 0), ("2026-02-01", 18, 36, [6, 12], 1, 0, 0),
      ("2026-04-01", 18, 36, [6, 12], 2, 0, 0), ("2025-12-01", 18, 36, [6, 12], 0, 0, 0),
      // Other months of the profiles touch no period.
      (debut, 12, 36, [], 0, 0, 0), (debut, 12, 48, [], 0, 0, 0),
      // A shorter one leaves out columns, but never a deadline.
      (debut, 12, 24, [], 0, 1, 1), ("2026-02-01", 12, 30, [6, 12], 1, 1, 0),
    ] as [(String, Int, Int, [Int], Int, Int, Int)])
  func `what a départ would change is known before it does`(
    start: String, intermediaire: Int, duree: Int, closes: [Int], outside: Int, hidden: Int,
    beyond: Int
  ) throws {
    let demarche = try demarche()
    let depart = Depart(
      debut: try day(start), intermediaireMois: intermediaire, dureeMois: duree)
    let effects = EffetsDuDepart(depart, dans: demarche, le: try day(debut))
    #expect(effects.closes == closes)
    #expect(effects.realisesDehors == outside)
    #expect([effects.realisesCaches, effects.echeancesAuDela] == [hidden, beyond])
  }

  @Test func `the first départ only tells what lies outside of its period`() throws {
    var demarche = try demarche()
    demarche.schema.debut = nil
    let effects = EffetsDuDepart(
      Depart(debut: try day(debut), intermediaireMois: 18, dureeMois: 36), dans: demarche,
      le: try day(debut))
    #expect(effects.closes.isEmpty && effects.realisesDehors == 1)
  }

  @Test func `a start that is put earlier tells how many paliers become late`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Essai", debut: try day("2026-01-01"))
    demarche.schema.paliers = [try palier(9, []), try palier(30, [])]
    demarche.schema.paliers[0].id = "p1"
    demarche.schema.paliers[1].id = "p2"
    func late(_ start: String?) throws -> Int {
      let depart = Depart(
        debut: try start.map(day), intermediaireMois: 18, dureeMois: 36)
      return EffetsDuDepart(depart, dans: demarche, le: try day("2026-03-01")).retards
    }
    #expect(try late("2025-03-02") == 0 && late("2025-03-01") == 1)
    #expect(try late("2020-01-01") == 2 && late("2027-01-01") == 0 && late(nil) == 0)
    demarche.schema.debut = try day("2025-03-01")
    #expect(try late("2020-01-01") == 1)
  }

  @Test func `columns and objectives move with it, closed periods stay closed, and it is traced`()
    throws
  {
    var demarche = try demarche()
    let depart = Depart(debut: try day("2026-04-01"), intermediaireMois: 12, dureeMois: 24)
    let changed = demarche.modifierDepart(depart, signature)
    let again = demarche.modifierDepart(depart, signature)
    #expect(changed && !again)
    #expect(demarche.schema.periodes.map(\.mois) == [6, 12, 18, 24, 30])
    #expect(demarche.schema.periode(6).fin == (try day("2026-09-30")))
    #expect(demarche.estClose(6) && demarche.estClose(12) && !demarche.estClose(18))
    #expect(demarche.historique.map(\.quoi) == ["debut", "intermediaire", "duree"])
    #expect(demarche.historique.map(\.objet) == ["d1", "d1", "d1"])
    #expect(demarche.historique.map(\.avant)[0] == .texte(debut))
    #expect(
      demarche.historique.map(\.apres) == [
        .texte("2026-04-01"), .nombre(JSONNumber(12)), .nombre(JSONNumber(24)),
      ])
    // A closed period whose days moved is late no more than it was settled.
    let cells = Avancement(demarche.schema, le: try day("2026-12-01"))[.utilite].paliers[0]
      .indicateurs[0].cases
    #expect(cells.map(\.etat) == [.calme, .calme, .calme, .calme, .calme])
    #expect(cells[0].periode.debut == (try day("2026-04-01")))
  }
}
