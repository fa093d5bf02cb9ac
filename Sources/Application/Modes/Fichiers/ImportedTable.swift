package import DPES

/// A table that comes in: where it is, what its rows are, and what was answered about it.
package struct ImportedTable: Hashable, Sendable {
  /// What the rows are, by the names of `palier importer`.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case observations, participants, indicateurs, realises

    /// Where what came in is seen, with its key.
    var place: String {
      switch self {
      case .observations: "au cercle (3)"
      case .participants: "au tour de table (1)"
      case .indicateurs: "au schéma (4)"
      case .realises: "au tableau (5)"
      }
    }

    var words: String {
      switch self {
      case .observations: "Des observations"
      case .participants: "Les personnes du tour de table"
      case .indicateurs: "Des indicateurs et leurs paliers (plan d’actions)"
      case .realises: "Des réalisés du tableau de bord"
      }
    }
  }

  /// Its path.
  package let source: String
  /// The sheet of a workbook; nil for the only one, and for a CSV.
  package var sheet: String?
  /// What its rows are.
  package let kind: Kind
  /// The titles of its columns, by which a like table is known; empty where they say nothing.
  package var headings = ""
  /// What was answered, by the question's id; empty for what is to be left out.
  package var answers: [String: String] = [:]

  /// A table by its path, the name of its sheet, and what its rows are.
  package init(source: String, sheet: String? = nil, kind: Kind, headings: String = "") {
    self.source = source
    self.sheet = sheet
    self.kind = kind
    self.headings = headings
  }
}

/// What a table makes of a démarche that is not made yet.
package struct ImportedDemarche: Hashable, Sendable {
  /// As it is made, before anything comes in: what undo goes back to.
  package let base: Demarche
  /// With all that the table brings.
  let demarche: Demarche
  /// The name of the table's file.
  let name: String
  /// What its rows are.
  let kind: ImportedTable.Kind?

  /// A démarche before and after a table, the name of its file, and what its rows are.
  package init(
    base: Demarche, _ demarche: Demarche, from name: String, kind: ImportedTable.Kind? = nil
  ) {
    self.kind = kind
    self.base = base
    self.demarche = demarche
    self.name = name
  }
}

/// The sheets of a file that may come in.
package struct TableSheets: Hashable, Sendable {
  /// One of them.
  package struct Sheet: Hashable, Sendable {
    /// nil for a CSV.
    let name: String?
    /// Rows that say something.
    let rows: Int
    let isHidden: Bool
    /// What its titles say that its rows are.
    let likely: ImportedTable.Kind?
    /// The titles of its columns; empty where they say nothing.
    let headings: String

    /// A sheet by its name, its rows, and what they are by its titles.
    package init(
      _ name: String?, rows: Int, isHidden: Bool = false, likely: ImportedTable.Kind? = nil,
      headings: String = ""
    ) {
      self.headings = headings
      self.name = name
      self.rows = rows
      self.isHidden = isHidden
      self.likely = likely
    }
  }

  /// In the order of the file.
  let sheets: [Sheet]
  /// Why the file can't be read; nil when it can.
  let refusal: String?

  /// The sheets of a file, or why it can't be read.
  package init(_ sheets: [Sheet], refusal: String? = nil) {
    self.sheets = sheets
    self.refusal = refusal
  }
}

/// What a table makes of a démarche, before anything is changed.
package struct TableReading: Hashable, Sendable {
  /// A sentence of it, and what it is about.
  package struct Line: Hashable, Sendable {
    /// How it is shown.
    package enum Tone: Hashable, Sendable {
      case summary, plain, change, refused, sample
      /// To be seen before anything comes in.
      case notable
    }

    let tone: Tone
    let text: String

    /// A sentence, and how it is shown.
    package init(_ tone: Tone, _ text: String) {
      self.tone = tone
      self.text = text
    }
  }

  /// Something that its rows ask, which one answer settles.
  package struct Asked: Hashable, Sendable {
    /// A value that the answer may be, and how it is said.
    package struct Option: Hashable, Sendable {
      let value: String
      let words: String

      /// A value, and how it is said.
      package init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
      }
    }

    /// By which the answer is known: ``ImportedTable/answers``.
    let id: String
    /// What is asked, without a mark of question.
    let text: String
    /// The same without the lines, which are others in another table.
    package var bare: String
    /// What is likely meant; nil where nothing is.
    let proposal: String?
    let options: [Option]
    /// Whether an answer may be none of them.
    let takesText: Bool
    /// What an answer is written from, where none is proposed.
    let written: String
    /// Whether an answer is a day, as `2026-03-12`.
    let isDay: Bool
    /// Whether an answer is of this sheet of this file alone, as the axis of all its rows.
    let isOfSheet: Bool

    /// A question by its id.
    package init(
      _ id: String, _ text: String, proposal: String?, options: [Option], takesText: Bool = false,
      isDay: Bool = false, isOfSheet: Bool = false, written: String = ""
    ) {
      bare = text
      self.written = written
      self.id = id
      self.text = text
      self.proposal = proposal
      self.options = options
      self.takesText = takesText
      self.isDay = isDay
      self.isOfSheet = isOfSheet
    }
  }

  /// What is said of it.
  let lines: [Line]
  /// What it asks.
  let asked: [Asked]
  /// What it tells of texts, and may be answered otherwise.
  let told: [Asked]
  /// Answers about texts that are not in the table, by their ids.
  let unused: Set<String>
  /// The démarche with all of it; nil when the table is refused, or brings nothing.
  let demarche: Demarche?

  /// What is said of a table, what it asks, answers of which it has nothing, and the démarche with all of it.
  package init(
    _ lines: [Line], asked: [Asked] = [], told: [Asked] = [], unused: Set<String> = [],
    _ demarche: Demarche?
  ) {
    self.told = told
    self.unused = unused
    self.lines = lines
    self.asked = asked
    self.demarche = demarche
  }
}
