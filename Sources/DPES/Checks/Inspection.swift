import JSONTree

/// One reading of a démarche's tree by the rules of ``Constat``.
struct Inspection {
  let tree: JSONValue
  private(set) var constats: [Constat] = []
  /// Where each id was met first.
  private var ids: [String: JSONPointer] = [:]

  init(of tree: JSONValue) { self.tree = tree }

  mutating func run() {
    inspect(Demarche.self, tree, at: JSONPointer())
    inspectVersion()
    inspectLinks()
    inspectRanks()
    inspectValues()
  }

  mutating func note(_ regle: Constat.Regle, at pointer: JSONPointer, _ phrase: String) {
    constats.append(
      Constat(
        regle: regle, pointeur: pointer, lieu: Lieu.words(for: pointer, in: tree), phrase: phrase))
  }
}

// What the tables of the format know: keys, ids, periods.
extension Inspection {
  private mutating func inspect<R: Record>(
    _ type: R.Type, _ value: JSONValue, at pointer: JSONPointer
  ) {
    guard case .object(let object) = value else { return }
    let fields = R.fields
    for member in object.members {
      let place = pointer.appending(member.key)
      guard let field = fields.first(where: { $0.key == member.key }) else {
        note(
          .cleInconnue, at: place, "Palier ne connaît pas la clé « \(member.key) », et la garde.")
        continue
      }
      if member.key == "id" { inspectID(member.value, at: place) }
      if member.value == .null || member.value == .string("") {
        noteEmpty(member.key, isRequired: field.isRequired, at: place)
        continue
      }
      switch field.parts {
      case .none: break
      case .one(let type): inspect(type, member.value, at: place)
      case .list(let type): inspectList(type, member.value, at: place)
      case .byPeriod(let type): inspectPeriods(type, member.value, at: place)
      }
    }
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
      let mois = Int(member.key) ?? 0
      if mois <= 0 || mois % Periode.duree != 0 || mois > Periode.dernierMois
        || String(mois) != member.key
      {
        note(
          .periode, at: place,
          "« \(member.key) » n’est pas une période (6, 12, 18…) : ce qui y est écrit ne se voit pas."
        )
      }
      if let type { inspect(type, member.value, at: place) }
    }
  }

  private mutating func inspectID(_ value: JSONValue, at pointer: JSONPointer) {
    guard case .string(let id) = value, !id.isEmpty else { return }
    if let first = ids[id] {
      let lieu = Lieu.words(for: first, in: tree)
      note(.idEnDouble, at: pointer, "L’identifiant « \(id) » est déjà celui de : \(lieu).")
    } else {
      ids[id] = pointer
    }
  }

  private mutating func noteEmpty(_ key: String, isRequired: Bool, at pointer: JSONPointer) {
    if key == "id" {
      note(.idVide, at: pointer, "L’identifiant est vide : rien ne peut y mener.")
    } else if isRequired {
      note(.valeurVide, at: pointer, "« \(key) » est vide.")
    } else {
      note(
        .valeurVide, at: pointer,
        "« \(key) » est vide : quand il n’y a rien à dire, la clé ne s’écrit pas.")
    }
  }

  private mutating func inspectVersion() {
    guard case .number(let number)? = tree["version"], let version = number.int,
      version > Demarche.currentVersion
    else { return }
    note(
      .versionRecente, at: JSONPointer([.key("version")]),
      "Le fichier vient d’un Palier plus récent (version \(version) du format).")
  }
}
