extension Action {
  /// What can be done on the schéma de progrès.
  static let schema: [Action] = []
}
