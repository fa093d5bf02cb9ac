import Testing

@testable import DPES

@Suite struct SilenceTests {
  @Test(arguments: [
    (4, "000PP"), (5, "000PPP"), (6, "000EPPP"), (12, "000EEEEEEEPPP"),
    (99, "000" + String(repeating: "E", count: 94) + "PPP"),
    (100, "000" + String(repeating: "E", count: 95) + "PPP"),
  ])
  func `a word stands for each number of structures`(structures: Int, words: String) {
    let told = (0...structures).map { number in
      switch Silence.mot(number, sur: structures, seuil: 3) {
      case nil: "0"
      case .presqueToutes: "P"
      case .entreLesDeux: "E"
      case .nonDit: "?"
      }
    }
    #expect(told.joined() == words)
    #expect(Silence.permet(structures, seuil: 3))
    #expect(
      Silence.phrase(.presqueToutes, sur: structures, seuil: 3)
        == (structures < 6 ? "la plupart" : "presque toutes"))
  }

  @Test func `of three structures nothing is said, and of more where the least number is greater`()
  {
    #expect(!Silence.permet(3, seuil: 3) && !Silence.permet(5, seuil: 5))
    #expect(Silence.permet(6, seuil: 5))
    #expect(Silence.mot(4, sur: 12, seuil: 5) == nil)
    #expect(Silence.mot(5, sur: 12, seuil: 5) == .entreLesDeux)
    #expect(Silence.mot(8, sur: 12, seuil: 5) == .presqueToutes)
  }

  @Test func `from a hundred structures on a number is to the nearest five`() {
    #expect((40...50).map { Silence.nombre($0, sur: 99) } == Array(40...50))
    #expect(
      (40...50).map { Silence.nombre($0, sur: 100) }
        == [40, 40, 40, 45, 45, 45, 45, 45, 50, 50, 50])
  }
}

@Suite struct RestitutionsTests {
  private static let day = Day(iso: "2026-03-12") ?? Day(number: 0)

  private static func ids(_ range: Range<Int>) -> Set<String> { Set(range.map { "s\($0)" }) }

  private static func restitution(
    _ structures: Set<String>, _ reponses: Reponses, par: Territoire.Par = .theme, seuil: Int = 3
  ) -> Territoire.Restitution {
    var one = Territoire.Restitution()
    (one.le, one.seuil, one.par) = (day, seuil, par)
    (one.structures, one.reponses) = (structures.sorted(), reponses)
    return one
  }

  private func answer(
    _ structures: Set<String>, _ counts: [String: Int], after: [Territoire.Restitution] = [],
    seuil: Int = 3, par: Territoire.Par = .theme
  ) throws -> [String: Reponses.Reponse] {
    try Restitutions(after).rendre(de: structures, seuil: seuil, par: par, counts).parCle
  }

