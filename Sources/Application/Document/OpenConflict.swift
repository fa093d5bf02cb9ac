import DPES

/// A field that was changed here and elsewhere, until somebody says which value stands.
struct OpenConflict: Hashable, Sendable {
  let conflict: Conflict
  /// Others that go the same way, and are not asked about.
  let followers: [Conflict]
  let reading: Conflict.Reading
  /// What the merge made: the conflict's place is in it.
  let merged: Demarche
  /// Who changed it last on each side, and when; nil when the historique does not say.
  let here: Trace?
  let there: Trace?
  /// Where theirs comes from: `Autre poste`.
  let source: String
}

/// The conflicts that wait, the oldest first.
struct OpenConflicts: Hashable, Sendable {
  private(set) var waiting: [OpenConflict] = []
  /// How many were settled since the first of those that wait came.
  private(set) var settled = 0
  /// The person is to be asked as soon as nothing else goes on.
  var wantsAnswer = false

  mutating func add(_ conflicts: [OpenConflict]) {
    guard !conflicts.isEmpty else { return }
    waiting += conflicts
    wantsAnswer = true
  }

  /// Takes out the first, which is settled.
  mutating func removeFirst() {
    guard !waiting.isEmpty else { return }
    waiting.removeFirst()
    settled = waiting.isEmpty ? 0 : settled + 1
  }

  /// Keeps the conflicts of a merge until somebody chooses; `here` is who changed it here, and when,
  /// where the historique does not say.
  static func hold(
    _ state: inout State, _ conflicts: [Conflict], of merged: Demarche?, base: Demarche,
    ours: Demarche,
    theirs: Demarche, source: String, here: Trace? = nil
  ) {
    guard let merged else { return }
    // By the conflict that each of the others goes with, the first of several.
    let leaders = conflicts.map { conflict in conflicts.first(where: conflict.follows) }
    let asked = zip(conflicts, leaders).filter { $0.1 == nil }.map(\.0)
    state.conflicts.add(
      zip(asked, merged.readings(of: asked)).map { conflict, reading in
        OpenConflict(
          conflict: conflict,
          followers: zip(conflicts, leaders).filter { $0.1 == conflict }.map(\.0),
          reading: reading, merged: merged,
          here: here ?? ours.derniereTrace(de: reading.objet, depuis: base),
          there: theirs.derniereTrace(de: reading.objet, depuis: base), source: source)
      })
  }

  /// Asks about the first conflict that waits, unless something else goes on.
  static func ask(_ state: inout State) {
    guard state.conflicts.wantsAnswer, state.modes.isEmpty, !state.isViewing, !state.isOnWall,
      !state.hidesNames,
      let first = state.conflicts.waiting.first
    else { return }
    state.conflicts.wantsAnswer = false
    // The keys that choose stand where it is.
    state.notice = nil
    state.modes.append(ConflictQuestion(choice: first.conflict.kept))
  }
}
