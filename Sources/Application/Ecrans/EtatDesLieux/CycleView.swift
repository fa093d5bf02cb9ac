import DPES
import TerminalUI

/// The way of a cycle, drawn: a line for each étape, what was done and what is expected.
struct CycleView: SectionView {
  let etat: EtatEcran
  let layout: ListLayout
  private let text: CycleText
  private let foot: StyledLines
  /// Columns of the widest title, and of the blank after it.
  private let titles: Int

  init(_ state: State, in area: Rect) {
    etat = state.etat
    text = CycleText(state)
    foot = text.foot(state.etat.cycleRow, width: area.width)
    let cycle = state.etat.cycle
    let rows = cycle.rows
    layout = ListLayout(area, rows: rows.count, footRows: foot.lines.count)
    let widest = rows.map { TextWidth.columns(of: CycleText.titre($0, cycle)) }.max() ?? 0
    titles = min(widest + 2, layout.list.width * 2 / 5)
  }

  func draw(on canvas: inout Canvas) {
    let cycle = etat.cycle
    let shown = etat.cycleRow?.suivi ?? 0
    if cycle.suivis.indices.contains(shown) { drawHeading(shown, on: &canvas) }
    etat.list.view.draw(on: &canvas, in: layout.list, of: cycle.rows.count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// Its name, and what was delivered, where there is room for both.
  private func drawHeading(_ shown: Int, on canvas: inout Canvas) {
    let row = layout.heading
    let one = etat.cycle.suivis[shown]
    let end = canvas.draw(one.nom, at: row.column, row.row, .title, upTo: row.endColumn)
    let room = row.endColumn - end - 2
    let word = words(shown).first { TextWidth.columns(of: $0) < room }
    guard let word else { return }
    let start = row.endColumn - 1 - TextWidth.columns(of: word)
    canvas.draw(word, at: start, row.row, .faint, upTo: row.endColumn)
  }

  /// What was delivered, the fullest first.
  private func words(_ shown: Int) -> [String] {
    guard let cycle = etat.cycle.suivis[shown].cycle,
      let known = etat.cycle.cheminements[shown]?.reconnaissance
    else { return ["fichier du cycle absent", "fichier absent"] }
    return [known.phrase(cycle), known.phraseCourte(cycle), known.mot].compactMap(\.self)
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let row = etat.cycle.rows[row]
    var line = ListLine()
    guard row.content != .titre else {
      line.add(CycleText.titre(row, etat.cycle), from: 0, upTo: width - 1, .strong)
      return line
    }
    let mark = text.mark(row)
    line.add(mark.sign, from: 0, upTo: 1, Style(mark.ink, .bold))
    line.add(CycleText.titre(row, etat.cycle, columns: titles - 1), from: 2, upTo: titles + 1)
    line.add(
      text.detail(row), from: titles + 2, upTo: width - 1, mark.ink == .red ? Style(.red) : .text)
    return line
  }
}

/// What the rows of a cycle say.
struct CycleText {
  private let cycle: CycleRows
  private let marks: Marks
  private let derived: Derived
  private let jour: Day
  /// What the section of the people is called in this window.
  private let table: String

  init(_ state: State) {
    table = EtatEcran.nom(.participants, state)
    cycle = state.etat.cycle
    marks = state.marks
    derived = state.derived
    jour = state.environment.today
  }

  static func titre(_ row: CycleRows.Row, _ cycle: CycleRows) -> String {
    switch row.content {
    case .titre: cycle.suivis[row.suivi].nom
    case .ligne(let ligne): ligne.intitule
    case .groupe(_, let first, let last): "Journées \(first) à \(last)"
    case .inconnu(let passage): passage.etape ?? "étape"
    case .charte: "Charte"
    }
  }

  /// The same in so many columns: which time of an étape is meant stays where its title is cut.
  static func titre(_ row: CycleRows.Row, _ cycle: CycleRows, columns: Int) -> String {
    let whole = titre(row, cycle)
    guard !TextWidth.fits(whole, columns), let ligne = row.ligne, let rang = ligne.rang else {
      return whole
    }
    let end = " \(rang)"
    return TextWidth.truncated(ligne.etape.titre, to: max(1, columns - end.count)) + end
  }

  func mark(_ row: CycleRows.Row) -> Marks.Mark {
    switch row.content {
    case .titre: Marks.Mark(sign: " ", ink: .faint, word: "")
    case .ligne(let ligne): marks.mark(ligne)
    case .groupe(let lines, _, _): marks.mark(lines[0])
    case .inconnu(let passage):
      marks.mark(passage.faitLe == nil ? Cheminement.Etat.sansDate : .fait)
    case .charte: marks.mark(cycle.charte.signeeLe == nil ? Cheminement.Etat.sansDate : .fait)
    }
  }

  func detail(_ row: CycleRows.Row) -> String {
    switch row.content {
    case .titre: return ""
    case .ligne(let ligne):
      return Self.joined([
        ligne.phrase(le: jour), cycle.absents(ligne, row.suivi, derived.who),
        cycle.entreTemps(ligne, row.suivi, done: done),
      ])
    case .groupe(let lines, _, _): return detail(lines, row.suivi)
    case .inconnu(let passage):
      return Self.joined([
        (passage.faitLe ?? passage.prevuLe)?.french, passage.issue?.mot, passage.texte,
      ])
    case .charte:
      let charte = cycle.charte
      return Self.joined([
        charte.signeeLe.map { "signée le \($0.french)" } ?? "pas encore signée", charte.signataire,
        charte.qualite,
      ])
    }
  }

  private func detail(_ lines: [Cheminement.Ligne], _ suivi: Int) -> String {
    guard let first = lines.first?.jour, let last = lines.last?.jour, lines[0].etat.estFini else {
      return Self.joined([
        lines[0].phrase(le: jour), cycle.entreTemps(lines[0], suivi, done: done),
      ])
    }
    let year = " \(first.year)"
    let start =
      first.year == last.year && first.french.hasSuffix(year)
      ? String(first.french.dropLast(year.count)) : first.french
    let names = lines[0].etape.groupe
    let group = cycle.presences[suivi].first { $0.groupe == names }
    return Self.joined(["du \(start) au \(last.french)", group?.absents(derived.who)])
  }

  /// What marks that nothing is lacking.
  var done: String { marks.symbols.sign("✔", ascii: "fait") }

  static func joined(_ parts: [String?]) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // What is selected, in full.

  func foot(_ row: CycleRows.Row?, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    guard let row else { return lines }
    switch row.content {
    case .ligne(let ligne): add(ligne, row, to: &lines)
    case .groupe(_, let first, let last):
      lines.add(facts: [[Span("Journées \(first) à \(last)", .title)], [Span(detail(row), .text)]])
      lines.add("→ les montre une à une.", .faint)
    case .inconnu:
      lines.add(facts: [[Span(Self.titre(row, cycle), .title)], [Span(detail(row), .text)]])
      lines.add(
        "Aucun fichier de cet ordinateur ne nomme cette étape\u{A0}: elle est gardée.", .faint)
    case .charte:
      lines.add(facts: [[Span("Charte", .title)], [Span(detail(row), .text)]])
      lines.add("Entrée\u{A0}: qui l’a signée, et les quatre phrases affichées.", .faint)
    case .titre:
      lines.add(cycle.suivis[row.suivi].cycle?.description ?? "", .faint)
    }
    return lines
  }

  private func add(
    _ ligne: Cheminement.Ligne, _ row: CycleRows.Row, to lines: inout StyledLines
  ) {
    let mark = marks.mark(ligne)
    let told = detail(row)
    lines.add(
      facts: [
        [Span("\(mark.sign) \(mark.word)", Style(mark.ink, .bold))],
        [Span(ligne.intitule, .title)],
      ] + (told == mark.word ? [] : [[Span(told, .text)]]))
    let passage = ligne.passage
    let more = [
      passage?.numero.map { "n°\u{A0}\($0)" }, passage?.reponse.map { "réponse\u{A0}: \($0)" },
      passage?.piece?.titre.map { "pièce\u{A0}: \($0)" },
    ].compactMap(\.self)
    lines.add(facts: more.map { [Span($0, .text)] })
    if let modele = ligne.etape.modele, !ligne.etat.estFini {
      lines.add(
        "e\u{A0}: écrire le document «\u{A0}\(modele)\u{A0}», qui dit l’étape préparée.", .faint)
    }
    if let doubt = ligne.etape.aConfirmer {
      lines.add("À confirmer\u{A0}: \(doubt)", Style(.orange))
    }
    if ligne.etape.genre == .journee, cycle.referents.isEmpty {
      lines.add(
        "Aucun référent\u{A0}: il se dit dans la fiche d’une personne, à la section \(table).",
        .faint)
    }
    guard !ligne.etat.estFini, ligne.etape.genre == .envoi else { return }
    for address in cycle.suivis[row.suivi].cycle?.adresses ?? [] {
      lines.add(address.lignes.joined(separator: ", "), .faint)
    }
  }
}

extension Marks {
  /// How an étape of a cycle stands; a decision against the structure is no success.
  func mark(_ ligne: Cheminement.Ligne) -> Mark {
    guard ligne.estRefuse else { return mark(ligne.etat) }
    return Mark(
      sign: symbols.sign("–", ascii: "C"), ink: .faint, word: ligne.passage?.issue?.mot ?? "")
  }

  func mark(_ etat: Cheminement.Etat) -> Mark {
    switch etat {
    case .fait, .repondu: Mark(sign: symbols.sign("✔", ascii: "A"), ink: .green, word: etat.mot)
    case .sansObjet: Mark(sign: symbols.sign("–", ascii: "C"), ink: .faint, word: etat.mot)
    case .enRetard: late
    case .prepare: Mark(sign: symbols.sign("◐", ascii: "P"), ink: .orange, word: etat.mot)
    case .aPreparer, .aVenir, .sansDate: Mark(sign: nothing, ink: .faint, word: etat.mot)
    }
  }
}
