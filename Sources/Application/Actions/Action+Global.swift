import DPES
import TerminalUI

extension ActionTable {
  /// What can be done on every screen.
  static let everywhere = ActionTable(
    "everywhere", title: "Partout",
    [
      Action(
        "tab.suivant", [.tab], "Écran suivant",
        help: "Passe à l’écran suivant de la ligne d’onglets."
      ) { $0.show($0.screen.stepped(by: 1)) },
      Action(
        "tab.precedent", [.backTab], "Écran précédent",
        help: "Passe à l’écran précédent de la ligne d’onglets."
      ) { $0.show($0.screen.stepped(by: -1)) },
    ] + Screen.all.map(screenAction) + Action.files + [
      Action(
        "annuler", [.character("u"), .function(9)], "Annuler", short: "annuler",
        weight: 60, help: "Revient sur le dernier changement, autant de fois qu’il y en a eu.",
        impossible: { $0.readOnlyReason ?? $0.whyNothingToUndo },
        perform: { $0.undo() }),
      Action(
        "retablir", [.control("r")], "Rétablir",
        help: "Refait le changement qui vient d’être annulé.",
        impossible: {
          $0.readOnlyReason
            ?? ($0.document?.future.isEmpty == false ? nil : "Il n’y a rien à rétablir.")
        },
        perform: { $0.redo() }),
      Action(
        "chercher", [.character("/"), .function(3)], "Chercher", short: "chercher",
        weight: 30,
        help: "Cherche dans les observations, les paliers et les indicateurs, et y va."
      ) { state in
        Search.open(&state)
        return []
      },
      Action(
        "palette", [.character(":"), .function(5), .control("x")], "Toutes les actions",
        help: "Ouvre la liste de tout ce qui peut se faire ici ; taper filtre, Entrée exécute."
      ) { $0.open(ActionList(in: $0)) },
      Action(
        "aide", [.character("?"), .function(1)], "Aide de cet écran", short: "aide",
        weight: Action.always,
        help: "Montre chaque action de cet écran, sa touche et ce qu’elle fait."
      ) { $0.open(Help(in: $0)) },
      Action(
        "theme", [.character("t")], "Changer de thème",
        help: "Passe au thème suivant : sombre, clair, contraste, mono."
      ) { $0.nextTheme() },
      Action(
        "autre-volet", [.function(2)], "Volets\u{A0}: un, deux, trois", short: "volets", weight: 18,
        help:
          "Met à côté du cercle, du schéma ou du tableau un autre des trois, puis les trois, puis un seul.",
        impossible: { $0.whyNoPanes }, perform: { $0.changePanes() }),
      Action(
        "souris", [.function(7)], "Souris : prendre ou rendre",
        help: "Rend la souris au terminal, pour sélectionner et copier du texte, ou la reprend."
      ) { $0.toggleMouse() },
      .keyboard, .speaker, .turns, .names, .holdWall, .file, .sortir, .wallToggle, .etapesPartout,
      .method, .glossary,
      Action(
        "suspendre", [.control("z")], "Suspendre",
        help: "Rend la main au terminal ; la commande « fg » y revient."
      ) { _ in [.suspend] },
      Action(
        "quitter", [.character("q")], "Quitter",
        help: "Ferme Palier ; tout est déjà enregistré."
      ) { Leaving.quit(&$0) },
    ])

  private static func screenAction(_ screen: Screen) -> Action {
    let keys = [Character(String(screen.number)), Keyboard.azerty.sign(of: screen.number)]
      .compactMap(\.self)
    return Action(
      "ecran.\(screen.name)", keys.map(Key.character), screen.title,
      help: "Va à l’écran « \(screen.title) »."
    ) { state in
      guard !state.isOnWall || !screen.ecran.wallPages.isEmpty else {
        return state.decline("«\u{A0}\(screen.title)\u{A0}» ne se montre pas au mur.")
      }
      state.wallWindow?.page = nil
      return state.show(screen)
    }
  }

  /// What can be done from inside a text field, beside typing.
  static let field = ActionTable(
    "field",
    everywhere.actions.named(
      "annuler", "chercher", "palette", "parole", "tours", "noms", "tenir", "aide", "enregistrer",
      "ailleurs",
      "salle"
    )
    .map { $0.heard(in: "champ", $0.keys.filter(\.isHeardInFields)) })

  /// What can be done in any mode without a field: asking what its keys do, and showing the room what
  /// it is about, or hearing why not.
  static let mode = ActionTable(
    "mode", everywhere.actions.named("aide", "salle").map { $0.heard(in: "mode") })

  /// The same where letters are typed.
  static let choiceHelp = ActionTable(
    "choiceHelp", field.actions.named("champ.aide").map { $0.heard(in: "choix") })
}

extension Key {
  /// Letters are text there.
  fileprivate var isHeardInFields: Bool {
    if case .function = self { true } else { "tsnpx".contains { self == .control($0) } }
  }
}

extension State {
  @discardableResult
  mutating func show(_ screen: Screen) -> [Effect] {
    // The screen that stood beside comes into the hand: the one in hand stands beside it.
    for (size, choice) in panesChosen where choice.other == screen {
      panesChosen[size]?.other =
        self.screen.standsBesideOthers && self.screen != screen ? self.screen : screen.neighbour
    }
    self.screen = screen
    renewDerived()
    screen.ecran.settle(&self)
    return []
  }

  fileprivate var whyNoPanes: String? {
    guard screen.standsBesideOthers else {
      return "Les volets vont avec le cercle, le schéma et le tableau."
    }
    return WindowLayout.mostPanes(size) > 1
      ? nil
      : "Un second volet demande 140 × 40 caractères, pour en laisser "
        + "\(WindowLayout.mainPane) au premier\u{A0}; cette fenêtre en a \(size.width) × \(size.height)."
  }

  /// One screen alone, each of the others beside it in turn, the three where there is room, then one.
  fileprivate mutating func changePanes() -> [Effect] {
    let others = Screen.all.filter { $0.standsBesideOthers && $0 != screen }
    let next = others.firstIndex(of: paneChoice.other).map { $0 + 1 } ?? 0
    switch paneCount {
    case 1: paneChoice = PaneChoice(count: 2, other: others.first ?? screen.neighbour)
    case 2 where next < others.count: paneChoice.other = others[next]
    case 2 where WindowLayout.mostPanes(size) > 2: paneChoice.count = 3
    default: paneChoice.count = 1
    }
    renewDerived()
    chainFromScreen()
    return []
  }

  mutating func nextTheme() -> [Effect] {
    let all = Theme.allCases
    let index = all.firstIndex(of: theme) ?? 0
    theme = all[(index + 1) % all.count]
    say("Thème \(theme.rawValue).")
    return [.useTheme(theme)]
  }

  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    say(
      usesMouse
        ? "La souris agit dans Palier."
        : "La souris est rendue au terminal : F7 pour la reprendre.")
    return [.useMouse(usesMouse)]
  }
}
