import TerminalUI
import Testing

@Suite struct CanvasANSITests {
  private var canvas: Canvas {
    var canvas = Canvas(Size(8, 2))
    canvas.draw("■ 8", at: 0, 0, Style(.red))
    canvas.draw("Peu", at: 4, 0, .strong)
    canvas.lay(Rect(column: 0, row: 1, width: 8, height: 1), on: .bar)
    return canvas
  }

  @Test(arguments: [
    (
      ColorDepth.many,
      """
      <38;5;167;48;5;233m■ 8<38;5;254m <1mPeu<22m <0m
      <38;5;255;48;5;235m        <0m
      """
    ),
    (
      .eight,
      """
      <1;31;40m■ 8<22;37m <1mPeu<22m <0m
      <30;47m        <0m
      """
    ),
    (
      .none,
      """
      <1m■ 8<0m <1mPeu<0m\u{20}
      <7m        <0m
      """
    ),
  ])
  func `a sequence says what changes, and each line ends reset`(
    colors: ColorDepth, lines: String
  ) {
    let readable = canvas.ansi(theme: .sombre, colors: colors)
      .split(separator: "\u{1B}[", omittingEmptySubsequences: false).joined(separator: "<")
    #expect(readable == lines)
  }

  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func `without its sequences it is the text`(theme: Theme, colors: ColorDepth) {
    var text = ""
    var isInSequence = false
    for scalar in canvas.ansi(theme: theme, colors: colors).unicodeScalars {
      if scalar == "\u{1B}" { isInSequence = true }
      if !isInSequence { text.unicodeScalars.append(scalar) }
      if scalar == "m" { isInSequence = false }
    }
    #expect(text.trimmed == canvas.description)
  }
}
