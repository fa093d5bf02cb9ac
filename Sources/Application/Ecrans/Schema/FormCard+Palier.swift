import DPES
import TerminalUI

extension FormCard {
  /// A palier with indicators is reached when they are; another is declared so.
  ///
  /// Without a start of the schéma, a deadline is a number of months.
  static func fields(_ palier: Palier, isNew: Bool, hasStart: Bool) -> [Form.Field] {
    let fields = [
      Form.Field(
        text: palier.intitule, id: "intitule", label: "Intitulé",
        hint: "Ce qui sera vrai quand le palier sera atteint."),
      .value(
        palier.echeanceMois.map(String.init), id: "echeance", label: "Échéance",
        hint: hasStart
          ? "En mois depuis le départ (9), ou une date\u{A0}: \(Form.Field.dateHint)."
          : "En mois depuis le mois 0 (9). Une date, quand il est fixé (j, après)."),
    ]
    let held = Form.Field(
      choice: Form.Choice(
        [Form.Choice.Option("o", "Oui"), Form.Choice.Option("n", "Non")],
        selection: palier.tenuAuDepart ? 0 : nil),
      id: "depart", label: "Déjà tenu",
      hint: "Oui, s’il tenait déjà au mois 0\u{A0}: le profil de départ le compte.")
    guard !isNew, palier.indicateurs.isEmpty else { return fields + [held] }
    return fields + [
      .day(
        palier.atteintLe, id: "atteint", label: "Atteint le",
        hint: "Sans indicateur, un palier se déclare atteint\u{A0}: 12/03/2026, 28/02, ou rien."),
      held,
    ]
  }

  static func fields(_ engagement: Palier.Engagement, _ demarche: Demarche) -> [Form.Field] {
    [
      Form.Field(
        text: engagement.texte ?? "", id: "texte", label: "Quoi",
        hint: "Ce que le partenaire, ou quelqu’un, s’engage à faire.", limit: 1_000),
      Form.Field(
        text: engagement.organisme ?? "", id: "organisme", label: "Organisme",
        hint: "Qui s’engage\u{A0}: une association, une collectivité…", limit: 200),
      .value(
        engagement.qui.flatMap { demarche.initiales(de: $0) ?? $0 }, id: "qui", label: "Qui",
        hint: FormCard.people(of: demarche)),
      .day(engagement.quand, id: "quand", label: "Pour le"),
    ]
  }

  /// The initials to choose among; those who left are said apart.
  static func people(of demarche: Demarche) -> String {
    func names(_ people: [Participant]) -> String {
      people.prefix(12).compactMap(\.initiales).joined(separator: " ")
        + (people.count > 12 ? " …" : "")
    }
    let here = demarche.participants.filter { $0.departLe == nil }
    let gone = demarche.participants.filter { $0.departLe != nil }
    guard !here.isEmpty || !gone.isEmpty else {
      return "Personne encore au tour de table (touche 1)."
    }
    return "Du tour de table\u{A0}: \(names(here))"
      + (gone.isEmpty ? "" : "\u{A0}; partis\u{A0}: \(names(gone))")
  }

  fileprivate static func notADeadline(_ text: String, hasStart: Bool, le jour: Day) -> String {
    if !hasStart, DateEcrite(text, le: jour, .prevu) != nil {
      return
        "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}»\u{A0}: le mois 0 n’est pas encore fixé. Dites un "
        + "nombre de mois, ou rien\u{A0}; j le fixe, puis la date est prise."
    }
    return
      "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}» n’est pas une échéance\u{A0}: 9, mars 2027, "
      + "12/03/2027 ou dans 3 mois, à \(Periode.dernierMois)\u{A0}mois au plus."
  }
}

extension FormCard {
  /// The deadline typed, in months from the start.
  func echeance() throws(Fault) -> Int? {
    try read(
      "echeance", { base.schema.mois(ecrit: $0, le: today) },
      else: { Self.notADeadline($0, hasStart: base.schema.debut != nil, le: today) })
  }
}

extension SchemaCard {
  func confirmPalier(_ card: FormCard, in state: inout State) throws(FormCard.Fault) -> [Effect] {
    let intitule = try card.required("intitule", else: "Il faut dire ce qui sera atteint.")
    let mois = try card.echeance()
    let atteintLe = try card.date("atteint")
    if let mois, mois != card.base.schema.paliers.first(where: { isAbout($0.id) })?.echeanceMois,
      let question = card.base.schema.question(surEcheance: mois)
    {
      try card.ask("echeance", "\(question) Entrée encore la garde.")
    } else if !card.isAsWritten("echeance"), atteintLe == nil, card.form.selection("depart") != 0 {
      let day = card.value("echeance").flatMap { Day(ecrit: $0, le: card.today, .prevu) }
      try card.askPast("echeance", day)
    }
    let isDeclared = card.form.fields.contains { $0.id == "atteint" }
    func fill(_ palier: inout Palier) {
      palier.intitule = intitule
      palier.echeanceMois = mois
      palier.tenuAuDepart = card.form.selection("depart") == 0
      if isDeclared { palier.atteintLe = atteintLe }
    }
    let signature = state.signature
    var id = ""
    let effects = FormCard.commit(&state, card) { demarche, ids in
      switch self {
      case .palier(let known):
        id = known
        return demarche.modifierPalier(known, signature, fill)
      case .nouveauPalier(let axe, let observation):
        var palier = Palier()
        palier.axe = axe
        palier.observations = observation.map { [$0] } ?? []
        fill(&palier)
        id = demarche.insererPalier(palier, signature, ids: &ids)
        return true
      default: return false
      }
    }
    guard !effects.isEmpty else { return [] }
    state.schema.select(id, in: state.derived)
    SchemaEcran.accompany(&state)
    sayOfPalier(&state, id)
    if case .nouveauPalier = self, let schema = state.demarche?.schema, schema.debut == nil,
      schema.paliers.count == 1
    {
      // Who dictates paliers types the next title already: the card comes once they are said.
      guard repeats else { return effects + state.open(DepartForm()) }
      state.schema.owesDepart = true
    }
    return effects
  }

