import JSONTree
import Testing

@testable import DPES

@Suite struct AncestorTests {
  /// A démarche with lines in its historique: `ab` has the lines a and b.
  private func demarche(_ lines: String, id: String = "d") -> Demarche {
    var demarche = Demarche()
    demarche.id = id
    demarche.historique = lines.map { line in
      var trace = Trace()
      trace.quoi = String(line)
      return trace
    }
    return demarche
  }

  @Test(arguments: [
    ("a", "abx", "aby", true), ("", "ax", "ay", true), ("a", "ab", "ab", true),
    // Not sure to be from before they parted.
    ("ab", "abx", "aby", false), ("ab", "ab", "abx", false),
    // From one side.
    ("abx", "abx", "aby", false), ("ax", "abx", "aby", false),
    // Nothing tells.
    ("", "x", "y", false), ("", "", "", false),
  ])
  func `an ancestor lacks a line that both have, and has none that one lacks`(
    earlier: String, one: String, other: String, isAncestor: Bool
  ) {
    #expect(demarche(earlier).isAncestor(of: demarche(one), and: demarche(other)) == isAncestor)
    #expect(demarche(earlier).isAncestor(of: demarche(other), and: demarche(one)) == isAncestor)
  }

  @Test func `another démarche is no ancestor`() {
    #expect(!demarche("a", id: "e").isAncestor(of: demarche("ab"), and: demarche("ab")))
    #expect(!demarche("a").isAncestor(of: demarche("ab", id: "e"), and: demarche("ab")))
  }

  @Test func `restoring keeps the historique, and tells of it once`() {
    let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 0), qui: "p1")
    var present = demarche("ab")
    present.structure.raisonSociale = "Après"
    var earlier = demarche("a")
    earlier.structure.raisonSociale = "Avant"
    var expected = present
    expected.structure.raisonSociale = "Avant"
    expected.tracer("restauration", "d", avant: nil, apres: .texte("0001.json"), signature)
    let isChanged = present.restaurer(earlier, nommee: "0001.json", signature)
    #expect(isChanged && present == expected)
    let isChangedAgain = present.restaurer(earlier, nommee: "0001.json", signature)
    #expect(!isChangedAgain && present == expected)
  }
}
