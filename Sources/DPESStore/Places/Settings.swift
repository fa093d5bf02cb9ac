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

  /// Why whom this machine serves can't be noted.
  package enum Refusal: Error, Hashable, Sendable {
    case file(StoreError)
    /// What is there is not settings; it is never written over.
    case notSettings(path: String)
    /// The user has no folder for settings.
    case nowhere
  }

  /// Notes whom this machine serves; what else is set stays.
  package static func remember(
    _ qui: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) throws(Refusal) {
    guard let folder = places.configuration else { throw .nowhere }
    let path = folder + "/config.json"
    do throws(StoreError) {
      system.makeFolders(folder)
      _ = try DataFile.create(path, JSONValue.write(.object(["qui": .string(qui)])), in: system)
    } catch {
      guard error.cause == .exists else { throw .file(error) }
      guard try replace(qui, in: path, system) else { throw .notSettings(path: path) }
    }
  }

  /// - Returns: Whether what is there is settings.
  private static func replace(
    _ qui: String, in path: String, _ system: any FileSystem
  ) throws(Refusal) -> Bool {
    do throws(StoreError) {
      var (file, bytes) = try DataFile.open(path, limit: 1 << 20, in: system)
      guard let renewed = settings(bytes, serving: qui) else { return false }
      try file.save(renewed)
      return true
    } catch {
      throw .file(error)
    }
  }

  /// The settings with that person in them; nil for what is not settings.
  private static func settings(_ bytes: [UInt8], serving qui: String) -> [UInt8]? {
    do throws(JSONError) {
      guard case .object(var settings) = try JSONValue.parse(bytes) else { return nil }
      settings["qui"] = .string(qui)
      return JSONValue.write(.object(settings))
    } catch {
      return nil
    }
  }
}
