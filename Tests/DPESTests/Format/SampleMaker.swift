import JSONTree

@testable import DPES

/// Makes files from the tables that the program reads and writes by: whatever the format names is
/// there, or may be.
struct SampleMaker {
  private var generator: MergeGenerator
  /// Every key, and one element in each list; otherwise some, at random.
  private let isFull: Bool

  init(seed: UInt64, isFull: Bool = false) {
    generator = MergeGenerator(seed: seed)
    self.isFull = isFull
  }

  mutating func file() -> JSONValue { record(Demarche.self) }

  private mutating func record<R: Record>(_ type: R.Type) -> JSONValue {
    var members: [JSONObject.Member] = []
    for field in R.fields where field.isRequired || isFull || generator.chance(2) {
      members.append(.init(key: field.key, value: value(of: field)))
    }
    if !isFull, generator.chance(6) {
      members.append(.init(key: "inconnu \(generator.number(9))", value: generator.tree(depth: 2)))
    }
    return .object(JSONObject(unique: members))
  }

  private mutating func value<R: Record>(of field: Field<R>) -> JSONValue {
    switch field.parts {
    case .none where field.expected == .array:
      let text = field.key == "points" ? "charte:u1" : nil
      return list { text.map { .string($0) } ?? .string($0.text()) }
    case .none: return scalar(field.expected, of: field.key)
    case .one(let type): return record(type)
    case .list(let type): return list { $0.record(type) }
    case .byPeriod(let type):
      var object = JSONObject()
      for mois in isFull ? [12] : [generator.mois(), generator.mois()] {
        object[String(mois)] =
          type.map { record($0) }
          ?? scalar(field.each, of: field.key)
      }
      return .object(object)
    }
  }

  private mutating func list(_ element: (inout Self) -> JSONValue) -> JSONValue {
    .array((0..<(isFull ? 1 : generator.number(4))).map { _ in element(&self) })
  }

  private mutating func scalar(_ shape: FormatError.Shape, of key: String) -> JSONValue {
    switch (key, shape) {
    case ("format", _): return .string("dpes")
    case ("version", .integer): return .number(JSONNumber(1))
    case ("id", _): return .string(generator.ids.next())
    case ("siren", _): return .string("732829320")
    case (_, .text): return .string(text())
    case ("deplacement", _): return .number(JSONNumber(generator.number(21) - 10))
    case ("seuil", _): return .number(JSONNumber(3 + generator.number(58)))
    case ("echeanceAns", _): return .number(JSONNumber(generator.number(51)))
    case (_, .integer): return .number(JSONNumber(1 + generator.number(60)))
    case (_, .boolean): return .bool(generator.chance(2))
    case (_, .day): return .string(generator.day().iso)
    case (_, .instant):
      let instant = Instant(seconds: generator.number(2_000_000_000)).iso
      return .string(generator.chance(4) ? instant.dropLast() + ".25Z" : instant)
    case (_, .oneOf(let words)): return .string(words[generator.number(words.count)])
    case (_, .scalar):
      return [.bool(true), .string(text()), number()][isFull ? 2 : generator.number(3)]
    case (_, .number): return number()
    case (_, .object): return .object(["charte:u1 rouge": .string("presque-toutes")])
    case (_, .array): return .null
    }
  }

  private mutating func number() -> JSONValue {
    let spellings = ["0", "31", "12.50", "3e1", "1E+2", "0.125"]
    return (try? JSONValue.parse(Array(spellings[generator.number(6)].utf8))) ?? .null
  }

  private mutating func text() -> String {
    let texts = [
      "Le mot", "é œ ’ « »", "日本 👩\u{200D}👧", "\u{1B}[2J\u{0}\u{9B}", "a\nb\t\"c\\", " ", "0",
    ]
    return isFull ? "Texte" : texts[generator.number(texts.count)]
  }
}

extension JSONValue {
  /// The ways to every value in it, itself first.
  var pointers: [JSONPointer] {
    var inside: [JSONPointer] = []
    switch self {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        inside += element.pointers.map { JSONPointer([.index(index)]).appending($0) }
      }
    case .object(let object):
      for member in object.members {
        inside += member.value.pointers.map { JSONPointer([.key(member.key)]).appending($0) }
      }
    default: break
    }
    return [JSONPointer()] + inside
  }
}

extension JSONValue {
  func value(at pointer: JSONPointer) -> JSONValue? {
    pointer.steps.reduce(self) { value, step in
      switch (step, value) {
      case (.key(let key), .object(let object)?): object[key]
      case (.index(let index), .array(let elements)?):
        elements.indices.contains(index) ? elements[index] : nil
      default: nil
      }
    }
  }
}
