import DPES
import TerminalUI

/// What is said of each pair of acteurs, and of each with the structure: a matrix, or where it has no
/// room the pairs of one acteur.
///
/// It says how partners are seen, and so never comes to the wall.
struct RelationsMode: Modal {
  var tables: [ActionTable] { [.relations] }
  var staysBehind: Bool { true }

  var cursor: RelationCursor

  static func whyNot(_ state: State) -> String? {
    state.etat.rows.carte.isEmpty ? "Aucun acteur encore\u{A0}: n en ajoute." : nil
  }

  static func open(_ state: inout State) -> [Effect] {
    let ids = state.etat.rows.carte.map(\.id)
    var cursor = RelationCursor(acteur: state.etat.acteur?.id ?? "", autre: nil)
    cursor.settle(among: ids)
    return state.open(RelationsMode(cursor: cursor))
  }

  /// The pair that the person is on; nil when the map has none any more.
  static func paire(_ state: State) -> Paire? {
    guard var cursor = (state.modes.last as? RelationsMode)?.cursor else { return nil }
    let ids = state.etat.rows.carte.map(\.id)
    cursor.settle(among: ids)
    return ids.isEmpty ? nil : cursor.paire
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    if key.isCharacter { return state.refuseText(key) }
    let ids = state.etat.rows.carte.map(\.id)
    let isMatrix = RelationsView.isMatrix(state.size)
    return changed(in: &state) { mode in
      mode.cursor.settle(among: ids)
      switch (key, isMatrix) {
      case (.up, true): mode.cursor.move(rows: -1, columns: 0, among: ids)
      case (.down, true): mode.cursor.move(rows: 1, columns: 0, among: ids)
      case (.left, true): mode.cursor.move(rows: 0, columns: -1, among: ids)
      case (.right, true): mode.cursor.move(rows: 0, columns: 1, among: ids)
      case (.home, true): mode.cursor.move(rows: -ids.count, columns: 0, among: ids)
      case (.end, true): mode.cursor.move(rows: ids.count, columns: 0, among: ids)
      case (.up, false): mode.cursor.move(pairs: -1, among: ids)
      case (.down, false): mode.cursor.move(pairs: 1, among: ids)
      case (.left, false): mode.cursor.move(acteurs: -1, among: ids)
      case (.right, false): mode.cursor.move(acteurs: 1, among: ids)
      case (.home, false): mode.cursor.move(pairs: -ids.count, among: ids)
      case (.end, false): mode.cursor.move(pairs: ids.count, among: ids)
      default: return false
      }
      return true
    }
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    // The mark of a row stands before it.
    let column = max(0, area.column - 1)
    canvas.fill(
      Rect(
        column: column, row: area.row, width: min(area.width + 2, state.size.width - column),
        height: area.height))
    let layout = EtatLayout(area)
    layout.bar(state.etat).draw(on: &canvas)
    RelationsView(state, cursor, in: layout.content).draw(on: &canvas)
  }

  // What is said of a pair.

  /// Says something of the pair that the person is on.
  static func say(_ state: inout State, _ change: (inout Lien) -> Void) -> [Effect] {
    guard let paire = paire(state) else { return [] }
    let effects = state.change { demarche, ids in demarche.dire(paire, ids: &ids, change) }
    guard !effects.isEmpty, let demarche = state.demarche else { return effects }
    let words = demarche.lien(paire).words
    state.say("\(demarche.noms(de: paire))\u{A0}: \(words ?? "plus rien n’est dit").")
    return effects
  }

  static func whySaysNothing(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let paire = paire(state), state.demarche?.lien(paire).estVide == false else {
      return "Rien n’est dit de cette paire\u{A0}: une lettre dit sa nature."
    }
    return nil
  }

