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
    canvas.draw(saved.text, at: start, area.row, saved.style.on(.bar), upTo: area.endColumn)
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
    switch state.screen {
    case .etat:
      let isOpen = state.derived.etat.seanceDuJour != nil
      return [title] + (isOpen ? ["séance du \(state.environment.today.french)"] : [])
    case .finances, .capitalisation, .ca: return [title]
    case .grille: return [title] + (state.derived.grille.referentiel.map { [$0.nom] } ?? [])
    case .aFaire: return [title, state.environment.today.french]
    case .cercle:
      guard let cercle = state.derived.image?.cercle else { return [title] }
      let date = "\(isWide ? "image du " : "")\(cercle.date.french)\(cercle.figee ? ", figée" : "")"
      if let avant = state.derived.image?.avant {
        return [title, "\(isWide ? date + ", " : "")comparée au \(avant.date.french)"]
      }
      let unplaced = state.derived.image?[nil].observations.count ?? 0
      return [title, date] + (unplaced > 0 ? ["\(unplaced) à placer"] : [])
    case .schema:
      guard let debut = state.derived.avancement?.debut, let avancement = state.derived.avancement
      else { return [title] }
      let end = debut.adding(months: min(avancement.dureeMois, 600))
      let arrow = state.environment.symbols.arrow
      return [title] + counts(avancement)
        + ["\(debut.frenchMonthAndYear) \(arrow) \(end.frenchMonthAndYear)"]
    case .tableau:
      guard let debut = state.derived.avancement?.debut, let avancement = state.derived.avancement
      else { return [title] }
      return [title] + counts(avancement)
        + ["\(avancement.dureeMois) mois à compter du \(debut.french)"]
    }
  }

  /// The paliers that need somebody, as counts.
  private static func counts(_ avancement: Avancement) -> [String] {
    let lost = avancement.axes.reduce(0) { $0 + $1.perdus }
    let late = avancement.axes.reduce(0) { $0 + $1.enRetard }
    func told(_ count: Int, _ word: String) -> [String] {
      count == 0 ? [] : ["\(count.counting("palier")) \(word)"]
    }
    return told(lost, lost.agreeing("perdu")) + told(late, "en retard")
  }

  private static func savedText(
    _ document: Document, _ state: State
  ) -> (text: String, style: Style) {
    if let version = state.viewing?.version {
      return ("version du \(version.quand) (lecture seule)", Style(.orange, .bold))
    }
    if document.readOnlyReason != nil { return ("lecture seule", Style(.orange, .bold)) }
    // Nothing tells of a change made elsewhere on a network: the person should know.
    let network = document.isOnNetwork ? ", réseau" : ""
    let isWithout = document.withoutVersions != nil
    let place = network + (isWithout ? ", sans versions" : "")
    let style = isWithout ? Style(.orange, .bold) : .faint
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
