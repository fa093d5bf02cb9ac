import DPES
import TerminalUI

/// What is said of an indicator in words: its objective, and what was last achieved.
struct IndicateurText {
  let suivi: Avancement.ParIndicateur
  let marks: Marks

  /// Lost, late, or what its last réalisé says.
  var mark: Marks.Mark {
    if suivi.estPerdu { return marks.lost }
    if suivi.estEnRetard { return marks.late }
    if suivi.estEchu { return marks.past }
    return marks.mark(lastCell?.realise?.statut)
  }

  /// `12 mois ◐ 3 étages`: what was last said of it; nil when nothing was yet.
  var last: String? {
    guard let cell = lastCell, let realise = cell.realise else { return nil }
    let mark = cell.estPerdue ? marks.lost : marks.mark(realise.statut)
    let said = realise.valeur.map { suivi.indicateur.french($0) } ?? mark.word
    return "\(cell.periode.mois)\u{A0}mois \(mark.sign) \(said)"
  }

  /// The last cell that says something on the day.
  private var lastCell: Avancement.Case? {
    suivi.cases.last { $0.estConnue && $0.realise?.statut != nil }
  }

  /// `à atteindre à 12 mois`, for the first objective late, due, or to come after what was
  /// last achieved; nil without any.
  var objective: String? {
    let late = suivi.cases.first { $0.etat == .enRetard }
    let due = suivi.cases.first { $0.estDue }
    let known = lastCell?.periode.mois ?? 0
    let next = suivi.cases.first {
      $0.objectif != nil && $0.dejaTenu == nil && $0.periode.mois > known
    }
    guard let cell = late ?? due ?? next, let objectif = cell.objectif else { return nil }
    let verb = objectif == .atteindre ? "à atteindre" : "à vérifier"
    let passed = cell.etat == .echue ? ", \(EcheancePassee.mot)" : ""
    return "\(verb) à \(cell.periode.mois)\u{A0}mois" + (late == nil ? passed : ", en retard")
  }

  /// `vérifié le 08/09/2026 : 2 contrats`; nil when nothing was achieved yet.
  var achieved: String? {
    guard let cell = lastCell, let realise = cell.realise else { return nil }
    let when = realise.date.map { " le \($0.frenchShort)" } ?? " à \(cell.periode.mois)\u{A0}mois"
    let word = marks.mark(realise.statut).word
    let said = realise.valeur.map { suivi.indicateur.french($0) } ?? realise.motif
    return (suivi.estPerdu ? "perdu, " : "") + word + when + (said.map { "\u{A0}: \($0)" } ?? "")
  }
}
