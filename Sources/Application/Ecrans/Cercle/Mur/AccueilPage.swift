import DPES
import TerminalUI

/// The welcome: whose démarche it is, the question of the cercle, its axes and the three sentences.
enum AccueilPage: WallPage {
  static let name = "accueil"
  static let title = "l’accueil"

  static func bandeau(_ state: State) -> Bandeau {
    let count = state.images.count
    let rank = count < 2 ? "première image du cercle" : "image \(count) du cercle"
    let date = state.derived.image?.cercle.date ?? state.environment.today
    let told = [rank, count < 2 ? "première image" : "image \(count)"].map {
      "Étape 2 sur 4 · poser le diagnostic · \($0)"
    }
    let method = ["Démarche de progrès en économie solidaire", "Démarche de progrès"]
    return Bandeau(
      ground: .banner,
      word: method.first { TextWidth.fits($0, state.size.width - 4) } ?? method[1],
      lines: [told.first { TextWidth.fits($0, state.size.width - 4) } ?? told[1], date.french])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let scale = state.wallScale
    if scale >= .middle {
      drawSentences(
        state, isWhole: scale == .full,
        in: rest.takeBottom(scale == .full ? sentenceRows(in: area) : 2), on: &canvas)
      _ = rest.takeBottom(1)
    }
    // The axes leave whole where they would make the sentences smaller.
    let rows = axesRows(in: rest)
    let above = Size(rest.width, rest.height - rows - 1)
    let alone = sentences(state, in: rest.size)
    let both = sentences(state, in: above)
    let hasAxes = scale >= .middle || above.height > 0 && both == alone
    if hasAxes { drawAxes(in: rest.takeBottom(rows), on: &canvas) }
    let (title, question) = hasAxes ? both : alone
    let letters = state.wallLetters
    title.draw(in: rest, letters: letters, .text, on: &canvas)
    _ = rest.takeTop(title.rows + 1)
    question.draw(in: rest, letters: letters, Style(.accent), on: &canvas)
  }

  /// The name and the question, which is as large as the name leaves it room.
  private static func sentences(
    _ state: State, in size: Size
  ) -> (title: WallSentence, question: WallSentence) {
    let name = state.demarche?.structure.raisonSociale ?? ""
    let letters = state.wallLetters
    let least = TextWidth.wrap(name, width: size.width, maxLines: 4).count + 1
    let question = WallSentence(
      "Que voyons-nous\u{A0}?", in: Size(size.width, max(1, size.height - least)),
      letters: letters)
    let title = WallSentence(
      name, in: Size(size.width, max(1, size.height - question.rows - 1)),
      letters: state.wallScale >= .middle ? letters : nil)
    return (title, question)
  }

  static func keys(_ state: State) -> [String] { ["n commencer"] }

  /// Two rows where two names stand side by side, else a row an axis.
  private static func axesRows(in area: Rect) -> Int {
    Axe.allCases.allSatisfy { TextWidth.fits($0.nomCourt, area.width / 2 - 3) } ? 2 : 4
  }

  /// The axes in two columns, U and D left, as around the circle; one below the other where that is
  /// too narrow.
  private static func drawAxes(in area: Rect, on canvas: inout Canvas) {
    let rows: [[Axe]] =
      area.height < 4
      ? [[.utilite, .personne], [.democratie, .territoire]] : Axe.allCases.map { [$0] }
    for (index, axes) in rows.enumerated() {
      for (place, axe) in axes.enumerated() {
        let start = area.column + place * area.width / axes.count
        let column = canvas.draw(String(axe.lettre), at: start, area.row + index, .title)
        canvas.draw(
          axe.nomCourt, at: column + 1, area.row + index, .strong,
          upTo: area.column + (place + 1) * area.width / axes.count)
      }
    }
  }

  private static func sentenceWidth(in area: Rect) -> Int { (area.width - 2) / 3 }

  /// A row for the word, and as many as the longest sentence takes.
  private static func sentenceRows(in area: Rect) -> Int {
    let width = sentenceWidth(in: area) - 4
    let rows = Statut.allCases.map { TextWidth.lineCount(of: $0.phrase, width: width) }.max() ?? 3
    return min(1 + rows, area.height / 3)
  }

  /// What each colour says, on its aplat: the sentence, or its word where there is no room.
  private static func drawSentences(
    _ state: State, isWhole: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    for (index, statut) in [Statut.rouge, .orange, .vert].enumerated() {
      // The last one ends with the area, whatever the rest of its columns.
      let start = index * (area.width + 1) / 3
      let box = Rect(
        column: area.column + start, row: area.row,
        width: (index + 1) * (area.width + 1) / 3 - start - 1, height: area.height)
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
  /// What the distance from the centre of the cercle means.
  static let distance = "Du centre, ce qui répond, vers le bord, ce qui est insuffisant."
  /// And what it does not.
  static let place = "Une place donnée à la main reste où elle est."

  /// Its sentence in everyday words, which stand beside it and never in its place.
  var glose: String {
    switch self {
    case .rouge: "il reste à faire"
    case .orange: "c’est commencé"
    case .vert: "c’est là"
    }
  }

  /// Its sentence in a word or two, for the legend.
  var resume: String {
    switch self {
    case .rouge: "insuffisant"
    case .orange: "à améliorer"
    case .vert: "répond"
    }
  }
}
