import DPES
import TerminalUI

/// What was promised in a séance, and how it stands; nobody is named.
enum PromessesPage: WallPage {
  static let name = "promesses"
  static let title = "les promesses"

  static func isOffered(_ state: State) -> Bool {
    state.etat.section == .seances || state.wallWindow?.page == name
  }

  static func bandeau(_ state: State) -> Bandeau {
    let rows = state.etat.rows
    let count = shown(state).promesses.count
    let place = count > 0 ? count.counting("promesse") : ""
    guard let seance = shown(state).seance else {
      return Bandeau(
        ground: .banner, word: "Ce que nous nous sommes promis", place: place,
        lines: rows.seances.isEmpty ? [] : ["depuis la dernière fois"])
    }
    let when = seance.date.map { "à la séance du \($0.french)" } ?? "à une séance sans date"
    return Bandeau(
      ground: .banner, word: "Ce que nous nous sommes promis", place: place,
      lines: [when, "on le dit au groupe, sans nommer personne"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = state.etat.rows
    let promesses = shown(state).promesses
    guard !promesses.isEmpty else {
      let isNew = rows.seances.isEmpty
      var rest = area
      canvas.drawHint(
        isNew ? "o ouvre celle du jour." : "s, puis n\u{A0}: une promesse.", in: &rest)
      _ = rest.takeBottom(1)
      let letters = state.wallScale >= .middle ? state.wallLetters : nil
      let text = isNew ? "Aucune séance encore." : "Rien n’a été promis à cette séance."
      let set = WallSentence(text, in: rest.size, letters: letters)
      set.draw(in: rest, letters: letters, .text, on: &canvas)
      return
    }
    let id = state.etat.row?.id
    WallPromises(
      items: promesses.map { WallPromises.Item($0, le: rows.jour) },
      selected: promesses.firstIndex { $0.id == id }, totals: totals(state)
    ).draw(state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    let rows = state.etat.rows.rows
    let isOn = state.etat.row?.promesse != nil
    // ↑ ↓ pass over the séances, to whatever else was promised.
    let others = rows.count { $0.promesse != nil } - (isOn ? 1 : 0)
    return (others > 0 ? ["↑ ↓ promesse"] : []) + (isOn ? ["Espace tenue"] : [])
  }

  /// The promises of the séance selected; where it has none yet, those that wait from before.
  private static func shown(_ state: State) -> (seance: Seance?, promesses: [Seance.Promesse]) {
    let rows = state.etat.rows
    guard let row = state.etat.row, rows.seances.indices.contains(row.seance) else {
      return (nil, rows.aRevoir)
    }
    let seance = rows.seances[row.seance]
    if seance.promesses.isEmpty, row.seance == rows.seanceDuJour, !rows.aRevoir.isEmpty {
      return (nil, rows.aRevoir)
    }
    return (seance, seance.promesses)
  }

  /// How many of all that was ever promised were kept, are late, were given up.
  private static func totals(_ state: State) -> [[Span]] {
    let counts = Seance.Promesse.Suivi.allCases.compactMap { suivi in
      state.etat.rows.suivis[suivi].map {
        (mark: state.marks.mark(suivi), count: $0, word: suivi.mot(pour: $0))
      }
    }
    guard !counts.isEmpty else { return [] }
    let words = counts.map {
      Span("\($0.mark.sign) \($0.count) \($0.word)", Style($0.mark.ink, .bold))
    }
    let signs = counts.map { Span("\($0.mark.sign) \($0.count)", Style($0.mark.ink, .bold)) }
    return ["Depuis le début", "Jusqu’ici"].map { [Span($0, .faint)] + words } + [words, signs]
  }
}
