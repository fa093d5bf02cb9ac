import DPES

// The answers to the points of the grille, and the observations that come of them.
extension State {
  /// Begins the answers of the day, from the last ones, so that both can be compared.
  mutating func beginDatedGrille() -> [Effect] {
    guard let referentiel else { return [] }
    let signature = signature
    let effects = change { demarche, ids in
      demarche.nouvelleGrille(de: referentiel, signature, ids: &ids)
    }
    if effects.isEmpty {
      refuse("Les réponses d’aujourd’hui sont ouvertes déjà, ou il n’y en a pas d’avant.")
    } else {
      leaveGrilleDates()
      say(
        "Réponses du \(environment.today.french)\u{A0}: celles d’avant restent, à comparer. u l’annule."
      )
    }
    return effects
  }

  func grilleRefusal() -> String? {
    if let reason = readOnlyReason { return reason }
    if let compared = derived.grille.compared, !compared.isLast {
      let date = compared.apres.map { "du \($0.french)" } ?? "d’avant"
      return "Les réponses \(date) ne changent plus\u{A0}: Échap revient aux dernières."
    }
    return grille.selected(in: derived) == nil ? "Aucun point n’est sélectionné." : nil
  }

  /// « Dimension existante »; « non concerné » asks why.
  mutating func answer(_ existante: Reponse.Existante) -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    if existante == .nonConcerne {
      ask("Pourquoi n’est-ce pas concerné\u{A0}?", for: .reponse(code, .nonConcerne))
      return []
    }
    return changeReponse(code) { $0.existante = existante }
  }

  /// « À intégrer » goes from oui to non, to dans l’idéal, to nothing said.
  mutating func stepAIntegrer() -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    return changeReponse(code) { reponse in
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

  func idealRefusal() -> String? {
    if let reason = grilleRefusal() { return reason }
    return grille.selected(in: derived)?.reponse?.aIntegrer == .ideal
      ? nil : "L’échéance va avec «\u{A0}dans l’idéal\u{A0}»\u{A0}: i, jusqu’à ce mot."
  }

  mutating func shiftIdeal(by years: Int) -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    return changeReponse(code) { reponse in
      reponse.echeanceAns = min(max((reponse.echeanceAns ?? 3) + years, 1), 30)
    }
  }

  mutating func askForTexte(_ champ: Question.Champ) -> [Effect] {
    guard let point = grille.selected(in: derived) else { return [] }
    let title =
      champ == .aIntegrer
      ? "À intégrer\u{A0}: comment\u{A0}?" : point.reponse?.existante?.question ?? "Ce qui existe"
    let text =
      champ == .aIntegrer ? point.reponse?.aIntegrerTexte : point.reponse?.existanteTexte
    ask(title, for: .reponse(point.point.code, champ), text ?? "")
    return []
  }

  /// Puts an answer's text in.
  mutating func setTexte(_ text: String, _ champ: Question.Champ, of code: String) -> [Effect] {
    changeReponse(code) { reponse in
      switch champ {
      case .existante: reponse.existanteTexte = text
      case .aIntegrer: reponse.aIntegrerTexte = text
      case .nonConcerne:
        reponse.existante = .nonConcerne
        reponse.existanteTexte = text
      }
    }
  }

  mutating func clearReponse() -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    let effects = changeReponse(code) { reponse in
      let point = reponse.point
      reponse = Reponse()
      reponse.point = point
    }
    if !effects.isEmpty { say("Réponse effacée. u la fait revenir.") }
    return effects
  }

  private mutating func changeReponse(
    _ code: String, _ edit: (inout Reponse) -> Void
  ) -> [Effect] {
    guard let referentiel else { return [] }
    let signature = signature
    return change { demarche, ids in
      demarche.repondre(code, de: referentiel, signature, ids: &ids, edit)
    }
  }

  /// Makes an observation of the point, linked to it, and opens its text.
  mutating func observePoint() -> [Effect] {
    guard let point = grille.selected(in: derived), let referentiel else { return [] }
    let texte = point.reponse?.existanteTexte ?? point.point.intitule
    let axe = point.point.axe ?? grille.axe
    let signature = signature
    var id: String?
    cercle.imageID = nil
    cercle.comparedID = nil
    let effects = change { demarche, ids in
      id = demarche.observer(
        texte, point: "\(referentiel.id):\(point.point.code)", sur: axe, signature, ids: &ids)
      return true
    }
    guard let id, !effects.isEmpty else { return effects }
    cercle.select(id, in: derived)
    let number = cercle.selected(in: derived)?.numero.map { " \($0)" } ?? ""
    let place = axe.map { "sur «\u{A0}\($0.nomCourt)\u{A0}»" } ?? "à placer"
    say("Observation\(number) \(place), liée à ce point. u l’enlève.")
    return effects + openText(.texte)
  }
}
