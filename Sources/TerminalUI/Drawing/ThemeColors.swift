/// The colours of one ground: the ground's own, and each ink on it, as indices of the palette.
///
/// Reversed, an ink and its ground are exchanged: the contrast is the same.
struct ThemeColors {
  let ground: UInt8
  let text: UInt8
  let faint: UInt8
  let accent: UInt8
  let red: UInt8
  let orange: UInt8
  let green: UInt8
  let line: UInt8

  private init(
    _ ground: UInt8, _ text: UInt8, _ faint: UInt8, _ accent: UInt8,
    _ red: UInt8, _ orange: UInt8, _ green: UInt8, _ line: UInt8
  ) {
    self.ground = ground
    self.text = text
    self.faint = faint
    self.accent = accent
    self.red = red
    self.orange = orange
    self.green = green
    self.line = line
  }

  func index(of ink: Style.Ink) -> UInt8 {
    switch ink {
    case .text: text
    case .faint: faint
    case .accent: accent
    case .red: red
    case .orange: orange
    case .green: green
    case .line: line
    }
  }
}

// One table a theme: a row for each ground, in the order of `Style.Ground`.
//             ground, text, faint, accent, red, orange, green, line

extension ThemeColors {
  // Where a lighter ground would bring the red 167 under 4.5:1, the triple is the nearest that
  // passes there.
  static let sombre = [
    ThemeColors(233, 254, 245, 75, 167, 214, 121, 239),
    ThemeColors(235, 255, 248, 75, 203, 214, 86, 241),
    ThemeColors(18, 231, 250, 117, 203, 214, 86, 67),
    ThemeColors(237, 231, 251, 117, 210, 221, 87, 243),
    ThemeColors(234, 255, 247, 75, 167, 214, 121, 240),
  ]

  // Orange 130 is brighter than 94, but 29.7 from the red 52 under tritanopia, and too pale on
  // any ground but white. The selection is dark here too: a pale one vanishes on a projector.
  static let clair = [
    ThemeColors(231, 16, 241, 25, 52, 94, 23, 250),
    ThemeColors(254, 16, 240, 25, 52, 94, 23, 246),
    ThemeColors(18, 231, 252, 117, 203, 214, 86, 67),
    ThemeColors(254, 16, 240, 25, 52, 94, 23, 246),
    ThemeColors(231, 16, 241, 25, 52, 94, 23, 250),
  ]

  static let contraste = [
    ThemeColors(16, 231, 252, 117, 202, 229, 37, 244),
    ThemeColors(17, 231, 252, 117, 202, 229, 37, 67),
    ThemeColors(231, 16, 238, 18, 52, 94, 23, 244),
    ThemeColors(235, 231, 252, 117, 202, 229, 37, 246),
    ThemeColors(16, 231, 252, 117, 202, 229, 37, 244),
  ]
}

// With eight colours, whose shades are the user's, an ink that most palettes would leave hard to
// read on a ground gives way to the text's: shape, letter and word remain.

extension ThemeColors {
  static let sombreInEight = [
    ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
    ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
    ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
    ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
  ]

  static let clairInEight = [
    ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
    ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
    ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
    ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
  ]

  static let contrasteInEight = [
    ThemeColors(0, 7, 7, 6, 7, 3, 2, 7),
    ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
    ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
    ThemeColors(0, 7, 7, 6, 7, 3, 2, 7),
  ]
}
