import DPES
import TerminalUI

/// What is written about a pair: what its relation is about, or an observation that comes of it.
struct RelationQuestion: KeptQuestion {
  enum Kind: String, Sendable { case objet, observation }

  let kind: Kind
  let paire: Paire

  var words: [String] { ["relation", kind.rawValue, paire.vers] + [paire.de].compactMap(\.self) }

  init(kind: Kind, paire: Paire) {
    self.kind = kind
    self.paire = paire
  }

  init?(words: [String]) {
    guard (3...4).contains(words.count), words[0] == "relation", let kind = Kind(rawValue: words[1])
    else { return nil }
    self.init(kind: kind, paire: Paire(words.dropFirst(3).first, words[2]))
  }

  func isThere(_ state: State) -> Bool {
    let ids = Set((state.demarche?.acteurs ?? []).map(\.id))
    return ids.contains(paire.vers) && paire.de.map(ids.contains) ?? true
  }

  var isTakenAtEnd: Bool { kind == .objet }
  /// An empty one takes what was written away.
  var takesNothing: Bool { kind == .objet }

  func below(_ state: State) -> String? {
    let noms = state.demarche?.noms(de: paire) ?? ""
    return kind == .objet ? noms : "\(noms)\u{A0}: toute la salle lira cette observation."
  }

  func refusal(of text: String, _ state: State) -> String? {
    kind == .observation && text.isBlank ? "Il faut un texte." : nil
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    switch kind {
    case .objet:
      let effects = state.change { demarche, ids in
        demarche.dire(paire, ids: &ids) { $0.objet = text.isBlank ? nil : text }
      }
      if !effects.isEmpty, let demarche = state.demarche {
        state.say("\(demarche.noms(de: paire))\u{A0}: objet écrit.")
      }
      return effects
    case .observation:
      guard let point = state.demarche?.point(de: paire) else {
        return state.decline("Cette relation n’est plus dite\u{A0}: une lettre dit sa nature.")
      }
      let signature = state.signature
      let effects = state.change { demarche, ids in
        _ = demarche.observer(text, point: point, sur: nil, signature, ids: &ids)
        return true
      }
      if !effects.isEmpty { state.say("Observation à placer sur le cercle (3, puis m).") }
      return effects
    }
  }
}
