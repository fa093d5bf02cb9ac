package import DPES

/// What is in a folder, for whoever chooses a file: démarches and tables, then folders.
package struct FolderListing: Hashable, Sendable {
  /// Something that can be chosen.
  package struct Entry: Hashable, Sendable {
    /// What choosing it does.
    package enum Kind: Hashable, Sendable {
      case folder, demarche, table
    }

    /// What it is.
    package let kind: Kind
    /// As it is shown.
    let name: String
    /// Absolute.
    package let path: String
    /// When it was written last; nil for a folder.
    let day: Day?

    /// An entry of a folder, by an absolute path.
    package init(_ kind: Kind, _ name: String, path: String, day: Day? = nil) {
      self.kind = kind
      self.name = name
      self.path = path
      self.day = day
    }
  }

  /// An absolute path; nil for the places that one begins with.
  let path: String?
  /// Files first, the newest first, then folders.
  package let entries: [Entry]
  /// Why it can't be looked into; nil when it can.
  package let refusal: String?

  /// A folder as it is now, or why it can't be looked into.
  package init(_ path: String?, _ entries: [Entry], refusal: String? = nil) {
    self.path = path
    self.entries = entries
    self.refusal = refusal
  }
}
