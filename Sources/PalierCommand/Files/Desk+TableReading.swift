import Application
import DPES
import Documents

// What a table would make of the démarche that is open, for somebody to look at first.
extension Desk {
  /// What is said of a table, what it asks, and the démarche with all of it.
  func reading(of table: ImportedTable, into demarche: Demarche) -> TableReading {
    do throws(Failure) {
      let choices = Self.choices(table.answers, for: demarche)
      let grid = try self.table(table.source, sheet: table.sheet, of: Self.kind(of: table))
      let open = Importation.columnAsked(
        of: grid, Self.kind(of: table), try importWords(), choices)
      if let open {
        let question = question(open, Self.kind(of: table), demarche)
        return TableReading(
          [.init(.summary, "Une colonne est à dire d’abord.")], asked: [question], nil)
      }
      let done = try importation(
        of: grid, Self.kind(of: table), into: demarche, from: table.source, choices: choices)
      let brings = !done.isRefused && done.demarche != demarche
      let asked = done.asked
      return TableReading(
        Self.lines(of: done, asked: asked),
        asked: asked.map { question($0, done.kind, demarche) },
        told: (done.toldBeside + done.toldAlone).prefix(Self.mostTold).map {
          question($0, done.kind, demarche)
        },
        unused: Self.unused(table.answers, in: grid),
        brings ? done.demarche : nil)
    } catch {
      return TableReading([.init(.refused, error.sentence)], nil)
    }
  }

  /// As many texts that stand alone as may be left aside on the screen.
  private static let mostTold = 200

  private static func lines(
    of done: Importation, asked: [Importation.Asked]
  ) -> [TableReading.Line] {
    // What is asked stands above, once.
    let answered = Set(asked.flatMap(\.rows))
    let refused = Sentences.sentences(
      done.refusals.filter { !answered.contains($0.row) }, of: done)
    return [.init(.summary, Sentences.summary(done, isDone: false, isSeen: true))]
      + refused.map { .init(.refused, $0) }
      + Sentences.sentences(done.notices.filter(\.isToBeSeen), isSeen: true).map {
        .init(.notable, $0)
      }
      + ([Sentences.columns(done)] + Sentences.counts(done)).map { .init(.plain, $0) }
      + Sentences.changes(done).map { .init(.change, $0) }
      + Sentences.samples(done).map { .init(.sample, $0) }
      + Sentences.sentences(done.notices.filter { !$0.isToBeSeen }).map { .init(.plain, $0) }
  }

  /// What is asked, with its words for a table whose lines are others.
  private func question(
    _ asked: Importation.Asked, _ kind: Importation.Kind, _ demarche: Demarche
  ) -> TableReading.Asked {
    var question = self.asked(asked, kind, demarche)
    question.bare = Sentences.bareQuestion(asked)
    return question
  }

  private func asked(
    _ asked: Importation.Asked, _ kind: Importation.Kind, _ demarche: Demarche
  ) -> TableReading.Asked {
    let called = demarche.called(asked)
    let options = asked.options.map {
      TableReading.Asked.Option($0, called[$0] ?? Sentences.answer($0, to: asked.subject, kind))
    }
    if case .depart = asked.subject {
      let today = clock.now().day
      return TableReading.Asked(
        asked.subject.id, Sentences.question(asked), proposal: today.iso,
        options: [.init(today.iso, today.french)], takesText: true, isDay: true)
    }
    if case .same = asked.subject {
      let all = asked.options.enumerated().map { place, value in
        let isSame = place == 0
        return TableReading.Asked.Option(
          value, isSame ? "oui, \(Sentences.called(value, asked.reason))" : "non, \(value)")
      }
      return TableReading.Asked(
        asked.subject.id, Sentences.question(asked), proposal: nil, options: all, takesText: true)
    }
    guard case .person = asked.subject else {
      return TableReading.Asked(
        asked.subject.id, Sentences.question(asked), proposal: asked.proposal, options: options,
        takesText: asked.subject.takesText, isOfSheet: asked.subject.isOfSheet,
        written: asked.subject.written)
    }
    var initials: [TableReading.Asked.Option] = []
    if let short = asked.proposal, !short.isEmpty {
      let isKnown = !demarche.participants(named: short).isEmpty
      initials = [.init(short, isKnown ? "\(short), déjà du tour de table" : short)]
    }
    return TableReading.Asked(
      asked.subject.id, Sentences.question(asked), proposal: asked.proposal,
      options: options + initials + [.init("", "personne")], takesText: true)
  }

