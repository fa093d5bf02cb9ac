/// The members of an object, in the order met; keys are unique.
package struct JSONObject: Sendable {
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order.
  package private(set) var members: [Member]

  /// Where each key is in `members`; empty while there are few, when looking at each is faster.
  private var places: [String: Int] = [:]

  package init() {
    members = []
  }

  /// Creates an object of members whose keys the caller knows to differ.
  package init(unique members: [Member]) {
    self.members = members
    indexMembers()
  }

  /// The value of a key; setting a new key appends it, setting `nil` removes the member.
  ///
  /// - Complexity: O(1), O(*n*) to remove.
  package subscript(key: String) -> JSONValue? {
    get {
      place(of: key).map { members[$0].value }
    }
    set {
      switch (place(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (nil, let value?): append(Member(key: key, value: value))
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  package var isEmpty: Bool { members.isEmpty }

  package var keys: some Sequence<String> { members.lazy.map(\.key) }
}

extension JSONObject: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.members == right.members
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Creates an object whose members stand in the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}

extension JSONObject {
  private static let countOfFew = 16

  private func place(of key: String) -> Int? {
    places.isEmpty ? members.firstIndex { $0.key == key } : places[key]
  }

  /// Appends a member, unless its key is there already; returns whether it was new.
  @discardableResult
  mutating func append(_ member: Member) -> Bool {
    if places.isEmpty {
      if place(of: member.key) != nil { return false }
    } else if let place = places.updateValue(members.count, forKey: member.key) {
      places[member.key] = place
      return false
    }
    members.append(member)
    if places.isEmpty, members.count > Self.countOfFew { indexMembers() }
    return true
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    if !places.isEmpty { indexMembers() }
  }

  private mutating func indexMembers() {
    places.removeAll(keepingCapacity: true)
    guard members.count > Self.countOfFew else { return }
    places.reserveCapacity(members.count)
    for (place, member) in members.enumerated() { places[member.key] = place }
  }
}
