import DPES
import TerminalUI

/// What is said of one link of the chain: a mark, what it is, its words.
struct ChaineText: Hashable, Sendable {
  let mark: String
  let ink: Style.Ink
  /// `observation 13`, `palier 2, Démocratie`.
  let kind: String
  let words: String

  init(_ maillon: Maillon, in state: State) {
    let told =
      switch maillon {
      case .point(let name): Self.point(name, in: state)
      case .observation(let id): Self.observation(id, in: state)
      case .palier(let id): Self.palier(id, in: state)
      case .indicateur(let id): Self.indicateur(id, in: state)
      case .cellule(let id, let mois): Self.cellule(id, mois, in: state)
      case .ligne(let id, let mois): Self.ligne(id, mois, in: state)
      }
    mark = told.mark?.sign ?? state.marks.nothing
    ink = told.mark?.ink ?? .faint
    kind = told.kind
    words = told.words
  }

  private struct Told {
    var mark: Marks.Mark?
    var kind: String
    var words: String
  }

  /// What an id leads to may be gone: another person deleted it meanwhile.
  private static let gone = "n’est plus là"

  private static func point(_ name: String, in state: State) -> Told {
    if let origine = state.demarche?.origine(dePoint: name) {
      let isHidden = origine.acteur != nil && (state.hidesNames || state.isOnWall)
      return Told(
        kind: origine.genre,
        words: isHidden
          ? origine.genre == "acteur" ? "un acteur" : "entre deux acteurs" : origine.mots)
    }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if let genre = ["fiches": "fiche", "acteurs": "acteur", "relations": "relation"][
      parts.first ?? ""]
    {
      return Told(kind: genre, words: gone)
    }
    let code = parts.last ?? name
    return Told(kind: "point \(code)", words: state.point(named: name)?.point.intitule ?? name)
  }

  private static func observation(_ id: String, in state: State) -> Told {
    guard let demarche = state.demarche, let place = demarche.lieu(deObservation: id) else {
      return Told(kind: "observation", words: gone)
    }
    let observation = demarche.cercles[place.cercle].observations[place.index]
    let priorite = observation.priorite ? ", priorité" : ""
    return Told(
      mark: state.marks.mark(observation.statut),
      kind: "observation\(observation.numero.map { " \($0)" } ?? "")\(priorite)",
      words: observation.texte)
  }

  private static func palier(_ id: String, in state: State) -> Told {
    guard let palier = PalierMove.palier(state, id) else {
      return Told(kind: "palier", words: gone)
    }
    return Told(
      mark: state.marks.mark(palier.etat),
      kind: "palier \(palier.rang), \(palier.palier.axe.motCourt)", words: palier.palier.intitule)
  }

  private static func indicateur(_ id: String, in state: State) -> Told {
    guard let suivi = ChaineText.indicateur(state, id) else {
      return Told(kind: "indicateur", words: gone)
    }
    let text = IndicateurText(suivi: suivi, marks: state.marks)
    let person = state.derived.people(of: suivi.indicateur)
    return Told(
      mark: text.mark, kind: "indicateur\(person.map { ", \($0)" } ?? "")",
      words: suivi.indicateur.intitule)
  }

  private static func cellule(_ id: String, _ mois: Int, in state: State) -> Told {
    guard let suivi = ChaineText.indicateur(state, id),
      let cell = suivi.cases.first(where: { $0.periode.mois == mois })
    else { return Told(kind: "\(mois)\u{A0}mois", words: gone) }
    var mark = state.marks.mark(cell.realise?.statut)
    if cell.estPerdue { mark = state.marks.lost }
    if cell.realise?.statut == nil { mark = state.marks.passed(cell) ?? mark }
    let objectif: String? =
      switch cell.objectif {
      case .atteindre: "à atteindre"
      case .verifier: "à vérifier"
      case nil: nil
      }
    return Told(
      mark: mark, kind: "\(mois)\u{A0}mois",
      words: ([objectif] + achieved(cell, suivi.indicateur, state.marks)).compactMap(\.self)
        .joined(separator: " · "))
  }

  private static func ligne(_ id: String, _ mois: Int, in state: State) -> Told {
    guard let rubrique = ChaineText.indicateur(state, id)?.rubrique(a: mois) else {
      return Told(kind: "rapport annuel", words: gone)
    }
    return Told(kind: "rapport annuel", words: "«\u{A0}\(rubrique.titre)\u{A0}»")
  }

  /// What was achieved in a cell, with its date, its value and its proof.
  private static func achieved(
    _ cell: Avancement.Case, _ indicateur: Indicateur, _ marks: Marks
  ) -> [String?] {
    guard let realise = cell.realise else { return ["rien encore"] }
    let word =
      cell.estPerdue ? "perdu, \(marks.mark(realise.statut).word)" : marks.mark(realise.statut).word
    return [
      word + (realise.date.map { " le \($0.frenchShort)" } ?? ""),
      realise.valeur.map(indicateur.french), realise.motif,
      realise.piece?.titre.map { "preuve\u{A0}: \($0)" },
    ]
  }

  /// An indicator on the day, by its id.
  static func indicateur(_ state: State, _ id: String) -> Avancement.ParIndicateur? {
    state.derived.avancement?.axes.lazy.flatMap(\.paliers).flatMap(\.indicateurs)
      .first { $0.indicateur.id == id }
  }
}
