import DPES
import TerminalUI

/// What was pasted, as observations to be: a line each, without the marks of a list; each is kept or
/// left out, and what is only polite in a mail is left out until somebody keeps it.
struct PastedLines: Hashable, Sendable {
  /// All of it, as it came.
  let pasted: String
  /// What was in the field before, now the first line; empty when it stays in the field.
  let typed: String
  /// None blank, none with controls, none longer than an observation can be.
  let all: [String]
  /// What each of them is, where it says nothing that was seen.
  private let courrier: [LigneDeCourrier?]
  /// Those that somebody left out, or kept where it was proposed to leave them out.
  private var turned: Set<Int> = []
  /// How many are kept, and their characters in one text.
  private(set) var keptCount = 0
  /// Those that were on the screen, and how many of those kept were not.
  private var seen: Set<Int> = []
  private var unseenCount = 0
  private(set) var characters = 0
  /// Whether they stand there by themselves after the program ended, and nobody has taken them up: a key
  /// that was meant for something else takes none of them.
  var isReopened = false
  /// The line in hand.
  var list = ListView()
  /// How many lines were cut because they are too long.
  let cut: Int
  /// How many control characters were left out.
  let controls: Int

  init(_ pasted: String, after typed: String = "") {
    self.pasted = pasted
    self.typed = typed
    var lines: [String] = []
    // As they came, where they quote: the mark of a quotation is one of a list too.
    var read: [String] = []
    var cut = 0
    for line in "\(typed)\n\(pasted)".split(whereSeparator: \.isNewline) {
      var field = TextField()
      if !field.insert(line.trimmed.withoutBullet) { cut += 1 }
      let text = field.text.trimmed
      if !text.isBlank {
        lines.append(text)
        read.append(line.trimmed.first == ">" ? line.trimmed : text)
      }
    }
    all = lines
    self.cut = cut
    controls = pasted.reduce(0) { $0 + ($1.isControl && !$1.isNewline && $1 != "\t" ? 1 : 0) }
    // What was typed was meant.
    let first = typed.isBlank ? 0 : 1
    courrier =
      Array(repeating: nil, count: min(first, lines.count))
      + LigneDeCourrier.lire(Array(read.dropFirst(first)))
    for index in lines.indices where isKept(index) { count(index, 1) }
  }

  /// The same with the rest of what came in pieces.
  func followed(by rest: String) -> PastedLines {
    var whole = PastedLines(pasted + rest, after: typed)
    for index in turned where index < all.count - 1 { whole.turn(index) }
    whole.list = list
    whole.see(seen.filter { $0 < all.count - 1 })
    return whole
  }

  /// The same as somebody had chosen among them, by the places of those left out.
  func leaving(_ left: Set<Int>) -> PastedLines {
    var lines = self
    for index in all.indices where isKept(index) == left.contains(index) { lines.turn(index) }
    return lines
  }

  /// Those left out.
  var left: [Int] { all.indices.filter { !isKept($0) } }

  /// Whether a line becomes an observation.
  func isKept(_ index: Int) -> Bool { (courrier[index] == nil) != turned.contains(index) }

  /// Whether a line is of a mail and says nothing that was seen.
  func isOfMail(_ index: Int) -> Bool { courrier[index] != nil }

  /// Those that become observations.
  var kept: [String] { all.indices.filter(isKept).map { all[$0] } }

  /// Those kept in one, as they were pasted but for the breaks.
  var text: String { kept.joined(separator: " ") }

  /// Leaves the line in hand out, or keeps it after all, and goes to the next.
  mutating func turn() {
    guard let index = list.selectedRow(of: all.count) else { return }
    turn(index)
    list = ListView(selection: min(index + 1, all.count - 1))
  }

  private mutating func turn(_ index: Int) {
    turned.formSymmetricDifference([index])
    count(index, isKept(index) ? 1 : -1)
  }

  private mutating func count(_ index: Int, _ sign: Int) {
    // One blank between two of them.
    let before = keptCount
    keptCount += sign
    if !seen.contains(index) { unseenCount += sign }
    characters += sign * all[index].count + max(0, keptCount - 1) - max(0, before - 1)
  }
}

