package import DPES

/// An open démarche: its value, its file, and the way back.
package struct Document: Hashable, Sendable {
  /// Where the last change is.
  package enum Saved: Hashable, Sendable {
    /// Nothing has been changed since it was opened.
    case untouched
    /// Handed to the disk, not safe yet.
    case pending
    /// Safe on the disk since this time, `14:32`.
    case at(String)
    /// Not safe: the sentence says why and what to do.
    case failed(String)
  }

  package internal(set) var demarche: Demarche
  /// The file that it is saved in.
  package internal(set) var path: String
  /// Why nothing can be changed: a sentence; nil when it can.
  package let readOnlyReason: String?
  /// The file is on a network file system, where nothing tells of a change made elsewhere.
  package let isOnNetwork: Bool
  /// Names of the conflict copies beside the file, not merged yet.
  package internal(set) var copies: [String]
  package internal(set) var saved = Saved.untouched
  /// Why no earlier version is kept any more; nil when they are.
  var withoutVersions: String?
  /// Grows by one with each change; the newest one on disk is what « enregistré » means.
  package internal(set) var revision = 0
  /// How much of what others wrote the démarche holds: see ``Effect/save(_:path:revision:basis:)``.
  package internal(set) var basis = 0
  /// Why the file can't be written any more, until another one is: it has become something else.
  var lost: String?
  /// What was typed, the last time that another file was asked for.
  var triedPath: String?
  /// Copies whose content is in the démarche, and not in the file yet.
  var retiring: Retiring?
  var past: [Step] = []
  var future: [Step] = []
  /// Which state of the démarche this is, the historique apart: undo comes back to a number.
  private var stand = 0
  private var lastStand = 0

  /// A démarche as its file held it, nothing changed yet.
  package init(
    _ demarche: Demarche, path: String, readOnlyReason: String? = nil, isOnNetwork: Bool = false,
    copies: [String] = []
  ) {
    self.demarche = demarche
    self.path = path
    self.readOnlyReason = readOnlyReason
    self.isOnNetwork = isOnNetwork
    self.copies = copies
  }

  /// A change that can be undone, between two states.
  struct Step: Hashable, Sendable {
    let edit: Edit
    let before: Int
    let after: Int
    /// What people call it, where it is more than the things that it changes.
    var name: String?
  }

  struct Retiring: Hashable, Sendable {
    let names: [String]
    /// The first revision that holds their content.
    let revision: Int
  }

  /// What an undo or a redo did.
  struct Return: Hashable, Sendable {
    /// What it changed on a screen; nil when nothing.
    var changed: Edit.Change?
    /// What it was to change.
    let meant: Edit.Change?
    /// What people call the change, where it has a name of its own.
    var name: String?
    /// Another person changed the same since: that part is left as it is.
    var leavesTheirs = false
    /// Another person deleted what a link led to: it does not come back.
    var leavesLinks = false
  }

  /// Makes a change that can be undone; one that changes nothing, the historique apart, leaves no
  /// step.
  ///
  /// - Returns: Whether something changed.
  mutating func change(called name: String? = nil, _ edit: (inout Demarche) -> Bool) -> Bool {
    let before = demarche
    guard readOnlyReason == nil, edit(&demarche) else { return false }
    touched()
    let step = Edit(from: before, to: demarche)
    guard !step.isEmpty else { return true }
    let old = stand
    standApart()
    past.append(Step(edit: step, before: old, after: stand, name: name))
    future.removeAll()
    return true
  }

  /// Adds to the historique, which is no step of the way back.
  mutating func note(_ line: (inout Demarche) -> Void) {
    line(&demarche)
    touched()
  }

  /// Goes back by one change, whatever came from elsewhere since.
  mutating func undo(_ signature: Signature) -> Return? {
    guard let step = past.popLast() else { return nil }
    future.append(step)
    return go(step, isBack: true, signature)
  }

  mutating func redo(_ signature: Signature) -> Return? {
    guard let step = future.popLast() else { return nil }
    past.append(step)
    return go(step, isBack: false, signature)
  }

  /// Takes back or makes again one change, and nothing that another person did; the historique only
  /// grows.
  private mutating func go(_ step: Step, isBack: Bool, _ signature: Signature) -> Return {
    let before = demarche
    let edit = isBack ? step.edit.reversed : step.edit
    var result = Return(meant: step.edit.changes.first, name: step.name)
    if stand == (isBack ? step.after : step.before) {
      demarche = edit.applied(to: demarche)
      stand = isBack ? step.before : step.after
    } else {
      do throws(FormatError) {
        let merge = try edit.merged(into: demarche)
        result.leavesTheirs = !merge.conflicts.isEmpty
        result.leavesLinks = merge.leavesLinks
        demarche = try merge.merged.taking(merge.conflicts.filter { $0.kept == .ours })
      } catch {
        // Two démarches make one: nothing is taken back, should they not.
        result.leavesTheirs = true
      }
      standApart()
    }
    guard demarche != before else { return result }
    // The same both ways.
    result.changed =
      (isBack ? Edit(from: demarche, to: before) : Edit(from: before, to: demarche))
      .changes.first
    let objet = result.changed?.objet ?? demarche.id
    demarche.tracer(
      isBack ? "annulation" : "retablissement", objet, avant: nil, apres: nil, signature)
    touched()
    return result
  }

  /// Takes the démarche as somebody else saved it, where nothing is changed here.
  mutating func reread(_ demarche: Demarche) {
    self.demarche = demarche
    revision += 1
  }

  private mutating func standApart() {
    lastStand += 1
    stand = lastStand
  }

  private mutating func touched() {
    revision += 1
    saved = lost.map(Saved.failed) ?? .pending
  }

  /// Puts together what is here and what another program wrote.
  ///
  /// What is kept of a conflict is ours, or the frozen image; the other value goes to the
  /// historique.
  /// The way back stays: a step undone later takes back nothing of theirs.
  ///
  /// - Throws: ``FormatError`` when what they wrote can't be put together with this.
  mutating func receive(
    _ elsewhere: Elsewhere, _ signature: Signature
  ) throws(FormatError) -> [Conflict] {
    let (merged, conflicts) = try elsewhere.merged(with: demarche)
    demarche = merged
    standApart()
    if !conflicts.isEmpty { demarche.tracer(conflicts, signature) }
    basis = elsewhere.basis
    if demarche == elsewhere.theirs {
      // Everything is in the file already; the number tells the views that there is news.
      revision += 1
    } else {
      touched()
    }
    return conflicts
  }
}
