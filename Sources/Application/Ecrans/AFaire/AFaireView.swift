import DPES
import TerminalUI

/// Where the screen « à faire » has its list, and below it the selected line in full.
struct AFaireLayout {
  let list: Rect
  let foot: Rect
  let detail: StyledLines

  init(_ state: State, in area: Rect) {
    var rest = area
    detail = AFaireView.detail(state, width: area.width)
    foot = rest.takeBottom(min(detail.lines.count, area.height / 3))
    // With a line between them, where the list leaves room.
    if !foot.isEmpty, rest.height > 6 { _ = rest.takeBottom(1) }
    list = rest
  }
}

/// The screen « à faire », drawn: what was lost, what is late, what is due, for whom and when.
enum AFaireView {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = state.aFaire.rows
    guard !rows.rows.isEmpty else { return canvas.drawNothing(nothing(state), in: area) }
    let layout = AFaireLayout(state, in: area)
    let columns = Columns(layout.list, people: people(state))
    let list = listRows(state, columns, in: layout.list)
    list.draw(on: &canvas) { canvas, line, row in
      draw(rows.rows[row], state, columns, in: line, on: &canvas)
    }
    if let place = state.aFaire.selectedRow.flatMap(list.place) { canvas.select(place) }
    layout.detail.draw(in: layout.foot, on: &canvas)
  }

  /// The rows of each line, what presses first.
  static func listRows(_ state: State, in area: Rect) -> ListRows {
    listRows(state, Columns(area, people: people(state)), in: area)
  }

  private static func listRows(_ state: State, _ columns: Columns, in area: Rect) -> ListRows {
    let rows = state.aFaire.rows.rows
    return ListRows(
      state.aFaire.visibleRows(height: area.height), of: rows.count,
      selected: state.aFaire.selectedRow, in: area,
      isFirst: { rows[$0].ligne?.presse ?? false },
      lines: {
        rows[$0].ligne.map {
          TextWidth.lineCount(of: AFaireText.texte($0), width: columns.qui - 1 - columns.texte)
        } ?? 1
      })
  }

  static func nothing(_ state: State) -> [String] {
    guard state.aFaire.filtre.isEmpty else {
      return [
        "Rien à faire\u{A0}: \(state.aFaire.filtre.words(state.derived)).", "Échap montre tout.",
      ]
    }
    guard let avancement = state.derived.avancement,
      avancement.axes.contains(where: { !$0.paliers.isEmpty })
    else {
      return [
        "Rien à faire encore\u{A0}: ce qui est attendu vient du schéma de progrès.",
        "4 y va, et n y ajoute un palier.",
      ]
    }
    guard avancement.debut != nil else {
      return ["Le schéma de progrès n’a pas de date de début\u{A0}: rien ne peut être dû."]
    }
    return ["Rien à faire aujourd’hui.", "Rien n’est dû, en retard ni perdu."]
  }

  /// The widest initials among those in charge.
  private static func people(_ state: State) -> Int {
    let known = Set(state.aFaire.rows.rows.compactMap { $0.ligne?.qui })
    return known.compactMap { state.derived.initiales[$0] }.map(TextWidth.columns).max() ?? 0
  }

  /// Where the parts of a line stand.
  private struct Columns {
    let word: Int?
    let texte: Int
    let qui: Int
    let quand: Int
    let end: Int
    let isShortDay: Bool

    init(_ area: Rect, people: Int) {
      end = area.endColumn - 1
      isShortDay = area.width < 60
      quand = end - (isShortDay ? 5 : 10)
      qui = people == 0 ? quand : quand - min(people, 8) - 2
      word = area.width >= 76 ? area.column + 4 : nil
      texte = area.column + (word == nil ? 4 : 18)
    }
  }

  private static func draw(
    _ row: AFaireRows.Row, _ state: State, _ columns: Columns, in line: Rect,
    on canvas: inout Canvas
  ) {
    switch row {
    case .rubrique(let rubrique, let count):
      heading(AFaireText.titre(rubrique), count, in: line, on: &canvas)
    case .personne(let qui, let count):
      heading(
        qui.map { state.derived.who($0) } ?? "Personne n’en est chargé", count, in: line,
        on: &canvas)
    case .ligne(let ligne): draw(ligne, state, columns, at: line, on: &canvas)
    }
  }

  private static func heading(
    _ title: String, _ count: Int, in line: Rect, on canvas: inout Canvas
  ) {
    let next = canvas.draw(title, at: line.column, line.row, .title, upTo: line.endColumn - 4)
    canvas.draw("\(count)", at: next + 2, line.row, .faint, upTo: line.endColumn)
  }

  private static func draw(
    _ ligne: AFaire.Ligne, _ state: State, _ columns: Columns, at line: Rect,
    on canvas: inout Canvas
  ) {
    let mark = AFaireText(state.marks).mark(ligne)
    canvas.draw(mark.sign, at: line.column + 2, line.row, Style(mark.ink, .bold))
    if let word = columns.word {
      canvas.draw(AFaireText.attendu(ligne), at: word, line.row, .faint, upTo: columns.texte - 1)
    }
    canvas.drawLines(
      AFaireText.texte(ligne), from: columns.texte, upTo: columns.qui - 1, in: line)
    let initials = ligne.qui.map { state.derived.initiales[$0] ?? "?" } ?? ""
    canvas.draw(
      initials, at: columns.qui, line.row,
      ligne.qui.map(state.derived.hasLeft) ?? false ? .faint : .strong, upTo: columns.quand - 1)
    let today = state.environment.today
    // Five columns hold a day of this year, or another year.
    let day = ligne.quand.map { day in
      let whole = day.frenchShort
      guard columns.isShortDay else { return whole }
      let isNear = day.year == today.year
      return String(isNear ? whole.prefix(5) : whole.suffix(4))
    }
    let when =
      AFaireText.retard(ligne, le: today, isShort: columns.isShortDay) ?? day ?? ""
    let column = max(columns.quand, columns.end - TextWidth.columns(of: when))
    canvas.draw(when, at: column, line.row, ligne.presse ? Style(.red) : .faint, upTo: columns.end)
  }

  // What is selected, in full.

  static func detail(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    guard let ligne = state.aFaire.selected else { return lines }
    let mark = AFaireText(state.marks).mark(ligne)
    lines.add(AFaireText.texte(ligne), .strong, maxLines: 2)
    var facts = [[Span("\(mark.sign) \(word(ligne, mark))", Style(mark.ink, .bold))]]
    if let quand = ligne.quand {
      facts.append([Span(day(ligne, quand, state.environment.today), .text)])
    }
    if !ligne.personnes.isEmpty {
      let who = ligne.personnes.map { state.derived.who($0) }.joined(separator: ", ")
      facts.append([Span(who, .strong)])
    }
    if let axe = ligne.axe, let rang = ligne.rang {
      var place = "\(axe.nomCourt), palier \(rang)"
      if case .indicateur(_, let mois) = ligne.objet { place += ", période de \(mois) mois" }
      facts.append([Span(place, .faint)])
      facts += held(ligne, state)
    }
    lines.add(facts: facts)
    return lines
  }

  /// What the cell says already, and where an answer goes when that stays.
  private static func held(_ ligne: AFaire.Ligne, _ state: State) -> [[Span]] {
    guard case .indicateur(let id, let mois) = ligne.objet, let saisie = ligne.saisie,
      saisie != mois, let statut = ligne.statut, let one = state.demarche?.indicateur(id)
    else { return [] }
    let mark = state.marks.mark(statut)
    let value = one.realises[mois]?.valeur.map { ", \(one.french($0))" } ?? ""
    return [
      [Span("\(mois)\u{A0}mois\u{A0}: \(mark.sign) \(mark.word)\(value)", Style(mark.ink))],
      [Span("la réponse va à \(saisie)\u{A0}mois, la période en cours", .faint)],
    ]
  }

  private static func word(_ ligne: AFaire.Ligne, _ mark: Marks.Mark) -> String {
    switch ligne.rubrique {
    case .aClore: return "à clore"
    case .cycleInconnu: return "inconnu ici"
    case .aRelire: return "à relire"
    case .ceMois, .aPreparer, .aVerifier, .aAtteindre, .identifiant:
      let expected = AFaireText.attendu(ligne)
      let already = ligne.statut == nil ? "" : " (\(mark.word))"
      return expected.isEmpty ? mark.word : "à \(expected)\(already)"
    case .perdu, .enRetard, .echeancePassee, .promesses: return mark.word
    }
  }

  /// When, and how far it is: « attendu pour le 31 mars 2026, en retard de 245 jours ».
  private static func day(_ ligne: AFaire.Ligne, _ quand: Day, _ today: Day) -> String {
    if ligne.rubrique == .perdu { return "dit le \(quand.french)" }
    if ligne.rubrique == .aClore { return "finie le \(quand.french)" }
    if ligne.rubrique == .echeancePassee {
      let days = AFaireText.retard(ligne, le: today).map { "depuis \($0), " } ?? ""
      return "\(days)pour le \(quand.french)"
    }
    if ligne.rubrique == .aRelire { return "depuis le \(quand.french)" }
    if quand < today {
      let late = AFaireText.retard(ligne, le: today).map { ", en retard de \($0)" } ?? ""
      return "attendu pour le \(quand.french)\(late)"
    }
    return "pour le \(quand.french)"
  }
}
