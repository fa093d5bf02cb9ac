import JSONTree

// What the tables of the format know: keys, ids, empty values, days, periods.
extension Inspection {
  mutating func inspectFormat() {
    var walk = FormatWalk()
    walk.inspect(Demarche.self, tree, at: JSONPointer())
    for (regle, pointer, phrase) in walk.found { note(regle, at: pointer, phrase) }
    for (pointer, id, first) in walk.doubles.prefix(Constat.most) {
      let lieu = Lieu.words(for: first, in: tree)
      note(.idEnDouble, at: pointer, "L’identifiant \(id.quoted) est déjà celui de : \(lieu).")
    }
  }

  mutating func inspectVersion() {
    guard demarche.isNewer else { return }
    note(
      .versionRecente, at: ["version"],
      "Le fichier vient d’un Palier plus récent (version \(demarche.version) du format) : "
        + "il se lit, et ne se modifie pas.")
  }
}

private struct FormatWalk {
  private(set) var found: [(Constat.Regle, JSONPointer, String)] = []
  /// Where an id is met again, and where it was met first.
  private(set) var doubles: [(JSONPointer, id: String, first: JSONPointer)] = []
  private var ids: [String: JSONPointer] = [:]
  private var counts: [Constat.Regle: Int] = [:]

  mutating func inspect<R: Record>(_ type: R.Type, _ value: JSONValue, at pointer: JSONPointer) {
    guard case .object(let object) = value else { return }
    let fields = R.fields
    for member in object.members {
      let place = pointer.appending(member.key)
      guard let field = fields.first(where: { $0.key == member.key }) else {
        note(.cleInconnue, place, "Palier ne connaît pas la clé \(member.key.quoted), et la garde.")
        continue
      }
      if member.value.isVoid {
        noteVoid(member.key, isRequired: field.isRequired, at: place)
        continue
      }
      if member.key == "id", case .string(let id) = member.value { inspect(id: id, at: place) }
      switch field.parts {
      case .none: inspect(member.value, as: field.expected, at: place)
      case .one(let type): inspect(type, member.value, at: place)
      case .list(let type): inspectList(type, member.value, at: place)
      case .byPeriod(let type): inspectPeriods(type, member.value, at: place)
      }
    }
  }

  private mutating func note(
    _ regle: Constat.Regle, _ pointer: JSONPointer, _ phrase: @autoclosure () -> String
  ) {
    guard counts[regle, default: 0] < Constat.most else { return }
    counts[regle, default: 0] += 1
    found.append((regle, pointer, phrase()))
  }

  private mutating func inspect(
    _ value: JSONValue, as shape: FormatError.Shape, at pointer: JSONPointer
  ) {
    switch (shape, value) {
    case (.array, .array(let elements)):
      for (index, element) in elements.enumerated() where element.isVoid {
        note(.valeurVide, pointer.appending(index), "Un texte de cette liste est vide.")
      }
    case (.day, .string(let text)): inspect(year: Day(iso: text)?.year, text, at: pointer)
    case (.instant, .string(let text)):
      inspect(year: Instant(iso: text)?.day.year, text, at: pointer)
    default: break
    }
  }

  /// What a facilitator notes happens in her life, or its structure's.
  private mutating func inspect(year: Int?, _ text: String, at pointer: JSONPointer) {
    guard let year, !(1900...2100).contains(year) else { return }
    note(.dateInvraisemblable, pointer, "La date \(text.quoted) est en l’an \(year).")
  }

  private mutating func inspectList<R: Record>(
    _ type: R.Type, _ value: JSONValue, at pointer: JSONPointer
  ) {
    guard case .array(let elements) = value else { return }
    for (index, element) in elements.enumerated() {
      inspect(type, element, at: pointer.appending(index))
    }
  }

  private mutating func inspectPeriods(
    _ type: (any Record.Type)?, _ value: JSONValue, at pointer: JSONPointer
  ) {
    guard case .object(let object) = value else { return }
    for member in object.members {
      let place = pointer.appending(member.key)
      if !Periode.isOne(member.key) {
        note(
          .periode, place,
          "\(member.key.quoted) n’est pas une période (6, 12, 18…) : ce qui y est écrit ne se voit pas."
        )
      }
      if let type {
        inspect(type, member.value, at: place)
      } else if member.value.isVoid {
        noteVoid(member.key, isRequired: false, at: place)
      }
    }
  }

  private mutating func inspect(id: String, at pointer: JSONPointer) {
    if let first = ids[id] {
      doubles.append((pointer, id, first))
    } else {
      ids[id] = pointer
    }
  }

  private mutating func noteVoid(_ key: String, isRequired: Bool, at pointer: JSONPointer) {
    if key == "id" {
      note(.idVide, pointer, "L’identifiant est vide : rien ne peut y mener.")
    } else if isRequired {
      note(.valeurVide, pointer, "\(key.quoted) est vide, et doit dire quelque chose.")
    } else {
      note(
        .valeurVide, pointer,
        "\(key.quoted) est vide : quand il n’y a rien à dire, la clé ne s’écrit pas.")
    }
  }
}

extension JSONValue {
  /// What should have been no value at all.
  fileprivate var isVoid: Bool { self == .null || self == .string("") }
}

extension Periode {
  /// Whether a key of the file names a period.
  fileprivate static func isOne(_ key: String) -> Bool {
    guard let mois = Int(key), String(mois) == key else { return false }
    return mois % duree == 0 && (duree...dernierMois).contains(mois)
  }
}
