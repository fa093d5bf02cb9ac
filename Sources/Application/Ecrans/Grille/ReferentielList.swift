import DPES
import TerminalUI

/// The référentiels of this machine side by side, with what this démarche says of each; those that
/// it has answers to and this machine has not stand last.
struct ReferentielList: Modal {
  var tables: [ActionTable] { [.referentiels] }

  struct Row: Hashable, Sendable {
    let id: String
    let nom: String
    /// nil for one that is not here.
    let referentiel: Referentiel?
    /// By the charter's axis; empty for one that is not here.
    let axes: [EtendueDeGrille]
    /// Answers given, on all axes, and of so many points; nil for one that is not here.
    let reponses: Int
    let points: Int?
    /// Of the last answers.
    let date: Day?
  }

  private(set) var rows: [Row] = []
  var list = ListView()

  /// - Complexity: O(points + answers)
  init(of demarche: Demarche, _ referentiels: [Referentiel], shown: String?) {
    rows = referentiels.map { referentiel in
      let axes = demarche.etendue(de: referentiel)
      return Row(
        id: referentiel.id, nom: referentiel.nom, referentiel: referentiel, axes: axes,
        reponses: axes.reduce(0) { $0 + $1.reponses },
        points: axes.reduce(0) { $0 + $1.points },
        date: demarche.grilles(de: referentiel.id).first { !$0.reponses.isEmpty }?.date)
    }
    var known = Set(referentiels.map(\.id))
    for grille in demarche.grilles where !grille.reponses.isEmpty {
      guard let id = grille.referentiel, known.insert(id).inserted else { continue }
      let last = demarche.grilles(de: id).first { !$0.reponses.isEmpty }
      rows.append(
        Row(
          id: id, nom: id, referentiel: nil, axes: [], reponses: last?.reponses.count ?? 0,
          points: nil, date: last?.date))
    }
    list = ListView(selection: rows.firstIndex { $0.id == shown } ?? 0)
  }

  var selected: Row? { list.selectedRow(of: rows.count).map { rows[$0] } }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var moved = self
    let height = Self.height(in: WindowLayout(state.size).content.size)
    if moved.list.handle(key, of: rows.count, height: height) { state.replaceMode(moved) }
    return []
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let demarche = state.demarche, let referentiels = state.referentiels else { return [] }
    state.modes.append(
      ReferentielList(of: demarche, referentiels, shown: state.grille.referentielID))
    return []
  }

  /// Goes to the next one, around.
  fileprivate static func stepReferentiel(_ state: inout State) -> [Effect] {
    guard var list = state.modes.last as? ReferentielList, !list.rows.isEmpty else { return [] }
    let next = (list.list.selectedRow(of: list.rows.count) ?? 0) + 1
    list.list.select(
      next % list.rows.count, of: list.rows.count,
      height: ReferentielList.height(in: WindowLayout(state.size).content.size))
    state.replaceMode(list)
    return []
  }

  /// Why the selected one can't be shown; nil when it can.
  fileprivate static func referentielRefusal(_ state: State) -> String? {
    guard let row = (state.modes.last as? ReferentielList)?.selected else { return nil }
    return row.referentiel == nil
      ? "Ce référentiel n’est pas sur cet ordinateur\u{A0}: ses réponses restent dans le fichier."
      : nil
  }

  fileprivate static func chooseReferentiel(_ state: inout State) -> [Effect] {
    guard let row = (state.modes.last as? ReferentielList)?.selected else { return [] }
    state.modes.removeLast()
    if row.id != state.grille.referentielID { GrilleEcran.showReferentiel(&state, row.id) }
    return []
  }
}

extension Action {
  /// What is heard in the list of référentiels, beside moving.
  static let referentiels = [
    Action(
      "referentiels.aller", [.enter], "Ouvrir ce référentiel", short: "ouvrir",
      weight: 100, help: "Ferme la liste et montre ses points dans la grille.",
      impossible: ReferentielList.referentielRefusal,
      perform: { ReferentielList.chooseReferentiel(&$0) }),
    Action(
      "referentiels.suivant", [.character("r")], "Le suivant", short: "le suivant",
      weight: 80, help: "Passe au référentiel suivant, comme ↓.",
      perform: { ReferentielList.stepReferentiel(&$0) }),
    Action(
      "referentiels.fermer", [.escape, .control("c")], "Fermer", short: "fermer",
      weight: 90, help: "Revient à la grille telle qu’elle était.", perform: { $0.leaveMode() }),
  ]
}

extension ActionTable {
  static let referentiels = ActionTable("referentiels", Action.referentiels)
}
