/// Puts scalars together from bytes that arrive one at a time.
///
/// Bytes that are not UTF-8 are dropped, and never take the next ones with them: a keyboard in the
/// wrong encoding loses its accents, not its keys.
struct UTF8Assembler {
  private var value: UInt32 = 0
  private var missing = 0
  /// The least value that needs so many bytes; less is a longer spelling of something else.
  private var least: UInt32 = 0

  /// Takes a byte; returns the scalar that it ends.
  mutating func next(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80...0xBF where missing > 0:
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    case 0x00...0x7F:
      missing = 0
      return Unicode.Scalar(byte)
    case 0xC2...0xDF: start(byte & 0x1F, missing: 1, least: 0x80)
    case 0xE0...0xEF: start(byte & 0x0F, missing: 2, least: 0x800)
    case 0xF0...0xF4: start(byte & 0x07, missing: 3, least: 0x10000)
    default: missing = 0
    }
    return nil
  }

  private mutating func start(_ bits: UInt8, missing: Int, least: UInt32) {
    value = UInt32(bits)
    self.missing = missing
    self.least = least
  }
}
