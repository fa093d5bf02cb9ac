import DPES
import TerminalUI

/// What was learnt and what helped: the notes or the documents in a list, the selected one in full.
struct CapitalisationView {
  private let capitalisation: CapitalisationEcran
  private let bar: Rect
  private let foot: StyledLines
  let layout: ListLayout

  init(_ state: State, in area: Rect) {
    capitalisation = state.capitalisation
    var rest = area
    bar = rest.takeTop(1)
    if area.height >= 16 { _ = rest.takeTop(1) }
    foot = Self.foot(state, width: area.width)
    layout = ListLayout(rest, rows: capitalisation.ids.count, footRows: foot.lines.count)
  }

  /// The two lists, and where their names stand.
  var piles: [(pile: CapitalisationEcran.Pile, area: Rect)] {
    var rest = bar
    return CapitalisationEcran.Pile.allCases.map { pile in
      let place = rest.takeLeft(TextWidth.columns(of: name(pile)))
      _ = rest.takeLeft(1)
      return (pile, place)
    }
  }

  private func name(_ pile: CapitalisationEcran.Pile) -> String {
    let name = bar.width >= 60 ? pile.names.whole : pile.names.short
    return " \(name) (\(capitalisation.rows.ids(of: pile).count)) "
  }

  func draw(on canvas: inout Canvas) {
    for (pile, place) in piles {
      let isShown = pile == capitalisation.pile
      canvas.draw(
        name(pile), at: place.column, place.row,
        isShown ? Style(.accent, [.bold, .reverse]) : .faint, upTo: place.endColumn)
    }
    let count = capitalisation.ids.count
    guard count > 0 else {
      return canvas.drawNothing(Self.nothing(capitalisation.pile), in: layout.list)
    }
    let rows = capitalisation.rows
    drawHeading(on: &canvas)
    capitalisation.list.view.draw(on: &canvas, in: layout.list, of: count, lines: lines) {
      switch capitalisation.pile {
      case .notes: draw(rows.notes[$2], in: $1, on: &$0)
      case .ressources: draw(rows.ressources[$2], in: $1, on: &$0)
      }
    }
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// The lines that a row's text would fill.
  func lines(of row: Int) -> Int {
    let rows = capitalisation.rows
    let text =
      switch capitalisation.pile {
      case .notes: Self.text(of: rows.notes[row])
      case .ressources: rows.ressources[row].titre ?? "sans titre"
      }
    return TextWidth.lineCount(of: text, width: layout.list.width - 1 - leadWidth)
  }

  private static func text(of note: NoteDeCapitalisation) -> String {
    note.faitMarquant ?? note.lecon ?? note.decision ?? ""
  }

  private static func nothing(_ pile: CapitalisationEcran.Pile) -> [String] {
    switch pile {
    case .notes:
      [
        "Aucune note encore.",
        "n en écrit une\u{A0}: un fait marquant, ce qu’on en retient, ce qu’on décide.",
      ]
    case .ressources:
      [
        "Le dossier Ressources est vide.",
        "n y range un lien, un document ou une fiche qui a servi.",
      ]
    }
  }

  // The rows.

  private var isWide: Bool { layout.list.width >= 60 }

  /// Columns of what stands before a row's text.
  private var leadWidth: Int { isWide ? 18 : 11 }

  private func drawHeading(on canvas: inout Canvas) {
    let (row, column) = (layout.heading.row, layout.heading.column)
    let titles =
      switch capitalisation.pile {
      case .notes: (isWide ? "Période  Axe" : "Pér. Axe", "Fait marquant")
      case .ressources: (isWide ? "Genre     Palier" : "Genre", "Titre")
      }
    canvas.draw(titles.0, at: column, row, .faint, upTo: column + leadWidth)
    canvas.draw(titles.1, at: column + leadWidth, row, .faint, upTo: layout.heading.endColumn)
  }

  private func draw(_ note: NoteDeCapitalisation, in line: Rect, on canvas: inout Canvas) {
    let period = note.periode.map { isWide ? "\($0)\u{A0}mois" : "\($0)" } ?? "–"
    canvas.draw(period, at: line.column, line.row, .title, upTo: line.column + 8)
    draw(axe: note.axe, at: line.column + (isWide ? 9 : 5), line.row, on: &canvas)
    canvas.drawLines(
      Self.text(of: note), from: line.column + leadWidth, upTo: line.endColumn - 1, in: line)
  }

  private func draw(_ ressource: Ressource, in line: Rect, on canvas: inout Canvas) {
    canvas.draw(
      ressource.genre?.nom ?? "–", at: line.column, line.row, .faint,
      upTo: line.column + (isWide ? 9 : leadWidth - 1))
    if isWide {
      let rank = capitalisation.rows.paliers[ressource.palier ?? ""]?.rang
      let place = line.column + 10
      draw(axe: ressource.axe, at: place, line.row, on: &canvas)
      if let rank { canvas.draw("\(rank)", at: place + 2, line.row, .text, upTo: place + 7) }
    }
    canvas.drawLines(
      ressource.titre ?? "sans titre", from: line.column + leadWidth, upTo: line.endColumn - 1,
      in: line)
  }

  private func draw(axe: Axe?, at column: Int, _ row: Int, on canvas: inout Canvas) {
    canvas.draw(axe.map { String($0.lettre) } ?? "–", at: column, row, .title, upTo: column + 2)
  }

  // The selected one in full.

  private static func foot(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    switch state.capitalisation.pile {
    case .notes: CapitalisationEcran.noteDeCapitalisation(state).map { add($0, to: &lines) }
    case .ressources: CapitalisationEcran.ressource(state).map { add($0, state, to: &lines) }
    }
    return lines
  }

  private static func add(_ note: NoteDeCapitalisation, to lines: inout StyledLines) {
    let facts = [
      note.axe?.nomCourt, note.periode.map { "période \($0)" }, note.date?.french,
    ].compactMap { $0 }
    lines.add(facts: facts.map { [Span($0, .faint)] })
    if let fait = note.faitMarquant { lines.add(fait, .strong) }
    for (label, text) in [
      ("Leçon", note.lecon), ("Décision", note.decision), ("Discuté avec", note.discuteAvec),
    ] {
      if let text { lines.add("\(label)\u{A0}: \(text)", .text) }
    }
  }

  private static func add(_ one: Ressource, _ state: State, to lines: inout StyledLines) {
    let facts = [one.genre?.nom, one.axe?.nomCourt, one.date?.french].compactMap { $0 }
    lines.add(facts: facts.map { [Span($0, .faint)] })
    lines.add(one.titre ?? "sans titre", .strong)
    if let lieu = one.lieu { lines.add(lieu, .text) }
    if let palier = one.palier.flatMap({ state.capitalisation.rows.paliers[$0] }) {
      let rank = palier.rang.map { " \($0)" } ?? ""
      lines.add("Palier\(rank)\u{A0}: \(palier.intitule)", .text)
    }
  }
}
