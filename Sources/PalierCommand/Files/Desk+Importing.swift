import Application
import DPES
import DPESStore
import Documents

// Tables that come in: `palier importer`, and the start screen.
extension Desk {
  /// What the rows of a table make of a démarche; nothing is written.
  func importation(
    of table: CSVTable, _ kind: Importation.Kind, into demarche: Demarche, from source: String
  ) throws(Failure) -> Importation {
    let ids = IDGenerator(seed: .random(in: .min ... .max))
    let signature = signature(in: demarche)
    return try telling(try Importation(table, kind, into: demarche, signature, ids: ids)) {
      (fault: Headers.Fault) in
      Failure(Sentences.sentence(fault, in: source), status: ExitStatus.problems)
    }
  }

  /// Adds a table's rows to a démarche in its file, all or nothing.
  func importTable(
    _ source: String, _ kind: Importation.Kind, into path: String
  ) throws(Failure) -> Importation? {
    let table = try table(source)
    var done: Importation?
    try DemarcheFile.change(path, at: clock, keepingBefore: true) { (demarche) throws(Failure) in
      let importation = try importation(of: table, kind, into: demarche, from: source)
      done = importation
      guard !importation.isRefused, importation.demarche != demarche else { return false }
      demarche = importation.demarche
      return true
    }
    return done
  }

  func table(_ path: String) throws(Failure) -> CSVTable {
    let bytes = try telling(try DataFile.open(path).bytes) {
      Failure(Sentences.cannotImport($0, path))
    }
    if let refusal = FileKind(bytes).flatMap({ Sentences.refusal($0, path) }) {
      throw Failure(refusal)
    }
    return try telling(try CSVTable(bytes)) { (fault: CSVTable.Fault) in
      Failure(Sentences.sentence(fault, in: path), status: ExitStatus.problems)
    }
  }

  /// The same for the screen: opens the démarche with the rows in it, and what is to be said.
  func importTable(
    _ table: ImportedTable, into path: String
  ) throws(Failure) -> (opening: Opening, told: [String]) {
    let done = try importTable(table.source, Self.kind(of: table), into: path)
    let told = try done.map { (done) throws(Failure) in try Self.told(of: done) } ?? []
    return (try open(path), told)
  }

  /// Creates a démarche for a structure in a folder, nil for the present one, with the rows of a table
  /// in it; a table that is refused creates nothing.
  func create(
    _ raisonSociale: String, in folder: String?, with table: ImportedTable?
  ) throws(Failure) -> (file: DemarcheFile, told: [String]) {
    guard let table else { return (try create(raisonSociale, in: folder), []) }
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    let empty = Demarche(id: ids.next(), raisonSociale: raisonSociale)
    let done = try importation(
      of: try self.table(table.source), Self.kind(of: table), into: empty, from: table.source)
    let told = try Self.told(of: done)
    return (try create(done.demarche, called: raisonSociale, in: folder), told)
  }

  private static func kind(of table: ImportedTable) -> Importation.Kind {
    switch table.kind {
    case .observations: .observations
    case .participants: .participants
    case .indicateurs: .indicateurs
    case .realises: .realises
    }
  }

  /// The most that a screen says of the rows of a table.
  private static let mostTold = 6

  /// What is said of a table that came in; throws what is said of one that did not.
  private static func told(of done: Importation) throws(Failure) -> [String] {
    let details =
      done.isRefused
      ? done.refusals.map(Sentences.sentence) : done.notices.map(Sentences.sentence)
    let rest = details.count - mostTold
    let told =
      [Sentences.summary(done, isDone: !done.isRefused)] + details.prefix(mostTold)
      + (rest > 0 ? ["Et \(rest.counting("autre ligne", "autres lignes"))."] : [])
    guard !done.isRefused else {
      throw Failure(told.joined(separator: " "), status: ExitStatus.problems)
    }
    return told
  }
}
