import DPES
import TerminalUI

extension Action {
  /// What can be done on the tableau de bord.
  static let tableau: [Action] =
    [
      realise(
        .atteint, "a", "Atteint", weight: 80,
        help: "Note que l’indicateur choisi est atteint dans la période choisie."),
      realise(
        .partiel, "p", "Partiel", weight: 78,
        help: "Note que l’indicateur est atteint en partie."),
      realise(
        .nonAtteint, "x", "Non atteint", weight: 76,
        help: "Note que l’indicateur n’est pas atteint."),
      realise(
        .verifie, "v", "Vérifié", weight: 74,
        help: "Note que l’indicateur, atteint auparavant, tient toujours."),
      realise(
        .nonVerifie, "w", "Non vérifié", weight: 50,
        help: "Note que personne n’a vérifié dans cette période."),
      Action(
        "tableau.non-concerne", .screen(.tableau), [.character("c")], "Non concerné",
        short: "non concerné", weight: 45,
        help: "Écarte l’indicateur dans cette période, et demande pourquoi.",
        impossible: \.whyNoRealise
      ) { state in
        state.askMotif()
        return []
      },
      Action(
        "tableau.vider", .screen(.tableau), [.delete, .control("d")], "Vider la case",
        short: "vider", weight: 20,
        help: "Efface le réalisé de la case, avec sa valeur, son commentaire et sa pièce.",
        impossible: { state in
          state.whyNoRealise
            ?? (state.tableau.cell(in: state.derived)?.realise == nil
              ? "Cette case est déjà vide." : nil)
        },
        perform: { $0.emptyCell() }),
    ] + moves

  private static let moves: [Action] = [
    move("haut", [.up], "Indicateur précédent", "Passe à l’indicateur au-dessus.") {
      $0.moveTableau(rows: -1)
    },
    move("bas", [.down], "Indicateur suivant", "Passe à l’indicateur au-dessous.") {
      $0.moveTableau(rows: 1)
    },
    move("gauche", [.left], "Période précédente", "Passe six mois plus tôt.") {
      $0.moveTableau(periods: -1)
    },
    move("droite", [.right], "Période suivante", "Passe six mois plus tard.") {
      $0.moveTableau(periods: 1)
    },
    move("page-haut", [.pageUp], "Page précédente", "Remonte d’une page.") {
      $0.moveTableau(pages: -1)
    },
    move("page-bas", [.pageDown], "Page suivante", "Descend d’une page.") {
      $0.moveTableau(pages: 1)
    },
    move("debut", [.home], "Premier indicateur", "Va au premier indicateur du tableau.") {
      $0.moveTableau(rows: -$0.derived.tableau.selectable.count)
    },
    move("fin", [.end], "Dernier indicateur", "Va au dernier indicateur du tableau.") {
      $0.moveTableau(rows: $0.derived.tableau.selectable.count)
    },
  ]

  private static func realise(
    _ statut: Realise.Statut, _ key: Character, _ title: String, weight: Int, help: String
  ) -> Action {
    Action(
      "tableau.\(statut.rawValue)", .screen(.tableau), [.character(key)], title,
      short: title.lowercased(), weight: weight, help: help, impossible: \.whyNoRealise
    ) { state in
      state.setRealise(statut)
    }
  }

  private static func move(
    _ id: String, _ keys: [Key], _ title: String, _ help: String,
    _ move: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    Action("tableau.\(id)", .screen(.tableau), keys, title, help: help) { state in
      move(&state)
      return []
    }
  }
}
