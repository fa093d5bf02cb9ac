import DPES

extension Dossier {
  /// What was expected and achieved, a line for each period of each indicator: words of the format,
  /// always the same columns, so that the tables of several structures stack one below the other.
  ///
  /// A palier without indicators has a line too. No level and nothing added up: there is nothing to
  /// rank by.
  package var donneesSheet: Sheet {
    var sheet = Sheet("Données", Sheet.donneesColumns, filter: true)
    sheet.isWide = true
    for axe in avancement.axes {
      for palier in axe.paliers {
        let start = cells(of: palier, axe.axe)
        if palier.indicateurs.isEmpty {
          let day = Sheet.Cell.day(palier.palier.atteintLe)
          sheet.rows.append(
            .cells(start + Array(repeating: .empty, count: 20) + [day, .empty, .empty, .empty]))
        }
        for one in palier.indicateurs {
          let middle = cells(of: one.indicateur)
          sheet.rows += periods(of: one).map { .cells(start + middle + $0) }
        }
      }
    }
    return sheet
  }

  private func cells(of palier: Avancement.ParPalier, _ axe: Axe) -> [Sheet.Cell] {
    let structure = demarche.structure
    return [
      .text(structure.raisonSociale), .text(structure.siren), .text(demarche.id),
      .text(axe.rawValue), .number(palier.rang), .text(palier.palier.intitule),
      .text(palier.etat.code), .number(palier.palier.echeanceMois),
      .day(palier.palier.echeanceMois.flatMap { demarche.schema.jour($0) }),
    ]
  }

  private func cells(of indicateur: Indicateur) -> [Sheet.Cell] {
    [
      .text(indicateur.intitule), .text(indicateur.id), .text(indicateur.nature?.rawValue),
      .text(indicateur.unite), .text(indicateur.sens?.rawValue), .value(indicateur.cible),
      sansNoms ? .empty : .text(names(of: indicateur.personnes)),
    ]
  }

  /// One for each period that has an objective or a réalisé, also where the columns of the tableau
  /// do not reach.
  private func periods(of one: Avancement.ParIndicateur) -> [[Sheet.Cell]] {
    let shown = Set(one.cases.map(\.periode.mois))
    let later = one.indicateur.realises.entries.filter { !shown.contains($0.mois) }
    return one.cases.filter { $0.objectif != nil || $0.realise != nil }.map { cell in
      period(cell.periode, cell.objectif, cell.code, one.indicateur, cell.realise)
    }
      + later.map {
        period(demarche.schema.periode($0.mois), nil, nil, one.indicateur, $0.value)
      }
  }

  private func period(
    _ periode: Periode, _ objectif: Objectif?, _ etat: String?, _ indicateur: Indicateur,
    _ realise: Realise?
  ) -> [Sheet.Cell] {
    let isNumber = if case .nombre? = realise?.valeur { true } else { false }
    let piece = realise?.piece
    return [
      .number(periode.mois), .day(periode.debut), .day(periode.fin),
      .text(demarche.estClose(periode.mois) ? "oui" : "non"), .text(objectif?.rawValue),
      .value(indicateur.cibles[periode.mois]), .text(realise?.statut?.rawValue), .text(etat),
      isNumber ? .value(realise?.valeur) : .empty, isNumber ? .empty : .value(realise?.valeur),
      Sheet.Cell(realise?.numerateur.map(Sheet.Value.number) ?? .empty),
      Sheet.Cell(realise?.denominateur.map(Sheet.Value.number) ?? .empty),
      // « Non concerné » always says why; there is one column for words.
      .text(realise?.commentaire ?? realise?.motif), .day(realise?.date), .text(piece?.titre),
      sansNoms ? .empty : .text(piece?.lieu), .day(piece?.dateDuFait),
    ]
  }
}

extension Avancement.ParPalier.Etat {
  /// As a table says it to programs.
  fileprivate var code: String {
    switch self {
    case .tenu: "tenu"
    case .perdu: "perdu"
    case .enRetard: "en-retard"
    case .echu: "echeance-passee"
    case .partiel: "en-partie"
    case .aVenir: "a-venir"
    case .sansObjet: "sans-objet"
    }
  }
}

extension Avancement.Case {
  /// As a table says it to programs; nil where nothing is the matter.
  fileprivate var code: String? {
    if estPerdue { return "perdu" }
    return switch etat {
    case .enRetard: "en-retard"
    case .echue: "echeance-passee"
    case .due: "a-faire"
    case .calme: dejaTenu == nil ? nil : "deja-tenu"
    }
  }
}

extension Sheet {
  /// Their names and their order are for ever: tables of several years stack.
  static let donneesColumns = [
    ("structure", 40), ("siren", 22), ("demarche", 30), ("axe", 22), ("rang", 12),
    ("palier", 60), ("etatPalier", 20), ("echeanceMois", 24), ("echeance", 22),
    ("indicateur", 60), ("indicateurId", 30), ("nature", 24), ("unite", 24), ("sens", 16),
    ("cible", 20), ("responsable", 24), ("periode", 16), ("debut", 22), ("fin", 22),
    ("close", 14), ("objectif", 20), ("objectifValeur", 26), ("statut", 24), ("etat", 20),
    ("valeurNombre", 26), ("valeurTexte", 40), ("numerateur", 22), ("denominateur", 24),
    ("commentaire", 60), ("date", 22), ("preuve", 50), ("preuveLieu", 50), ("preuveDate", 22),
  ].map { Column($0.0, name: $0.0, width: $0.1) }
}
