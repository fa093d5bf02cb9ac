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
    canvas.draw(factLines, .faint, fromTopOf: &rest)
    drawArguments(of: observation, state, in: rest, on: &canvas)
  }

  /// What was said for and against, a row each, as far as there is room.
  private static func drawArguments(
    of observation: Observation, _ state: State, in area: Rect, on canvas: inout Canvas
  ) {
    var rest = area
    for row in ArgumentCard.rows(of: observation) {
      guard case .argument = row else { continue }
      let line = rest.takeTop(1)
      guard !line.isEmpty else { return }
      let told = ArgumentText(row, state)
      let who = told.who.map { " (\($0))" } ?? ""
      let start = canvas.draw(
        "\(told.word)\(who)", at: line.column, line.row, .faint, upTo: line.endColumn)
      canvas.draw(
        "«\u{A0}\(told.text)\u{A0}»", at: start + 1, line.row, .faint, upTo: line.endColumn)
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
    if let image = state.derived.image, let avant = image.avant {
      facts += image.lignes[observation.id]?.phrase(state.marks, depuis: avant) ?? []
    }
    if observation.priorite { facts.append("priorité") }
    if let hands = observation.mainsLevees?.told(state.marks), !hands.isEmpty {
      facts.append("mains levées\u{A0}: \(hands)")
    }
    let arrow = state.environment.symbols.arrow
    for palier in state.derived.paliers(for: observation.id).prefix(2) {
      let rank = palier.rang.map { " \($0)" } ?? ""
      facts.append("\(arrow) palier\(rank) «\u{A0}\(palier.intitule)\u{A0}»")
    }
    if observation.desaccord { facts.append("désaccord") }
    if let minorite = observation.minorite {
      facts.append("minorité\u{A0}: «\u{A0}\(minorite)\u{A0}»")
    }
    if let auteur = observation.auteur, let initiales = state.derived.initiales[auteur] {
      facts.append("dit par \(initiales)")
    }
    if let counts = counts(of: observation.arguments) { facts.append(counts) }
    facts += observation.formulations.map { "ou\u{A0}: «\u{A0}\($0)\u{A0}»" }
    return facts.joined(separator: "\u{A0}· ")
  }

  /// How many there are of each: `2 pour, 1 contre`.
  private static func counts(of arguments: [Argument]) -> String? {
    let counts = [Argument.Sens.pour, .contre, nil].compactMap { sens -> String? in
      let count = arguments.count { $0.sens == sens }
      guard count > 0 else { return nil }
      return sens == nil ? count.counting("argument") : "\(count) \(ArgumentText.word(sens))"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }
}
