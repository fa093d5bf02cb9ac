import DPES
import Testing

@testable import Documents

/// Spaces too many are no other title, and are not kept.
@Suite struct ImportSpacesTests {
  private static let empty = Demarche(
    id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

  @Test(arguments: [
    "Livret d'accueil ", " Livret d'accueil", "Livret  d'accueil", "Livret\u{A0}d'accueil",
    "Livret\u{202F} d'accueil", "Livret\u{2009}d'accueil", "\u{A0}Livret \u{A0}d'accueil\t",
  ])
  func `a title with other spaces is the same title`(title: String) throws {
    let text = "axe;palier;indicateur\nU;Livret d'accueil;Remis\nU;\(title);Lus\n"
    let first = try importation(text, .indicateurs, into: Self.empty)
    #expect(first.demarche.schema.paliers.map(\.intitule) == ["Livret d'accueil"])
    let turned = "axe;palier;indicateur\nU;\(title);Remis \nU;Livret d'accueil;  Lus\n"
    let again = try importation(turned, .indicateurs, into: first.demarche)
    #expect(again.demarche == first.demarche && again.refusals == [])
    let alone = try importation(
      "axe;palier;indicateur\nU;\(title);  Lus  souvent \n", .indicateurs, into: Self.empty)
    let palier = try #require(alone.demarche.schema.paliers.first)
    #expect(!palier.intitule.contains("  ") && palier.intitule.first == "L")
    #expect(palier.intitule.last == "l")
    #expect(palier.indicateurs.map(\.intitule) == ["Lus souvent"])
  }

  @Test func `a title kept with its spaces is found by one without, and stays as it is`() throws {
    var demarche = try importation(
      "axe;palier;indicateur\nU;Tri;Sites\n", .indicateurs, into: Self.empty
    ).demarche
    demarche.schema.paliers[0].intitule = "Tri  des  déchets "
    demarche.schema.paliers[0].indicateurs[0].intitule = " Sites  équipés"
    let again = try importation(
      "axe;palier;indicateur\nU;Tri des déchets;Sites équipés\n", .indicateurs, into: demarche)
    #expect(again.demarche == demarche && again.refusals == [])
    let realises = try importation(
      "indicateur;periode;statut\nSites équipés;6;atteint\n", .realises, into: demarche)
    #expect(realises.refusals == [] && realises.added == 1)
  }
}
