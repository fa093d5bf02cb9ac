import DPES
import JSONTree
import Testing

@Suite struct SuiviFinancierTests {
  private func exercice(
    _ year: Int?, _ marchand: Int?, _ nonMarchand: Int?, _ nonMonetaire: Int?, chiffre: Int? = nil
  ) -> Exercice {
    var exercice = Exercice()
    exercice.id = year.map { "e\($0)" } ?? "e"
    exercice.debut = year.flatMap { Day(year: $0, month: 9, day: 1) }
    exercice.fin = year.flatMap { Day(year: $0 + 1, month: 8, day: 31) }
    exercice.chiffreAffaires = chiffre.map { JSONNumber($0) }
    exercice.marchand = marchand.map { JSONNumber($0) }
    exercice.nonMarchand = nonMarchand.map { JSONNumber($0) }
    exercice.nonMonetaire = nonMonetaire.map { JSONNumber($0) }
    return exercice
  }

  private func parts(_ annee: SuiviFinancier.Annee) -> [Int?] {
    SuiviFinancier.Mesure.parties.map { annee[$0]?.part }
  }

  @Test(
    arguments: [
      ([120, 60, 20], [67, 33, nil], false),
      ([2, 1, nil], [67, 33, nil], false),
      ([150, nil, 50], [100, nil, nil], true),
      ([nil, nil, nil], [nil, nil, nil], true),
      // Nothing is a share of nothing, and a loss is a share of no one's money.
      ([0, 0, 0], [nil, nil, nil], false),
      ([-10, 30, 10], [nil, nil, nil], false),
    ] as [([Int?], [Int?], Bool)])
  func `a share is one of the money that is said`(
    said: [Int?], shares: [Int?], isPartial: Bool
  ) throws {
    let suivi = SuiviFinancier([exercice(2024, said[0], said[1], said[2])])
    let annee = try #require(suivi.annees.first)
    #expect(parts(annee) == shares && annee.estPartielle == isPartial)
    #expect(annee[.ressources]?.part == nil)
  }

  @Test(
    arguments: [
      // said as chiffre d’affaires, sold, what is the chiffre d’affaires, counts more, stands apart
      (1_226_500, 921_000, 921_000, true, true),
      (900, 1_000, 900, false, true),
      (1_000, 1_000, 1_000, false, false),
      (1_000, nil, 1_000, false, true),
      (nil, 700, 700, false, false),
      (nil, nil, nil, false, false),
    ] as [(Int?, Int?, Int?, Bool, Bool)])
  func `the chiffre d’affaires is what was sold`(
    said: Int?, sold: Int?, value: Int?, isTooMuch: Bool, isApart: Bool
  ) throws {
    var exercice = exercice(2024, sold, 10, 5, chiffre: said)
    #expect(exercice.ventes?.int == value)
    #expect(exercice.chiffreDAffairesEnTrop == isTooMuch)
    #expect(exercice.aUnChiffreDAffairesAPart == isApart)
    let annee = try #require(SuiviFinancier([exercice]).annees.first)
    #expect((annee[.chiffreAffaires] != nil) == isApart)
    #expect(annee[.ressources]?.valeur?.int == (sold ?? said ?? 0) + 15)
    #expect(exercice.garderLesVentes() == isTooMuch)
    #expect(exercice.chiffreDAffairesEnTrop == false && exercice.ventes?.int == value)
  }

  @Test(
    arguments: [
      ([1, 1, 1], [34, 33, 33]), ([921, 168, 61, 22.5], [79, 14, 5, 2]), ([0.4, 99.6], [0, 100]),
      ([5], [100]), ([], []), ([0, 0], []), ([-1, 3], []), ([1e308, 1e308], []),
    ] as [([Double], [Int])])
  func `printed shares add up to a hundred`(amounts: [Double], parts: [Int]) {
    #expect(Parts.entieres(amounts) == parts)
    #expect(parts.isEmpty || parts.reduce(0, +) == 100)
  }

