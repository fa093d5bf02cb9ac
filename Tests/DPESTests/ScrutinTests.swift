import DPES
import JSONTree
import Testing

/// Votes by gommettes: the counting, the ranks, and what a secret vote does not say.
@Suite struct ScrutinTests {
  @Test(arguments: [(0, 1), (1, 1), (4, 1), (5, 1), (6, 2), (10, 3), (12, 3), (13, 3), (38, 10)])
  func `a quarter of the options is proposed, to the nearest, at least one`(
    options: Int, points: Int
  ) {
    #expect(Scrutin.pointsProposes(pour: options) == points)
  }

  private func count(
    _ groups: [(College?, Int)], secret: Bool = false, points: Int = 2, _ totals: [[Int]] = []
  ) -> Depouillement {
    var count = Depouillement(
      options: ["a", "b", "c"], points: points, secret: secret,
      votants: groups.map { (college: $0.0, nombre: $0.1) })
    for (urne, totals) in totals.enumerated() { count.urnes[urne].totaux = totals }
    return count
  }

  @Test(arguments: [([3, 2, 1], 0), ([3, 2, 0], -1), ([6, 2, 0], 2), ([0, 0, 0], -6)])
  func `points given are held against those of the voters`(totals: [Int], ecart: Int) {
    let count = count([(nil, 3)], [totals])
    #expect(count.controle.ecart == ecart && count.controle.estJuste == (ecart == 0))
    #expect(count.controle.attendus == 6)
  }

  @Test func `one urn may hide another's error, which its own control tells`() {
    let count = count([(.salaries, 1), (.usagers, 1)], [[3, 0, 0], [1, 0, 0]])
    #expect(count.controle.estJuste)
    #expect(count.controle(urne: 0).ecart == 1 && count.controle(urne: 1).ecart == -1)
  }

  @Test func `ballots add up, and one taken out again leaves nothing`() {
    var count = count([(nil, 3)])
    count.deposer([2, 0, 0], dans: 0)
    count.deposer([1, 1, 0], dans: 0)
    #expect(count.totaux == [3, 1, 0] && count.urnes[0].bulletins == 2)
    count.reprendre([1, 1, 0], dans: 0)
    #expect(count.totaux == [2, 0, 0] && count.urnes[0].bulletins == 1)
  }

  /// Points of five options, their ranks, and the first three.
  @Test(
    arguments: [
      ([6, 7, 3, 1, 3], [2, 1, 3, 5, 3], ["a", "b", "c", "e"]),
      ([2, 2, 2, 2, 2], [1, 1, 1, 1, 1], ["a", "b", "c", "d", "e"]),
      ([5, 4, 3, 2, 1], [1, 2, 3, 4, 5], ["a", "b", "c"]),
      ([5, 5, 4, 0, 0], [1, 1, 3, 4, 4], ["a", "b", "c"]),
      ([1, 0, 0, 0, 0], [1, 2, 2, 2, 2], ["a"]),
      ([0, 0, 0, 0, 0], [1, 1, 1, 1, 1], []),
    ] as [([Int], [Int], [String])])
  func `ties share a rank, the first three take them along, and none without a point`(
    points: [Int], ranks: [Int], first: [String]
  ) {
    let options = ["a", "b", "c", "d", "e"]
    var count = Depouillement(
      options: options, points: 2, secret: false, votants: [(college: nil, nombre: 10)])
    count.urnes[0].totaux = points
    let scrutin = count.scrutin(id: "s1", le: Day(number: 20_000))
    let places = scrutin.classement
    #expect(places.map(\.points) == points.sorted(by: >))
    #expect(
      options.map { option in places.first { $0.option == option }?.rang } == ranks)
    for place in places {
      #expect(place.exAequo == (points.count { $0 == place.points } > 1))
    }
    #expect(Set(scrutin.premiers(3)) == Set(first) && scrutin.premiers(0) == [])
  }

  @Test func `collèges stand beside the total, which everybody counts once in`() throws {
    let count = count(
      [(.salaries, 2), (.usagers, 1)], [[2, 1, 1], [0, 0, 2]])
    let scrutin = count.scrutin(id: "s1", le: Day(number: 20_000), titre: "Priorités")
    #expect(scrutin.votants == 3 && scrutin.points == 2 && scrutin.genre == .gommettes)
    #expect(scrutin.resultats.map(\.points) == [2, 1, 3])
    #expect(scrutin.parCollege.map(\.college) == [.salaries, .usagers])
    #expect(scrutin.parCollege.map(\.votants) == [2, 1])
    #expect(scrutin.parCollege[1].points(pour: "c") == 2)
    #expect(scrutin.votantsNonDetailles == 0 && scrutin.controle?.ecart == 0)
    #expect(try Scrutin(scrutin.json) == scrutin)
  }

  /// Voters of salariés, bénévoles, usagers, partenaires and without collège; whose figures are told.
  @Test(
    arguments: [
      ([5, 4, 3, 0, 0], [0, 1, 2]),
      ([5, 4, 2, 0, 0], [0]),
      ([5, 4, 2, 1, 0], [0, 1]),
      ([5, 4, 0, 0, 1], [0]),
      ([5, 4, 0, 0, 3], [0, 1]),
      ([2, 2, 2, 2, 0], []),
      ([6, 0, 2, 0, 0], []),
      ([12, 0, 0, 0, 0], [0]),
      ([0, 0, 0, 0, 12], []),
    ] as [([Int], [Int])])
  func `a secret vote tells no collège of fewer than three, nor one that a subtraction tells`(
    voters: [Int], told: [Int]
  ) {
    let colleges: [College?] = [.salaries, .administrateursBenevoles, .usagers, .partenaires, nil]
    var count = Depouillement(
      options: ["a"], points: 1, secret: true,
      votants: zip(colleges, voters).map { (college: $0, nombre: $1) })
    for urne in count.urnes.indices { count.urnes[urne].totaux = [voters[urne]] }
    #expect(count.urnesPubliables == told)
    let scrutin = count.scrutin(id: "s1", le: Day(number: 20_000))
    #expect(scrutin.parCollege.map(\.college) == told.map { colleges[$0] })
    #expect(scrutin.resultats.map(\.points) == [voters.reduce(0, +)])
    let untold = voters.reduce(0, +) - told.reduce(0) { $0 + voters[$1] }
    #expect(untold == 0 || untold >= 3)
    #expect(scrutin.votantsNonDetailles == (told.isEmpty ? 0 : untold))
  }

  @Test func `a secret vote keeps totals alone, in the order of the options`() {
    var count = count([(nil, 3)], secret: true)
    for ballot in [[0, 0, 2], [2, 0, 0], [1, 0, 1]] { count.deposer(ballot, dans: 0) }
    let scrutin = count.scrutin(id: "s1", le: Day(number: 20_000))
    #expect(scrutin.resultats.map(\.option) == ["a", "b", "c"])
    #expect(scrutin.resultats.map(\.points) == [3, 0, 3])
    guard case .object(let object) = scrutin.json else {
      Issue.record("a scrutin is an object")
      return
    }
    #expect(
      object.members.map(\.key)
        == ["id", "date", "genre", "options", "points", "secret", "votants", "resultats"])
  }
}

