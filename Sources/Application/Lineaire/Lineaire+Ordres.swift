import DPES
import TerminalUI

// What a line that is typed does.
extension Lineaire {
  /// Actions that only draw: there is nothing of them to be heard.
  private static let drawn: Set = [
    "salle", "champ.salle", "mode.salle", "autre-volet", "souris", "theme", "tenir", "champ.tenir",
    "suspendre", "cercle.liste", "schema.arbre", "cercle.votes", "cercle.mains",
  ]

  /// Does what a line says: text where a text is asked for, else an order.
  static func hear(_ state: inout State, _ line: String) -> [Effect] {
    state.refusedText = nil
    let text = Parole.typed(line)
    if let mode = state.modes.last, mode.takesLine {
      return dictate(&state, text, to: mode)
    }
    let order = Ordre(text)
    switch order {
    case .suivant: return goOn(&state)
    case .retour: return goBack(&state)
    case .encore: sayAgain(&state)
    case .aide: sayHelp(&state)
    case .suite: sayRest(&state)
    case .liste(let numbers): sayList(&state, numbers)
    case .numero(let number): return choose(&state, number)
    case .touche(let key): return press(&state, key)
    case .mots(let words): return perform(&state, words)
    }
    return []
  }

  /// In a field everything is text but an order of one sign, a key by its name, and what follows « = »,
  /// which is text whatever it says.
  private static func dictate(
    _ state: inout State, _ text: String, to mode: any Modal
  ) -> [Effect] {
    if text.hasPrefix("="), text.count > 1 {
      return mode.dictate(String(text.dropFirst()), in: &state)
    }
    switch Ordre(text) {
    case .suivant: return mode.dictate(nil, in: &state)
    case .retour: return state.hear(.escape)
    case .encore: sayAgain(&state)
    case .aide: sayHelp(&state)
    case .suite: sayRest(&state)
    case .numero(let number) where number > 0 && number <= answering(state):
      return choose(&state, number)
    case .touche(let key) where !key.isCharacter: return press(&state, key)
    case .liste, .numero, .touche, .mots: return mode.dictate(text, in: &state)
    }
    return []
  }

  /// How many numbers answer where one is.
  private static func answering(_ state: State) -> Int {
    let heard = lecture(state)
    return heard.numberAnswers ? heard.count : 0
  }

  /// Entrée alone: the next row of a screen, the rest of a list, the answer that goes without saying.
  private static func goOn(_ state: inout State) -> [Effect] {
    let heard = lecture(state)
    if !state.modes.isEmpty {
      if state.lineaire?.rest.isEmpty == false, heard.count > 0 {
        sayRest(&state)
        return []
      }
      return state.hear(.enter)
    }
    return step(&state, heard, by: 1)
  }

  private static func goBack(_ state: inout State) -> [Effect] {
    state.modes.isEmpty ? step(&state, lecture(state), by: -1) : state.hear(.escape)
  }

  private static func step(_ state: inout State, _ heard: Lecture, by rows: Int) -> [Effect] {
    guard let selection = heard.selection else { return state.decline("Il n’y a rien à lire ici.") }
    let row = selection + rows
    guard (0..<heard.count).contains(row) else {
      state.say(rows > 0 ? "C’était la dernière ligne." : "C’est la première ligne.")
      return []
    }
    return select(&state, row)
  }

  private static func select(_ state: inout State, _ row: Int) -> [Effect] {
    if let mode = state.modes.last { return mode.choose(row, in: &state) }
    state.screen.ecran.choose(&state, row: row)
    return []
  }

  private static func choose(_ state: inout State, _ number: Int) -> [Effect] {
    let heard = lecture(state)
    guard number > 0, number <= heard.count else {
      return state.decline(
        heard.count == 0
          ? "Il n’y a pas de liste ici\u{A0}: h dit ce qui se fait."
          : "Ce numéro n’est pas dans la liste, qui va de 1 à \(heard.count).")
    }
    let isAgain = number - 1 == heard.selection && state.modes.isEmpty
    let effects = select(&state, number - 1)
    if isAgain { sayAgain(&state) }
    return effects
  }

  private static func press(_ state: inout State, _ key: Key) -> [Effect] {
    let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
    if let action = ActionTable.action(for: key, in: tables) {
      return perform(&state, action, by: key)
    }
    if state.modes.isEmpty, key.isCharacter {
      return state.decline(
        "«\u{A0}\(key.label)\u{A0}» ne fait rien ici\u{A0}: h dit ce qui se fait.")
    }
    // A letter that answers nothing is told with what may be answered; it is never held for a text.
    if key.isCharacter, let question = lecture(state).question {
      state.say("«\u{A0}\(key.label)\u{A0}» n’est pas une réponse. \(question)")
      return []
    }
    return state.hear(key)
  }

