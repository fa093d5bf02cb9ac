import DPES
import JSONTree

// What is asked of a value that can't be read, and of what several things may be.
extension Importation {
  /// The question of a value; nil for a row that is refused for something else.
  func questionOfValue(_ refusal: Refusal) -> Asked? {
    let rows = [refusal.row]
    let ask = { (text: String, column: String, proposal: String?, options: [String]) in
      Asked(
        subject: .word(text, column: column), rows: rows, proposal: proposal, options: options)
    }
    switch refusal.reason {
    case .unsureWord(let word, let column, let proposal):
      return ask(word, column, proposal, options(column))
    case .unknownWord(let word, let column, _): return ask(word, column, nil, options(column))
    case .notAYesOrNo(let text, let column): return ask(text, column, nil, ["oui", "non", ""])
    case .notANumber(let text, let column):
      let number = text.onlyNumber
      return ask(text, column, number, [number, ""].compactMap(\.self))
    case .notWhole(let text, let column), .beyond(let text, let column, _):
      return ask(text, column, nil, [""])
    case .cellError(let text, let column):
      // What a row can't do without is corrected where it was written.
      let isNeeded = kind.columns.contains { $0.name == column && $0.isRequired }
      return isNeeded ? nil : ask(text, column, nil, options(column))
    case .lostLetters(let text, _): return ask(text, ImportRow.letters, nil, [text, ""])
    case .loneWord(let text):
      return ask(text, "axe", "", [""] + Axe.allCases.map(\.rawValue))
    case .bareTitle(let title, let meanings):
      let likely = meanings.first.flatMap { College(rawValue: $0)?.rawValue }
      let isNext = meanings.first == Self.goesOn
      return ask(
        title, Self.loneTitle, isNext ? Self.goesOn : likely ?? "", [""] + meanings)
    case .untitledColumn(let name, _):
      return Asked(
        subject: .word(name, column: Self.untitled), rows: rows, proposal: "", options: [""],
        reason: refusal.reason)
    case .otherTable(let text, let meanings):
      let likely = meanings.first == OtherTable.laisser.rawValue ? meanings.first : nil
      return ask(text, Self.otherTable, likely, meanings)
    case .emptyPalier(let title, let above, let axe):
      let known = demarche.schema.paliers(de: axe).map(\.intitule)
      let all = known.count > Self.mostPaliers ? [] : known
      return ask(title, Self.emptyPalier, nil, (all.contains(above) ? [] : [above]) + all + [""])
    case .notADeadline(let text, let saysNone):
      return ask(text, "echeance", saysNone ? "" : nil, [""])
    case .beforeStart(let text, _):
      return Asked(
        subject: .word(text, column: "echeance"), rows: rows, proposal: nil, options: [""],
        reason: refusal.reason)
    case .notADay(let text): return ask(text, "date", nil, [""])
    case .notAPeriod(let text, let known):
      return ask(text, "periode", period(text, known), known.map(String.init))
    default: return nil
    }
  }

  /// The period in which a time ends that a cell says in other words.
  private func period(_ text: String, _ known: [Int]) -> String? {
    let count = text.onlyNumber.flatMap { Int($0) }
    let over = DateEcrite(fin: text).flatMap(demarche.schema.mois(de:)) ?? count
    guard let over, over >= 0 else { return nil }
    return known.sorted().first { $0 >= over }.map(String.init)
  }

  private static let mostIndicateurs = 30
  private static let mostPaliers = 12

  /// The question of which of several a row is about; nil for a row that is refused for something else.
  func questionOfIdentity(_ refusal: Refusal) -> Asked? {
    let rows = [refusal.row]
    switch refusal.reason {
    case .maybeCorrected(let title, let all): return ask(title, "palier", rows, all)
    case .sharesIndicateur(let title, let other): return ask(title, "palier", rows, [other])
    case .maybeCorrectedIndicateur(let title, let all):
      return ask(title, Self.indicatorTitle, rows, all)
    case .maybeCorrectedTexte(let text, let all): return ask(text, "texte", rows, all)
    case .movedIndicateur(let title, _, _):
      return Asked(
        subject: .word(title, column: Self.indicatorPalier), rows: rows,
        proposal: Move.deplacer.rawValue, options: Move.allCases.map(\.rawValue),
        reason: refusal.reason)
    case .unnamedIndicateur(let title, let all):
      return Asked(
        subject: .word(title, column: Self.unnamedIndicator), rows: rows, proposal: nil,
        options: all + [""])
    case .otherAxis(let title, _, _, _, let other, let likely):
      return Asked(
        subject: .word(title, column: Self.palierAxis), rows: rows,
        proposal: likely.rawValue,
        options: [Move.deplacer, other].map(\.rawValue), reason: refusal.reason)
    case .maybeSame(let name, let id, _, let free):
      return Asked(
        subject: .same(name), rows: rows, proposal: nil, options: [id, free],
        reason: refusal.reason)
    case .otherInitials(let name, let known, let said):
      return Asked(
        subject: .same(name), rows: rows, proposal: nil, options: [known, said],
        reason: refusal.reason)
    case .sameAnswer(let name, _, _, let free):
      return Asked(subject: .person(name), rows: rows, proposal: free, options: [])
    case .unknownIndicateur(let title, let near):
      let all = demarche.schema.paliers.flatMap(\.indicateurs).map(\.intitule)
      let others = all.count > Self.mostIndicateurs ? [] : all.filter { $0 != near }
      return Asked(
        subject: .word(title, column: "indicateur"), rows: rows, proposal: near,
        options: [near].compactMap(\.self) + others + [""])
    case .ambiguousIndicateur(let title, let ids, _):
      return Asked(
        subject: .word(title, column: "indicateur"), rows: rows, proposal: nil,
        options: ids + [""])
    case .ambiguousPerson(let name, let ids, _):
      return Asked(subject: .person(name), rows: rows, proposal: nil, options: ids)
    default: return nil
    }
  }
}

extension Importation {
  /// Which of several a new title or text corrects; the first where it is likely.
  private func ask(_ text: String, _ column: String, _ rows: [Int], _ all: [String]) -> Asked {
    let proposal = all.first.flatMap { Rewording.mayBeCorrection(text, $0) ? $0 : nil }
    return Asked(
      subject: .word(text, column: column), rows: rows, proposal: proposal, options: all + [""])
  }
}

extension Importation.Reason {
  var isLostLetters: Bool { if case .lostLetters = self { true } else { false } }

  /// What rows have in common that a person may leave aside as a whole; nil for what is asked in
  /// another way.
  var leavableCause: String? {
    switch self {
    case .missing(let column): "missing \(column)"
    case .closed(let mois): "closed \(mois)"
    case .needsReason: "needsReason"
    case .saidOtherwise: "saidOtherwise"
    case .sameTwice: "sameTwice"
    case .sameID: "sameID"
    case .otherPalier: "otherPalier"
    case .onTwoAxes: "onTwoAxes"
    case .moreCells: "moreCells"
    case .aboveTitles: "aboveTitles"
    case .severalNames: "severalNames"
    case .lostLetters: "lostLetters"
    case .cellError(_, let column): "cellError \(column)"
    default: nil
    }
  }
}

extension String {
  /// The one number of a text, as « 20 » in « 20 salariés »; nil where it says none, or several.
  fileprivate var onlyNumber: String? {
    let numbers = split { $0.isWhitespace || "≥≤<>~%€".contains($0) }.filter {
      JSONNumber(spreadsheet: String($0)) != nil
    }
    return numbers.count == 1 ? String(numbers[0]) : nil
  }
}
