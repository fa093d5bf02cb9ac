import DPES
import JSONTree

// What is kept beside the tableau de bord, and what a year reports.
extension Dossier {
  func followUp(_ page: PageDuCA) -> TemplateScope {
    let notes = demarche.notes.sorted { ($0.date?.number ?? 0) > ($1.date?.number ?? 0) }
    var scope: TemplateScope = [
      "notes": .each(notes, note),
      // Of another year are those that have its date.
      "anneeNotes": .each(
        notes.filter { $0.date.map { $0 > depuis && $0 <= jour } ?? true }, note
      ),
      "ressources": .each(demarche.ressources) { one in
        [
          "titre": .text(one.titre ?? "sans titre"), "genre": .text(one.genre?.rawValue),
          "lieu": .text(one.lieu), "axe": .text(one.axe?.nomCourt),
          "date": .text(one.date?.french),
        ]
      },
      "exercices": .each(SuiviFinancier(demarche.structure.exercices).annees, year),
      "tresorerie": .each(tresorerie) { $0 },
      "decisions": .each(page.decisions, note),
    ]
    scope.add(money)
    return scope
  }

  func note(_ note: NoteDeCapitalisation) -> TemplateScope {
    [
      "date": .text(note.date?.french), "axe": .text(note.axe?.nomCourt),
      "lettre": .text(note.axe.map { String($0.lettre) }),
      "periode": .text(note.periode.map { "\($0)\u{A0}mois" }),
      "faitMarquant": .text(note.faitMarquant?.ended), "lecon": .text(note.lecon?.ended),
      "decision": .text(note.decision?.ended), "discuteAvec": .text(note.discuteAvec),
    ]
  }

  /// The exercices that have ended, the last first; those there are where none has.
  var anneesFinies: [SuiviFinancier.Annee] {
    let all = SuiviFinancier(demarche.structure.exercices).annees
    let ended = all.filter { ($0.exercice.fin ?? $0.exercice.debut).map { $0 <= jour } ?? true }
    return ended.isEmpty ? all : ended
  }

  /// The last exercice beside the one before, a measure a row; empty where nothing is said.
  private var money: TemplateScope {
    let years = anneesFinies
    guard let last = years.first(where: { $0.chiffres.contains { $0.valeur != nil } }),
      let place = years.firstIndex(of: last)
    else { return ["argent": .list(0) { _ in [:] }] }
    let before = years.indices.contains(place + 1) ? years[place + 1] : nil
    @Sendable func said(_ chiffre: SuiviFinancier.Chiffre?) -> String? {
      chiffre?.french
    }
    return [
      "argentExercice": .text(last.exercice.intitule),
      "argentAvant": .text(before?.exercice.intitule),
      "argentPluralite": .text(last.pluralite?.phrase),
      "argentFinanceurs": financeurs(last.pluralite),
      "argent": .each(printed(last)) { chiffre in
        [
          "nom": .text(chiffre.mesure.nom), "valeur": .text(said(chiffre)),
          "avant": .text(said(before?[chiffre.mesure])),
          "part": .text(chiffre.part.map { "\($0)\u{A0}%" }),
          "variation": .text(variation(chiffre)),
        ]
      },
    ]
  }

  /// What a reader is told of a year: what is said, but for a chiffre d’affaires that counts more than
  /// the sales.
  private func printed(_ annee: SuiviFinancier.Annee) -> [SuiviFinancier.Chiffre] {
    annee.chiffres.filter {
      $0.valeur != nil
        && !($0.mesure == .chiffreAffaires && annee.exercice.chiffreDAffairesEnTrop)
    }
  }

  private func variation(_ chiffre: SuiviFinancier.Chiffre) -> String? {
    chiffre.variation.map { ($0 < 0 ? "−" : "+") + percent(abs($0)) }
  }

  private func financeurs(_ pluralite: Pluralite?) -> TemplateScope.Value {
    .each(pluralite?.lignes ?? []) { ligne in
      [
        "nom": .text(ligne.nom),
        "montant": .text(ligne.montant.euros), "part": .text("\(ligne.part)\u{A0}%"),
      ]
    }
  }

  private func year(_ annee: SuiviFinancier.Annee) -> TemplateScope {
    [
      "exercice": .text(annee.exercice.intitule),
      "chiffres": .each(printed(annee)) { chiffre in
        [
          "nom": .text(chiffre.mesure.nom),
          "valeur": .text(chiffre.french),
          "part": .text(chiffre.part.map { "\($0)\u{A0}%" }),
          "variation": .text(variation(chiffre)),
        ]
      },
      "pluralite": .text(annee.pluralite?.phrase),
      "financeurs": financeurs(annee.pluralite),
    ]
  }

  /// The last dated point of the treasury, by its three horizons; nil where none says anything.
  var tresorerie: [TemplateScope] {
    Tresorerie.points(demarche.structure.tresorerie).prefix(1).map { point in
      [
        "date": .text(point.point.date?.french), "court": .text(point.court),
        "moyen": .text(point.moyen), "long": .text(point.long),
      ]
    }
  }

  private func percent(_ share: Double) -> String {
    "\(Int((min(share, 1_000_000) * 100).rounded()))\u{A0}%"
  }

  /// « il y a un an », or the day that was chosen.
  var before: String { since.map { "le \($0.french)" } ?? "il y a un an" }

  /// What is asked of a Comité that was not yet there when the year began, and that it has not answered.
  private var asksOfComite: [Seance.Demande] {
    demarche.seances.filter { $0.genre == .comite && $0.date.map { $0 > depuis } ?? true }
      .ordered { $0.date?.number ?? .max }.flatMap(\.demandes)
      .filter { ($0.reponse ?? "").isBlank }
  }

  private var isLongerThanAYear: Bool { depuis < jour.adding(months: -14) }

  /// What a network's instance reads: the year that ends on the day.
  var yearly: TemplateScope {
    [
      "comiteDemandes": .each(asksOfComite) { one in
        [
          "texte": .text(one.texte), "pourquoi": .text(one.pourquoi),
          "reponse": .text(one.reponse),
        ]
      },
      "anneeDepuis": .text(depuis.french), "anneeAvant": .text(before),
      "rapportDit": .text(choix.depuis == nil ? reportOfCycle?.words : nil),
      "rapportTitre": .text(reportOfCycle?.renewal?.titre ?? "Rapport annuel"),
      "anneeMot": .text(isLongerThanAYear ? "Période" : "Année"),
      "anneeLa": .text(isLongerThanAYear ? "La période" : "L’année"),
      "issues": .each(reportOfCycle?.renewal?.donne ?? []) { ["mot": .text($0.mot)] },
    ]
  }
}
