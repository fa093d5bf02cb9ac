import TerminalUI

/// The start screen, when Palier opens without a file.
package struct StartState: Hashable, Sendable {
  /// A folder where a new démarche can be kept.
  package struct Folder: Hashable, Sendable {
    /// Absolute.
    package let path: String
    /// As people write it: `~/Documents`.
    let label: String

    /// A folder, and what it is called.
    package init(path: String, label: String) {
      self.path = path
      self.label = label
    }
  }

  /// Paths, the last opened first.
  var recents: [String]
  /// Those opened before that are not there now.
  var lost: [String]
  /// The first is proposed.
  var folders: [Folder]
  var list = ListView()

  /// What the machine remembers of files, and has to keep them in.
  package init(recents: [String] = [], lost: [String] = [], folders: [Folder] = []) {
    self.recents = recents
    self.lost = lost
    self.folders = folders
  }

  enum Choice: Hashable, Sendable {
    case recent(String)
    case new
    case open
    case importing
    case example
  }

  var choices: [Choice] { recents.map(Choice.recent) + [.new, .open, .importing, .example] }

  static func choose(_ state: inout State) -> [Effect] {
    let choices = state.start.choices
    guard let row = state.start.list.selectedRow(of: choices.count) else { return [] }
    switch choices[row] {
    case .recent(let path): return [.open(path: path)]
    case .new: return askNewStructure(&state)
    case .open: return FolderBrowser.open(&state, for: .opening)
    case .importing: return FolderBrowser.open(&state, for: .importing)
    case .example: return [.openExample]
    }
  }

  /// Makes a démarche; one that a table was chosen for, once the table is looked at.
  static func create(
    _ state: inout State, _ raisonSociale: String, in folder: String?, for table: ImportedTable?
  ) -> [Effect] {
    guard let table else { return [.create(raisonSociale: raisonSociale, folder: folder)] }
    return ImportPreview.open(&state, table, intoNew: raisonSociale, in: folder)
  }

  static func askNewStructure(_ state: inout State) -> [Effect] {
    state.ask("Nom de la structure", for: RaisonSocialeQuestion(table: nil))
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    _ = state.start.list.handle(
      key, of: state.start.choices.count, height: StartView.rows(in: state))
    return []
  }
}

extension ActionTable {
  /// What can be done on the start screen.
  static let start = ActionTable(
    "start",
    [
      Action(
        "accueil.ouvrir", [.enter], "Ouvrir", short: "ouvrir", weight: 100,
        help: "Ouvre ce qui est sélectionné.", perform: { StartState.choose(&$0) }),
      Action(
        "accueil.nouvelle", [.character("n")], "Nouvelle démarche", short: "nouvelle",
        weight: 90, help: "Demande le nom de la structure, puis où garder son fichier.",
        opensText: true, perform: { StartState.askNewStructure(&$0) }),
      Action(
        "accueil.fichier", [.character("o")], "Ouvrir un fichier…", short: "fichier", weight: 75,
        help: "Cherche une démarche dans les dossiers de cette machine et de ses clés USB.",
        perform: { FolderBrowser.open(&$0, for: .opening) }),
      Action(
        "accueil.importer", [.character("i"), .control("o")], "Importer…",
        help: "Ajoute un classeur ou un CSV à une démarche, nouvelle ou récente, tout ou rien.",
        perform: { FolderBrowser.open(&$0, for: .importing) }),
      Action(
        "accueil.exemple", [.character("x")], "Exemple", short: "exemple", weight: 60,
        help: "Ouvre votre copie de l’exemple livré avec Palier.", perform: { _ in [.openExample] }
      ),
    ]
      + [Key.up, .down, .pageUp, .pageDown, .home, .end].map { key in
        Action(
          "accueil.\(key.label)", [key], "Déplacer la sélection (\(key.label))",
          help: "Déplace la sélection.", perform: { StartState.move(&$0, key) })
      }
      + ActionTable.everywhere.actions
      .named("palette", "aide", "noms", "theme", "souris", "suspendre", "quitter").map {
        $0.heard(
          in: "accueil", title: $0.id == "aide" ? "Aide" : nil,
          short: ["aide", "quitter"].contains($0.id) ? $0.id : nil,
          weight: $0.id == "aide" ? 95 : 70)
      })
}

/// The structure whose démarche begins, perhaps with a table.
struct RaisonSocialeQuestion: QuestionSubject {
  let table: ImportedTable?

  func below(_ state: State) -> String? {
    guard let folder = state.start.folders.first else { return nil }
    return state.start.folders.count > 1
      ? "Ensuite, où la garder\u{A0}: \(folder.label), ou ailleurs."
      : "Son fichier sera gardé dans \(folder.label)."
  }

  /// Asks where to keep it, where there is a choice.
  func take(_ text: String, in state: inout State) -> [Effect] {
    let folders = state.start.folders
    guard folders.count > 1 else {
      return StartState.create(&state, text, in: folders.first?.path, for: table)
    }
    return state.open(FolderChoice(raisonSociale: text, table: table, folders: folders))
  }
}
