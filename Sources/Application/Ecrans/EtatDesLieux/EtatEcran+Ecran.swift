import DPES
import TerminalUI

extension EtatEcran: Ecran {
  static let place = Screen(1, "etat", "État des lieux", short: "État", EtatEcran.self)

  static let parts =
    Section.allCases.map { section in
      EcranPart(section.names.whole, table(of: section)) { state in
        // Nobody goes into a room that is closed: where a cycle is chosen says how to open it.
        let isOpen = state.etat.sections.contains(section)
        state.etat.section = isOpen ? section : .structure
        if !isOpen { _ = state.etat.select(EtatRows.cycleID) }
        state.renewDerived()
        return []
      }
    } + [EcranPart(.etat)]

  static func tables(_ state: State) -> [ActionTable] { [table(of: state.etat.section), .etat] }

  static let wallPages: [any WallPage.Type] = [
    CasePage.self, PromessesPage.self, DeroulementPage.self,
  ]
  static let wallTable = ActionTable("wall-etat", title: "État des lieux", Action.wallEtat)

  static func begin(_ state: inout State) { state.etat.settle() }

  static func settle(_ state: inout State) { state.etat.settle() }

  static func renew(_ state: inout State) {
    guard let demarche = state.demarche else { return }
    let isShown = state.isOnWall && state.wallPage?.name == DeroulementPage.name
    let showsEtapes =
      state.screen == place && ([.etapes, .cycle].contains(state.etat.section) || isShown)
    state.etat.renew(
      demarche, state.derived, state.cycles ?? [], state.aide?.outils ?? [],
      withEtapes: showsEtapes)
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let layout = EtatLayout(area)
    layout.bar(state.etat).draw(on: &canvas)
    if layout.isWide {
      canvas.drawVertical(
        at: layout.sections.endColumn + 1, layout.content.row, length: layout.content.height)
    }
    view(state, in: area).draw(on: &canvas)
  }

  static func backdropKey(_ state: State) -> ValueKey? { ValueKey(state.etat.section) }

  static func facts(_ state: State, isWide: Bool) -> [String] {
    state.etat.rows.seanceDuJour == nil ? [] : ["séance du \(state.environment.today.french)"]
  }

  static func legend(_ marks: Marks) -> [Legend.Line] {
    [
      Seance.Promesse.Suivi.allCases.map { marks.mark($0) },
      [Cheminement.Etat.fait, .prepare, .enRetard, .aVenir, .sansObjet].map { marks.mark($0) },
    ]
  }

  /// The acteur that an observation comes of, or whose relation it comes of.
  static func go(_ state: inout State, to maillon: Maillon) -> Bool {
    guard case .point(let name) = maillon,
      let acteur = state.demarche?.origine(dePoint: name)?.acteur
    else { return false }
    state.show(place)
    _ = state.etat.select(acteur)
    state.etat.section = .acteurs
    state.renewDerived()
    return true
  }

  /// A section by its name, what is followed of a cycle, or a row of any.
  static func select(_ state: inout State, _ id: String) -> Bool {
    if let one = state.etat.cycle.suivis.first(where: { $0.suivi.id == id }) {
      state.etat.show(cycle: one.suivi.modele ?? "")
      return true
    }
    guard let section = Section(rawValue: id), state.etat.sections.contains(section) else {
      return state.etat.select(id)
    }
    state.etat.section = section
    state.renewDerived()
    return true
  }

  static func form(_ state: State, of id: String) -> (any FormSubject)? {
    if state.etat.cycle.ligne(id) != nil {
      return PassageForm.etape(state.etat.cycle.stable(id), aujourdhui: false)
    }
    if state.demarche?.lieu(deDemande: id) != nil { return DemandeForm.demande(id) }
    return state.demarche?.lieu(dePromesse: id).map { _ in EtatForm.promesse(id) }
  }

  static func show(_ state: inout State, _ change: Edit.Change) -> Bool {
    switch change {
    case .participant(let id), .seance(let id), .promesse(let id):
      // A presence is said from the tour de table, and taken back there.
      guard state.modes.isEmpty, !state.isOnWall,
        state.screen != place || state.etat.section != .participants
      else { return true }
      state.show(place)
      _ = state.etat.select(id)
    case .exercice(let id):
      state.come(to: place)
      _ = state.etat.select(id)
      state.etat.section = .structure
    case .boite(let cle):
      state.come(to: place)
      if state.etat.profilRow?.cle != cle { _ = state.etat.select(cle.rawValue) }
      state.etat.section = .profilStrategique
    case .acteur(let id):
      state.come(to: place)
      _ = state.etat.select(id)
      state.etat.section = .acteurs
    case .relation(let id):
      state.come(to: place)
      let relation = state.demarche?.relations.first { $0.id == id }
      if let vers = relation?.vers { _ = state.etat.select(vers) }
      state.etat.section = .acteurs
    case .carte:
      state.come(to: place)
      state.etat.section = .acteurs
    case .fiche(.charte):
      state.come(to: place)
      _ = state.etat.select(CycleRows.charteID)
    case .fiche(let fiche):
      state.come(to: place)
      state.etat.section = fiche == .pilotage ? .pilotage : .structure
    case .passage(let id):
      state.come(to: place)
      state.etat.show(passage: id)
    case .cycle:
      state.come(to: place)
      if !state.etat.select(EtatRows.cycleID) { state.etat.section = .structure }
    // The étapes show it.
    case .depart where state.screen == place && state.etat.section == .etapes: break
    default: return false
    }
    return true
  }
}

extension State {
  var etat: EtatEcran {
    get { ecrans[EtatEcran.self] }
    _modify { yield &ecrans[EtatEcran.self] }
  }
}

extension Screen {
  /// The état des lieux: who, how, and what was promised.
  package static let etat = EtatEcran.place
}
