/// What is done about a palier that is lost or late (R13 of the method's rules).
package struct Suite: Hashable, Sendable {
  package struct Decision: Hashable, Sendable {
    package let texte: String
    /// A participant's id, or a partner's name.
    package var qui: String?
    package var organisme: String?
    package var quand: Day?
    /// It is one of the axis, that names no palier.
    package var estSurLAxe = false
    /// A board said it, of what it was asked.
    package var estReponse = false
  }

  /// An indicator that is lost or late.
  package struct Ennui: Hashable, Sendable {
    package let intitule: String
    /// Lost; else late.
    package let estPerdu: Bool
    /// The day on which it was said to be lost, or since which it is awaited.
    package let depuis: Day?
    /// What it last was, what it was to be, and when: « 3 étages pour 4 étages à 6 mois ».
    package let valeur: String?
    /// What is awaited of it: to be reached, or to be looked at again; nil for what is lost.
    package let objectif: Objectif?

    init(_ one: Avancement.ParIndicateur) {
      let known = one.cases.last { $0.estConnue && $0.realise?.valeur != nil }
      let lost = one.cases.last(where: \.estPerdue)
      intitule = one.indicateur.intitule
      estPerdu = one.estPerdu
      let late = one.cases.first { $0.etat == .enRetard }
      depuis = one.estPerdu ? one.perte?.value.date ?? lost?.periode.fin : late?.periode.fin
      objectif = one.estPerdu ? nil : late?.objectif
      valeur = known.flatMap { cell in
        cell.realise?.valeur.map { value in
          let target = one.indicateur.cibles[cell.periode.mois] ?? one.indicateur.cible
          return one.indicateur.french(value)
            + (target.map { " pour \(one.indicateur.french($0))" } ?? "")
            + " à \(cell.periode.mois)\u{A0}mois"
        }
      }
    }

    /// « Étages équipés (à atteindre depuis le 30 septembre 2026, 3 étages pour 4 étages à 6 mois) »: a target
    /// that was met once may only wait for somebody to look.
    package var phrase: String {
      let since = depuis.map { day in
        (objectif.map { $0 == .atteindre ? "à atteindre " : "à vérifier " } ?? "")
          + "depuis le \(day.french)"
      }
      let facts = (estPerdu ? [valeur, since] : [since, valeur]).compactMap(\.self)
      return facts.isEmpty ? intitule : "\(intitule) (\(facts.joined(separator: ", ")))"
    }
  }

  package let axe: Axe
  /// The palier's position on its axis, from 1.
  package let rang: Int
  package let palier: Palier
  package let etat: Avancement.ParPalier.Etat
  /// Whether the palier itself holds: only an indicator of it is late.
  package let estTenu: Bool
  /// Its indicators that are lost or late, in their order.
  package let ennuis: [Ennui]
  /// Why, in the words of the réalisés.
  package let pourquoi: [String]
  /// Empty while nobody decided anything.
  package let decisions: [Decision]
  /// What was to be done about it by a day that is past, and is not done, and what a board refused or put
  /// off: no decision.
  package let passees: [Decision]

  /// One for each palier that is lost or late, and for each that holds an indicator that is; in the
  /// order U P D T.
  ///
  /// - Complexity: O(indicators × periods + notes × late paliers)
  package static func suites(_ demarche: Demarche, _ avancement: Avancement) -> [Suite] {
    avancement.axes.flatMap { axe in
      axe.paliers.compactMap { palier -> Suite? in
        guard palier.etat != .sansObjet else { return nil }
        let troubled = palier.indicateurs.filter {
          ($0.estPerdu || $0.estEnRetard) && !$0.estNonConcerne
        }
        let isLate = palier.etat == .enRetard || palier.etat == .perdu
        guard isLate || !troubled.isEmpty else { return nil }
        let since = day(of: palier, troubled, avancement)
        let etat: Avancement.ParPalier.Etat =
          isLate ? palier.etat : troubled.contains(where: \.estPerdu) ? .perdu : .enRetard
        return Suite(
          axe: axe.axe, rang: palier.rang, palier: palier.palier, etat: etat,
          estTenu: palier.estTenu,
          ennuis: troubled.map(Ennui.init),
          pourquoi: troubled.compactMap(Self.reason),
          decisions: demarche.decisions(
            sur: palier.palier, axe.axe, depuis: since, le: avancement.jour),
          passees: demarche.actions(sur: palier.palier).filter {
            $0.quand.map { $0 < avancement.jour } ?? false
          }
            + demarche.reponses(sur: palier.palier, depuis: since, le: avancement.jour)
            .filter { !$0.isGiven }.map(\.decision))
      }
    }
  }

  /// From when a decision can be about it: since the period in which it was lost, whose réalisé is
  /// often written after the decision, or since somebody wrote that it is not reached, at the latest
  /// since its deadline has passed.
  private static func day(
    of palier: Avancement.ParPalier, _ troubled: [Avancement.ParIndicateur],
    _ avancement: Avancement
  ) -> Day? {
    let days = troubled.compactMap { one in
      one.perte.flatMap { lost in
        one.cases.first { $0.periode.mois == lost.mois }?.periode.debut
      }
        ?? one.cases.first { $0.etat == .enRetard }.flatMap { late in
          [late.realise?.date, late.attenduePour].compactMap(\.self).min()
        }
    }
    return days.min()
      ?? palier.palier.echeanceMois.flatMap { Periode.jour($0, depuis: avancement.debut) }
  }

  /// What was said since it last held: what was said of a success, or is settled since, is no reason.
  private static func reason(_ indicateur: Avancement.ParIndicateur) -> String? {
    let known = indicateur.cases.filter(\.estConnue)
    let since = known.lastIndex { $0.realise?.isSettling ?? false }.map { $0 + 1 } ?? 0
    return known[since...].last { $0.realise?.commentaire != nil }?.realise?.commentaire
  }
}

