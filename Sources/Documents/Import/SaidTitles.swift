import DPES

/// What the table of a schéma says of paliers and indicators, before any row is taken: a title that
/// is new, where one like it is no longer said, is that one corrected, or may be.
struct SaidTitles {
  /// A title of a palier that nobody had, folded, and the axis it stands on, where the table says it.
  private struct New {
    let title: String
    let axe: Axe?
  }

  /// Folded.
  private(set) var paliers: Set<String> = []
  /// By palier, all of them folded.
  private var indicateurs: [String: Set<String>] = [:]
  /// The palier that a new title corrects, by the title folded.
  private var corrected: [String: String] = [:]
  /// Those that a new title may be, by the title folded.
  private var maybe: [String: [Palier]] = [:]
  /// Those whose own indicator stands under a new title, though they are said too, by that title.
  private var sharing: [String: Palier] = [:]
  /// Titles, folded, with the axes that rows say of them.
  private var places: Set<String> = []
  /// The axes that rows say.
  private(set) var axes: Set<Axe> = []
  /// Titles of indicators, folded, with the paliers and axes that rows say of them.
  private var proofs: Set<String> = []
  /// Paliers that have an indicator which the table says of others alone, by its title, folded.
  private var parted: [String: [Palier]] = [:]
  /// Paliers that were there and are not said again.
  private(set) var absent: [Palier] = []

  /// As many pairs of titles as are compared.
  private static let mostPairs = 20_000
  /// And of paliers whose indicators are.
  private static let mostProofs = 2_000
  private static let mostIndicateurs = 40
  private static let mostOffered = 4

  init() {}

  init(_ rows: [ImportRow], _ demarche: Demarche) {
    let known = Set(demarche.schema.paliers.map(\.intitule.foldedTitle))
    let (order, new) = read(rows, known)
    let gone = demarche.schema.paliers.filter { !paliers.contains($0.intitule.foldedTitle) }
    share(new, demarche)
    part(demarche, isSame: !known.isDisjoint(with: paliers))
    guard gone.count * new.count <= Self.mostPairs else { return }
    let (own, said) = (Self.ownIndicateurs(demarche), indicateurs)
    pair(gone, new) { title, palier in
      palier.indicateurs.contains {
        own.contains($0.intitule.foldedTitle)
          && said[title]?.contains($0.intitule.foldedTitle) == true
      }
    }
    // A table that says nothing again is another one, unless its indicators are the same.
    let isSame = !known.isDisjoint(with: paliers) || !corrected.isEmpty
    if isSame {
      absent = gone
      pair(gone, new) { title, palier in Rewording.isNear(title, palier.intitule) }
    }
    let left = gone.filter { palier in !corrected.values.contains(palier.id) }
    guard !left.isEmpty else { return }
    let titled = left.map { ($0, Rewording.Title($0.intitule)) }
    let proofs = left.count * new.count <= Self.mostProofs
    for one in new where corrected[one.title] == nil {
      offer(titled, for: one, comparing: proofs)
    }
    if isSame {
      pairPlaces(order, demarche, left)
      pairAlone(new, left)
    }
  }

  /// Keeps the paliers that a new title may correct, the likeliest first: those of about its words or
  /// its indicators on its axis, and those of nearly its words on another.
  private mutating func offer(
    _ left: [(palier: Palier, title: Rewording.Title)], for one: New, comparing proofs: Bool
  ) {
    let title = Rewording.Title(one.title)
    let said = indicateurs[one.title] ?? []
    var (likely, others) = ([Palier](), [Palier]())
    for (palier, old) in left {
      let isSameAxis = one.axe == nil || one.axe == palier.axe
      let isLikely = Rewording.mayBeCorrection(title, old)
      if isLikely,
        isSameAxis || Rewording.isNear(one.title, palier.intitule)
          || proofs && hasAlike(said, of: palier)
      {
        likely.append(palier)
      } else if isSameAxis,
        Rewording.sharesWords(title, old) || proofs && hasLike(said, of: palier)
      {
        others.append(palier)
      }
    }
    if likely.count + others.count > 0 {
      maybe[one.title] = Array((likely + others).prefix(Self.mostOffered))
    }
  }

  /// Whether one of the titles said is about that of an indicator of a palier.
  private func hasLike(_ said: Set<String>, of palier: Palier) -> Bool {
    max(said.count, palier.indicateurs.count) <= Self.mostIndicateurs
      && palier.indicateurs.contains { old in
        said.contains { Rewording.isNearInPlace($0, old.intitule) }
      }
  }

  /// Whether one of the titles said has half of the words of that of an indicator of a palier.
  private func hasAlike(_ said: Set<String>, of palier: Palier) -> Bool {
    guard max(said.count, palier.indicateurs.count) <= Self.mostIndicateurs else { return false }
    let own = palier.indicateurs.map { Rewording.Title($0.intitule) }
    return said.contains { title in
      let title = Rewording.Title(title)
      return own.contains { Rewording.sharesWords(title, $0) }
    }
  }

