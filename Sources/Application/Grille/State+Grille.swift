import DPES
import TerminalUI

// The gestures of the grille.
extension State {
  /// Whether the référentiels have to be read before the screen can be shown.
  package var wantsReferentiels: Bool {
    guard referentiels == nil, isOpen else { return false }
    if case .chain = modes.last { return true }
    return screen == .grille
  }

  /// The référentiel that the grille shows.
  var referentiel: Referentiel? { referentiels?.first { $0.id == grille.referentielID } }

  /// Takes the référentiels that were read; names the files that are left out.
  mutating func receive(_ referentiels: [Referentiel], _ refusals: [String] = []) {
    self.referentiels = referentiels
    tellOrphans()
    if let first = refusals.first {
      refuse(
        refusals.count == 1
          ? first
          : "\(refusals.count) fichiers de référentiel sont laissés de côté\u{A0}; «\u{A0}palier "
            + "referentiels\u{A0}» dit lesquels, et pourquoi. \(first)")
    }
    if case .chain(let chain) = modes.last { replaceMode(.chain(chain.renewed(in: self))) }
    beginGrille()
  }

  /// Answers to a référentiel that this machine has not are kept, and told.
  private mutating func tellOrphans() {
    let known = Set((referentiels ?? []).map(\.id))
    let orphans = demarche?.grilles.filter {
      !$0.reponses.isEmpty && !known.contains($0.referentiel ?? "")
    }
    guard let name = orphans?.last?.referentiel else { return }
    let count = (orphans ?? []).filter { $0.referentiel == name }.map(\.reponses.count).max() ?? 0
    say(
      "\(count.counting("réponse")) au référentiel «\u{A0}\(name)\u{A0}», absent de cet "
        + "ordinateur\u{A0}: \(count.agreeing("gardée")) dans le fichier.")
  }

  /// Shows the référentiel that was answered last, else the charter's, else the first.
  mutating func beginGrille() {
    guard let referentiels, grille.referentielID == nil else { return }
    let answered =
      demarche?.grilles.filter { !$0.reponses.isEmpty }
      .sorted { ($0.date ?? Day(number: 0)) < ($1.date ?? Day(number: 0)) }
      .compactMap(\.referentiel) ?? []
    let wanted = answered.reversed() + [Referentiel.charte]
    let known = wanted.first { id in referentiels.contains { $0.id == id } }
    if let id = known ?? referentiels.first?.id { showReferentiel(id) }
  }

  /// Shows another référentiel, from its first point.
  mutating func showReferentiel(_ id: String) {
    grille.referentielID = id
    grille.dates = nil
    grille.axe = Axe.allCases.first { referentiel?.themes(sur: $0).isEmpty == false }
    renewDerived()
    grille.select(0, in: derived)
  }

  /// The axes that the référentiel has points on, in the charter's order; its points on none last.
  var grilleAxes: [Axe?] { derived.grille.axes }

  mutating func moveInGrille(by steps: Int) { grille.step(by: steps, in: derived) }

  mutating func stepGrilleAxis(by steps: Int) {
    let axes = grilleAxes
    guard !axes.isEmpty else { return }
    let here = axes.firstIndex(of: grille.axe) ?? 0
    grille.axe = axes[((here + steps) % axes.count + axes.count) % axes.count]
    renewDerived()
    grille.select(0, in: derived)
  }

  mutating func toggleGrilleFilter() {
    let code = grille.selected(in: derived)?.point.code
    grille.isFiltered.toggle()
    renewDerived()
    if let code { grille.select(code, in: derived) } else { grille.select(0, in: derived) }
  }

  mutating func followGrille(in area: Rect) {
    grille.show(rows: max(1, GrilleView.Layout(in: area, self).list.height), in: derived)
  }

  mutating func pointGrille(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: moveInGrille(by: -1)
    case .wheelDown: moveInGrille(by: 1)
    case .press:
      let list = GrilleView.Layout(in: area, self).list
      let rows = derived.grille.rows
      guard let row = grille.list.row(at: mouse.position, in: list, of: rows.count),
        rows[row].isPoint
      else { return }
      grille.select(row, in: derived)
    case .release: break
    }
  }
}
