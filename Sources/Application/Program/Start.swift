import TerminalUI

/// The start screen, when Palier opens without a file.
struct StartState: Hashable, Sendable {
  /// Paths, the last opened first.
  var recents: [String]
  var list = ListView()

  enum Choice: Hashable, Sendable {
    case recent(String)
    case new
    case example
  }

  var choices: [Choice] { recents.map(Choice.recent) + [.new, .example] }

  static func choose(_ state: inout State) -> [Effect] {
    let choices = state.start.choices
    guard let row = state.start.list.selectedRow(of: choices.count) else { return [] }
    switch choices[row] {
    case .recent(let path): return [.open(path: path)]
    case .new: return askNewStructure(&state)
    case .example: return [.openExample]
    }
  }

  static func askNewStructure(_ state: inout State) -> [Effect] {
    state.ask("Nom de la structure", for: RaisonSocialeQuestion())
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    _ = state.start.list.handle(
      key, of: state.start.choices.count, height: max(1, state.size.height - 8))
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
        weight: 90, help: "Crée le fichier d’une démarche dans le dossier présent.",
        perform: { StartState.askNewStructure(&$0) }),
      Action(
        "accueil.exemple", [.character("x")], "Exemple", short: "exemple", weight: 80,
        help: "Ouvre votre copie de l’exemple livré avec Palier.", perform: { _ in [.openExample] }
      ),
    ]
      + [Key.up, .down, .pageUp, .pageDown, .home, .end].map { key in
        Action(
          "accueil.\(key.label)", [key], "Déplacer la sélection (\(key.label))",
          help: "Déplace la sélection.", perform: { StartState.move(&$0, key) })
      }
      + ActionTable.everywhere.actions.named("theme", "souris", "suspendre", "quitter").map {
        $0.heard(in: "accueil", short: $0.id == "quitter" ? "quitter" : nil, weight: 70)
      })
}

/// The structure whose démarche begins.
struct RaisonSocialeQuestion: QuestionSubject {
  func take(_ text: String, in state: inout State) -> [Effect] { [.create(raisonSociale: text)] }
}
