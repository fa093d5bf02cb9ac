import Application
import DPES
import TerminalUI
import Testing

@Suite struct SharedFileTests {
  @Test(arguments: 1...15)
  func `two people who edit, undo and choose at random end with one démarche, and lose nothing`(
    seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    var file = SharedFile(try example())
    var lines: Set<Trace> = []
    for step in 0..<120 {
      let side = random.number(2)
      if random.number(3) == 0 {
        file.save(side)
      } else {
        file.press(side, gesture(&random, step, in: file.sides[side].state))
      }
      let trail = try #require(file.sides[side].state.document?.demarche.historique)
      lines.formUnion(trail)
    }
    for side in [0, 1, 0, 1, 0, 1] {
      file.press(side, [.escape, .escape, .escape])
      file.save(side)
    }
    let ends = file.sides.compactMap(\.state.document)
    #expect(ends.map(\.demarche) == [file.content, file.content])
    #expect(ends.allSatisfy { $0.saved.isSafe })
    #expect(lines.subtracting(file.content.historique).isEmpty)
    #expect(file.content.constats().filter { $0.gravite == .erreur } == [])
  }

  @Test(arguments: 1...10)
  func `whatever two people type at once is there in the end`(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    var file = SharedFile(try example())
    var typed: [String] = []
    for step in 0..<60 {
      let side = random.number(2)
      switch random.number(4) {
      case 0: file.save(side)
      case 1:
        typed.append("Dit \(step) par \(side)")
        file.press(
          side,
          [.escape, .escape, .escape, .character("n")] + typed[typed.count - 1].map(Key.character))
        if random.number(2) == 0 { file.save(side) }
        file.press(side, [.enter, .character("u"), .character("o"), .escape, .escape])
      case 2:
        // Over a text: the words of both sides stay, in the text or in the historique.
        typed.append("Mot\(step)x\(side)")
        file.press(side, [.escape, .escape, .escape, .home, .enter])
        file.press(side, typed[typed.count - 1].map(Key.character))
        if random.number(2) == 0 { file.save(side) }
        file.press(side, [.enter, .escape])
      default:
        file.press(side, [.escape, [.up, .down][random.number(2)]])
      }
    }
    for side in [0, 1, 0, 1, 0, 1] {
      file.press(side, [.escape, .escape])
      file.save(side)
    }
    #expect(file.sides.map { $0.state.document?.demarche } == [file.content, file.content])
    let texts = file.content.cercles.flatMap { $0.observations.map(\.texte) }
    let values = file.content.historique.flatMap { [$0.avant, $0.apres] }
    let all = (texts + values.map { if case .texte(let text)? = $0 { text } else { "" } })
      .joined(separator: "\n")
    #expect(typed.filter { !all.contains($0) } == [])
  }

  @Test(arguments: 1...15)
  func `undoing everything leaves what others wrote, redoing everything brings ours back`(
    seed: UInt64
  ) throws {
    var random = Seeded(seed: seed)
    var others = try example()
    var state = state(others, Size(100, 30))
    var edits = 0
    for step in 1...12 {
      let now = try #require(state.document?.demarche)
      if random.number(3) == 0 {
        var theirs = now
        Self.writeElsewhere(&theirs, step, &random)
        // The same hand on the démarche as it would be without ours.
        random = random.rewound
        Self.writeElsewhere(&others, step, &random)
        _ = state.update(.elsewhere(Elsewhere(base: now, theirs: theirs, basis: step)))
      } else {
        let effects = ownGesture(&random, step).flatMap { state.update(.event(.key($0))) }
        edits += effects.isEmpty ? 0 : 1
      }
    }
    let ours = try #require(state.document?.demarche)
    for _ in 0..<edits { state.press(.character("u")) }
    #expect(state.press(.character("u")) == [])
    let undone = try #require(state.document?.demarche)
    #expect(undone.untraced == others.untraced, "\(Edit(from: undone, to: others).changes)")
    for _ in 0..<edits { state.press(.control("r")) }
    let redone = try #require(state.document?.demarche)
    #expect(redone.untraced == ours.untraced, "\(Edit(from: redone, to: ours).changes)")
  }
}

extension SharedFileTests {
  /// Keys that do something on the screen of a state, or answer what is asked.
  private func gesture(_ random: inout Seeded, _ step: Int, in state: State) -> [Key] {
    let free: [[Key]] = [
      [.character("r")], [.character("o")], [.character("v")], [.character("!")], [.delete],
      [.character("u")], [.character("u")], [.control("r")], [.tab], [.down], [.down], [.up],
      [.left], [.right], [.character("<")], [.character(">")], [.character("a")],
      [.character("p")], [.character("x")], [.function(4)], [.enter], [.escape], [.end],
    ]
    if random.number(8) == 0 {
      return [.character("n")] + "Dit \(step)".map(Key.character)
        + [.enter, .character("d"), .character("v"), .escape]
    }
    return free[random.number(free.count)]
  }

  /// One change here, of what nobody changes elsewhere.
  private func ownGesture(_ random: inout Seeded, _ step: Int) -> [Key] {
    let moves: [[Key]] = [[], [.down], [.down, .down], [.right], [.right, .down]]
    let move = moves[random.number(moves.count)]
    switch random.number(4) {
    case 0:
      return [.character("3"), .character("n")] + "Dit \(step)".map(Key.character)
        + [.enter, .character("p"), .character("r"), .escape]
    case 1: return [.character("4")] + move + [.character(">")]
    case 2: return [.character("5")] + move + [.character(["a", "p", "x"][random.number(3)])]
    default: return [.character("3")] + move + [.character(["r", "o", "!"][random.number(3)])]
    }
  }

  /// One change elsewhere, of what nobody changes here.
  private static func writeElsewhere(
    _ demarche: inout Demarche, _ step: Int, _ random: inout Seeded
  ) {
    let image = demarche.cercles.count - 1
    random.mark()
    switch random.number(4) {
    case 0: demarche.structure.raisonSociale = "Nom \(step)"
    case 1: demarche.cercles[image].observations[random.number(10)].minorite = "Autrement \(step)"
    case 2: demarche.schema.paliers[random.number(5)].intitule = "Intitulé \(step)"
    default:
      var new = Observation()
      new.id = "e\(step)"
      new.texte = "D’ailleurs \(step)"
      demarche.cercles[image].observations.append(new)
    }
  }
}

extension Document.Saved {
  fileprivate var isSafe: Bool {
    if case .at = self { true } else { false }
  }
}

extension Demarche {
  /// Without the historique; what is put back beside what others put there may stand before it or
  /// after.
  fileprivate var untraced: Demarche {
    var demarche = self
    demarche.historique = []
    for index in demarche.cercles.indices {
      demarche.cercles[index].observations.sort { $0.id < $1.id }
    }
    return demarche
  }
}

/// The same choices from one seed; it can go back to a mark.
private struct Seeded {
  private var state: UInt64
  private var marked: UInt64 = 0

  init(seed: UInt64) {
    state = seed
    // Seeds that follow each other should not give one sequence.
    state = (0..<4).reduce(0) { sum, _ in sum << 16 | UInt64(number(1 << 16)) }
  }

  mutating func mark() { marked = state }

  var rewound: Seeded {
    var random = self
    random.state = marked
    return random
  }

  // SplitMix64.
  mutating func number(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}