  /// Offers the one palier of an axis that is gone for the one that is new there.
  private mutating func pairAlone(_ new: [New], _ left: [Palier]) {
    for axe in Axe.allCases {
      let (gone, said) = (left.filter { $0.axe == axe }, new.filter { $0.axe == axe })
      let open = said.filter { corrected[$0.title] == nil }
      guard gone.count == 1, open.count == 1, maybe[open[0].title] == nil else { continue }
      maybe[open[0].title] = gone
    }
  }

  /// Finds new titles that have an indicator of a palier which other rows say, without it.
  private mutating func share(_ new: [New], _ demarche: Demarche) {
    let own = Self.ownIndicateurs(demarche)
    var owners: [String: Palier] = [:]
    for palier in demarche.schema.paliers where paliers.contains(palier.intitule.foldedTitle) {
      let said = indicateurs[palier.intitule.foldedTitle] ?? []
      for title in palier.indicateurs.map(\.intitule.foldedTitle)
      where own.contains(title) && !said.contains(title) {
        owners[title] = palier
      }
    }
    guard !owners.isEmpty else { return }
    for one in new {
      let owner = (indicateurs[one.title] ?? []).sorted().lazy.compactMap { owners[$0] }
        .first { one.axe == nil || one.axe == $0.axe }
      if let owner { sharing[one.title] = owner }
    }
  }

  /// Takes what rows say; the titles in their order, and those of them that are new.
  private mutating func read(
    _ rows: [ImportRow], _ known: Set<String>
  ) -> (order: [New], new: [New]) {
    var (palier, axe) = ("", rows.first?.choices.axe)
    var order: [New] = []
    for row in rows {
      // An axis that is not read is refused with its row.
      do throws(Importation.Reason) {
        let own = try row.axe()
        // A palier is of its axis alone.
        if let own, let before = axe, own != before { palier = "" }
        axe = own ?? axe
      } catch {
        axe = nil
      }
      if let axe { axes.insert(axe) }
      if let name = row["palier"]?.foldedTitle {
        palier = name
        if let axe { places.insert(Self.place(name, axe)) }
        if paliers.insert(name).inserted { order.append(New(title: name, axe: axe)) }
      }
      if let name = row["indicateur"]?.foldedTitle {
        indicateurs[palier, default: []].insert(name)
        proofs.insert(Self.place("\(palier)\n\(name)", axe))
      }
    }
    return (order, order.filter { !known.contains($0.title) })
  }

  /// Finds the indicators that the table says, and not where they are: of paliers that it says, or that
  /// are of an axis it says, where it is a table of this démarche.
  private mutating func part(_ demarche: Demarche, isSame: Bool) {
    let said = indicateurs.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for palier in demarche.schema.paliers {
      let title = palier.intitule.foldedTitle
      let isOfAxis = isSame && (axes.count != 1 || axes.contains(palier.axe))
      guard isOfAxis || says(title, on: palier.axe) else { continue }
      for one in Set(palier.indicateurs.map(\.intitule.foldedTitle)) where said.contains(one) {
        let places = [palier.axe, nil].map { Self.place("\(title)\n\(one)", $0) }
        if proofs.isDisjoint(with: places) { parted[one, default: []].append(palier) }
      }
    }
  }

  /// The paliers that have an indicator of this title, folded, which the table says of others alone.
  func paliers(parted folded: String) -> [Palier] { parted[folded] ?? [] }

  /// Whether rows of a palier, by one of its titles, name an indicator; all folded.
  func says(indicateur folded: String, under names: [String]) -> Bool {
    names.contains { indicateurs[$0]?.contains(folded) == true }
  }

  /// Titles of indicators that one palier has, and no other.
  private static func ownIndicateurs(_ demarche: Demarche) -> Set<String> {
    let all = demarche.schema.paliers.map { Set($0.indicateurs.map(\.intitule.foldedTitle)) }
    let counts = Dictionary(all.joined().map { ($0, 1) }, uniquingKeysWith: +)
    return Set(counts.filter { $0.value == 1 }.keys)
  }

  /// Takes a new title for a palier's where they are alike, and neither is like another.
  private mutating func pair(
    _ gone: [Palier], _ new: [New], where isLike: (String, Palier) -> Bool
  ) {
    let taken = Set(corrected.values)
    var found: [String: [String]] = [:]
    for palier in gone where !taken.contains(palier.id) {
      let like = new.filter { corrected[$0.title] == nil && isLike($0.title, palier) }
      if like.count == 1 { found[like[0].title, default: []].append(palier.id) }
    }
    for (title, ids) in found where ids.count == 1 { corrected[title] = ids[0] }
  }

