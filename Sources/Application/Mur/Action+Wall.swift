import DPES
import TerminalUI

extension Action {
  /// Going to the wall and back: heard on every screen, in text fields, and on the wall itself.
  static let wallToggle = Action(
    "salle", [.character("s"), .function(8)], "Vue salle", short: "salle", weight: 27,
    help: "Montre au mur, en grand, l’observation dont on parle\u{A0}; la même touche revient.",
    perform: { WallWindow.toggle(&$0) })

  /// The same from the wall.
  fileprivate static func leavingWall(in place: String) -> Action {
    wallToggle.heard(
      in: place, title: "Quitter la vue salle", help: "Revient aux écrans de Palier.")
  }

  /// A letter that shows a page of the subject, and the first again.
  static func wallPage(
    _ key: Character, _ id: String, _ page: any WallPage.Type, _ title: String, _ help: String,
    nothing: String = "Il n’y a encore rien à montrer sur cette page."
  ) -> Action {
    // Who sees no page come goes on as on the screen, where the letter may open a text.
    Action(
      "salle.\(id)", [.character(key)], title, help: help, opensText: true,
      impossible: {
        page.isOffered($0) ? nil : nothing
      },
      perform: { WallWindow.show(&$0, page) })
  }

  fileprivate static func card(
    _ id: String, _ key: Character, _ title: String, _ help: String,
    _ card: @escaping @Sendable (State) -> WallCard
  ) -> Action {
    Action("salle.\(id)", [.character(key)], title, help: help) { $0.open(card($0)) }
  }
}

extension ActionTable {
  /// What can be done on the wall, beside going away from it.
  static let wall = ActionTable(
    "wall", title: "Vue salle",
    [
      .leavingWall(in: "salle"),
      Action(
        "salle.page", [.tab], "Page suivante",
        help: "Passe à la page suivante du même sujet.", perform: { WallWindow.step(&$0, by: 1) }),
      Action(
        "salle.page-avant", [.backTab], "Page précédente",
        help: "Revient à la page précédente du même sujet.",
        perform: { WallWindow.step(&$0, by: -1) }),
      .card("legende", "l", "Légende", "Montre en grand ce que veulent dire les trois couleurs.") {
        _ in .legend
      },
      .card("minuteur", "m", "Minuteur", "Montre un compte à rebours, à régler et à lancer.") { _ in
        .countdown
      },
      .card(
        "distance", "d", "Lisible du dernier rang\u{A0}?",
        "Dit combien de lignes se lisent du dernier rang, et si celles-ci conviennent."
      ) { .legibility(LegibilityCard($0.room)) },
    ]
      + everywhere.actions.onWall(
        Set(Screen.all.map { "ecran.\($0.name)" }).union([
          "annuler", "retablir", "palette", "aide", "theme", "souris", "suspendre", "quitter",
          "noms", "tenir", "parole",
        ])))

  /// What is heard in a text field on the wall: no search, no path; who speaks is typed unseen.
  static let wallField = ActionTable(
    "wallField",
    field.actions.named("champ.annuler", "champ.aide", "champ.salle", "champ.parole")
      .map { $0.heard(in: "champ-salle") })

  /// What the window that follows another hears.
  static let follower = ActionTable(
    "follower",
    everywhere.actions.named("theme", "souris", "quitter").map { $0.heard(in: "suivi") })

  /// What is heard over a card of the wall: over any, and over the legend and the legibility.
  static let card = ActionTable(
    "card",
    .leave("carte-salle.fermer", help: "Revient à l’observation."),
    .leavingWall(in: "carte-salle"))

  /// Over a card that is only read.
  static let reading = ActionTable(
    "reading",
    Action(
      "carte-salle.lue", [.enter], "Fermer", help: "Revient à l’observation.",
      perform: { $0.leaveMode() }))
}

extension [Action] {
  /// Those that keep on the wall the meaning that they have elsewhere.
  func onWall(_ ids: Set<String>) -> [Action] {
    filter { ids.contains($0.id) }.map { $0.heard(in: "salle") }
  }
}
