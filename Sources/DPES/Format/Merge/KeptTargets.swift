import JSONTree

// What a side needs, though it did not change it, is made to look changed: then what the other
// side deleted stays, by the same rule as everything that changed.
extension JSONValue {
  private static let mark = JSONObject.Member(key: "\u{0}touched", value: .null)

  func touching(_ ids: Set<String>) -> JSONValue {
    rewriting(ids) { _, object in .object(JSONObject(unique: object.members + [Self.mark])) }
  }

  func untouched(_ ids: Set<String>) -> JSONValue {
    rewriting(ids) { _, object in
      .object(JSONObject(unique: object.members.filter { $0 != Self.mark }))
    }
  }
}

extension Conflict {
  func untouched(_ ids: Set<String>) -> Conflict {
    let versions = ThreeWay(base: base, ours: ours, theirs: theirs)
    return Conflict(at: pointer, versions.map { $0?.untouched(ids) }, kept: kept)
  }
}
