import DPES

/// The points of an axis with their answers, as the grille lists them.
///
/// - Complexity: O(points + answers + observations of the image) to make.
struct GrilleRows: Sendable {
  struct Point: Hashable, Sendable {
    let point: Referentiel.Point
    let reponse: Reponse?
    /// What was answered before, where it was something else: the latest first.
    let avant: [Avant]
    /// Between two dates: what was answered at the first; nil when nothing was.
    let autrefois: Reponse?
    /// The observations of the image shown that it led to.
    let observations: [Observation]
    /// What is said of it on the fiche that is shown beside.
    var aCote: Reponse?

    /// Whether it is answered, as its form is.
    var isAnswered: Bool { reponse?.repond(point.forme) ?? false }

    /// Whether two dates say otherwise of it.
    var isChanged: Bool { !(reponse?.ditComme(autrefois) ?? autrefois?.ditComme(nil) ?? true) }
  }

  /// The two dates that are compared, as they are in the démarche; nil where a grille has none.
  struct Compared: Hashable, Sendable {
    let avant: Day?
    let apres: Day?
    /// Whether the later answers are the last: they can be changed.
    let isLast: Bool
  }

  /// An earlier answer, and its day.
  struct Avant: Hashable, Sendable {
    let date: Day?
    let reponse: Reponse
  }

  enum Row: Hashable, Sendable {
    case theme(String)
    case point(Point)

    /// nil for a theme.
    var point: Point? { if case .point(let point) = self { point } else { nil } }

    var isPoint: Bool { point != nil }
  }

  private(set) var referentiel: Referentiel?
  private(set) var rows: [Row] = []
  /// Of the axis shown: how many points, and how many without an answer.
  private(set) var count = 0
  private(set) var untouched = 0
  /// The axes, or the themes, that are gone through.
  private(set) var onglets = Axe.allCases.map { Referentiel.Onglet.axe($0) }
  /// The acteurs or the fiches of a tool that has several.
  private(set) var sujets: [GrilleSujet] = []
  /// Those whose answers are shown.
  private(set) var sujet: GrilleSujet?
  private(set) var besides: GrilleSujet?
  /// As an observation cites the sujet; nil where the answers are the structure's.
  var sujetPoint: String? {
    guard let sujet, let kind = referentiel?.sujet else { return nil }
    return "\(kind == .acteur ? "acteurs" : "fiches"):\(sujet.id)"
  }
  /// nil while the last answers are shown, and where two days have the same ones.
  private(set) var compared: Compared?
  /// Of how many dates there are answers.
  private(set) var dates = 0
  /// Of the axis shown, between two dates: how many points were answered otherwise.
  private(set) var changed = 0

  /// Whether a point of the référentiel has a curseur.
  private(set) var hasCurseur = false
  /// What its points are called, and what is not there yet: a curseur is asked questions.
  private(set) var isOfQuestions = false

  init() {}

  /// What is kept of answers to points that the référentiel has no more stands at the end.
  ///
  /// Filtered, only those without an answer; between two dates, those that were answered otherwise.
  init(
    _ referentiel: Referentiel, _ place: GrilleEcran, of demarche: Demarche,
    observations: [Observation]
  ) {
    self.referentiel = referentiel
    let (onglet, filtre) = (place.onglet, place.filtre)
    sujets = GrilleSujet.all(of: referentiel, in: demarche)
    sujet = sujets.first { $0.id == place.sujet }
    besides = sujets.first { $0.id == place.besides }
    let beside = besides.map { one in
      demarche.grille(de: referentiel.id, sujet: one.id).map {
        Self.parCode(demarche.grilles[$0])
      } ?? [:]
    }
    var grilles = demarche.grilles(de: referentiel.id, sujet: place.sujet)[...]
    if referentiel.sujet != nil, sujet == nil { grilles = [] }
    self.dates = grilles.count
    if let dates = place.dates {
      let between = demarche.grilles(
        de: referentiel.id, sujet: place.sujet, depuis: dates.avant, jusque: dates.apres)
      if let late = between.first, let early = between.last, between.count > 1 {
        compared = Compared(
          avant: early.date, apres: late.date, isLast: late.id == grilles.first?.id)
        grilles = between
      }
    }
    let isCompared = compared != nil
    let reponses = grilles.first?.reponses ?? []
    let answers = grilles.map(Self.parCode)
    onglets = referentiel.onglets
    let formes = Set(referentiel.themes.flatMap(\.points).map(\.forme))
    hasCurseur = formes.contains(.curseur)
    isOfQuestions = formes == [.curseur]
    var linked: [String: [Observation]] = [:]
    for observation in observations {
      for point in observation.points { linked[point, default: []].append(observation) }
    }
    let cited = sujetPoint
    func row(_ point: Referentiel.Point) -> Point {
      let codes = [point.code] + point.anciens
      let given = answers.map { answers in codes.lazy.compactMap { answers[$0] }.first }
      return Point(
        point: point, reponse: given.first ?? nil,
        avant: Self.avant(given, grilles.map(\.date)),
        autrefois: isCompared ? given.last ?? nil : nil,
        observations: cited.map { linked[$0] ?? [] }
          ?? codes.flatMap { linked["\(referentiel.id):\($0)"] ?? [] },
        aCote: beside.flatMap { answers in codes.lazy.compactMap { answers[$0] }.first })
    }
    for (theme, points) in referentiel.themes(sous: onglet) {
      let all = points.map(row)
      let shown = all.filter { filtre.shows($0, isCompared: isCompared) }
      count += all.count
      untouched += all.count { !$0.isAnswered }
      if isCompared { changed += all.count(where: \.isChanged) }
      guard !shown.isEmpty else { continue }
      // A tab that is a theme says its name already.
      if !referentiel.parThemes { rows.append(.theme(theme.intitule)) }
      rows += shown.map(Row.point)
    }
    addRetired(reponses, onglet, row)
  }

  private static func parCode(_ grille: Grille) -> [String: Reponse] {
    Dictionary(
      grille.reponses.compactMap { reponse in reponse.point.map { ($0, reponse) } },
      uniquingKeysWith: { $1 })
  }

  /// The answers before the last, without those that said the same as the one after them.
  private static func avant(_ given: [Reponse?], _ dates: [Day?]) -> [Avant] {
    var (avant, after) = ([Avant](), given.first ?? nil)
    for (reponse, date) in zip(given, dates).dropFirst() {
      if let reponse, !reponse.ditComme(after) { avant.append(Avant(date: date, reponse: reponse)) }
      after = reponse
    }
    return avant
  }

  /// An answer to a point that is asked no more is kept, and shown as such.
  private mutating func addRetired(
    _ reponses: [Reponse], _ onglet: Referentiel.Onglet, _ row: (Referentiel.Point) -> Point
  ) {
    guard let referentiel else { return }
    let gone = reponses.compactMap { reponse -> Referentiel.Point? in
      guard let code = reponse.point else { return nil }
      let known = referentiel.point(code)
      guard known?.theme == nil, referentiel.onglet(retire: known?.axe) == onglet else {
        return nil
      }
      if let known { return known.point }
      var point = Referentiel.Point()
      point.code = code
      point.intitule = "Point «\u{A0}\(code)\u{A0}», que ce référentiel n’a plus"
      return point
    }
    guard !gone.isEmpty else { return }
    rows.append(.theme("Réponses à des points que l’on ne pose plus"))
    rows += gone.map { .point(row($0)) }
  }
}
