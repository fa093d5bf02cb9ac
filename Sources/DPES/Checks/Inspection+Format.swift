import JSONTree

// What the tables of the format know: keys, ids, empty values, days, periods.
extension Inspection {
  mutating func inspectFormat() {
    var walk = FormatWalk()
    walk.inspect(Demarche.self, tree)
    for (regle, pointer, phrase) in walk.found { note(regle, at: pointer, phrase) }
    let firsts = walk.firsts(in: tree)
    for (pointer, id, key) in walk.doubles {
      let lieu = Lieu.words(for: firsts[key] ?? pointer, in: tree)
      note(.idEnDouble, at: pointer, "L’identifiant \(id.quoted) est déjà celui de\u{A0}: \(lieu).")
    }
  }

  mutating func inspectVersion() {
    guard demarche.isNewer else { return }
    let version = demarche.version
    note(
      .versionRecente, at: ["version"],
      "Le fichier vient d’un Palier plus récent (version \(version) du format) : "
        + "il se lit, et ne se modifie pas.")
  }
}

private struct FormatWalk {
  private(set) var found: [(Constat.Regle, JSONPointer, String)] = []
  /// Where an id is met again, and under which key of ``firsts(in:)``.
  private(set) var doubles: [(JSONPointer, id: String, key: String)] = []
  private var ids: Set<String> = []
  /// The ids whose first place is looked for, on a second walk; nil on the first.
  private var wanted: Set<String>?
  private var firsts: [String: JSONPointer] = [:]
  private var counts: [Constat.Regle: Int] = [:]
  /// Where the walk is.
  private var here = JSONPointer()

  /// Where each of the ids that came twice was met first.
  ///
  /// - Complexity: Another walk when there are any.
  func firsts(in tree: JSONValue) -> [String: JSONPointer] {
    guard !doubles.isEmpty else { return [:] }
    var walk = FormatWalk()
    walk.wanted = Set(doubles.lazy.map(\.key))
    walk.inspect(Demarche.self, tree)
    return walk.firsts
  }

  mutating func inspect<R: Record>(_ type: R.Type, _ value: JSONValue) {
    guard case .object(let object) = value else { return }
    let fields = R.fields
    for member in object.members {
      here.steps.append(.key(member.key))
      if let index = fields.firstIndex(where: { $0.key == member.key }) {
        inspect(member, fields[index])
      } else {
        note(.cleInconnue, "Palier ne connaît pas la clé \(member.key.quoted), et la garde.")
      }
      here.steps.removeLast()
    }
  }

  private mutating func inspect<R: Record>(_ member: JSONObject.Member, _ field: Field<R>) {
    if member.value.isVoid { return noteVoid(member.key, isRequired: field.isRequired) }
    if member.key == "id", case .string(let id) = member.value { inspect(id: id) }
    if field.isScalar { inspect(member.value, within: field.limite) }
    switch field.parts {
    case .none: inspect(member.value, as: field.expected)
    case .one(let type): inspect(type, member.value)
    case .list(let type): inspectList(type, member.value)
    case .byPeriod(let type): inspectPeriods(type, member.value, field.limite)
    }
  }

  private mutating func note(
    _ regle: Constat.Regle, _ phrase: @autoclosure () -> String
  ) {
    guard counts[regle, default: 0] < Constat.most else { return }
    counts[regle, default: 0] += 1
    found.append((regle, here, phrase()))
  }

  private mutating func inspect(_ value: JSONValue, as shape: FormatError.Shape) {
    switch (shape, value) {
    case (.array, .array(let elements)):
      for (index, element) in elements.enumerated() where element.isVoid {
        here.steps.append(.index(index))
        note(.valeurVide, "Un texte de cette liste est vide.")
        here.steps.removeLast()
      }
    case (.day, .string(let text)): inspect(year: Day(iso: text)?.year, text)
    case (.instant, .string(let text)): inspect(year: Instant(iso: text)?.day.year, text)
    default: break
    }
  }

  private mutating func inspect(year: Int?, _ text: String) {
    guard let year, !Day.annees.contains(year) else { return }
    note(.dateInvraisemblable, "La date \(text.quoted) est en l’an \(year).")
  }

  private mutating func inspect(_ value: JSONValue, within limite: Limite?) {
    guard let limite, !limite.attend(value), case .number(let number) = value else { return }
    let key = here.steps.last?.description ?? ""
    note(
      .horsLimites,
      "\(key.quoted) vaut \(number.spelling.prefix(20))\u{A0}: il faudrait \(limite.mots).")
  }

  private mutating func inspectList<R: Record>(_ type: R.Type, _ value: JSONValue) {
    guard case .array(let elements) = value else { return }
    for (index, element) in elements.enumerated() {
      here.steps.append(.index(index))
      inspect(type, element)
      here.steps.removeLast()
    }
  }

  private mutating func inspectPeriods(
    _ type: (any Record.Type)?, _ value: JSONValue, _ limite: Limite?
  ) {
    guard case .object(let object) = value else { return }
    for member in object.members {
      here.steps.append(.key(member.key))
      if Periode.mois(cle: member.key).map({ $0 % Periode.duree == 0 }) != true {
        note(
          .periode,
          "\(member.key.quoted) n’est pas une période (6, 12, 18…)\u{A0}: ce qui y est écrit ne se voit pas."
        )
      }
      inspect(member.value, within: limite)
      if let type {
        inspect(type, member.value)
      } else if member.value.isVoid {
        noteVoid(member.key, isRequired: false)
      }
      here.steps.removeLast()
    }
  }

  private mutating func inspect(id: String) {
    let key = key(of: id)
    if wanted != nil {
      // A place is a list of steps: it is kept for those alone that are met again.
      if wanted?.remove(key) != nil { firsts[key] = here }
    } else if !ids.insert(key).inserted, doubles.count < Constat.most {
      doubles.append((here, id, key))
    }
  }

  /// What an id must not share with another: itself; an argument's, which an observation brings
  /// along into the images that continue it, with where that observation is; what is in another file,
  /// as a transmission's is, with its list.
  private func key(of id: String) -> String {
    let list = here.steps.dropLast(2)
    guard list.last == .key("arguments") || Self.ofOthers.contains(Array(list)) else { return id }
    return "\(JSONPointer(Array(here.steps.dropLast(2))))\u{0}\(id)"
  }

  /// Lists whose ids are those of other démarches.
  private static let ofOthers: [[JSONPointer.Step]] = [
    [.key("transmissions")], [.key("territoire"), .key("structures")],
  ]

  private mutating func noteVoid(_ key: String, isRequired: Bool) {
    if key == "id" {
      note(.idVide, "L’identifiant est vide\u{A0}: rien ne peut y mener.")
    } else if isRequired {
      note(.valeurVide, "\(key.quoted) est vide, et doit dire quelque chose.")
    } else {
      note(
        .valeurVide,
        "\(key.quoted) est vide\u{A0}: quand il n’y a rien à dire, la clé ne s’écrit pas.")
    }
  }
}

extension JSONValue {
  /// What should have been no value at all.
  fileprivate var isVoid: Bool { self == .null || self == .string("") }
}
