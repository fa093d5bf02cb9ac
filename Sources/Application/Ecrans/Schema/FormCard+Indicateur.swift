import DPES
import TerminalUI

extension FormCard {
  private static let natures: [(nature: Indicateur.Nature, key: Character, word: String)] = [
    (.nombre, "n", "Nombre"), (.pourcentage, "p", "Pourcentage"), (.ouiNon, "o", "Oui/non"),
    (.texte, "t", "Texte"),
  ]
  private static let senses: [(sens: Indicateur.Sens, key: Character, word: String)] = [
    (.hausse, "h", "Hausse"), (.baisse, "b", "Baisse"),
  ]

  static func fields(_ one: Indicateur, _ demarche: Demarche) -> [Form.Field] {
    [
      Form.Field(
        text: one.intitule, id: "intitule", label: "Intitulé",
        hint: "Ce que l’on regarde pour dire que le palier est atteint."),
      Form.Field(
        choice: Form.Choice(
          natures.map { Form.Choice.Option($0.key, $0.word, short: $0.word.lowercased()) },
          selection: natures.firstIndex { $0.nature == one.nature }),
        id: "nature", label: "Nature", hint: "Une lettre ou ← →\u{A0}; Suppr n’en dit aucune."),
      Form.Field(
        text: one.numerateur ?? "", id: "numerateur", label: "Numérateur",
        hint: "D’un pourcentage\u{A0}: ce que l’on compte, par exemple les contrats durables.",
        limit: 200),
      Form.Field(
        text: one.denominateur ?? "", id: "denominateur", label: "Dénominateur",
        hint: "D’un pourcentage\u{A0}: parmi quoi, par exemple tous les contrats.", limit: 200),
      Form.Field(
        choice: Form.Choice(
          senses.map { Form.Choice.Option($0.key, $0.word, short: $0.word.lowercased()) },
          selection: senses.firstIndex { $0.sens == one.sens }),
        id: "sens", label: "Sens", hint: "Vers où l’on veut que la valeur aille."),
      .value(
        one.unite, id: "unite", label: "Unité",
        hint: "Ce que l’on compte\u{A0}: réunions, heures, €…"),
      .value(
        one.cible?.french, id: "cible", label: "Cible",
        hint: "Ce qui est visé à l’échéance\u{A0}: 30, 12,5, oui, ou un texte.", limit: 200),
      Form.Field(
        text: one.cibles.entries.map { "\($0.mois)\u{A0}: \($0.value.french)" }
          .joined(separator: "\u{A0}; "),
        id: "cibles", label: "Par période",
        hint:
          "Une cible à des périodes\u{A0}: 12\u{A0}: 10\u{A0}; 24\u{A0}: 30. Vide si c’est la même.",
        limit: 500),
    ] + people(of: one, demarche)
  }

  /// Who follows it, with what proof, and how often.
  private static func people(of one: Indicateur, _ demarche: Demarche) -> [Form.Field] {
    [
      .value(
        one.responsable.flatMap { demarche.initiales(de: $0) ?? $0 }, id: "responsable",
        label: "Responsable", hint: people(of: demarche)),
      Form.Field(
        text: one.preuve ?? "", id: "preuve", label: "Preuve",
        hint: "D’où viendra la preuve\u{A0}: registre, planning, compte rendu…", limit: 500),
      Form.Field(
        text: one.avec.map { demarche.initiales(de: $0) ?? $0 }.joined(separator: " "), id: "avec",
        label: "Avec", hint: "Qui d’autre le suit\u{A0}: des initiales, séparées par des blancs.",
        limit: 200, isProse: false),
      Form.Field(
        text: one.rythmeMois.map(String.init) ?? "", id: "rythme", label: "Rythme",
        hint:
          "Une fois atteint, vérifié tous les 12\u{A0}mois, 18, 24\u{A0}? Vide\u{A0}: à chaque période.",
        limit: 20, suggestions: Indicateur.rythmes.dropFirst().map(String.init)),
    ]
  }

  fileprivate var nature: Indicateur.Nature? {
    form.selection("nature").map { Self.natures[$0].nature }
  }

  fileprivate var sens: Indicateur.Sens? { form.selection("sens").map { Self.senses[$0].sens } }

  /// Whether a field says what it said when the form was opened; a value is then kept as it is spelt.
  func isUntouched(_ field: String) -> Bool {
    form.text(field) == original.text(field)
      && form.selection("nature") == original.selection("nature")
  }

  /// Whether a field of an indicator goes with its nature, or holds something already.
  func asksOfIndicateur(_ field: String) -> Bool {
    if !original.text(field).isEmpty || original.selection(field) != nil { return true }
    return switch field {
    case "numerateur", "denominateur": nature == .pourcentage
    case "sens": nature != .ouiNon && nature != .texte
    case "unite": nature == .nombre || nature == nil
    case "cibles": nature != .texte
    default: true
    }
  }

  /// What a text of an indicator says; one that is not asked stays as it was.
  fileprivate func asked(_ field: String, _ before: String?) -> String? {
    asksOfIndicateur(field) ? value(field) : before
  }

