import DPES
import TerminalUI

/// The page of the board: the four axes side by side, without what is expected; in a smaller window
/// one axis at a time.
enum CAPage: WallPage {
  static let name = "ca"
  static let title = "la page du CA"

  static func bandeau(_ state: State) -> Bandeau {
    guard let page = state.ca.page else { return Bandeau(ground: .plain, word: "Page du CA") }
    var facts = ["Au \(page.jour.french)"]
    if let mois = page.mois {
      facts.append(mois < 0 ? "avant le départ" : "mois \(mois) sur \(page.dureeMois)")
    }
    if let periode = page.periode { facts.append("période de \(periode.mois) mois") }
    while facts.count > 1,
      !TextWidth.fits(facts.joined(separator: " · "), state.size.width - 4)
    { facts.removeLast() }
    guard state.wallScale < .full, let axis = axis(state) else {
      return Bandeau(
        ground: .plain, word: "Page du CA",
        subject: page.image.map { ["image du \($0.french)"] } ?? [],
        lines: [facts.joined(separator: " · "), "Quatre axes, jamais additionnés."])
    }
    let level = axis.paliers > 0 ? "palier \(axis.actuel) sur \(axis.paliers)" : "sans palier"
    let planned =
      axis.paliers > 0
      ? planned(axis, page) : "Page du CA"
    return Bandeau(
      ground: .plain, word: axis.axe.nomCourt, place: level,
      lines: [facts.joined(separator: " · "), planned])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let page = state.ca.page else {
      let letters = state.wallScale >= .middle ? state.wallLetters : nil
      var rest = area
      let hint = rest.takeBottom(1)
      WallSentence("Pas encore de schéma.", in: rest.size, letters: letters)
        .draw(in: rest, letters: letters, .text, on: &canvas)
      canvas.draw("4 y mène.", at: hint.column, hint.row, .title, upTo: hint.endColumn)
      return
    }
    if state.wallScale == .full {
      drawColumns(page, state, in: area, on: &canvas)
    } else if let axis = axis(state) {
      drawAxis(axis, page, state, in: area, on: &canvas)
    }
  }

  static func keys(_ state: State) -> [String] {
    state.wallScale == .full || state.ca.page == nil
      ? [] : ["← → axe"]
  }

  private static func axis(_ state: State) -> PageDuCA.ParAxe? {
    state.ca.page?.axes.first { $0.axe == state.ca.axe }
  }

  fileprivate static func planned(_ axis: PageDuCA.ParAxe, _ page: PageDuCA) -> String {
    "prévu\u{A0}: palier \(axis.intermediaire) à \(page.intermediaireMois)\u{A0}mois, "
      + "palier \(axis.cible) à \(page.dureeMois)\u{A0}mois"
  }

  private static func drawColumns(
    _ page: PageDuCA, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let gap = 4
    var rest = area
    let decisions = decisions(page, in: Size(rest.width, rest.height / 4))
    if !decisions.isEmpty {
      let foot = rest.takeBottom(decisions.count)
      for (index, line) in decisions.enumerated() {
        canvas.draw(line, at: foot.column, foot.row + index, .text, upTo: foot.endColumn)
      }
      _ = rest.takeBottom(1)
    }
    let width = max(1, (rest.width - 3 * gap) / 4)
    let levels = levels(page, state, in: Size(width, rest.height - 1))
    for (index, axis) in page.axes.enumerated() {
      var column = Rect(
        column: rest.column + index * (width + gap), row: rest.row, width: width,
        height: rest.height)
      if index > 0 {
        canvas.drawVertical(at: column.column - gap / 2, column.row, length: column.height)
      }
      let names = TextWidth.fits(axis.axe.nomCourt, width) ? axis.axe.nomCourt : axis.axe.motCourt
      let title = column.takeTop(1)
      let end = canvas.draw(names, at: title.column, title.row, .title, upTo: title.endColumn)
      guard let level = levels[axis.axe], let letters = state.wallLetters else {
        _ = column.takeTop(1)
        WallAxis(axis, of: page, state.marks, telling: .whole).draw(in: column, on: &canvas)
        continue
      }
      // What the letters count.
      if end + 8 <= title.endColumn { canvas.draw("palier", at: end + 2, title.row, .faint) }
      level.draw(in: column.takeTop(level.rows), letters: letters, .text, on: &canvas)
      WallAxis(axis, of: page, state.marks, telling: .belowLevel).draw(in: column, on: &canvas)
    }
  }

