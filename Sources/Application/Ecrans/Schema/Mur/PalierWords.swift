import DPES
import TerminalUI

/// What the wall says of a palier, of its indicators and of its axis: no person, no proof.
struct PalierWords {
  let avancement: Avancement
  let marks: Marks

  init?(_ state: State) {
    guard let avancement = state.derived.avancement else { return nil }
    self.avancement = avancement
    marks = state.marks
  }

  /// `à atteindre en mai 2027, le 20e mois`; what was lost says since when.
  func deadline(_ palier: Avancement.ParPalier) -> String {
    if palier.etat == .perdu {
      let since = lost(palier).map { "plus tenu depuis \($0)" } ?? "plus tenu"
      return "\(since)\u{A0}; à retrouver"
    }
    if palier.indicateurs.isEmpty, palier.estTenu, let jour = palier.palier.atteintLe {
      return "déclaré atteint le \(jour.french)"
    }
    guard let when = when(palier) else { return "sans échéance" }
    let isPast = [.tenu, .enRetard, .echu].contains(palier.etat)
    return "\(isPast ? "était à atteindre" : "à atteindre") \(when)"
  }

  /// `en mai 2027, le 20e mois`, without a start `au 20e mois`; nil without a deadline.
  private func when(_ palier: Avancement.ParPalier) -> String? {
    guard let mois = palier.palier.echeanceMois else { return nil }
    let rank = mois == 1 ? "1er mois" : "\(mois)e mois"
    guard let jour = Periode.jour(mois, depuis: avancement.debut) else { return "au \(rank)" }
    return "en \(jour.frenchMonthAndYear), le \(rank)"
  }

  /// `à 20 mois, mai 2027`, in the fewest words; nil without a deadline.
  func shortDeadline(_ palier: Avancement.ParPalier) -> String? {
    palier.palier.echeanceMois.map { mois in
      let month = Periode.jour(mois, depuis: avancement.debut).map { ", \($0.frenchMonthAndYear)" }
      return "à \(mois)\u{A0}mois\(month ?? "")"
    }
  }

  /// The month in which the first of its indicators was lost.
  private func lost(_ palier: Avancement.ParPalier) -> String? {
    let days = palier.indicateurs.compactMap { one in
      one.perte.flatMap { $0.value.date ?? Periode.jour($0.mois, depuis: avancement.debut) }
    }
    return days.min()?.frenchMonthAndYear
  }

  /// What it answers, or that it does not count for now (R4).
  func answers(_ palier: Avancement.ParPalier, _ derived: Derived) -> String {
    let axis = avancement[palier.palier.axe]
    if axis.estSansEffet(palier) {
      return "ne compte pas tant que le palier \(axis.actuel + 1) ne tient pas"
    }
    let all = palier.palier.observations.count
    guard all > 0 else { return "ne répond encore à aucune observation" }
    guard let first = derived.answered[palier.palier.id]?.first else {
      return "répond à \(all.counting("observation")) d’une autre image"
    }
    let count = all > 1 ? "\(all)\u{A0}observations, dont " : ""
    return "répond à \(count)\(marks.mark(first.statut).sign) \(first.texte)"
  }

  /// The one thing that matters of an axis: what is to be reached again, what is late, what is next.
  func next(on axis: Avancement.ParAxe) -> (mark: Marks.Mark?, text: String) {
    let late = axis.indicateursEnRetard
    guard let palier = axis.suivant else {
      if late > 0 { return (marks.late, "\(late.counting("indicateur")) en retard") }
      return (
        nil,
        axis.paliers.isEmpty
          ? "aucun palier encore"
          : axis.paliers.contains { $0.etat == .sansObjet }
            ? "tous les paliers de l’axe sont atteints ou sans objet"
            : "tous les paliers de l’axe sont atteints"
      )
    }
    switch palier.etat {
    case .perdu: return (marks.lost, "le palier \(palier.rang) est à retrouver")
    case .enRetard: return (marks.late, "le palier \(palier.rang) est en retard")
    case .echu: return (marks.past, "palier \(palier.rang)\u{A0}: \(marks.past.word)")
    case .tenu, .partiel, .aVenir, .sansObjet:
      if late > 0 { return (marks.late, "\(late.counting("indicateur")) en retard") }
      let when = when(palier).map { ", \($0)" } ?? ", sans échéance"
      return (nil, "ensuite le palier \(palier.rang)\(when)")
    }
  }

  /// `palier 2 sur 4`: the level of an axis.
  static func level(_ axis: Avancement.ParAxe) -> String {
    axis.niveauEnMots
  }

  /// The levels of an axis, the start only where it is not 0.
  static func levels(_ axis: Avancement.ParAxe) -> String {
    let start = axis.depart == 0 ? "" : "départ \(axis.depart) · "
    return start + "aujourd’hui \(axis.actuel) · intermédiaire \(axis.intermediaire) · "
      + "cible \(axis.cible)"
  }
}

// Its indicators.
extension PalierWords {
  /// Its sign: lost, late, or what it says last.
  func mark(_ suivi: Avancement.ParIndicateur) -> Marks.Mark {
    IndicateurText(suivi: suivi, marks: marks).mark
  }

  /// What was last said of it, and what is aimed at: `17,5 % sur 25 %`; `pas dit, cible 3` where
  /// nothing was, or not when it was due.
  func value(_ suivi: Avancement.ParIndicateur) -> String {
    let one = suivi.indicateur
    let last = suivi.cases.last { $0.estConnue && $0.realise?.statut != nil }?.realise
    let isUnsaid = suivi.cases.contains { $0.etat == .enRetard && $0.realise?.statut == nil }
    guard !isUnsaid, let last, let statut = last.statut else {
      return target(of: one).map { "pas dit, cible \($0)" } ?? "pas dit"
    }
    guard let valeur = last.valeur, statut != .nonConcerne, statut != .nonVerifie else {
      return statut.mot
    }
    switch valeur {
    case .ouiNon: return valeur.french
    // A text has no room at the end of a row: the tableau says it.
    case .texte: return statut.mot
    case .nombre:
      guard let target = target(of: one) else { return one.french(valeur) }
      let said = one.nature == .pourcentage ? one.french(valeur) : valeur.french
      return one.sens == .baisse ? "\(said), cible \(target)" : "\(said) sur \(target)"
    }
  }

  /// The figure aimed at; nil where there is none.
  private func target(of one: Indicateur) -> String? {
    guard let cible = one.cible ?? one.cibles.entries.last?.value, case .nombre = cible else {
      return nil
    }
    return one.french(cible)
  }
}
