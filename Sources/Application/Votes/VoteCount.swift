import DPES
import TerminalUI

/// A vote under way: what was counted so far, hidden until it is told.
struct VoteCount: Hashable, Sendable {
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
    imageID = setup.imageID
    form = setup.form
    self.options = options
    count = Depouillement(
      options: options.map(\.id), points: setup.points(of: options.count),
      secret: setup.isSecret, votants: setup.urns)
    ballot = Array(repeating: 0, count: options.count)
  }

  /// What a room may know of the vote while it is counted.
  var wall: Wall.Vote {
    let ballots = count.urnes.reduce(0) { $0 + $1.bulletins }
    return .counting(voters: count.votants, ballots: form == .ballots ? ballots : nil)
  }

  var told: String { wall.told }

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

  mutating func stepUrn(by steps: Int) {
    urn = (urn + steps + count.urnes.count) % count.urnes.count
    list = ListView()
    typing = NumberTyping()
  }
}

extension Wall.Vote {
  /// The one sentence of a vote that a room may read before it is told.
  var told: String {
    switch self {
    case .counting(let voters, nil): "Vote en cours · \(voters.counting("votant"))"
    case .counting(let voters, let ballots?):
      "Vote en cours · \(ballots.counting("bulletin")) sur \(voters)"
    case .told: "Le vote est révélé"
    }
  }
}

extension State {
  mutating func press(_ key: Key, in count: VoteCount) -> [Effect] {
    let scope: Action.Scope = count.form == .totals ? .voteTotals : .voteBallots
    let effects: [Effect]
    if let action = Action.action(for: key, in: [scope]) {
      effects = action.performed(in: &self)
    } else {
      effects = type(key, in: count)
    }
    // What was asked again is only answered by the next key.
    if case .count(var after) = voteMode, after.warning == count.warning, after.warning != nil {
      after.warning = nil
      replaceMode(.vote(.count(after)))
    }
    return effects
  }

  private mutating func type(_ key: Key, in count: VoteCount) -> [Effect] {
    var count = count
    if count.list.handle(key, of: count.options.count, height: VoteCount.height(in: size, count)) {
      count.typing = NumberTyping()
    } else if count.form == .ballots
      || !count.typing.handle(key, &count.count.urnes[count.urn].totaux[count.option])
    {
      return []
    }
    replaceMode(.vote(.count(count)))
    return []
  }

  private mutating func changeCount(_ change: (inout VoteCount) -> Void) -> [Effect] {
    guard case .count(var count) = voteMode else { return [] }
    change(&count)
    replaceMode(.vote(.count(count)))
    return []
  }

  /// The next option; after the last one, the first of the next urn.
  fileprivate mutating func nextTotal() -> [Effect] {
    guard case .count(let count) = voteMode else { return [] }
    if count.option + 1 < count.options.count { return type(.down, in: count) }
    guard count.urn + 1 < count.count.urnes.count else {
      say("C’est le dernier total. r révèle le vote.")
      return []
    }
    return stepUrn(by: 1)
  }

  fileprivate mutating func stepUrn(by steps: Int) -> [Effect] {
    if case .count(let count) = voteMode, count.hasBallot {
      refuse("Un bulletin est commencé\u{A0}: n l’ajoute, Retour arrière le vide.")
      return []
    }
    return changeCount { $0.stepUrn(by: steps) }
  }

  fileprivate mutating func toggleShown() -> [Effect] {
    changeCount { $0.isShown.toggle() }
  }

  /// A point on the selected option; the ballot is added once all its points are there.
  fileprivate mutating func addPoint() -> [Effect] {
    guard case .count(let count) = voteMode else { return [] }
    if count.ballotPoints >= count.count.points { return addBallot() }
    return changeCount { $0.ballot[$0.option] += 1 }
  }

  /// One point more than there are is taken, and said when the ballot is added.
  fileprivate mutating func addPointAnyway() -> [Effect] {
    changeCount { $0.ballot[$0.option] = min($0.ballot[$0.option] + 1, NumberTyping.most) }
  }

  /// A point less; in an empty ballot, the one before is taken out again.
  fileprivate mutating func removePoint() -> [Effect] {
    guard case .count(let count) = voteMode else { return [] }
    if count.hasBallot {
      return changeCount { count in
        let place =
          count.ballot[count.option] > 0
          ? count.option : count.ballot.lastIndex { $0 > 0 } ?? count.option
        count.ballot[place] -= 1
      }
    }
    guard let last = count.lastBallot else {
      refuse("Il n’y a pas de bulletin à reprendre\u{A0}: les autres sont déjà oubliés.")
      return []
    }
    say("Le dernier bulletin est repris.")
    return changeCount { count in
      count.count.reprendre(last.points, dans: last.urn)
      count.urn = last.urn
      count.ballot = last.points
      count.lastBallot = nil
    }
  }

