import JSONTree

// Ranks of paliers: an order, merged as one, and not numbers that could conflict.
extension [JSONValue] {
  /// Paliers with ranks 1…n on each axis, without gap, in the order that both sides' ranks give.
  func ranked(asIn versions: ThreeWay<[JSONValue]>) -> [JSONValue] {
    var result = self
    for (axis, indices) in Dictionary(grouping: self.indices, by: { self[$0]["axe"] }) {
      let ids = Set(indices.compactMap { self[$0].id })
      let order = mergedOrder(versions.map { $0.order(on: axis, of: ids) })
      let places = Dictionary(zip(order, order.indices)) { first, _ in first }
      func place(_ index: Int) -> Int { self[index].id.flatMap { places[$0] } ?? Int.max }
      let sorted = indices.sorted { (place($0), $0) < (place($1), $1) }
      for (rank, index) in sorted.enumerated() { result[index] = self[index].withRank(rank + 1) }
    }
    return result
  }

  /// The ids of an axis by (rang, id), each once.
  private func order(on axis: JSONValue?, of ids: Set<String>) -> [String] {
    var missing = ids
    var ranks: [(rank: Int, id: String)] = []
    for palier in self where palier["axe"] == axis {
      guard let id = palier.id, missing.remove(id) != nil else { continue }
      ranks.append((palier.rank ?? Int.max, id))
    }
    return ranks.sorted { $0 < $1 }.map(\.id)
  }
}

extension JSONValue {
  /// The whole tree, the ranks of its paliers 1…n on each axis by (rang, id).
  var reranked: JSONValue {
    guard case .array(let paliers)? = self["schema"]?["paliers"] else { return self }
    let ranked = paliers.ranked(asIn: ThreeWay(base: paliers, ours: paliers, theirs: paliers))
    return replacing([.key("schema"), .key("paliers")], with: .array(ranked))
  }

  fileprivate var rank: Int? {
    guard case .number(let number)? = self["rang"] else { return nil }
    return number.int
  }

  /// The same with another rank; nil is a rank that is still to be given.
  func withRank(_ rank: Int?) -> JSONValue {
    guard rank == nil || self.rank != rank, case .object(var object) = self else { return self }
    object["rang"] = rank.map { .number(JSONNumber($0)) } ?? .null
    return .object(object)
  }
}
