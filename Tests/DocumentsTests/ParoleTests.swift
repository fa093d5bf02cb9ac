import DPES
import Testing

@testable import Documents

/// What is given back to the tour de table.
@Suite struct ParoleTests {
  private func parole(_ demarche: Demarche, _ ending: String) throws -> String {
    try #require(try Everything.documents(of: demarche)["parole.\(ending)"])
  }

  @Test func `what nobody answered is read before what is on its way`() throws {
    let text = try parole(example(), "md")
    let titles: [Devenir.Sort] = [.fait, .perduOuEnRetard, .sansReponse, .enRoute, .garde]
    let places = titles.compactMap { text.firstRange(of: "## \($0.titre) (")?.lowerBound }
    #expect(places.count == titles.count && places == places.sorted())
  }

  @Test func `each thing said stands once, in whatever way its part is written`() throws {
    let demarche = try example()
    let dossier = Dossier(of: demarche)
    let text = try parole(demarche, "fodt")
    for one in Devenir.devenirs(demarche, dossier.avancement) {
      #expect(text.ranges(of: one.premiere.texte).count == 1, "\(one.premiere.texte)")
    }
    // What waits for an answer in two columns, what is kept in one paragraph.
    #expect(text.ranges(of: "text:name=\"SansReponse\"").count == 1)
    #expect(text.ranges(of: "table:name=\"Paroles\"").count == 4)
  }

  private func parole(le day: String, _ choix: ChoixDeDocument = ChoixDeDocument()) throws -> String
  {
    var demarche = try example()
    var retour = Retour()
    (retour.id, retour.texte, retour.date) = ("r1", "Nous y reviendrons.", Day(iso: "2026-11-30"))
    let unanswered = Devenir.devenirs(demarche, Dossier(of: demarche).avancement)
      .first { $0.sort == .sansReponse }
    retour.observation = unanswered?.derniere.id
    demarche.retours.append(retour)
    var dossier = Dossier(
      demarche, le: try #require(Day(iso: day)), instant: Instant(seconds: 0))
    dossier.choix = choix
    let document = try #require(OutgoingDocument.reports.first { $0.name == "parole" })
    let file = try #require(document.files.first { $0.format == .md })
    return try Everything.text(Everything.bytes(file, dossier))
  }

  @Test func `nothing that came after the day, or after the image that was chosen, is counted`()
    throws
  {
    let (before, after) = (try parole(le: "2026-11-20"), try parole(le: "2026-12-01"))
    #expect(!before.contains("Nous y reviendrons.") && after.contains("Nous y reviendrons."))
    #expect(after.contains("du 4 septembre 2025 et du 5 novembre 2026"))
    let summer = try parole(le: "2026-06-01")
    #expect(summer.contains("(images du 4 septembre 2025)"))
    #expect(try parole(le: "2025-08-01").contains("Rien n’est encore dit"))
    let first = try #require(try example().cercles.first { $0.date == Day(iso: "2025-09-04") })
    let chosen = try parole(le: "2026-12-01", ChoixDeDocument(image: first.id))
    #expect(chosen.contains("(images du 4 septembre 2025)"))
  }
}
