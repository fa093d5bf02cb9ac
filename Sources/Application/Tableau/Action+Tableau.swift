extension Action {
  /// What can be done on the tableau de bord.
  static let tableau: [Action] = []
}
