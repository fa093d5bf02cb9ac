import JSONTree

/// How the elements of a list are told apart, and put in order when both sides add some.
struct ListRule: Hashable {
  /// The member that no two elements share; an element without it is known by its whole value, as
  /// are all when it is nil.
  let key: String?
  /// The member that says which of two elements comes first; the key does when it is nil.
  var order: String?
  /// The elements have a rank, which goes from 1 to n.
  var isRanked = false
  /// What the merge calls an element.
  var element = ""

  func key(of element: JSONValue) -> JSONValue {
    key.flatMap { element[$0] } ?? element
  }

  /// Whether an element comes before another, of those that both sides put at one place.
  func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if element == MergeTable.image {
      if left.continues(right) { return false }
      if right.continues(left) { return true }
    }
    if let order, left[order] != right[order] {
      return (left[order] ?? .null).precedes(right[order] ?? .null)
    }
    return key(of: left).precedes(key(of: right))
  }
}

/// What the merge knows of the format.
enum MergeTable {
  static let lists: [String: ListRule] = [
    "acteurs": id, "arguments": id, "engagements": id, "exercices": id,
    "grilles": id, "indicateurs": id, "notes": id, "participants": id,
    "promesses": id, "ressources": id, "scrutins": id, "seances": id,
    "paliers": ListRule(key: "id", isRanked: true),
    "cercles": ListRule(key: "id", element: image),
    // Those of an image; a palier's are ids, known by themselves.
    "observations": id,
    "reponses": ListRule(key: "point"),
    "periodesCloses": ListRule(key: "mois"),
    "resultats": ListRule(key: "option"),
    "parCollege": ListRule(key: "college"),
    // Lines that are written once.
    "corrections": ListRule(key: nil, order: "date"),
    "historique": ListRule(key: nil, order: "quand"),
    // Ids.
    "points": ListRule(key: nil), "presents": ListRule(key: nil),
    // Texts: one that is changed is one taken out and another put in, so that none is lost.
    "elements": ListRule(key: nil), "formulations": ListRule(key: nil),
    "options": ListRule(key: nil),
  ]

  /// Objects that are never gone, only blank: nothing in them is less than a deletion.
  static let parts: Set<String> = boxes.union([
    "candidature", "cibles", "etp", "identifiant", "objectifs", "pilotage", "profilStrategique",
    "realises", "schema", "structure",
  ])

  /// Those whose `etat` says whether they hold `elements`.
  static let boxes: Set<String> = [
    "ambition", "ressourcesInternes", "contraintesInternes", "ressourcesEnvironnement",
    "contraintesEnvironnement", "externalitesPositives", "externalitesNegatives", "mobilisation",
    "priorites",
  ]

  /// What the merge calls the whole file, and an image: no key of the format is spelt so.
  static let file = "*"
  static let image = "cercles/*"

  /// Objects that hold a large part of the file.
  static let spine: Set<String> = [file, image, "schema"]

  /// Objects that mean nothing in halves: a place on the circle, a count of hands.
  static let values: Set<String> = ["mainsLevees", "place"]

  /// What a merge gives by itself, and nobody is asked about: see ``Demarche/merge(base:ours:theirs:)``.
  static let number = "numero"

  /// The rule of a list under a key.
  ///
  /// A list that the format does not know goes by its elements' ids when each has its own;
  /// otherwise nil, and the list is one value.
  static func rule(for name: String, _ versions: Versions<[JSONValue]>) -> ListRule? {
    if let rule = lists[name] { return rule }
    let haveIDs = [versions.base, versions.ours, versions.theirs].allSatisfy { elements in
      let ids = elements.compactMap(\.id)
      return ids.count == elements.count && Set(ids).count == ids.count
    }
    return haveIDs ? id : nil
  }

  private static let id = ListRule(key: "id")
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
