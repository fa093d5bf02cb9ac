import DPES
import TerminalUI

/// What is said of the selected observation: its text in full, then its facts.
enum ObservationDetail {
  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let observation = state.cercle.selected(in: state.derived) else { return }
    let mark = state.marks.mark(observation.statut)
    var rest = area
    // The word stands beside the sign wherever there is a detail: a colour is never alone.
    let number = observation.numero.map { " \($0)" } ?? ""
    let head = "\(mark.sign)\(number) \(mark.word)"
    let facts = facts(of: observation, in: state)
    let indent = TextWidth.columns(of: head) + 2
    let isInline = rest.width >= 90 || rest.height <= 4
    // The text in full comes first; the facts take what is left.
    let text = wrapped(
      observation.texte, first: isInline ? indent : 0, width: rest.width,
      rows: max(1, isInline ? rest.height : rest.height - 1))
    let left = rest.height - text.count - (isInline ? 0 : 1)
    let factLines = TextWidth.wrap(facts, width: rest.width, maxLines: max(0, min(3, left)))
    canvas.draw(head, at: rest.column, rest.row, Style(mark.ink), upTo: rest.endColumn)
    if !isInline { _ = rest.takeTop(1) }
    for (index, line) in text.enumerated() {
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      let start = row.column + (isInline && index == 0 ? indent : 0)
      canvas.draw(line, at: start, row.row, .text, upTo: row.endColumn)
    }
    for line in factLines {
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      canvas.draw(line, at: row.column, row.row, .faint, upTo: row.endColumn)
    }
  }

  /// A text whose first line begins so many columns further.
  private static func wrapped(_ text: String, first: Int, width: Int, rows: Int) -> [String] {
    guard first > 0, width > first + 8 else {
      return TextWidth.wrap(text, width: width, maxLines: rows)
    }
    let head = TextWidth.wrap(text, width: width - first)
    guard rows > 1, head.count > 1 else {
      return TextWidth.wrap(text, width: width - first, maxLines: rows)
    }
    let rest = text.dropFirst(head[0].count).drop { $0 == " " }
    return [head[0]] + TextWidth.wrap(String(rest), width: width, maxLines: rows - 1)
  }

  /// Its axis, priority, who said it, what the group disagreed on, and the paliers that answer it.
  private static func facts(of observation: Observation, in state: State) -> String {
    var facts: [String] = []
    if observation.priorite { facts.append("priorité") }
    let arrow = state.environment.isASCII ? "->" : "→"
    for palier in state.derived.links.paliers(for: observation.id).prefix(2) {
      let rank = palier.rang.map { " \($0)" } ?? ""
      facts.append("\(arrow) palier\(rank) « \(palier.intitule) »")
    }
    if observation.desaccord { facts.append("désaccord") }
    if let minorite = observation.minorite { facts.append("minorité : « \(minorite) »") }
    if let auteur = observation.auteur, let initiales = state.derived.initiales[auteur] {
      facts.append("dit par \(initiales)")
    }
    if !observation.arguments.isEmpty {
      let count = observation.arguments.count
      facts.append("\(count) argument\(count > 1 ? "s" : "")")
    }
    for formulation in observation.formulations { facts.append("ou : « \(formulation) »") }
    return facts.joined(separator: "\u{A0}· ")
  }
}
