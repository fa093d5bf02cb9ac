import DPES
import Documents

// What is said of a spreadsheet that comes in.
extension Sentences {
  static func sentence(_ fault: CSVFault, in path: String) -> String {
    let file = quoted(path, columns: .max)
    return switch fault {
    case .empty where isWorkbook(path):
      "\(file) est vide. Enregistrez-y de nouveau le classeur, avec une ligne de titres."
    case .empty: "\(file) est vide. Enregistrez la feuille en CSV, avec une ligne de titres."
    case .openQuote(let row):
      "\(file), ligne \(row)\u{A0}: un guillemet ouvert n’est jamais fermé. Fermez-le, ou ôtez-le."
    case .text(.damaged(let line, let column, let around)):
      "\(file), ligne \(line), colonne \(column)\u{A0}: un caractère est abîmé, dans "
        + "\(quoted(around)). Retapez-le, et enregistrez en CSV, en UTF-8."
    case .text(.utf32):
      "\(file) est en UTF-32. Enregistrez la feuille en CSV, en UTF-8."
    case .text(.unknownEncoding(let sample)):
      "\(file)\u{A0}: ses accents ne se lisent pas\u{A0}; on lirait par exemple \(quoted(sample)). "
        + "Enregistrez la feuille en CSV, en UTF-8."
    }
  }

  private static func isWorkbook(_ path: String) -> Bool {
    [".xlsx", ".xlsm", ".ods", ".fods"].contains(where: path.lowercased().hasSuffix)
  }

  static func sentence(_ fault: Headers.Fault, in path: String) -> String {
    let file = quoted(path, columns: .max)
    return switch fault {
    case .missing(let column, let row, let found, let known):
      "\(file), ligne \(row)\u{A0}: il manque la colonne \(quoted(column)). "
        + "Colonnes trouvées\u{A0}: \(found.map { shown($0, columns: 30) }.joined(separator: ", ")). "
        + "Colonnes possibles\u{A0}: \(known.joined(separator: ", ")). Si elle a un autre titre, dites lequel\u{A0}: "
        + "--colonne 'TITRE=\(column)'. Les titres sont cherchés dans les vingt premières lignes."
    case .unsure(let column, let row, let titles):
      "\(file), ligne \(row)\u{A0}: \(list(titles.map { quoted($0, columns: 30) }, "et")) pourraient être "
        + "la colonne \(quoted(column)). Donnez ce titre à celle qui l’est, ou dites-le\u{A0}: "
        + "--colonne \(shellQuoted("\(titles[0])=\(column)"))."
    case .twice(let column, let row):
      "\(file), ligne \(row)\u{A0}: la colonne \(quoted(column)) est là deux fois. Gardez-en une."
    case .own(.donnees):
      "\(file) est la table des données de Palier (--quoi donnees), faite pour être lue\u{A0}: elle ne revient "
        + "pas. Ce qui revient\u{A0}: palier exporter, format csv, --quoi schema pour les paliers et leurs indicateurs, "
        + "--quoi tableau pour les réalisés."
    case .own(.tableau):
      "\(file) est le tableau de bord écrit par Palier, fait pour être lu et imprimé\u{A0}: il ne revient pas. Ce "
        + "qui revient\u{A0}: palier exporter, format csv, --quoi schema pour les paliers et leurs indicateurs, "
        + "--quoi tableau pour les réalisés."
    }
  }

