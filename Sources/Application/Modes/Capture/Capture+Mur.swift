import DPES
import TerminalUI

// What the wall shows of a capture, step by step.
extension Capture {
  var wallPage: (any WallPage.Type)? {
    switch step {
    case .texte where hasSaid && field.isEmpty: EntreePage.self
    case .texte, .paste, .frozen: SaisiePage.self
    case .axe: AxePage.self
    case .statut: CouleurPage.self
    case .entries: EntreePage.self
    }
  }

  /// The observation just said, whatever page was chosen before it.
  var roomPage: String? { hasSaid ? ObservationPage.name : nil }

  /// What has just been said.
  static func told(_ state: State) -> String {
    (state.modes.last as? Capture)?.field.text.trimmed ?? ""
  }

  /// What is asked now, in the fullest telling that there is room for.
  func wallKeys(in size: Size) -> [String] {
    let tellings: [[String]] =
      switch step {
      case .texte where hasSaid && field.isEmpty:
        [
          ["la suivante se tape", "↑ corrige", "Échap finit"],
          ["la suivante se tape", "↑ corrige"],
        ]
      case .texte where subject?.axe != nil:
        lookalike == nil
          ? [
            ["Entrée puis la couleur R O V", "Échap brouillon"], ["Entrée, R O V"],
          ]
          : [
            ["Entrée puis G réunit les deux, ou R O V", "Échap brouillon"], ["Entrée, G ou R O V"],
          ]
      case .texte where lookalike != nil:
        [
          ["Entrée puis G réunit les deux, ou l’axe U P D T, puis R O V", "Échap brouillon"],
          ["Entrée puis G réunit, ou U P D T, puis R O V"], ["Entrée, G réunit, U P D T, R O V"],
          ["Entrée, G ou U P D T, R O V"],
        ]
      case .texte:
        [
          ["Entrée puis l’axe U P D T, puis la couleur R O V", "Échap brouillon"],
          ["Entrée puis U P D T, puis R O V", "Échap brouillon"],
          ["Entrée, U P D T, R O V"],
        ]
      case .axe where lookalike != nil:
        [
          ["U P D T l’axe", "G réunit", "Entrée à placer", "⌫ le texte", "Échap brouillon"],
          ["U P D T l’axe", "G réunit"],
        ]
      case .axe:
        [["U P D T l’axe", "Entrée à placer", "⌫ le texte", "Échap brouillon"], ["U P D T l’axe"]]
      case .statut where lookalike != nil:
        [
          ["R O V la couleur", "G réunit", "Entrée plus tard", "⌫ le texte", "Échap brouillon"],
          ["R O V la couleur", "G réunit", "Entrée plus tard"], ["R O V la couleur", "G réunit"],
        ]
      case .statut:
        [
          ["R O V la couleur", "Entrée plus tard", "⌫ le texte", "Échap brouillon"],
          ["R O V la couleur", "Entrée plus tard"], ["R O V la couleur"],
        ]
      // The wall shows no paste: its page has its own keys.
      case .paste: [[]]
      case .frozen: Self.frozenTellings.map { [$0] }
      case .entries:
        [
          ["Entrée corrige", "u p d t l’axe", "r o v la couleur", "Échap au champ"],
          ["Entrée, u p d t, r o v"],
        ]
      }
    return SaisiePage.fitting(tellings, in: size)
  }
}
