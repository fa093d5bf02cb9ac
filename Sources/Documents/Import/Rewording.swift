import DPES

/// Whether a text is another one corrected: what a table says anew under the same number or in the
/// same place.
enum Rewording {
  /// Texts that look like the same thing said twice are; on one axis half of the words are enough,
  /// as the number is the same too.
  static func isCorrection(_ texte: String, _ axe: Axe?, of old: Observation) -> Bool {
    guard axe == nil || old.axe == nil || axe == old.axe else {
      return isNear(texte, old.texte)
    }
    return isNearInPlace(texte, old.texte)
  }

  /// Whether two texts that stand in the same place have half of their words in common, or are near.
  static func isNearInPlace(_ one: String, _ other: String) -> Bool {
    isNear(one, other) || Ressemblance(one).partCommune(avec: Ressemblance(other)) >= 0.5
  }

  /// Whether two texts have about the same words, or differ in one place.
  static func isNear(_ one: String, _ other: String) -> Bool {
    Ressemblance(one).estProche(de: Ressemblance(other)) || isEdited(one, other)
  }

  /// Whether three letters out of four stand before and after one place where two texts differ.
  ///
  /// - Complexity: O(letters).
  static func isEdited(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.folded.utf8), Array(other.folded.utf8))
    let most = max(one.count, other.count)
    guard most > 3 else { return one == other }
    let common = zip(one, other).prefix { $0 == $1 }.count
    let ends = zip(one.dropFirst(common).reversed(), other.dropFirst(common).reversed())
      .prefix { $0 == $1 }.count
    return (common + ends) * 4 >= most * 3
  }
}

/// What the table of a schéma says of paliers and indicators, before any row is taken: a title that
/// is new, where one like it is no longer said, is that one corrected.
struct SaidTitles {
  /// Folded.
  private var paliers: Set<String> = []
  /// By palier, all of them folded.
  private var indicateurs: [String: Set<String>] = [:]
  /// The palier that a new title corrects, by the title folded.
  private var corrected: [String: String] = [:]
  /// Paliers that were there and are not said again.
  private(set) var absent: [Palier] = []

  /// As many pairs of titles as are compared.
  private static let mostPairs = 20_000
  private static let mostIndicateurs = 40

  init() {}

  init(_ rows: [ImportRow], _ demarche: Demarche) {
    var palier = ""
    var new: [String] = []
    let known = Set(demarche.schema.paliers.map(\.intitule.folded))
    for row in rows {
      if let name = row["palier"]?.folded {
        palier = name
        if paliers.insert(name).inserted, !known.contains(name) { new.append(name) }
      }
      if let name = row["indicateur"]?.folded { indicateurs[palier, default: []].insert(name) }
    }
    // A table that says nothing again is another one.
    guard !known.isDisjoint(with: paliers) else { return }
    absent = demarche.schema.paliers.filter { !paliers.contains($0.intitule.folded) }
    guard absent.count * new.count <= Self.mostPairs else { return }
    var found: [String: [String]] = [:]
    for palier in absent {
      let near = new.filter { Rewording.isNear($0, palier.intitule) }
      if near.count == 1 { found[near[0], default: []].append(palier.id) }
    }
    corrected = found.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Whether the table has a palier of that title.
  func says(palier title: String) -> Bool { paliers.contains(title.folded) }

  /// The palier that a new title is a correction of.
  func palier(correctedBy title: String) -> String? { corrected[title.folded] }

  /// The one of a palier's indicators that a new title is a correction of: it is not said again, and
  /// no other is like it, nor any other new title.
  func indicateur(correctedBy title: String, of palier: Palier, called name: String) -> Indicateur?
  {
    let said = indicateurs[name.folded] ?? []
    let gone = palier.indicateurs.filter { !said.contains($0.intitule.folded) }
    guard max(gone.count, said.count) <= Self.mostIndicateurs else { return nil }
    let near = gone.filter { Rewording.isNearInPlace(title, $0.intitule) }
    guard near.count == 1 else { return nil }
    let known = Set(palier.indicateurs.map(\.intitule.folded))
    let rivals = said.filter {
      !known.contains($0) && Rewording.isNearInPlace($0, near[0].intitule)
    }
    return rivals.count == 1 ? near[0] : nil
  }
}
