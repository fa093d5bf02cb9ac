import Glibc

extension Places {
  /// Finds the places of the running program.
  package static func current(in system: any FileSystem = GlibcFileSystem()) -> Places {
    var environment: [String: String] = [:]
    for name in variables {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return Places(
      environment: environment,
      // Without /proc there is PALIER_DATA.
      executable: try? system.realPath("/proc/self/exe"),
      isFolder: { (try? system.status(at: $0).kind) == .folder })
  }
}