  static func sentence(_ notice: Importation.Notice) -> String {
    switch notice {
    case .guessedColumn(let title, let column):
      "La colonne \(quoted(title, columns: 40)) est lue comme \(quoted(Importation.shown(column)))."
    case .aside(let rows): sentence(aside: rows)
    case .section(let axe, let rows):
      "\(lines(rows))\u{A0}: \(rows.count == 1 ? "un titre d’axe" : "des titres d’axe"), \(axe.nomCourt), pour "
        + "les lignes qui suivent."
    case .repeated(let groups): sentence(repeated: groups)
    case .deadlines(let palier, let rows, let months):
      "\(lines(rows)) se contredisent\u{A0}: \(quoted(palier, columns: 40)) y a pour échéance "
        + "\(list(months.map(String.init), "et"))\u{A0}mois. Rien n’est pris de la seconde\u{A0}: dites la même sur toutes ses lignes."
    case .month(let row, let text, let day, let months):
      "Ligne \(row)\u{A0}: \(deadline(text, day)) donne \(months)\u{A0}mois."
    case .textForNumber(let row, let text):
      "Ligne \(row)\u{A0}: \(quoted(text, columns: 30)) est gardé comme un texte, et la cible est un nombre. "
        + "Pour un nombre, écrivez-le seul."
    case .nature(let row, let text, let nature):
      "Ligne \(row)\u{A0}: \(quoted(comma(text), columns: 30)) fait une cible de nature \(nature.rawValue)."
    case .unit(let row, let text, let unit):
      "Ligne \(row)\u{A0}: \(quoted(comma(text), columns: 30)) donne l’unité \(unit)."
    case .percentAsNumber(let row, let text):
      "Ligne \(row)\u{A0}: \(quoted(text, columns: 30)) est un pourcentage, et la nature dit nombre\u{A0}; "
        + "le nombre seul est gardé."
    case .shareAsPercent(let row, let text):
      "Ligne \(row)\u{A0}: \(quoted(text.replacing(".", with: ","), columns: 30)) est gardé comme "
        + "\(shown(text.replacing(".", with: ","), columns: 30))\u{A0}%, "
        + "moins d’un pour cent. Pour 80\u{A0}%, écrivez 80."
    case .share(let row, let text, let value):
      "Ligne \(row)\u{A0}: \(quoted(text, columns: 30)) donne \(value)\u{A0}%."
    case .long(let row, let column, let count):
      "Ligne \(row)\u{A0}: \(Importation.shown(column)) a \(count) caractères, gardés tous\u{A0}; "
        + "l’écran n’en reprend que 5\u{A0}000."
    case .likeHere(let all):
      "Comme ici déjà\u{A0}: " + all.prefix(12).map { words($0) }.joined(separator: ", ")
        + (all.count > 12 ? "…" : ".")
    case .unusedMeaning(let word):
      "--comme \(quoted(word, columns: 30))\u{A0}: ce mot n’est dans aucune cellule, il n’a servi à rien."
    case .unusedRows(let rows):
      "--laisser\u{A0}: \(lines(rows).lowercased()) \(rows.count == 1 ? "n’est pas une ligne" : "ne sont pas des lignes") "
        + "sous les titres, rien n’en est laissé."
    case .unusedColumns(let titles):
      "--colonne\u{A0}: aucun titre n’est \(list(titles.map { quoted($0, columns: 30) })), rien n’en est pris."
    case .ditto(let rows):
      "\(lines(rows))\u{A0}: « idem » ou un guillemet dit la même chose que la ligne au-dessus."
    case .joinedLines(let rows, let title):
      "\(lines(rows))\u{A0}: plusieurs lignes d’une cellule n’en font qu’une ici, \(quoted(title, columns: 50)). Si elle dit "
        + "plusieurs choses, donnez à chacune sa ligne du tableau."
    case .sameName(let row, let name, let known):
      "Ligne \(row)\u{A0}: \(quoted(name, columns: 40)) est \(quoted(known, columns: 40)), la même personne."
    case .signLeft(let row, let text):
      "Ligne \(row)\u{A0}: de \(quoted(text, columns: 30)), le nombre est gardé sans son signe «\u{A0}\(text.prefix { !$0.isNumber && !$0.isWhitespace })\u{A0}»."
    case .maybeThousands(let row, let text, let value):
      "Ligne \(row)\u{A0}: \(quoted(text, columns: 30)) est lu \(value). Si le point sépare des milliers, écrivez "
        + "\(text.filter(\.isNumber))."
    case .idleMeaning(let word, let value, let columns): idle(word, value, columns)
    case .refusedMeaning(let word, let value, let column):
      "--comme \(shellQuoted("\(word)=\(value)"))\u{A0}: \(quoted(value, columns: 30)) n’est pas une réponse pour "
        + "\(quoted(Importation.scopeName(column))), elle n’a servi à rien."
    case .severalPeople(let row, let kept, let others):
      "Ligne \(row)\u{A0}: \(quoted(kept, columns: 20)) est retenu\u{A0}; un seul nom tient ici, et non "
        + "\(quoted(others, columns: 30)) en plus."
    case .joins(let name): "\(quoted(name)) rejoint le tour de table, sans collège."
    case .sameInitials(let short, let names):
      "\(list(names.map { quoted($0, columns: 30) }, "et")) ont reçu les mêmes initiales, \(shown(short))\u{A0}: ils "
        + "n’en font qu’un. Si ce sont deux personnes, donnez d’autres initiales à l’une."
    case .otherAxis(let title, let axe):
      "Le palier \(quoted(title, columns: 40)) est aussi dans «\u{A0}\(axe.nomCourt)\u{A0}», et y reste\u{A0}: s’il a "
        + "changé d’axe, supprimez-le là, au schéma."
    case .namedAfterPalier(let rows):
      "Sans indicateur nommé, l’action en est un elle-même, pour garder son responsable ou sa cible "
        + "(\(lines(rows).lowercased()))."
    case .unnamedIndicateurs(let rows):
      "Sans indicateur nommé, celui que le palier a déjà est repris, et garde son titre "
        + "(\(lines(rows).lowercased()))."
    case .absentIndicateurs(let titles):
      "\(titles.count.counting("indicateur n’est", "indicateurs ne sont")) plus dans le tableau, et "
        + "\(titles.count.agreeing("reste", "restent"))\u{A0}: "
        + titles.prefix(3).map { quoted($0, columns: 40) }.joined(separator: ", ")
        + (titles.count > 3 ? "…" : ".")
    case .near(let row, let text): "Ligne \(row)\u{A0}: presque les mots de \(quoted(text))."
    case .date(let row, let day, let avis): "Ligne \(row)\u{A0}: \(avis.phrase(day))"
    case .renumbered(let row, let from, let to):
      "Ligne \(row)\u{A0}: le numéro \(from) est déjà pris, elle reçoit le \(to)."
    case .otherNumbers(let count):
      "\(count.counting("ligne reçoit", "lignes reçoivent")) un numéro d’ici\u{A0}: le leur est d’un autre "
        + "document."
    case .references(let rows, let text):
      "\(lines(rows))\u{A0}: un numéro comme \(quoted(text, columns: 20)) n’est pas d’ici\u{A0}; "
        + "\(rows.count == 1 ? "elle en reçoit un" : "elles en reçoivent un")."
    case .initialsOfNames(let people):
      "Initiales tirées des noms\u{A0}: \(people.prefix(12).joined(separator: "\u{A0}; "))"
        + (people.count > 12 ? "…" : ".")
    case .leftOut(let rows): "\(lines(rows))\u{A0}: laissé de côté, comme dit."
    case .period(let row, let text, let day, let months):
      "Ligne \(row)\u{A0}: \(deadline(text, day)) est la période \(months)."
    case .absent(let titles):
      "\(titles.count.counting("palier n’est", "paliers ne sont")) plus dans le tableau, et "
        + "\(titles.count.agreeing("reste", "restent"))\u{A0}: "
        + titles.prefix(3).map { quoted($0, columns: 40) }.joined(separator: ", ")
        + (titles.count > 3 ? "…" : ".")
    case .source(let remark): sentence(remark)
    case .above(let rows, let texts):
      "\(lines(rows)), au-dessus des titres\u{A0}: \(rows.count == 1 ? "laissée" : "laissées") de côté, "
        + texts.map { quoted($0, columns: 40) }.joined(separator: ", ")
        + (rows.count > texts.count ? "…" : ".")
        + " Si elles sont du tableau, mettez-les sous ses titres."
    case .mended(let rows, let before, let after):
      "\(lines(rows))\u{A0}: des accents étaient lus de travers, et sont rétablis\u{A0}: "
        + "\(quoted(before, columns: 40)) → \(quoted(after, columns: 40))."
    case .numbering(let letters):
      "La colonne \(letters), sans titre, numérote les lignes\u{A0}: ignorée."
    case .untitledLeft(let letters): "La colonne \(letters), sans titre, est laissée de côté."
    case .noStatut(let title):
      "La colonne \(quoted(title, columns: 40)) est vide sur toutes les lignes\u{A0}: un fond de couleur "
        + "n’est pas lu, écrivez le mot dans la cellule."
    case .axisColumn(let title): "La colonne \(quoted(title, columns: 40)) tient les axes."
    case .bareTitles(let kind, let rows, let titles):
      alone(kind, rows, titles) + " Sinon, à laisser de côté\u{A0}: --laisser "
        + rows.prefix(6).map(String.init).joined(separator: ",") + "."
    case .otherTable(let rows, let left):
      "\(lines(rows))\u{A0}: une autre table, lue aussi."
        + (left.isEmpty
          ? "" : " Rien n’est pris de \(list(left.map { quoted($0, columns: 30) }, "et")).")
    case .collegeTitles(let college, let rows):
      "\(lines(rows))\u{A0}: \(rows.count == 1 ? "un titre" : "des titres"), le collège «\u{A0}\(college.nom)\u{A0}» "
        + "des lignes qui suivent."
    case .titles(let row):
      "Les titres des colonnes sont lus ligne \(row)\u{A0}; ce qui est au-dessus est laissé de côté."
    case .beside(let title, let taken, let column):
      "La colonne \(quoted(title, columns: 40)) n’est pas reprise\u{A0}: c’est \(quoted(taken, columns: 40)) qui est lue comme "
        + "\(quoted(Importation.shown(column)))."
    case .unknownColumns(let names): sentence(unknownColumns: names)
    case .resembles(let title, let column):
      "La colonne \(quoted(title, columns: 40)) ressemble à \(quoted(column)), que le tableau n’a pas\u{A0}; rien "
        + "n’en est pris. Si c’est elle\u{A0}: --colonne \(shellQuoted("\(title)=\(column)"))\u{A0}; sinon\u{A0}: "
        + "--colonne \(shellQuoted("\(title)="))."
    }
  }

