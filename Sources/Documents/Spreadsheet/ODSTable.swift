/// Reads the cells of one sheet of a workbook of LibreOffice.
struct ODSTable {
  private(set) var reader: XMLReader<ODSReader.Name>
  private var builder = GridBuilder()
  private var row = 1
  private var column = 0
  private var fields: [String] = []
  /// The last character of the text that is read may be one with the next.
  private var endsInSpace = true

  /// From where its element was just started.
  init(_ reader: XMLReader<ODSReader.Name>) { self.reader = reader }

  /// - Complexity: O(bytes of the sheet + cells).
  mutating func grid() throws(OfficeFault) -> Grid {
    let outside = reader.depth - 1
    while reader.depth > outside {
      switch try reader.next() {
      case .start(.column): try hideColumns()
      case .start(.row): try readRow()
      case .start(let name?) where name.isAside: try reader.skipElement()
      case .finished: throw OfficeFault.damaged
      default: break
      }
    }
    return builder.grid()
  }

  private func repeated(_ attribute: String) throws(OfficeFault) -> Int {
    let count = reader.count(attribute) ?? 1
    guard count <= 1 << 24 else { throw OfficeFault.tooLarge }
    return max(1, count)
  }

  private func isHidden() throws(OfficeFault) -> Bool {
    let visibility = try reader.attribute("visibility")
    return visibility == "collapse" || visibility == "filter"
  }

  private mutating func hideColumns() throws(OfficeFault) {
    let count = try repeated("number-columns-repeated")
    if try isHidden() { builder.hideColumns(column..<column + count) }
    column = min(column + count, 1 << 24)
  }

  private mutating func readRow() throws(OfficeFault) {
    let times = try repeated("number-rows-repeated")
    let isHidden = try isHidden()
    fields.removeAll(keepingCapacity: true)
    var column = 0
    loop: while true {
      switch try reader.next() {
      case .start(.cell):
        let count = try repeated("number-columns-repeated")
        try keepMerged(column)
        try fill(column, count, try readCell(at: column))
        column = min(column + count, 1 << 24)
      case .start(.covered):
        column = min(column + (try repeated("number-columns-repeated")), 1 << 24)
        try reader.skipElement()
      case .end(.row): break loop
      case .finished: throw OfficeFault.damaged
      default: break
      }
    }
    try builder.append(fields, at: row, times: times, isHidden: isHidden)
    row = min(row + times, 1 << 25)
  }

  /// Keeps that the cell that was just started is one with those below it.
  private mutating func keepMerged(_ column: Int) throws(OfficeFault) {
    let rows = try repeated("number-rows-spanned")
    guard rows > 1 else { return }
    let columns = try repeated("number-columns-spanned")
    builder.keep(
      merged: CellArea(rows: row...(row + rows - 1), columns: column...(column + columns - 1)))
  }

  /// A text in so many cells side by side; empty ones are not made.
  private mutating func fill(_ column: Int, _ count: Int, _ text: String) throws(OfficeFault) {
    guard !text.isEmpty else { return }
    guard column + count <= GridBuilder.columnLimit else { throw OfficeFault.tooLarge }
    while fields.count < column { fields.append("") }
    fields.append(contentsOf: repeatElement(text, count: count))
  }

  /// What the cell that was just started says, up to its end.
  private mutating func readCell(at column: Int) throws(OfficeFault) -> String {
    let value = try value()
    let hasFormula = reader.raw("formula") != nil
    let isTyped = reader.raw("value-type") != nil
    let text = try readText()
    if hasFormula, !isTyped, text.isEmpty { builder.missesResult(row: row, column: column) }
    // A day of which only the year is shown.
    if let value, text.count == 4, value.hasPrefix("\(text)-") { return text }
    return value ?? text
  }

  /// What a number, a day or a yes is, whatever its text shows; nil where the text says it.
  private func value() throws(OfficeFault) -> String? {
    switch try reader.attribute("value-type") {
    case "float": try reader.attribute("value").flatMap { DecimalText.plain($0) }
    case "currency": try amount()
    case "percentage":
      try reader.attribute("value").flatMap { DecimalText.plain($0, shift: 2) }
        .map { $0 + "\u{A0}%" }
    case "date": try reader.attribute("date-value").map(ISOTime.text)
    case "time": try reader.attribute("time-value").map(ISOTime.duration)
    case "boolean":
      try reader.attribute("boolean-value").map { $0 == "true" ? "VRAI" : "FAUX" }
    case "string":
      try reader.attribute("string-value").flatMap { $0.isEmpty ? nil : $0 }
    default: nil
    }
  }

  /// An amount, with its sign where it is of euros.
  private func amount() throws(OfficeFault) -> String? {
    let isOfEuros = try reader.attribute("currency") == "EUR"
    return try reader.attribute("value").flatMap { DecimalText.plain($0) }
      .map { isOfEuros ? $0 + "\u{A0}€" : $0 }
  }

  /// The paragraphs of a cell, one a line.
  private mutating func readText() throws(OfficeFault) -> String {
    let outside = reader.depth - 1
    var (text, paragraphs, isInside) = ([UInt8](), 0, false)
    while reader.depth > outside {
      switch try reader.next() {
      case .start(.p):
        if paragraphs > 0 { text.append(0x0A) }
        paragraphs += 1
        (isInside, endsInSpace) = (true, true)
      case .end(.p):
        if endsInSpace, text.last == 0x20 { text.removeLast() }
        isInside = false
      case .start(.s):
        let count = try repeated("c")
        guard count <= 4096 else { throw OfficeFault.tooLarge }
        append(repeatElement(0x20, count: count), to: &text)
      case .start(.tab): append([0x09], to: &text)
      case .start(.lineBreak): append([0x0A], to: &text)
      case .start(let name?) where name.isAside: try reader.skipElement()
      case .text where isInside: try appendFolded(to: &text)
      case .finished: throw OfficeFault.damaged
      default: break
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func append(_ written: some Sequence<UInt8>, to text: inout [UInt8]) {
    text.append(contentsOf: written)
    endsInSpace = false
  }

  /// Spaces that stand together in the XML are one, and none at the ends of a paragraph.
  private mutating func appendFolded(to text: inout [UInt8]) throws(OfficeFault) {
    var piece: [UInt8] = []
    try reader.appendText(to: &piece)
    for byte in piece {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09
      if !isSpace { text.append(byte) } else if !endsInSpace { text.append(0x20) }
      endsInSpace = isSpace
    }
  }
}