  /// The level of each axis in letters, where every column has room for its own beside all that it says.
  private static func levels(
    _ page: PageDuCA, _ state: State, in size: Size
  ) -> [Axe: WallSentence] {
    var levels: [Axe: WallSentence] = [:]
    for axis in page.axes where axis.paliers > 0 {
      let level = WallSentence(
        "\(axis.actuel) sur \(axis.paliers)", in: Size(size.width, Letters.rows),
        letters: state.wallLetters)
      let rest = WallAxis(axis, of: page, state.marks, telling: .belowLevel)
      guard level.rows == Letters.rows, level.rows + rest.height(width: size.width) <= size.height
      else { return [:] }
      levels[axis.axe] = level
    }
    return levels
  }

  /// What was decided of late, in the words of the notes; cut between words.
  private static func decisions(_ page: PageDuCA, in size: Size) -> [String] {
    var lines: [String] = []
    for note in page.decisions where lines.count < size.height {
      let lead = note.date.map { "Décision du \($0.french)" } ?? "Décision"
      lines += WallText.lines(
        "\(lead)\u{A0}: \(note.decision ?? "")", width: size.width,
        maxLines: min(2, size.height - lines.count))
    }
    return lines
  }

  /// One axis as a palier is shown: what comes next in letters, then what is lost, late, a priority.
  private static func drawAxis(
    _ axis: PageDuCA.ParAxe, _ page: PageDuCA, _ state: State, in area: Rect,
    on canvas: inout Canvas
  ) {
    var rest = area
    let scale = state.wallScale
    if scale == .least {
      let row = rest.takeTop(1)
      canvas.draw(
        WallText.line(CAPage.told(axis, page), width: row.width), at: row.column, row.row, .strong)
      _ = rest.takeTop(1)
    }
    let letters = scale >= .middle ? state.wallLetters : nil
    let parts = WallAxis(axis, of: page, state.marks, telling: .rest)
    let head = rest.takeTop(1)
    var spans: [Span] = []
    let text: String
    if let next = axis.prochain {
      let mark = state.marks.mark(next.etat)
      let when = next.jour?.frenchMonthAndYear ?? next.echeanceMois.map { "\($0)\u{A0}mois" }
      spans = [
        Span("Ensuite, palier \(next.rang)", .faint),
        Span("\(mark.sign) \(next.mot(mark))", Style(mark.ink, .bold)),
      ]
      if let when { spans.append(Span(when, .strong)) }
      text = next.intitule
    } else if axis.paliers > 0 {
      spans = [Span("Palier \(axis.actuel), le dernier", .faint)]
      text = axis.tenu ?? ""
    } else {
      spans = [Span("4 mène au schéma", .title)]
      text = "Pas encore de palier."
    }
    canvas.drawFacts([spans, Array(spans.prefix(2)), Array(spans.prefix(1))], in: head)
    if scale >= .small { _ = rest.takeTop(1) }
    let wanted = min(parts.height(width: rest.width), rest.height / 2)
    let shown = WallSentence(
      text.isEmpty ? "Sans titre" : text, above: wanted, in: rest.size, letters: letters)
    shown.draw(in: rest.takeTop(shown.rows), letters: letters, .text, on: &canvas)
    if rest.height > 1 { _ = rest.takeTop(1) }
    parts.draw(in: rest, on: &canvas)
  }

  /// The level and what is planned, on one row.
  private static func told(_ axis: PageDuCA.ParAxe, _ page: PageDuCA) -> String {
    axis.paliers > 0
      ? "prévu \(axis.intermediaire) à \(page.intermediaireMois)\u{A0}mois, "
        + "\(axis.cible) à \(page.dureeMois)\u{A0}mois" : "rien de prévu"
  }
}

extension Action {
  /// What is heard of the page of the board on the wall.
  static let wallCA = ActionTable.ca.actions.onWall(["ca.axe-suivant", "ca.axe-precedent"])
}
