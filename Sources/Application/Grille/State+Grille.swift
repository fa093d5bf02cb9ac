import DPES
import TerminalUI

// The gestures of the grille.
extension State {
  /// Whether the référentiels have to be read before the screen can be shown.
  package var wantsReferentiels: Bool {
    guard referentiels == nil, isOpen else { return false }
    if case .chain = modes.last { return true }
    return screen == .grille
  }

  /// The référentiel that the grille shows.
  var referentiel: Referentiel? { referentiels?.first { $0.id == grille.referentielID } }

  /// Takes the référentiels that were read; names the first file that is left out.
  mutating func receive(_ referentiels: [Referentiel], _ refusals: [String] = []) {
    self.referentiels = referentiels
    tellOrphans()
    if let first = refusals.first { refuse(first) }
    if case .chain(let chain) = modes.last { replaceMode(.chain(chain.renewed(in: self))) }
    beginGrille()
  }

  /// Answers to a référentiel that this machine has not are kept, and told.
  private mutating func tellOrphans() {
    let known = Set((referentiels ?? []).map(\.id))
    let orphans = demarche?.grilles.filter {
      !$0.reponses.isEmpty && !known.contains($0.referentiel ?? "")
    }
    guard let name = orphans?.last?.referentiel else { return }
    let count = (orphans ?? []).filter { $0.referentiel == name }.map(\.reponses.count).max() ?? 0
    say(
      "\(count) réponse\(count > 1 ? "s" : "") au référentiel «\u{A0}\(name)\u{A0}», absent de cet "
        + "ordinateur\u{A0}: gardée\(count > 1 ? "s" : "") dans le fichier.")
  }

  /// Shows the référentiel that was answered last, else the charter's, else the first.
  mutating func beginGrille() {
    guard let referentiels, grille.referentielID == nil else { return }
    let answered =
      demarche?.grilles.filter { !$0.reponses.isEmpty }
      .sorted { ($0.date ?? Day(number: 0)) < ($1.date ?? Day(number: 0)) }
      .compactMap(\.referentiel) ?? []
    let wanted = answered.reversed() + [Referentiel.charte]
    let known = wanted.first { id in referentiels.contains { $0.id == id } }
    if let id = known ?? referentiels.first?.id { showReferentiel(id) }
  }

  /// Shows another référentiel, from its first point.
  mutating func showReferentiel(_ id: String) {
    grille.referentielID = id
    grille.axe = Axe.allCases.first { referentiel?.themes(sur: $0).isEmpty == false }
    renewDerived()
    grille.select(0, in: derived)
  }

  mutating func stepReferentiel(by steps: Int) {
    guard let referentiels, !referentiels.isEmpty else { return }
    let here = referentiels.firstIndex { $0.id == grille.referentielID } ?? 0
    let place = (here + steps + referentiels.count) % referentiels.count
    showReferentiel(referentiels[place].id)
    say("\(referentiels[place].nom) (\(place + 1) sur \(referentiels.count)).")
  }

  /// The axes that the référentiel has points on, in the charter's order; its points on none last.
  var grilleAxes: [Axe?] { derived.grille.axes }

  /// Begins the answers of the day, from the last ones, so that both can be compared.
  fileprivate mutating func beginDatedGrille() -> [Effect] {
    guard let referentiel else { return [] }
    let signature = signature
    let effects = change { demarche, ids in
      demarche.nouvelleGrille(de: referentiel, signature, ids: &ids)
    }
    if effects.isEmpty {
      refuse("Les réponses d’aujourd’hui sont ouvertes déjà, ou il n’y en a pas d’avant.")
    } else {
      say(
        "Réponses du \(environment.today.french)\u{A0}: celles d’avant restent, à comparer. u l’annule."
      )
    }
    return effects
  }

  func grilleRefusal() -> String? {
    if let reason = readOnlyReason { return reason }
    return grille.selected(in: derived) == nil ? "Aucun point n’est sélectionné." : nil
  }

  mutating func moveInGrille(by steps: Int) { grille.step(by: steps, in: derived) }

  mutating func stepGrilleAxis(by steps: Int) {
    let axes = grilleAxes
    guard !axes.isEmpty else { return }
    let here = axes.firstIndex(of: grille.axe) ?? 0
    grille.axe = axes[((here + steps) % axes.count + axes.count) % axes.count]
    renewDerived()
    grille.select(0, in: derived)
  }

  mutating func toggleGrilleFilter() {
    let code = grille.selected(in: derived)?.point.code
    grille.isFiltered.toggle()
    renewDerived()
    if let code { grille.select(code, in: derived) } else { grille.select(0, in: derived) }
  }

  mutating func followGrille(in area: Rect) {
    grille.show(rows: max(1, GrilleView.Layout(in: area).list.height), in: derived)
  }