  @Test func `the first three who pay are people with a name, not the sales`() {
    var exercice = exercice(2025, 500_000, 500_000, 0)
    exercice.financeurs = [200_000, 150_000, 100_000, 50_000].enumerated().map { index, amount in
      var financeur = Financeur()
      (financeur.id, financeur.nom, financeur.nature) = ("f\(index)", "F\(index)", .nonMarchand)
      financeur.montant = JSONNumber(Double(amount))
      return financeur
    }
    let phrase = Pluralite(exercice)?.phrase.replacing("\u{A0}", with: " ")
    #expect(
      phrase
        == "Les ventes apportent 50 % de l’argent, les trois premiers financeurs 45 %; ils sont quatre."
        .replacing("%;", with: "% ;"))
  }

  @Test(
    arguments: [
      (3, "Les ventes apportent 79\u{A0}% de l’argent\u{A0}; trois autres financeurs, 21\u{A0}%."),
      (
        1,
        "Les ventes apportent 86\u{A0}% de l’argent\u{A0}; un autre financeur et le reste, 14\u{A0}%."
      ),
    ])
  func `how many pay is a sentence`(count: Int, phrase: String) {
    let all: [(String, Financeur.Nature, Int)] = [
      ("Département", .nonMarchand, 168_000), ("Caisse", .nonMarchand, 61_000),
      ("Dons (42)", .nonMarchand, 22_500),
    ]
    var exercice = exercice(2025, 921_000, count == 3 ? 251_500 : 150_000, 54_000)
    exercice.financeurs = all.prefix(count).enumerated().map { index, one in
      var financeur = Financeur()
      financeur.id = "f\(index)"
      financeur.nom = one.0
      financeur.nature = one.1
      financeur.montant = JSONNumber(count == 3 ? one.2 : 100_000)
      return financeur
    }
    #expect(Pluralite(exercice)?.phrase == phrase)
    // What nobody is named for is a line of its own, of its nature.
    let lignes = Pluralite(exercice)?.lignes ?? []
    let rest = "Les autres subventions, cotisations et dons"
    #expect(
      lignes.map(\.nom)
        == (count == 3 ? ["Les ventes"] + all.map(\.0) : ["Les ventes", "Département", rest]))
    #expect(
      lignes.map(\.nature)
        == [.marchand] + Array(repeating: .nonMarchand, count: lignes.count - 1))
    #expect(
      lignes.map(\.montant.int)
        == (count == 3 ? [921_000, 168_000, 61_000, 22_500] : [921_000, 100_000, 50_000]))
    #expect(
      lignes.map(\.id) == (count == 3 ? [nil, "f0", "f1", "f2"] : [nil, "f0", nil]))
    exercice.financeurs = []
    #expect(Pluralite(exercice) == nil)
  }

  @Test func `a dated point says three horizons, and how the own funds moved`() throws {
    func point(_ year: Int, _ values: [Int?]) -> PointDeTresorerie {
      var one = PointDeTresorerie()
      one.id = "t\(year)"
      one.date = Day(year: year, month: 9, day: 30)
      one.disponible = values[0].map { JSONNumber($0) }
      one.depensesMensuelles = values[1].map { JSONNumber($0) }
      one.ressourcesSignees = values[2].map { JSONNumber($0) }
      one.ressourcesAttendues = values[3].map { JSONNumber($0) }
      one.fondsPropres = values[4].map { JSONNumber($0) }
      return one
    }
    let points = Tresorerie.points([
      point(2025, [10, 0, nil, nil, 78_000]), point(2026, [118, 98, 92, 100, 84_000]),
      point(2024, [1, 1, 1_100, 100, nil]),
    ])
    let last = try #require(points.first)
    #expect(last.point.id == "t2026")
    #expect(last.court == "1,2\u{A0}mois d’avance")
    #expect(last.moyen == "92\u{A0}% signés sur douze mois")
    #expect(last.long?.contains("+6\u{A0}000\u{A0}€") == true, "\(last.long ?? "")")
    // Nothing goes out, nothing is expected: nothing can be told.
    #expect(points[1].court == nil && points[1].moyen == nil)
    #expect(points[1].long == "fonds propres 78\u{A0}000\u{A0}€")
    // More signed than ten times what is expected says that a figure is wrong.
    #expect(points[2].court == "1\u{A0}mois d’avance" && points[2].moyen == nil)
  }

  @Test func `years stand the latest first, and change is from the one before`() {
    let suivi = SuiviFinancier([
      exercice(2023, 80, 0, nil), exercice(nil, 1, 1, 1), exercice(2025, 100, 50, 5),
      exercice(2024, 100, 40, 10),
    ])
    #expect(suivi.annees.map(\.exercice.id) == ["e2025", "e2024", "e2023", "e"])
    #expect(suivi.annees.map { $0[.marchand]?.variation } == [0, 0.25, nil, nil])
    #expect(suivi.annees.map { $0[.nonMarchand]?.variation } == [0.25, nil, nil, nil])
    #expect(suivi.annees.map { $0[.nonMonetaire]?.variation } == [-0.5, nil, nil, nil])
  }

  @Test func `numbers too large for anybody break nothing`() throws {
    var exercice = exercice(2024, 1, 1, 1)
    exercice.marchand = try number("1e308")
    exercice.nonMarchand = try number("1e308")
    let annee = try #require(SuiviFinancier([exercice]).annees.first)
    #expect(parts(annee) == [nil, nil, nil])
  }

  private func number(_ text: String) throws -> JSONNumber {
    guard case .number(let number) = try JSONValue.parse(Array(text.utf8)) else {
      throw FormatError.notANumber
    }
    return number
  }

  private enum FormatError: Error { case notANumber }
}
