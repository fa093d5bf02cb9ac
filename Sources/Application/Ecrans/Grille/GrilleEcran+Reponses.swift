import DPES

// The answers to the points of the grille, and the observations that come of them.
extension GrilleEcran {
  /// Begins the answers of the day, from the last ones, so that both can be compared.
  static func beginDates(_ state: inout State) -> [Effect] {
    guard let referentiel = Self.referentiel(state) else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, ids in
      demarche.nouvelleGrille(de: referentiel, signature, ids: &ids)
    }
    if effects.isEmpty {
      state.refuse("Les réponses d’aujourd’hui sont ouvertes déjà, ou il n’y en a pas d’avant.")
    } else {
      leaveDates(&state)
      state.say(
        "Réponses du \(state.environment.today.french)\u{A0}: celles d’avant restent, à comparer."
      )
    }
    return effects
  }

  static func refusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    if let compared = state.grille.rows.compared, !compared.isLast {
      let date = compared.apres.map { "du \($0.french)" } ?? "d’avant"
      return "Les réponses \(date) ne changent plus\u{A0}: Échap revient aux dernières."
    }
    return state.grille.selected == nil ? "Aucun point n’est sélectionné." : nil
  }

  /// « Dimension existante »; « non concerné » asks why.
  static func answer(_ state: inout State, _ existante: Reponse.Existante) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    if existante == .nonConcerne {
      state.ask(
        "Pourquoi n’est-ce pas concerné\u{A0}?",
        for: ReponseQuestion(code: code, champ: .nonConcerne))
      return []
    }
    return changeReponse(&state, code) { $0.existante = existante }
  }

  /// « À intégrer » goes from oui to non, to dans l’idéal, to nothing said.
  static func stepAIntegrer(_ state: inout State) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    return changeReponse(&state, code) { reponse in
      switch reponse.aIntegrer {
      case nil: reponse.aIntegrer = .oui
      case .oui: reponse.aIntegrer = .non
      case .non:
        reponse.aIntegrer = .ideal
        reponse.echeanceAns = reponse.echeanceAns ?? 3
      case .ideal:
        reponse.aIntegrer = nil
        reponse.echeanceAns = nil
      }
    }
  }

  static func idealRefusal(_ state: State) -> String? {
    if let reason = refusal(state) { return reason }
    return state.grille.selected?.reponse?.aIntegrer == .ideal
      ? nil : "L’échéance va avec «\u{A0}dans l’idéal\u{A0}»\u{A0}: i, jusqu’à ce mot."
  }

  static func shiftIdeal(_ state: inout State, by years: Int) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    return changeReponse(&state, code) { reponse in
      reponse.echeanceAns = min(max((reponse.echeanceAns ?? 3) + years, 1), 30)
    }
  }

  static func askForTexte(_ state: inout State, _ champ: ReponseQuestion.Champ) -> [Effect] {
    guard let point = state.grille.selected else { return [] }
    let (title, text) =
      champ == .aIntegrer
      ? ("À intégrer\u{A0}: comment\u{A0}?", point.reponse?.aIntegrerTexte)
      : (point.reponse?.existante?.question ?? "Ce qui existe", point.reponse?.existanteTexte)
    state.ask(title, for: ReponseQuestion(code: point.point.code, champ: champ), text ?? "")
    return []
  }

  static func clearReponse(_ state: inout State) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    let effects = changeReponse(&state, code) { reponse in
      let point = reponse.point
      reponse = Reponse()
      reponse.point = point
    }
    if !effects.isEmpty { state.say("Réponse effacée.") }
    return effects
  }

  fileprivate static func changeReponse(
    _ state: inout State, _ code: String, _ edit: (inout Reponse) -> Void
  ) -> [Effect] {
    guard let referentiel = Self.referentiel(state) else { return [] }
    let signature = state.signature
    return state.change { demarche, ids in
      demarche.repondre(code, de: referentiel, signature, ids: &ids, edit)
    }
  }

  /// Makes an observation of the point, linked to it, and opens its text.
  static func observePoint(_ state: inout State) -> [Effect] {
    guard let point = state.grille.selected, let referentiel = referentiel(state) else { return [] }
    let texte = point.reponse?.existanteTexte ?? point.point.intitule
    let axe = point.point.axe ?? state.grille.axe
    let signature = state.signature
    var id: String?
    state.shown.imageID = nil
    state.shown.comparedID = nil
    let effects = state.change { demarche, ids in
      id = demarche.observer(
        texte, point: "\(referentiel.id):\(point.point.code)", sur: axe, signature, ids: &ids)
      return true
    }
    guard let id, !effects.isEmpty else { return effects }
    _ = Screen.all.contains { $0.ecran.select(&state, id) }
    let numero = state.demarche?.lieu(deObservation: id).flatMap { place in
      state.demarche?.cercles[place.cercle].observations[place.index].numero
    }
    let number = numero.map { " \($0)" } ?? ""
    let place = axe.map { "sur «\u{A0}\($0.nomCourt)\u{A0}»" } ?? "à placer"
    state.say("Observation\(number) \(place), liée à ce point.")
    return effects + state.openTexte()
  }
}

/// A text of the answer to a point of the grille, by its code.
struct ReponseQuestion: QuestionSubject {
  /// Which text of an answer.
  enum Champ: Hashable, Sendable {
    case existante, aIntegrer
    /// Why a point is « non concerné »: it becomes so with its reason.
    case nonConcerne
  }

  let code: String
  let champ: Champ

  func take(_ text: String, in state: inout State) -> [Effect] {
    GrilleEcran.changeReponse(&state, code) { reponse in
      switch champ {
      case .existante: reponse.existanteTexte = text
      case .aIntegrer: reponse.aIntegrerTexte = text
      case .nonConcerne:
        reponse.existante = .nonConcerne
        reponse.existanteTexte = text
      }
    }
  }
}
