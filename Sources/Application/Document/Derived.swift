import DPES

/// What is costly to work out from the démarche, kept beside it, and renewed part by part.
///
/// What one screen alone lists is in the value of that screen (``Ecran/renew(_:)``).
/// Views only map it: no frame costs more because the démarche is large. Parts are compared by
/// value; an array that nobody touched compares in no time, since copies share their storage.
struct Derived: Sendable {
  /// The image that the screens show, sorted by axis.
  private(set) var image: ImageView?
  /// Which state of that image it is.
  private(set) var imageStamp = ImageStamp()
  private(set) var avancement: Avancement?
  /// Participants' initials by id.
  private(set) var initiales: [String: String] = [:]
  /// Those who have left the tour de table.
  private(set) var partis: Set<String> = []
  /// Their collèges, where they have one.
  private(set) var colleges: [String: College] = [:]
  private(set) var links = Links()
  /// By a palier's id: the observations of the image shown that it answers, in its order.
  private(set) var answered: [String: [Observation]] = [:]
  /// Grows with each change of the images.
  private(set) var imagesRevision = 0
  /// What it was last worked out from.
  private(set) var stamp = Stamp()
  /// The démarche that is shown where names are hidden; nil where they are not.
  private(set) var masked: Demarche?

  /// The observations of the image shown by their words, from the first time that they are asked for.
  private var alike = Ressemblances()
  /// Which state of the image ``alike`` is of.
  private var alikeStamp: ImageStamp?
  /// The démarche that this was worked out from.
  private var source = Demarche()
  private var participants: [Participant] = []

  /// All that decides what is derived: while it is the same, nothing has to be looked at.
  struct Stamp: Hashable, Sendable {
    /// Grows with each démarche opened, and with each change of it.
    var opened = 0
    var revision: Int?
    /// The earlier version looked at.
    var version: Version?
    var shown = ShownImage()
    var today = Day(number: 0)
    var hidesNames = false
    /// Which reading of the cycles is known.
    var cycles = 0
  }

  /// Which state of the image shown is worked out: it grows with each change of it.
  struct ImageStamp: Hashable, Sendable {
    private var number = 0
    /// The axes whose observations alone were retouched by the last change; nil when all may differ.
    private var axes: Set<Axe>?

    mutating func renew(_ axes: Set<Axe>? = nil) {
      number += 1
      self.axes = axes
    }

    /// The axes retouched since another state, where that is known.
    func retouched(since before: ImageStamp) -> Set<Axe>? {
      number == before.number ? [] : number == before.number + 1 ? axes : nil
    }
  }

  /// The observation of the image shown that says about the same as a text, the nearest one.
  ///
  /// - Complexity: O(length of the text + observations that share a word with it), once
  ///   ``renewAlike()`` took up the image.
  mutating func lookalike(of texte: String) -> Observation? {
    renewAlike()
    return alike.plusProche(de: texte).flatMap { image?.cercle.observations[$0] }
  }

  /// The observations of the image shown that say about the same, two by two.
  ///
  /// - Complexity: Of an image beyond what a room votes on, none is looked for.
  mutating func lookalikes() -> [(Observation, Observation)] {
    guard let observations = image?.cercle.observations, observations.count <= 1_000 else {
      return []
    }
    renewAlike()
    return alike.paires.map { (observations[$0], observations[$1]) }
  }

  /// Takes up the words of the image shown, where it changed.
  ///
  /// - Complexity: O(observations of the image), the words of each worked out once.
  mutating func renewAlike() {
    guard alikeStamp != imageStamp else { return }
    alike.reprendre((image?.cercle.observations ?? []).map(\.texte))
    alikeStamp = imageStamp
  }

  /// The other observations of the image shown, those that say about the same first, then those of
  /// the same axis.
  ///
  /// - Complexity: O(o log o) in the observations of the image.
  mutating func others(like observation: Observation) -> [Observation] {
    renewAlike()
    let words = Dictionary(
      (image?.cercle.observations ?? []).enumerated().map { ($1.id, alike[$0]) },
      uniquingKeysWith: { first, _ in first })
    let wanted = words[observation.id] ?? Ressemblance(observation.texte)
    var ranked: [(observation: Observation, share: Double)] = []
    for group in image?.groups ?? [] {
      for other in group.observations where other.id != observation.id {
        let share = words[other.id].map(wanted.partCommune) ?? 0
        // A word or two in common says nothing.
        ranked.append((other, share < 0.3 ? 0 : share))
      }
    }
    return ranked.enumerated().sorted { one, two in
      let (a, b) = (one.element, two.element)
      if a.share != b.share { return a.share > b.share }
      let (isNear, isNearToo) = (
        a.observation.axe == observation.axe, b.observation.axe == observation.axe
      )
      return isNear == isNearToo ? one.offset < two.offset : isNear
    }.map(\.element.observation)
  }

