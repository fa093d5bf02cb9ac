extension Derived {
  /// Whether somebody left the tour de table.
  func hasLeft(_ id: String) -> Bool {
    partis.contains(id)
  }

  /// Initials, and whether they left: `SC`, `SC, parti`.
  func who(_ id: String) -> String {
    guard let initials = initiales[id] else { return "quelqu’un qui n’est plus là" }
    return hasLeft(id) ? "\(initials), parti" : initials
  }
}
