import DPES
import TerminalUI

/// The names above a timeline, placed so that none touches another: what each month is, and under it
/// its date and « aujourd’hui ».
struct TimelineNames {
  struct Name: Hashable {
    let text: String
    let column: Int
    let style: Style
  }

  private(set) var names: [Name] = []
  /// The second row.
  private(set) var dates: [Name] = []
  private let timeline: Timeline
  /// The months that have a name.
  private var named: [Int] = []

  /// What is planned is in accent, what is, in white.
  init(_ avancement: Avancement, on timeline: Timeline, rows: Int, isWide: Bool = false) {
    self.timeline = timeline
    place(avancement.debut == nil ? ["mois 0 à fixer", "départ"] : ["départ"], 0, .title)
    let profiles = Self.profiles(avancement, isWide: isWide)
    if let cible = profiles.last { place(cible.texts, cible.mois, .title, moves: true) }
    let day = avancement.monthsToday.map(timeline.column(ofMonth:))
    if rows == 1, let day {
      let words = timeline.width >= 80 ? ["aujourd’hui", "auj."] : ["auj."]
      for word in words {
        let start = day - TextWidth.columns(of: word) / 2
        if let name = free(word, at: start, moves: true, among: names, .strong) {
          names.append(name)
          break
        }
      }
    }
    for profile in profiles.dropLast() { place(profile.texts, profile.mois, .title, moves: true) }
    var unit = "\u{A0}mois"
    for mois in timeline.ticks where !named.contains(mois) {
      if place(["\(mois)\(unit)"], mois, .text) { unit = "" }
    }
    if rows > 1 { placeDates(avancement, today: day) }
  }

  /// The profile intermédiaire and the cible, last; one where they are planned for the same month.
  private static func profiles(
    _ avancement: Avancement, isWide: Bool
  ) -> [(mois: Int, texts: [String])] {
    func texts(_ mois: Int, _ long: String, _ short: String) -> [String] {
      (isWide ? ["\(mois) · \(long)"] : []) + ["\(mois) \(short)", short]
    }
    let middle = avancement.moisIntermediaire
    if let cible = avancement.moisCible, middle == cible {
      return [(cible, texts(cible, "intermédiaire et cible", "interm. et cible"))]
    }
    return [
      middle.map { ($0, texts($0, "intermédiaire", "interm.")) },
      avancement.moisCible.map { ($0, texts($0, "cible", "cible")) },
    ].compactMap(\.self)
  }

  /// « aujourd’hui » over its month, and the dates that it leaves room for.
  private mutating func placeDates(_ avancement: Avancement, today: Int?) {
    if let today {
      let word = "aujourd’hui"
      let start = today - TextWidth.columns(of: word) / 2
      if let name = free(word, at: start, moves: true, among: [], .strong) { dates.append(name) }
    }
    guard let debut = avancement.debut else { return }
    for mois in named {
      guard let day = Periode.jour(mois, depuis: debut) else { continue }
      let column = timeline.column(ofMonth: mois)
      let date = free(day.frenchMonthInFigures, at: column, moves: false, among: dates, .faint)
      if let date { dates.append(date) }
    }
  }

  func draw(in rows: Rect, on canvas: inout Canvas) {
    for name in names { canvas.draw(name.text, at: name.column, rows.row, name.style) }
    guard rows.height > 1 else { return }
    for name in dates { canvas.draw(name.text, at: name.column, rows.row + 1, name.style) }
  }

  /// Places the first text that fits over a month, or near it when it may move.
  @discardableResult
  private mutating func place(
    _ texts: [String], _ mois: Int, _ style: Style, moves: Bool = false
  ) -> Bool {
    let column = timeline.column(ofMonth: mois)
    for text in texts {
      guard let name = free(text, at: column, moves: moves, among: names, style) else { continue }
      names.append(name)
      named.append(mois)
      return true
    }
    return false
  }

  /// The name where it stands: from a column on, at the edge when it would pass it, or as near as it is
  /// free to move; nil where there is no room.
  private func free(
    _ text: String, at column: Int, moves: Bool, among names: [Name], _ style: Style
  ) -> Name? {
    let width = TextWidth.columns(of: text)
    let last = timeline.endColumn - width
    guard last >= timeline.column else { return nil }
    for distance in 0...(moves ? width + 8 : 0) {
      for start in [column - distance, column + distance] {
        let start = min(max(start, timeline.column), last)
        let isFree = names.allSatisfy {
          $0.column + TextWidth.columns(of: $0.text) < start || start + width < $0.column
        }
        if isFree { return Name(text: text, column: start, style: style) }
      }
    }
    return nil
  }
}
