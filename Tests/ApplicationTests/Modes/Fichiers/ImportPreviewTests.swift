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
      options: [
        .init("utilite", "Utilité"), .init("personne", "Personne"),
        .init("territoire", "Territoire"),
      ]),
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

  @Test
  func `each question is answered by Entrée, and the table read again with the answers so far`()
    throws
  {
    var state = try Self.opened()
    // Nothing is proposed for the axis: an answer is chosen first.
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains("choisissent une réponse"))
    var table = Self.table
    table.answers = ["axe": "personne"]
    #expect(state.press(.right, .right, .enter) == [.readTable(table, into: try example())])
    // The preview is of that answer, and the next question stays the selected one.
    let left = Array(Self.asked.dropFirst())
    _ = state.update(
      .tableRead(table, TableReading([.init(.plain, "Avec un axe.")], asked: left, nil)))
    #expect(state.words.contains("Avec un axe.") && state.words.contains("2 questions :"))
    table.answers["mot"] = "orange"
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
    table.answers["qui"] = "MD"
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
    #expect(state.words.contains("Lecture avec ces réponses"))
    // A reading of the answers before is let go.
    _ = state.update(.tableRead(Self.table, TableReading([.init(.plain, "Ancien")], nil)))
    #expect(!state.words.contains("Ancien"))
    var done = try example()
    done.schema.paliers[0].intitule = "Venu du tableur"
    _ = state.update(.tableRead(table, TableReading([.init(.summary, "Une ligne.")], done)))
    #expect(state.words.contains("Une ligne.") && state.words.contains("Entrée importe"))
    // The answers stay to be seen below what is said, and changed.
    #expect(state.words.contains("‹ Personne ›"))
    var changed = table
    changed.answers["axe"] = "utilite"
    var other = state
    other.press(.down)
    #expect(other.press(.left) == [.readTable(changed, into: try example())])
    _ = other.update(.tableRead(changed, TableReading([.init(.summary, "Une ligne.")], done)))
    changed.answers["axe"] = "territoire"
    #expect(other.press(.left) == [.readTable(changed, into: try example())])
    state.press(.enter)
    #expect(state.words.contains("plan.xlsx est importé, au schéma (4)"))
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
    // An empty answer is one where the question says so.
    var empty = try Self.opened(asked: [Self.asked[2]])
    empty.press(.character("m"))
    empty.press(.backspace, .backspace)
    #expect(empty.press(.enter) == [.readTable(table, into: try example())])
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

  private static let start = TableReading.Asked(
    "depart", "Quel jour est le mois 0", proposal: "2026-11-29",
    options: [.init("2026-11-29", "29 novembre 2026")], takesText: true, isDay: true)

  @Test func `month 0 is a day that is typed, or the one proposed`() throws {
    var state = try Self.opened(asked: [Self.start])
    var other = state
    var table = Self.table
    table.answers = ["depart": "2026-11-29"]
    #expect(other.press(.enter) == [.readTable(table, into: try example())])
    state.press(.character("m"))
    state.type("un jour")
    #expect(state.press(.enter).isEmpty && state.words.contains("Écrivez un jour"))
    state.press(.control("u"))
    state.type("01/07/2026")
    table.answers = ["depart": "2026-07-01"]
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
    #expect(state.words.contains("‹ 1er juillet 2026 ›"))
  }

  @Test func `keys are named only where they do something`() throws {
    // The last row of the window.
    func keys(_ state: State) -> String {
      state.view.description.split(separator: "\n").last.map(String.init) ?? ""
    }
    let axis = try Self.opened(asked: [Self.asked[0]])
    #expect(!keys(axis).contains("écrire") && keys(axis).contains("autre réponse"))
    #expect(keys(try Self.opened(asked: [Self.asked[2]])).contains("écrire"))
    let nothing = try Self.opened(asked: [])
    #expect(!keys(nothing).contains("importer") && keys(nothing).contains("renoncer"))
    var done = try Self.opened(asked: [])
    _ = done.update(.tableRead(Self.table, TableReading([.init(.summary, "Oui.")], try example())))
    #expect(keys(done).contains("importer"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24)])
  func `what is said stands in the card of a low window, not over it`(size: Size) throws {
    var state = try Self.opened(size)
    #expect(state.press(.enter).isEmpty)
    #expect(state.words.contains("choisissent une réponse"))
    #expect(state.words.contains("Importer ?") && state.words.contains("plan.xlsx"))
    try expectContent(state, named: "import-dit-\(size.width)x\(size.height)")
  }

  @Test func `what was said before does not stay under the preview`() throws {
    var state = state(try example(), Size(80, 24))
    state.say("Avant.")
    _ = ImportPreview.open(&state, Self.table, into: try example())
    #expect(!state.words.contains("Avant."))
  }

  @Test func `an answer that settles nothing is asked again`() throws {
    var state = try Self.opened(asked: [Self.asked[1]])
    state.press(.enter)
    var table = Self.table
    table.answers = ["mot": "orange"]
    _ = state.update(.tableRead(table, TableReading([], asked: [Self.asked[1]], nil)))
    #expect(state.words.contains("1 question : Entrée répond"))
  }

  @Test func `a file that comes in again is asked nothing twice while the démarche is open`() throws
  {
    var state = try Self.opened(asked: [Self.asked[1], Self.start])
    state.press(.enter, .enter)
    state.press(.escape)
    let base = try example()
    // Month 0 is there: it is not asked, nor said.
    var again = Self.table
    again.answers = ["mot": "orange"]
    let corrected = ImportedTable(source: "/autre/plan.xlsx", kind: .indicateurs)
    var answered = corrected
    answered.answers = again.answers
    #expect(
      ImportPreview.open(&state, corrected, into: base) == [.readTable(answered, into: base)])
    #expect(state.words.contains("‹ orange ›") && !state.words.contains("mois 0"))
    let other = ImportedTable(source: "/x/autre.xlsx", kind: .indicateurs)
    #expect(ImportPreview.open(&state, other, into: base) == [.readTable(other, into: base)])
    _ = state.update(.opened(Document(base, path: "/x/autre.dpes.json")))
    #expect(
      ImportPreview.open(&state, corrected, into: base) == [.readTable(corrected, into: base)])
  }

  @Test func `a table of the same columns is asked nothing twice, but what is of its sheet`() throws
  {
    let axis = TableReading.Asked(
      "axe", "De quel axe", proposal: "utilite", options: [.init("utilite", "Utilité")],
      isOfSheet: true)
    let titles = "action\npilote"
    let table = ImportedTable(
      source: "/x/plan.xlsx", sheet: "Utilité", kind: .indicateurs, headings: titles)
    var state = state(try example(), Size(80, 24))
    _ = state.open(ImportPreview(table, into: try example()))
    _ = state.update(.tableRead(table, TableReading([], asked: [axis, Self.asked[1]], nil)))
    let base = try example()
    var given = state
    given.press(.enter, .enter, .escape)
    // What was given up serves the same file alone.
    let later = ImportedTable(
      source: "/x/plan-v2.xlsx", sheet: "Utilité", kind: .indicateurs, headings: titles)
    #expect(ImportPreview.open(&given, later, into: base) == [.readTable(later, into: base)])
    state.press(.enter, .enter)
    var read = table
    read.answers = ["axe": "utilite", "mot": "orange"]
    var done = base
    done.schema.paliers[0].intitule = "Venu du tableur"
    _ = state.update(.tableRead(read, TableReading([], done)))
    state.press(.enter)
    for (source, sheet, headings, answers) in [
      ("/x/plan.xlsx", "Utilité", titles, ["axe": "utilite", "mot": "orange"]),
      ("/x/plan.xlsx", "Personne", titles, ["mot": "orange"]),
      ("/x/plan-v2.xlsx", "Utilité", titles, ["mot": "orange"]),
      ("/x/plan-v2.xlsx", "Utilité", "texte", [:]), ("/x/autre.xlsx", "Utilité", "", [:]),
    ] {
      let other = ImportedTable(
        source: source, sheet: sheet, kind: .indicateurs, headings: headings)
      var answered = other
      answered.answers = answers
      #expect(ImportPreview.open(&state, other, into: base) == [.readTable(answered, into: base)])
      state.press(.escape)
    }
  }

  @Test func `a text that lost letters is corrected from what is left of it`() throws {
    let text = "La pr?vention"
    let asked = TableReading.Asked(
      "lettres", "Que faut-il lire", proposal: nil,
      options: [.init(text, "tel quel"), .init("", "rien")], takesText: true, written: text)
    var state = try Self.opened(asked: [asked])
    state.press(.character("m"))
    var table = Self.table
    table.answers = ["lettres": text + " des chutes"]
    state.type(" des chutes")
    #expect(state.press(.enter) == [.readTable(table, into: try example())])
  }

  @Test func `an answer about a text that the table has not is not shown there`() throws {
    var state = try Self.opened(asked: [Self.asked[1]])
    state.press(.enter, .escape)
    let base = try example()
    var again = Self.table
    again.answers = ["mot": "orange"]
    #expect(ImportPreview.open(&state, Self.table, into: base) == [.readTable(again, into: base)])
    var other = state
    _ = state.update(.tableRead(again, TableReading([.init(.plain, "Lu.")], nil)))
    #expect(state.words.contains("à améliorer"))
    _ = other.update(
      .tableRead(again, TableReading([.init(.plain, "Lu.")], unused: ["mot"], nil)))
    #expect(other.words.contains("Lu.") && !other.words.contains("à améliorer"))
  }

  @Test func `undo says which file it takes back, and how much`() throws {
    var state = try Self.opened(asked: [])
    var done = try example()
    done.schema.paliers[0].intitule = "Venu du tableur"
    done.schema.paliers[1].intitule = "Lui aussi"
    _ = state.update(.tableRead(Self.table, TableReading([], done)))
    state.press(.enter, .character("u"))
    #expect(state.words.contains("Annulé : l’import de plan.xlsx (2 paliers)."))
    state.press(.control("r"))
    #expect(state.words.contains("Rétabli : l’import de plan.xlsx (2 paliers)."))
  }

  private static func long(_ count: Int) -> TableReading {
    TableReading(
      [.init(.summary, "Dans ce fichier\u{A0}: \(count) lignes changent ce qui était là.")]
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
    #expect(state.words.contains("Dans ce fichier"))
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

  @Test func `a question that another answer settled is asked no more`() throws {
    var state = try Self.opened()
    state.press(.right, .enter)
    var table = Self.table
    table.answers = ["axe": "utilite"]
    _ = state.update(.tableRead(table, TableReading([], asked: [Self.asked[2]], nil)))
    #expect(state.words.contains("1 question :") && !state.words.contains("à améliorer"))
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24)])
  func `what is to be seen stands above the changes, with a sign`(size: Size) throws {
    var state = try Self.opened(size, asked: [])
    let lines = [
      TableReading.Line(.summary, "Dans ce fichier\u{A0}: 1 ligne."),
      .init(.notable, "1 palier n’est plus dans le tableau, et reste\u{A0}: «\u{A0}Tri\u{A0}»."),
    ]
    _ = state.update(
      .tableRead(
        Self.table,
        TableReading(lines + (0..<60).map { .init(.change, "Ligne \($0)") }, try example())))
    #expect(state.words.contains("! 1 palier n’est plus"))
    try expectContent(state, named: "import-a-voir-\(size.width)x\(size.height)")
  }

  @Test func `the folder where a table was found is where the next one is looked for`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.control("o"))
    _ = state.update(
      .folder(FolderListing(nil, [.init(.table, "plan.xlsx", path: "/x/plan.xlsx")])))
    state.press(.enter, .escape)
    #expect(state.press(.control("o")) == [.listFolder("/x")])
    // One that is gone asks where to look, as at first.
    let effects = state.update(
      .folder(FolderListing("/x", [], refusal: "Ce dossier n’est plus là.")))
    #expect(effects == [.listFolder(nil)] && state.words.contains("Où chercher"))
  }

  @Test func `documents that go out lead to what comes in`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character("e"))
    #expect(state.press(.character("i")) == [.listFolder(nil)])
    #expect(state.modes.count == 1 && state.words.contains("Importer un tableau"))
  }
}