extension Demarche {
  /// What somebody said to do for a palier: its engagements, and the open promises that serve it.
  fileprivate func actions(sur palier: Palier) -> [Suite.Decision] {
    let engaged = palier.engagements.compactMap { one in
      one.texte.map {
        Suite.Decision(texte: $0, qui: one.qui, organisme: one.organisme, quand: one.quand)
      }
    }
    return engaged
      + seances.flatMap(\.promesses)
      .filter { $0.palier == palier.id && $0.etat ?? .ouverte == .ouverte }
      .compactMap { one in
        one.texte.map { Suite.Decision(texte: $0, qui: one.qui, quand: one.quand) }
      }
  }

  /// What boards answered about a palier, the last first, and whether they gave it.
  fileprivate func reponses(
    sur palier: Palier, depuis since: Day?, le jour: Day
  ) -> [(decision: Suite.Decision, isGiven: Bool)] {
    seances.filter { $0.date.isIn(since, jour) }.ordered { -($0.date?.number ?? .min + 1) }
      .flatMap { seance in
        seance.demandes.compactMap { one in
          guard one.palier == palier.id, let texte = one.texte, let reponse = one.reponse else {
            return nil
          }
          let decision = Suite.Decision(
            texte: "\(texte)\u{A0}: \(reponse)", quand: seance.date, estReponse: true)
          return (decision, !reponse.estUnRefus)
        }
      }
  }

  /// What was decided about a palier.
  ///
  /// Its engagements, the open promises that serve it, what a board
  /// answered about it, then the last decision that a note of it keeps, or else one of its axis that
  /// names no palier. What was answered or noted before it was late, or after the day, is none.
  fileprivate func decisions(
    sur palier: Palier, _ axe: Axe, depuis since: Day?, le jour: Day
  ) -> [Suite.Decision] {
    // What was to be done by a day that is past was not done: it answers nothing.
    let ahead = actions(sur: palier).filter { $0.quand.map { $0 >= jour } ?? true }
    let answered = reponses(sur: palier, depuis: since, le: jour).filter(\.isGiven).map(\.decision)
    let decided = notes.filter { $0.decision != nil && $0.date.isIn(since, jour) }
      .ordered { $0.date?.number ?? .min }
    let own = decided.last { $0.palier == palier.id }
    let note = own ?? decided.last { $0.palier == nil && $0.axe == axe }
    return ahead + answered
      + [
        note?.decision.map {
          Suite.Decision(texte: $0, quand: note?.date, estSurLAxe: own == nil)
        }
      ].compactMap(\.self)
  }
}

extension Day? {
  /// Whether a day is between two, both included; one that is not said is.
  fileprivate func isIn(_ since: Day?, _ until: Day) -> Bool {
    guard let self else { return true }
    return self <= until && since.map { self >= $0 } ?? true
  }
}

extension String {
  /// Whether an answer is one of the page's own « non » and « à revoir », or says so in a first word.
  fileprivate var estUnRefus: Bool {
    let words = folded.split { !$0.isLetter }.map(String.init)
    return Self.refus.contains { words.starts(with: $0) }
  }

  private static let refus = [
    ["non"], ["a", "revoir"], ["refus"], ["refuse"], ["refusee"], ["rejete"], ["rejetee"],
    ["reporte"], ["reportee"], ["ajourne"], ["ajournee"], ["abandonne"], ["abandonnee"],
    ["en", "attente"], ["plus", "tard"], ["pas"],
  ]
}
