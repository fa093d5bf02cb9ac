import DPES
import TerminalUI

/// The départ of the schéma: month 0, the months of the profil intermédiaire and of the cible.
///
/// Asked for once the first paliers are dictated; the same key opens it on the schéma, the tableau and
/// the étapes. What it changes of what is written is said before it does.
struct DepartForm: FormSubject {
  var words: [String] { ["depart"] }

  init() {}

  init?(words: [String]) {
    guard words == ["depart"] else { return nil }
  }

  var place: Screen { .schema }
  var isKeptAside: Bool { false }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    let depart = demarche.schema.depart
    let isNew = depart.debut == nil
    return FormCard(
      self, isNew ? "Le départ\u{A0}: mois 0 à fixer" : "Le départ",
      Self.fields(depart, proposed: isNew ? state.environment.today : nil), base: demarche,
      le: state.environment.today)
  }

  private static func fields(_ depart: Depart, proposed: Day?) -> [Form.Field] {
    [
      .day(
        depart.debut ?? proposed, id: "debut", label: "Mois 0",
        hint: "Le jour d’où les mois se comptent\u{A0}: 01/01/2027, ou 1er janvier 2027."),
      .value(
        String(depart.intermediaireMois), id: "intermediaire", label: "Intermédiaire",
        hint: "Profil à objectif X\u{A0}mois\u{A0}: le groupe choisit X, 18 d’habitude."),
      .value(
        String(depart.dureeMois), id: "duree", label: "Durée",
        hint: "En mois, jusqu’au profil cible\u{A0}: 36 d’habitude."),
    ]
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    switch field {
    case "intermediaire": _ = try Self.profils(of: card)
    case "duree": _ = try Self.profils(of: card, asked: "duree")
    default: break
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    do throws(FormCard.Fault) {
      let depart = try Self.depart(card)
      let effects = EffetsDuDepart(depart, dans: card.base, le: card.today)
      if !effects.isEmpty {
        try card.ask("debut", effects.phrase)
      }
      return keep(depart, card, in: &state)
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
  }

  private static func depart(_ card: FormCard) throws(FormCard.Fault) -> Depart {
    guard let debut = try card.date("debut") else {
      throw FormCard.Fault(
        id: "debut", text: "Il faut un jour\u{A0}; Échap laisse le mois 0 à fixer.")
    }
    let (intermediaire, duree) = try profils(of: card)
    return Depart(debut: debut, intermediaireMois: intermediaire, dureeMois: duree)
  }

  /// The months of the two profiles that are planned, in their order; what is wrong with both is told
  /// of the one that is asked.
  private static func profils(
    of card: FormCard, asked: String = "intermediaire"
  ) throws(FormCard.Fault) -> (intermediaire: Int, duree: Int) {
    let duree = try months("duree", of: card)
    let intermediaire = try months("intermediaire", of: card)
    guard intermediaire <= duree else {
      throw FormCard.Fault(
        id: asked, text: "Le profil intermédiaire vient avant la fin, \(duree)\u{A0}mois."
      )
    }
    return (intermediaire, duree)
  }

  /// Months of a profile: `18`, `18 mois`.
  private static func months(_ id: String, of card: FormCard) throws(FormCard.Fault) -> Int {
    // Without a start nothing but a number is read.
    let mois = SchemaDeProgres().mois(ecrit: card.value(id) ?? "")
    guard let mois, Limite.duree.admet(mois) else {
      throw FormCard.Fault(id: id, text: "Il faudrait \(Limite.duree.mots)\u{A0}: 18, 36.")
    }
    return mois
  }

  private func keep(_ depart: Depart, _ card: FormCard, in state: inout State) -> [Effect] {
    let signature = state.signature
    let effects = FormCard.commit(&state, card) { demarche, _ in
      demarche.modifierDepart(depart, signature)
    }
    if let debut = depart.debut, !effects.isEmpty {
      state.say(
        "Mois 0\u{A0}: \(debut.french)\u{A0}; intermédiaire à \(depart.intermediaireMois)\u{A0}mois, "
          + "cible à \(depart.dureeMois)." + FormCard.aside(state, debut, .prevu))
    }
    return effects
  }
}

extension EffetsDuDepart {
  /// What it does to what is written, before it does.
  fileprivate var phrase: String {
    var facts: [String] = []
    if let last = closes.last {
      let months = (closes.dropLast().map(String.init) + ["\(last)\u{A0}mois"])
        .joined(separator: ", ")
      facts.append(
        closes.count == 1
          ? "la période close (\(months)) change de dates"
          : "les périodes closes (\(months)) changent de dates")
    }
    func told(_ count: Int, _ one: String, _ several: String) {
      if count > 0 { facts.append("\(count) \(count == 1 ? one : several)") }
    }
    told(
      realisesDehors, "réalisé n’est plus dans sa période",
      "réalisés ne sont plus dans leur période")
    told(
      realisesCaches, "réalisé sort du tableau", "réalisés sortent du tableau")
    told(retards, "palier devient en retard", "paliers deviennent en retard")
    told(
      echeancesAuDela, "échéance passe la durée", "échéances passent la durée")
    return facts.joined(separator: "\u{A0}; ").firstInCapital + ". Entrée encore le fait."
  }
}

extension String {
  fileprivate var firstInCapital: String { prefix(1).uppercased() + dropFirst() }
}

extension FormCard {
  /// Says in a field what its text would do, and waits for the same once more.
  ///
  /// - Throws: What is to be asked; nothing once it was asked of the same text.
  func ask(_ id: String, _ question: String) throws(Fault) {
    let asked = form.fields.first { $0.id == id }?.fault
    guard asked != question else { return }
    throw Fault(id: id, text: question)
  }
}

extension Action {
  /// Opens the départ, on each screen that shows time.
  static func depart(_ place: String, weight: Int) -> Action {
    Action(
      "\(place).depart", [.character("j")], "Le départ\u{A0}: mois 0, profils", short: "départ",
      weight: weight,
      help:
        "Choisit le mois 0, le mois du profil intermédiaire et la durée\u{A0}; dit ce que cela change.",
      opensText: true,
      impossible: { $0.isOpen ? $0.readOnlyReason : "Aucune démarche n’est ouverte." },
      perform: { $0.open(DepartForm()) })
  }
}
