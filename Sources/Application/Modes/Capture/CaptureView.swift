import DPES
import TerminalUI

extension Capture {
  /// Rows that the panel takes of a content: the rest is left to the screens.
  static func rows(in height: Int) -> Int {
    3 + fieldRows(in: height) + max(2, min(Capture.entryCount, height - 17))
  }

  private static func fieldRows(in height: Int) -> Int { height >= 20 ? 2 : 1 }

  /// The panel at the foot of the screen: the field, what comes next, the last entries.
  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = FieldPanel.open(
      title(state, in: area.width), speaker: state.speakerTold,
      rows: panelRows(state, in: area.height), in: area, on: &canvas)
    for line in asked(in: Size(rest.width, rest.height)) {
      canvas.draw(line, in: rest.takeTop(1).inset(columns: 1), Style(.text, on: .card, .bold))
    }
    let width = max(1, area.width - 4)
    let fieldArea = rest.takeTop(fieldHeight(in: area.size))
    canvas.put(.prompt, at: fieldArea.column + 1, fieldArea.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas,
      in: Rect(
        column: fieldArea.column + 3, row: fieldArea.row, width: width, height: fieldArea.height),
      isFocused: step == .texte, placeholder: "Ce qui vient d’être dit")
    drawQuestion(state, in: rest.takeTop(1).inset(columns: 1), on: &canvas)
    switch step {
    case .texte, .axe, .statut:
      if let lookalike {
        let free = rest.height - min(rest.height - 1, Capture.lastEntries(state).count)
        let rows = drawLookalike(
          lookalike, state,
          in: Rect(
            column: rest.column + 1, row: rest.row, width: rest.width - 2, height: max(1, free)),
          on: &canvas)
        _ = rest.takeTop(rows)
      }
    case .entries, .paste, .frozen: break
    }
    if let pasted { return draw(pasted, hidesNames: state.hidesNames, in: rest, on: &canvas) }
    let entries = Array(Capture.lastEntries(state).prefix(rest.height))
    draw(
      entries.count, selected: entries.indices.first { step == .entries($0) }, in: rest, on: &canvas
    ) { index, isSelected in
      let entry = entries[index]
      let mark = state.marks.mark(entry.statut)
      let axe = entry.axe.map { String($0.lettre) } ?? "?"
      return line(
        mark.sign, mark.ink, "\(axe)  \(entry.texte)",
        by: entry.auteur.flatMap { state.derived.initiales[$0] }, isSelected: isSelected,
        width: rest.width)
    }
  }

  /// Rows of the field: the last one stays blank, or holds what a longer text needs.
  private func fieldHeight(in content: Size) -> Int {
    let rows = field.rows(width: max(1, content.width - 4))
    return min(max(1, rows), Self.fieldRows(in: content.height) + 1)
  }

  /// What the room was asked, above what it says, in a panel without its title.
  private func asked(in panel: Size) -> [String] {
    guard let subject else { return [] }
    return TextWidth.wrap(
      subject.question, width: max(1, panel.width - 2), maxLines: panel.height > 6 ? 2 : 1)
  }

  /// Rows of the lines pasted in the window: what its panel has under the field and the question.
  func pastedRows(_ state: State) -> Int {
    let content = WindowLayout(state.size).content
    let rows = panelRows(state, in: content.height) - 1
    let above = asked(in: Size(content.width, rows)).count + fieldHeight(in: content.size) + 1
    return max(1, rows - above)
  }

  private func title(_ state: State, in width: Int) -> String {
    switch step {
    // Who speaks has the end of the row.
    case .texte, .axe, .statut:
      width < 60 || !Self.beginsImage(state)
        ? "Nouvelle observation" : "Nouvelle observation, nouvelle image"
    case .frozen: "Nouvelle observation"
    case .entries: "Corriger les dernières entrées"
    case .paste: "Coller une liste"
    }
  }

  /// What is asked now, or what the earlier look-alike says.
  private func drawQuestion(_ state: State, in row: Rect, on canvas: inout Canvas) {
    switch step {
    case .texte:
      drawHint(texteTellings, in: row, on: &canvas)
    case .entries:
      drawHint(
        [
          "Entrée corrige le texte, u p d t change l’axe, r o v la couleur, F6 qui l’a dit",
          "Entrée corrige le texte, u p d t l’axe, r o v la couleur",
          "Entrée, u p d t, r o v",
        ],
        in: row, on: &canvas)
    case .axe:
      func answers(_ name: (Axe) -> String) -> [AnswerRow.Answer] {
        Axe.allCases.map { AnswerRow.Answer(key: String($0.lettre), text: name($0)) }
      }
      AnswerRow("Quel axe\u{A0}?", answers(\.nomCourt), answers(\.motCourt)).draw(
        in: row, on: &canvas)
    case .statut(let axe):
      let answers = [Statut.rouge, .orange, .vert].map { statut in
        let mark = state.marks.mark(statut)
        return AnswerRow.Answer(key: mark.sign, text: mark.word, ink: mark.ink)
      }
      AnswerRow("\(axe.motCourt)\u{A0}: quelle couleur\u{A0}?", answers).draw(in: row, on: &canvas)
    case .frozen:
      drawHint(Self.frozenTellings, in: row, Style(.accent, on: .card, .bold), on: &canvas)
    case .paste(let lines):
      drawHint(lines.questions, in: row, Style(.accent, on: .card, .bold), on: &canvas)
    }
  }

  /// What comes after the text, the fullest first: a point of the grille has its axis.
  private var texteTellings: [String] {
    guard subject?.axe != nil else {
      return lookalike == nil ? Self.texteTellings : Self.lookalikeTellings
    }
    return lookalike == nil
      ? ["Entrée, puis la couleur R O V", "Entrée, puis R O V"]
      : ["Entrée, puis g réunit les deux, ou la couleur R O V", "Entrée, puis g, ou R O V"]
  }
  private static let texteTellings = [
    "Entrée, puis l’axe U P D T, puis la couleur R O V", "Entrée, puis U P D T, puis R O V",
  ]
  private static let lookalikeTellings = [
    "Entrée, puis g réunit les deux, ou l’axe U P D T, puis la couleur R O V",
    "Entrée, puis g réunit, ou U P D T, puis R O V", "Entrée, puis g, ou U P D T, puis R O V",
  ]
  static let frozenTellings = [
    "L’image d’aujourd’hui est figée\u{A0}: f la rouvre, n en ouvre une autre",
    "Image figée\u{A0}: f la rouvre, n en ouvre une autre",
    "Figée\u{A0}: f la rouvre, n en ouvre une",
  ]

  private func drawHint(
    _ tellings: [String], in row: Rect, _ style: Style = Style(.faint, on: .card),
    on canvas: inout Canvas
  ) {
    canvas.draw(
      tellings.first { TextWidth.fits($0, row.width) } ?? tellings.last ?? "", in: row, style)
  }

  /// The earlier observation, beside what was just said: its number, status, axis and text.
  ///
  /// - Returns: the rows that it takes.
  private func drawLookalike(
    _ observation: Observation, _ state: State, in row: Rect, on canvas: inout Canvas
  ) -> Int {
    let mark = state.marks.mark(observation.statut)
    let number = observation.numero.map { " n°\u{A0}\($0)" } ?? ""
    let short = observation.numero.map { "\u{A0}\($0)" } ?? ""
    let axe = observation.axe?.motCourt ?? "à placer"
    let letter = observation.axe.map { String($0.lettre) } ?? "à placer"
    // After the text a letter is a key.
    let key = step == .texte ? "" : ", g réunit"
    // The words themselves get half of the row at least.
    let tellings = [
      "Ressemble à \(mark.sign)\(number), \(mark.word), \(axe)\(key)\u{A0}:",
      "Ressemble à \(mark.sign)\(number), \(axe)\(key)\u{A0}:",
      "Ressemble à \(mark.sign)\(short), \(letter)\(key)\u{A0}:",
      "Voir \(mark.sign)\(short), \(letter)\(key)\u{A0}:",
      "\(mark.sign)\(short)\(key)\u{A0}:",
    ]
    let head = tellings.first { TextWidth.fits($0, row.width / 2) } ?? tellings[4]
    let column = canvas.draw(head, in: row, Style(.orange, on: .card, .bold))
    let lines = TextWidth.wrap(
      "«\u{A0}\(observation.texte)\u{A0}»", width: max(1, row.endColumn - column - 1),
      maxLines: row.height)
    for (index, line) in lines.enumerated() {
      canvas.draw(
        line, at: column + 1, row.row + index, Style(.text, on: .card), upTo: row.endColumn)
    }
    return max(1, lines.count)
  }

  /// The lines pasted: which are kept, the one in hand, and why one is left out.
  private func draw(
    _ pasted: PastedLines, hidesNames: Bool, in area: Rect, on canvas: inout Canvas
  ) {
    pasted.list.draw(on: &canvas, in: area, of: pasted.all.count) { index, width in
      let style = Style(pasted.isKept(index) ? .text : .faint, on: .card)
      var (line, end) = (ListLine(), width - 1)
      line.add(pasted.isKept(index) ? "+" : "", from: 1, upTo: 2, Style(.accent, on: .card))
      if let reason = pasted.reason(index) {
        end = line.add(reason, before: end, Style(.faint, on: .card)) - 2
      }
      // Who writes, who signs and how to reach them: the room may look at this screen.
      let isHidden = hidesNames && !pasted.isKept(index) && pasted.isOfMail(index)
      line.add(isHidden ? Demarche.nomCache : pasted.all[index], from: 3, upTo: end, style)
      return line
    }
  }

  /// Draws so many lines, which share the rows.
  private func draw(
    _ count: Int, selected: Int?, in area: Rect, on canvas: inout Canvas,
    line: (Int, Bool) -> ListLine
  ) {
    ListRows(
      0..<count, of: count, selected: selected, in: area,
      lines: { line($0, $0 == selected).rows(upTo: area.height) }
    ).draw(on: &canvas) { canvas, rows, index in
      let ground: Style.Ground = index == selected ? .selected : .card
      canvas.fill(rows, .space, Style(.text, on: ground))
      line(index, index == selected).draw(in: rows, on: &canvas)
      if index == selected { canvas.point(at: rows) }
    }
  }

  private func line(
    _ sign: String, _ ink: Style.Ink, _ text: String, by author: String? = nil,
    isSelected: Bool = false, width: Int
  ) -> ListLine {
    let ground: Style.Ground = isSelected ? .selected : .card
    var (line, end) = (ListLine(), width - 1)
    line.add(sign, from: 1, upTo: 2, Style(ink, on: ground))
    if let author {
      let told = TextWidth.truncated(author, to: SpeakerList.longest)
      end = line.add(told, before: end, Style(isSelected ? .accent : .faint, on: ground)) - 2
    }
    line.add(text, from: 3, upTo: end, Style(isSelected ? .text : .faint, on: ground))
    return line
  }

  /// What was pasted is read before it is taken: it gets what the screen above can spare.
  func panelRows(_ state: State, in height: Int) -> Int {
    let rows = Capture.rows(in: height)
    guard let pasted else { return rows }
    return max(rows, min(height - 3, Self.fieldRows(in: height) + 4 + pasted.all.count))
  }
}
