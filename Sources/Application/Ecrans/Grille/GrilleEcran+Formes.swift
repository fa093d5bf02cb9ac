import DPES
import TerminalUI

// What the form of a point asks of the keys, the same for all of a screen: refused in words, and named
// in the bottom line for what they do.
extension GrilleEcran {
  private static func forme(_ state: State) -> Referentiel.Point.Forme? {
    state.grille.selected?.point.forme
  }

  /// Why a word of « existante » is no answer here; nil when it is one, as « non concerné » always is.
  static func answerRefusal(_ state: State, _ existante: Reponse.Existante) -> String? {
    if let reason = refusal(state) { return reason }
    guard existante != .nonConcerne else { return nil }
    return switch forme(state) {
    case nil: nil
    case .curseur: "Ici un argument déplace le curseur\u{A0}: Entrée."
    case .choix: "Ici on coche ce qui convient\u{A0}: Entrée."
    case .liste: "Ici on écrit des lignes\u{A0}: Entrée."
    }
  }

  /// Why nothing is to be integrated here; nil when something may.
  static func aIntegrerRefusal(_ state: State) -> String? {
    if let reason = refusal(state) { return reason }
    return switch forme(state) {
    case nil: nil
    case .choix: "Un choix dit vers quoi cela va\u{A0}: j."
    case .curseur, .liste: "«\u{A0}À intégrer\u{A0}» ne se dit pas ici\u{A0}: Entrée."
    }
  }

  /// Why there is no second text here; nil when there is one.
  static func secondTextRefusal(_ state: State) -> String? {
    if let reason = refusal(state) { return reason }
    return switch forme(state) {
    case nil, .choix: nil
    case .curseur, .liste: "Ici tout s’écrit par Entrée."
    }
  }

  /// Why there is no curseur here; nil where there is one.
  static func curseurRefusal(_ state: State) -> String? {
    if let reason = refusal(state) { return reason }
    return forme(state) == .curseur
      ? nil
      : "La boule pleine et les arguments sont ceux d’un curseur\u{A0}: r mène à un outil qui en a."
  }

  /// Entrée: what the form is answered by.
  static func openForme(_ state: inout State) -> [Effect] {
    guard let selected = state.grille.selected, let id = state.grille.referentielID else {
      return []
    }
    switch selected.point.forme {
    case nil: return askForTexte(&state, .existante)
    case .choix: return ChoixCard.open(&state, selected)
    case .liste: return LignesCard.open(&state, selected)
    case .curseur:
      ArgumentQuestion(
        referentiel: id, sujet: state.grille.sujet, code: selected.point.code, argument: nil
      ).open(&state)
      return []
    }
  }

  /// « Boule pleine »: what weighs most, or has a very strong effect.
  static func togglePriorite(_ state: inout State) -> [Effect] {
    guard let code = state.grille.selected?.point.code else { return [] }
    let effects = changeReponse(&state, code) { $0.priorite.toggle() }
    if !effects.isEmpty {
      let isFull = state.grille.selected?.reponse?.priorite == true
      state.say(isFull ? "Boule pleine\u{A0}: prioritaire, ou effet très fort." : "Boule creuse.")
    }
    return effects
  }

  /// What the bottom line calls a key here; nil where it does nothing for what is selected.
  static func word(_ action: Action, _ state: State) -> String? {
    let isOutil = referentiel(state)?.estUnOutil == true
    let hasSujets = referentiel(state)?.sujet != nil
    let forme = forme(state)
    switch action.id {
    case "grille.oui", "grille.a-integrer", "grille.moins": return forme == nil ? action.short : nil
    case "grille.texte":
      return switch forme {
      case nil: action.short
      case .curseur: "argument"
      case .choix: "cocher"
      case .liste: "lignes"
      }
    case "grille.boule", "grille.arguments": return forme == .curseur ? action.short : nil
    case "grille.sujets":
      guard hasSujets else { return nil }
      return referentiel(state)?.sujet == .acteur ? "acteurs" : action.short
    case "grille.dates":
      if state.grille.besides != nil { return "une seule" }
      return isPairing(state) ? "deux fiches" : action.short
    case "grille.droite":
      return referentiel(state)?.parThemes == true ? "thème" : action.short
    case "grille.referentiels": return isOutil ? "outils" : action.short
    default: return action.short
    }
  }

  /// Whether `v` sets fiches side by side, and no dates.
  static func isPairing(_ state: State) -> Bool {
    state.grille.besides != nil
      || referentiel(state)?.sujet == .fiche && state.grille.rows.sujets.count > 1
  }
}
