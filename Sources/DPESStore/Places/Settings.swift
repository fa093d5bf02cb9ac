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

  /// Notes whom this machine serves; what else is set stays.
  ///
  /// What can't be written, or read, is let go: it is asked again another time.
  package static func remember(
    _ qui: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) {
    guard let folder = places.configuration else { return }
    let path = folder + "/config.json"
    do throws(StoreError) {
      if (try? system.status(at: path)) != nil {
        var (file, bytes) = try DataFile.open(path, limit: 1 << 20, in: system)
        guard case .object(var settings)? = try? JSONValue.parse(bytes) else { return }
        settings["qui"] = .string(qui)
        try file.save(JSONValue.write(.object(settings)))
      } else {
        system.makeFolders(folder)
        _ = try DataFile.create(path, JSONValue.write(.object(["qui": .string(qui)])), in: system)
      }
    } catch {
      // See above.
    }
  }
}
