import DPES
import Documents

// What a table becomes, before anything is written.
extension Sentences {
  /// Its columns, what it brings and what it changes.
  static func preview(_ importation: Importation) -> [String] {
    [columns(importation)] + counts(importation) + changes(importation) + samples(importation)
  }

  static func columns(_ importation: Importation) -> String {
    let columns = importation.understood.map {
      $0.title == $0.column
        ? Importation.shown($0.title)
        : "\(quoted($0.title, columns: 40)) → \(Importation.shown($0.column))"
    }
    return "Colonnes\u{A0}: \(columns.joined(separator: ", "))."
  }

  /// A sentence for each axis, statut or collège; of a palier and its indicators one.
  static func counts(_ importation: Importation) -> [String] {
    var order: [String] = []
    var told: [String: [String]] = [:]
    for count in importation.counts {
      if told[count.name] == nil { order.append(count.name) }
      told[count.name, default: []].append(words(count))
    }
    return order.map { "\($0)\u{A0}: \((told[$0] ?? []).joined(separator: ", "))." }
  }

  private static func words(_ count: Importation.Count) -> String {
    let (one, several, isFeminine) =
      switch count.thing {
      case .observation: ("observation", "observations", true)
      case .personne: ("personne", "personnes", true)
      case .palier: ("palier", "paliers", false)
      case .indicateur: ("indicateur", "indicateurs", false)
      case .realise: ("réalisé", "réalisés", false)
      }
    let changed =
      isFeminine
      ? count.changed.agreeing("changée", "changées") : count.changed.agreeing("changé", "changés")
    let new =
      isFeminine
      ? count.new.agreeing("nouvelle", "nouvelles") : count.new.agreeing("nouveau", "nouveaux")
    if count.new == 0 { return "\(count.changed.counting(one, several)) \(changed)" }
    return "\(count.new.counting(one, several)) \(new)"
      + (count.changed == 0 ? "" : ", \(count.changed) \(changed)")
  }

  /// Each change, before → after.
  static func changes(_ importation: Importation) -> [String] {
    importation.changes.map { change in
      "Ligne \(change.row), \(shown(change.subject, columns: 40)), \(Importation.shown(change.column))\u{A0}: "
        + "\(change.before.map { quoted($0, columns: 60) } ?? "rien") → "
        + quoted(change.after, columns: 60)
    }
  }

  static func samples(_ importation: Importation) -> [String] {
    importation.samples.prefix(3).map { "Par exemple\u{A0}: \(shown($0, columns: 100))" }
  }

  /// What refused rows ask, without a mark of question.
  static func question(_ asked: Importation.Asked) -> String {
    let rows = lines(asked.rows)
    return switch asked.subject {
    case .word(let word, column: "palier"):
      "\(rows)\u{A0}: \(quoted(word, columns: 40)) corrige-t-il le titre d’un palier d’ici"
    case .word(let word, column: "indicateur"):
      "\(rows)\u{A0}: de quel indicateur parle \(quoted(word, columns: 40))"
    case .word(let word, let column):
      "\(rows), \(Importation.shown(column))\u{A0}: que veut dire \(quoted(word, columns: 30))"
    case .person(let name) where asked.options.isEmpty:
      "\(rows)\u{A0}: de quelles initiales est \(quoted(name, columns: 30))"
    case .person(let name): "\(rows)\u{A0}: qui est \(quoted(name, columns: 30))"
    case .column(let column):
      "Quelle colonne du tableau est «\u{A0}\(Importation.shown(column))\u{A0}» (titres, ligne \(asked.rows.first ?? 1))"
    case .aside:
      "\(rows)\u{A0}: \(asked.reason.map(words) ?? "") \(asked.rows.count == 1 ? "La" : "Les") laisser de côté"
    case .axe: "Le tableau n’a pas de colonne «\u{A0}axe\u{A0}»\u{A0}: de quel axe sont ses lignes"
    case .depart:
      "Mois 0 à fixer, d’où se comptent les dates (\(rows.lowercased())). Quel jour est-ce"
    case .numeros:
      "\(rows)\u{A0}: sous un numéro d’ici, un tout autre texte. De qui sont les numéros du tableau"
    }
  }

  /// How an answer is said.
  static func answer(
    _ value: String, to subject: Importation.Asked.Subject, _ kind: Importation.Kind
  ) -> String {
    switch subject {
    case .axe: return Axe(rawValue: value)?.nomCourt ?? value
    case .numeros:
      return value == ImportChoices.Numeros.memes.rawValue
        ? "d’ici, les textes sont corrigés" : "d’un autre document, les lignes sont nouvelles"
    case .person, .column: return value
    case .aside: return "oui, importer le reste"
    case .depart: return Day(iso: value)?.french ?? value
    case .word(_, let column):
      if value.isEmpty {
        return switch column {
        case "palier": "non, un nouveau palier"
        case "indicateur": "aucun, laisser ces lignes de côté"
        default: "rien, laisser vide"
        }
      }
      return switch column {
      case "axe": Axe(rawValue: value)?.nomCourt ?? value
      case "college": College(rawValue: value)?.nom ?? value
      case "statut" where kind == .realises: Realise.Statut(rawValue: value)?.mot ?? value
      case "statut": Statut(rawValue: value)?.mot ?? value
      case "palier": "oui, \(quoted(value, columns: 40))"
      case "periode": "mois\u{A0}\(value)"
      default: value
      }
    }
  }

  /// Some lines by their numbers, many by how many they are.
  static func lines(_ rows: [Int]) -> String {
    let shown = rows.prefix(6).map(String.init)
    if rows.count == 1 { return "Ligne \(shown[0])" }
    return rows.count > 6
      ? "Lignes \(shown.joined(separator: ", "))… (\(rows.count))" : "Lignes \(list(shown, "et"))"
  }
}
