import DPES
import TerminalUI

extension CapitalisationEcran {
  /// The selected note; nil on the other list, or without any.
  static func noteDeCapitalisation(_ state: State) -> NoteDeCapitalisation? {
    let shown = state.capitalisation
    guard shown.pile == .notes else { return nil }
    return shown.list.index(of: shown.ids).map { shown.rows.notes[$0] }
  }

  /// The selected entry of the dossier; nil on the other list, or without any.
  static func ressource(_ state: State) -> Ressource? {
    let shown = state.capitalisation
    guard shown.pile == .ressources else { return nil }
    return shown.list.index(of: shown.ids).map { shown.rows.ressources[$0] }
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    guard let area = area(state) else { return [] }
    let height = CapitalisationView(state, in: area).layout.list.height
    state.capitalisation.list.move(key, of: state.capitalisation.ids, height: height)
    return []
  }

  static func follow(_ state: inout State, in area: Rect) {
    let height = CapitalisationView(state, in: area).layout.list.height
    state.capitalisation.list.follow(of: state.capitalisation.ids, height: height)
  }

  static func scroll(_ state: inout State, by rows: Int) {
    _ = move(&state, rows < 0 ? .up : .down)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let view = CapitalisationView(state, in: area)
    if let place = view.piles.first(where: { $0.area.contains(position) }) {
      state.capitalisation.pile = place.pile
      return
    }
    let ids = state.capitalisation.ids
    let list = view.layout.list
    let rows = state.capitalisation.list.view.rows(of: ids.count, in: list, line: view.line)
    guard let row = rows.item(at: position) else { return }
    state.capitalisation.list.select(row, of: ids, height: list.height)
  }

  static func whyNothingKept(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.capitalisation.ids.isEmpty ? "Il n’y a rien encore\u{A0}: n ajoute." : nil)
  }

  static func newKept(_ state: inout State) -> [Effect] {
    let isNote = state.capitalisation.pile == .notes
    return state.open(isNote ? CapitalisationForm.note(nil) : CapitalisationForm.ressource(nil))
  }

  static func openKept(_ state: inout State) -> [Effect] {
    let form =
      noteDeCapitalisation(state).map { CapitalisationForm.note($0.id) }
      ?? ressource(state).map { CapitalisationForm.ressource($0.id) }
    return form.map { state.open($0) } ?? []
  }

  static func whyNoExperience(_ state: State) -> String? {
    state.readOnlyReason
      ?? (noteDeCapitalisation(state) == nil
        ? "Une fiche d’expérience part d’une note\u{A0}: choisissez-en une." : nil)
  }

  static func tellExperience(_ state: inout State) -> [Effect] {
    noteDeCapitalisation(state).map { Experience.tell(&state, note: $0.id) } ?? []
  }

  static func removeKept(_ state: inout State) -> [Effect] {
    if let note = noteDeCapitalisation(state) {
      return change(&state, saying: "Note supprimée.") { demarche, _ in
        demarche.notes.supprimer(note.id)
      }
    }
    guard let ressource = ressource(state) else { return [] }
    return change(&state, saying: "Retiré du dossier Ressources.") { demarche, _ in
      demarche.ressources.supprimer(ressource.id)
    }
  }
}

extension Action {
  /// What can be done with the notes and the dossier Ressources.
  static let capitalisation: [Action] =
    [
      Action(
        "capitalisation.nouvelle", [.character("n")],
        "Nouvelle note, ou nouvelle ressource", short: "nouvelle", weight: 90,
        help: "Ajoute une note, ou un document au dossier Ressources, selon la liste montrée.",
        opensText: true, impossible: \.readOnlyReason, perform: { CapitalisationEcran.newKept(&$0) }
      ),
      Action(
        "capitalisation.modifier", [.enter], "Ouvrir la fiche",
        short: "ouvrir", weight: 88, help: "Ouvre la fiche de ce qui est choisi.",
        opensText: true, impossible: CapitalisationEcran.whyNothingKept,
        perform: { CapitalisationEcran.openKept(&$0) }),
      Action(
        "capitalisation.proposees", [.character("b")], "Ressources proposées", short: "proposées",
        weight: 60,
        help:
          "Des documents, des fiches et des adresses à mettre au dossier, à chercher en tapant.",
        impossible: \.readOnlyReason
      ) { state in
        state.capitalisation.pile = .ressources
        return RessourceList.open(&state)
      },
      Action(
        "capitalisation.experience", [.character("g"), .character("f")], "Fiche d’expérience",
        short: "expérience", weight: 50,
        help: "Raconte cette note à d’autres\u{A0}: une fiche, avec la chaîne de son palier.",
        impossible: CapitalisationEcran.whyNoExperience,
        perform: { CapitalisationEcran.tellExperience(&$0) }),
      move(
        .capitalisation, "liste", [.right], "Notes, ou Ressources",
        help: "Passe des notes de capitalisation au dossier Ressources, et retour.",
        short: "autre liste", lineKeys: "← →", weight: 86
      ) { $0.capitalisation.pile = $0.capitalisation.pile.other },
      move(
        .capitalisation, "liste-avant", [.left], "L’autre liste",
        help: "Passe au dossier Ressources, ou aux notes."
      ) { $0.capitalisation.pile = $0.capitalisation.pile.other },
      Action(
        "capitalisation.supprimer", [.delete, .control("d")],
        "Supprimer", short: "supprimer", weight: 20, help: "Supprime ce qui est choisi.",
        impossible: CapitalisationEcran.whyNothingKept,
        perform: { CapitalisationEcran.removeKept(&$0) }),
    ] + moves(.capitalisation) { CapitalisationEcran.move(&$0, $1) }
}

extension ActionTable {
  static let capitalisation = ActionTable("capitalisation", Action.capitalisation)
}