  mutating func pointGrille(_ mouse: Event.Mouse, in area: Rect) {
    switch mouse.gesture {
    case .wheelUp: moveInGrille(by: -1)
    case .wheelDown: moveInGrille(by: 1)
    case .press:
      let list = GrilleView.Layout(in: area).list
      let rows = derived.grille.rows
      guard let row = grille.list.row(at: mouse.position, in: list, of: rows.count),
        rows[row].isPoint
      else { return }
      grille.select(row, in: derived)
    case .release: break
    }
  }

  /// « Dimension existante »; « non concerné » asks why.
  fileprivate mutating func answer(_ existante: Reponse.Existante) -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    if existante == .nonConcerne {
      ask("Pourquoi n’est-ce pas concerné\u{A0}?", for: .reponse(code, .nonConcerne))
      return []
    }
    return changeReponse(code) { $0.existante = existante }
  }

  /// « À intégrer » goes from oui to non, to dans l’idéal, to nothing said.
  fileprivate mutating func stepAIntegrer() -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    return changeReponse(code) { reponse in
      switch reponse.aIntegrer {
      case nil: reponse.aIntegrer = .oui
      case .oui: reponse.aIntegrer = .non
      case .non:
        reponse.aIntegrer = .ideal
        reponse.echeanceAns = reponse.echeanceAns ?? 3
      case .ideal:
        reponse.aIntegrer = nil
        reponse.echeanceAns = nil
      }
    }
  }

  fileprivate func idealRefusal() -> String? {
    if let reason = grilleRefusal() { return reason }
    return grille.selected(in: derived)?.reponse?.aIntegrer == .ideal
      ? nil : "L’échéance va avec «\u{A0}dans l’idéal\u{A0}»\u{A0}: i, jusqu’à ce mot."
  }

  fileprivate mutating func shiftIdeal(by years: Int) -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    return changeReponse(code) { reponse in
      reponse.echeanceAns = min(max((reponse.echeanceAns ?? 3) + years, 1), 30)
    }
  }

  fileprivate mutating func askForTexte(_ champ: Question.Champ) -> [Effect] {
    guard let point = grille.selected(in: derived) else { return [] }
    let title =
      champ == .aIntegrer
      ? "À intégrer\u{A0}: comment\u{A0}?" : point.reponse?.existante?.question ?? "Ce qui existe"
    let text =
      champ == .aIntegrer ? point.reponse?.aIntegrerTexte : point.reponse?.existanteTexte
    ask(title, for: .reponse(point.point.code, champ), text ?? "")
    return []
  }

  /// Puts an answer's text in.
  mutating func setTexte(_ text: String, _ champ: Question.Champ, of code: String) -> [Effect] {
    changeReponse(code) { reponse in
      switch champ {
      case .existante: reponse.existanteTexte = text
      case .aIntegrer: reponse.aIntegrerTexte = text
      case .nonConcerne:
        reponse.existante = .nonConcerne
        reponse.existanteTexte = text
      }
    }
  }

  fileprivate mutating func clearReponse() -> [Effect] {
    guard let code = grille.selected(in: derived)?.point.code else { return [] }
    let effects = changeReponse(code) { reponse in
      let point = reponse.point
      reponse = Reponse()
      reponse.point = point
    }
    if !effects.isEmpty { say("Réponse effacée. u la fait revenir.") }
    return effects
  }

  private mutating func changeReponse(
    _ code: String, _ edit: (inout Reponse) -> Void
  ) -> [Effect] {
    guard let referentiel else { return [] }
    let signature = signature
    return change { demarche, ids in
      demarche.repondre(code, de: referentiel, signature, ids: &ids, edit)
    }
  }

  /// Makes an observation of the point, linked to it, and opens its text.
  fileprivate mutating func observePoint() -> [Effect] {
    guard let point = grille.selected(in: derived), let referentiel else { return [] }
    let texte = point.reponse?.existanteTexte ?? point.point.intitule
    let axe = point.point.axe ?? grille.axe
    let signature = signature
    var id: String?
    cercle.imageID = nil
    cercle.comparedID = nil
    let effects = change { demarche, ids in
      id = demarche.observer(
        texte, point: "\(referentiel.id):\(point.point.code)", sur: axe, signature, ids: &ids)
      return true
    }
    guard let id, !effects.isEmpty else { return effects }
    cercle.select(id, in: derived)
    let number = cercle.selected(in: derived)?.numero.map { " \($0)" } ?? ""
    let place = axe.map { "sur «\u{A0}\($0.nomCourt)\u{A0}»" } ?? "à placer"
    say("Observation\(number) \(place), liée à ce point. u l’enlève.")
    return effects + openText(.texte)
  }
}

