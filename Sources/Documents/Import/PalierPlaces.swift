import DPES

/// Where paliers stand in the schéma, by their titles and by ids: a table of thousands of rows would
/// look through all of them for each.
struct PalierPlaces {
  /// By title, folded.
  private var byTitle: [String: [Int]] = [:]
  /// By its id, and those of its indicators.
  private var byID: [String: Int] = [:]
  private var counts: [Axe: Int] = [:]

  init() {}

  init(_ demarche: Demarche) {
    for (place, palier) in demarche.schema.paliers.enumerated() { add(palier, at: place) }
  }

  func places(of folded: String) -> [Int] { byTitle[folded] ?? [] }

  func place(ofID id: String) -> Int? { byID[id] }

  func count(of axe: Axe) -> Int { counts[axe] ?? 0 }

  mutating func add(_ palier: Palier, at place: Int) {
    byTitle[palier.intitule.foldedTitle, default: []].append(place)
    counts[palier.axe, default: 0] += 1
    add(id: palier.id, at: place)
    for indicateur in palier.indicateurs { add(id: indicateur.id, at: place) }
  }

  mutating func add(id: String, at place: Int) { byID[id] = byID[id] ?? place }

  /// Keeps that an indicator stands in another palier now.
  mutating func move(id: String, to place: Int) { byID[id] = place }

  mutating func move(from old: Axe, to new: Axe) {
    counts[old, default: 0] -= 1
    counts[new, default: 0] += 1
  }

  mutating func rename(_ place: Int, from old: String, to new: String) {
    byTitle[old.foldedTitle]?.removeAll { $0 == place }
    byTitle[new.foldedTitle, default: []].append(place)
  }
}
