import DPES
import TerminalUI

// Entering a réalisé.
extension TableauEcran {
  /// Why nothing can be entered in the selected cell; nil when it can.
  static func whyNoRealise(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let line = state.tableau.selected else {
      return state.tableau.filtre.isEmpty
        ? "Il n’y a pas encore d’indicateur à renseigner." : "Échap montre tout le tableau."
    }
    if line.isFolded {
      return "\(line.palier == nil ? "Cet axe" : "Ce palier") est replié\u{A0}: Entrée le déplie."
    }
    return state.tableau.cell == nil ? "Ce palier n’a pas d’indicateur à renseigner." : nil
  }

  /// Why Entrée opens nothing; what is folded unfolds.
  static func whyNoCard(_ state: State) -> String? {
    state.tableau.selected?.isFolded ?? false ? nil : whyNoRealise(state)
  }

  /// Why the room is not told that what is to be reached, and of which nothing is noted, still holds.
  static func whyNothingToVerify(_ state: State) -> String? {
    guard let cell = state.tableau.cell, cell.objectif != .verifier, cell.realise == nil else {
      return nil
    }
    return "Rien n’est noté encore de ce qui est à atteindre\u{A0}: a, p ou x le dit."
  }

  static func openCell(_ state: inout State) -> [Effect] {
    if state.tableau.selected?.isFolded ?? false { return unfold(&state) }
    guard let id = state.tableau.selectedID, let mois = state.tableau.mois else { return [] }
    return state.open(RealiseForm(id: id, mois: mois, place: place))
  }

  /// Sets the status of the selected cell, today; what else it holds stays.
  static func setRealise(_ state: inout State, _ statut: Realise.Statut) -> [Effect] {
    guard let id = state.tableau.selectedID, let cell = state.tableau.cell else { return [] }
    return Saisie.noter(&state, statut, id, mois: cell.periode.mois)
  }

  static func emptyCell(_ state: inout State) -> [Effect] {
    guard let id = state.tableau.selectedID, let mois = state.tableau.mois else { return [] }
    return Saisie.vider(&state, id, mois: mois)
  }

  /// Why the selected period can't be closed; nil when it can.
  static func whyNotClosed(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let mois = state.tableau.mois, let demarche = state.demarche else {
      return "Il n’y a pas de période à clore."
    }
    switch demarche.refusDeClore(mois, le: state.environment.today) {
    case nil: return nil
    case .inconnue: return "Il n’y a pas de période à clore."
    case .dejaClose(let jour):
      let day = jour.map { " le \($0.frenchShort)" } ?? ""
      return
        "La période de \(mois) mois est close\(day), et le reste\u{A0}: une correction dit pourquoi, et garde ce qui était écrit."
    case .pasCommencee(let debut):
      return
        "La période de \(mois) mois commence le \(debut.french)\u{A0}: elle ne se clôt pas encore."
    }
  }

  /// Leads through the cells of the selected period that are expected and say nothing, one a key,
  /// then says what stays so, then closes it.
  static func closePeriod(_ state: inout State) -> [Effect] {
    guard let mois = state.tableau.mois, let avancement = state.derived.avancement else {
      return []
    }
    var closing = state.tableau.closing ?? Closing(mois: mois)
    if closing.mois != mois { closing = Closing(mois: mois) }
    if closing.isAsked { return close(&state, mois) }
    let empty = avancement.sansReponse(a: mois)
    state.tableau.closing = closing
    guard let next = empty.first(where: { !closing.seen.contains($0) }) else {
      return askToClose(&state, mois, empty: empty.count)
    }
    closing.seen.insert(next)
    let left = empty.count { !closing.seen.contains($0) }
    show(&state, next, mois: mois)
    state.tableau.closing = closing
    let then =
      left == 0
      ? "k demande s’il faut clore"
      : "k montre la suivante (\(left)), K clôt avec ces \(empty.count) vides"
    state.say("Sans réponse à \(mois) mois\u{A0}: a p x v w c le disent, \(then).")
    return []
  }

  /// Goes on to the next empty cell once the one that `k` led to has its answer.
  ///
  /// - Returns: What to say of it; nil where no period is being closed.
  static func goOnClosing(_ state: inout State, after id: String, mois: Int) -> String? {
    guard var closing = state.tableau.closing, closing.mois == mois, closing.seen.contains(id),
      let empty = state.derived.avancement?.sansReponse(a: mois), !empty.contains(id)
    else { return nil }
    guard let next = empty.first(where: { !closing.seen.contains($0) }) else {
      return " Plus rien à montrer\u{A0}: k demande s’il faut clore."
    }
    closing.seen.insert(next)
    closing.isAsked = false
    show(&state, next, mois: mois)
    state.tableau.closing = closing
    let left = empty.count { !closing.seen.contains($0) }
    return left == 0 ? " Voici la dernière vide." : " Voici la vide suivante, puis \(left)."
  }

  /// Closes the period of which the empty cells were told, as they stand; before that, tells of them.
  static func closeAsItStands(_ state: inout State) -> [Effect] {
    guard let mois = state.tableau.mois, let closing = state.tableau.closing,
      closing.mois == mois, let avancement = state.derived.avancement
    else { return closePeriod(&state) }
    guard closing.isAsked || !isRunning(mois, state) else {
      return askToClose(&state, mois, empty: avancement.sansReponse(a: mois).count)
    }
    return close(&state, mois)
  }

  private static func isRunning(_ mois: Int, _ state: State) -> Bool {
    state.demarche?.schema.periode(mois).fin.map { state.environment.today <= $0 } ?? false
  }

  private static func askToClose(_ state: inout State, _ mois: Int, empty: Int) -> [Effect] {
    state.tableau.closing?.isAsked = true
    let open =
      empty == 0 ? "" : " \(empty.counting("case attendue", "cases attendues")) sans réponse."
    let early = isRunning(mois, state) ? ", avant sa fin" : ""
    state.refuse(
      "Clore la période de \(mois) mois\(early)\u{A0}?\(open) k encore la clôt\u{A0}; ensuite elle se corrige, avec un motif."
    )
    return []
  }

  private static func close(_ state: inout State, _ mois: Int) -> [Effect] {
    state.tableau.closing = nil
    let signature = state.signature
    let effects = state.change { demarche, _ in
      do throws(Demarche.RefusDeClore) {
        try demarche.clorePeriode(mois, signature)
        return true
      } catch {
        return false
      }
    }
    guard !effects.isEmpty else { return [] }
    let empty = state.derived.avancement?.sansReponse(a: mois).count ?? 0
    let left =
      empty == 0
      ? "" : "\u{A0}; \(empty.counting("case reste vide", "cases restent vides"))"
    state.say("La période de \(mois) mois est close\(left).")
    return effects
  }
}
