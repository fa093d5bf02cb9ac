import DPES
import TerminalUI

extension State {
  /// Another program changed the file: both sides' changes are put together.
  ///
  /// The selections, the scrolling, what is being typed and asked stay.
  mutating func receive(_ elsewhere: Elsewhere) -> [Effect] {
    guard let before = document else { return [] }
    guard elsewhere.theirs.id == before.demarche.id else {
      lose("Une autre démarche a pris la place du fichier ; rien n’y est écrasé.")
      return []
    }
    guard !elsewhere.theirs.isNewer else {
      lose("Un Palier plus récent a écrit dans le fichier ; rien n’y est écrasé.")
      return []
    }
    let signature = signature
    let conflicts: [Conflict]
    do throws(FormatError) {
      conflicts = try document?.receive(elsewhere, signature) ?? []
    } catch {
      lose("Un autre programme a changé le fichier d’une façon qui ne se réunit pas avec ceci.")
      return []
    }
    hold(
      conflicts, of: document?.demarche, base: elsewhere.base, ours: before.demarche,
      theirs: elsewhere.theirs,
      source: "Autre poste")
    // Should it have been something else meanwhile.
    document?.lost = nil
    settleAfterArrival()
    tell(before.demarche, elsewhere, hasConflicts: !conflicts.isEmpty)
    if document?.demarche != elsewhere.theirs { return save }
    // Nothing is left to save: what was on its way came back in what they wrote.
    let time = localTime(environment.now)
    if before.saved != .untouched { document?.saved = .at(time) }
    return []
  }

  /// The file is something else now: it is left alone.
  private mutating func lose(_ sentence: String) {
    document?.lost = sentence
    document?.saved = .failed(sentence)
    warn("Non enregistré", "\(sentence) F12 enregistre ailleurs.")
  }

  /// Brings selections and modes up to what came.
  mutating func settleAfterArrival() {
    let selected = cercle.selectedID
    settle()
    // A newer image than the last one shown: the same observation is selected in it.
    if let selected, cercle.selectedID != selected,
      let same = derived.image?.cercle.observations.first(where: {
        derived.links.areSame($0.id, selected)
      })
    {
      cercle.select(same.id, in: derived)
    }
    settleEntryAfterArrival()
    renewSearch()
  }

  /// Says in one line what came; what is being typed does not take it away.
  private mutating func tell(_ before: Demarche, _ elsewhere: Elsewhere, hasConflicts: Bool) {
    guard let after = document?.demarche else { return }
    let columns = size.width - 2
    var text = Received(before, after)?.sentence(from: elsewhere, columns: columns)
    if hasConflicts, !modes.isEmpty {
      let count = conflicts.waiting.count
      let choices = "\(count.counting("valeur")) à choisir ensuite."
      let whole = text.map { "\($0) \(choices)" }.flatMap { TextWidth.fits($0, columns) ? $0 : nil }
      text = whole ?? "Changé aussi ailleurs\u{A0}: \(choices)"
    }
    if let text { notice = Notice(kind: .received, text: text) }
  }

  /// Whether the notice outlives a key: one about somebody else's change does while typing.
  func staysAbove(_ key: Key) -> Bool {
    guard notice?.kind == .received else { return false }
    switch (key, modes.last) {
    case (.character, .capture(let capture)): return capture.step == .texte
    case (.character, .edit), (.character, .question): return true
    default: return false
    }
  }

  /// The time of a moment where the person is: `14:32`.
  func localTime(_ instant: Instant) -> String {
    instant.time(utcOffset: environment.utcOffset)
  }

  /// The document is in another file from now on.
  mutating func moved(to path: String) {
    document?.path = path
    document?.basis = 0
    document?.lost = nil
    document?.triedPath = nil
    document?.copies = []
    document?.withoutVersions = nil
    document?.retiring = nil
    say("Enregistré désormais dans \(path).")
  }
}

extension State {
  /// Makes an edit of the démarche as it was when the person began, together with what came from
  /// elsewhere since, as one step of undo; a field changed on both sides is asked about.
  ///
  /// - Complexity: That of the edit when nothing came; otherwise a merge of whole démarches.
  mutating func change(
    since base: Demarche, _ edit: (inout Demarche, inout IDGenerator) -> Bool
  ) -> [Effect] {
    guard let now = document?.demarche else { return [] }
    if now == base { return change(edit) }
    var (ours, ids) = (base, environment.ids)
    guard edit(&ours, &ids) else { return [] }
    environment.ids = ids
    let signature = signature
    var found: [Conflict] = []
    let effects = change { demarche, _ in
      do throws(FormatError) {
        (demarche, found) = try Demarche.merge(base: base, ours: ours, theirs: now)
      } catch {
        return false
      }
      if !found.isEmpty { demarche.tracer(found, signature) }
      return true
    }
    hold(
      found, of: document?.demarche, base: base, ours: ours, theirs: now,
      source: "Autre poste", here: Trace(signature))
    return effects
  }
}
