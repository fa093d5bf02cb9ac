import DPES
import TerminalUI

/// What can be put in the schéma in one gesture, filtered by typing.
///
/// Ideas of indicators, or scales of paliers and their single paliers; those of the present axis come
/// first.
struct SuggestionList: Modal {
  var tables: [ActionTable] { [.suggestions] }
  /// Letters filter it.
  func heard(_ state: State) -> [ActionTable] { tables + [.choiceHelp] }

  enum Kind: Hashable, Sendable { case paliers, indicateurs }

  /// One row.
  struct Entry: Hashable, Sendable {
    enum Place: Hashable, Sendable {
      /// By the index in the suggestions.
      case idee(Int)
      case echelle(Int)
      case palier(Int, echelle: Int)
    }

    let place: Place
    let axe: Axe
    let text: String
    /// The theme, the axis and all the words by which it is found.
    let folded: String
  }

  var kind: Kind
  /// The axis that comes first.
  let axe: Axe
  /// The palier that an indicator is put in; nil without any.
  let palierID: String?
  private(set) var index: [Entry] = []
  private(set) var results: [Int] = []
  var field = TextField(limit: 100)
  var list = ListView()

  /// The row selected; nil when nothing corresponds.
  var selected: Entry? { list.selectedRow(of: results.count).map { index[results[$0]] } }

  /// Takes what can be chosen from.
  ///
  /// - Complexity: O(length of the texts).
  mutating func fill(_ suggestions: Suggestions) {
    let axes = [axe] + Axe.allCases.filter { $0 != axe }
    switch kind {
    case .indicateurs:
      let ideas = suggestions.indicateurs.enumerated().map { Self.entry($1, at: $0) }
      index = axes.flatMap { axe in ideas.filter { $0.axe == axe } }
    case .paliers:
      let scales = suggestions.echellesDePaliers.enumerated().map { Self.entries($1, at: $0) }
      index = axes.flatMap { axe in scales.filter { $0.first?.axe == axe }.joined() }
    }
    filter()
  }

  /// Keeps the entries that have every word typed.
  mutating func filter() {
    let words = field.text.folded.split(separator: " ")
    results = index.indices.filter { place in
      words.allSatisfy { index[place].folded.contains($0) }
    }
    list = ListView()
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var list = self
    if !list.list.handle(key, of: results.count, height: Self.height(in: state.size)) {
      guard list.field.handle(key) else { return [] }
      list.filter()
    }
    state.replaceMode(list)
    return []
  }

  func paste(_ text: String, in state: inout State) {
    var list = self
    list.field.insert(text)
    list.filter()
    state.replaceMode(list)
  }

  private static func entry(_ idea: IdeeDIndicateur, at index: Int) -> Entry {
    Entry(
      place: .idee(index), axe: idea.axe, text: idea.intitule,
      folded: "\(idea.intitule) \(idea.theme) \(idea.axe.nom)".folded)
  }

  /// A scale, then its paliers; each palier is found with its scale.
  private static func entries(_ scale: EchelleDePaliers, at index: Int) -> [Entry] {
    let words = "\(scale.theme) \(scale.axe.nom)"
    let all = scale.paliers.map(\.intitule).joined(separator: " ")
    func entry(_ place: Entry.Place, _ text: String, _ found: String) -> Entry {
      Entry(place: place, axe: scale.axe, text: text, folded: "\(words) \(found)".folded)
    }
    return [entry(.echelle(index), scale.theme, all)]
      + scale.paliers.enumerated().map { place, palier in
        entry(.palier(place, echelle: index), palier.intitule, palier.intitule)
      }
  }

  /// Takes the suggestions that were read.
  static func receive(_ state: inout State, _ suggestions: Suggestions) {
    state.suggestions = suggestions
    guard var list = state.modes.last as? SuggestionList else { return }
    list.fill(suggestions)
    state.replaceMode(list)
  }

  /// Opens what is suggested, the axis of the selected palier first.
  static func open(_ state: inout State) -> [Effect] {
    let palier = state.schema.selected(in: state.derived)?.palier
    var list = SuggestionList(
      kind: .paliers, axe: palier?.axe ?? state.schema.axe, palierID: palier?.id)
    if let suggestions = state.suggestions { list.fill(suggestions) }
    state.modes.append(list)
    return []
  }

  static func switchList(_ state: inout State) -> [Effect] {
    guard var list = state.modes.last as? SuggestionList else { return [] }
    list.kind = list.kind == .paliers ? .indicateurs : .paliers
    if let suggestions = state.suggestions { list.fill(suggestions) }
    state.replaceMode(list)
    return []
  }

  // What is chosen goes in the schéma, where it is anybody's to change.

  /// Why what is selected can't be put in; nil when it can.
  static func whyNoSuggestion(_ state: State) -> String? {
    guard let list = state.modes.last as? SuggestionList else { return nil }
    guard let entry = list.selected else { return "Rien n’est sélectionné." }
    if case .idee = entry.place, palier(state, of: list) == nil {
      return "Un indicateur va dans un palier\u{A0}: choisissez-en un au schéma d’abord."
    }
    return state.readOnlyReason
  }

