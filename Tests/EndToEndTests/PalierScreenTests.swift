import Testing

/// What the terminal shows is what `palier ecran` prints, whatever the window went through.
@Suite(.enabled(if: Programs.hasTmux, "tmux is missing: make test-deps"))
struct PalierScreenTests {
  @Test(arguments: ["cercle", "schema", "tableau"], [(80, 24), (120, 36)])
  func `the first frame is the printed screen`(screen: String, size: (Int, Int)) throws {
    let (width, height) = size
    let palier = try PalierFolder()
    let terminal = try palier.tmux(["--ecran", screen], width: width, height: height)
    let printed = try palier.printed(screen, width: width, height: height)
    #expect(try rows(terminal.capture()) == rows(printed))
  }

  static let sizes = [
    (1, 1), (300, 100), (39, 11), (60, 16), (2, 50), (240, 67), (120, 1), (160, 45), (1, 1),
  ]

  @Test func `a window resized while typing loses nothing of the text`() throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux()
    try terminal.send("n")
    try terminal.waitFor { $0.contains("Nouvelle observation") }
    var text = ""
    for (width, height) in Self.sizes {
      // At this size or while it changes: none of it may be lost.
      let word = "é\(width)x\(height) "
      text += word
      try terminal.resize(width: width, height: height)
      try terminal.type(word)
    }
    text += "fin"
    try terminal.type("fin")
    try terminal.resize(width: 120, height: 36)
    try terminal.waitFor {
      isWholeCapture($0) && $0.contains("› \(text)\n")
    }
    try terminal.send("Enter", Tmux.apart, "d", "v")
    try terminal.waitFor {
      saysSaved($0) && $0.contains("D  \(text)")
    }
    #expect(try palier.texts.last == text.scalars)
  }

  @Test(arguments: [(80, 24), (120, 36), (60, 16), (240, 67), (300, 100)])
  func `back from any size, the frame is the printed screen`(width: Int, height: Int) throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux()
    try terminal.send("n")
    try terminal.waitFor { $0.contains("Nouvelle observation") }
    try terminal.type("brouillon")
    for (width, height) in [(300, 100), (1, 1), (width, height)] {
      try terminal.resize(width: width, height: height)
    }
    try terminal.waitFor {
      isWholeCapture($0) && $0.contains("› brouillon")
    }
    try terminal.send("Escape")
    try terminal.waitFor { $0.contains("Brouillon gardé") }
    // What tells no change goes when one goes elsewhere.
    try terminal.send("4", "3")
    let printed = rows(try palier.printed(width: width, height: height))
    var shown: [String] = []
    _ = try wait(
      for: {
        shown = rows(try terminal.capture())
        return shown == printed ? true : nil
      }, found: { shown.joined(separator: "\n") })
  }

  @Test func `a size too small says so, and comes back`() throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux()
    let first = rows(try terminal.capture())
    try terminal.resize(width: 39, height: 11)
    try terminal.waitFor {
      !$0.contains("Halage") && $0.contains("39")
    }
    try terminal.resize(width: 80, height: 24)
    try terminal.waitFor { rows($0) == first }
  }

  @Test func `without colours nothing is coloured, and all is there`() throws {
    let palier = try PalierFolder()
    let plain = try palier.tmux(environment: ["LC_ALL": "C.UTF-8", "NO_COLOR": "1"])
    #expect(try rows(plain.capture()) == rows(palier.printed()))
    let styled = try plain.styledCapture()
    #expect(styled.contains("\u{1B}["))
    #expect(!styled.contains(/\u{1B}\[[0-9;]*[34]8;/))
    // The same test finds colours where there are some.
    let coloured = try palier.tmux().styledCapture()
    #expect(coloured.contains(/\u{1B}\[[0-9;]*38;5;/))
  }

  @Test(arguments: ["nonsense", "", "xterm-kitty"])
  func `an unknown terminal shows the same screen`(term: String) throws {
    let palier = try PalierFolder()
    let terminal = try palier.tmux(environment: ["LC_ALL": "C.UTF-8", "TERM": term])
    #expect(try rows(terminal.capture()) == rows(palier.printed()))
  }
}

/// Whether the capture is there to the line of keys, the last drawn.
private func isWholeCapture(_ screen: String) -> Bool {
  rows(screen).last?.contains("Échap fermer") == true
}
