import DPES
import TerminalUI

/// A vote being prepared: on what, with how many points each, by whom, counted how.
struct VoteSetup: Modal {
  var tables: [ActionTable] { [.voteSetup] }

  enum Subject: Hashable, Sendable {
    case all
    /// nil: those « à placer ».
    case axis(Axe?)
    case picked
  }

  enum Form: Hashable, Sendable {
    case totals, ballots
  }

  enum Row: Hashable, Sendable {
    case subject, points, colleges, secret, form
    /// Two that say about the same, to be put together before they are voted on.
    case alike
    /// A group of ``VoteSetup/groups``; nil for all voters together.
    case voters(Int?)
  }

  /// The urns of a vote by collèges: the four, then those who are of none.
  static let groups: [College?] = College.allCases.map(Optional.some) + [nil]

  let imageID: String
  var subject = Subject.all
  /// Observations chosen by hand.
  var picked: Set<String> = []
  /// nil: what is proposed.
  var points: Int?
  var isByCollege = false
  var voters: Int
  var groupVoters: [Int]
  var isSecret = true
  var form = Form.totals
  var list = ListView()
  var typing = NumberTyping()
  /// The ids of the observations that say about the same, two by two.
  private(set) var pairs: [[String]] = []
  /// Which of them is shown.
  private(set) var pair = 0

  var rows: [Row] {
    (pairs.isEmpty ? [] : [.alike]) + [.subject, .points, .colleges]
      + (isByCollege ? Self.groups.indices.map { .voters($0) } : [.voters(nil)])
      + [.secret, .form]
  }

  /// The observations voted on, in the order of the axes, then of their numbers.
  func options(in image: ImageView) -> [Observation] {
    switch subject {
    case .all: image.groups.flatMap(\.observations)
    case .axis(let axe): image[axe].observations
    case .picked: image.groups.flatMap(\.observations).filter { picked.contains($0.id) }
    }
  }

  mutating func take(pairs: [[String]]) {
    self.pairs = pairs
    pair = min(pair, max(0, pairs.count - 1))
  }

  /// Points of each voter among so many options.
  func points(of options: Int) -> Int { points ?? Scrutin.pointsProposes(pour: options) }

  /// The groups that vote.
  var urns: [(college: College?, nombre: Int)] {
    guard isByCollege else { return [(nil, voters)] }
    return zip(Self.groups, groupVoters).filter { $1 > 0 }.map { (college: $0, nombre: $1) }
  }

  var voterCount: Int { urns.reduce(0) { $0 + $1.nombre } }

  /// Goes to the next answer of a row that has a few; whether it has.
  mutating func step(_ row: Row, by steps: Int, in image: ImageView) -> Bool {
    switch row {
    case .alike: pair = (pair + steps + pairs.count) % max(1, pairs.count)
    case .subject:
      let subjects = Self.subjects(in: image)
      let here = subjects.firstIndex(of: subject) ?? 0
      subject = subjects[(here + steps + subjects.count) % subjects.count]
    case .colleges: isByCollege.toggle()
    case .secret: isSecret.toggle()
    case .form: form = form == .totals ? .ballots : .totals
    case .points, .voters: return false
    }
    return true
  }

  /// What can be voted on: all, an axis with something to choose from, or those chosen by hand.
  private static func subjects(in image: ImageView) -> [Subject] {
    [.all] + image.groups.filter { $0.observations.count > 1 }.map { .axis($0.axe) } + [.picked]
  }

  /// Types in the number of a row.
  mutating func type(_ key: Key, in row: Row, options: Int) -> Bool {
    switch row {
    case .points:
      var value: Int? = points(of: options)
      guard typing.handle(key, &value) else { return false }
      points = value
    case .voters(let group):
      var value: Int? = group.map { groupVoters[$0] } ?? voters
      guard typing.handle(key, &value) else { return false }
      if let group { groupVoters[group] = value ?? 0 } else { voters = value ?? 0 }
    case .alike, .subject, .colleges, .secret, .form: return false
    }
    return true
  }

