import Application
import DPES
import DPESStore
import Documents

// Tables that come in: `palier importer`, and what the screen shows of a file.
extension Desk {
  /// What the rows of a table make of a démarche; nothing is written.
  func importation(
    of table: Grid, _ kind: Importation.Kind, into demarche: Demarche, from source: String,
    choices: ImportChoices = ImportChoices()
  ) throws(Failure) -> Importation {
    if let debut = choices.debut, let known = demarche.schema.debut, known != debut {
      throw Failure(Sentences.otherStart(known), status: ExitStatus.problems)
    }
    let ids = IDGenerator(seed: .random(in: .min ... .max))
    let signature = signature(in: demarche)
    let words = try importWords()
    return try telling(
      try Importation(
        table, kind, into: demarche, signature, ids: ids, words: words, choices: choices)
    ) { (fault: Headers.Fault) in
      Failure(
        Sentences.sentence(fault, in: source) + Sentences.otherSheets(table.remarks),
        status: ExitStatus.problems)
    }
  }

  /// The words for columns and values: those that came with the program, and the user's own.
  func importWords() throws(Failure) -> ImportWords {
    var words = ImportWords()
    let refusals = DataShelf.takeAll("import", in: places, system) { (path, _) throws(Failure) in
      words.add(try DataShelf.read(path, in: system, ImportWords.init(file:)).value)
    }
    for refusal in refusals { Output.tell(refusal) }
    do throws(Failure) {
      for model in try models() { words.add(exampleOf: model) }
    } catch {
      // Without the models no example is known; tables come in all the same.
    }
    return words
  }

  /// Adds a table's rows to a démarche in its file, all or nothing.
  func importTable(
    _ source: String, sheet: String? = nil, _ kind: Importation.Kind, into path: String,
    choices: ImportChoices = ImportChoices()
  ) throws(Failure) -> Importation? {
    let table = try table(source, sheet: sheet, of: kind)
    var done: Importation?
    try DemarcheFile.change(path, at: clock, keepingBefore: true) { (demarche) throws(Failure) in
      let importation = try importation(
        of: table, kind, into: demarche, from: source, choices: choices)
      try Self.refuseNearTitles(importation, in: source)
      done = importation
      guard !importation.isRefused, importation.demarche != demarche else { return false }
      demarche = importation.demarche
      return true
    }
    return done
  }

  /// Refuses a table of which a column may be one that is not there otherwise: nothing that it says
  /// would be taken.
  static func refuseNearTitles(_ importation: Importation, in source: String) throws(Failure) {
    guard !importation.isRefused else { return }
    let near = importation.notices.filter { if case .resembles = $0 { true } else { false } }
    guard !near.isEmpty else { return }
    throw Failure(
      Sentences.sentences(near).joined(separator: "\n") + "\n" + Sentences.nearTitles(in: source),
      status: ExitStatus.problems)
  }

  /// More than any table of people has, and what is worked out in a moment.
  private static let mostRows = 100_000

  /// The cells of a CSV, or of a sheet of a workbook: of several, the only one of that kind.
  func table(
    _ path: String, sheet: String? = nil, of kind: Importation.Kind? = nil
  ) throws(Failure) -> Grid {
    let grid = try anyTable(path, sheet: sheet, of: kind)
    guard grid.rows.count <= Self.mostRows else {
      throw Failure(Sentences.sentence(OfficeFault.tooLarge, in: path))
    }
    return grid
  }

  private func anyTable(
    _ path: String, sheet: String?, of kind: Importation.Kind?
  ) throws(Failure) -> Grid {
    let bytes = try telling(try DataFile.open(path).bytes) {
      Failure(Sentences.cannotImport($0, path))
    }
    let form = FileKind(bytes)
    if form?.isReadableWorkbook == true {
      let words = try importWords()
      return try telling(try Self.grid(of: bytes, sheet, kind, words)) { (fault: OfficeFault) in
        // Of several sheets one may be a tableau of the program's own, which no name brings in.
        let own = Self.own(fault, bytes)
        return Failure(
          own.map { Sentences.sentence(Headers.Fault.own($0), in: path) }
            ?? Sentences.sentence(fault, in: path))
      }
    }
    if let refusal = form.flatMap({ Sentences.refusal($0, path) }) { throw Failure(refusal) }
    if sheet != nil { throw Failure(Sentences.hasNoSheets(path)) }
    return try telling(try Grid(csv: bytes)) { (fault: CSVFault) in
      Failure(
        Sentences.sentence(fault, in: path),
        status: fault == .empty ? ExitStatus.unusable : ExitStatus.problems)
    }
  }

  /// What a sheet is that the program wrote, where none was named and it is among several.
  private static func own(_ fault: OfficeFault, _ bytes: [UInt8]) -> Headers.Own? {
    guard case .severalSheets = fault else { return nil }
    do throws(OfficeFault) {
      return try WorkbookFile(bytes).grids().lazy.compactMap { Headers.own($0.grid) }.first
    } catch {
      return nil
    }
  }

  private static func grid(
    of bytes: [UInt8], _ sheet: String?, _ kind: Importation.Kind?, _ words: ImportWords
  ) throws(OfficeFault) -> Grid {
    let file = try WorkbookFile(bytes)
    guard sheet == nil, let kind, file.sheets.count(where: { !$0.isHidden }) > 1 else {
      return try file.grid(sheet: sheet)
    }
    let fitting = try file.grids().filter {
      !$0.sheet.isHidden && kind.columns(in: $0.grid, words) > 1
    }
    return try file.grid(sheet: fitting.count == 1 ? fitting[0].sheet.name : nil)
  }

  /// The sheets of a file for the screen, with what their rows are by their titles.
  func sheets(of path: String) -> TableSheets {
    do throws(Failure) {
      let bytes = try telling(try DataFile.open(path).bytes) {
        Failure(Sentences.cannotImport($0, path))
      }
      let words = try importWords()
      guard FileKind(bytes)?.isReadableWorkbook == true else {
        return TableSheets([Self.sheet(nil, try table(path), words)])
      }
      let grids = try telling(try WorkbookFile(bytes).grids()) { (fault: OfficeFault) in
        Failure(Sentences.sentence(fault, in: path))
      }
      let isEmpty = grids.allSatisfy { $0.grid.rows.isEmpty }
      return TableSheets(
        grids.map { Self.sheet($0.sheet.name, $0.grid, words, isHidden: $0.sheet.isHidden) },
        refusal: isEmpty ? Sentences.sentence(OfficeFault.empty, in: path) : nil)
    } catch {
      return TableSheets([], refusal: error.sentence)
    }
  }

  private static func sheet(
    _ name: String?, _ grid: Grid, _ words: ImportWords, isHidden: Bool = false
  ) -> TableSheets.Sheet {
    let kind = Importation.Kind.likely(grid, words)
    return TableSheets.Sheet(
      name, rows: grid.rows.count, isHidden: isHidden,
      likely: kind.flatMap { ImportedTable.Kind(rawValue: $0.rawValue) },
      headings: Importation.Kind.headings(of: grid, words))
  }

  static func kind(of table: ImportedTable) -> Importation.Kind {
    switch table.kind {
    case .observations: .observations
    case .participants: .participants
    case .indicateurs: .indicateurs
    case .realises: .realises
    }
  }
}
