import DPES
import TerminalUI

// Moving among the nine boxes.
extension State {
  private var profilGrid: ProfilGrid? {
    panes.first { $0.screen == .etat }.flatMap {
      ProfilView(self, in: EtatLayout($0.area).content).grid
    }
  }

  /// Up and down in the column of a grid; false where the boxes are a list.
  mutating func moveInProfil(_ key: Key) -> Bool {
    guard etat.section == .profilStrategique, profilGrid != nil,
      let row = etat.profilRow(in: derived), let (_, column) = Self.place(of: row.cle)
    else { return false }
    let rows = derived.etat.profil
    let keys = ProfilStrategique.Cle.rangees.map { $0[column] }
    let sequence = keys.flatMap { cle in rows.indices.filter { rows[$0].cle == cle } }
    let heads = keys.compactMap { cle in rows.firstIndex { $0.cle == cle } }
    guard let here = rows.firstIndex(of: row), let place = sequence.firstIndex(of: here) else {
      return false
    }
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
    if let target { selectProfil(target) }
    return true
  }

  /// To the box beside; at the edge, and where the boxes are a list, to the section beside.
  mutating func stepBox(by steps: Int) -> [Effect] {
    guard etat.section == .profilStrategique, profilGrid != nil,
      let row = etat.profilRow(in: derived), let (line, column) = Self.place(of: row.cle),
      ProfilStrategique.Cle.rangees[line].indices.contains(column + steps)
    else { return stepSection(by: steps) }
    let cle = ProfilStrategique.Cle.rangees[line][column + steps]
    let rows = derived.etat.profil
    let places = rows.indices.filter { rows[$0].cle == cle }
    let wanted = row.index.map { $0 + 1 } ?? 0
    if let place = places.dropFirst(min(wanted, places.count - 1)).first { selectProfil(place) }
    return []
  }

  private mutating func selectProfil(_ row: Int) {
    etat.set(ListView(selection: row), in: derived)
  }

  private static func place(of cle: ProfilStrategique.Cle) -> (line: Int, column: Int)? {
    for (line, keys) in ProfilStrategique.Cle.rangees.enumerated() {
      if let column = keys.firstIndex(of: cle) { return (line, column) }
    }
    return nil
  }

  /// Selects what was pointed at among the boxes; false where they are a list.
  mutating func pointProfil(at position: Position) -> Bool {
    guard etat.section == .profilStrategique, let grid = profilGrid else { return false }
    if let row = grid.row(at: position, of: derived.etat.profil) { selectProfil(row) }
    return true
  }
}

// What is put in the boxes.
extension State {
  /// The first question about a box that nobody has dismissed.
  func profilQuestion(for cle: ProfilStrategique.Cle) -> Suggestions.Question? {
    suggestions?.profilStrategique[cle].first { !etat.questionsEcartees.contains($0.id) }
  }

  /// Dismisses the question that is shown; once all are, brings them back.
  mutating func dismissQuestion() -> [Effect] {
    guard let cle = etat.profilRow(in: derived)?.cle else { return [] }
    let all = suggestions?.profilStrategique[cle] ?? []
    if let question = profilQuestion(for: cle) {
      etat.questionsEcartees.insert(question.id)
      if profilQuestion(for: cle) == nil {
        say("Plus de question pour cette case\u{A0}: p les fait revenir.")
      }
    } else if !all.isEmpty {
      etat.questionsEcartees.subtract(all.map(\.id))
    } else {
      refuse("Palier n’a pas trouvé ses questions\u{A0}: suggestions/profil-strategique.json.")
    }
    return []
  }

  /// What is asked for in the panel where something of a box is typed.
  mutating func addElement() -> [Effect] {
    guard let cle = etat.profilRow(in: derived)?.cle else { return [] }
    ask(cle.nom, for: .element(cle, ancien: nil))
    return []
  }

  mutating func editElement() -> [Effect] {
    guard let row = etat.profilRow(in: derived), row.index != nil else { return addElement() }
    ask(row.cle.nom, for: .element(row.cle, ancien: row.texte), row.texte)
    return []
  }

  /// Puts in what was typed; after something new, the field is ready for the next.
  mutating func takeElement(
    _ texte: String, _ cle: ProfilStrategique.Cle, ancien: String?
  ) -> [Effect] {
    let effects = change { demarche, _ in
      guard let ancien else {
        demarche.ajouterElement(texte, a: cle)
        return true
      }
      return demarche.modifierElement(ancien, de: cle, en: texte)
    }
    let rows = derived.etat.profil
    if let row = rows.lastIndex(where: { $0.cle == cle && $0.texte == texte && $0.index != nil }) {
      selectProfil(row)
    }
    if ancien == nil, !effects.isEmpty { ask(cle.nom, for: .element(cle, ancien: nil)) }
    return effects
  }

  /// The program has to end now: what is typed for a box goes in it.
  mutating func keepElement() -> [Effect] {
    guard case .question(let question) = modes.last, case .element = question.purpose,
      !question.field.text.isBlank
    else { return [] }
    return answer()
  }

