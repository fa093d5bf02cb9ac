import DPES
import TerminalUI

/// The four axes as the method draws them, over the schéma: the three profiles, or two dates.
///
/// Four axes side by side, and nothing that adds them up.
struct Arbre: Modal {
  var tables: [ActionTable] { [.arbre] }

  /// The month at the end of whose period today is compared, 0 for the start; nil for the profiles.
  var mois: Int?

  /// The levels that are drawn.
  func looks(_ state: State, _ avancement: Avancement) -> [ArbreLook] {
    guard let mois else { return ArbreLook.profils(avancement) }
    let day = state.demarche?.schema.jour(mois).map { ", \($0.frenchShort)" } ?? ""
    return [
      ArbreLook(
        letter: "A", name: "aujourd’hui", detail: "", niveaux: avancement[.actuel].niveaux,
        ink: .text, line: .whole),
      ArbreLook(
        letter: "B", name: (mois == 0 ? "départ" : "\(mois)\u{A0}mois") + day, detail: "",
        niveaux: Self.niveaux(state, mois: mois), ink: .accent, line: .dashes),
    ]
  }

  /// The levels on the last day of a period; at the start for 0.
  private static func niveaux(_ state: State, mois: Int) -> [Int] {
    guard let schema = state.demarche?.schema, let debut = schema.debut else {
      return [0, 0, 0, 0]
    }
    let day = mois == 0 ? debut : schema.periode(mois).fin ?? debut
    return Axe.allCases.map { schema.niveau(de: $0, le: day) }
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    canvas.fill(area.inset(columns: -1))
    guard let avancement = state.derived.avancement else { return }
    if let refusal = ArbrePage.refusal(state) { return canvas.drawNothing([refusal], in: area) }
    ArbreView.draw(looks(state, avancement), state, avancement, in: area, on: &canvas)
  }

  /// To the next of what can be compared: the profiles, the start, each period that is over.
  fileprivate static func turn(_ state: inout State) -> [Effect] {
    guard var arbre = state.modes.last as? Arbre, let avancement = state.derived.avancement else {
      return []
    }
    guard avancement.debut != nil else {
      state.refuse("Sans jour de départ, il n’y a pas de dates à comparer.")
      return []
    }
    let over = avancement.periodes.filter { $0.fin.map { $0 < avancement.jour } ?? false }
    let months = [nil, 0] + over.map(\.mois)
    let here = months.firstIndex(of: arbre.mois) ?? 0
    arbre.mois = months[(here + 1) % months.count]
    return state.replaceMode(arbre)
  }

  fileprivate static func showOnWall(_ state: inout State) -> [Effect] {
    _ = state.leaveMode()
    let effects = WallWindow.toggle(&state)
    _ = WallWindow.show(&state, ArbrePage.self)
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
        "arbre.dates", [.character("d")], "Deux dates, ou les profils", short: "à deux dates",
        weight: 90,
        help:
          "Compare aujourd’hui au départ, puis à chaque période finie, puis revient aux profils.",
        perform: { Arbre.turn(&$0) }),
      Action(
        "arbre.salle", [.character("s"), .function(8)], "L’arbre au mur", short: "salle",
        weight: 60, help: "Montre l’arbre au mur.", perform: { Arbre.showOnWall(&$0) }),
    ]
    + schema.filter {
      [
        "schema.haut", "schema.bas", "schema.axe-precedent", "schema.axe-suivant",
        "schema.premier", "schema.dernier", "schema.ouvrir",
      ].contains($0.id)
    }
    .map { $0.heard(in: "arbre") }
}

extension ActionTable {
  static let arbre = ActionTable("arbre", Action.arbre)
}
