import JSONTree

/// What a structure wrote of an observation, and gave: to be read, quoted, and joined with what others
/// wrote of the same.
package struct TexteDonne: Hashable, Comparable, Sendable {
  /// The most texts of one structure, and the bytes of all: a line holds them beside the facts.
  static let most = 1000
  static let mostBytes = 256 << 10

  package let axe: Axe?
  package let statut: Statut?
  /// In one line, without what a terminal obeys.
  package let texte: String

  /// nil for a text that says nothing, or was kept by the structure.
  package init?(_ texte: String, axe: Axe?, statut: Statut?) {
    guard texte != Demarche.garde else { return nil }
    let line = texte.split(whereSeparator: Self.separates).joined(separator: " ")
    guard !line.isEmpty else { return nil }
    (self.axe, self.statut, self.texte) = (axe, statut, line)
  }

  /// By the axis, then the statut, then the text, each by its bytes: the same order everywhere.
  package static func < (left: TexteDonne, right: TexteDonne) -> Bool {
    for (one, other) in zip(left.ecrit, right.ecrit) {
      if one.precedes(other) { return true }
      if other.precedes(one) { return false }
    }
    return false
  }

  private var ecrit: [String] { [axe?.rawValue ?? "", statut?.rawValue ?? "", texte] }

  private static func separates(_ character: Character) -> Bool {
    character.isWhitespace
      || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
  }
}

// As lines hold it.
extension TexteDonne {
  /// `[axe, statut, texte]`, empty where there is none.
  var json: JSONValue { .array(ecrit.map { .string($0) }) }

  /// nil for what Palier would not write.
  init?(_ value: JSONValue) {
    guard case .array(let parts) = value, parts.count == 3,
      let axe = String(scalar: parts[0]), let statut = String(scalar: parts[1]),
      let texte = String(scalar: parts[2])
    else { return nil }
    self.init(texte, axe: Axe(rawValue: axe), statut: Statut(rawValue: statut))
    guard ecrit == [axe, statut, texte] else { return nil }
  }

  /// Whether so many texts fit in a line.
  static func tient(_ textes: [TexteDonne]) -> Bool {
    textes.count <= most && textes.reduce(0) { $0 + $1.texte.utf8.count } <= mostBytes
  }
}

extension Demarche {
  /// The texts of its last image on a day, each once: of what was handed over as they are, of a file
  /// whose consent is on paper masked.
  ///
  /// A whole file that was handed over in part says nothing: which words were given is in what was
  /// handed over alone.
  ///
  /// - Throws: ``FormatError`` when the masked démarche is none.
  func textesDonnes(le jour: Day) throws(FormatError) -> [TexteDonne] {
    guard estUnExtrait || transmissions.isEmpty else { return [] }
    var given = self
    if !estUnExtrait {
      var ids = IDGenerator(seed: 0)
      given = try anonymisee(.complet, ids: &ids)
    }
    let known = given.connue(le: jour)
    guard let last = known.imagesParDate.last else { return [] }
    return Set(
      known.cercles[last].observations.compactMap {
        TexteDonne($0.texte, axe: $0.axe, statut: $0.statut)
      }
    ).sorted()
  }
}
