import DPES
import TerminalUI

/// The promises among what is to be done, and how much else there is; nobody is named.
enum PromessesAFairePage: WallPage {
  static let name = "promesses"
  static let title = "les promesses"

  static func bandeau(_ state: State) -> Bandeau {
    let count = state.aFaire.rows.promesses.count
    return Bandeau(
      ground: .banner, word: "Ce que nous nous sommes promis",
      place: count > 0 ? count.counting("promesse") : "",
      lines: ["à revoir le \(state.environment.today.french)", "sans nommer personne"])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = state.aFaire.rows
    guard !rows.promesses.isEmpty else {
      return drawNothing(state, in: area, on: &canvas)
    }
    let items = rows.promesses.compactMap { ligne -> WallPromises.Item? in
      guard case .promesse(let id) = ligne.objet, let suivi = ligne.suivi else { return nil }
      return WallPromises.Item(id: id, texte: ligne.texte, suivi: suivi, quand: ligne.quand)
    }
    let id = state.aFaire.promesse
    WallPromises(
      items: items, selected: items.firstIndex { $0.id == id }, totals: totals(state)
    ).draw(state, in: area, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    let count = state.aFaire.rows.promesses.count
    guard count > 0 else { return [] }
    if state.size.width < 60 { return count > 1 ? ["↑ ↓", "a x tenue, non"] : ["a x tenue, non"] }
    return (count > 1 ? ["↑ ↓ promesse"] : []) + ["a tenue", "x abandonnée"]
  }

  private static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    if state.wallScale >= .middle {
      canvas.drawFacts(totals(state), in: rest.takeBottom(1))
      _ = rest.takeBottom(1)
    }
    let made = faitesAujourdhui(state)
    canvas.drawHint(
      made == 0
        ? "Elles se font dans une séance\u{A0}: 1 y mène."
        : "\(made.agreeing("Elle se revoit", "Elles se revoient")) à la prochaine séance\u{A0}: 1 "
          + "\(made.agreeing("la", "les")) montre.",
      in: &rest)
    _ = rest.takeBottom(1)
    let letters = state.wallScale >= .middle ? state.wallLetters : nil
    let told =
      made == 0
      ? "Aucune promesse à revoir."
      : "\(made.counting("promesse faite", "promesses faites")) aujourd’hui."
    WallSentence(told, in: rest.size, letters: letters)
      .draw(in: rest, letters: letters, .text, on: &canvas)
  }

  /// How many promises the séance of the day has.
  private static func faitesAujourdhui(_ state: State) -> Int {
    let seances = state.demarche?.seances.filter { $0.date == state.environment.today } ?? []
    return seances.reduce(0) { $0 + $1.promesses.count }
  }

  /// How much else is to be done.
  private static func totals(_ state: State) -> [[Span]] {
    let comptes = state.aFaire.rows.comptes
    let marks = state.marks
    let told: [(AFaire.Rubrique, sign: String, ink: Style.Ink, word: (Int) -> String)] = [
      (.perdu, marks.lost.sign, .red, { $0.agreeing("perdu") }),
      (.enRetard, marks.late.sign, .red, { _ in "en retard" }),
      (.ceMois, "", .text, { _ in "ce mois-ci" }),
      (.aPreparer, "", .text, { _ in "à préparer" }),
      (.aVerifier, "", .text, { _ in "à vérifier" }),
      (.aAtteindre, "", .text, { _ in "à atteindre" }),
    ]
    let spans = told.compactMap { rubrique, sign, ink, word -> Span? in
      guard let count = comptes[rubrique] else { return nil }
      let lead = sign.isEmpty ? "" : "\(sign) "
      return Span("\(lead)\(count) \(word(count))", Style(ink, ink == .red ? .bold : []))
    }
    guard !spans.isEmpty else { return [] }
    let tellings = (1...spans.count).reversed().map { Array(spans.prefix($0)) }
    return [[Span("Aussi à faire", .faint)] + spans] + tellings.map { [Span("Aussi", .faint)] + $0 }
  }
}

// Moving on the wall, and where a window that follows goes.
extension AFaireEcran {
  /// The promise that the wall is on, by its id: the selected one, else the first.
  var promesse: String? {
    if case .promesse(let id) = selected?.objet { return id }
    guard case .promesse(let id) = rows.promesses.first?.objet else { return nil }
    return id
  }

  static func wallPlace(_ state: State) -> Wall.Place {
    Wall.Place(selection: state.aFaire.promesse)
  }

  static func follow(_ state: inout State, _ place: Wall.Place) {
    state.renewDerived()
    guard let id = place.selection, let position = state.aFaire.rows.position(of: .promesse(id))
    else { return }
    state.aFaire.select(position)
  }

  /// Says how the promise that the wall shows stands, whatever line was chosen on the screen.
  fileprivate static func answerPromesse(
    _ state: inout State, _ statut: Realise.Statut
  ) -> [Effect] {
    guard let id = state.aFaire.promesse,
      let position = state.aFaire.rows.position(of: .promesse(id))
    else { return [] }
    state.aFaire.select(position)
    return set(&state, statut)
  }

  /// To the next promise, or to one before.
  fileprivate static func stepPromesse(_ state: inout State, by steps: Int) -> [Effect] {
    let rows = state.aFaire.rows
    let ids = rows.promesses.compactMap { ligne -> String? in
      if case .promesse(let id) = ligne.objet { id } else { nil }
    }
    let here = ids.firstIndex { $0 == state.aFaire.promesse } ?? 0
    let next = min(max(0, here + steps), ids.count - 1)
    guard ids.indices.contains(next), let position = rows.position(of: .promesse(ids[next])) else {
      return []
    }
    state.aFaire.select(position)
    return []
  }
}

extension Action {
  /// What is heard of « à faire » on the wall.
  static let wallAFaire = [
    Action(
      "salle.a-faire.haut", [.up], "Promesse précédente", help: "Monte d’une promesse.",
      perform: { AFaireEcran.stepPromesse(&$0, by: -1) }),
    Action(
      "salle.a-faire.bas", [.down], "Promesse suivante", help: "Descend d’une promesse.",
      perform: { AFaireEcran.stepPromesse(&$0, by: 1) }),
    answer("tenue", "a", "Promesse tenue", .atteint),
    answer("abandonnee", "x", "Promesse abandonnée", .nonAtteint),
  ]

  private static func answer(
    _ id: String, _ key: Character, _ title: String, _ statut: Realise.Statut
  ) -> Action {
    Action(
      "salle.a-faire.\(id)", [.character(key)], title,
      help: "\(title)\u{A0}: celle que le mur montre.",
      impossible: { state in
        state.aFaire.promesse == nil ? "Aucune promesse à revoir." : state.readOnlyReason
      },
      perform: { AFaireEcran.answerPromesse(&$0, statut) })
  }
}
