import DPES
import TerminalUI

// Moving on the état des lieux.
extension EtatEcran {
  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    guard let area = area(state), !moveInProfil(&state, key) else { return [] }
    state.etat.list.move(key, of: state.etat.ids, height: view(state, in: area).layout.list.height)
    return []
  }

  /// Scrolls the list so that its selection can be seen.
  static func follow(_ state: inout State, in area: Rect) {
    var list = state.etat.list
    let height = view(state, in: area).layout.list.height
    list.select(list.view.selection, of: state.etat.ids, height: height)
    if list.view != state.etat.list.view { state.etat.list = list }
  }

  static func scroll(_ state: inout State, by rows: Int) {
    _ = move(&state, rows < 0 ? .up : .down)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let bar = EtatLayout(area).bar(state.etat)
    if let place = bar.places.first(where: { $0.area.contains(position) }) {
      state.etat.section = place.section
      return
    }
    if pointProfil(&state, at: position) { return }
    let view = view(state, in: area)
    let list = view.layout.list
    let ids = state.etat.ids
    let rows = state.etat.list.view.rows(of: ids.count, in: list, line: view.line)
    guard let row = rows.item(at: position) else { return }
    state.etat.list.select(row, of: ids, height: list.height)
  }

  // The people.

  static func toggleTurns(_ state: inout State) -> [Effect] {
    state.showsTurns.toggle()
    state.say(
      state.showsTurns
        ? "Les tours de parole sont montrés, sauf dans la vue salle."
        : "Les tours de parole sont cachés.")
    return []
  }

  static func whyNoParticipant(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.participant == nil ? "Personne encore\u{A0}: n ajoute." : nil)
  }

  static func whyNobody(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.demarche?.participants.isEmpty == false
        ? nil : "Personne encore au tour de table\u{A0}: n, à cette section, ajoute.")
  }

  /// Says that all who have not left are at the séance of the day, opened if need be.
  static func noteAllPresent(_ state: inout State) -> [Effect] {
    let jour = state.environment.today
    let isOpen = state.demarche?.seances.contains { $0.date == jour } == true
    var added = 0
    let effects = state.change { demarche, ids in
      let here = demarche.participants.filter { !$0.estParti(le: jour) }.map(\.id)
      added = demarche.noterPresents(here, aSeance: demarche.ouvrirSeance(jour, ids: &ids))
      return added > 0
    }
    guard !effects.isEmpty else { return state.decline("Tout le monde est noté présent déjà.") }
    state.say(
      (isOpen ? "" : "La séance du \(jour.french) est ouverte\u{A0}: ")
        + "\(added.counting("personne")) de plus, \(state.etat.rows.presents.count.counting("présent"))"
        + " aujourd’hui.")
    return effects
  }

  /// Says that the selected person is at the séance of the day, opened if need be, or is not; the
  /// next one is selected then.
  static func togglePresence(_ state: inout State) -> [Effect] {
    guard let one = state.etat.participant else { return [] }
    let jour = state.environment.today
    let effects = state.change { demarche, ids in
      demarche.basculerPresence(de: one.id, aSeance: demarche.ouvrirSeance(jour, ids: &ids))
    }
    guard !effects.isEmpty else { return [] }
    let count = state.etat.rows.presents.count
    let isHere = state.etat.rows.presents.contains(one.id)
    let told = "est noté \(isHere ? "présent" : "absent") aujourd’hui"
    state.say(
      "\(state.hidesNames ? "C’est noté" : "\(one.initiales ?? "?") \(told)")\u{A0}; "
        + "\(count.counting("présent")).")
    return effects + move(&state, .down)
  }

  static func sortParticipants(_ state: inout State) -> [Effect] {
    state.etat.ordre = OrdreDuTourDeTable.allCases.around(state.etat.ordre, by: 1)
    state.renewDerived()
    state.etat.settle()
    state.say(
      "Tour de table\u{A0}: \(state.etat.ordre == .table ? "" : "par ")\(state.etat.ordre.nom).")
    return []
  }

  static func whyNotMoved(_ state: State) -> String? {
    whyNoParticipant(state)
      ?? (state.etat.ordre == .table
        ? nil
        : "La table est rangée par \(state.etat.ordre.nom)\u{A0}: c, jusqu’à l’ordre de la table.")
  }

  static func moveParticipant(_ state: inout State, by steps: Int) -> [Effect] {
    guard let one = state.etat.participant else { return [] }
    return state.change { demarche, _ in demarche.deplacerParticipant(one.id, de: steps) }
  }

  static func removeParticipant(_ state: inout State) -> [Effect] {
    guard let one = state.etat.participant else { return [] }
    let jour = state.environment.today
    var retrait: Demarche.Retrait?
    let effects = state.change { demarche, _ in
      retrait = demarche.retirerParticipant(one.id, le: jour)
      if case .dejaParti = retrait { return false }
      return retrait != nil
    }
    let name = one.initiales ?? "?"
    switch retrait {
    case .supprime: state.say("\(name) ne fait plus partie du tour de table.")
    case .parti(let citations):
      state.say(
        "\(name) \(citations.told)\u{A0}: noté parti aujourd’hui, sans être supprimé.")
    case .dejaParti(let citations):
      state.refuse("\(name) \(citations.told)\u{A0}: ne peut être supprimé\u{A0}; noté parti déjà.")
    case nil: break
    }
    return effects
  }

  // The séances.

  static func whyNoSeance(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.row == nil ? "Aucune séance encore\u{A0}: o ouvre celle du jour." : nil)
  }

  static func whyNoPromise(_ state: State) -> String? {
    whyNoSeance(state)
      ?? (state.etat.row?.promesse == nil ? "Choisissez une promesse\u{A0}: ↑ ↓." : nil)
  }

  /// Opens the séance of the day, on the promises of the last one.
  static func openSeance(_ state: inout State) -> [Effect] {
    let jour = state.environment.today
    let isOpen = state.etat.rows.seanceDuJour != nil
    var id = ""
    let effects = state.change { demarche, ids in
      id = demarche.ouvrirSeance(jour, ids: &ids)
      return true
    }
    let waiting = state.etat.rows.aRevoir.filter { $0.etat ?? .ouverte == .ouverte }
    let rows = state.etat.rows.rows
    let first = rows.first { row in waiting.contains { $0.id == row.id } }
    _ = state.etat.select(first?.id ?? id)
    state.etat.section = .seances
    let review =
      waiting.isEmpty
      ? "."
      : "\u{A0}; \(waiting.count.counting("promesse")) à revoir\u{A0}: Espace dit ce qu’il en est."
    let presence =
      whyNobody(state) == nil && state.etat.rows.presents.isEmpty
      ? " A note tout le monde présent, Espace au tour de table une personne." : ""
    state.say(
      (isOpen ? "La séance du jour est ouverte." : "Séance du \(jour.french) ouverte\(review)")
        + presence)
    return effects
  }

  /// Kept, given up, open again.
  static func stepPromise(_ state: inout State) -> [Effect] {
    guard let promesse = state.etat.row.flatMap(state.etat.rows.promesse) else { return [] }
    let effects = state.change { demarche, _ in
      demarche.modifierPromesse(promesse.id) { $0.etat = ($0.etat ?? .ouverte).suivant }
    }
    if !effects.isEmpty, let now = state.etat.row.flatMap(state.etat.rows.promesse) {
      state.say("Promesse \(now.suivi(le: state.environment.today).mot).")
    }
    return effects
  }

  static func removeSeanceOrPromise(_ state: inout State) -> [Effect] {
    guard let row = state.etat.row else { return [] }
    if row.demande != nil {
      return change(&state, saying: "Demande supprimée.") { demarche, _ in
        demarche.supprimerDemande(row.id)
      }
    }
    if row.promesse != nil {
      return change(&state, saying: "Promesse supprimée.") { demarche, _ in
        demarche.supprimerPromesse(row.id)
      }
    }
    if let image = state.demarche?.image(deSeance: row.id) {
      state.refuse("L’image du \(image.date.french) vient de cette séance\u{A0}: elle reste.")
      return []
    }
    return change(&state, saying: "Séance supprimée, avec ce qui y a été promis et demandé.") {
      demarche, _ in demarche.supprimerSeance(row.id)
    }
  }
}

extension Demarche.Citations {
  /// The weightiest reason that somebody stays: `a dit 4 choses`.
  fileprivate var told: String {
    if paroles > 0 { return "a dit \(paroles.counting("chose"))" }
    if suivi > 0 { return "a quelque chose en charge" }
    if seances > 0 { return "figure dans \(seances.agreeing("une séance", "des séances"))" }
    return "figure dans l’historique"
  }
}
