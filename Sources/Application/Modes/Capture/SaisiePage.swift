import DPES
import TerminalUI

/// What is typed, growing in letters under the eyes of the room; under it what was said just before.
enum SaisiePage: WallPage {
  static let name = "saisie"
  static let title = "la saisie"

  static func bandeau(_ state: State) -> Bandeau {
    let capture = state.modes.last as? Capture
    let sign = state.marks.mark(Statut?.none).sign
    if let pasted = capture?.pasted {
      return Bandeau(
        ground: .banner, sign: sign, word: "Une liste collée",
        lines: ["\(pasted.all.count.counting("ligne")) : autant d’observations, ou un seul texte ?"]
      )
    }
    let number = (state.derived.image?.cercle.observations.compactMap(\.numero).max() ?? 0) + 1
    return Bandeau(
      ground: .banner, sign: sign, word: "Nouvelle observation", place: "n°\u{A0}\(number)",
      lines: ["Que voyons-nous\u{A0}?"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let capture = state.modes.last as? Capture else { return }
    var rest = area
    if let pasted = capture.pasted { return draw(pasted, in: rest, on: &canvas) }
    ObservationPage.drawBefore(
      Capture.lastEntries(state), under: capture.field.text,
      most: state.wallScale == .small ? 2 : 3, state, in: &rest, on: &canvas)
    draw(capture.field, state, in: rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    (state.modes.last as? Capture)?.wallKeys(in: state.size) ?? []
  }

  /// The sentence as large as it can be, and the cursor where the next letter comes: two columns wide.
  private static func draw(
    _ field: TextField, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let letters = state.wallLetters
    let text = field.text
    let set = SalleText(text.isEmpty ? " " : text, in: area.size, letters: letters, endsShown: true)
    set.draw(in: area, letters: letters, .text, on: &canvas)
    let place = set.place(of: field.cursor, in: text, letters: letters)
    let rows = set.letterRows == 1 ? 1 : max(1, set.letterRows - 1)
    let cursor = Rect(
      column: min(area.column + place.column, area.endColumn - 2), row: area.row + place.row,
      width: 2, height: min(rows, max(0, area.height - place.row)))
    canvas.fill(cursor, .space, Style(.accent, .reverse))
  }

  /// The lines pasted, as many as there is room for.
  private static func draw(_ pasted: PastedLines, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let count = pasted.all.count
    let shown = count <= rest.height ? count : max(0, rest.height - 1)
    for text in pasted.all.prefix(shown) {
      let row = rest.takeTop(1)
      canvas.draw("+", at: row.column, row.row, .title)
      canvas.draw(text, at: row.column + 2, row.row, .text, upTo: row.endColumn)
    }
    guard shown < count, !rest.isEmpty else { return }
    canvas.draw("et \((count - shown).counting("autre"))", at: rest.column + 2, rest.row, .faint)
  }
}

/// Which axis? The four names, large.
enum AxePage: WallPage {
  static let name = "axe"
  static let title = "l’axe"

  static func bandeau(_ state: State) -> Bandeau {
    Bandeau(ground: .banner, word: "Quel axe ?", lines: [Capture.told(state)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if let lookalike = (state.modes.last as? Capture)?.lookalike {
      let row = rest.takeBottom(1)
      _ = rest.takeBottom(1)
      canvas.draw(
        "Ressemble à «\u{A0}\(lookalike.texte)\u{A0}»", at: row.column, row.row, .title,
        upTo: row.endColumn)
    }
    let letters = state.wallLetters
    let height = max(1, rest.height / 4)
    for axe in Axe.allCases {
      let row = rest.takeTop(height)
      let isLarge = letters != nil && row.height >= Letters.rows
      let key = SalleText(
        String(axe.lettre), in: Size(12, row.height), letters: isLarge ? letters : nil)
      key.draw(in: row, letters: letters, Style(.accent), on: &canvas)
      var names = row
      _ = names.takeLeft(isLarge ? 8 : 3)
      let room = Size(names.width, row.height)
      SalleText(
        [axe.nomCourt, axe.motCourt].first { letters?.columns(of: $0) ?? 0 <= names.width }
          ?? axe.motCourt, in: room, letters: isLarge ? letters : nil
      ).draw(in: names, letters: letters, .text, on: &canvas)
    }
  }

  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }
}

/// Which colour? The three aplats, each with its sentence.
enum CouleurPage: WallPage {
  static let name = "couleur"
  static let title = "la couleur"

  static func bandeau(_ state: State) -> Bandeau {
    var subject: [String] = []
    if case .statut(let axe) = (state.modes.last as? Capture)?.step {
      subject = [axe.nomCourt, axe.motCourt]
    }
    return Bandeau(
      ground: .banner, word: "De quelle couleur ?", subject: subject, lines: [Capture.told(state)])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = Rect(column: 0, row: area.row, width: state.size.width, height: area.height)
    let gap = area.height >= 17 ? 1 : 0
    let height = max(1, (area.height - 2 * gap) / 3)
    for (index, statut) in [Statut.rouge, .orange, .vert].enumerated() {
      draw(statut, state, in: rest.takeTop(height), on: &canvas)
      if index < 2 { _ = rest.takeTop(gap) }
    }
  }

  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }

  private static func draw(
    _ statut: Statut, _ state: State, in box: Rect, on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(statut)
    let ground = Statut?.some(statut).bandeauGround
    canvas.lay(box, on: ground)
    var column = box.column + 3
    if box.height >= WallSign.rows, let sign = WallSign(mark.sign) {
      let top = box.row + (box.height - WallSign.rows) / 2
      canvas.draw(sign, at: column, top, Style(.text, on: ground))
      column += WallSign.columns + 2
      if box.height >= Letters.rows, state.size.width >= 80, let letters = state.wallLetters {
        canvas.draw(
          String(statut.lettre), in: letters, at: column, box.row + (box.height - Letters.rows) / 2,
          Style(.text, on: ground))
        column += 7
      }
    } else {
      column =
        canvas.draw(
          "\(mark.sign) \(statut.lettre)", at: column, box.row, Style(.text, on: ground, .bold)) + 2
    }
    let isTight = box.height < 3
    let room = max(1, box.endColumn - 2 - column)
    let lines = TextWidth.wrap(statut.phrase, width: room, maxLines: max(1, box.height - 1))
    let told = isTight ? [] : lines
    let top = box.row + max(0, (box.height - told.count - 1) / 2)
    canvas.draw(
      isTight ? "\(mark.word.uppercased())\u{A0}: \(statut.resume)" : mark.word.uppercased(),
      at: column, top, Style(.text, on: ground, .bold), upTo: box.endColumn - 1)
    for (row, line) in told.enumerated() {
      canvas.draw(
        line, at: column, top + 1 + row, Style(.text, on: ground, .bold), upTo: box.endColumn - 1)
    }
  }
}

/// One of the last entries, being corrected: the observation as ever, with the keys of the correction.
enum EntreePage: WallPage {
  static let name = "entree"
  static let title = "la dernière entrée"
  static func bandeau(_ state: State) -> Bandeau { ObservationPage.bandeau(state) }
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    ObservationPage.draw(state, in: area, on: &canvas)
  }
  static func keys(_ state: State) -> [String] { SaisiePage.keys(state) }
}

extension Capture {
  var wallPage: (any WallPage.Type)? {
    switch step {
    case .texte, .paste, .frozen: SaisiePage.self
    case .axe: AxePage.self
    case .statut: CouleurPage.self
    case .entries: EntreePage.self
    }
  }

  /// What has just been said.
  fileprivate static func told(_ state: State) -> String {
    (state.modes.last as? Capture)?.field.text.trimmed ?? ""
  }

  /// What is asked now, in the fullest telling that there is room for.
  fileprivate func wallKeys(in size: Size) -> [String] {
    let tellings: [[String]] =
      switch step {
      case .texte:
        [
          ["Entrée puis l’axe U P D T, puis la couleur R O V", "Échap brouillon"],
          ["Entrée puis U P D T, puis R O V", "Échap brouillon"],
          ["Entrée, U P D T, R O V"],
        ]
      case .axe:
        [["U P D T l’axe", "Entrée à placer", "⌫ le texte", "Échap brouillon"], ["U P D T l’axe"]]
      case .statut:
        [
          ["R O V la couleur", "Entrée plus tard", "⌫ le texte", "Échap brouillon"],
          ["R O V la couleur", "Entrée plus tard"], ["R O V la couleur"],
        ]
      case .paste:
        [
          ["Entrée à placer", "U P D T sur un axe", "S un seul texte", "Échap"],
          ["Entrée", "U P D T", "S un texte"],
        ]
      case .frozen: Self.frozenTellings.map { [$0] }
      case .entries:
        [
          ["Entrée corrige", "u p d t l’axe", "r o v la couleur", "Échap au champ"],
          ["Entrée, u p d t, r o v"],
        ]
      }
    func columns(_ keys: [String]) -> Int {
      keys.reduce(-3) { $0 + TextWidth.columns(of: $1) + 3 }
    }
    return tellings.first { columns($0) <= size.width - 4 } ?? tellings[tellings.count - 1]
  }
}
