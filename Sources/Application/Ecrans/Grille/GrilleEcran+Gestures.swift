import DPES
import TerminalUI

extension GrilleEcran {
  /// The référentiel that the grille shows; of one that is not on this machine what its answers tell.
  static func referentiel(_ state: State) -> Referentiel? {
    guard let id = state.grille.referentielID, let known = state.referentiels else { return nil }
    return known.first { $0.id == id } ?? state.demarche?.referentielInconnu(id)
  }

  /// Whether the référentiel shown is not on this machine.
  static func isUnknown(_ state: State) -> Bool {
    guard let id = state.grille.referentielID else { return false }
    return state.referentiels?.contains { $0.id == id } != true
  }

  /// Takes the référentiels that were read; names the files that are left out.
  static func receive(
    _ state: inout State, _ referentiels: [Referentiel], _ refusals: [String] = []
  ) {
    state.referentiels = referentiels
    tellOrphans(&state)
    if let first = refusals.first {
      state.refuse(
        refusals.count == 1
          ? first
          : "\(refusals.count) fichiers de référentiel sont laissés de côté\u{A0}; «\u{A0}palier "
            + "referentiels\u{A0}» dit lesquels, et pourquoi. \(first)")
    }
    if let chain = state.modes.last as? ChaineList { state.replaceMode(chain.renewed(in: state)) }
    begin(&state)
    // One that was gone to before it was read.
    if let chosen = referentiel(state), !chosen.onglets.contains(state.grille.onglet),
      let first = chosen.premierOnglet
    {
      state.grille.onglet = first
      state.renewDerived()
      state.grille.select(0)
    }
    if let place = state.grille.awaited { follow(&state, place) }
  }

  /// Answers to a référentiel that this machine has not are kept, and told.
  private static func tellOrphans(_ state: inout State) {
    let known = Set((state.referentiels ?? []).map(\.id))
    let orphans = state.demarche?.grilles.filter {
      !$0.reponses.isEmpty && !known.contains($0.referentiel ?? "")
    }
    guard let name = orphans?.last?.referentiel else { return }
    let count = (orphans ?? []).filter { $0.referentiel == name }.map(\.reponses.count).max() ?? 0
    state.say(
      "\(count.counting("réponse")) au référentiel «\u{A0}\(name)\u{A0}», absent de cet "
        + "ordinateur\u{A0}: \(count.agreeing("gardée")) dans le fichier.")
  }

  /// Shows the référentiel that was answered last, else the charter's, else the first.
  static func begin(_ state: inout State) {
    guard let referentiels = state.referentiels, state.grille.referentielID == nil else { return }
    let answered =
      state.demarche?.grilles.filter { !$0.reponses.isEmpty }
      .sorted { ($0.date ?? Day(number: 0)) < ($1.date ?? Day(number: 0)) }
      .compactMap(\.referentiel) ?? []
    let wanted = answered.reversed() + [Referentiel.charte]
    let known = wanted.first { id in referentiels.contains { $0.id == id } }
    if let id = known ?? referentiels.first?.id { showReferentiel(&state, id) }
  }

  /// Shows another référentiel, from its first point.
  static func showReferentiel(_ state: inout State, _ id: String) {
    state.grille.referentielID = id
    state.grille.dates = nil
    state.grille.filtre = .tous
    (state.grille.sujet, state.grille.besides) = (nil, nil)
    state.grille.onglet = referentiel(state)?.premierOnglet ?? .axe(.utilite)
    state.renewDerived()
    state.grille.select(0)
  }

  static func stepAxis(_ state: inout State, by steps: Int) {
    state.grille.onglet = state.grille.rows.onglets.around(state.grille.onglet, by: steps)
    state.renewDerived()
    state.grille.select(0)
  }

  static func toggleFilter(_ state: inout State) {
    let code = state.grille.selected?.point.code
    let hasMusts = referentiel(state)?.aDesIncontournables == true
    state.grille.filtre = state.grille.filtre.next(hasMusts: hasMusts)
    state.renewDerived()
    if let code { state.grille.select(code) } else { state.grille.select(0) }
  }

  static func follow(_ state: inout State, in area: Rect) {
    state.grille.show(rows: max(1, GrilleView.Layout(in: area, state).list.height))
  }

  static func scroll(_ state: inout State, by rows: Int) { state.grille.step(by: rows) }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let list = GrilleView.Layout(in: area, state).list
    let rows = state.grille.rows.rows
    guard let row = GrilleView.listRows(state, in: list).item(at: position), rows[row].isPoint
    else { return }
    state.grille.select(row)
  }
}

extension State {
  /// Whether the référentiels have to be read before the screen can be shown.
  package var wantsReferentiels: Bool {
    guard referentiels == nil, isOpen else { return false }
    return modes.last is ChaineList || screen == .grille
      || screen == .aFaire && demarche?.grilles.isEmpty == false
  }
}
