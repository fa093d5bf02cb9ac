import DPES
import TerminalUI

/// What is before and after something in the chain, as a list to go along.
struct ChainList: Modal {
  var tables: [ActionTable] { [.chain] }

  struct Row: Hashable, Sendable {
    enum Place: Hashable, Sendable { case before, here, after }

    let maillon: Maillon
    let place: Place
    /// Steps from where the person is; 0 there.
    let distance: Int
    let text: ChainText
  }

  let start: Maillon
  let rows: [Row]
  var list: ListView

  init(from start: Maillon, in state: State) {
    self.start = start
    guard let chain = ChainList.chain(state, from: start) else {
      rows = []
      list = ListView()
      return
    }
    func row(_ maillon: Maillon, _ place: Row.Place, _ distance: Int) -> Row {
      Row(
        maillon: maillon, place: place, distance: distance, text: ChainText(maillon, in: state))
    }
    rows =
      chain.avant.map { row($0.maillon, .before, $0.distance) } + [row(start, .here, 0)]
      + chain.apres.map { row($0.maillon, .after, $0.distance) }
    // What came of it is what is most often looked for; else where it came from.
    let here = chain.avant.count
    list = ListView(selection: chain.apres.isEmpty ? max(0, here - 1) : here + 1)
  }

  /// The same once more is known, with the same row selected.
  func renewed(in state: State) -> ChainList {
    var renewed = ChainList(from: start, in: state)
    renewed.list = list
    return renewed
  }

  var selected: Row? { list.selectedRow(of: rows.count).map { rows[$0] } }
}

extension ChainList {
  /// Looks up what is before and after something; nil without a démarche.
  static func chain(_ state: State, from start: Maillon) -> Chaine? {
    guard let demarche = state.demarche, let avancement = state.derived.avancement else {
      return nil
    }
    return Chaine(
      de: start,
      Chaine.Contexte(
        demarche, avancement, state.derived.links.lineages, image: state.derived.image?.cercle,
        anciens: earlierCodes(state, of: start)))
  }

  private static func earlierCodes(_ state: State, of start: Maillon) -> [String: [String]] {
    guard case .point(let name) = start, let found = point(state, named: name) else { return [:] }
    return [name: found.point.anciens.map { "\(found.referentiel.id):\($0)" }]
  }

  /// A point by `referentiel:code`, when its référentiel is known here.
  static func point(
    _ state: State,
    named name: String
  ) -> (referentiel: Referentiel, point: Referentiel.Point, axe: Axe?)? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2,
      let referentiel = state.referentiels?.first(where: { $0.id == parts[0] }),
      let found = referentiel.point(parts[1])
    else { return nil }
    return (referentiel, found.point, found.axe)
  }

  /// Where the person is in the chain, on the present screen; nil when nothing is selected.
  static func maillon(_ state: State) -> Maillon? {
    switch state.screen {
    case .grille:
      guard let point = state.grille.selected(in: state.derived),
        let referentiel = GrilleEcran.referentiel(state)
      else { return nil }
      return .point("\(referentiel.id):\(point.point.code)")
    case .cercle: return state.cercle.selected(in: state.derived).map { .observation($0.id) }
    case .schema:
      guard let palier = state.schema.selected(in: state.derived)?.palier else { return nil }
      return switch state.schema.part {
      case .palier, .engagement: .palier(palier.id)
      case .indicateur(let id): .indicateur(id)
      case .observation(let id): .observation(id)
      }
    case .tableau:
      guard let line = state.tableau.selected(in: state.derived) else { return nil }
      guard let indicateur = line.indicateur?.indicateur.id, let mois = state.tableau.mois else {
        return line.palier.map { .palier($0.palier.id) }
      }
      return .cellule(indicateur: indicateur, mois: mois)
    default: return nil
    }
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let maillon = Self.maillon(state) else { return [] }
    state.modes.append(ChainList(from: maillon, in: state))
    return []
  }

  /// Closes the list and goes to what is selected in it.
  fileprivate static func follow(_ state: inout State) -> [Effect] {
    guard let chain = state.modes.last as? ChainList, let row = chain.selected else { return [] }
    if case .point(let name) = row.maillon, point(state, named: name) == nil {
      let code = name.split(separator: ":").first.map(String.init) ?? name
      state.refuse("Le référentiel «\u{A0}\(code)\u{A0}» de ce point n’est pas sur ce poste.")
      return []
    }
    state.modes.removeLast()
    return go(&state, to: row.maillon)
  }

  /// Shows something where it is.
  static func go(_ state: inout State, to maillon: Maillon) -> [Effect] {
    switch maillon {
    case .point(let name):
      guard let found = point(state, named: name) else { return [] }
      state.grille.referentielID = found.referentiel.id
      state.grille.axe = found.axe
      state.grille.isFiltered = false
      state.show(.grille)
      state.renewDerived()
      state.grille.select(found.point.code, in: state.derived)
    case .observation(let id):
      guard let place = state.demarche?.lieu(deObservation: id), let demarche = state.demarche
      else { return [] }
      state.cercle.comparedID = nil
      state.cercle.imageID = demarche.cercles[place.cercle].id
      state.show(.cercle)
      state.cercle.select(id, in: state.derived)
      state.chainFromCercle()
    case .palier(let id):
      state.show(.schema)
      state.schema.select(id, in: state.derived)
      state.chainFromSchema()
    case .indicateur(let id):
      // Only the zoom shows indicators one by one.
      state.show(.schema)
      state.schema.isZoomed = true
      state.schema.select(.indicateur(id), in: state.derived)
      state.chainFromSchema()
    case .cellule(let indicateur, let mois):
      state.show(.tableau)
      TableauEcran.show(&state, indicateur, mois: mois)
    case .ligne: return ExportCard.open(&state, of: .annuel)
    }
    return []
  }
}

extension Action {
  /// What is before and after the selection, on a screen that shows a link of the chain.
  static func links(_ screen: Screen) -> Action {
    Action(
      "\(screen.name).liens", [.character("l")], "Liens\u{A0}: avant et après",
      short: "liens", weight: 33,
      help:
        "Montre d’où vient ce qui est choisi et ce qui en vient, de la grille au tableau, et y va.",
      impossible: {
        ChainList.maillon($0) == nil ? "Rien n’est choisi, d’où suivre la chaîne." : nil
      },
      perform: { ChainList.open(&$0) })
  }

  /// What is heard in the list of links.
  static let chain = [
    Action(
      "liens.aller", [.enter], "Y aller", short: "y aller", weight: 100,
      help: "Ferme la liste et montre ce qui est choisi, sur son écran.",
      perform: { ChainList.follow(&$0) }),
    Action(
      "liens.fermer", [.escape, .control("c"), .character("l")], "Fermer",
      short: "fermer", weight: 90, help: "Ferme la liste.", perform: { $0.leaveMode() }),
  ]
}

extension ChainList {
  func press(_ key: Key, in state: inout State) -> [Effect] {
    if let action = ActionTable.action(for: key, in: [.chain]) { return action.performed(in: &state) }
    var chain = self
    if chain.list.handle(key, of: chain.rows.count, height: ChainList.height(in: state.size)) {
      state.replaceMode(chain)
    }
    return []
  }
}

extension ActionTable {
  static let chain = ActionTable("chain", Action.chain)
}
