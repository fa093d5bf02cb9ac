import JSONTree
import Testing

@testable import DPES

/// What a screen that the room sees may say of who is who.
@Suite struct MasqueTests {
  @Test func `all that the tables say names somebody, and where a proof is, is masked`() throws {
    var generator = MarkedDemarche(seed: 1, isWhole: true)
    let masked = try Demarche(file: generator.tree()).masquee.json
    var seen = 0
    for place in Format.places where Self.isPrivate(place) {
      masked.visit(place.values) { pointer, value in
        seen += 1
        #expect(value == .string(Demarche.nomCache), "\(pointer)")
      }
    }
    #expect(seen >= 9)
  }

  /// A link leads to a participant, who is masked; nothing shows the historique.
  private static func isPrivate(_ place: Format.Place) -> Bool {
    guard place.usage.link == nil, place.record == nil else { return false }
    return place.usage.naming?.removal == .sansNoms || place.key == "lieu"
  }

  @Test func `what names nobody stays`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins", debut: Day(number: 0))
    var acteur = Acteur()
    (acteur.id, acteur.objet) = ("a", "Le terrain")
    demarche.acteurs = [acteur]
    #expect(demarche.masquee == demarche)
  }
}