extension Action {
  /// What can be done in the grille.
  static let grille: [Action] =
    [
      answer(.oui, "o", "Oui", short: "réponse", lineKeys: "o p x c"),
      answer(.partielle, "p", "Partielle"),
      answer(.non, "x", "Non"),
      answer(.nonConcerne, "c", "Non concerné"),
      change(
        "a-integrer", [.character("i")], "À intégrer\u{A0}: oui, non, dans l’idéal",
        short: "à intégrer", weight: 90,
        help: "Passe de oui à non, à «\u{A0}dans l’idéal\u{A0}», puis à rien.",
        perform: { $0.stepAIntegrer() }),
      Action(
        "grille.moins", .screen(.grille), [.character("<"), .shiftLeft], "Un an plus tôt",
        help: "Dans l’idéal, un an plus tôt.", impossible: { $0.idealRefusal() },
        perform: { $0.shiftIdeal(by: -1) }),
      Action(
        "grille.plus", .screen(.grille), [.character(">"), .shiftRight], "Un an plus tard",
        help: "Dans l’idéal, un an plus tard.", impossible: { $0.idealRefusal() },
        perform: { $0.shiftIdeal(by: 1) }),
      change(
        "texte", [.enter], "Dire comment, ou pourquoi", short: "comment", weight: 85,
        help: "Écrit ce qui existe, ou pourquoi ce n’est pas le cas.",
        perform: { $0.askForTexte(.existante) }),
      change(
        "texte-a-integrer", [.character("j")], "Dire comment l’intégrer",
        help: "Écrit comment le point sera intégré.", perform: { $0.askForTexte(.aIntegrer) }),
      change(
        "observation", [.character("n")], "En faire une observation", short: "observation",
        weight: 95,
        help: "Ajoute au cercle une observation liée à ce point, et ouvre son texte.",
        perform: { $0.observePoint() }),
      change(
        "effacer", [.delete, .control("d")], "Effacer la réponse",
        help: "Retire la réponse\u{A0}; u la fait revenir.", perform: { $0.clearReponse() }),
      Action(
        "grille.date", .screen(.grille), [.character("d")],
        "Reprendre les réponses à la date du jour",
        help: "Ouvre les réponses du jour à partir des dernières, qui restent pour comparer.",
        impossible: \.readOnlyReason, perform: { $0.beginDatedGrille() }),
      move(
        "referentiel", [.character("r")], "Référentiel suivant", short: "référentiel", weight: 60
      ) {
        $0.stepReferentiel(by: 1)
      },
      move("referentiel-precedent", [.character("a")], "Référentiel précédent") {
        $0.stepReferentiel(by: -1)
      },
      links(.grille),
      move("filtre", [.character("f")], "Points sans réponse, ou tous", short: "sans réponse") {
        $0.toggleGrilleFilter()
      },
      move("haut", [.up], "Point précédent") { $0.moveInGrille(by: -1) },
      move("bas", [.down], "Point suivant") { $0.moveInGrille(by: 1) },
      move("gauche", [.left], "Axe précédent") { $0.stepGrilleAxis(by: -1) },
      move("droite", [.right], "Axe suivant", short: "axe", lineKeys: "← →") {
        $0.stepGrilleAxis(by: 1)
      },
      move("page-haut", [.pageUp], "Page précédente") { $0.moveInGrille(by: -$0.grille.page) },
      move("page-bas", [.pageDown], "Page suivante") { $0.moveInGrille(by: $0.grille.page) },
      move("debut", [.home], "Premier point") { $0.grille.select(0, in: $0.derived) },
      move("fin", [.end], "Dernier point") { $0.grille.select(Int.max, in: $0.derived) },
    ]

  private static func answer(
    _ existante: Reponse.Existante, _ key: Character, _ title: String, short: String? = nil,
    lineKeys: String? = nil
  ) -> Action {
    Action(
      "grille.\(existante.rawValue)", .screen(.grille), [.character(key)], title, short: short,
      lineKeys: lineKeys, weight: short == nil ? 0 : 100,
      help: "Dimension existante\u{A0}: \(existante.mot).",
      impossible: { $0.grilleRefusal() }, perform: { $0.answer(existante) })
  }

  private static func change(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, weight: Int = 0,
    help: String, perform: @escaping @Sendable (inout State) -> [Effect]
  ) -> Action {
    Action(
      "grille.\(id)", .screen(.grille), keys, title, short: short, weight: weight, help: help,
      impossible: { $0.grilleRefusal() }, perform: perform)
  }

  private static func move(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, lineKeys: String? = nil,
    weight: Int = 70, _ go: @escaping @Sendable (inout State) -> Void
  ) -> Action {
    Action(
      "grille.\(id)", .screen(.grille), keys, title, short: short, lineKeys: lineKeys,
      weight: short == nil ? 0 : weight, help: "\(title)."
    ) { state in
      go(&state)
      return []
    }
  }
}
