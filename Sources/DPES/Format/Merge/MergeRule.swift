import JSONTree

/// How two sides' changes of a field are put together, where it is neither one value nor an object
/// that the merge enters by its keys.
enum MergeRule: Hashable {
  case list(ListRule)
  /// An object that is never gone, only blank: nothing in it is less than a deletion.
  case part
  /// A part whose `etat` says whether it holds `elements`.
  case box
  /// An object that holds much of the file.
  case large(isPart: Bool)
  /// An object that means nothing in halves.
  case whole
  /// An object some of whose members mean nothing apart, where both sides said one of them otherwise.
  case decision
  /// A number that a merge gives by itself, and nobody is asked about: see
  /// ``Demarche/merge(base:ours:theirs:)``.
  case lowest

  /// By the keys of the format.
  static let byKey = Format.byKey(\.usage.merging)

  var rule: ListRule? {
    if case .list(let rule) = self { rule } else { nil }
  }

  var isPart: Bool { [.part, .box, .large(isPart: true)].contains(self) }
}

/// How the elements of a list are told apart, and put in order when both sides add some.
struct ListRule: Hashable {
  /// The member that no two elements share; an element without it is known by its whole value, as
  /// are all when it is nil.
  let key: String?
  /// The member that says which of two elements comes first; the key does when it is nil.
  var order: String?
  /// The elements have a rank, which goes from 1 to n.
  var isRanked = false
  /// The elements are images, which hold much of the file and continue each other.
  var areImages = false
  /// The elements may hold a decision, whose day, number and reason go with what it says.
  var areDecisions = false

  static let ids = ListRule(key: "id")
  static let ranked = ListRule(key: "id", isRanked: true)
  static let images = ListRule(key: "id", areImages: true)
  static let passages = ListRule(key: "id", areDecisions: true)

  /// How an element is merged.
  var element: MergeRule? {
    areImages ? .large(isPart: false) : areDecisions ? .decision : nil
  }

  func key(of element: JSONValue) -> JSONValue {
    key.flatMap { element[$0] } ?? element
  }

  /// Whether an element comes before another, of those that both sides put at one place.
  func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if areImages {
      if left.continues(right) { return false }
      if right.continues(left) { return true }
    }
    if let order, left[order] != right[order] {
      return (left[order] ?? .null).precedes(right[order] ?? .null)
    }
    return key(of: left).precedes(key(of: right))
  }

  /// The rule of a list that the format does not know: by the ids of its elements, when each has its
  /// own; nil when they have not, and the list is one value.
  static func unknown(_ versions: ThreeWay<[JSONValue]>) -> ListRule? {
    let haveIDs = versions.allSatisfy { elements in
      let ids = elements.compactMap(\.id)
      return ids.count == elements.count && Set(ids).count == ids.count
    }
    return haveIDs ? .ids : nil
  }
}

extension JSONValue {
  /// Whether an image holds what continues an observation of another.
  fileprivate func continues(_ image: JSONValue) -> Bool {
    guard case .array(let observations)? = self["observations"],
      case .array(let earlier)? = image["observations"]
    else { return false }
    let ids = Set(earlier.compactMap(\.id))
    return observations.contains { observation in
      if case .string(let origine)? = observation["origine"] {
        ids.contains(origine)
      } else {
        false
      }
    }
  }

  /// An order of all values, as people expect it of texts and numbers.
  fileprivate func precedes(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left < right
    case (.number(let left), .number(let right)) where left.double != right.double:
      return left.double ?? .infinity < right.double ?? .infinity
    default:
      return JSONValue.write(self).lexicographicallyPrecedes(JSONValue.write(other))
    }
  }

  /// The id of an element; nil for what has none.
  var id: String? {
    guard case .string(let id)? = self["id"] else { return nil }
    return id
  }
}
