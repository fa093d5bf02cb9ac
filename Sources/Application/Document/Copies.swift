import DPES
import TerminalUI

/// The copies that a synchronised folder puts beside a file that two machines changed.
enum Copies {
  /// Says, when a file is opened, that copies wait beside it.
  static func offer(_ state: inout State) {
    guard let count = state.document?.copies.count, count > 0 else { return }
    // Not their names: a synchronised folder puts people's in them.
    let text =
      count == 1
      ? "Une copie de ce fichier est à côté\u{A0}: F4 la réunit."
      : "\(count) copies de ce fichier sont à côté\u{A0}: F4 les réunit."
    state.notice = State.Notice(kind: .received, text: text)
  }

  /// Copies that are known by what they hold, looked for once the file was shown.
  static func find(_ state: inout State, copies names: [String], of path: String) {
    guard let document = state.document, document.path == path, names != document.copies,
      document.retiring == nil
    else { return }
    state.document?.copies = names
    // What is said already stays, and is no less true.
    let said = state.notice.map { " \($0.text)" } ?? ""
    let isOffered = !document.copies.isEmpty
    offer(&state)
    if !isOffered { state.notice?.text += said }
  }

  /// Merges the copies that could be read into the open démarche, as one change that can be undone.
  static func merge(_ state: inout State, _ copies: [Copy]) -> [Effect] {
    guard let document = state.document else { return [] }
    let before = document.demarche
    let signature = state.signature
    var merged = before
    var names: [String] = []
    var held: [(inout State) -> Void] = []
    for copy in copies where copy.demarche.id == before.id && !copy.demarche.isNewer {
      // Without a common state, all that the two hold stays, and asks where it differs.
      var empty = Demarche()
      empty.id = before.id
      let base = copy.base ?? empty
      let ours = merged
      do throws(FormatError) {
        let result = try Demarche.merge(base: base, ours: ours, theirs: copy.demarche)
        merged = result.merged
        if !result.conflicts.isEmpty { merged.tracer(result.conflicts, signature) }
        merged.tracer("fusion", merged.id, avant: nil, apres: .texte(copy.name), signature)
        let known = merged
        held.append {
          OpenConflicts.hold(
            &$0, result.conflicts, of: known, base: base, ours: ours, theirs: copy.demarche,
            source: "Copie")
        }
        names.append(copy.name)
      } catch {
        // It stays beside, and is named below.
        continue
      }
    }
    let effects =
      names.isEmpty
      ? []
      : state.change { demarche, _ in
        demarche = merged
        return true
      }
    if !effects.isEmpty, let revision = state.document?.revision {
      state.document?.retiring = Document.Retiring(names: names, revision: revision)
      for hold in held { hold(&state) }
      Arrival.settleAfterArrival(&state)
      state.conflicts.wantsAnswer = !state.conflicts.waiting.isEmpty
    }
    tell(&state, merged: names.count, of: max(document.copies.count, copies.count), before, merged)
    return effects
  }

  private static func tell(
    _ state: inout State, merged: Int, of count: Int, _ before: Demarche, _ after: Demarche
  ) {
    let left = count - merged
    guard merged > 0 else {
      return state.refuse(
        left == 1
          ? "Rien n’est réuni\u{A0}: la copie est abîmée, ou d’une autre démarche."
          : "Rien n’est réuni\u{A0}: les copies sont abîmées, ou d’une autre démarche.")
    }
    let done = merged == 1 ? "Copie réunie" : "\(merged) copies réunies"
    let what = Received(before, after)?.list ?? "rien de nouveau"
    let rest = left == 0 ? "" : " \(left.counting("laissée")) à côté."
    state.say("\(done)\u{A0}: \(what).\(rest)")
  }

  /// Those whose content has just become safe in the file.
  static func retire(_ state: inout State, savedAt revision: Int) -> [Effect] {
    guard let retiring = state.document?.retiring, revision >= retiring.revision else { return [] }
    state.document?.retiring = nil
    state.document?.copies.removeAll { retiring.names.contains($0) }
    return [.retireCopies(retiring.names)]
  }

  /// F4: goes to what waits, choices first.
  static func gather(_ state: inout State) -> [Effect] {
    guard let first = state.conflicts.waiting.first else { return [.readCopies] }
    return state.open(ConflictQuestion(choice: first.conflict.kept))
  }

  static func whyNothingToGather(_ state: State) -> String? {
    if let readOnlyReason = state.readOnlyReason { return readOnlyReason }
    return state.conflicts.waiting.isEmpty && state.document?.copies.isEmpty != false
      ? "Rien n’attend\u{A0}: ni copie à côté du fichier, ni valeur à choisir." : nil
  }

  fileprivate static func whyNotElsewhere(_ state: State) -> String? {
    guard state.document != nil else { return "Aucune démarche n’est ouverte." }
    if state.modes.contains(where: { ($0 as? Question)?.subject is AilleursQuestion }) {
      return "Le fichier est déjà demandé."
    }
    return state.readOnlyReason
  }

  /// Asks for another file, and proposes the one that was refused, or one in the person's own
  /// folder.
  fileprivate static func askElsewhere(_ state: inout State) -> [Effect] {
    guard let document = state.document else { return [] }
    return state.ask(
      "Enregistrer ailleurs\u{A0}: dans quel fichier\u{A0}?", for: AilleursQuestion(),
      document.triedPath ?? "~/\(document.path.lastPathPart.stem)-copie.dpes.json")
  }
}

extension Action {
  /// What concerns the file, beside saying where it is saved.
  static let files = [
    Action(
      "versions", [.character("h")], "Versions d’avant",
      help: "Montre les états gardés de ce fichier, pour en relire ou en restaurer un.",
      perform: { VersionList.open(&$0) }),
    Action(
      "reunir", [.function(4)], "Réunir ce qui attend",
      help: "Reprend les valeurs à choisir, ou réunit les copies trouvées à côté du fichier.",
      impossible: { $0.hidesNames ? Names.refusal : Copies.whyNothingToGather($0) },
      perform: { Copies.gather(&$0) }),
    Action(
      "ailleurs", [.function(12)], "Enregistrer ailleurs…",
      help: "Écrit la démarche dans un autre fichier, et y continue.",
      opensText: true, impossible: Copies.whyNotElsewhere, perform: { Copies.askElsewhere(&$0) }),
    .importer,
  ]
}

/// The file that the démarche is saved in from now on.
struct AilleursQuestion: QuestionSubject {
  var isPath: Bool { true }

  func take(_ text: String, in state: inout State) -> [Effect] {
    state.document?.triedPath = text
    guard let document = state.document else { return [] }
    return [.saveElsewhere(document.demarche, path: text, revision: document.revision)]
  }
}
