import DPES
import TerminalUI

/// The row above an axis' steps: its name, its level, and the one thing that matters most of it.
///
/// Only the axis in hand tells its profiles as well. A level and a rank, never a share.
struct LaneHeading {
  /// Columns of the name, with what parts it from the level.
  static let nameWidth = 21

  private let axis: Avancement.ParAxe
  private let isInHand: Bool
  /// What matters, from the fullest telling to the shortest.
  private let needs: [[Span]]

  init(_ axis: Avancement.ParAxe, _ avancement: Avancement, marks: Marks, isInHand: Bool) {
    self.axis = axis
    self.isInHand = isInHand
    needs = Self.needs(axis, debut: avancement.debut, marks)
  }

  /// What is to be found again, else what is late, else what comes next.
  private static func needs(
    _ axis: Avancement.ParAxe, debut: Day?, _ marks: Marks
  ) -> [[Span]] {
    func told(_ mark: Marks.Mark, _ texts: [String]) -> [[Span]] {
      texts.map { [Span($0.isEmpty ? mark.sign : "\(mark.sign) \($0)", Style(mark.ink, .bold))] }
    }
    if axis.perdus > 1 {
      let count = axis.perdus.counting("palier")
      return told(marks.lost, ["\(count) sont à retrouver", "\(count) à retrouver", ""])
    }
    if let palier = axis.paliers.first(where: { $0.etat == .perdu }) {
      return told(
        marks.lost,
        [
          "le palier \(palier.rang) est à retrouver", "palier \(palier.rang) à retrouver",
          "\(palier.rang)",
        ])
    }
    if axis.enRetard > 0 { return told(marks.late, ["en retard", ""]) }
    let late = axis.indicateursEnRetard
    if late > 0 {
      return told(marks.late, ["\(late.counting("indicateur")) en retard", "en retard", ""])
    }
    if axis.echus > 0 { return told(marks.past, [marks.past.word, ""]) }
    guard let next = axis.suivant else {
      if axis.paliers.contains(where: { $0.etat == .sansObjet }) {
        return [[Span("atteint ou sans objet", .faint)], []]
      }
      return axis.paliers.isEmpty
        ? [[]] : [[Span("tout est atteint", .faint)], [Span("atteint", .faint)]]
    }
    let when =
      next.palier.echeanceMois.map { mois in
        Periode.jour(mois, depuis: debut).map { "en \($0.frenchMonthAndYear)" }
          ?? "à \(mois)\u{A0}mois"
      } ?? "sans échéance"
    let short = "ensuite le palier \(next.rang)"
    return ["\(short), \(when)", short].map { [Span($0, .faint)] }
  }

  /// The profiles of the axis in hand, in all their words, then in the fewest.
  private var profiles: [[Span]] {
    guard isInHand, !axis.paliers.isEmpty else { return [[]] }
    return [("intermédiaire", "  ·  "), ("interm.", " · ")].map { word, separator in
      var before = axis.actuel
      var spans: [Span] = []
      let start = axis.depart == 0 ? [] : [("départ", axis.depart)]
      for (word, level) in start + [(word, axis.intermediaire), ("cible", axis.cible)] {
        spans.append(Span("\(separator)\(word) ", .faint))
        let isSame = word != "départ" && level == before
        spans.append(Span("\(level)", .strong))
        if isSame { spans.append(Span(", le même", .faint)) }
        if word != "départ" { before = level }
      }
      return spans
    } + [[]]
  }

  func draw(in row: Rect, on canvas: inout Canvas) {
    guard !row.isEmpty else { return }
    canvas.draw(
      axis.axe.nomCourt, at: row.column, row.row,
      isInHand ? Style(.accent, [.bold, .underline]) : .strong, upTo: row.endColumn)
    let start = row.column + Self.nameWidth
    let level = Span(axis.niveauEnMots, isInHand ? .strong : .text)
    let room = row.width - Self.nameWidth - [level].columns
    let (profiles, need) = fitting(room)
    ([level] + profiles).draw(at: start, row.row, upTo: row.endColumn, on: &canvas)
    need.draw(at: row.endColumn - need.columns, row.row, upTo: row.endColumn, on: &canvas)
  }

  /// The fullest tellings that so many columns hold beside the level: what matters comes first.
  private func fitting(_ room: Int) -> (profiles: [Span], need: [Span]) {
    let empty: [Span] = []
    for need in needs + [empty] {
      // Without the profiles, what matters is said as fully as it can be.
      for profiles in profiles
      where profiles.columns + (need.isEmpty ? 0 : need.columns + 2) <= room {
        return (profiles, need)
      }
    }
    return (empty, empty)
  }
}
