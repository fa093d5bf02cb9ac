import DPES
import TerminalUI

/// One year in full: each figure, its share as a bar, and how it moved.
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

  func draw(on canvas: inout Canvas) {
    // Where not all of it fits, the list says already which year it is.
    let top = area.height > annee.chiffres.count ? 1 : 0
    if top > 0 { drawTitle(on: &canvas) }
    for (index, chiffre) in annee.chiffres.prefix(area.height - top).enumerated() {
      draw(chiffre, at: area.row + top + index, on: &canvas)
    }
    guard annee.estPartielle, area.height > annee.chiffres.count + 1 else { return }
    canvas.draw(
      "Les parts sont celles des ressources dites\u{A0}: il en manque.", at: area.column,
      area.row + annee.chiffres.count + 1, .faint, upTo: area.endColumn)
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
      draw(Self.percent(part), endingAt: shareEnd, row, .text, on: &canvas)
    }
    if let variation = chiffre.variation {
      draw(Self.change(variation), endingAt: changeEnd, row, .text, on: &canvas)
    }
    if let bar, let part = chiffre.part {
      let width = part > 0 ? max(1, Int((part * Double(bar.width)).rounded())) : 0
      canvas.drawBar(chiffre.mesure, at: bar.column, row, width: width)
    }
  }

  private func draw(
    _ text: String, endingAt end: Int, _ row: Int, _ style: Style, on canvas: inout Canvas
  ) {
    let start = end - TextWidth.columns(of: text)
    canvas.draw(text, at: max(area.column, start), row, style, upTo: min(end, area.endColumn))
  }

  /// `62 %`, and never none of what there is a little of.
  private static func percent(_ part: Double) -> String {
    let whole = Int((part * 100).rounded())
    return whole == 0 && part > 0 ? "<1\u{A0}%" : "\(whole)\u{A0}%"
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
    case .chiffreAffaires: "Ch. d’aff."
    case .nonMarchand: "Non march."
    case .nonMonetaire: "Non monét."
    case .autofinancement: "Autofin."
    case .heuresDonnees: "Heures"
    case .marchand: "Marchand"
    }
  }
}
