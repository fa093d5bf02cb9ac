import JSONTree

// The schéma: ranks without gap, values of the type that was chosen.
extension Inspection {
  mutating func inspectRanks() {
    var ranks: [String: [Int?]] = [:]
    tree.visit(["schema", "paliers", "*"]) { _, palier in
      guard case .string(let axe)? = palier["axe"] else { return }
      if case .number(let rang)? = palier["rang"] {
        ranks[axe, default: []].append(rang.int)
      } else {
        ranks[axe, default: []].append(nil)
      }
    }
    for axe in Axe.allCases {
      let found = ranks[axe.rawValue] ?? []
      let expected = Array(1..<found.count + 1)
      guard found.compactMap(\.self).sorted() != expected else { continue }
      let words = found.map { $0.map(String.init) ?? "rien" }.joined(separator: ", ")
      note(
        .rang, at: JSONPointer([.key("schema"), .key("paliers")]),
        "Les rangs de l’axe « \(axe.nomCourt) » sont \(words) : il faudrait chacun de 1 à "
          + "\(found.count), une fois.")
    }
  }

  mutating func inspectValues() {
    let places = [["cible"], ["cibles", "*"], ["realises", "*", "valeur"]]
    var wrong: [(JSONPointer, Indicateur.Nature)] = []
    tree.visit(["schema", "paliers", "*", "indicateurs", "*"]) { pointer, indicateur in
      guard case .string(let word)? = indicateur["nature"],
        let nature = Indicateur.Nature(rawValue: word)
      else { return }
      for place in places {
        indicateur.visit(place[...], from: pointer) { pointer, value in
          if !nature.allows(value) { wrong.append((pointer, nature)) }
        }
      }
    }
    for (pointer, nature) in wrong {
      note(.typeDeValeur, at: pointer, "La valeur n’est pas \(nature.words).")
    }
  }
}

extension Indicateur.Nature {
  fileprivate func allows(_ value: JSONValue) -> Bool {
    switch (self, value) {
    case (.nombre, .number), (.pourcentage, .number), (.ouiNon, .bool), (.texte, .string): true
    // An absent value, spelt otherwise.
    case (_, .null), (_, .string("")): true
    default: false
    }
  }

  fileprivate var words: String {
    switch self {
    case .nombre: "un nombre, que veut la nature de l’indicateur"
    case .pourcentage: "un nombre, que veut un pourcentage"
    case .ouiNon: "true ou false, que veut la nature « oui-non »"
    case .texte: "un texte, que veut la nature de l’indicateur"
    }
  }
}
