import DPES

/// Initials for people whose table says names alone: those they have, else those of their names.
struct NamedPeople {
  private(set) var rows: [ImportRow] = []
  /// Initials that no cell says, and whose they are.
  private(set) var made: [(initials: String, name: String)] = []

  /// The rows as they are where initials have a column.
  init(_ rows: [ImportRow], _ headers: Headers, _ demarche: Demarche) {
    self.rows = rows
    guard headers["initiales"] == nil else { return }
    let place = (rows.map(\.width).max() ?? 0).advanced(by: headers.titled.count)
    // Those of whom nothing else is known are likely the same person's.
    var taken = Set(
      demarche.participants.filter { $0.nom != nil }.compactMap { $0.initiales?.folded })
    self.rows = rows.map { row in
      guard let name = row.wholeName else { return row }
      let known = demarche.participants.first { $0.nom?.folded == name.folded }?.initiales
      guard let short = known ?? Self.free(name, &taken) else { return row }
      if known == nil { made.append((short, name)) }
      return row.giving("initiales", short, at: place)
    }
  }

  /// Initials that nobody has; nil for a name that says too little.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String? {
    let words = name.split { !($0.isLetter || "'’.".contains($0)) }
    guard (2...4).contains(words.count), let last = words.last else { return nil }
    let short = String(words.compactMap { $0.first(where: \.isLetter) }).uppercased()
    let rest = last.filter(\.isLetter).dropFirst()
    let all = [short] + (1...3).map { short + rest.prefix($0).lowercased() }
    guard let free = all.first(where: { !taken.contains($0.folded) && $0.isInitials }) else {
      return nil
    }
    taken.insert(free.folded)
    return free
  }
}

extension ImportRow {
  /// First name and name, in one column or two.
  var wholeName: String? {
    let parts = ["prenom", "nom"].compactMap { word($0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
