import DPES
import TerminalUI

/// What becomes of the program when another one changed the file.
enum Arrival {
  /// Another program changed the file: both sides' changes are put together.
  ///
  /// The selections, the scrolling, what is being typed and asked stay.
  static func receive(_ state: inout State, _ elsewhere: Elsewhere) -> [Effect] {
    guard let before = state.document else { return [] }
    guard elsewhere.theirs.id == before.demarche.id else {
      return lose(&state, "Une autre démarche a pris la place du fichier ; rien n’y est écrasé.")
    }
    guard !elsewhere.theirs.isNewer else {
      return lose(&state, "Un Palier plus récent a écrit dans le fichier ; rien n’y est écrasé.")
    }
    let signature = state.signature
    let conflicts: [Conflict]
    do throws(FormatError) {
      conflicts = try state.document?.receive(elsewhere, signature) ?? []
    } catch {
      return lose(
        &state, "Un autre programme a changé le fichier d’une façon qui ne se réunit pas avec ceci."
      )
    }
    OpenConflicts.hold(
      &state, conflicts, of: state.document?.demarche, base: elsewhere.base, ours: before.demarche,
      theirs: elsewhere.theirs,
      source: "Autre poste")
    // Should it have been something else meanwhile.
    state.document?.lost = nil
    settleAfterArrival(&state)
    tell(&state, before.demarche, elsewhere, hasConflicts: !conflicts.isEmpty)
    if state.document?.demarche != elsewhere.theirs { return state.save }
    // Nothing is left to save: what was on its way came back in what they wrote.
    let time = localTime(state, state.environment.now)
    if before.saved != .untouched { state.document?.saved = .at(time) }
    return []
  }

  /// The file is something else now: it is left alone.
  private static func lose(_ state: inout State, _ sentence: String) -> [Effect] {
    state.document?.lost = sentence
    state.document?.saved = .failed(sentence)
    state.warn("Non enregistré", "\(sentence) F12 enregistre ailleurs.")
    return []
  }

  /// Brings selections and modes up to what came.
  static func settleAfterArrival(_ state: inout State) {
    let selected = state.cercle.selectedID
    state.settle()
    // A newer image than the last one shown: the same observation is selected in it.
    if let selected, state.cercle.selectedID != selected,
      let same = state.derived.image?.cercle.observations.first(where: {
        state.derived.links.areSame($0.id, selected)
      })
    {
      state.cercle.select(same.id, in: state.derived)
    }
    Capture.settleEntryAfterArrival(&state)
    Search.renew(&state)
  }

  /// Says in one line what came; what is being typed does not take it away.
  private static func tell(
    _ state: inout State, _ before: Demarche, _ elsewhere: Elsewhere, hasConflicts: Bool
  ) {
    guard let after = state.document?.demarche else { return }
    let columns = state.size.width - 2
    let received = Received(before, after)
    var text = received?.sentence(from: elsewhere, columns: columns)
    if hasConflicts, !state.modes.isEmpty {
      let count = state.conflicts.waiting.count
      let choices = "\(count.counting("valeur")) à choisir ensuite."
      let room = columns - TextWidth.columns(of: choices) - 1
      let whole = received.map { "\($0.sentence(from: elsewhere, columns: room)) \(choices)" }
        .flatMap { TextWidth.fits($0, columns) ? $0 : nil }
      text = whole ?? "Changé aussi ailleurs\u{A0}: \(choices)"
    }
    if let text { state.notice = State.Notice(kind: .received, text: text) }
  }

  /// Whether the notice outlives a key: one about somebody else's change does while typing.
  static func staysAbove(_ state: State, _ key: Key) -> Bool {
    guard state.notice?.kind == .received else { return false }
    guard case .character = key else { return false }
    return state.modes.last?.takesText == true
  }

  /// The time of a moment where the person is: `14:32`.
  static func localTime(_ state: State, _ instant: Instant) -> String {
    instant.time(utcOffset: state.environment.utcOffset)
  }

  /// The document is in another file from now on.
  static func moved(_ state: inout State, to path: String) {
    state.document?.path = path
    state.document?.basis = 0
    state.document?.lost = nil
    state.document?.triedPath = nil
    state.document?.copies = []
    state.document?.withoutVersions = nil
    state.document?.retiring = nil
    state.say("Enregistré désormais dans \(path).")
  }

  /// Makes an edit of the démarche as it was when the person began, together with what came from
  /// elsewhere since, as one step of undo; a field changed on both sides is asked about.
  ///
  /// - Complexity: That of the edit when nothing came; otherwise a merge of whole démarches.
  static func change(
    _ state: inout State, since base: Demarche, called name: String? = nil,
    _ edit: (inout Demarche, inout IDGenerator) -> Bool
  ) -> [Effect] {
    guard let now = state.document?.demarche else { return [] }
    if now == base { return state.change(called: name, edit) }
    var (ours, ids) = (base, state.environment.ids)
    guard edit(&ours, &ids) else { return [] }
    state.environment.ids = ids
    let signature = state.signature
    var found: [Conflict] = []
    let effects = state.change(called: name) { demarche, _ in
      (demarche, found) = try Demarche.merge(base: base, ours: ours, theirs: now)
      if !found.isEmpty { demarche.tracer(found, signature) }
      return true
    }
    OpenConflicts.hold(
      &state, found, of: state.document?.demarche, base: base, ours: ours, theirs: now,
      source: "Autre poste", here: Trace(signature))
    return effects
  }
}