/// Votes in an image: kept, used, refused once it is frozen.
@Suite struct ScrutinsDImageTests {
  private let signature = Signature(
    quand: Instant(seconds: 20_000 * 86_400), jour: Day(number: 20_000), qui: "p1")

  /// Three observations, and a vote where the first two are tied.
  private func voted() throws -> (Demarche, ids: [String]) {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Day(number: 20_000))
    var ids = IDGenerator(seed: 1)
    let options = demarche.ajouterObservations(
      ["Un", "Deux", "Trois"], axe: .utilite, statut: .rouge, auteur: nil, signature, ids: &ids)
    var count = Depouillement(
      options: options, points: 1, secret: true, votants: [(college: nil, nombre: 5)])
    count.urnes[0].totaux = [2, 2, 1]
    try demarche.enregistrerScrutin(
      count.scrutin(id: "s1", le: signature.jour), dans: demarche.cercles[0].id, signature)
    return (demarche, options)
  }

  @Test func `a vote is kept in its image, and the historique says so`() throws {
    let (demarche, _) = try voted()
    #expect(demarche.cercles[0].scrutins.map(\.id) == ["s1"])
    let trace = try #require(demarche.historique.last)
    #expect(trace.quoi == "scrutin" && trace.objet == "s1" && trace.qui == "p1")
    #expect(demarche.constats().map(\.regle) == [])
  }

  @Test func `the first take the mark of priority, ties with them, and others keep theirs`() throws
  {
    var (demarche, ids) = try voted()
    demarche.modifierObservation(ids[2], signature) { $0.priorite = true }
    let marked = try demarche.donnerPriorites(auxPremiers: 1, duScrutin: "s1", signature)
    #expect(marked == [ids[0], ids[1]])
    #expect(demarche.cercles[0].observations.map(\.priorite) == [true, true, true])
    #expect(demarche.historique.suffix(2).map(\.quoi) == ["priorite", "priorite"])
    let again = try demarche.donnerPriorites(auxPremiers: 1, duScrutin: "s1", signature)
    #expect(again == [])
  }

  @Test func `a frozen image takes no vote, loses none, and none of its marks change`() throws {
    var (demarche, ids) = try voted()
    try demarche.figerImage(demarche.cercles[0].id, signature)
    let frozen = demarche
    #expect(throws: Demarche.RefusDeScrutin.figee) {
      _ = try demarche.donnerPriorites(auxPremiers: 1, duScrutin: "s1", signature)
    }
    #expect(throws: Demarche.RefusDeScrutin.figee) {
      try demarche.supprimerScrutin("s1", signature)
    }
    #expect(throws: Demarche.RefusDeScrutin.figee) {
      try demarche.enregistrerScrutin(Scrutin(), dans: demarche.cercles[0].id, signature)
    }
    #expect(throws: Demarche.RefusDeScrutin.absent) {
      try demarche.enregistrerScrutin(Scrutin(), dans: "x", signature)
    }
    let changed = demarche.noterMainsLevees(MainsLevees(), pour: ids[0], signature)
    #expect(!changed && demarche == frozen)
  }

  @Test func `hands for each colour are kept, and the colour stays as the group chose it`() throws {
    var (demarche, ids) = try voted()
    var hands = MainsLevees()
    (hands.rouge, hands.orange, hands.vert) = (2, 6, 3)
    let isKept = demarche.noterMainsLevees(hands, pour: ids[0], signature)
    #expect(isKept)
    #expect(demarche.cercles[0].observations[0].mainsLevees == hands)
    #expect(demarche.cercles[0].observations[0].statut == .rouge)
    let isGone = demarche.noterMainsLevees(nil, pour: ids[0], signature)
    #expect(isGone)
    #expect(demarche.cercles[0].observations[0].mainsLevees == nil)
  }
}
