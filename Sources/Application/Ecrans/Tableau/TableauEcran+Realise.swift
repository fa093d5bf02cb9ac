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
    return state.open(RealiseForm(id: id, mois: mois))
  }

  /// Sets the status of the selected cell, today; what else it holds stays.
  static func setRealise(_ state: inout State, _ statut: Realise.Statut) -> [Effect] {
    guard let id = state.tableau.selectedID, let cell = state.tableau.cell else { return [] }
    let isClosed = state.demarche?.estClose(cell.periode.mois) ?? false
    if cell.realise?.statut == statut, isClosed || cell.realise?.date == state.environment.today {
      let mark = state.marks.mark(statut)
      sayOfCell(&state, "déjà \(mark.sign) \(mark.word)\(isClosed ? "" : " aujourd’hui").")
      return []
    }
    if isClosed { return askCorrection(&state, statut) }
    return setRealise(&state, statut, motif: nil, ofIndicateur: id, mois: cell.periode.mois)
  }

  /// `motif` is of « non concerné », which always says why (`docs/format.md`).
  static func setRealise(
    _ state: inout State,
    _ statut: Realise.Statut, motif: String?, ofIndicateur id: String, mois: Int
  ) -> [Effect] {
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) {
        $0.statut = statut
        $0.date = signature.jour
        $0.auteur = signature.qui
        $0.motif = motif
      }
    }
    guard !effects.isEmpty else { return [] }
    let mark = state.marks.mark(statut)
    sayOfCell(&state, "\(mark.sign) \(mark.word)\(ahead(state, mois)).")
    return effects
  }

  /// What is added where a réalisé comes before its period.
  static func ahead(_ state: State, _ mois: Int) -> String {
    let start = state.demarche?.schema.periode(mois).debut
    return start.map { state.environment.today < $0 } ?? false ? ", avant sa période" : ""
  }

  /// Asks why the selected cell is « non concerné ».
  static func askMotif(_ state: inout State) -> [Effect] {
    guard let id = state.tableau.selectedID, let mois = state.tableau.mois else { return [] }
    if state.demarche?.estClose(mois) ?? false { return askCorrection(&state, .nonConcerne) }
    state.ask(
      "Pourquoi «\u{A0}non concerné\u{A0}», à \(mois)\u{A0}mois\u{A0}?",
      for: MotifQuestion(indicateur: id, mois: mois))
    return []
  }

  static func emptyCell(_ state: inout State) -> [Effect] {
    guard let id = state.tableau.selectedID, let mois = state.tableau.mois else { return [] }
    if state.demarche?.estClose(mois) ?? false { return askCorrection(&state, nil) }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = Realise() }
    }
    if !effects.isEmpty { sayOfCell(&state, "case vidée.") }
    return effects
  }

  /// Says « Titre », 12 mois: something; the title cut so that what follows has room.
  static func sayOfCell(_ state: inout State, _ what: String) {
    let title = state.tableau.selected?.indicateur?.indicateur.intitule ?? ""
    let rest = "\u{A0}», \(state.tableau.mois ?? 0) mois\u{A0}: \(what)"
    let room = MessageRow.textColumns(state) - 2 - TextWidth.columns(of: rest)
    state.say("«\u{A0}\(TextWidth.excerpt(title, to: max(8, room)))\(rest)")
  }

  // A period that is closed stays as it was closed: what is entered later is a correction.

  /// Asks why the selected cell of a closed period is corrected: to a status, or to nothing.
  private static func askCorrection(_ state: inout State, _ statut: Realise.Statut?) -> [Effect] {
    guard let id = state.tableau.selectedID, let mois = state.tableau.mois else { return [] }
    let word = statut.map { "«\u{A0}\(state.marks.mark($0).word)\u{A0}»" } ?? "vider"
    state.ask(
      "Période close\u{A0}: pourquoi corriger, à \(mois) mois (\(word))\u{A0}?",
      for: CorrectionQuestion(indicateur: id, mois: mois, statut: statut))
    return []
  }

  static func correct(
    _ state: inout State,
    indicateur id: String, mois: Int, _ statut: Realise.Statut?, motif: String
  ) -> [Effect] {
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.corrigerRealise(deIndicateur: id, periode: mois, motif: motif, signature) {
        $0.correct(to: statut, motif: motif, signature)
      }
    }
    guard !effects.isEmpty else { return [] }
    let mark = state.marks.mark(statut)
    sayOfCell(&state, "corrigé, \(mark.sign) \(mark.word)\u{A0}; ce qui était écrit est gardé.")
    return effects
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

  /// Closes the selected period; the first time it says what that leaves without an answer.
  static func closePeriod(_ state: inout State) -> [Effect] {
    guard let mois = state.tableau.mois else { return [] }
    guard state.tableau.closing == mois else {
      state.tableau.closing = mois
      let left = state.tableau.rows.bilans[mois]?.sansReponse ?? 0
      let open =
        left == 0 ? "" : " \(left.counting("case attendue", "cases attendues")) sans réponse."
      let end = state.demarche?.schema.periode(mois).fin
      let early = end.map { state.environment.today <= $0 } ?? false
      state.refuse(
        "Clore la période de \(mois) mois\(early ? ", avant sa fin" : "")\u{A0}?\(open) k encore la clôt\u{A0}; ensuite elle se corrige, avec un motif."
      )
      return []
    }
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

extension Realise {
  /// What a correction makes of it: its first entry keeps its day and its author.
  mutating func correct(to statut: Statut?, motif: String, _ signature: Signature) {
    guard let statut else {
      let kept = corrections
      self = Realise()
      corrections = kept
      return
    }
    let isFirst = self == Realise()
    self.statut = statut
    self.motif = statut == .nonConcerne ? motif : nil
    if isFirst {
      date = signature.jour
      auteur = signature.qui
    }
  }
}