  fileprivate mutating func addBallot() -> [Effect] {
    guard case .count(let count) = voteMode else { return [] }
    let gap = count.ballotPoints - count.count.points
    if gap != 0, count.warning != .ballot {
      let told = VoteCount.told(gap)
      refuse("À ce bulletin, \(told). n l’ajoute ainsi\u{A0}; Retour arrière retire un point.")
      return changeCount { $0.warning = .ballot }
    }
    return changeCount { count in
      count.count.deposer(count.ballot, dans: count.urn)
      count.lastBallot = VoteCount.Ballot(urn: count.urn, points: count.ballot)
      count.ballot = Array(repeating: 0, count: count.options.count)
      count.list = ListView()
      count.warning = nil
    }
  }

  /// Leaves the counting as it is: it can be taken up again.
  fileprivate mutating func holdVote() -> [Effect] {
    guard case .count(let count) = voteMode else { return [] }
    modes.removeLast()
    heldVote = count
    hasBeenToldOfDrafts = false
    say("Vote mis de côté, rien n’est révélé. b puis Entrée le reprend.")
    return []
  }

  /// Keeps the totals in the image, and tells them; when they do not add up, asked twice.
  fileprivate mutating func revealVote() -> [Effect] {
    guard case .count(var count) = voteMode else { return [] }
    guard !count.hasBallot else {
      refuse("Un bulletin est commencé\u{A0}: n l’ajoute, Retour arrière le vide.")
      return []
    }
    guard count.count.controle.donnes > 0 else {
      refuse("Aucun point n’est saisi\u{A0}: il n’y a rien à révéler.")
      return []
    }
    let wrong = count.count.urnes.indices.compactMap { urn in
      count.gap(of: urn).map { count.count.urnes.count > 1 ? "\(count.name(of: urn)), \($0)" : $0 }
    }
    if !wrong.isEmpty, count.warning != .reveal {
      refuse(
        "\(wrong.joined(separator: "\u{A0}; ").capitalizedFirst). r révèle ainsi, et l’écart reste dit."
      )
      return changeCount { $0.warning = .reveal }
    }
    if let reason = voteRefusal {
      refuse(reason)
      return []
    }
    let (signature, image, counted) = (signature, count.imageID, count.count)
    var recorded: String?
    var refusal: Demarche.RefusDeScrutin?
    let effects = change { demarche, ids in
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
      if let refusal { refuse(sentence(refusal)) }
      return []
    }
    count.recordedID = recorded
    count.warning = nil
    heldVote = count
    replaceMode(.vote(.result(VoteResult(recorded, in: self))))
    return effects
  }
}

extension Action {
  /// What is heard while totals are typed, beside the numbers and moving.
  static let voteTotals =
    [
      Action(
        "totaux.suivant", .voteTotals, [.enter], "Total suivant", short: "suivant", weight: 100,
        help: "Passe au total suivant, puis à l’urne suivante.", perform: { $0.nextTotal() })
    ] + counting(.voteTotals, "totaux")

  /// What is heard while ballots are read, beside moving.
  static let voteBallots =
    [
      Action(
        "bulletins.point", .voteBallots, [.enter], "Un point de plus", short: "un point",
        weight: 100,
        help: "Donne un point\u{A0}; quand le bulletin est complet, passe au suivant.",
        perform: { $0.addPoint() }),
      Action(
        "bulletins.suivant", .voteBallots, [.character("n"), .right], "Bulletin suivant",
        short: "suivant", weight: 85, help: "Ajoute ce bulletin aux totaux, et l’oublie.",
        perform: { $0.addBallot() }),
      Action(
        "bulletins.retirer", .voteBallots, [.backspace, .delete, .left], "Un point de moins",
        short: "retirer", lineKeys: "⌫", weight: 60,
        help: "Retire un point\u{A0}; dans un bulletin vide, reprend le précédent.",
        perform: { $0.removePoint() }),
      Action(
        "bulletins.de-trop", .voteBallots, [.character(" ")], "Un point, même de trop",
        help: "Donne un point, même quand le bulletin n’en a plus\u{A0}; l’écart est dit.",
        perform: { $0.addPointAnyway() }),
    ] + counting(.voteBallots, "bulletins")

  private static func counting(_ scope: Scope, _ id: String) -> [Action] {
    [
      Action(
        "\(id).reveler", scope, [.character("r")], "Révéler", short: "révéler", weight: 95,
        help: "Montre les résultats à tous, et les garde dans l’image.",
        perform: { $0.revealVote() }),
      Action(
        "\(id).urne", scope, [.tab], "Urne suivante", help: "Passe au collège suivant.",
        perform: { $0.stepUrn(by: 1) }),
      Action(
        "\(id).urne-avant", scope, [.backTab], "Urne précédente",
        help: "Revient au collège précédent.", perform: { $0.stepUrn(by: -1) }),
      Action(
        "\(id).chiffres", scope, [.character("c")], "Montrer les chiffres, ou les cacher",
        short: "chiffres", weight: 50,
        help: "Montre ce qui est saisi, quand personne d’autre ne voit l’écran, ou le cache.",
        perform: { $0.toggleShown() }),
      Action(
        "\(id).laisser", scope, [.escape, .control("c")], "Mettre de côté",
        short: "mettre de côté", weight: 80, help: "Laisse le vote\u{A0}; b le reprend.",
        perform: { $0.holdVote() }),
    ]
  }
}
