import DPES
import JSONTree

// What the checks found.
extension Sentences {
  static func line(_ constat: Constat) -> String {
    let gravite = constat.gravite == .info ? "remarque" : constat.gravite.rawValue
    return "\(gravite) : \(shown(constat.lieu)) : \(shown(constat.phrase)) "
      + "[\(constat.regle.rawValue) \(shown(constat.pointeur.description))]"
  }

  static func count(_ constats: [Constat], in path: String) -> String {
    let words: [(Constat.Gravite, String)] = [
      (.erreur, "erreur"), (.avertissement, "avertissement"), (.info, "remarque"),
    ]
    let counts = words.compactMap { gravite, word in
      let count = constats.count { $0.gravite == gravite }
      return count == 0 ? nil : "\(count) \(word)\(count > 1 ? "s" : "")"
    }
    let found = counts.isEmpty ? "rien à signaler" : list(counts, "et")
    return "\(quoted(path, columns: .max)) : \(found)."
  }
}
