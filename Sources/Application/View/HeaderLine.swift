import DPES
import TerminalUI

/// The first line: the structure, what is shown, and where the last change is.
enum HeaderLine {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.lay(area, on: .bar)
    guard let document = state.document else { return }
    let saved = savedText(document)
    let width = TextWidth.columns(of: saved.text)
    let start = max(area.column, area.endColumn - width - 1)
    canvas.draw(saved.text, at: start, area.row, saved.style.on(.bar), upTo: area.endColumn)
    let end = start - 2
    let subtitle = subtitle(state)
    let name = document.demarche.structure.raisonSociale
    let nameEnd = max(area.column + 1, min(end, end - min(14, TextWidth.columns(of: subtitle)) - 2))
    let column = canvas.draw(
      name, at: area.column + 1, area.row, Style(.text, on: .bar, .bold), upTo: nameEnd)
    canvas.draw(subtitle, at: column + 2, area.row, Style(.faint, on: .bar), upTo: end)
  }

  /// What is shown, in as many words as the window has room for.
  private static func subtitle(_ state: State) -> String {
    let isWide = state.size.width >= 100
    let title = isWide ? state.screen.title : state.screen.shortTitle
    switch state.screen {
    case .cercle:
      guard let cercle = state.derived.image?.cercle else { return title }
      let date = "\(isWide ? "image du " : "")\(cercle.date.french)\(cercle.figee ? ", figée" : "")"
      return "\(title) · \(date)"
    case .schema:
      guard let debut = state.derived.avancement?.debut, let avancement = state.derived.avancement
      else { return title }
      let end = debut.adding(months: min(avancement.dureeMois, 600))
      return "\(title) · \(debut.frenchMonthAndYear) → \(end.frenchMonthAndYear)"
    case .tableau:
      guard let debut = state.derived.avancement?.debut, let avancement = state.derived.avancement
      else { return title }
      return "\(title) · \(avancement.dureeMois) mois à compter du \(debut.french)"
    }
  }

  private static func savedText(_ document: Document) -> (text: String, style: Style) {
    if document.readOnlyReason != nil { return ("lecture seule", Style(.orange, .bold)) }
    switch document.saved {
    case .untouched: return ("ouvert", .faint)
    case .pending: return ("enregistrement…", .faint)
    case .at(let time): return ("enregistré \(time)", Style(.green))
    case .failed: return ("NON ENREGISTRÉ", Style(.red, .bold))
    }
  }
}
