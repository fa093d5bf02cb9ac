/// Where the program finds and keeps things on this machine.
///
/// The user's own folders follow the XDG Base Directory Specification; `nil` when the environment
/// does not tell. None of them is sure to exist.
package struct Places: Hashable, Sendable {
  /// The user's folder.
  package let home: String?
  /// The reference data that came with the program.
  package let data: String?
  /// The user's settings.
  package let configuration: String?
  /// The user's own reference data.
  package let userData: String?
  /// What the program remembers, such as the files opened last.
  package let state: String?
  /// What lasts as long as the user's session.
  package let runtime: String?

  /// The variables that the places depend on.
  package static let variables = [
    "HOME", "PALIER_DATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME",
  ]

  /// Finds the places.
  ///
  /// The data is looked for beside the program as it is installed, then in the folders above it,
  /// which is where a checkout has it, then where `PALIER_DATA` says. Installed, it has a folder of
  /// its own below `share/palier`, which is the user's in `~/.local`. `executable` is the absolute
  /// path of the program, without links.
  package init(
    environment: [String: String], executable: String?, isFolder: (String) -> Bool
  ) {
    func own(_ variable: String, else fallback: String?) -> String? {
      // The specification says to ignore what is empty or relative.
      if let folder = environment[variable], folder.hasPrefix("/") { return folder + "/palier" }
      guard let fallback, let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return home + "/" + fallback + "/palier"
    }
    home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    configuration = own("XDG_CONFIG_HOME", else: ".config")
    userData = own("XDG_DATA_HOME", else: ".local/share")
    state = own("XDG_STATE_HOME", else: ".local/state")
    runtime = own("XDG_RUNTIME_DIR", else: nil)

    var candidates: [String] = []
    if let executable {
      let above = executable.foldersAbove
      candidates = above.dropFirst().prefix(1).map { $0 + "/share/palier/fournis" }
      candidates += above.map { $0 + "/Data" }
    }
    if let folder = environment["PALIER_DATA"], !folder.isEmpty { candidates.append(folder) }
    data = candidates.first { isFolder($0 + "/exemples") }
  }
}

extension String {
  /// The folder of an absolute path, the one above it, and so on; the root as "".
  fileprivate var foldersAbove: [String] {
    var folders: [String] = []
    var path = self[...]
    while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      path = path[..<slash]
      folders.append(String(path))
    }
    return folders
  }
}
