import JSONTree

/// What the user has set on this machine.
///
/// `config.json` holds `{ "qui": "SC" }`: a person's initials, or a participant's id. One that
/// can't be read counts as empty: it is no reason to disturb the work.
package struct Settings: Hashable, Sendable {
  /// Whom this machine serves.
  package let qui: String?

  package init(in places: Places, _ system: any FileSystem = GlibcFileSystem()) {
    // Not there, unreadable or not JSON: see above.
    guard let folder = places.configuration,
      let bytes = try? DataFile.open(folder + "/config.json", limit: 1 << 20, in: system).bytes,
      case .object(let object) = try? JSONValue.parse(bytes),
      case .string(let qui)? = object["qui"], !qui.isEmpty
    else {
      qui = nil
      return
    }
    self.qui = qui
  }
}