  /// The answers about texts of which a table has not all words in one row.
  private static func unused(_ answers: [String: String], in grid: Grid) -> Set<String> {
    let texts = answers.keys.compactMap { id -> (String, String)? in
      switch Importation.Asked.Subject(id: id) {
      // It is called by its place.
      case .word(_, column: Importation.untitled): nil
      // Where its palier is said above, no row says both.
      case .word(let text, column: "indicateur") where text.hasSuffix(")"):
        (id, text.split(separator: "(").dropLast().joined(separator: "("))
      case .word(let text, _), .person(let text), .same(let text): (id, text)
      default: nil
      }
    }
    let missing = grid.lacking(texts.map(\.1))
    return Set(texts.filter { missing.contains($0.1) }.map(\.0))
  }

  private static func choices(
    _ answers: [String: String], for demarche: Demarche
  ) -> ImportChoices {
    var choices = ImportChoices()
    for (id, answer) in answers {
      switch Importation.Asked.Subject(id: id) {
      case .axe: choices.axe = Axe(rawValue: answer)
      case .numeros: choices.numeros = ImportChoices.Numeros(rawValue: answer)
      // One that it has meanwhile stays.
      case .depart: choices.debut = demarche.schema.debut == nil ? Day(iso: answer) : nil
      case .person(let name), .same(let name):
        choices.add(meaning: answer, of: name, in: Importation.personColumn)
      case .column(let column): _ = choices.add(column: "\(answer)=\(column)")
      case .title(let title, let column):
        _ = choices.add(column: "\(title)=\(answer == "oui" ? column : "")")
      case .word(let word, let column): choices.add(meaning: answer, of: word, in: column)
      case .aside(let cause): choices.aside.insert(cause)
      case nil: break
      }
    }
    return choices
  }
}

extension Demarche {
  /// What answers that are ids are called.
  fileprivate func called(_ asked: Importation.Asked) -> [String: String] {
    let ids = asked.options.filter { !$0.isEmpty }
    let names: [String]
    switch asked.subject {
    case .person: names = toldApart(ids)
    case .word(_, column: "indicateur"):
      let known = Set(schema.paliers.flatMap(\.indicateurs).map(\.id))
      let own = ids.filter(known.contains)
      return Dictionary(zip(own, toldApart(indicateurs: own)), uniquingKeysWith: { $1 })
    default: return [:]
    }
    return Dictionary(zip(ids, names), uniquingKeysWith: { $1 })
  }
}

extension Importation.Asked.Subject {
  /// Whether an answer may be in one's own words, as a deadline or a number.
  fileprivate var takesText: Bool {
    guard case .word(_, let column) = self else { return false }
    return [
      "echeance", "cible", "valeur", "numero", "date", "indicateur", "lettres",
      Importation.emptyPalier,
    ].contains(column)
  }

  /// What an answer is written from: a text that lost letters is corrected.
  fileprivate var written: String {
    if case .word(let text, Importation.lostLetters) = self { text } else { "" }
  }

  /// Whether an answer says nothing of another sheet.
  fileprivate var isOfSheet: Bool {
    switch self {
    case .axe, .numeros, .aside: true
    default: false
    }
  }

  private static let separator: Character = "\u{1F}"

  /// By which the screen knows it.
  fileprivate var id: String {
    switch self {
    case .axe: "axe"
    case .numeros: "numeros"
    case .depart: "depart"
    case .column(let name): "colonne\(Self.separator)\(name)"
    case .title(let title, let column): "titre\(Self.separator)\(column)\(Self.separator)\(title)"
    case .person(let name): "personne\(Self.separator)\(name)"
    case .same(let name): "meme\(Self.separator)\(name)"
    case .aside(let cause): "ecart\(Self.separator)\(cause)"
    case .word(let word, let column): "mot\(Self.separator)\(column)\(Self.separator)\(word)"
    }
  }

  fileprivate init?(id: String) {
    let parts = id.split(separator: Self.separator, maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    switch (parts[0], parts.count) {
    case ("axe", 1): self = .axe
    case ("numeros", 1): self = .numeros
    case ("depart", 1): self = .depart
    case ("colonne", 2): self = .column(parts[1])
    case ("personne", 2): self = .person(parts[1])
    case ("meme", 2): self = .same(parts[1])
    case ("ecart", 2): self = .aside(parts[1])
    case ("titre", 3): self = .title(parts[2], column: parts[1])
    case ("mot", 3): self = .word(parts[2], column: parts[1])
    default: return nil
    }
  }
}
