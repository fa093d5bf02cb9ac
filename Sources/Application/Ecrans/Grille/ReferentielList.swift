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
    /// Of a tool that has several: how many fiches there are, or acteurs that it was answered about.
    var sujets: String?
  }

  enum Item: Hashable, Sendable {
    /// The heading of a family.
    case famille(String)
    case row(Row)

    /// nil for a heading.
    var row: Row? { if case .row(let row) = self { row } else { nil } }
  }

  private(set) var items: [Item] = []
  /// Without the headings.
  var rows: [Row] { items.compactMap(\.row) }
  var list = ListView()

  /// - Complexity: O(points + answers)
  init(of demarche: Demarche, _ referentiels: [Referentiel], shown: String?) {
    let families = Referentiel.parFamille(referentiels) { $0 }
    for (famille, membres) in families {
      if families.count > 1 { items.append(.famille(famille ?? Referentiel.sansFamille)) }
      items += membres.map { .row(Self.row($0, demarche)) }
    }
    var known = Set(referentiels.map(\.id))
    for grille in demarche.grilles where !grille.reponses.isEmpty {
      guard let id = grille.referentiel, known.insert(id).inserted else { continue }
      let last = demarche.grilles(de: id).first { !$0.reponses.isEmpty } ?? grille
      items.append(
        .row(
          Row(
            id: id, nom: id, referentiel: nil, axes: [], reponses: last.reponses.count,
            points: nil, date: last.date)))
    }
    // A fiche whose tool is not here, and of which nothing is said yet.
    for fiche in demarche.fiches {
      guard let id = fiche.referentiel, known.insert(id).inserted else { continue }
      items.append(
        .row(Row(id: id, nom: id, referentiel: nil, axes: [], reponses: 0, points: nil, date: nil)))
    }
    list = ListView(selection: items.firstIndex { $0.row?.id == shown } ?? 0)
    skipHeading(by: 1, height: 1)
  }

  private static func row(_ referentiel: Referentiel, _ demarche: Demarche) -> Row {
    let axes = referentiel.sujet == nil ? demarche.etendue(de: referentiel) : []
    let own = demarche.grilles.filter {
      $0.referentiel == referentiel.id && !$0.reponses.isEmpty
    }
    let said = Set(own.compactMap(\.sujet)).count
    let sujets: String? =
      switch referentiel.sujet {
      case nil: nil
      case .acteur: said.counting("acteur dit", "acteurs dits")
      case .fiche: demarche.fiches(de: referentiel.id).count.counting("fiche")
      }
    return Row(
      id: referentiel.id, nom: referentiel.nom, referentiel: referentiel, axes: axes,
      reponses: referentiel.sujet == nil ? axes.reduce(0) { $0 + $1.reponses } : said,
      points: referentiel.sujet == nil ? axes.reduce(0) { $0 + $1.points } : nil,
      date: own.compactMap(\.date).max(), sujets: sujets)
  }

  var selected: Row? { list.selectedRow(of: items.count).flatMap { items[$0].row } }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var moved = self
    let height = Self.height(in: WindowLayout(state.size).content.size)
    if moved.list.handle(key, of: items.count, height: height) {
      moved.skipHeading(by: [.up, .pageUp].contains(key) ? -1 : 1, height: height)
      state.replaceMode(moved)
    }
    return []
  }

  /// Goes on from a heading to the row beside it; from the first to the row under it, which stays seen.
  private mutating func skipHeading(by steps: Int, height: Int) {
    guard let here = list.selectedRow(of: items.count), items[here].row == nil else { return }
    list.select(here + (here == 0 ? 1 : steps), of: items.count, height: height)
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
    let next = (list.list.selectedRow(of: list.items.count) ?? 0) + 1
    let height = ReferentielList.height(in: WindowLayout(state.size).content.size)
    list.list.select(next % list.items.count, of: list.items.count, height: height)
    list.skipHeading(by: 1, height: height)
    state.replaceMode(list)
    return []
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
      "referentiels.aller", [.enter], "Ouvrir cet outil, ou ce référentiel", short: "ouvrir",
      weight: 100, help: "Ferme la liste et montre ses points dans la grille.",
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
