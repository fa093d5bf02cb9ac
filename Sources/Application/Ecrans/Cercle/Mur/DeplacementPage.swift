import DPES
import TerminalUI

/// Which axis does an observation go to? The four names, large.
enum DeplacementPage: WallPage {
  static let name = "deplacement"
  static let title = "l’axe"

  static func bandeau(_ state: State) -> Bandeau {
    let observation = state.cercle.selected(in: state.derived)
    return Bandeau(
      ground: .banner, word: "Quel axe ?",
      subject: observation?.axe.map { [$0.nomCourt, $0.motCourt] } ?? ["À placer"],
      lines: [observation?.texte ?? ""])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    AxePage.draw(state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    state.size.width < 60
      ? ["u p d t", "Échap laisse"]
      : ["u p d t l’axe", "a à placer", "Échap laisse"]
  }
}

/// The colour of an observation that has just been given its axis: the three aplats.
enum CouleurDeplacementPage: WallPage {
  static let name = "couleur-deplacement"
  static let title = "la couleur"

  static func bandeau(_ state: State) -> Bandeau {
    let asked = state.modes.last as? MoveColour
    return Bandeau(
      ground: .banner, word: "De quelle couleur ?",
      subject: asked.map { [$0.axe.nomCourt, $0.axe.motCourt] } ?? [],
      lines: [asked.flatMap { state.derived.observation($0.id)?.texte } ?? ""])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    CouleurPage.draw(state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] { ["r o v la couleur", "Entrée plus tard"] }
}
