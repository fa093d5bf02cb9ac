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
    let isTight = area.height <= 3
    let factLines = TextWidth.wrap(facts, width: rest.width, maxLines: isTight ? 1 : 3)
    let room = max(1, rest.height - (facts.isEmpty ? 0 : factLines.count))
    let indent = TextWidth.columns(of: head) + 2
    let isInline = rest.width >= 90
    let text = TextWidth.wrap(
      observation.texte, width: max(1, rest.width - (isInline ? indent : 0)),
      maxLines: max(1, isInline ? room : room - 1))
    canvas.draw(head, at: rest.column, rest.row, Style(mark.ink, .bold), upTo: rest.endColumn)
    if !isInline { _ = rest.takeTop(1) }
    for line in text {
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      canvas.draw(
        line, at: row.column + (isInline ? indent : 0), row.row, .text, upTo: row.endColumn)
    }
    for line in factLines where !facts.isEmpty {
      let row = rest.takeTop(1)
      guard !row.isEmpty else { return }
      canvas.draw(line, at: row.column, row.row, .faint, upTo: row.endColumn)
    }
  }

  /// Its axis, priority, who said it, what the group disagreed on, and the paliers that answer it.
  private static func facts(of observation: Observation, in state: State) -> String {
    var facts: [String] = []
    if observation.priorite { facts.append("priorité") }
    for id in state.derived.links.paliers(for: observation.id).prefix(2) {
      if let palier = state.demarche?.schema.paliers.first(where: { $0.id == id }) {
        let arrow = state.environment.isASCII ? "->" : "→"
        let rank = palier.rang.map { " \($0)" } ?? ""
        facts.append("\(arrow) palier\(rank) « \(palier.intitule) »")
      }
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
