import DPES
import TerminalUI

/// What the wall says of one cell of the tableau.
///
/// What was expected, what came of it, and its state in a word and a half; never who, and never with
/// what proof.
struct CaseWords {
  /// The sign, the ink and the word of the state.
  let mark: Marks.Mark
  /// What the state means here: `encore tenu`, `à dire`.
  let meaning: String
  /// `vérifier, 80 %`, `aucun`.
  let objectif: String
  /// `86,3 %`, `pas regardé`, `rien encore`.
  let realise: String
  /// The target, in the period or at the end; nil without one.
  let cible: String?

  init(_ cell: Avancement.Case, of indicateur: Indicateur, _ marks: Marks) {
    (mark, meaning) = Self.state(of: cell, marks)
    let cible = indicateur.cibles[cell.periode.mois] ?? indicateur.cible
    self.cible = cible.map(indicateur.french)
    objectif = Self.objectif(of: cell, indicateur, cible)
    realise = Self.realise(of: cell, indicateur)
  }

  private static func objectif(
    of cell: Avancement.Case, _ indicateur: Indicateur, _ cible: Valeur?
  ) -> String {
    let verb: String
    switch cell.objectif {
    case .atteindre: verb = "atteindre"
    case .verifier: verb = "vérifier"
    case nil: return "aucun"
    }
    // « oui » goes without saying, and a text is too long for a row.
    guard let cible, case .nombre = cible else { return verb }
    return "\(verb), \(indicateur.french(cible))"
  }

  private static func realise(of cell: Avancement.Case, _ indicateur: Indicateur) -> String {
    guard let realise = cell.realise else { return "rien encore" }
    switch realise.statut {
    case .nonVerifie: return "pas regardé"
    case .nonConcerne: return "non concerné"
    case nil, .atteint, .verifie, .partiel, .nonAtteint: break
    }
    return realise.valeur.map(indicateur.french) ?? realise.statut?.mot ?? "rien encore"
  }

  private static func state(
    of cell: Avancement.Case, _ marks: Marks
  ) -> (mark: Marks.Mark, meaning: String) {
    let passed = marks.passed(cell)
    if cell.estPerdue { return (marks.lost, "était tenu") }
    guard let realise = cell.realise, let statut = realise.statut else {
      if let passed { return (passed, "à dire") }
      if let mois = cell.dejaTenu {
        let word = mois == 0 ? "déjà tenu" : "déjà atteint"
        return (
          Marks.Mark(sign: marks.nothing, ink: .faint, word: word),
          mois == 0 ? "au départ" : "à \(mois)\u{A0}mois"
        )
      }
      let isDue = cell.etat == .due
      let word = isDue ? "à dire" : cell.objectif == nil ? "pas attendu" : "à venir"
      let meaning = isDue ? "en cours" : cell.objectif == nil ? "" : "pas encore"
      return (Marks.Mark(sign: marks.nothing, ink: .faint, word: word), meaning)
    }
    let mark = marks.mark(statut)
    if !cell.estConnue {
      // What does not count yet on the day has no colour.
      return (Marks.Mark(sign: mark.sign, ink: .faint, word: mark.word), "pas compté")
    }
    let late = passed.map { "\($0.sign) \($0.word)" }
    let meaning =
      switch statut {
      case .atteint: "cette fois"
      case .verifie: "encore tenu"
      case .partiel: late ?? "pas encore"
      case .nonAtteint: late ?? "pas encore"
      case .nonVerifie: late ?? "à regarder"
      case .nonConcerne: "cette fois"
      }
    return (mark, meaning)
  }
}

/// The words of a period on the wall.
struct PeriodWords {
  let periode: Periode
  private let avancement: Avancement
  private let isClosed: Bool

  init(_ periode: Periode, _ avancement: Avancement, _ state: State) {
    self.init(periode, avancement, of: state.demarche)
  }

  /// Of several periods: a démarche is not copied for each.
  init(_ periode: Periode, _ avancement: Avancement, of demarche: Demarche?) {
    self.periode = periode
    self.avancement = avancement
    isClosed = demarche?.estClose(periode.mois) ?? false
  }

  /// The month it ends on, with what is planned for it, the fullest first.
  var heads: [String] {
    let mois = periode.mois
    if mois == Periode.colonne(deEcheance: avancement.dureeMois) {
      return ["\(mois) mois · cible", "\(mois) · cible", "\(mois) cible", "\(mois) c.", "\(mois)"]
    }
    if mois == Periode.colonne(deEcheance: avancement.intermediaireMois) {
      return [
        "\(mois) · intermédiaire", "\(mois) interm.", "\(mois) int.", "\(mois) i.", "\(mois)",
      ]
    }
    return ["\(mois) mois", "\(mois)"]
  }

  /// `close`, `à clore`, `en cours`, else nil: it is to come, or has no dates.
  var stand: String? {
    if isClosed { return "close" }
    guard let debut = periode.debut, let fin = periode.fin else { return nil }
    if fin < avancement.jour { return "à clore" }
    return debut <= avancement.jour ? "en cours" : nil
  }

  /// `stand`, else the month it ends in.
  var foot: String { stand ?? month ?? "" }

  /// The month it ends in; nil without dates.
  var month: String? { periode.fin?.frenchShortMonth }

  /// Its days and where it stands: `1er avril → 30 septembre 2026 · finie, à clore`.
  func sentence(_ text: TableauText) -> String {
    guard let days = text.days(of: periode) else {
      return "Sans jour de départ, les périodes n’ont pas de dates."
    }
    let stand: String
    switch self.stand {
    case "à clore": stand = "finie, à clore"
    case let said?: stand = said
    case nil: stand = "à venir"
    }
    return "\(days) · \(stand)"
  }
}
