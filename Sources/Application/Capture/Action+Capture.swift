import DPES
import TerminalUI

extension Action {
  /// What each step of the capture hears, beside the typing itself.
  static let capture: [Action] =
    captureTexte + captureAxe + captureStatut + captureEntries + capturePaste + captureFrozen

  private static let captureTexte = [
    Action(
      "saisie.confirmer", .captureTexte, [.enter], "Confirmer le texte", short: "puis l’axe",
      weight: 100,
      help: "Le texte est dit\u{A0}: une lettre choisit ensuite l’axe, une autre la couleur.",
      perform: { $0.confirmText() }),
    Action(
      "saisie.entrees", .captureTexte, [.up], "Revenir aux dernières entrées",
      short: "dernières entrées", weight: 50,
      help: "Dans le champ vide, remonte aux dernières observations pour les corriger.",
      perform: { $0.earlierEntry() }),
    Action(
      "saisie.fermer", .captureTexte, [.escape, .control("c")], "Fermer la saisie",
      short: "fermer", weight: 80,
      help: "Ferme la saisie\u{A0}; un texte commencé reste en brouillon.",
      perform: { $0.leaveCapture() }),
  ]

  private static let captureAxe =
    Axe.allCases.map { axe in
      Action(
        "saisie.axe.\(axe.rawValue)", .captureAxe, [.character(axe.key)], axe.nom,
        short: axe == .utilite ? "axe" : nil, lineKeys: axe == .utilite ? "u p d t" : nil,
        weight: 100, help: "Place l’observation sur cet axe.",
        perform: { $0.chooseAxe(axe) })
    }
    + after(.captureAxe, enter: "À placer plus tard", "à placer")

  private static let captureStatut =
    [Statut.rouge, .orange, .vert].map { statut in
      Action(
        "saisie.statut.\(statut.rawValue)", .captureStatut, [.character(statut.key)],
        statut.phrase, short: statut == .rouge ? "couleur" : nil,
        lineKeys: statut == .rouge ? "r o v" : nil, weight: 100, help: statut.phrase,
        perform: { $0.confirmCapture(statut: statut) })
    }
    + after(.captureStatut, enter: "Sans couleur pour l’instant", "sans statut")

  /// Entrée, Retour arrière and Échap after the text.
  private static func after(_ scope: Scope, enter title: String, _ short: String) -> [Action] {
    let id = "saisie.\(scope == .captureAxe ? "axe" : "statut")"
    return [
      Action(
        "\(id).entree", scope, [.enter], title, short: short, weight: 60,
        help: "Garde l’observation telle quelle\u{A0}; le reste se choisit plus tard.",
        perform: { $0.confirmCapture() }),
      Action(
        "\(id).retour", scope, [.backspace], "Revenir au texte", short: "texte", lineKeys: "⌫",
        weight: 20, help: "Revient au texte pour le changer.", perform: { $0.backToText() }),
      Action(
        "\(id).fermer", scope, [.escape, .control("c")], "Fermer la saisie", short: "brouillon",
        weight: 10, help: "Ferme la saisie\u{A0}; le texte reste en brouillon.",
        perform: { $0.leaveCapture() }),
    ]
  }

  private static let captureEntries =
    [
      Action(
        "entrees.corriger", .captureEntries, [.enter], "Corriger le texte", short: "corriger",
        weight: 100, help: "Ouvre le texte de cette entrée.", impossible: State.entryRefusal,
        perform: { $0.openText(.texte) }),
      Action(
        "entrees.avant", .captureEntries, [.up], "Entrée précédente", help: "Remonte d’une entrée.",
        perform: { $0.earlierEntry() }),
      Action(
        "entrees.apres", .captureEntries, [.down], "Entrée suivante",
        help: "Redescend\u{A0}; après la dernière, revient au champ.", perform: { $0.laterEntry() }),
      Action(
        "entrees.fermer", .captureEntries, [.escape, .control("c"), .character("n")],
        "Revenir au champ", short: "nouvelle", weight: 80, help: "Revient au champ de saisie.",
        perform: { $0.leaveEntries() }),
      Action(
        "entrees.supprimer", .captureEntries, [.delete, .control("d")], "Supprimer l’entrée",
        short: "supprimer", weight: 40, help: "Retire l’entrée\u{A0}; F9 la fait revenir.",
        impossible: State.entryRefusal, perform: { $0.deleteObservation() }),
    ]
    + Axe.allCases.map { axe in
      Action(
        "entrees.axe.\(axe.rawValue)", .captureEntries, [.character(axe.key)], axe.nom,
        short: axe == .utilite ? "axe" : nil, lineKeys: axe == .utilite ? "u p d t" : nil,
        weight: 70, help: "Place l’entrée sur cet axe.", impossible: State.entryRefusal,
        perform: { $0.setAxe(axe) })
    }
    + [Statut.rouge, .orange, .vert].map { statut in
      Action(
        "entrees.statut.\(statut.rawValue)", .captureEntries, [.character(statut.key)],
        statut.phrase, short: statut == .rouge ? "statut" : nil,
        lineKeys: statut == .rouge ? "r o v" : nil, weight: 75, help: statut.phrase,
        impossible: State.entryRefusal, perform: { $0.setStatut(statut) })
    }

  private static let capturePaste =
    [
      Action(
        "collage.lignes", .capturePaste, [.enter], "Une observation par ligne, à placer",
        short: "une par ligne", weight: 100,
        help: "Chaque ligne devient une observation, à placer.",
        perform: { $0.addPastedLines(nil) })
    ]
    + Axe.allCases.map { axe in
      Action(
        "collage.\(axe.rawValue)", .capturePaste, [.character(axe.key)],
        "Une observation par ligne, \(axe.nomCourt)", short: axe == .utilite ? "sur l’axe" : nil,
        lineKeys: axe == .utilite ? "u p d t" : nil, weight: 70,
        help: "Chaque ligne devient une observation de cet axe.",
        perform: { $0.addPastedLines(axe) })
    }
    + [
      Action(
        "collage.texte", .capturePaste, [.character("s")], "Un seul texte",
        short: "un seul texte", weight: 90,
        help: "Les lignes se suivent dans le champ, séparées par des espaces.",
        perform: { $0.insertPastedText() }),
      Action(
        "collage.abandon", .capturePaste, [.escape, .control("c")], "Ne rien coller",
        short: "ne rien coller", weight: 80, help: "Revient au champ, sans ce qui a été collé.",
        perform: { $0.abandonPaste() }),
    ]
}

extension Axe {
  /// The key that chooses the axis: its letter, in lower case.
  var key: Character { lettre.lowercased().first ?? lettre }
}

extension Statut {
  /// The key that chooses the colour: its letter, in lower case.
  var key: Character { lettre.lowercased().first ?? lettre }
}
