// What a line of the way says, wherever it is shown.
extension Cheminement.Ligne {
  /// When, and how it stands: « avant le 12 décembre 2026, préparé le 29 novembre 2026 ».
  package func phrase(le jour: Day) -> String {
    estDouble ? "\(phraseSeule(le: jour)), noté deux fois" : phraseSeule(le: jour)
  }

  private func phraseSeule(le jour: Day) -> String {
    let day = self.jour?.french ?? ""
    let doubt = etape.aConfirmer == nil ? "" : ", à confirmer"
    switch etat {
    case .fait, .repondu: return fait(day)
    case .sansObjet:
      return ["sans objet", passage?.motif].compactMap(\.self).joined(separator: "\u{A0}: ")
    case .enRetard:
      let days = (self.jour.map { jour.number - $0.number } ?? 0).counting("jour")
      let prepared = passage?.prepareLe.map { ", préparé le \($0.french)" } ?? ""
      return "attendu le \(day), en retard de \(days)\(prepared)\(doubt)"
    case .prepare:
      let prepared = passage?.prepareLe.map { " le \($0.french)" } ?? ""
      return [echeance(le: jour), "préparé\(prepared)\(doubt)"].compactMap(\.self)
        .joined(separator: ", ")
    case .aPreparer:
      return [echeance(le: jour), "à préparer\(doubt)"].compactMap(\.self).joined(separator: ", ")
    case .aVenir: return day + doubt
    case .sansDate: return etape.repere ?? "sans date"
    }
  }

  /// Until when it has time; nil where nobody gave it a day.
  private func echeance(le jour: Day) -> String? {
    self.jour.map { $0 == jour ? "aujourd’hui" : "avant le \($0.french)" }
  }