  /// Texts that stand alone on their rows, and what they are taken for.
  static func alone(_ kind: Importation.Kind, _ rows: [Int], _ titles: [String]) -> String {
    let what =
      switch kind {
      case .observations: "un texte seul, pris pour une observation"
      case .participants: "un nom seul, pris pour une personne"
      case .indicateurs, .realises:
        "un titre seul, pris pour un palier sans échéance ni indicateur"
      }
    return "\(lines(rows))\u{A0}: \(what)\u{A0}: "
      + titles.prefix(3).map { quoted($0, columns: 40) }.joined(separator: ", ")
      + (titles.count > 3 ? "…" : ".")
  }

  /// A number of a workbook as people write it.
  private static func comma(_ text: String) -> String {
    text.contains { $0.isLetter || $0 == "," } ? text : text.replacing(".", with: ",")
  }

  /// Of an answer that nothing asks for, or that several columns may be meant by.
  private static func idle(_ word: String, _ value: String, _ columns: [String]) -> String {
    let all = columns.map {
      "--comme \(shellQuoted("\(Importation.scopeName($0)):\(word)=\(value)"))"
    }
    let advice = columns.count > 1 ? " Dites de quelle colonne\u{A0}: \(list(all))." : ""
    return
      "--comme \(quoted(word, columns: 30))\u{A0}: rien n’est demandé pour ce mot, la réponse n’a "
      + "servi à rien.\(advice)"
  }

