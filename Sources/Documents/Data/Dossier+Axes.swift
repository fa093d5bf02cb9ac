import DPES

// The axes, their observations and their paliers, as templates name them.
extension Dossier {
  func axis(_ axe: Avancement.ParAxe, _ page: PageDuCA) -> TemplateScope {
    let page = page.axes.first { $0.axe == axe.axe }
    let counts = Statut.allCases.compactMap { statut in
      (page?.observations[statut]).map { "\(Signs.sign(statut)) \($0) \(statut.mot(pour: $0))" }
    }
    let without = (page?.observations[nil]).map { ["○ \($0) sans statut"] } ?? []
    return [
      "axe": .text(axe.axe.nomCourt), "axeNom": .text(axe.axe.nom),
      "lettre": .text(String(axe.axe.lettre)),
      "niveau": .number(axe.actuel), "niveaux": .text(levels(of: axe).capitalised),
      "observations": observations(sur: axe.axe),
      "comptes": .text((counts + without).joined(separator: ", ")),
      "axePriorites": .each(page?.priorites ?? []) { ["texte": .text($0)] },
      "tenu": .text(page?.tenu),
      "prochain": .text(page?.prochain.map(next)),
      "perdus": .each(page?.perdus ?? [], line),
      "retards": .each(page?.enRetard ?? [], line),
      "attendus": .each((page?.echus ?? []) + (page?.attendus ?? []), line),
      "paliers": .each(axe.paliers, palier),
      "plans": .each(axe.paliers.filter { !$0.estTenu }, palier),
      "atteints": .each(axe.paliers.filter { $0.estTenu && $0.etat != .sansObjet }, palier),
      "aAtteindre": .each(due(axe), palier),
      "preuves": .each(proofs(of: axe), proof),
      "axeNotes": .each(demarche.notes.filter { $0.axe == axe.axe }, note),
    ]
  }

  private func next(_ palier: PageDuCA.Prochain) -> String {
    let when =
      palier.jour.map { "avant le \($0.french)" }
      ?? palier.echeanceMois.map { "à \($0)\u{A0}mois" }
    return "palier \(palier.rang), \(palier.intitule)" + (when.map { ", \($0)" } ?? "")
      + " (\(palier.joursDEcheance.map(EcheancePassee.mot(depuis:)) ?? palier.etat.mot))"
  }

  private func line(_ ligne: PageDuCA.Ligne) -> TemplateScope {
    [
      "texte": .text(ligne.intitule), "rang": .number(ligne.rang), "mois": .number(ligne.mois),
      "passee": .text(ligne.joursDEcheance.map(EcheancePassee.mot(depuis:))),
    ]
  }

  /// Paliers not held yet, whose column is the present period or an earlier one; before the start,
  /// those of the first.
  private func due(_ axe: Avancement.ParAxe) -> [Avancement.ParPalier] {
    guard let until = nextPeriod?.mois else { return [] }
    return axe.paliers.filter { palier in
      !palier.estTenu
        && palier.palier.echeanceMois.map { Periode.colonne(deEcheance: $0) <= until } ?? false
    }
  }

  /// The period that ends next.
  var nextPeriod: Periode? {
    avancement.periodes.first { $0.fin.map { jour <= $0 } ?? true } ?? avancement.periodes.last
  }

  func observations(sur axe: Axe?) -> TemplateScope.Value {
    .each((image?.observations ?? []).filter { $0.axe == axe }, people.observation)
  }

  func palier(_ palier: Avancement.ParPalier) -> TemplateScope {
    let mois = palier.palier.echeanceMois
    return [
      "rang": .number(palier.rang), "intitule": .text(palier.palier.intitule),
      "echeance": .text(mois.map { "à \($0)\u{A0}mois" }),
      "echeanceJour": .text(mois.flatMap(demarche.schema.jour)?.french),
      "etat": .text(palier.etat.mot), "etatSigne": .text(palier.etat.signe),
      "etatTeinte": .text(Tint(palier.etat).rawValue),
      "atteintLe": .text(palier.palier.atteintLe?.french),
      "tenuAuDepart": .flag(palier.palier.tenuAuDepart),
      "indicateurs": .each(palier.indicateurs, indicateur),
      "engagements": .each(palier.palier.engagements) { one in
        [
          "texte": .text(one.texte), "qui": .text(name(of: one.qui) ?? one.organisme),
          "quand": .text(one.quand?.french),
        ]
      },
    ]
  }

  private func indicateur(_ one: Avancement.ParIndicateur) -> TemplateScope {
    let indicateur = one.indicateur
    let last = one.cases.last { $0.estConnue && $0.realise?.statut != nil }
    return [
      "indicateur": .text(indicateur.intitule),
      "cible": .text(indicateur.cible.map(indicateur.french)),
      "responsable": .text(names(of: indicateur.personnes)),
      "preuve": .text(indicateur.preuve),
      "dernier": .text(last.map { CaseText(cell: $0, indicateur: indicateur).realise }),
      "dernierTeinte": .text(
        (last.flatMap { CaseText(cell: $0, indicateur: indicateur).tint } ?? .gris).rawValue),
      "commentaire": .text(last?.realise?.commentaire),
      "cases": .each(one.cases) { cell in
        let text = CaseText(cell: cell, indicateur: indicateur)
        return [
          "objectif": .text(text.objectif), "realise": .text(text.realise),
          "teinte": .text(text.tint?.rawValue ?? "vide"),
        ]
      },
    ]
  }

  private func proofs(
    of axe: Avancement.ParAxe
  ) -> [(indicateur: Indicateur, piece: Realise.Piece, realise: Realise)] {
    axe.paliers.flatMap(\.indicateurs).flatMap { one in
      one.cases.compactMap { cell in
        guard let realise = cell.realise, let piece = realise.piece, cell.estConnue else {
          return nil
        }
        return (one.indicateur, piece, realise)
      }
    }
  }

  private func proof(
    _ one: (indicateur: Indicateur, piece: Realise.Piece, realise: Realise)
  ) -> TemplateScope {
    [
      "indicateur": .text(one.indicateur.intitule),
      "piece": .text(one.piece.titre ?? "pièce"), "lieu": .text(one.piece.lieu),
      "dateDuFait": .text(one.piece.dateDuFait?.french),
    ]
  }
}

extension String {
  /// With a capital where a sentence begins.
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension People {
  /// There may be thousands: of each, only what a template asks for is made, and none of them holds
  /// the whole dossier.
  func observation(_ one: Observation) -> TemplateScope {
    TemplateScope { name in
      switch name {
      case "numero": .number(one.numero)
      case "texte": .text(one.texte)
      case "axe": .text(one.axe?.nomCourt ?? "À placer")
      case "signe": .text(Signs.sign(one.statut))
      case "mot": .text(one.statut?.mot ?? "sans statut")
      case "teinte": .text(Tint(one.statut).rawValue)
      case "priorite": .flag(one.priorite)
      case "desaccord": .flag(one.desaccord)
      case "minorite": .text(one.minorite)
      case "auteur": .text(self.name(of: one.auteur))
      case "arguments": .each(one.arguments.filter { $0.texte != nil }, argument)
      default: nil
      }
    }
  }

  private func argument(_ argument: Argument) -> TemplateScope {
    [
      "sens": .text(argument.sens == .contre ? "contre" : "pour"),
      "texte": .text(argument.texte), "auteur": .text(name(of: argument.auteur)),
    ]
  }
}
