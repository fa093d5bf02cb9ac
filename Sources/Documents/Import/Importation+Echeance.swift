import DPES

extension Importation {
  /// The month of a palier: a number of months or years, or what a day or a part of a year comes to.
  mutating func echeance(_ row: ImportRow) throws(Reason) -> Int? {
    guard let cell = row.word("echeance"), let text = row.said("echeance"),
      !row.words.isNobody(text)
    else { return nil }
    // Nearly all say so many months.
    if text.utf8.count < 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return try counted(cell, row)
    }
    if let years = SchemaDeProgres.mois(enAnnees: text) {
      notices.append(.month(row: row.number, text, nil, years))
      return years
    }
    guard let date = DateEcrite(fin: text) else { return try counted(cell, row) }
    guard let start = demarche.schema.debut, let months = demarche.schema.mois(de: date) else {
      throw .noStart(cell)
    }
    guard date.dernierJour >= start else { throw .beforeStart(cell, start) }
    guard Limite.duree.admet(months) else { throw .beyond(cell, column: "echeance", .duree) }
    notices.append(.month(row: row.number, text, demarche.schema.jour(months), months))
    return months
  }

  private func counted(_ text: String, _ row: ImportRow) throws(Reason) -> Int? {
    do throws(Reason) {
      return try row.months("echeance")
    } catch {
      guard case .notANumber = error else { throw error }
      throw .notADeadline(
        text, saysNone: row.words.proposal(for: text, in: "echeance") != nil)
    }
  }
}