  private static func words(_ meaning: Importation.Meaning) -> String {
    let text = quoted(meaning.text, columns: 40)
    guard !meaning.value.isEmpty else { return "\(text) ne nomme personne" }
    return "\(text) est \(Axe(rawValue: meaning.value)?.nomCourt ?? shown(meaning.value))"
  }

  static func nearTitles(in file: String) -> String {
    "\(file)\u{A0}: rien n’est importé avant que ces titres soient dits."
  }

  static func otherStart(_ known: Day) -> String {
    "La démarche a déjà un mois 0, le \(known.french)\u{A0}: ôtez --debut, ou changez-le à la carte "
      + "«\u{A0}Le départ\u{A0}» (j)."
  }

  /// What rows bring; `isSeen` where it stands beside a table that somebody looks at.
  static func summary(
    _ importation: Importation, isDone: Bool, isSeen: Bool = false
  ) -> String {
    let counts = [
      count(importation.added, "ligne ajoute", "lignes ajoutent", "quelque chose"),
      count(importation.changed, "ligne change", "lignes changent", "ce qui était là"),
      count(importation.unchanged, "ligne dit", "lignes disent", "ce qui était déjà là"),
    ].compactMap { $0 }
    let what = counts.isEmpty ? "aucune ligne à reprendre" : counts.joined(separator: ", ")
    if importation.isRefused {
      let refused = importation.refusals.count
      return "Rien n’est importé\u{A0}: \(refused.counting("ligne refusée", "lignes refusées"))"
        + "\u{A0}; sinon, \(what)."
    }
    let start = isDone ? "Importé" : isSeen ? "Dans ce fichier" : "Essai, rien n’est écrit"
    return "\(start)\u{A0}: \(what)."
  }

  private static func count(
    _ count: Int, _ one: String, _ many: String, _ what: String
  ) -> String? {
    count == 0 ? nil : "\(count.counting(one, many)) \(what)"
  }

