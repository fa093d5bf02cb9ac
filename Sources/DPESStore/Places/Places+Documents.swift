extension Places {
  /// The user's folder of documents, by whatever name their desktop gives it; nil when there is none.
  ///
  /// `user-dirs.dirs`, of the XDG user directories, has `XDG_DOCUMENTS_DIR="$HOME/Documents"`; a folder
  /// that is the user's own stands for none.
  package func documents(in system: any FileSystem = GlibcFileSystem()) -> String? {
    guard let home else { return nil }
    // Many machines have no such file.
    let bytes = configuration.flatMap {
      try? DataFile.open($0.folder + "/user-dirs.dirs", limit: 1 << 16, in: system).bytes
    }
    let start = "XDG_DOCUMENTS_DIR=\""
    let line = String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n")
      .last { $0.hasPrefix(start) && $0.hasSuffix("\"") && $0.count > start.count }
    guard let line else { return home + "/Documents" }
    var path = String(line.dropFirst(start.count).dropLast())
    if path.hasPrefix("$HOME") { path = home + path.dropFirst("$HOME".count) }
    while path.hasSuffix("/") { path.removeLast() }
    return path.hasPrefix("/") && path != home ? path : nil
  }
}
