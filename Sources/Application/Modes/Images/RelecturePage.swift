import DPES
import TerminalUI

/// The observation that is read back to the group, as large as the wall allows: the keys go on reading.
enum RelecturePage: WallPage {
  static let name = "relecture"
  static let title = "la relecture"

  private static func isAtEnd(_ state: State) -> Bool {
    (state.modes.last as? ReadBack)?.isAtEnd == true
  }

  static func bandeau(_ state: State) -> Bandeau {
    let count = ReadBack.count(state)
    guard !isAtEnd(state), let observation = state.cercle.selected(in: state.derived) else {
      return Bandeau(
        ground: .banner, word: "Relecture", place: "\(count) sur \(count)",
        lines: ["Est-ce bien ce que nous avons dit\u{A0}?"])
    }
    let mark = state.marks.mark(observation.statut)
    let axe = state.cercle.axe
    let place = "\(ReadBack.position(state)) sur \(count)"
    return Bandeau(
      ground: observation.statut.bandeauGround, sign: mark.sign, word: mark.word,
      subject: axe.map { [$0.nomCourt, $0.motCourt] } ?? ["À placer"], place: place,
      lines: ["Est-ce bien ce qui a été dit\u{A0}?"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    guard isAtEnd(state) else {
      let text = state.cercle.selected(in: state.derived)?.texte ?? ""
      return WallView.drawSentence(text, state, in: &rest, on: &canvas)
    }
    let isFrozen = state.derived.image?.cercle.figee == true
    WallView.drawSentence(
      isFrozen ? "Tout est relu." : "Tout est relu. Figer l’image\u{A0}?", state, in: &rest,
      on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    if isAtEnd(state) {
      return state.size.width < 60
        ? ["f figer", "Échap"] : ["f figer", "← la dernière", "Échap laisser ouverte"]
    }
    return state.size.width < 60
      ? ["Entrée oui", "c corriger", "r o v"]
      : ["Entrée oui, suivante", "← précédente", "c corriger", "r o v"]
  }
}
