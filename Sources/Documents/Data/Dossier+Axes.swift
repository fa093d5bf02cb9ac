import DPES

// The axes, their observations and their paliers, as templates name them.
extension Dossier {
  /// What is said of an axis, beside what it was `before`, a year earlier.
  func axis(
    _ axe: Avancement.ParAxe, before: Avancement.ParAxe, _ page: PageDuCA, _ poster: Poster
  ) -> TemplateScope {
    let page = page.axes.first { $0.axe == axe.axe }
    let counts = Statut.allCases.compactMap { statut in
      (page?.observations[statut]).map { "\(Signs.sign(statut)) \($0) \(statut.mot(pour: $0))" }
    }
    let without = (page?.observations[nil]).map { ["○ \($0) sans statut"] } ?? []
    var scope: TemplateScope = [
      "axe": .text(axe.axe.nomCourt), "axeNom": .text(axe.axe.nom),
      "lettre": .text(String(axe.axe.lettre)),
      "niveau": .number(axe.actuel), "niveauAvant": .number(before.actuel),
      "niveauIntermediaire": .number(axe.intermediaire), "niveauCible": .number(axe.cible),
      "niveaux": .text(levels(of: axe).firstUppercased),
      "observations": observations(sur: axe.axe),
      "comptes": .text((counts + without).joined(separator: ", ")),
      "tenu": .text(page?.tenu),
      "perdus": .each(page?.perdus ?? [], line),
      "retards": .each(page?.enRetard ?? [], line),
      "attendus": .each((page?.echus ?? []) + (page?.attendus ?? []), line),
      "paliers": .each(axe.paliers) { palier($0, on: axe) },
    ]
    scope.add(engagement(axe, poster))
    scope.add(escalier(axe))
    scope.add(next(on: axe, page))
    scope.add(candidacy(on: axe))
    scope.add(pair(on: axe.axe))
    return scope
  }

  private func line(_ ligne: PageDuCA.Ligne) -> TemplateScope {
    [
      "texte": .text(ligne.intitule), "rang": .number(ligne.rang), "mois": .number(ligne.mois),
      "passee": .text(ligne.joursDEcheance.map(EcheancePassee.mot(depuis:))),
    ]
  }

  /// The period that ends next; nil after the last one.
  var nextPeriod: Periode? {
    avancement.periodes.first { $0.fin.map { jour <= $0 } ?? true }
  }

  func observations(sur axe: Axe?) -> TemplateScope.Value {
    .each((image?.observations ?? []).filter { $0.axe == axe }, people.observation)
  }

  private func palier(
    _ palier: Avancement.ParPalier, on axe: Avancement.ParAxe
  ) -> TemplateScope {
    let mois = palier.palier.echeanceMois
    return [
      "rang": .number(palier.rang), "repere": .text("\(axe.axe.lettre)\(palier.rang)"),
      "intitule": .text(palier.palier.intitule),
      "sansEffet": .flag(palier.etat == .tenu && axe.estSansEffet(palier)),
      "echeance": .text(mois.map { "à \($0)\u{A0}mois" }),
      "echeanceJour": .text(mois.flatMap(demarche.schema.jour)?.french),
      "etat": .text(palier.etat.mot), "etatSigne": .text(palier.etat.signe),
      "etatTeinte": .text(Tint(palier.etat).rawValue),
      "atteintLe": .text(palier.palier.atteintLe?.french),
      "motif": .text(reason(palier)),
      "tenuAuDepart": .flag(palier.palier.tenuAuDepart),
      "indicateurs": .each(palier.indicateurs) { one in
        var scope = indicateur(one)
        scope.add([
          "premier": .flag(one == palier.indicateurs.first),
          "ultime": .flag(one == palier.indicateurs.last),
        ])
        return scope
      },
      "engagements": .each(palier.palier.engagements) { one in
        [
          "texte": .text(one.texte), "qui": .text(name(of: one.qui) ?? one.organisme),
          "quand": .text(one.quand?.french),
        ]
      },
    ]
  }

  /// Why a palier concerns the structure in nothing, as its indicators say it.
  private func reason(_ palier: Avancement.ParPalier) -> String? {
    guard palier.etat == .sansObjet else { return nil }
    let said = palier.indicateurs.compactMap { one in
      one.cases.last { $0.estConnue && $0.realise?.statut == .nonConcerne }?.realise?.motif
    }
    return said.isEmpty ? nil : said.joined(separator: "\u{A0}; ")
  }

  /// « ! en retard, à vérifier à 12 mois »: what was expected after the last that is known, and is not
  /// there; nil where that itself says that it is late, or lost.
  private func late(
    _ one: Avancement.ParIndicateur, but last: Avancement.Case?
  ) -> String? {
    guard !one.estPerdu, let cell = one.cases.first(where: { $0.etat == .enRetard }),
      cell.periode != last?.periode, let objectif = cell.objectif
    else { return nil }
    return "\(Signs.late)\u{A0}en retard, à \(objectif.mot) à \(cell.periode.mois)\u{A0}mois"
  }

  private func indicateur(_ one: Avancement.ParIndicateur) -> TemplateScope {
    let indicateur = one.indicateur
    let last = one.cases.last { $0.estConnue && $0.realise?.statut != nil }
    return [
      "indicateur": .text(indicateur.intitule),
      "cible": .text(indicateur.cible.map(indicateur.french)),
      "responsable": .text(names(of: indicateur.personnes)),
      "preuve": .text(indicateur.preuve),
      "preuveNumeros": .text(proofs.numbers(of: indicateur.id)),
      "dernier": .text(last.map { CaseText(cell: $0, indicateur: indicateur).realise }),
      "dernierTeinte": .text(
        (last.flatMap { CaseText(cell: $0, indicateur: indicateur).tint } ?? .gris).rawValue),
      "commentaire": .text(last?.realise?.commentaire),
      "retard": .text(late(one, but: last)),
      "cases": .each(one.cases) { cell in
        let text = CaseText(cell: cell, indicateur: indicateur)
        return [
          "etiquette": .text("\(cell.periode.mois)\u{A0}mois"),
          "apres": .flag(cell.periode.mois > nextPeriod?.mois ?? .max),
          "objectif": .text(text.objectif), "realise": .text(text.realise),
          "teinte": .text(text.tint?.rawValue ?? "vide"),
        ]
      },
    ]
  }
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
