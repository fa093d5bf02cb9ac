import DPES
import TerminalUI

extension TableauEcran: Ecran {
  static let place = Screen(
    5, "tableau", "Tableau de bord", short: "Tableau", standsBesideOthers: true, TableauEcran.self)

  static let parts = [EcranPart(.tableau)]

  static let wallPages: [any WallPage.Type] = [TableauPage.self, IndicateurPage.self]
  static let wallTable = ActionTable("wall-tableau", title: "Tableau de bord", Action.wallTableau)

  static func wallPlace(_ state: State) -> Wall.Place {
    Wall.Place(
      axe: state.tableau.selected?.axe.axe, selection: state.tableau.selectedID,
      mois: state.tableau.mois)
  }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    if let selection = place.selection {
      state.tableau.select(selection, orNear: state.derived.avancement)
    }
    if let mois = place.mois { state.tableau.select(mois: mois, in: state.derived) }
  }

  static func begin(_ state: inout State) { state.tableau.settle(in: state.derived) }

  static func settle(_ state: inout State) { state.tableau.settle(in: state.derived) }

  static func renew(_ state: inout State) {
    state.tableau.list(
      state.derived.avancement, state.derived.stamp, isWhole: state.isOnWall)
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    TableauView.draw(state, in: area, on: &canvas)
  }

  static func drawBackdrop(_ state: State, in area: Rect, on canvas: inout Canvas) {
    TableauView.drawBackdrop(state, in: area, on: &canvas)
  }

  private struct BackdropKey: Hashable, Sendable {
    let layout: TableauLayout
    let listing: Int
  }

  static func backdropKey(_ state: State) -> ValueKey? {
    area(state).map {
      ValueKey(
        BackdropKey(layout: TableauLayout.of(state, in: $0), listing: state.tableau.listing))
    }
  }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    guard let avancement = state.derived.avancement else { return [] }
    guard let debut = avancement.debut else { return ["mois 0 à fixer"] }
    return avancement.wants + ["\(avancement.dureeMois) mois à compter du \(debut.french)"]
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      [Realise.Statut.atteint, .verifie, .partiel, .nonAtteint].map { marks.mark($0) },
      [Realise.Statut.nonVerifie, .nonConcerne, nil].map { marks.mark($0) }
        + [marks.lost, marks.late],
    ]
  }

  static func maillon(_ state: State) -> Maillon? {
    guard let line = state.tableau.selected else { return nil }
    guard let indicateur = line.indicateur?.indicateur.id, let mois = state.tableau.mois else {
      return line.palier.map { .palier($0.palier.id) }
    }
    return .cellule(indicateur: indicateur, mois: mois)
  }

  static func go(_ state: inout State, to maillon: Maillon) -> Bool {
    guard case .cellule(let indicateur, let mois) = maillon else { return false }
    state.show(place)
    show(&state, indicateur, mois: mois)
    return true
  }

  /// The row selected leads to its palier.
  static func accompany(_ state: inout State) {
    guard let id = state.tableau.selectedID else { return }
    let isPalier = state.demarche?.schema.paliers.contains { $0.id == id } == true
    state.accompany(isPalier ? .palier(id) : .indicateur(id), from: place)
  }

  /// Selects the first indicator of a palier.
  static func accompany(_ state: inout State, _ maillon: Maillon) {
    guard let id = state.palier(of: maillon)?.indicateurs.first?.id else { return }
    state.tableau.select(id)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    guard state.demarche?.lieu(deIndicateur: id) != nil else { return false }
    show(&state, id)
    return true
  }

  static func entered(_ state: inout State, indicateur: String, mois: Int) -> String? {
    show(&state, indicateur, mois: mois)
    return goOnClosing(&state, after: indicateur, mois: mois)
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .indicateur(let id, let mois):
      state.come(to: place)
      show(&state, id, mois: mois)
    case .realise(let id, let mois):
      state.come(to: place)
      show(&state, id, mois: mois)
    case .cloture(let mois):
      state.come(to: place)
      state.tableau.select(mois: mois, in: state.derived)
    // Its columns show it.
    case .depart where state.screen == place: break
    default: return false
    }
    return true
  }
}

extension Action {
  /// What is heard of the tableau on the wall.
  fileprivate static let wallTableau =
    ActionTable.tableau.actions.onWall(
      Set(
        [Realise.Statut.atteint, .partiel, .nonAtteint, .verifie, .nonVerifie].map {
          "tableau.\($0.rawValue)"
        }
          + ["non-concerne", "haut", "bas", "gauche", "droite", "debut", "fin"]
          .map { "tableau.\($0)" })
    ).map { action in
      guard action.id.hasSuffix("tableau.\(Realise.Statut.verifie.rawValue)") else { return action }
      return action.changed { action.impossible($0) ?? TableauEcran.whyNothingToVerify($0) }
    } + [
      Action(
        "salle.indicateur", [.enter], "L’indicateur",
        help: "Montre en grand l’indicateur choisi\u{A0}; la même touche revient à son axe.",
        impossible: {
          IndicateurPage.isOffered($0) ? nil : "Il n’y a pas encore d’indicateur à suivre."
        },
        perform: { WallWindow.show(&$0, IndicateurPage.self) }),
      Action(
        "salle.axe-suivant", [.character("z")], "Axe suivant",
        help: "Montre les indicateurs de l’axe suivant.",
        impossible: {
          $0.tableau.selected == nil ? "Il n’y a pas encore d’indicateur à suivre." : nil
        },
        perform: { TableauEcran.showNextAxis(&$0) }),
    ]
}

extension State {
  var tableau: TableauEcran {
    get { ecrans[TableauEcran.self] }
    _modify { yield &ecrans[TableauEcran.self] }
  }
}

extension Screen {
  /// The tableau de bord: indicators by period.
  package static let tableau = TableauEcran.place
}
