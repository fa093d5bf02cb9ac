import DPES
import Testing

/// The people of the tour de table, and what they say in turn.
@Suite struct TourDeTableTests {
  private static let jour = Day(number: 20_000)

  private var signature: Signature {
    Signature(quand: Instant(seconds: 20_000 * 86_400), jour: Self.jour)
  }

  private func person(_ initiales: String, _ college: College? = nil) -> Participant {
    var one = Participant()
    one.id = "p\(initiales)"
    one.initiales = initiales
    one.college = college
    return one
  }

  private func table(_ initiales: String...) -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "X", debut: Self.jour)
    demarche.participants = initiales.map { person($0) }
    return demarche
  }

  @Test(
    arguments: [
      ([], []),
      (["s"], [.seul]),
      (["s", "u"], []),
      (["s", "u", "p"], []),
      (["s", "s", "p"], [.sansUsager]),
      (["s", "u", "u"], [.sansPartenaire]),
      (Array(repeating: "u", count: 14) + ["p"], []),
      (Array(repeating: "u", count: 15) + ["p"], []),
    ] as [([String], [AvisDuTourDeTable])])
  func `a tour de table is advised on its collèges, and on no number that the method does not give`(
    colleges: [String], avis: [AvisDuTourDeTable]
  ) {
    let known: [String: College] = ["s": .salaries, "u": .usagers, "p": .partenaires]
    let people = colleges.enumerated().map { person("A\($0)", known[$1]) }
    #expect(AvisDuTourDeTable.avis(people, le: Self.jour) == avis)
  }

  @Test func `who shares initials is told once, whatever the case, and nobody who has left`() {
    var people = [person("SC", .usagers), person("Sc", .partenaires), person("LB")]
    #expect(AvisDuTourDeTable.avis(people, le: Self.jour) == [.memesInitiales("SC", 2)])
    people.append(person("YD"))
    people[1].departLe = Self.jour
    #expect(AvisDuTourDeTable.avis(people, le: Self.jour) == [.sansPartenaire])
    #expect(
      AvisDuTourDeTable.avis(people, le: Self.jour.adding(days: -1))
        == [.memesInitiales("SC", 2)])
  }

  @Test func `who is named nowhere is taken out, who spoke is noted as gone`() {
    var demarche = table("AA", "BB")
    var ids = IDGenerator(seed: 1)
    demarche.ajouterObservation(
      "Un accueil ouvert", axe: .territoire, statut: nil, auteur: "pAA", signature, ids: &ids)
    let citations = Demarche.Citations(paroles: 1)
    #expect(demarche.retirerParticipant("pAA", le: Self.jour) == .parti(citations))
    #expect(demarche.participants[0].departLe == Self.jour)
    #expect(
      demarche.retirerParticipant("pAA", le: Self.jour.adding(days: 3)) == .dejaParti(citations))
    #expect(demarche.participants[0].departLe == Self.jour)
    #expect(demarche.retirerParticipant("pBB", le: Self.jour) == .supprime)
    #expect(demarche.participants.map(\.id) == ["pAA"])
    #expect(demarche.retirerParticipant("pBB", le: Self.jour) == nil)
  }

  @Test func `presences, promises, réalisés and the historique name somebody too`() {
    var demarche = table("AA")
    demarche.tracer(
      "gel", "i1", avant: nil, apres: nil,
      Signature(
        quand: Instant(seconds: 0), jour: Self.jour, qui: "pAA"))
    var ids = IDGenerator(seed: 1)
    let seance = demarche.ouvrirSeance(Self.jour, ids: &ids)
    demarche.basculerPresence(de: "pAA", aSeance: seance)
    var promesse = Seance.Promesse()
    promesse.qui = "pAA"
    demarche.ajouterPromesse(promesse, aSeance: seance, ids: &ids)
    var close = PeriodeClose()
    close.par = "pAA"
    demarche.periodesCloses = [close]
    let citations = demarche.citations(duParticipant: "pAA")
    #expect(citations == Demarche.Citations(seances: 2, suivi: 1, historique: 1))
  }

  @Test func `a first round goes around the table, and who was passed over comes back`() {
    var demarche = table("AA", "BB", "CC")
    demarche.participants[1].college = .usagers
    var ids = IDGenerator(seed: 1)
    var said: [String] = []
    var speaker: String?
    for turn in 0..<4 {
      let next = ToursDeParole(demarche, le: Self.jour).suivant(apres: speaker)
      // BB lets the first turn pass by.
      speaker = turn == 1 ? "pCC" : next
      said.append(speaker ?? "-")
      demarche.ajouterObservation(
        "Dit \(turn)", axe: nil, statut: nil, auteur: speaker, signature, ids: &ids)
    }
    #expect(said == ["pAA", "pCC", "pBB", "pCC"])
    let tours = ToursDeParole(demarche, le: Self.jour)
    #expect(tours.parPersonne == ["pAA": 1, "pBB": 1, "pCC": 2])
    #expect(tours.parCollege == [.usagers: 1] && tours.sansCollege == 3 && tours.total == 4)
  }

  @Test func `what an image takes over from the one before is nobody's turn`() throws {
    var demarche = table("AA")
    var ids = IDGenerator(seed: 1)
    demarche.ajouterObservation(
      "Dit", axe: nil, statut: nil, auteur: "pAA", signature, ids: &ids)
    try demarche.figerImage(demarche.cercles[0].id, signature)
    _ = try demarche.commencerImage(signature, ids: &ids)
    #expect(ToursDeParole(demarche, le: Self.jour).total == 0)
  }

  @Test func `only who is at the séance of the day has a turn, else who has not left`() {
    var demarche = table("AA", "BB")
    demarche.participants[0].departLe = Self.jour
    #expect(ToursDeParole(demarche, le: Self.jour).presents == ["pBB"])
    var ids = IDGenerator(seed: 1)
    let seance = demarche.ouvrirSeance(Self.jour, ids: &ids)
    #expect(ToursDeParole(demarche, le: Self.jour).suivant(apres: nil) == nil)
    demarche.basculerPresence(de: "pAA", aSeance: seance)
    #expect(ToursDeParole(demarche, le: Self.jour).presents == ["pAA"])
    #expect(ToursDeParole(demarche, le: Self.jour).suivant(apres: "pAA") == nil)
    demarche.basculerPresence(de: "pAA", aSeance: seance)
    #expect(demarche.seances[0].presents.isEmpty)
  }
}
