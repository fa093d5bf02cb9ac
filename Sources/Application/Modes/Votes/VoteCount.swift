import DPES
import TerminalUI

/// A vote under way: what was counted so far, hidden until it is told.
struct VoteCount: Modal, Hashable {
  var tables: [ActionTable] { [form == .totals ? .voteTotals : .voteBallots] }

  /// What was asked to be pressed again, since something does not add up.
  enum Warning: Hashable, Sendable {
    case reveal, ballot
  }

  let imageID: String
  let form: VoteSetup.Form
  /// The observations voted on, as they were when it began.
  let options: [Observation]
  var count: Depouillement
  var urn = 0
  var list = ListView()
  var typing = NumberTyping()
  /// Whether the figures typed are shown, on a screen that nobody else sees.
  var isShown = false
  /// Points of the ballot being read.
  var ballot: [Int]
  /// The ballot read last, which can be taken out again until another one is begun.
  var lastBallot: Ballot?
  var warning: Warning?
  /// The scrutin's id, once it is told.
  var recordedID: String?

  struct Ballot: Hashable, Sendable {
    let urn: Int
    let points: [Int]
  }

  init(_ setup: VoteSetup, _ options: [Observation]) {
    self.init(
      imageID: setup.imageID, form: setup.form, options: options,
      count: Depouillement(
        options: options.map(\.id), points: setup.points(of: options.count),
        secret: setup.isSecret, votants: setup.urns))
  }

  init(
    imageID: String, form: VoteSetup.Form, options: [Observation], count: Depouillement
  ) {
    self.imageID = imageID
    self.form = form
    self.options = options
    self.count = count
    ballot = Array(repeating: 0, count: options.count)
  }

  /// What a room may know of the vote while it is counted.
  var wall: Wall.Vote? {
    let ballots = count.urnes.reduce(0) { $0 + $1.bulletins }
    return .counting(voters: count.votants, ballots: form == .ballots ? ballots : nil)
  }

  var told: String { wall?.told ?? "" }

  var hasBallot: Bool { ballot.contains { $0 != 0 } }

  var ballotPoints: Int { ballot.reduce(0, +) }

  /// The option selected.
  var option: Int { list.selectedRow(of: options.count) ?? 0 }

  /// « il manque 3 points », « 2 points de trop »; nil when nothing is wrong with an urn.
  func gap(of urn: Int) -> String? {
    let control = count.controle(urne: urn)
    return control.estJuste ? nil : VoteCount.told(control.ecart)
  }

  static func told(_ gap: Int) -> String {
    let points = abs(gap).counting("point")
    return gap < 0 ? "il manque \(points)" : "\(points) de trop"
  }

  /// Who votes in an urn.
  func name(of urn: Int) -> String {
    count.urnes[urn].college?.nom ?? (count.urnes.count > 1 ? "Sans collège" : "Tous")
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    let height = height(in: state.size)
    let key = state.environment.keyboard.order(key)
    return changed(in: &state) { count in
      if count.list.handle(key, of: options.count, height: height) {
        count.typing = NumberTyping()
        return true
      }
      return form == .totals
        && count.typing.handle(key, &count.count.urnes[count.urn].totaux[count.option])
    }
  }

  private static let begunBallot =
    "Un bulletin est commencé\u{A0}: n l’ajoute, Retour arrière le vide."

  /// The next option; after the last one, the first of the next urn.
  fileprivate static func nextTotal(_ state: inout State) -> [Effect] {
    guard let count = state.modes.last as? VoteCount else { return [] }
    if count.option + 1 < count.options.count { return count.type(.down, in: &state) }
    if count.urn + 1 < count.count.urnes.count { return stepUrn(&state, by: 1) }
    state.say("C’est le dernier total. r révèle le vote.")
    return []
  }

  fileprivate static func stepUrn(_ state: inout State, by steps: Int) -> [Effect] {
    if (state.modes.last as? VoteCount)?.hasBallot == true { return state.decline(begunBallot) }
    return state.changeMode { (count: inout VoteCount) in
      count.urn = (count.urn + steps + count.count.urnes.count) % count.count.urnes.count
      count.list = ListView()
      count.typing = NumberTyping()
    }
  }

  fileprivate static func toggleShown(_ state: inout State) -> [Effect] {
    state.changeMode { (count: inout VoteCount) in count.isShown.toggle() }
  }

