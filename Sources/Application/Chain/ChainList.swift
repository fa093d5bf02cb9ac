import DPES
import TerminalUI

/// What is before and after something in the chain, as a list to go along.
struct ChaineList: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    enum Place: Hashable, Sendable { case before, here, after }

    let maillon: Maillon
    let place: Place
    /// Steps from where the person is; 0 there.
    let distance: Int
    let text: ChaineText
  }

  let start: Maillon
  let rows: [Row]
  var list: ListView

  init(from start: Maillon, in state: State) {
    self.start = start
    guard let chain = state.chain(from: start) else {
      rows = []
      list = ListView()
      return
    }
    func row(_ maillon: Maillon, _ place: Row.Place, _ distance: Int) -> Row {
      Row(
        maillon: maillon, place: place, distance: distance, text: ChaineText(maillon, in: state))
    }
    rows =
      chain.avant.map { row($0.maillon, .before, $0.distance) } + [row(start, .here, 0)]
      + chain.apres.map { row($0.maillon, .after, $0.distance) }
    // What came of it is what is most often looked for; else where it came from.
    let here = chain.avant.count
    list = ListView(selection: chain.apres.isEmpty ? max(0, here - 1) : here + 1)
  }

  /// The same once more is known, with the same row selected.
  func renewed(in state: State) -> ChaineList {
    var renewed = ChaineList(from: start, in: state)
    renewed.list = list
    return renewed
  }

  var selected: Row? { list.selectedRow(of: rows.count).map { rows[$0] } }
}

extension State {
  /// Looks up what is before and after something; nil without a démarche.
  func chain(from start: Maillon) -> Chaine? {
    guard let demarche, let avancement = derived.avancement else { return nil }
    return Chaine(
      de: start,
      Chaine.Contexte(
        demarche, avancement, derived.links.lineages, image: derived.image?.cercle,
        anciens: earlierCodes(of: start)))
  }

  private func earlierCodes(of start: Maillon) -> [String: [String]] {
    guard case .point(let name) = start, let found = point(named: name) else { return [:] }
    return [name: found.point.anciens.map { "\(found.referentiel.id):\($0)" }]
  }

  /// A point by `referentiel:code`, when its référentiel is known here.
  func point(
    named name: String
  ) -> (referentiel: Referentiel, point: Referentiel.Point, axe: Axe?)? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let referentiel = referentiels?.first(where: { $0.id == parts[0] }),
      let found = referentiel.point(parts[1])
    else { return nil }
    return (referentiel, found.point, found.axe)
  }

  /// Where the person is in the chain, on the present screen; nil when nothing is selected.
  var maillon: Maillon? {
    switch screen {
    case .grille:
      guard let point = grille.selected(in: derived), let referentiel else { return nil }
      return .point("\(referentiel.id):\(point.point.code)")
    case .cercle: return cercle.selected(in: derived).map { .observation($0.id) }
    case .schema:
      guard let palier = schema.selected(in: derived)?.palier else { return nil }
      return switch schema.part {
      case .palier, .engagement: .palier(palier.id)
      case .indicateur(let id): .indicateur(id)
      case .observation(let id): .observation(id)
      }
    case .tableau:
      guard let line = tableau.selected(in: derived) else { return nil }
      guard let indicateur = line.indicateur?.indicateur.id, let mois = tableau.mois else {
        return line.palier.map { .palier($0.palier.id) }
      }
      return .cellule(indicateur: indicateur, mois: mois)
    default: return nil
    }
  }

  mutating func openChain() -> [Effect] {
    guard let maillon else { return [] }
    modes.append(.chain(ChaineList(from: maillon, in: self)))
    return []
  }

  mutating func press(_ key: Key, in chain: ChaineList) -> [Effect] {
    if let action = Action.action(for: key, in: [.chain]) { return action.performed(in: &self) }
    var chain = chain
    if chain.list.handle(key, of: chain.rows.count, height: ChaineList.height(in: size)) {
      replaceMode(.chain(chain))
    }
    return []
  }

  /// Closes the list and goes to what is selected in it.
  fileprivate mutating func followChain() -> [Effect] {
    guard case .chain(let chain) = modes.last, let row = chain.selected else { return [] }
    if case .point(let name) = row.maillon, point(named: name) == nil {
      let code = name.split(separator: ":").first.map(String.init) ?? name
      refuse("Le référentiel «\u{A0}\(code)\u{A0}» de ce point n’est pas sur ce poste.")
      return []
    }
    modes.removeLast()
    return go(to: row.maillon)
  }

  /// Shows something where it is.
  mutating func go(to maillon: Maillon) -> [Effect] {
    switch maillon {
    case .point(let name):
      guard let found = point(named: name) else { return [] }
      grille.referentielID = found.referentiel.id
      grille.axe = found.axe
      grille.isFiltered = false
      show(.grille)
      renewDerived()
      grille.select(found.point.code, in: derived)
    case .observation(let id):
      guard let place = demarche?.lieu(deObservation: id), let demarche else { return [] }
      cercle.comparedID = nil
      cercle.imageID = demarche.cercles[place.cercle].id
      show(.cercle)
      cercle.select(id, in: derived)
      chainFromCercle()
    case .palier(let id):
      show(.schema)
      schema.select(id, in: derived)
      chainFromSchema()
    case .indicateur(let id):
      // Only the zoom shows indicators one by one.
      show(.schema)
      schema.isZoomed = true
      schema.select(.indicateur(id), in: derived)
      chainFromSchema()
    case .cellule(let indicateur, let mois):
      show(.tableau)
      showInTableau(indicateur, mois: mois)
    case .ligne: return openExport(of: .annuel)
    }
    return []
  }
}

extension Action {
  /// What is before and after the selection, on a screen that shows a link of the chain.
  static func links(_ screen: Screen) -> Action {
    Action(
      "\(screen.name).liens", .screen(screen), [.character("l")], "Liens\u{A0}: avant et après",
      short: "liens", weight: 33,
      help:
        "Montre d’où vient ce qui est choisi et ce qui en vient, de la grille au tableau, et y va.",
      impossible: { $0.maillon == nil ? "Rien n’est choisi, d’où suivre la chaîne." : nil },
      perform: { $0.openChain() })
  }

  /// What is heard in the list of links.
  static let chain = [
    Action(
      "liens.aller", .chain, [.enter], "Y aller", short: "y aller", weight: 100,
      help: "Ferme la liste et montre ce qui est choisi, sur son écran.",
      perform: { $0.followChain() }),
    Action(
      "liens.fermer", .chain, [.escape, .control("c"), .character("l")], "Fermer",
      short: "fermer", weight: 90, help: "Ferme la liste.", perform: { $0.leaveMode() }),
  ]
}