// Nobody takes what was not on the screen.
extension PastedLines {
  /// Whether all of those kept were on the screen.
  var isSeen: Bool { unseenCount == 0 }

  /// Notes those that are on the screen.
  mutating func see(_ lines: some Sequence<Int>) {
    for index in lines where seen.insert(index).inserted && isKept(index) { unseenCount -= 1 }
  }

  /// Goes to the first of those kept that were not on the screen, so many to a screen.
  mutating func showUnseen(height: Int) {
    guard let next = all.indices.first(where: { isKept($0) && !seen.contains($0) }) else { return }
    list.select(next + height - 1, of: all.count, height: height)
    list.select(next, of: all.count, height: height)
  }

  /// How many of those kept were not on the screen, and the key that shows them.
  var unseenSentence: String {
    "\(unseenCount.counting("ligne"))\u{A0}à lire avant\u{A0}: Entrée montre la suite."
  }
}

// What is said of them.
extension PastedLines {
  /// Why a line is left out; nil for one that is kept.
  func reason(_ index: Int) -> String? {
    if isKept(index) { return nil }
    return courrier[index].map { "laissée\u{A0}: \($0.rawValue)" } ?? "laissée"
  }

  /// What is asked of them, the fullest telling first.
  var questions: [String] {
    if isReopened {
      return [
        "\(all.count.counting("ligne"))\u{A0}: Entrée les reprend, Échap les met de côté",
        "Entrée les reprend, Échap de côté",
      ]
    }
    if !isSeen { return ["Encore \(unseenSentence)", "Entrée montre la suite"] }
    let lines = all.count.counting("ligne")
    let left = all.count - keptCount
    let out = left == 0 ? "" : ", \(left.counting("laissée"))"
    let count = keptCount.counting("observation")
    let size = characters.counting("caractère")
    return [
      "\(lines)\(out)\u{A0}: \(count), ou un seul texte de \(size)\u{A0}?",
      "\(count), ou un seul texte\u{A0}?\(left == 0 ? "" : " \(left.counting("laissée")).")",
      "\(count), ou un seul texte\u{A0}?",
    ]
  }

  /// How many lines are left out, after another sentence.
  var leftSentence: String {
    let left = all.count - keptCount
    return left == 0 ? "" : " \(left.counting("ligne laissée", "lignes laissées"))."
  }

  /// How many were cut, after another sentence.
  var cutSentence: String {
    switch cut {
    case 0: ""
    case 1: " Une ligne est coupée à 5\u{A0}000 caractères."
    default: " \(cut) lignes sont coupées à 5\u{A0}000 caractères."
    }
  }

  var controlsSentence: String {
    controls == 1
      ? "Un caractère de contrôle était dans le collage\u{A0}: il est laissé de côté."
      : "\(controls) caractères de contrôle étaient dans le collage\u{A0}: ils sont laissés de côté."
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension String {
  /// Without the mark that a list puts before each line: `-`, `•`, `1.`, `2)`, `(3)`; nothing when
  /// the mark is all there is.
  fileprivate var withoutBullet: String {
    let mark = prefix { !$0.isWhitespace }
    if Self.dashes.contains(mark) || mark.isListNumber { return dropFirst(mark.count).trimmed }
    // Word processors put no blank after theirs.
    if let first, Self.bullets.contains(first) { return dropFirst().trimmed }
    return self
  }

  private static let dashes: Set<Substring> = ["-", "–", "—", "*", "·", "+", ">", "o"]
  private static let bullets: Set<Character> = [
    "•", "‣", "◦", "▪", "▫", "●", "○", "■", "□", "➢", "➤", "✓", "✔", "\u{F0B7}", "\u{F0A7}",
  ]
}

extension Substring {
  /// Whether it is a number as lists have them: `1.`, `12)`, `(3)`, `4°`.
  fileprivate var isListNumber: Bool {
    let inside = first == "(" ? dropFirst() : self
    guard let last, [".", ")", "°", "/"].contains(last) else { return false }
    let digits = inside.dropLast()
    return (1...3).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
