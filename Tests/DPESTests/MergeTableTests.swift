import JSONTree
import Testing

@testable import DPES

@Suite struct MergeTableTests {
  /// Each list of the format: its key, and the keys of its elements, nil when they are scalars.
  private static func lists<R: Record>(of type: R.Type) -> [String: Set<String>?] {
    var lists: [String: Set<String>?] = [:]
    for field in R.fields {
      var parts: (any Record.Type)?
      switch field.parts {
      case .none where field.expected == .array: lists[field.key] = .some(nil)
      case .none: break
      case .one(let type): parts = type
      case .byPeriod(let type): parts = type
      case .list(let type):
        lists[field.key] = keys(of: type)
        parts = type
      }
      if let parts { lists.merge(self.lists(of: parts)) { one, other in one ?? other } }
    }
    return lists
  }

  private static func keys<R: Record>(of type: R.Type) -> Set<String> {
    Set(R.fields.map(\.key))
  }

  @Test func `every list of the format has a rule, and the rule a key that is there`() {
    let lists = Self.lists(of: Demarche.self)
    #expect(lists.count == MergeTable.lists.count)
    for (name, keys) in lists {
      guard let rule = MergeTable.lists[name] else {
        Issue.record("\(name) has no rule")
        continue
      }
      if let keys {
        #expect(rule.key.map(keys.contains) ?? (rule.order != nil), "\(name)")
        #expect(rule.order.map(keys.contains) ?? true, "\(name)")
      } else {
        #expect(rule.key == nil, "\(name)")
      }
    }
  }

  /// The objects that the format writes only when they hold something.
  private static func parts<R: Record>(of type: R.Type) throws -> Set<String> {
    var found: Set<String> = []
    for field in R.fields {
      switch field.parts {
      case .none: continue
      case .list(let type):
        found.formUnion(try parts(of: type))
        continue
      case .one(let type): found.formUnion(try parts(of: type))
      case .byPeriod(let type):
        if let type { found.formUnion(try parts(of: type)) }
      }
      var record = R()
      if !field.isRequired { try field.read(.object([:]), &record) }
      if field.isRequired || field.write(record) == nil { found.insert(field.key) }
    }
    return found
  }

  @Test func `an object that may be blank is never deleted`() throws {
    #expect(try Self.parts(of: Demarche.self) == MergeTable.parts)
    #expect(Set(ProfilStrategique.fields.map(\.key)) == MergeTable.boxes)
  }
}
