import DPES
import TerminalUI

extension Move {
  func lecture(_ state: State) -> Lecture? {
    let axes = Axe.allCases.map { "\($0.key) \($0.nomCourt)" }.joined(separator: ", ")
    return Lecture(
      title: "Déplacer. Placer à la main sur le cercle se fait à l’écran entier, sans --lineaire.",
      question: "Vers quel axe\u{A0}? \(axes), a à placer. - laisse comme avant.")
  }
}
