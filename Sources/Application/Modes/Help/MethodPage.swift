import DPES
import TerminalUI

/// What the method says of one of its tools, as lines of a card.
struct MethodPage {
  private let lines: [[Span]]

  init(_ outil: Aide.Outil, in aide: Aide, _ suggestions: Suggestions?, width: Int) {
    var lines = StyledLines(width: max(1, width))
    func text(_ ink: Style.Ink = .text, _ emphasis: Style.Emphasis = []) -> Style {
      Style(ink, on: .card, emphasis)
    }
    func section(_ title: String, _ items: [String], isNumbered: Bool = false) {
      guard !items.isEmpty else { return }
      lines.add(line: [])
      lines.add(title, text(.accent, .bold))
      for (index, item) in items.enumerated() {
        let mark = isNumbered ? "\(index + 1). " : "· "
        let indent = TextWidth.columns(of: mark)
        for (row, line) in TextWidth.wrap(item, width: max(1, width - indent)).enumerated() {
          let start = row == 0 ? mark : String(repeating: " ", count: indent)
          lines.add(line: [Span(start, text(.faint)), Span(line, text())])
        }
      }
    }
    lines.add(outil.titre, text(.text, .bold))
    lines.add(outil.enBref, text())
    lines.add(line: [])
    lines.add("Pourquoi", text(.accent, .bold))
    lines.add(outil.pourquoi, text())
    section("Comment", outil.comment, isNumbered: true)
    section("Ce qui fait réussir", outil.cles)
    section("À surveiller", outil.vigilance)
    let others = outil.voirAussi.compactMap { id in aide.outils.first { $0.id == id }?.titre }
    section("Voir aussi", others)
    section(
      "Pour aller plus loin", outil.lire.map { Suggestions.titre(deRessource: $0, suggestions) })
    self.lines = lines.lines
  }

  func lastFirstRow(in area: Rect) -> Int { max(0, lines.count - area.height) }

  /// Draws the lines from one on, or from the nearest that fills the area.
  func draw(on canvas: inout Canvas, in area: Rect, first: Int) {
    let first = min(max(0, first), lastFirstRow(in: area))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      var column = area.column
      for span in line {
        column = canvas.draw(
          span.text, at: column, area.row + row, span.style, upTo: area.endColumn - 2)
      }
    }
    guard lines.count > area.height, area.width > 2 else { return }
    canvas.drawScrollbar(
      Rect(column: area.endColumn - 1, row: area.row, width: 1, height: area.height),
      first: first, visible: area.height, total: lines.count, on: .card)
  }
}

/// The words of the method, as a page of help.
enum Glossary {
  static func page(_ aide: Aide, _ suggestions: Suggestions?, typed: String) -> HelpPage {
    HelpPage([
      HelpPage.Section(
        "Les mots de la méthode",
        aide.termes(avec: typed).map { terme in
          let others =
            terme.voir.isEmpty ? "" : " Voir\u{A0}: \(terme.voir.joined(separator: ", "))."
          let more = terme.lire.map { Suggestions.titre(deRessource: $0, suggestions) }
          let reading =
            more.isEmpty
            ? "" : " Pour aller plus loin\u{A0}: \(more.joined(separator: "\u{A0}; "))."
          return HelpPage.Entry(terme.terme, terme.definition + others + reading)
        })
    ])
  }
}

extension Suggestions {
  /// A resource by its title, with who made it; by its code where no file tells it.
  static func titre(deRessource id: String, _ suggestions: Suggestions?) -> String {
    guard let one = suggestions?.ressources.first(where: { $0.id == id }) else {
      return "fiche \(id) du Manuel DTS"
    }
    return
      "\(one.titre) (\([one.id.isFiche ? "fiche \(one.id)" : nil, one.origine].compactMap(\.self).joined(separator: ", ")))"
  }
}

extension String {
  /// Whether a resource's id is the code of a sheet of the manual.
  fileprivate var isFiche: Bool { first?.isUppercase == true && contains("-") }
}
