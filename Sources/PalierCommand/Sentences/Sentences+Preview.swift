import DPES
import Documents
import TerminalUI

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
      let (before, after) = aroundChange(change.before ?? "", change.after)
      return
        "Ligne \(change.row), \(shown(change.subject, columns: 40)), \(Importation.shown(change.column))\u{A0}: "
        + "\(change.before == nil ? "rien" : quoted(before, columns: 60)) → "
        + quoted(after, columns: 60)
    }
  }

  /// Two texts from some words before the first that differs, where it would have no room else.
  private static func aroundChange(_ before: String, _ after: String) -> (String, String) {
    let common = zip(before, after).prefix { $0 == $1 }.count
    guard common > 30, ![before, after].allSatisfy({ TextWidth.fits($0, 60) }) else {
      return (before, after)
    }
    let start = after.prefix(common).dropFirst(common - 25)
    let word = start.firstIndex { $0.isWhitespace }.map {
      start.distance(from: start.startIndex, to: $0) + 1
    }
    let left = common - 25 + (word ?? 0)
    return ("…\u{A0}\(before.dropFirst(left))", "…\u{A0}\(after.dropFirst(left))")
  }

  static func samples(_ importation: Importation) -> [String] {
    importation.samples.prefix(3).map { "Par exemple\u{A0}: \(shown($0, columns: 100))" }
  }

  /// What refused rows ask, without a mark of question.
  static func question(_ asked: Importation.Asked) -> String {
    let rows = lines(asked.rows)
    switch asked.subject {
    case .word(let word, column: "palier"):
      return "\(rows)\u{A0}: \(quoted(word, columns: 40)) corrige-t-il le titre d’un palier d’ici"
    case .word(let word, column: "indicateur"):
      return "\(rows)\u{A0}: de quel indicateur parle \(quoted(word, columns: 40))"
    case .word(let word, column: Importation.indicatorTitle):
      return
        "\(rows)\u{A0}: l’indicateur \(quoted(word, columns: 40)) corrige-t-il le titre d’un autre de ce palier"
    case .word(let word, column: "texte"):
      return "\(rows)\u{A0}: \(quoted(word, columns: 50)) corrige-t-il une observation d’ici"
    case .word(let word, column: Importation.lostLetters):
      return
        "\(rows)\u{A0}: des lettres sont perdues dans \(quoted(word, columns: 60)). Que faut-il lire"
    case .word(let word, column: Importation.loneTitle):
      let isNext = asked.options.contains(Importation.goesOn)
      return "\(rows)\u{A0}: \(quoted(word, columns: 50)) "
        + (isNext
          ? "paraît la suite de la ligne au-dessus. Qu’est-ce"
          : "est seul sur sa ligne. \(alone(asked.options))")
    case .word(let word, column: Importation.otherTable):
      return "\(rows)\u{A0}: une autre table commence (\(shown(word, columns: 60))). Qu’en faire"
    case .word(let name, column: Importation.untitled):
      guard case .untitledColumn(_, let text)? = asked.reason else { return name }
      return
        "\(rows)\u{A0}: la \(name) n’a pas de titre (\(quoted(text, columns: 40))). Qu’en faire"
    case .word(let word, column: Importation.emptyPalier):
      return
        "\(rows)\u{A0}: de quel palier de cet axe est l’indicateur \(quoted(word, columns: 40)) (la cellule est vide)"
    case .word(let word, column: Importation.unnamedIndicator):
      return
        "\(rows)\u{A0}: de quel indicateur du palier \(quoted(word, columns: 40)) est-ce (aucun n’y est nommé)"
    case .word(let word, column: Importation.palierAxis),
      .word(let word, column: Importation.indicatorPalier):
      return "\(rows)\u{A0}: \(asked.reason.map { moved($0) } ?? quoted(word, columns: 40))"
    case .same(let name):
      return
        "\(rows)\u{A0}: \(quoted(name, columns: 30)), est-ce \(called(asked.options.first ?? "", asked.reason))"
    case .word(let word, let column):
      if case .beforeStart(_, let start)? = asked.reason {
        let date = quoted(Day(ecrit: word)?.frenchShort ?? word, columns: 30)
        return "\(rows)\u{A0}: l’échéance \(date) vient avant le mois 0, le \(start.frenchShort). "
          + "Que faut-il lire"
      }
      return
        "\(rows), \(Importation.shown(column))\u{A0}: que veut dire \(quoted(word, columns: 30))"
    case .person(let name) where asked.options.isEmpty:
      return "\(rows)\u{A0}: de quelles initiales est \(quoted(name, columns: 30))"
    case .person(let name):
      return "\(rows)\u{A0}: qui est \(quoted(name, columns: 30))"
    case .column(let column):
      return
        "Quelle colonne du tableau est «\u{A0}\(Importation.shown(column))\u{A0}» (titres, ligne \(asked.rows.first ?? 1))"
    case .title(let title, let column):
      return
        "La colonne \(quoted(title, columns: 40)) est-elle «\u{A0}\(Importation.shown(column))\u{A0}», "
        + "que le tableau n’a pas autrement"
    case .aside:
      return
        "\(rows)\u{A0}: \(asked.reason.map { words($0) } ?? "") \(asked.rows.count == 1 ? "La" : "Les") laisser de côté"
    case .axe:
      return "Le tableau n’a pas de colonne «\u{A0}axe\u{A0}»\u{A0}: de quel axe sont ses lignes"
    case .depart:
      return "Mois 0 à fixer, d’où se comptent les dates (\(rows.lowercased())). Quel jour est-ce"
    case .numeros:
      return
        "\(rows)\u{A0}: sous un numéro d’ici, un tout autre texte. De qui sont les numéros du tableau"
    }
  }

  /// What is asked of rows of another table too, without their numbers.
  static func bareQuestion(_ asked: Importation.Asked) -> String {
    let (text, rows) = (question(asked), lines(asked.rows))
    guard text.hasPrefix(rows) else { return text }
    let rest = text.dropFirst(rows.count).drop { ",: \u{A0}".contains($0) }
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  /// What a text that stands alone may be.
  private static func alone(_ options: [String]) -> String {
    switch options.last(where: { !$0.isEmpty && College(rawValue: $0) == nil }) {
    case "palier": "Est-ce un palier"
    case "observation": "Est-ce une observation"
    case "personne": "Est-ce une personne"
    default: "La laisser de côté"
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
    case .same: return "non, \(value)"
    case .title: return value == "oui" ? "oui" : "non, rien n’en est pris"
    case .aside: return "oui, importer le reste"
    case .depart: return Day(iso: value)?.french ?? value
    case .word(_, let column):
      if value.isEmpty {
        return switch column {
        case "palier": "non, un nouveau palier"
        case Importation.indicatorTitle: "non, un nouvel indicateur"
        case Importation.unnamedIndicator: "d’un nouveau, qui a le titre du palier"
        case Importation.lostLetters: "rien (une ligne sans texte est laissée de côté)"
        case Importation.loneTitle where kind == .realises: "oui"
        case Importation.loneTitle: "non, laisser la ligne de côté"
        case Importation.untitled: "rien, laisser cette colonne de côté"
        case Importation.emptyPalier: "aucun, laisser la ligne de côté"
        case "axe" where kind == .indicateurs: "rien, laisser la ligne de côté"
        case "texte": "non, une nouvelle observation"
        case "indicateur": "aucun, laisser ces lignes de côté"
        default: "rien, laisser vide"
        }
      }
      return switch column {
      case "axe": Axe(rawValue: value)?.nomCourt ?? value
      case "college": College(rawValue: value)?.nom ?? value
      case "statut" where kind == .realises: Realise.Statut(rawValue: value)?.mot ?? value
      case "statut": Statut(rawValue: value)?.mot ?? value
      case "palier", "texte", Importation.indicatorTitle: "oui, \(quoted(value, columns: 40))"
      case Importation.indicatorPalier:
        Importation.Move(rawValue: value).map { answer(ofIndicateur: $0) } ?? value
      case Importation.lostLetters: "\(quoted(value, columns: 60)), tel quel"
      case Importation.loneTitle where value == Importation.goesOn: "sa suite, à y joindre"
      case Importation.loneTitle:
        College(rawValue: value).map { "le collège des lignes qui suivent, \($0.nom)" } ?? "oui"
      case Importation.otherTable:
        ["lire": "la lire aussi", "laisser": "la laisser de côté"][value]
          ?? "ce n’en est pas une, prendre ses lignes"
      case Importation.unnamedIndicator: quoted(value, columns: 40)
      case Importation.palierAxis: Importation.Move(rawValue: value).map { answer($0) } ?? value
      case "periode": "mois\u{A0}\(value)"
      default: value
      }
    }
  }

  /// The palier that a row says on another axis, and where it is.
  private static func moved(_ reason: Importation.Reason) -> String {
    if case .movedIndicateur(let title, let from, let to) = reason {
      return
        "l’indicateur \(quoted(title, columns: 40)) est ici sous \(quoted(from, columns: 50)). Le déplacer sous "
        + quoted(to, columns: 50)
    }
    guard case .otherAxis(let title, let known, let from, let to, _, _) = reason else {
      return words(reason)
    }
    return
      "\(quoted(title, known)) est ici dans «\u{A0}\(from.nomCourt)\u{A0}». Le déplacer dans "
      + "«\u{A0}\(to.nomCourt)\u{A0}»"
  }

  /// Somebody of the tour de table whom a question is about.
  static func called(_ id: String, _ reason: Importation.Reason?) -> String {
    guard case .maybeSame(_, id, let called, _)? = reason else { return id }
    return called
  }

  private static func answer(ofIndicateur move: Importation.Move) -> String {
    switch move {
    case .deplacer: "oui, avec ses réalisés"
    case .laisser: "non, le laisser où il est"
    case .nouveau: "non, c’est un autre indicateur, du même titre"
    }
  }

  private static func answer(_ move: Importation.Move) -> String {
    switch move {
    case .deplacer: "oui, avec ses indicateurs et leurs réalisés"
    case .laisser: "non, le laisser où il est"
    case .nouveau: "non, c’est un autre palier, du même titre"
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
