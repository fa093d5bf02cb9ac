import DPES
import TerminalUI

// The answers to the points of the grille, and the observations that come of them.
extension GrilleEcran {
  /// Begins the answers of the day, from the last ones, so that both can be compared.
  static func beginDates(_ state: inout State) -> [Effect] {
    guard let referentiel = Self.referentiel(state) else { return [] }
    let (signature, sujet) = (state.signature, state.grille.sujet)
    let effects = state.change { demarche, ids in
      demarche.nouvelleGrille(de: referentiel, sujet: sujet, signature, ids: &ids)
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
    return sujetRefusal(state)
      ?? (state.grille.selected == nil ? "Aucun point n’est sélectionné." : nil)
  }

  /// « Dimension existante »; « non concerné » asks why.
  static func answer(_ state: inout State, _ existante: Reponse.Existante) -> [Effect] {
    guard let code = state.grille.selected?.point.code, let referentiel = referentiel(state) else {
      return []
    }
    if existante == .nonConcerne {
      state.ask(
        "Pourquoi n’est-ce pas concerné\u{A0}?",
        for: ReponseQuestion(
          referentiel: referentiel.id, sujet: state.grille.sujet, code: code, champ: .nonConcerne))
      return []
    }
    return changeReponse(&state, code) { $0.existante = existante }
      + goOn(&state, from: code, existante)
  }

  /// After an answer, the next point; where only those without one are listed, it has come already.
  ///
  /// The next key is about that one: it is said what was answered, and how to come back to it.
  fileprivate static func goOn(
    _ state: inout State, from code: String, _ existante: Reponse.Existante
  ) -> [Effect] {
    if state.grille.selected?.point.code == code { state.grille.step(by: 1) }
    guard state.grille.selected?.point.code != code,
      let point = referentiel(state)?.point(code)?.point
    else { return [] }
    let title = TextWidth.excerpt(point.intitule, to: state.size.width < 60 ? 12 : 30)
    let way =
      state.grille.filtre == .sansReponse
      ? " f montre aussi les points répondus." : " ↑ y revient."
    state.say("«\u{A0}\(title)\u{A0}»\u{A0}: \(existante.mot).\(way)")
    return []
  }

  /// « À intégrer » goes from oui to non, to dans l’idéal, to nothing said.
  static func stepAIntegrer(_ state: inout State) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    let effects = changeReponse(&state, code) { reponse in
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
    // On the wall of the cercle the same letter only looks.
    if state.isOnWall, !effects.isEmpty {
      state.say(
        state.grille.selected?.reponse?.aIntegrerPhrase.map { $0.capitalizedFirst + "." }
          ?? "À intégrer\u{A0}: plus rien n’en est dit.")
    }
    return effects
  }

  static func idealRefusal(_ state: State) -> String? {
    if let reason = aIntegrerRefusal(state) { return reason }
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
    guard let point = state.grille.selected, let referentiel = referentiel(state) else { return [] }
    let isChoix = point.point.forme == .choix
    let (title, text) =
      champ == .aIntegrer
      ? (
        isChoix ? "Vers quoi cela va" : "À intégrer\u{A0}: comment\u{A0}?",
        point.reponse?.aIntegrerTexte
      )
      : (
        isChoix
          ? "Ce qui nous le fait dire" : point.reponse?.existante?.question ?? "Ce qui existe",
        point.reponse?.existanteTexte
      )
    state.ask(
      title,
      for: ReponseQuestion(
        referentiel: referentiel.id, sujet: state.grille.sujet, code: point.point.code, champ: champ
      ),
      text ?? "")
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

  static func changeReponse(
    _ state: inout State, _ code: String, _ edit: (inout Reponse) -> Void
  ) -> [Effect] {
    guard let referentiel = Self.referentiel(state) else { return [] }
    let (signature, sujet) = (state.signature, state.grille.sujet)
    return state.change { demarche, ids in
      demarche.repondre(code, de: referentiel, sujet: sujet, signature, ids: &ids, edit)
    }
  }

  /// Opens an empty text under the question: what is said becomes an observation linked to the point.
  static func observePoint(_ state: inout State, saying text: String? = nil) -> [Effect] {
    guard let point = state.grille.selected, let referentiel = referentiel(state) else { return [] }
    Capture.begin(
      &state,
      about: Capture.Subject(
        point: state.grille.rows.sujetPoint ?? "\(referentiel.id):\(point.point.code)",
        question: point.point.intitule,
        axe: referentiel.point(point.point.code)?.axe ?? state.grille.axe), saying: text)
    return []
  }
}

/// A text of the answer to a point of the grille, by its code.
struct ReponseQuestion: KeptQuestion {
  /// Which text of an answer.
  enum Champ: String, Hashable, Sendable {
    case existante, aIntegrer
    /// Why a point is « non concerné »: it becomes so with its reason.
    case nonConcerne
  }

  /// The référentiel's id.
  let referentiel: String
  /// The acteur or the fiche that is answered about; nil for the structure.
  let sujet: String?
  let code: String
  let champ: Champ

  var words: [String] {
    ["reponse", referentiel, code, champ.rawValue] + (sujet.map { [$0] } ?? [])
  }

  init(referentiel: String, sujet: String? = nil, code: String, champ: Champ) {
    self.referentiel = referentiel
    self.sujet = sujet
    self.code = code
    self.champ = champ
  }

  init?(words: [String]) {
    guard (4...5).contains(words.count), words[0] == "reponse",
      let champ = Champ(rawValue: words[3])
    else { return nil }
    self.init(
      referentiel: words[1], sujet: words.dropFirst(4).first, code: words[2], champ: champ)
  }

  func isThere(_ state: State) -> Bool {
    guard let shown = GrilleEcran.referentiel(state), shown.id == referentiel,
      state.grille.sujet == sujet
    else { return false }
    return shown.point(code) != nil
  }

  /// Which point it is about: an answer has gone on to the next one by itself.
  func below(_ state: State) -> String? {
    GrilleEcran.referentiel(state)?.point(code)?.point.intitule
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    GrilleEcran.changeReponse(&state, code) { reponse in
      switch champ {
      case .existante: reponse.existanteTexte = text
      case .aIntegrer: reponse.aIntegrerTexte = text
      case .nonConcerne:
        reponse.existante = .nonConcerne
        reponse.existanteTexte = text
      }
    } + (champ == .nonConcerne ? GrilleEcran.goOn(&state, from: code, .nonConcerne) : [])
  }
}
