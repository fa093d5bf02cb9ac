import Foundation
import Testing

/// What `Data/aide` and `Data/suggestions` promise beside their schemas: names of their own, links
/// that lead somewhere.
@Suite struct ShippedDataTests {
  private typealias Object = [String: Any]

  private func file(_ name: String) throws -> Object {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Data/\(name).json").standardized
    return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? Object)
  }

  private func list(_ key: String, of file: Object) throws -> [Object] {
    try #require(file[key] as? [Object], "\(key)")
  }

  private func names(_ key: String, of list: [Object]) -> [String] {
    list.compactMap { $0[key] as? String }
  }

  @Test func `each tool has an id of its own and leads only to others`() throws {
    let tools = try list("outils", of: file("aide/outils"))
    let ids = names("id", of: tools)
    #expect(ids.count == tools.count && Set(ids).count == ids.count && ids.count >= 18)
    for tool in tools {
      let links = try #require(tool["voirAussi"] as? [String])
      #expect(Set(links).isSubset(of: ids) && !links.contains(tool["id"] as? String ?? ""))
    }
  }

  @Test func `the glossary has fifty terms or more, each once, in order, its links known`() throws {
    let entries = try list("termes", of: file("aide/glossaire"))
    let terms = names("terme", of: entries)
    #expect(terms.count >= 50 && Set(terms).count == entries.count)
    let keys = terms.map {
      $0.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        .replacing("œ", with: "oe").replacing("’", with: " ")
    }
    #expect(keys == keys.sorted())
    for entry in entries {
      #expect(Set(entry["voir"] as? [String] ?? []).isSubset(of: terms), "\(entry)")
    }
  }

  /// What a word or a tool says to read is proposed, so that its title can be told.
  @Test func `what the help gives to read is there`() throws {
    let known = Set(
      names("id", of: try #require(try file("suggestions/ressources")["ressources"] as? [Object])))
    for (name, list) in [("outils", "outils"), ("glossaire", "termes")] {
      let entries = try #require(try file("aide/\(name)")[list] as? [Object])
      let read = entries.flatMap { $0["lire"] as? [String] ?? [] }
      #expect(read.count > 10 && Set(read).isSubset(of: known), "\(name)")
    }
  }

  @Test func `each box of the profil stratégique has four to seven questions, each with its id`()
    throws
  {
    let boxes = try #require(
      try file("suggestions/profil-strategique")["profilStrategique"] as? [String: [Object]])
    #expect(boxes.count == 9 && boxes.values.allSatisfy { (4...7).contains($0.count) })
    let ids = boxes.values.flatMap { names("id", of: $0) }
    #expect(Set(ids).count == boxes.values.joined().count)
  }
}
