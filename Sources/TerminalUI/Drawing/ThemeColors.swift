/// The colours of one ground: the ground's own, and each ink on it, as indices of the palette.
///
/// Reversed, an ink and what it lies on are exchanged: the contrast is the same.
struct ThemeColors {
  let ground: UInt8
  let text: UInt8
  let faint: UInt8
  let accent: UInt8
  let red: UInt8
  let orange: UInt8
  let green: UInt8
  let line: UInt8
  /// What the three statuses lie on, where it is not the ground: their aplats.
  private let aplats: Aplats?

  /// What red, orange and green lie on; nil for the ground.
  struct Aplats {
    let red: UInt8?
    let orange: UInt8
    let green: UInt8
  }

  private init(
    _ ground: UInt8, _ text: UInt8, _ faint: UInt8, _ accent: UInt8,
    _ red: UInt8, _ orange: UInt8, _ green: UInt8, _ line: UInt8, on aplats: Aplats? = nil
  ) {
    self.ground = ground
    self.text = text
    self.faint = faint
    self.accent = accent
    self.red = red
    self.orange = orange
    self.green = green
    self.line = line
    self.aplats = aplats
  }

  /// A ground on which everything is said in one ink, the rules too.
  private init(_ ground: UInt8, _ ink: UInt8) {
    self.init(ground, ink, ink, ink, ink, ink, ink, ink)
  }

  /// An ink, and what it lies on.
  func colors(of ink: Style.Ink) -> (ink: UInt8, ground: UInt8) {
    switch ink {
    case .text: (text, ground)
    case .faint: (faint, ground)
    case .accent: (accent, ground)
    case .red: (red, aplats?.red ?? ground)
    case .orange: (orange, aplats?.orange ?? ground)
    case .green: (green, aplats?.green ?? ground)
    case .line: (line, ground)
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
    ThemeColors(237, 255, 251, 117, 210, 221, 87, 243),
    ThemeColors(237, 231, 251, 117, 210, 221, 87, 243),
    ThemeColors(234, 255, 247, 75, 167, 214, 121, 240),
    ThemeColors(160, 231), ThemeColors(214, 16), ThemeColors(78, 16),
    ThemeColors(24, 231), ThemeColors(237, 255, 251, 117, 210, 221, 87, 243), ThemeColors(239, 231),
    ThemeColors(255, 16, 238, 25, 124, 94, 22, 244),
  ]

  // On white no true red, orange and green reach 4.5:1 and stay 30 apart: the best are 10.6 apart
  // (52, 130, 22). So orange and green are never ink here: the sign is black on its aplat. The
  // selection is dark: a pale one vanishes on a projector.
  static let clair = [
    ThemeColors(231, 16, 241, 25, 124, 16, 16, 250, on: onLight),
    ThemeColors(254, 16, 240, 25, 124, 16, 16, 246, on: onLight),
    ThemeColors(25, 231, 254, 231, 124, 16, 16, 111, on: onDark),
    ThemeColors(254, 16, 240, 25, 124, 16, 16, 246, on: onLight),
    ThemeColors(231, 16, 241, 25, 124, 16, 16, 250, on: onLight),
    ThemeColors(124, 231), ThemeColors(208, 16), ThemeColors(78, 16),
    ThemeColors(25, 231), ThemeColors(254, 16, 240, 25, 124, 16, 16, 246, on: onLight),
    ThemeColors(250, 16),
    ThemeColors(16, 231, 252, 117, 231, 16, 16, 244, on: Aplats(red: 124, orange: 208, green: 78)),
  ]

  private static let onLight = Aplats(red: nil, orange: 208, green: 78)
  private static let onDark = Aplats(red: 231, orange: 208, green: 78)

  static let contraste = [
    ThemeColors(16, 231, 252, 117, 203, 214, 122, 244),
    ThemeColors(17, 231, 252, 117, 203, 214, 122, 67),
    ThemeColors(231, 16, 238, 18, 52, 94, 23, 244),
    ThemeColors(235, 231, 252, 117, 203, 214, 122, 246),
    ThemeColors(16, 231, 252, 117, 203, 214, 122, 244),
    ThemeColors(160, 231), ThemeColors(214, 16), ThemeColors(78, 16),
    ThemeColors(24, 231), ThemeColors(235, 231, 252, 117, 203, 214, 122, 246),
    ThemeColors(239, 231),
    ThemeColors(231, 16, 238, 18, 124, 94, 22, 244),
  ]
}

// With eight colours, whose shades are the user's, an ink that most palettes would leave hard to
// read on a ground gives way to the text's: shape, letter and word remain.

extension ThemeColors {
  // The red one is shown bold.
  private static let aplatsInEight = [ThemeColors(1, 7), ThemeColors(3, 0), ThemeColors(2, 0)]

  static let sombreInEight =
    [
      ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
      ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
      ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
      ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
    ] + aplatsInEight + [
      ThemeColors(4, 7), ThemeColors(7, 0), ThemeColors(7, 0),
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ]

  static let clairInEight =
    [
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
      ThemeColors(0, 7, 7, 6, 1, 3, 2, 4),
      ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
      ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ] + aplatsInEight + [
      ThemeColors(4, 7), ThemeColors(6, 0), ThemeColors(6, 0),
      ThemeColors(0, 7, 7, 6, 7, 3, 2, 7),
    ]

  static let contrasteInEight =
    [
      ThemeColors(0, 7, 7, 6, 7, 3, 2, 7),
      ThemeColors(4, 7, 7, 7, 7, 3, 7, 7),
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
      ThemeColors(6, 0, 0, 0, 0, 0, 0, 0),
      ThemeColors(0, 7, 7, 6, 7, 3, 2, 7),
    ] + aplatsInEight + [
      ThemeColors(4, 7), ThemeColors(7, 0), ThemeColors(7, 0),
      ThemeColors(7, 0, 0, 4, 1, 0, 0, 0),
    ]
}
