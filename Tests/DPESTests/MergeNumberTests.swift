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

  @Test func `an image that both froze, each with something new, has no number twice`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations.append(numbered("m", 14))
      $0.cercles[1].figee = true
    } _: {
      $0.cercles[1].observations.append(numbered("b", 14))
      $0.cercles[1].figee = true
    }
    #expect(numbers["b"] == 14 && numbers["m"] == 15)
  }

  @Test func `one that was renumbered gives way to none, and meets no new one`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations[0].numero = 14
    } _: {
      $0.cercles[1].observations.append(numbered("p", 14))
    }
    #expect(numbers["o3"] == 14 && numbers["p"] == 15)
  }

  @Test func `a number that both changed is nobody's question: the lower one stays`() throws {
    let merged = try agreeing {
      $0.cercles[1].observations[0].numero = 20
    } _: {
      $0.cercles[1].observations[0].numero = 17
    }
    #expect(merged.cercles[1].observations[0].numero == 17)
  }

  /// A number beyond its limit is none, on both sides.
  @Test(arguments: [.max, .max - 1, 1 << 62, 1_000_000, 0, -1, .min])
  func `numbers of any size are told apart`(numero: Int) throws {
    let numbers = try numbers {
      $0.cercles[1].observations.append(numbered("m", numero))
    } _: {
      $0.cercles[1].observations.append(numbered("b", numero))
    }
    let isNumber = numero == 1_000_000
    #expect((numbers["b"] ?? nil) == (isNumber ? numero : nil))
    #expect((numbers["m"] ?? nil) == (isNumber ? 3 : nil))
  }

  @Test func `an undo brings nothing back under a number that is taken`() throws {
    let before = try smallDemarche()
    var after = before
    after.cercles[1].observations.remove(at: 0)
    var now = after
    now.cercles[1].observations.append(numbered("a", 13))
    let undone = try Edit(from: before, to: after).reversed.merged(into: now).merged
    let numbers = Dictionary(
      uniqueKeysWithValues: undone.cercles[1].observations.map { ($0.id, $0.numero) })
    #expect(numbers == ["a": 13, "o3": 14])
  }

  @Test func `numbers that one side alone doubled in an image are made unique as well`() throws {
    let numbers = try numbers {
      $0.cercles[1].observations += [numbered("m", 13), numbered("n", 14), numbered("q", 14)]
    } _: {
      $0.cercles[0].observations.append(numbered("b", 99))
    }
    #expect(numbers["o3"] == 13 && numbers["n"] == 14 && numbers["b"] == 99)
    #expect(numbers["m"] == 100 && numbers["q"] == 101)
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
