import JSONTree
import Testing

@testable import DPES

@Suite struct ConflictTraceTests {
  private let signature = Signature(
    quand: Instant(seconds: 1_000_000), jour: Day(number: 11), qui: "p1")

  /// The lines that a merge of two edits leaves: `quoi objet avant apres`.
  private func lines(
    _ ours: (inout Demarche) -> Void, _ theirs: (inout Demarche) -> Void
  ) throws -> [String] {
    var (merged, conflicts) = try merging(ours, theirs)
    merged.tracer(conflicts, signature)
    #expect(merged.faults == [])
    #expect(merged.historique.allSatisfy { $0.quand == signature.quand && $0.qui == "p1" })
    return merged.historique.map { trace in
      let values = [trace.avant, trace.apres].map { value in
        guard let value else { return "·" }
        if case .texte(let text) = value { return text }
        return String(decoding: JSONValue.write(value.scalar).dropLast(), as: UTF8.self)
      }
      return "\(trace.quoi ?? "") \(trace.objet ?? "") \(values[0]) \(values[1])"
    }
  }

  @Test func `a field is named by its key and its element, theirs first`() throws {
    #expect(
      try lines {
        $0.cercles[0].observations[1].statut = .vert
        $0.schema.paliers[0].echeanceMois = 12
      } _: {
        $0.cercles[0].observations[1].statut = .orange
        $0.schema.paliers[0].echeanceMois = 18
      } == ["conflit-statut o2 orange vert", "conflit-echeanceMois k1 18 12"])
  }

  @Test func `what has no id is named by the way to it, a period after its indicator`() throws {
    var (here, there) = (Realise(), Realise())
    here.statut = .atteint
    there.statut = .partiel
    #expect(
      try lines {
        $0.structure.raisonSociale = "A"
        $0.pilotage.pourquoi = "C"
        $0.schema.paliers[0].indicateurs[0].realises[12] = here
      } _: {
        $0.structure.raisonSociale = "B"
        $0.pilotage.pourquoi = "D"
        $0.schema.paliers[0].indicateurs[0].realises[12] = there
      } == [
        "conflit-raisonSociale structure B A", "conflit-pourquoi pilotage D C",
        "conflit-statut i1/12 partiel atteint",
      ])
  }

  @Test func `an object is noted on one line, an absent value not at all`() throws {
    #expect(
      try lines {
        $0.cercles[0].observations[0].place = Place(10, 20)
        $0.cercles[0].observations[1].statut = nil
      } _: {
        $0.cercles[0].observations[0].place = Place(30, 40)
        $0.cercles[0].observations[1].statut = .vert
      } == [
        "conflit-place o1 { \"angle\": 30, \"rayon\": 40 } { \"angle\": 10, \"rayon\": 20 }",
        "conflit-statut o2 vert ·",
      ])
  }
}

extension Place {
  fileprivate init(_ angle: Int, _ rayon: Int) {
    self.init()
    self.angle = JSONNumber(angle)
    self.rayon = JSONNumber(rayon)
  }
}
