import DPES
import TerminalUI

/// What is asked of a board, a Comité or a visiting peer, and what was answered.
enum DemandeForm: FormSubject {
  /// By its id.
  case demande(String)
  /// In the séance of this id.
  case nouvelle(String)

  var words: [String] {
    switch self {
    case .demande(let id): ["demande", id]
    case .nouvelle(let seance): ["nouvelle-demande", seance]
    }
  }

  init?(words: [String]) {
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "demande": self = .demande(words[1])
    case "nouvelle-demande": self = .nouvelle(words[1])
    default: return nil
    }
  }

  var place: Screen { EtatEcran.place }

  var repeats: Bool { if case .nouvelle = self { true } else { false } }

  private func known(_ demarche: Demarche) -> Seance.Demande? {
    switch self {
    case .demande(let id):
      demarche.lieu(deDemande: id).map { demarche.seances[$0.seance].demandes[$0.index] }
    case .nouvelle(let seance):
      demarche.seances.contains { $0.id == seance } ? Seance.Demande() : nil
    }
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    known(demarche).map { demande in
      FormCard(
        self, title(demarche), Self.fields(demande, demarche),
        base: demarche, le: state.environment.today)
    }
  }

  /// With the day of the board that is asked: it may be another than that of the séance in hand.
  private func title(_ demarche: Demarche) -> String {
    guard case .nouvelle(let id) = self else { return "Demande" }
    let seance = demarche.seances.first { $0.id == id }
    let day = seance?.date.map { " du \($0.french)" } ?? ""
    return "Nouvelle demande" + (seance?.genre.map { ", \($0.mot)\(day)" } ?? "")
  }

  private static func fields(_ demande: Seance.Demande, _ demarche: Demarche) -> [Form.Field] {
    [
      .text(
        demande.texte, id: "texte", label: "Quoi", hint: "Ce qui est demandé, en une phrase.",
        limit: 500, lines: 2),
      .text(
        demande.pourquoi, id: "pourquoi", label: "Pourquoi",
        hint: "Ce qui permet d’en décider.", limit: 500, lines: 2),
      .value(
        demarche.repere(dePalier: demande.palier), id: "palier", label: "Palier",
        hint: "Celui dont il s’agit\u{A0}: U2\u{A0}; peut rester vide.", limit: 4),
      .text(
        demande.reponse, id: "reponse", label: "Réponse",
        hint: "Ce qui a été répondu\u{A0}; vide jusque-là.", limit: 500, lines: 2),
    ]
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    guard let texte = card.value("texte") else {
      return FormCard.fail(&state, card, "texte", "Il faut dire ce qui est demandé.")
    }
    let palier: String?
    do throws(FormCard.Fault) {
      palier = try card.palier("palier")
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
    func fill(_ demande: inout Seance.Demande) {
      (demande.texte, demande.palier) = (texte, palier)
      (demande.pourquoi, demande.reponse) = (card.value("pourquoi"), card.value("reponse"))
    }
    var id: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      switch self {
      case .demande(let known):
        id = known
        return demarche.modifierDemande(known, fill)
      case .nouvelle(let seance):
        var demande = Seance.Demande()
        fill(&demande)
        id = demarche.ajouterDemande(demande, aSeance: seance, ids: &ids)
        return id != nil
      }
    }
    guard !effects.isEmpty else { return [] }
    if let id { _ = state.etat.select(id) }
    state.say("Demande notée\u{A0}: la page du conseil la dit.")
    return effects
  }
}
