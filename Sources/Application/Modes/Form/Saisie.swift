import DPES
import TerminalUI

/// Entering a réalisé, from whichever screen one is on.
enum Saisie {
  /// The keys of the statuts, what each says, and how long it stays in a bottom line.
  static let statuts: [(statut: Realise.Statut, key: Character, help: String, weight: Int)] = [
    (.atteint, "a", "Note que l’indicateur choisi est atteint dans la période choisie.", 80),
    (.partiel, "p", "Note que l’indicateur est atteint en partie.", 78),
    (.nonAtteint, "x", "Note que l’indicateur n’est pas atteint.", 76),
    (.verifie, "v", "Note que l’indicateur, atteint auparavant, tient toujours.", 74),
    (.nonVerifie, "w", "Note que personne n’a vérifié dans cette période.", 50),
    (.nonConcerne, "c", "Écarte l’indicateur dans cette période, et demande pourquoi.", 45),
  ]

  /// Sets the status of a cell, today; what else it holds stays.
  ///
  /// « Non concerné », and a period that
  /// is closed, ask why.
  static func noter(
    _ state: inout State, _ statut: Realise.Statut, _ id: String, mois: Int
  ) -> [Effect] {
    guard let demarche = state.demarche else { return [] }
    let isClosed = demarche.estClose(mois)
    if statut != .nonConcerne, let before = demarche.indicateur(id)?.realises[mois],
      before.statut == statut, isClosed || before.date == state.environment.today
    {
      let mark = state.marks.mark(statut)
      say(
        &state, id, mois,
        "déjà \(mark.sign) \(mark.word)\(isClosed ? "" : " aujourd’hui").")
      return []
    }
    if isClosed { return askCorrection(&state, statut, id, mois) }
    guard statut == .nonConcerne else { return set(&state, statut, motif: nil, id, mois) }
    return state.ask(
      "Pourquoi «\u{A0}non concerné\u{A0}», à \(mois)\u{A0}mois\u{A0}?",
      for: MotifQuestion(indicateur: id, mois: mois))
  }

  /// `motif` is of « non concerné », which always says why (`docs/format.md`).
  static func set(
    _ state: inout State, _ statut: Realise.Statut, motif: String?, _ id: String, _ mois: Int
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
    entered(&state, id, mois, "\(mark.sign) \(mark.word)\(ahead(state, mois)).")
    return effects
  }

  static func vider(_ state: inout State, _ id: String, mois: Int) -> [Effect] {
    if state.demarche?.estClose(mois) ?? false { return askCorrection(&state, nil, id, mois) }
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.modifierRealise(deIndicateur: id, periode: mois, signature) { $0 = Realise() }
    }
    if !effects.isEmpty { say(&state, id, mois, "case vidée.") }
    return effects
  }

  /// What is added where a réalisé comes before its period.
  static func ahead(_ state: State, _ mois: Int) -> String {
    let start = state.demarche?.schema.periode(mois).debut
    return start.map { state.environment.today < $0 } ?? false ? ", avant sa période" : ""
  }

  /// Says what a cell says now, and goes on where the screen goes on.
  static func entered(_ state: inout State, _ id: String, _ mois: Int, _ what: String) {
    let more = state.screen.ecran.entered(&state, indicateur: id, mois: mois)
    say(&state, id, mois, what + (more ?? ""))
  }

  /// Says « Titre », 12 mois: something; the title cut so that what follows has room.
  static func say(_ state: inout State, _ id: String, _ mois: Int, _ what: String) {
    let title = state.demarche?.indicateur(id)?.intitule ?? ""
    let rest = "\u{A0}», \(mois) mois\u{A0}: \(what)"
    let room = MessageRow.textColumns(state) - 2 - TextWidth.columns(of: rest)
    state.say("«\u{A0}\(TextWidth.excerpt(title, to: max(8, room)))\(rest)")
  }

  // A period that is closed stays as it was closed: what is entered later is a correction.

  /// Asks why a cell of a closed period is corrected: to a status, or to nothing.
  private static func askCorrection(
    _ state: inout State, _ statut: Realise.Statut?, _ id: String, _ mois: Int
  ) -> [Effect] {
    let word = statut.map { "«\u{A0}\(state.marks.mark($0).word)\u{A0}»" } ?? "vider"
    return state.ask(
      "Période close\u{A0}: pourquoi corriger, à \(mois) mois (\(word))\u{A0}?",
      for: CorrectionQuestion(indicateur: id, mois: mois, statut: statut))
  }

  static func corriger(
    _ state: inout State, _ id: String, _ mois: Int, _ statut: Realise.Statut?, motif: String
  ) -> [Effect] {
    let signature = state.signature
    let effects = state.change { demarche, _ in
      demarche.corrigerRealise(deIndicateur: id, periode: mois, motif: motif, signature) {
        $0.correct(to: statut, motif: motif, signature)
      }
    }
    guard !effects.isEmpty else { return [] }
    let mark = state.marks.mark(statut)
    entered(
      &state, id, mois, "corrigé, \(mark.sign) \(mark.word)\u{A0}; ce qui était écrit est gardé.")
    return effects
  }
}

extension Realise {
  /// What a correction makes of it: its first entry keeps its day and its author.
  fileprivate mutating func correct(to statut: Statut?, motif: String, _ signature: Signature) {
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
