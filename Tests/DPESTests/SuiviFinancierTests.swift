import DPES
import JSONTree
import Testing

@Suite struct SuiviFinancierTests {
  private func exercice(
    _ year: Int?, _ marchand: Int?, _ nonMarchand: Int?, _ nonMonetaire: Int?, chiffre: Int? = nil
  ) -> Exercice {
    var exercice = Exercice()
    exercice.id = year.map { "e\($0)" } ?? "e"
    exercice.debut = year.flatMap { Day(year: $0, month: 9, day: 1) }
    exercice.fin = year.flatMap { Day(year: $0 + 1, month: 8, day: 31) }
    exercice.chiffreAffaires = chiffre.map { JSONNumber($0) }
    exercice.marchand = marchand.map { JSONNumber($0) }
    exercice.nonMarchand = nonMarchand.map { JSONNumber($0) }
    exercice.nonMonetaire = nonMonetaire.map { JSONNumber($0) }
    return exercice
  }

  private func parts(_ annee: SuiviFinancier.Annee) -> [Double?] {
    SuiviFinancier.Mesure.ressources.map { annee[$0]?.part }
  }

  @Test(
    arguments: [
      ([120, 60, 20], [0.6, 0.3, 0.1], false),
      ([150, nil, 50], [0.75, nil, 0.25], true),
      ([nil, nil, nil], [nil, nil, nil], true),
      // Nothing is a share of nothing, and a loss is a share of no one's resources.
      ([0, 0, 0], [nil, nil, nil], false),
      ([-10, 30, 10], [nil, nil, nil], false),
    ] as [([Int?], [Double?], Bool)])
  func `a share is one of the resources that are said`(
    said: [Int?], shares: [Double?], isPartial: Bool
  ) throws {
    let suivi = SuiviFinancier([exercice(2024, said[0], said[1], said[2], chiffre: 1_000)])
    let annee = try #require(suivi.annees.first)
    #expect(parts(annee) == shares && annee.estPartielle == isPartial)
    #expect(annee[.chiffreAffaires]?.part == nil)
  }

  @Test func `years stand the latest first, and change is from the one before`() {
    let suivi = SuiviFinancier([
      exercice(2023, 80, 0, nil), exercice(nil, 1, 1, 1), exercice(2025, 100, 50, 5),
      exercice(2024, 100, 40, 10),
    ])
    #expect(suivi.annees.map(\.exercice.id) == ["e2025", "e2024", "e2023", "e"])
    #expect(suivi.annees.map { $0[.marchand]?.variation } == [0, 0.25, nil, nil])
    #expect(suivi.annees.map { $0[.nonMarchand]?.variation } == [0.25, nil, nil, nil])
    #expect(suivi.annees.map { $0[.nonMonetaire]?.variation } == [-0.5, nil, nil, nil])
  }

  @Test func `numbers too large for anybody break nothing`() throws {
    var exercice = exercice(2024, 1, 1, 1)
    exercice.marchand = try number("1e308")
    exercice.nonMarchand = try number("1e308")
    let annee = try #require(SuiviFinancier([exercice]).annees.first)
    #expect(parts(annee) == [nil, nil, nil])
  }

  private func number(_ text: String) throws -> JSONNumber {
    guard case .number(let number) = try JSONValue.parse(Array(text.utf8)) else {
      throw FormatError.notANumber
    }
    return number
  }

  private enum FormatError: Error { case notANumber }
}
