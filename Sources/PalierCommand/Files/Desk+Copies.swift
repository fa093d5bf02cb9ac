import Application
import DPES
import DPESStore

// Conflict copies, and what they come from.
extension Desk {
  /// The names of the copies beside the file of a démarche, the oldest first.
  func copyNames(beside path: String, of id: String) throws(Failure) -> [String] {
    try telling(try ConflictCopies.names(beside: path, of: id, in: system), Failure.init)
  }

  /// Reads conflict copies beside a file; one that can't be read is left out.
  func copies(_ names: [String], of path: String) throws(Failure) -> [Copy] {
    let demarche = try DemarcheFile.open(path, in: system).demarche
    return names.compactMap { name in
      guard let copy = try? DemarcheFile.read(place(of: name, beside: path), in: system) else {
        return nil
      }
      return Copy(
        name: name, demarche: copy.demarche,
        base: ancestor(of: demarche, and: copy.demarche, in: path))
    }
  }

  /// Puts conflict copies among the versions of a file, where they are not offered any more.
  func retire(_ names: [String], of path: String) throws(Failure) {
    let path = (try? system.realPath(path)) ?? path
    for name in names {
      try telling(try folder(of: path).take(name, besides: path), Failure.init)
    }
  }

  /// The newest version that a démarche and a copy of it both come from; nil when none is sure to
  /// be one.
  ///
  /// - Complexity: A reading of each version that is too new.
  func ancestor(of demarche: Demarche, and copy: Demarche, in path: String) -> Demarche? {
    // Nothing can be merged from one that can't be read.
    ((try? versions(of: path)) ?? []).lazy.compactMap { try? read($0, of: path) }
      .first { $0.isAncestor(of: demarche, and: copy) }
  }

  /// The path of a copy, which is beside the file that links lead to.
  func place(of name: String, beside path: String) -> String {
    ((try? system.realPath(path)) ?? path).folder + "/" + name
  }
}
