/// What one cell shows: a base scalar and at most two combining marks, packed in eight bytes.
///
/// ncurses can show no more than a base and a few zero-width marks in a cell; ``TextWidth`` reduces
/// each character to that, so that what is drawn here and what the terminal shows are the same.
package struct Glyph: Hashable, Sendable {
  /// Three scalars of 21 bits: the base lowest, then the marks; 0 for the right half of a wide one.
  package let bits: UInt64

  package init(
    _ base: Unicode.Scalar, _ first: Unicode.Scalar? = nil, _ second: Unicode.Scalar? = nil
  ) {
    bits = UInt64(base.value) | UInt64(first?.value ?? 0) << 21 | UInt64(second?.value ?? 0) << 42
  }

  private init(bits: UInt64) { self.bits = bits }

  package static let space = Glyph(" ")
  /// The right half of the wide glyph in the cell to the left.
  package static let continuation = Glyph(bits: 0)

  /// The base scalar, nil for a continuation.
  package var base: Unicode.Scalar? { bits == 0 ? nil : scalar(0) }

  /// The marks on the base, at most two.
  package var marks: [Unicode.Scalar] {
    bits >> 21 == 0 ? [] : [scalar(21), scalar(42)].compactMap(\.self).filter { $0 != "\0" }
  }

  /// The base scalar and its marks, none for a continuation.
  package var scalars: [Unicode.Scalar] {
    base.map { [$0] + marks } ?? []
  }

  private func scalar(_ shift: UInt64) -> Unicode.Scalar? {
    Unicode.Scalar(UInt32(bits >> shift & 0x1F_FFFF))
  }
}

/// One position of a canvas.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  package var style: Style

  package init(_ glyph: Glyph = .space, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }
}
