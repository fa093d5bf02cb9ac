import DPES
import TerminalUI

extension Action {
  /// Going to the vue salle and back: heard on every screen, in text fields, and in the vue itself.
  static let salleToggle = Action(
    "salle", [.character("s"), .function(8)], "Vue salle",
    help: "Montre au mur, en grand, l’observation dont on parle\u{A0}; la même touche revient.",
    perform: { Salle.toggle(&$0) })

  /// What can be done in the vue salle, beside going away from it.
  static let salle: [Action] =
    [
      heard(salleToggle, in: "salle", "Quitter la vue salle", "Revient aux écrans de Palier."),
      Action(
        "salle.page", [.tab], "Page suivante",
        help: "Passe à la page suivante du même sujet.", perform: { Salle.step(&$0, by: 1) }),
      Action(
        "salle.page-avant", [.backTab], "Page précédente",
        help: "Revient à la page précédente du même sujet.", perform: { Salle.step(&$0, by: -1) }),
      card("legende", "l", "Légende", "Montre en grand ce que veulent dire les trois couleurs.") {
        _ in .legend
      },
      card("minuteur", "m", "Minuteur", "Montre un compte à rebours, à régler et à lancer.") { _ in
        .countdown
      },
      card(
        "distance", "d", "Lisible du dernier rang\u{A0}?",
        "Dit combien de lignes se lisent du dernier rang, et si celles-ci conviennent."
      ) { .legibility(LegibilityCard($0.room)) },
    ]
    + onWall(
      global,
      Set(Screen.all.map { "ecran.\($0.name)" }).union([
        "annuler", "retablir", "palette", "aide", "theme", "souris", "suspendre", "quitter",
      ]))

  /// Those of some actions that keep on the wall the meaning that they have on the screen.
  static func onWall(_ actions: [Action], _ ids: Set<String>) -> [Action] {
    actions.filter { ids.contains($0.id) }.map { heard($0, in: "salle") }
  }

  /// A letter that shows a page of the subject, and the first again.
  static func wallPage(
    _ key: Character, _ id: String, _ page: any WallPage.Type, _ title: String, _ help: String
  ) -> Action {
    Action(
      "salle.\(id)", [.character(key)], title, help: help,
      impossible: {
        page.isOffered($0) ? nil : "Il n’y a encore rien à montrer sur cette page."
      },
      perform: { Salle.show(&$0, page) })
  }

  /// What is heard in a text field on the wall: no search, no path, no name.
  static let salleField: [Action] = ["champ.annuler", "champ.aide", "champ.salle"].compactMap {
    id in
    field.first { $0.id == id }.map { heard($0, in: "champ-salle") }
  }

  /// What the window that follows another hears.
  static let follower: [Action] = ["theme", "souris", "quitter"].compactMap { id in
    global.first { $0.id == id }.map { heard($0, in: "suivi") }
  }

  /// What is heard over a card of the vue salle: over any, and over the legend and the legibility.
  static let card: [Action] = [
    Action(
      "carte-salle.fermer", [.escape, .control("c")], "Fermer", short: "fermer",
      weight: 90, help: "Revient à l’observation.", perform: { $0.leaveMode() }),
    heard(salleToggle, in: "carte-salle", "Quitter la vue salle", "Revient aux écrans de Palier."),
  ]

  /// Over a card that is only read.
  static let reading = [
    Action(
      "carte-salle.lue", [.enter], "Fermer", help: "Revient à l’observation.",
      perform: { $0.leaveMode() })
  ]

  /// The same action in another place, where it may have another name.
  private static func heard(
    _ action: Action, in place: String, _ title: String? = nil, _ help: String? = nil
  ) -> Action {
    Action(
      "\(place).\(action.id)", action.keys, title ?? action.title,
      help: help ?? action.help, impossible: action.impossible, perform: action.perform)
  }

  private static func card(
    _ id: String, _ key: Character, _ title: String, _ help: String,
    _ card: @escaping @Sendable (State) -> SalleCard
  ) -> Action {
    Action("salle.\(id)", [.character(key)], title, help: help) { state in
      state.modes.append(card(state))
      return []
    }
  }
}

extension ActionTable {
  static let salleField = ActionTable("salleField", Action.salleField)
  static let follower = ActionTable("follower", Action.follower)
  static let salle = ActionTable("salle", title: "Vue salle", Action.salle)
  static let card = ActionTable("card", Action.card)
  static let reading = ActionTable("reading", Action.reading)
}
