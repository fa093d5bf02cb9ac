import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct DraftTests {
  private func typing(_ text: String) -> State {
    var state = emptyState(Size(80, 24))
    state.press(.character("n"))
    state.type(text)
    return state
  }

  private static func opened(_ demarche: Demarche) -> State { state(demarche, Size(80, 24)) }

  @Test func `what is typed, set aside and pasted is what the end of the program keeps`() throws {
    var state = emptyState(Size(80, 24))
    state.press(.character("n"))
    state.type("Mis de côté ")
    #expect(state.drafting == [Draft("Mis de côté", .observation(point: nil, axe: nil))])
    state.press(.escape)
    #expect(state.drafting.map(\.texte) == ["Mis de côté"])
    _ = state.press(.character("n"))
    _ = state.update(.event(.paste("\nUn\nDeux")))
    let drafts = state.drafting
    #expect(drafts.map(\.texte) == ["Mis de côté", "Un", "Deux"])
    _ = state.update(.event(.closed))
    #expect(state.observations.map(\.texte) == drafts.map(\.texte))
  }

  @Test func `brought back it is to be placed, said in one sentence, and taken back in one key`() {
    let drafts = typing("Le loyer a dou").drafting
    var state = emptyState(Size(80, 24))
    let effects = state.update(.drafts(drafts, since: 1))
    #expect(state.observations.map(\.texte) == ["Le loyer a dou"])
    #expect(state.observations.map(\.axe) == [nil])
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    let told = "Repris\u{A0}: 1 texte commencé quand Palier s’est arrêté, à placer."
    #expect(state.view.description.contains(told))
    #expect(state.view.description.contains("u annule"))
    // Never twice.
    #expect(state.update(.drafts(drafts, since: 1)).isEmpty)
    state.press(.character("u"))
    #expect(state.observations.isEmpty)
  }

  @Test func `what was entered since does not come back, an older text is no reason`() {
    var state = emptyState(Size(80, 24))
    state.press(.character("n"))
    state.type("Le loyer a doublé")
    state.press(.enter, .character("u"), .character("r"))
    let draft = Draft("Le loyer", .observation(point: nil, axe: nil))
    #expect(state.update(.drafts([draft], since: 1)).isEmpty)
    #expect(state.update(.drafts([draft], since: 2)).isEmpty == false)
    #expect(state.observations.map(\.texte) == ["Le loyer a doublé", "Le loyer"])
  }

  @Test func `joined to what was said before it is entered`() throws {
    var state = emptyState(Size(80, 24))
    state.press(.character("n"))
    state.type("Le loyer a doublé")
    state.press(.enter, .character("u"), .character("r"))
    state.type("Le loyer a doublé !")
    let drafts = state.drafting
    state.press(.enter, .character("g"))
    #expect(state.observations.count == 1)
    #expect(state.update(.drafts(drafts, since: 2)).isEmpty)
  }

  @Test func `an argument comes back where it was said`() throws {
    var state = Self.opened(try example())
    state.press(.character("a"), .character("p"))
    state.type("Parce que")
    let drafts = state.drafting
    guard case .argument(let id, .pour) = drafts.first?.purpose else {
      Issue.record("\(drafts)")
      return
    }
    var opened = Self.opened(try example())
    _ = opened.update(.drafts(drafts, since: 100))
    let observation = opened.observations.first { $0.id == id }
    #expect(observation?.arguments.last?.texte == "Parce que")
    #expect(opened.view.description.contains("1 texte commencé quand Palier s’est arrêté."))
    #expect(opened.update(.drafts(drafts, since: 100)).isEmpty)
  }

  @Test func `of the same text told twice, the longer comes back`() {
    var state = emptyState(Size(80, 24))
    let purpose = Draft.Purpose.observation(point: nil, axe: .democratie)
    _ = state.update(
      .drafts([Draft("Le loyer", purpose), Draft("Le loyer a", purpose)], since: 1))
    #expect(state.observations.map(\.texte) == ["Le loyer a"])
    #expect(state.observations.map(\.axe) == [.democratie])
  }
}
