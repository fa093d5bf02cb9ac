import DPES
import TerminalUI

// What is done on the way of a cycle.
extension EtatEcran {
  /// Takes the cycles that were read; names the files that are left out.
  static func receive(_ state: inout State, _ cycles: [Cycle], _ refusals: [String]) {
    state.cycles = cycles
    state.renewDerived()
    settle(&state)
    guard let first = refusals.first else { return }
    state.refuse(
      refusals.count == 1
        ? first
        : "\(refusals.count) fichiers de cycle sont laissés de côté\u{A0}; «\u{A0}palier cycles\u{A0}» "
          + "dit lesquels, et pourquoi. \(first)")
  }

  /// Shows the section of the cycle on a cycle's first row, with as many of its own as there is room
  /// for.
  static func show(_ state: inout State, cycle id: String) {
    state.etat.show(cycle: id)
    let rows = state.etat.cycle.rows
    guard let area = area(state), let row = state.etat.cycleRow,
      let first = rows.firstIndex(of: row),
      let last = rows.lastIndex(where: { $0.suivi == row.suivi })
    else { return }
    let height = view(state, in: area).layout.list.height
    for one in [last, first] { state.etat.list.select(one, of: state.etat.ids, height: height) }
  }

  static func whyNoCycleRow(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard state.etat.cycleRow == nil else { return nil }
    return state.etat.cycle.suivis.isEmpty
      ? "Choisissez d’abord un cycle\u{A0}: \(nom(.structure, state)), ligne Cycle, Entrée."
      : "Aucune étape n’est choisie\u{A0}: ↑ ↓."
  }

  /// Opens the card of what is selected, or unfolds it.
  static func openCycleRow(_ state: inout State) -> [Effect] {
    guard let row = state.etat.cycleRow else { return [] }
    switch row.content {
    case .titre: return CycleList.open(&state)
    case .groupe:
      unfold(&state, row)
      return []
    case .charte: return state.open(EtatForm.fiche(.charte))
    case .ligne, .inconnu:
      let repere = state.etat.cycle.stable(row.id)
      return state.open(PassageForm.etape(repere, aujourdhui: false))
    }
  }

  private static func unfold(_ state: inout State, _ row: CycleRows.Row) {
    guard case .groupe(let lines, _, _) = row.content, let pli = row.pli else { return }
    state.etat.plier(pli)
    if let cycle = state.etat.cycle.suivis[row.suivi].cycle {
      _ = state.etat.select(lines[0].repere(dans: cycle.id))
    }
  }

  /// → unfolds the journées, ← folds them; false where nothing is to be folded that way.
  static func foldCycle(_ state: inout State, isOpening: Bool) -> Bool {
    guard state.etat.section == .cycle, let row = state.etat.cycleRow, let pli = row.pli else {
      return false
    }
    if case .groupe = row.content {
      if isOpening { unfold(&state, row) }
      return isOpening
    }
    guard !isOpening else { return false }
    state.etat.plier(pli)
    _ = state.etat.select(pli)
    return true
  }

  /// Says that the selected étape is done today: a journée asks who was there and a decision what it
  /// says, in a card that holds today; what was sent and is answered says that next.
  static func doToday(_ state: inout State) -> [Effect] {
    guard let row = state.etat.cycleRow else { return [] }
    guard let ligne = row.ligne, let cycle = state.etat.cycle.suivis[row.suivi].cycle else {
      if case .groupe = row.content {
        return state.decline("→ montre les journées une à une, puis Espace.")
      }
      return openCycleRow(&state)
    }
    let today = state.environment.today
    if ligne.etat.estFini {
      guard ligne.etat == .fait, ligne.etape.repond else {
        return state.decline("C’est \(ligne.etat.mot) déjà\u{A0}: Entrée ouvre sa fiche.")
      }
      return note(&state, ligne, cycle, "\(ligne.intitule)\u{A0}: répondu aujourd’hui.") {
        $0.reponduLe = today
      }
    }
    switch ligne.etape.genre {
    case .decision, .journee:
      let repere = state.etat.cycle.stable(row.id)
      let asked = ligne.etape.genre == .journee ? "presents" : "issue"
      return state.open(PassageForm.etape(repere, aujourdhui: true), on: asked)
    default:
      return note(&state, ligne, cycle, "\(ligne.intitule)\u{A0}: fait aujourd’hui.") {
        $0.faitLe = today
      }
    }
  }

  private static func note(
    _ state: inout State, _ ligne: Cheminement.Ligne, _ cycle: Cycle, _ sentence: String,
    _ fill: (inout Passage) -> Void
  ) -> [Effect] {
    let signature = state.signature
    var id: String?
    let effects = change(&state, saying: sentence) { demarche, ids in
      id = demarche.noterPassage(
        ligne.passage?.id, etape: ligne.etape.code, rang: ligne.rang, de: cycle, signature,
        ids: &ids, fill)
      return id != nil
    }
    if let id { state.etat.show(passage: id) }
    return effects
  }

  /// A new time of an étape that comes as often as it comes.
  static func addPassage(_ state: inout State) -> [Effect] {
    guard let row = state.etat.cycleRow, let cycle = state.etat.cycle.suivis[row.suivi].cycle else {
      return []
    }
    let all = cycle.etapes.filter(\.repetable)
    if all.count == 1 {
      return state.open(PassageForm.nouveau(cycle: cycle.id, etape: all[0].code))
    }
    let rows = all.map {
      CycleList.Row(id: $0.code, nom: $0.titre, mot: $0.repere ?? "", phrases: [])
    }
    let here = all.firstIndex { $0.code == row.ligne?.etape.code } ?? 0
    state.modes.append(CycleList(.etapes(cycle.id), "Ajouter au chemin", rows, on: here))
    return []
  }

