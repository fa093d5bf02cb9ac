import DPES
import TerminalUI

// What is to be done in words, what presses first.
extension AFaireEcran {
  static var isRead: Bool { true }

  static func lecture(_ state: State) -> Lecture? {
    let rows = state.aFaire.rows
    let count = rows.selectable.count
    guard count > 0 else {
      let said = AFaireView.nothing(state).joined(separator: " ")
      return Lecture(title: "À faire. \(said)")
    }
    let groups = AFaire.Rubrique.allCases.compactMap { rubrique in
      rows.comptes[rubrique].map { "\(AFaireText.titre(rubrique).lowercased()), \($0)" }
    }
    let repere = rows.repere(at: state.aFaire.index)
    return Lecture(
      title: "À faire, \(count.counting("ligne")). \(groups.joined(separator: "\u{A0}; ")).",
      count: count, selection: state.aFaire.index,
      id: repere.map { "\($0.objet) \($0.qui ?? "")" },
      row: { place in rows.ligne(at: place).map { words($0, state) } ?? "" },
      details: AFaireView.facts(state))
  }

  static func choose(_ state: inout State, row: Int) { state.aFaire.select(row) }

  private static func words(_ ligne: AFaire.Ligne, _ state: State) -> String {
    let today = state.environment.today
    let late = AFaireText.retard(ligne, le: today).map { " de \($0)" } ?? ""
    let expected = AFaireText.attendu(ligne)
    let title = AFaireText.titre(ligne.rubrique)
    let isSaid = expected.isEmpty || title.folded.hasSuffix(expected.folded)
    let head = title + late + (isSaid ? "" : ", \(expected)")
    let people = ligne.personnes.map { state.derived.who($0) }.joined(separator: ", ")
    let who = people.isEmpty ? "" : " \(people)."
    let day = ligne.quand.map { " Le \($0.french)." } ?? ""
    return "\(head)\u{A0}: \(AFaireText.texte(ligne).asSentence)\(day)\(who)"
  }
}

extension AFaireView {
  /// Where the selected line stands, as the foot of the screen tells it.
  static func facts(_ state: State) -> [String] {
    guard let ligne = state.aFaire.selected, let axe = ligne.axe, let rang = ligne.rang else {
      return []
    }
    guard case .indicateur(_, let mois) = ligne.objet else {
      return ["\(axe.nomCourt), palier \(rang)."]
    }
    return ["\(axe.nomCourt), palier \(rang), période de \(mois)\u{A0}mois."]
  }
}
