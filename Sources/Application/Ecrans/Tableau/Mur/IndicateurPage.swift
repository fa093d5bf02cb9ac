import DPES
import TerminalUI

/// One indicator in one period: its value as large as the wall allows, its target, and what it was in
/// the other periods.
enum IndicateurPage: WallPage {
  static let name = "indicateur"
  static let title = "l’indicateur"

  static func isOffered(_ state: State) -> Bool { state.tableau.selected != nil }

  static func bandeau(_ state: State) -> Bandeau {
    guard let line = state.tableau.selected, let avancement = state.derived.avancement else {
      return TableauPage.bandeau(state)
    }
    let axe = line.axe.axe
    let subject = [axe.nomCourt, axe.motCourt]
    let place = line.palier.map { "palier \($0.rang)" } ?? ""
    guard let words = words(state), let cell = state.tableau.cell else {
      let mark = state.marks.mark(line.palier?.etat ?? .aVenir)
      return Bandeau(
        ground: mark.ink.aplat, sign: mark.sign, word: mark.word, subject: subject, place: place,
        lines: ["Ce palier n’a pas d’indicateur\u{A0}: il n’y a rien à mesurer ici."])
    }
    let period = PeriodWords(cell.periode, avancement, state)
    let stand = period.stand.map { ", \($0)" } ?? ""
    let end = cell.periode.fin.map { ", jusqu’en \($0.frenchMonthAndYear)" } ?? ""
    return Bandeau(
      ground: words.mark.ink.aplat, sign: words.mark.sign, word: words.mark.word,
      flags: words.meaning.isEmpty ? [] : [words.meaning], subject: subject, place: place,
      lines: [
        "à \(cell.periode.mois)\u{A0}mois\(end)\(stand)",
        "objectif\u{A0}: \(words.objectif)",
      ])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let line = state.tableau.selected else {
      return TableauPage.drawNothing(state, in: area, on: &canvas)
    }
    var rest = area
    drawSeries(state, line, in: &rest, on: &canvas)
    guard let title = line.indicateur?.indicateur.intitule else {
      return drawUnmeasured(line, state, in: rest, on: &canvas)
    }
    let heading = WallText.lines(
      title, width: area.width, maxLines: max(1, min(3, rest.height - 2)))
    for text in heading {
      let row = rest.takeTop(1)
      canvas.draw(text, at: row.column, row.row, .strong, upTo: row.endColumn)
    }
    if state.wallScale >= .middle, let palier = line.palier {
      let row = rest.takeTop(1)
      let text = "palier \(palier.rang), «\u{A0}\(palier.palier.intitule)\u{A0}»"
      let told = WallText.lines(text, width: row.width, maxLines: 1).first ?? ""
      canvas.draw(told, at: row.column, row.row, .faint, upTo: row.endColumn)
    }
    let gap = rest.takeTop(1)
    guard let words = words(state) else { return }
    drawValue(words, state, under: gap, in: rest, on: &canvas)
  }

