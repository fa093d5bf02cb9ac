import JSONTree

/// What an edit changed in a démarche: both values of that, and nothing of the rest.
///
/// Kept for the way back. A list of ten thousand observations is copied by each edit of one of
/// them; of the copies only what differs is kept here. The historique is no part of it: it only
/// grows.
package struct Edit: Hashable, Sendable {
  /// Blank, but for what changed.
  package private(set) var before = Demarche()
  package private(set) var after = Demarche()
  /// Which of ``fields`` changed.
  private var parts: [Int] = []
  private let changesOthers: Bool
  /// The images that changed; nil when there are others than before, and all are kept.
  private(set) var cuts: [Cut]?

  /// All but the images and the historique.
  private static let fields = Demarche.fields.filter {
    !["cercles", "historique"].contains($0.key)
  }

  /// - Complexity: O(n); arrays that nobody touched compare in no time.
  package init(from before: Demarche, to after: Demarche) {
    for (index, field) in Self.fields.enumerated() where field.differs(before, after) {
      parts.append(index)
      field.copy(before, &self.before)
      field.copy(after, &self.after)
    }
    changesOthers = before.others != after.others
    if changesOthers { (self.before.others, self.after.others) = (before.others, after.others) }
    guard before.cercles.map(\.id) == after.cercles.map(\.id) else {
      self.before.cercles = before.cercles
      self.after.cercles = after.cercles
      return
    }
    let changed = before.cercles.indices.filter { before.cercles[$0] != after.cercles[$0] }
    let cuts = changed.map { Cut(of: $0, before.cercles[$0], after.cercles[$0]) }
    self.before.cercles = cuts.map { $0.taken(from: before) }
    self.after.cercles = cuts.map { $0.taken(from: after) }
    self.cuts = cuts
  }

  /// What takes the edit back.
  package var reversed: Edit {
    var edit = self
    (edit.before, edit.after) = (after, before)
    return edit
  }

  /// Whether it changes nothing.
  package var isEmpty: Bool { parts.isEmpty && !changesOthers && !changesImages }

  /// Makes the edit again in exactly the démarche that it was made in.
  package func applied(to now: Demarche) -> Demarche {
    var result = now
    for index in parts { Self.fields[index].copy(after, &result) }
    if changesOthers { result.others = after.others }
    guard let cuts else {
      result.cercles = after.cercles
      return result
    }
    for (cut, image) in zip(cuts, after.cercles) {
      result.cercles[cut.image] = cut.whole(image, in: now)
    }
    return result
  }

  /// Makes the edit again in a démarche that others changed since, as a merge from before it.
  ///
  /// What it says nothing of is as if they had made it. What they deleted does not come back, but for
  /// what the edit itself adds; a link to it is not made again: `leavesLinks` says so.
  ///
  /// - Throws: ``FormatError`` when the result is no démarche, which two démarches cannot make.
  package func merged(
    into now: Demarche
  ) throws(FormatError) -> (merged: Demarche, conflicts: [Conflict], leavesLinks: Bool) {
    var theirs = now
    theirs.historique = []
    let sides = (side(before, among: now).json, side(after, among: now).json)
    let base = try Demarche(file: sides.0.without(deletedIn: theirs.json, beside: sides.1))
    let ours = try Demarche(file: sides.1.without(deletedIn: theirs.json, beside: sides.0))
    let known = now.linkTargets.union(ours.linkTargets)
    let (left, right) = (try base.linking(only: known), try ours.linking(only: known))
    var (merged, conflicts) = try Demarche.unite(
      base: left.demarche, ours: right.demarche, theirs: theirs)
    merged.historique = now.historique
    merged.renumber(keeping: now)
    return (merged.sharing(now), conflicts, !right.broken.isSubset(of: left.broken))
  }

  /// A side of the merge: what changed, between the neighbours that tell where it stands.
  private func side(_ side: Demarche, among now: Demarche) -> Demarche {
    var side = side
    for (index, cut) in (cuts ?? []).enumerated() {
      guard let image = now.cercles.first(where: { $0.id == side.cercles[index].id }) else {
        continue
      }
      side.cercles[index].observations =
        image.observations.filter { $0.id == cut.previous } + side.cercles[index].observations
        + image.observations.filter { $0.id == cut.next }
    }
    return side
  }
}

extension Demarche {
  /// The ids that links may lead to.
  var linkTargets: Set<String> {
    var ids = Set(participants.map(\.id)).union(acteurs.lazy.map(\.id))
    for image in cercles { ids.formUnion(image.observations.lazy.map(\.id)) }
    ids.formUnion(schema.paliers.lazy.map(\.id))
    ids.formUnion(fiches.lazy.map(\.id))
    ids.formUnion(acteurs.lazy.map(\.id))
    return ids.union(seances.lazy.map(\.id))
  }

  /// The same without the links that lead elsewhere than to these, and the ids that they led to.
  fileprivate func linking(
    only known: Set<String>
  ) throws(FormatError) -> (demarche: Demarche, broken: Set<String>) {
    var tree = json
    var broken: [(pointer: JSONPointer, id: String)] = []
    for link in Format.links {
      tree.visit(link.path) { pointer, value in
        if case .string(let id) = value, !known.contains(id) { broken.append((pointer, id)) }
      }
    }
    guard !broken.isEmpty else { return (self, []) }
    // From the last, so that the places of the others stay.
    for link in broken.sorted(by: { $1.pointer.precedes($0.pointer) }) {
      tree = tree.replacing(link.pointer.steps[...], with: nil)
    }
    return (try Demarche(file: tree), Set(broken.map(\.id)))
  }
}

/// Which observations of an image an edit left alone: the first ones, and the last ones.
struct Cut: Hashable, Sendable {
  /// The index of the image.
  let image: Int
  let first: Int
  private let last: Int
  /// The ids of the observations on both sides of those that changed.
  let previous: String?
  let next: String?

  init(of image: Int, _ before: CercleDeQualite, _ after: CercleDeQualite) {
    let (old, new) = (before.observations, after.observations)
    let count = min(old.count, new.count)
    let first = (0..<count).first { old[$0] != new[$0] } ?? count
    let last =
      (0..<count - first).first { old[old.count - 1 - $0] != new[new.count - 1 - $0] }
      ?? count - first
    self.image = image
    self.first = first
    self.last = last
    previous = old.prefix(first).last?.id
    next = old.suffix(last).first?.id
  }

  /// The image without the observations that were left alone.
  func taken(from demarche: Demarche) -> CercleDeQualite {
    var image = demarche.cercles[image]
    image.observations = Array(image.observations.dropFirst(first).dropLast(last))
    return image
  }

  /// The image with the observations that were left alone.
  func whole(_ image: CercleDeQualite, in demarche: Demarche) -> CercleDeQualite {
    var image = image
    let observations = demarche.cercles[self.image].observations
    image.observations = observations.prefix(first) + image.observations + observations.suffix(last)
    return image
  }
}
