import DPES
import TerminalUI

extension SchemaEcran: Ecran {
  static let place = Screen(
    4, "schema", "Schéma de progrès", short: "Schéma", standsBesideOthers: true, SchemaEcran.self)

  static let parts = [EcranPart(.schema)]

  static let wallPages: [any WallPage.Type] = [PalierPage.self, EscalierPage.self, ArbrePage.self]
  static let wallTable = ActionTable(
    "wall-schema", title: "Schéma de progrès", Action.wallSchema)

  static func wallPlace(_ state: State) -> Wall.Place {
    Wall.Place(
      axe: state.schema.axe, selection: state.schema.selectedID, mois: state.schema.moisDeLArbre)
  }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    state.schema.moisDeLArbre = place.mois
    if let selection = place.selection {
      state.schema.select(selection, in: state.derived)
    } else if let axe = place.axe {
      state.schema.axe = axe
      state.schema.select(0, in: state.derived)
    }
  }

  static func begin(_ state: inout State) { state.schema.begin(in: state.derived) }

  static func settle(_ state: inout State) { state.schema.settle(in: state.derived) }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    SchemaView.draw(state, in: area, on: &canvas)
  }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    guard let avancement = state.derived.avancement else { return [] }
    guard let debut = avancement.debut,
      let end = Periode.jour(avancement.dureeMois, depuis: debut)
    else { return ["mois 0 à fixer"] }
    let arrow = state.environment.symbols.arrow
    return avancement.wants + ["\(debut.frenchMonthAndYear) \(arrow) \(end.frenchMonthAndYear)"]
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [[Avancement.ParPalier.Etat.tenu, .partiel, .aVenir, .echu, .enRetard, .perdu].map(marks.mark)]
  }

  static func maillon(_ state: State) -> Maillon? {
    guard let palier = state.schema.selected(in: state.derived)?.palier else { return nil }
    return switch state.schema.part {
    case .palier, .engagement: .palier(palier.id)
    case .indicateur(let id): .indicateur(id)
    case .observation(let id): .observation(id)
    }
  }

  static func go(_ state: inout State, to maillon: Maillon) -> Bool {
    switch maillon {
    case .palier(let id):
      state.show(place)
      state.schema.select(id, in: state.derived)
    case .indicateur(let id):
      // Only the zoom shows indicators one by one.
      state.show(place)
      state.schema.isZoomed = true
      state.schema.select(.indicateur(id), in: state.derived)
    default: return false
    }
    accompany(&state)
    return true
  }

  /// The palier selected leads to its first observation and its first indicator.
  static func accompany(_ state: inout State) {
    guard let palier = state.schema.selected(in: state.derived)?.palier else { return }
    state.accompany(.palier(palier.id), from: place)
  }

  static func accompany(_ state: inout State, _ maillon: Maillon) {
    guard let palier = state.palier(of: maillon) else { return }
    state.schema.select(palier.id, in: state.derived)
  }

  static func select(_ state: inout State, _ id: String) -> Bool {
    guard state.demarche?.schema.paliers.contains(where: { $0.id == id }) == true else {
      return false
    }
    state.schema.select(id, in: state.derived)
    return true
  }

  static func form(_ state: State, of id: String) -> (any FormSubject)? {
    let isPalier = state.demarche?.schema.paliers.contains { $0.id == id } ?? false
    return isPalier ? SchemaCard.palier(id) : nil
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .depart: state.come(to: place)
    case .palier(let id):
      state.come(to: place)
      state.schema.select(id, in: state.derived)
    case .indicateur(let id, nil) where state.screen == place:
      state.schema.select(.indicateur(id), in: state.derived)
    default: return false
    }
    accompany(&state)
    return true
  }
}

extension Action {
  /// What is heard of the schéma on the wall.
  fileprivate static let wallSchema =
    ActionTable.schema.actions.onWall([
      "schema.haut", "schema.bas", "schema.axe-precedent", "schema.axe-suivant",
      "schema.page-haut", "schema.page-bas", "schema.premier", "schema.dernier",
      "schema.atteint",
    ]) + [
      .wallPage(
        "z", "axe", EscalierPage.self, "L’escalier de l’axe",
        "Montre l’escalier d’un seul axe, en grand\u{A0}; la même touche revient au palier."),
      Action(
        "salle.arbre", [.character("r")], "L’arbre des quatre axes",
        help: "Montre les quatre axes en arbre\u{A0}; la même touche revient au palier.",
        impossible: ArbrePage.refusal, perform: { WallWindow.show(&$0, ArbrePage.self) }),
      Action(
        "salle.arbre-dates", [.character("e")], "L’arbre, une date plus tard",
        help: "Va du départ à la cible, palier par palier, puis aux profils.",
        impossible: ArbrePage.whyNoDates, perform: { Arbre.turn(&$0, by: 1) }),
      Action(
        "salle.arbre-dates-avant", [.character("E")], "L’arbre, une date plus tôt",
        help: "La même chose dans l’autre sens.",
        impossible: ArbrePage.whyNoDates, perform: { Arbre.turn(&$0, by: -1) }),
    ]
}

extension State {
  var schema: SchemaEcran {
    get { ecrans[SchemaEcran.self] }
    _modify { yield &ecrans[SchemaEcran.self] }
  }
}

extension Screen {
  /// The schéma de progrès: paliers by axis and deadline.
  package static let schema = SchemaEcran.place
}
