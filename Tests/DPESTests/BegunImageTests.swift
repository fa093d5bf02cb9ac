import JSONTree
import Testing

@testable import DPES

/// Two people begin an image on one day, each without knowing of the other.
@Suite struct BegunImageTests {
  private let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 800_000))

  /// A démarche whose last image is frozen.
  private func base() throws -> Demarche {
    var demarche = try smallDemarche()
    for index in demarche.cercles.indices { demarche.cercles[index].figee = true }
    return demarche
  }

  private func begin(
    _ demarche: Demarche, seed: UInt64, _ edit: (inout Demarche, inout IDGenerator) -> Void
  ) throws -> Demarche {
    var (result, ids) = (demarche, IDGenerator(seed: seed))
    _ = try result.commencerImage(signature, ids: &ids)
    edit(&result, &ids)
    return result
  }

  private func add(_ texte: String, to demarche: inout Demarche, _ ids: inout IDGenerator) {
    demarche.ajouterObservation(texte, axe: nil, statut: nil, signature, ids: &ids)
  }

  @Test func `they begin the same one, and each keeps what the other did in it`() throws {
    let base = try base()
    let one = try begin(base, seed: 1) { demarche, ids in
      demarche.cercles[2].observations[0].statut = .vert
      add("D’ici", to: &demarche, &ids)
    }
    let two = try begin(base, seed: 2) { demarche, ids in add("De là", to: &demarche, &ids) }
    let (merged, conflicts) = try Demarche.merge(base: base, ours: one, theirs: two)
    #expect(conflicts == [])
    #expect(merged == (try Demarche.merge(base: base, ours: two, theirs: one).merged))
    #expect(merged.cercles.map(\.id) == base.cercles.map(\.id) + [one.cercles[2].id])
    let observations = merged.cercles[2].observations
    #expect(observations.map(\.texte).sorted() == ["De là", "D’ici", "Trois"])
    #expect(observations.first { $0.origine == "o3" }?.statut == .vert)
    #expect(Set(observations.map(\.numero)).count == 3)
    #expect(merged.faults == [])
  }

  @Test func `where a clock is behind, it is no earlier than the image that it continues`() throws {
    var demarche = try base()
    let last = try #require(demarche.imagesParDate.last)
    let today = try #require(Day(iso: "2026-11-29"))
    let signature = Signature(quand: Instant(seconds: 0), jour: today)
    // A year that can't be is no clock's.
    for (day, expected) in [
      (today.adding(days: 2), today.adding(days: 2)), (Day(number: 4_000_000), today),
    ] {
      demarche.cercles[last].date = day
      var (begun, ids) = (demarche, IDGenerator(seed: 1))
      let id = try begun.commencerImage(signature, ids: &ids)
      #expect(begun.cercles.first { $0.id == id }?.date == expected)
    }
  }

  @Test func `what one of them took out of it stays out`() throws {
    let base = try base()
    let one = try begin(base, seed: 1) { demarche, _ in
      demarche.supprimerObservation(demarche.cercles[2].observations[0].id, signature)
    }
    let two = try begin(base, seed: 2) { demarche, ids in add("De là", to: &demarche, &ids) }
    let merged = try Demarche.merge(base: base, ours: one, theirs: two).merged
    #expect(merged.cercles[2].observations.map(\.texte) == ["De là"])
  }

  @Test func `it takes the arguments along under their ids, which is no fault`() throws {
    var base = try base()
    base.cercles[1].observations[0].arguments = [argument("a9")]
    let one = try begin(base, seed: 1) { demarche, _ in
      demarche.cercles[2].observations[0].arguments[0].texte = "Si"
    }
    let two = try begin(base, seed: 2) { demarche, ids in add("De là", to: &demarche, &ids) }
    #expect(one.faults == [] && two.faults == [])
    let (merged, conflicts) = try Demarche.merge(base: base, ours: one, theirs: two)
    #expect(conflicts == [])
    #expect(merged == (try Demarche.merge(base: base, ours: two, theirs: one).merged))
    #expect(merged.cercles[1] == base.cercles[1])
    let continued = merged.cercles[2].observations.first { $0.origine == "o3" }
    #expect(continued?.arguments.map(\.texte) == ["Si"])
    #expect(merged.faults == [])
  }

  @Test func `the first image of a démarche is one, too`() {
    let base = Demarche(id: "d", raisonSociale: "X", debut: Day(number: 750_000))
    var (one, two) = (base, base)
    var ids = (IDGenerator(seed: 1), IDGenerator(seed: 2))
    add("D’ici", to: &one, &ids.0)
    add("De là", to: &two, &ids.1)
    #expect(one.cercles.map(\.id) == two.cercles.map(\.id))
    #expect(one.cercles[0].observations[0].id != two.cercles[0].observations[0].id)
  }

  @Test func `where one froze it, the other's goes on from the frozen one, and nothing is lost`()
    throws
  {
    let base = try base()
    let one = try begin(base, seed: 1) { demarche, ids in
      add("D’ici", to: &demarche, &ids)
      demarche.cercles[2].figee = true
    }
    let two = try begin(base, seed: 2) { demarche, ids in
      demarche.cercles[2].observations[0].statut = .rouge
      add("De là", to: &demarche, &ids)
    }
    let (merged, conflicts) = try Demarche.merge(base: base, ours: one, theirs: two)
    #expect(conflicts == [])
    #expect(merged == (try Demarche.merge(base: base, ours: two, theirs: one).merged))
    #expect(merged.cercles[2] == one.cercles[2])
    let next = try #require(merged.cercles.dropFirst(3).first)
    #expect(!next.figee && next.date == signature.jour)
    #expect(next.observations.map(\.texte) == ["Trois", "De là"])
    #expect(next.observations[0].origine == one.cercles[2].observations[0].id)
    #expect(next.observations[0].statut == .rouge)
    #expect(merged.imagesParDate.last == 3)
    #expect(merged.faults == [])
    // It is the one that the other begins next on that day.
    var (third, ids) = (one, IDGenerator(seed: 3))
    #expect(try third.commencerImage(signature, ids: &ids) == next.id)
  }

  @Test func `on another day, or from another image, it is another`() throws {
    let base = try base()
    var (one, two) = (base, base)
    var ids = IDGenerator(seed: 1)
    let first = try one.commencerImage(signature, ids: &ids)
    var later = signature
    later.jour = Day(number: 800_001)
    #expect(try two.commencerImage(later, ids: &ids) != first)
    one.cercles[2].figee = true
    #expect(try one.commencerImage(signature, ids: &ids) != first)
    #expect(one.faults == [])
  }

  @Test func `begun again after it was taken back, no id comes twice`() throws {
    var demarche = try begin(base(), seed: 1) { demarche, ids in add("Un", to: &demarche, &ids) }
    var ids = IDGenerator(seed: 4)
    // Somebody moved what it held into an earlier image by hand.
    demarche.cercles[0].observations += demarche.cercles[2].observations
    demarche.cercles.remove(at: 2)
    _ = try demarche.commencerImage(signature, ids: &ids)
    #expect(demarche.constats([.idEnDouble]) == [])
  }
}
