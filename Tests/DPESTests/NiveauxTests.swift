import DPES
import Testing

private let debut = Day(number: 20_454)  // 2026-01-01

/// How a palier stands, as its indicators are written.
private enum Stand: CaseIterable {
  case nothing, partial, held, lost, regained, notConcerned, late, declared

  /// Whether it holds at month 20 (R2, R3).
  var holds: Bool {
    switch self {
    case .held, .regained, .notConcerned, .declared: true
    case .nothing, .partial, .lost, .late: false
    }
  }

  func palier(_ rang: Int) -> Palier {
    var palier = Palier()
    palier.id = "p\(rang)"
    palier.rang = rang
    palier.echeanceMois = self == .late ? 6 : 36
    guard self != .declared else {
      palier.atteintLe = debut
      return palier
    }
    var one = Indicateur()
    one.id = "i\(rang)"
    let said: [(Int, Realise.Statut)] =
      switch self {
      case .nothing, .late, .declared: []
      case .partial: [(6, .partiel)]
      case .held: [(6, .atteint), (12, .nonVerifie)]
      case .lost: [(6, .atteint), (12, .nonAtteint)]
      case .regained: [(6, .atteint), (12, .nonAtteint), (18, .verifie)]
      case .notConcerned: [(6, .nonConcerne)]
      }
    for (mois, statut) in said {
      var realise = Realise()
      realise.statut = statut
      realise.date = debut.adding(months: mois).adding(days: -10)
      one.realises[mois] = realise
    }
    palier.indicateurs = [one]
    return palier
  }
}

private func schema(_ stands: [Stand]) -> SchemaDeProgres {
  var schema = SchemaDeProgres()
  schema.debut = debut
  schema.paliers = stands.enumerated().map { $1.palier($0 + 1) }
  return schema
}

@Suite struct NiveauxTests {
  /// 8⁵ axes of five paliers, none the same.
  @Test func `whatever five paliers hold, the level is that of those held from the first (R4)`() {
    let jour = debut.adding(months: 20)
    var count = 0
    func visit(_ stands: [Stand]) {
      guard stands.count == 5 else {
        for stand in Stand.allCases { visit(stands + [stand]) }
        return
      }
      let axis = Avancement(schema(stands), le: jour)[.utilite]
      let level = stands.firstIndex { !$0.holds } ?? 5
      count += 1
      guard axis.actuel == level, axis.perdus == stands.count(where: { $0 == .lost }),
        axis.enRetard == stands.count(where: { $0 == .late }),
        axis.suivant?.rang == (level == 5 ? nil : level + 1)
      else {
        Issue.record("\(stands): \(axis.actuel)")
        return
      }
      let idle = axis.paliers.filter { axis.estSansEffet($0) }.map(\.rang)
      let expected = (level..<5).filter { stands[$0].holds }.map { $0 + 1 }
      if idle != expected { Issue.record("\(stands): \(idle) count for nothing") }
    }
    visit([])
    #expect(count == 32_768)
  }

