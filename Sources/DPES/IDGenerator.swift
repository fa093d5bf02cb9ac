/// Makes new ids: a letter and ten base-32 characters, never a counter (`docs/format.md`).
///
/// A value with a seed, so that the same seed gives the same ids in tests; the program seeds it
/// from the system's randomness.
package struct IDGenerator: Hashable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A new id, different from those given.
  package mutating func next(unlike taken: Set<String> = []) -> String {
    while true {
      var bits = random()
      var id = String(Self.letters[Int(bits % 26)])
      bits = random()
      for _ in 0..<10 {
        id.append(Self.alphabet[Int(bits & 31)])
        bits >>= 5
      }
      if !taken.contains(id) { return id }
    }
  }

  /// The id that texts give, the same wherever it is asked for.
  static func id(of texts: [String]) -> String {
    // FNV-1a, a separator after each: the same in every process.
    let hash = texts.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, text in
      (Array(text.utf8) + [0]).reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    var generator = IDGenerator(seed: hash)
    return generator.next()
  }

  // SplitMix64: enough for ids that need to differ, not to be secret.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
}
