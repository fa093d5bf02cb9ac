import Application
import DPES
import DPESStore
import JSONTree

/// Where démarches come from and go to: files that are named, the example, new ones.
struct Desk {
  let places: Places
  let clock: Clock
  /// Where new files go.
  let folder: String
  let system: any FileSystem

  init(
    places: Places = .current(), clock: Clock, folder: String = ".",
    system: any FileSystem = GlibcFileSystem()
  ) {
    self.places = places
    self.clock = clock
    self.folder = folder
    self.system = system
  }

  /// The files opened before, the last first.
  var recents: [String] { RecentFiles(in: places).paths }

  /// What the start screen knows of files.
  var start: StartState {
    StartState(recents: recents, lost: RecentFiles(in: places).lost, folders: newFolders)
  }

  func noteRecent(_ path: String) { RecentFiles(in: places).note(path) }

  /// The référentiels that can be used, and what is wrong with the others.
  var referentiels: Message {
    let shelf = Bookshelf<Referentiel>(places)
    return .referentiels(shelf.volumes.map(\.book), refusals: shelf.refusals)
  }

  /// The cycles that can be followed, and what is wrong with the others.
  var cycles: Message {
    let shelf = Bookshelf<Cycle>(places, in: system)
    return .cycles(shelf.volumes.map(\.book), refusals: shelf.refusals)
  }

  /// What can be suggested; `palier referentiels` says what is wrong with other files.
  var suggestions: Suggestions { SuggestionShelf(places, in: system).suggestions }

  /// What is told of the method; nothing where the files are missing or damaged.
  var aide: Aide {
    var aide: Aide = record("aide/outils.json") ?? .init()
    let glossary: Aide? = record("aide/glossaire.json")
    aide.termes = glossary?.termes ?? []
    return aide
  }

  /// A file of the reference data; nil when it is missing or can't be read, as what it holds only
  /// helps.
  private func record<R: Record>(_ name: String) -> R? {
    guard let data = places.data,
      let bytes = try? DataFile.open(data + "/" + name, limit: 4 << 20, in: system).bytes,
      let tree = try? JSONValue.parse(bytes)
    else { return nil }
    return try? R(tree)
  }

  /// The letters of the wall; nil when they did not come with the program.
  var letters: Letters? {
    // Without them the wall is set in bold.
    guard let data = places.data,
      let bytes = try? DataFile.open(data + "/lettres/lettres.txt", limit: 1 << 20, in: system)
        .bytes
    else { return nil }
    return Letters(String(decoding: bytes, as: UTF8.self))
  }

  /// Now, by the participant of a démarche whom this machine serves, if its settings name one.
  func signature(in demarche: Demarche) -> Signature {
    let now = clock.now()
    return Signature(
      quand: now.instant, jour: now.day,
      qui: Settings(in: places, system).qui.flatMap(demarche.participant(named:)))
  }

  /// Notes whom this machine serves; what to say when that can't be.
  func remember(_ qui: String) -> Message? {
    do throws(Settings.Refusal) {
      try Settings.remember(qui, in: places, system)
      return nil
    } catch {
      return .refused(Sentences.sentence(error))
    }
  }

  /// Notes whether names are hidden; what to say when that can't be.
  func remember(nomsCaches: Bool) -> Message? {
    do throws(Settings.Refusal) {
      try Settings.remember(nomsCaches: nomsCaches, in: places, system)
      return nil
    } catch {
      return .refused(Sentences.sentence(error))
    }
  }

  /// The keyboard that somebody said is there, or that this machine was set up with.
  func keyboard(_ settings: Settings) -> Keyboard {
    if let said = settings.clavier.flatMap(Keyboard.init(rawValue:)) { return said }
    let machine = MachineKeyboard.read(system)
    return Keyboard(layout: machine?.layout ?? "", variant: machine?.variant ?? "")
  }

  /// Notes which keyboard is there; what to say when that can't be.
  func remember(keyboard: Keyboard) -> Message? {
    do throws(Settings.Refusal) {
      try Settings.remember(clavier: keyboard.rawValue, in: places, system)
      return nil
    } catch {
      return .refused(Sentences.sentence(error))
    }
  }

