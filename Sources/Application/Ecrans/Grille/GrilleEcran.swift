import DPES
import TerminalUI

/// Where the person is in the grille.
struct GrilleEcran: Sendable {
  /// What is listed, while the screen is shown.
  fileprivate(set) var rows = GrilleRows()
  /// What ``rows`` was worked out from.
  fileprivate var key: Key?
  /// The référentiel shown; nil for the one last answered, else the first.
  var referentielID: String?
  /// The axis or the theme whose points are listed.
  var onglet = Referentiel.Onglet.axe(.utilite)
  /// Which of its points.
  var filtre = GrilleFiltre.tous
  /// The acteur or the fiche whose answers are shown, of a tool that has several; nil for none yet.
  var sujet: String?
  /// The fiche shown beside it.
  var besides: String?
  /// The two dates compared; nil for the last answers.
  var dates: GrilleDates?
  /// Where another window is, until the référentiels are read.
  var awaited: Wall.Place?
  private(set) var list = ListView()
  private var height = 1

  /// nil for the points that stand on none, and of a tool that goes by its themes.
  var axe: Axe? { onglet.axe }

  /// The point selected, whose row is never a theme's.
  var selected: GrilleRows.Point? {
    let rows = rows.rows
    return list.selectedRow(of: rows.count).flatMap { rows[$0].point }
  }

  /// Selects a row, or the nearest point after it, else before it.
  mutating func select(_ row: Int) {
    let rows = rows.rows
    let bounded = min(max(0, row), max(0, rows.count - 1))
    let target =
      rows.indices.first { $0 >= bounded && rows[$0].isPoint }
      ?? rows.indices.last { rows[$0].isPoint } ?? 0
    list.select(target, of: rows.count, height: height)
    // The heading of the first point comes into view with it.
    if height > target, !rows.prefix(target).contains(where: \.isPoint) {
      list.scroll(by: -target, of: rows.count, height: height)
    }
  }

  /// Goes so many points on, over the headings between them.
  mutating func step(by steps: Int) {
    let points = rows.rows.indices.filter { rows.rows[$0].isPoint }
    let here = points.lastIndex { $0 <= list.selection } ?? 0
    guard !points.isEmpty else { return }
    select(points[min(max(0, here + steps), points.count - 1)])
  }

  /// Selects a point by its code, where it is.
  mutating func select(_ code: String) {
    select(rows.rows.firstIndex { $0.point?.point.code == code } ?? list.selection)
  }

  mutating func show(rows: Int) {
    height = rows
    settle()
  }

  /// Keeps the selection on a point after a change.
  mutating func settle() { select(list.selection) }

  /// Rows that the list has on the screen.
  var page: Int { max(1, height - 1) }
}

extension GrilleEcran: Ecran {
  static let place = Screen(2, "grille", "Grille", short: "Grille", GrilleEcran.self)

  /// What decides which points are listed.
  fileprivate struct Key: Hashable, Sendable {
    let derived: Derived.Stamp
    let referentielID: String
    let onglet: Referentiel.Onglet
    let filtre: GrilleFiltre
    let dates: GrilleDates?
    let sujet: String?
    let besides: String?
  }

  static let parts = [EcranPart(.grille)]

  static let wallPages: [any WallPage.Type] = [PointPage.self]
  static let wallTable = ActionTable("wall-grille", title: "Grille", Action.wallGrille)

  static func settle(_ state: inout State) { state.grille.settle() }

  static func renew(_ state: inout State) {
    guard state.screen == place, let demarche = state.demarche, let referentiel = referentiel(state)
    else { return }
    keepSujet(&state, referentiel, demarche)
    let grille = state.grille
    let key = Key(
      derived: state.derived.stamp, referentielID: referentiel.id, onglet: grille.onglet,
      filtre: grille.filtre, dates: grille.dates, sujet: grille.sujet, besides: grille.besides)
    guard grille.key != key else { return }
    state.grille.rows = GrilleRows(
      referentiel, grille, of: demarche,
      observations: state.derived.image?.cercle.observations ?? [])
    state.grille.key = key
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    GrilleView.draw(state, in: area, on: &canvas)
  }

  static func backdropKey(_ state: State) -> ValueKey? {
    state.grille.rows.referentiel.map { ValueKey($0.id) }
  }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    state.grille.rows.referentiel.map { [$0.nom] } ?? []
  }

  static func short(_ action: Action, _ state: State) -> String? { Self.word(action, state) }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      Reponse.Existante.allCases.map { Marks.Mark(sign: $0.lettre, ink: $0.ink, word: $0.mot) }
    ]
  }

  static func isComparing(_ state: State) -> Bool { state.grille.rows.compared != nil }

  /// A point as the command line says it, `referentiel:code`, or a fiche of a tool by its id.
  static func select(_ state: inout State, _ id: String) -> Bool {
    if let fiche = state.demarche?.fiches.first(where: { $0.id == id }),
      let outil = fiche.referentiel
    {
      showReferentiel(&state, outil)
      state.grille.sujet = fiche.id
      state.renewDerived()
      return true
    }
    guard let found = state.point(named: id) else { return false }
    show(&state, found.referentiel, found.point.code)
    return true
  }

  static func maillon(_ state: State) -> Maillon? {
    guard let code = state.grille.selected?.point.code else { return nil }
    if let sujet = state.grille.rows.sujetPoint { return .point(sujet) }
    return referentiel(state).map { .point("\($0.id):\(code)") }
  }

  static func go(_ state: inout State, to maillon: Maillon) -> Bool {
    guard case .point(let name) = maillon else { return false }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.first == "fiches", let id = parts.dropFirst().first {
      state.show(place)
      _ = select(&state, id)
      return true
    }
    guard let found = state.point(named: name) else {
      // A tool as a whole.
      if parts.count == 1, name.hasSuffix(":") {
        state.show(place)
        showReferentiel(&state, parts[0])
      }
      return true
    }
    state.show(place)
    show(&state, found.referentiel, found.point.code)
    return true
  }

  /// Shows a point of a référentiel, of the sujet that is shown.
  private static func show(_ state: inout State, _ referentiel: Referentiel, _ code: String) {
    if state.grille.referentielID != referentiel.id { showReferentiel(&state, referentiel.id) }
    state.grille.onglet = referentiel.onglet(de: code) ?? state.grille.onglet
    state.grille.filtre = .tous
    state.renewDerived()
    state.grille.select(code)
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .reponse(let code, let id):
      state.come(to: place)
      let sujet = state.demarche?.grilles.first { $0.id == id }?.sujet
      if let (name, axe) = state.pointName(code, ofGrille: id) {
        follow(&state, Wall.Place(axe: axe, selection: name))
        state.grille.sujet = sujet
        state.renewDerived()
        state.grille.select(code)
      }
    case .ficheOutil(let id):
      state.come(to: place)
      _ = select(&state, id)
    case .grille: state.come(to: place)
    default: return false
    }
    return true
  }
}

extension State {
  /// A point by its code in the answers of a date, as `referentiel:code`, and its axis; nil where its
  /// référentiel is not known here.
  func pointName(_ code: String, ofGrille id: String) -> (name: String, axe: Axe?)? {
    let grille = document?.demarche.grilles.first { $0.id == id }
    guard let name = grille?.referentiel.map({ "\($0):\(code)" }), let found = point(named: name)
    else { return nil }
    return (name, found.axe)
  }

  var grille: GrilleEcran {
    get { ecrans[GrilleEcran.self] }
    _modify { yield &ecrans[GrilleEcran.self] }
  }
}

extension Screen {
  /// The points of a référentiel, and what is answered.
  package static let grille = GrilleEcran.place
}
