import JSONTree

/// One walk down a démarche's tree by the tables of the format.
struct AnonymisationPass {
  private let niveau: Anonymat
  /// The ids of the démarche: what equals one leads somewhere, and is no text.
  let known: Set<String>
  /// What an id becomes that can't stay.
  var renamed: [String: String] = [:]
  private let mask: NameMask
  /// What may be in the codes of référentiels.
  private let namesInCodes: KnownNames
  private lazy var codes = NameMask(namesInCodes)
  /// Inside a vote, what its options become.
  private var options: [String: String] = [:]
  /// Where the walk is.
  private var here = JSONPointer()
  /// The first name of each text that was masked; of many, as many as a check tells.
  private(set) var found: [(pointeur: JSONPointer, nom: NameMask.Found)] = []

  init(_ tree: JSONValue, _ niveau: Anonymat, _ names: KnownNames) {
    self.niveau = niveau
    known = tree.ids
    mask = NameMask(names)
    namesInCodes = names.inCodes
  }

  mutating func stripped(_ tree: JSONValue) -> JSONValue {
    record(Demarche.self, tree) ?? tree
  }

  /// Whether a text names somebody.
  func names(_ text: String) -> Bool { !mask.found(in: text).isEmpty }

  /// nil for what is no object.
  private mutating func record<R: Record>(_ type: R.Type, _ value: JSONValue) -> JSONValue? {
    guard case .object(let object) = value else { return nil }
    if type == Scrutin.self { options = distinctOptions(of: value) }
    defer { if type == Scrutin.self { options = [:] } }
    let fields = R.fields
    var members: [JSONObject.Member] = []
    for member in object.members {
      guard let field = fields.first(where: { $0.key == member.key }) else { continue }
      if let level = field.usage.naming?.removal, level <= niveau {
        tellNames(in: member, of: field.usage.naming)
        continue
      }
      here.steps.append(.key(member.key))
      defer { here.steps.removeLast() }
      // What has to be there, and is empty, names nobody.
      let isEmpty = field.isRequired && member.value == .string("")
      let value = isEmpty ? member.value : self.value(of: field, member.value)
      guard let value else { continue }
      members.append(.init(key: member.key, value: value))
    }
    return .object(JSONObject(unique: members))
  }

  /// A text that goes from a copy is still read in the file.
  private mutating func tellNames(in member: JSONObject.Member, of naming: Naming?) {
    guard naming == .propos, case .string(let text) = member.value else { return }
    here.steps.append(.key(member.key))
    _ = masked(text, mask, naming)
    here.steps.removeLast()
  }

  private mutating func value<R: Record>(of field: Field<R>, _ value: JSONValue) -> JSONValue? {
    switch (field.parts, value) {
    case (.one(let type), _):
      let inside = record(type, value)
      return inside == .object([:]) && !field.isRequired ? nil : inside
    case (.list(let type), .array(let elements)):
      return list(elements) { $0.record(type, $1) }
    case (.byPeriod(let type), .object(let object)):
      var members: [JSONObject.Member] = []
      for member in object.members where Periode.mois(cle: member.key) != nil {
        here.steps.append(.key(member.key))
        defer { here.steps.removeLast() }
        let inside = type.map { record($0, member.value) } ?? scalar(of: field, member.value)
        if let inside { members.append(.init(key: member.key, value: inside)) }
      }
      return members.isEmpty ? nil : .object(JSONObject(unique: members))
    case (.none, .array(let elements)):
      return list(elements) { $0.scalar(of: field, $1) }
    case (.none, _): return scalar(of: field, value)
    case (.list, _), (.byPeriod, _): return nil
    }
  }

  private mutating func list(
    _ elements: [JSONValue], _ value: (inout Self, JSONValue) -> JSONValue?
  ) -> JSONValue {
    var values: [JSONValue] = []
    for (index, element) in elements.enumerated() {
      here.steps.append(.index(index))
      if let inside = value(&self, element) { values.append(inside) }
      here.steps.removeLast()
    }
    return .array(values)
  }

  private mutating func scalar<R: Record>(of field: Field<R>, _ value: JSONValue) -> JSONValue? {
    guard value != .null else { return nil }
    switch field.each {
    // A number, a day, a word of the format.
    case .integer, .number, .boolean, .day, .instant, .oneOf: return value
    case .text, .scalar, .object, .array:
      guard case .string(let text) = value else { return value }
      return text.isEmpty ? nil : self.text(text, of: field).map { .string($0) }
    }
  }

  private mutating func text<R: Record>(_ text: String, of field: Field<R>) -> String? {
    let naming = field.usage.naming
    switch naming {
    // Though an id may be one too.
    case .mot: return text
    case .raisonSociale where niveau == .complet: return Demarche.raisonSocialeAnonyme
    case .objet: return objet(text)
    case .passe:
      let isHarmless =
        Format.words.contains(text) || Day(iso: text) != nil || Instant(iso: text) != nil
      return isHarmless ? text : nil
    case .code: return masked(text, text.isCode ? codes : mask, naming)
    default:
      if let id = id(text) {
        if field.key == "id" { _ = masked(text, mask, naming) }
        return id
      }
      let masked = masked(text, mask, naming)
      return options[text] ?? masked
    }
  }

  private mutating func masked(_ text: String, _ mask: NameMask, _ naming: Naming?) -> String {
    let masked = mask.masked(text)
    guard masked != text, found.count < Constat.most else { return masked }
    // What is there to say who the structure is.
    let isTheirs = naming == .raisonSociale || naming?.removal == .complet
    let name = mask.found(in: text).first {
      !isTheirs || $0.kind == .personne || $0.kind == .organisme
    }
    if let name { found.append((here, name)) }
    return masked
  }

  /// An id as it stands in the result; nil for what is none.
  private func id(_ text: String) -> String? {
    known.contains(text) ? renamed[text] ?? text : nil
  }

  /// The options of a vote, masked: two that become the same, such as two persons, get a number.
  private func distinctOptions(of vote: JSONValue) -> [String: String] {
    var texts: [String] = []
    var met: Set<String> = []
    for place in Format.places(of: Scrutin.self) where place.usage.naming == .option {
      vote.visit(place.values) { _, value in
        guard case .string(let text) = value, id(text) == nil, met.insert(text).inserted
        else { return }
        texts.append(text)
      }
    }
    var counts: [String: Int] = [:]
    var options: [String: String] = [:]
    for text in texts {
      let masked = mask.masked(text)
      counts[masked, default: 0] += 1
      let number = counts[masked] ?? 1
      options[text] = number == 1 ? masked : "\(masked) \(number)"
    }
    return options
  }

  /// The id of what a line of the historique is about, with what stands after it.
  private mutating func objet(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.map { id($0) ?? masked($0, mask, .objet) }.joined(separator: "/")
  }
}

extension String {
  /// Whether it may be the code of a référentiel or of one of its points: no sentence, and no name
  /// as people write it.
  fileprivate var isCode: Bool {
    utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(byte)
    }
  }
}
