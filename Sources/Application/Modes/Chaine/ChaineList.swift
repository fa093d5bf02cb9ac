import DPES
import TerminalUI

/// What is before and after something in the chain, as a list to go along.
struct ChaineList: ListModal {
  var tables: [ActionTable] { [.chain] }

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
    guard let chain = ChaineList.chain(state, from: start) else {
      rows = []
      list = ListView()
      return
    }
    func row(_ maillon: Maillon, _ place: Row.Place, _ distance: Int) -> Row {
      Row(maillon: maillon, place: place, distance: distance, text: ChaineText(maillon, in: state))
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
    guard case .point(let name) = start, let found = state.point(named: name) else { return [:] }
    return [name: found.point.anciens.map { "\(found.referentiel.id):\($0)" }]
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let maillon = state.screen.ecran.maillon(state) else { return [] }
    return state.open(ChaineList(from: maillon, in: state))
  }

  /// Closes the list and goes to what is selected in it.
  fileprivate static func follow(_ state: inout State) -> [Effect] {
    guard let chain = state.modes.last as? ChaineList, let row = chain.selected else { return [] }
    if case .point(let name) = row.maillon, state.point(named: name) == nil,
      state.demarche?.origine(dePoint: name) == nil
    {
      let code = name.split(separator: ":").first.map(String.init) ?? name
      return state.decline(
        "Le référentiel «\u{A0}\(code)\u{A0}» de ce point n’est pas sur ce poste.")
    }
    state.modes.removeLast()
    return state.go(to: row.maillon)
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (rows.count, max(1, WindowLayout(state.size).content.height - 2))
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
        $0.screen.ecran.maillon($0) == nil ? "Rien n’est choisi, d’où suivre la chaîne." : nil
      },
      perform: { ChaineList.open(&$0) })
  }
}

extension ActionTable {
  /// What is heard in the list of links.
  static let chain = ActionTable(
    "chain",
    Action(
      "liens.aller", [.enter], "Y aller", short: "y aller", weight: 100,
      help: "Ferme la liste et montre ce qui est choisi, sur son écran.",
      perform: { ChaineList.follow(&$0) }),
    .leave("liens.fermer", also: [.character("l")], help: "Ferme la liste."))
}
