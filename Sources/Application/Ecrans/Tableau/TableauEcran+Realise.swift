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
    guard let next = empty.first(where: { !closing.seen.contains($0) }) else {
      closing.isAsked = true
      state.tableau.closing = closing
      let open =
        empty.isEmpty
        ? "" : " \(empty.count.counting("case attendue", "cases attendues")) sans réponse."
      let end = state.demarche?.schema.periode(mois).fin
      let early = end.map { state.environment.today <= $0 } ?? false
      state.refuse(
        "Clore la période de \(mois) mois\(early ? ", avant sa fin" : "")\u{A0}?\(open) k encore la clôt\u{A0}; ensuite elle se corrige, avec un motif."
      )
      return []
    }
    closing.seen.insert(next)
    let left = empty.count { !closing.seen.contains($0) }
    show(&state, next, mois: mois)
    state.tableau.closing = closing
    let then = left == 0 ? "k demande s’il faut clore" : "k montre la suivante (\(left))"
    state.say("Sans réponse à \(mois) mois\u{A0}: a p x v w c le disent, \(then).")
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
    if !effects.isEmpty { state.say("La période de \(mois) mois est close.") }
    return effects
  }
}

extension Avancement {
  /// The indicators of which something is expected in a period and nothing is entered, by their ids.
  ///
  /// - Complexity: O(indicators).
  fileprivate func sansReponse(a mois: Int) -> [String] {
    guard let index = periodes.firstIndex(where: { $0.mois == mois }) else { return [] }
    return axes.flatMap(\.paliers).flatMap(\.indicateurs).filter { one in
      one.cases[index].objectif != nil && one.cases[index].realise?.statut == nil
    }.map(\.indicateur.id)
  }
}
