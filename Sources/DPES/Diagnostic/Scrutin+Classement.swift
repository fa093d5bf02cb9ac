// What a vote says: its options in the order of their points, ties as ties.
extension Scrutin {
  /// A quarter of the options, to the nearest, at least one: the points that a voter is given.
  ///
  /// The rule is that of dot voting (dotmocracy.org).
  package static func pointsProposes(pour options: Int) -> Int { max(1, (options + 2) / 4) }

  /// An option, and how it came out.
  package struct Place: Hashable, Sendable {
    package let option: String
    package let points: Int
    /// From 1; options with as many points share a rank, and the next one counts them.
    package let rang: Int
    /// Whether another option has as many points.
    package let exAequo: Bool
  }

  /// The options from the most points to the fewest; those with as many in the order of the vote.
  ///
  /// - Complexity: O(n log n).
  package var classement: [Place] {
    let points = pointsParOption
    var known = Set(options)
    let others = resultats.compactMap(\.option).filter { known.insert($0).inserted }
    let sorted = (options + others).enumerated().map { index, option in
      (points: points[option] ?? 0, index: index, option: option)
    }.sorted { ($1.points, $0.index) < ($0.points, $1.index) }
    var places: [Place] = []
    for (index, one) in sorted.enumerated() {
      let isTied = index > 0 && sorted[index - 1].points == one.points
      let isTiedAfter = index + 1 < sorted.count && sorted[index + 1].points == one.points
      places.append(
        Place(
          option: one.option, points: one.points,
          rang: isTied ? places[index - 1].rang : index + 1, exAequo: isTied || isTiedAfter))
    }
    return places
  }

  /// The first so many options, and those that are tied with the last of them; none without a point.
  package func premiers(_ nombre: Int) -> [String] {
    guard nombre > 0 else { return [] }
    return classement.filter { $0.points > 0 && $0.rang <= nombre }.map(\.option)
  }

  /// Points given, held against those that the voters have; nil when the file does not say.
  package var controle: Depouillement.Controle? {
    guard let votants, let points else { return nil }
    let (expected, isMore) = votants.multipliedReportingOverflow(by: points)
    guard !isMore else { return nil }
    return Depouillement.Controle(
      donnes: resultats.reduce(0) { $0.adding($1.points ?? 0) }, attendus: expected)
  }

  /// Voters whose collège is not told, or not told apart.
  package var votantsNonDetailles: Int {
    guard let votants, !parCollege.isEmpty else { return 0 }
    return max(0, votants - parCollege.reduce(0) { $0.adding($1.votants ?? 0) })
  }

  private var pointsParOption: [String: Int] {
    Dictionary(
      resultats.compactMap { one in one.option.map { ($0, one.points ?? 0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Scrutin.ParCollege {
  /// What an option got in this collège.
  package func points(pour option: String) -> Int {
    resultats.first { $0.option == option }?.points ?? 0
  }
}
