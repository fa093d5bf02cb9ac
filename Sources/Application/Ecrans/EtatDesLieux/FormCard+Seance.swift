import DPES
import TerminalUI

extension FormCard {
  static func fields(_ seance: Seance, _ demarche: Demarche) -> [Form.Field] {
    let initiales = seance.presents.map { demarche.initiales(de: $0) ?? $0 }
    return [
      .day(seance.date, id: "date", label: "Date", hint: "12/03/2026, 28/02, hier."),
      .text(seance.titre, id: "titre", label: "Titre", limit: 200),
      .text(
        initiales.joined(separator: " "), id: "presents", label: "Présents",
        hint: "Les initiales, séparées par des espaces.", limit: 1_000),
      .text(
        seance.notes, id: "notes", label: "Notes", hint: "Ce qu’il faut garder de la séance.",
        limit: 5_000),
      .choice(
        seance.genre, id: "genre", label: "Genre",
        hint: "t travail, c conseil d’administration, o Comité, v visite, a accompagnement."
      ) { Form.Choice.Option(key($0), $0 == .ca ? "CA" : $0.mot) },
    ]
  }

  private static func key(_ genre: Seance.Genre) -> Character {
    switch genre {
    case .travail: "t"
    case .accompagnement: "a"
    case .ca: "c"
    case .comite: "o"
    case .visite: "v"
    }
  }

  static func fields(_ promesse: Seance.Promesse, _ demarche: Demarche) -> [Form.Field] {
    let qui = promesse.qui.map { demarche.initiales(de: $0) ?? $0 }
    return [
      .text(
        promesse.texte, id: "texte", label: "Quoi",
        hint: "Ce qui sera fait, d’ici la prochaine séance.", limit: 1_000),
      .value(qui, id: "qui", label: "Qui", hint: "Des initiales du tour de table."),
      .day(promesse.quand, id: "quand", label: "Pour le"),
      .value(
        demarche.repere(dePalier: promesse.palier), id: "palier", label: "Palier",
        hint: "Celui qu’elle sert\u{A0}: U2\u{A0}; peut rester vide.", limit: 4),
    ]
  }

  /// Initials that say nobody, or several people.
  static func unknown(_ word: String, _ demarche: Demarche) -> String {
    let shown = TextWidth.truncated(word, to: 12)
    return demarche.participants(named: word).isEmpty
      ? "\(shown)\u{A0}: personne n’a ces initiales au tour de table."
      : "\(shown)\u{A0}: plusieurs personnes ont ces initiales\u{A0}; une lettre de plus les distingue."
  }
}

extension Demarche {
  func initiales(de id: String) -> String? {
    participants.first { $0.id == id }?.initiales
  }

  /// Who is meant by initials: of several people, the one that was already named there.
  func personne(_ text: String, parmi connus: [String]) -> String? {
    let found = participants(named: text)
    return found.count == 1 ? found[0] : found.first(where: connus.contains)
  }
}

extension EtatEcran {
  static func confirmSeance(_ state: inout State, _ card: FormCard, _ id: String) -> [Effect] {
    guard let text = card.value("date") else {
      return FormCard.fail(&state, card, "date", "Une séance a une date.")
    }
    guard case .some(.some(let date)) = card.day("date") else {
      return FormCard.fail(&state, card, "date", FormCard.notADay(text))
    }
    let before = card.base.seances.first { $0.id == id }
    let presents: [String]
    do throws(FormCard.Fault) {
      presents = try Self.presents(card, id)
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
    let others = card.base.seances.filter { $0.id != id }.compactMap(\.date)
    let signature = state.signature
    let effects = FormCard.commit(&state, card) { demarche, _ in
      let day = demarche.seances.first { $0.id == id }?.date
      defer { demarche.suivreSeance(id, depuis: day, signature) }
      return demarche.seances.modifier(id) { seance in
        seance.date = date
        seance.titre = card.value("titre")
        if card.isChanged("genre") {
          let index = card.form.selection("genre")
          seance.genre = index.map { Seance.Genre.allCases[$0] }
        }
        if seance.presents != presents { seance.presents = presents }
        seance.notes = card.value("notes")
      }
    }
    guard !effects.isEmpty else { return [] }
    _ = state.etat.select(id)
    let odd = FormCard.aside(state, date, presents.isEmpty ? .prevu : .fait)
    if odd.isEmpty, let last = others.max(), date < last, date != before?.date {
      state.say(
        "Séance du \(date.french), avant la dernière, du \(last.french)\u{A0}: gardée telle quelle."
      )
    } else {
      let isPlanned = state.demarche?.cycles.contains { suivi in
        suivi.passages.contains { $0.seance == id && $0.faitLe == nil && $0.prevuLe == date }
      }
      let planned = isPlanned == true ? " Sa journée est de nouveau à venir." : ""
      state.say("Séance du \(date.french) à jour." + planned + odd)
    }
    return effects
  }

  /// Those present at a séance, by their ids.
  static func presents(_ card: FormCard, _ id: String) throws(FormCard.Fault) -> [String] {
    let before = card.base.seances.first { $0.id == id }?.presents ?? []
    var presents: [String] = []
    for word in (card.value("presents") ?? "").split(whereSeparator: { " ,;".contains($0) }) {
      guard let one = card.base.personne(String(word), parmi: before) else {
        throw FormCard.Fault(id: "presents", text: FormCard.stranger(String(word), card.base))
      }
      if !presents.contains(one) { presents.append(one) }
    }
    return presents
  }

  static func confirmPromise(
    _ state: inout State, _ card: FormCard, _ known: String?, ofSeance seance: String?
  ) -> [Effect] {
    guard let texte = card.value("texte") else {
      return FormCard.fail(&state, card, "texte", "Il faut dire ce qui est promis.")
    }
    let before = known.flatMap { card.base.lieu(dePromesse: $0) }.flatMap {
      card.base.seances[$0.seance].promesses[$0.index].qui
    }
    guard let (qui, quand) = FormCard.whoAndWhen(&state, card, before: before) else { return [] }
    let palier: String?
    do throws(FormCard.Fault) {
      palier = try card.palier("palier")
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
    func fill(_ promesse: inout Seance.Promesse) {
      promesse.palier = palier
      promesse.texte = texte
      promesse.qui = qui
      promesse.quand = quand
    }
    var id: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      if let known {
        id = known
        return demarche.modifierPromesse(known, fill)
      }
      var promesse = Seance.Promesse()
      fill(&promesse)
      id = seance.flatMap { demarche.ajouterPromesse(promesse, aSeance: $0, ids: &ids) }
      return id != nil
    }
    guard !effects.isEmpty else { return [] }
    if let id { _ = state.etat.select(id) }
    state.say("Promesse notée." + FormCard.aside(state, quand, .prevu))
    return effects
  }
}
