import TerminalUI
import Testing

@Suite struct ThemeTests {
  private static let colored: [Theme] = [.sombre, .clair, .contraste]

  @Test(arguments: colored, Style.Ground.allCases)
  func `every ink can be read on every ground, as a badge too`(
    theme: Theme, ground: Style.Ground
  ) throws {
    for ink in Style.Ink.allCases {
      for emphasis in [[], .reverse] as [Style.Emphasis] {
        let contrast = try contrast(theme, Style(ink, on: ground, emphasis), .many)
        #expect(contrast >= (ink == .line ? 1.5 : 4.5), "\(ink) \(emphasis): \(contrast)")
      }
    }
  }

  /// Grounds on which the three statuses are told apart by their colours.
  private static let told: [Style.Ground] = [.base, .bar, .selected, .field, .card, .plain]

  @Test(arguments: colored, told)
  func `the three statuses stay apart for every kind of colour vision`(
    theme: Theme, ground: Style.Ground
  ) throws {
    try expectApart(
      [Style.Ink.red, .orange, .green].map { ink in
        let seen = theme.appearance(of: Style(ink, on: ground), colors: .many)
        let around = theme.appearance(of: Style(.text, on: ground), colors: .many).background
        // The colour is the ink's, or that of the aplat it lies on.
        return try #require(
          ink != .red && seen.background != around ? seen.background : seen.foreground)
      })
  }

  @Test(arguments: colored)
  func `the three aplats stay apart for every kind of colour vision`(theme: Theme) throws {
    try expectApart(
      [Style.Ground.red, .orange, .green].map { ground in
        try #require(theme.appearance(of: Style(.text, on: ground), colors: .many).background)
      })
  }

  private func expectApart(_ colors: [UInt8]) throws {
    for vision in Vision.allCases {
      let seen = colors.map { vision.sees(LinearColor(paletteIndex: $0)) }
      let nearest = min(
        seen[0].distance(to: seen[1]), seen[1].distance(to: seen[2]), seen[2].distance(to: seen[0])
      )
      #expect(nearest >= 30, "\(vision): \(nearest)")
    }
  }

  @Test(
    arguments: [
      (Theme.sombre, [167, 214, 121], [233, 233, 233]), (.clair, [124, 16, 16], [231, 208, 78]),
      (.contraste, [203, 214, 122], [16, 16, 16]),
    ] as [(Theme, [UInt8], [UInt8])])
  func `the statuses of the screen are the measured ones`(
    theme: Theme, inks: [UInt8], grounds: [UInt8]
  ) {
    let statuses = [Style.Ink.red, .orange, .green].map {
      theme.appearance(of: Style($0), colors: .many)
    }
    #expect(statuses.map(\.foreground) == inks)
    #expect(statuses.map(\.background) == grounds)
  }

  @Test(arguments: colored)
  func `bars, selections and fields are seen on the screen`(theme: Theme) throws {
    let base = try ground(theme, .base)
    for ground in Style.Ground.allCases where ![.base, .card].contains(ground) {
      #expect(try base.distance(to: self.ground(theme, ground)) >= 7, "\(ground)")
    }
  }

  // On xterm's own eight colours, red on black has no more than 3.6. Bold brightens or doesn't.
  @Test(arguments: colored, Style.Ground.allCases)
  func `with eight colours every ink can be read too, bright or not`(
    theme: Theme, ground: Style.Ground
  ) throws {
    for style in Self.everyStyle where style.ink != .line && style.ground == ground {
      let appearance = theme.appearance(of: style, colors: .eight)
      let foreground = try #require(appearance.foreground)
      let background = LinearColor(paletteIndex: try #require(appearance.background))
      for index in appearance.bold ? [foreground, foreground + 8] : [foreground] {
        let contrast = LinearColor(paletteIndex: index).contrast(with: background)
        // White on red is bold, and as large as a bandeau.
        #expect(contrast >= (style.ground == .red ? 3.1 : 3.5), "\(style): \(contrast)")
      }
    }
  }

  @Test(arguments: colored, [ColorDepth.eight, .many])
  func `colours are explicit and of the terminal's palette`(theme: Theme, colors: ColorDepth)
    throws
  {
    for style in Self.everyStyle {
      let appearance = theme.appearance(of: style, colors: colors)
      let foreground = try #require(appearance.foreground)
      let background = try #require(appearance.background)
      #expect(foreground != background || style.ink == .line)
      #expect(!appearance.reverse)
      for index in [foreground, background] {
        #expect(colors == .eight ? index < 8 : index >= 16)
      }
    }
  }

  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func `without colours, or in mono, nothing but bold, underline and reverse is used`(
    theme: Theme, colors: ColorDepth
  ) {
    guard theme == .mono || colors == .none else { return }
    let plain = theme.appearance(of: .text, colors: colors)
    #expect(plain == Appearance())
    for style in Self.everyStyle {
      let appearance = theme.appearance(of: style, colors: colors)
      #expect(appearance.foreground == nil && appearance.background == nil && !appearance.dim)
    }
    for ground in [Style.Ground.bar, .selected, .field] {
      #expect(theme.appearance(of: Style(.text, on: ground), colors: colors) != plain)
    }
    for ink in [Style.Ink.accent, .red, .orange, .green] {
      #expect(theme.appearance(of: Style(ink), colors: colors) != plain)
    }
  }

  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func `a badge on any ground differs from the ground around it`(
    theme: Theme, colors: ColorDepth
  ) {
    for ground in Style.Ground.allCases {
      for ink in Style.Ink.allCases where ink != .line {
        #expect(
          theme.appearance(of: Style(ink, on: ground), colors: colors)
            != theme.appearance(of: Style(ink, on: ground, .reverse), colors: colors))
      }
    }
  }

  private static let everyStyle: [Style] = Style.Ink.allCases.flatMap { ink in
    Style.Ground.allCases.flatMap { ground in
      (0..<8).map { Style(ink, on: ground, Style.Emphasis(rawValue: $0)) }
    }
  }

  private func contrast(_ theme: Theme, _ style: Style, _ colors: ColorDepth) throws -> Double {
    let appearance = theme.appearance(of: style, colors: colors)
    let foreground = try #require(appearance.foreground)
    let background = try #require(appearance.background)
    return LinearColor(paletteIndex: foreground)
      .contrast(with: LinearColor(paletteIndex: background))
  }

  private func ground(_ theme: Theme, _ ground: Style.Ground) throws -> LinearColor {
    let appearance = theme.appearance(of: Style(.text, on: ground), colors: .many)
    return LinearColor(paletteIndex: try #require(appearance.background))
  }
}
