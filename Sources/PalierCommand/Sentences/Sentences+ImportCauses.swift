import DPES
import Documents

// What several rows have in common is said once.
extension Sentences {
  /// Refused rows, those of one cause together.
  static func sentences(
    _ refusals: [Importation.Refusal], of importation: Importation
  ) -> [String] {
    var order: [String] = []
    var groups: [String: [Importation.Refusal]] = [:]
    for refusal in refusals {
      let cause = refusal.reason.cause ?? words(refusal.reason)
      if groups[cause] == nil { order.append(cause) }
      groups[cause, default: []].append(refusal)
    }
    return order.map { cause in
      let group = groups[cause] ?? []
      let scope = group.first.flatMap { importation.scope(of: $0.reason) }
      let why = scoped(words(of: group.map(\.reason)), to: scope)
      return group.count == 1
        ? "Ligne \(group[0].row) refusée\u{A0}: \(why)"
        : "Lignes \(rows(group.map(\.row))) refusées\u{A0}: \(why)"
    }
  }

  /// A sentence whose answers name their column, where a text alone does not say of which it is.
  private static func scoped(_ sentence: String, to scope: String?) -> String {
    scope.map { sentence.replacing("--comme '", with: "--comme '\($0):") } ?? sentence
  }

  /// What is told of a table; rows of which the same is said stand together.
  static func sentences(_ notices: [Importation.Notice], isSeen: Bool = false) -> [String] {
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for notice in notices {
      let sentence = isSeen ? seen(notice) : sentence(notice)
      let parts = sentence.split(separator: "\u{A0}: ", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("Ligne "), let row = Int(parts[0].dropFirst(6))
      else {
        order.append(sentence)
        continue
      }
      let rest = String(parts[1])
      if groups[rest] == nil { order.append(rest) }
      groups[rest, default: []].append(row)
    }
    return order.map { rest in
      guard let numbers = groups[rest] else { return rest }
      return numbers.count == 1
        ? "Ligne \(numbers[0])\u{A0}: \(rest)" : "Lignes \(rows(numbers))\u{A0}: \(rest)"
    }
  }

  /// What is told of a table on the screen, where keys and not options say the rest.
  private static func seen(_ notice: Importation.Notice) -> String {
    guard case .bareTitles(let kind, let rows, let titles) = notice else { return sentence(notice) }
    return alone(kind, rows, titles) + " Sinon, → sur sa question "
      + (rows.count == 1 ? "la laisse de côté." : "les laisse de côté.")
  }

  private static func rows(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(12).map(String.init)
    return numbers.count > shown.count
      ? shown.joined(separator: ", ") + "… (\(numbers.count))" : list(shown, "et")
  }

  private static func words(of reasons: [Importation.Reason]) -> String {
    guard let first = reasons.first else { return "" }
    switch first {
    case .otherNumber:
      var numbers: [String] = []
      for case .otherNumber(let number, _) in reasons { numbers.append(String(number)) }
      guard numbers.count > 1 else { return words(first) }
      let shown = numbers.prefix(12)
      let all =
        numbers.count > 12 ? shown.joined(separator: ", ") + "…" : list(Array(shown), "et")
      return
        "les n°\u{A0}\(all) sont ici de tout autres textes. Si ce sont ces textes corrigés\u{A0}: "
        + "--numeros memes\u{A0}; si les numéros sont ceux d’un autre document\u{A0}: --numeros autres."
    case .notADeadline:
      var texts: [String] = []
      for case .notADeadline(let text, _) in reasons where !texts.contains(text) {
        texts.append(text)
      }
      return deadlines(texts)
    case .lostLetters:
      var texts: [String] = []
      for case .lostLetters(let text, _) in reasons where !texts.contains(text) {
        texts.append(text)
      }
      return lostLetters(texts)
    default: return words(first)
    }
  }

  /// Of what may be something of the démarche said otherwise, and how it is answered.
  static func words(ofIdentity reason: Importation.Reason) -> String {
    switch reason {
    case .sharesIndicateur(let title, let other):
      "le palier \(quoted(title, columns: 40)) n’est pas d’ici, et son indicateur est celui de "
        + "\(quoted(other, columns: 40)), que d’autres lignes disent. " + corrects(title, other)
    case .movedIndicateur(let title, let from, let to):
      "l’indicateur \(quoted(title, columns: 40)) est ici sous \(quoted(from, columns: 50)), et le tableau ne le "
        + "dit plus que sous \(quoted(to, columns: 50)). Pour l’y déplacer, avec ses réalisés\u{A0}: --comme "
        + "\(shellQuoted("\(title)=deplacer"))\u{A0}; pour le laisser\u{A0}: --comme "
        + "\(shellQuoted("\(title)=laisser"))\u{A0}; si c’est un autre\u{A0}: --comme "
        + "\(shellQuoted("\(title)=nouveau"))."
    case .unnamedIndicateur(let title, let all):
      "aucun indicateur n’y est nommé, et le palier \(quoted(title, columns: 40)) en a plusieurs que le tableau "
        + "ne dit pas. Si c’est \(quoted(all[0], columns: 40))\u{A0}: --comme "
        + "\(shellQuoted("\(title)=\(all[0])"))\u{A0}; si c’en est un nouveau\u{A0}: --comme "
        + "\(shellQuoted("\(title)="))."
    case .maybeCorrectedIndicateur(let title, let all):
      "l’indicateur \(quoted(title, columns: 40)) est nouveau, et "
        + "\(list(all.map { quoted($0, columns: 40) })) n’est plus dans le tableau. "
        + corrects(title, all[0])
    case .maybeCorrectedTexte(let text, let all):
      "\(quoted(text, columns: 40)) est nouveau, et \(list(all.map { quoted($0, columns: 40) })) n’est plus "
        + "dans le tableau. " + corrects(text, all[0])
    case .otherAxis(let title, let known, let from, let to, let other, _):
      "le palier \(quoted(title, known)) est ici dans «\u{A0}\(from.nomCourt)\u{A0}», et le tableau le met dans "
        + "«\u{A0}\(to.nomCourt)\u{A0}». Pour le déplacer\u{A0}: --comme \(shellQuoted("\(title)=deplacer"))\u{A0}; "
        + (other == .nouveau ? "si c’est un autre" : "pour le laisser")
        + "\u{A0}: --comme \(shellQuoted("\(title)=\(other.rawValue)"))."
    case .onTwoAxes(let title, let axe):
      "le palier \(quoted(title, columns: 40)) est dit aussi dans «\u{A0}\(axe.nomCourt)\u{A0}», où est cet indicateur. "
        + "Dites le même axe sur toutes ses lignes, ou videz l’id."
    case .maybeSame(let name, let id, let called, let free):
      "\(quoted(name, columns: 30)) aurait les initiales de \(called). Si c’est la même personne\u{A0}: --comme "
        + "\(shellQuoted("\(name)=\(id)"))\u{A0}; sinon\u{A0}: --comme \(shellQuoted("\(name)=\(free)"))."
    case .otherInitials(let name, let known, let said):
      "\(quoted(name, columns: 30)) est ici \(shown(known)), et \(shown(said)) dans le tableau. Si c’est la même "
        + "personne, avec ces nouvelles initiales\u{A0}: --comme \(shellQuoted("\(name)=\(known)"))\u{A0}; "
        + "si c’en est une autre\u{A0}: --comme \(shellQuoted("\(name)=\(said)"))."
    case .severalNames(let text):
      "\(quoted(text, columns: 40)) nomme plusieurs personnes. Donnez une ligne à chacune."
    case .sameAnswer(let name, let other, let short, let free):
      "\(quoted(name, columns: 30)) et \(quoted(other, columns: 30)) ont les mêmes initiales, \(shown(short)). "
        + "Si ce sont deux personnes\u{A0}: --comme \(shellQuoted("\(name)=\(free)"))\u{A0}; si c’est la même, "
        + "gardez une seule ligne."
    default: words(reason)
    }
  }

  /// Of a cell that may be none of the table's, or is no text any more.
  static func words(ofCell reason: Importation.Reason) -> String {
    switch reason {
    case .lostLetters(let text, _): lostLetters([text])
    case .loneWord(let text):
      "axe, \(quoted(text, columns: 40)) n’est pas un axe, et rien d’autre n’est dit sur sa ligne. Pour la laisser "
        + "de côté\u{A0}: --comme \(shellQuoted("\(text)="))\u{A0}; si c’est un axe\u{A0}: --comme "
        + "\(shellQuoted("\(text)=utilite"))."
    case .bareTitle(let title, let meanings):
      "\(quoted(title, columns: 40)) \(meanings.first == Importation.goesOn ? "paraît la suite de la ligne au-dessus" : "est seul sur sa ligne"). Pour la laisser de côté\u{A0}: --comme "
        + shellQuoted("\(title)=")
        + meanings.map { "\u{A0}; \(ifAlone($0))\u{A0}: --comme \(shellQuoted("\(title)=\($0)"))" }
        .joined() + "."
    case .otherTable(let text, let meanings):
      "une autre table commence là (\(shown(text, columns: 60)))\u{A0}; "
        + meanings.sorted().map { "\(ifOther($0))\u{A0}: --comme \(shellQuoted("\(text)=\($0)"))" }
        .joined(separator: "\u{A0}; ") + "."
    case .untitledColumn(let name, let text):
      "la \(name) n’a pas de titre, et dit \(quoted(text, columns: 40)). Donnez-lui un titre dans le tableur\u{A0}; ou "
        + "laissez-la de côté\u{A0}: --comme \(shellQuoted("\(name)="))."
    case .emptyPalier(let title, let above, let axe):
      "l’indicateur \(quoted(title, columns: 40)) n’a pas de palier dans «\u{A0}\(axe.nomCourt)\u{A0}», et "
        + "\(quoted(above, columns: 40)), au-dessus, est d’un autre axe. Dites son palier\u{A0}: --comme "
        + "\(shellQuoted("\(title)=PALIER"))\u{A0}; ou laissez la ligne de côté\u{A0}: --comme "
        + "\(shellQuoted("\(title)="))."
    default: words(reason)
    }
  }

  /// What may become of another table below the first one.
  static func ifOther(_ meaning: String) -> String {
    switch meaning {
    case "lire": "pour la lire aussi"
    case "laisser": "pour la laisser de côté"
    default: "si ce sont des lignes de ce tableau"
    }
  }

  /// What a text that stands alone may be.
  private static func ifAlone(_ meaning: String) -> String {
    if meaning == Importation.goesOn { return "pour l’y joindre" }
    if College(rawValue: meaning) != nil { return "si c’est le collège des lignes qui suivent" }
    return "si c’est \(meaning == "palier" ? "un" : "une") \(meaning)"
  }

  /// Texts that lost letters, and what can be done.
  private static func lostLetters(_ texts: [String]) -> String {
    let shown = texts.prefix(6).map { quoted($0, columns: 60) }
    let all = texts.count > 6 ? shown.joined(separator: ", ") + "…" : list(shown, "et")
    let same = texts.prefix(3).map { "--comme \(shellQuoted("\($0)=\($0)"))" }
    return
      "des lettres y sont perdues, dans \(all). Enregistrez de nouveau le fichier d’origine, en UTF-8, "
      + "ou dites après «\u{A0}=\u{A0}» ce qu’il faut lire\u{A0}; tel quel\u{A0}: \(same.joined(separator: " "))."
  }

  /// A title as a table says it, and as it is here where that is another.
  static func quoted(_ title: String, _ known: String) -> String {
    title.folded == known.folded
      ? quoted(title, columns: 40)
      : "\(quoted(known, columns: 40)), dit \(quoted(title, columns: 40)) dans le tableau,"
  }

  private static func corrects(_ text: String, _ old: String) -> String {
    "Si c’est lui, corrigé\u{A0}: --comme \(shellQuoted("\(text)=\(old)"))\u{A0}; si c’est un autre\u{A0}: --comme "
      + "\(shellQuoted("\(text)="))."
  }

  /// Of what is no deadline, what can be written in its place.
  static func deadlines(_ texts: [String]) -> String {
    let shown = texts.prefix(60).map { quoted($0, columns: 30) }
    let all = texts.count > 60 ? shown.joined(separator: ", ") + "…" : list(shown, "et")
    let verb = texts.count == 1 ? "n’est pas une échéance" : "ne sont pas des échéances"
    let empty = texts.prefix(3).map { "--comme \(shellQuoted($0 + "="))" }
    let forms = "18 mois, 2 ans, 30/06/2027, juin 2027, T2 2027 ou fin 2027"
    let said = texts.first.map {
      "\u{A0}; ou dites un mois\u{A0}: --comme \(shellQuoted("\($0)=MOIS"))"
    }
    return "échéance, \(all) \(verb). Écrivez \(forms)\(said ?? "")\u{A0}; ou laissez vide\u{A0}: "
      + empty.joined(separator: " ") + "."
  }

  /// A deadline as people write it, and the day where it ends if it says none.
  static func deadline(_ text: String, _ day: Day?) -> String {
    let date = text.split(separator: " ").first.flatMap { Day(iso: String($0)) }
    if let date { return date.frenchShort }
    let quotedText = quoted(text, columns: 30)
    guard let day, Day(ecrit: text) == nil else { return quotedText }
    return "\(quotedText), jusqu’au \(day.frenchShort),"
  }

  /// Initials that somebody might have, to show how they are said.
  static func example(_ name: String) -> String {
    let name = name.split(separator: " ").filter {
      !["le", "la", "les", "m.", "mme", "mlle"].contains($0.lowercased())
    }
    .joined()
    let letters = name.filter(\.isLetter).prefix(2).uppercased()
    return letters.count == 2 ? letters : "AB"
  }
}

extension Importation.Reason {
  /// What refused rows have in common whose words differ.
  fileprivate var cause: String? {
    switch self {
    case .otherNumber: "otherNumber"
    case .notADeadline: "notADeadline"
    case .lostLetters: "lostLetters"
    case .untitledColumn(let name, _): name
    default: nil
    }
  }
}
