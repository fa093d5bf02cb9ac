import DPES
import TerminalUI
import Testing

@testable import Application

/// What a key changes is taken up where it changed, not worked out anew.
@Suite struct TableauUpkeepTests {
  @Test(arguments: [1, 2, 3])
  func `counts after many keys are those of a démarche opened anew`(seed: UInt64) throws {
    var state = state(try example(), Size(120, 36), screen: .tableau)
    var random = seed
    let keys: [Key] = "apxvwaag".map(Key.character) + [.down, .down, .up, .left, .right, .delete]
    for _ in 0..<300 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      state.press(keys[Int(random >> 33) % keys.count])
    }
    let demarche = try #require(state.document?.demarche)
    let fresh = TableauRows(
      Avancement(demarche.schema, le: exampleDay), plis: state.tableau.plis)
    #expect(state.tableau.rows.bilans == fresh.bilans)
    #expect(state.tableau.rows.tight == fresh.tight)
    #expect(state.tableau.rows.headed == fresh.headed)
    #expect(state.document?.demarche != (try example()))
  }
}