  private static func perform(_ state: inout State, _ action: Action, by key: Key) -> [Effect] {
    if drawn.contains(action.id) {
      return state.decline(
        "«\u{A0}\(action.title)\u{A0}» n’est pas dans le mode linéaire\u{A0}: à l’écran entier, "
          + "sans --lineaire.")
    }
    if action.id == "aide" || action.id == "mode.aide" || action.id == "champ.aide" {
      sayHelp(&state)
      return []
    }
    return state.hear(key)
  }

  /// A screen, an action of where one is, or words to look for, by name.
  private static func perform(_ state: inout State, _ words: String) -> [Effect] {
    if words.hasPrefix("/") {
      let effects = press(&state, .character("/"))
      guard let search = state.modes.last, search.takesLine else { return effects }
      return effects + search.dictate(String(words.dropFirst()).trimmed, in: &state)
    }
    let wanted = words.cherchable
    let names = { (screen: Screen) in
      [screen.name, screen.title, screen.shortTitle].map(\.cherchable)
    }
    if state.modes.isEmpty || state.modes.last?.tables == [.dialog],
      let screen = Screen.all.first(where: { names($0).contains(wanted) })
    {
      state.leaveModes()
      return state.show(screen)
    }
    let tables = state.modes.last?.heard(state) ?? KeyLine.tables(for: state)
    let actions = tables.flatMap(\.actions).filter { !$0.keys.isEmpty }
    let found =
      actions.first { $0.short?.cherchable == wanted || $0.title.cherchable == wanted }
      ?? actions.first { $0.title.cherchable.hasPrefix(wanted) }
    guard let found, let key = found.keys.first else {
      return state.decline(
        "«\u{A0}\(TextWidth.excerpt(words, to: 40))\u{A0}» n’est pas compris ici\u{A0}: "
          + "h dit ce qui se fait.")
    }
    return perform(&state, found, by: key)
  }
}

// What is said again, or in full, when somebody asks.
extension Lineaire {
  private static func say(_ state: inout State, _ lines: [String]) {
    state.lineaire?.say(lines)
  }

  private static func sayAgain(_ state: inout State) {
    let heard = lecture(state)
    let lines = [heard.selectedLine ?? heard.title] + heard.details
    say(&state, lines + [heard.question].compactMap(\.self))
  }

  private static func sayRest(_ state: inout State) {
    guard let rest = state.lineaire?.rest, !rest.isEmpty else {
      return say(&state, ["Il n’y a pas de suite."])
    }
    state.lineaire?.say(inPages: rest)
  }

  private static func sayList(_ state: inout State, _ numbers: ClosedRange<Int>?) {
    let heard = lecture(state)
    guard heard.count > 0 else { return say(&state, [heard.title]) }
    guard let numbers else {
      say(&state, [heard.title])
      state.lineaire?.say(inPages: rows(heard, 0..<heard.count))
      return
    }
    let last = min(numbers.upperBound, heard.count)
    guard numbers.lowerBound <= last else {
      return state.refuse("La liste va de 1 à \(heard.count).")
    }
    state.lineaire?.say(inPages: rows(heard, numbers.lowerBound - 1..<last))
  }

  private static let rules = [
    "Un numéro choisit, Entrée va au suivant, - revient, . redit tout de ce qui est choisi.",
    "liste dit la liste, liste 11-20 ces lignes, suite ce qui suit.",
    "Une lettre puis Entrée fait ce qu’elle fait à l’écran\u{A0}; un mot aussi, corriger, supprimer.",
    "Le nom d’un écran y va, /pain cherche «\u{A0}pain\u{A0}», q quitte.",
  ]

  /// How one speaks, then what can be done where one is.
  private static func sayHelp(_ state: inout State) {
    let heard = lecture(state)
    let tables = state.modes.last?.tables ?? KeyLine.tables(for: state)
    let actions = tables.flatMap(\.actions).filter { action in
      action.keys.contains { !$0.isMove } && !drawn.contains(action.id)
        && !action.id.hasPrefix("ecran.") && action.impossible(state) == nil
    }
    let told = actions.compactMap { action in
      action.keys.first { !$0.isMove }.map { "\(name($0))\u{A0}: \(action.title)." }
    }
    let rules =
      state.modes.last?.takesLine == true
      ? ["Ce qui est tapé est le texte. - renonce, . redit, = devant un mot le prend tel quel."]
      : state.modes.isEmpty ? Self.rules : []
    say(&state, [heard.question].compactMap(\.self))
    state.lineaire?.say(inPages: rules + told)
  }
}

extension Key {
  /// Whether it only goes from one place to another, which numbers and Entrée do here.
  fileprivate var isMove: Bool {
    switch self {
    case .up, .down, .pageUp, .pageDown, .home, .end, .tab, .backTab: true
    case .character(let letter): letter.isNumber
    default: false
    }
  }
}
