import DPES
import TerminalUI

/// Typing over the text of an observation.
struct TextEdit: Hashable, Sendable {
  let id: String
  let original: String
  /// The démarche when the correction began: what another person did since is not written over.
  let base: Demarche
  var field: TextField

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    FieldPanel.draw("Corriger le texte", field, in: area, on: &canvas)
  }
}

/// A field at the foot of the screen, under a title.
enum FieldPanel {
  static func draw(_ title: String, _ field: TextField, in area: Rect, on canvas: inout Canvas) {
    let width = max(1, area.width - 4)
    let rows = min(field.rows(width: width), max(1, area.height / 2))
    var rest = area
    rest = rest.takeBottom(rows + 2)
    canvas.fill(rest, .space, Style(.text, on: .card))
    let top = rest.takeTop(1)
    canvas.drawHorizontal(at: top.column, top.row, length: top.width, Style(.line, on: .card))
    canvas.draw(
      " \(title) ", at: top.column + 1, top.row, Style(.accent, on: .card, .bold),
      upTo: top.endColumn)
    canvas.put(.prompt, at: rest.column + 1, rest.row, Style(.accent, on: .card, .bold))
    field.draw(
      on: &canvas, in: Rect(column: rest.column + 3, row: rest.row, width: width, height: rows))
  }
}

extension State {
  /// Opens the selected observation's text, with the correction set aside last time if any.
  mutating func beginEdit() {
    guard let observation = cercle.selected(in: derived), let demarche else { return }
    let edit =
      corrections[observation.id]
      ?? TextEdit(
        id: observation.id, original: observation.texte, base: demarche,
        field: TextField(observation.texte))
    modes.append(.edit(edit))
  }

  mutating func press(_ key: Key, in edit: TextEdit) -> [Effect] {
    if let action = Action.action(for: key, in: [.edit, .field]) {
      return action.performed(in: &self)
    }
    var edit = edit
    if edit.field.handle(key) { replaceMode(.edit(edit)) }
    return []
  }

  mutating func paste(_ text: String, in edit: TextEdit) {
    var edit = edit
    if !edit.field.insert(text) {
      refuse("Le texte collé est trop long : il est coupé à 5 000 caractères.")
    }
    replaceMode(.edit(edit))
  }

  mutating func confirmEdit() -> [Effect] {
    guard case .edit(let edit) = modes.last else { return [] }
    let texte = edit.field.text.trimmed
    guard !texte.isEmpty else {
      refuse("Le texte ne peut pas rester vide ; Échap le laisse comme il était.")
      return []
    }
    modes.removeLast()
    corrections[edit.id] = nil
    return correct(edit, texte)
  }

  /// Puts the corrected text in, together with what came from elsewhere while it was typed.
  private mutating func correct(_ edit: TextEdit, _ texte: String) -> [Effect] {
    guard let now = demarche else { return [] }
    let signature = signature
    var ours = edit.base
    guard ours.modifierObservation(edit.id, signature, { $0.texte = texte }) else { return [] }
    var found: [Conflict] = []
    let effects = change { demarche, _ in
      do throws(FormatError) {
        (demarche, found) = try Demarche.merge(base: edit.base, ours: ours, theirs: now)
      } catch {
        return false
      }
      if !found.isEmpty { demarche.tracer(found, signature) }
      return true
    }
    hold(
      found, of: document?.demarche, base: edit.base, ours: ours, theirs: now,
      source: "Autre poste", here: Trace(signature))
    return effects
  }

  mutating func leaveEdit() -> [Effect] {
    guard case .edit(let edit) = modes.last else { return [] }
    modes.removeLast()
    let isChanged = edit.field.text != edit.original
    corrections[edit.id] = isChanged ? edit : nil
    if isChanged { say("Correction mise de côté : Entrée la reprend.") }
    return []
  }
}

extension Action {
  /// What is heard while typing over a text.
  static let edit = [
    Action(
      "texte.confirmer", .edit, [.enter], "Garder le texte", short: "garder", weight: 100,
      help: "Garde le texte corrigé.", perform: { $0.confirmEdit() }),
    Action(
      "texte.laisser", .edit, [.escape, .control("c")], "Laisser comme avant",
      short: "laisser comme avant", weight: 90,
      help: "Rien ne change ; la correction commencée est mise de côté.",
      perform: { $0.leaveEdit() }),
  ]
}
