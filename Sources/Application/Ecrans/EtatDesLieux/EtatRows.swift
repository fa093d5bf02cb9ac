import DPES

/// What the état des lieux shows, worked out from the démarche once it changes.
struct EtatRows: Sendable {
  /// A séance, or a promise made there, or what is asked of it, under it.
  struct SeanceRow: Hashable, Sendable {
    let id: String
    /// The index of the séance in the démarche.
    let seance: Int
    /// The index of the promise there; nil for another row.
    var promesse: Int?
    /// The index of the request there; nil for another row.
    var demande: Int?
  }

  /// Something that is written down, or is still to be.
  struct FicheRow: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case rubrique(Fiche)
      /// The cycles that are followed.
      case cycle
      case exercice
    }

    let id: String
    let content: Content
    let label: String
    /// Empty while nothing is said.
    let value: String
    let aide: String
    let isLong: Bool
  }

  /// A box of the profil stratégique, or something in it.
  struct ProfilRow: Hashable, Sendable {
    let cle: ProfilStrategique.Cle
    /// Its place in the box; nil for the box itself.
    let index: Int?
    let texte: String
    /// The number of the observation that it became, in the open image.
    let numero: Int?

    var id: String { index.map { "\(cle.rawValue)/\($0)" } ?? cle.rawValue }
  }

  /// An étape of the method, or something that it lacks; or the cycle, or something to know of it.
  struct EtapeRow: Hashable, Sendable {
    /// nil of the cycle.
    let etape: Parcours.Etape?
    let manque: Parcours.Manque?
    /// Of the cycle: what there is to know, and the row that it leads to.
    var phrase: String?
    var cible: String?

    var id: String {
      guard let etape else { return "le-cycle\(phrase.map { " \($0)" } ?? "")" }
      return "etape\(etape.rawValue)\(manque.map { " \($0.phrase)" } ?? "")"
    }
  }

  private(set) var jour = Day(number: 0)
  /// The order of ``participants``.
  private(set) var ordre = OrdreDuTourDeTable.table
  private(set) var participants: [Participant] = []
  private(set) var seances: [Seance] = []
  /// The séances from the latest to the first, each with its promises.
  private(set) var rows: [SeanceRow] = []
  /// The index of the séance of the day.
  private(set) var seanceDuJour: Int?
  /// Ids of those who are at the séance of the day.
  private(set) var presents: Set<String> = []
  private(set) var tours = ToursDeParole()
  private(set) var avis: [AvisDuTourDeTable] = []
  /// What a séance of the day opens on.
  private(set) var aRevoir: [Seance.Promesse] = []
  /// How many of all promises stand how; none counts 0.
  private(set) var suivis: [Seance.Promesse.Suivi: Int] = [:]
  /// The rows of the sections that are forms.
  private(set) var fiches: [EtatEcran.Section: [FicheRow]] = [:]
  /// Those who left the map come last.
  private(set) var acteurs: [Acteur] = []
  /// Those on the map.
  private(set) var carte: [Acteur] = []
  /// The boxes in the method's order, each with what it holds.
  private(set) var profil: [ProfilRow] = []
  private(set) var profilStrategique = ProfilStrategique()
  /// The four étapes, each with what it lacks; empty while nobody looks.
  private(set) var etapes: [EtapeRow] = []
  private(set) var parcours = Parcours()
  private var rowIDs: [EtatEcran.Section: [String]] = [:]
  /// What the fiches were worked out from.
  private var structure: Structure?
  private var candidature = Candidature()
  /// How the cycle stands, for the band of the étapes; nil while none is followed.
  private(set) var etatDuCycle: EtatDuCycle?
  private var identifiant = Identifiant()
  private var cycles: [CycleSuivi] = []
  private var connus: [Cycle] = []
  private var pilotage = Pilotage()
  private var acteursEcrits: [Acteur] = []
  /// As they sit.
  private var table: [Participant] = []

  init() {}

  /// - Complexity: O(participants + séances + promises + observations of one image).
  init(
    _ demarche: Demarche, le jour: Day, _ ordre: OrdreDuTourDeTable, _ connus: [Cycle] = []
  ) {
    self.connus = connus
    self.jour = jour
    self.ordre = ordre
    table = demarche.participants
    participants = ordre.ranger(table)
    acteursEcrits = demarche.acteurs
    acteurs = demarche.acteurs.ordered { $0.estParti(le: jour) ? 1 : 0 }
    carte = demarche.acteursDeLaCarte(le: jour)
    takeSeances(of: demarche)
    presents = Set(seanceDuJour.map { seances[$0].presents } ?? [])
    tours = ToursDeParole(demarche, le: jour)
    avis = AvisDuTourDeTable.avis(table, le: jour)
    takeFiches(of: demarche)
    takeProfil(of: demarche)
    rowIDs = fiches.mapValues { $0.map(\.id) }
    rowIDs[.participants] = participants.map(\.id)
    rowIDs[.acteurs] = acteurs.map(\.id)
    rowIDs[.profilStrategique] = profil.map(\.id)
    rowIDs[.seances] = rows.map(\.id)
  }

  private mutating func takeSeances(of demarche: Demarche) {
    seances = demarche.seances
    for index in demarche.seancesParDate {
      let seance = seances[index]
      rows.append(SeanceRow(id: seance.id, seance: index))
      rows += seance.promesses.enumerated().map {
        SeanceRow(id: $1.id, seance: index, promesse: $0)
      }
      rows += seance.demandes.enumerated().map {
        SeanceRow(id: $1.id, seance: index, demande: $0)
      }
    }
    seanceDuJour = demarche.seance(du: jour)
    aRevoir = demarche.promessesARevoir(le: jour)
    for promesse in seances.lazy.flatMap(\.promesses) {
      suivis[promesse.suivi(le: jour), default: 0] += 1
    }
  }

  private mutating func takeFiches(of demarche: Demarche) {
    structure = demarche.structure
    candidature = demarche.candidature
    identifiant = demarche.identifiant
    pilotage = demarche.pilotage
    cycles = demarche.cycles
    fiches = [
      .structure: FicheRow.rows(.identite, of: demarche)
        + [FicheRow(demarche.cyclesSuivis(connus))]
        + demarche.structure.exercices.map(FicheRow.init)
        + FicheRow.rows(.candidature, of: demarche),
      .pilotage: FicheRow.rows(.pilotage, of: demarche),
    ]
  }

  private mutating func takeProfil(of demarche: Demarche) {
    profilStrategique = demarche.profilStrategique
    var numeros: [String: [String: Int]] = [:]
    let open = demarche.imageOuverte.map { demarche.cercles[$0].observations } ?? []
    for observation in open {
      for point in observation.points {
        numeros[point, default: [:]][observation.texte] = observation.numero
      }
    }
    profil = ProfilStrategique.Cle.allCases.flatMap { cle in
      [ProfilRow(cle: cle, index: nil, texte: cle.nom, numero: nil)]
        + profilStrategique[cle].elements.enumerated().map { index, texte in
          ProfilRow(cle: cle, index: index, texte: texte, numero: numeros[cle.point]?[texte])
        }
    }
  }

  /// Works out what each étape lacks, where somebody looks at it.
  mutating func takeParcours(of demarche: Demarche, _ avancement: Avancement?) {
    parcours = avancement.map { Parcours(demarche, $0) } ?? Parcours()
    etapes = Parcours.Etape.allCases.flatMap { etape in
      [EtapeRow(etape: etape, manque: nil)]
        + parcours.manques(de: etape).map { EtapeRow(etape: etape, manque: $0) }
    }
    rowIDs[.etapes] = etapes.map(\.id)
  }

  /// Whether a démarche on a day would give the same, its images apart.
  func isOf(
    _ demarche: Demarche, le jour: Day, _ ordre: OrdreDuTourDeTable, _ connus: [Cycle]
  ) -> Bool {
    cycles == demarche.cycles && self.connus == connus && self.jour == jour && self.ordre == ordre
      && table == demarche.participants
      && seances == demarche.seances && acteursEcrits == demarche.acteurs
      && profilStrategique == demarche.profilStrategique && structure == demarche.structure
      && candidature == demarche.candidature && identifiant == demarche.identifiant
      && pilotage == demarche.pilotage
  }

  /// The ids of a section's rows.
  func ids(of section: EtatEcran.Section) -> [String] { rowIDs[section] ?? [] }

  func promesse(_ row: SeanceRow) -> Seance.Promesse? {
    row.promesse.map { seances[row.seance].promesses[$0] }
  }

  func demande(_ row: SeanceRow) -> Seance.Demande? {
    row.demande.map { seances[row.seance].demandes[$0] }
  }
}