  var whyNoElement: String? {
    readOnlyReason
      ?? (etat.profilRow(in: derived)?.index == nil
        ? "Choisissez ce qui est dans la case\u{A0}: ↑ ↓." : nil)
  }

  mutating func removeElement() -> [Effect] {
    guard let row = etat.profilRow(in: derived), let index = row.index else { return [] }
    let effects = change { demarche, _ in
      guard demarche.profilStrategique[row.cle].elements.indices.contains(index),
        demarche.profilStrategique[row.cle].elements[index] == row.texte
      else { return false }
      return demarche.supprimerElement(index, de: row.cle)
    }
    if !effects.isEmpty { say("Enlevé de «\u{A0}\(row.cle.nom)\u{A0}». u le rétablit.") }
    return effects
  }

  mutating func moveElement(by steps: Int) -> [Effect] {
    guard let row = etat.profilRow(in: derived), let index = row.index else { return [] }
    let effects = change { demarche, _ in
      demarche.deplacerElement(index, de: row.cle, de: steps)
    }
    if !effects.isEmpty,
      let place = derived.etat.profil.firstIndex(where: {
        $0.cle == row.cle && $0.index == index + steps
      })
    {
      selectProfil(place)
    }
    return effects
  }

  /// « Néant » is said of a box that was asked about; a box that holds something can't be.
  mutating func toggleNeant() -> [Effect] {
    guard let cle = etat.profilRow(in: derived)?.cle else { return [] }
    let effects = change { demarche, _ in demarche.basculerNeant(cle) }
    if effects.isEmpty {
      refuse("«\u{A0}\(cle.nom)\u{A0}» contient quelque chose\u{A0}: Suppr d’abord.")
    }
    return effects
  }

  var whyNoObservation: String? {
    if let reason = whyNoElement { return reason }
    guard let row = etat.profilRow(in: derived) else { return nil }
    if row.cle.signe == nil {
      return "Ce sont les forces et les faiblesses qui vont au cercle\u{A0}: les cases + et −."
    }
    return row.numero.map { "C’est déjà l’observation \($0) du cercle." }
  }

  /// A strength or a weakness becomes an observation, to be placed by the group.
  mutating func observeElement() -> [Effect] {
    guard let row = etat.profilRow(in: derived) else { return [] }
    let signature = signature
    let effects = change { demarche, ids in
      _ = demarche.observer(row.texte, point: row.cle.point, sur: nil, signature, ids: &ids)
      return true
    }
    guard !effects.isEmpty else { return [] }
    let numero = etat.profilRow(in: derived)?.numero.map { " \($0)" } ?? ""
    say("Observation\(numero), à placer sur le cercle (3, puis m). u l’enlève.")
    return effects
  }
}

extension Action {
  /// What can be done with the nine boxes.
  static let profil: [Action] = [
    act(
      "ajouter", [.character("n")], "Ajouter à la case", short: "ajouter", weight: 90,
      help: "Ajoute quelque chose à la case choisie\u{A0}; le champ reste prêt pour la suite.",
      impossible: \.readOnlyReason
    ) { $0.addElement() },
    act(
      "modifier", [.enter], "Modifier", short: "modifier", weight: 70,
      help: "Corrige ce qui est choisi\u{A0}; sur le nom d’une case, ajoute.",
      impossible: \.readOnlyReason
    ) { $0.editElement() },
    act(
      "neant", [.character("x")], "Néant, ou pas encore demandé", short: "néant", weight: 60,
      help: "Dit que la case a été demandée et qu’il n’y a rien, ou l’annule.",
      impossible: \.readOnlyReason
    ) { $0.toggleNeant() },
    act(
      "observation", [.character("c")], "En faire une observation du cercle",
      short: "au cercle", weight: 80,
      help: "La force ou la faiblesse choisie devient une observation à placer sur le cercle.",
      impossible: \.whyNoObservation
    ) { $0.observeElement() },
    act(
      "question", [.character("p")], "Écarter la question", short: "autre question",
      weight: 30,
      help: "Écarte la question proposée, la suivante vient\u{A0}; à la fin elles reviennent."
    ) { $0.dismissQuestion() },
    act(
      "enlever", [.delete, .control("d")], "Enlever", short: "enlever", weight: 20,
      help: "Enlève de la case ce qui est choisi.", impossible: \.whyNoElement
    ) { $0.removeElement() },
    act(
      "monter", [.shiftUp, .character("<")], "Monter dans la case",
      help: "Monte d’un rang ce qui est choisi.", impossible: \.whyNoElement
    ) { $0.moveElement(by: -1) },
    act(
      "descendre", [.shiftDown, .character(">")], "Descendre dans la case",
      help: "Descend d’un rang ce qui est choisi.", impossible: \.whyNoElement
    ) { $0.moveElement(by: 1) },
  ]

  private static func act(
    _ id: String, _ keys: [Key], _ title: String, short: String? = nil, weight: Int = 0,
    help: String, impossible: @escaping @Sendable (State) -> String? = { _ in nil },
    _ perform: @escaping @Sendable (inout State) -> [Effect]
  ) -> Action {
    Action(
      "profil.\(id)", .section(.profilStrategique), keys, title, short: short, weight: weight,
      help: help, impossible: impossible, perform: perform)
  }
}
