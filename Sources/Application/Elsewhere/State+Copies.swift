import DPES
import TerminalUI

// The copies that a synchronised folder puts beside a file that two machines changed.
extension State {
  /// Says, when a file is opened, that copies wait beside it.
  mutating func offerCopies() {
    guard let copies = document?.copies, let first = copies.first else { return }
    let tellings =
      copies.count == 1
      ? ["Une copie de ce fichier est à côté («\u{A0}\(first)\u{A0}»)\u{A0}: F4 la réunit à lui."]
      : []
    let short =
      copies.count == 1
      ? "Une copie de ce fichier est à côté\u{A0}: F4 la réunit."
      : "\(copies.count) copies de ce fichier sont à côté\u{A0}: F4 les réunit."
    let text = tellings.first { TextWidth.fits($0, size.width - 2) } ?? short
    notice = Notice(kind: .received, text: text)
  }

  /// Merges copies into the open démarche, as one change that can be undone.
  mutating func merge(_ copies: [Copy]) -> [Effect] {
    guard let before = document?.demarche else { return [] }
    let signature = signature
    var merged = before
    var names: [String] = []
    var held: [Held] = []
    for copy in copies where copy.demarche.id == before.id && !copy.demarche.isNewer {
      // Without a common state, all that the two hold stays, and asks where it differs.
      var base = Demarche()
      base.id = before.id
      base = copy.base ?? base
      let ours = merged
      do throws(FormatError) {
        let result = try Demarche.merge(base: base, ours: ours, theirs: copy.demarche)
        merged = result.merged
        if !result.conflicts.isEmpty { merged.tracer(result.conflicts, signature) }
        merged.tracer("fusion", merged.id, avant: nil, apres: .texte(copy.name), signature)
        held.append(
          Held(conflicts: result.conflicts, base: base, ours: ours, copy: copy, merged: merged))
        names.append(copy.name)
      } catch {
        // It stays beside, and is named below.
        continue
      }
    }
    let effects =
      names.isEmpty
      ? []
      : change { demarche, _ in
        demarche = merged
        return true
      }
    if !effects.isEmpty, let revision = document?.revision {
      document?.retiring = Document.Retiring(names: names, revision: revision)
      for held in held { hold(held) }
      settleAfterArrival()
      conflicts.wantsAnswer = !conflicts.waiting.isEmpty
    }
    tell(copies.count - names.count, of: copies, before, merged)
    return effects
  }

  private struct Held {
    let conflicts: [Conflict]
    let base: Demarche
    let ours: Demarche
    let copy: Copy
    let merged: Demarche
  }

  private mutating func hold(_ held: Held) {
    hold(
      held.conflicts, of: held.merged, base: held.base, ours: held.ours,
      theirs: held.copy.demarche, source: "Copie")
  }

  private mutating func tell(
    _ left: Int, of copies: [Copy], _ before: Demarche, _ after: Demarche
  ) {
    guard left < copies.count else {
      return refuse("Aucune copie n’est de cette démarche : rien n’est réuni.")
    }
    let merged = copies.count - left
    let count = merged == 1 ? "Copie réunie" : "\(merged) copies réunies"
    let what = Received(before, after)?.list ?? "rien de nouveau"
    let rest = left == 0 ? "" : " \(left) d’une autre démarche, laissée."
    say("\(count)\u{A0}: \(what).\(rest)")
  }

  /// Those whose content has just become safe in the file.
  mutating func retireCopies(savedAt revision: Int) -> [Effect] {
    guard let retiring = document?.retiring, revision >= retiring.revision else { return [] }
    document?.retiring = nil
    document?.copies.removeAll { retiring.names.contains($0) }
    return [.retireCopies(retiring.names)]
  }

  /// F4: goes to what waits, choices first.
  mutating func gather() -> [Effect] {
    guard let first = conflicts.waiting.first else { return [.readCopies] }
    modes.append(.conflict(ConflictQuestion(choice: first.conflict.kept)))
    return []
  }

  var whyNothingToGather: String? {
    if let readOnlyReason { return readOnlyReason }
    return conflicts.waiting.isEmpty && document?.copies.isEmpty != false
      ? "Rien n’attend\u{A0}: ni copie à côté du fichier, ni valeur à choisir." : nil
  }
}

extension Action {
  /// What concerns the file, beside saying where it is saved.
  static let files = [
    Action(
      "versions", .everywhere, [.character("h")], "Versions d’avant",
      help: "Montre les états gardés de ce fichier, pour en relire ou en restaurer un.",
      perform: { $0.openVersionList() }),
    Action(
      "reunir", .everywhere, [.function(4)], "Réunir ce qui attend",
      help: "Reprend les valeurs à choisir, ou réunit les copies trouvées à côté du fichier.",
      impossible: \.whyNothingToGather, perform: { $0.gather() }),
    Action(
      "ailleurs", .everywhere, [.function(12)], "Enregistrer ailleurs…",
      help: "Écrit la démarche dans un autre fichier, et y continue.",
      impossible: \.readOnlyReason
    ) { state in
      state.askElsewhere()
      return []
    },
  ]
}

extension State {
  /// Asks for another file, and proposes one in the person's own folder.
  fileprivate mutating func askElsewhere() {
    guard let document else { return }
    let file = document.path.split(separator: "/").last.map(String.init) ?? document.path
    let ending = ".dpes.json"
    let name = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    ask(
      "Enregistrer ailleurs\u{A0}: dans quel fichier\u{A0}?", for: .ailleurs,
      "~/\(name)-copie\(ending)")
  }
}
