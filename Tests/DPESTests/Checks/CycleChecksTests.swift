import DPES
import JSONTree
import Testing

/// What is wrong with what a démarche went through of a cycle.
@Suite struct CycleChecksTests {
  private func found(
    _ passages: [Passage], _ modele: String = "pas-de-calais", known: Bool = true
  ) throws -> [String] {
    var demarche = Demarche(id: "d", raisonSociale: "Les Jardins")
    var suivi = CycleSuivi()
    (suivi.id, suivi.modele, suivi.passages) = ("s", modele, passages)
    demarche.cycles = [suivi]
    let regles: Set<Constat.Regle> = [
      .cycleInconnu, .passageInconnu, .passageEnDouble, .decisionSansMotif,
      .renouveleSansDelivrance,
    ]
    return demarche.constats(regles, cycles: known ? [try shippedCycle()] : nil).map {
      "\($0.regle.rawValue) \($0.pointeur)"
    }
  }

  @Test func `a cycle of no data file is a remark, where somebody says which there are`() throws {
    #expect(
      try found([passage("x", "2026-01-01")], "ailleurs") == ["cycle-inconnu /cycles/0/modele"])
    #expect(Constat.Regle.cycleInconnu.gravite == .remarque)
    #expect(try found([passage("x", "2026-01-01")], "ailleurs", known: false).isEmpty)
  }

  @Test func `a passage of no étape of its cycle is told`() throws {
    #expect(
      try found([passage("jour-1", "2026-01-01"), passage("visite", "2026-01-02")])
        == ["passage-inconnu /cycles/0/passages/1/etape"])
  }

  @Test(
    arguments: [
      ([("rapport", 1), ("rapport", 1)], 1), ([("rapport", 1), ("rapport", 2)], 0),
      ([("rapport", nil), ("rapport", 1)], 1), ([("jour-1", nil), ("jour-1", nil)], 1),
      ([("comite", nil), ("comite", nil)], 0), ([("instruction", nil), ("instruction", nil)], 0),
      ([("renouvellement", nil), ("renouvellement", nil)], 0),
    ] as [([(String, Int?)], Int)])
  func `an étape that comes once, or a rank, has one passage`(
    times: [(String, Int?)], count: Int
  ) throws {
    let passages = times.enumerated().map { index, time in
      var one = passage(time.0, "2026-01-0\(index + 1)", rang: time.1)
      one.id += "\(index)"
      return one
    }
    #expect(try found(passages).count == count)
    // Two of one rank are told without the data file too.
    if times.allSatisfy({ $0.1 != nil }) {
      #expect(try found(passages, known: false).count == count)
    }
  }

  @Test func `two decisions of one day that contradict each other are told`() throws {
    let given = passage("comite", "2025-12-12", .delivre)
    var other = passage("comite", "2025-12-12", .ajourne, motif: "les comptes")
    other.id += "b"
    #expect(try found([given, other]) == ["passage-en-double /cycles/0/passages/1"])
    other.issue = .delivre
    #expect(try found([given, other]).isEmpty)
  }

  @Test func `what is no decision delivers nothing`() throws {
    let renewed = passage("renouvellement", "2027-12-09", .renouvele)
    for etape in ["jour-1", "candidature"] {
      #expect(
        try found([passage(etape, "2025-12-12", .delivre), renewed])
          == ["renouvele-sans-delivrance /cycles/0/passages/1"])
    }
    #expect(try found([passage("comite", "2025-12-12", .delivre), renewed]).isEmpty)
  }

  @Test func `a decision against the structure says why`() throws {
    #expect(
      try found([passage("comite", "2025-12-04", .ajourne)])
        == ["decision-sans-motif /cycles/0/passages/0"])
    #expect(try found([passage("comite", "2025-12-04", .ajourne, motif: "Comptes")]).isEmpty)
    #expect(try found([passage("comite", "2025-12-12", .delivre)]).isEmpty)
  }

  @Test func `what is renewed was delivered, and not taken back since`() throws {
    let renewed = passage("renouvellement", "2027-12-09", .renouvele)
    #expect(try found([renewed]) == ["renouvele-sans-delivrance /cycles/0/passages/0"])
    let delivered = passage("comite", "2025-12-12", .delivre)
    #expect(try found([renewed, delivered]).isEmpty)
    let back = passage("comite", "2026-12-12", .retire, motif: "Aucun rapport")
    #expect(
      try found([delivered, back, renewed]) == ["renouvele-sans-delivrance /cycles/0/passages/2"])
  }
}
