import DPES
import TerminalUI

extension Radar {
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement else { return }
    canvas.fill(area.inset(columns: -1))
    let series = series(state, avancement)
    var rest = area
    let title = rest.takeTop(1)
    let end = canvas.draw(
      mois == nil ? "Radar des profils" : "Radar de deux dates", at: title.column, title.row,
      .title, upTo: title.endColumn)
    canvas.draw(
      "les quatre axes côte à côte, sans total", at: end + 2, title.row, .faint,
      upTo: title.endColumn)
    let legend = legend(series, state, avancement)
    guard area.width >= Self.smallest.width, area.height >= Self.smallest.height else {
      legend.whole.draw(in: rest, on: &canvas)
      return
    }
    let wanted = RadarFigure.width(forHeight: rest.height)
    if area.width - min(wanted, area.width) >= Self.legendWidth + 3 {
      var side = rest.takeRight(area.width - wanted - 3)
      _ = rest.takeRight(3)
      _ = side.takeTop(1)
      legend.whole.draw(in: side, on: &canvas)
    } else {
      legend.short.draw(in: rest.takeBottom(min(2, legend.short.lines.count)), on: &canvas)
    }
    drawFigure(series, avancement, in: rest, on: &canvas)
  }

  private static let legendWidth = 28

  private func drawFigure(
    _ series: [Serie], _ avancement: Avancement, in area: Rect, on canvas: inout Canvas
  ) {
    let top = max(series.flatMap(\.niveaux).max() ?? 0, avancement.axes.map(\.cible).max() ?? 0, 1)
    RadarFigure(series, top: top, in: area.size).draw(in: area, on: &canvas)
    for (index, axe) in Axe.allCases.enumerated() {
      let name = "\(axe.lettre) \(axe.motCourt)"
      let width = TextWidth.columns(of: name)
      canvas.draw(
        name, at: index % 2 == 0 ? area.column : area.endColumn - width,
        index < 2 ? area.row : area.endRow - 1, .strong)
    }
  }

  /// What the letters and lines are, and the levels in figures.
  private func legend(
    _ series: [Serie], _ state: State, _ avancement: Avancement
  ) -> (whole: StyledLines, short: StyledLines) {
    var whole = StyledLines(width: Self.legendWidth)
    let wide = max(6, series.map { TextWidth.columns(of: $0.name) }.max() ?? 0)
    // Of the widest level, with a blank before it.
    let room = max(3, series.flatMap(\.niveaux).map { String($0).count + 1 }.max() ?? 3)
    func cells(_ texts: [String]) -> String {
      texts.map { String(repeating: " ", count: max(0, room - $0.count)) + $0 }.joined()
    }
    // Of a sample of a line, and its letter.
    let margin = "      "
    let letters = cells(Axe.allCases.map { String($0.lettre) })
    whole.add(line: [Span(margin + "".padded(to: wide) + letters, .title)])
    var short: [[Span]] = []
    for serie in series {
      let style = Style(serie.ink, .bold)
      whole.add(line: [
        Span("\(sample(of: serie, state)) \(serie.letter) ", style),
        Span(serie.name.padded(to: wide), .text),
        Span(cells(serie.niveaux.map(String.init)), .strong),
      ])
      if let same = serie.same {
        whole.add(line: [Span("\(margin)\(same), sur les 4 axes", .faint)])
      }
      short.append([
        Span("\(serie.letter) ", style),
        Span(serie.name + (serie.same.map { " \($0)" } ?? ""), .text),
      ])
    }
    if mois == nil {
      let levels = cells(avancement[.depart].niveaux.map(String.init))
      whole.add(line: [Span(margin, .text), Span("départ".padded(to: wide) + levels, .faint)])
    }
    var flow = StyledLines(width: Self.smallest.width)
    flow.add(facts: short)
    return (whole, flow)
  }

  /// A piece of the serie's line.
  private func sample(of serie: Serie, _ state: State) -> String {
    let line = serie.dashes == nil ? "───" : serie.dashes?.on == 1 ? "···" : "╌╌╌"
    return state.environment.symbols.sign(line, ascii: String(repeating: serie.ascii, count: 3))
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - TextWidth.columns(of: self)))
  }
}
