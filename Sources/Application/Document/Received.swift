import DPES
import TerminalUI

/// What came from elsewhere, in one line.
struct Received {
  /// How many observations, paliers, indicators, réalisés and participants.
  let count: Int
  private let kinds: [Kind]
  /// Beside those there is something else.
  private let hasOthers: Bool
  private let before: Demarche
  private let after: Demarche

  /// What came of one kind.
  private struct Kind {
    let word: String
    let isFeminine: Bool
    var changes: [Edit.Change] = []

    /// `2 observations nouvelles, 1 supprimée`.
    func told(_ old: Standing, _ new: Standing) -> String {
      let added = changes.count { !old.has($0) }
      let removed = changes.count { !new.has($0) }
      let novel = isFeminine ? ("nouvelle", "nouvelles") : ("nouveau", "nouveaux")
      let end = isFeminine ? "e" : ""
      let parts = [
        (added, novel.0, novel.1), (changes.count - added - removed, "changé" + end, nil),
        (removed, "supprimé" + end, nil),
      ].filter { $0.0 > 0 }
      return parts.enumerated().map { index, part in
        let (count, one, several) = part
        let what = index == 0 ? count.counting(word) : "\(count)"
        return "\(what) \(count.agreeing(one, several))"
      }.joined(separator: ", ")
    }
  }

  /// nil when nothing came that a screen shows.
  init?(_ before: Demarche, _ after: Demarche) {
    let edit = Edit(from: before, to: after)
    var kinds = [
      Kind(word: "observation", isFeminine: true), Kind(word: "palier", isFeminine: false),
      Kind(word: "indicateur", isFeminine: false), Kind(word: "réalisé", isFeminine: false),
      Kind(word: "participant", isFeminine: false),
    ]
    var hasOthers = false
    for change in edit.changes {
      switch change {
      case .observation: kinds[0].changes.append(change)
      case .palier: kinds[1].changes.append(change)
      case .indicateur: kinds[2].changes.append(change)
      case .realise: kinds[3].changes.append(change)
      case .participant: kinds[4].changes.append(change)
      case .image, .scrutin: hasOthers = true
      default: break
      }
    }
    kinds.removeAll { $0.changes.isEmpty }
    guard !kinds.isEmpty || !edit.isEmpty else { return nil }
    count = kinds.reduce(0) { $0 + $1.changes.count }
    self.kinds = kinds
    self.hasOthers = hasOthers
    (self.before, self.after) = (before, after)
  }

  /// `3 observations, 1 réalisé`.
  var list: String { list { $0.changes.count.counting($0.word) } }

  private func list(_ told: (Kind) -> String) -> String {
    if kinds.isEmpty { return "des changements" }
    return (kinds.map(told) + (hasOthers ? ["le reste"] : [])).joined(separator: ", ")
  }

  /// Who sent what came, as far as the historique says, and what became of it: the fullest telling
  /// that a line of so many columns has room for.
  func sentence(from elsewhere: Elsewhere, columns: Int) -> String {
    let known = Set(elsewhere.base.historique)
    let authors = Set(
      elsewhere.theirs.historique.lazy.filter { !known.contains($0) }.compactMap(\.qui))
    let who = after.participants.filter { authors.contains($0.id) }.compactMap(\.initiales)
    let names = who.isEmpty ? "" : " (\(who.joined(separator: ", ")))"
    let (old, new) = (Standing(before), Standing(after))
    let (whole, what) = ("\u{A0}: \(list { $0.told(old, new) }).", "\u{A0}: \(list).")
    let tellings = [
      "Reçu d’un autre poste\(names)\(whole)", "Reçu\(names)\(whole)", "Reçu\(whole)",
      "Reçu d’un autre poste\(names)\(what)", "Reçu d’un autre poste\(what)",
      "Reçu\(what)", "Reçu d’un autre poste.",
    ]
    return tellings.first { TextWidth.fits($0, columns) } ?? "Reçu d’un autre poste."
  }
}

/// What is there of what an edit tells of: looked up, so that what came at once by the thousand is
/// told as fast.
private struct Standing {
  private let demarche: Demarche
  private let observations: Set<[String]>
  private let indicateurs: [String: Indicateur]

  init(_ demarche: Demarche) {
    self.demarche = demarche
    observations = Set(
      demarche.cercles.lazy.flatMap { image in image.observations.map { [image.id, $0.id] } })
    indicateurs = Dictionary(
      demarche.schema.paliers.lazy.flatMap(\.indicateurs).map { ($0.id, $0) },
      uniquingKeysWith: { one, _ in one })
  }

  func has(_ change: Edit.Change) -> Bool {
    switch change {
    case .observation(let id, let image): observations.contains([image, id])
    case .palier(let id): demarche.schema.paliers.contains { $0.id == id }
    case .indicateur(let id, _): indicateurs[id] != nil
    case .realise(let id, let mois): indicateurs[id]?.realises[mois] != nil
    case .participant(let id): demarche.participants.contains { $0.id == id }
    default: true
    }
  }
}