extension EtatRows {
  /// The id of the row of the cycles that are followed.
  static let cycleID = "cycle"

  /// How a cycle stands, where the étapes are told.
  enum EtatDuCycle: Hashable, Sendable {
    case rien, enCours, enRetard, rienNAttend, retire
    /// No data file of it is here: nobody can say what is due.
    case inconnu
  }

  /// Takes up what there is to know of the cycles, with the words for people.
  mutating func takeCycle(_ cycle: CycleRows, _ nom: (String) -> String) {
    etatDuCycle = nil
    guard !cycle.suivis.isEmpty else { return }
    etapes.append(EtapeRow(etape: nil, manque: nil))
    var lines: [Cheminement.Ligne] = []
    for (index, way) in cycle.cheminements.enumerated() {
      guard let way, let file = cycle.suivis[index].cycle else {
        add("\(cycle.suivis[index].phraseSansFichier).", cycle.suivis[index].suivi.id)
        continue
      }
      lines += way.lignes
      for (phrase, ligne) in way.aSavoir(le: jour) {
        add(phrase, ligne.repere(dans: file.id))
      }
      for group in cycle.presences[index] where group.faites > 0 {
        add(
          [group.phrase, group.absents(nom)].compactMap(\.self).joined(separator: ", "), nil)
      }
      if let next = way.entreLesJournees?.avant,
        let words = cycle.entreTemps(next, index, done: "fait")
      {
        add("Avant «\u{A0}\(next.intitule)\u{A0}», \(words)", next.repere(dans: file.id))
      }
    }
    let isKnown = cycle.cheminements.contains { $0 != nil }
    let isTakenBack = cycle.cheminements.contains { way in
      if case .retiree = way?.reconnaissance.etat { true } else { false }
    }
    etatDuCycle = isKnown ? Self.etat(lines, isTakenBack) : .inconnu
    rowIDs[.etapes] = etapes.map(\.id)
  }