  static func open(_ state: inout State) -> [Effect] {
    guard let image = state.derived.image?.cercle, let demarche = state.demarche else { return [] }
    let voters = Self.likelyVoters(of: image, in: demarche, state.signature)
    var setup = VoteSetup(
      imageID: image.id, voters: voters.count,
      groupVoters: Self.groups.map { college in voters.count { $0.college == college } })
    setup.renewPairs(&state)
    return state.open(setup)
  }

  /// Who was present on the day, or else the tour de table; without who types, who has no vote.
  private static func likelyVoters(
    of image: CercleDeQualite, in demarche: Demarche, _ signature: Signature
  ) -> [Participant] {
    let seance =
      demarche.seances.first { $0.id == image.seance }
      ?? demarche.seance(du: signature.jour).map { demarche.seances[$0] }
    let present = seance.map { Set($0.presents) } ?? []
    return demarche.participants.filter { one in
      guard one.id != signature.qui else { return false }
      if !present.isEmpty { return present.contains(one.id) }
      return one.departLe.map { $0 > signature.jour } ?? true
    }
  }

  /// Chooses the observations by hand.
  fileprivate static func openPick(_ state: inout State) -> [Effect] {
    guard let setup = state.modes.last as? VoteSetup else { return [] }
    return state.open(VotePick(picked: setup.picked))
  }

  /// Why a vote on so many options can't begin; nil when it can.
  private func refusal(of options: Int) -> String? {
    if options < 2 {
      return "Il faut au moins deux observations à départager\u{A0}; c les choisit."
    }
    if voterCount < 1 { return "Il faut dire combien de personnes votent." }
    if points(of: options) < 1 { return "Il faut au moins un point par personne." }
    return isSecret && voterCount < Depouillement.minimumSecret
      ? "À moins de trois, un vote n’a rien de secret\u{A0}: il en faut un qui ne l’est pas." : nil
  }

  fileprivate static func beginVote(_ state: inout State) -> [Effect] {
    guard let setup = state.modes.last as? VoteSetup, let image = state.derived.image else {
      return []
    }
    if setup.subject == .picked, setup.picked.isEmpty { return openPick(&state) }
    let options = setup.options(in: image)
    if let reason = setup.refusal(of: options.count) { return state.decline(reason) }
    state.modes.removeLast()
    if state.modes.last is VoteList { state.modes.removeLast() }
    return state.open(VoteCount(setup, options))
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    guard let image = state.derived.image else { return [] }
    let key = state.environment.keyboard.order(key)
    var setup = self
    let rows = setup.rows
    guard let row = setup.list.selectedRow(of: rows.count).map({ rows[$0] }) else { return [] }
    if setup.list.handle(key, of: rows.count, height: VoteSetup.height(in: state.size)) {
      setup.typing = NumberTyping()
    } else if !setup.type(key, in: row, options: setup.options(in: image).count) {
      let steps = key == .left ? -1 : key == .right || key == .character(" ") ? 1 : 0
      guard steps != 0, setup.step(row, by: steps, in: image) else { return [] }
    }
    return state.replaceMode(setup)
  }
}

extension ActionTable {
  /// What is heard while a vote is prepared, beside moving and changing.
  static let voteSetup = ActionTable(
    "voteSetup",
    Action(
      "vote.commencer", [.enter], "Commencer le vote", short: "commencer",
      weight: 100, help: "Ouvre la saisie des points.", perform: { VoteSetup.beginVote(&$0) }),
    Action(
      "vote.choisir", [.character("c")], "Choisir les observations à la main",
      short: "choisir à la main", weight: 70, help: "Ouvre la liste\u{A0}: Espace coche.",
      perform: { VoteSetup.openPick(&$0) }),
    Action(
      "vote.reunir", [.character("g")], "Réunir deux qui se ressemblent",
      help: "Va aux deux observations qui se ressemblent\u{A0}; encore une fois, les réunit.",
      impossible: { VoteSetup.whyNoPair($0) }, perform: { VoteSetup.joinPair(&$0) }),
    Action(
      "vote.annuler", [.character("u"), .function(9)], "Annuler",
      help: "Revient sur le dernier changement.", impossible: \.whyNothingToUndo,
      perform: { VoteSetup.undo(&$0) }),
    .leave("vote.abandonner", "Revenir", help: "Rien n’est voté."))
}
