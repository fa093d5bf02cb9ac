import DPES
import TerminalUI
import Testing

@testable import Application

/// What is odd about a date is said where it is typed, and where a file is opened.
@Suite struct DateNoticeTests {
  @Test(arguments: [
    ("12/03/1926", "vient plus de cinq ans avant le début de la démarche"),
    ("12/03/2036", "Le 12 mars 2036 n’est pas encore venu"), ("12/11/2026", nil),
  ])
  func `a séance on an odd day is kept, and told`(typed: String, words: String?) throws {
    let demarche = try example()
    let seance = try #require(demarche.seances.last { !$0.presents.isEmpty })
    var state = state(demarche, Size(160, 45), screen: .etat)
    _ = state.open(EtatForm.seance(seance.id), on: "date")
    state.play("[Ctrl-U]\(typed)")
    #expect(!state.press(.enter).isEmpty)
    let kept = state.demarche?.seances.first { $0.id == seance.id }
    #expect(kept?.date == Day(ecrit: typed))
    if let words {
      #expect(state.words.contains(words), "\(state.words)")
    } else {
      #expect(!state.words.contains("Gardé tel quel"))
    }
  }

  @Test func `a clock that is behind the file is told once, unless the day was chosen`() throws {
    let demarche = try example()
    let early = try #require(Day(iso: "2026-02-01"))
    var late = state(demarche, Size(160, 45), screen: .cercle)
    #expect(!late.words.contains("vérifiez sa date"))
    late = state(demarche, Size(160, 45), screen: .cercle, today: early)
    #expect(late.words.contains("cet ordinateur se croit le 1er février 2026"), "\(late.words)")
    late.press(.escape, .down)
    #expect(!late.words.contains("vérifiez sa date"))
    let chosen = State(
      State.Environment(
        today: early, now: Instant(seconds: early.number * 86_400), ids: IDGenerator(seed: 7),
        hasChosenDay: true),
      size: Size(160, 45), screen: .cercle,
      document: Document(demarche, path: "/tmp/essai.dpes.json"))
    #expect(!chosen.words.contains("vérifiez sa date"))
  }
}
