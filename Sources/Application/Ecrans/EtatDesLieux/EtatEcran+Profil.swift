import DPES
import TerminalUI

// Moving among the nine boxes.
extension EtatEcran {
  private static func profilGrid(_ state: State) -> ProfilGrid? {
    area(state).flatMap { ProfilView(state, in: EtatLayout($0).content).grid }
  }

  /// Up and down in the column of a grid; false where the boxes are a list.
  static func moveInProfil(_ state: inout State, _ key: Key) -> Bool {
    guard state.etat.section == .profilStrategique, profilGrid(state) != nil,
      let row = state.etat.profilRow, let (_, column) = Self.place(of: row.cle)
    else { return false }
    let rows = state.etat.rows.profil
    let keys = ProfilStrategique.Cle.rangees.map { $0[column] }
    let sequence = keys.flatMap { cle in rows.indices.filter { rows[$0].cle == cle } }
    let heads = keys.compactMap { cle in rows.firstIndex { $0.cle == cle } }
    guard let place = rows.firstIndex(of: row).flatMap(sequence.firstIndex) else { return false }
    let order = { (index: Int) in sequence.firstIndex(of: index) ?? 0 }
    let target: Int? =
      switch key {
      case .up: place > 0 ? sequence[place - 1] : nil
      case .down: place + 1 < sequence.count ? sequence[place + 1] : nil
      case .pageUp: heads.last { order($0) < place }
      case .pageDown: heads.first { order($0) > place }
      case .home: sequence.first
      case .end: sequence.last
      default: nil
      }
    if let target { state.etat.select(row: target) }
    return true
  }

  /// To the box beside, or into a group of journées; at the edge, and where the boxes are a list, to the section beside.
  static func stepBox(_ state: inout State, by steps: Int) {
    if foldCycle(&state, isOpening: steps > 0) { return }
    guard state.etat.section == .profilStrategique, profilGrid(state) != nil,
      let row = state.etat.profilRow, let (line, column) = Self.place(of: row.cle),
      ProfilStrategique.Cle.rangees[line].indices.contains(column + steps)
    else {
      state.etat.section = state.etat.sections.around(state.etat.section, by: steps)
      return
    }
    let cle = ProfilStrategique.Cle.rangees[line][column + steps]
    let rows = state.etat.rows.profil
    let places = rows.indices.filter { rows[$0].cle == cle }
    let wanted = row.index.map { $0 + 1 } ?? 0
    if let place = places.dropFirst(min(wanted, places.count - 1)).first {
      state.etat.select(row: place)
    }
  }

  private static func place(of cle: ProfilStrategique.Cle) -> (line: Int, column: Int)? {
    for (line, keys) in ProfilStrategique.Cle.rangees.enumerated() {
      if let column = keys.firstIndex(of: cle) { return (line, column) }
    }
    return nil
  }

  /// Selects what was pointed at among the boxes; false where they are a list.
  static func pointProfil(_ state: inout State, at position: Position) -> Bool {
    guard state.etat.section == .profilStrategique, let grid = profilGrid(state) else {
      return false
    }
    if let row = grid.row(at: position, of: state.etat.rows.profil) { state.etat.select(row: row) }
    return true
  }

  // What is put in the boxes.

  /// The first question about a box that nobody has dismissed.
  static func profilQuestion(
    _ state: State, for cle: ProfilStrategique.Cle
  ) -> Suggestions.Question? {
    state.suggestions?.profilStrategique[cle].first {
      !state.etat.questionsEcartees.contains($0.id)
    }
  }

  /// Dismisses the question that is shown; once all are, brings them back.
  static func dismissQuestion(_ state: inout State) -> [Effect] {
    guard let cle = state.etat.profilRow?.cle else { return [] }
    let all = state.suggestions?.profilStrategique[cle] ?? []
    if let question = profilQuestion(state, for: cle) {
      state.etat.questionsEcartees.insert(question.id)
      if profilQuestion(state, for: cle) == nil {
        state.say("Plus de question pour cette case\u{A0}: p les fait revenir.")
      }
    } else if !all.isEmpty {
      state.etat.questionsEcartees.subtract(all.map(\.id))
    } else {
      state.refuse(
        "Palier n’a pas trouvé ses questions\u{A0}: suggestions/profil-strategique.json.")
    }
    return []
  }

