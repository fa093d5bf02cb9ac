import DPES
import TerminalUI

/// What came from elsewhere, in one line.
struct Received {
  private let parts: [String]
  private let participants: [Participant]

  /// nil when nothing came that a screen shows.
  init?(_ before: Demarche, _ after: Demarche) {
    let differences = Ecarts(before, after)
    let counts: [(Int, String)] = [
      (differences.observations, "observation"),
      (differences.paliers, "palier"),
      (differences.indicateurs, "indicateur"),
      (differences.realises, "réalisé"),
      (differences.participants, "participant"),
    ]
    var parts = counts.filter { $0.0 > 0 }.map { $0.0.counting($0.1) }
    if differences.hasOthers { parts.append(parts.isEmpty ? "des changements" : "le reste") }
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
