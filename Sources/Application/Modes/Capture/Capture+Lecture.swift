import DPES
import TerminalUI

// The capture in words: a line is the text, then a letter the axis, a letter the colour.
extension Capture {
  var takesLine: Bool { step == .texte }

  func lecture(_ state: State) -> Lecture? {
    let number = numero.map { " \($0)" } ?? ""
    switch step {
    case .texte:
      let begun = field.isEmpty ? "" : " Brouillon\u{A0}: \(field.text.asSentence) Entrée le garde."
      let asked = subject.map { " Sur la question\u{A0}: \($0.question)" } ?? ""
      return Lecture(
        title: "Nouvelle observation\(number).\(asked)\(begun)",
        question: "Le texte, ou - pour fermer."
      )
    case .axe:
      let axes = Axe.allCases.map { "\($0.key) \($0.nomCourt)" }.joined(separator: ", ")
      return Lecture(
        title: alike(state), question: "Quel axe\u{A0}? \(axes). Entrée seule\u{A0}: à placer.")
    case .statut(let axe):
      let colours = [Statut.rouge, .orange, .vert].map { "\($0.key) \($0.mot), \($0.glose)" }
      return Lecture(
        title: "\(axe.nomCourt).",
        question: "Quelle couleur\u{A0}? \(colours.joined(separator: "\u{A0}; ")). "
          + "Entrée seule\u{A0}: sans statut.")
    case .frozen:
      return Lecture(
        title: "L’image d’aujourd’hui est figée.",
        question: "f la rouvre, n en ouvre une autre, - garde le brouillon.")
    case .entries:
      guard let observation = state.cercle.selected(in: state.derived) else { return nil }
      return Lecture(
        title: "Entrée déjà dite, \(CercleEcran.words(observation, state))",
        question: "Entrée corrige, haut remonte, - revient au champ.")
    case .paste: return nil
    }
  }

  /// That something like it was said, which is no reason to refuse it.
  private func alike(_ state: State) -> String {
    guard let lookalike else { return "Texte noté." }
    let number = lookalike.numero.map { " \($0)" } ?? ""
    return "Texte noté. Il ressemble à l’observation\(number)\u{A0}: \(lookalike.texte.asSentence) "
      + "g les réunit."
  }

  func dictate(_ text: String?, in state: inout State) -> [Effect] {
    if let text {
      guard let typed = field.dictated(text) else {
        return Lineaire.refuse(&state, text, of: field)
      }
      var capture = self
      capture.field = typed
      state.replaceMode(capture)
    }
    return state.hear(.enter)
  }
}

extension TextEdit {
  var takesLine: Bool { place.target != .scission }

  func lecture(_ state: State) -> Lecture? {
    guard takesLine else {
      return Lecture(
        title:
          "Couper en deux demande de placer un curseur\u{A0}: à l’écran entier, sans --lineaire.",
        question: "- laisse tout comme avant.")
    }
    return Lecture(
      title: field.isEmpty ? "\(title)." : "\(title). Il dit\u{A0}: \(field.text.asSentence)",
      question: "Le nouveau texte\u{A0}; Entrée seule le laisse ainsi, - renonce.")
  }

  func dictate(_ text: String?, in state: inout State) -> [Effect] {
    if let text {
      guard let typed = field.dictated(text) else {
        return Lineaire.refuse(&state, text, of: field)
      }
      var edit = self
      edit.field = typed
      state.replaceMode(edit)
    }
    return state.hear(.enter)
  }
}
