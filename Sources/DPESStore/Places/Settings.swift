import JSONTree

/// What the user has set on this machine.
///
/// `config.json` holds `{ "qui": "SC", "nomsCaches": true, "lineaire": true, "clavier": "bepo" }`: a
/// person's initials or a participant's id, whether names were hidden last, whether all is said line by
/// line, which keyboard is there. One that can't be read counts as empty: it is no reason to disturb the
/// work.
package struct Settings: Hashable, Sendable {
  /// Whom this machine serves.
  package let qui: String?
  /// Names were hidden when somebody said so last: a screen that is mirrored stays so.
  package let nomsCaches: Bool
  /// What opens is said line by line.
  package let lineaire: Bool
  /// The keyboard whose digit row goes to the screens; nil where nobody said.
  package let clavier: String?

  /// Reads them from the folder of settings; nothing is set where there is none.
  package init(in places: Places, _ system: any FileSystem = GlibcFileSystem()) {
    // Not there, unreadable or not JSON: see above.
    guard let folder = places.configuration,
      let bytes = try? DataFile.open(folder + "/config.json", limit: 1 << 20, in: system).bytes,
      case .object(let object) = try? JSONValue.parse(bytes)
    else {
      (qui, nomsCaches, lineaire, clavier) = (nil, false, false, nil)
      return
    }
    nomsCaches = object["nomsCaches"] == .bool(true)
    lineaire = object["lineaire"] == .bool(true)
    if case .string(let said)? = object["qui"], !said.isEmpty { qui = said } else { qui = nil }
    if case .string(let said)? = object["clavier"] { clavier = said } else { clavier = nil }
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
    try set("qui", .string(qui), in: places, system)
  }

  /// Notes whether names are hidden; what else is set stays.
  package static func remember(
    nomsCaches: Bool, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) throws(Refusal) {
    try set("nomsCaches", .bool(nomsCaches), in: places, system)
  }

  /// Notes which keyboard is there; what else is set stays.
  package static func remember(
    clavier: String, in places: Places, _ system: any FileSystem = GlibcFileSystem()
  ) throws(Refusal) {
    try set("clavier", .string(clavier), in: places, system)
  }

  private static func set(
    _ key: String, _ value: JSONValue, in places: Places, _ system: any FileSystem
  ) throws(Refusal) {
    guard let folder = places.configuration else { throw .nowhere }
    let path = folder + "/config.json"
    do throws(StoreError) {
      system.makeFolders(folder)
      _ = try DataFile.create(path, JSONValue.write(.object([key: value])), in: system)
    } catch {
      guard error.cause == .exists else { throw .file(error) }
      guard try replace(key, value, in: path, system) else { throw .notSettings(path: path) }
    }
  }

  /// - Returns: Whether what is there is settings.
  private static func replace(
    _ key: String, _ value: JSONValue, in path: String, _ system: any FileSystem
  ) throws(Refusal) -> Bool {
    do throws(StoreError) {
      var (file, bytes) = try DataFile.open(path, limit: 1 << 20, in: system)
      guard let renewed = settings(bytes, with: key, value) else { return false }
      try file.save(renewed)
      return true
    } catch {
      throw .file(error)
    }
  }

  /// The settings with that in them; nil for what is not settings.
  private static func settings(
    _ bytes: [UInt8], with key: String, _ value: JSONValue
  ) -> [UInt8]? {
    do throws(JSONError) {
      guard case .object(var settings) = try JSONValue.parse(bytes) else { return nil }
      settings[key] = value
      return JSONValue.write(.object(settings))
    } catch {
      return nil
    }
  }
}