  private func fait(_ day: String) -> String {
    var parts = [day]
    // A word of a decision, on what is none, decides nothing.
    if let issue = passage?.issue, etape.genre == .decision {
      parts.append([issue.mot, passage?.motif].compactMap(\.self).joined(separator: "\u{A0}: "))
    }
    parts += [passage?.destinataire ?? passage?.canal?.mot, passage?.texte].compactMap(\.self)
    if let answered = passage?.reponduLe, etat == .repondu {
      parts.append("répondu le \(answered.french)")
    } else if etape.repond {
      parts.append("pas encore de réponse")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether a decision went against the structure.
  package var estRefuse: Bool {
    etat.estFini && (passage?.issue == .ajourne || passage?.issue == .retire)
  }
}

extension Cycle.Canal {
  /// By what way something was sent.
  package var mot: String {
    switch self {
    case .courriel: "par courriel"
    case .courrier: "par courrier"
    }
  }
}

extension Reconnaissance {
  /// What was decided in a word: « délivré »; nil while nothing was.
  package var mot: String? {
    switch etat {
    case .rien, .demandee: nil
    case .ajournee: "ajourné"
    case .retiree: "retiré"
    case .delivree: derniere == delivrance ? "délivré" : "renouvelé"
    }
  }

  /// « identifiant n° 62-0147, délivré le 12 décembre 2025 »; nil while nothing was asked.
  package func phrase(_ cycle: Cycle) -> String? {
    if case .demandee = etat { return jours.last }
    return jours.last.map { [nom(cycle), $0].compactMap(\.self).joined(separator: ", ") }
  }

  /// Its days, the last one at the end: « délivré le 12 décembre 2025 », « renouvelé le … ».
  package var jours: [String] {
    switch etat {
    case .rien: []
    case .demandee(let day): ["demande envoyée le \(day.french)"]
    case .ajournee(let day), .retiree(let day): mot.map { ["\($0) le \(day.french)"] } ?? []
    case .delivree:
      (delivrance.map { ["délivré le \($0.french)"] } ?? [])
        + (derniere.flatMap { $0 == delivrance ? nil : ["renouvelé le \($0.french)"] } ?? [])
    }
  }

  /// The same without its day: « identifiant n° 62-0147, délivré ».
  package func phraseCourte(_ cycle: Cycle) -> String? {
    if case .demandee = etat { return "demande envoyée" }
    return mot.map { [nom(cycle), $0].compactMap(\.self).joined(separator: ", ") }
  }

  /// What the network calls it, with its number.
  private func nom(_ cycle: Cycle) -> String? {
    let number = numero.map { "n°\u{A0}\($0)" }
    let name = [cycle.mots.reconnaissance, number].compactMap(\.self).joined(separator: " ")
    return name.isEmpty ? nil : name
  }
}

extension Reconnaissance.Etat {
  /// Whether what was asked is put off, or what was given is taken back.
  package var estContraire: Bool {
    switch self {
    case .ajournee, .retiree: true
    case .rien, .demandee, .delivree: false
    }
  }
}

extension PresencesDuCycle {
  /// « 5 journées sur 6 », the référents' absences apart.
  package var phrase: String { "\(faites.counting("journée")) sur \(journees)" }

  /// Who was missing when, by the words for people: « sans HV le 12 mai 2026 »; nil for nobody.
  package func absents(_ nom: (String) -> String) -> String? {
    let words = absences.map { one in
      // Many days are no sentence: the lines of the journées say each.
      one.jours.count > 3
        ? "sans \(nom(one.participant)) \(one.jours.count) fois"
        : "sans \(nom(one.participant)) le "
          + one.jours.map(\.french).joined(separator: " ni le ")
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }
}

extension Cheminement {
  /// What there is to know of a cycle now: what was decided against the structure and still stands, what
  /// is late, one sentence an étape, what is to be prepared, then what comes next; each with the line
  /// that it leads to.
  package func aSavoir(le jour: Day) -> [(phrase: String, ligne: Ligne)] {
    var found: [(phrase: String, ligne: Ligne)] = []
    var told: Set<String> = []
    let lignes = lignes.filter { !$0.estEnTrop }
    if reconnaissance.etat.estContraire, let ligne = lignes.last(where: \.estRefuse) {
      found.append(("\(ligne.intitule)\u{A0}: \(ligne.phrase(le: jour))", ligne))
    }
    let late = lignes.filter { $0.etat == .enRetard }
    for ligne in late where told.insert(ligne.etape.code).inserted {
      let count = late.count { $0.etape.code == ligne.etape.code }
      let phrase =
        count > 1
        ? "\(ligne.etape.titre)\u{A0}: \(Self.retards(count, ligne.etape.genre))"
        : "\(ligne.intitule)\u{A0}: \(ligne.phrase(le: jour))"
      found.append((phrase, ligne))
    }
    for ligne in lignes where ligne.etat == .prepare || ligne.etat == .aPreparer {
      found.append(("\(ligne.intitule)\u{A0}: \(ligne.phrase(le: jour))", ligne))
    }
    // What follows a delivery on no day of its own waits too.
    for ligne in lignes
    where ligne.etat == .sansDate && ligne.etape.depuis == Cycle.Etape.delivrance {
      found.append(("\(ligne.intitule)\u{A0}: \(ligne.phrase(le: jour))", ligne))
    }
    let next =
      lignes.filter { $0.etat == .aVenir }.min {
        ($0.jour?.number ?? .max) < ($1.jour?.number ?? .max)
      }
      ?? lignes.first { $0.etat == .sansDate && $0.etape.depuis != Cycle.Etape.delivrance }
    if let next {
      found.append(("Ensuite, \(next.intitule)\u{A0}: \(next.phrase(le: jour))", next))
    }
    return found
  }

  /// How many of an étape are late: « 2 n’ont pas été envoyés ».
  package static func retards(_ nombre: Int, _ genre: Cycle.Etape.Genre?) -> String {
    genre == .envoi ? "\(nombre) n’ont pas été envoyés" : "\(nombre) sont en retard"
  }

  /// What was to be done since the last journée, and whether nothing of it is lacking (R11): by words
  /// of the data file, a tool by its title among `outils`; nil for one that says nothing here.
  package func entreTemps(
    _ parcours: Parcours, _ demarche: Demarche, _ outils: [Aide.Outil]
  ) -> [(nom: String, fait: Bool?)] {
    (entreLesJournees?.apres.etape.prepare ?? []).map { word in
      guard let mot = Cycle.Mot(rawValue: word) else {
        guard let id = Cycle.Mot.outil(word) else { return (word, nil) }
        let title = outils.first { $0.id == id }?.titre ?? id
        return ("outil «\u{A0}\(title)\u{A0}»", nil)
      }
      return (mot.nom, parcours.aFait(mot, demarche))
    }
  }
}

extension Cycle.Mot {
  /// What of the démarche it is about.
  package var nom: String {
    switch self {
    case .identite: "identité"
    case .candidature: "candidature"
    case .tourDeTable: "tour de table"
    case .profilStrategique: "profil stratégique"
    case .grille: "grille"
    case .cercle: "cercle"
    case .schema: "schéma"
    case .tableau: "tableau de bord"
    }
  }
}

extension Parcours {
  /// Whether nothing is lacking of what a cycle expects to be prepared.
  func aFait(_ mot: Cycle.Mot, _ demarche: Demarche) -> Bool {
    guard mot != .candidature else {
      // The means by kind are said only where a call asks for them apart.
      return Fiche.candidature.rubriques.filter { !$0.id.hasPrefix("moyens-") }
        .allSatisfy { !$0.lire(demarche).isEmpty }
    }
    return !manques.contains { $0.but.mot == mot }
  }
}

extension Parcours.But {
  /// The word that a cycle says it by.
  fileprivate var mot: Cycle.Mot? {
    switch self {
    case .identite: .identite
    case .pilotage: nil
    case .tourDeTable: .tourDeTable
    case .profilStrategique: .profilStrategique
    case .grille: .grille
    case .cercle: .cercle
    case .schema: .schema
    case .tableau: .tableau
    case .retour: nil
    }
  }
}
