/// What was made last, and what from: made anew where that differs.
struct Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var last: (key: Key, value: Value)?

  /// What is kept of a key, else what is made of it: the same either way.
  func value(of key: Key, _ make: () -> Value) -> Value {
    if let last, last.key == key { return last.value }
    return make()
  }

  /// Keeps what is made of a key, where it is not kept yet.
  mutating func renew(_ key: Key, _ make: () -> Value) {
    if last?.key != key { last = (key, make()) }
  }
}