  /// A point on the selected option; the ballot is added once all its points are there.
  fileprivate static func addPoint(_ state: inout State) -> [Effect] {
    guard let count = state.modes.last as? VoteCount else { return [] }
    if count.ballotPoints >= count.count.points { return addBallot(&state) }
    return state.changeMode { (count: inout VoteCount) in count.ballot[count.option] += 1 }
  }

  /// One point more than there are is taken, and said when the ballot is added.
  fileprivate static func addPointAnyway(_ state: inout State) -> [Effect] {
    state.changeMode { (count: inout VoteCount) in
      count.ballot[count.option] = min(count.ballot[count.option] + 1, NumberTyping.most)
    }
  }

  /// A point less; in an empty ballot, the one before is taken out again.
  fileprivate static func removePoint(_ state: inout State) -> [Effect] {
    guard let count = state.modes.last as? VoteCount else { return [] }
    if count.hasBallot {
      return state.changeMode { (count: inout VoteCount) in
        let place =
          count.ballot[count.option] > 0
          ? count.option : count.ballot.lastIndex { $0 > 0 } ?? count.option
        count.ballot[place] -= 1
      }
    }
    guard let last = count.lastBallot else {
      return state.decline(
        "Il n’y a pas de bulletin à reprendre\u{A0}: les autres sont déjà oubliés.")
    }
    state.say("Le dernier bulletin est repris.")
    return state.changeMode { (count: inout VoteCount) in
      count.count.reprendre(last.points, dans: last.urn)
      count.urn = last.urn
      count.ballot = last.points
      count.lastBallot = nil
    }
  }

  fileprivate static func addBallot(_ state: inout State) -> [Effect] {
    guard let count = state.modes.last as? VoteCount else { return [] }
    let gap = count.ballotPoints - count.count.points
    if gap != 0, count.warning != .ballot {
      let told = VoteCount.told(gap)
      state.refuse(
        "À ce bulletin, \(told). n l’ajoute quand même\u{A0}; Retour arrière retire un point.")
      return state.changeMode { (count: inout VoteCount) in count.warning = .ballot }
    }
    return state.changeMode { (count: inout VoteCount) in
      count.count.deposer(count.ballot, dans: count.urn)
      count.lastBallot = VoteCount.Ballot(urn: count.urn, points: count.ballot)
      count.ballot = Array(repeating: 0, count: count.options.count)
      count.list = ListView()
      count.warning = nil
    }
  }

  /// Leaves the counting as it is: it can be taken up again.
  fileprivate static func holdVote(_ state: inout State) -> [Effect] {
    guard let count = state.modes.last as? VoteCount else { return [] }
    state.modes.removeLast()
    state.heldVote = count
    state.say("Vote mis de côté, rien n’est révélé. b puis Entrée le reprend.")
    return []
  }

  /// The room sees that a vote goes on, and nothing of it; leaving the wall goes on with it.
  func showToRoom(_ state: inout State) -> [Effect]? {
    guard let wall else { return nil }
    state.heldVote = self
    return WallWindow.show(&state, .vote(wall))
  }

  /// Keeps the totals in the image, and tells them; when they do not add up, asked twice.
  fileprivate static func revealVote(_ state: inout State) -> [Effect] {
    guard var count = state.modes.last as? VoteCount else { return [] }
    guard !count.hasBallot else { return state.decline(Self.begunBallot) }
    guard count.count.controle.donnes > 0 else {
      return state.decline("Aucun point n’est saisi\u{A0}: il n’y a rien à révéler.")
    }
    let wrong = count.count.urnes.indices.compactMap { urn in
      count.gap(of: urn).map { count.count.urnes.count > 1 ? "\(count.name(of: urn)), \($0)" : $0 }
    }
    if !wrong.isEmpty, count.warning != .reveal {
      state.refuse(
        "\(wrong.joined(separator: "\u{A0}; ").capitalizedFirst). r révèle quand même, et l’écart sera dit."
      )
      return state.changeMode { (count: inout VoteCount) in count.warning = .reveal }
    }
    if let reason = Votes.refusal(state) { return state.decline(reason) }
    let (signature, image, counted) = (state.signature, count.imageID, count.count)
    var recorded: String?
    var refusal: Demarche.RefusDeScrutin?
    let effects = state.change { demarche, ids in
      let id = ids.next()
      do throws(Demarche.RefusDeScrutin) {
        try demarche.enregistrerScrutin(
          counted.scrutin(id: id, le: signature.jour), dans: image, signature)
        recorded = id
        return true
      } catch {
        refusal = error
        return false
      }
    }
    guard let recorded else {
      if let refusal { state.refuse(Votes.sentence(refusal)) }
      return []
    }
    count.recordedID = recorded
    count.warning = nil
    state.heldVote = count
    state.replaceMode(VoteResult(recorded, in: state))
    return effects
  }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    let action = ActionTable.action(for: key, in: heard(state))
    let effects = action?.performed(in: &state) ?? type(key, in: &state)
    // What was asked again is only answered by the next key.
    if var after = state.modes.last as? VoteCount, after.warning == self.warning,
      after.warning != nil
    {
      after.warning = nil
      state.replaceMode(after)
    }
    return effects
  }
}

