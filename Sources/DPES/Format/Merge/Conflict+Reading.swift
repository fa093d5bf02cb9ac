import JSONTree

extension Conflict {
  /// A conflict in a person's words.
  package struct Reading: Hashable, Sendable {
    /// What it is in: `image du 5 novembre 2026, observation 13`.
    package let lieu: String
    /// What that says, when it is not what is in question.
    package let titre: String?
    /// The key in question, as the file spells it and as a person does; nil for a whole element.
    package let key: String?
    package let label: String?
    /// What it is in, as the historique names it.
    package let objet: String
    /// The values of both sides and the one before; nil when there is none.
    package let ours: String?
    package let theirs: String?
    package let base: String?
    /// It is in a frozen image, where nothing changes any more.
    package let isInFrozenImage: Bool

    /// The value of a side.
    package func value(_ side: Side) -> String? { side == .ours ? ours : theirs }
  }

  fileprivate func reading(in tree: JSONValue) -> Reading {
    let (objet, key) = tree.place(of: pointer)
    var container = pointer
    if case .key? = container.steps.last { container.steps.removeLast() }
    return Reading(
      lieu: Lieu.words(for: key == nil ? pointer : container, in: tree),
      titre: key.flatMap { tree.title(at: container, unlike: $0) }, key: key,
      label: key.map(Lieu.label), objet: objet, ours: ours?.words(in: tree),
      theirs: theirs?.words(in: tree), base: base?.words(in: tree),
      isInFrozenImage: isInFrozenImage(of: tree))
  }

  private func isInFrozenImage(of tree: JSONValue) -> Bool {
    guard pointer.steps.count > 2, pointer.steps[0] == .key("cercles"),
      case .index(let index) = pointer.steps[1], case .array(let images)? = tree["cercles"],
      images.indices.contains(index)
    else { return false }
    return images[index]["figee"] == .bool(true)
  }
}

extension Demarche {
  /// Reads the conflicts of a merge, this being what it made.
  ///
  /// - Complexity: O(values) when there are conflicts.
  package func readings(of conflicts: [Conflict]) -> [Conflict.Reading] {
    guard !conflicts.isEmpty else { return [] }
    let tree = json
    return conflicts.map { $0.reading(in: tree) }
  }

  /// The last line of the historique about an object or what it is in, since another state.
  package func derniereTrace(de objet: String, depuis base: Demarche) -> Trace? {
    historique.last { trace in
      guard let named = trace.objet, objet == named || objet.hasPrefix(named + "/") else {
        return false
      }
      return !base.historique.contains(trace)
    }
  }
}

extension JSONValue {
  /// What the last element on the way to a place says of itself, but under a key.
  fileprivate func title(at place: JSONPointer, unlike key: String) -> String? {
    var value: JSONValue? = self
    var title: String?
    for step in place.steps {
      value = value?.child(at: step)
      guard case .index = step else { continue }
      for name in ["texte", "intitule"] where name != key {
        if case .string(let text)? = value?[name] { title = text }
      }
    }
    return title
  }

  /// As a person reads it in a démarche, where the id of a participant stands for their initials, and
  /// any other for what it leads to.
  fileprivate func words(in tree: JSONValue) -> String {
    switch self {
    case .array(let elements):
      return elements.map { $0.words(in: tree) }.joined(separator: ", ")
    case .string(let id):
      if case .array(let participants)? = tree["participants"],
        let participant = participants.first(where: { $0["id"] == .string(id) }),
        case .string(let initiales)? = participant["initiales"]
      {
        return initiales
      }
      return Lieu.name(ofID: id, in: tree) ?? words
    default: return words
    }
  }

  /// « ajourné, 12 décembre 2025, motif : … », of a passage that decides.
  private func decision(_ object: JSONObject) -> String? {
    guard case .string(let word)? = object["issue"], object["etape"] != nil else { return nil }
    let issue = Cycle.Etape.Issue(rawValue: word)?.mot ?? word
    let rest = Passage.decisionKeys.filter { $0 != "issue" }.compactMap { key in
      object[key].map { key == "faitLe" ? $0.words : "\(Lieu.label(key))\u{A0}: \($0.words)" }
    }
    return ([issue] + rest).joined(separator: ", ")
  }

  /// As a person reads it.
  private var words: String {
    switch self {
    case .null: return "vide"
    case .bool(let value): return value ? "oui" : "non"
    case .number(let number): return number.french
    case .string(let text): return Day(iso: text)?.french ?? text
    case .array(let elements): return elements.map(\.words).joined(separator: ", ")
    case .object(let object):
      if let decision = decision(object) { return decision }
      for key in ["texte", "intitule", "titre", "nom", "initiales"] {
        if case .string(let text)? = object[key] { return "«\u{A0}\(text)\u{A0}»" }
      }
      return object.members.filter { $0.key != "id" }
        .map { "\(Lieu.label($0.key))\u{A0}: \($0.value.words)" }.joined(separator: ", ")
    }
  }
}
