package import DPES
import TerminalUI

/// A text begun and not confirmed, as it is kept when the program ends, or is ended.
package struct Draft: Hashable, Sendable {
  /// What becomes of the text.
  package enum Purpose: Hashable, Sendable {
    /// A new observation, about a point of the grille or none, on its axis or « à placer ».
    case observation(point: String?, axe: Axe?)
    /// A form, a text, an answer or what was pasted, which stands open again.
    case begun(Begun)
  }

  /// Without the blanks around.
  package let texte: String
  /// What becomes of it.
  package let purpose: Purpose

  /// A text, trimmed here, and what becomes of it.
  package init(_ texte: String, _ purpose: Purpose) {
    self.texte = texte.trimmed
    self.purpose = purpose
  }

  /// What stands open, as a draft.
  package init(_ begun: Begun) { self.init("", .begun(begun)) }

  /// An argument begun about an observation, by its id, as the notes before the third hold it.
  package init(_ texte: String, _ sens: Argument.Sens, of id: String) {
    self.init(TextEdit.begun(texte, sens, of: id))
  }

  /// What stands open; nil for a text that is kept by itself.
  package var begun: Begun? { if case .begun(let begun) = purpose { begun } else { nil } }

  /// Whether another draft goes on with the same text.
  package func isContinued(by other: Draft) -> Bool {
    if let begun, let other = other.begun { return begun.isContinued(by: other) }
    return other.purpose == purpose && other.texte.hasPrefix(texte)
  }

  /// Whether another's text stands in it, perhaps as one of several lines.
  package func holds(_ other: Draft) -> Bool {
    texte.contains(other.texte) || begun?.fields.contains { $0.text.contains(other.texte) } == true
  }

  /// The same, confirmed: the file perhaps has it.
  package var entered: Draft {
    guard var begun else { return self }
    begun.isEntered = true
    return Draft(begun)
  }

  /// Whether it was entered, as it is or finished, since observations had numbers below `numero`.
  package func isEntered(in demarche: Demarche, since numero: Int) -> Bool {
    demarche.cercles.contains { image in
      image.observations.contains { observation in
        switch purpose {
        case .observation:
          observation.numero.map { $0 >= numero } != false && observation.texte.hasPrefix(texte)
            || observation.formulations.contains { $0.hasPrefix(texte) }
        case .begun: false
        }
      }
    }
  }
}

extension State {
  /// What is typed and not confirmed, or set aside: all that comes back should the process be killed.
  package var drafting: [Draft] {
    guard modes.last is WallPaste else { return spoken + begun.map { Draft($0) } }
    let state = WallPaste.delivered(self)
    return state.spoken + state.begun.map { Draft($0) }
  }

  /// What a window that was killed left and that could not be opened again yet.
  package var unopenedDrafts: [Draft] {
    (unopened.later + unopened.waiting.reversed()).map { Draft($0) }
  }

  /// What the end of the program can't keep in the démarche, and so is noted: what stands open, and
  /// what was said on a day whose image is frozen, for nobody was asked where it goes.
  package var draftsAtEnd: [Draft] {
    drafting.filter { $0.begun != nil || Capture.waits($0, in: self) }
  }

  /// All that ``keepAtEnd()`` keeps of the capture.
  var spoken: [Draft] { Capture.drafts(self) }

  /// Keeps drafts where they go, on their axis or « à placer ».
  mutating func keep(_ drafts: [Draft]) -> [Effect] {
    var effects: [Effect] = []
    var rest = drafts[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.purpose == first.purpose }
      rest = rest.dropFirst(alike.count)
      guard case .observation(let point, let axe) = first.purpose else { continue }
      effects += Capture.add(&self, alike.map(\.texte), about: point, axe: axe, statut: nil)
    }
    return effects
  }

  /// Brings back what a window that was killed left: what was said is kept, as if it had been told to
  /// end, unless it was entered; what stood open stands open again.
  mutating func bringBack(_ drafts: [Draft], since numero: Int) -> [Effect] {
    guard let demarche = document?.demarche else { return [] }
    let spoken = drafts.filter { $0.begun == nil }
    let lost = spoken.enumerated().filter { place, draft in
      !draft.isEntered(in: demarche, since: numero)
        && !spoken[(place + 1)...].contains { draft.isContinued(by: $0) }
    }.map(\.element)
    let waiting = lost.filter { Capture.waits($0, in: self) }
    let kept = lost.filter { !Capture.waits($0, in: self) }
    let effects = keep(kept)
    if !effects.isEmpty {
      let isToPlace = kept.contains { $0.purpose == .observation(point: nil, axe: nil) }
      let place = isToPlace ? ", à placer" : ""
      let told = kept.count.counting("texte commencé", "textes commencés")
      sayBack("\(told) quand Palier s’est arrêté\(place).")
    }
    Capture.takeUp(waiting, in: &self)
    let aside = Unopened.take(&self, drafts.compactMap(\.begun))
    if let title = aside.first {
      sayBack(
        aside.count == 1
          ? "«\u{A0}\(title)\u{A0}», mis de côté\u{A0}: la même touche le rouvre."
          : "\(aside.count) saisies mises de côté\u{A0}: les mêmes touches les rouvrent.")
    }
    return effects
  }
}

extension Capture {
  /// Whether a draft has no image to go to before somebody says so: today's is frozen, or the last one is,
  /// and it would begin another.
  static func waits(_ draft: Draft, in state: State) -> Bool {
    guard case .observation = draft.purpose else { return false }
    return isTodayFrozen(state) || beginsImage(state)
  }

  /// Puts drafts back where they were typed: one in the field, several as lines that were pasted.
  fileprivate static func takeUp(_ drafts: [Draft], in state: inout State) {
    guard !drafts.isEmpty else { return }
    let isAlone = drafts.count == 1 || !state.modes.isEmpty
    let text = drafts.map(\.texte).joined(separator: isAlone ? " " : "\n")
    if isAlone { state.drafts[nil] = Aside(text) }
    if state.modes.isEmpty {
      begin(&state, pasting: isAlone ? nil : text)
      waitForTaking(&state)
    }
    state.sayBack(
      "\(drafts.count.counting("texte commencé", "textes commencés"))\u{A0}; "
        + "l’image d’aujourd’hui est figée\u{A0}: Entrée demandera où cela va.")
  }

  fileprivate static func drafts(_ state: State) -> [Draft] {
    var fields = state.drafts.mapValues(\.field)
    for case let capture as Capture in state.modes { fields[capture.subject] = capture.field }
    // What was pasted stands open again instead.
    return fields.filter { !$0.value.text.isBlank && !$0.value.holdsPaste }
      .map { Draft($0.value.text, purpose(of: $0.key)) }.sorted { $0.texte < $1.texte }
  }

  private static func purpose(of subject: Subject?) -> Draft.Purpose {
    .observation(point: subject?.point, axe: subject?.axe)
  }
}
