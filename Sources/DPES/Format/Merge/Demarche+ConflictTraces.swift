import JSONTree

extension Demarche {
  /// Notes the conflicts of the merge that made this démarche, a line of the historique for each.
  ///
  /// `quoi` is `conflit-` and the key, or `conflit` for a whole element; `avant` is the refused
  /// value, so that it is not lost, `apres` the one that stands. A value that is no scalar is noted
  /// as JSON on one line.
  package mutating func tracer(_ conflicts: [Conflict], _ signature: Signature) {
    let tree = json
    for conflict in conflicts {
      let place = tree.place(of: conflict.pointer)
      tracer(
        place.key.map { "conflit-\($0)" } ?? "conflit", place.objet,
        avant: conflict.refusedValue.flatMap(Valeur.init(noting:)),
        apres: conflict.keptValue.flatMap(Valeur.init(noting:)), signature)
    }
  }

  /// Notes that a person chose between the two values of a conflict: `choix-` and the key.
  package mutating func tracer(
    choix side: Conflict.Side, entre conflict: Conflict, _ reading: Conflict.Reading,
    _ signature: Signature
  ) {
    let values = [conflict.ours, conflict.theirs].map { $0.flatMap(Valeur.init(noting:)) }
    tracer(
      reading.key.map { "choix-\($0)" } ?? "choix", reading.objet,
      avant: side == .ours ? values[1] : values[0], apres: side == .ours ? values[0] : values[1],
      signature)
  }
}

extension Valeur {
  init?(noting value: JSONValue) {
    switch value {
    case .null: return nil
    case .bool, .number, .string: self.init(scalar: value)
    case .array, .object:
      // A line feed inside a text is escaped: those that are left are the layout's.
      let lines = String(decoding: JSONValue.write(value), as: UTF8.self)
        .split(separator: "\n").map { $0.drop { $0 == " " } }
      self = .texte(lines.joined(separator: " "))
    }
  }
}

extension JSONValue {
  /// What a pointer leads to as the historique names it: the id of the element, with what stands
  /// between it and the key, such as a period's month.
  func place(of pointer: JSONPointer) -> (objet: String, key: String?) {
    var value: JSONValue? = self
    var words: [String] = []
    var key: String?
    for step in pointer.steps {
      value = value?.child(at: step)
      if case .key(let name) = step {
        if let key, !Lieu.periodLists.contains(key) { words.append(key) }
        key = name
      } else if let id = value?.id {
        // One without an id is named by what holds it.
        words = [id]
        key = nil
      }
    }
    return (words.joined(separator: "/"), key)
  }
}
