extension Form {
  /// The rows it takes at a width, hints and faults included.
  package func rows(width: Int) -> Int { layout(width: width).reduce(0) { $0 + $1.rows } }

  /// Draws the fields that there is room for, always the one that hears keys with what is said under
  /// it.
  ///
  /// - Returns: The row of each field that is seen, for the mouse and for what is said of the others.
  @discardableResult
  package func draw(on canvas: inout Canvas, in area: Rect) -> [(field: Int, row: Int)] {
    var rest = area
    var placed: [(field: Int, row: Int)] = []
    let blocks = layout(width: area.width)
    for index in visible(blocks, height: area.height) where fields[index].isAsked {
      placed.append((index, rest.row))
      draw(
        fields[index], isFocused: index == focus, in: rest.takeTop(blocks[index].fieldRows),
        on: &canvas)
      for (number, line) in blocks[index].below.enumerated() {
        let row = rest.takeTop(1)
        guard !row.isEmpty else { break }
        let isFault = fields[index].fault != nil
        canvas.draw(
          (isFault ? number == 0 ? "! " : "  " : "") + line,
          at: row.column + labelWidth(area.width), row.row,
          Style(isFault ? .orange : .faint, on: .card, isFault ? .bold : []), upTo: row.endColumn)
      }
    }
    return placed
  }

  /// How many fields that are asked stand above those that were drawn, and below.
  package func beyond(_ placed: [(field: Int, row: Int)]) -> (above: Int, below: Int) {
    guard let first = placed.first?.field, let last = placed.last?.field else { return (0, 0) }
    return (
      fields[..<first].count(where: \.isAsked), fields[(last + 1)...].count(where: \.isAsked)
    )
  }

  private struct Block {
    let fieldRows: Int
    let below: [String]
    var rows: Int { fieldRows + below.count }
  }

  /// Each field with the lines under it: what is wrong with it, else a hint where keys go.
  private func layout(width: Int) -> [Block] {
    fields.enumerated().map { index, field in
      guard field.isAsked else { return Block(fieldRows: 0, below: []) }
      let text = field.fault ?? (index == focus ? field.hint : "")
      let room = max(1, width - labelWidth(width))
      let textRoom = max(1, room - (field.fault == nil ? 0 : 2))
      return Block(
        fieldRows: index == focus ? field.rows(width: room) : 1,
        below: text.isEmpty ? [] : TextWidth.wrap(text, width: textRoom, maxLines: 3))
    }
  }

  /// The fields that are seen: around the one that hears keys, from the first as far as it goes.
  private func visible(_ blocks: [Block], height: Int) -> Range<Int> {
    guard fields.indices.contains(focus) else { return 0..<0 }
    var first = 0
    while first < focus, blocks[first...focus].reduce(0, { $0 + $1.rows }) > height { first += 1 }
    var (end, rows) = (first, 0)
    while end < blocks.count, end <= focus || rows + blocks[end].rows <= height {
      rows += blocks[end].rows
      end += 1
    }
    return first..<end
  }

  /// Columns of the labels, the blank after them included.
  func labelWidth(_ width: Int) -> Int {
    min(
      (fields.filter(\.isAsked).map { TextWidth.columns(of: $0.label) }.max() ?? 0) + 2, width / 2)
  }

  private func draw(
    _ field: Field, isFocused: Bool, in row: Rect, on canvas: inout Canvas
  ) {
    guard !row.isEmpty else { return }
    var rest = row
    let label = rest.takeLeft(labelWidth(row.width))
    let style = isFocused ? Style(.accent, on: .card, .bold) : Style(.faint, on: .card)
    canvas.draw(field.label, at: label.column, row.row, style, upTo: label.endColumn - 1)
    switch field.content {
    case .text(let text):
      if isFocused {
        text.draw(on: &canvas, in: rest)
      } else {
        // Its beginning, wherever the cursor was left.
        canvas.draw(
          text.text, at: rest.column, rest.row, Style(.text, on: .card), upTo: rest.endColumn)
      }
    case .choice(let choice):
      choice.draw(on: &canvas, in: rest, isFocused: isFocused)
    }
  }
}

extension Form.Choice {
  /// All options on the row, the chosen one in brackets; where they don't fit, it alone between
  /// arrows.
  fileprivate func draw(on canvas: inout Canvas, in row: Rect, isFocused: Bool) {
    let ground: Style.Ground = isFocused ? .field : .card
    canvas.fill(row, .space, Style(.text, on: ground))
    let tellings = [options.map(\.label), options.map(\.shortLabel)].map { labels in
      zip(options, labels).map { "\($0.key.uppercased()) \($1)" }
    }
    let whole = tellings.first { texts in
      texts.reduce(0) { $0 + TextWidth.columns(of: $1) + 2 } <= row.width
    }
    guard let whole else { return drawChosen(in: row, ground, on: &canvas) }
    var column = row.column
    for (index, text) in whole.enumerated() {
      let isChosen = index == selection
      column = canvas.draw(
        isChosen ? "[\(text)]" : " \(text) ", at: column, row.row,
        isChosen ? Style(.accent, on: ground, .bold) : Style(.faint, on: ground),
        upTo: row.endColumn)
    }
    if isFocused {
      let before = whole[..<(selection ?? 0)].reduce(0) { $0 + TextWidth.columns(of: $1) + 2 }
      canvas.cursor = Position(column: row.column + before + 1, row: row.row)
    }
  }

  private func drawChosen(in row: Rect, _ ground: Style.Ground, on canvas: inout Canvas) {
    let chosen = selection.map { options[$0] }
    canvas.put(.arrowLeft, at: row.column, row.row, Style(.accent, on: ground, .bold))
    let text = chosen.map { "[\($0.key.uppercased()) \($0.shortLabel)]" } ?? "-"
    let end = canvas.draw(
      text, at: row.column + 2, row.row,
      chosen == nil ? Style(.faint, on: ground) : Style(.accent, on: ground, .bold),
      upTo: row.endColumn - 2)
    canvas.put(.arrowRight, at: end + 1, row.row, Style(.accent, on: ground, .bold))
    if ground == .field { canvas.cursor = Position(column: row.column + 2, row: row.row) }
  }
}
