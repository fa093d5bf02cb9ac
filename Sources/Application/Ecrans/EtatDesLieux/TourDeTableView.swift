import DPES
import TerminalUI

/// The tour de table, drawn: a row for each person, and under them what there is to know.
struct TourDeTableView: SectionView {
  let etat: EtatEcran
  private let nextSpeaker: String?
  private let hidesNames: Bool
  let layout: ListLayout
  private let foot: StyledLines
  private let columns: Columns

  init(_ state: State, in area: Rect) {
    etat = state.etat
    nextSpeaker = state.nextSpeaker
    hidesNames = state.hidesNames
    foot = Self.foot(state, width: area.width)
    layout = ListLayout(area, rows: state.etat.rows.participants.count, footRows: foot.lines.count)
    columns = Columns(layout.list.width, showsTurns: state.showsTurns)
  }

  func draw(on canvas: inout Canvas) {
    let people = etat.rows.participants
    guard !people.isEmpty else {
      return canvas.drawNothing(
        [
          "Personne encore au tour de table.",
          "n ajoute une personne\u{A0}: ses initiales suffisent.",
        ], in: layout.list)
    }
    drawHeading(on: &canvas)
    etat.list.view.draw(on: &canvas, in: layout.list, of: people.count, line: line)
    foot.draw(in: layout.foot, on: &canvas)
  }

  /// Where each column starts in a row; nil for one without room.
  private struct Columns {
    let college: Int
    let isCollegeWhole: Bool
    let organisme: Int?
    let implication: Int?
    let presence: Int
    let tours: Int?
    let end: Int

    init(_ width: Int, showsTurns: Bool) {
      // The last column is the scroll bar's.
      end = width - 1
      var right = end
      if showsTurns { right -= 8 }
      tours = showsTurns ? right : nil
      right -= 9
      presence = right
      college = 10
      let hasImplication = right - college >= 12 + 14
      if hasImplication { right -= 14 }
      implication = hasImplication ? right : nil
      isCollegeWhole = right - college >= 30 + 12
      let next = college + (isCollegeWhole ? 29 : 12)
      organisme = right - next >= 11 ? next : nil
    }
  }

  private func drawHeading(on canvas: inout Canvas) {
    func draw(_ title: String, at place: Int?, _ ordre: OrdreDuTourDeTable? = nil) {
      guard let place else { return }
      let isOrder = ordre != nil && etat.ordre == ordre
      canvas.draw(
        title, at: layout.heading.column + place, layout.heading.row,
        isOrder ? Style(.accent, .underline) : .faint)
    }
    draw("Initiales", at: 0, .initiales)
    draw("Collège", at: columns.college, .college)
    draw("Organisme", at: columns.organisme)
    draw("Implication", at: columns.implication, .implication)
    draw("Présence", at: columns.presence)
    draw("Paroles", at: columns.tours)
  }

  func line(_ row: Int, width: Int) -> ListLine {
    let (derived, one) = (etat.rows, etat.rows.participants[row])
    var line = ListLine()
    let hasLeft = one.estParti(le: derived.jour)
    let style = hasLeft ? Style.faint : Style.text
    line.add(
      one.initiales ?? "?", from: 0, upTo: columns.college - 1, hasLeft ? .faint : .title)
    let named = TextWidth.columns(of: one.initiales ?? "?") + 1
    if one.referent, named + 4 < columns.college {
      line.add("réf.", from: named, upTo: columns.college - 1, .faint)
    }
    let college = columns.isCollegeWhole ? one.college?.nom : one.college?.motCourt
    let collegeEnd = columns.organisme ?? columns.implication ?? columns.presence
    line.add(
      college ?? "à dire", from: columns.college, upTo: collegeEnd - 1,
      one.college == nil ? .faint : style)
    if let place = columns.organisme {
      line.add(
        one.organisme ?? "", from: place, upTo: (columns.implication ?? columns.presence) - 1,
        style)
    }
    if let place = columns.implication {
      line.add(one.implication?.nom ?? "", from: place, upTo: columns.presence - 1, style)
    }
    // The order of the rows is that of the chairs.
    let (presence, ink) =
      hidesNames ? (Demarche.nomCache, .faint) : presence(of: one, hasLeft: hasLeft)
    line.add(presence, from: columns.presence, upTo: columns.presence + 8, ink)
    guard let place = columns.tours else { return line }
    if hidesNames {
      line.add(Demarche.nomCache, from: place, upTo: columns.end, .faint)
      return line
    }
    let count = derived.tours.parPersonne[one.id] ?? 0
    let isNext = one.id == nextSpeaker
    line.add(
      isNext ? "\(count) suit" : "\(count)", from: place, upTo: columns.end,
      isNext ? .title : style)
    return line
  }

  private func presence(of one: Participant, hasLeft: Bool) -> (String, Style) {
    let derived = etat.rows
    if derived.presents.contains(one.id) { return ("oui", .strong) }
    if hasLeft { return ("parti", .faint) }
    return derived.seanceDuJour == nil ? ("", .faint) : ("non", .faint)
  }

  // What stands under the list.

  private static func foot(_ state: State, width: Int) -> StyledLines {
    var lines = StyledLines(width: max(1, width))
    guard let one = state.etat.participant else { return lines }
    let facts = [
      one.initiales ?? "?", one.nom, one.college?.nom ?? "sans collège", one.organisme,
      one.implication?.nom, one.referent ? "référent du cycle" : nil,
      one.departLe.map { "parti le \($0.french)" },
    ]
    lines.add(facts: facts.compactMap { $0.map { [Span($0, .text)] } })
    lines.add(facts: talk(state))
    lines.add(facts: state.etat.rows.avis.map { [Span($0.phrase, Style(.orange))] })
    return lines
  }

  /// Who is here, whose turn it is, and how often each collège spoke.
  private static func talk(_ state: State) -> [[Span]] {
    let derived = state.etat.rows
    let here = derived.seanceDuJour.map {
      Span(derived.seances[$0].presents.count.counting("présent"), .strong)
    }
    var facts = [[here ?? Span("pas de séance aujourd’hui, o l’ouvre", .faint)]]
    // A collège of one is somebody.
    guard state.showsTurns, !state.hidesNames else { return facts }
    if let next = state.nextSpeaker.flatMap({ state.derived.initiales[$0] }) {
      facts.append([Span("ensuite \(next)", .title)])
    }
    let tours = derived.tours
    var counts = College.allCases.compactMap { college in
      tours.parCollege[college].map { "\(college.motCourt) \($0)" }
    }
    if tours.sansCollege > 0 { counts.append("sans collège \(tours.sansCollege)") }
    return facts
      + counts.enumerated().map { index, text in
        [Span(index == 0 ? "paroles\u{A0}: \(text)" : text, .text)]
      }
  }
}
