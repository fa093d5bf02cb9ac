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
    etat.list.view.draw(on: &canvas, in: layout.list, of: rows.count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let row = etat.rows.rows[row]
    return etat.rows.promesse(row).map { line($0, width: width) }
      ?? etat.rows.demande(row).map { line($0, width: width) }
      ?? line(etat.rows.seances[row.seance], width: width)
  }

  /// « Depuis la dernière fois »: how many promises were kept, are late, were given up.
  private func drawHeading(on canvas: inout Canvas) {
    let row = layout.heading
    let promesses = etat.rows.aRevoir
    guard !promesses.isEmpty else {
      canvas.draw("Séances et promesses", at: row.column, row.row, .faint, upTo: row.endColumn)
      return
    }
    let counts = Seance.Promesse.Suivi.allCases.compactMap { suivi -> (Marks.Mark, Int, String)? in
      let count = promesses.count { $0.suivi(le: etat.rows.jour) == suivi }
      return count == 0 ? nil : (marks.mark(suivi), count, suivi.mot(pour: count))
    }
    let words = counts.map { ("\($0.sign) \($1) \($2)", $0.ink) }
    let signs = counts.map { ("\($0.0.sign) \($0.1)", $0.0.ink) }
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

  private func line(_ seance: Seance, width: Int) -> ListLine {
    var (line, column) = (ListLine(), 0)
    func add(_ text: String, _ style: Style) {
      let end = column + TextWidth.columns(of: text)
      line.add(text, from: column, upTo: min(end, width - 1), style)
      column = end + 2
    }
    add(seance.date?.french ?? "sans date", .title)
    if seance.date == etat.rows.jour { add("aujourd’hui", .strong) }
    let count = seance.presents.count
    let presents = count == 0 ? "" : count.counting("présent")
    let start = width - 1 - TextWidth.columns(of: presents)
    let genre = seance.genre.flatMap { $0 == .travail ? nil : $0.mot }
    line.add(
      [genre, seance.titre].compactMap(\.self).joined(separator: ", "), from: column,
      upTo: start - 2)
    if start > column { line.add(presents, from: start, upTo: width - 1, .faint) }
    return line
  }

  /// A promise: its sign and word, what, who, and for when.
  private func line(_ promesse: Seance.Promesse, width: Int) -> ListLine {
    let mark = marks.mark(promesse.suivi(le: etat.rows.jour))
    let isWide = width >= 70
    let (start, end) = isWide ? (19, width - 22) : (4, width - 10)
    var line = ListLine()
    line.add(mark.sign, from: 2, upTo: 3, Style(mark.ink, .bold))
    if isWide {
      line.add(mark.word, from: 4, upTo: start, Style(mark.ink))
      line.add(promesse.quand?.frenchShort ?? "", from: width - 11, upTo: width - 1, .faint)
    }
    line.add(promesse.texte ?? "", from: start, upTo: end)
    line.add(
      promesse.qui.flatMap { derived.initiales[$0] } ?? "", from: end + 1, upTo: end + 9, .strong)
    return line
  }

  /// A request: its sign, what is asked, and whether it was answered.
  private func line(_ demande: Seance.Demande, width: Int) -> ListLine {
    let isAnswered = demande.reponse != nil
    let word = isAnswered ? "répondu" : "demandé"
    let isWide = width >= 70
    let start = isWide ? 19 : 4
    var line = ListLine()
    line.add("?", from: 2, upTo: 3, Style(isAnswered ? .green : .accent, .bold))
    if isWide { line.add(word, from: 4, upTo: start, isAnswered ? .faint : .title) }
    line.add(demande.texte ?? "", from: start, upTo: width - 1)
    return line
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
    if let demande = derived.demande(row) {
      add(demande, state, to: &lines)
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

  private static func add(
    _ demande: Seance.Demande, _ state: State, to lines: inout StyledLines
  ) {
    lines.add(demande.texte ?? "", .text)
    if let pourquoi = demande.pourquoi { lines.add("Pourquoi\u{A0}: \(pourquoi)", .faint) }
    if let repere = state.demarche?.repere(dePalier: demande.palier) {
      lines.add("Palier \(repere)", .faint)
    }
    lines.add(demande.reponse.map { "Réponse\u{A0}: \($0)" } ?? "Pas encore de réponse.", .text)
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
