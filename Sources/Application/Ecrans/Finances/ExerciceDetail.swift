import DPES
import TerminalUI

/// One year in full: each figure, its share as a bar, how it moved; what is wrong, and who pays.
struct ExerciceDetail {
  private let annee: SuiviFinancier.Annee
  private let area: Rect
  /// Where the columns end or begin; nil for one without room.
  private let valueEnd: Int
  private let shareEnd: Int
  private let changeEnd: Int
  private let bar: Rect?
  private let isWide: Bool

  init(_ annee: SuiviFinancier.Annee, in area: Rect) {
    self.annee = annee
    self.area = area
    let isWide = area.width >= 60
    self.isWide = isWide
    let names = SuiviFinancier.Mesure.allCases.map { TextWidth.columns(of: $0.name(isWide)) }
    let values = annee.chiffres.map { TextWidth.columns(of: $0.french ?? "non dit") }
    valueEnd = area.column + (names.max() ?? 0) + 1 + (values.max() ?? 0)
    shareEnd = valueEnd + 6
    changeEnd = shareEnd + 8
    let start = changeEnd + 2
    let room = area.endColumn - start
    bar = room >= 8 ? Rect(column: start, row: area.row, width: min(40, room), height: 1) : nil
  }

  /// Rows that it takes where there is room.
  static func rows(_ annee: SuiviFinancier.Annee) -> Int {
    // A title, and two rows for each sentence in a narrow window.
    annee.chiffres.count + 1 + 2 * sentences(annee).count
  }

  /// What is wrong with the year, what the shares are of, and how many pay.
  private static func sentences(_ annee: SuiviFinancier.Annee) -> [(String, Style)] {
    var all: [(String, Style)] = []
    if let wrong = annee.exercice.phraseDuChiffreDAffaires, let sold = annee.exercice.marchand {
      all.append(("! \(wrong) Garder \(sold.euros)\u{A0}? Entrée.", .strong))
    }
    if let wrong = annee.exercice.phraseDesFinanceursEnTrop {
      all.append(("! \(wrong) Leurs parts ne sont pas dites.", .strong))
    }
    if let pluralite = annee.pluralite { all.append((pluralite.phrase, .text)) }
    let hasShares = annee.chiffres.contains { $0.part != nil }
    if annee.estPartielle, hasShares {
      all.append(("Les parts sont celles de l’argent dit\u{A0}: il en manque.", .faint))
    }
    return all
  }

  func draw(on canvas: inout Canvas) {
    // Where not all of it fits, the list says already which year it is.
    let sentences = Self.sentences(annee)
    let lines = sentences.flatMap { text, style in
      TextWidth.wrap(text, width: area.width).map { ($0, style) }
    }
    // What is wrong comes first where there is no room for all.
    let isWrong =
      annee.exercice.chiffreDAffairesEnTrop || annee.exercice.phraseDesFinanceursEnTrop != nil
    let wrong = isWrong ? min(lines.count, area.height / 2) : 0
    let top = area.height > annee.chiffres.count + wrong ? 1 : 0
    if top > 0 { drawTitle(on: &canvas) }
    let figures = annee.chiffres.prefix(max(0, area.height - top - wrong))
    for (index, chiffre) in figures.enumerated() {
      draw(chiffre, at: area.row + top + index, on: &canvas)
    }
    let rest = area.height - top - figures.count
    for (index, (text, style)) in lines.prefix(max(0, rest)).enumerated() {
      canvas.draw(
        text, at: area.column, area.row + top + figures.count + index, style, upTo: area.endColumn)
    }
  }

  private func drawTitle(on canvas: inout Canvas) {
    let column = canvas.draw(
      "Exercice \(annee.exercice.nom)", at: area.column, area.row, .strong, upTo: area.endColumn)
    // Beside a long name there is no room for the headings of the columns.
    guard column + 2 <= valueEnd else { return }
    draw("part", endingAt: shareEnd, area.row, .faint, on: &canvas)
    draw("évol.", endingAt: changeEnd, area.row, .faint, on: &canvas)
  }

  private func draw(_ chiffre: SuiviFinancier.Chiffre, at row: Int, on canvas: inout Canvas) {
    canvas.draw(chiffre.mesure.name(isWide), at: area.column, row, .faint, upTo: area.endColumn)
    guard let value = chiffre.french else {
      draw("non dit", endingAt: valueEnd, row, .faint, on: &canvas)
      return
    }
    draw(value, endingAt: valueEnd, row, .text, on: &canvas)
    if let part = chiffre.part {
      draw("\(part)\u{A0}%", endingAt: shareEnd, row, .text, on: &canvas)
    }
    if let variation = chiffre.variation {
      draw(Self.change(variation), endingAt: changeEnd, row, .text, on: &canvas)
    }
    if let bar, let part = chiffre.part {
      let width = part > 0 ? max(1, (part * bar.width + 50) / 100) : 0
      canvas.drawBar(chiffre.mesure, at: bar.column, row, width: width)
    }
  }

  private func draw(
    _ text: String, endingAt end: Int, _ row: Int, _ style: Style, on canvas: inout Canvas
  ) {
    let start = end - TextWidth.columns(of: text)
    canvas.draw(text, at: max(area.column, start), row, style, upTo: min(end, area.endColumn))
  }

  /// `+4 %`, `−12 %`, `=`.
  private static func change(_ variation: Double) -> String {
    let percent = (variation * 100).rounded()
    guard abs(percent) < 1_000 else { return "×\(Int(min(variation + 1, 9_999).rounded()))" }
    if percent == 0 { return "=" }
    return (percent < 0 ? "−" : "+") + "\(Int(abs(percent)))\u{A0}%"
  }
}

extension SuiviFinancier.Mesure {
  fileprivate func name(_ isWide: Bool) -> String {
    guard !isWide else { return nom }
    return switch self {
    case .marchand: "Ventes (CA)"
    case .nonMarchand: "Subv., dons"
    case .nonMonetaire: "En nature"
    case .ressources: "Ressources"
    case .autofinancement: "Autofin."
    case .heuresDonnees: "Heures"
    case .chiffreAffaires: "CA écrit"
    }
  }
}
