import DPES
import JSONTree
import Testing

@testable import Documents

/// Rows that say what the row above says, or go on with its words; what was named and is not there.
@Suite struct ImportAboveTests {
  @Test(arguments: ["\"", "idem", "Id.", "〃", "''"])
  func `a sign for what stands above is that, and told`(sign: String) throws {
    let cell = "\"\(sign.replacing("\"", with: "\"\""))\""
    let text = "Axe;Action;Échéance;Indicateur\nU;Un;12;A\n\(cell);\(cell);\(cell);B\nP;Deux;6;C\n"
    let taken = try importation(text, .indicateurs, into: emptyDemarche)
    #expect(taken.refusals == [] && taken.notices.contains(.ditto(rows: [3])))
    #expect(taken.demarche.schema.paliers.map(\.intitule) == ["Un", "Deux"])
    #expect(taken.demarche.schema.paliers[0].indicateurs.map(\.intitule) == ["A", "B"])
  }

  private static let plan = """
    Axe;Action;Échéance;Indicateur;Cible
    U;Ouvrir une épicerie;12;Tournées;40
    ;solidaire en ville;;par semaine;
    ;et à la campagne;;;
    P;Tutorat;18;Tuteurs;5
    """

  @Test func `words that go on in the row below are asked about, and joined when told so`() throws {
    let asked = try importation(Self.plan, .indicateurs, into: emptyDemarche)
    let texts = ["solidaire en ville", "et à la campagne"]
    #expect(asked.asked.map(\.subject) == texts.map { .word($0, column: Importation.loneTitle) })
    #expect(asked.asked.allSatisfy { $0.options == ["", "suite", "palier"] })
    #expect(asked.asked.map(\.proposal) == ["suite", "suite"])
    let joined = try importation(
      Self.plan, .indicateurs, into: emptyDemarche,
      choices: importChoices(texts.map { $0 + "=suite" }))
    #expect(joined.refusals == [])
    #expect(
      joined.demarche.schema.paliers.map(\.intitule) == [
        "Ouvrir une épicerie solidaire en ville et à la campagne", "Tutorat",
      ])
    #expect(
      joined.demarche.schema.paliers[0].indicateurs.map(\.intitule) == ["Tournées par semaine"])
    let kept = try importation(
      Self.plan, .indicateurs, into: emptyDemarche,
      choices: importChoices(texts.map { $0 + "=palier" })
    )
    #expect(kept.refusals == [] && kept.demarche.schema.paliers.count == 4)
  }

  @Test func `rows and titles that were named and are not there are told`() throws {
    var choices = ImportChoices()
    choices.leftRows = [3, 4, 5, 99]
    let isTaken = choices.add(column: "Nope=axe")
    #expect(isTaken)
    let text = "Axe;Action\nU;Un\nU;Deux\n"
    let taken = try importation(text, .indicateurs, into: emptyDemarche, choices: choices)
    // What goes on beyond the table is meant up to its end.
    #expect(taken.notices.contains(.unusedRows([99])))
    #expect(taken.notices.contains(.unusedColumns(["nope"])))
    choices.leftRows = [3]
    let known = try importation(text, .indicateurs, into: emptyDemarche, choices: choices)
    #expect(!known.notices.contains { if case .unusedRows = $0 { true } else { false } })
  }

  @Test func `an observation said twice under one number, and otherwise, is refused`() throws {
    let text = "numero;axe;texte;statut\n3;P;Équipe soudée;vert\n3;P;Équipe soudée;rouge\n"
    for base in [
      emptyDemarche,
      try importation(
        text.split(separator: "\n").prefix(2).joined(separator: "\n"), .observations,
        into: emptyDemarche
      ).demarche,
    ] {
      let taken = try importation(text, .observations, into: base)
      #expect(taken.refusals == [.init(row: 3, reason: .sameTwice(row: 2))])
    }
    let others = "numero;axe;texte;statut\n3;P;Équipe soudée;vert\n3;P;Un autre texte;rouge\n"
    #expect(try importation(others, .observations, into: emptyDemarche).refusals == [])
  }

  @Test func `a sign before a number, a point of thousands and an amount are not lost unsaid`()
    throws
  {
    let text = """
      Axe;Action;Indicateur;Nature;Cible
      U;Un;A;;+10 %
      U;Deux;B;pourcentage;+10 %
      U;Trois;C;;1.500
      U;Quatre;D;;1.5
      """
    let taken = try importation(text, .indicateurs, into: emptyDemarche)
    let cibles = taken.demarche.schema.paliers.flatMap(\.indicateurs).map(\.cible)
    #expect(cibles[0] == .texte("+10 %") && cibles[1] == .nombre(JSONNumber(10)))
    #expect(taken.notices.contains(.signLeft(row: 3, "+10 %")))
    #expect(taken.notices.contains(.maybeThousands(row: 4, "1.500", "1,5")))
    #expect(taken.notices.count { if case .maybeThousands = $0 { true } else { false } } == 1)
    #expect(CellFormat(code: "#,##0.00 \"€\"") == .euros)
    #expect(CellFormat(code: "#,##0.00 [$€-40C]") == .euros && CellFormat(code: "0.0") == .number)
    let cells = XLSXCells(texts: [], formats: [.euros], since1904: false)
    #expect(cells.text(Array("1234.5".utf8), type: .number, style: 0) == "1234.5\u{A0}€")
  }
}
