/// A screen of the program, with its final number (`docs/guide.md`): that of its tab, if it has one.
package enum Screen: Int, CaseIterable, Hashable, Sendable {
  case etat = 1
  case grille = 2
  case cercle = 3
  case schema = 4
  case tableau = 5
  case aFaire = 6
  // Without a tab of their own.
  case finances = 7
  case capitalisation = 8
  case ca = 9

  /// The key that leads to it; a number without a screen does nothing.
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
    case .finances: "Suivi financier"
    case .capitalisation: "Ressources et notes"
    case .ca: "Page du CA"
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
    case .finances: "Finances"
    case .capitalisation: "Notes"
    case .ca: "Page du CA"
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
    case .finances: "finances"
    case .capitalisation: "capitalisation"
    case .ca: "ca"
    }
  }

  /// Whether it shares a large window with others: those that show a link of the chain.
  var standsBesideOthers: Bool {
    switch self {
    case .etat, .grille, .aFaire, .finances, .capitalisation, .ca: false
    case .cercle, .schema, .tableau: true
    }
  }

  /// The tab under which it stands: these hang from the tableau.
  var tab: Screen {
    switch self {
    case .finances, .capitalisation, .ca: .tableau
    default: self
    }
  }

  var hasTab: Bool { tab == self }

  /// Those of the tab line, in its order.
  package static let tabs = allCases.filter(\.hasTab)

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
    let all = Screen.tabs
    let index = (all.firstIndex(of: tab) ?? 0) + steps
    return all[((index % all.count) + all.count) % all.count]
  }
}
