import DPES
import Testing

@testable import Documents

/// Columns that have cells and no title.
@Suite struct ImportUntitledTests {
  /// As a workbook says it, or as text with this sign between cells.
  private func taken(
    _ rows: [[String]], _ kind: Importation.Kind = .indicateurs, separator: Character? = nil,
    _ meanings: [String] = [],
    into demarche: Demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
  ) throws -> Importation {
    let text = rows.map { $0.joined(separator: ";") + "\n" }.joined()
    let grid = Grid(
      rows: try Grid(csv: Array(text.utf8)).rows, separator: separator, remarks: [])
    var choices = ImportChoices()
    for meaning in meanings { _ = choices.add(meaning: meaning) }
    return try Importation(
      grid, kind, into: demarche,
      Signature(quand: Instant(seconds: today.number * 86_400), jour: today),
      ids: IDGenerator(seed: UInt64(7 + demarche.cercles.count)), words: try importWords(),
      choices: choices)
  }

  private let titles = ["", "Axe", "Palier", "Échéance", "Indicateur", "Cible"]

  private func plan(_ numbers: [String]) -> [[String]] {
    [titles]
      + numbers.enumerated().map { place, number in
        [number, "U", "Palier \(place)", "12", "Visites \(place)", "100"]
      }
  }

  @Test(arguments: [
    ["1", "2", "3"], ["1.", "2.", "3."], ["1.1", "1.2", "2.1"], ["n° 1", "n° 2", "n° 4"],
    ["1", "2", "1"], ["A1", "A2", "B1"], ["1", "", "2"],
  ])
  func `a column without a title that counts the rows is left aside, and told`(
    numbers: [String]
  ) throws {
    let taken = try taken(plan(numbers))
    #expect(taken.refusals == [])
    #expect(taken.added == 3)
    #expect(taken.notices.contains(.numbering(column: "A")))
  }

  @Test(arguments: [
    ["2027", "2028", "2029"], ["1", "5", "3"], ["12", "13", "14"], ["1", "x", "2"],
  ])
  func `other numbers there are asked about by their column`(numbers: [String]) throws {
    let taken = try taken(plan(numbers))
    #expect(taken.refusals.count == 3)
    #expect(taken.refusals.first?.reason == .untitledColumn("colonne A", text: numbers[0]))
    #expect(taken.asked.map(\.subject) == [.word("colonne A", column: Importation.untitled)])
  }

  @Test func `a remark beside the table is left aside as one column, its rows come in`() throws {
    var rows = plan(["1", "2", "3"])
    rows[2].append("voir avec la mairie")
    #expect(
      try taken(rows).refusals.map(\.reason)
        == [.untitledColumn("colonne G", text: "voir avec la mairie")])
    let said = try taken(rows, .indicateurs, ["colonne G="])
    #expect(said.refusals == [])
    #expect(said.added == 3)
    #expect(said.notices.contains(.untitledLeft(column: "G")))
    #expect(!said.notices.contains { if case .unusedMeaning = $0 { true } else { false } })
  }

  @Test func `what a separator parts is told as that`() throws {
    var rows = plan(["1", "2", "3"])
    rows[1].append("de trop")
    guard case .moreCells? = try taken(rows, separator: ";").refusals.first?.reason else {
      Issue.record("no separator is named")
      return
    }
  }

  @Test func `a second column of indicators is told, as one is taken`() throws {
    let taken = try taken([
      ["Axe", "Action", "Indicateurs de suivi", "Indicateurs de résultat"], ["U", "Un", "A", "B"],
    ])
    #expect(
      taken.notices.contains(
        .beside(
          "Indicateurs de résultat", taken: "Indicateurs de suivi", column: "indicateur")))
  }

  @Test func `what somebody does may stand beside initials that are known`() throws {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    var ids = IDGenerator(seed: 1)
    let id = demarche.ajouterParticipant(initiales: "SC", ids: &ids)
    let taken = try importation(
      "axe;texte;auteur\nU;Un;SC (pilote)\n", .observations, into: demarche)
    #expect(taken.refusals == [])
    #expect(taken.demarche.cercles.flatMap(\.observations).map(\.auteur) == [id])
  }
}
