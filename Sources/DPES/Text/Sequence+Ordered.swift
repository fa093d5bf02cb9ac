extension Sequence {
  /// The elements in the order of a key; those that share one stay as they stand.
  ///
  /// - Complexity: O(n log n).
  package func ordered<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
    enumerated().map { (key: key($1), offset: $0, element: $1) }
      .sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.element)
  }
}
