import DPES
import TerminalUI

extension Axe {
  /// The key that chooses the axis: its letter, in lower case.
  var key: Character { lettre.lowercased().first ?? lettre }
}

extension Statut {
  /// The key that chooses the colour: its letter, in lower case.
  var key: Character { lettre.lowercased().first ?? lettre }
}

// What each step of the capture hears, beside the typing itself.
extension ActionTable {
  static let captureTexte = ActionTable(
    "captureTexte",
    Action(
      "saisie.confirmer", [.enter], "Confirmer le texte", short: "puis l’axe",
      weight: 100,
      help: "Le texte est dit\u{A0}: une lettre choisit ensuite l’axe, une autre la couleur.",
      perform: { Capture.confirmText(&$0) }),
    Action(
      "saisie.entrees", [.up], "Revenir aux dernières entrées",
      short: "dernières entrées", weight: 50,
      help: "Dans le champ vide, remonte aux dernières observations pour les corriger.",
      perform: { Capture.earlierEntry(&$0) }),
    .leave(
      "saisie.fermer", "Fermer la saisie", short: "fermer", weight: 80,
      help: "Ferme la saisie\u{A0}; un texte commencé reste en brouillon."))

  /// The same about a point of the grille: its axis is known.
  static let captureTextePlace = ActionTable(
    "captureTextePlace",
    captureTexte.actions.map { action in
      let isText = action.id == "saisie.confirmer"
      return action.heard(
        in: "point", short: isText ? "puis la couleur" : action.short, weight: action.weight,
        help: isText ? "Le texte est dit\u{A0}: une lettre choisit ensuite la couleur." : nil)
    })

  static let captureAxe = ActionTable(
    "captureAxe",
    Axe.allCases.map { axe in
      Action(
        "saisie.axe.\(axe.rawValue)", [.character(axe.key)], axe.nom,
        short: axe == .utilite ? "axe" : nil, lineKeys: axe == .utilite ? "u p d t" : nil,
        weight: 100, help: "Place l’observation sur cet axe.",
        perform: { Capture.turn(&$0, to: .statut(axe)) })
    }
      + after("saisie.axe", enter: "À placer plus tard", "à placer"))

  static let captureStatut = ActionTable(
    "captureStatut",
    [Statut.rouge, .orange, .vert].map { statut in
      Action(
        "saisie.statut.\(statut.rawValue)", [.character(statut.key)],
        statut.phrase, short: statut == .rouge ? "couleur" : nil,
        lineKeys: statut == .rouge ? "r o v" : nil, weight: 100, help: statut.phrase,
        perform: { Capture.confirm(&$0, statut: statut) })
    }
      + after("saisie.statut", enter: "Sans couleur pour l’instant", "sans statut"))

  static let captureEntries = ActionTable(
    "captureEntries",
    [
      Action(
        "entrees.corriger", [.enter], "Corriger le texte", short: "corriger",
        weight: 100, help: "Ouvre le texte de cette entrée.",
        opensText: true, impossible: { CercleEcran.refusal($0) },
        perform: { TextEdit.open(&$0, .texte) }),
      Action(
        "entrees.avant", [.up], "Entrée précédente", help: "Remonte d’une entrée.",
        perform: { Capture.earlierEntry(&$0) }),
      Action(
        "entrees.apres", [.down], "Entrée suivante",
        help: "Redescend\u{A0}; après la dernière, revient au champ.",
        perform: { Capture.laterEntry(&$0) }),
      Action(
        "entrees.fermer", [.escape, .control("c"), .character("n")],
        "Revenir au champ", short: "nouvelle", weight: 80, help: "Revient au champ de saisie.",
        perform: { Capture.turn(&$0, to: .texte) }),
      Action(
        "entrees.supprimer", [.delete, .control("d")], "Supprimer l’entrée",
        short: "supprimer", weight: 40, help: "Retire l’entrée\u{A0}; F9 la fait revenir.",
        impossible: { CercleEcran.refusal($0) }, perform: { CercleEcran.deleteObservation(&$0) }),
    ]
      + Axe.allCases.map { axe in
        Action(
          "entrees.axe.\(axe.rawValue)", [.character(axe.key)], axe.nom,
          short: axe == .utilite ? "axe" : nil, lineKeys: axe == .utilite ? "u p d t" : nil,
          weight: 70, help: "Place l’entrée sur cet axe.", impossible: { CercleEcran.refusal($0) },
          perform: { Capture.setAxe(&$0, axe) })
      }
      + [Statut.rouge, .orange, .vert].map { statut in
        Action(
          "entrees.statut.\(statut.rawValue)", [.character(statut.key)],
          statut.phrase, short: statut == .rouge ? "statut" : nil,
          lineKeys: statut == .rouge ? "r o v" : nil, weight: 75, help: statut.phrase,
          impossible: { CercleEcran.refusal($0) }, perform: { Capture.setStatut(&$0, statut) })
      })