  static func ask(_ state: inout State, _ kind: RelationQuestion.Kind) -> [Effect] {
    guard let paire = paire(state) else { return [] }
    let title = kind == .objet ? "Objet de la relation" : "Observation du cercle"
    state.ask(
      title, for: RelationQuestion(kind: kind, paire: paire),
      state.demarche?.lien(paire).objet ?? "")
    return []
  }

  /// Dates the map as it is said now.
  static func date(_ state: inout State) -> [Effect] {
    let signature = state.signature
    let isTaken = state.demarche?.cartes.contains { $0.date == signature.jour } == true
    let effects = state.change { demarche, ids in
      demarche.daterLaCarte(signature, ids: &ids) != nil
    }
    if effects.isEmpty {
      state.refuse(
        isTaken
          ? "La carte d’aujourd’hui dit déjà ces relations."
          : "Aucune relation n’est dite encore\u{A0}: il n’y a rien à dater.")
    } else {
      state.say(
        "Carte du \(signature.jour.french) \(isTaken ? "reprise" : "datée")\u{A0}: elle reste comme elle est."
      )
    }
    return effects
  }
}

extension Lien {
  /// `alliance, moyens`; nil where only the objet is said, or nothing.
  var words: String? {
    let words = [nature?.nom, porteSur.map { "porte sur \($0.mot)" }].compactMap(\.self)
    return words.isEmpty
      ? objet.map { "« \(TextWidth.excerpt($0, to: 30)) »" }
      : words.joined(separator: ", ")
  }
}

extension ActionTable {
  /// What is heard among the pairs.
  static let relations = ActionTable(
    "relations",
    Acteur.Nature.allCases.map { nature in
      Action(
        "relations.\(nature.rawValue)", [.character(nature.key)],
        "Nature\u{A0}: \(nature.nom)", short: nature == .alliance ? "nature" : nil,
        lineKeys: "a o n t i", weight: 90,
        help: "Dit de la paire choisie\u{A0}: \(nature.nom).", impossible: \.readOnlyReason
      ) { state in RelationsMode.say(&state) { $0.nature = nature } }
    }
      + Acteur.PorteSur.allCases.map { porteSur in
        Action(
          "relations.\(porteSur.rawValue)", [.character(porteSur.key)],
          "Porte sur\u{A0}: \(porteSur.nom)", short: porteSur == .valeurs ? "porte sur" : nil,
          lineKeys: "v p m g", weight: 85,
          help: "Dit que la relation de la paire choisie porte sur \(porteSur.mot).",
          impossible: \.readOnlyReason
        ) { state in RelationsMode.say(&state) { $0.porteSur = porteSur } }
      } + [
        Action(
          "relations.objet", [.enter], "Objet de la relation", short: "objet", weight: 80,
          help: "Écrit ce sur quoi porte la relation de la paire choisie.", opensText: true,
          impossible: { $0.readOnlyReason }, perform: { RelationsMode.ask(&$0, .objet) }),
        Action(
          "relations.observation", [.character("c")], "En faire une observation du cercle",
          short: "observation", weight: 60,
          help: "Écrit une observation à placer sur le cercle, qui vient de cette relation.",
          opensText: true, impossible: RelationsMode.whySaysNothing,
          perform: { RelationsMode.ask(&$0, .observation) }),
        Action(
          "relations.dater", [.character("d")], "Dater la carte", short: "dater", weight: 50,
          help: "Garde toutes les relations comme elles sont dites aujourd’hui.",
          impossible: \.readOnlyReason, perform: { RelationsMode.date(&$0) }),
        Action(
          "relations.effacer", [.delete, .control("d")], "Ne plus rien en dire", short: "effacer",
          weight: 20, help: "Efface ce qui est dit de la paire choisie.",
          impossible: RelationsMode.whySaysNothing
        ) { state in RelationsMode.say(&state) { $0 = Lien() } },
        .undo(in: "relations", [.character("u"), .function(9)]),
        .leave(
          "relations.fermer", "Revenir à la carte", also: [.character("r")], short: "carte",
          help: "Revient à la carte des acteurs."),
      ])
}
