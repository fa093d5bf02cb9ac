import JSONTree
import Testing

@testable import DPES

/// Two people note what was decided of one étape, each on a machine of their own.
@Suite struct MergeDecisionTests {
  private let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 20_000))

  /// What each side makes of the comité of a démarche that follows the cycle.
  private func sides(
    _ before: (inout Passage) -> Void,
    _ ours: (inout Passage) -> Void, _ theirs: (inout Passage) -> Void
  ) throws -> (base: Demarche, ours: Demarche, theirs: Demarche) {
    let cycle = try shippedCycle()
    func noted(_ demarche: Demarche, _ change: (inout Passage) -> Void) -> Demarche {
      var (demarche, ids) = (demarche, IDGenerator(seed: 3))
      let id = demarche.cycles.first?.passages.first?.id
      demarche.noterPassage(
        id, etape: "comite", rang: 1, de: cycle, signature, ids: &ids, change)
      demarche.historique = []
      return demarche
    }
    var base = try smallDemarche()
    base.suivre(cycle)
    base = noted(base, before)
    return (base, noted(base, ours), noted(base, theirs))
  }

  private func delivered(_ one: inout Passage) {
    one.faitLe = Day(iso: "2025-12-12")
    one.issue = .delivre
    one.numero = "62-0147"
  }

  private func putOff(_ one: inout Passage) {
    one.faitLe = Day(iso: "2025-12-10")
    one.issue = .ajourne
    one.motif = "Le bilan manque."
    one.canal = .courriel
    one.destinataire = "Le comité"
  }

  @Test func `two decisions begun apart are one passage, whose parts are of one side`() throws {
    let (base, ours, theirs) = try sides({ _ in }, delivered, putOff)
    for (here, there) in [(ours, theirs), (theirs, ours)] {
      let result = try Demarche.merge(base: base, ours: here, theirs: there)
      let mine = try #require(here.cycles[0].passages.first)
      let other = try #require(there.cycles[0].passages.first)
      #expect(mine.id == other.id)
      let passages = result.merged.cycles[0].passages
      #expect(passages.count == 1)
      let one = try #require(passages.first)
      #expect([one.faitLe, mine.faitLe] == [mine.faitLe, one.faitLe])
      #expect(
        one.issue == mine.issue && one.motif == mine.motif && one.numero == mine.numero)
      // Where it went was said by one alone.
      #expect(one.destinataire == "Le comité" && one.canal == .courriel)
      // The other is one thing to choose, and whole.
      #expect(result.conflicts.count == 1)
      let taken = try result.merged.taking(result.conflicts).cycles[0].passages
      #expect(
        taken.map(\.issue) == [other.issue] && taken.map(\.motif) == [other.motif]
          && taken.map(\.numero) == [other.numero] && taken.map(\.faitLe) == [other.faitLe])
    }
  }

  @Test func `the conflict is read as two decisions, and the refused one is in the historique`()
    throws
  {
    let (base, ours, theirs) = try sides({ _ in }, delivered, putOff)
    var result = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    let reading = try #require(result.merged.readings(of: result.conflicts).first)
    #expect(reading.ours == "délivré, 12 décembre 2025, numéro\u{A0}: 62-0147")
    #expect(reading.theirs == "ajourné, 10 décembre 2025, motif\u{A0}: Le bilan manque.")
    result.merged.tracer(result.conflicts, signature)
    guard case .texte(let noted)? = result.merged.historique.last?.avant else {
      Issue.record("nothing is noted")
      return
    }
    #expect(noted.contains("Le bilan manque.") && noted.contains("2025-12-10"))
  }

  @Test func `a decision that both take back otherwise is whole too`() throws {
    let (base, ours, theirs) = try sides(putOff) {
      $0.issue = .delivre
      $0.faitLe = Day(iso: "2026-01-20")
      ($0.motif, $0.numero) = (nil, "62-0147")
    } _: {
      $0.issue = .retire
      $0.motif = "Le dossier est retiré."
    }
    let result = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    let one = try #require(result.merged.cycles[0].passages.first)
    #expect(one.issue == .delivre && one.motif == nil && one.numero == "62-0147")
    #expect(result.conflicts.count == 1)
  }

  @Test func `what both decided alike is put together field by field`() throws {
    let (base, ours, theirs) = try sides(putOff) {
      $0.motif = "Le bilan manque, et deux signatures."
    } _: {
      $0.reponduLe = Day(iso: "2026-01-05")
    }
    let result = try Demarche.merge(base: base, ours: ours, theirs: theirs)
    let one = try #require(result.merged.cycles[0].passages.first)
    #expect(result.conflicts == [])
    #expect(one.motif == "Le bilan manque, et deux signatures." && one.reponduLe != nil)
  }
}