  /// The palier that an indicator goes in, while it is there.
  private static func palier(_ state: State, of list: SuggestionList) -> Palier? {
    state.demarche?.schema.paliers.first { $0.id == list.palierID }
  }

  static func insertSuggestion(_ state: inout State) -> [Effect] {
    guard let list = state.modes.last as? SuggestionList, let entry = list.selected,
      let suggestions = state.suggestions
    else { return [] }
    switch entry.place {
    case .idee(let index): return insert(&state, suggestions.indicateurs[index], list)
    case .echelle(let index):
      let scale = suggestions.echellesDePaliers[index]
      return insert(&state, scale.paliers, of: scale)
    case .palier(let place, let index):
      let scale = suggestions.echellesDePaliers[index]
      return insert(&state, [scale.paliers[place]], of: scale)
    }
  }

  private static func insert(_ state: inout State, _ idea: IdeeDIndicateur, _ list: SuggestionList)
    -> [Effect]
  {
    guard let palier = Self.palier(state, of: list) else { return [] }
    let signature = state.signature
    let wasHeld = PalierMove.palier(state, palier.id)?.estTenu ?? false
    let effects = state.change { demarche, ids in
      demarche.insererIndicateur(
        idea.indicateur, dansPalier: palier.id, signature, ids: &ids) != nil
    }
    guard !effects.isEmpty else { return [] }
    state.modes.removeLast()
    state.show(.schema)
    state.schema.select(palier.id, in: state.derived)
    let title = TextWidth.excerpt(palier.intitule, to: 30)
    let isHeld = PalierMove.palier(state, palier.id)?.estTenu ?? false
    state.say(
      "Ajouté à «\u{A0}\(title)\u{A0}»\u{A0}; "
        + (wasHeld && !isHeld
          ? "ce palier n’est plus atteint tant que cet indicateur ne l’est pas."
          : "reste à dire sa cible."))
    return effects
  }

  private static func insert(
    _ state: inout State, _ paliers: [EchelleDePaliers.Palier], of scale: EchelleDePaliers
  ) -> [Effect] {
    let signature = state.signature
    let mois = state.derived.avancement?.moisCourant ?? 0
    var first: String?
    let effects = state.change { demarche, ids in
      for palier in paliers {
        let id = demarche.insererPalier(
          palier.palier(sur: scale.axe, auMois: mois), signature, ids: &ids)
        first = first ?? id
      }
      return first != nil
    }
    guard !effects.isEmpty, let first else { return [] }
    state.modes.removeLast()
    state.show(.schema)
    state.schema.select(first, in: state.derived)
    let count = paliers.count
    state.say(
      count == 1
        ? "Palier ajouté en \(scale.axe.nomCourt)\u{A0}: à changer à votre façon."
        : "\(count) paliers ajoutés en \(scale.axe.nomCourt)\u{A0}: à changer à votre façon."
    )
    return effects
  }
}

extension Action {
  /// What opens the lists, on the schéma.
  static let idees = Action(
    "schema.idees", [.character("b")], "Bibliothèque d’idées", short: "idées", weight: 18,
    help: "Des échelles de paliers et des indicateurs à insérer, axe par axe, puis à changer.",
    impossible: { $0.isOpen ? nil : "Aucune démarche n’est ouverte." },
    perform: { SuggestionList.open(&$0) })

  /// What is heard in them.
  fileprivate static let suggestions: [Action] = [
    Action(
      "idees.inserer", [.enter], "Insérer", short: "insérer", weight: 100,
      help: "Met dans le schéma l’échelle entière, le palier ou l’indicateur choisi.",
      impossible: SuggestionList.whyNoSuggestion, perform: { SuggestionList.insertSuggestion(&$0) }),
    Action(
      "idees.genre", [.tab, .backTab], "Paliers, ou indicateurs",
      short: "paliers, indicateurs", weight: 80,
      help: "Passe des échelles de paliers aux idées d’indicateurs, et retour.",
      perform: { SuggestionList.switchList(&$0) }),
    Action(
      "idees.fermer", [.escape, .control("c")], "Fermer", short: "fermer",
      weight: 90, help: "Ferme la liste sans rien insérer.", perform: { $0.leaveMode() }),
  ]
}

extension State {
  /// Whether what is suggested has to be read before it can be shown.
  package var wantsSuggestions: Bool {
    guard suggestions == nil, isOpen else { return false }
    if modes.last is SuggestionList || modes.last is RessourceList { return true }
    if let help = modes.last as? Help, help.page != .keys { return true }
    return screen == .etat && [.structure, .pilotage, .profilStrategique].contains(etat.section)
  }
}

extension ActionTable {
  static let suggestions = ActionTable("suggestions", Action.suggestions)
}
