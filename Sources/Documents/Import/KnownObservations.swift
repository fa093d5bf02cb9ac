import DPES

/// What observations there were before a table came in.
struct KnownObservations {
  /// Places in the open image, by what they say; those that a row is about are taken away.
  var byText: [String: [Int]] = [:]
  private(set) var byNumber: [Int: Int] = [:]
  /// All numbers of the démarche, and those given since.
  private(set) var numbers: Set<Int>
  /// The next that is given.
  private(set) var next: Int

  /// Those that the table does not say again, with their words.
  private var gone: [(place: Int, texte: String, words: Ressemblance)] = []
  /// Whether the table says others again.
  private var isSame = false

  /// As many pairs of texts as are compared.
  private static let mostPairs = 50_000
  private static let mostOffered = 4

  init(_ demarche: Demarche, _ image: Int, _ rows: [ImportRow]) {
    numbers = Set(demarche.cercles.lazy.flatMap(\.observations).compactMap(\.numero))
    next = demarche.numerosSuivants(1).first ?? 1
    for (place, observation) in demarche.cercles[image].observations.enumerated() {
      byText[observation.texte, default: []].append(place)
      if let numero = observation.numero { byNumber[numero] = byNumber[numero] ?? place }
    }
    let said = Set(rows.lazy.compactMap { $0["texte"] })
    let left = demarche.cercles[image].observations.enumerated().filter {
      !said.contains($0.element.texte)
    }
    isSame = left.count < demarche.cercles[image].observations.count
    let new = said.count { byText[$0] == nil }
    guard left.count * new <= Self.mostPairs else { return }
    gone = left.map { ($0.offset, $0.element.texte, Ressemblance($0.element.texte)) }
  }

  /// The places of those that a text may be a correction of, the likeliest first: near it, or with half
  /// of its words where the table says others again.
  func gone(like texte: String) -> [Int] {
    guard !gone.isEmpty else { return [] }
    let words = Ressemblance(texte)
    return gone.lazy.map { one in
      (
        one.place, one.words.partCommune(avec: words),
        one.words.estProche(de: words)
          || Rewording.isEdited(one.texte, texte)
      )
    }
    .filter { $0.2 || isSame && $0.1 >= 0.5 }
    .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    .prefix(Self.mostOffered).map(\.0)
  }

  /// Keeps a number that a new observation got, and where that stands.
  mutating func give(_ number: Int, at place: Int) {
    numbers.insert(number)
    byNumber[number] = place
    if number >= next, Limite.numero.admet(number) { next = number + 1 }
    if !Limite.numero.admet(next) { next = Limite.numero.admis.lowerBound }
    while numbers.contains(next) { next += 1 }
  }
}
