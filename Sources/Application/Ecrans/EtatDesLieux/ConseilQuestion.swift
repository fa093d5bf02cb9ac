import DPES
import TerminalUI

/// The day of the board that something is to be asked of, where the séance in hand is none.
struct ConseilQuestion: QuestionSubject {
  func below(_ state: State) -> String? {
    "Cette séance est un tour de table\u{A0}: la demande va au conseil de ce jour-là. 9/12, lundi, 09/12/2026."
  }

  func refusal(of text: String, _ state: State) -> String? {
    Day(ecrit: text, le: state.environment.today, .prevu) == nil ? Form.Field.notADay(text) : nil
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    guard let day = Day(ecrit: text, le: state.environment.today, .prevu) else { return [] }
    var id = ""
    let effects = state.change { demarche, ids in
      if let known = demarche.conseil(du: day) {
        id = known.id
        return false
      }
      var seance = Seance()
      (seance.date, seance.genre) = (day, .ca)
      id = demarche.seances.ajouter(seance, ids: &ids)
      return true
    }
    return effects + state.open(DemandeForm.nouvelle(id))
  }

  /// Asks of the séance in hand where it can be asked, else of the board that comes next, else of the
  /// board of a day that is asked for.
  static func ask(_ state: inout State) -> [Effect] {
    guard let demarche = state.demarche, let row = state.etat.row else { return [] }
    let seance = state.etat.rows.seances[row.seance]
    if !demarche.estUnTourDeTable(seance) { return state.open(DemandeForm.nouvelle(seance.id)) }
    if let next = demarche.prochainConseil(le: state.environment.today) {
      return state.open(DemandeForm.nouvelle(next.id))
    }
    state.ask("Quel jour se réunit le conseil\u{A0}?", for: Self())
    return []
  }
}