extension Wall.Vote {
  /// The one sentence of a vote that a room may read before it is told.
  var told: String {
    count.map { "\(head) · \($0)" } ?? head
  }

  /// What is going on.
  var head: String {
    switch self {
    case .counting: "Vote en cours"
    case .told: "Le vote est révélé"
    }
  }

  /// How far it is; nil once it is told.
  var count: String? {
    switch self {
    case .counting(let voters, nil): voters.counting("votant")
    case .counting(let voters, let ballots?): "\(ballots.counting("bulletin")) sur \(voters)"
    case .told: nil
    }
  }
}

extension ActionTable {
  /// What is heard while totals are typed, beside the numbers and moving.
  static let voteTotals = ActionTable(
    "voteTotals",
    [
      Action(
        "totaux.suivant", [.enter], "Total suivant", short: "suivant", weight: 100,
        help: "Passe au total suivant, puis à l’urne suivante.",
        perform: { VoteCount.nextTotal(&$0) })
    ] + counting("totaux"))

  /// What is heard while ballots are read, beside moving.
  static let voteBallots = ActionTable(
    "voteBallots",
    [
      Action(
        "bulletins.point", [.enter], "Un point de plus", short: "un point",
        weight: 100,
        help: "Donne un point\u{A0}; quand le bulletin est complet, passe au suivant.",
        perform: { VoteCount.addPoint(&$0) }),
      Action(
        "bulletins.suivant", [.character("n"), .right], "Bulletin suivant",
        short: "suivant", weight: 85, help: "Ajoute ce bulletin aux totaux, et l’oublie.",
        perform: { VoteCount.addBallot(&$0) }),
      Action(
        "bulletins.retirer", [.backspace, .delete, .left], "Un point de moins",
        short: "retirer", lineKeys: "⌫", weight: 60,
        help: "Retire un point\u{A0}; dans un bulletin vide, reprend le précédent.",
        perform: { VoteCount.removePoint(&$0) }),
      Action(
        "bulletins.de-trop", [.character(" ")], "Un point, même de trop",
        help: "Donne un point, même quand le bulletin n’en a plus\u{A0}; l’écart est dit.",
        perform: { VoteCount.addPointAnyway(&$0) }),
    ] + counting("bulletins"))

  private static func counting(_ id: String) -> [Action] {
    [
      Action(
        "\(id).reveler", [.character("r")], "Révéler", short: "révéler", weight: 95,
        help: "Montre les résultats à tous, et les garde dans l’image.",
        perform: { VoteCount.revealVote(&$0) }),
      Action(
        "\(id).urne", [.tab], "Urne suivante", help: "Passe au collège suivant.",
        perform: { VoteCount.stepUrn(&$0, by: 1) }),
      Action(
        "\(id).urne-avant", [.backTab], "Urne précédente",
        help: "Revient au collège précédent.", perform: { VoteCount.stepUrn(&$0, by: -1) }),
      Action(
        "\(id).chiffres", [.character("c")], "Montrer les chiffres, ou les cacher",
        short: "chiffres", weight: 50,
        help: "Montre ce qui est saisi, quand personne d’autre ne voit l’écran, ou le cache.",
        perform: { VoteCount.toggleShown(&$0) }),
      Action(
        "\(id).salle", [.character("s"), .function(8)], "Vue salle", short: "salle", weight: 45,
        help: "Montre au mur qu’un vote est en cours, sans un chiffre\u{A0}; s revient au vote.",
        perform: { WallWindow.toggle(&$0) }),
      Action(
        "\(id).laisser", [.escape, .control("c")], "Mettre de côté",
        short: "mettre de côté", weight: 80, help: "Laisse le vote\u{A0}; b le reprend.",
        perform: { VoteCount.holdVote(&$0) }),
    ]
  }
}