  /// While lines that would be kept were not on the screen: nothing takes them yet.
  static let capturePasteUnread = ActionTable(
    "capturePasteUnread",
    Action(
      "collage.suite", [.enter], "Montrer la suite", short: "la suite", weight: 100,
      help: "Montre les lignes collées qui n’ont pas encore été vues.",
      perform: { Capture.showUnseenLines(&$0) }),
    turnPastedLine("collage.suite.ligne"), abandonPaste("collage.suite.abandon"))

  /// While lines that came back by themselves wait to be taken up.
  static let capturePasteReopened = ActionTable(
    "capturePasteReopened",
    Action(
      "collage.reprendre", [.enter], "Reprendre les lignes collées", short: "les reprend",
      weight: 100, help: "Les lignes d’avant l’arrêt se lisent et se gardent comme au collage.",
      perform: { Capture.takeUpLines(&$0) }),
    .leave(
      "collage.cote", "Les mettre de côté", short: "de côté", weight: 90,
      help: "Ferme la saisie\u{A0}; n reprend les lignes."))

  private static func turnPastedLine(_ id: String) -> Action {
    Action(
      id, [.character(" ")], "Laisser la ligne, ou la garder",
      short: "laisser la ligne", weight: 92,
      help: "La ligne choisie n’est pas collée, ou l’est de nouveau\u{A0}; puis la suivante.",
      perform: { Capture.turnPastedLine(&$0) })
  }

  private static func abandonPaste(_ id: String) -> Action {
    Action(
      id, [.escape, .control("c")], "Ne rien coller",
      short: "ne rien coller", weight: 80, help: "Revient au champ, sans ce qui a été collé.",
      perform: { Capture.abandonPaste(&$0) })
  }

  static let capturePaste = ActionTable(
    "capturePaste",
    [
      Action(
        "collage.lignes", [.enter], "Une observation par ligne, à placer",
        short: "une par ligne", weight: 100,
        help: "Chaque ligne devient une observation, à placer.",
        perform: { Capture.addPastedLines(&$0, nil) })
    ]
      + Axe.allCases.map { axe in
        Action(
          "collage.\(axe.rawValue)", [.character(axe.key)],
          "Une observation par ligne, \(axe.nomCourt)", short: axe == .utilite ? "axe" : nil,
          lineKeys: axe == .utilite ? "u p d t" : nil, weight: 95,
          help: "Chaque ligne devient une observation de cet axe.",
          perform: { Capture.addPastedLines(&$0, axe) })
      }
      + [
        turnPastedLine("collage.ligne"),
        Action(
          "collage.texte", [.character("s")], "Un seul texte",
          short: "un seul texte", weight: 90,
          help: "Les lignes se suivent dans le champ, séparées par des espaces.",
          perform: { Capture.insertPastedText(&$0) }),
        abandonPaste("collage.abandon"),
      ])

  /// Entrée, Retour arrière and Échap after the text.
  private static func after(_ id: String, enter title: String, _ short: String) -> [Action] {
    [
      Action(
        "\(id).entree", [.enter], title, short: short, weight: 60,
        help: "Garde l’observation telle quelle\u{A0}; le reste se choisit plus tard.",
        perform: { Capture.confirm(&$0) }),
      Action(
        "\(id).retour", [.backspace], "Revenir au texte", short: "texte", lineKeys: "⌫",
        weight: 20, help: "Revient au texte pour le changer.",
        perform: { Capture.turn(&$0, to: .texte) }),
      Action(
        "\(id).reunir", [.character("g")], "Réunir à celle qui lui ressemble",
        help: "Ce qui vient d’être dit devient une autre formulation de l’observation signalée.",
        impossible: Capture.whyNoLookalike, perform: { Capture.join(&$0) }),
      .leave(
        "\(id).fermer", "Fermer la saisie", short: "brouillon", weight: 10,
        help: "Ferme la saisie\u{A0}; le texte reste en brouillon."),
    ]
  }
}
