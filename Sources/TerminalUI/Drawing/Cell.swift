/// What one cell shows: a base scalar and at most two combining marks, in 54 bits.
///
/// ncurses can show no more than a base and a few zero-width marks in a cell; ``TextWidth`` reduces
/// each character to that, so that what is drawn here and what the terminal shows are the same.
package struct Glyph: Hashable, Sendable {
  /// The base in the lowest 21 bits, then the first mark in 17 and the second in 16; 0 for the right
  /// half of a wide one.
  package let bits: UInt64

  /// A mark that has no room is left out: a first one above U+1FFFF (none of those is shown), a
  /// second one above U+FFFF.
  package init(
    _ base: Unicode.Scalar, _ first: Unicode.Scalar? = nil, _ second: Unicode.Scalar? = nil
  ) {
    var bits = UInt64(base.value)
    if let first, first.value < 1 << 17 { bits |= UInt64(first.value) << 21 }
    if let second, second.value < 1 << 16 { bits |= UInt64(second.value) << 38 }
    self.bits = bits
  }

  fileprivate init(bits: UInt64) { self.bits = bits }

  package static let space = Glyph(" ")
  /// The right half of the wide glyph in the cell to the left.
  package static let continuation = Glyph(bits: 0)

  /// The base scalar, nil for a continuation.
  package var base: Unicode.Scalar? { bits == 0 ? nil : scalar(0, 21) }

  /// The marks on the base, at most two.
  package var marks: [Unicode.Scalar] {
    bits >> 21 == 0
      ? [] : [scalar(21, 17), scalar(38, 16)].compactMap(\.self).filter { $0 != "\0" }
  }

  /// The base scalar and its marks, none for a continuation.
  package var scalars: [Unicode.Scalar] {
    base.map { [$0] + marks } ?? []
  }

  private func scalar(_ shift: UInt64, _ width: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(UInt32(truncatingIfNeeded: bits >> shift & (1 << width - 1)))
  }
}

/// One position of a canvas: a glyph and a role, in eight bytes.
package struct Cell: Hashable, Sendable {
  /// The glyph's 54 bits, and the role's ten above them.
  package private(set) var bits: UInt64

  package init(_ glyph: Glyph = .space, _ style: Style = .text) {
    bits = glyph.bits | UInt64(style.bits) << Self.glyphBits
  }

  /// How far up the role's bits stand.
  package static var glyphBits: UInt64 { 54 }

  package var glyph: Glyph {
    get { Glyph(bits: bits & (1 << Self.glyphBits - 1)) }
    set { self = Cell(newValue, style) }
  }

  package var style: Style {
    get { Style(bits: UInt16(truncatingIfNeeded: bits >> Self.glyphBits)) }
    set { self = Cell(glyph, newValue) }
  }
}
