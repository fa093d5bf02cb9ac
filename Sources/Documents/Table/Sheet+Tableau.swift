import DPES

extension Dossier {
  /// The tableau de bord as the method draws it: Objectif and Réalisé under each period, the paliers
  /// under their axes.
  package var tableauSheet: Sheet {
    let periodes = avancement.periodes
    var columns = [
      Sheet.Column("Palier", width: 40), Sheet.Column("Échéance", width: 19),
      Sheet.Column("Indicateur", width: 44), Sheet.Column("Cible", width: 24),
      Sheet.Column("Responsable", width: 23),
    ]
    var groups = [Sheet.Cell(.empty, columns: columns.count)]
    for periode in periodes {
      columns += [Sheet.Column("Objectif", width: 24), Sheet.Column("Réalisé", width: 32)]
      groups.append(Sheet.Cell(.text(heading(of: periode)), columns: 2))
    }
    var sheet = Sheet("Tableau de bord", columns, frozen: 1)
    sheet.isWide = true
    sheet.repeatedColumns = 3
    sheet.title = "\(demarche.structure.raisonSociale)\u{A0}: tableau de bord au \(jour.french)"
    sheet.groups = groups
    for axe in avancement.axes {
      sheet.rows.append(.heading(line(of: axe)))
      for palier in axe.paliers { sheet.rows += rows(of: palier, periods: periodes.count) }
    }
    return sheet
  }

  private func rows(of palier: Avancement.ParPalier, periods: Int) -> [Sheet.Row] {
    let name = Sheet.Cell.text("\(palier.rang). \(palier.palier.intitule)")
    let deadline = Sheet.Cell.text(palier.palier.echeanceMois.map { "\($0)\u{A0}mois" })
    guard !palier.indicateurs.isEmpty else {
      let held = palier.palier.tenuAuDepart ? "tenu au départ" : palier.etat.mot
      let said = palier.palier.atteintLe.map { "atteint le \($0.french)" } ?? held
      return [
        .cells(
          [
            name, deadline,
            Sheet.Cell(.text("\(palier.etat.signe) \(said)"), Tint(palier.etat)),
          ] + Array(repeating: .empty, count: 2 + 2 * periods))
      ]
    }
    return palier.indicateurs.map { one in
      let indicateur = one.indicateur
      let cells = one.cases.flatMap { cell in
        let text = CaseText(cell: cell, indicateur: indicateur)
        let realise = text.realise
        return [
          Sheet.Cell.text(text.objectif),
          Sheet.Cell(realise.isEmpty ? .empty : .text(realise), text.tint),
        ]
      }
      return .cells(
        [
          name, deadline, .text(indicateur.intitule),
          .text(indicateur.cible.map(indicateur.french)),
          .text(self.names(of: indicateur.personnes)),
        ] + cells)
    }
  }

  /// `12 mois (close)`, with the profile that the period ends on, and its days on a line of their own.
  func heading(of periode: Periode) -> String {
    let profil =
      switch periode.mois {
      case Periode.colonne(deEcheance: avancement.dureeMois): ", profil cible"
      case Periode.colonne(deEcheance: avancement.intermediaireMois): ", profil intermédiaire"
      default: ""
      }
    let close = demarche.estClose(periode.mois) ? " (close)" : ""
    return "\(periode.mois)\u{A0}mois\(close)\(profil)" + (periode.days.map { "\n\($0)" } ?? "")
  }

  /// `Utilité et emplois — palier 2 aujourd’hui, 3 prévu à 18 mois, 5 à 36 mois`.
  func line(of axe: Avancement.ParAxe) -> String {
    "\(axe.axe.nomCourt) — " + levels(of: axe)
  }

  func levels(of axe: Avancement.ParAxe) -> String {
    guard !axe.paliers.isEmpty else { return "aucun palier encore" }
    let today = axe.actuel == 0 ? "aucun palier atteint" : "palier \(axe.actuel)"
    let start = axe.ditSonDepart ? "palier \(axe.depart) au départ, " : ""
    return "\(start)\(today) aujourd’hui, \(axe.intermediaire) prévu à "
      + "\(avancement.intermediaireMois)\u{A0}mois, "
      + "\(axe.cible) à \(avancement.dureeMois)\u{A0}mois"
  }
}
