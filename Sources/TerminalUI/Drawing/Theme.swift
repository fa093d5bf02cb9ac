/// A table from roles to colours.
///
/// A test holds every ink that is read at 4.5:1 on every ground, and the three statuses apart under
/// each kind of colour blindness (see ``ThemeColors``).
package enum Theme: String, CaseIterable, Hashable, Sendable {
  case sombre, clair, contraste, mono

  /// What a role looks like on a terminal with so many colours.
  package func appearance(of style: Style, colors: ColorDepth) -> Appearance {
    guard let table = table(for: colors) else { return uncolored(style) }
    let (ink, ground) = table[Int(style.ground.rawValue)].colors(of: style.ink)
    let isReverse = style.emphasis.contains(.reverse)
    var appearance = Appearance(
      foreground: isReverse ? ground : ink, background: isReverse ? ink : ground,
      bold: style.emphasis.contains(.bold), underline: style.emphasis.contains(.underline))
    if colors == .eight { appearance.setBoldInEight(style, self) }
    return appearance
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

  /// Bars and selections reversed, fields underlined, marks and titles bold.
  ///
  /// What is reversed already and reversed again, a badge on the selected row, shows as a hole. A chip is underlined
  /// too, which tells it from the selected row that it lies on.
  private func uncolored(_ style: Style) -> Appearance {
    let isReversed =
      switch style.ground {
      case .base, .field, .card: false
      case .bar, .selected, .red, .orange, .green, .banner, .plain, .unsaid, .chip: true
      }
    let isMark =
      switch style.ink {
      case .accent, .red, .orange, .green: true
      case .text, .faint, .line: false
      }
    return Appearance(
      bold: isMark || style.emphasis.contains(.bold),
      underline: style.ground == .field || style.ground == .chip
        || style.emphasis.contains(.underline),
      reverse: isReversed != style.emphasis.contains(.reverse))
  }
}

extension Appearance {
  /// Bold brightens the eight colours on many terminals: welcome for marks on a dark ground, but
  /// it makes black grey and every ink paler on a light one.
  fileprivate mutating func setBoldInEight(_ style: Style, _ theme: Theme) {
    let isWanted =
      switch style.ink {
      case .red, .orange, .green, .accent: true
      case .text: bold || theme == .contraste || style.ground == .selected
      case .faint, .line: bold
      }
    bold = isWanted && (background == 0 || background == 4) || style.ground == .red
  }
}
