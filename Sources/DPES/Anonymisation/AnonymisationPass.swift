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
    record(Demarche.self, tree, at: "") ?? tree
  }

  /// nil for what is no object.
  private func record<R: Record>(
    _ type: R.Type, _ value: JSONValue, at path: String
  ) -> JSONValue? {
    guard case .object(let object) = value else { return nil }
    if path == AnonymisationTable.vote, options.isEmpty {
      var pass = self
      pass.options = distinctOptions(of: value)
      if !pass.options.isEmpty { return pass.record(type, value, at: path) }
    }
    let fields = R.fields
    var members: [JSONObject.Member] = []
    for member in object.members {
      guard let field = fields.first(where: { $0.key == member.key }) else { continue }
      let place = path.isEmpty ? member.key : "\(path)/\(member.key)"
      if let level = AnonymisationTable.removed[place], level <= niveau { continue }
      // What has to be there, and is empty, names nobody.
      let isEmpty = field.isRequired && member.value == .string("")
      let value = isEmpty ? member.value : self.value(of: field, member.value, at: place)
      guard let value else { continue }
      members.append(.init(key: member.key, value: value))
    }
    return .object(JSONObject(unique: members))
  }

  private func value<R: Record>(
    of field: Field<R>, _ value: JSONValue, at path: String
  ) -> JSONValue? {
    switch (field.parts, value) {
    case (.one(let type), _):
      let inside = record(type, value, at: path)
      return inside == .object([:]) && !field.isRequired ? nil : inside
    case (.list(let type), .array(let elements)):
      return .array(elements.compactMap { record(type, $0, at: path) })
    case (.byPeriod(let type), .object(let object)):
      let members = object.members.compactMap { member -> JSONObject.Member? in
        guard Periode.mois(cle: member.key) != nil else { return nil }
        let inside = type.map { record($0, member.value, at: path) } ?? text(member.value, at: path)
        return inside.map { .init(key: member.key, value: $0) }
      }
      return members.isEmpty ? nil : .object(JSONObject(unique: members))
    case (.none, .array(let elements)):
      return .array(elements.compactMap { text($0, at: path) })
    case (.none, _):
      return scalar(field.expected, value, at: path)
    case (.list, _), (.byPeriod, _): return nil
    }
  }

  private func scalar(
    _ shape: FormatError.Shape, _ value: JSONValue, at path: String
  ) -> JSONValue? {
    switch shape {
    case .text, .scalar, .object, .array: text(value, at: path)
    // A number, a day, a word of the format.
    case .integer, .number, .boolean, .day, .instant, .oneOf: value == .null ? nil : value
    }
  }
}

extension AnonymisationPass {
  private func text(_ value: JSONValue, at path: String) -> JSONValue? {
    guard case .string(let text) = value else { return value == .null ? nil : value }
    if text.isEmpty { return nil }
    switch path {
    // Words of the format, though an id may be one too.
    case "format", "schema/paliers/indicateurs/objectifs": return value
    case "structure/raisonSociale" where niveau == .complet:
      return .string(Demarche.raisonSocialeAnonyme)
    case "historique/objet": return .string(objet(text))
    case _ where AnonymisationTable.past.contains(path):
      let isHarmless =
        AnonymisationTable.words.contains(text) || Day(iso: text) != nil
        || Instant(iso: text) != nil
      return isHarmless ? value : nil
    case _ where AnonymisationTable.codes.contains(path): return .string(codes.masked(text))
    default: return .string(id(text) ?? options[text] ?? mask.masked(text))
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
    for path in AnonymisationTable.options {
      vote.visit(path) { _, value in
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
