import DPES
import TerminalUI

// The gestures of the notes and of the dossier Ressources.
extension State {
  private var capitalisationArea: Rect? { panes.first { $0.screen == .capitalisation }?.area }

  /// Ids of the rows of the list shown.
  var capitalisationIDs: [String] {
    let rows = derived.annexes.capitalisation
    switch annexes.pile {
    case .notes: return rows.notes.map(\.id)
    case .ressources: return rows.ressources.map(\.id)
    }
  }

  /// The selected note; nil on the other list, or without any.
  var noteDeCapitalisation: NoteDeCapitalisation? {
    guard annexes.pile == .notes else { return nil }
    let notes = derived.annexes.capitalisation.notes
    return annexes.notes.view.selectedRow(of: notes.count).map { notes[$0] }
  }

  /// The selected entry of the dossier; nil on the other list, or without any.
  var ressource: Ressource? {
    guard annexes.pile == .ressources else { return nil }
    let ressources = derived.annexes.capitalisation.ressources
    return annexes.ressources.view.selectedRow(of: ressources.count).map { ressources[$0] }
  }

  mutating func moveCapitalisation(_ key: Key) -> [Effect] {
    guard let area = capitalisationArea else { return [] }
    let height = CapitalisationView(self, in: area).layout.list.height
    annexes.list.move(key, of: capitalisationIDs, height: height)
    return []
  }

  mutating func stepPile() -> [Effect] {
    annexes.pile = annexes.pile == .notes ? .ressources : .notes
    return []
  }

  mutating func followCapitalisation(in area: Rect) {
    let height = CapitalisationView(self, in: area).layout.list.height
    annexes.list.follow(of: capitalisationIDs, height: height)
  }

  mutating func pointCapitalisation(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = moveCapitalisation(.up)
    case .wheelDown: _ = moveCapitalisation(.down)
    case .release: break
    case .press:
      let view = CapitalisationView(self, in: area)
      if let place = view.piles.first(where: { $0.area.contains(mouse.position) }) {
        annexes.pile = place.pile
        return
      }
      let ids = capitalisationIDs
      let list = view.layout.list
      guard let row = annexes.list.view.row(at: mouse.position, in: list, of: ids.count)
      else { return }
      annexes.list.select(row, of: ids, height: list.height)
    }
  }

  var whyNothingKept: String? {
    readOnlyReason
      ?? (capitalisationIDs.isEmpty ? "Il n’y a rien encore\u{A0}: n ajoute." : nil)
  }

  /// Goes to a note, or to an entry of the dossier; to where it was once it is gone.
  mutating func showKept(_ id: String) {
    if modes.isEmpty, !isInSalle { show(.capitalisation) }
    _ = selectAnnexe(id)
  }

  mutating func newKept() -> [Effect] {
    openForm(annexes.pile == .notes ? .note(nil) : .ressource(nil))
  }

  mutating func openKept() -> [Effect] {
    if let note = noteDeCapitalisation { return openForm(.note(note.id)) }
    return ressource.map { openForm(.ressource($0.id)) } ?? []
  }

  mutating func removeKept() -> [Effect] {
    if let note = noteDeCapitalisation {
      let effects = change { demarche, _ in demarche.notes.supprimer(note.id) }
      if !effects.isEmpty { say("Note supprimée. u la rétablit.") }
      return effects
    }
    guard let ressource else { return [] }
    let effects = change { demarche, _ in demarche.ressources.supprimer(ressource.id) }
    if !effects.isEmpty { say("Retiré du dossier Ressources. u l’y remet.") }
    return effects
  }
}

extension Action {
  /// What can be done with the notes and the dossier Ressources.
  static let capitalisation: [Action] =
    [
      Action(
        "capitalisation.nouvelle", .screen(.capitalisation), [.character("n")],
        "Nouvelle note, ou nouvelle ressource", short: "nouvelle", weight: 90,
        help: "Ajoute une note, ou un document au dossier Ressources, selon la liste montrée.",
        impossible: \.readOnlyReason, perform: { $0.newKept() }),
      Action(
        "capitalisation.modifier", .screen(.capitalisation), [.enter], "Ouvrir la fiche",
        short: "ouvrir", weight: 88, help: "Ouvre la fiche de ce qui est choisi.",
        impossible: \.whyNothingKept, perform: { $0.openKept() }),
      Action(
        "capitalisation.liste", .screen(.capitalisation), [.right], "Notes, ou Ressources",
        short: "autre liste", lineKeys: "← →", weight: 86,
        help: "Passe des notes de capitalisation au dossier Ressources, et retour.",
        perform: { $0.stepPile() }),
      Action(
        "capitalisation.liste-avant", .screen(.capitalisation), [.left], "L’autre liste",
        help: "Passe au dossier Ressources, ou aux notes.", perform: { $0.stepPile() }),
      Action(
        "capitalisation.supprimer", .screen(.capitalisation), [.delete, .control("d")],
        "Supprimer", short: "supprimer", weight: 20, help: "Supprime ce qui est choisi.",
        impossible: \.whyNothingKept, perform: { $0.removeKept() }),
    ] + annexe(.capitalisation) + moves(.capitalisation) { $0.moveCapitalisation($1) }
}
