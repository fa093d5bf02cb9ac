import DPES
import JSONTree
import Testing

@testable import Documents

/// Numbers and days as people write them beside something else.
@Suite struct ImportMeasuredTests {
  private static let empty = Demarche(id: "d", raisonSociale: "Essai", debut: today)

  @Test(arguments: [">= 10", "≥ 10", "> 10", "~ 10"])
  func `a target is taken without the sign before it, and that is told`(cell: String) throws {
    let text = "axe;palier;indicateur;nature;cible\nU;Un;Une;nombre;\(cell)\n"
    let taken = try importation(text, .indicateurs, into: Self.empty)
    #expect(taken.refusals == [] && taken.notices.contains(.signLeft(row: 2, cell)))
    #expect(taken.demarche.schema.paliers[0].indicateurs[0].cible?.french == "10")
  }

  @Test func `a value that stays a text where the target is a number is told`()
    throws
  {
    let plan = "axe;palier;echeance;indicateur;cible\nU;Un;12;Surface;250\n"
    let here = try importation(plan, .indicateurs, into: Self.empty).demarche
    for cell in ["180 m²", "8/10"] {
      let text = "indicateur;periode;statut;valeur\nSurface;12;partiel;\(cell)\n"
      let taken = try importation(text, .realises, into: here)
      #expect(taken.refusals == [] && taken.notices.contains(.textForNumber(row: 2, cell)))
    }
  }

  @Test func `several lines in a cell of observations are told`() throws {
    let text = "texte\n\"1. Bon accueil\n2. Équipe stable\"\nAutre\n"
    let taken = try importation(text, .observations, into: Self.empty)
    #expect(taken.notices.contains(.joinedLines(rows: [2], "1. Bon accueil\n2. Équipe stable")))
  }

  @Test(arguments: ["yyyy", "aaaa", "[$-40C]yyyy", "yyyy;@"])
  func `a day of which the year is shown is that year`(code: String) {
    #expect(CellFormat(code: code) == .year)
    #expect(SerialDay("46388", since1904: false)?.text(.year) == "2027")
    #expect(CellFormat(code: "mmmm yyyy") == .day)
  }
}
