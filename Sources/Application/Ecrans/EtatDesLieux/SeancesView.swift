import DPES
import TerminalUI

/// The séances, drawn: the latest first, each with its promises and how they stand today.
struct SeancesView: SectionView {
  let etat: EtatEcran
  let marks: Marks
  let derived: Derived
  let layout: ListLayout
  private let foot: StyledLines

  init(_ state: State, in area: Rect) {
    etat = state.etat
    marks = state.marks
    derived = state.derived
    foot = Self.foot(state, width: area.width)
    layout = ListLayout(area, rows: state.etat.rows.rows.count, footRows: foot.lines.count)
  }

  func draw(on canvas: inout Canvas) {
    let rows = etat.rows.rows
    guard !rows.isEmpty else {
      return canvas.drawNothing(
        ["Aucune séance encore.", "o ouvre celle du jour."], in: layout.list)
    }
    drawHeading(on: &canvas)
    etat.list.view.draw(on: &canvas, in: layout.list, of: rows.count, lines: lines) {
      canvas, line, index in
      if let promesse = etat.rows.promesse(rows[index]) {
        draw(promesse, in: line, on: &canvas)
      } else {
        draw(etat.rows.seances[rows[index].seance], in: line, on: &canvas)
      }
    }
    foot.draw(in: layout.foot, on: &canvas)
  }

  func lines(of row: Int) -> Int {
    guard let promesse = etat.rows.promesse(etat.rows.rows[row]) else { return 1 }
    let columns = columns(in: layout.list)
    return TextWidth.lineCount(of: promesse.texte ?? "", width: columns.end - columns.start)
  }

  /// Where the text of a promise stands.
  private func columns(in line: Rect) -> (start: Int, end: Int) {
    line.width >= 70
      ? (line.column + 19, line.endColumn - 22) : (line.column + 4, line.endColumn - 10)
  }

  /// « Depuis la dernière fois »: how many promises were kept, are late, were given up.
  private func drawHeading(on canvas: inout Canvas) {
    let row = layout.heading
    let promesses = etat.rows.aRevoir
    guard !promesses.isEmpty else {
      canvas.draw("Séances et promesses", at: row.column, row.row, .faint, upTo: row.endColumn)
      return
    }
    let counts = Seance.Promesse.Suivi.allCases.compactMap { suivi -> (Marks.Mark, Int)? in
      let count = promesses.count { $0.suivi(le: etat.rows.jour) == suivi }
      return count == 0 ? nil : (marks.mark(suivi), count)
    }
    let words = counts.map { ("\($0.sign) \($1) \($0.word)", $0.ink) }
    let signs = counts.map { ("\($0.sign) \($1)", $0.ink) }
    let tellings = [
      ("Depuis la dernière fois\u{A0}:", words), ("Promesses\u{A0}:", words), ("", words),
    ]
    let fitting = tellings.first { title, facts in
      facts.reduce(TextWidth.columns(of: title)) { $0 + TextWidth.columns(of: $1.0) + 2 }
        <= row.width
    }
    let (title, facts) = fitting ?? ("Promesses\u{A0}:", signs)
    var column = canvas.draw(title, at: row.column, row.row, .strong, upTo: row.endColumn)
    for (text, ink) in facts {
      if column > row.column { column += 2 }
      column = canvas.draw(text, at: column, row.row, Style(ink), upTo: row.endColumn)
    }
  }

  private func draw(_ seance: Seance, in line: Rect, on canvas: inout Canvas) {
    let end = line.endColumn - 1
    var column = canvas.draw(
      seance.date?.french ?? "sans date", at: line.column, line.row, .title, upTo: end)
    if seance.date == etat.rows.jour {
      column = canvas.draw("aujourd’hui", at: column + 2, line.row, .strong, upTo: end)
    }
    let count = seance.presents.count
    let presents = count == 0 ? "" : count.counting("présent")
    let start = end - TextWidth.columns(of: presents)
    canvas.draw(seance.titre ?? "", at: column + 2, line.row, .text, upTo: start - 2)
    if start > column + 2 { canvas.draw(presents, at: start, line.row, .faint, upTo: end) }
  }

  /// A promise: its sign and word, what, who, and for when.
  private func draw(_ promesse: Seance.Promesse, in line: Rect, on canvas: inout Canvas) {
    let mark = marks.mark(promesse.suivi(le: etat.rows.jour))
    let end = line.endColumn - 1
    let isWide = line.width >= 70
    canvas.draw(mark.sign, at: line.column + 2, line.row, Style(mark.ink, .bold))
    if isWide { canvas.draw(mark.word, at: line.column + 4, line.row, Style(mark.ink)) }
    let day = isWide ? promesse.quand?.frenchShort ?? "" : ""
    canvas.draw(day, at: end - 10, line.row, .faint, upTo: end)
    let columns = columns(in: line)
    let who = columns.end + 1
    canvas.draw(
      promesse.qui.flatMap { derived.initiales[$0] } ?? "", at: who, line.row, .strong,
      upTo: who + 8)
    canvas.drawLines(promesse.texte ?? "", from: columns.start, upTo: columns.end, in: line)
  }

  // What is selected, in full.

  private static func foot(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    let derived = state.etat.rows
    guard let row = state.etat.row else { return lines }
    if let promesse = derived.promesse(row) {
      add(promesse, state, to: &lines)
      return lines
    }
    let seance = derived.seances[row.seance]
    lines.add(facts: presents(seance, state))
    if let image = state.demarche?.image(deSeance: seance.id) {
      lines.add("Image du \(image.date.french)\(image.figee ? ", figée" : "").", .faint)
    }
    if let notes = seance.notes { lines.add(notes, .text) }
    return lines
  }

  private static func add(
    _ promesse: Seance.Promesse, _ state: State, to lines: inout StyledLines
  ) {
    let mark = state.marks.mark(promesse.suivi(le: state.etat.rows.jour))
    var facts = [[Span("\(mark.sign) \(mark.word)", Style(mark.ink, .bold))]]
    if let qui = promesse.qui {
      facts.append([Span(state.derived.initiales[qui] ?? "quelqu’un qui n’est plus là", .strong)])
    }
    if let quand = promesse.quand { facts.append([Span("pour le \(quand.french)", .text)]) }
    lines.add(facts: facts)
    lines.add(promesse.texte ?? "", .text)
  }

  /// Those who were there, by collège.
  private static func presents(_ seance: Seance, _ state: State) -> [[Span]] {
    guard !seance.presents.isEmpty else {
      return [[Span("Présents\u{A0}: personne encore", .faint)]]
    }
    let here = Set(seance.presents)
    let people = state.etat.rows.participants.filter { here.contains($0.id) }
    return (College.allCases.map { $0 } + [nil]).compactMap { college in
      let names = people.filter { $0.college == college }.map { $0.initiales ?? "?" }
      guard !names.isEmpty else { return nil }
      return [
        Span("\(college?.motCourt ?? "sans collège") ", .faint),
        Span(names.joined(separator: " "), .text),
      ]
    }
  }
}

extension Marks {
  /// How a promise stands.
  func mark(_ suivi: Seance.Promesse.Suivi) -> Mark {
    switch suivi {
    case .tenue: Mark(sign: symbols.sign("✔", ascii: "A"), ink: .green, word: suivi.mot)
    case .enRetard: Mark(sign: "!", ink: .red, word: suivi.mot)
    case .abandonnee: Mark(sign: symbols.sign("✘", ascii: "X"), ink: .orange, word: suivi.mot)
    case .aVenir, .sansNouvelle: Mark(sign: symbols.nothing, ink: .faint, word: suivi.mot)
    }
  }
}
