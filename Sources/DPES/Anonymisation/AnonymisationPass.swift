import JSONTree

/// One walk down a démarche's tree by the tables of the format.
struct AnonymisationPass {
  let niveau: Anonymat
  /// The ids of the démarche: what equals one leads somewhere, and is no text.
  let known: Set<String>
  let renamed: [String: String]
  let mask: NameMask
  /// What is masked in the codes of référentiels.
  let codes: NameMask
  /// Inside a vote, what its options become.
  var options: [String: String] = [:]

  func stripped(_ tree: JSONValue) -> JSONValue {
    record(Demarche.self, tree) ?? tree
  }

  /// nil for what is no object.
  private func record<R: Record>(_ type: R.Type, _ value: JSONValue) -> JSONValue? {
    guard case .object(let object) = value else { return nil }
    if type == Scrutin.self, options.isEmpty {
      var pass = self
      pass.options = distinctOptions(of: value)
      if !pass.options.isEmpty { return pass.record(type, value) }
    }
    let fields = R.fields
    var members: [JSONObject.Member] = []
    for member in object.members {
      guard let field = fields.first(where: { $0.key == member.key }) else { continue }
      if let level = field.usage.naming?.removal, level <= niveau { continue }
      // What has to be there, and is empty, names nobody.
      let isEmpty = field.isRequired && member.value == .string("")
      let value = isEmpty ? member.value : self.value(of: field, member.value)
      guard let value else { continue }
      members.append(.init(key: member.key, value: value))
    }
    return .object(JSONObject(unique: members))
  }

  private func value<R: Record>(of field: Field<R>, _ value: JSONValue) -> JSONValue? {
    switch (field.parts, value) {
    case (.one(let type), _):
      let inside = record(type, value)
      return inside == .object([:]) && !field.isRequired ? nil : inside
    case (.list(let type), .array(let elements)):
      return .array(elements.compactMap { record(type, $0) })
    case (.byPeriod(let type), .object(let object)):
      let members = object.members.compactMap { member -> JSONObject.Member? in
        guard Periode.mois(cle: member.key) != nil else { return nil }
        let inside = type.map { record($0, member.value) } ?? scalar(of: field, member.value)
        return inside.map { .init(key: member.key, value: $0) }
      }
      return members.isEmpty ? nil : .object(JSONObject(unique: members))
    case (.none, .array(let elements)):
      return .array(elements.compactMap { scalar(of: field, $0) })
    case (.none, _): return scalar(of: field, value)
    case (.list, _), (.byPeriod, _): return nil
    }
  }

  private func scalar<R: Record>(of field: Field<R>, _ value: JSONValue) -> JSONValue? {
    guard value != .null else { return nil }
    switch field.each {
    // A number, a day, a word of the format.
    case .integer, .number, .boolean, .day, .instant, .oneOf: return value
    case .text, .scalar, .object, .array:
      guard case .string(let text) = value else { return value }
      return text.isEmpty ? nil : self.text(text, field.usage.naming).map { .string($0) }
    }
  }

  private func text(_ text: String, _ naming: Naming?) -> String? {
    switch naming {
    // Though an id may be one too.
    case .mot: text
    case .raisonSociale where niveau == .complet: Demarche.raisonSocialeAnonyme
    case .objet: objet(text)
    case .passe:
      Format.words.contains(text) || Day(iso: text) != nil || Instant(iso: text) != nil
        ? text : nil
    case .code: codes.masked(text)
    default: id(text) ?? options[text] ?? mask.masked(text)
    }
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
  private func objet(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return parts.map { id($0) ?? mask.masked($0) }.joined(separator: "/")
  }
}
