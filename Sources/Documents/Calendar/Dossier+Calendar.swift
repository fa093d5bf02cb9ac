import DPES

/// What of a démarche has a day.
extension Dossier {
  /// - Complexity: O(paliers + séances + promises + étapes × passages).
  var calendarEntries: [CalendarEntry] {
    let (passages, held) = passageDays
    return deadlines + periodEnds + seanceDays.filter { !held.contains($0.id) } + promisedDays
      + passages
  }

  /// The dates of the calendar, one a line, the next ones first.
  package var calendarLines: [String] {
    let entries = calendarEntries.sorted { $0.day < $1.day }
    let coming = entries.filter { $0.day >= jour }
    return (coming.isEmpty ? entries : coming).map { "\($0.day.frenchShort)  \($0.title)" }
  }

  private var deadlines: [CalendarEntry] {
    avancement.axes.flatMap { axe in
      axe.paliers.compactMap { palier in
        guard let mois = palier.palier.echeanceMois, let day = demarche.schema.jour(mois)
        else { return nil }
        let indicateurs = palier.indicateurs.map { "- \($0.indicateur.intitule)" }
        return CalendarEntry(
          id: palier.palier.id, day: day,
          title: "\(axe.axe.lettre)\(palier.rang) · \(palier.palier.intitule)", category: .palier,
          notes: (["Échéance à \(mois)\u{A0}mois, \(palier.etat.mot)."] + indicateurs)
            .joined(separator: "\n"),
          hasAlarm: !palier.estTenu && palier.etat != .sansObjet && day > jour,
          object: palier.palier.id)
      }
    }
  }

  private var periodEnds: [CalendarEntry] {
    avancement.periodes.compactMap { periode in
      guard let fin = periode.fin else { return nil }
      let bilan = avancement.bilan(de: periode.mois)
      let count = bilan.sansReponse
      return CalendarEntry(
        id: "periode-\(periode.mois)-\(demarche.id)", day: fin,
        title: "Fin de la période \(periode.mois)\u{A0}mois", category: .periode,
        notes: count == 0
          ? "Rien n’y est attendu." : "\(count.counting("objectif")) à renseigner.",
        hasAlarm: count > 0 && !demarche.estClose(periode.mois) && fin > jour)
    }
  }

  private var seanceDays: [CalendarEntry] {
    demarche.seances.compactMap { seance in
      guard let date = seance.date else { return nil }
      return CalendarEntry(
        id: seance.id, day: date, title: seance.titre ?? "Séance de la démarche de progrès",
        category: .seance,
        notes: promised(seance).joined(separator: "\n"),
        hasAlarm: date > jour, object: seance.id)
    }
  }

  /// Those that have a day, and were not given up.
  private var promisedDays: [CalendarEntry] {
    demarche.seances.flatMap(\.promesses).compactMap { promesse in
      guard let quand = promesse.quand, promesse.etat != .abandonnee else { return nil }
      let qui = sansNoms ? nil : name(of: promesse.qui)
      let head = qui.map { "Promesse de \($0)" } ?? "Promesse"
      return CalendarEntry(
        id: promesse.id, day: quand,
        title: promesse.texte.map { "\(head)\u{A0}: \($0)" } ?? head, category: .promesse,
        hasAlarm: promesse.etat != .tenue && quand > jour, object: promesse.id)
    }
  }

  /// What the cycles of the démarche expect, by the days on which it was done or is due, and the
  /// séances that are one of them: a journée is one date.
  private var passageDays: (entries: [CalendarEntry], held: Set<String>) {
    var held: Set<String> = []
    let days = Dictionary(
      demarche.seances.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let entries = demarche.cyclesSuivis(cycles).flatMap { known -> [CalendarEntry] in
      guard let cycle = known.cycle else { return [] }
      let suivi = known.suivi
      var met: [String: Int] = [:]
      var given: [String: Int] = [:]
      return Cheminement(suivi, cycle, le: jour).lignes.compactMap { ligne in
        // One that two copies noted apart is one date.
        if ligne.estEnTrop {
          if let own = ligne.passage?.seance { held.insert(own) }
          return nil
        }
        let place = met[ligne.etape.code, default: 0] + 1
        met[ligne.etape.code] = place
        guard let day = ligne.jour, ligne.etat != .sansObjet else { return nil }
        let rang = ligne.rang.map { " \($0)" } ?? ""
        let seance = ligne.passage?.seance.flatMap { days[$0] }.flatMap {
          $0.date == day ? $0 : nil
        }
        if let seance { held.insert(seance.id) }
        let issue = ligne.etat.estFini ? ligne.passage?.issue.map { ", \($0.mot)" } ?? "" : ""
        // What is due has no passage yet, and is the same date when it has one.
        let id =
          ligne.etape.repetable
          ? ligne.passage?.id : "\(suivi.id)-\(ligne.etape.code)-\(ligne.rang ?? place)"
        let name = id ?? "\(suivi.id)-\(ligne.etape.code)-\(place)"
        // After a retrait the ranks begin again: another date, and another name.
        let turn = given[name, default: 0] + 1
        given[name] = turn
        return CalendarEntry(
          id: turn == 1 ? name : "\(name)-\(turn)", day: day,
          title: "\(ligne.etape.titre)\(rang)\(issue)", category: .cycle,
          notes: ([cycle.nom, ligne.etape.aConfirmer].compactMap(\.self)
            + (seance.map(promised) ?? [])).joined(separator: "\n"),
          hasAlarm: !ligne.etat.estFini && day > jour, object: ligne.passage?.id)
      }
    }
    return (entries, held)
  }

  private func promised(_ seance: Seance) -> [String] {
    seance.promesses.compactMap { $0.texte.map { "- \($0)" } }
  }
}
