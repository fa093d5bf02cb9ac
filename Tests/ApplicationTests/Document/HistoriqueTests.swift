import Application
import DPES
import TerminalUI
import Testing

@Suite struct HistoriqueTests {
  @Test(
    arguments: [
      (.cercle, [.character("r")], "statut"), (.cercle, [.delete], "suppression"),
      (.cercle, [.character("r"), .character("u")], "annulation"),
      (.cercle, [.character("r"), .character("u"), .control("r")], "retablissement"),
      (.cercle, [.character("g"), .enter], "regroupement"),
      (.schema, [.character(">")], "echeance"), (.tableau, [.character("p")], "realise"),
      (.tableau, [.character("p"), .delete], "realise"),
    ] as [(Screen, [Key], String)])
  func `each gesture leaves one line: who, when, what`(
    screen: Screen, keys: [Key], quoi: String
  ) throws {
    for (person, initiales) in [("sc", "SC"), (nil, nil), ("ZZ", nil)] as [(String?, String?)] {
      let base = try example()
      var state = state(base, Size(80, 24), screen: screen)
      state.environment.person = person
      for key in keys { state.press(key) }
      let lines = try #require(state.document?.demarche.historique.dropFirst(base.historique.count))
      #expect(lines.count == keys.filter { $0 != .enter }.count)
      let line = try #require(lines.last)
      #expect(line.quoi == quoi && line.objet != nil)
      #expect(line.quand == state.environment.now)
      #expect(line.qui == base.participants.first { $0.initiales == initiales }?.id)
    }
  }
}
