import DPES
import Documents

// What is said of a workbook, and of where a table comes from.
extension Sentences {
  private static let saveAs =
    "Dans le tableur, «\u{A0}Fichier, Enregistrer sous\u{A0}», en .xlsx ou .ods"

  static func sentence(_ fault: OfficeFault, in path: String) -> String {
    let file = quoted(path, columns: .max)
    return switch fault {
    case .damaged:
      "\(file) est abîmé, ou n’est pas entier. Reprenez-le d’où il vient, ou ouvrez-le dans un "
        + "tableur et enregistrez-le."
    case .foreign: "\(file) ne contient pas de classeur. Nommez un .xlsx, un .ods ou un CSV."
    case .password:
      "\(file) est protégé par un mot de passe. Ouvrez-le, ôtez le mot de passe, enregistrez-le."
    case .tooLarge:
      "\(file) contient plus de cellules qu’un tableau de personnes. Gardez-en la feuille utile, "
        + "dans un classeur neuf."
    case .unusual:
      "\(file) n’est pas écrit comme un tableur écrit. \(saveAs)."
    case .empty: "\(file) n’a pas de cellule remplie. Vérifiez que c’est le bon classeur."
    case .unknownSheet(let name, let known):
      "\(file) n’a pas de feuille \(quoted(name, columns: 40)). Feuilles\u{A0}: \(sheets(known))."
    case .severalSheets(let known):
      "\(file) a \(known.count.counting("feuille", "feuilles"))\u{A0}: \(sheets(known)). "
        + "Nommez-en une\u{A0}: --feuille \(shellQuoted(known.first ?? ""))."
    }
  }

  /// A title that is said to be no known column.
  static func noColumn(_ text: String) -> String {
    "--colonne \(shellQuoted(text)) ne dit pas quelle colonne est ce titre. Écrivez par exemple\u{A0}: --colonne "
      + "'Date butoir=echeance'."
  }

  /// A meaning that does not say of what.
  static func noMeaning(_ text: String) -> String {
    "--comme, \(quoted(text, columns: 40)) ne dit pas un mot et sa valeur. Écrivez par exemple "
      + "--comme \(shellQuoted("à améliorer=orange"))."
  }

  static func noRows(_ text: String) -> String {
    "--laisser, \(quoted(text, columns: 40)) n’est pas une liste de lignes. Écrivez par exemple --laisser 4,9-12."
  }

  /// Of a sheet whose titles are not enough, which others there are; empty where there is none.
  static func otherSheets(_ remarks: [Grid.Remark]) -> String {
    for case .sheet(let name, let others, let hidden) in remarks {
      guard let first = others.first ?? hidden.first else { continue }
      let all =
        others.map { quoted($0, columns: 40) }
        + hidden.map { quoted($0, columns: 40) + ", masquée" }
      return
        " La feuille lue est \(quoted(name, columns: 40)). Pour une autre (\(all.prefix(20).joined(separator: "\u{A0}; ")))"
        + "\u{A0}: --feuille \(shellQuoted(first))."
    }
    return ""
  }

  /// A sheet asked for of a CSV.
  static func hasNoSheets(_ path: String) -> String {
    "\(quoted(path, columns: .max)) est un CSV, qui n’a pas de feuilles. Ôtez --feuille."
  }

  private static func sheets(_ names: [String]) -> String {
    let shown = names.prefix(20).map { quoted($0, columns: 40) }.joined(separator: ", ")
    return names.count > 20 ? shown + "…" : shown
  }

  static func sentence(_ remark: Grid.Remark) -> String {
    switch remark {
    case .decoded(.encoding(let name)):
      "Le CSV est lu comme du \(name)\u{A0}: vérifiez les accents."
    case .decoded(.twice):
      "Le CSV était encodé deux fois en UTF-8\u{A0}: ses accents sont rétablis."
    case .decoded(.lostLetters(let line)):
      "Ligne \(line) du CSV\u{A0}: une lettre y est déjà perdue, où se trouve «\u{A0}\u{FFFD}\u{A0}»."
    case .sheet(let name, let others, let hidden):
      "Feuille lue\u{A0}: \(quoted(name, columns: 40))."
        + (others.isEmpty ? "" : " Laissées de côté\u{A0}: \(sheets(others)).")
        + (hidden.isEmpty ? "" : " Masquées, laissées de côté\u{A0}: \(sheets(hidden)).")
    case .hidden(let rows, let columns):
      "Lues bien que masquées\u{A0}: "
        + [
          rows == 0 ? nil : rows.counting("ligne", "lignes"),
          columns == 0 ? nil : columns.counting("colonne", "colonnes"),
        ].compactMap { $0 }.joined(separator: " et ") + "."
    case .uncalculated(let count, let cells):
      "\(count.counting("formule n’a", "formules n’ont")) jamais été "
        + "\(count.agreeing("calculée", "calculées")) (\(cells.joined(separator: ", "))\(count > cells.count ? "…" : ""))\u{A0}: \(count.agreeing("lue comme vide", "lues comme vides")). Ouvrez le classeur dans "
        + "un tableur, et enregistrez-le."
    }
  }
}
