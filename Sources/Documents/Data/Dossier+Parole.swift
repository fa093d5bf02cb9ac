import DPES

// What became of everybody's word: each as it was said, without who said it.
extension Dossier {
  func parole(_ suites: [Suite]) -> TemplateScope {
    let decided = Dictionary(
      suites.map { ($0.palier.id, decision($0)) }, uniquingKeysWith: { first, _ in first })
    let known = knownUntil
    let all = Devenir.devenirs(known, avancement, lignees: demarche.cercles)
    let groups = Devenir.Sort.allCases.map { sort in (sort, all.filter { $0.sort == sort }) }
    // What has no answer is read before what is on its way.
    let told = groups.ordered { $0.0 == .enRoute ? 1 : $0.0 == .garde ? 2 : 0 }
    let images = known.imagesParDate.map { known.cercles[$0].date.french }
    return [
      "total": .text(all.isEmpty ? nil : all.count.counting("chose")),
      "imagesJours": .text(images.isEmpty ? nil : images.joined(separator: " et du ")),
      "tourDeTableNombre": .text(
        demarche.participants.isEmpty
          ? nil
          : demarche.participants.count == 1
            ? "la personne" : "les \(demarche.participants.count.counting("personne"))"),
      "comptesDesDevenirs": .each(groups) { sort, said in
        ["nombre": .number(said.count), "mot": .text(sort.motCourt)]
      },
      "devenirs": .each(told.filter { !$0.1.isEmpty }) { sort, said in
        [
          "devenir": .text(sort.titre), "nombre": .number(said.count),
          "enListe": .flag(sort == .sansReponse), "enSuite": .flag(sort == .garde),
          "paroles": .each(Array(said.enumerated())) { place, one in
            var scope = word(one, decided)
            scope.add(["suite": .flag(place + 1 < said.count)])
            return scope
          },
        ]
      },
    ]
  }

  /// Without the images that come after the one that the document is of, and without what was
  /// answered after its day.
  private var knownUntil: Demarche {
    var known = demarche
    let last = choix.chosenImage(dans: demarche)?.date ?? jour
    known.cercles.removeAll { $0.date > last }
    known.retours.removeAll { $0.date.map { $0 > jour } ?? false }
    return known
  }

  private func word(_ one: Devenir, _ decided: [String: String]) -> TemplateScope {
    let (first, last) = (one.premiere, one.derniere)
    return [
      "numero": .number(last.numero ?? first.numero), "dit": .text(first.texte),
      "signeAvant": .text(Signs.sign(first.statut)),
      "motAvant": .text(first.statut?.mot ?? "sans statut"),
      "teinteAvant": .text(Tint(first.statut).rawValue), "signe": .text(Signs.sign(last.statut)),
      "mot": .text(last.statut?.mot ?? "sans statut"), "teinte": .text(Tint(last.statut).rawValue),
      "change": .flag(first.statut != last.statut), "neuve": .flag(one.estNeuve),
      "close": .flag(one.estClose), "retour": .text(one.retour?.texte),
      "reponses": .each(one.reponses) { answer($0, decided) },
    ]
  }

  private func answer(_ one: Devenir.Reponse, _ decided: [String: String]) -> TemplateScope {
    [
      "repere": .text("\(one.axe.lettre)\(one.rang)"), "intitule": .text(one.intitule),
      "resultat": .text(result(one)),
      "decide": .text(
        one.etat == .perdu || one.etat == .enRetard ? decided[one.palier] : nil),
      "preuveNumeros": .text(
        one.etat == .tenu ? proofs.numbers(ofAll: one.indicateurs) : nil),
    ]
  }

  /// What is done about what is lost or late, in the first words that say it.
  private func decision(_ suite: Suite) -> String {
    guard let first = suite.decisions.first else {
      return suite.passees.isEmpty ? "rien n’est encore décidé" : "rien n’est décidé depuis"
    }
    // As it was written: a name keeps its capital.
    let text = "«\u{A0}\(first.texte)\u{A0}»"
    return first.estSurLAxe ? "sur cet axe, \(text)" : text
  }

  private func result(_ one: Devenir.Reponse) -> String {
    let day = one.jour?.frenchMonthAndYear
    switch one.etat {
    case .tenu: return day.map { "tenu depuis \($0)" } ?? "tenu"
    case .perdu: return day.map { "perdu depuis \($0)" } ?? "perdu"
    case .enRetard, .echu: return day.map { "\(one.etat.mot), prévu pour \($0)" } ?? one.etat.mot
    case .sansObjet: return "sans objet pour l’instant"
    case .partiel, .aVenir: return day.map { "prévu pour \($0)" } ?? one.etat.mot
    }
  }
}
