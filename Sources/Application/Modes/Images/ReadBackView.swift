import DPES
import TerminalUI

extension ReadBack {
  /// Draws the page over a whole area, to be read from the last row: nothing of who said it.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area)
    var rest = area
    drawProgress(state, in: rest.takeTop(1), on: &canvas)
    if isAtEnd { return drawEnd(state, in: rest, on: &canvas) }
    guard let observation = state.cercle.selected(in: state.derived) else { return }
    _ = rest.takeTop(rest.height >= 12 ? 1 : 0)
    drawHead(observation, state, in: rest.takeTop(1), on: &canvas)
    let minority = observation.minorite.map { "Minorité\u{A0}: «\u{A0}\($0)\u{A0}»" }
    let lines = minority.map { TextWidth.wrap($0, width: rest.width, maxLines: 3).count } ?? 0
    let room = max(0, rest.height - 3)
    let foot = rest.takeBottom(min(lines, room))
    if let minority { canvas.drawLines(minority, in: foot, .text) }
    let letters = state.hasLetters ? state.letters : nil
    WallSentence(observation.texte, in: rest.size, letters: letters)
      .drawInMiddle(of: rest, letters: letters, .text, on: &canvas)
    canvas.point(at: rest)
  }

  /// `Relecture · 12 sur 38`, and the axis at the end.
  private func drawProgress(_ state: State, in row: Rect, on canvas: inout Canvas) {
    let count = ReadBack.count(state)
    let told = isAtEnd ? "\(count) sur \(count)" : "\(ReadBack.position(state)) sur \(count)"
    let column = canvas.draw("Relecture · \(told)", in: row, .title)
    guard !isAtEnd else { return }
    let room = row.endColumn - column - 2
    let axe = state.cercle.axe
    let names = [axe?.nom, axe?.nomCourt, axe?.motCourt].compactMap { $0 }
    let name = axe == nil ? "À placer" : names.first { TextWidth.fits($0, room) } ?? ""
    canvas.draw(name, at: row.endColumn - TextWidth.columns(of: name), in: row, .faint)
  }

  /// Number, status as shape and word, priority, disagreement.
  private func drawHead(
    _ observation: Observation, _ state: State, in row: Rect, on canvas: inout Canvas
  ) {
    let mark = state.marks.mark(observation.statut)
    let number = observation.numero.map { "n°\u{A0}\($0)  " } ?? ""
    var column = canvas.draw(number, in: row, .strong)
    column = canvas.draw("\(mark.sign) \(mark.word)", at: column, in: row, Style(mark.ink, .bold))
    let facts =
      (observation.priorite ? [state.marks.priorite] : [])
      + (observation.desaccord ? [state.marks.desaccord] : [])
    for fact in facts {
      column = canvas.draw(
        "\(fact.sign) \(fact.word)", at: column + 2, in: row, Style(fact.ink, .bold))
    }
  }

  private func drawEnd(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let image = state.derived.image?.cercle else { return }
    let count = ReadBack.count(state)
    let read =
      count == 1
      ? "L’observation de l’image du \(image.date.french) est relue."
      : "Les \(count) observations de l’image du \(image.date.french) sont relues."
    let next =
      image.figee
      ? "Elle est déjà figée." : "f la fige telle qu’elle est. Échap la laisse ouverte."
    WallSentence("\(read) \(next)", in: area.size, letters: nil)
      .drawInMiddle(of: area, letters: nil, .text, on: &canvas)
    canvas.point(at: area)
  }
}
