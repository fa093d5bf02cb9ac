extension Demarche {
  /// Whether two states of this démarche come from this earlier one, each by its own way.
  ///
  /// The historique only grows, and each of its lines is written with all that was there. So a
  /// state that holds no line but those that both have, and lacks one of them, is from before they
  /// parted. One that lacks none may be from after, on one side: its changes would pass for the
  /// other side's deletions, so it does not count. An older ancestor than the last loses nothing;
  /// it only asks a person more often.
  ///
  /// - Complexity: O(lines of the historiques)
  package func isAncestor(of one: Demarche, and other: Demarche) -> Bool {
    guard id == one.id, id == other.id else { return false }
    let common = Set(one.historique).intersection(other.historique)
    return common.isStrictSuperset(of: historique)
  }
}
