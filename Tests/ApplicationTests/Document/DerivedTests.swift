import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct DerivedTests {
  /// What keys make of the derived parts, and what they are when worked out from nothing.
  private func expectRenewed(_ changed: State, _ comment: Comment) throws {
    let demarche = try #require(changed.document?.demarche)
    let anew = state(demarche, changed.size)
    #expect(changed.derived.image?.cercle == anew.derived.image?.cercle, comment)
    #expect(changed.derived.image?.groups == anew.derived.image?.groups, comment)
    #expect(changed.cercle.placement == anew.cercle.placement, comment)
    #expect(changed.derived.answered == anew.derived.answered, comment)
  }

  @Test(arguments: [Size(80, 24), Size(120, 36), Size(240, 67)])
  func `what keys change is derived as if it had always been so`(size: Size) throws {
    var state = state(try example(), size)
    let keys: [Key] = [
      .character("r"), .down, .character("v"), .character("!"), .right, .character("o"),
      .character("u"), .delete, .character("v"), .character("u"), .character("u"), .control("r"),
      .left, .character("o"), .character("r"),
    ]
    for (number, key) in keys.enumerated() {
      state.press(key)
      try expectRenewed(state, "key \(number): \(key)")
    }
  }

  @Test func `a colour given to an answered observation shows with its palier`() throws {
    var state = state(try example(), Size(120, 36))
    let (palier, observations) = try #require(
      state.derived.answered.first { !$0.value.isEmpty })
    for statut in [Statut.rouge, .orange, .vert] {
      let isThere = state.select(observations[0].id)
      #expect(isThere)
      state.press(.character(Character(statut.rawValue.prefix(1).description)))
      #expect(state.derived.answered[palier]?.first?.statut == statut)
    }
  }
}
