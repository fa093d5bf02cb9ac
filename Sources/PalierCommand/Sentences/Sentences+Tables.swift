import DPES
import Documents

// What is said of the rows and columns of a table that are none of its own.
extension Sentences {
  private static let shownColumns = 5
  private static let shownGroups = 3

  static func sentence(unknownColumns names: [String]) -> String {
    guard names.count > 1 else {
      return "La colonne \(quoted(names.first ?? "", columns: 40)) ne veut rien dire ici\u{A0}: "
        + "ignorée."
    }
    let shown = names.prefix(shownColumns).map { quoted($0, columns: 30) }
    let more = names.count - shown.count
    let all =
      more > 0 ? "\(shown.joined(separator: ", "))… (\(names.count) en tout)" : list(shown, "et")
    return "Les colonnes \(all) ne veulent rien dire ici\u{A0}: ignorées."
  }

  static func sentence(aside: [LeftAside: [Int]]) -> String {
    let parts = LeftAside.allCases.compactMap { what in
      aside[what].map { rows in
        "\(lines(rows).firstLowercased), \(words(what, isOne: rows.count == 1))"
      }
    }
    let count = aside.values.reduce(0) { $0 + $1.count }
    return "\(count == 1 ? "Laissée de côté" : "Laissées de côté")\u{A0}: "
      + parts.joined(separator: "\u{A0}; ") + "."
  }

  private static func words(_ what: LeftAside, isOne: Bool) -> String {
    switch what {
    case .help: "une aide sous les titres"
    case .example: "l’exemple du tableau à remplir"
    case .total: isOne ? "un total" : "des totaux"
    case .numbers: "sans rien que des nombres"
    case .other: "un autre tableau"
    case .heading: "les titres des colonnes, redits"
    case .note: isOne ? "une note sous le tableau" : "des notes sous le tableau"
    }
  }

  static func sentence(repeated groups: [[Int]]) -> String {
    let shown = groups.prefix(shownGroups).map { lines($0) }
    let more = groups.count - shown.count
    return shown.joined(separator: "\u{A0}; ").firstUppercased
      + (more > 0 ? "\u{A0}; \(more.counting("autre groupe", "autres groupes"))" : "")
      + "\u{A0}: la même chose, prise une seule fois."
  }
}

extension String {
  fileprivate var firstLowercased: String { prefix(1).lowercased() + dropFirst() }
}
