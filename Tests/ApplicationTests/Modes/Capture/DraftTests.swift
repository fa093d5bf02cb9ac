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
    // What was pasted and not accepted becomes nothing by itself.
    #expect(state.drafting.flatMap(\.texts) == ["Mis de côté", "Un", "Deux"])
    _ = state.update(.event(.closed))
    #expect(state.observations.map(\.texte) == ["Mis de côté"])
    #expect(state.draftsAtEnd.flatMap(\.texts) == ["Un", "Deux"])
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

  /// Nobody said that it was finished, nor of which collège it is.
  @Test(arguments: [false, true])
  func `an argument stands open again where it was said`(isClosed: Bool) throws {
    var state = Self.opened(try example())
    state.press(.character("a"), .character("c"))
    state.type("Parce que")
    let id = try #require(state.cercle.selectedID)
    let number = try #require(state.derived.observation(id)?.numero)
    var drafts = state.drafting
    if isClosed {
      let before = state.document?.demarche
      _ = state.update(.event(.closed))
      #expect(state.document?.demarche == before)
      drafts = state.draftsAtEnd
    }
    var opened = Self.opened(try example())
    #expect(opened.update(.drafts(drafts, since: 100)).isEmpty)
    #expect(opened.document?.demarche == (try example()))
    #expect(opened.words.contains("« Un argument contre du n° \(number) » est rouvert"))
    opened.play(" voilà[Entrée]")
    if opened.modes.last is CollegeQuestion { opened.play("s") }
    #expect(opened.derived.observation(id)?.arguments.last?.texte == "Parce que voilà")
    // Once it is there, an older note has nothing to add.
    opened.play("[Échap][Échap]")
    let old = Draft("Parce que voilà", .contre, of: id)
    #expect(opened.update(.drafts([old], since: 1)).isEmpty && opened.modes.isEmpty)
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
