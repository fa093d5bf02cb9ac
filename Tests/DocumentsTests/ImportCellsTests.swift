import DPES
import Testing

@testable import Documents

/// Rows that say more than the titles have room for.
@Suite struct ImportCellsTests {
  private func refused(
    _ text: String, _ kind: Importation.Kind = .observations
  ) throws -> [Importation.Refusal] {
    let demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    return try importation(text, kind, into: demarche).refusals
  }

  @Test func `a text that the separator cuts is refused, and named`() throws {
    #expect(
      try refused("axe,statut,texte\nU,rouge,Un texte, avec une virgule\n") == [
        .init(
          row: 2,
          reason: .moreCells(
            4, titles: 3, separator: ",", text: "Un texte, avec une virgule", hasQuote: false))
      ])
    #expect(
      try refused("texte;numero\n\"Un \"\"mot\"\"\";1;\"deux\"\"\"\n").first?.reason
        == .moreCells(3, titles: 2, separator: ";", text: "1;deux\"", hasQuote: true))
  }

  @Test(arguments: [
    "axe;statut;texte\nU;;mot;de trop\n", "axe;statut;texte;;\nU;rouge;mot;;de trop\n",
    "axe;;texte\nU;perdu;mot\n", "texte\nUn;deux\n", "texte\tauteur\nUn\tSC\t\tdeux\n",
  ])
  func `a cell below no title is never passed over`(text: String) throws {
    #expect(try refused(text).map(\.row) == [2])
  }

  @Test(arguments: [
    (Importation.Kind.observations, "texte\nUn;deux\n"),
    (.participants, "initiales;nom\nSC;Sylvie;C\n"),
    (.indicateurs, "axe;palier\nU;Un;deux\n"),
    (.realises, "indicateur;periode\nX;12;13\n"),
  ])
  func `it is so for every kind`(kind: Importation.Kind, text: String) throws {
    guard case .moreCells? = try refused(text, kind).first?.reason else {
      Issue.record("\(kind) takes it")
      return
    }
  }

  @Test(arguments: [
    "axe;texte;;\nU;mot;;\n", "axe;texte\nU;mot;;;\n", "texte;remarque\nmot;autre\n",
  ])
  func `empty cells and titles, and columns that mean nothing, do no harm`(text: String) throws {
    #expect(try refused(text) == [])
  }
}
