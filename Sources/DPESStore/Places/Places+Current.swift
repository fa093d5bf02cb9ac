import CSystem
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
      // Where the system does not tell there is PALIER_DATA.
      executable: try? system.realPath(String(cString: cs_program())),
      isFolder: { (try? system.status(at: $0).kind) == .folder })
  }
}
