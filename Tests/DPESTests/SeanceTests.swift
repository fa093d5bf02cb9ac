import DPES
import Testing

@Suite struct SeanceTests {
  private static let jour = Day(number: 20_000)

  private func demarche(_ jours: Int...) -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Self.jour)
    var ids = IDGenerator(seed: 1)
    for number in jours { demarche.ouvrirSeance(Self.jour.adding(days: number), ids: &ids) }
    return demarche
  }

  @Test func `a day has one séance, however often it is opened`() {
    var demarche = demarche(0, 0, 7)
    #expect(demarche.seances.count == 2)
    var ids = IDGenerator(seed: 9)
    #expect(demarche.ouvrirSeance(Self.jour, ids: &ids) == demarche.seances[0].id)
  }

  @Test func `séances go from the latest to the first, those without a date last`() {
    var demarche = demarche(7, 0, 30)
    demarche.seances.append(Seance())
    #expect(demarche.seancesParDate == [2, 0, 1, 3])
    #expect(demarche.seancePrecedente(avant: Self.jour.adding(days: 30)) == 0)
    #expect(demarche.seancePrecedente(avant: Self.jour) == nil)
  }

  @Test(
    arguments: [
      (.tenue, -3, .tenue), (.abandonnee, -3, .abandonnee), (.ouverte, -1, .enRetard),
      (.ouverte, 0, .aVenir), (.ouverte, nil, .sansNouvelle), (nil, -1, .enRetard),
    ] as [(Seance.Promesse.Etat?, Int?, Seance.Promesse.Suivi)])
  func `a promise is kept, late, to come, given up, or without news where no day was said`(
    etat: Seance.Promesse.Etat?, due: Int?, suivi: Seance.Promesse.Suivi
  ) {
    var promesse = Seance.Promesse()
    promesse.etat = etat
    promesse.quand = due.map { Self.jour.adding(days: $0) }
    #expect(promesse.suivi(le: Self.jour) == suivi)
  }

  @Test func `a séance opens on the promises of the last one, and older ones nobody settled`() {
    var demarche = demarche(0, 30, 60)
    var ids = IDGenerator(seed: 3)
    func promise(_ texte: String, _ etat: Seance.Promesse.Etat?, _ seance: Int) {
      var promesse = Seance.Promesse()
      promesse.texte = texte
      promesse.etat = etat
      demarche.ajouterPromesse(promesse, aSeance: demarche.seances[seance].id, ids: &ids)
    }
    promise("vieille, ouverte", nil, 0)
    promise("vieille, tenue", .tenue, 0)
    promise("dernière, tenue", .tenue, 1)
    promise("dernière, ouverte", .ouverte, 1)
    promise("du jour", nil, 2)
    let found = demarche.promessesARevoir(le: Self.jour.adding(days: 60)).map(\.texte)
    #expect(found == ["vieille, ouverte", "dernière, tenue", "dernière, ouverte"])
    #expect(demarche.promessesARevoir(le: Self.jour).isEmpty)
  }

  @Test func `a séance goes with its promises, unless an image was made there`() {
    var demarche = demarche(0, 7)
    var image = CercleDeQualite()
    image.seance = demarche.seances[0].id
    demarche.cercles = [image]
    let (first, second) = (demarche.seances[0].id, demarche.seances[1].id)
    demarche.supprimerSeance(first)
    #expect(demarche.seances.map(\.id) == [first, second])
    demarche.supprimerSeance(second)
    #expect(demarche.seances.map(\.id) == [first])
  }

  @Test func `a promise is changed and taken out by its id, and one key goes round its states`() {
    var demarche = demarche(0)
    var ids = IDGenerator(seed: 3)
    let id =
      demarche.ajouterPromesse(
        Seance.Promesse(), aSeance: demarche.seances[0].id, ids: &ids) ?? ""
    #expect(demarche.seances[0].promesses[0].etat == .ouverte)
    var states: [Seance.Promesse.Etat?] = []
    for _ in 0..<3 {
      demarche.modifierPromesse(id) { $0.etat = ($0.etat ?? .ouverte).suivant }
      states.append(demarche.seances[0].promesses[0].etat)
    }
    #expect(states == [.tenue, .abandonnee, .ouverte])
    demarche.supprimerPromesse(id)
    #expect(demarche.seances[0].promesses.isEmpty)
  }

  @Test(arguments: [
    "12/03/2026", "12/3/26", "12.03.2026", "12 mars 2026", "12 Mars 26", "12-3-2026", "2026-03-12",
    " 12  mars 2026 ",
  ])
  func `a day is read as people write it`(text: String) {
    #expect(Day(ecrit: text) == Day(year: 2026, month: 3, day: 12))
  }

  @Test(arguments: [
    ("1er août 2026", 8, 1), ("3 sept. 2026", 9, 3), ("14 juil 2026", 7, 14),
    ("2 fevrier 2026", 2, 2),
  ])
  func `months are read without accents, or cut short`(text: String, month: Int, day: Int) {
    #expect(Day(ecrit: text) == Day(year: 2026, month: month, day: day))
  }

  @Test(arguments: [
    "", "12", "mars 2026", "31/02/2026", "12/13/2026", "12 jui 2026", "demain", "12/03/202",
    "12/03/2026/4", "2026/03/12",
  ])
  func `what is no day is not guessed`(text: String) {
    #expect(Day(ecrit: text) == nil)
  }
}