  /// A palier that nothing measures: its title, and what the group said of it.
  private static func drawUnmeasured(
    _ line: TableauRows.Line, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    let row = rest.takeBottom(1)
    _ = rest.takeBottom(1)
    let said = line.palier?.palier.atteintLe.map { "Déclaré atteint le \($0.french)." }
    canvas.draw(
      said ?? "Pas encore déclaré atteint.", at: row.column, row.row, .faint, upTo: row.endColumn)
    WallView.drawSentence(
      line.palier?.palier.intitule ?? "", state, in: &rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    ["↑ ↓ indicateur", "← → période", "Entrée l’axe"]
  }

  private static func words(_ state: State) -> CaseWords? {
    guard let cell = state.tableau.cell, let one = state.tableau.selected?.indicateur else {
      return nil
    }
    return CaseWords(cell, of: one.indicateur, state.marks)
  }

  /// The value, and its target after it, or under it where the value leaves no room; above it where
  /// letters need all of the rows.
  private static func drawValue(
    _ words: CaseWords, _ state: State, under gap: Rect, in area: Rect, on canvas: inout Canvas
  ) {
    let target = words.cible.map { "cible \($0)" } ?? "sans cible"
    let width = TextWidth.columns(of: target)
    let letters = state.wallScale == .least ? nil : state.wallLetters
    let room = Size(max(1, area.width - width - 4), area.height)
    let beside = WallSentence(words.realise, in: room, letters: letters)
    var rest = area
    let lines = WallText.lines(target, width: area.width, maxLines: max(1, area.height / 3))
    let foot = rest.takeBottom(lines.count)
    _ = rest.takeBottom(1)
    let above = WallSentence(words.realise, in: rest.size, letters: letters)
    let alone = WallSentence(words.realise, in: area.size, letters: letters)
    if alone.letterRows > max(above.letterRows, beside.letterRows) {
      canvas.draw(WallText.line(target, width: gap.width), in: gap, .faint)
      return alone.draw(in: area, letters: letters, .text, on: &canvas)
    }
    let fits = beside.letterRows > 1 || beside.lines.count == 1
    if fits, beside.letterRows >= above.letterRows, beside.rows <= area.height {
      beside.draw(in: area, letters: letters, .text, on: &canvas)
      let end = beside.lastColumns(letters)
      canvas.draw(
        target, at: area.column + min(end + 3, area.width - width),
        area.row + max(0, beside.rows - 1), .faint, upTo: area.endColumn)
      return
    }
    above.draw(in: rest, letters: letters, .text, on: &canvas)
    let start = min(foot.row, rest.row + above.rows + 1)
    for (row, text) in lines.enumerated() {
      canvas.draw(text, at: foot.column, start + row, .faint, upTo: foot.endColumn)
    }
  }

  /// The periods below, each with its sign and its value.
  private static func drawSeries(
    _ state: State, _ line: TableauRows.Line, in area: inout Rect, on canvas: inout Canvas
  ) {
    guard state.wallScale > .least, let suivi = line.indicateur else { return }
    let text = TableauText(marks: state.marks)
    func told(_ cell: Avancement.Case) -> (text: String, ink: Style.Ink)? {
      let late = cell.realise == nil ? state.marks.passed(cell) : nil
      guard let mark = late ?? text.mark(of: cell) else { return nil }
      return ("\(mark.sign) \(short(cell, suivi.indicateur))", mark.ink)
    }
    let widest = suivi.cases.compactMap { told($0).map { TextWidth.columns(of: $0.text) } }.max()
    let least = max(PeriodStrip.least, (widest ?? 0) + 1)
    guard let strip = PeriodStrip(state, width: area.width, least: least) else { return }
    let place = area.takeBottom(3)
    canvas.drawHorizontal(at: area.column, area.takeBottom(1).row, length: area.width)
    if area.height > 6 { _ = area.takeBottom(1) }
    strip.draw(in: place, on: &canvas) { periode in
      suivi.cases.first { $0.periode.mois == periode.mois }.flatMap(told)
    }
  }

  /// A value in the room of a period: a text is said on its own.
  private static func short(_ cell: Avancement.Case, _ indicateur: Indicateur) -> String {
    switch cell.realise?.valeur {
    case nil: return ""
    case .texte: return "texte"
    case .ouiNon(let value): return value ? "oui" : "non"
    case .nombre(let number):
      return indicateur.nature == .pourcentage ? "\(number.french)\u{A0}%" : number.french
    }
  }
}

extension WallSentence {
  /// The columns of its last line.
  fileprivate func lastColumns(_ letters: Letters?) -> Int {
    let line = lines.last ?? ""
    guard case .letters(let scale, _) = setting else { return TextWidth.columns(of: line) }
    return (letters?.columns(of: line) ?? 0) * scale
  }
}