  /// The target typed.
  func cible() throws(Fault) -> Valeur? {
    try read(
      "cible", { Valeur(ecrite: $0, nature: nature) }, else: { Self.notOfNature($0, nature) })
  }

  /// Months between two checks: whole periods; what was there is kept as it was.
  func rythme(before: Int?) throws(Fault) -> Int? {
    guard form.text("rythme") != original.text("rythme") else { return before }
    return try read("rythme") { text in
      SchemaDeProgres().mois(ecrit: text, le: today).flatMap {
        $0 > 0 && Periode.colonne(deEcheance: $0) == $0 ? $0 : nil
      }
    } else: { _ in
      "Un rythme est de 6, 12, 18 ou 24\u{A0}mois\u{A0}; vide, à chaque période."
    }
  }

  /// Reads `12 : 10 ; 24 : 30`.
  func targets() throws(Fault) -> ByPeriod<Valeur> {
    func fault(_ text: String) -> Fault { Fault(id: "cibles", text: text) }
    var values = ByPeriod<Valeur>()
    for part in form.text("cibles").split(separator: ";") where !String(part).isBlank {
      let words = part.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard words.count == 2, let mois = Int(words[0]) else {
        throw fault("Une période, deux-points, une cible\u{A0}: 12\u{A0}: 10\u{A0}; 24\u{A0}: 30.")
      }
      let last = base.schema.derniereColonne
      guard (1...last).contains(mois), Periode.colonne(deEcheance: mois) == mois
      else { throw fault("\(mois) n’est pas une période\u{A0}: 6, 12, 18… jusqu’à \(last).") }
      guard let value = Valeur(ecrite: words[1], nature: nature) else {
        throw fault(Self.notOfNature(words[1], nature))
      }
      values[mois] = value
    }
    return values
  }

  /// A value that is not of the nature.
  fileprivate static func notOfNature(_ text: String, _ nature: Indicateur.Nature?) -> String {
    let shown = "«\u{A0}\(TextWidth.truncated(text, to: 20))\u{A0}»"
    if nature != .ouiNon, Valeur.estHorsLimites(text) {
      return "\(shown)\u{A0}: il faudrait \(Limite.valeur.mots)."
    }
    return nature == .ouiNon
      ? "\(shown)\u{A0}: ici, c’est oui ou non."
      : "\(shown) n’est pas un nombre\u{A0}: 30, 12,5 ou 1\u{A0}250."
  }
}

extension SchemaCard {
  func confirmIndicateur(
    _ card: FormCard, in state: inout State
  ) throws(FormCard.Fault) -> [Effect] {
    let intitule = try card.required("intitule", else: "Il faut dire ce que l’on regarde.")
    var before: Indicateur?
    if case .indicateur(let id) = self { before = card.base.indicateur(id) }
    let cible = try card.isUntouched("cible") ? before?.cible : card.cible()
    let cibles = try card.isUntouched("cibles") ? before?.cibles ?? ByPeriod() : card.targets()
    let responsable = try card.person("responsable", before: before?.responsable)
    let avec = try card.people("avec", before: before?.avec ?? []).filter { $0 != responsable }
    let rythme = try card.rythme(before: before?.rythmeMois)
    func fill(_ one: inout Indicateur) {
      one.intitule = intitule
      one.nature = card.nature
      one.numerateur = card.asked("numerateur", one.numerateur)
      one.denominateur = card.asked("denominateur", one.denominateur)
      if card.asksOfIndicateur("sens") { one.sens = card.sens }
      one.unite = card.asked("unite", one.unite)
      one.cible = cible
      one.cibles = cibles
      one.responsable = responsable
      one.avec = avec
      one.rythmeMois = rythme
      one.preuve = card.value("preuve")
    }
    return keepIndicateur(&state, card, responsable, fill)
  }

  private func keepIndicateur(
    _ state: inout State, _ card: FormCard, _ responsable: String?,
    _ fill: (inout Indicateur) -> Void
  ) -> [Effect] {
    let signature = state.signature
    var id: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      switch self {
      case .indicateur(let known):
        id = known
        return demarche.modifierIndicateur(known, signature, fill)
      case .nouvelIndicateur(let palier):
        var one = Indicateur()
        fill(&one)
        id = demarche.insererIndicateur(one, dansPalier: palier, signature, ids: &ids)
        return id != nil
      default: return false
      }
    }
    guard !effects.isEmpty, let id else { return [] }
    state.schema.select(.indicateur(id), in: state.derived)
    SchemaEcran.accompany(&state)
    let palier = state.schema.selected(in: state.derived)?.palier
    let count = palier?.indicateurs.count ?? 0
    var text = "Indicateur noté."
    if !state.hidesNames, let departure = departure(state, of: responsable) {
      text += " \(departure)"
    } else if case .nouvelIndicateur = self, count > 2 {
      text = "C’est le \(count)\u{1D49} indicateur\u{A0}: la méthode en conseille un ou deux."
    } else if palier?.atteintLe != nil, count == 1 {
      text += " C’est lui, désormais, qui dit si le palier est atteint."
    }
    state.say(text)
    return effects
  }
}
