import DPES
import TerminalUI

/// Two days whose answers the grille compares.
struct GrilleDates: Hashable, Sendable {
  /// nil for the first answers.
  var avant: Day?
  /// nil for the last.
  var apres: Day?
}

// The answers of two dates, compared.
extension GrilleEcran {
  /// Why no two dates can be compared; nil when they can.
  static func datesRefusal(_ state: State) -> String? {
    guard let referentiel = Self.referentiel(state), let demarche = state.demarche else {
      return "Aucun référentiel n’est ouvert."
    }
    if isPairing(state) { return nil }
    return demarche.grilles(de: referentiel.id, sujet: state.grille.sujet).count > 1
      ? nil
      : "Il n’y a pas encore deux dates à comparer\u{A0}: d, un autre jour, reprend les réponses."
  }

  /// `v`: the two dates are asked for; two fiches stand side by side at once.
  static func openDates(_ state: inout State) -> [Effect] {
    guard isPairing(state) else { return state.open(GrilleDatesForm()) }
    toggleBesides(&state)
    return []
  }

  /// Back to the last answers, on the same point.
  static func leaveDates(_ state: inout State) { compare(&state, nil) }

  /// Compares two dates, or none, on the same point.
  static func compare(_ state: inout State, _ dates: GrilleDates?) {
    let code = state.grille.selected?.point.code
    state.grille.dates = dates
    state.renewDerived()
    state.grille.select(code ?? "")
  }
}

/// Which answers the grille compares: nothing of the démarche.
struct GrilleDatesForm: FormSubject {
  var words: [String] { ["dates"] }

  init() {}

  init?(words: [String]) {
    guard words == ["dates"] else { return nil }
  }

  var place: Screen { GrilleEcran.place }
  var isKeptAside: Bool { false }

  /// The dates compared, else the last two that there are; → proposes each.
  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let referentiel = GrilleEcran.referentiel(state) else { return nil }
    let dates = state.grille.rows.compared == nil ? nil : state.grille.dates
    let days = demarche.grilles(de: referentiel.id, sujet: state.grille.sujet).compactMap(\.date)
    let known = days.map(\.frenchShort)
    let avant = dates.map(\.avant) ?? days.dropFirst().first
    let apres = dates.map(\.apres) ?? days.first
    let hint = "12/03/2026, 28/02, mars 2026\u{A0}; → propose les dates des réponses."
    let fields: [Form.Field] = [
      .day(
        avant, id: "avant", label: "Du", hint: hint + " Vide\u{A0}: les premières.",
        suggestions: known.reversed()),
      .day(
        apres, id: "apres", label: "Au", hint: hint + " Vide\u{A0}: les dernières.",
        suggestions: known),
    ]
    return FormCard(
      self, "Comparer deux dates", fields, base: demarche, le: state.environment.today)
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    guard let referentiel = GrilleEcran.referentiel(state), let demarche = state.demarche else {
      return state.leaveMode()
    }
    guard let avant = FormCard.day(&state, card, "avant"),
      let apres = FormCard.day(&state, card, "apres")
    else { return [] }
    var dates = GrilleDates(avant: avant, apres: apres)
    if let avant, let apres, avant > apres { dates = GrilleDates(avant: apres, apres: avant) }
    let sujet = state.grille.sujet
    let all = demarche.grilles(de: referentiel.id, sujet: sujet)
    if let first = all.last?.date {
      for (id, day) in [("avant", avant), ("apres", apres)] where day.map({ $0 < first }) == true {
        return FormCard.fail(&state, card, id, "Les premières réponses sont du \(first.french).")
      }
    }
    let between = demarche.grilles(
      de: referentiel.id, sujet: sujet, depuis: dates.avant, jusque: dates.apres)
    guard between.count > 1 else {
      let day = (dates.apres.flatMap { _ in between.first?.date }) ?? all.first?.date
      let same = day.map { ", celles du \($0.french)" } ?? ""
      return FormCard.fail(
        &state, card, "apres", "À ces deux dates, ce sont les mêmes réponses\(same).")
    }
    state.modes.removeLast()
    GrilleEcran.compare(&state, dates)
    return []
  }
}
