import JSONTree

/// One reading of a démarche by the rules of ``Constat``.
struct Inspection {
  let demarche: Demarche
  /// As the file holds it.
  let tree: JSONValue
  /// Today; nil when nobody says.
  let jour: Day?
  /// Those that this machine knows; nil when nobody says.
  let cycles: [Cycle]?
  private(set) var constats: [Constat] = []
  private let regles: Set<Constat.Regle>
  private var counts: [Constat.Regle: Int] = [:]

  init(
    of demarche: Demarche, _ tree: JSONValue, _ regles: Set<Constat.Regle>, le jour: Day?,
    cycles: [Cycle]?
  ) {
    self.demarche = demarche
    self.cycles = cycles
    self.jour = jour
    self.tree = tree
    self.regles = regles
  }

  /// Notes what is wrong at a place, when its rule is wanted and has not said enough.
  ///
  /// - Complexity: O(1) once it has: then the place and the sentence are not made.
  mutating func note(
    _ regle: Constat.Regle, at pointer: @autoclosure () -> JSONPointer,
    _ phrase: @autoclosure () -> String
  ) {
    guard regles.contains(regle), counts[regle, default: 0] < Constat.most else { return }
    counts[regle, default: 0] += 1
    let pointer = pointer()
    let lieu = Lieu.words(for: pointer, in: tree)
    constats.append(Constat(regle: regle, pointeur: pointer, lieu: lieu, phrase: phrase()))
  }

  /// A walk through the démarche, and the rules that it holds.
  struct Controle: Sendable {
    let regles: Set<Constat.Regle>
    let inspect: @Sendable (inout Inspection) -> Void

    init(_ regles: Set<Constat.Regle>, _ inspect: @escaping @Sendable (inout Inspection) -> Void) {
      self.regles = regles
      self.inspect = inspect
    }
  }

  static let controles: [Controle] = [
    Controle([
      .idEnDouble, .idVide, .valeurVide, .dateInvraisemblable, .horsLimites, .periode, .cleInconnue,
    ]) {
      $0.inspectFormat()
    },
    Controle([.lienRompu]) { $0.inspectLinks() },
    Controle([.typeDeValeur]) { $0.inspectValues() },
    Controle([.dateHorsDemarche]) { $0.inspectDates() },
    Controle([.horloge]) { $0.inspectClock() },
    Controle([.tempsALEnvers]) {
      $0.inspectTime()
      $0.inspectAnswers()
    },
    Controle([.entreeEnDouble]) { $0.inspectEntries() },
    Controle([.sirenNul, .siren]) { $0.inspectSiren() },
    Controle([.chiffreDAffaires, .financeursPlusQueRessources]) { $0.inspectArgent() },
    Controle([
      .cycleInconnu, .passageInconnu, .passageEnDouble, .decisionSansMotif,
      .decisionSansJour, .renouveleSansDelivrance,
    ]) { $0.inspectCycles() },
    Controle([.paireEnDouble, .relationAvecSoi]) { $0.inspectRelations() },
    Controle([.boite]) { $0.inspectBoxes() },
    Controle([.pointDeGrille]) { $0.inspectPoints() },
    Controle([.origineEnBoucle, .origine, .numeroChange]) { $0.inspectLineages() },
    Controle([.numeroEnDouble]) { $0.inspectNumbers() },
    Controle([.votes, .optionInconnue]) { $0.inspectVotes() },
    Controle([.imageFigeeChangee]) { $0.inspectFrozenImages() },
    Controle([.regardSansImage, .regardEnDouble, .parQuiSansRegard]) { $0.inspectRegards() },
    Controle([.rang, .echeancesALEnvers]) { $0.inspectRanks() },
    Controle([.palierSansIndicateur, .tropDIndicateurs, .atteintLeSansEffet]) {
      $0.inspectIndicators()
    },
    Controle([.objectifAvantEcheance]) { $0.inspectObjectives() },
    Controle([.periodeHorsTableau]) { $0.inspectPeriods() },
    Controle([.saisieApresCloture, .nonConcerneSansMotif]) { $0.inspectRealises() },
    Controle([.nomDansUnTexte]) { $0.inspectNames() },
    Controle([.versionRecente]) { $0.inspectVersion() },
  ]

  /// Where something stands that many rules look at; its pointer is made when something is noted.
  enum Place {
    case observation(image: Int, Int)
    case palier(Int)
    case indicateur(palier: Int, Int)

    var pointer: JSONPointer {
      switch self {
      case .observation(let image, let index):
        ["cercles", .index(image), "observations", .index(index)]
      case .palier(let index): ["schema", "paliers", .index(index)]
      case .indicateur(let palier, let index):
        ["schema", "paliers", .index(palier), "indicateurs", .index(index)]
      }
    }

    func appending(_ key: String) -> JSONPointer { pointer.appending(key) }

    func appending(_ way: JSONPointer) -> JSONPointer { pointer.appending(way) }
  }

  var observations: some Sequence<(Place, Observation)> {
    demarche.cercles.enumerated().lazy.flatMap { image, cercle in
      cercle.observations.enumerated().lazy.map { index, observation in
        (.observation(image: image, index), observation)
      }
    }
  }

  var paliers: some Sequence<(Place, Palier)> {
    demarche.schema.paliers.enumerated().lazy.map { index, palier in (.palier(index), palier) }
  }

  var indicateurs: some Sequence<(Place, Indicateur)> {
    demarche.schema.paliers.enumerated().lazy.flatMap { palier, value in
      value.indicateurs.enumerated().lazy.map { index, indicateur in
        (.indicateur(palier: palier, index), indicateur)
      }
    }
  }
}

extension String {
  /// The text between « », no more of it than a person needs to find it.
  var quoted: String { "«\u{A0}\(shortened)\u{A0}»" }

  /// At most forty scalars: a file may hold a character, or a word, of megabytes.
  var shortened: String {
    let start = unicodeScalars.prefix(41)
    return start.count > 40 ? String(start.dropLast(2)) + "…" : self
  }
}
