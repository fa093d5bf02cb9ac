import DPES
import JSONTree

// What the checks found.
extension Sentences {
  /// A constat: how grave and where, then what is the matter and what to do.
  static func lines(_ constat: Constat, at place: String) -> [String] {
    let width = Constat.Gravite.allCases.map(\.rawValue.count).max() ?? 0
    let gravite = constat.gravite.rawValue
    let blanks = String(repeating: " ", count: width - gravite.count)
    return [
      "  \(gravite)\(blanks)  \(place)  \(shown(constat.lieu))  [\(constat.regle.rawValue)]",
      "      \(shown(constat.phrase))",
      "      \(constat.conseil)",
    ]
  }

  /// A place as compilers write it, which editors and eyes find: `12:5`.
  static func shortPlace(_ position: TextPosition) -> String {
    "\(position.line):\(position.column)"
  }

  static func count(_ constats: [Constat]) -> String {
    let counts = Constat.Gravite.allCases.compactMap { gravite in
      let count = constats.count { $0.gravite == gravite }
      return count == 0 ? nil : count.counting(gravite.rawValue)
    }
    if counts.isEmpty { return "  Rien à signaler." }
    let isMore = Dictionary(grouping: constats, by: \.regle).values
      .contains { $0.count == Constat.most }
    return "  \(list(counts, "et"))."
      + (isMore ? " Il peut y en avoir d’autres\u{A0}: une règle s’arrête à \(Constat.most)." : "")
  }
}
