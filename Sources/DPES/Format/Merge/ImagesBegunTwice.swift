// Images that both sides began on one day, from the same one: they have the same id.
extension ThreeWay<Demarche> {
  /// Makes what both sides began a part of the base, as it was begun: what one of them changed or
  /// took out since is then a change of that side, and no conflict with the other's copy.
  ///
  /// Where one side froze it, what the other has is an image that continues the frozen one: nothing
  /// of it is lost, and the frozen one stays.
  mutating func settleBegunImages() {
    // From a base that nobody knows, what both have was not begun apart.
    guard !base.isBlank else { return }
    let known = Set(base.cercles.map(\.id))
    let theirIDs = Set(theirs.cercles.map(\.id))
    let shared = ours.cercles.map(\.id).filter { !known.contains($0) && theirIDs.contains($0) }
    for id in shared {
      guard let here = ours.image(id), let there = theirs.image(id), here.date == there.date else {
        continue
      }
      if here.figee != there.figee {
        self[here.figee ? .theirs : .ours].continueFrozen(here.figee ? here : there)
      }
    }
    for image in ours.cercles where !known.contains(image.id) {
      guard let other = theirs.image(image.id) else { continue }
      base.cercles.append(base.begun(image, other))
    }
  }
}

extension Demarche {
  fileprivate var isBlank: Bool { self == Demarche().with(\.id, id) }

  fileprivate func image(_ id: String) -> CercleDeQualite? { cercles.first { $0.id == id } }

  /// An image as two others of its id began: what they continue, as it is in this démarche.
  fileprivate func begun(_ image: CercleDeQualite, _ other: CercleDeQualite) -> CercleDeQualite {
    var begun = CercleDeQualite()
    begun.id = image.id
    begun.date = image.date
    begun.regard = image.regard == other.regard ? image.regard : nil
    begun.parQui = image.parQui == other.parQui ? image.parQui : nil
    let earlier = Dictionary(
      cercles.lazy.flatMap(\.observations).map { ($0.id, $0) },
      uniquingKeysWith: { _, last in last })
    var met: Set<String> = []
    for observation in image.observations + other.observations {
      guard met.insert(observation.id).inserted, let origine = observation.origine,
        var copy = earlier[origine]
      else { continue }
      copy.id = observation.id
      copy.origine = origine
      begun.observations.append(copy)
    }
    return begun
  }

  /// Makes an image one that continues a frozen one of the same id, unless there is one already, or
  /// it says nothing else.
  fileprivate mutating func continueFrozen(_ frozen: CercleDeQualite) {
    let id = idDImage(du: frozen.date, apres: frozen.id)
    guard image(id) == nil, let index = cercles.firstIndex(where: { $0.id == frozen.id }),
      !cercles[index].observations.allSatisfy(Set(frozen.observations).contains)
    else { return }
    let held = Set(frozen.observations.map(\.id))
    let votes = Set(frozen.scrutins.map(\.id))
    cercles[index].id = id
    cercles[index].scrutins.removeAll { votes.contains($0.id) }
    for place in cercles[index].observations.indices {
      let observation = cercles[index].observations[place]
      guard held.contains(observation.id) else { continue }
      cercles[index].observations[place].id = IDGenerator.id(of: [id, observation.id])
      cercles[index].observations[place].origine = observation.id
    }
  }
}
