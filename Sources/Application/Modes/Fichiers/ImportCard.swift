import DPES
import TerminalUI

/// A file chosen to come in: which of its sheets, what its rows are, then, where none is open, the
/// démarche that they go to.
struct ImportCard: Pick {
  var tables: [ActionTable] { [.pick] }

  private enum Step: Hashable {
    /// The file is being read, or can't be.
    case reading
    case sheet
    case kind
    case demarche
  }

  let source: String
  private var step = Step.reading
  /// nil while the file is being read.
  private var found: TableSheets?
  /// Its sheets that hold something.
  private var sheets: [TableSheets.Sheet] = []
  private var sheet: TableSheets.Sheet?
  private var kind: ImportedTable.Kind?
  var list = ListView()

  private init(_ source: String) { self.source = source }

  /// Puts the card in the place of what a file was chosen in.
  static func open(_ state: inout State, _ source: String) -> [Effect] {
    state.replaceMode(ImportCard(source)) + [.readSheets(source)]
  }

  /// Takes the sheets of its file; those of a file given up meanwhile are let go.
  static func receive(_ state: inout State, _ found: TableSheets, of source: String) {
    _ = state.changeMode { (card: inout ImportCard) in
      guard card.source == source, card.found == nil else { return }
      card.found = found
      card.sheets = found.sheets.filter { $0.rows > 0 }
      guard found.refusal == nil else { return }
      let shown = card.sheets.filter { !$0.isHidden }
      // The table may be on a hidden sheet, behind a cover.
      let isHidden = card.sheets.contains { $0.isHidden && $0.likely != nil }
      if let only = shown.first, shown.count == 1, only.likely != nil || !isHidden {
        card.choose(only)
      } else {
        card.step = .sheet
        // A cover stands before the table.
        let table = card.sheets.firstIndex { !$0.isHidden && $0.likely != nil }
        card.list = ListView(selection: table ?? 0)
      }
    }
  }

  private mutating func choose(_ sheet: TableSheets.Sheet) {
    self.sheet = sheet
    step = .kind
    let likely = sheet.likely.flatMap { ImportedTable.Kind.allCases.firstIndex(of: $0) }
    list = ListView(selection: likely ?? 0)
  }

  private func rows(_ state: State) -> [String] {
    switch step {
    case .reading: []
    case .sheet:
      sheets.map { sheet in
        "\(sheet.name ?? "")\u{A0}: \(sheet.isHidden ? "masquée, " : "")"
          + sheet.rows.counting("ligne", "lignes")
      }
    case .kind:
      ImportedTable.Kind.allCases.map {
        $0.words + ($0 == sheet?.likely ? ", d’après ses titres" : "")
      }
    case .demarche: ["Une nouvelle démarche"] + state.start.recents.map(\.lastPathPart)
    }
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (rows(state).count, max(1, WindowLayout(state.size).content.height - 3))
  }

  private var title: String {
    switch step {
    case .reading: "Importer un tableau"
    case .sheet: "Quelle feuille\u{A0}?"
    case .kind: "Que contient ce tableau\u{A0}?"
    case .demarche: "Où va-t-il\u{A0}?"
    }
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let said = step == .reading ? found?.refusal ?? "Lecture du fichier\u{A0}…" : nil
    if let said {
      return Dialog(
        title: title,
        [
          Dialog.Paragraph(source.lastPathPart, .faint),
          Dialog.Paragraph(said, found == nil ? .faint : .orange),
        ] + (found == nil ? [] : [Dialog.Paragraph(""), Dialog.Paragraph("Échap ferme.")])
      ).draw(on: &canvas, in: area)
    }
    let rows = rows(state)
    let line = { (row: Int, width: Int) in
      ListLine(rows[row], width: width, Style(.text, on: .card))
    }
    var card = canvas.drawCard(
      title: title, width: 76, of: rows.count, others: 1, in: area, line: line)
    let name = sheet?.name.map { ", feuille «\u{A0}\($0)\u{A0}»" } ?? ""
    canvas.draw(source.lastPathPart + name, in: card.takeTop(1), Style(.faint, on: .card))
    list.draw(on: &canvas, in: card, of: rows.count, line: line)
  }

  func take(in state: inout State) -> [Effect] {
    guard let row = list.selectedRow(of: rows(state).count) else { return [] }
    var card = self
    switch step {
    case .reading: return []
    case .sheet:
      card.choose(sheets[row])
      return state.replaceMode(card)
    case .kind:
      let kind = ImportedTable.Kind.allCases[row]
      if let demarche = state.document?.demarche {
        return ImportPreview.open(&state, table(kind), into: demarche)
      }
      (card.kind, card.step, card.list) = (kind, .demarche, ListView())
      return state.replaceMode(card)
    case .demarche:
      guard let kind else { return [] }
      state.modes.removeLast()
      return row == 0
        ? state.ask("Nom de la structure", for: RaisonSocialeQuestion(table: table(kind)))
        : [.openToImport(path: state.start.recents[row - 1], table(kind))]
    }
  }

  private func table(_ kind: ImportedTable.Kind) -> ImportedTable {
    ImportedTable(
      source: source, sheet: sheet?.name, kind: kind, headings: sheet?.headings ?? "")
  }
}
