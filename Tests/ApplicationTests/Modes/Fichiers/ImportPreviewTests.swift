import DPES
import TerminalUI
import Testing

@testable import Application

/// A table shown before it comes in, with what it asks.
@Suite struct ImportPreviewTests {
  private static let table = ImportedTable(
    source: "/x/plan.xlsx", sheet: "Plan", kind: .indicateurs)

  private static let asked = [
    TableReading.Asked(
      "axe", "De quel axe sont ses lignes", proposal: nil,
      options: [.init("utilite", "Utilité"), .init("personne", "Personne")]),
    TableReading.Asked(
      "mot", "Ligne 4, statut\u{A0}: que veut dire «\u{A0}à améliorer\u{A0}»", proposal: "orange",
      options: [.init("rouge", "rouge"), .init("orange", "orange"), .init("", "rien")]),
    TableReading.Asked(
      "qui", "Lignes 3 et 5\u{A0}: de quelles initiales est «\u{A0}Marie Dupont\u{A0}»",
      proposal: "MD", options: [.init("MD", "MD"), .init("", "personne")], takesText: true),
  ]

  private static func opened(
    _ size: Size = Size(80, 24), isASCII: Bool = false, asked: [TableReading.Asked] = asked
  ) throws -> State {
    var state = state(try example(), size, isASCII: isASCII)
    _ = state.open(ImportPreview(table, into: try example()))
    _ = state.update(
      .tableRead(
        table, TableReading([.init(.summary, "Rien n’est importé.")], asked: asked, nil)))
    return state
  }

  @Test func `each question is answered by Entrée, and the table read again with all answers`()
    throws
  {
    var state = try Self.opened()
    // Nothing is proposed for the axis: an answer is chosen first.
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains("choisissent une réponse"))
    #expect(state.press(.right, .right, .enter).isEmpty)
    #expect(state.press(.enter).isEmpty)
    var table = Self.table
    table.answers = ["axe": "personne", "mot": "orange", "qui": "MD"]
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
    #expect(state.words.contains("Lecture avec ces réponses"))
    // A reading of the answers before is let go.
    _ = state.update(.tableRead(Self.table, TableReading([.init(.plain, "Ancien")], nil)))
    #expect(!state.words.contains("Ancien"))
    var done = try example()
    done.schema.paliers[0].intitule = "Venu du tableur"
    _ = state.update(.tableRead(table, TableReading([.init(.summary, "Une ligne.")], done)))
    #expect(state.words.contains("Une ligne.") && state.words.contains("Entrée importe"))
    // The answers stay to be seen, and changed.
    #expect(state.words.contains("‹ Personne ›"))
    var changed = table
    changed.answers["axe"] = "utilite"
    var other = state
    #expect(other.press(.left) == [.readTable(changed, into: try example())])
    state.press(.enter)
    #expect(state.document?.demarche.schema.paliers[0].intitule == "Venu du tableur")
    state.press(.character("u"))
    let palier = try example().schema.paliers[0]
    #expect(state.document?.demarche.schema.paliers[0] == palier)
  }

  @Test func `initials are written, or a name left out`() throws {
    var state = try Self.opened(asked: [Self.asked[2]])
    state.press(.character("m"))
    state.press(.backspace, .backspace)
    state.type("MDu")
    var table = Self.table
    table.answers = ["qui": "MDu"]
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
    var other = try Self.opened(asked: [Self.asked[2]])
    table.answers = ["qui": ""]
    #expect(other.press(.right, .enter) == [.readTable(table, into: try example())])
    // What has options takes no other words.
    var axis = try Self.opened(asked: [Self.asked[0]])
    #expect(axis.press(.character("m")).isEmpty && axis.modes.count == 1)
  }

  @Test func `Échap leaves everything as it was`() throws {
    var state = try Self.opened()
    state.press(.enter, .right, .escape)
    #expect(state.modes.isEmpty)
    #expect(state.document?.demarche == (try example()))
  }

  private static func long(_ count: Int) -> TableReading {
    TableReading(
      [.init(.summary, "Essai, rien n’est écrit\u{A0}: \(count) lignes changent ce qui était là.")]
        + (0..<count).map {
          .init(
            .change,
            "Ligne \($0 + 2), n°\u{A0}\($0), texte\u{A0}: «\u{A0}un texte assez long pour deux lignes\u{A0}» → «\u{A0}un autre texte\u{A0}»"
          )
        }, nil)
  }

  @Test(arguments: [Size(40, 12), Size(80, 24), Size(160, 45)])
  func `every line of a long preview can be reached`(size: Size) throws {
    var state = try Self.opened(size, asked: [])
    _ = state.update(.tableRead(Self.table, Self.long(10_000)))
    state.press(.end)
    #expect(state.words.contains("Ligne 10001,"))
    state.press(.home)
    #expect(state.words.contains("Essai, rien n’est écrit"))
    var seen: Set<Int> = []
    for _ in 0..<40 {
      for match in state.words.matches(of: /Ligne (\d+),/) { seen.insert(Int(match.1) ?? 0) }
      state.press(.pageDown)
    }
    let last = seen.max() ?? 0
    #expect(seen == Set(2...last) && last > 40)
  }

  @Test(
    arguments: [
      (Size(40, 12), false), (Size(80, 24), false), (Size(60, 16), true), (Size(160, 45), false),
    ])
  func `the preview is drawn as recorded`(size: Size, isASCII: Bool) throws {
    var state = try Self.opened(size, isASCII: isASCII)
    try expectContent(state, named: "import-questions-\(size.width)x\(size.height)")
    _ = state.update(.tableRead(Self.table, Self.long(40)))
    state.press(.pageDown)
    try expectContent(state, named: "import-long-\(size.width)x\(size.height)")
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `the sheets of a workbook are told with their rows`(size: Size) throws {
    var state = state(try example(), size)
    state.press(.control("o"))
    _ = state.update(
      .folder(FolderListing(nil, [.init(.table, "plan.xlsx", path: "/x/plan.xlsx")])))
    state.press(.enter)
    _ = state.update(
      .sheets(
        TableSheets([
          .init("Plan", rows: 42, likely: .indicateurs), .init("Séance", rows: 1),
          .init("Vide", rows: 0), .init("Listes", rows: 12, isHidden: true),
        ]), of: "/x/plan.xlsx"))
    try expectContent(state, named: "import-feuilles-\(size.width)x\(size.height)")
    state.press(.enter)
    #expect(state.words.contains("d’après ses titres"))
    let effects = state.press(.enter)
    #expect(
      effects == [
        .readTable(Self.table, into: try example())
      ])
  }

  @Test func `a file that is no table says what it is, and nothing can be chosen`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.control("o"))
    _ = state.update(.folder(FolderListing(nil, [.init(.table, "plan.pdf", path: "/x/plan.pdf")])))
    state.press(.enter)
    _ = state.update(.sheets(TableSheets([], refusal: "C’est un PDF."), of: "/x/plan.pdf"))
    #expect(state.words.contains("C’est un PDF.") && state.press(.enter).isEmpty)
    state.press(.escape)
    #expect(state.modes.isEmpty)
  }

  @Test func `documents that go out lead to what comes in`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("e"))
    #expect(state.press(.character("i")) == [.listFolder(nil)])
    #expect(state.modes.count == 1 && state.words.contains("Importer un tableau"))
  }
}