  /// The first indicator of the second of three paliers, period after period.
  @Test(
    arguments: [
      ([.atteint], 3), ([.atteint, .verifie], 3), ([.atteint, .nonAtteint], 1),
      ([.atteint, .partiel], 1), ([.atteint, .nonVerifie], 3), ([.atteint, nil], 3),
      ([.atteint, .nonAtteint, .verifie], 3), ([.atteint, .nonAtteint, .atteint, .partiel], 1),
      ([.nonConcerne], 3), ([.atteint, .nonConcerne], 3), ([.nonAtteint, .nonConcerne], 3),
      ([.nonConcerne, .partiel], 1), ([], 1), ([.partiel], 1),
    ] as [([Realise.Statut?], Int)])
  func `a palier lost drops the axis to the one below, and found again lifts it`(
    said: [Realise.Statut?], level: Int
  ) throws {
    var schema = schema([.held, .nothing, .held])
    for (index, statut) in said.enumerated() {
      var realise = Realise()
      realise.statut = statut
      realise.date = debut.adding(months: 6 * (index + 1)).adding(days: -1)
      schema.paliers[1].indicateurs[0].realises[6 * (index + 1)] = realise
    }
    let jour = debut.adding(months: 30)
    let axis = Avancement(schema, le: jour)[.utilite]
    #expect(axis.actuel == level)
    #expect(schema.niveau(de: .utilite, le: jour) == level)
    let second = try #require(axis.paliers[1].indicateurs.first)
    #expect((second.perte != nil) == second.estPerdu)
    if second.estPerdu { #expect(second.perte?.value.statut == said.last) }
  }

  @Test(arguments: 1...60)
  func `a deadline falls in its six-month column, and counts for its profiles`(mois: Int) {
    var palier = Palier()
    palier.id = "p1"
    palier.echeanceMois = mois
    var schema = SchemaDeProgres()
    schema.debut = debut
    schema.paliers = [palier]
    let column = Periode.colonne(deEcheance: mois)
    #expect(column % 6 == 0 && (column - 5...column).contains(mois))
    let avancement = Avancement(schema, le: debut)
    #expect(avancement.periodes.last?.mois == max(36, column))
    #expect(avancement[.utilite].intermediaire == (mois <= 18 ? 1 : 0))
    #expect(avancement[.utilite].cible == (mois <= 36 ? 1 : 0))
    #expect(avancement.profils.map(\.moment) == Avancement.Profil.Moment.allCases)
    #expect(avancement[.actuel].estLePrecedent && avancement[.depart].niveaux == [0, 0, 0, 0])
    #expect(avancement[.intermediaire].estLePrecedent == (mois > 18))
    #expect(avancement[.cible].estLePrecedent == !(19...36).contains(mois))
  }

  @Test(arguments: ["2025-08-31", "2024-01-31", "2023-12-31", "2024-02-29", "2023-03-31"])
  func `a start on a month's last day, in leap years too, loses no deadline and no level`(
    start: String
  ) throws {
    var schema = schema([.declared, .nothing])
    let first = try #require(Day(iso: start))
    schema.debut = first
    schema.paliers[0].atteintLe = first
    for mois in 1...36 {
      let jour = try #require(schema.jour(mois))
      let periode = schema.periode(Periode.colonne(deEcheance: mois))
      let isInside =
        try #require(periode.debut) <= jour.adding(days: -1)
        && jour.adding(days: -1) <= #require(periode.fin)
      #expect(isInside, "\(mois)")
    }
    #expect(schema.niveau(de: .utilite, le: first) == 1)
    #expect(Avancement(schema, le: first)[.depart].niveaux == [1, 0, 0, 0])
  }
}

@Suite struct DeplacementTests {
  /// H holds, n does not; ranks from 1.
  @Test(
    arguments: [
      // A palier that does not hold goes below one that does.
      ("HHn", 3, 1, 2, 0, true), ("HHn", 3, 2, 2, 1, true), ("HnHn", 4, 3, 1, 1, true),
      // One that holds goes above one that does not.
      ("HHn", 2, 3, 2, 1, true), ("HnH", 1, 2, 1, 0, true),
      // Nothing is below what it was not below already.
      ("HHn", 1, 2, 2, 2, false), ("Hnn", 3, 2, 1, 1, false), ("nHH", 2, 3, 0, 0, false),
      ("nHH", 2, 1, 0, 1, false), ("HnH", 3, 1, 1, 2, false), ("HHn", 3, 3, 2, 2, false),
    ] as [(String, Int, Int, Int, Int, Bool)])
  func `a move that changes what a level seems to be is known`(
    stands: String, from: Int, to: Int, before: Int, after: Int, isAsked: Bool
  ) {
    let avancement = Avancement(
      schema(stands.map { $0 == "H" ? .held : .nothing }), le: debut.adding(months: 20))
    let palier = avancement[.utilite].paliers[from - 1]
    let move = avancement.deplacement(de: palier, vers: .utilite, auRang: to)
    #expect(move.avant == before && move.apres == after)
    #expect((move.sous != nil) == isAsked)
  }

  @Test func `on another axis, one that does not hold may come below one that does`() {
    var both = schema([.held, .held])
    var other = Stand.nothing.palier(9)
    other.axe = .territoire
    both.paliers.append(other)
    let avancement = Avancement(both, le: debut.adding(months: 20))
    let palier = avancement[.territoire].paliers[0]
    let under = avancement.deplacement(de: palier, vers: .utilite, auRang: 1)
    #expect(under.sous?.rang == 1 && under.avant == 2 && under.apres == 0)
    let above = avancement.deplacement(de: palier, vers: .utilite, auRang: 3)
    #expect(above.sous == nil && above.apres == 2)
  }
}

@Suite struct AvancementRenewalTests {
  @Test(arguments: 1...40)
  func `what is taken over from before a change is what would be worked out anew`(seed: UInt64)
    throws
  {
    var generator = IDGenerator(seed: seed)
    func pick(_ count: Int) -> Int {
      generator.next().unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFF } % count
    }
    var demarche = Demarche(id: "d", raisonSociale: "X", debut: debut)
    demarche.schema = schema([.held, .lost, .nothing, .regained, .declared])
    for index in demarche.schema.paliers.indices where index % 2 == 0 {
      demarche.schema.paliers[index].axe = .territoire
    }
    let signature = Signature(quand: Instant(seconds: 0), jour: debut, qui: nil)
    var jour = debut.adding(months: 20)
    var known = Avancement(demarche.schema, le: jour)
    var retouched = known
    var retouches = 0
    for _ in 0..<25 {
      let before = demarche
      let id = try #require(demarche.schema.paliers.randomID(pick))
      switch pick(9) {
      case 0: demarche.decalerEcheance(dePalier: id, de: pick(24) - 12, signature)
      case 1: demarche.deplacerPalier(id, vers: Axe.allCases[pick(4)], auRang: pick(6))
      case 2: demarche.dupliquerPalier(id, signature, ids: &generator)
      case 3 where demarche.schema.paliers.count > 2: demarche.supprimerPalier(id, signature)
      case 4: demarche.modifierPalier(id, signature) { $0.intitule += "x" }
      case 5: jour = jour.adding(days: pick(90))
      case 6: demarche.schema.dureeMois = 12 + pick(40)
      case 7: demarche.schema.debut = debut.adding(days: pick(60))
      default:
        demarche.modifierRealise(deIndicateur: "i\(pick(5) + 1)", periode: 12, signature) {
          $0.statut = .atteint
        }
      }
      let anew = Avancement(demarche.schema, le: jour)
      known = Avancement(demarche.schema, le: jour, depuis: known)
      #expect(known == anew)
      if retouched.jour == jour, let places = Edit(from: before, to: demarche).paliersRetouches {
        retouched.retoucher(places, dans: demarche.schema)
        retouches += 1
      } else {
        retouched = anew
      }
      #expect(retouched == anew)
    }
    #expect(retouches > 0)
  }
}

