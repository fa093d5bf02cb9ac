import DPES
import TerminalUI

// The copies that a synchronised folder puts beside a file that two machines changed.
extension State {
  /// Says, when a file is opened, that copies wait beside it.
  mutating func offerCopies() {
    guard let count = document?.copies.count, count > 0 else { return }
    // Not their names: a synchronised folder puts people's in them.
    let text =
      count == 1
      ? "Une copie de ce fichier est à côté\u{A0}: F4 la réunit."
      : "\(count) copies de ce fichier sont à côté\u{A0}: F4 les réunit."
    notice = Notice(kind: .received, text: text)
  }

  /// Copies that are known by what they hold, looked for once the file was shown.
  mutating func find(copies names: [String], of path: String) {
    guard let document, document.path == path, names != document.copies,
      document.retiring == nil
    else { return }
    self.document?.copies = names
    // What is said already stays, and is no less true.
    let said = notice.map { " \($0.text)" } ?? ""
    let isOffered = !document.copies.isEmpty
    offerCopies()
    if !isOffered { notice?.text += said }
  }

  /// Merges the copies that could be read into the open démarche, as one change that can be undone.
  mutating func merge(_ copies: [Copy]) -> [Effect] {
    guard let document else { return [] }
    let before = document.demarche
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
    if !effects.isEmpty, let revision = self.document?.revision {
      self.document?.retiring = Document.Retiring(names: names, revision: revision)
      for held in held { hold(held) }
      settleAfterArrival()
      conflicts.wantsAnswer = !conflicts.waiting.isEmpty
    }
    tell(merged: names.count, of: max(document.copies.count, copies.count), before, merged)
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

  private mutating func tell(merged: Int, of count: Int, _ before: Demarche, _ after: Demarche) {
    let left = count - merged
    guard merged > 0 else {
      return refuse(
        left == 1
          ? "Rien n’est réuni\u{A0}: la copie est abîmée, ou d’une autre démarche."
          : "Rien n’est réuni\u{A0}: les copies sont abîmées, ou d’une autre démarche.")
    }
    let done = merged == 1 ? "Copie réunie" : "\(merged) copies réunies"
    let what = Received(before, after)?.list ?? "rien de nouveau"
    let rest = left == 0 ? "" : " \(left.counting("laissée")) à côté."
    say("\(done)\u{A0}: \(what).\(rest)")
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
      impossible: \.whyNotElsewhere
    ) { state in
      state.askElsewhere()
      return []
    },
  ]
}

extension State {
  fileprivate var whyNotElsewhere: String? {
    guard document != nil else { return "Aucune démarche n’est ouverte." }
    if modes.contains(where: \.asksElsewhere) { return "Le fichier est déjà demandé." }
    return readOnlyReason
  }

  /// Asks for another file, and proposes the one that was refused, or one in the person's own
  /// folder.
  fileprivate mutating func askElsewhere() {
    guard let document else { return }
    let file = document.path.split(separator: "/").last.map(String.init) ?? document.path
    let ending = ".dpes.json"
    let name = file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
    ask(
      "Enregistrer ailleurs\u{A0}: dans quel fichier\u{A0}?", for: .ailleurs,
      document.triedPath ?? "~/\(name)-copie\(ending)")
  }
}

extension Mode {
  fileprivate var asksElsewhere: Bool {
    if case .question(let question) = self { question.purpose == .ailleurs } else { false }
  }
}
