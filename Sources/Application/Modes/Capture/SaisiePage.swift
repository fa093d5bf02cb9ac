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
      guard !pasted.isMail else {
        return Bandeau(
          ground: .banner, sign: sign, word: "Un courriel collé",
          lines: [pasted.all.count.counting("ligne")])
      }
      return Bandeau(
        ground: .banner, sign: sign, word: "Une liste collée",
        lines: [
          pasted.questions.first { TextWidth.fits($0, state.size.width - 12) }
            ?? pasted.questions[2]
        ])
    }
    let question = capture?.subject?.question ?? "Que voyons-nous\u{A0}?"
    let newImage = Capture.newImageTold(state, fitting: state.size.width - 12)
    return Bandeau(
      ground: .banner, sign: sign, word: "Nouvelle observation",
      place: capture?.numero.map { "n°\u{A0}\($0)" } ?? "",
      lines: [question, newImage].compactMap(\.self))
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let capture = state.modes.last as? Capture else { return }
    var rest = area
    if let pasted = capture.pasted {
      if pasted.isMail { return drawMail(state, in: rest, on: &canvas) }
      return draw(pasted, state, in: rest, on: &canvas)
    }
    ObservationPage.drawBefore(
      Capture.lastEntries(state), alike: capture.lookalike, under: capture.field.text,
      most: state.wallScale == .small ? 2 : 3, state, in: &rest, on: &canvas)
    WallField.draw(capture.field, state, in: rest, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    (state.modes.last as? Capture)?.wallKeys(in: state.size) ?? []
  }

  /// A mail may name anybody anywhere: it is read on the screen.
  private static func drawMail(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let letters = state.hasLetters ? state.letters : nil
    WallSentence(
      "Un courriel se lit à l’écran, avant que la salle le lise.", in: area.size, letters: letters
    ).drawInMiddle(of: area, letters: letters, .text, on: &canvas)
  }

  /// The lines pasted, from the first in sight: which are kept, the one in hand, and why one is not.
  private static func draw(
    _ pasted: PastedLines, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    let count = pasted.all.count
    let visible = pasted.list.visibleRows(
      of: count, height: count > area.height ? area.height - 1 : area.height)
    let selected = pasted.list.selectedRow(of: count)
    let bar = state.environment.symbols.sign("▐", ascii: ">")
    WallList(
      count: count, from: visible.lowerBound, selected: selected, indent: 4, in: area.size
    ) { index in
      // Who wrote, and to whom, is not for the room.
      let isHidden = pasted.isLeftOfMail(index)
      let told = pasted.reason(index) ?? ""
      let reason = told.isEmpty || isHidden ? told : "  (\(told))"
      let isSelected = index == selected
      return WallList.Item(
        lead: [
          Span(isSelected ? bar : " ", .title), Span(pasted.isKept(index) ? " + " : "   ", .title),
        ],
        text: (isHidden ? "" : pasted.all[index]) + reason,
        style: reason.isEmpty ? isSelected ? .strong : .text : .faint)
    }.draw(in: area, on: &canvas)
  }
}
