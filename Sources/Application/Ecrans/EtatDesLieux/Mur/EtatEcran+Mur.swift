import DPES
import TerminalUI

// The état des lieux on the wall: what each section shows, and where a window that follows goes.
extension EtatEcran {
  /// The étape, the box, or the promise looked at; of people the section alone is told.
  static func wallPlace(_ state: State) -> Wall.Place {
    let etat = state.etat
    let selection =
      switch etat.section {
      case .etapes: "etape\(DeroulementPage.shown(state).rawValue)"
      case .profilStrategique: etat.profilRow?.id
      case .seances: etat.row?.id
      case .structure, .pilotage, .participants, .acteurs, .cycle: String?.none
      }
    return Wall.Place(selection: selection ?? etat.section.rawValue)
  }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    guard let selection = place.selection else { return }
    if let section = Section(rawValue: selection) {
      state.etat.section = section
      return
    }
    if selection.hasPrefix("etape") { state.etat.section = .etapes }
    state.renewDerived()
    _ = state.etat.select(selection)
  }

  /// ↑ ↓ on the wall: from étape to étape, from promise to promise, in the boxes as on the screen.
  static func moveOnWall(_ state: inout State, _ key: Key) -> [Effect] {
    let steps = key == .up ? -1 : 1
    switch state.wallPage?.name {
    case DeroulementPage.name:
      let here = DeroulementPage.shown(state).rawValue + steps
      guard let etape = Parcours.Etape(rawValue: here) else { return [] }
      state.etat.section = .etapes
      state.renewDerived()
      _ = state.etat.select("etape\(etape.rawValue)")
      return []
    case PromessesPage.name:
      let rows = state.etat.rows.rows
      let here = rows.firstIndex { $0.id == state.etat.row?.id } ?? 0
      let places = rows.indices.filter { rows[$0].promesse != nil }
      let next = steps < 0 ? places.last { $0 < here } : places.first { $0 > here }
      if let next { _ = state.etat.select(rows[next].id) }
      return []
    default: return move(&state, key)
    }
  }

  /// The page of the section comes, whatever page was chosen before.
  static func showSectionOnWall(_ state: inout State, since section: Section) {
    if state.etat.section != section { state.wallWindow?.page = nil }
  }
}

extension Action {
  /// What is heard of the état des lieux on the wall.
  static let wallEtat: [Action] =
    Action.etat.onWall(["etat.seance"])
    + on(
      .profilStrategique,
      Action.profil.onWall([
        "profil.ajouter", "profil.modifier", "profil.neant", "profil.observation",
      ]))
    + on(.seances, Action.seances.onWall(["promesse.etat"]))
    + [
      Action(
        "salle.etat.haut", [.up], "Ligne précédente", help: "Monte d’une ligne.",
        perform: { EtatEcran.moveOnWall(&$0, .up) }),
      Action(
        "salle.etat.bas", [.down], "Ligne suivante", help: "Descend d’une ligne.",
        perform: { EtatEcran.moveOnWall(&$0, .down) }),
      beside("gauche", .left, "Case de gauche, ou section précédente", by: -1),
      beside("droite", .right, "Case de droite, ou section suivante", by: 1),
    ]

  private static func beside(_ id: String, _ key: Key, _ title: String, by steps: Int) -> Action {
    Action("salle.etat.\(id)", [key], title, help: "\(title).") { state in
      let section = state.etat.section
      EtatEcran.stepBox(&state, by: steps)
      EtatEcran.showSectionOnWall(&state, since: section)
      return []
    }
  }

  /// The same actions, on the wall of one section.
  private static func on(_ section: EtatEcran.Section, _ actions: [Action]) -> [Action] {
    actions.map { action in
      action.changed(impossible: {
        $0.etat.section == section
          ? action.impossible($0)
          : "Cette touche sert dans «\u{A0}\(section.names.whole)\u{A0}»\u{A0}: ← → y mènent."
      })
    }
  }
}
