/// A screen of the program, with its final number in the tab line (`docs/guide.md`).
package enum Screen: Int, CaseIterable, Hashable, Sendable {
  case etat = 1
  case grille = 2
  case cercle = 3
  case schema = 4
  case tableau = 5
  case aFaire = 6

  /// The number on its tab; a number without a screen does nothing.
  package var number: Int { rawValue }

  /// Its name in full, for the tab line and the header.
  package var title: String {
    switch self {
    case .etat: "État des lieux"
    case .grille: "Grille"
    case .cercle: "Cercle de qualité"
    case .schema: "Schéma de progrès"
    case .tableau: "Tableau de bord"
    case .aFaire: "À faire"
    }
  }

  /// Its name in one word, for narrow windows.
  package var shortTitle: String {
    switch self {
    case .etat: "État"
    case .grille: "Grille"
    case .cercle: "Cercle"
    case .schema: "Schéma"
    case .tableau: "Tableau"
    case .aFaire: "À faire"
    }
  }

  /// Its name on the command line.
  package var name: String {
    switch self {
    case .etat: "etat"
    case .grille: "grille"
    case .cercle: "cercle"
    case .schema: "schema"
    case .tableau: "tableau"
    case .aFaire: "a-faire"
    }
  }

  /// Whether it shares a large window with others: those that show a link of the chain.
  var standsBesideOthers: Bool {
    switch self {
    case .etat, .grille, .aFaire: false
    case .cercle, .schema, .tableau: true
    }
  }

  /// The next screen that may stand beside this one.
  var neighbour: Screen {
    let next = stepped(by: 1)
    return next.standsBesideOthers ? next : next.neighbour
  }

  /// The screen of a name of the command line; nil when there is none.
  package init?(name: String) {
    guard let screen = Screen.allCases.first(where: { $0.name == name }) else { return nil }
    self = screen
  }

  /// The next screen in the tab line, going round.
  package func stepped(by steps: Int) -> Screen {
    let all = Screen.allCases
    let index = (all.firstIndex(of: self) ?? 0) + steps
    return all[((index % all.count) + all.count) % all.count]
  }
}