  func left(_ state: inout State) {
    // Who sets a text aside goes on typing.
    guard repeats, state.schema.owesDepart, state.formsAside[ValueKey(self)] == nil else { return }
    state.schema.owesDepart = false
    if state.demarche?.schema.debut == nil { _ = state.open(DepartForm()) }
  }

  private func isAbout(_ palier: String) -> Bool { self == .palier(palier) }

  private func sayOfPalier(_ state: inout State, _ id: String) {
    guard let palier = state.schema.selected(in: state.derived), palier.palier.id == id else {
      return
    }
    let reached = FormCard.aside(state, palier.palier.atteintLe, .fait)
    let notice =
      state.demarche?.schema.avis(palier.palier.echeanceMois, dePalier: id).map { " " + $0.phrase }
      ?? (reached.isEmpty ? nil : reached)
    guard case .nouveauPalier(let axe, let observation) = self else {
      return state.say("Palier \(palier.rang) à jour.\(notice ?? "")")
    }
    let number = observation.flatMap { id in
      state.derived.image?.cercle.observations.first { $0.id == id }?.numero
    }
    let answer =
      observation == nil
      ? "" : ", il répond à l’observation" + (number.map { " n°\u{A0}\($0)" } ?? "")
    let next = observation == nil ? " i lui donne un indicateur." : " l y mène."
    state.say("Palier \(palier.rang) de «\u{A0}\(axe.nomCourt)\u{A0}»\(answer).\(notice ?? next)")
  }

  func confirmEngagement(
    _ card: FormCard, in state: inout State
  ) throws(FormCard.Fault) -> [Effect] {
    let texte = try card.required("texte", else: "Il faut dire à quoi l’on s’engage.")
    var before: String?
    if case .engagement(let id) = self { before = card.base.engagement(id)?.qui }
    guard let (qui, quand) = FormCard.whoAndWhen(&state, card, before: before) else { return [] }
    func fill(_ engagement: inout Palier.Engagement) {
      engagement.texte = texte
      engagement.organisme = card.value("organisme")
      engagement.qui = qui
      engagement.quand = quand
    }
    var id: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      switch self {
      case .engagement(let known):
        id = known
        return demarche.modifierEngagement(known, fill)
      case .nouvelEngagement(let palier):
        var engagement = Palier.Engagement()
        fill(&engagement)
        id = demarche.ajouterEngagement(engagement, aPalier: palier, ids: &ids)
        return id != nil
      default: return false
      }
    }
    guard !effects.isEmpty else { return [] }
    if let id { state.schema.select(.engagement(id), in: state.derived) }
    state.say(
      "Engagement noté."
        + (departure(state, of: qui).map { " \($0)" } ?? FormCard.aside(state, quand, .prevu)))
    return effects
  }

  /// A word about somebody in charge who has left the tour de table.
  func departure(_ state: State, of participant: String?) -> String? {
    guard let one = state.demarche?.participants.first(where: { $0.id == participant }),
      one.estParti(le: state.environment.today), let day = one.departLe
    else { return nil }
    return "\(one.initiales ?? "?") a quitté le tour de table le \(day.frenchShort)\u{A0}: gardé, "
      + "quelqu’un d’autre peut reprendre."
  }
}

extension SchemaDeProgres {
  /// What to ask of a deadline that lengthens the tableau; nil for one that does not.
  func question(surEcheance mois: Int) -> String? {
    if mois < 0 { return "−\(mois.magnitude)\u{A0}mois, c’est avant le départ." }
    let column = Periode.colonne(deEcheance: mois)
    guard mois > dureeMois, column > derniereColonne else { return nil }
    return
      "\(mois)\u{A0}mois passent les \(dureeMois) de la démarche\u{A0}: le tableau irait à \(column)."
  }
}

extension AvisDEcheance {
  /// Allowed, and said.
  var phrase: String {
    switch self {
    case .avantLeDepart: "L’échéance vient avant le départ\u{A0}: gardée telle quelle."
    case .auDela(let duree):
      "L’échéance passe les \(duree)\u{A0}mois de la démarche\u{A0}: gardée, le tableau s’allonge."
    case .avantCelleDuDessous(let rang, let mois):
      "L’échéance vient avant celle du palier \(rang) (\(mois)\u{A0}mois), dont il dépend\u{A0}: gardée."
    }
  }
}
