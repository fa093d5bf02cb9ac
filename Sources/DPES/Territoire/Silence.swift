/// What may be said of how many structures say something.
///
/// Fewer than the least number are never told apart: 0, 1 and 2 are one word.
package enum Silence {
  /// Whether there are enough structures for anything to be said at all: 4, where the least number is 3.
  package static func permet(_ structures: Int, seuil: Int) -> Bool { structures > seuil }

  /// The word for what `nombre` of `structures` say; nil for fewer than the least number.
  package static func mot(
    _ nombre: Int, sur structures: Int, seuil: Int
  ) -> Reponses.Mot? {
    if nombre < seuil { return nil }
    return nombre > structures - seuil ? .presqueToutes : .entreLesDeux
  }

  /// From so many structures on, numbers are to the nearest 5.
  package static let arrondi = 100

  /// A number as it may be told.
  package static func nombre(_ nombre: Int, sur structures: Int) -> Int {
    structures < arrondi ? nombre : (nombre + 2) / 5 * 5
  }

  /// A word as people read it: of few structures « presque toutes » would be too much.
  package static func phrase(_ mot: Reponses.Mot, sur structures: Int, seuil: Int) -> String {
    switch mot {
    case .presqueToutes: structures < 2 * seuil ? "la plupart" : "presque toutes"
    case .entreLesDeux: "entre les deux"
    case .nonDit: "non dit"
    }
  }
}
