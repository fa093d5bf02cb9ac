import DPES
import Testing

@testable import Documents

/// What minutes tell of a séance.
@Suite struct CompteRenduTests {
  @Test(arguments: [Seance.Genre.ca, .comite, .visite, .accompagnement])
  func `the next séance is the next of its kind, and so is the one before`(
    genre: Seance.Genre
  ) throws {
    var demarche = try example()
    for (day, kind, text) in [
      ("2026-11-10", genre, "D’un autre"), ("2026-12-15", genre, ""), ("2027-01-20", nil, ""),
    ] as [(String, Seance.Genre?, String)] {
      var (seance, promesse) = (Seance(), Seance.Promesse())
      (seance.id, seance.date, seance.genre) = (day, Day(iso: day), kind)
      (promesse.id, promesse.texte) = ("p" + day, text)
      if !text.isEmpty { seance.promesses = [promesse] }
      demarche.seances.append(seance)
    }
    let text = try #require(try Everything.documents(of: demarche)["compte-rendu.md"])
    #expect(text.contains("Prochaine séance le 20 janvier 2027."))
    #expect(text.contains("Afficher l’image du cercle dans le hall"))
  }

  private func texts(_ dossier: Dossier, _ list: String, _ names: [String]) -> [String] {
    guard case .list(let count, let scope)? = dossier.meeting[list] else { return [] }
    return (0..<count).map { index in
      let one = scope(index)
      return names.map { name in
        if case .text(let text)? = one[name] { text } else { "?" }
      }.joined(separator: " | ")
    }
  }

  private func text(_ dossier: Dossier, _ name: String) -> String? {
    if case .text(let text)? = dossier.meeting[name] { text } else { nil }
  }

  @Test func `priorities come by their points, with the paliers that answer them`() throws {
    let dossier = Dossier(of: try example())
    #expect(
      texts(dossier, "priorites", ["points", "lettre", "numero", "repond"]) == [
        "7 | D | 24 | D2, perdu", "6 | U | 6 | P5, en partie", "3 | D | 32 | D4",
        "3 | D | 46 | ", "1 | T | 39 | T3, en retard",
      ])
    #expect(text(dossier, "votants") == "10 votants")
    #expect(text(dossier, "pointsChacun") == "2 points")
  }

  @Test func `who was there is told by collège, and who was not`() throws {
    let dossier = Dossier(of: try example())
    #expect(text(dossier, "presentsNombre") == "10" && text(dossier, "inscritsNombre") == "12")
    #expect(text(dossier, "absents") == "RL, JR")
    let groups = texts(dossier, "presentsParCollege", ["college", "qui"])
    #expect(groups.first == "Salariés | SC, LB, YD")
    #expect(groups.last?.hasPrefix("Partenaires extérieurs | EK (Caisse de retraite)") == true)
  }

  @Test func `what changed since the image before is told axis by axis, never summed`() throws {
    let dossier = Dossier(of: try example())
    #expect(
      texts(dossier, "mouvements", ["axe", "ameliorees", "degradees", "apparues", "closes"]) == [
        "Utilité et emplois | 2 | 0 | 1 | 1", "Personne d’abord | 3 | 0 | 1 | 1",
        "Démocratie | 5 | 1 | 1 | 1", "Territoire | 2 | 0 | 1 | 1",
      ])
    var first = dossier
    first.choix.image = dossier.demarche.imagesParDate.first.map {
      dossier.demarche.cercles[$0].id
    }
    #expect(texts(first, "mouvements", ["axe"]).isEmpty)
  }

  @Test func `the minutes of an earlier séance are those of its image`() throws {
    var dossier = Dossier(of: try example())
    let seance = try #require(dossier.demarche.seances.first { $0.date == Day(iso: "2025-09-04") })
    dossier.choix.seance = seance.id
    #expect(text(dossier, "seanceDate") == "4 septembre 2025")
    #expect(dossier.image?.date == Day(iso: "2025-09-04"))
    #expect(text(dossier, "prochaineSeance") == "5 novembre 2026")
    #expect(text(dossier, "seanceTitre") == seance.titre)
    // Also of one without an image of its own.
    var bare = Seance()
    (bare.id, bare.titre, bare.date) = ("nue", "Sans image", Day(iso: "2026-01-15"))
    var demarche = dossier.demarche
    demarche.seances.append(bare)
    var other = Dossier(of: demarche)
    other.choix.seance = "nue"
    #expect(text(other, "seanceTitre") == "Sans image")
  }

  @Test func `the minutes of a board are its own, with what was asked of it`() throws {
    var demarche = try example()
    var board = Seance()
    (board.id, board.genre, board.date) = ("ca1", .ca, Day(iso: "2026-06-02"))
    board.presents = [demarche.participants[0].id]
    var answered = Seance.Demande()
    (answered.texte, answered.reponse) = ("Valider la navette", "Oui, à l’essai")
    var waiting = Seance.Demande()
    waiting.texte = "Chiffrer les logements"
    board.demandes = [answered, waiting]
    demarche.seances.append(board)
    var dossier = Dossier(of: demarche)
    dossier.choix.seance = "ca1"
    let document = try #require(OutgoingDocument.reports.first { $0.name == "compte-rendu" })
    for file in document.files {
      let text = try Everything.text(Everything.bytes(file, dossier))
      #expect(text.contains("conseil d’administration du 2 juin 2026"))
      #expect(text.contains("1 présent") && !text.contains("1 présents"))
      #expect(text.contains("Oui, à l’essai") && text.contains("Chiffrer les logements"))
      // Nothing of an image that is not its own.
      let observation = try #require(demarche.cercles.first?.observations.first)
      #expect(!text.contains(observation.texte) && !text.contains("sur 12"))
    }
  }

  @Test(arguments: [
    (3, MinutesPage.Circle.drawn), (5, .small), (8, .told), (12, .told), (14, .told),
    (30, .flowing),
  ])
  func `the more is promised, the less room the circle takes`(
    count: Int, circle: MinutesPage.Circle
  ) {
    var page = MinutesPage()
    (page.title, page.subtitle) = ("Deuxième image du cercle", "Résidence du Halage")
    page.presents = String(repeating: "Salariés SC, LB, YD · ", count: 8)
    page.absents = "RL, JR"
    page.hasVotes = true
    page.priorities = Array(
      repeating: ("▲ orange Le tri dépend de qui est de service", "D2"), count: 5)
    page.promises = Array(
      repeating: ("Relancer le conseil de la vie sociale", "27 novembre 2026"), count: count)
    page.hasMovements = true
    #expect(page.circle == circle)
  }
}
