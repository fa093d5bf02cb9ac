/// How often each person spoke for the image that is being made, and whose turn it is.
///
/// A turn is an observation said by somebody, new in the image: what it takes over from the image
/// before was said at another time.
package struct ToursDeParole: Hashable, Sendable {
  /// By a participant's id.
  package private(set) var parPersonne: [String: Int] = [:]
  package private(set) var parCollege: [College: Int] = [:]
  /// Said by people without a collège.
  package private(set) var sansCollege = 0
  /// Those who are here, in the order of the table.
  package private(set) var presents: [String] = []

  package init() {}

  /// The turns of the image that new observations go to, else of the last one.
  ///
  /// Here are those whom the séance of the day says present; without one, all who have not left.
  ///
  /// - Complexity: O(observations of that image + participants).
  package init(_ demarche: Demarche, le jour: Day) {
    let colleges = Dictionary(
      demarche.participants.map { ($0.id, $0.college) }, uniquingKeysWith: { first, _ in first })
    let image = (demarche.imageOuverte ?? demarche.imagesParDate.last).map { demarche.cercles[$0] }
    for observation in image?.observations ?? [] where observation.origine == nil {
      guard let auteur = observation.auteur, let college = colleges[auteur] else { continue }
      parPersonne[auteur, default: 0] += 1
      if let college {
        parCollege[college, default: 0] += 1
      } else {
        sansCollege += 1
      }
    }
    let seance = demarche.seance(du: jour).map { Set(demarche.seances[$0].presents) }
    presents = demarche.participants.filter { one in
      seance?.contains(one.id) ?? !one.estParti(le: jour)
    }.map(\.id)
  }

  package var total: Int { parPersonne.values.reduce(0, +) }

  /// Whose turn it is after somebody.
  ///
  /// Of those here who have said the least, the next around the table: a first round goes around it,
  /// and whoever was passed over comes back.
  package func suivant(apres parleur: String?) -> String? {
    let start = parleur.flatMap { presents.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let around = (presents[start...] + presents[..<start]).filter { $0 != parleur }
    guard let least = around.map({ parPersonne[$0] ?? 0 }).min() else { return nil }
    return around.first { parPersonne[$0] ?? 0 == least }
  }
}