  /// Creates a démarche; without a day, the group fixes its month 0 later.
  func create(
    _ raisonSociale: String, in path: String, debut: Day? = nil
  ) throws(Failure) -> DemarcheFile {
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    var demarche = Demarche(id: ids.next(), raisonSociale: raisonSociale)
    demarche.schema.debut = debut
    return try create(demarche, in: path)
  }

  /// Creates a démarche in a folder, nil for that of new files.
  func create(_ raisonSociale: String, in folder: String?) throws(Failure) -> DemarcheFile {
    var ids = IDGenerator(seed: .random(in: .min ... .max))
    return try create(
      Demarche(id: ids.next(), raisonSociale: raisonSociale),
      called: raisonSociale, in: folder)
  }

  /// Puts a new démarche in a file of a folder that is named after the structure.
  func create(
    _ demarche: Demarche, called raisonSociale: String, in folder: String?
  ) throws(Failure) -> DemarcheFile {
    let name = "\(folder ?? self.folder)/\(FileName.slug(of: raisonSociale))"
    var number = 1
    while true {
      do throws(Failure) {
        let suffix = number == 1 ? "" : "-\(number)"
        return try create(demarche, in: name + suffix + FileName.ending)
      } catch {
        guard error.status == ExitStatus.problems, number < 100 else { throw error }
        number += 1
      }
    }
  }

  func create(
    _ demarche: Demarche, in path: String, for readers: Readers? = nil
  ) throws(Failure) -> DemarcheFile {
    try telling(try .create(path, demarche, for: readers), Failure.init)
  }

  /// Puts what can't be saved in its file in another, beside it or among what the program keeps,
  /// and returns the path; nil when that fails as well.
  ///
  /// Only `readers`, who may read its file, may read it.
  func rescue(_ demarche: Demarche, of path: String, for readers: Readers? = nil) -> String? {
    let now = clock.now()
    let time = "\(now.day.iso)-\(now.time.replacing(":", with: "h"))"
    if let state = places.state { GlibcFileSystem().makeFolders(state) }
    for case let folder? in [path.folder, places.state] {
      for number in 1...Self.mostRescues {
        let copy = folder + "/" + FileName.rescue(of: path, at: time, number)
        do throws(StoreError) {
          // One that is too large to be opened again can still be read otherwise.
          return try DemarcheFile.create(copy, demarche, limit: .max, for: readers).path
        } catch  where error.cause == .exists {
          // Another window's, of the same minute.
          continue
        } catch {
          break
        }
      }
    }
    return nil
  }

  /// Rescues of one minute: more are not tried.
  private static let mostRescues = 1000

  private static let exampleName = "residence-du-halage.dpes.json"
  /// The age of the example's schéma on the day it is copied.
  private static let exampleMonths = 14

  /// The person's own copy of the shipped example, made the first time.
  func openExample() throws(Failure) -> Opening {
    guard let state = places.state else { throw Failure(Sentences.noHome) }
    let folder = state + "/exemples"
    let path = folder + "/" + Self.exampleName
    do throws(StoreError.Cause) {
      _ = try system.status(at: path)
    } catch .notFound {
      system.makeFolders(folder)
      return .file(try copyExample(to: path))
    } catch {
      // Opening says what is the matter.
    }
    return try open(path)
  }

  /// Writes a copy of the shipped example, its dates shifted so that today is its month 14.
  ///
  /// A file that is already there is replaced only when asked, and only when it can be read as a
  /// démarche.
  @discardableResult
  func copyExample(to path: String, replacing: Bool = false) throws(Failure) -> DemarcheFile {
    try .put(try shiftedExample(), in: path, replacing: replacing)
  }

  private func shiftedExample() throws(Failure) -> Demarche {
    guard let data = places.data else { throw Failure(Sentences.noData) }
    let path = data + "/exemples/" + Self.exampleName
    let example = try DemarcheFile.open(path).demarche
    let days = example.days(toBeOld: Self.exampleMonths, le: clock.now().day)
    return try telling(try example.shifted(byDays: days)) {
      Failure(Sentences.sentence(.format($0, nil), in: path))
    }
  }
}
