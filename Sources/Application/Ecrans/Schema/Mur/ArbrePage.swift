import DPES
import TerminalUI

/// The method's own drawing: four branches from one root, a node a palier.
///
/// The three profiles join the nodes: four axes side by side, without a total.
enum ArbrePage: WallPage {
  static let name = "arbre"
  static let title = "l’arbre"

  static func isOffered(_ state: State) -> Bool { refusal(state) == nil }

  /// Why it can't be shown; nil when it can.
  static func refusal(_ state: State) -> String? {
    guard state.derived.avancement?.axes.contains(where: { !$0.paliers.isEmpty }) == true else {
      return "Le schéma n’a pas encore de palier\u{A0}: il n’y a pas d’arbre à montrer."
    }
    return state.wallScale < .full
      ? "L’arbre demande 100 colonnes et 30 lignes\u{A0}: z montre l’escalier d’un axe." : nil
  }

  static func bandeau(_ state: State) -> Bandeau {
    var lines = "trois profils qui les relient."
    if let mois = state.schema.moisDeLArbre, let schema = state.demarche?.schema,
      let avancement = state.derived.avancement
    {
      let moment = avancement.niveaux(a: mois, dans: schema)
      lines = "aujourd’hui, puis \(ArbreLook.date(mois, moment, schema))."
    }
    return Bandeau(
      ground: .plain, word: "Arbre des quatre axes", subject: [state.schema.axe.nomCourt],
      lines: [
        "Du centre vers les coins\u{A0}: un nœud par palier, et \(lines)",
        "Les quatre axes côte à côte, sans total.",
      ])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    guard let avancement = state.derived.avancement else { return }
    ArbreView.draw(
      ArbreLook.looks(state, avancement), state, avancement, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] { ["↑ ↓ palier", "← → axe", "e échéance"] }

  /// Why there are no dates to go through: the arbre alone has them.
  static func whyNoDates(_ state: State) -> String? {
    refusal(state)
      ?? (state.wallPage?.name == name
        ? nil : "Les dates sont celles de l’arbre\u{A0}: Tab y mène.")
  }
}
