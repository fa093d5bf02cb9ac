import DPES
import TerminalUI

/// Hands that go up for each colour, counted before the room: the number beside each aplat.
enum HandsPage: WallPage {
  static let name = "mains"
  static let title = "les mains levées"

  static func bandeau(_ state: State) -> Bandeau {
    let hands = state.modes.last as? ShowOfHands
    let observation = hands.flatMap { state.derived.observation($0.id) }
    let count = hands?.count ?? 0
    let tooMany = ShowOfHands.tooMany(count, state)
    return Bandeau(
      ground: .banner, word: "Mains levées", subject: tooMany,
      place: count > 0 && tooMany.isEmpty ? count.counting("main") : "",
      lines: [observation?.texte ?? ""])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let hands = state.modes.last as? ShowOfHands else { return }
    let isLow = area.height / 3 < Letters.rows && area.height >= Letters.rows + 3
    if isLow, state.wallLetters != nil {
      return drawSideBySide(hands, state, in: area, on: &canvas)
    }
    var rest = area
    let gap = area.height >= 3 * Letters.rows + 2 ? 1 : 0
    let height = max(1, min(Letters.rows * 2 + 2, (area.height - 2 * gap) / 3))
    for (index, colour) in ShowOfHands.colours.enumerated() {
      draw(
        colour, hands.hands[index], isSelected: index == hands.selected, state,
        in: rest.takeTop(height), on: &canvas)
      _ = rest.takeTop(gap)
    }
    guard !rest.isEmpty, state.wallScale > .least else { return }
    canvas.draw(
      "La couleur ne change pas\u{A0}: r o v la dit ensuite.", in: rest.takeBottom(1), .faint)
  }

  /// In a low window: three columns, an aplat above each number, which is as large as the rows allow.
  private static func drawSideBySide(
    _ hands: ShowOfHands, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let width = (area.width - 4) / 3
    let most = hands.hands.map { $0.map(String.init) ?? "" }.max { $0.count < $1.count } ?? ""
    for (index, colour) in ShowOfHands.colours.enumerated() {
      var column = Rect(
        column: area.column + index * (width + 2), row: area.row, width: width, height: area.height)
      let box = column.takeTop(3)
      let ground = Statut?.some(colour).bandeauGround
      let mark = state.marks.mark(colour)
      canvas.lay(box, on: ground)
      canvas.draw(
        "\(mark.sign) \(mark.word.uppercased())", at: box.column + 2, box.row + 1,
        Style(.text, on: ground, .bold), upTo: box.endColumn)
      if index == hands.selected { canvas.drawSelectionBar(beside: box) }
      _ = column.takeTop(column.height > Letters.rows ? 1 : 0)
      // All in letters of one size, those that the longest of them has room for.
      let largest =
        WallSentence(most, in: column.size, letters: state.wallLetters, largest: 2).letterRows
        / Letters.rows
      let count = hands.hands[index]
      WallSentence(
        count.map(String.init) ?? state.marks.nothing, in: column.size, letters: state.wallLetters,
        largest: max(1, largest)
      ).draw(
        in: column, letters: state.wallLetters, count == nil ? Style.faint : .text, on: &canvas)
    }
  }

  static func keys(_ state: State) -> [String] {
    fitting(
      [
        ["un nombre ou ↑ ↓", "Entrée \(next(state))", "Échap laisse"],
        ["un nombre", "Entrée \(next(state))", "Échap laisse"],
        ["un nombre", "Entrée \(next(state))"],
      ], in: state.size)
  }

  private static func next(_ state: State) -> String {
    guard let hands = state.modes.last as? ShowOfHands else { return "" }
    return hands.selected + 1 < hands.hands.count ? "la couleur suivante" : "note"
  }

  /// The aplat with its sign and word, and how many hands; « · » where they were not counted.
  private static func draw(
    _ colour: Statut, _ count: Int?, isSelected: Bool, _ state: State, in row: Rect,
    on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(colour)
    let letters = state.wallLetters.flatMap { row.height >= Letters.rows ? $0 : nil }
    // The words of all three in letters, or none.
    let widest =
      letters.map { letters in
        ShowOfHands.colours.map {
          letters.columns(of: state.marks.mark($0).word.uppercased()) ?? row.width
        }
      }?.max().map { $0 + 13 } ?? 0
    let wordLetters = row.height > Letters.rows && widest <= row.width / 2 ? letters : nil
    var number = row
    let box = number.takeLeft(wordLetters == nil ? min(24, row.width / 2) : widest)
    let ground = Statut?.some(colour).bandeauGround
    canvas.lay(box, on: ground)
    let sign = box.width >= 24 && box.height > WallSign.rows ? WallSign(mark.sign) : nil
    if let sign {
      canvas.draw(
        sign, at: box.column + 2, box.row + (box.height - WallSign.rows) / 2,
        Style(.text, on: ground))
    }
    let word = mark.word.uppercased()
    if let wordLetters {
      canvas.draw(
        word, in: wordLetters, at: box.column + 11, box.row + (box.height - Letters.rows) / 2,
        Style(.text, on: ground))
    } else {
      canvas.draw(
        sign == nil ? "\(mark.sign) \(word)" : word, at: box.column + (sign == nil ? 2 : 11),
        box.row + (box.height - 1) / 2, Style(.text, on: ground, .bold), upTo: box.endColumn)
    }
    _ = number.takeLeft(3)
    let style = count == nil ? Style.faint : .text
    let set = WallSentence(
      count.map(String.init) ?? state.marks.nothing, in: number.size, letters: letters,
      largest: 2)
    set.drawInMiddle(of: number, letters: letters, style, on: &canvas)
    if isSelected { canvas.drawSelectionBar(beside: box) }
  }
}
