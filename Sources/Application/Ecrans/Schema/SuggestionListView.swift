import DPES
import TerminalUI

extension SuggestionList {
  /// Rows of what is said of the selected one.
  private static func footRows(_ height: Int) -> Int { height >= 16 ? 5 : height >= 11 ? 3 : 1 }

  /// How many entries a window of a size shows at once.
  static func height(in size: Size) -> Int {
    let content = WindowLayout(size).content.height
    return max(1, content - 4 - footRows(content))
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var card = canvas.drawCard(
      title: kind == .paliers ? "Échelles de paliers" : "Idées d’indicateurs",
      content: Size(min(110, area.width - 4), area.height), in: area)
    let prompt = card.takeTop(1)
    canvas.put(.prompt, at: prompt.column, prompt.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(column: prompt.column + 2, row: prompt.row, width: prompt.width - 2, height: 1),
      placeholder: "Taper pour chercher\u{A0}: un mot, un thème, un axe")
    let count = card.takeTop(1)
    canvas.draw(
      countText, at: count.column, count.row, Style(.faint, on: .card), upTo: count.endColumn)
    let foot = card.takeBottom(Self.footRows(area.height))
    list.draw(on: &canvas, in: card, of: results.count) { place, width in
      Self.line(index[results[place]], width: width)
    }
    draw(foot: foot, state, on: &canvas)
  }

  private var countText: String {
    guard !index.isEmpty else {
      return "Rien à proposer\u{A0}: aucun fichier de suggestions n’est là."
    }
    let other = kind == .paliers ? "Tab\u{A0}: les indicateurs" : "Tab\u{A0}: les paliers"
    if results.isEmpty { return "Rien ne correspond. Les accents ne comptent pas. \(other)" }
    let scales = results.count { place in
      if case .palier = index[place].place { false } else { true }
    }
    let word = kind == .paliers ? "échelle" : "idée"
    return scales == 0 ? other : "\(scales.counting(word)) · \(other)"
  }

  private static func line(_ entry: Entry, width: Int) -> ListLine {
    var line = ListLine()
    // A palier stands under its échelle.
    let isPart = if case .palier = entry.place { true } else { false }
    let isHead = if case .echelle = entry.place { true } else { false }
    if !isPart {
      line.add(String(entry.axe.lettre), from: 0, upTo: 1, Style(.accent, on: .card, .bold))
    }
    line.add(
      entry.text, from: isPart ? 4 : 2, upTo: width,
      Style(.text, on: .card, isHead ? .bold : []))
    return line
  }

  private func draw(foot: Rect, _ state: State, on canvas: inout Canvas) {
    var rest = foot
    if rest.height > 2 { _ = rest.takeTop(1) }
    guard let entry = selected, let suggestions = state.suggestions else { return }
    let refusal = SuggestionList.whyNoSuggestion(state)
    let texts = refusal.map { [$0] } ?? Self.facts(entry, suggestions)
    let style = Style(refusal == nil ? .text : .orange, on: .card)
    let lines = texts.flatMap { TextWidth.wrap($0, width: max(1, rest.width)) }
    for (row, line) in zip(rest.row..<rest.endRow, lines) {
      canvas.draw(line, at: rest.column, row, style, upTo: rest.endColumn)
    }
    let hidden = lines.count - rest.height
    if hidden > 0 {
      canvas.drawBeyond(above: "", below: hidden.counting("ligne"), of: foot, in: canvas.area)
    }
  }

  private static func facts(_ entry: Entry, _ suggestions: Suggestions) -> [String] {
    switch entry.place {
    case .idee(let index):
      let idea = suggestions.indicateurs[index]
      return [
        "\(entry.axe.nomCourt) · \(idea.theme)",
        [
          idea.nature?.nom, idea.sens.map { $0 == .hausse ? "en hausse" : "en baisse" },
          idea.frequence.map { "tous les \($0)\u{A0}mois" },
        ].compactMap(\.self).joined(separator: " · "),
      ] + (idea.preuve.map { ["Preuve\u{A0}: \($0)"] } ?? [])
    case .echelle(let index):
      let scale = suggestions.echellesDePaliers[index]
      let months = scale.paliers.compactMap(\.echeanceMois).map(String.init)
      return [
        "\(entry.axe.nomCourt) · \(scale.paliers.count.counting("palier")) à \(months.joined(separator: ", "))\u{A0}mois"
      ] + (scale.note.map { [$0] } ?? [])
    case .palier(let place, let index):
      let palier = suggestions.echellesDePaliers[index].paliers[place]
      return [palier.echeanceMois.map { "échéance \($0)\u{A0}mois" } ?? "sans échéance"]
        + palier.indicateurs.map { "Indicateur\u{A0}: \($0.intitule)" }
    }
  }
}

extension Indicateur.Nature {
  /// As it is said.
  fileprivate var nom: String {
    switch self {
    case .nombre: "nombre"
    case .pourcentage: "pourcentage"
    case .ouiNon: "oui ou non"
    case .texte: "quelques mots"
    }
  }
}
