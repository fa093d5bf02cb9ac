import DPES

/// The proofs of a démarche with their numbers: in the order U P D T, of the paliers, the indicators
/// and the periods, so that every document calls one by the same number.
struct NumberedProofs: Sendable {
  struct Proof: Sendable {
    let number: Int
    let piece: Realise.Piece
    let indicateur: Indicateur
    /// Of its palier: « D2 ».
    let repere: String
  }

  let all: [Proof]
  private let byIndicateur: [String: [Int]]

  /// - Complexity: O(indicators × periods)
  init(_ avancement: Avancement) {
    var all: [Proof] = []
    var byIndicateur: [String: [Int]] = [:]
    for axe in avancement.axes {
      for palier in axe.paliers {
        for one in palier.indicateurs {
          for cell in one.cases where cell.estConnue {
            guard let piece = cell.realise?.piece else { continue }
            let number = all.count + 1
            all.append(
              Proof(
                number: number, piece: piece, indicateur: one.indicateur,
                repere: "\(axe.axe.lettre)\(palier.rang)"))
            byIndicateur[one.indicateur.id, default: []].append(number)
          }
        }
      }
    }
    (self.all, self.byIndicateur) = (all, byIndicateur)
  }

  /// `n° 3, 4`; nil where there is none.
  func numbers(of indicateur: String) -> String? { numbers(ofAll: [indicateur]) }

  /// Those of several indicators.
  func numbers(ofAll indicateurs: [String]) -> String? {
    let found = indicateurs.flatMap { byIndicateur[$0] ?? [] }
    guard !found.isEmpty else { return nil }
    return "n°\u{A0}\(found.map(String.init).joined(separator: ", "))"
  }
}
