/// A table from roles to colours.
package enum Theme: String, CaseIterable, Hashable, Sendable {
  case sombre, clair, contraste, mono

  /// What a role looks like on a terminal with so many colours.
  package func appearance(of style: Style, colors: ColorDepth) -> Appearance {
    Appearance(
      bold: style.emphasis.contains(.bold),
      underline: style.emphasis.contains(.underline),
      reverse: style.emphasis.contains(.reverse))
  }
}
