import DPES
import TerminalUI

// Moving on the état des lieux.
extension State {
  private var etatArea: Rect? { panes.first { $0.screen == .etat }?.area }

  mutating func moveEtat(_ key: Key) -> [Effect] {
    guard let area = etatArea, !moveInProfil(key) else { return [] }
    var list = etat.list
    _ = list.handle(key, of: etat.count(in: derived), height: etatList(in: area).list.height)
    etat.set(list, in: derived)
    return []
  }

  mutating func stepSection(by steps: Int) -> [Effect] {
    etat.section = etat.section.stepped(by: steps)
    return []
  }

  /// Scrolls the list so that its selection can be seen.
  mutating func followEtat(in area: Rect) {
    var list = etat.list
    let count = etat.count(in: derived)
    list.select(list.selection, of: count, height: etatList(in: area).list.height)
    if list != etat.list { etat.set(list, in: derived) }
  }

  mutating func pointEtat(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: _ = moveEtat(.up)
    case .wheelDown: _ = moveEtat(.down)
    case .release: break
    case .press:
      let bar = EtatLayout(area).bar(etat.section)
      if let place = bar.places.first(where: { $0.area.contains(mouse.position) }) {
        etat.section = place.section
        return
      }
      if pointProfil(at: mouse.position) { return }
      let list = etatList(in: area).list
      let count = etat.count(in: derived)
      guard let row = etat.list.row(at: mouse.position, in: list, of: count) else { return }
      var moved = etat.list
      moved.select(row, of: count, height: list.height)
      etat.set(moved, in: derived)
    }
  }
}

// The people.
extension State {
  /// Whose turn it is after who speaks, a participant's id.
  var nextSpeaker: String? { derived.etat.tours.suivant(apres: speaker) }

  mutating func toggleTurns() -> [Effect] {
    showsTurns.toggle()
    say(
      showsTurns
        ? "Les tours de parole sont montrés, sauf dans la vue salle."
        : "Les tours de parole sont cachés.")
    return []
  }

  var whyNoParticipant: String? {
    readOnlyReason
      ?? (etat.participant(in: derived) == nil ? "Personne encore\u{A0}: n ajoute." : nil)
  }

  /// Says that the selected person is at the séance of the day, opened if need be, or is not.
  mutating func togglePresence() -> [Effect] {
    guard let one = etat.participant(in: derived) else { return [] }
    let jour = environment.today
    let effects = change { demarche, ids in
      demarche.basculerPresence(de: one.id, aSeance: demarche.ouvrirSeance(jour, ids: &ids))
    }
    guard !effects.isEmpty else { return [] }
    let count = derived.etat.presents.count
    let isHere = derived.etat.presents.contains(one.id)
    say(
      "\(one.initiales ?? "?") est noté \(isHere ? "présent" : "absent") aujourd’hui\u{A0}; "
        + "\(count.counting("présent")).")
    return effects
  }

  mutating func sortParticipants() -> [Effect] {
    let all = OrdreDuTourDeTable.allCases
    let index = all.firstIndex(of: etat.ordre) ?? 0
    etat.ordre = all[(index + 1) % all.count]
    renewDerived()
    etat.settle(in: derived)
    say("Tour de table\u{A0}: \(etat.ordre == .table ? "" : "par ")\(etat.ordre.nom).")
    return []
  }

  var whyNotMoved: String? {
    whyNoParticipant
      ?? (etat.ordre == .table
        ? nil : "La table est rangée par \(etat.ordre.nom)\u{A0}: c, jusqu’à l’ordre de la table.")
  }

  mutating func moveParticipant(by steps: Int) -> [Effect] {
    guard let one = etat.participant(in: derived) else { return [] }
    return change { demarche, _ in demarche.deplacerParticipant(one.id, de: steps) }
  }

  mutating func removeParticipant() -> [Effect] {
    guard let one = etat.participant(in: derived) else { return [] }
    let jour = environment.today
    var retrait: Demarche.Retrait?
    let effects = change { demarche, _ in
      retrait = demarche.retirerParticipant(one.id, le: jour)
      if case .dejaParti = retrait { return false }
      return retrait != nil
    }
    let name = one.initiales ?? "?"
    switch retrait {
    case .supprime: say("\(name) ne fait plus partie du tour de table. u l’y remet.")
    case .parti(let citations):
      say(
        "\(name) \(citations.told)\u{A0}: noté parti aujourd’hui, sans être supprimé. u y revient.")
    case .dejaParti(let citations):
      refuse("\(name) \(citations.told)\u{A0}: ne peut être supprimé\u{A0}; noté parti déjà.")
    case nil: break
    }
    return effects
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

// The séances.
extension State {
  var whyNoSeance: String? {
    readOnlyReason
      ?? (etat.row(in: derived) == nil ? "Aucune séance encore\u{A0}: o ouvre celle du jour." : nil)
  }

  var whyNoPromise: String? {
    whyNoSeance
      ?? (etat.row(in: derived)?.promesse == nil ? "Choisissez une promesse\u{A0}: ↑ ↓." : nil)
  }

  /// Opens the séance of the day, on the promises of the last one.
  mutating func openSeance() -> [Effect] {
    let jour = environment.today
    let isOpen = derived.etat.seanceDuJour != nil
    var id = ""
    let effects = change { demarche, ids in
      id = demarche.ouvrirSeance(jour, ids: &ids)
      return true
    }
    let waiting = derived.etat.aRevoir.filter { $0.etat ?? .ouverte == .ouverte }
    let rows = derived.etat.rows
    let first = rows.first { row in waiting.contains { $0.id == row.id } }
    _ = etat.select(first?.id ?? id, in: derived)
    etat.section = .seances
    guard !isOpen else {
      say("La séance du jour est ouverte.")
      return effects
    }
    let count = waiting.count
    say(
      "Séance du \(jour.french) ouverte"
        + (count > 0
          ? "\u{A0}; \(count.counting("promesse")) à revoir\u{A0}: Espace dit ce qu’il en est."
          : "."))
    return effects
  }

  /// Kept, given up, open again.
  mutating func stepPromise() -> [Effect] {
    guard let row = etat.row(in: derived), let promesse = derived.etat.promesse(row) else {
      return []
    }
    let effects = change { demarche, _ in
      demarche.modifierPromesse(promesse.id) { $0.etat = ($0.etat ?? .ouverte).suivant }
    }
    guard !effects.isEmpty, let now = etat.row(in: derived).flatMap(derived.etat.promesse) else {
      return effects
    }
    say("Promesse \(now.suivi(le: environment.today).mot).")
    return effects
  }

  mutating func removeSeanceOrPromise() -> [Effect] {
    guard let row = etat.row(in: derived) else { return [] }
    guard row.promesse == nil else {
      let effects = change { demarche, _ in demarche.supprimerPromesse(row.id) }
      if !effects.isEmpty { say("Promesse supprimée. u la rétablit.") }
      return effects
    }
    if let image = demarche?.image(deSeance: row.id) {
      refuse("L’image du \(image.date.french) vient de cette séance\u{A0}: elle reste.")
      return []
    }
    let effects = change { demarche, _ in demarche.supprimerSeance(row.id) }
    if !effects.isEmpty { say("Séance supprimée, avec ses promesses. u la rétablit.") }
    return effects
  }
}
