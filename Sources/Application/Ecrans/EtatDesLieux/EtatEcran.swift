import DPES

/// Where the person is on the état des lieux: a section, and a row of its list.
package struct EtatEcran: Sendable {
  /// A part of the état des lieux; its raw value is its name on the command line.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    case etapes, structure, pilotage, participants, acteurs, profilStrategique, seances
    /// Hidden while no cycle is followed.
    case cycle

    /// Its name, and the one in one word for narrow windows.
    var names: (whole: String, short: String) {
      switch self {
      case .etapes: ("Les étapes", "Étapes")
      case .structure: ("Organisation", "Identité")
      case .pilotage: ("Pilotage", "Pilotage")
      case .participants: ("Tour de table", "Table")
      case .acteurs: ("Acteurs", "Acteurs")
      case .profilStrategique: ("Profil stratégique", "Profil")
      case .seances: ("Séances", "Séances")
      case .cycle: ("Cycle", "Cycle")
      }
    }
  }

  /// What each section lists.
  private(set) var rows = EtatRows()
  /// What the section of the cycle lists.
  private(set) var cycle = CycleRows()
  private var listed: Listed?
  private var imagesRevision: Int?
  var section = Section.participants
  /// The order in which the tour de table is shown.
  var ordre = OrdreDuTourDeTable.table
  /// Questions of the profil stratégique that somebody has seen enough of, by their ids.
  var questionsEcartees: Set<String> = []
  private var lists: [Section: KeptList] = [:]

  var participant: Participant? { index(in: .participants).map { rows.participants[$0] } }

  var row: EtatRows.SeanceRow? { index(in: .seances).map { rows.rows[$0] } }

  /// The row selected on one of the fiches; nil on another section.
  var ficheRow: EtatRows.FicheRow? {
    guard let rows = rows.fiches[section] else { return nil }
    return index(in: section).map { rows[$0] }
  }

  var acteur: Acteur? { index(in: .acteurs).map { rows.acteurs[$0] } }

  var profilRow: EtatRows.ProfilRow? { index(in: .profilStrategique).map { rows.profil[$0] } }

  var cycleRow: CycleRows.Row? { index(in: .cycle).map { cycle.rows[$0] } }

  /// Those that can be gone to.
  var sections: [Section] {
    cycle.suivis.isEmpty ? Section.allCases.filter { $0 != .cycle } : Section.allCases
  }

  var etapeRow: EtatRows.EtapeRow? { index(in: .etapes).map { rows.etapes[$0] } }

  private func index(in section: Section) -> Int? {
    (lists[section] ?? KeptList()).index(of: ids(of: section))
  }

  private func ids(of section: Section) -> [String] {
    section == .cycle ? cycle.ids : rows.ids(of: section)
  }

  /// The ids of the rows of the present section.
  var ids: [String] { ids(of: section) }

  /// The list of the present section.
  var list: KeptList {
    get { lists[section] ?? KeptList() }
    set { lists[section] = newValue }
  }

  /// Selects a row of the present section, its list anew from the top.
  mutating func select(row: Int) {
    list = KeptList()
    list.select(row, of: ids, height: ids.count)
  }

  /// Selects a row of any section by its id, and shows its section.
  ///
  /// - Returns: Whether the démarche has it.
  mutating func select(_ id: String) -> Bool {
    cycle.montrer(id)
    for section in sections {
      guard lists[section, default: KeptList()].select(id, of: ids(of: section)) else {
        continue
      }
      self.section = section
      return true
    }
    return false
  }

  /// Keeps the selections on what they were on, when rows came or went.
  mutating func settle() {
    for section in Section.allCases {
      lists[section, default: KeptList()].settle(ids(of: section))
    }
    if !sections.contains(section) { section = .structure }
  }

  /// Stays on the étape that was selected where its row has another id: one that a passage was taken
  /// from, or got one, is the same étape.
  private mutating func keepCycleRow(_ row: CycleRows.Row?) {
    guard let row, !cycle.ids.contains(row.id), let id = cycle.row(like: row) else { return }
    _ = lists[.cycle, default: KeptList()].select(id, of: cycle.ids)
  }

  /// Unfolds a group of journées, or folds it.
  mutating func plier(_ pli: String) { cycle.plier(pli) }

  /// Shows a passage in the section of the cycle.
  mutating func show(passage id: String) {
    cycle.montrer(id)
    if lists[.cycle, default: KeptList()].select(id, of: cycle.ids) { section = .cycle }
  }

  /// Shows the beginning of a cycle by its id.
  mutating func show(cycle id: String) {
    guard let place = cycle.suivis.firstIndex(where: { $0.suivi.modele == id }) else { return }
    section = .cycle
    if let row = cycle.rows.firstIndex(where: { $0.suivi == place }) { select(row: row) }
  }

  /// What decides which rows there are.
  private struct Listed: Hashable, Sendable {
    let derived: Derived.Stamp
    let ordre: OrdreDuTourDeTable
    let withEtapes: Bool
    let outils: Int
  }

  /// Lists anew what differs, with what the étapes lack when they are shown; `outils` are those that a
  /// cycle may name.
  mutating func renew(
    _ demarche: Demarche, _ derived: Derived, _ cycles: [Cycle], _ outils: [Aide.Outil],
    withEtapes: Bool
  ) {
    let listed = Listed(
      derived: derived.stamp, ordre: ordre, withEtapes: withEtapes, outils: outils.count)
    guard self.listed != listed else { return }
    self.listed = listed
    let today = derived.stamp.today
    if imagesRevision != derived.imagesRevision || !rows.isOf(demarche, le: today, ordre, cycles) {
      rows = EtatRows(demarche, le: today, ordre, cycles)
      imagesRevision = derived.imagesRevision
    }
    let selected = cycleRow
    cycle.renew(
      demarche, cycles,
      CycleRows.Source(
        cycles: demarche.cycles, identifiant: demarche.identifiant, charte: demarche.charte,
        participants: demarche.participants, seances: demarche.seances, jour: today,
        connus: derived.stamp.cycles, traces: demarche.historique.count))
    keepCycleRow(selected)
    guard withEtapes else { return }
    rows.takeParcours(of: demarche, derived.avancement)
    cycle.takeParcours(rows.parcours, demarche, outils)
    rows.takeCycle(cycle, derived.who)
  }
}
