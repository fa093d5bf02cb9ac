import JSONTree

extension Conflict {
  /// Whether it is about who noted a réalisé, or when, which goes with what was noted where that
  /// is in question as well: two people who fill one cell disagree on one thing.
  package func follows(_ other: Conflict) -> Bool {
    let (mine, others) = (pointer.steps, other.pointer.steps)
    guard kept == other.kept, mine.count > 2, mine.dropLast() == others.dropLast(),
      mine[mine.count - 3] == .key("realises"), let key = mine.last, let leading = others.last
    else { return false }
    return [.key("auteur"), .key("date")].contains(key)
      && [.key("statut"), .key("valeur")].contains(leading)
  }
}
