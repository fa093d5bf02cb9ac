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
    /// The observations of the image shown that it led to.
    let observations: [Observation]
  }

  /// An earlier answer, and its day.
  struct Avant: Hashable, Sendable {
    let date: Day?
    let reponse: Reponse
  }

  enum Row: Hashable, Sendable {
    case theme(String)
    case point(Point)

    var isPoint: Bool { if case .point = self { true } else { false } }
  }

  private(set) var referentiel: Referentiel?
  private(set) var rows: [Row] = []
  /// Of the axis shown: how many points, and how many without an answer.
  private(set) var count = 0
  private(set) var untouched = 0
  /// Those that the référentiel has points on; nil for its points on none.
  private(set) var axes: [Axe?] = Axe.allCases

  init() {}

  /// What is kept of answers to points that the référentiel has no more stands at the end.
  init(
    _ referentiel: Referentiel, axe: Axe?, onlyUntouched: Bool, of demarche: Demarche,
    observations: [Observation]
  ) {
    self.referentiel = referentiel
    let grilles = demarche.grilles(de: referentiel.id)
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
        observations: codes.flatMap { linked["\(referentiel.id):\($0)"] ?? [] })
    }
    for (theme, points) in referentiel.themes(sur: axe) {
      let all = points.map(row)
      let shown = onlyUntouched ? all.filter { $0.reponse == nil } : all
      count += all.count
      untouched += all.count { $0.reponse == nil }
      guard !shown.isEmpty else { continue }
      rows.append(.theme(theme.intitule))
      rows += shown.map(Row.point)
    }
    addRetired(reponses, axe, row)
  }

  private static func parCode(_ grille: Grille) -> [String: Reponse] {
    var answers: [String: Reponse] = [:]
    for reponse in grille.reponses { if let code = reponse.point { answers[code] = reponse } }
    return answers
  }

  /// The answers before the last, without those that said the same as the one after them.
  private static func avant(_ given: [Reponse?], _ dates: [Day?]) -> [Avant] {
    var (avant, after) = ([Avant](), given.first ?? nil)
    for (reponse, date) in zip(given, dates).dropFirst() {
      if let reponse, reponse != after { avant.append(Avant(date: date, reponse: reponse)) }
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
