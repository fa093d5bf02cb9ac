import DPES

// The tables that come in as they went out, column by column (`docs/guide/transmettre.md`).
extension Dossier {
  /// The observations of the last image.
  package var observationSheet: Sheet {
    let rows = (image?.observations ?? []).map { observation in
      Sheet.Row.cells([
        .axe(observation.axe),
        .word(observation.statut, observation.statut.map { Tint($0) }) {
          "\(Signs.sign($0)) \($0.mot)"
        },
        .text(observation.texte),
        .text(key(of: observation.auteur)),
        .number(observation.numero),
        observation.priorite ? .text("oui") : .empty,
      ])
    }
    return Sheet("Observations", Sheet.observationColumns, frozen: 1, filter: true, rows: rows)
  }

  /// The people of the tour de table.
  package var participantSheet: Sheet {
    let rows = demarche.participants.map { one in
      Sheet.Row.cells([
        .text(one.initiales), .text(one.nom), .word(one.college, shown: \.nom),
        .text(one.organisme), .word(one.implication, shown: \.nom),
      ])
    }
    return Sheet("Participants", Sheet.participantColumns, rows: rows)
  }

  /// The paliers with their indicators, axis by axis; a palier without any has a line too.
  package var indicateurSheet: Sheet {
    var sheet = Sheet("Paliers", Sheet.indicateurColumns, frozen: 2)
    for axe in Axe.allCases {
      for palier in demarche.schema.paliers(de: axe) {
        let start: [Sheet.Cell] = [
          .axe(axe), .text(palier.intitule), .number(palier.echeanceMois),
        ]
        if palier.indicateurs.isEmpty {
          let rest = Array(repeating: Sheet.Cell.empty, count: 5)
          sheet.rows.append(.cells(start + rest + [.text(palier.id)]))
        }
        sheet.rows += palier.indicateurs.map { indicateur in
          .cells(
            start + [
              .text(indicateur.intitule),
              .word(indicateur.nature, shown: \.mot),
              .value(indicateur.cible),
              .text(indicateur.unite),
              .text(keys(of: indicateur.personnes)),
              .text(indicateur.id),
            ])
        }
      }
    }
    return sheet
  }

  /// What was achieved, a line for each cell of the tableau de bord that says something.
  package var realiseSheet: Sheet {
    var sheet = Sheet("Réalisés", Sheet.realiseColumns, filter: true)
    let indicateurs = Axe.allCases.flatMap { demarche.schema.paliers(de: $0) }
      .flatMap(\.indicateurs)
    let names = IndicateurNames(indicateurs)
    for indicateur in indicateurs {
      sheet.rows += indicateur.realises.entries.map { entry in
        let realise = entry.value
        // « Non concerné » always says why; there is one column for words.
        let reason = realise.statut == .nonConcerne ? realise.motif : nil
        return .cells([
          .text(names.key(of: indicateur)),
          .number(entry.mois),
          .word(realise.statut, realise.statut.map { Tint($0) }) {
            "\(Signs.sign($0)) \($0.mot)"
          },
          .value(realise.valeur),
          .text(realise.commentaire ?? reason),
          .day(realise.date),
          .text(realise.piece?.titre),
        ])
      }
    }
    return sheet
  }
}

extension Sheet {
  static let observationColumns = [
    Column("Axe", width: 24), Column("Statut", width: 24), Column("Texte", width: 120),
    Column("Auteur", width: 18), Column("Numéro", width: 18), Column("Priorité", width: 18),
  ]
  static let participantColumns = [
    Column("Initiales", width: 20), Column("Nom", width: 45), Column("Collège", width: 50),
    Column("Organisme", width: 60), Column("Implication", width: 30),
  ]
  static let indicateurColumns = [
    Column("Axe", width: 24), Column("Palier", width: 75), Column("Échéance", width: 22),
    Column("Indicateur", width: 75), Column("Nature", width: 26), Column("Cible", width: 24),
    Column("Unité", width: 32), Column("Responsable", width: 28), Column("Id", width: 30),
  ]
  static let realiseColumns = [
    Column("Indicateur", width: 75), Column("Période", width: 18), Column("Statut", width: 32),
    Column("Valeur", width: 24), Column("Commentaire", width: 80), Column("Date", width: 24),
    Column("Pièce", width: 50),
  ]
}

extension Sheet.Cell {
  static func axe(_ axe: Axe?) -> Self { .word(axe, shown: \.motCourt) }
}

extension Indicateur.Nature {
  var mot: String {
    switch self {
    case .nombre: "nombre"
    case .pourcentage: "pourcentage"
    case .ouiNon: "oui-non"
    case .texte: "texte"
    }
  }
}

/// How a table names indicators: by their words, or by their id where two have the same.
struct IndicateurNames {
  private var counts: [String: Int] = [:]

  init(_ indicateurs: [Indicateur]) {
    for indicateur in indicateurs { counts[indicateur.intitule.folded, default: 0] += 1 }
    // A name that is another's id would be taken for it.
    for indicateur in indicateurs where counts[indicateur.id] != nil { counts[indicateur.id] = 2 }
  }

  func key(of indicateur: Indicateur) -> String {
    counts[indicateur.intitule.folded] == 1 ? indicateur.intitule : indicateur.id
  }
}
