import DPES
import TerminalUI

// The tableau in words: a record for each indicator, in the period in hand.
extension TableauEcran {
  static var isRead: Bool { true }

  static func lecture(_ state: State) -> Lecture? {
    let rows = state.tableau.rows
    let mois = state.tableau.mois
    guard let avancement = state.derived.avancement, rows.count > 0 else {
      return Lecture(
        title: state.tableau.filtre.isEmpty
          ? "Tableau de bord. Pas encore d’indicateur\u{A0}: schéma, puis n, en ajoute."
          : "Tableau de bord. Rien ne répond au filtre\u{A0}: échap montre tout.")
    }
    let period = avancement.periodes.first { $0.mois == mois }
    let head = period.map { periodWords($0, avancement, state) } ?? ""
    let line = state.tableau.selected
    return Lecture(
      title: "Tableau de bord, \(rows.count.counting("ligne")). \(head) "
        + "gauche et droite changent de période.",
      count: rows.count, selection: state.tableau.index,
      id: state.tableau.selectedID.map { "\($0) \(mois ?? 0)" },
      row: { place in
        rows.line(at: place).map {
          "Indicateur \(place + 1) sur \(rows.count)\u{A0}: \(words($0, mois, head, state))"
        } ?? ""
      },
      saysNumbers: true, details: line.map { details($0, state) } ?? [])
  }

  static func choose(_ state: inout State, row: Int) {
    state.tableau.closing?.isAsked = false
    state.tableau.select(row)
    accompany(&state)
  }

  private static func periodWords(
    _ period: Periode, _ avancement: Avancement, _ state: State
  ) -> String {
    let stand = PeriodWords(period, avancement, state).stand.map { ", \($0)" } ?? ""
    return "Période \(period.mois)\u{A0}mois\(stand)."
  }

  /// What is measured, then the period, what is expected and what came of it, who last.
  private static func words(
    _ line: TableauRows.Line, _ mois: Int?, _ period: String, _ state: State
  ) -> String {
    guard let suivi = line.indicateur else {
      let folded =
        line.isFolded ? "Replié\u{A0}: entrée déplie." : "Ce palier n’a pas d’indicateur."
      return "\(line.name.asSentence) \(folded)"
    }
    guard let cell = suivi.cases.first(where: { $0.periode.mois == mois }) else {
      return suivi.indicateur.intitule.asSentence
    }
    let people = suivi.indicateur.personnes
    let who =
      people.isEmpty
      ? ""
      : " \(people.count.agreeing("Responsable")) \(people.map(state.derived.who).joined(separator: ", "))."
    return "\(suivi.indicateur.intitule.asSentence) \(period) "
      + "Objectif\u{A0}: \(TableauText.words(for: cell.objectif))."
      + "\(standing(cell, state)) Réalisé\u{A0}: \(achieved(cell, suivi.indicateur, state)).\(who)"
  }

  private static func standing(_ cell: Avancement.Case, _ state: State) -> String {
    if cell.estPerdue { return " Perdu." }
    if let mois = cell.dejaTenu {
      return mois == 0 ? " Déjà tenu au départ." : " Déjà atteint à \(mois)\u{A0}mois."
    }
    return state.marks.passed(cell).map { " \($0.word.capitalizedFirst)." } ?? ""
  }

  private static func achieved(
    _ cell: Avancement.Case, _ indicateur: Indicateur, _ state: State
  ) -> String {
    guard let realise = cell.realise else { return "rien encore" }
    let facts = [
      state.marks.mark(realise).word, realise.valeur.map(indicateur.french),
      realise.motif.map { "motif, \($0)" },
      realise.piece.map { "preuve, \($0.titre ?? "sans titre")" },
      realise.date.map { "le \($0.frenchShort)" },
    ]
    return facts.compactMap(\.self).joined(separator: ", ")
  }

  private static func details(_ line: TableauRows.Line, _ state: State) -> [String] {
    let palier = line.palier.map {
      "\(line.axe.axe.nomCourt), palier \($0.rang)\u{A0}: \($0.palier.intitule.asSentence)"
    }
    let one = line.indicateur?.indicateur
    let cible = one?.cible.flatMap { value in one.map { "Cible\u{A0}: \($0.french(value))." } }
    let said = state.tableau.cell?.realise?.commentaire.map {
      "Commentaire\u{A0}: \($0.asSentence)"
    }
    let asked = one?.preuve.map { "Preuve attendue\u{A0}: \($0.asSentence)" }
    return [palier, cible, asked, said].compactMap(\.self)
  }
}
