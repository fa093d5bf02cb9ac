import DPES
import TerminalUI

// A form field by field: a line fills the one that is asked, Entrée alone leaves it as it is.
extension FormCard {
  var takesLine: Bool { true }

  func lecture(_ state: State) -> Lecture? {
    let asked = form.fields.filter(\.isAsked)
    guard let field = form.fields.first(where: { $0.id == form.focusedID }) else { return nil }
    let place = (asked.firstIndex { $0.id == field.id } ?? 0) + 1
    let fault = field.fault.map { "Erreur\u{A0}: \($0.asSentence) " } ?? ""
    let last = place == asked.count ? " Entrée garde ensuite la fiche." : ""
    return Lecture(
      title: "Fiche\u{A0}: \(title). \(asked.count.counting("champ")). "
        + "garder la garde, vider vide le champ, - la met de côté.",
      id: field.id,
      details: asked.map { "\($0.label)\u{A0}: \(Self.value($0) ?? "vide")." },
      question: "\(fault)Champ \(place) sur \(asked.count), \(Self.asking(field))\(last)")
  }

  private static func asking(_ field: Form.Field) -> String {
    let kept =
      value(field).map { "Entrée seule laisse\u{A0}: \($0)." } ?? "Entrée seule\u{A0}: vide."
    switch field.content {
    case .text:
      return "\(field.label)\u{A0}? \(field.hint.isEmpty ? "" : field.hint.asSentence + " ")\(kept)"
    case .choice(let choice):
      let options = choice.options.map { "\($0.key) \($0.label)" }.joined(separator: ", ")
      return "\(field.label)\u{A0}? \(options). \(kept)"
    }
  }

  /// What a field holds, in words; nil for nothing.
  private static func value(_ field: Form.Field) -> String? {
    switch field.content {
    case .text(let text): text.isEmpty ? nil : text.text
    case .choice(let choice): choice.selection.map { choice.options[$0].label }
    }
  }

  func dictate(_ text: String?, in state: inout State) -> [Effect] {
    guard let field = form.fields.first(where: { $0.id == form.focusedID }) else { return [] }
    var card = self
    switch text?.folded {
    case "garder": return state.hear(.enter)
    case "vider": card.form.put("", in: field.id)
    case nil: break
    default:
      if let text, case .text(let old) = field.content, old.dictated(text) == nil {
        return Lineaire.refuse(&state, text, of: old)
      }
      guard let text, card.fill(field, text) else {
        return state.decline("«\u{A0}\(text ?? "")\u{A0}» n’est pas un choix de \(field.label).")
      }
    }
    return card.goOn(from: field.id, in: &state)
  }

  /// Puts a line in a field; false where it names no option.
  private mutating func fill(_ field: Form.Field, _ text: String) -> Bool {
    switch field.content {
    case .text(let old):
      form.put(old.dictated(text)?.text ?? text, in: field.id)
    case .choice(let choice):
      let wanted = text.folded
      guard
        let option = choice.options.first(where: {
          String($0.key).folded == wanted || $0.label.folded == wanted
            || $0.shortLabel.folded == wanted
        })
      else { return false }
      form.put(String(option.key), in: field.id)
    }
    form.tell(field.id, nil)
    return true
  }

  /// To the next field, unless what is wrong with this one has to be said; after the last one the form
  /// is kept.
  private func goOn(from id: String, in state: inout State) -> [Effect] {
    var card = self
    let asked = card.form.fields.filter(\.isAsked)
    let isLast = asked.last?.id == id
    // Looks at the field that is left, and at which are asked now.
    _ = card.hear(.tab, width: 80)
    let isFollowed = card.form.fields.filter(\.isAsked).last?.id != id
    if card.form.fields.first(where: { $0.id == id })?.fault != nil {
      card.form.focus(on: id)
      state.replaceMode(card)
      return []
    }
    if isLast, isFollowed, let next = card.form.fields.filter(\.isAsked).last {
      card.form.focus(on: next.id)
      state.replaceMode(card)
      return []
    }
    state.replaceMode(card)
    return isLast ? state.hear(.enter) : []
  }
}