  /// What is asked for in the panel where something of a box is typed.
  static func addElement(_ state: inout State) -> [Effect] {
    guard let cle = state.etat.profilRow?.cle else { return [] }
    state.ask(cle.nom, for: ElementQuestion(cle: cle, ancien: nil))
    return []
  }

  static func editElement(_ state: inout State) -> [Effect] {
    guard let row = state.etat.profilRow, row.index != nil else { return addElement(&state) }
    state.ask(row.cle.nom, for: ElementQuestion(cle: row.cle, ancien: row.texte), row.texte)
    return []
  }

  static func whyNoElement(_ state: State) -> String? {
    state.readOnlyReason
      ?? (state.etat.profilRow?.index == nil
        ? "Choisissez ce qui est dans la case\u{A0}: ↑ ↓." : nil)
  }

  static func removeElement(_ state: inout State) -> [Effect] {
    guard let row = state.etat.profilRow, let index = row.index else { return [] }
    return change(&state, saying: "Enlevé de «\u{A0}\(row.cle.nom)\u{A0}».") {
      demarche, _ in
      demarche.profilStrategique[row.cle].elements.dropFirst(index).first == row.texte
        && demarche.supprimerElement(index, de: row.cle)
    }
  }

  static func moveElement(_ state: inout State, by steps: Int) -> [Effect] {
    guard let row = state.etat.profilRow, let index = row.index else { return [] }
    let effects = state.change { demarche, _ in
      demarche.deplacerElement(index, de: row.cle, de: steps)
    }
    if !effects.isEmpty,
      let place = state.etat.rows.profil.firstIndex(where: {
        $0.cle == row.cle && $0.index == index + steps
      })
    {
      state.etat.select(row: place)
    }
    return effects
  }

  /// « Néant » is said of a box that was asked about; a box that holds something can't be.
  static func toggleNeant(_ state: inout State) -> [Effect] {
    guard let cle = state.etat.profilRow?.cle else { return [] }
    let effects = state.change { demarche, _ in demarche.basculerNeant(cle) }
    if effects.isEmpty {
      state.refuse("«\u{A0}\(cle.nom)\u{A0}» contient quelque chose\u{A0}: Suppr d’abord.")
    }
    return effects
  }

  static func whyNoObservation(_ state: State) -> String? {
    if let reason = whyNoElement(state) { return reason }
    guard let row = state.etat.profilRow else { return nil }
    if row.cle.signe == nil {
      return "Ce sont les forces et les faiblesses qui vont au cercle\u{A0}: les cases + et −."
    }
    return row.numero.map { "C’est déjà l’observation \($0) du cercle." }
  }

  /// A strength or a weakness becomes an observation, to be placed by the group.
  static func observeElement(_ state: inout State) -> [Effect] {
    guard let row = state.etat.profilRow else { return [] }
    let signature = state.signature
    let effects = state.change { demarche, ids in
      _ = demarche.observer(row.texte, point: row.cle.point, sur: nil, signature, ids: &ids)
      return true
    }
    guard !effects.isEmpty else { return [] }
    let numero = state.etat.profilRow?.numero.map { " \($0)" } ?? ""
    state.say("Observation\(numero), à placer sur le cercle (3, puis m).")
    return effects
  }
}

