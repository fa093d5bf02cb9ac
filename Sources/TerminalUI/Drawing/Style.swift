/// How a cell is drawn, as a role: what the cell is for, never a colour.
///
/// A role is an ink (what the mark means) on a ground (the surface it lies on), with an emphasis.
/// ``Theme`` turns roles into colours at the edge; views never name one.
package struct Style: Hashable, Sendable {
  /// What a mark means.
  package enum Ink: UInt8, CaseIterable, Sendable {
    /// Body text.
    case text
    /// Secondary text, readable still.
    case faint
    /// Titles, keys and links.
    case accent
    /// Insufficient, failed, late.
    case red
    /// In between, partial, today.
    case orange
    /// Good, reached, saved.
    case green
    /// Rules, rings and grid lines: decoration, not to be read.
    case line
  }

  /// The surface that a mark lies on.
  package enum Ground: UInt8, CaseIterable, Sendable {
    /// The screen.
    case base
    /// The header and the bottom line.
    case bar
    /// The selected row of a list or grid.
    case selected
    /// A text field.
    case field
    /// A card or dialog, above the screen.
    case card
    /// The aplats of the three statuses: all that lies on one is said in one ink.
    case red, orange, green
    /// The bandeau of a page that is about no status.
    case banner
    /// The bandeau of a page about several things: no status is a sum.
    case plain
    /// The bandeau of what has no status yet.
    case unsaid
    /// The selected mark of the disc, the selected cell of a grid.
    case chip
  }

  package struct Emphasis: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Self(rawValue: 1 << 0)
    package static let underline = Self(rawValue: 1 << 1)
    /// Ink and ground exchanged: the selected mark, the active tab, the text cursor.
    package static let reverse = Self(rawValue: 1 << 2)
  }

  /// Three bits for the ink, four for the ground, three for the emphasis: what a cell keeps of it,
  /// and its number among the looks of a terminal.
  package private(set) var bits: UInt16

  package init(_ ink: Ink = .text, on ground: Ground = .base, _ emphasis: Emphasis = []) {
    bits = UInt16(ink.rawValue) << 7 | UInt16(ground.rawValue) << 3 | UInt16(emphasis.rawValue)
  }

  init(bits: UInt16) { self.bits = bits }

  package var ink: Ink {
    get { Ink(rawValue: UInt8(truncatingIfNeeded: bits >> 7)) ?? .text }
    set { self = Style(newValue, on: ground, emphasis) }
  }

  package var ground: Ground {
    get { Ground(rawValue: UInt8(truncatingIfNeeded: bits >> 3 & 15)) ?? .base }
    set { self = Style(ink, on: newValue, emphasis) }
  }

  package var emphasis: Emphasis {
    get { Emphasis(rawValue: UInt8(truncatingIfNeeded: bits & 7)) }
    set { self = Style(ink, on: ground, newValue) }
  }

  package static let text = Style(.text)
  package static let faint = Style(.faint)
  package static let strong = Style(.text, .bold)
  package static let title = Style(.accent, .bold)
  package static let line = Style(.line)

  package init(_ ink: Ink, _ emphasis: Emphasis) {
    self.init(ink, on: .base, emphasis)
  }

  /// The same role on another surface.
  package func on(_ ground: Ground) -> Style {
    Style(ink, on: ground, emphasis)
  }

  /// The same role, with more emphasis.
  package func with(_ emphasis: Emphasis) -> Style {
    Style(ink, on: ground, self.emphasis.union(emphasis))
  }
}
