import DPES

extension Importation {
  /// Something that refused rows ask, which one answer settles for all of them.
  package struct Asked: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
      /// What a word means in a column.
      case word(String, column: String)
      /// Whose initials a name is.
      case person(String)
      /// Whether somebody of a list is the one who has the same initials.
      case same(String)
      /// The axis of all rows, which the table does not say.
      case axe
      /// Whose the numbers are.
      case numeros
      /// Which title is that of a column.
      case column(String)
      /// Whether a title is that of a column which it is like.
      case title(String, column: String)
      /// Month 0 of the démarche, from which days are counted.
      case depart
      /// Whether rows that are refused for one cause are left aside.
      case aside(String)
    }

    package let subject: Subject
    package internal(set) var rows: [Int]
    /// What is likely meant; nil where nothing is.
    package let proposal: String?
    /// The values that an answer may be; none where it is a text.
    package let options: [String]
    /// Why rows would be left aside, or what an answer is about.
    package internal(set) var reason: Reason? = nil

    /// Whether its answer leaves rows aside.
    var isLoss: Bool { if case .aside = subject { true } else { false } }
  }

  /// What the refused rows ask, in their order, month 0 first; rows refused for what no answer settles are not
  /// among them.
  package var asked: [Asked] {
    var all: [Asked] = []
    var places: [Asked.Subject: Int] = [:]
    let hasManyLost = refusals.count { $0.reason.isLostLetters } > Self.mostTexts
    for refusal in refusals {
      guard let one = question(refusal, asWhole: hasManyLost) else { continue }
      if let place = places[one.subject] {
        all[place].rows.append(refusal.row)
      } else {
        places[one.subject] = all.count
        all.append(one)
      }
    }
    if let place = places[.depart] { all.insert(all.remove(at: place), at: 0) }
    // Rows that are lost for the table come last.
    return all.filter { !$0.isLoss } + all.filter(\.isLoss)
  }

  /// The column that the titles of a table leave open; nil where they leave none.
  package static func columnAsked(
    of grid: Grid, _ kind: Kind, _ words: ImportWords, _ choices: ImportChoices
  ) -> Asked? {
    switch ReadTable.fault(of: grid, kind, words, choices) {
    case .missing(let column, let row, let found, _) where !found.isEmpty:
      return Asked(subject: .column(column), rows: [row], proposal: nil, options: found)
    case .unsure(let column, let row, let titles):
      return Asked(subject: .column(column), rows: [row], proposal: nil, options: titles)
    case nil:
      guard let (row, like) = ReadTable.resembling(in: grid, kind, words, choices) else {
        return nil
      }
      return Asked(
        subject: .title(like.title, column: like.column), rows: [row], proposal: nil,
        options: ["oui", "non"])
    case .missing, .twice, .own: return nil
    }
  }

  /// Which title is a column that several would be, to be said otherwise: the one that it is taken for first.
  package var toldBeside: [Asked] {
    kind.columns.compactMap { column in
      var titles: [String] = []
      for case .beside(let title, let taken, column.name) in notices {
        titles += (titles.isEmpty ? [taken] : []) + [title]
      }
      guard let taken = titles.first else { return nil }
      return Asked(
        subject: .column(column.name), rows: [headers.row.number], proposal: taken,
        options: titles)
    }
  }

  /// As many texts that lost letters are asked about one by one.
  private static let mostTexts = 8

  func question(_ refusal: Refusal, asWhole: Bool) -> Asked? {
    let rows = [refusal.row]
    let isOneOfMany = asWhole && refusal.reason.isLostLetters
    if !isOneOfMany, let one = questionOfValue(refusal) ?? questionOfIdentity(refusal) {
      return one
    }
    switch refusal.reason {
    case .name(let name, let initials):
      return Asked(subject: .person(name), rows: rows, proposal: initials, options: [])
    case .group(let name):
      return Asked(subject: .person(name), rows: rows, proposal: "", options: [])
    case .noAxe(let likely):
      return Asked(
        subject: .axe, rows: rows, proposal: likely?.rawValue, options: Axe.allCases.map(\.rawValue)
      )
    case .otherNumber:
      return Asked(
        subject: .numeros, rows: rows, proposal: nil,
        options: ImportChoices.Numeros.allCases.map(\.rawValue))
    case .noStart:
      return Asked(subject: .depart, rows: rows, proposal: nil, options: [])
    case let reason:
      guard let cause = reason.leavableCause else { return nil }
      return Asked(
        subject: .aside(cause), rows: rows, proposal: nil, options: ["oui"], reason: reason)
    }
  }

  /// What a word of a column can mean; an empty one for nothing at all.
  func options(_ column: String) -> [String] {
    let values: [String] =
      switch column {
      case "axe": Axe.allCases.map(\.rawValue)
      case "college": College.allCases.map(\.rawValue)
      case "implication": Implication.allCases.map(\.rawValue)
      case "nature": Indicateur.Nature.allCases.map(\.rawValue)
      case "statut" where kind == .realises: Realise.Statut.allCases.map(\.rawValue)
      case "statut": Statut.allCases.map(\.rawValue)
      case "priorite": ["oui", "non"]
      default: []
      }
    // A row whose axis is none is left aside where it is a palier's.
    return values + [""]
  }
}

extension Importation.Kind {
  /// What the rows of a table are, by the titles of its columns; nil where they are of no kind.
  package static func likely(_ grid: Grid, _ words: ImportWords) -> Importation.Kind? {
    var best: (kind: Importation.Kind, count: Int)?
    for kind in allCases {
      // A table without what a kind needs is of another one.
      guard let headers = Headers.found(in: grid.rows, kind, words) else { continue }
      // Plans have deadlines too: réalisés say their period.
      if kind == .realises, best?.kind == .indicateurs, !headers.saysPeriod { continue }
      let count = headers.understood.count { !$0.isGuess } * 2 + headers.understood.count
      if count > best?.count ?? 0 { best = (kind, count) }
    }
    return best?.kind
  }
}

extension Importation.Kind {
  /// How many columns of this kind a sheet has, where it is of this kind by its titles.
  package func columns(in grid: Grid, _ words: ImportWords) -> Int {
    guard Self.likely(grid, words) == self else { return 0 }
    return Headers.found(in: grid.rows, self, words)?.understood.count ?? 0
  }
}

extension Importation.Kind {
  /// The titles of a sheet's columns, by which its like is known again; empty where it is of no kind.
  package static func headings(of grid: Grid, _ words: ImportWords) -> String {
    guard let kind = likely(grid, words), let headers = Headers.found(in: grid.rows, kind, words)
    else { return "" }
    return headers.titled.compactMap { headers.titles[$0] }.joined(separator: "\n")
  }
}

extension Headers {
  fileprivate var saysPeriod: Bool {
    let title = understood.first { $0.column == "periode" }?.title.headerName ?? ""
    return title.hasPrefix("periode") || title.hasPrefix("mois")
  }

  /// The headers of a table of a kind; nil where it is of none.
  ///
  /// Of several titles that are near one column any shows the kind: which one it is gets asked once the
  /// kind is chosen.
  fileprivate static func found(
    in rows: [Grid.Row], _ kind: Importation.Kind, _ words: ImportWords
  ) -> Headers? {
    var choices = ImportChoices()
    for _ in 0...kind.columns.count {
      do throws(Fault) {
        return try find(in: rows, kind, words, choices).headers
      } catch {
        guard case .unsure(let column, _, let titles) = error, let first = titles.first else {
          return nil
        }
        for title in titles {
          guard choices.add(column: "\(title)=\(title == first ? column : "")") else { return nil }
        }
      }
    }
    return nil
  }
}
