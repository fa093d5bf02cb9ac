import DPES
import TerminalUI

// Moving on the screen « à faire ».
extension AFaireEcran {
  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    let index = state.aFaire.index
    switch key {
    case .up: state.aFaire.select(index - 1)
    case .down: state.aFaire.select(index + 1)
    case .pageUp: move(&state, pages: -1)
    case .pageDown: move(&state, pages: 1)
    case .home: state.aFaire.select(0)
    case .end: state.aFaire.select(.max)
    default: break
    }
    return []
  }

  /// Moves by the rows that are seen, headings counted, and by one line at least.
  private static func move(_ state: inout State, pages: Int) {
    let index = state.aFaire.index
    guard let here = state.aFaire.selectedRow else { return }
    let height = area(state).map { AFaireLayout(state, in: $0).list.height } ?? 1
    let position = state.aFaire.rows.position(nearRow: here + pages * max(1, height - 1))
    state.aFaire.select(pages < 0 ? min(position, index - 1) : max(position, index + 1))
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    state.aFaire.settle()
    let height = AFaireLayout(state, in: area).list.height
    state.aFaire.firstRow = state.aFaire.visibleRows(height: height).lowerBound
  }

  static func scroll(_ state: inout State, by rows: Int) {
    state.aFaire.select(state.aFaire.index + rows)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let list = AFaireLayout(state, in: area).list
    guard let row = AFaireView.listRows(state, in: list).item(at: position) else { return }
    state.aFaire.select(state.aFaire.rows.position(nearRow: row))
  }

  static func whyNothingToDo(_ state: State) -> String? {
    guard state.aFaire.selected == nil else { return nil }
    return state.aFaire.filtre.isEmpty
      ? "Il n’y a rien à faire pour le moment." : "Échap montre tout ce qui est à faire."
  }

  static func group(_ state: inout State) -> [Effect] {
    state.aFaire.parPersonne.toggle()
    state.renewDerived()
    return []
  }

  // What is done on a line, where it stands.

  /// Opens the card of what the selected line is about; of a period, its cells.
  static func openSelected(_ state: inout State) -> [Effect] {
    guard let ligne = state.aFaire.selected else { return [] }
    switch ligne.objet {
    case .indicateur(let id, let mois):
      return state.open(RealiseForm(id: id, mois: ligne.saisie ?? mois, place: place))
    case .palier(let id), .promesse(let id), .passage(let id): return state.openForm(of: id)
    case .cloture: return close(&state)
    case .cycle, .outil, .carte: return goToSelected(&state)
    }
  }

  /// Why the selected line has no statut to be told; nil when it has.
  static func whyNoStatut(_ state: State, _ statut: Realise.Statut) -> String? {
    if let reason = whyNothingToDo(state) ?? state.readOnlyReason { return reason }
    switch state.aFaire.selected?.objet {
    case .indicateur, nil: return nil
    case .palier:
      return statut == .atteint
        ? nil : "Un palier sans indicateur se déclare atteint\u{A0}: a, ou Entrée et son jour."
    case .promesse:
      return statut == .atteint || statut == .nonAtteint
        ? nil : "Une promesse est tenue (a), ou abandonnée (x)."
    case .cloture: return "Une période se clôt\u{A0}: k mène à ses cases vides, puis la clôt."
    case .passage: return "Une étape du cycle se note dans sa fiche\u{A0}: Entrée."
    case .cycle: return "Le fichier de ce cycle n’est pas sur cet ordinateur\u{A0}: Entrée y va."
    case .outil: return "Un outil se relit dans la grille\u{A0}: Entrée y va."
    case .carte: return "La carte se relit à la section Acteurs\u{A0}: Entrée y va, d la date."
    }
  }

  /// Says how the selected line stands, and goes to the next.
  static func set(_ state: inout State, _ statut: Realise.Statut) -> [Effect] {
    let signature = state.signature
    switch state.aFaire.selected?.objet {
    case .indicateur(let id, let mois):
      return Saisie.noter(&state, statut, id, mois: state.aFaire.selected?.saisie ?? mois)
    case .palier(let id):
      return done(&state, "Palier déclaré atteint aujourd’hui.") { demarche in
        demarche.modifierPalier(id, signature) { $0.atteintLe = signature.jour }
      }
    case .promesse(let id):
      let etat: Seance.Promesse.Etat = statut == .atteint ? .tenue : .abandonnee
      return done(&state, "Promesse \(etat == .tenue ? "tenue" : "abandonnée").") { demarche in
        demarche.modifierPromesse(id) { $0.etat = etat }
      }
    case .cloture, .passage, .cycle, .outil, .carte, nil: return []
    }
  }

  private static func done(
    _ state: inout State, _ sentence: String, _ edit: (inout Demarche) -> Bool
  ) -> [Effect] {
    let effects = change(&state, saying: sentence) { demarche, _ in edit(&demarche) }
    if !effects.isEmpty { state.aFaire.selectNext() }
    return effects
  }

  /// Goes to where the selected line stands: a cell, a palier, a promise.
  static func goToSelected(_ state: inout State) -> [Effect] {
    switch state.aFaire.selected?.objet {
    case .promesse(let id), .passage(let id), .cycle(let id):
      state.go(toElement: id)
      return []
    default: break
    }
    if case .outil(let id) = state.aFaire.selected?.objet {
      return state.go(to: .point("\(id):"))
    }
    if case .carte(let id) = state.aFaire.selected?.objet {
      state.go(to: Edit.Change.carte(id))
      return []
    }
    if case .cloture(let mois) = state.aFaire.selected?.objet {
      state.go(to: Edit.Change.cloture(mois))
      return []
    }
    return maillon(state).map { state.go(to: $0) } ?? []
  }

  static func whyNowhere(_ state: State) -> String? {
    whyNothingToDo(state)
  }

  static func whyNotClosed(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    if case .cloture = state.aFaire.selected?.objet { return nil }
    return "Choisissez une période à clore\u{A0}: ↑ ↓."
  }

  /// Goes to the period of the selected line, where the same key leads through its empty cells.
  static func close(_ state: inout State) -> [Effect] {
    guard case .cloture(let mois) = state.aFaire.selected?.objet else { return [] }
    state.go(to: Edit.Change.cloture(mois))
    guard state.screen != place else { return [] }
    return ActionTable.action(for: .character("k"), in: state.screen.ecran.tables(state))?
      .performed(in: &state) ?? []
  }
}
