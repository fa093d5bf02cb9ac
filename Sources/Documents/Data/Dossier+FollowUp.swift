import DPES
import JSONTree

// What is kept beside the tableau de bord, and what a séance or a year reports.
extension Dossier {
  func followUp(_ page: PageDuCA) -> TemplateScope {
    let notes = demarche.notes.sorted { ($0.date?.number ?? 0) > ($1.date?.number ?? 0) }
    return [
      "notes": .each(notes, note),
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
  }

  func note(_ note: NoteDeCapitalisation) -> TemplateScope {
    [
      "date": .text(note.date?.french), "axe": .text(note.axe?.nomCourt),
      "periode": .text(note.periode.map { "\($0)\u{A0}mois" }),
      "faitMarquant": .text(note.faitMarquant), "lecon": .text(note.lecon),
      "decision": .text(note.decision), "discuteAvec": .text(note.discuteAvec),
    ]
  }

  private func year(_ annee: SuiviFinancier.Annee) -> TemplateScope {
    [
      "exercice": .text(annee.exercice.intitule),
      "chiffres": .each(annee.chiffres.filter { $0.valeur != nil }) { chiffre in
        [
          "nom": .text(chiffre.mesure.nom),
          "valeur": .text(chiffre.valeur.map { "\($0.french)\u{A0}\(chiffre.mesure.unite)" }),
          "part": .text(chiffre.part.map { "\($0)\u{A0}%" }),
          "variation": .text(
            chiffre.variation.map { ($0 < 0 ? "−" : "+") + percent(abs($0)) }),
        ]
      },
      "pluralite": .text(annee.pluralite?.phrase),
      "financeurs": .each(annee.pluralite?.lignes ?? []) { ligne in
        [
          "nom": .text(ligne.nom),
          "montant": .text("\(ligne.montant.french)\u{A0}€"), "part": .text("\(ligne.part)\u{A0}%"),
        ]
      },
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

  /// The séance that minutes are of: the one of the last image, else the last one until the day.
  var seance: Seance? {
    if let id = image?.seance, let seance = demarche.seances.first(where: { $0.id == id }) {
      return seance
    }
    return demarche.seancesParDate.map { demarche.seances[$0] }
      .first { $0.date.map { $0 <= jour } ?? false && (image == nil || $0.date == image?.date) }
      ?? (image == nil ? demarche.seancesParDate.first.map { demarche.seances[$0] } : nil)
  }

  var meeting: TemplateScope {
    let seance = seance
    let date = seance?.date ?? image?.date
    let earlier = date.map { demarche.promessesARevoir(le: $0) } ?? []
    return [
      "seanceDate": .text(date?.french),
      "seanceTitre": .text(seance?.titre),
      "seanceNotes": .text(seance?.notes),
      "presents": .text(presence(of: seance)),
      "promesses": .each(seance?.promesses ?? [], promise),
      "promessesAvant": .each(earlier, promise),
      "seances": .each(demarche.seancesParDate.map { demarche.seances[$0] }) { one in
        [
          "date": .text(one.date?.french ?? "sans date"), "titre": .text(one.titre),
          "presentsAlors": .text(presence(of: one)), "notesAlors": .text(one.notes),
          "promessesAlors": .each(one.promesses, promise),
        ]
      },
      "finDePeriode": .text(nextPeriod?.fin?.french),
      "finDePeriodeMois": .text(nextPeriod.map { "\($0.mois)\u{A0}mois" }),
    ]
  }

  private func promise(_ one: Seance.Promesse) -> TemplateScope {
    [
      "texte": .text(one.texte), "qui": .text(name(of: one.qui)),
      "quand": .text(one.quand?.french), "suivi": .text(one.suivi(le: jour).mot),
    ]
  }

  /// `SC, LB (salariés) ; HV (bénévoles)`, and how many are unnamed.
  private func presence(of seance: Seance?) -> String? {
    let people = (seance?.presents ?? []).compactMap(participant)
    guard !people.isEmpty else { return nil }
    let groups = byCollege(people).map { college, here in
      let names = here.compactMap { $0.initiales ?? $0.nom }
      let word = college?.motCourt ?? "sans collège"
      return names.count == here.count
        ? "\(names.joined(separator: ", ")) (\(word))"
        : "\(here.count)\u{A0}\(college?.mot(pour: here.count) ?? word)"
    }
    return groups.joined(separator: "\u{A0}; ")
  }

  /// What the Comité des sages reads: the year that ends on the day.
  var yearly: TemplateScope {
    let reached = avancement.axes.flatMap { axe in
      axe.paliers.flatMap { palier in
        palier.indicateurs.flatMap { one in
          one.cases.compactMap { cell -> TemplateScope? in
            guard RapportAnnuel.estDeLAnnee(cell, le: jour), let realise = cell.realise,
              let date = realise.date
            else { return nil }
            return [
              "axe": .text(axe.axe.nomCourt), "indicateur": .text(one.indicateur.intitule),
              "realise": .text(CaseText(cell: cell, indicateur: one.indicateur).realise),
              "date": .text(date.french), "commentaire": .text(realise.commentaire),
              "piece": .text(realise.piece?.titre),
            ]
          }
        }
      }
    }
    return [
      "anneeDepuis": .text(RapportAnnuel.depuis(jour).french), "annee": .each(reached) { $0 },
    ]
  }
}
