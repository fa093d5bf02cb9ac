extension OutgoingDocument.Format {
  /// The one that the end of a file's name says; nil where it says none of them.
  package init?(ending path: String) {
    guard let ending = Self.ending(of: path) else { return nil }
    self.init(rawValue: ending)
  }

  /// Whether the end of a name says a format that Palier writes nothing in.
  package static func isForeign(_ path: String) -> Bool {
    let known = ["doc", "docx", "xls", "xlsm", "xlsb", "ppt", "pptx", "odp", "pdf", "rtf", "zip"]
    return ending(of: path).map(known.contains) ?? false
  }

  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.last?.lowercased() : nil
  }
}
