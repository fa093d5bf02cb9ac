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
    drawHeading(on: &canvas)
    capitalisation.list.view.draw(on: &canvas, in: layout.list, of: count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// What a row says in so many columns.
  func line(_ row: Int, width: Int) -> ListLine {
    let rows = capitalisation.rows
    return switch capitalisation.pile {
    case .notes: line(rows.notes[row], width: width)
    case .ressources: line(rows.ressources[row], width: width)
    }
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
        "n y range un lien, un document ou une fiche qui a servi\u{A0}; b en propose.",
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

  private func line(_ note: NoteDeCapitalisation, width: Int) -> ListLine {
    var line = ListLine()
    let period = note.periode.map { isWide ? "\($0)\u{A0}mois" : "\($0)" } ?? "–"
    line.add(period, from: 0, upTo: isWide ? 8 : 4, .title)
    line.add(Self.letter(of: note.axe), from: isWide ? 9 : 5, upTo: leadWidth, .title)
    line.add(Self.text(of: note), from: leadWidth, upTo: width - 1)
    return line
  }

  private func line(_ ressource: Ressource, width: Int) -> ListLine {
    var line = ListLine()
    line.add(ressource.genre?.nom ?? "–", from: 0, upTo: isWide ? 9 : leadWidth - 1, .faint)
    if isWide {
      line.add(Self.letter(of: ressource.axe), from: 10, upTo: 12, .title)
      let rank = capitalisation.rows.paliers[ressource.palier ?? ""]?.rang
      line.add(rank.map(String.init) ?? "", from: 12, upTo: 17)
    }
    line.add(ressource.titre ?? "sans titre", from: leadWidth, upTo: width - 1)
    return line
  }

  private static func letter(of axe: Axe?) -> String { axe.map { String($0.lettre) } ?? "–" }

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
