import TerminalUI

extension Action {
  /// What can be done on the schéma de progrès.
  static let schema: [Action] =
    [
      shift(
        "plus-tot", [.character("<"), .shiftLeft], "Échéance un mois plus tôt", by: -1,
        lineKeys: "< >"),
      shift("plus-tard", [.character(">"), .shiftRight], "Échéance un mois plus tard", by: 1),
    ] + paliers + parts + moves + [idees]

  private static let moves: [Action] = [
    move("haut", .up, "Palier au-dessus", "palier", "↑ ↓") { SchemaEcran.climb(&$0, by: 1) },
    move("bas", .down, "Palier au-dessous") { SchemaEcran.climb(&$0, by: -1) },
    move("axe-precedent", .left, "Axe précédent", "axe", "← →") {
      SchemaEcran.stepAxis(&$0, by: -1)
    },
    move("axe-suivant", .right, "Axe suivant") { SchemaEcran.stepAxis(&$0, by: 1) },
    move("page-haut", .pageUp, "Plusieurs paliers plus haut") { SchemaEcran.climbPage(&$0, 1) },
    move("page-bas", .pageDown, "Plusieurs paliers plus bas") { SchemaEcran.climbPage(&$0, -1) },
    move("premier", .home, "Premier palier de l’axe") { SchemaEcran.selectRank(&$0, 0) },
    move("dernier", .end, "Dernier palier de l’axe") { SchemaEcran.selectRank(&$0, Int.max) },
  ]

  private static let paliers: [Action] = [
    Action(
      "schema.nouveau", [.character("n")], "Nouveau palier", short: "nouveau",
      weight: 100, help: "Ouvre la fiche d’un nouveau palier, le dernier de l’axe choisi.",
      opensText: true, impossible: \.readOnlyReason,
      perform: { $0.open(SchemaCard.nouveauPalier($0.schema.axe, observation: nil)) }),
    edit(
      "ouvrir", [.enter], "Ouvrir la fiche", short: "ouvrir", weight: 70,
      help:
        "Ouvre la fiche du palier\u{A0}: intitulé, échéance\u{A0}; dans le zoom, celle de l’indicateur.",
      opensText: true, perform: { SchemaEcran.openSelectedCard(&$0) }),
    edit(
      "deplacer", [.character("m")], "Déplacer le palier", short: "déplacer", weight: 65,
      help:
        "Change le rang du palier (↑ ↓) ou son axe (u p d t)\u{A0}; les rangs restent sans trou.",
      perform: { PalierMove.begin(&$0) }),
    edit(
      "dupliquer", [.character("d")], "Dupliquer le palier", short: "dupliquer", weight: 14,
      help: "Copie le palier et ses indicateurs, le dernier de l’axe, sans ce qui a été atteint.",
      perform: { SchemaEcran.duplicatePalier(&$0) }),
    edit(
      "supprimer", [.delete, .control("d")], "Supprimer", weight: 0,
      help: "Retire le palier, ou dans le zoom ce qui est choisi\u{A0}; u le fait revenir.",
      perform: { SchemaEcran.deleteSelectedPart(&$0) }),
    Action(
      "schema.atteint", [.character("a")], "Déclarer atteint", short: "atteint", weight: 35,
      help:
        "Dit atteint, aujourd’hui, un palier sans indicateur\u{A0}; encore une fois, le retire.",
      impossible: SchemaEcran.whyNotDeclared, perform: { SchemaEcran.declareReached(&$0) }),
  ]

  private static let parts: [Action] = [
    edit(
      "indicateur", [.character("i")], "Nouvel indicateur", short: "indicateur", weight: 60,
      help:
        "Ouvre la fiche d’un nouvel indicateur du palier\u{A0}; la méthode en conseille un ou deux.",
      opensText: true, perform: { SchemaEcran.openNewCard(&$0, SchemaCard.nouvelIndicateur) }),
    edit(
      "engagement", [.character("g")], "Nouvel engagement", short: "engagement", weight: 16,
      help: "Note à quoi un partenaire s’engage pour ce palier\u{A0}: qui, quoi, quand.",
      opensText: true, perform: { SchemaEcran.openNewCard(&$0, SchemaCard.nouvelEngagement) }),
    edit(
      "experience", [.character("f")], "Fiche d’expérience", short: "expérience", weight: 8,
      help:
        "Raconte ce palier à d’autres\u{A0}: une fiche remplie de sa chaîne, à relire dans la grille.",
      perform: { SchemaEcran.tellExperience(&$0) }),
    edit(
      "observations", [.character("o")], "Observations auxquelles il répond",
      short: "observations", weight: 40,
      help: "Choisit dans une liste les observations auxquelles le palier répond.",
      perform: { SchemaEcran.openAnswers(&$0) }),
    Action(
      "schema.zoom", [.character("z")], "Zoom sur un axe", short: "un axe",
      weight: 55,
      help:
        "Montre un seul axe avec les indicateurs de ses paliers\u{A0}; encore une fois, les quatre.",
      perform: { SchemaEcran.toggleZoom(&$0) }),
    Action(
      "schema.arbre", [.character("r")], "Arbre des quatre axes", short: "arbre",
      weight: 50,
      help: "Dessine les quatre axes en arbre avec leurs trois profils, ou ceux de deux dates.",
      impossible: ArbrePage.refusal, perform: { $0.open(Arbre()) }),
    .depart("schema", weight: 12), links(.schema),
  ]

  private static func move(
    _ id: String, _ key: Key, _ title: String, _ short: String? = nil, _ lineKeys: String? = nil,
    _ go: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    move(.schema, id, [key], title, short: short, lineKeys: lineKeys, weight: 80, go)
  }

  private static func edit(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, weight: Int, help: String,
    opensText: Bool = false, perform: @escaping @Sendable (inout State) -> [Effect]
  ) -> Action {
    Action(
      "schema.\(id)", keys, title, short: short, weight: weight, help: help,
      opensText: opensText, impossible: SchemaEcran.whyNoPalier, perform: perform)
  }

  private static func shift(
    _ id: String, _ keys: [Key], _ title: String, by delta: Int, lineKeys: String? = nil
  ) -> Action {
    Action(
      "schema.\(id)", keys, title, short: lineKeys == nil ? nil : "échéance",
      lineKeys: lineKeys, weight: lineKeys == nil ? 0 : 95,
      help: "\(title), sur le palier sélectionné\u{A0}; ses objectifs suivent.",
      impossible: { SchemaEcran.echeanceRefusal($0, by: delta) },
      perform: { SchemaEcran.shiftEcheance(&$0, by: delta) })
  }
}

extension ActionTable {
  static let schema = ActionTable("schema", Action.schema)
}
