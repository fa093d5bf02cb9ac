extension String {
  /// The last part of a path.
  var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }

  /// The folder of an absolute path.
  var folderPart: String { "/" + split(separator: "/").dropLast().joined(separator: "/") }

  /// A path, or a name, of a démarche without the ending of its files.
  var stem: String { hasSuffix(".dpes.json") ? String(dropLast(".dpes.json".count)) : self }
}
