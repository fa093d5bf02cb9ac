import DPES
import TerminalUI

/// The first line: the structure, what is shown, and where the last change is.
enum HeaderLine {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.lay(area, on: .bar)
    guard let document = state.document else { return }
    let saved = savedText(document, state)
    let width = TextWidth.columns(of: saved.text)
    let start = max(area.column, area.endColumn - width - 1)
    canvas.draw(saved.text, at: start, in: area, saved.style.on(.bar))
    let end = start - 2
    let facts = state.viewing == nil ? facts(state) : [""]
    let name = (state.demarche ?? document.demarche).structure.raisonSociale
    let nameEnd = end - min(TextWidth.columns(of: facts[0]), (end - area.column) / 2) - 2
    var column =
      canvas.draw(
        name, at: area.column + 1, area.row, Style(.text, on: .bar, .bold), upTo: nameEnd) + 2
    // What has no room any more is left out whole.
    for (index, fact) in facts.enumerated() {
      let text = index == 0 ? fact : " · \(fact)"
      guard index == 0 || column + TextWidth.columns(of: text) <= end else { return }
      column = canvas.draw(text, at: column, area.row, Style(.faint, on: .bar), upTo: end)
    }
  }

  /// What is shown, the most telling first.
  private static func facts(_ state: State) -> [String] {
    let isWide = state.size.width >= 100
    let title = isWide ? state.screen.title : state.screen.shortTitle
    return [title] + state.screen.ecran.facts(state, isWide: isWide)
  }

  private static func savedText(
    _ document: Document, _ state: State
  ) -> (text: String, style: Style) {
    if let version = state.viewing?.version {
      return ("version du \(version.quand) (lecture seule)", Style(.orange, .bold))
    }
    if document.readOnlyReason != nil { return ("lecture seule", Style(.orange, .bold)) }
    let signs =
      (state.hidesNames ? ", sans noms" : "") + (state.heldWall == nil ? "" : ", mur tenu")
    // Nothing tells of a change made elsewhere on a network: the person should know.
    let network = document.isOnNetwork ? ", réseau" : ""
    let isWithout = document.withoutVersions != nil
    let place = network + (isWithout ? ", sans versions" : "") + signs
    let style = isWithout ? Style(.orange, .bold) : signs.isEmpty ? .faint : .title
    let saved: (text: String, style: Style) =
      switch document.saved {
      case .untouched: ("ouvert\(place)", style)
      case .pending: ("enregistrement\u{A0}…", .faint)
      case .at(let time): ("enregistré \(time)\(place)", style)
      case .failed: ("NON ENREGISTRÉ", Style(.red, .bold))
      }
    let count = state.conflicts.waiting.count
    guard count > 0 else { return saved }
    let isFailed = if case .failed = document.saved { true } else { false }
    let text = "\(count) à choisir (F4) · \(saved.text)"
    return (text, isFailed ? saved.style : Style(.orange, .bold))
  }
}
