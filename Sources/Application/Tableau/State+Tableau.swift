import DPES
import TerminalUI

// Moving on the tableau de bord.
extension State {
  mutating func moveTableau(rows: Int = 0, periods: Int = 0) {
    if rows != 0 { tableau.select(tableau.index + rows, in: derived) }
    if periods != 0 {
      tableau.selectPeriod(tableau.periodIndex(in: derived) + periods, in: derived)
    }
    chainFromTableau()
  }

  /// Moves by the rows that are seen, headings counted, so that a page follows the other.
  mutating func moveTableau(pages: Int) {
    guard let pane = panes.first(where: { $0.screen == .tableau }),
      derived.tableau.selectable.indices.contains(tableau.index)
    else { return }
    let page = max(1, tableauLayout(in: pane.area).body.height - 1)
    let row = derived.tableau.selectable[tableau.index] + pages * page
    let position = derived.tableau.position(nearRow: row)
    // One step at least, should a page hold nothing but headings.
    let step = pages < 0 ? min(position, tableau.index - 1) : max(position, tableau.index + 1)
    moveTableau(rows: step - tableau.index)
  }

  /// Scrolls the tableau so that its selection can be seen.
  mutating func followTableau(in area: Rect) {
    let layout = tableauLayout(in: area)
    tableau.firstRow = layout.rows.lowerBound
    tableau.firstPeriod = layout.periods.lowerBound
  }

  mutating func pointTableau(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: moveTableau(rows: -1)
    case .wheelDown: moveTableau(rows: 1)
    case .release: break
    case .press:
      let layout = tableauLayout(in: area)
      if let period = layout.period(at: mouse.position) {
        tableau.selectPeriod(period, in: derived)
      }
      if let row = layout.row(at: mouse.position) {
        tableau.select(derived.tableau.position(nearRow: row), in: derived)
      }
      chainFromTableau()
    }
  }
}

// Entering a réalisé.
extension State {
  /// Why nothing can be entered in the selected cell; nil when it can.
  var whyNoRealise: String? {
    if let reason = readOnlyReason { return reason }
    guard let line = tableau.selected(in: derived) else {
      return "Il n’y a pas encore d’indicateur à renseigner."
    }
    guard line.indicateur != nil, let cell = tableau.cell(in: derived) else {
      return "Ce palier n’a pas d’indicateur à renseigner."
    }
    let mois = cell.periode.mois
    guard let close = demarche?.periodesCloses.first(where: { $0.mois == mois }) else {
      return nil
    }
    let day = close.le.map { " le \($0.frenchShort)" } ?? ""
    return
      "La période de \(mois) mois est close\(day)\u{A0}: elle se corrige par « palier renseigner »."
  }

  /// Sets the status of the selected cell, today; what else it holds stays.
  mutating func setRealise(_ statut: Realise.Statut) -> [Effect] {
    guard let id = tableau.selectedID, let cell = tableau.cell(in: derived) else { return [] }
    if cell.realise?.statut == statut, cell.realise?.date == environment.today {
      let mark = marks.mark(statut)
      sayOfCell("déjà \(mark.sign) \(mark.word) aujourd’hui.")
      return []
    }
    return setRealise(statut, motif: nil, ofIndicateur: id, mois: cell.periode.mois)
  }

  /// « Non concerné » always says why (`docs/format.md`, `motif`).
  mutating func setNonConcerne(indicateur: String, mois: Int, motif: String) -> [Effect] {
    setRealise(.nonConcerne, motif: motif, ofIndicateur: indicateur, mois: mois)
  }

  private mutating func setRealise(
    _ statut: Realise.Statut, motif: String?, ofIndicateur id: String, mois: Int
  ) -> [Effect] {
    let signature = signature
    let effects = change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) {
        $0.statut = statut
        $0.date = signature.jour
        $0.auteur = signature.qui
        $0.motif = motif
      }
    }
    guard !effects.isEmpty else { return [] }
    let mark = marks.mark(statut)
    let start = demarche?.schema.periode(mois).debut
    let isAhead = start.map { environment.today < $0 } ?? false
    sayOfCell("\(mark.sign) \(mark.word)\(isAhead ? ", avant sa période" : "").")
    return effects
  }

  /// Asks why the selected cell is « non concerné ».
  mutating func askMotif() {
    guard let id = tableau.selectedID, let mois = tableau.mois else { return }
    ask(
      "Pourquoi « non concerné », à \(mois) mois\u{A0}?", for: .motif(indicateur: id, mois: mois))
  }

  mutating func emptyCell() -> [Effect] {
    guard let id = tableau.selectedID, let mois = tableau.mois else { return [] }
    let signature = signature
    let effects = change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = Realise() }
    }
    if !effects.isEmpty { sayOfCell("case vidée. u la rétablit.") }
    return effects
  }

  /// Says « Titre », 12 mois: something; the title cut so that what follows has room.
  private mutating func sayOfCell(_ what: String) {
    let title = tableau.selected(in: derived)?.indicateur?.indicateur.intitule ?? ""
    let rest = "\u{A0}», \(tableau.mois ?? 0) mois\u{A0}: \(what)"
    let room = size.width - 4 - TextWidth.columns(of: rest)
    say("«\u{A0}\(TextWidth.truncated(title, to: max(8, room)))\(rest)")
  }
}
