import DPES
import TerminalUI

/// The four axes as the method draws them, over the schéma: the three profiles, or two dates.
///
/// Four axes side by side, and nothing that adds them up.
struct Arbre: Modal {
  var tables: [ActionTable] { [.arbre] }
  var roomPage: String? { ArbrePage.name }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area.inset(columns: -1))
    guard let avancement = state.derived.avancement else { return }
    if let refusal = ArbrePage.refusal(state) { return canvas.drawNothing([refusal], in: area) }
    ArbreView.draw(
      ArbreLook.looks(state, avancement), state, avancement, in: area, on: &canvas)
  }

  /// To the next or the previous of what can be compared: the profiles, the start, then every month
  /// at which a palier is due, up to the target.
  static func turn(_ state: inout State, by step: Int) -> [Effect] {
    guard let avancement = state.derived.avancement else { return [] }
    let months = [nil] + avancement.moisDesPaliers
    let here = months.firstIndex(of: state.schema.moisDeLArbre) ?? 0
    state.schema.moisDeLArbre = months[(here + step + months.count) % months.count]
    return []
  }

  /// Another screen, the palette, undo are heard as on the schéma; what would change the schéma is done on
  /// it, where it is seen.
  func type(_ key: Key, in state: inout State) -> [Effect] {
    if let action = ActionTable.action(for: key, in: [.everywhere]) {
      if action.id.hasPrefix("ecran.") || action.id.hasPrefix("tab.") { leave(&state) }
      return action.performed(in: &state)
    }
    let tables = state.screen.ecran.tables(state)
    guard let action = ActionTable.action(for: key, in: tables) else { return [] }
    return state.decline(
      "«\u{A0}\(action.title)\u{A0}»\u{A0}: sur le schéma. r y revient, puis \(key.label).")
  }

  func showToRoom(_ state: inout State) -> [Effect]? {
    leave(&state)
    let effects = WallWindow.toggle(&state)
    state.wallWindow?.page = ArbrePage.name
    state.renewDerived()
    return effects
  }
}

extension Action {
  /// What is heard over the arbre.
  static let arbre =
    [
      Action(
        "arbre.fermer", [.character("r"), .escape, .control("c")], "Revenir au schéma",
        short: "schéma", lineKeys: "r", weight: 100, help: "Revient au schéma.",
        perform: { $0.leaveMode() }),
      Action(
        "arbre.dates", [.character("e")], "Du départ à la cible",
        short: "du départ à la cible", weight: 90,
        help:
          "Compare aujourd’hui au départ, puis à chaque échéance de palier jusqu’à la cible, puis revient aux profils.",
        perform: { Arbre.turn(&$0, by: 1) }),
      Action(
        "arbre.dates-avant", [.character("E")], "De la cible au départ",
        help: "La même chose dans l’autre sens.", perform: { Arbre.turn(&$0, by: -1) }),
      Action(
        "arbre.salle", [.character("s"), .function(8)], "L’arbre au mur", short: "salle",
        weight: 60, help: "Montre l’arbre au mur.", perform: { WallWindow.toggle(&$0) }),
    ]
    + schema.filter {
      [
        "schema.haut", "schema.bas", "schema.axe-precedent", "schema.axe-suivant",
        "schema.premier", "schema.dernier", "schema.ouvrir",
      ].contains($0.id)
    }
    .map { $0.heard(in: "arbre") }
    + ActionTable.everywhere.actions.named("aide")
    .map { $0.heard(in: "arbre", short: "aide", weight: Action.always) }
}

extension ActionTable {
  static let arbre = ActionTable("arbre", Action.arbre)
}
