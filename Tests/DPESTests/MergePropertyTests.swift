import JSONTree
import Testing

@testable import DPES

/// Two démarches edited from one, and what they make.
private struct Generated {
  let base: Demarche
  let one: Demarche
  let two: Demarche
  let merge: Merge

  init(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    base = try generator.demarche()
    one = try generator.edited(base)
    two = try generator.edited(base)
    merge = Merge(base: base.json, ours: one.json, theirs: two.json)
  }
}

@Suite struct MergePropertyTests {
  @Test(arguments: 0..<150)
  func `a side that changed nothing changes nothing`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    let base = try generator.demarche().json
    let side = try generator.edited(Demarche(file: base), edits: 12).json
    for merge in [
      Merge(base: base, ours: side, theirs: base), Merge(base: base, ours: base, theirs: side),
      Merge(base: base, ours: side, theirs: side),
    ] {
      #expect(merge.merged == side)
      #expect(merge.conflicts == [])
    }
  }

  @Test(arguments: 0..<150)
  func `the result is a démarche without fault`(seed: Int) throws {
    let merge = try Generated(seed: seed).merge
    let read = try Demarche(file: merge.merged)
    #expect(read.faults == [])
  }

  @Test(arguments: 0..<150)
  func `both ways round make the same, conflicts apart`(seed: Int) throws {
    let generated = try Generated(seed: seed)
    let merge = generated.merge
    let reversed = Merge(
      base: generated.base.json, ours: generated.two.json, theirs: generated.one.json)
    #expect(
      Set(merge.conflicts.map { ThreeWay(base: $0.base, ours: $0.ours, theirs: $0.theirs).at($0) })
        == Set(
          reversed.conflicts.map {
            ThreeWay(base: $0.base, ours: $0.theirs, theirs: $0.ours).at($0)
          }))
    // Taking theirs here is what the others have, who kept their own; a frozen image is kept by
    // both.
    let frozen = Set(reversed.conflicts.lazy.filter { $0.kept == .theirs }.map(\.pointer))
    let plain = merge.conflicts.filter { $0.kept == .ours && !frozen.contains($0.pointer) }
    let taken = try Demarche(file: merge.merged.taking(plain))
    #expect(taken == (try Demarche(file: reversed.merged)))
  }

  @Test(arguments: 0..<150)
  func `what one side changed and the other did not touch is there`(seed: Int) throws {
    let generated = try Generated(seed: seed)
    let base = Facts(of: generated.base.json)
    let merged = Facts(of: generated.merge.merged)
    let sides = [Facts(of: generated.one.json), Facts(of: generated.two.json)]
    for (side, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      for place in Set(base.values.keys).union(side.values.keys) {
        let (before, mine) = (base.values[place], side.values[place])
        guard other.values[place] == before, merged.values[place] != mine else { continue }
        // What the other side needs, or changed elsewhere, is not deleted.
        if mine == nil, merged.values[place] == before, !side.owners.contains(place.owner) {
          continue
        }
        #expect(
          generated.merge.conflicts.contains { $0.tells(mine, insteadOf: before) }, "\(place)")
      }
    }
  }

  @Test(arguments: 0..<100)
  func `any three trees merge, and a side that changed nothing changes nothing`(seed: Int) {
    var generator = MergeGenerator(seed: UInt64(seed))
    for _ in 0..<20 {
      let base = generator.tree(depth: 5)
      let ours = generator.chance(2) ? generator.altered(base) : generator.tree(depth: 5)
      let theirs = generator.chance(2) ? generator.altered(base) : generator.tree(depth: 5)
      #expect(Merge(base: base, ours: ours, theirs: base).merged == ours)
      #expect(Merge(base: base, ours: base, theirs: theirs).merged == theirs)
      let merge = Merge(base: base, ours: ours, theirs: theirs)
      _ = merge.merged.taking(merge.conflicts)
    }
  }

  @Test func `trees as deep as a file may be merge`() throws {
    func nested(_ word: String) -> JSONValue {
      (0..<JSONValue.depthLimit / 2).reduce(.object([word: .bool(true)])) { inside, _ in
        .object([
          "observations": .array([.object(["id": .string("a"), "x": inside, "n": .string(word)])])
        ])
      }
    }
    let merge = Merge(base: nested("b"), ours: nested("o"), theirs: nested("t"))
    #expect(merge.conflicts.count == JSONValue.depthLimit / 2)
  }

  @Test(arguments: 0..<150)
  func `undo brings back what was there, and nothing of what others did goes`(seed: Int) throws {
    var generator = MergeGenerator(seed: UInt64(seed))
    let before = try generator.demarche()
    let after = try generator.edited(before, edits: 1)
    let now = try generator.edited(after, edits: 3)
    let undone = try Demarche.merge(base: after, ours: before, theirs: now)
    #expect(undone.merged.faults == [])
    let (facts, known) = (Facts(of: undone.merged.json), Facts(of: after.json))
    for (place, value) in Facts(of: now.json).values
    where known.values[place] == nil && undone.conflicts.isEmpty && !place.isNumber {
      #expect(facts.values[place] == value, "\(place)")
    }
  }
}

extension ThreeWay<JSONValue?> {
  /// A conflict between these at the place of another one, whichever side it keeps.
  fileprivate func at(_ conflict: Conflict) -> Conflict {
    Conflict(at: conflict.pointer, self, kept: .ours)
  }
}

extension Conflict {
  /// Whether a change was refused, and this says so.
  fileprivate func tells(_ value: JSONValue?, insteadOf before: JSONValue?) -> Bool {
    if let value { return refusedValue?.holds(value) ?? false }
    guard let before, let keptValue else { return false }
    return keptValue.holds(before) && !(refusedValue?.holds(before) ?? false)
  }
}

extension JSONValue {
  /// Whether a value is in it, at any depth.
  fileprivate func holds(_ value: JSONValue) -> Bool {
    if self == value { return true }
    switch self {
    case .array(let elements): return elements.contains { $0.holds(value) }
    case .object(let object): return object.members.contains { $0.value.holds(value) }
    default: return false
    }
  }
}

/// What a tree says, each thing at a place that stays the same wherever its owner moves.
private struct Facts {
  struct Place: Hashable {
    let owner: String
    let way: String

    /// A merge gives the numbers of an image anew where they came twice.
    var isNumber: Bool { way == "/numero" }
  }

  private(set) var values: [Place: JSONValue] = [:]
  private(set) var owners: Set<String> = []

  init(of tree: JSONValue) { note(tree, Place(owner: "", way: ""), under: "") }

  private mutating func note(_ value: JSONValue, _ place: Place, under name: String) {
    switch value {
    case .object(let object) where MergeRule.byKey[name] != .whole:
      if let id = value.id { owners.insert(id) }
      for member in object.members where member.key != "rang" {
        let way = place.way + "/" + member.key
        note(member.value, Place(owner: place.owner, way: way), under: member.key)
      }
    case .array(let elements):
      let rule =
        MergeRule.byKey[name]?.rule
        ?? ListRule.unknown(ThreeWay(base: [], ours: elements, theirs: []))
      guard let rule else { fallthrough }
      for element in elements {
        let key = String(decoding: JSONValue.write(rule.key(of: element)), as: UTF8.self)
        let inside = element.id.map { Place(owner: $0, way: "") }
        note(element, inside ?? Place(owner: place.owner, way: place.way + "/" + key), under: "")
      }
    default:
      // Follows from the elements of a box.
      if name != "etat" { values[place] = value }
    }
  }
}
