import JSONTree
import Testing

@testable import DPES

/// F2 and F3: one total for every share that stands on one page.
@Suite struct MoneyOfOneTotalTests {
  private func exercice(_ sold: Double?, _ given: Double?, _ paid: [(Financeur.Nature?, Double)])
    -> Exercice
  {
    var exercice = Exercice()
    exercice.id = "e"
    exercice.marchand = sold.flatMap { JSONNumber($0) }
    exercice.nonMarchand = given.flatMap { JSONNumber($0) }
    exercice.financeurs = paid.enumerated().map { index, one in
      var financeur = Financeur()
      (financeur.id, financeur.nom) = ("f\(index)", "F\(index)")
      (financeur.nature, financeur.montant) = (one.0, JSONNumber(one.1))
      return financeur
    }
    return exercice
  }

  @Test(
    arguments: [
      // One that says no nature gives: it is part of the line, not beside it.
      (182_000, 95_500.5, [(nil, 50_000)], 66),
      (182_000, 95_500.5, [(nil, 50_000), (.marchand, 20_000), (.nonMarchand, 40_000)], 66),
      // Where nobody says the line, those who are named are it.
      (182_000, nil, [(nil, 50_000), (.nonMarchand, 40_000)], 67),
      (nil, 95_500, [(.marchand, 100_000)], 51),
      // Rounded apart, 65,5 and three times 11,5 would say 65 here and 66 there.
      (65.5, 34.5, [(nil, 11.5), (nil, 11.5), (nil, 11.5)], 66),
    ] as [(Double?, Double?, [(Financeur.Nature?, Double)], Int)])
  func `the sales have one percentage, in the table and in the sentence`(
    sold: Double?, given: Double?, paid: [(Financeur.Nature?, Double)], share: Int
  ) throws {
    let exercice = exercice(sold, given, paid)
    let annee = try #require(SuiviFinancier([exercice]).annees.first)
    let lignes = try #require(annee.pluralite).lignes
    for nature in Financeur.Nature.allCases {
      let mesure: SuiviFinancier.Mesure = nature == .marchand ? .marchand : .nonMarchand
      let own = lignes.filter { $0.nature == nature }.map(\.part).reduce(0, +)
      #expect(own == annee[mesure]?.part, "\(lignes)")
    }
    #expect(annee[.marchand]?.part == share)
    #expect(lignes.map(\.part).reduce(0, +) == 100)
    #expect(exercice.phraseDesFinanceursEnTrop == nil)
  }

  @Test(
    arguments: [
      ([(nil, 50_000), (.nonMarchand, 60_000)], "apportent 110 000 €, plus que"),
      ([(.marchand, 182_001)], "paient 182 001 €, plus que les ventes, 182 000 €."),
    ] as [([(Financeur.Nature?, Double)], String)])
  func `those who are named can't pay more than the line of their nature, and no share is of that`(
    paid: [(Financeur.Nature?, Double)], words: String
  ) throws {
    let exercice = exercice(182_000, 95_500.5, paid)
    #expect(Pluralite(exercice) == nil)
    let phrase = try #require(exercice.phraseDesFinanceursEnTrop)
    #expect(phrase.replacing("\u{A0}", with: " ").contains(words), "\(phrase)")
    var demarche = Demarche(id: "d", raisonSociale: "Essai")
    demarche.structure.exercices = [exercice]
    #expect(demarche.constats([.financeursPlusQueRessources]).map(\.phrase) == [phrase])
    // The table's shares are still those of the lines.
    #expect(SuiviFinancier([exercice]).annees.first?[.marchand]?.part == 66)
  }

  @Test func `less than a euro more is only how it was rounded`() {
    #expect(exercice(182_000, 95_500.5, [(nil, 95_501)]).phraseDesFinanceursEnTrop == nil)
  }

  @Test func `what nobody is named for keeps its cents and its article`() throws {
    let lignes = try #require(
      Pluralite(exercice(921_000, 95_500.5, [(.marchand, 21_000), (nil, 92_000)]))
    ).lignes
    #expect(
      lignes.map { "\($0.nom) \($0.montant.euros)".replacing("\u{A0}", with: " ") } == [
        "Les autres ventes 900 000 €", "F1 92 000 €", "F0 21 000 €",
        "Les autres subventions, cotisations et dons 3 500,50 €",
      ])
    let phrase = Pluralite(exercice(10, 90.5, [(.marchand, 10)]))?.phrase
    #expect(
      phrase?.hasPrefix("Les subventions, cotisations et dons apportent 90\u{A0}%") == true,
      "\(phrase ?? "")")
  }

  @Test func `a chiffre d’affaires below the sales takes nothing from the resources`() throws {
    var exercice = exercice(897_000, 250_000, [])
    exercice.nonMonetaire = JSONNumber(37_000)
    exercice.chiffreAffaires = JSONNumber(800_000)
    let annee = try #require(SuiviFinancier([exercice]).annees.first)
    #expect(annee[.marchand]?.valeur?.int == 897_000 && annee[.marchand]?.part == 78)
    #expect(annee[.ressources]?.valeur?.int == 1_184_000)
    #expect(exercice.ventes?.int == 800_000)
  }

  @Test(
    arguments: [
      ("autofinancement", "-3200", nil), ("marchand", "-3200", "plus petit que zéro"),
      ("marchand", "897.000", "deux façons"), ("marchand", "1,234", "deux façons"),
      ("marchand", "897,5", nil), ("marchand", "897 000", nil),
      ("heuresDonnees", "897.125", nil),
    ] as [(String, String, String?)])
  func
    `an amount below zero is taken where it is a fact, and thousandths of a euro are asked about`(
      id: String, text: String, fault: String?
    ) throws
  {
    let rubrique = try #require(Exercice.rubriques.first { $0.id == id })
    var exercice = Exercice()
    let said = rubrique.ecrire(text, &exercice)
    #expect((said == nil) == (fault == nil) && said?.contains(fault ?? "") ?? true, "\(said ?? "")")
  }

  @Test func `own funds and cash below zero are told with a true minus`() throws {
    var point = PointDeTresorerie()
    point.date = Day(iso: "2026-09-30")
    for (id, text) in [("disponible", "-3 000"), ("fondsPropres", "−4 000,5")] {
      let rubrique = try #require(PointDeTresorerie.rubriques.first { $0.id == id })
      let fault = rubrique.ecrire(text, &point)
      #expect(fault == nil && rubrique.lire(point).hasPrefix("−"))
    }
    point.depensesMensuelles = JSONNumber(1_000)
    let told = try #require(Tresorerie.points([point]).first)
    #expect(told.court == "découvert de 3\u{A0}000\u{A0}€")
    #expect(told.long == "fonds propres −4\u{A0}000,50\u{A0}€")
  }
}
