/// Numbers for observations, which nobody has: after the highest; past the last there may be, the first
/// that are free.
struct FreeNumbers {
  private let demarches: [Demarche]
  private var next: Int
  /// Known only once the last there may be is passed.
  private var taken: Set<Int>?

  /// - Complexity: O(o) in the observations of all images.
  init(after demarches: [Demarche]) {
    self.demarches = demarches
    next = (Self.numbers(in: demarches).max() ?? 0) + 1
  }

  /// - Complexity: O(1), but for one pass over all observations past the last number there may be.
  mutating func take() -> Int {
    if !Limite.numero.admet(next) {
      taken = Set(Self.numbers(in: demarches))
      next = Limite.numero.admis.lowerBound
    }
    while taken?.contains(next) == true { next += 1 }
    defer { next += 1 }
    return next
  }

  /// What is beyond the limit is no number.
  private static func numbers(in demarches: [Demarche]) -> some Sequence<Int> {
    demarches.lazy.flatMap(\.cercles).flatMap(\.observations).compactMap(\.numero)
      .filter(Limite.numero.admet)
  }
}

extension Demarche {
  /// The numbers of so many new observations.
  ///
  /// - Complexity: O(o + n) in the observations of all images and the new ones.
  package func numerosSuivants(_ nombre: Int) -> [Int] {
    var free = FreeNumbers(after: [self])
    return (0..<nombre).map { _ in free.take() }
  }
}
