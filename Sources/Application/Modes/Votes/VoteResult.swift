import DPES
import TerminalUI

/// A vote told: its options in the order of their points, and how many become priorities.
struct VoteResult: Modal {
  var tables: [ActionTable] { [.voteResult] }
  var wall: Wall.Vote? { .told(id, first: first) }

  let id: String
  /// The first so many, ties with them, that `!` makes priorities.
  var first = 3
  var list = ListView()
  /// nil once the vote was taken back.
  private(set) var scrutin: Scrutin?
  private(set) var places: [Scrutin.Place] = []
  /// The observations voted on, those that are still there.
  private(set) var observations: [String: Observation] = [:]

  init(_ id: String, in state: State) {
    self.id = id
    renew(state)
    first = min(3, places.count)
  }

  /// Takes up what a change made of the vote and its observations.
  mutating func renew(_ state: State) {
    let image = state.derived.image?.cercle
    scrutin = image?.scrutins.first { $0.id == id }
    places = scrutin?.classement ?? []
    let wanted = Set(places.map(\.option))
    observations = Dictionary(
      (image?.observations ?? []).filter { wanted.contains($0.id) }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// `Gommettes du 12 mars 2026 · 12 votants`: what tells one vote from another.
  static func heading(_ scrutin: Scrutin, fitting width: Int) -> String {
    let kind = scrutin.genre == .mains ? "Mains levées" : "Gommettes"
    let voters = scrutin.votants.map { $0.counting("votant") }
    let facts = [
      scrutin.date.map { "\(kind) du \($0.french)" } ?? kind, voters,
      scrutin.points.map { "\($0.counting("point")) chacun" },
      scrutin.secret ? "secret" : nil, scrutin.titre,
    ]
    // As many as there is room for.
    return facts.compactMap(\.self).reduce("") { text, fact in
      let longer = text.isEmpty ? fact : "\(text) · \(fact)"
      return text.isEmpty || TextWidth.fits(longer, width) ? longer : text
    }
  }

  /// The points, held against those that the voters have.
  var control: String? {
    guard let control = scrutin?.controle, scrutin?.genre != .mains else { return nil }
    return control.estJuste
      ? "\(control.donnes.counting("point")), compte juste."
      : "\(control.donnes.counting("point")) pour \(control.attendus)\u{A0}: \(VoteCount.told(control.ecart))."
  }

  /// Those that `!` would make priorities.
  var leading: [String] { scrutin?.premiers(first) ?? [] }

  /// « Les 3 premières, 4 avec les ex æquo », and what `!` does with them where there is room.
  func leadingTold(_ state: State, fitting width: Int) -> String {
    let leading = leading
    if leading.isEmpty { return "Aucune observation n’a de point." }
    var told = first == 1 ? "La première" : "Les \(first) premières"
    if leading.count < first {
      told = leading.count.counting("seule a des points", "seulement ont des points")
    }
    if leading.count > first { told += ", \(leading.count) avec les ex\u{A0}æquo" }
    let whole = told + (areMarked ? " · déjà prioritaires" : " · ! les rend prioritaires")
    return TextWidth.fits(whole, width) && !state.isOnWall ? whole : told
  }

  func leads(_ place: Scrutin.Place) -> Bool { place.points > 0 && place.rang <= first }

  /// `salariés 4 · usagers 3`, and whom nothing is told of.
  func colleges(of option: String, fitting width: Int) -> String? {
    guard let scrutin, !scrutin.parCollege.isEmpty else { return nil }
    let untold = scrutin.votantsNonDetailles
    let rest =
      untold > 0
      ? [untold.counting("votant non détaillé", "votants non détaillés")] : []
    func told(_ name: (College) -> String) -> String {
      (scrutin.parCollege.map { part in
        "\(part.college.map(name) ?? "autres") \(part.points(pour: option))"
      } + rest).joined(separator: " · ")
    }
    let words = told(\.motCourt)
    return TextWidth.fits(words, width) ? words : told { $0.lettre.uppercased() }
  }

  fileprivate static func stepFirst(_ state: inout State, by steps: Int) -> [Effect] {
    state.changeMode { (result: inout VoteResult) in
      result.first = min(max(1, result.first + steps), max(1, result.places.count))
    }
  }

  /// Why its first options can't become priorities; nil when they can.
  func whyNoPriorities(_ state: State) -> String? {
    Votes.refusal(state) ?? (leading.isEmpty ? "Aucune observation n’a de point." : nil)
  }

  fileprivate static func priorityRefusal(_ state: State) -> String? {
    (state.modes.last as? VoteResult)?.whyNoPriorities(state) ?? Votes.refusal(state)
  }

  /// Whether its first options are priorities already.
  var areMarked: Bool { leading.allSatisfy { observations[$0]?.priorite == true } }

  fileprivate static func givePriorities(_ state: inout State) -> [Effect] {
    (state.modes.last as? VoteResult).map { givePriorities(&state, $0) } ?? []
  }

  /// Gives the first options the mark of priority, as one step of undo.
  static func givePriorities(_ state: inout State, _ result: VoteResult) -> [Effect] {
    let signature = state.signature
    var marked: [String] = []
    var refusal: Demarche.RefusDeScrutin?
    let effects = state.change { demarche, _ in
      do throws(Demarche.RefusDeScrutin) {
        marked = try demarche.donnerPriorites(
          auxPremiers: result.first, duScrutin: result.id, signature)
        return !marked.isEmpty
      } catch {
        refusal = error
        return false
      }
    }
    if let refusal {
      state.refuse(Votes.sentence(refusal))
    } else if effects.isEmpty {
      state.say("Elles sont déjà prioritaires.")
    } else {
      let ties = result.leading.count > result.first ? ", ex\u{A0}æquo compris" : ""
      let words = marked.count.counting(
        "observation devient prioritaire", "observations deviennent prioritaires")
      state.say("\(words)\(ties).")
      // Closing the results shows the first of them, where it is.
      if let first = result.places.first(where: { marked.contains($0.option) }) {
        state.cercle.select(first.option, in: state.derived)
      }
    }
    return effects
  }

  /// Shows the room what is seen here: the page of the vote told last, the list of an older one.
  func showToRoom(_ state: inout State) -> [Effect]? {
    let isLast = state.derived.image?.cercle.scrutins.last?.id == id
    return isLast
      ? WallWindow.show(&state, page: VotePage.name) : WallWindow.show(&state, .results(self))
  }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    if let action = ActionTable.action(for: key, in: [.voteResult, .field]) {
      let effects = action.performed(in: &state)
      guard var result = state.modes.last as? VoteResult else { return effects }
      result.renew(state)
      if result.scrutin != nil { return effects + state.replaceMode(result) }
      // It was taken back.
      state.modes.removeLast()
      state.say("Le vote n’est plus dans l’image. b le retrouve, pour le corriger.")
      return effects
    }
    let height = VoteResult.height(in: state.size)
    return changed(in: &state) { $0.list.handle(key, of: places.count, height: height) }
  }
}

extension ActionTable {
  /// What is heard over the results of a vote, beside moving.
  static let voteResult = ActionTable(
    "voteResult",
    Action(
      "resultat.priorites", [.character("!"), .character("*")],
      "Rendre les premières prioritaires",
      short: "priorités", weight: 100,
      help: "Rend prioritaires les premières, ex æquo compris, en une fois\u{A0}; u l’annule.",
      impossible: { VoteResult.priorityRefusal($0) }, perform: { VoteResult.givePriorities(&$0) }),
    Action(
      "resultat.moins", [.left], "Une de moins", short: "combien",
      lineKeys: "← →", weight: 90, help: "Une observation de moins parmi les premières.",
      perform: { VoteResult.stepFirst(&$0, by: -1) }),
    Action(
      "resultat.plus", [.right], "Une de plus",
      help: "Une observation de plus parmi les premières.",
      perform: { VoteResult.stepFirst(&$0, by: 1) }),
    Action(
      "resultat.salle", [.character("s")], "Montrer à la salle", short: "salle",
      weight: 70, help: "Montre ce résultat au mur.", perform: { WallWindow.toggle(&$0) }),
    .undo(
      in: "resultat", short: "annuler",
      help: "Revient sur le dernier changement\u{A0}: les priorités, puis le vote."),
    .leave("resultat.fermer", also: [.character("b")], weight: 95, help: "Revient au cercle."))
}
