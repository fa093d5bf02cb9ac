package import TerminalUI

/// Something that a person can do: the one table behind keys, bottom line, help and palette.
package struct Action: Sendable {
  /// Where an action's keys are heard.
  package enum Scope: Hashable, Sendable {
    /// Every screen, when navigating.
    case everywhere
    case screen(Screen)
    /// On a section of the état des lieux, before what its screen hears.
    case section(EtatEcran.Section)
    /// The start screen, before a file is open.
    case start
    /// After the text of a new observation: which axis?
    case captureAxe
    /// After its axis: which colour?
    case captureStatut
    /// On the last entries, reached from the empty capture field.
    case captureEntries
    /// Typing the text of a new observation.
    case captureTexte
    /// A paste of several lines: one observation a line, or one text?
    case capturePaste
    /// Today's image is frozen: where does a new observation go?
    case captureFrozen
    /// Typing over a text that was there.
    case edit
    /// Moving an observation to another axis.
    case move
    /// Moving a palier to another rank or axis.
    case palierMove
    /// The move would change what a level seems to be.
    case palierMoveAsked
    /// The radar of the profiles.
    case radar
    /// Choosing among the référentiels.
    case referentiels
    /// What is before and after in the chain.
    case chain
    /// The arguments behind an observation.
    case arguments
    /// Which collège does an argument come from?
    case college
    /// Choosing between two values of one field.
    case conflict
    /// Choosing an earlier version.
    case versions
    /// An earlier version is shown.
    case version
    /// Going through the images.
    case images
    /// The votes of an image.
    case votes
    /// Preparing a vote.
    case voteSetup
    /// Choosing by hand what is voted on.
    case votePick
    /// Typing the totals of a vote.
    case voteTotals
    /// Reading the ballots of a vote, one by one.
    case voteBallots
    /// The results of a vote.
    case voteResult
    /// Counting the hands for each colour.
    case hands
    /// A page of the read-back.
    case readBack
    /// After its last page.
    case readBackEnd
    /// Two images are compared.
    case comparison
    /// Choosing a document to write.
    case export
    /// May a file that is there be replaced?
    case replacement
    /// Leaving would leave something behind.
    case leaving
    /// A file can't be read, and a version can.
    case damaged
    /// Answering a question of one line.
    case question
    /// Filling in a form.
    case form
    /// Choosing among what is suggested for the schéma.
    case suggestions
    /// Which indicators the tableau de bord lists.
    case filter
    /// Filtering a list by typing.
    case choice
    case help
    /// What the method says of a tool.
    case method
    /// The vue salle, when navigating.
    case salle
    /// In a text field of the vue salle, beside what the field itself understands.
    case salleField
    /// A window that follows another.
    case follower
    /// Over any card of the vue salle.
    case card
    /// Over a card that is only read.
    case reading
    /// Over the countdown.
    case countdown
    /// Reading a card.
    case dialog
    /// In any text field, beside what the field itself understands.
    case field
  }

  /// Unique, stable: `cercle.nouvelle`.
  package let id: String
  /// Where its keys are heard.
  package let scope: Scope
  /// Any of them does it; the first stands in the bottom line.
  package let keys: [Key]
  /// In the palette and the help: `Nouvelle observation`.
  package let title: String
  /// In the bottom line: `nouvelle`; nil when it has no place there.
  package let short: String?
  /// The keys as the bottom line shows them: `r o v` for three actions that share an entry.
  package let lineKeys: String?
  /// One sentence of help.
  package let help: String
  /// The higher, the longer it stays in a bottom line that gets narrow.
  package let weight: Int
  /// Why it can't be done now; nil when it can.
  package let impossible: @Sendable (State) -> String?
  /// What it does to the state, and what it asks of the world.
  package let perform: @Sendable (inout State) -> [Effect]

  init(
    _ id: String, _ scope: Scope, _ keys: [Key], _ title: String, short: String? = nil,
    lineKeys: String? = nil, weight: Int = 0, help: String,
    impossible: @escaping @Sendable (State) -> String? = { _ in nil },
    perform: @escaping @Sendable (inout State) -> [Effect]
  ) {
    self.id = id
    self.scope = scope
    self.keys = keys
    self.title = title
    self.short = short
    self.lineKeys = lineKeys ?? keys.first?.label
    self.weight = weight
    self.help = help
    self.impossible = impossible
    self.perform = perform
  }
}

extension Action {
  /// The whole table.
  package static let all: [Action] =
    global + etat + grille + cercle + schema + tableau + aFaire
    + finances + capitalisation + pageDuCA + suggestions
    + start + capture + edit + move
    + arguments + college
    + question + form + filter + choice + help + methodPage + dialog
    + conflict + versions + version + images + comparison + damaged + field
    + salle + salleField + follower + card + countdown
    + votes + voteSetup + votePick + voteTotals + voteBallots + voteResult + hands
    + readBack + readBackEnd + palierMove + radar + referentiels + chain + export + replacement
    + leaving

  /// The actions of a place, in the table's order.
  package static func actions(in scope: Scope) -> [Action] { byScope[scope] ?? [] }

  /// Those of a place that stand in the bottom line.
  static func lineActions(in scope: Scope) -> [Action] { inLine[scope] ?? [] }

  private static let inLine = byScope.mapValues { $0.filter { $0.short != nil } }

  private static let byScope = Dictionary(grouping: all, by: \.scope)

  /// Places in the table.
  private static let byKey: [Scope: [Key: Int]] =
    Dictionary(grouping: all.indices, by: { all[$0].scope }).mapValues { places in
      Dictionary(
        places.flatMap { place in all[place].keys.map { ($0, place) } },
        uniquingKeysWith: { first, _ in first })
    }

  /// The action that a key means in the first of these scopes that knows it; letters count in
  /// either case.
  static func action(for key: Key, in scopes: [Scope]) -> Action? {
    for scope in scopes {
      guard let keys = byKey[scope] else { continue }
      if let place = keys[key] ?? keys[key.lowercased] { return all[place] }
    }
    return nil
  }

  /// Performs the action, or says why it can't be done.
  func performed(in state: inout State) -> [Effect] {
    if let reason = impossible(state) {
      state.refuse(reason)
      return []
    }
    return perform(&state)
  }
}

extension Key {
  var lowercased: Key {
    guard case .character(let character) = self, let lower = character.lowercased().first else {
      return self
    }
    return .character(lower)
  }

  /// The key as a person reads it on the keyboard: `Entrée`, `F9`, `n`.
  package var label: String {
    switch self {
    case .character(" "): "Espace"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .function(let number): "F\(number)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shiftUp: "Maj-↑"
    case .shiftDown: "Maj-↓"
    case .shiftLeft: "Maj-←"
    case .shiftRight: "Maj-→"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .home: "Début"
    case .end: "Fin"
    case .pageUp: "Page↑"
    case .pageDown: "Page↓"
    case .enter: "Entrée"
    case .escape: "Échap"
    case .tab: "Tab"
    case .backTab: "Maj-Tab"
    case .backspace: "Retour arrière"
    case .delete: "Suppr"
    case .insert: "Inser"
    }
  }
}
