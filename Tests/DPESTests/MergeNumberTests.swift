import JSONTree
import Testing

@testable import DPES

/// The numbers that a room says aloud, when two people saw something new.
@Suite struct MergeNumberTests {
  private func numbered(_ id: String, _ numero: Int, origine: String? = nil) -> Observation {
    var new = observation(id)
    new.numero = numero
    new.origine = origine
    return new
  }

  /// The numbers that two edits of the base make, whoever merges them.
  private func numbers(
    _ ours: (inout Demarche) -> Void, _ theirs: (inout Demarche) -> Void
  ) throws -> [String: Int?] {
    let base = try smallDemarche()
    var (one, two) = (base, base)
    ours(&one)
    theirs(&two)
    let merged = try Demarche.merge(base: base, ours: one, theirs: two).merged
    let other = try Demarche.merge(base: base, ours: two, theirs: one).merged
    #expect(merged == other)
    return Dictionary(
      uniqueKeysWithValues: merged.cercles.flatMap(\.observations).map { ($0.id, $0.numero) })
  }

  @Test func `two new observations of one number get one each, by their ids`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations += [numbered("m", 14), numbered("n", 15)]
    } _: {
      $0.cercles[1].observations += [numbered("b", 14)]
    }
    #expect(numbers == ["o1": 1, "o2": 2, "o3": 13, "b": 14, "m": 16, "n": 15])
  }

  @Test func `what continues a new observation has its number`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations.append(numbered("m", 14))
      var image = CercleDeQualite()
      image.id = "c3"
      image.date = Day(number: 800_000)
      image.observations = [numbered("a", 14, origine: "m")]
      $0.cercles.append(image)
    } _: {
      $0.cercles[0].observations.append(numbered("b", 14))
    }
    #expect(numbers["b"] == 14 && numbers["m"] == 15 && numbers["a"] == 15)
  }

  @Test func `what a frozen image shows keeps its number`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations.append(numbered("m", 14))
      $0.cercles[1].figee = true
    } _: {
      $0.cercles[0].observations.append(numbered("b", 14))
    }
    #expect(numbers["m"] == 14 && numbers["b"] == 15)
  }

  @Test func `numbers that one side alone doubled are its own affair`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations += [numbered("m", 13), numbered("n", 14), numbered("q", 14)]
    } _: {
      $0.cercles[0].observations.append(numbered("b", 99))
    }
    #expect(numbers["m"] == 13 && numbers["n"] == 14 && numbers["q"] == 14)
  }

  @Test(arguments: 0..<60)
  func `what two people saw anew never shares a number`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    let base = try generator.demarche()
    var (one, two) = (try generator.edited(base), try generator.edited(base))
    let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 740_000))
    for _ in 0..<3 {
      one.ajouterObservation("A", axe: nil, statut: nil, signature, ids: &generator.ids)
      two.ajouterObservation("B", axe: nil, statut: nil, signature, ids: &generator.ids)
    }
    let merged = try Demarche.merge(base: base, ours: one, theirs: two).merged
    let new = merged.cercles.flatMap(\.observations).filter { ["A", "B"].contains($0.texte) }
    // A side that froze the image leaves out what the other added to it.
    #expect(new.count >= 3)
    #expect(Set(new.map(\.numero)).count == new.count)
    let other = try Demarche.merge(base: base, ours: two, theirs: one).merged
    #expect(
      new.map(\.numero)
        == other.cercles.flatMap(\.observations)
        .filter { ["A", "B"].contains($0.texte) }.map(\.numero))
  }
}