  /// Offers the palier that stood between the same two others, where as many are new as are gone.
  private mutating func pairPlaces(
    _ order: [New], _ demarche: Demarche, _ left: [Palier]
  ) {
    let ids = Set(left.map(\.id))
    let titles = Dictionary(
      demarche.schema.paliers.map { ($0.id, $0.intitule.foldedTitle) }, uniquingKeysWith: { $1 })
    // A title that corrects one, or is likely to, stands for it.
    let now = { [corrected, maybe] (one: New) in
      let likely = maybe[one.title].flatMap { $0.count == 1 ? $0[0].id : nil }
      return (corrected[one.title] ?? likely).flatMap { titles[$0] } ?? one.title
    }
    for axe in Axe.allCases {
      let there = demarche.schema.paliers(de: axe)
      let said = order.filter { $0.axe == axe }
      let anchors = Set(there.map(\.intitule.foldedTitle)).intersection(said.map(now))
      guard !anchors.isEmpty || there.count == said.count else { continue }
      let before = Gaps(there, anchors, \.intitule.foldedTitle)
      for (place, new) in Gaps(said, anchors, now).items {
        guard let gone = before.items[place], gone.count == new.count else { continue }
        for (palier, one) in zip(gone, new)
        where ids.contains(palier.id) && corrected[one.title] == nil && maybe[one.title] == nil {
          maybe[one.title] = [palier]
        }
      }
    }
  }

  /// What stands between titles that are on both sides.
  private struct Gaps<Item> {
    var items: [String: [Item]] = [:]

    init(_ all: [Item], _ anchors: Set<String>, _ title: (Item) -> String) {
      var (last, open) = ("", [Item]())
      for item in all {
        let name = title(item)
        guard anchors.contains(name) else {
          open.append(item)
          continue
        }
        items["\(last)\n\(name)"] = open
        (last, open) = (name, [])
      }
      items["\(last)\n"] = open
    }
  }

  /// Whether the table has a palier of that title.
  func says(palier title: String) -> Bool { paliers.contains(title.foldedTitle) }

  /// The palier that a new title is a correction of.
  func palier(correctedBy title: String) -> String? { corrected[title.foldedTitle] }

  /// Those that a new title may be a correction of, for a person to say.
  func paliers(maybeCorrectedBy title: String) -> [Palier] { maybe[title.foldedTitle] ?? [] }

  /// One that other rows say, and of which a new title has an indicator.
  func palier(sharing title: String) -> Palier? { sharing[title.foldedTitle] }

  /// Whether the table has a palier of that title, folded, on an axis.
  func says(_ folded: String, on axe: Axe) -> Bool { places.contains(Self.place(folded, axe)) }

  private static func place(_ folded: String, _ axe: Axe?) -> String {
    "\(axe?.rawValue ?? "")\n\(folded)"
  }

  /// A palier, and the titles that rows have for it, folded.
  struct Place {
    let palier: Palier
    let names: [String]
  }

  /// Its indicators that the table does not say again, and titles that it has not; nil where there are
  /// too many.
  private func open(_ place: Place) -> (gone: [Indicateur], new: Set<String>)? {
    let said = place.names.reduce(into: Set<String>()) { $0.formUnion(indicateurs[$1] ?? []) }
    let all = place.palier.indicateurs
    let gone = all.filter { !said.contains($0.intitule.foldedTitle) }
    guard max(gone.count, said.count) <= Self.mostIndicateurs else { return nil }
    return (gone, said.subtracting(all.map(\.intitule.foldedTitle)))
  }

  /// The one of a palier's indicators that a new title is a correction of: it is not said again, and
  /// no other is like it, nor any other new title.
  func indicateur(correctedBy title: String, of place: Place) -> Indicateur? {
    guard let (gone, new) = open(place), !gone.isEmpty else { return nil }
    let near = gone.filter { Rewording.isNearInPlace(title, $0.intitule) }
    guard near.count == 1 else { return nil }
    let rivals = new.filter { Rewording.isNearInPlace($0, near[0].intitule) }
    return rivals.count == 1 ? near[0] : nil
  }

  /// Those of a palier's indicators that a new title may be a correction of, for a person to say: of
  /// about its words, or the only one that is gone where one is new.
  func indicateurs(maybeCorrectedBy title: String, of place: Place) -> [Indicateur] {
    guard let (gone, new) = open(place), !gone.isEmpty else { return [] }
    let words = Rewording.Title(title)
    let near = gone.filter { old in
      let old = Rewording.Title(old.intitule)
      return Rewording.mayBeCorrection(words, old) || Rewording.sharesWords(words, old)
    }
    if !near.isEmpty { return Array(near.prefix(Self.mostOffered)) }
    return gone.count == 1 && new.count == 1 ? gone : []
  }
}
