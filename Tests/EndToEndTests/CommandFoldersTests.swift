import Application
import DPES
import DPESStore
import Foundation
import TerminalUI
import Testing

@testable import PalierCommand

/// Looking for files, and bringing tables in, from the start screen.
@Suite struct CommandFoldersTests {
  private let folder = try? CommandFolder()

  private func desk() throws -> Desk {
    let folder = try #require(folder)
    let places = Places(
      environment: ["HOME": folder.url.path, "XDG_STATE_HOME": folder.path("state")],
      executable: nil
    ) { _ in false }
    return Desk(places: places, clock: .system(), folder: folder.url.path)
  }

  @Test func `a folder lists démarches, the newest first, then folders, nothing hidden`() throws {
    let folder = try #require(folder)
    let files = FileManager.default
    for (name, age) in [("a.dpes.json", 30), ("b.dpes.json", 10), ("c.csv", 20)] {
      let path = try folder.put("{}", in: name)
      let date = Date(timeIntervalSince1970: Double(1_800_000_000 - age))
      try files.setAttributes([.modificationDate: date], ofItemAtPath: path)
    }
    try folder.put("", in: ".cache.dpes.json")
    try folder.put("", in: "photo.jpg")
    for name in ["Zoé", "École", ".git"] {
      try files.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let listing = try desk().listing(of: folder.url.path)
    #expect("\(listing)".contains("refusal: nil"))
    let names = ["b.dpes.json", "c.csv", "a.dpes.json", "École", "Zoé"]
    let places = names.map { "\(listing)".range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(!"\(listing)".contains("photo") && !"\(listing)".contains(".git"))
    #expect(!"\(listing)".contains(".cache"))
  }

  @Test func `the folder of the open démarche is the first to look into, and once`() throws {
    let path = try #require(folder).put(smallFile, in: "Plans/x.dpes.json")
    let shown = FolderListing(nil, [.init(.folder, "~/Plans", path: FileName.folder(of: path))])
    let first = try desk().listing(of: nil, beside: path)
    #expect(first.entries.first == shown.entries.first)
    #expect(Set(first.entries.map(\.path)).count == first.entries.count)
    #expect(try desk().listing(of: nil).entries.first != shown.entries.first)
  }

  @Test func `an empty workbook is told as one`() throws {
    let path = try #require(folder).put("", in: "vide.xlsx")
    let told = "\(try desk().sheets(of: path))"
    #expect(told.contains("est vide") && told.contains("classeur") && !told.contains("CSV"))
  }

  @Test func `rows are left aside by an answer of the screen`() throws {
    let folder = try #require(folder)
    let source = try folder.put("axe;palier\nU;Un\nP;\nT;Deux\n", in: "plan.csv")
    let demarche = try DemarcheFile.open(try folder.put(smallFile, in: "x.dpes.json")).demarche
    var table = ImportedTable(source: source, kind: .indicateurs)
    let id = "ecart\u{1F}missing palier"
    let asked = "\(try desk().reading(of: table, into: demarche))"
    #expect(asked.contains("laisser de côté") && asked.hasSuffix("demarche: nil)"))
    table.answers = [id: "oui"]
    let done = "\(try desk().reading(of: table, into: demarche))".replacing("\\u{A0}", with: " ")
    #expect(done.contains("asked: []") && done.contains("2 lignes ajoutent"), "\(done)")
  }

  @Test func `a folder that is gone says so`() throws {
    #expect("\(try desk().listing(of: "/nulle/part"))".contains("n’est plus là"))
  }

  @Test func `a new démarche with a table is made as it was looked at, and undo empties it`() throws
  {
    let folder = try #require(folder)
    let good = try folder.put("texte;axe\nLe tri;utilité\n", in: "bon.csv")
    let base = Demarche(id: "abc", raisonSociale: "Bon")
    var done = base
    done.participants = [Participant()]
    let terminal = ScriptedTerminal([])
    var session = try Session(terminal, try desk(), Look(theme: .sombre, isASCII: false))
    try session.perform(
      .create(
        raisonSociale: "Bon", folder: folder.url.path,
        imported: ImportedDemarche(base: base, done, from: "bon.csv")), because: .tick)
    #expect(session.state.document?.demarche.participants.count == 1)
    #expect(session.state.view.description.contains("~/bon.dpes.json"))
    // What was opened is empty: undo comes back to it.
    #expect(session.state.view.description.contains("bon.csv est importé"))
    _ = session.state.update(.event(.key(.character("u"))))
    #expect(session.state.document?.demarche.participants.isEmpty == true)
    // A file that can't be opened shows nothing over what is there.
    let table = ImportedTable(source: good, kind: .observations)
    try session.perform(
      .openToImport(path: folder.path("absent.dpes.json"), table), because: .tick)
    #expect(!session.state.view.description.contains("Importer"))
    try session.perform(.openToImport(path: folder.path("bon.dpes.json"), table), because: .tick)
    #expect(session.state.view.description.contains("Importer\u{A0}?"))
    #expect(session.state.view.description.contains("bon.csv"))
  }

  @Test func `a table is read for the open démarche, and told without changing the file`() throws {
    let folder = try #require(folder)
    let path = try folder.put(smallFile, in: "x.dpes.json")
    let good = try folder.put("texte;axe\nLe tri;utilité\n", in: "bon.csv")
    let bad = try folder.put("texte;axe\nLe tri;nulle part\n", in: "mauvais.csv")
    let demarche = try DemarcheFile.open(path).demarche
    func reading(_ source: String) throws -> String {
      let table = ImportedTable(source: source, kind: .observations)
      return "\(try desk().reading(of: table, into: demarche))"
    }
    #expect(try reading(good).contains("1 ligne ajoute quelque chose"))
    #expect(try reading(good).contains("Le tri"))
    #expect(try reading(bad).contains("Rien n’est importé"))
    #expect(try reading(bad).hasSuffix("demarche: nil)"))
    #expect(try reading(folder.path("absent.csv")).hasSuffix("demarche: nil)"))
    #expect(try folder.text("x.dpes.json") == smallFile)
  }

  @Test(arguments: CommandImportCasesTests.strangers.indices)
  func `a file that is no table says what it is on the screen too`(index: Int) throws {
    let (name, bytes, said) = CommandImportCasesTests.strangers[index]
    let path = try #require(folder).put(bytes, in: name)
    let told = "\(try desk().sheets(of: path))".plainSpaces
    for words in said { #expect(told.contains(words), "\(told)") }
    #expect(told.contains("sheets: []") || !told.contains("refusal: nil"))
    // It is there to be chosen.
    #expect("\(try desk().listing(of: try #require(folder).url.path))".contains(name))
  }

  @Test func `the sheets of a workbook are told with their rows and what they hold`() throws {
    let folder = try #require(folder)
    func table(_ name: String, _ rows: [String]) -> String {
      "<table:table table:name=\"\(name)\">"
        + rows.map { row in
          "<table:table-row>"
            + row.split(separator: ";").map {
              "<table:table-cell><text:p>\($0)</text:p></table:table-cell>"
            }.joined() + "</table:table-row>"
        }.joined() + "</table:table>"
    }
    let text =
      "<office:document office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
      + "<office:body><office:spreadsheet>"
      + table("Plan", ["palier;responsable", "Un;SC", "Deux;SC"])
      + table("Gens", ["initiales;college"])
      + table("Vide", []) + "</office:spreadsheet></office:body></office:document>"
    let path = try folder.put(text, in: "plan.fods")
    let sheets = try desk().sheets(of: path)
    #expect(
      sheets
        == TableSheets([
          .init("Plan", rows: 3, likely: .indicateurs, headings: "palier\nresponsable"),
          .init("Gens", rows: 1, likely: .participants, headings: "initiales\ncollege"),
          .init("Vide", rows: 0),
        ]))
    let chosen = ImportedTable(source: path, sheet: "Plan", kind: .indicateurs)
    let demarche = try DemarcheFile.open(try folder.put(smallFile, in: "x.dpes.json")).demarche
    let asked = try desk().reading(of: chosen, into: demarche)
    #expect("\(asked)".plainSpaces.contains("de quel axe sont ses lignes"))
    var answered = chosen
    answered.answers = ["axe": "utilite"]
    // Strings in a description say what a no-break space is.
    let told = "\(try desk().reading(of: answered, into: demarche))"
      .replacing("\\u{A0}", with: " ").plainSpaces
    #expect(told.contains("2 paliers nouveaux"), "\(told)")
  }
}
