import JSONTree
import Seeded

@testable import DPES

/// Makes démarches, and edits them as people and other programs would; the same from one seed.
struct MergeGenerator {
  private var random: SeededGenerator
  var ids: IDGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    ids = IDGenerator(seed: seed &* 7919)
  }

  /// A démarche whose links all lead somewhere.
  mutating func demarche() throws -> Demarche {
    var demarche = Demarche(id: ids.next(), raisonSociale: text(), debut: Day(number: 740_000))
    for _ in 0..<number(40) + 15 { edit(&demarche) }
    for index in demarche.cercles.indices where !chance(4) { demarche.cercles[index].figee = false }
    return try demarche.mended()
  }

  /// The same démarche after one to eight edits by somebody else.
  mutating func edited(_ demarche: Demarche, edits: Int? = nil) throws -> Demarche {
    var result = demarche
    for _ in 0..<(edits ?? number(8) + 1) { edit(&result) }
    return try result.mended()
  }
}

extension MergeGenerator: RandomNumberGenerator {
  mutating func next() -> UInt64 { random.next() }

  mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  mutating func chance(_ count: Int) -> Bool { number(count) == 0 }

  mutating func text() -> String { "Texte \(number(1000))" }

  mutating func maybe<Value>(_ value: Value) -> Value? { chance(3) ? nil : value }

  mutating func day() -> Day { Day(number: 740_000 + number(1000)) }

  /// One of a few, so that both sides meet.
  mutating func word() -> String {
    ["a", "b", "c", "d", "e"].randomElement(using: &self) ?? "a"
  }

  mutating func mois() -> Int { 6 * (1 + number(4)) }

  mutating func any<Value>(of values: [Value]) -> Value? {
    values.randomElement(using: &self)
  }

  /// Puts in, takes out, moves or changes an element.
  mutating func edit<Element>(
    _ list: inout [Element], new: (inout Self) -> Element,
    change: (inout Self, inout Element) -> Void
  ) {
    switch number(list.count > 6 ? 8 : 6) {
    case 0, 1: list.insert(new(&self), at: number(list.count + 1))
    case 2...4 where !list.isEmpty: change(&self, &list[number(list.count)])
    case 5 where !list.isEmpty && chance(3):
      list.insert(list.remove(at: number(list.count)), at: number(list.count + 1))
    case _ where !list.isEmpty: list.remove(at: number(list.count))
    default: break
    }
  }

  mutating func edit(_ words: inout [String]) {
    edit(&words) {
      $0.word()
    } change: {
      $1 = $0.word()
    }
    var seen: Set<String> = []
    words.removeAll { !seen.insert($0).inserted }
  }
}

// Trees that are no démarches: known keys where nobody expects them, ids that come twice.
extension MergeGenerator {
  private static let keys: [String] =
    MergeRule.byKey.keys.sorted()
    + ["axe", "figee", "id", "id", "id", "point", "quand", "rang", "x"]

  mutating func tree(depth: Int) -> JSONValue {
    switch number(depth > 0 ? 9 : 5) {
    case 0: return .null
    case 1: return .bool(chance(2))
    case 2: return .number(JSONNumber(number(3)))
    case 3, 4: return .string(word())
    case 5, 6: return .array((0..<number(5)).map { _ in tree(depth: depth - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<number(6) { object[any(of: Self.keys) ?? ""] = tree(depth: depth - 1) }
      return .object(object)
    }
  }

  /// The same tree with a change here and there.
  mutating func altered(_ value: JSONValue) -> JSONValue {
    if chance(12) { return tree(depth: 2) }
    switch value {
    case .array(var elements):
      elements = elements.map { altered($0) }
      if chance(4) { elements.shuffle(using: &self) }
      if chance(4) { elements = elements.filter { _ in !chance(3) } }
      if chance(4) { elements.append(tree(depth: 2)) }
      return .array(elements)
    case .object(let object):
      var result = JSONObject()
      for member in object.members where !chance(8) { result[member.key] = altered(member.value) }
      if chance(4) { result[any(of: Self.keys) ?? ""] = tree(depth: 2) }
      return .object(result)
    default: return value
    }
  }
}

extension Demarche {
  /// The same with ranks 1…n, and without the links that lead nowhere, as every side saves it.
  fileprivate func mended() throws -> Demarche {
    var tree = json.reranked
    while true {
      let mended = try Demarche(file: tree)
      let broken = mended.constats([.lienRompu]).map(\.pointeur)
      if broken.isEmpty { return mended }
      for pointer in broken.sorted(by: { $1.precedes($0) }) {
        tree = tree.replacing(pointer.steps[...], with: nil)
      }
    }
  }
}
