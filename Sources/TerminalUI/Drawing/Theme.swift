/// A table from roles to colours.
///
/// A test holds every ink that is read at 4.5:1 on every ground, and the three statuses apart under
/// each kind of colour blindness (see ``ThemeColors``).
package enum Theme: String, CaseIterable, Hashable, Sendable {
  case sombre, clair, contraste, mono

  /// What a role looks like on a terminal with so many colours.
  package func appearance(of style: Style, colors: ColorDepth) -> Appearance {
    guard let table = table(for: colors) else { return uncolored(style) }
    let row = table[Int(style.ground.rawValue)]
    let foreground = row.index(of: style.ink)
    let isReverse = style.emphasis.contains(.reverse)
    return Appearance(
      foreground: isReverse ? row.ground : foreground,
      background: isReverse ? foreground : row.ground,
      bold: style.emphasis.contains(.bold) || colors == .eight && isBoldInEight(style),
      underline: style.emphasis.contains(.underline))
  }

  private func table(for colors: ColorDepth) -> [ThemeColors]? {
    switch (colors, self) {
    case (.none, _), (_, .mono): nil
    case (.many, .sombre): ThemeColors.sombre
    case (.many, .clair): ThemeColors.clair
    case (.many, .contraste): ThemeColors.contraste
    case (.eight, .sombre): ThemeColors.sombreInEight
    case (.eight, .clair): ThemeColors.clairInEight
    case (.eight, .contraste): ThemeColors.contrasteInEight
    }
  }

  /// Bold brightens the eight colours on many terminals, and sets the marks apart on the others.
  private func isBoldInEight(_ style: Style) -> Bool {
    switch style.ink {
    case .red, .orange, .green, .accent: true
    case .text: self == .contraste || style.ground == .selected
    case .faint, .line: false
    }
  }

  /// Bars and selections reversed, fields underlined, marks and titles bold: what is reversed
  /// already and reversed again, a badge on the selected row, shows as a hole.
  private func uncolored(_ style: Style) -> Appearance {
    let isReversed = style.ground == .bar || style.ground == .selected
    let isMark =
      switch style.ink {
      case .accent, .red, .orange, .green: true
      case .text, .faint, .line: false
      }
    return Appearance(
      bold: isMark || style.emphasis.contains(.bold),
      underline: style.ground == .field || style.emphasis.contains(.underline),
      reverse: isReversed != style.emphasis.contains(.reverse))
  }
}
