/// The names of files that the program makes.
enum FileName {
  static let ending = ".dpes.json"

  /// The last part of a path.
  static func last(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path of the folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path as typed, with the usual ending when its name has none.
  static func completed(_ path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return name.isEmpty || name.dropFirst().contains(".") ? path : path + ending
  }

  /// A file's name made of the letters and digits of a text: `Résidence du Halage` gives
  /// `residence-du-halage`.
  static func slug(of text: String) -> String {
    var words = ""
    for character in text.lowercased() {
      let plain = unaccented[character] ?? String(character)
      if plain.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic || $0.isASCIIDigit }) {
        words += plain
      } else if !words.isEmpty, !words.hasSuffix("-") {
        words += "-"
      }
    }
    let slug = words.prefix(60).split(separator: "-").joined(separator: "-")
    return slug.isEmpty ? "demarche" : slug
  }

  /// The name of a copy of what could not be saved, the first of a minute or the n-th.
  static func rescue(of path: String, at time: String, _ number: Int = 1) -> String {
    "\(stem(of: path)).secours-\(time)\(number == 1 ? "" : "-\(number)")\(ending)"
  }

  /// The name under which a damaged file is kept, the first time or the n-th.
  static func damaged(_ path: String, _ number: Int) -> String {
    "\(stem(of: path)).abime\(number == 1 ? "" : "-\(number)")\(ending)"
  }

  /// The last part of a path, without the ending of a démarche.
  private static func stem(of path: String) -> String {
    let name = last(of: path)
    let ending = [ending, ".json"].first(where: name.hasSuffix) ?? ""
    return String(name.dropLast(ending.count))
  }

  private static let unaccented: [Character: String] = [
    "à": "a", "â": "a", "ä": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i",
    "ï": "i", "ô": "o", "ö": "o", "ù": "u", "û": "u", "ü": "u", "ÿ": "y", "œ": "oe", "æ": "ae",
  ]
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
