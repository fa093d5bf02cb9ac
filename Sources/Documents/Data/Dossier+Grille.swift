import DPES

// The answers of the grille de questionnement, in the words of their référentiel.
extension Dossier {
  /// Whether somebody answered a point.
  package var hasGrille: Bool { demarche.grilles.contains { $0.reponses.contains(where: \.says) } }

  /// The ids of référentiels that answers name and that were not given.
  package var unknownReferentiels: [String] {
    var met: Set<String> = []
    return demarche.grilles.filter { $0.reponses.contains(where: \.says) }
      .compactMap(\.referentiel)
      .filter { referentiels[$0] == nil && met.insert($0).inserted }
  }

  /// An answer with its question.
  struct Question {
    let reponse: Reponse
    /// The code when no référentiel says more.
    let intitule: String
    let theme: String?
    let axe: Axe?
  }

  /// What was answered, in the order of the référentiel; what it does not know comes last.
  func questions(_ grille: Grille) -> [Question] {
    let referentiel = grille.referentiel.flatMap { referentiels[$0] }
    let answers = grille.reponses.filter(\.says)
    let found = answers.map { reponse in
      let code = reponse.point ?? ""
      let point = referentiel?.point(code)
      return Question(
        reponse: point?.point.imprimable(reponse) ?? reponse,
        intitule: point?.point.intitule ?? (code.isEmpty ? "sans point" : code),
        theme: point?.theme?.intitule, axe: point?.axe)
    }
    let points = (referentiel?.themes ?? []).flatMap(\.points)
    var places: [String: Int] = [:]
    for (place, point) in points.enumerated() {
      for code in [point.code] + point.anciens { places[code] = place }
    }
    func place(_ one: Question) -> Int { one.reponse.point.flatMap { places[$0] } ?? points.count }
    return found.filter(\.reponse.says).ordered(by: place)
  }

  func name(of grille: Grille) -> String {
    grille.referentiel.map { referentiels[$0]?.nom ?? $0 } ?? "Sans référentiel"
  }

  /// The last answers to each référentiel, theme by theme.
  var grilles: TemplateScope.Value {
    var met: Set<String> = []
    let names = demarche.grilles.compactMap(\.referentiel).filter { met.insert($0).inserted }
    let last =
      names.compactMap { name in demarche.grille(de: name).map { demarche.grilles[$0] } }
      + demarche.grilles.filter { $0.referentiel == nil }
    return .each(last.filter { $0.reponses.contains(where: \.says) }) { grille in
      [
        "referentiel": .text(name(of: grille)), "date": .text(grille.date?.french),
        "themes": .each(themes(questions(grille))) { theme, questions in
          ["theme": .text(theme), "reponses": .each(questions, question)]
        },
      ]
    }
  }

  /// Neighbours of one theme together.
  private func themes(_ questions: [Question]) -> [(theme: String?, questions: [Question])] {
    var themes: [(theme: String?, questions: [Question])] = []
    for one in questions {
      if let last = themes.indices.last, themes[last].theme == one.theme {
        themes[last].questions.append(one)
      } else {
        themes.append((one.theme, [one]))
      }
    }
    return themes
  }

  private func question(_ one: Question) -> TemplateScope {
    [
      "point": .text(one.intitule), "axe": .text(one.axe?.nomCourt),
      "existante": .text(one.reponse.existante?.mot),
      "existanteTexte": .text(one.reponse.existanteTexte),
      "aIntegrer": .text(one.reponse.aIntegrerMot),
      "aIntegrerTexte": .text(one.reponse.aIntegrerTexte),
    ]
  }
}

extension Reponse {
  fileprivate var says: Bool {
    existante != nil || existanteTexte != nil || aIntegrer != nil || aIntegrerTexte != nil
      || echeanceAns != nil
  }
}
