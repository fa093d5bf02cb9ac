import JSONTree

@testable import DPES

/// Makes démarches from the tables of the format, with a marker in every place where somebody may
/// be named, and those that can be recognised in every text.
struct MarkedDemarche {
  /// What names a person of the tour de table.
  static let persons = ["Prénomzorg", "Nomzorg", "QZX", "Discuzorg", "Inconnuzorg", "Ancienzorg"]
  /// What names an organisation that persons come from, or that acts around the structure.
  static let organisations = ["Orgazorg", "Actezorg", "Engazorg"]
  static let markers =
    persons + organisations + ["Structzorg", "Adrezorg", "918273645", "Lieuzorg", "Preuvzorg"]

  private var random: MergeGenerator
  private var counts: [String: Int] = [:]
  /// The names that were given, which texts may say.
  private var known: [String] = []

  /// Every key of the format once, and none that it does not know.
  private let isWhole: Bool

  init(seed: UInt64, isWhole: Bool = false) {
    random = MergeGenerator(seed: seed)
    self.isWhole = isWhole
  }

  /// Parts that links lead to.
  private static let always: Set = [
    "participants", "acteurs", "seances", "cercles", "observations", "schema", "paliers",
  ]

  private mutating func record<R: Record>(_ type: R.Type, at path: String) -> JSONObject {
    var object = JSONObject()
    for field in R.fields {
      guard isWhole || field.isRequired || Self.always.contains(field.key) || !random.chance(6)
      else {
        continue
      }
      let place = path.isEmpty ? field.key : "\(path)/\(field.key)"
      object[field.key] = value(of: field, at: place)
    }
    if !isWhole, random.chance(2) {
      object["inconnu"] = .object(["Inconnuzorg": .array([.string("chez Inconnuzorg")])])
    }
    return object
  }

  private mutating func value<R: Record>(of field: Field<R>, at path: String) -> JSONValue {
    switch field.parts {
    case .one(let type): return .object(record(type, at: path))
    case .list(let type):
      return .array((0..<many()).map { _ in .object(record(type, at: path)) })
    case .byPeriod(let type):
      var object: JSONObject = ["06": .string("Inconnuzorg"), "Inconnuzorg": .null]
      for key in ["6", "12"] {
        object[key] = type.map { .object(record($0, at: path)) } ?? scalar(field.each, at: path)
      }
      return .object(object)
    case .none where field.expected == .array:
      return .array((0..<many()).map { _ in scalar(field.each, at: path) })
    case .none: return scalar(field.expected, at: path)
    }
  }

  private mutating func many() -> Int { isWhole ? 1 : random.number(3) + 1 }

  private mutating func scalar(_ shape: FormatError.Shape, at path: String) -> JSONValue {
    switch shape {
    case .integer, .number: return path.hasSuffix("version") ? 1.scalar : rank(at: path).scalar
    case .boolean: return random.chance(2).scalar
    case .day: return random.day().scalar
    case .instant: return Instant(seconds: random.number(1_000_000)).scalar
    case .oneOf(let words):
      if path == "schema/paliers/indicateurs/nature" { return .string("texte") }
      if path == "schema/paliers/axe" { return .string("utilite") }
      return .string(random.any(of: words) ?? "")
    case .object: return .object(["structzorg:contrats rouge": .string("presque-toutes")])
    case .text, .scalar, .array:
      return .string(text(at: path))
    }
  }

  private mutating func rank(at path: String) -> Int {
    counts[path, default: 0] += 1
    return path == "schema/paliers/rang" ? counts[path] ?? 0 : 6
  }
}

extension MarkedDemarche {
  private mutating func text(at path: String) -> String {
    let steps = path.split(separator: "/").map(String.init)
    if path == "format" { return "dpes" }
    if steps.last == "id" {
      let list = steps.count > 1 ? steps[steps.count - 2] : "demarche"
      counts[path, default: 0] += 1
      return "\(list)\(counts[path] ?? 0)"
    }
    if let link = Format.links.first(where: { $0.path.filter { $0 != "*" } == steps }) {
      let list = link.target.paths.first?.dropLast(2).last ?? ""
      return "\(list)1"
    }
    if let names = Self.names[path] {
      let name = random.any(of: names) ?? ""
      known.append(name)
      return name
    }
    if let place = Self.places[path] { return place }
    if path.hasSuffix("/lieu") { return "Lieuzorg" }
    if Self.naming[path] == .passe {
      return random.any(of: ["vert", "2026-03-12", "Ancienzorg", "avec Ancienzorg"]) ?? ""
    }
    if Self.naming[path] == .code { return "structzorg:contrats" }
    return sentence()
  }

  private static let names: [String: [String]] = [
    "participants/initiales": ["QZX", "Q.Z.X."],
    "participants/nom": ["Prénomzorg Nomzorg", "NOMZORG Prénomzorg", "Prénomzorg de Nomzorg"],
    "charte/signataire": ["Prénomzorg Nomzorg", "Prénomzorg de Nomzorg"],
    "participants/organisme": ["Orgazorg", "L’Orgazorg", "Ville d’Orgazorg"],
    "structure/raisonSociale": ["Structzorg", "Les Structzorgs", "Association Structzorg"],
    "structure/siren": ["918273645"],
    "structure/adresse": ["4 rue Adrezorg, 62000 Adrezorg"],
    "acteurs/nom": ["Actezorg", "Groupe Actezorg"],
    "schema/paliers/engagements/organisme": ["Engazorg", "Mairie d’Engazorg"],
  ]

  private static let naming = Dictionary(
    uniqueKeysWithValues: Format.places.compactMap { place in
      place.usage.naming.map { (place.path.filter { $0 != "*" }.joined(separator: "/"), $0) }
    })

  private static let places = [
    "schema/paliers/indicateurs/preuve": "Preuvzorg", "notes/discuteAvec": "Discuzorg",
  ]

  /// Where the names of the tree go once all are known.
  private static let blank = "§"

  private mutating func sentence() -> String {
    (0..<random.number(3) + 1).map { _ in "vu avec \(Self.blank)" }.joined(separator: " ; ")
  }

  /// A name as people write it, small or in capitals, in the plural, after an elision.
  private mutating func written(_ name: String) -> String {
    let isShort = TextWord.all(in: name).map(\.text.count).max() ?? 0 < 4
    switch random.number(isShort ? 3 : 8) {
    case 0: return name
    case 1: return name.uppercased()
    case 2: return "l’\(name)"
    case 3: return name.lowercased()
    case 4: return name.hasSuffix("s") ? name : "\(name)s"
    case 5: return name.replacing("é", with: "e\u{301}")
    case 6: return name.folded
    default:
      return TextWord.all(in: name).filter { $0.text.count > 5 }.map { String($0.text) }
        .joined(separator: " d’")
    }
  }
}

extension MarkedDemarche {
  mutating func tree() -> JSONValue {
    let tree = JSONValue.object(record(Demarche.self, at: ""))
    return filled(tree)
  }

  private mutating func filled(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text):
      let parts = text.split(separator: Self.blank, omittingEmptySubsequences: false)
      return .string(
        parts.dropFirst().reduce(String(parts[0])) { $0 + written(any(of: known) ?? "") + $1 })
    case .array(let elements): return .array(elements.map { filled($0) })
    case .object(let object):
      return .object(
        JSONObject(unique: object.members.map { .init(key: $0.key, value: filled($0.value)) }))
    case .null, .bool, .number: return value
    }
  }

  private mutating func any(of names: [String]) -> String? { random.any(of: names) }
}