  @Test func `a first synthesis gives numbers between the two, and words beside them`() throws {
    let counts = ["a b": 2, "c d": 3, "e f": 9, "g h": 10, "i j": 12]
    #expect(
      try answer(Self.ids(0..<12), counts) == [
        "c d": .nombre(3), "e f": .nombre(9), "g h": .mot(.presqueToutes),
        "i j": .mot(.presqueToutes),
      ])
    #expect(try answer(Self.ids(0..<120), ["a b": 48]) == ["a b": .nombre(50)])
  }

  @Test func `one structure more, or fewer, is refused, and three are not`() throws {
    let first = Self.restitution(Self.ids(0..<12), Reponses())
    for range in [0..<13, 0..<11, 0..<14, 2..<12] {
      #expect(throws: Restitutions.Refus.difference(range.count % 2 == 1 ? 1 : 2, avec: Self.day)) {
        try answer(Self.ids(range), [:], after: [first])
      }
    }
    #expect(throws: Never.self) { try answer(Self.ids(0..<15), [:], after: [first]) }
    #expect(throws: Never.self) { try answer(Self.ids(0..<12), [:], after: [first]) }
    #expect(throws: Never.self) { try answer(Self.ids(20..<32), [:], after: [first]) }
  }

  @Test func `a class that several perimeters tell apart together is refused`() throws {
    // 0..<6 and 3..<9 leave 3..<6; 5..<11 cuts it to one.
    let both = [
      Self.restitution(Self.ids(0..<6), Reponses()), Self.restitution(Self.ids(3..<9), Reponses()),
    ]
    #expect(throws: Restitutions.Refus.self) { try answer(Self.ids(5..<12), [:], after: both) }
  }

  @Test func `beside a perimeter that it crosses no number is given`() throws {
    let counts = ["a b": 5]
    let first = Reponses()
    let near = Self.restitution(Self.ids(0..<12), first)
    #expect(try answer(Self.ids(0..<18), counts, after: [near])["a b"] == .mot(.entreLesDeux))
    #expect(try answer(Self.ids(0..<12), counts, after: [near])["a b"] == .nombre(5))
    #expect(try answer(Self.ids(20..<38), counts, after: [near])["a b"] == .nombre(5))
  }

  @Test func `another level is refused for structures that were read by one`() throws {
    let first = Self.restitution(Self.ids(0..<12), Reponses(), par: .theme)
    #expect(throws: Restitutions.Refus.autreNiveau(.theme, du: Self.day)) {
      try answer(Self.ids(0..<12), [:], after: [first], par: .point)
    }
    #expect(throws: Never.self) {
      try answer(Self.ids(20..<32), [:], after: [first], par: .point)
    }
  }

  @Test func `after twenty only a perimeter of before is answered`() throws {
    let many = (0..<20).map { Self.restitution(Self.ids($0 * 10..<$0 * 10 + 6), Reponses()) }
    #expect(throws: Restitutions.Refus.tropDeRestitutions(20)) {
      try answer(Self.ids(900..<910), [:], after: many)
    }
    #expect(throws: Never.self) { try answer(Self.ids(30..<36), [:], after: many) }
  }

  @Test func `fewer structures than the least number and one are refused`() {
    #expect(throws: Restitutions.Refus.tropPeu(.init(structures: 3, ilEnFaut: 4))) {
      try answer(Self.ids(0..<3), [:])
    }
  }

  // The exhaustive reader: of every truth, which other truths were handed out alike.

  /// A family of perimeters over atoms: each names the atoms in it.
  struct Family: Sendable, CustomTestStringConvertible {
    let name: String
    let perimeters: [[Int]]
    var sizes = 3...7
    /// Of the atoms, where not all of these sizes are tried.
    var given: [[Int]] = []

    var atoms: Int { (perimeters.flatMap { $0 }.max() ?? 0) + 1 }
    var testDescription: String { name }

    var tried: [[Int]] {
      given.isEmpty
        ? RestitutionsTests.tuples(Array(repeating: Array(sizes), count: atoms)) : given
    }
  }

  static let families = [
    Family(name: "one", perimeters: [[0]]),
    Family(name: "nested", perimeters: [[0], [0, 1]]),
    Family(name: "shrinking", perimeters: [[0, 1], [0]]),
    Family(name: "overlapping", perimeters: [[0, 1], [1, 2]]),
    Family(name: "parts, then the whole", perimeters: [[0], [1], [0, 1]]),
    Family(name: "the whole, then parts", perimeters: [[0, 1], [0], [1]]),
    Family(name: "again", perimeters: [[0], [0]]),
    // Of larger atoms there are too many for each run.
    Family(name: "growing twice", perimeters: [[0], [0, 1], [0, 1, 2]], sizes: 3...5),
    Family(name: "shrinking twice", perimeters: [[0, 1, 2], [0, 1], [0]], sizes: 3...5),
    // From a hundred on numbers are rounded; some perimeters stand on either side of it.
    Family(name: "a hundred", perimeters: [[0]], given: [[99], [100], [101]]),
    Family(
      name: "a hundred, nested", perimeters: [[0], [0, 1]],
      given: [[97, 3], [99, 3], [100, 3], [100, 4]]),
    Family(
      name: "a hundred, shrinking", perimeters: [[0, 1], [0]], given: [[97, 3], [100, 3]]),
    Family(
      name: "a hundred, overlapping", perimeters: [[0, 1], [1, 2]], given: [[3, 97, 3]]),
    Family(name: "a hundred, again", perimeters: [[0], [0]], given: [[100]]),
    Family(
      name: "a hundred, parts, then the whole", perimeters: [[0], [1], [0, 1]], given: [[97, 4]]),
  ]

  @Test(arguments: families)
  func `from all that was handed out, and kept silent, nobody knows a small count`(family: Family)
    throws
  {
    var outcomes = 0
    for sizes in family.tried {
      let perimeters = family.perimeters.map { atoms in
        Set(atoms.flatMap { atom in (0..<sizes[atom]).map { "s\(atom)-\($0)" } })
      }
      var known: [[String]: [[Int]]] = [:]
      // What is answered follows from what was, and from a count.
      var answered: [[String]: Reponses?] = [:]
      for truth in Self.tuples(sizes.map { Array(0...$0) }) {
        var told: [Territoire.Restitution] = []
        var outcome: [String] = []
        for (perimeter, atoms) in zip(perimeters, family.perimeters) {
          let count = atoms.reduce(0) { $0 + truth[$1] }
          let way = outcome + ["\(count)"]
          let answers =
            answered[way]
            ?? (try? Restitutions(told).rendre(
              de: perimeter, seuil: 3, par: .theme, ["a b": count]))
          answered[way] = .some(answers)
          if let answers { told.append(Self.restitution(perimeter, answers)) }
          // What a reader sees of the cell, and of all that was never named.
          outcome.append(answers.map { "\($0.scalar)" } ?? "refused")
        }
        known[outcome, default: []].append(truth)
      }
      outcomes += known.count
      for (outcome, truths) in known {
        for (atom, size) in sizes.enumerated() {
          let counts = Set(truths.map { $0[atom] })
          guard counts.count == 1, let count = counts.first else { continue }
          #expect(
            count >= 3 && count <= size - 3,
            "\(sizes): \(outcome) shows that \(count) of \(size) say it")
        }
      }
    }
    #expect(outcomes > 10)
  }

  fileprivate static func tuples(_ choices: [[Int]]) -> [[Int]] {
    choices.reduce([[]]) { tuples, values in tuples.flatMap { tuple in values.map { tuple + [$0] } }
    }
  }
}
