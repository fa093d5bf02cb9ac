import DPES
import JSONTree

/// Three démarches, each some edits away from a sample.
enum Merging {
  static func look(at bytes: [UInt8]) -> Bool {
    var choices = Choices(bytes)
    let base = Sample.demarche.edited(Int(choices.byte() % 8), by: &choices)
    let ours = base.edited(Int(choices.byte() % 12), by: &choices, as: "o")
    let theirs = base.edited(Int(choices.byte() % 12), by: &choices, as: "t")
    let merge = merged(base, ours, theirs)
    merge.merged.isReadAgain()
    let reversed = merged(base, theirs, ours)
    // Of sides with broken links or two of one id, less can be asked.
    if [base, ours, theirs].allSatisfy({ $0.constats(Merging.faults).isEmpty }) {
      checkIdle(base, ours)
      checkIdle(base, theirs)
      let made = merge.merged.constats(Merging.faults)
      Violation.unless(made.isEmpty, "the merge makes a fault of its own: \(made)")
      if merge.conflicts.isEmpty, reversed.conflicts.isEmpty {
        Violation.unless(merge.merged == reversed.merged, "the sides exchanged make another file")
      }
    }
    return !choices.isEmpty
  }

  /// What no merge may make of sides that are without.
  private static let faults: Set<Constat.Regle> = [
    .idEnDouble, .idVide, .lienRompu, .origineEnBoucle, .rang, .valeurVide, .boite,
  ]

  private static func checkIdle(_ base: Demarche, _ side: Demarche) {
    let one = Merge(base: base.json, ours: side.json, theirs: base.json)
    let other = Merge(base: base.json, ours: base.json, theirs: side.json)
    let parting = one.merged.parting(from: side.json) ?? other.merged.parting(from: side.json)
    Violation.unless(
      parting == nil, "a side that changed nothing changes the other at \(parting ?? "")")
  }

  private static func merged(
    _ base: Demarche, _ ours: Demarche, _ theirs: Demarche
  ) -> (merged: Demarche, conflicts: [Conflict]) {
    do throws(FormatError) {
      return try Demarche.merge(base: base, ours: ours, theirs: theirs)
    } catch {
      Violation.report("two démarches make none: \(error)")
    }
  }
}
