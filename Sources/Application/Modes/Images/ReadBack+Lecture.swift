import DPES
import TerminalUI

extension ReadBack {
  func lecture(_ state: State) -> Lecture? {
    let count = Self.count(state)
    guard !isAtEnd, let observation = state.cercle.selected(in: state.derived) else {
      return Lecture(
        title: "Relecture finie, \(count.counting("observation")).",
        question: "f fige l’image, haut revient à la dernière, - la laisse ouverte.")
    }
    return Lecture(
      title: "Relecture, \(Self.position(state)) sur \(count), "
        + CercleEcran.words(observation, state),
      id: observation.id,
      question:
        "Entrée\u{A0}: oui, la suivante. haut la précédente, c corrige, r o v la couleur, - quitte."
    )
  }
}
