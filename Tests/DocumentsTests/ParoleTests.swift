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
    #expect(text.ranges(of: "table:name=\"Paroles\"").count == 3)
  }
}
