import DPES
import TerminalUI

/// The fiche d’expérience of a palier or a note: begun with what the démarche knows, then shown.
enum Experience {
  static func tell(_ state: inout State, palier id: String) -> [Effect] {
    tell(&state) { demarche, edition, signature, ids in
      demarche.raconter(palier: id, edition: edition, signature, ids: &ids)
    }
  }

  static func tell(_ state: inout State, note id: String) -> [Effect] {
    tell(&state) { demarche, edition, signature, ids in
      demarche.raconter(note: id, edition: edition, signature, ids: &ids)
    }
  }

  private static func tell(
    _ state: inout State,
    _ begin: (inout Demarche, String?, Signature, inout IDGenerator) -> String?
  ) -> [Effect] {
    let signature = state.signature
    let edition = state.referentiels?.first { $0.id == Demarche.experience }?.edition
    var fiche: String?
    let effects = state.change { demarche, ids in
      let before = demarche
      fiche = begin(&demarche, edition, signature, &ids)
      return demarche != before
    }
    guard let fiche else { return effects }
    state.go(toElement: fiche)
    state.say(
      effects.isEmpty
        ? "La fiche d’expérience dit déjà cela."
        : "Fiche d’expérience remplie de ce que la démarche sait\u{A0}: relisez-la\u{A0}; u l’annule."
    )
    return effects
  }
}
