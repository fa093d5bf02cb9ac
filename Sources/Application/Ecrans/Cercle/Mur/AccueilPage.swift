import DPES
import TerminalUI

/// The welcome: whose démarche it is, the question of the cercle, its axes and the three sentences.
enum AccueilPage: WallPage {
  static let name = "accueil"
  static let title = "l’accueil"

  static func bandeau(_ state: State) -> Bandeau {
    let count = state.demarche?.cercles.count ?? 0
    let rank = count < 2 ? "première image du cercle" : "image \(count) du cercle"
    let date = state.derived.image?.cercle.date ?? state.environment.today
    return Bandeau(
      ground: .banner, word: "Démarche de progrès en économie solidaire",
      lines: ["Étape 2 sur 4 · poser le diagnostic · \(rank)", date.french])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let scale = state.wallScale
    if scale >= .middle {
      drawSentences(
        state, isWhole: scale == .full, in: rest.takeBottom(scale == .full ? 4 : 2), on: &canvas)
      _ = rest.takeBottom(1)
      drawAxes(in: rest.takeBottom(2), on: &canvas)
      _ = rest.takeBottom(1)
    } else if scale == .small {
      drawAxes(in: rest.takeBottom(2), on: &canvas)
      _ = rest.takeBottom(1)
    }
    let name = state.demarche?.structure.raisonSociale ?? ""
    let letters = state.wallLetters
    let question = WallSentence("Que voyons-nous\u{A0}?", in: rest.size, letters: letters)
    let room = Size(rest.width, max(1, rest.height - question.rows - 1))
    let title = WallSentence(name, in: room, letters: scale >= .middle ? letters : nil)
    title.draw(in: rest, letters: letters, .text, on: &canvas)
    _ = rest.takeTop(title.rows + 1)
    question.draw(in: rest, letters: letters, Style(.accent), on: &canvas)
  }

  static func keys(_ state: State) -> [String] { ["n commencer"] }

  /// The axes in two columns, U and D left, as around the circle.
  private static func drawAxes(in area: Rect, on canvas: inout Canvas) {
    let rows: [[Axe]] = [[.utilite, .personne], [.democratie, .territoire]]
    for (index, axes) in rows.enumerated() {
      for (place, axe) in axes.enumerated() {
        let start = area.column + place * area.width / 2
        let column = canvas.draw(String(axe.lettre), at: start, area.row + index, .title)
        canvas.draw(
          axe.nomCourt, at: column + 1, area.row + index, .strong,
          upTo: area.column + (place + 1) * area.width / 2)
      }
    }
  }

  /// What each colour says, on its aplat: the sentence, or its word where there is no room.
  private static func drawSentences(
    _ state: State, isWhole: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    let width = (area.width - 2) / 3
    for (index, statut) in [Statut.rouge, .orange, .vert].enumerated() {
      let box = Rect(
        column: area.column + index * (width + 1), row: area.row, width: width, height: area.height)
      let mark = state.marks.mark(statut)
      let ground = Statut?.some(statut).bandeauGround
      canvas.lay(box, on: ground)
      canvas.draw(
        "\(mark.sign)  \(mark.word.uppercased())", at: box.column + 2, box.row,
        Style(.text, on: ground, .bold), upTo: box.endColumn - 1)
      let lines =
        isWhole
        ? TextWidth.wrap(statut.phrase, width: box.width - 4, maxLines: box.height - 1)
        : [statut.resume]
      for (row, line) in lines.enumerated() {
        canvas.draw(
          line, at: box.column + (isWhole ? 2 : 5), box.row + 1 + row, Style(.text, on: ground),
          upTo: box.endColumn - 1)
      }
    }
  }

  /// What the group asks itself of an axis, as long as nothing is said of it.
  static func question(of axe: Axe) -> String {
    switch axe {
    case .utilite: "Qu’apportons-nous que d’autres n’apportent pas\u{A0}?"
    case .personne: "Comment chacune et chacun est-il traité\u{A0}?"
    case .democratie: "Qui décide, et comment le sait-on\u{A0}?"
    case .territoire: "Avec qui faisons-nous, tout autour\u{A0}?"
    }
  }
}

extension Statut {
  /// Its sentence in a word or two, for the legend.
  var resume: String {
    switch self {
    case .rouge: "insuffisant"
    case .orange: "à améliorer"
    case .vert: "répond"
    }
  }
}