extension [Palier] {
  fileprivate func randomID(_ pick: (Int) -> Int) -> String? {
    isEmpty ? nil : self[pick(count)].id
  }
}

@Suite struct PalierDeadlineTests {
  @Test(
    arguments: [
      ("9", 9), (" 9 mois ", 9), ("9 MOIS", 9), ("0", 0), ("-3", -3), ("−3", -3), ("600", 600),
      ("601", nil), ("neuf", nil), ("", nil), ("9 ans", 108), ("12,5", nil),
      ("2 ans", 24), ("1 an", 12),
      // From 31 August 2025.
      ("31/08/2026", 13), ("01/09/2026", 13), ("30/08/2026", 12), ("28/02/2026", 7),
      ("27/02/2026", 6), ("01/09/2025", 1),
      ("août 2026", 12), ("sept. 2026", 13), ("31 août 2025", 0), ("01/01/2025", -7),
      ("mars 2027", 19), ("T1 2027", 19), ("fin 2027", 28), ("2027", 28), ("2ᵉ an", nil),
    ] as [(String, Int?)])
  func `a deadline is read as months, a month or a day`(text: String, expected: Int?) throws {
    var schema = SchemaDeProgres()
    schema.debut = Day(iso: "2025-08-31")
    #expect(schema.mois(ecrit: text) == expected)
    schema.debut = nil
    let isNumber = expected != nil && !text.contains("/") && !text.contains("20")
    #expect(schema.mois(ecrit: text) == (isNumber ? expected : nil), "without a start")
  }

  @Test(arguments: ["2025-01-01", "2025-01-15", "2025-01-31", "2024-02-29"])
  func `the month that a deadline is shown in is read as that deadline`(start: String) throws {
    var schema = SchemaDeProgres()
    schema.debut = Day(iso: start)
    for mois in 1...60 {
      let day = try #require(schema.jour(mois))
      #expect(day == schema.periode(mois).fin)
      #expect(schema.mois(ecrit: day.frenchMonthAndYear) == mois)
      #expect(schema.mois(ecrit: day.french) == mois)
    }
  }

  @Test func `a month named is not over before its last day when the start is a first of month`()
    throws
  {
    var schema = SchemaDeProgres()
    schema.debut = Day(iso: "2025-01-01")
    #expect(schema.mois(ecrit: "janvier 2027") == 25)
    #expect(schema.jour(25) == Day(iso: "2027-01-31"))
    // Nor is a day late on itself.
    #expect(schema.mois(ecrit: "01/01/2027") == 25)
    #expect(schema.mois(ecrit: "31/12/2026") == 24)
    #expect(schema.jour(0) == schema.debut)
  }

  @Test(
    arguments: [
      ("28/02", 19), ("31 août", 25), ("fév", 18), ("dans 3 mois", 18), ("dans 1 an", 27),
      ("15", 15), ("demain", 16), ("mars 2027", 19), ("dans trois mois", nil), ("31/02", nil),
    ] as [(String, Int?)])
  func `on a day, a deadline is also read from that day`(text: String, expected: Int?) throws {
    var schema = SchemaDeProgres()
    schema.debut = Day(iso: "2025-08-31")
    let today = try #require(Day(iso: "2026-11-29"))
    #expect(schema.mois(ecrit: text, le: today) == expected)
  }

  @Test(
    arguments: [
      (2, 0, .avantLeDepart), (2, -4, .avantLeDepart), (2, 37, .auDela(36)), (2, 36, nil),
      (2, 17, .avantCelleDuDessous(rang: 1, mois: 18)), (2, 18, nil), (1, 1, nil), (2, nil, nil),
    ] as [(Int, Int?, AvisDEcheance?)])
  func `a deadline that is allowed may be worth a word`(
    rang: Int, mois: Int?, expected: AvisDEcheance?
  ) {
    var schema = schema([.nothing, .nothing])
    schema.paliers[0].echeanceMois = 18
    schema.paliers[rang - 1].echeanceMois = mois
    #expect(schema.avis(mois, dePalier: "p\(rang)") == expected)
  }
}
