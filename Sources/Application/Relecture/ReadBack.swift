import DPES
import TerminalUI

/// The read-back of an image before it is frozen: one observation a page, read to the group, who
/// says yes or corrects it.
///
/// The page is the selection of the cercle: what is heard there acts on what is read.
struct ReadBack: Hashable, Sendable {
  /// Whether all are read, and freezing is offered.
  var isAtEnd = false

  var scope: Action.Scope { isAtEnd ? .readBackEnd : .readBack }
}

extension State {
  /// Why there is nothing to read; nil when there is.
  var readBackRefusal: String? {
    if cercle.comparedID != nil { return "Une comparaison ne se relit pas\u{A0}: c la quitte." }
    return readCount > 0 ? nil : "Cette image est vide\u{A0}: il n’y a rien à relire."
  }

  /// Where the page stands among all, from 1.
  var readPosition: Int {
    var before = 0
    for group in derived.image?.groups ?? [] {
      if group.axe == cercle.axe { break }
      before += group.observations.count
    }
    return before + cercle.index + 1
  }

  var readCount: Int { derived.image?.cercle.observations.count ?? 0 }

  /// Begins where the last one was left, or else at the first observation of the first axis.
  mutating func openReadBack() -> [Effect] {
    modes.append(.readBack(ReadBack()))
    cercle.begin(in: derived)
    if let readBackID { cercle.select(readBackID, in: derived) }
    chainFromCercle()
    return letters == nil ? [.readLetters] : []
  }

  mutating func press(_ key: Key, in reading: ReadBack) -> [Effect] {
    Action.action(for: key, in: [reading.scope, .field])?.performed(in: &self) ?? []
  }

  /// The next page, from axis to axis; after the last one, the end.
  fileprivate mutating func nextPage() -> [Effect] {
    guard let groups = derived.image?.groups else { return [] }
    if cercle.index + 1 < groups.first(where: { $0.axe == cercle.axe })?.observations.count ?? 0 {
      cercle.select(cercle.index + 1, in: derived)
    } else if let here = groups.firstIndex(where: { $0.axe == cercle.axe }),
      let next = groups[(here + 1)...].first(where: { !$0.observations.isEmpty })
    {
      cercle.axe = next.axe
      cercle.select(0, in: derived)
    } else {
      replaceMode(.readBack(ReadBack(isAtEnd: true)))
    }
    chainFromCercle()
    return []
  }

  fileprivate mutating func previousPage() -> [Effect] {
    guard let groups = derived.image?.groups else { return [] }
    if cercle.index > 0 {
      cercle.select(cercle.index - 1, in: derived)
    } else if let here = groups.firstIndex(where: { $0.axe == cercle.axe }),
      let last = groups[..<here].last(where: { !$0.observations.isEmpty })
    {
      cercle.axe = last.axe
      cercle.select(last.observations.count - 1, in: derived)
    } else {
      refuse("C’est la première.")
    }
    chainFromCercle()
    return []
  }

  fileprivate mutating func leaveReadBackEnd() -> [Effect] {
    replaceMode(.readBack(ReadBack()))
    return []
  }

  /// Leaves, and says where it goes on the next time.
  fileprivate mutating func leaveReadBack() -> [Effect] {
    guard case .readBack(let reading) = modes.last else { return [] }
    modes.removeLast()
    if reading.isAtEnd {
      readBackID = nil
      return []
    }
    readBackID = cercle.selectedID
    let number = cercle.selected(in: derived)?.numero.map { "n°\u{A0}\($0)" } ?? "cette observation"
    say("La relecture reprendra à \(number) (\(readPosition) sur \(readCount))\u{A0}: i puis r.")
    return []
  }

  /// Freezes what was read, and leaves.
  fileprivate mutating func freezeRead() -> [Effect] {
    guard let image = derived.image?.cercle else { return [] }
    let effects = toggleFrozen(image)
    if !effects.isEmpty {
      modes.removeLast()
      readBackID = nil
    }
    return effects
  }

  fileprivate var freezingReadRefusal: String? {
    if let reason = readOnlyReason { return reason }
    return derived.image?.cercle.figee == true ? "Cette image est déjà figée." : nil
  }
}

extension Action {
  /// What is heard on a page of the read-back.
  static let readBack: [Action] =
    [
      Action(
        "relecture.suivante", .readBack, [.enter, .right, .down, .pageDown, .character(" ")],
        "Oui, la suivante", short: "oui, suivante", weight: 100,
        help: "Le groupe est d’accord\u{A0}: passe à l’observation suivante.",
        perform: { $0.nextPage() }),
      Action(
        "relecture.precedente", .readBack, [.left, .up, .pageUp], "La précédente",
        short: "précédente", weight: 70, help: "Revient à l’observation d’avant.",
        perform: { $0.previousPage() }),
      Action(
        "relecture.corriger", .readBack, [.character("c")], "Corriger le texte",
        short: "corriger", weight: 80, help: "Ouvre le texte, quand quelqu’un s’y oppose.",
        impossible: { $0.cercleRefusal() }, perform: { $0.openText(.texte) }),
      Action(
        "relecture.annuler", .readBack, [.character("u")], "Annuler",
        help: "Revient sur le dernier changement.",
        impossible: { $0.document?.past.isEmpty == false ? nil : "Il n’y a rien à annuler." },
        perform: { $0.undo() }),
      Action(
        "relecture.quitter", .readBack, [.escape, .control("c")], "Quitter la relecture",
        short: "quitter", weight: 90, help: "S’arrête là\u{A0}; elle reprendra à cette page.",
        perform: { $0.leaveReadBack() }),
    ]
    + [Statut.rouge, .orange, .vert].map { statut in
      Action(
        "relecture.\(statut.rawValue)", .readBack, [.character(statut.key)], statut.phrase,
        short: statut == .rouge ? "couleur" : nil, lineKeys: statut == .rouge ? "r o v" : nil,
        weight: 75, help: statut.phrase, impossible: { $0.cercleRefusal() },
        perform: { $0.setStatut(statut) })
    }

  /// What is heard after the last page.
  static let readBackEnd = [
    Action(
      "relecture.figer", .readBackEnd, [.character("f")], "Figer l’image relue", short: "figer",
      weight: 100, help: "Fige l’image telle qu’elle vient d’être relue.",
      impossible: { $0.freezingReadRefusal }, perform: { $0.freezeRead() }),
    Action(
      "relecture.derniere", .readBackEnd, [.left, .up, .pageUp], "Revenir à la dernière",
      short: "la dernière", weight: 70, help: "Revient à la dernière observation.",
      perform: { $0.leaveReadBackEnd() }),
    Action(
      "relecture.terminer", .readBackEnd, [.escape, .control("c")], "Laisser ouverte",
      short: "laisser ouverte", weight: 90, help: "Revient au cercle sans figer.",
      perform: { $0.leaveReadBack() }),
  ]
}
