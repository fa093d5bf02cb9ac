import DPES
import TerminalUI

/// The line between the grid and the detail: what the selected period counts.
///
/// Counts, never a total or a share: shape and word where there is room, else the shape.
struct TableauSummary {
  private let marks: Marks
  private let mois: Int
  private let isCurrent: Bool
  private let bilan: Avancement.Bilan
  /// Those that are not 0.
  private let counts: [(place: Int, count: Count)]

  /// nil when no period is selected.
  init?(_ state: State) {
    guard let mois = state.tableau.mois, let bilan = state.tableau.rows.bilans[mois] else {
      return nil
    }
    marks = state.marks
    self.mois = mois
    isCurrent = state.derived.avancement?.periodeCourante?.mois == mois
    self.bilan = bilan
    counts = Self.counts(bilan, state.marks).enumerated().filter { $1.number > 0 }
      .map { (place: $0, count: $1) }
  }

  /// Above a rule where there are two rows, else on it.
  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    canvas.drawHorizontal(at: area.column, area.endRow - 1, length: area.width)
    let inset = area.height > 1 ? 0 : 2
    let spans = fitting(area.width - 2 * inset)
    let start = area.column + inset
    if inset > 0 { canvas.put(Glyph.space, at: start - 1, area.row) }
    let column = spans.draw(at: start, area.row, upTo: area.endColumn - 1, on: &canvas)
    if inset > 0 { canvas.put(Glyph.space, at: column, area.row) }
  }

  /// From all the words to none.
  private enum Wording {
    case full, words, shapes, tight
  }

  /// All the words that so many columns hold: where not all of them fit, those that press most.
  private func fitting(_ width: Int) -> [Span] {
    for wording in [Wording.full, .words] {
      let spans = spans(wording)
      if spans.columns <= width { return spans }
    }
    for first in 1..<Self.places {
      let spans = spans(.words, wordsFrom: first)
      if spans.columns <= width { return spans }
    }
    let spans = spans(.shapes)
    return spans.columns <= width ? spans : self.spans(.tight)
  }

  /// The counts before `wordsFrom` have their shape alone.
  private func spans(_ wording: Wording, wordsFrom first: Int = 0) -> [Span] {
    let when = isCurrent ? "ce semestre" : "à \(mois)\u{A0}mois"
    guard bilan.attendus > 0 else { return [Span("Rien n’est attendu \(when)", .faint)] }
    let expected = bilan.attendus.counting("attendu")
    let start =
      wording == .full
      ? "\(expected) \(when)" : wording == .tight ? "\(bilan.attendus)" : expected
    let gap = Span(wording == .tight ? " " : "  ", .text)
    return [Span("\(start)\u{A0}:", .text)]
      + counts.flatMap { place, count in
        [gap] + count.spans(place < first ? .shapes : wording)
      }
  }

  /// A number of cells with one mark.
  private struct Count {
    let number: Int
    let mark: Marks.Mark
    let plural: String

    func spans(_ wording: Wording) -> [Span] {
      let bold = Style(mark.ink, .bold)
      return switch wording {
      case .full, .words:
        [
          Span("\(mark.sign) ", bold),
          Span(number.counting(mark.word, plural), Style(mark.ink)),
        ]
      case .shapes: [Span("\(mark.sign) \(number)", bold)]
      case .tight: [Span("\(mark.sign)\(number)", bold)]
      }
    }
  }

  private static let places = 11

  private static func counts(_ bilan: Avancement.Bilan, _ marks: Marks) -> [Count] {
    func count(_ number: Int, _ statut: Realise.Statut, _ plural: String) -> Count {
      Count(number: number, mark: marks.mark(statut), plural: plural)
    }
    let nothing = marks.mark(Realise.Statut?.none)
    return [
      count(bilan.atteints, .atteint, "atteints"),
      count(bilan.verifies, .verifie, "vérifiés"),
      count(bilan.partiels, .partiel, "partiels"),
      count(bilan.nonAtteints, .nonAtteint, "non atteints"),
      count(bilan.nonVerifies, .nonVerifie, "non vérifiés"),
      count(bilan.nonConcernes, .nonConcerne, "non concernés"),
      Count(
        number: bilan.dejaAtteints,
        mark: Marks.Mark(sign: nothing.sign, ink: nothing.ink, word: "déjà atteint"),
        plural: "déjà atteints"),
      Count(
        number: bilan.sansReponse,
        mark: Marks.Mark(sign: nothing.sign, ink: nothing.ink, word: "à renseigner"),
        plural: "à renseigner"),
      Count(number: bilan.perdus, mark: marks.lost, plural: "perdus"),
      Count(number: bilan.enRetard, mark: marks.late, plural: "en retard"),
      Count(number: bilan.echus, mark: marks.past, plural: "échéances passées"),
    ]
  }
}
