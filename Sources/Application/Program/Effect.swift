package import DPES
package import TerminalUI

/// Something for the world outside: the update asks, the run loop does it.
package enum Effect: Hashable, Sendable {
  /// Write the démarche to its file; the answer is ``Message/saved(revision:at:)`` or
  /// ``Message/notSaved(_:elsewhereHelps:)``.
  ///
  /// It holds what others wrote up to `basis`; once the file holds more, it is dropped, and the
  /// answer is ``Message/elsewhere(_:)``.
  case save(Demarche, path: String, revision: Int, basis: Int)
  /// Write the démarche to a new file, at a path as a person typed it (`~` is their folder), and
  /// save there from now on; its basis is 0.
  ///
  /// The answer is ``Message/movedTo(path:)`` then ``Message/saved(revision:at:)``, or
  /// ``Message/refused(_:)``.
  case saveElsewhere(Demarche, path: String, revision: Int)
  /// Open a file; the answer is ``Message/opened(_:)``, ``Message/refused(_:)`` or
  /// ``Message/damaged(sentence:path:version:name:)``.
  case open(path: String)
  case openExample
  /// Look into a folder, or for the places to begin with; the answer is ``Message/folder(_:)``.
  case listFolder(String?)
  /// Make a démarche for a structure of this name in a folder, and open it; the answer is
  /// ``Message/opened(_:)``, then ``Message/created(_:_:)`` with what a table brings if there is one.
  case create(raisonSociale: String, folder: String?, imported: ImportedDemarche? = nil)
  /// Open a file that a table is to come into; the answers are those of ``open(path:)``, then
  /// ``Message/toImport(_:)``.
  case openToImport(path: String, ImportedTable)
  /// Look for the sheets of a file, without keeping anybody waiting; the answer is
  /// ``Message/sheets(_:of:)``.
  case readSheets(String)
  /// Work out what a table makes of a démarche, without keeping anybody waiting; the answer is
  /// ``Message/tableRead(_:_:)``.
  case readTable(ImportedTable, into: Demarche)
  /// Look for the file's earlier versions; the answer is ``Message/versions(_:)``.
  case listVersions
  /// Read a version; the answer is ``Message/version(_:_:)`` or ``Message/refused(_:)``.
  case openVersion(Version)
  /// Put a version in the place of a damaged file, which is kept under another name; the answer is
  /// ``Message/opened(_:)`` then ``Message/recovered(_:keptAs:)``, or ``Message/refused(_:)``.
  case recover(path: String, version: Version)
  /// Read the conflict copies beside the file; the answer is ``Message/copies(_:)`` or
  /// ``Message/refused(_:)``.
  case readCopies
  /// Put conflict copies, whose content is safe in the file, among its versions.
  case retireCopies([String])
  /// Read the letters of the wall; the answer is ``Message/letters(_:)``.
  case readLetters
  /// Note in the settings whom this machine serves: initials, or a participant's id.
  case remember(String)
  /// Note in the settings whether names are hidden.
  case rememberNames(hidden: Bool)
  /// Note in the settings which keyboard is there.
  case rememberKeyboard(Keyboard)
  /// Write a document, without keeping anybody waiting; the answer is ``Message/exported(_:_:)``,
  /// ``Message/exportExists(_:)`` or ``Message/refused(_:)``.
  case export(ExportRequest)
  /// Say how a document begins; the answer is ``Message/preview(_:sansNoms:_:)``.
  case preview(ExportRequest)
  /// Ring the bell, once.
  case ring
  case useTheme(Theme)
  case useMouse(Bool)
  case suspend
  /// Leave, once everything is on disk.
  case quit
}

/// What the update is told: what a person did, or what became of an effect.
package enum Message: Hashable, Sendable {
  case event(Event)
  case saved(revision: Int, at: String)
  /// The last change is not safe on the disk; `elsewhereHelps` when another file might take it.
  case notSaved(String, elsewhereHelps: Bool = true)
  /// Another program changed the file.
  case elsewhere(Elsewhere)
  /// The document is in another file, and saves go there.
  case movedTo(path: String)
  case opened(Document)
  /// A démarche was made: where it is kept, as people write it, and what comes in.
  case created(String, ImportedDemarche?)
  /// The démarche is open that a table was chosen for.
  case toImport(ImportedTable)
  /// The sheets of a file, by its path.
  case sheets(TableSheets, of: String)
  /// What a table makes of the démarche.
  case tableRead(ImportedTable, TableReading)
  case folder(FolderListing)
  /// What a window that was killed left, begun when new observations had numbers from this on.
  case drafts([Draft], since: Int)
  case refused(String)
  /// A file can't be read, and its last version can: the sentence says what is wrong, `name` is
  /// what the file would be kept as.
  case damaged(sentence: String, path: String, version: Version, name: String)
  /// A version is in the place of a damaged file, which is beside under a name.
  case recovered(Version, keptAs: String)
  /// Whether earlier versions are kept: the sentence says what is the matter, `keepsNone` when there
  /// will be no way back.
  case versionsKept(String?, keepsNone: Bool)
  /// The names of the copies beside a file, all of them.
  case copiesFound([String], path: String)
  /// The file's earlier versions, the newest first.
  case versions([Version])
  case version(Version, Demarche)
  case copies([Copy])
  /// The letters of the wall; nil when they are missing.
  case letters(Letters?)
  /// A document was written: the sentence says where.
  case exported(String, ExportRequest)
  /// There is a file of that name, and nothing was written.
  case exportExists(ExportRequest)
  /// The first lines of a document.
  case preview(DocumentLabel, sansNoms: Bool, [String])
  /// Time has passed, where something on the screen is timed.
  case tick
  /// The window that is followed shows something else.
  case wall(Wall)
  /// The file that is followed was saved.
  case reread(Demarche)
  /// What is suggested on this machine: the answer to ``State/wantsSuggestions``.
  case suggestions(Suggestions)
  /// The référentiels of this machine, and a sentence for each file that is left out: the answer to
  /// ``State/wantsReferentiels``.
  case referentiels([Referentiel], refusals: [String] = [])
  /// The cycles of this machine, with a sentence for each file that is left out: the answer to
  /// ``State/wantsCycles``.
  case cycles([Cycle], refusals: [String] = [])
  /// What is told of the method: the answer to ``State/wantsAide``.
  case aide(Aide)
  /// The day has changed while the program was open.
  case day(Day)
}
