import DPES

/// Who is who in a démarche.
struct People: Sendable {
  private let byId: [String: Participant]
  /// Initials that more than one person has, in small letters.
  private let sharedInitials: Set<String>

  init(_ participants: [Participant]) {
    byId = Dictionary(participants.map { ($0.id, $0) }) { first, _ in first }
    var met: Set<String> = []
    var shared: Set<String> = []
    for initiales in participants.compactMap({ $0.initiales?.lowercased() })
    where !met.insert(initiales).inserted {
      shared.insert(initiales)
    }
    sharedInitials = shared
  }

  func participant(_ id: String?) -> Participant? { id.flatMap { byId[$0] } }

  /// How a text calls a person: the initials, else the name; nil when it can't.
  func name(of id: String?) -> String? {
    participant(id).flatMap { $0.initiales ?? $0.nom }
  }

  /// Several of them, `SC, HV`; nil for nobody.
  func names(of ids: [String]) -> String? {
    let names = ids.compactMap(name)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// Several of them as a spreadsheet says them, with commas between; nil for nobody.
  func keys(of ids: [String]) -> String? {
    let keys = ids.compactMap(key)
    return keys.isEmpty ? nil : keys.joined(separator: ", ")
  }

  /// What a spreadsheet says for a person, so that reading it finds the same one again: the
  /// initials, or the id of one who shares them.
  func key(of id: String?) -> String? {
    guard let initiales = participant(id)?.initiales else { return id }
    return sharedInitials.contains(initiales.lowercased()) ? id : initiales
  }
}