  /// The paliers that answer an observation, or an earlier one that it continues.
  func paliers(for observation: String) -> [Palier] {
    links.paliers(for: observation, in: source.schema)
  }

  /// An observation of the image shown; nil when it is not there.
  func observation(_ id: String) -> Observation? {
    image?.cercle.observations.first { $0.id == id }
  }

  /// Whether somebody left the tour de table.
  func hasLeft(_ id: String) -> Bool { partis.contains(id) }

  /// Initials, and whether they left: `SC`, `SC, parti`.
  func who(_ id: String) -> String {
    guard let initials = initiales[id] else { return "quelqu’un qui n’est plus là" }
    return hasLeft(id) ? "\(initials), parti" : initials
  }

  /// The initials of all who follow an indicator, `SC, HV`; nil for nobody.
  func people(of indicateur: Indicateur) -> String? {
    let names = indicateur.personnes.compactMap { initiales[$0] }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  fileprivate mutating func renew(_ demarche: Demarche, _ stamp: Stamp) {
    let today = stamp.today
    let edit = Edit(from: source, to: demarche)
    source = demarche
    let hasNewImages = edit.changesImages
    let isSameShown = self.stamp.shown == stamp.shown && image != nil
    let retouches =
      hasNewImages && isSameShown && stamp.shown.comparedID == nil
      ? edit.observationsRetouchees : nil
    self.stamp = stamp
    masked = stamp.hidesNames ? demarche : nil
    renewParticipants(demarche, le: today)
    let hasNewAnswers = renewAvancement(edit.paliersRetouches, le: today)
    let hasOtherImage = hasNewImages && retouches == nil || !isSameShown
    if hasNewImages { imagesRevision += 1 }
    if hasOtherImage {
      image = ImageView(
        demarche, imageID: stamp.shown.imageID, comparedWith: stamp.shown.comparedID)
      imageStamp.renew()
    }
    if hasNewImages && retouches == nil {
      links = Links(demarche)
    } else if hasNewAnswers {
      links.renew(demarche.schema.paliers)
    }
    if hasOtherImage || hasNewAnswers {
      answered = links.answered(by: demarche.schema.paliers, in: image?.cercle)
    }
    if let retouches { retouch(retouches) }
  }

  private mutating func renewParticipants(_ demarche: Demarche, le today: Day) {
    guard participants != demarche.participants || avancement?.jour != today else { return }
    participants = demarche.participants
    partis = Set(participants.filter { $0.estParti(le: today) }.map(\.id))
    initiales = Dictionary(
      participants.map { ($0.id, $0.initiales ?? "?") }, uniquingKeysWith: { first, _ in first })
    colleges = Dictionary(
      participants.compactMap { one in one.college.map { (one.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes up the schéma and the day; `retouches` are the paliers that say something else, nil when
  /// more than that changed.
  ///
  /// - Returns: Whether other paliers, or other observations that they answer, may be there than before.
  private mutating func renewAvancement(_ retouches: [Int]?, le today: Day) -> Bool {
    if retouches == [], avancement?.jour == today { return false }
    if let retouches, avancement?.jour == today {
      avancement?.retoucher(retouches, dans: source.schema)
    } else {
      avancement = Avancement(source.schema, le: today, depuis: avancement)
    }
    return retouches == nil
  }

  /// Takes up what some observations say since.
  private mutating func retouch(_ retouches: [Int: [Int]]) {
    guard let index = source.cercles.firstIndex(where: { $0.id == image?.cercle.id }),
      let places = retouches[index]
    else { return }
    let cercle = source.cercles[index]
    image?.retouch(places, in: cercle)
    let changed = places.map { cercle.observations[$0] }
    imageStamp.renew(Set(changed.compactMap(\.axe)))
    for observation in changed {
      for palier in paliers(for: observation.id) {
        guard let shown = answered[palier.id]?.firstIndex(where: { $0.id == observation.id }) else {
          continue
        }
        answered[palier.id]?[shown] = observation
      }
    }
  }
}

/// Which image the screens show.
struct ShownImage: Hashable, Sendable {
  /// nil for the last by date.
  var imageID: String?
  /// The image that it is compared with; nil when nothing is compared.
  var comparedID: String?
}

extension State {
  /// Brings what is derived, and what the screens list, up to the state, working out only what
  /// changed.
  mutating func renewDerived() {
    guard isOpen else {
      derived = Derived()
      return
    }
    let stamp = Derived.Stamp(
      opened: opened, revision: document?.revision, version: viewing?.version, shown: shown,
      today: environment.today, hidesNames: hidesNames, cycles: cyclesRevision)
    if derived.stamp != stamp, let demarche = viewing?.demarche ?? document?.demarche {
      derived.renew(hidesNames ? demarche.masquee : demarche, stamp)
    }
    for place in Screen.all { place.ecran.renew(&self) }
  }
}
