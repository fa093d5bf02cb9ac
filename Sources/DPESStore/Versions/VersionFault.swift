/// Why versions are not kept, or not all of them are ours.
package enum VersionFault: Error, Hashable, Sendable {
  /// A file, or a pipe, is in the place of the folder.
  case notAFolder
  /// A link is; what it leads to may be anybody's.
  case link
  /// A folder of something else is.
  case otherFolder
  case system(StoreError.Cause)
  /// They are kept; this is no version's name, although it looks like one, and is left alone.
  case oddName(String)

  /// Whether there is no way back.
  package var keepsNone: Bool { if case .oddName = self { false } else { true } }
}

extension VersionFolder {
  /// What is in the way of keeping versions, or is odd among them; nil when nothing is.
  package func check() -> VersionFault? {
    do throws(StoreError.Cause) {
      guard let names = try namesToCheck() else {
        do throws(StoreError.Cause) {
          try system.checkWritable(path.folder)
        } catch .permission {
          throw .folderPermission
        }
        return nil
      }
      // A copy that was put aside here has the ending of its file.
      let isOurs =
        names.isEmpty || names.contains { KeptVersion.isOdd($0, ending: ending) }
        || names.contains { isVersion($0) || $0.contains(".json") }
      guard isOurs else { return .otherFolder }
      try system.checkWritable(path)
      return names.first { KeptVersion.isOdd($0, ending: ending) }.map(VersionFault.oddName)
    } catch {
      switch error {
      case .exists: return .link
      case .isNotAFile: return .notAFolder
      default: return .system(error)
      }
    }
  }

  /// What the folder holds, hidden files apart; nil when there is no folder yet.
  ///
  /// - Throws: `.exists` for a link, `.isNotAFile` for anything else that is no folder.
  private func namesToCheck() throws(StoreError.Cause) -> [String]? {
    do throws(StoreError.Cause) {
      if try system.isLink(path) { throw .exists }
      guard try system.status(at: path).kind == .folder else { throw .isNotAFile }
    } catch .notFound {
      return nil
    }
    return try system.names(in: path).filter { !$0.hasPrefix(".") }
  }
}
