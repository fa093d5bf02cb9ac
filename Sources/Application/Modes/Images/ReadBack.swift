import DPES
import TerminalUI

/// The read-back of an image before it is frozen: one observation a page, read to the group, who
/// says yes or corrects it.
///
/// The page is the selection of the cercle: what is heard there acts on what is read.
struct ReadBack: Modal {
  var tables: [ActionTable] { [isAtEnd ? .readBackEnd : .readBack] }
  /// The room reads along, and answers.
  var onWall: OnWall { .stays }
  var wallPage: (any WallPage.Type)? { RelecturePage.self }
  /// A correction in the middle of a read-back stands on the page that is read.
  var staysBehind: Bool { true }

  /// Whether all are read, and freezing is offered.
  var isAtEnd = false

  /// Why there is nothing to read; nil when there is.
  static func refusal(_ state: State) -> String? {
    if state.shown.comparedID != nil {
      return "Une comparaison ne se relit pas\u{A0}: c la quitte."
    }
    return count(state) > 0 ? nil : "Cette image est vide\u{A0}: il n’y a rien à relire."
  }

  /// Where the page stands among all, from 1.
  static func position(_ state: State) -> Int {
    let before = (state.derived.image?.groups ?? []).prefix { $0.axe != state.cercle.axe }
    return before.reduce(0) { $0 + $1.observations.count } + state.cercle.index + 1
  }

  static func count(_ state: State) -> Int { state.derived.image?.cercle.observations.count ?? 0 }

  /// Begins where the last one was left, or else at the first observation of the first axis.
  static func open(_ state: inout State) -> [Effect] {
    state.modes.append(ReadBack())
    state.cercle.begin(in: state.derived)
    if let readBackID = state.readBackID { state.cercle.select(readBackID, in: state.derived) }
    CercleEcran.accompany(&state)
    return state.letters == nil ? [.readLetters] : []
  }

  /// The next page, from axis to axis; after the last one, the end.
  fileprivate static func nextPage(_ state: inout State) -> [Effect] {
    guard let groups = state.derived.image?.groups else { return [] }
    let here = groups.firstIndex { $0.axe == state.cercle.axe }
    if let here, state.cercle.index + 1 < groups[here].observations.count {
      state.cercle.select(state.cercle.index + 1, in: state.derived)
    } else if let here,
      let next = groups[(here + 1)...].first(where: { !$0.observations.isEmpty })
    {
      state.cercle.axe = next.axe
      state.cercle.select(0, in: state.derived)
    } else {
      state.replaceMode(ReadBack(isAtEnd: true))
    }
    CercleEcran.accompany(&state)
    return []
  }

  fileprivate static func previousPage(_ state: inout State) -> [Effect] {
    guard let groups = state.derived.image?.groups else { return [] }
    if state.cercle.index > 0 {
      state.cercle.select(state.cercle.index - 1, in: state.derived)
    } else if let here = groups.firstIndex(where: { $0.axe == state.cercle.axe }),
      let last = groups[..<here].last(where: { !$0.observations.isEmpty })
    {
      state.cercle.axe = last.axe
      state.cercle.select(last.observations.count - 1, in: state.derived)
    } else {
      state.refuse("C’est la première.")
    }
    CercleEcran.accompany(&state)
    return []
  }

  /// Leaves, and says where it goes on the next time.
  fileprivate static func leaveReadBack(_ state: inout State) -> [Effect] {
    guard let reading = state.modes.last as? ReadBack else { return [] }
    state.modes.removeLast()
    if reading.isAtEnd {
      state.readBackID = nil
      return []
    }
    state.readBackID = state.cercle.selectedID
    let number =
      state.cercle.selected(in: state.derived)?.numero.map { "n°\u{A0}\($0)" }
      ?? "cette observation"
    // There, i and r mean something else.
    let keys = state.isOnWall ? "F8 quitte la vue salle, puis i et r" : "i puis r"
    state.say(
      "La relecture reprendra à \(number) (\(position(state)) sur \(count(state)))\u{A0}: \(keys)."
    )
    return []
  }

  /// Freezes what was read, and leaves.
  fileprivate static func freezeRead(_ state: inout State) -> [Effect] {
    guard let image = state.derived.image?.cercle else { return [] }
    let effects = Freezing.toggle(&state, image)
    if !effects.isEmpty {
      state.modes.removeLast()
      state.readBackID = nil
    }
    return effects
  }

  fileprivate static func freezingReadRefusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    return state.derived.image?.cercle.figee == true ? "Cette image est déjà figée." : nil
  }

  func heard(_ state: State) -> [ActionTable] { tables + [.mode, .field] }
}

extension ActionTable {
  /// What is heard on a page of the read-back.
  static let readBack = ActionTable(
    "readBack",
    [
      Action(
        "relecture.suivante", [.enter, .right, .down, .pageDown, .character(" ")],
        "Oui, la suivante", short: "oui, suivante", weight: 100,
        help: "Le groupe est d’accord\u{A0}: passe à l’observation suivante.",
        perform: { ReadBack.nextPage(&$0) }),
      Action(
        "relecture.precedente", [.left, .up, .pageUp], "La précédente",
        short: "précédente", weight: 70, help: "Revient à l’observation d’avant.",
        perform: { ReadBack.previousPage(&$0) }),
      Action(
        "relecture.corriger", [.character("c")], "Corriger le texte",
        short: "corriger", weight: 80, help: "Ouvre le texte, quand quelqu’un s’y oppose.",
        opensText: true, impossible: { CercleEcran.refusal($0) }, perform: { $0.openTexte() }),
      .undo(in: "relecture"),
      Action(
        "relecture.quitter", [.escape, .control("c")], "Quitter la relecture",
        short: "quitter", weight: 90, help: "S’arrête là\u{A0}; elle reprendra à cette page.",
        perform: { ReadBack.leaveReadBack(&$0) }),
    ]
      + [Statut.rouge, .orange, .vert].map { statut in
        Action(
          "relecture.\(statut.rawValue)", [.character(statut.key)], statut.phrase,
          short: statut == .rouge ? "couleur" : nil, lineKeys: statut == .rouge ? "r o v" : nil,
          weight: 75, help: statut.phrase, impossible: { CercleEcran.refusal($0) },
          perform: { CercleEcran.setStatut(&$0, statut) })
      })

  /// What is heard after the last page.
  static let readBackEnd = ActionTable(
    "readBackEnd",
    Action(
      "relecture.figer", [.character("f")], "Figer l’image relue", short: "figer",
      weight: 100, help: "Fige l’image telle qu’elle vient d’être relue.",
      impossible: { ReadBack.freezingReadRefusal($0) }, perform: { ReadBack.freezeRead(&$0) }),
    Action(
      "relecture.derniere", [.left, .up, .pageUp], "Revenir à la dernière",
      short: "la dernière", weight: 70, help: "Revient à la dernière observation.",
      perform: { $0.replaceMode(ReadBack()) }),
    Action(
      "relecture.terminer", [.escape, .control("c")], "Laisser ouverte",
      short: "laisser ouverte", weight: 90, help: "Revient au cercle sans figer.",
      perform: { ReadBack.leaveReadBack(&$0) }))
}
