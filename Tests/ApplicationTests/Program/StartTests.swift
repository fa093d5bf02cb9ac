import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct StartTests {
  private func start(
    _ size: Size = Size(80, 24), recents: [String] = ["/home/anne/ferme.dpes.json"],
    lost: [String] = [], folders: [StartState.Folder] = [], isASCII: Bool = false
  ) -> State {
    State(
      State.Environment(
        today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1), isASCII: isASCII),
      size: size, start: StartState(recents: recents, lost: lost, folders: folders))
  }

  private static let folders = [
    StartState.Folder(path: "/home/anne/Documents", label: "~/Documents"),
    StartState.Folder(path: "/home/anne", label: "~"),
  ]

  private static func listing(_ path: String?, count: Int = 0) -> FolderListing {
    let files = (0..<count).map {
      FolderListing.Entry(
        .demarche, "d\($0).dpes.json", path: "/x/d\($0).dpes.json", day: exampleDay)
    }
    return FolderListing(
      path,
      files + [
        .init(.table, "liste.csv", path: "/x/liste.csv", day: exampleDay),
        .init(.folder, "Élus", path: "/x/Élus"),
      ])
  }

  @Test func `help and palette are there`() {
    var state = start()
    state.press(.character("?"))
    #expect(state.words.contains("Ouvre votre copie de l’exemple"))
    state.press(.escape, .character(":"))
    state.type("usb")
    #expect((state.modes.last as? ActionList)?.actions.first?.id == "accueil.fichier")
    #expect(state.press(.enter) == [.listFolder(nil)])
  }

  /// The first thing that a room sees of a laptop that is mirrored.
  @Test func `with names hidden no folder is shown, and letters after a held key are no orders`() {
    let hidden = State(
      State.Environment(
        today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1), hidesNames: true),
      size: Size(80, 24),
      start: StartState(
        recents: ["/home/marie/ferme.dpes.json"], lost: ["/media/durand/bail.dpes.json"]))
    #expect(hidden.words.contains("ferme.dpes.json") && hidden.words.contains("bail.dpes.json"))
    #expect(!hidden.words.contains("marie") && !hidden.words.contains("durand"))
    for key in ["o", "i"] {
      var state = hidden
      state.play("\(key)xieux[Entrée]")
      #expect(state.modes.last is HeldBack && state.words.contains("Ctrl-N"))
      #expect(state.press(.control("n")).contains(.listFolder(nil)))
      #expect(!state.hidesNames && state.modes.last is FolderBrowser)
    }
    var state = hidden
    state.press(.control("n"))
    #expect(state.words.contains("/home/marie") && state.words.contains("/media/durand"))
  }

  @Test func `folders are gone through, and a démarche is opened`() {
    var state = start()
    #expect(state.press(.character("o")) == [.listFolder(nil)])
    #expect(state.words.contains("Lecture du dossier"))
    _ = state.update(.folder(FolderListing(nil, [.init(.folder, "~", path: "/x")])))
    #expect(state.press(.enter) == [.listFolder("/x")])
    // What was asked for before says nothing any more.
    _ = state.update(.folder(FolderListing(nil, [])))
    #expect(state.words.contains("Lecture du dossier"))
    _ = state.update(.folder(Self.listing("/x", count: 2)))
    #expect(!state.words.contains("liste.csv"))
    #expect(state.press(.backspace) == [.listFolder("/")])
    _ = state.update(.folder(FolderListing("/", [.init(.folder, "x", path: "/x")])))
    state.press(.enter)
    _ = state.update(.folder(Self.listing("/x", count: 2)))
    state.type("elus")
    #expect(state.words.contains("Élus/") && !state.words.contains("d0"))
    #expect(state.press(.backspace, .backspace, .backspace, .backspace) == [])
    #expect(state.press(.enter) == [.open(path: "/x/d0.dpes.json")])
    #expect(state.modes.isEmpty)
  }

  @Test func `a table is brought in by the key that does it in a démarche, too`() {
    var (letter, control) = (start(), start())
    #expect(letter.press(.character("i")) == control.press(.control("o")))
    #expect(!control.modes.isEmpty && control.words == letter.words)
  }

  @Test func `the folder come up from is selected again`() {
    var state = start()
    state.press(.character("o"))
    _ = state.update(.folder(FolderListing(nil, [.init(.folder, "x", path: "/x/b")])))
    state.press(.enter)
    _ = state.update(.folder(FolderListing("/x/b", [])))
    state.press(.backspace)
    let entries = ["a", "b", "c"].map { FolderListing.Entry(.folder, $0, path: "/x/\($0)") }
    _ = state.update(.folder(FolderListing("/x", entries)))
    #expect(state.press(.enter) == [.listFolder("/x/b")])
  }

  @Test func `a folder that can't be read says so, and one can go on`() {
    var state = start()
    state.press(.character("o"))
    _ = state.update(.folder(FolderListing(nil, [.init(.folder, "x", path: "/x")])))
    state.press(.enter)
    _ = state.update(.folder(FolderListing("/x", [], refusal: "Vous n’avez pas le droit.")))
    #expect(state.words.contains("Vous n’avez pas le droit."))
    #expect(state.press(.enter) == [])
    #expect(state.press(.backspace) == [.listFolder("/")])
  }

  @Test func `five thousand files are filtered by typing`() {
    var state = start()
    state.press(.character("o"))
    _ = state.update(.folder(FolderListing(nil, [.init(.folder, "x", path: "/x")])))
    state.press(.enter)
    _ = state.update(.folder(Self.listing("/x", count: 5000)))
    state.type("d4999")
    #expect(state.press(.enter) == [.open(path: "/x/d4999.dpes.json")])
  }

  /// The card that asks where a table goes, which holds participants.
  private func whereItGoes() -> (State, ImportedTable) {
    var state = start(folders: Self.folders)
    state.press(.character("i"))
    _ = state.update(.folder(Self.listing(nil, count: 1)))
    state.press(.enter)
    _ = state.update(.sheets(Self.sheets, of: "/x/liste.csv"))
    #expect(state.words.contains("Que contient ce tableau"))
    state.press(.down, .enter)
    #expect(state.words.contains("ferme.dpes.json"))
    return (state, ImportedTable(source: "/x/liste.csv", kind: .participants))
  }

  @Test func `a table chosen for a recent démarche is shown over it, and Échap changes nothing`()
    throws
  {
    var (state, table) = whereItGoes()
    let path = "/home/anne/ferme.dpes.json"
    #expect(state.press(.down, .enter) == [.openToImport(path: path, table)])
    let base = try example()
    _ = state.update(.opened(Document(base, path: path)))
    #expect(state.update(.toImport(table)) == [.readTable(table, into: base)])
    _ = state.update(.tableRead(table, Self.reading("1 ligne ajoute quelque chose.", base)))
    #expect(state.words.contains("1 ligne ajoute quelque chose."))
    state.press(.escape)
    #expect(state.modes.isEmpty && state.document?.demarche == base)
    #expect(state.document?.saved == .untouched)
    // One that can't be changed says why.
    _ = state.update(.opened(Document(base, path: path, readOnlyReason: "En lecture seule.")))
    #expect(state.update(.toImport(table)).isEmpty && state.modes.isEmpty)
    #expect(state.words.contains("En lecture seule."))
  }

  @Test func `a table chosen for a new démarche is shown before one is made`() throws {
    var (state, table) = whereItGoes()
    state.press(.enter)
    state.type("La Ferme")
    state.press(.enter)
    guard case .readTable(table, into: let base)? = state.press(.enter).first else {
      return #expect(Bool(false), "It is not read.")
    }
    #expect(base.structure.raisonSociale == "La Ferme" && base.participants.isEmpty)
    var done = base
    done.participants = try example().participants
    _ = state.update(.tableRead(table, Self.reading("Des personnes.", done)))
    var other = state
    #expect(other.press(.escape).isEmpty && other.modes.isEmpty)
    #expect(other.words.contains("aucune démarche n’est créée"))
    let imported = ImportedDemarche(
      base: base, done, from: "liste.csv", kind: .participants)
    #expect(
      state.press(.enter) == [
        .create(raisonSociale: "La Ferme", folder: "/home/anne/Documents", imported: imported)
      ])
    // Refused, it is there still.
    var refused = state
    _ = refused.update(.refused("Le disque est plein."))
    #expect(refused.words.contains("Des personnes.") && refused.words.contains("Le disque est"))
    _ = state.update(.opened(Document(base, path: "/home/anne/Documents/la-ferme.dpes.json")))
    let effects = state.update(.created("~/Documents/la-ferme.dpes.json", imported))
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(state.document?.demarche.participants.count == done.participants.count)
    #expect(state.words.contains("liste.csv est importé"))
    #expect(state.words.contains("~/Documents/la-ferme.dpes.json"))
    state.press(.character("u"))
    #expect(state.document?.demarche.participants.isEmpty == true)
  }

  @Test func `into an open démarche a table is shown first, then comes in as one step`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    #expect(state.press(.control("o")) == [.listFolder(nil)])
    _ = state.update(.folder(Self.listing(nil)))
    #expect(state.press(.enter) == [.readSheets("/x/liste.csv")])
    #expect(state.words.contains("Lecture du fichier"))
    // Nothing can be taken before it is known.
    #expect(state.press(.enter).isEmpty)
    _ = state.update(.sheets(Self.sheets, of: "/x/liste.csv"))
    let table = ImportedTable(source: "/x/liste.csv", kind: .observations)
    #expect(state.press(.enter) == [.readTable(table, into: base)])
    #expect(state.words.contains("Lecture du fichier"))
    #expect(state.press(.enter).isEmpty)
    var done = base
    done.cercles[done.cercles.count - 1].observations[0].texte = "Venu du tableur"
    _ = state.update(.tableRead(table, Self.reading("1 ligne change ce qui était là.", done)))
    try expectContent(state, named: "import-80x24")
    // What came from elsewhere meanwhile stays.
    _ = state.update(
      arrival(base) { $0.cercles[$0.cercles.count - 1].observations[1].texte = "Venu d’ailleurs" })
    #expect(state.document?.demarche.cercles.last?.observations[0].texte != "Venu du tableur")
    let effects = state.press(.enter)
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(state.words.contains("liste.csv est importé"))
    let texts = state.observations.prefix(2).map(\.texte)
    #expect(texts == ["Venu du tableur", "Venu d’ailleurs"])
    state.press(.character("u"))
    #expect(state.observations[0].texte == base.cercles.last?.observations[0].texte)
    #expect(state.observations[1].texte == "Venu d’ailleurs")
  }

  private static let sheets = TableSheets([.init(nil, rows: 2, likely: .observations)])

  private static func reading(_ text: String, _ demarche: Demarche?) -> TableReading {
    TableReading([.init(.summary, text)], demarche)
  }

  @Test func `a table that is refused changes nothing, and the palette knows importing`() throws {
    var state = state(try example(), Size(80, 24))
    state.press(.character(":"))
    state.type("tableur")
    #expect(state.words.contains("Importer un tableur"))
    state.press(.enter)
    _ = state.update(.folder(Self.listing(nil)))
    state.press(.enter)
    _ = state.update(.sheets(Self.sheets, of: "/x/liste.csv"))
    state.press(.down, .enter)
    let table = ImportedTable(source: "/x/liste.csv", kind: .participants)
    _ = state.update(.tableRead(table, Self.reading("Rien n’est importé.", nil)))
    #expect(state.words.contains("Rien n’est importé."))
    let revision = state.document?.revision
    #expect(state.press(.enter).isEmpty && state.document?.revision == revision)
    state.press(.escape)
    #expect(state.modes.isEmpty)
  }

  @Test func `a new démarche offers the documents, and says where it is kept`() throws {
    var state = start(folders: Self.folders)
    state.press(.character("n"))
    #expect(state.words.contains("~/Documents"))
    state.type("La Ferme")
    state.press(.enter)
    #expect(state.words.contains("Où la garder"))
    #expect(
      state.press(.down, .enter) == [
        .create(raisonSociale: "La Ferme", folder: "/home/anne")
      ])
    _ = state.update(.opened(Document(try example(), path: "/home/anne/la-ferme.dpes.json")))
    _ = state.update(.created("~/la-ferme.dpes.json", nil))
    #expect(state.words.contains("Le fichier est gardé dans ~/la-ferme.dpes.json."))
  }

  @Test func `with one folder nothing is asked`() {
    var state = start(folders: [Self.folders[1]])
    state.press(.character("n"))
    state.type("Ici")
    #expect(state.press(.enter) == [.create(raisonSociale: "Ici", folder: "/home/anne")])
  }

  @Test func `files that are gone are told, and are no rows`() {
    let state = start(lost: ["/media/CLE/jardins.dpes.json"])
    #expect(state.words.contains("1 fichier récent introuvable"))
    #expect(state.start.choices.count == 5)
  }

  @Test(arguments: [(Size(40, 12), false), (Size(60, 16), true), (Size(80, 24), false)])
  func `the folders are drawn as recorded`(size: Size, isASCII: Bool) throws {
    var state = start(size, isASCII: isASCII)
    state.press(.character("o"))
    let path = "/home/anne/Documents/Une structure au nom bien long/Comptes rendus"
    _ = state.update(.folder(FolderListing(nil, [.init(.folder, "x", path: path)])))
    state.press(.enter)
    _ = state.update(.folder(Self.listing(path, count: 30)))
    try expectFrame(state.view, named: "dossiers-\(size.width)x\(size.height)")
    state.press(.escape, .character("i"))
    _ = state.update(.folder(Self.listing(nil)))
    state.press(.enter)
    _ = state.update(.sheets(Self.sheets, of: "/x/liste.csv"))
    try expectFrame(state.view, named: "importer-\(size.width)x\(size.height)")
  }
}
