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
    /// A number that is none of whole things.
    case notWhole(String, column: String)
    case beyond(String, column: String, Limite)
    /// What a spreadsheet writes where a formula fails.
    case cellError(String, column: String)
    /// A text of which letters were lost before it came here.
    case lostLetters(String, column: String)
    /// A row of one cell, in the column of axes, that is none.
    case loneWord(String)
    /// A row that says one thing, and looks like a note or the title of others; what else it may be.
    case bareTitle(String, meanings: [String])
    /// An indicator whose row leaves its palier to one above, of another axis.
    case emptyPalier(String, above: String, Axe)
    /// No deadline that is read; whether it says that there is none.
    case notADeadline(String, saysNone: Bool)
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
    /// Several indicators, or people, of a cell's words; what tells them apart, in the same order.
    case ambiguousIndicateur(String, ids: [String], called: [String])
    case ambiguousPerson(String, ids: [String], called: [String])
    case needsReason
    /// A column is not there at all, so that no row can say it.
    case noAxe(likely: Axe?)
    /// A day, where the démarche does not say when it starts.
    case noStart(String)
    case beforeStart(String, Day)
    /// A word that is not known, and the one that it may mean.
    case unsureWord(String, column: String, proposal: String)
    /// A name where initials are asked for; those that it likely has, if it has some.
    case name(String, initials: String?)
    /// Several people at once, of whom none is named.
    case group(String)
    /// A palier of a title that nobody had, where others are no longer said that it may be, its title
    /// corrected; the likeliest first.
    case maybeCorrected(String, of: [String])
    /// A palier of a title that nobody had, with an indicator of one that other rows say.
    case sharesIndicateur(String, of: String)
    /// The same of an indicator of one palier.
    case maybeCorrectedIndicateur(String, of: [String])
    /// The same of an observation without a number.
    case maybeCorrectedTexte(String, of: [String])
    /// An indicator that the row says of another palier, where it is and where it would be.
    case movedIndicateur(String, from: String, to: String)
    /// Rows that name no indicator, of a palier that has several which no row names.
    case unnamedIndicateur(String, of: [String])
    /// A palier that the row says on another axis, what else than moving it may be meant, and what is.
    case otherAxis(
      String, known: String, from: Axe, to: Axe, unless: Move, likely: Move)
    /// A palier that rows say on two axes, by the ids of its indicators.
    case onTwoAxes(String, Axe)
    /// Somebody whose initials another has, who may be the same: the id of that one, as people know
    /// them, and initials that nobody has.
    case maybeSame(String, id: String, called: String, free: String)
    /// Somebody of here whom the table gives other initials: these, and those.
    case otherInitials(String, known: String, said: String)
    /// A row of people that names several.
    case severalNames(String)
    /// An indicator that a row above says otherwise: with another target, or other people.
    case saidOtherwise(String, row: Int)
    case closed(mois: Int)
    case sameTwice(row: Int)
    /// A row above the titles of the columns that looks like one of the table; where these are.
    case aboveTitles(Int)
    /// Titles of other columns, or of the same in other places: another table may begin there; what may
    /// become of it.
    case otherTable(String, meanings: [String])
    /// Somebody who was said to have the initials of another one of the table, these, and others.
    case sameAnswer(String, as: String, short: String, free: String)
    /// A cell of a column without a title, « colonne G », and what it says.
    case untitledColumn(String, text: String)
    /// A cell says something below no title; `text` is what was probably one, and was split.
    case moreCells(Int, titles: Int, separator: Character?, text: String, hasQuote: Bool)
  }

  /// What a person may want to look at, though it comes in.
  package enum Notice: Hashable, Sendable {
    case joins(String)
    /// Several names that were given the same initials: they come in as one person.
    case sameInitials(String, names: [String])
    /// A palier that is on another axis too, where the table does not say it.
    case otherAxis(palier: String, Axe)
    /// Rows that name no indicator, and say what is one's: it has the palier's title.
    case namedAfterPalier(rows: [Int])
    /// Rows that name no indicator, and are of the one of their palier that no other row names.
    case unnamedIndicateurs(rows: [Int])
    /// Indicators of paliers that got another one, and that the table does not say again; they stay.
    case absentIndicateurs([String])
    case near(row: Int, to: String)
    case unknownColumns([String])
    /// A title that would be a column which another one is taken for.
    case beside(String, taken: String, column: String)
    /// A column that nothing is taken from, and that may be one which the table has not.
    case resembles(String, column: String)
    /// A title that is not the name of the column it is taken for, but near it.
    case guessedColumn(String, column: String)
    /// Rows that are none of the table's.
    case aside([LeftAside: [Int]])
    /// Titles of axes among the rows.
    case section(Axe, rows: [Int])
    /// Rows that say the same; the first of each is taken.
    case repeated([[Int]])
    /// A palier with several deadlines, each in months; the first is taken.
    case deadlines(palier: String, rows: [Int], months: [Int])
    /// A deadline in other words than months: the last day of what it says, and the months.
    case month(row: Int, String, Day?, Int)
    /// A nature that nothing says but the value itself.
    case nature(row: Int, String, Indicateur.Nature)
    /// A unit that the value says.
    case unit(row: Int, String, String)
    /// A percentage where a number is asked for.
    case percentAsNumber(row: Int, String)
    /// A share, as « 0,8 », where a percentage is asked for: it is not multiplied.
    case shareAsPercent(row: Int, String)
    /// A text where the target is a number.
    case textForNumber(row: Int, String)
    /// So many of so many, and the percentage that they make.
    case share(row: Int, String, String)
    /// A text of more characters than the screen takes.
    case long(row: Int, column: String, Int)
    /// Words that nobody explained, and that stand for what is here already.
    case likeHere([Meaning])
    /// A word that was explained, and stands nowhere.
    case unusedMeaning(String)
    /// Rows that were said to be left aside, and that the table has not.
    case unusedRows([Int])
    /// Titles that were said to be a column, folded, and that the table has not.
    case unusedColumns([String])
    /// One of which nothing is asked where it stands: in one column, or in several of which none was said.
    case idleMeaning(String, String, columns: [String])
    /// One whose answer is none in its column.
    case refusedMeaning(String, String, column: String)
    /// Several people, of whom a field holds one.
    case severalPeople(row: Int, kept: String, others: String)
    /// The titles of the columns are not on the first row.
    case titles(row: Int)
    /// Rows of several cells above the titles; they are left aside. What the first of them say.
    case above([Int], [String])
    /// Texts with letters brought back that were read in another encoding, and the first of them.
    case mended(rows: [Int], before: String, after: String)
    /// A column without a title that numbers the rows, by its letters.
    case numbering(column: String)
    /// A column without a title that was said to be left aside.
    case untitledLeft(column: String)
    /// A column of colours where no cell says one: perhaps their grounds do, which are not read.
    case noStatut(column: String)
    /// A column that holds axes, whatever its title.
    case axisColumn(String)
    /// Rows that say one thing, where others say more.
    case bareTitles(Kind, rows: [Int], [String])
    /// Titles of another table that is read too, and those of which nothing is taken.
    case otherTable(rows: [Int], left: [String])
    /// Rows that say what the one above says, by a sign.
    case ditto(rows: [Int])
    /// Rows with a title of several lines, which is one; the first of them.
    case joinedLines(rows: [Int], String)
    /// A name that is one of here or of above in another order, or with « Mme » before.
    case sameName(row: Int, String, String)
    /// A number kept without the sign before it.
    case signLeft(row: Int, String)
    /// A point that parts decimals, or thousands.
    case maybeThousands(row: Int, String, String)
    /// Titles of collèges, of the people below.
    case collegeTitles(College, rows: [Int])
    case date(row: Int, Day, AvisDeDate)
    /// A number that another observation has already: the row got the next free one.
    case renumbered(row: Int, from: Int, to: Int)
    /// Rows whose numbers were said to be another document's.
    case otherNumbers(Int)
    /// Initials that a table of names does not say, and whose they are.
    case initialsOfNames([String])
    /// Rows whose number is none, and what the first of them says.
    case references(rows: [Int], String)
    /// Rows that were said to be left aside.
    case leftOut(rows: [Int])
    /// A time in other words than the month of a period.
    case period(row: Int, String, Day, Int)
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
  /// Those columns.
  let columns: [String]
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
  let headers: Headers
  /// Which row of the grid the titles are, of two the lower one.
  let titleIndex: Int
  /// What was read of all rows.
  let sense: RowSense
  /// Texts, folded, whose answer is said with its column.
  var contested: Set<String> = []
  /// Names that were given initials which no cell says.
  var madeInitials: [String] = []
  var ids: IDGenerator
  /// Rows so far, by what they are about.
  var met: [String: Int] = [:]
  /// The names that were said to have initials which nobody had, by these, folded.
  var answered: [String: Set<String>] = [:]
  /// What of the démarche a row was found to be about already.
  var taken: Set<String> = []
  /// Ids of what was added, and of what was changed; of a réalisé, its indicator's and its month.
  var new: Set<String> = []
  var touched: Set<String> = []
  /// What the titles of a schéma's table mean, beside those that are there.
  var titles = SaidTitles()
  /// What rows say of deadlines so far, by palier.
  var deadlines = SaidDeadlines()
  /// The paliers that rows are about, by their ids.
  var saidPaliers: Set<String> = []
  /// Of paliers whose title was corrected, by their ids; folded.
  var formerTitles: [String: String] = [:]
  /// Paliers whose title was corrected though the table says the former one too, by that, folded.
  var parted: [String: String] = [:]
  /// The axis that the sheet's name says.
  var sheetAxe: Axe?
  /// What rows say of indicators, by their ids.
  var said: [String: Indicateur] = [:]
  /// Where paliers stand.
  var paliers = PalierPlaces()
  /// Rows that add an observation, in their order.
  var addedRows: [Int] = []
  /// Rows whose number is another document's.
  var othersNumbers = 0
  /// Rows whose number is a word.
  var references: [(row: Int, text: String)] = []
  /// Rows that were said to be of nothing here.
  var leftOut: [Int] = []
  /// Rows that say something of an indicator and name none: it has the palier's title.
  var namedAfterPalier: [Int] = []
  /// Rows that say one thing, and look like something else than what the table holds.
  var bareTitles: Set<Int> = []
  /// Rows whose palier nobody said, by their numbers.
  var orphans: [Int: Reason] = [:]
  /// Rows that name no indicator, of one that is there.
  var unnamed: [Int] = []
  /// What becomes of the indicator of the row that is taken, where another palier has it.
  var parting: Parting?
  /// Of the row before: a merged cell of a spreadsheet is empty below its first row.
  var lastAxe: Axe?
  var lastPalier: String?

  /// Reads all rows of a grid once, by answers whose columns are known.
  init(
    reading grid: Grid, _ kind: Kind, into demarche: Demarche, _ signature: Signature,
    ids: IDGenerator, words: ImportWords, choices: ImportChoices
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
    let read = try ReadTable(grid, kind, words, choices)
    (headers, titleIndex, sense) = (read.headers, read.index, read.sense)
    understood = read.headers.understood
    columns = understood.map(\.column)
    separator = grid.separator
    leftOut = read.left
    let table = TableRows(read.rows, kind, read.headers, words, above: read.above)
    notices = read.notices(sections: table.above) + table.notices + table.alsoRead
    refusals = table.refusals
    refuse(read.above, table, read.sense)
    let rows = joiningNext(sayingDittos(knowing(table.rows, read.sense)))
    sheetAxe = grid.name.flatMap { ImportRow.axe(called: $0, read.headers, read.sense) }
    switch kind {
    case .observations: importObservations(rows)
    case .participants: importParticipants(rows, read.headers)
    case .indicateurs: importIndicateurs(rows)
    case .realises: importRealises(rows)
    }
    partInitials()
    if !leftOut.isEmpty { notices.append(.leftOut(rows: leftOut.sorted())) }
    refusals = refusals.enumerated()
      .sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
    for (short, names) in answered.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      notices.append(.sameInitials(short.uppercased(), names: names.sorted()))
    }
    findContested()
    noteUnused(choices)
  }

  /// Nothing would be written.
  package var isRefused: Bool { !refusals.isEmpty }

  enum Outcome {
    case added, changed, unchanged
    /// Nothing of the table's: it was said to be left aside, or is a title of those below.
    case left
  }

  /// Refuses what stands above the titles and looks like a row of the table: it would be lost.
  private mutating func refuse(_ above: [Grid.Row], _ table: TableRows, _ sense: RowSense) {
    let reason = Reason.aboveTitles(table.headers.row.number)
    let rows = above.filter { table.isLikeRows(ImportRow($0, table.headers, sense)) }
    if let cause = reason.leavableCause, sense.choices.aside.contains(cause) {
      leftOut += rows.map(\.number)
    } else {
      refusals += rows.map { Refusal(row: $0.number, reason: reason) }
    }
  }

  /// Counts what became of a row.
  mutating func take(
    _ row: ImportRow, _ work: (inout Importation, ImportRow) throws(Reason) -> Outcome
  ) {
    do throws(Reason) {
      if let reason = row.excess(separator) ?? row.cellError(columns) ?? row.lostLetters(columns) {
        throw reason
      }
      if row.isLeftForLetters(kind) {
        leftOut.append(row.number)
        return
      }
      noteLong(row)
      switch try work(&self, row) {
      case .added: added += 1
      case .changed: changed += 1
      case .unchanged: unchanged += 1
      case .left: break
      }
    } catch {
      if let cause = error.leavableCause, row.choices.aside.contains(cause) {
        leftOut.append(row.number)
      } else {
        refusals.append(Refusal(row: row.number, reason: error))
      }
    }
  }
}
