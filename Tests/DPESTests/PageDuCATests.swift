import DPES
import Testing

@Suite struct PageDuCATests {
  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  private func named(_ id: String, _ entries: [Entry]) throws -> Indicateur {
    var one = try indicateur(entries)
    one.id = id
    one.intitule = "Indicateur \(id)"
    return one
  }

  /// Two axes with paliers, one image, two notes; on 15 March 2027, month 14.
  private func demarche() throws -> Demarche {
    var demarche = Demarche()
    demarche.structure.raisonSociale = "La Halte"
    demarche.schema.debut = try day("2026-01-01")
    func add(_ axe: Axe, _ rang: Int, _ mois: Int, _ indicateurs: [Indicateur]) throws {
      var one = try palier(mois, indicateurs)
      (one.id, one.axe, one.rang) = ("\(axe.rawValue)\(rang)", axe, rang)
      one.intitule = "Palier \(rang)"
      demarche.schema.paliers.append(one)
    }
    try add(.utilite, 1, 6, [named("tenu", [Entry(6, .atteint), Entry(12, .verifie)])])
    try add(.utilite, 2, 12, [named("tard", [Entry(12, .partiel)])])
    try add(.utilite, 3, 18, [named("attendu", [])])
    try add(.democratie, 1, 6, [named("perdu", [Entry(6, .atteint), Entry(12, .nonAtteint)])])
    demarche.cercles = [
      try image("2025-11-02", []), try image("2026-11-20", [.rouge, .vert, nil]),
    ]
    demarche.notes = try [
      ("2027-02-01", "Ouvrir le jeudi"), ("2025-12-01", "Trop ancien"), ("2027-01-10", nil),
    ].map { date, decision in
      var note = NoteDeCapitalisation()
      (note.id, note.date, note.decision) = (date, try day(date), decision)
      return note
    }
    return demarche
  }

  private func image(_ date: String, _ statuts: [Statut?]) throws -> CercleDeQualite {
    var image = CercleDeQualite()
    (image.id, image.date) = (date, try day(date))
    image.observations = statuts.enumerated().map { index, statut in
      var observation = Observation()
      observation.id = "o\(index)"
      observation.texte = "Observation \(index)"
      observation.axe = .personne
      observation.statut = statut
      observation.priorite = index == 0
      return observation
    }
    return image
  }

  private func told(_ lines: [PageDuCA.Ligne]) -> [String] {
    lines.map { "\($0.rang) \($0.intitule) \($0.mois)" }
  }

  @Test func `each axis says its level, what comes next, and what is lost, late or due`() throws {
    let demarche = try demarche()
    let page = PageDuCA(demarche, Avancement(demarche.schema, le: try day("2027-03-15")))
    #expect(page.structure == "La Halte" && page.mois == 14 && page.periode?.mois == 18)
    #expect(page.axes.map(\.axe) == Axe.allCases)
    let utilite = page.axes[0]
    #expect(
      [utilite.paliers, utilite.actuel, utilite.intermediaire, utilite.cible] == [3, 1, 3, 3])
    #expect(utilite.tenu == "Palier 1" && utilite.prochain?.rang == 2)
    #expect(utilite.prochain?.jour == (try day("2026-12-31")))
    #expect(utilite.prochain?.etat == .enRetard)
    #expect(told(utilite.enRetard) == ["2 Indicateur tard 12"])
    #expect(told(utilite.attendus) == ["1 Indicateur tenu 18", "3 Indicateur attendu 18"])
    let democratie = page.axes[2]
    #expect(told(democratie.perdus) == ["1 Indicateur perdu 12"])
    #expect(democratie.tenu == nil && democratie.actuel == 0)
    #expect(page.axes[3].prochain == nil && page.axes[3].paliers == 0)
  }

  @Test func `the last image is counted by axis and colour, with its priorities`() throws {
    let demarche = try demarche()
    let page = PageDuCA(demarche, Avancement(demarche.schema, le: try day("2027-03-15")))
    #expect(page.image == (try day("2026-11-20")))
    #expect(page.axes[1].observations == [.rouge: 1, .vert: 1, nil: 1])
    #expect(page.axes[1].priorites == ["Observation 0"])
    #expect(page.axes[0].observations.isEmpty)
  }

  @Test func `decisions are those of the last twelve months, by date`() throws {
    let demarche = try demarche()
    let page = PageDuCA(demarche, Avancement(demarche.schema, le: try day("2027-03-15")))
    #expect(page.decisions.map(\.decision) == ["Ouvrir le jeudi"])
  }

  @Test func `an empty démarche has a page all the same`() {
    let demarche = Demarche()
    let page = PageDuCA(demarche, Avancement(demarche.schema, le: Day(number: 0)))
    #expect(page.axes.count == 4 && page.image == nil && page.decisions.isEmpty)
  }
}