  static func words(_ reason: Importation.Reason) -> String {
    switch reason {
    case .missing(let column): "la colonne \(quoted(Importation.shown(column))) y est vide."
    case .unknownWord(let word, let column, let allowed):
      "\(Importation.shown(column)), \(quoted(word, columns: 30)) n’est pas connu. Écrivez \(list(allowed))"
        + (allowed.isEmpty
          ? ""
          : ", ou dites-le\u{A0}: --comme "
            + shellQuoted("\(word)=\(Importation.shown(column).uppercased())"))
        + (column == "axe" ? "\u{A0}; rien de cela\u{A0}: --comme \(shellQuoted("\(word)="))" : "")
        + "."
    case .notANumber(let text, let column):
      "\(Importation.shown(column)), \(quoted(text, columns: 30)) n’est pas un nombre. Écrivez-en un, ou "
        + "laissez la cellule vide\u{A0}: --comme \(shellQuoted("\(text)="))."
    case .beyond(let text, let column, let limite):
      "\(Importation.shown(column)), \(quoted(text, columns: 30))\u{A0}: il faudrait \(limite.mots), ou "
        + "rien\u{A0}: --comme \(shellQuoted("\(text)="))."
    case .notWhole(let text, let column):
      "\(Importation.shown(column)), \(quoted(text, columns: 30)) n’est pas un nombre entier. Écrivez-en un, ou "
        + "laissez la cellule vide\u{A0}: --comme \(shellQuoted("\(text)="))."
    case .cellError(let text, let column):
      "\(Importation.shown(column)), \(quoted(text, columns: 30)) est une erreur du tableur. Corrigez la formule, "
        + "ou videz la cellule, ou laissez-la vide\u{A0}: --comme \(shellQuoted("\(text)="))."
    case .notADeadline(let text, _): deadlines([text])
    case .notADay(let text):
      "date, \(quoted(text, columns: 30)) n’est pas un jour comme 12/03/2026."
    case .notAPeriod(let text, let known):
      "période, \(quoted(text, columns: 30)) n’est pas une période du tableau. "
        + "Écrivez \(list(known.map(String.init)))."
    case .notAYesOrNo(let text, let column):
      "\(Importation.shown(column)), \(quoted(text, columns: 30)) n’est ni oui ni non. Dites-le\u{A0}: --comme "
        + "\(shellQuoted("\(text)=oui"))."
    case .unknownIndicateur(let name, let near):
      "aucun indicateur ne s’appelle \(quoted(name))."
        + (near.map {
          " Est-ce \(quoted($0))\u{A0}? Dites-le\u{A0}: --comme \(shellQuoted("\(name)=\($0)"))\u{A0};"
        } ?? " Dites lequel\u{A0}: --comme \(shellQuoted("\(name)=INTITULÉ"))\u{A0};")
        + " ou laissez ses lignes de côté\u{A0}: --comme \(shellQuoted("\(name)="))."
    case .sameID(let id, let row):
      "l’id \(quoted(id, columns: 30)) est déjà celui de la ligne \(row). Chaque ligne a le sien\u{A0}: "
        + "videz-le, ou ôtez la colonne."
    case .saidOtherwise(let title, let row):
      "l’indicateur \(quoted(title)) est dit autrement ligne \(row)\u{A0}: une seule cible, une seule "
        + "unité, les mêmes personnes. Gardez l’une des lignes, ou donnez-lui un autre intitulé."
    case .otherPalier(let name):
      "son id est celui d’un indicateur du palier \(quoted(name)). Videz l’id, ou reprenez ce palier."
    case .otherNumber(let numero, let text):
      "le n°\u{A0}\(numero) est ici un tout autre texte, \(quoted(text)). Si c’est ce texte corrigé\u{A0}: --numeros memes\u{A0}; "
        + "si les numéros sont ceux d’un autre document\u{A0}: --numeros autres."
    case .ambiguousIndicateur(let name, let ids, let called):
      "plusieurs indicateurs s’appellent \(quoted(name)). \(which(name, ids, called))"
    case .ambiguousPerson(let name, let ids, let called):
      "plusieurs personnes sont \(quoted(name, columns: 30)). \(which(name, ids, called))"
    case .maybeCorrected(let title, let all):
      "le palier \(quoted(title, columns: 40)) n’est pas d’ici, et \(list(all.map { quoted($0, columns: 40) })) n’est plus "
        + "dans le tableau. Si c’est lui, corrigé\u{A0}: --comme \(shellQuoted("\(title)=\(all[0])"))\u{A0}; "
        + "si c’est un autre\u{A0}: --comme \(shellQuoted("\(title)="))."
    case .lostLetters, .loneWord, .bareTitle, .emptyPalier, .otherTable, .untitledColumn:
      words(ofCell: reason)
    case .sharesIndicateur, .movedIndicateur, .unnamedIndicateur, .maybeCorrectedIndicateur,
      .maybeCorrectedTexte, .otherAxis, .onTwoAxes,
      .maybeSame, .sameAnswer, .otherInitials, .severalNames:
      words(ofIdentity: reason)
    case .noAxe(let likely):
      "le tableau n’a pas de colonne «\u{A0}axe\u{A0}». Ajoutez-la, ou dites l’axe de tout\u{A0}: --axe "
        + "\(likely.map { "\($0.lettre), comme la feuille" } ?? "U")."
    // Whatever the days are: one sentence for all of them.
    case .noStart:
      "la démarche n’a pas de mois 0, d’où les dates se comptent\u{A0}: --debut JOUR, ou la carte "
        + "«\u{A0}Le départ\u{A0}» (j)."
    case .beforeStart(let text, let start):
      "échéance, \(quoted(Day(ecrit: text)?.frenchShort ?? text, columns: 30)) vient avant le mois 0, le "
        + "\(start.frenchShort). Laissez-la vide\u{A0}: --comme \(shellQuoted("\(text)="))\u{A0}; ou dites un mois\u{A0}: "
        + "--comme \(shellQuoted("\(text)=6"))."
    case .unsureWord(let word, let column, let proposal):
      "\(Importation.shown(column)), \(quoted(word, columns: 30))\u{A0}: est-ce \(proposal)\u{A0}? Dites-le\u{A0}: --comme "
        + "\(shellQuoted("\(word)=\(proposal)"))."
    case .name(let name, let initials):
      "\(quoted(name, columns: 30)) n’est pas du tour de table, qui connaît des initiales. "
        + (initials.map {
          "Est-ce \($0)\u{A0}? Dites-le\u{A0}: --comme \(shellQuoted("\(name)=\($0)"))"
        }
          ?? "Dites les siennes\u{A0}: --comme \(shellQuoted("\(name)=\(example(name))"))")
        + "\u{A0}; ou personne\u{A0}: --comme \(shellQuoted("\(name)="))."
    case .group(let name):
      "\(quoted(name, columns: 30)) est un groupe, et personne du tour de table. Laissez vide\u{A0}: "
        + "--comme \(shellQuoted("\(name)="))\u{A0}; ou dites des initiales\u{A0}: "
        + "--comme \(shellQuoted("\(name)=\(example(name))"))."
    case .needsReason:
      "«\u{A0}non concerné\u{A0}» dit pourquoi, dans la colonne «\u{A0}motif\u{A0}»."
    case .closed(let mois):
      "la période \(mois) est close. Corrigez-la avec palier renseigner, et son motif."
    case .aboveTitles(let row):
      "cela ressemble aux lignes du tableau, et les titres des colonnes sont lus plus bas, ligne \(row). "
        + "Remontez les titres, ou videz ce qui est là."
    case .moreCells(let cells, let titles, let separator, let text, let hasQuote):
      words(moreCells: cells, titles, separator, text, hasQuote)
    case .sameTwice(let row): "la ligne \(row) parle déjà de la même chose."
    }
  }

  /// How one of several is said, each as people know it.
  private static func which(_ name: String, _ ids: [String], _ called: [String]) -> String {
    let all = zip(ids, called).map { id, label in
      "\(label), --comme \(shellQuoted("\(name)=\(id)"))"
    }
    return "Dites lequel\u{A0}: \(all.joined(separator: "\u{A0}; "))."
  }

  private static func words(
    moreCells cells: Int, _ titles: Int, _ separator: Character?, _ text: String, _ hasQuote: Bool
  ) -> String {
    let count =
      cells > titles
      ? "\(cells) cellules remplies pour \(titles.counting("titre"))"
      : "une cellule remplie n’a pas de titre"
    guard let separator else {
      return "\(count), dans \(quoted(text)). Donnez un titre à sa colonne, ou videz-la."
    }
    let name = separator == "\t" ? "tabulation" : quoted(String(separator))
    let advice =
      hasQuote
      ? "Mettez ce texte entre guillemets, et doublez ceux qu’il contient"
      : "Mettez ce texte entre guillemets"
    return "\(count). La ligne est coupée à chaque \(name), sans doute dans \(quoted(text)). "
      + "\(advice), ou donnez un titre à cette cellule."
  }
}