  static func whyNothingToAdd(_ state: State) -> String? {
    if let reason = whyNoCycleRow(state) { return reason }
    guard let row = state.etat.cycleRow, let cycle = state.etat.cycle.suivis[row.suivi].cycle else {
      return "Le fichier de ce cycle n’est pas sur cet ordinateur."
    }
    return cycle.etapes.contains(where: \.repetable)
      ? nil : "Ce cycle n’a pas d’étape qui se répète\u{A0}: Entrée ouvre celle qui est choisie."
  }

  static func whyNoPassage(_ state: State) -> String? {
    if let reason = whyNoCycleRow(state) { return reason }
    switch state.etat.cycleRow?.content {
    case .inconnu: return nil
    case .ligne(let ligne) where ligne.passage != nil: return nil
    default: return "Rien n’est noté ici qui puisse être supprimé."
    }
  }

  static func removePassage(_ state: inout State) -> [Effect] {
    guard let row = state.etat.cycleRow else { return [] }
    let (signature, known) = (state.signature, state.cycles ?? [])
    let hasSeance = row.ligne?.passage?.seance != nil
    let name = CycleText.titre(row, state.etat.cycle)
    let day = row.ligne?.jour.map { ", \($0.french)" } ?? ""
    let sentence =
      "Passage supprimé\u{A0}: \(name)\(day)"
      + (hasSeance ? "\u{A0}; sa séance reste, avec ses présences." : ".")
    return change(&state, saying: sentence) { demarche, _ in
      demarche.supprimerPassage(row.id, parmi: known, signature)
    }
  }

  // The document of an étape.

  static func document(_ state: State) -> String? {
    guard state.etat.section == .cycle, let ligne = state.etat.cycleRow?.ligne, !ligne.etat.estFini
    else { return nil }
    return ligne.etape.modele
  }

  static func documentPlace(_ state: State) -> DocumentPlace? {
    guard document(state) != nil, let row = state.etat.cycleRow, let ligne = row.ligne,
      let cycle = state.etat.cycle.suivis[row.suivi].cycle
    else { return nil }
    return DocumentPlace(
      screen: state.screen, cycle: cycle.id, etape: ligne.etape.code, rang: ligne.rang,
      passage: ligne.passage?.id,
      intitule: ligne.intitule)
  }

  /// The étape is prepared, now that its document is written.
  static func written(
    _ state: inout State, _ document: String, at place: DocumentPlace
  ) -> [Effect] {
    guard state.readOnlyReason == nil, let demarche = state.document?.demarche,
      let cycle = state.cycles?.first(where: { $0.id == place.cycle })
    else { return [] }
    let suivi = demarche.cycles.first { $0.modele == place.cycle }
    // Somebody may have noted it meanwhile.
    let passage =
      place.passage
      ?? suivi?.passages.first { $0.etape == place.etape && $0.rang == place.rang }?.id
    let signature = state.signature
    return change(&state, saying: "\(place.intitule)\u{A0}: préparé aujourd’hui.") {
      demarche, ids in
      demarche.noterPassage(
        passage, etape: place.etape, rang: place.rang, de: cycle, signature, ids: &ids
      ) { $0.prepareLe = signature.jour } != nil
    }
  }
}

extension State {
  /// Whether the cycles have to be read: one is followed, or may be chosen.
  package var wantsCycles: Bool {
    guard cycles == nil, isOpen else { return false }
    return screen == .etat || document?.demarche.suitUnCycle == true
  }
}

extension Action {
  /// What can be done on the way of a cycle.
  static let cycle: [Action] = [
    Action(
      "cycle.nouveau", [.character("n")], "Échange, ou comité, de plus", short: "échange",
      weight: 90, help: "Ajoute une étape qui se répète\u{A0}: un échange, une séance du comité.",
      impossible: EtatEcran.whyNothingToAdd, perform: { EtatEcran.addPassage(&$0) }),
    Action(
      "cycle.ouvrir", [.enter], "Ouvrir la fiche de l’étape", short: "ouvrir", weight: 88,
      help: "Ouvre la fiche\u{A0}: jour, à qui, décision, motif, numéro, réponse, pièce.",
      opensText: true, impossible: EtatEcran.whyNoCycleRow, perform: { EtatEcran.openCycleRow(&$0) }
    ),
    Action(
      "cycle.fait", [.character(" "), .character("p")], "Fait aujourd’hui",
      short: "fait aujourd’hui",
      weight: 86,
      help:
        "Dit l’étape faite aujourd’hui\u{A0}; une journée demande d’abord qui était là, une décision ce qu’elle dit.",
      impossible: EtatEcran.whyNoCycleRow, perform: { EtatEcran.doToday(&$0) }),
    Action(
      "cycle.supprimer", [.delete, .control("d")], "Supprimer le passage", short: "supprimer",
      weight: 20, help: "Enlève ce qui est noté de l’étape\u{A0}; une séance reste.",
      impossible: EtatEcran.whyNoPassage, perform: { EtatEcran.removePassage(&$0) }),
  ]

  /// Where no cycle is followed yet, from wherever one looks for it.
  static let choisirUnCycle = Action(
    "structure.cycle", [.character("c")], "Choisir un cycle d’accompagnement",
    short: "cycle", weight: 20,
    help: "Montre les cycles de cet ordinateur\u{A0}; celui qui est suivi a sa section, Cycle.",
    impossible: \.readOnlyReason
  ) { state in
    if state.etat.section == .structure { _ = state.etat.select(EtatRows.cycleID) }
    return CycleList.open(&state)
  }
}
