import DPES
import TerminalUI

/// Hands that go up for each colour, counted before the room: the number beside each aplat.
enum HandsPage: WallPage {
  static let name = "mains"
  static let title = "les mains levées"

  static func bandeau(_ state: State) -> Bandeau {
    let hands = state.modes.last as? ShowOfHands
    let observation = hands.flatMap { state.derived.observation($0.id) }
    let count = hands?.hands.compactMap(\.self).reduce(0, +) ?? 0
    return Bandeau(
      ground: .banner, word: "Mains levées", place: count > 0 ? count.counting("main") : "",
      lines: [observation?.texte ?? ""])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let hands = state.modes.last as? ShowOfHands else { return }
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

  static func keys(_ state: State) -> [String] {
    state.size.width < 60
      ? ["un nombre", "Tab", "Entrée note"]
      : ["un nombre ou ↑ ↓", "Tab la couleur suivante", "Entrée note", "Échap laisse"]
  }

  /// The aplat with its sign and word, and how many hands; « · » where they were not counted.
  private static func draw(
    _ colour: Statut, _ count: Int?, isSelected: Bool, _ state: State, in row: Rect,
    on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(colour)
    var number = row
    let box = number.takeLeft(min(24, row.width / 2))
    let ground = Statut?.some(colour).bandeauGround
    canvas.lay(box, on: ground)
    let sign = box.width >= 24 && box.height > WallSign.rows ? WallSign(mark.sign) : nil
    if let sign {
      canvas.draw(
        sign, at: box.column + 2, box.row + (box.height - WallSign.rows) / 2,
        Style(.text, on: ground))
    }
    let word = mark.word.uppercased()
    canvas.draw(
      sign == nil ? "\(mark.sign) \(word)" : word, at: box.column + (sign == nil ? 2 : 11),
      box.row + (box.height - 1) / 2, Style(.text, on: ground, .bold), upTo: box.endColumn)
    _ = number.takeLeft(3)
    let letters = state.wallLetters.flatMap { number.height >= Letters.rows ? $0 : nil }
    let style = count == nil ? Style.faint : .text
    let set = WallSentence(
      count.map(String.init) ?? state.marks.nothing, in: number.size, letters: letters,
      largest: 2)
    set.drawInMiddle(of: number, letters: letters, style, on: &canvas)
    if isSelected { canvas.drawSelectionBar(beside: box) }
  }
}
