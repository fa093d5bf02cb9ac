package import DPES

/// What a spreadsheet brings into a démarche, worked out whole before anything is written.
///
/// Rows that say what is there already change nothing, so that what was exported comes in again as
/// it went out. An empty cell says nothing: what is there stays.
package struct Importation: Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case observations, participants, indicateurs, realises
  }

  /// A row that can't come in, and why.
  package struct Refusal: Hashable, Sendable {
    /// As a spreadsheet counts rows.
    package let row: Int
    package let reason: Reason
  }

  package enum Reason: Error, Hashable, Sendable {
    case missing(column: String)
    case unknownWord(String, column: String, allowed: [String])
    case notANumber(String, column: String)
    case beyond(String, column: String, Limite)
    case notADay(String)
    case notAPeriod(String, known: [Int])
    case notAYesOrNo(String, column: String)
    /// Of no indicator; the one that has about the same words, if one has.
    case unknownIndicateur(String, near: String?)
    /// An id that a row above has already.
    case sameID(String, row: Int)
    /// The row's id is an indicator's of another palier, which is there too.
    case otherPalier(String)
    /// A number that an observation of other words has: its text is corrected, or the number is of
    /// another document.
    case otherNumber(Int, text: String)
    case ambiguousIndicateur(String, ids: [String])
    case ambiguousPerson(String, ids: [String])
    case needsReason
    /// A column is not there at all, so that no row can say it.
    case noAxe
    /// A day, where the démarche does not say when it starts.
    case noStart(String)
    case beforeStart(String, Day)
    /// A word that is not known, and the one that it may mean.
    case unsureWord(String, column: String, proposal: String)
    /// A name where initials are asked for.
    case name(String, initials: String)
    case closed(mois: Int)
    case sameTwice(row: Int)
    /// A cell says something below no title; `text` is what was probably one, and was split.
    case moreCells(Int, titles: Int, separator: Character?, text: String, hasQuote: Bool)
  }

  /// What a person may want to look at, though it comes in.
  package enum Notice: Hashable, Sendable {
    case joins(String)
    case near(row: Int, to: String)
    case unknownColumn(String)
    /// A title that is not the name of the column it is taken for, but near it.
    case guessedColumn(String, column: String)
    /// A row that adds others up; it is left aside.
    case total(row: Int)
    /// A day that comes to so many months.
    case month(row: Int, String, Int)
    /// Several people, of whom a field holds one.
    case severalPeople(row: Int, kept: String, others: String)
    /// The titles of the columns are not on the first row.
    case titles(row: Int)
    case date(row: Int, Day, AvisDeDate)
    /// A number that another observation has already: the row got the next free one.
    case renumbered(row: Int, from: Int, to: Int)
    /// Rows whose numbers were said to be another document's.
    case otherNumbers(Int)
    /// Titles of paliers that the table does not say again, though it says others; they stay.
    case absent([String])
    case source(Grid.Remark)
  }

  package let kind: Kind
  /// The démarche as it would be.
  package internal(set) var demarche: Demarche
  /// Rows that add something.
  package internal(set) var added = 0
  /// Rows that change something that is there.
  package internal(set) var changed = 0
  /// Rows that say what is there already.
  package internal(set) var unchanged = 0
  package internal(set) var refusals: [Refusal] = []
  package internal(set) var notices: [Notice] = []
  /// Which columns were understood, and how.
  package let understood: [Headers.Understood]
  /// What rows change of what is there.
  package internal(set) var changes: [Change] = []

  /// A value that a row changes.
  package struct Change: Hashable, Sendable {
    package let row: Int
    package let column: String
    /// Of what, as people know it.
    package let subject: String
    package let before: String?
    package let after: String
  }

  let signature: Signature
  private let separator: Character?
  var ids: IDGenerator
  /// Rows so far, by what they are about.
  var met: [String: Int] = [:]
  /// What of the démarche a row was found to be about already.
  var taken: Set<String> = []
  /// Ids of what was added, and of what was changed; of a réalisé, its indicator's and its month.
  var new: Set<String> = []
  var touched: Set<String> = []
  /// What the titles of a schéma's table mean, beside those that are there.
  var titles = SaidTitles()
  /// Where paliers stand.
  var paliers = PalierPlaces()
  /// Rows whose number is another document's.
  var othersNumbers = 0
  /// Of the row before: a merged cell of a spreadsheet is empty below its first row.
  var lastAxe: Axe?
  var lastPalier: String?

  /// Reads all rows of a grid.
  ///
  /// - Throws: ``Headers/Fault`` when the table has no line of headers that fits.
  /// - Complexity: O(rows + observations), for réalisés and indicators O(rows × indicators).
  package init(
    _ grid: Grid, _ kind: Kind, into demarche: Demarche, _ signature: Signature,
    ids: IDGenerator, words: ImportWords = ImportWords(), choices: ImportChoices = ImportChoices()
  ) throws(Headers.Fault) {
    self.kind = kind
    self.demarche = demarche
    if let debut = choices.debut, demarche.schema.debut == nil {
      var depart = demarche.schema.depart
      depart.debut = debut
      self.demarche.modifierDepart(depart, signature)
    }
    self.signature = signature
    self.ids = ids
    let (headers, index) = try Headers.find(in: grid.rows, kind, words)
    understood = headers.understood
    notices = grid.remarks.map(Notice.source) + headers.unknown.map(Notice.unknownColumn)
    if index > 0 { notices.append(.titles(row: grid.rows[index].number)) }
    notices += headers.understood.filter(\.isGuess).map {
      .guessedColumn($0.title, column: $0.column)
    }
    separator = grid.separator
    let rows = grid.rows.dropFirst(index + 1).map { ImportRow($0, headers, words, choices) }
    switch kind {
    case .observations: importObservations(rows)
    case .participants:
      for row in rows { take(row) { (me, row) throws(Reason) in try me.participant(row) } }
    case .indicateurs: importIndicateurs(rows)
    case .realises: importRealises(rows)
    }
  }

  /// Nothing would be written.
  package var isRefused: Bool { !refusals.isEmpty }

  enum Outcome {
    case added, changed, unchanged
  }

  /// Counts what became of a row.
  mutating func take(
    _ row: ImportRow, _ work: (inout Importation, ImportRow) throws(Reason) -> Outcome
  ) {
    if row.isTotal(kind) {
      notices.append(.total(row: row.number))
      return
    }
    do throws(Reason) {
      if let reason = row.excess(separator) { throw reason }
      switch try work(&self, row) {
      case .added: added += 1
      case .changed: changed += 1
      case .unchanged: unchanged += 1
      }
    } catch {
      refusals.append(Refusal(row: row.number, reason: error))
    }
  }
}
