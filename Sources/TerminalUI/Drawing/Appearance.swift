/// How many colours a terminal can show.
package enum ColorDepth: CaseIterable, Hashable, Sendable {
  /// None: bold, underline and reverse only.
  case none
  /// The eight ANSI colours, whose exact shades are the user's.
  case eight
  /// The fixed colours of xterm's palette, 16 to 255.
  case many
}

/// What a role looks like in one theme, on a terminal with so many colours.
///
/// Colours are indices of the terminal's palette: 16 to 255 with ``ColorDepth/many``, 0 to 7 with
/// ``ColorDepth/eight``; nil is the terminal's own default.
package struct Appearance: Hashable, Sendable {
  package var foreground: UInt8?
  package var background: UInt8?
  package var bold: Bool
  package var dim: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    foreground: UInt8? = nil, background: UInt8? = nil,
    bold: Bool = false, dim: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    self.bold = bold
    self.dim = dim
    self.underline = underline
    self.reverse = reverse
  }
}
