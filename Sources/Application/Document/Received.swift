import DPES
import TerminalUI

/// What came from elsewhere, in one line.
struct Received {
  /// How many observations, paliers, indicators, réalisés and participants.
  let count: Int
  private let parts: [String]
  private let participants: [Participant]

  /// nil when nothing came that a screen shows.
  init?(_ before: Demarche, _ after: Demarche) {
    let edit = Edit(from: before, to: after)
    var counts: [(word: String, count: Int)] =
      ["observation", "palier", "indicateur", "réalisé", "participant"].map { ($0, 0) }
    var hasOthers = false
    for change in edit.changes {
      switch change {
      case .observation: counts[0].count += 1
      case .palier: counts[1].count += 1
      case .indicateur: counts[2].count += 1
      case .realise: counts[3].count += 1
      case .participant: counts[4].count += 1
      case .image, .scrutin: hasOthers = true
      default: break
      }
    }
    counts.removeAll { $0.count == 0 }
    count = counts.reduce(0) { $0 + $1.count }
    var parts = counts.map { $0.count.counting($0.word) }
    if parts.isEmpty {
      if !edit.isEmpty { parts = ["des changements"] }
    } else if hasOthers {
      parts.append("le reste")
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
    participants = after.participants
  }

  /// `3 observations, 1 réalisé`.
  var list: String { parts.joined(separator: ", ") }

  /// Who sent what came, as far as the historique says, and what: the fullest telling that a line
  /// of so many columns has room for.
  func sentence(from elsewhere: Elsewhere, columns: Int) -> String {
    let known = Set(elsewhere.base.historique)
    let authors = Set(
      elsewhere.theirs.historique.lazy.filter { !known.contains($0) }.compactMap(\.qui))
    let who = participants.filter { authors.contains($0.id) }.compactMap(\.initiales)
    let names = who.isEmpty ? "" : " (\(who.joined(separator: ", ")))"
    let what = "\u{A0}: \(list)."
    let tellings = [
      "Reçu d’un autre poste\(names)\(what)", "Reçu d’un autre poste\(what)",
      "Reçu\(what)", "Reçu d’un autre poste.",
    ]
    return tellings.first { TextWidth.fits($0, columns) } ?? tellings[3]
  }
}
