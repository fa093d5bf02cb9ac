import Foundation
import JSONTree
import Testing

@testable import DPES

/// What the tables of the records say of a field, where a mistake would go unseen.
@Suite struct UsageTests {
  @Test func `every list of records says what tells its elements apart, which they have`() {
    for place in Format.places where place.expected == .array {
      guard let rule = place.usage.merging?.rule else {
        Issue.record("\(place.path) has no rule")
        continue
      }
      guard let record = place.record else { continue }
      let keys = keys(of: record)
      #expect(rule.key.map(keys.contains) ?? (rule.order != nil), "\(place.path)")
      #expect(rule.order.map(keys.contains) ?? true, "\(place.path)")
      #expect(place.usage.element?.keys.allSatisfy(keys.contains) ?? true, "\(place.path)")
    }
  }

  private func keys<R: Record>(of type: R.Type) -> Set<String> { Set(R.fields.map(\.key)) }

  @Test func `an object that may be blank is never deleted`() throws {
    try expectParts(of: Demarche.self)
    for place in Format.places {
      let isBox = place.record == ProfilStrategique.Boite.self
      #expect((place.usage.merging == .box) == isBox, "\(place.path)")
    }
  }

  private func expectParts<R: Record>(of type: R.Type) throws {
    for field in R.fields {
      switch field.parts {
      case .none: continue
      case .list(let type):
        try expectParts(of: type)
        continue
      case .one(let type): try expectParts(of: type)
      case .byPeriod(let type): if let type { try expectParts(of: type) }
      }
      var record = R()
      if !field.isRequired { try field.read(.object([:]), &record) }
      let mayBeBlank = field.isRequired || field.write(record) == nil
      #expect((field.usage.merging?.isPart ?? false) == mayBeBlank, "\(field.key)")
    }
  }

  /// The merge and the sentences go by the key alone: see ``Format/byKey(_:)``.
  @Test func `what is said of a key is said alike wherever it stands`() {
    for (key, places) in Dictionary(grouping: Format.places, by: \.key) {
      #expect(Set(places.compactMap(\.usage.merging)).count < 2, "\(key)")
      #expect(Set(places.compactMap(\.usage.element?.noun)).count < 2, "\(key)")
      #expect(Set(places.map(\.usage.label)).count < 2, "\(key)")
    }
  }

  @Test func `a link leads to where ids are`() throws {
    let demarche = try exampleDemarche()
    var found: Set<String> = []
    for target in Link.Target.allCases {
      for path in target.paths {
        demarche.json.visit(path) { _, id in
          if case .string(let id) = id { found.insert(id) }
        }
        #expect(Format.places.contains { $0.path == path }, "\(target)")
      }
    }
    #expect(found == demarche.linkTargets)
  }

  @Test func `the schema calls an id what is a link, and nothing else`() throws {
    let schema = try Schema()
    for place in Format.places {
      guard let type = schema.type(at: place.values) else {
        Issue.record("\(place.path) is not in the schema")
        continue
      }
      let isID = place.key == "id" || ![nil, .past].contains(place.usage.link)
      // An option of a vote may be an observation, what the historique is about a period.
      let isText = place.usage.naming == .option || place.usage.link == .past
      #expect((type == "id") == isID || isText, "\(place.path)")
    }
  }

  @Test(arguments: FrozenFile.all.map(\.bytes) + [(try? exampleBytes()) ?? []])
  func `a text that is the id of something stands in a link`(bytes: [UInt8]) throws {
    let tree = try JSONValue.parse(bytes)
    var ids: Set<JSONValue> = []
    for place in Format.places where place.key == "id" && place.path.count > 1 {
      tree.visit(place.path) { _, id in ids.insert(id) }
    }
    for place in Format.places
    where place.key != "id" && place.usage.link == nil && place.usage.naming != .option {
      tree.visit(place.values) { pointer, value in
        #expect(!ids.contains(value), "\(pointer) is a link: say where it leads")
      }
    }
  }
}

/// The published schema, by places.
private struct Schema {
  private let root: JSONValue

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/dpes-1.schema.json").standardized
    root = try JSONValue.parse([UInt8](Data(contentsOf: file)))
  }

  /// The name of the definition that a place has, `""` where it has one of its own; nil for a place
  /// that is not there.
  func type(at path: [String]) -> String? {
    var here = root
    var name = ""
    for step in path {
      let inside =
        if step != "*" {
          here["properties"]?[step]
        } else if let items = here["items"] {
          items
        } else if case .object(let patterns)? = here["patternProperties"] {
          patterns.members.first?.value
        } else {
          JSONValue?.none
        }
      guard var inside else { return nil }
      name = ""
      while case .string(let way)? = inside["$ref"], let last = way.split(separator: "/").last,
        let definition = root["$defs"]?[String(last)]
      {
        name = String(last)
        inside = definition
      }
      here = inside
    }
    return name
  }
}
