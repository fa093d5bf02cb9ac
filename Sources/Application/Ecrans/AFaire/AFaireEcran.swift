import DPES
import TerminalUI

/// Where the person is on the screen « à faire ».
struct AFaireEcran: Sendable {
  /// What is to be done, while the screen is shown.
  fileprivate(set) var rows = AFaireRows()
  /// The position among the lines that can be selected.
  private(set) var index = 0
  /// What the selected line is about, found again when lines come or go.
  private var repere: AFaireRows.Repere?
  /// What the line after it is about: where one goes when the selected one is done with.
  private var suivant: AFaireRows.Repere?
  /// Which lines are listed.
  var filtre = AFaireFiltre()
  /// Under the people in charge rather than under what presses.
  var parPersonne = false
  /// What ``rows`` was worked out from.
  fileprivate var key: Key?
  /// The first row that is seen.
  var firstRow = 0

  fileprivate struct Key: Hashable, Sendable {
    let derived: Derived.Stamp
    let parPersonne: Bool
    let filtre: AFaireFiltre
  }

  var selected: AFaire.Ligne? { rows.ligne(at: index) }

  /// The row of the selected line.
  var selectedRow: Int? {
    rows.selectable.indices.contains(index) ? rows.selectable[index] : nil
  }

  /// Selects the line at a position, or the nearest there is.
  mutating func select(_ position: Int) {
    index = min(max(position, 0), max(rows.selectable.count - 1, 0))
    repere = rows.repere(at: index)
    suivant = rows.repere(at: index + 1)
  }

  /// Goes to what came after the selected line, which may be gone.
  mutating func selectNext() {
    let next = suivant.flatMap(rows.position)
    select(next ?? repere.flatMap(rows.position) ?? index)
  }

  /// Goes to what a line is about, where it is listed.
  mutating func select(_ objet: AFaire.Objet) {
    if let position = rows.position(of: objet) { select(position) }
  }

  /// Goes to the line of an indicator, where it has one.
  mutating func select(indicateur id: String) {
    let place = rows.selectable.indices.first {
      if case .indicateur(id, mois: _) = rows.ligne(at: $0)?.objet { true } else { false }
    }
    if let place { select(place) }
  }

  /// Keeps the selection on what it was on.
  mutating func settle() { select(repere.flatMap(rows.position) ?? index) }

  /// The rows seen, of a height: with the selected one, and its heading where it comes just before.
  func visibleRows(height: Int) -> Range<Int> {
    let rows = rows
    guard height > 0, !rows.rows.isEmpty else { return 0..<0 }
    let selected = selectedRow ?? 0
    let isFirst = index == 0 || rows.selectable[index - 1] != selected - 1
    var first = min(firstRow, isFirst && height > 1 ? max(0, selected - 1) : selected)
    first = max(first, selected - height + 1)
    first = max(0, min(first, rows.rows.count - height))
    return first..<min(first + height, rows.rows.count)
  }
}

extension AFaireEcran: Ecran {
  static let place = Screen(6, "a-faire", "À faire", short: "À faire", AFaireEcran.self)

  static let parts = [EcranPart(.aFaire)]

  static let wallPages: [any WallPage.Type] = [PromessesAFairePage.self]
  static let wallTable = ActionTable("wall-a-faire", title: "À faire", Action.wallAFaire)

  /// Where a démarche opens, when this machine knows whom it serves and something is expected.
  static func isExpected(_ state: State) -> Bool {
    guard state.person != nil, let demarche = state.demarche,
      let avancement = state.derived.avancement
    else { return false }
    return AFaire(demarche, avancement, cycles: state.cycles).attend
  }

  static func renew(_ state: inout State) {
    guard state.screen == place, let demarche = state.demarche,
      let avancement = state.derived.avancement
    else { return }
    let (parPersonne, filtre) = (state.aFaire.parPersonne, state.aFaire.filtre)
    let key = Key(derived: state.derived.stamp, parPersonne: parPersonne, filtre: filtre)
    guard state.aFaire.key != key else { return }
    state.aFaire.rows = AFaireRows(
      AFaire(
        demarche, avancement, cycles: state.cycles, referentiels: state.referentiels),
      parPersonne: parPersonne, dAbord: state.person,
      filtre: filtre)
    state.aFaire.key = key
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    AFaireView.draw(state, in: area, on: &canvas)
  }

  static func backdropKey(_ state: State) -> ValueKey? { ValueKey(state.aFaire.filtre) }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    let words = state.aFaire.filtre.words(state.derived)
    return (words.isEmpty ? [] : ["\(words) seulement"]) + [state.environment.today.french]
  }

  static func maillon(_ state: State) -> Maillon? {
    switch state.aFaire.selected?.objet {
    case .indicateur(let id, let mois): .cellule(indicateur: id, mois: mois)
    case .palier(let id): .palier(id)
    case .promesse, .cloture, .passage, .cycle, .outil, .carte, nil: nil
    }
  }

  /// What was entered from a line is done: the next one.
  static func entered(_ state: inout State, indicateur: String, mois: Int) -> String? {
    state.aFaire.selectNext()
    return nil
  }

  /// What is taken back on this screen comes back to it.
  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    guard state.screen == place else { return false }
    switch change {
    case .realise(let id, _): state.aFaire.select(indicateur: id)
    case .palier(let id): state.aFaire.select(.palier(id))
    case .promesse(let id): state.aFaire.select(.promesse(id))
    case .passage(let id): state.aFaire.select(.passage(id))
    default: return false
    }
    return true
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      [marks.lost, marks.late, marks.past, marks.mark(Realise.Statut?.none)],
      Seance.Promesse.Suivi.allCases.map { marks.mark($0) },
      [marks.mark(Cheminement.Etat.prepare), marks.mark(Cheminement.Etat.aPreparer)],
    ]
  }
}

extension State {
  var aFaire: AFaireEcran {
    get { ecrans[AFaireEcran.self] }
    _modify { yield &ecrans[AFaireEcran.self] }
  }
}

extension Screen {
  /// What is to be done, the nearest first.
  package static let aFaire = AFaireEcran.place
}