  private mutating func add(_ phrase: String, _ cible: String?) {
    etapes.append(EtapeRow(etape: nil, manque: nil, phrase: phrase, cible: cible))
  }

  private static func etat(_ lines: [Cheminement.Ligne], _ isTakenBack: Bool) -> EtatDuCycle {
    if lines.contains(where: { $0.etat == .enRetard }) { return .enRetard }
    if lines.allSatisfy({ $0.passage == nil }) { return .rien }
    guard lines.allSatisfy(\.etat.estFini) else { return .enCours }
    return isTakenBack ? .retire : .rienNAttend
  }
}

extension EtatRows.FicheRow {
  init(_ suivis: [CycleSuiviConnu]) {
    self.init(
      id: EtatRows.cycleID, content: .cycle, label: "Cycle",
      value: suivis.map(\.nom).joined(separator: ", "),
      aide:
        "Le cycle d’accompagnement d’un réseau\u{A0}: Entrée choisit\u{A0}; ses étapes sont à la section Cycle.",
      isLong: false)
  }

  static func rows(_ fiche: Fiche, of demarche: Demarche) -> [Self] {
    fiche.rubriques.map { rubrique in
      Self(
        id: rubrique.id, content: .rubrique(fiche), label: rubrique.label,
        value: rubrique.lire(demarche), aide: rubrique.aide, isLong: rubrique.genre == .texteLong)
    }
  }

  init(_ exercice: Exercice) {
    let sum = exercice.vendu.map { "\($0.euros) de ventes" }
    self.init(
      id: exercice.id, content: .exercice, label: "Exercice",
      value: [exercice.nom, sum].compactMap { $0 }.joined(separator: ", "), aide: "",
      isLong: false)
  }
}
