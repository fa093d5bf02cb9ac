import Application
import DPES
import DPESStore
import TerminalUI

// What the state asks of the world.
extension Session {
  mutating func perform(_ effect: Effect, because message: Message) throws(Failure) {
    switch effect {
    case .save(let demarche, _, let revision, let basis):
      saving?.save(demarche, revision: revision, basis: basis)
    case .saveElsewhere(let demarche, let path, let revision):
      try saveElsewhere(demarche, path, revision)
    case .open(let path):
      // There is one line to say what is wrong: a name has room in it, a path may not.
      try open { (desk) throws(Failure) in
        try desk.open(path, named: FileName.last(of: path))
      }
    case .openExample:
      try open { (desk) throws(Failure) in try desk.openExample() }
    case .create(let raisonSociale, let folder, let imported):
      var created: Message?
      try open { (desk) throws(Failure) in
        let file =
          if let imported {
            try desk.create(imported.base, called: raisonSociale, in: folder)
          } else {
            try desk.create(raisonSociale, in: folder)
          }
        created = .created(desk.label(of: file.path), imported)
        return .file(file)
      }
      if let created { try tell(created) }
    case .openToImport(let path, let table):
      let before = state.opened
      try perform(.open(path: path), because: message)
      if state.opened != before { try tell(.toImport(table)) }
    case .readSheets(let source):
      background.perform { [desk] in .sheets(desk.sheets(of: source), of: source) }
    case .readTable(let table, let demarche):
      background.perform { [desk] in .tableRead(table, desk.reading(of: table, into: demarche)) }
    case .listFolder(let path):
      let open = saving?.file.path
      background.perform { [desk] in .folder(desk.listing(of: path, beside: open)) }
    case .recover(let path, let version):
      var kept: String?
      try open { (desk) throws(Failure) in
        let recovery = try desk.recover(path, from: version)
        kept = recovery.keptAs
        return .file(recovery.file)
      }
      if let kept { try tell(.recovered(version, keptAs: kept)) }
    case .listVersions, .openVersion, .readCopies, .retireCopies:
      try performBeside(effect)
    case .readLetters:
      try tell(.letters(desk.letters))
    case .remember(let qui):
      background.perform { [desk] in desk.remember(qui) }
    case .rememberNames(let hidden):
      background.perform { [desk] in desk.remember(nomsCaches: hidden) }
    case .rememberKeyboard(let keyboard):
      background.perform { [desk] in desk.remember(keyboard: keyboard) }
    case .export(let request):
      let readers = saving?.file.readers
      background.perform { [desk] in desk.export(request, for: readers) }
    case .preview(let request):
      background.perform { [desk] in desk.preview(request) }
    case .ring:
      terminal.ring()
    case .useTheme(let theme):
      terminal.use(theme)
      shown = nil
    case .useMouse(let isOn):
      terminal.useMouse(isOn)
    case .suspend:
      // What is typed is safe before the process stops, perhaps for ever; a failure shows later.
      drafts.tell(state, of: saving?.file)
      _ = try finish()
      terminal.suspend()
    case .quit:
      try leave(mustLeave: message == .event(.closed))
    }
  }

  /// Opens another démarche, once the present one is on disk.
  private mutating func open(
    _ opening: (Desk) throws(Failure) -> Opening
  ) throws(Failure) {
    if let unsaved = try finish() { return try tell(.refused(unsaved.reason)) }
    do throws(Failure) {
      switch try opening(desk) {
      case .damaged(let message):
        try tell(message)
      case .file(let file):
        saving = try saving(file)
        try tell(.opened(file.document))
        desk.noteRecent(file.path)
        lookForCopies()
        try bringBackDrafts()
      }
    } catch {
      try tell(.refused(error.sentence))
    }
  }

  /// Looks for copies beside the open file that only what they hold tells, while nobody waits.
  func lookForCopies() {
    guard let document = state.document else { return }
    let (path, id, known) = (document.path, document.demarche.id, document.copies)
    background.perform { [desk] in
      // In a folder that can't be listed, there are those known by their names alone: none.
      guard let names = try? desk.copyNames(beside: path, of: id), names != known else {
        return nil
      }
      return .copiesFound(names, path: path)
    }
  }

  /// Tells what windows that were killed left of what was typed in them.
  mutating func bringBackDrafts() throws(Failure) {
    guard let document = state.document, let path = saving?.file.resolvedPath else { return }
    for left in drafts.find(about: document.demarche.id, in: path) {
      try tell(.drafts(left.drafts, since: left.numero))
    }
    drafts.take(state)
  }

  func saving(_ file: DemarcheFile) throws(Failure) -> Saving {
    try telling(try Saving(file, at: desk.clock, wake: terminal.wake)) {
      (error: StoreError) in Failure(Sentences.sentence(error))
    }
  }

  /// Goes on in another file, made now.
  private mutating func saveElsewhere(
    _ demarche: Demarche, _ typed: String, _ revision: Int
  ) throws(Failure) {
    do throws(Failure) {
      let file = try desk.create(demarche, typed: typed, for: saving?.file.readers)
      saving?.proceed()
      saving = try saving(file)
      try tell(.movedTo(path: file.path))
      try tell(.saved(revision: revision, at: desk.clock.now().time))
      desk.noteRecent(file.path)
    } catch {
      try tell(.refused(error.sentence))
    }
  }

  /// What concerns the files beside the open one.
  private mutating func performBeside(_ effect: Effect) throws(Failure) {
    guard let path = saving?.file.path else { return }
    do throws(Failure) {
      switch effect {
      case .listVersions:
        try tell(.versions(try desk.versions(of: path)))
      case .openVersion(let version):
        try tell(.version(version, try desk.read(version, of: path)))
      case .readCopies:
        try tell(.copies(try desk.copies(state.document?.copies ?? [], of: path)))
      case .retireCopies(let names):
        try desk.retire(names, of: path)
      default:
        break
      }
    } catch {
      try tell(.refused(error.sentence))
    }
  }
}
