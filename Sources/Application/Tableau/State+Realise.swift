import DPES
import TerminalUI

// Entering a réalisé.
extension State {
  /// Why nothing can be entered in the selected cell; nil when it can.
  var whyNoRealise: String? {
    if let reason = readOnlyReason { return reason }
    guard let line = tableau.selected(in: derived) else {
      return tableau.filtre.isEmpty
        ? "Il n’y a pas encore d’indicateur à renseigner." : "Échap montre tout le tableau."
    }
    if line.isFolded {
      return "\(line.palier == nil ? "Cet axe" : "Ce palier") est replié\u{A0}: Entrée le déplie."
    }
    guard line.indicateur != nil, tableau.cell(in: derived) != nil else {
      return "Ce palier n’a pas d’indicateur à renseigner."
    }
    return nil
  }

  /// Why Entrée opens nothing; what is folded unfolds.
  var whyNoCard: String? {
    tableau.selected(in: derived)?.isFolded ?? false ? nil : whyNoRealise
  }

  mutating func openCell() -> [Effect] {
    if tableau.selected(in: derived)?.isFolded ?? false { return unfoldTableau() }
    guard let id = tableau.selectedID, let mois = tableau.mois else { return [] }
    return openForm(.realise(id, mois: mois))
  }

  /// Sets the status of the selected cell, today; what else it holds stays.
  mutating func setRealise(_ statut: Realise.Statut) -> [Effect] {
    guard let id = tableau.selectedID, let cell = tableau.cell(in: derived) else { return [] }
    let isClosed = demarche?.estClose(cell.periode.mois) ?? false
    if cell.realise?.statut == statut, isClosed || cell.realise?.date == environment.today {
      let mark = marks.mark(statut)
      sayOfCell("déjà \(mark.sign) \(mark.word)\(isClosed ? "" : " aujourd’hui").")
      return []
    }
    if isClosed { return askCorrection(statut) }
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
    sayOfCell("\(mark.sign) \(mark.word)\(ahead(mois)).")
    return effects
  }

  /// What is added where a réalisé comes before its period.
  func ahead(_ mois: Int) -> String {
    let start = demarche?.schema.periode(mois).debut
    return start.map { environment.today < $0 } ?? false ? ", avant sa période" : ""
  }

  /// Asks why the selected cell is « non concerné ».
  mutating func askMotif() {
    guard let id = tableau.selectedID, let mois = tableau.mois else { return }
    if demarche?.estClose(mois) ?? false {
      _ = askCorrection(.nonConcerne)
      return
    }
    ask(
      "Pourquoi « non concerné », à \(mois) mois\u{A0}?", for: .motif(indicateur: id, mois: mois))
  }

  mutating func emptyCell() -> [Effect] {
    guard let id = tableau.selectedID, let mois = tableau.mois else { return [] }
    if demarche?.estClose(mois) ?? false { return askCorrection(nil) }
    let signature = signature
    let effects = change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = Realise() }
    }
    if !effects.isEmpty { sayOfCell("case vidée. u la rétablit.") }
    return effects
  }

  /// Says « Titre », 12 mois: something; the title cut so that what follows has room.
  mutating func sayOfCell(_ what: String) {
    let title = tableau.selected(in: derived)?.indicateur?.indicateur.intitule ?? ""
    let rest = "\u{A0}», \(tableau.mois ?? 0) mois\u{A0}: \(what)"
    let room = size.width - 4 - TextWidth.columns(of: rest)
    say("«\u{A0}\(TextWidth.truncated(title, to: max(8, room)))\(rest)")
  }
}

// A period that is closed stays as it was closed: what is entered later is a correction.
extension State {
  /// Asks why the selected cell of a closed period is corrected: to a status, or to nothing.
  private mutating func askCorrection(_ statut: Realise.Statut?) -> [Effect] {
    guard let id = tableau.selectedID, let mois = tableau.mois else { return [] }
    let word = statut.map { "«\u{A0}\(marks.mark($0).word)\u{A0}»" } ?? "vider"
    ask(
      "Période close\u{A0}: pourquoi corriger, à \(mois) mois (\(word))\u{A0}?",
      for: .correction(indicateur: id, mois: mois, statut))
    return []
  }

  mutating func correct(
    indicateur id: String, mois: Int, _ statut: Realise.Statut?, motif: String
  ) -> [Effect] {
    let signature = signature
    let effects = change { demarche, _ in
      demarche.corrigerRealise(deIndicateur: id, periode: mois, motif: motif, signature) {
        $0.correct(to: statut, motif: motif, signature)
      }
    }
    guard !effects.isEmpty else { return [] }
    let mark = marks.mark(statut)
    sayOfCell("corrigé, \(mark.sign) \(mark.word)\u{A0}; ce qui était écrit est gardé.")
    return effects
  }

  /// Why the selected period can't be closed; nil when it can.
  var whyNotClosed: String? {
    if let reason = readOnlyReason { return reason }
    guard let mois = tableau.mois, let demarche else { return "Il n’y a pas de période à clore." }
    switch demarche.refusDeClore(mois, le: environment.today) {
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
  mutating func closePeriod() -> [Effect] {
    guard let mois = tableau.mois else { return [] }
    guard tableau.closing == mois else {
      tableau.closing = mois
      let left = derived.tableau.bilans[mois]?.sansReponse ?? 0
      let open =
        left == 0
        ? "" : " \(left.counting("case attendue", "cases attendues")) sans réponse."
      let end = demarche?.schema.periode(mois).fin
      let early = end.map { environment.today <= $0 } ?? false
      refuse(
        "Clore la période de \(mois) mois\(early ? ", avant sa fin" : "")\u{A0}?\(open) k encore la clôt\u{A0}; ensuite elle se corrige, avec un motif."
      )
      return []
    }
    tableau.closing = nil
    let signature = signature
    let effects = change { demarche, _ in
      do throws(Demarche.RefusDeClore) {
        try demarche.clorePeriode(mois, signature)
        return true
      } catch {
        return false
      }
    }
    if !effects.isEmpty { say("La période de \(mois) mois est close. u y revient.") }
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