extension Action {
  /// What can be done with the nine boxes.
  static let profil: [Action] = [
    Action(
      "profil.ajouter", [.character("n")], "Ajouter à la case", short: "ajouter", weight: 90,
      help: "Ajoute quelque chose à la case choisie\u{A0}; le champ reste prêt pour la suite.",
      opensText: true, impossible: \.readOnlyReason
    ) { EtatEcran.addElement(&$0) },
    Action(
      "profil.modifier", [.enter], "Modifier", short: "modifier", weight: 70,
      help: "Corrige ce qui est choisi\u{A0}; sur le nom d’une case, ajoute.",
      opensText: true, impossible: \.readOnlyReason
    ) { EtatEcran.editElement(&$0) },
    Action(
      "profil.neant", [.character("x")], "Néant, ou pas encore demandé", short: "néant", weight: 60,
      help: "Dit que la case a été demandée et qu’il n’y a rien, ou l’annule.",
      impossible: \.readOnlyReason
    ) { EtatEcran.toggleNeant(&$0) },
    Action(
      "profil.observation", [.character("c")], "En faire une observation du cercle",
      short: "au cercle", weight: 80,
      help: "La force ou la faiblesse choisie devient une observation à placer sur le cercle.",
      impossible: EtatEcran.whyNoObservation
    ) { EtatEcran.observeElement(&$0) },
    Action(
      "profil.question", [.character("p")], "Écarter la question", short: "autre question",
      weight: 30,
      help: "Écarte la question proposée, la suivante vient\u{A0}; à la fin elles reviennent."
    ) { EtatEcran.dismissQuestion(&$0) },
    Action(
      "profil.enlever", [.delete, .control("d")], "Enlever", short: "enlever", weight: 20,
      help: "Enlève de la case ce qui est choisi.", impossible: EtatEcran.whyNoElement
    ) { EtatEcran.removeElement(&$0) },
    Action(
      "profil.monter", [.shiftUp, .character("<")], "Monter dans la case",
      short: "rang", lineKeys: "< >", weight: 15,
      help: "Monte d’un rang ce qui est choisi.", impossible: EtatEcran.whyNoElement
    ) { EtatEcran.moveElement(&$0, by: -1) },
    Action(
      "profil.descendre", [.shiftDown, .character(">")], "Descendre dans la case",
      help: "Descend d’un rang ce qui est choisi.", impossible: EtatEcran.whyNoElement
    ) { EtatEcran.moveElement(&$0, by: 1) },
  ]
}

/// Something of a box of the profil stratégique, in the place of what it said; nil when new.
struct ElementQuestion: KeptQuestion {
  let cle: ProfilStrategique.Cle
  let ancien: String?

  var words: [String] { ["element", cle.rawValue] + (ancien.map { [$0] } ?? []) }

  init(cle: ProfilStrategique.Cle, ancien: String?) {
    self.cle = cle
    self.ancien = ancien
  }

  init?(words: [String]) {
    guard words.count > 1, words[0] == "element",
      let cle = ProfilStrategique.Cle(rawValue: words[1])
    else { return nil }
    self.init(cle: cle, ancien: words.dropFirst(2).first)
  }

  func isThere(_ state: State) -> Bool {
    ancien.map { state.demarche?.profilStrategique[cle].elements.contains($0) == true } ?? true
  }

  var isTakenAtEnd: Bool { true }
  var onWall: OnWall { .comes }

  func below(_ state: State) -> String? {
    ancien == nil ? EtatEcran.profilQuestion(state, for: cle)?.texte : nil
  }

  /// Puts in what was typed; after something new, the field is ready for the next.
  func take(_ text: String, in state: inout State) -> [Effect] {
    let effects = state.change { demarche, _ in
      guard let ancien else {
        demarche.ajouterElement(text, a: cle)
        return true
      }
      return demarche.modifierElement(ancien, de: cle, en: text)
    }
    let rows = state.etat.rows.profil
    if let row = rows.lastIndex(where: { $0.cle == cle && $0.texte == text && $0.index != nil }) {
      state.etat.select(row: row)
    }
    if ancien == nil, !effects.isEmpty { state.ask(cle.nom, for: Self(cle: cle, ancien: nil)) }
    return effects
  }
}
