import DPES
import TerminalUI

extension FinancesEcran {
  /// The year of the selected row, or the last one; nil when there is none.
  static func exercice(_ state: State) -> Exercice? {
    let annees = state.finances.finances.annees
    switch state.finances.ligne {
    case .annee(let place), .financeur(let place, _): return annees[place].exercice
    case .point, nil: return annees.first?.exercice
    }
  }

  static func move(_ state: inout State, _ key: Key) -> [Effect] {
    guard let area = area(state) else { return [] }
    let height = FinancesView(state, in: area).layout.list.height
    state.finances.liste.move(key, of: state.finances.ids, height: height)
    return []
  }

  static func follow(_ state: inout State, in area: Rect) {
    let height = FinancesView(state, in: area).layout.list.height
    state.finances.liste.follow(of: state.finances.ids, height: height)
  }

  static func scroll(_ state: inout State, by rows: Int) {
    _ = move(&state, rows < 0 ? .up : .down)
  }

  static func press(_ state: inout State, at position: Position, in area: Rect) {
    let view = FinancesView(state, in: area)
    let list = view.layout.list
    let ids = state.finances.ids
    let rows = state.finances.liste.view.rows(of: ids.count, in: list, line: view.line)
    guard let row = rows.item(at: position) else { return }
    state.finances.liste.select(row, of: ids, height: list.height)
  }

  static func whyNothing(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.finances.ligne == nil ? "Rien encore\u{A0}: n ajoute un exercice." : nil)
  }

  static func whyNoAnnee(_ state: State) -> String? {
    state.readOnlyReason
      ?? (exercice(state) == nil ? "Aucun exercice encore\u{A0}: n en ajoute un." : nil)
  }

  /// Lets the sales be the chiffre d’affaires where it counts more than them, else opens the form.
  static func open(_ state: inout State) -> [Effect] {
    switch state.finances.ligne {
    case .annee(let place):
      let exercice = state.finances.finances.annees[place].exercice
      guard exercice.chiffreDAffairesEnTrop else {
        return state.open(ExerciceForm(id: exercice.id))
      }
      return keepSales(&state, of: exercice)
    case .financeur(let place, let one):
      let exercice = state.finances.finances.annees[place].exercice
      return state.open(ArgentForm.financeur(one.id, exercice: exercice.id))
    case .point(let one): return state.open(ArgentForm.point(one.point.id))
    case nil: return []
    }
  }

  private static func keepSales(_ state: inout State, of exercice: Exercice) -> [Effect] {
    let sold = exercice.marchand?.french ?? ""
    return change(
      &state, saying: "Le chiffre d’affaires, ce sont les ventes\u{A0}: \(sold)\u{A0}€."
    ) { demarche, _ in
      demarche.structure.exercices.modifier(exercice.id) { _ = $0.garderLesVentes() }
    }
  }

  static func remove(_ state: inout State) -> [Effect] {
    switch state.finances.ligne {
    case .annee(let place):
      let exercice = state.finances.finances.annees[place].exercice
      return change(&state, saying: "Exercice \(exercice.nom) supprimé.") { demarche, _ in
        demarche.structure.exercices.supprimer(exercice.id)
      }
    case .financeur(let place, let one):
      let year = state.finances.finances.annees[place].exercice.id
      return change(&state, saying: "Financeur supprimé.") { demarche, _ in
        demarche.structure.exercices.modifier(year) { $0.financeurs.supprimer(one.id) }
      }
    case .point(let one):
      return change(&state, saying: "Point de trésorerie supprimé.") { demarche, _ in
        demarche.structure.tresorerie.supprimer(one.point.id)
      }
    case nil: return []
    }
  }
}

extension Action {
  /// What can be done on the suivi financier.
  static let finances: [Action] =
    [
      Action(
        "finances.nouvel", [.character("n")], "Nouvel exercice", short: "nouvel exercice",
        weight: 90, help: "Ajoute un exercice\u{A0}: ses dates et ses chiffres, tous facultatifs.",
        opensText: true, impossible: \.readOnlyReason, perform: { $0.open(ExerciceForm(id: nil)) }),
      Action(
        "finances.modifier", [.enter], "Modifier la ligne", short: "modifier", weight: 88,
        help:
          "Ouvre la fiche de la ligne\u{A0}; d’un chiffre d’affaires qui compte autre chose, garde les ventes.",
        opensText: true, impossible: FinancesEcran.whyNothing, perform: { FinancesEcran.open(&$0) }),
      Action(
        "finances.financeur", [.character("i")], "Nouveau financeur", short: "financeur",
        weight: 60, help: "Ajoute à l’exercice qui l’a financé, et de combien.",
        opensText: true, impossible: FinancesEcran.whyNoAnnee
      ) { state in
        FinancesEcran.exercice(state).map {
          state.open(ArgentForm.financeur(nil, exercice: $0.id))
        } ?? []
      },
      Action(
        "finances.tresorerie", [.character("y")], "Nouveau point de trésorerie",
        short: "trésorerie", weight: 50,
        help: "Note ce qu’il y a ce jour, ce qui sort en un mois, ce qui est signé.",
        opensText: true, impossible: \.readOnlyReason, perform: { $0.open(ArgentForm.point(nil)) }),
      Action(
        "finances.supprimer", [.delete, .control("d")], "Supprimer la ligne", short: "supprimer",
        weight: 20, help: "Supprime l’exercice, le financeur ou le point choisi.",
        impossible: FinancesEcran.whyNothing, perform: { FinancesEcran.remove(&$0) }),
    ] + moves(.finances) { FinancesEcran.move(&$0, $1) }
}

extension ActionTable {
  static let finances = ActionTable("finances", Action.finances)
}
