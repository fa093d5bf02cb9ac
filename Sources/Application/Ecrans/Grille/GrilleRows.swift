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
  /// Those that the référentiel has points on; nil for its points on none.
  private(set) var axes: [Axe?] = Axe.allCases
  /// nil while the last answers are shown, and where two days have the same ones.
  private(set) var compared: Compared?
  /// Of how many dates there are answers.
  private(set) var dates = 0
  /// Of the axis shown, between two dates: how many points were answered otherwise.
  private(set) var changed = 0

  init() {}

  /// What is kept of answers to points that the référentiel has no more stands at the end.
  ///
  /// Filtered, only those without an answer; between two dates, those that were answered otherwise.
  init(
    _ referentiel: Referentiel, axe: Axe?, isFiltered: Bool, dates: GrilleDates?,
    of demarche: Demarche, observations: [Observation]
  ) {
    self.referentiel = referentiel
    var grilles = demarche.grilles(de: referentiel.id)[...]
    self.dates = grilles.count
    if let dates {
      let between = demarche.grilles(de: referentiel.id, depuis: dates.avant, jusque: dates.apres)
      if let late = between.first, let early = between.last, between.count > 1 {
        compared = Compared(
          avant: early.date, apres: late.date, isLast: late.id == grilles.first?.id)
        grilles = between
      }
    }
    let isCompared = compared != nil
    let reponses = grilles.first?.reponses ?? []
    let answers = grilles.map(Self.parCode)
    let hasLoose = referentiel.themes.contains { theme in
      theme.axe == nil && theme.points.contains { $0.axe == nil }
    }
    axes = Axe.allCases + (hasLoose ? [nil] : [])
    var linked: [String: [Observation]] = [:]
    for observation in observations {
      for point in observation.points { linked[point, default: []].append(observation) }
    }
    func row(_ point: Referentiel.Point) -> Point {
      let codes = [point.code] + point.anciens
      let given = answers.map { answers in codes.lazy.compactMap { answers[$0] }.first }
      return Point(
        point: point, reponse: given.first ?? nil,
        avant: Self.avant(given, grilles.map(\.date)),
        autrefois: isCompared ? given.last ?? nil : nil,
        observations: codes.flatMap { linked["\(referentiel.id):\($0)"] ?? [] })
    }
    for (theme, points) in referentiel.themes(sur: axe) {
      let all = points.map(row)
      let shown = all.filter { !isFiltered || (isCompared ? $0.isChanged : $0.reponse == nil) }
      count += all.count
      untouched += all.count { $0.reponse == nil }
      if isCompared { changed += all.count(where: \.isChanged) }
      guard !shown.isEmpty else { continue }
      rows.append(.theme(theme.intitule))
      rows += shown.map(Row.point)
    }
    addRetired(reponses, axe, row)
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
    _ reponses: [Reponse], _ axe: Axe?, _ row: (Referentiel.Point) -> Point
  ) {
    guard let referentiel else { return }
    let gone = reponses.compactMap { reponse -> Referentiel.Point? in
      guard let code = reponse.point else { return nil }
      let known = referentiel.point(code)
      guard known?.theme == nil, known?.axe ?? .utilite == axe else { return nil }
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
