import DPES
import TerminalUI

/// One who pays in a year, or what there is on a day; nil for a new one.
enum ArgentForm: FormSubject {
  case financeur(String?, exercice: String)
  case point(String?)

  var words: [String] {
    switch self {
    case .financeur(let id, let year): ["financeur", year] + [id].compactMap(\.self)
    case .point(let id): ["tresorerie"] + [id].compactMap(\.self)
    }
  }

  init?(words: [String]) {
    switch words.first {
    case "financeur" where words.count == 2 || words.count == 3:
      self = .financeur(words.count == 3 ? words[2] : nil, exercice: words[1])
    case "tresorerie" where words.count <= 2: self = .point(words.dropFirst().first)
    default: return nil
    }
  }

  var place: Screen { FinancesEcran.place }

  var repeats: Bool {
    switch self {
    case .financeur(let id, _): id == nil
    case .point: false
    }
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    switch self {
    case .financeur(let id, let year):
      guard let exercice = demarche.structure.exercices.first(where: { $0.id == year }) else {
        return nil
      }
      let one = id.map { id in exercice.financeurs.first { $0.id == id } } ?? Financeur()
      return one.map {
        FormCard(
          self, "\(id == nil ? "Nouveau financeur" : "Financeur"), exercice \(exercice.nom)",
          Self.fields($0), base: demarche, le: state.environment.today)
      }
    case .point(let id):
      var new = PointDeTresorerie()
      new.date = state.environment.today
      let one = id.map { id in demarche.structure.tresorerie.first { $0.id == id } } ?? new
      return one.map {
        FormCard(
          self, id == nil ? "Nouveau point de trésorerie" : "Trésorerie", Self.fields($0),
          base: demarche, le: state.environment.today)
      }
    }
  }

  private static func fields(_ one: Financeur) -> [Form.Field] {
    [
      .text(
        one.nom, id: "nom", label: "Qui",
        hint: "Un nom, ou un groupe\u{A0}: Département, Dons (42).", limit: 300),
      .choice(
        one.nature, id: "nature", label: "Nature",
        hint:
          "v achète ce que la structure vend\u{A0}; s subvention, cotisation, don\u{A0}; vide compte comme s."
      ) {
        Form.Choice.Option($0 == .marchand ? "v" : "s", $0.nom)
      },
    ] + FormCard.fields(Financeur.rubriques, of: one, nil)
  }

  private static func fields(_ one: PointDeTresorerie) -> [Form.Field] {
    FormCard.fields(PointDeTresorerie.rubriques, of: one, nil)
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    switch self {
    case .financeur: try card.check(field, of: Financeur.rubriques, in: Financeur())
    case .point: try card.check(field, of: PointDeTresorerie.rubriques, in: PointDeTresorerie())
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    switch self {
    case .financeur(let id, let year): Self.confirm(&state, card, financeur: id, of: year)
    case .point(let id): Self.confirm(&state, card, point: id)
    }
  }

  private static func confirm(
    _ state: inout State, _ card: FormCard, financeur known: String?, of year: String
  ) -> [Effect] {
    guard let nom = card.value("nom") else {
      return FormCard.fail(&state, card, "nom", "Il faut un nom, ou un groupe\u{A0}: Dons (42).")
    }
    var filled = Financeur()
    if let fault = card.fill(Financeur.rubriques, &filled).faults.first {
      return FormCard.fail(&state, card, fault.id, fault.text)
    }
    let nature = card.form.selection("nature").map { Financeur.Nature.allCases[$0] }
    var id = known
    let effects = FormCard.commit(&state, card) { demarche, ids in
      demarche.structure.exercices.modifier(year) { exercice in
        let place = known ?? exercice.financeurs.ajouter(Financeur(), ids: &ids)
        id = place
        exercice.financeurs.modifier(place) { one in
          one.nom = nom
          one.nature = nature
          _ = card.fill(Financeur.rubriques, &one)
        }
      }
    }
    if !effects.isEmpty { state.say("Financeur noté.") }
    if let id { _ = FinancesEcran.select(&state, id) }
    return effects
  }

  private static func confirm(
    _ state: inout State, _ card: FormCard, point known: String?
  ) -> [Effect] {
    var filled = PointDeTresorerie()
    if let fault = card.fill(PointDeTresorerie.rubriques, &filled).faults.first {
      return FormCard.fail(&state, card, fault.id, fault.text)
    }
    let (effects, id) = FormCard.commit(&state, card, known, in: \.structure.tresorerie) { one in
      if known == nil { one.date = card.day("date").flatMap(\.self) }
      _ = card.fill(PointDeTresorerie.rubriques, &one)
    }
    if !effects.isEmpty { state.say("Trésorerie notée.") }
    if let id { _ = FinancesEcran.select(&state, id) }
    return effects
  }
}
