package import DPES

// One tool of the manual, or of a network: what was said in it, sheet by sheet, and what came of it.
extension Dossier {
  /// The tool that was chosen; else the one that was answered last, of those that are known.
  package var outil: Referentiel? {
    if let id = choix.outil { return referentiels[id] ?? demarche.referentielInconnu(id) }
    let said = demarche.grilles.filter { !$0.reponses.isEmpty }.ordered { $0.date?.number ?? 0 }
    let known = said.reversed().lazy.compactMap(\.referentiel).compactMap { referentiels[$0] }
    return known.first(where: \.estUnOutil) ?? known.first
  }

  /// One sheet of a tool: of the structure, of a fiche, or of an acteur.
  struct Feuille {
    let titre: String?
    let grille: Grille?
    let sujet: String?
  }

  /// The last answers to a tool, a sheet for each of those that it has answers about.
  func feuilles(_ outil: Referentiel) -> [Feuille] {
    func last(_ sujet: String?) -> Grille? {
      demarche.grilles(de: outil.id, sujet: sujet).first { !$0.reponses.isEmpty }
    }
    let all: [Feuille] =
      switch outil.sujet {
      case nil: [Feuille(titre: nil, grille: last(nil), sujet: nil)]
      case .fiche:
        demarche.fiches(de: outil.id).map {
          Feuille(titre: $0.titre, grille: last($0.id), sujet: $0.id)
        }
      case .acteur:
        demarche.acteurs.compactMap { acteur in
          last(acteur.id).map { Feuille(titre: acteur.nom, grille: $0, sujet: acteur.id) }
        }
      }
    guard let fiche = choix.fiche else { return all }
    return all.filter { $0.sujet == fiche }
  }

  /// What a template may name of the tool.
  var outilScope: TemplateScope {
    guard let outil else {
      return [
        "outilNom": .text("Outil du manuel"), "outilDescription": .text(""),
        "outilSource": .text(""), "feuilles": .flag(false),
      ]
    }
    return [
      "outilNom": .text(outil.nom), "outilDescription": .text(outil.description),
      "outilSource": .text(outil.source), "feuilles": .each(feuilles(outil)) { sheet(outil, $0) },
    ]
  }

  private func sheet(_ outil: Referentiel, _ feuille: Feuille) -> TemplateScope {
    let reponses = Dictionary(
      (feuille.grille?.reponses ?? []).compactMap { one in one.point.map { ($0, one) } },
      uniquingKeysWith: { $1 })
    return [
      "feuilleTitre": .text(feuille.titre), "feuilleDate": .text(feuille.grille?.date?.french),
      "feuilleSuites": .each(
        feuille.sujet.map { suites(de: "\(outil.sujet == .acteur ? "acteurs" : "fiches"):\($0)") }
          ?? [], suite),
      "outilThemes": .each(outil.themes) { theme in
        [
          "outilTheme": .text(theme.intitule),
          "outilPoints": .each(theme.points) { point in
            let codes = [point.code] + point.anciens
            return self.point(
              point, codes.lazy.compactMap { reponses[$0] }.first, of: outil,
              // What came of a point is the tool's, and no sheet's.
              codes: outil.sujet == nil ? codes : [])
          },
        ]
      },
    ]
  }

  private func point(
    _ point: Referentiel.Point, _ reponse: Reponse?, of outil: Referentiel, codes: [String]
  ) -> TemplateScope {
    let isAside = reponse?.existante == .nonConcerne
    let isCurseur = point.forme == .curseur && !isAside
    let arguments = isCurseur ? reponse?.arguments ?? [] : []
    return [
      "outilPoint": .text(point.intitule),
      "ligneDuCurseur": .text(isCurseur ? Curseur(reponse).ligne() : nil),
      "boulePleine": .flag(isCurseur && reponse?.priorite == true),
      "dits": .each(dits(point, reponse)) { ["dit": .text($0)] },
      "argumentsDits": .each(arguments) { argument in
        [
          "argumentSens": .text(argument.sens?.rawValue ?? "dit"),
          "argumentFleches": .text(argument.fleches("→", "←")),
          "argumentTexte": .text(argument.texte),
          "argumentCollege": .text(college(argument)?.motCourt),
        ]
      },
      "rienDit": .flag(arguments.isEmpty && dits(point, reponse).isEmpty),
      "suitesDuPoint": .each(codes.flatMap { suites(de: "\(outil.id):\($0)") }, suite),
    ]
  }

  /// From which collège an argument came, as far as it is known.
  private func college(_ argument: Argument) -> College? {
    argument.college ?? argument.auteur.flatMap { participant($0)?.college }
  }

  /// What was said of a point beside its arguments, a line each.
  func dits(_ point: Referentiel.Point, _ reponse: Reponse?) -> [String] {
    guard let reponse = reponse.map(point.imprimable) else { return [] }
    let texte = reponse.existanteTexte
    if reponse.existante == .nonConcerne {
      return ["non concerné" + (texte.map { "\u{A0}: \($0)" } ?? "")]
    }
    let existante = [reponse.existante?.mot, texte].compactMap(\.self).joined(separator: ", ")
    let aIntegrer = [
      reponse.aIntegrerMot.map { "à intégrer\u{A0}: \($0)" }, reponse.aIntegrerTexte,
    ].compactMap(\.self).joined(separator: ", ")
    switch point.forme {
    case .liste: return reponse.elements
    case .choix:
      return point.choisies(reponse)
        + [
          texte.map { "Ce qui nous le fait dire\u{A0}: \($0)" },
          reponse.aIntegrerTexte.map { "Vers quoi cela va\u{A0}: \($0)" },
        ].compactMap(\.self)
    case .curseur:
      let before = [existante, aIntegrer].filter { !$0.isEmpty }.joined(separator: ", ")
      return before.isEmpty ? [] : ["Réponse d’avant\u{A0}: \(before)"]
    case nil: return [existante, aIntegrer].filter { !$0.isEmpty }
    }
  }

  /// What the chain reaches from a point: observations, paliers, what was achieved with its proof.
  private func suites(de point: String) -> [String] {
    let context = Chaine.Contexte(demarche, avancement, Lignees(demarche.cercles), image: image)
    return Chaine(de: .point(point), context).apres.compactMap { told($0.maillon) }
  }

  private func suite(_ text: String) -> TemplateScope { ["suiteDite": .text(text)] }

  private func told(_ maillon: Maillon) -> String? {
    switch maillon {
    case .observation(let id):
      guard let place = demarche.lieu(deObservation: id) else { return nil }
      let one = demarche.cercles[place.cercle].observations[place.index]
      return "Observation\(one.numero.map { " \($0)" } ?? "")\u{A0}: \(one.texte)"
    case .palier(let id):
      return demarche.schema.paliers.first { $0.id == id }.map { "Palier\u{A0}: \($0.intitule)" }
    case .cellule(let id, let mois):
      guard
        let one = demarche.schema.paliers.lazy.flatMap(\.indicateurs).first(where: { $0.id == id }),
        let realise = one.realises[mois],
        let statut = realise.statut
      else { return nil }
      let piece = realise.piece?.titre.map { ", preuve\u{A0}: \($0)" } ?? ""
      return "\(one.intitule)\u{A0}: \(statut.mot)\(piece)"
    case .point, .indicateur, .ligne: return nil
    }
  }
}
