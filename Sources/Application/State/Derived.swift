import DPES
import TerminalUI

/// What is costly to work out from the démarche, kept beside it, and renewed part by part.
///
/// Views only map it: no frame costs more because the démarche is large. Parts are compared by
/// value; an array that nobody touched compares in no time, since copies share their storage.
struct Derived: Sendable {
  /// The image that the cercle shows, sorted by axis.
  private(set) var image: ImageView?
  private(set) var avancement: Avancement?
  private(set) var tableau = TableauRows()
  /// What the tableau lists, and what of it is folded.
  private var listed = TableauListed()
  fileprivate(set) var etat = EtatRows()
  /// What is to be done, while that is shown.
  fileprivate(set) var aFaire = AFaireRows()
  /// Participants' initials by id.
  private(set) var initiales: [String: String] = [:]
  /// Those who have left the tour de table.
  private(set) var partis: Set<String> = []
  /// Their collèges, where they have one.
  private(set) var colleges: [String: College] = [:]
  /// The marks on the circle, for the room there is.
  private(set) var placement: Placement?
  /// The circle's rings, for the room there is.
  private(set) var rings: BraillePlot?
  /// What the grille lists.
  fileprivate(set) var grille = GrilleRows()
  /// What the screens that hang from the tableau show.
  fileprivate(set) var annexes = AnnexeRows()
  private(set) var links = Links()
  /// By a palier's id: the observations of the image shown that it answers, in its order.
  private(set) var answered: [String: [Observation]] = [:]

  /// The words of texts met by ``lookalike(of:)``, worked out once a text.
  private var words: [String: Ressemblance] = [:]
  /// The démarche that this was worked out from.
  private var source = Demarche()
  private var participants: [Participant] = []
  private var imageID: String?
  private var comparedID: String?
  private var circleSize: Size?
  /// What it was last worked out from.
  fileprivate var key: Key?

  /// What decides which points the grille lists; nil while it is not shown.
  fileprivate struct GrilleShown: Hashable {
    var referentielID: String?
    var axe: Axe?
    var isFiltered: Bool
    var dates: GrilleDates?
  }

  fileprivate struct TableauListed: Hashable {
    var filtre = TableauFiltre()
    var plis: Set<String> = []
  }

  /// All that decides what is derived: while it is the same, nothing has to be looked at.
  fileprivate struct Key: Hashable {
    /// Grows with each démarche opened, and with each change of it.
    var opened: Int
    var revision: Int?
    /// The earlier version looked at.
    var version: Version?
    var imageID: String?
    var comparedID: String?
    var today: Day
    var size: Size
    var screen: Screen
    var otherScreen: Screen
    var panelRows: Int
    var isListAlone: Bool
    var grille: GrilleShown?
    /// Whether what is to be done is under the people in charge.
    var isByPerson: Bool
    var ordre: OrdreDuTourDeTable
    /// Whether what the étapes lack is looked at.
    var showsEtapes: Bool
    var listed: TableauListed
  }
}

extension State {
  /// Brings what is derived up to the state, working out only what changed.
  mutating func renewDerived() {
    guard isOpen else {
      derived = Derived()
      return
    }
    let key = Derived.Key(
      opened: opened, revision: document?.revision, version: viewing?.version,
      imageID: cercle.imageID, comparedID: cercle.comparedID,
      today: environment.today, size: size, screen: screen, otherScreen: otherScreen,
      panelRows: panelRows(in: WindowLayout(size).content.height), isListAlone: cercle.isListAlone,
      grille: screen == .grille
        ? Derived.GrilleShown(
          referentielID: referentiel?.id, axe: grille.axe, isFiltered: grille.isFiltered,
          dates: grille.dates) : nil,
      isByPerson: aFaire.parPersonne,
      ordre: etat.ordre, showsEtapes: screen == .etat && etat.section == .etapes,
      listed: Derived.TableauListed(filtre: tableau.filtre, plis: tableau.plis))
    guard derived.key != key, let demarche else { return }
    derived.key = key
    derived.list(key.listed)
    derived.renew(
      demarche, imageID: cercle.imageID, comparedID: cercle.comparedID, today: environment.today,
      etat.ordre, circle: CercleLayout.circle(for: self)?.size)
    if screen == .aFaire, let avancement = derived.avancement {
      derived.aFaire = AFaireRows(
        AFaire(demarche, avancement), parPersonne: aFaire.parPersonne, dAbord: person)
    }
    derived.annexes.renew(demarche, derived.avancement, for: screen)
    if key.showsEtapes { derived.etat.takeParcours(of: demarche, derived.avancement) }
    if screen == .grille, let referentiel {
      derived.grille = GrilleRows(
        referentiel, axe: grille.axe, isFiltered: grille.isFiltered, dates: grille.dates,
        of: demarche, observations: derived.image?.cercle.observations ?? [])
    }
  }
}

extension Derived {
  /// The observation of the image shown that says about the same as a text, the nearest one.
  ///
  /// - Complexity: O(observations of the image), the words of each worked out once.
  mutating func lookalike(of texte: String) -> Observation? {
    let wanted = Ressemblance(texte)
    var best: (observation: Observation, share: Double)?
    for observation in image?.cercle.observations ?? [] {
      let known = ressemblance(observation)
      guard wanted.estProche(de: known) else { continue }
      let share = wanted.partCommune(avec: known)
      if share > best?.share ?? 0 { best = (observation, share) }
    }
    return best?.observation
  }

  /// The other observations of the image shown, those that say about the same first, then those of
  /// the same axis.
  ///
  /// - Complexity: O(o log o) in the observations of the image.
  mutating func others(like observation: Observation) -> [Observation] {
    let wanted = ressemblance(observation)
    var ranked: [(observation: Observation, share: Double)] = []
    for group in image?.groups ?? [] {
      for other in group.observations where other.id != observation.id {
        let share = wanted.partCommune(avec: ressemblance(other))
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

  private mutating func ressemblance(_ observation: Observation) -> Ressemblance {
    if let known = words[observation.texte] { return known }
    let worked = Ressemblance(observation.texte)
    words[observation.texte] = worked
    return worked
  }

  /// Lists what a filter takes of the tableau, but for what is folded.
  fileprivate mutating func list(_ listed: TableauListed) {
    guard listed != self.listed else { return }
    self.listed = listed
    if let avancement { tableau.renew(avancement, filtre: listed.filtre, plis: listed.plis) }
  }

  /// The paliers that answer an observation, or an earlier one that it continues.
  func paliers(for observation: String) -> [Palier] {
    links.paliers(for: observation, in: source.schema)
  }

  /// Asks a filter anew at the next renewal.
  mutating func forgetTableau() {
    guard let avancement else { return }
    tableau = TableauRows(avancement, filtre: listed.filtre, plis: listed.plis)
  }

  fileprivate mutating func renew(
    _ demarche: Demarche, imageID: String?, comparedID: String?, today: Day,
    _ ordre: OrdreDuTourDeTable, circle: Size?
  ) {
    let edit = Edit(from: source, to: demarche)
    source = demarche
    let hasNewImages = edit.changesImages
    let retouches =
      hasNewImages && self.imageID == imageID && comparedID == nil && self.comparedID == nil
      ? edit.observationsRetouchees : nil
    if hasNewImages || !etat.isOf(demarche, le: today, ordre) {
      etat = EtatRows(demarche, le: today, ordre)
    }
    if participants != demarche.participants || avancement?.jour != today {
      participants = demarche.participants
      partis = Set(participants.filter { $0.estParti(le: today) }.map(\.id))
      initiales = Dictionary(
        participants.map { ($0.id, $0.initiales ?? "?") }, uniquingKeysWith: { first, _ in first })
      colleges = Dictionary(
        participants.compactMap { one in one.college.map { (one.id, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    let hasNewAnswers = renewAvancement(edit.paliersRetouches, le: today)
    let hasOtherImage =
      hasNewImages && retouches == nil || self.imageID != imageID || self.comparedID != comparedID
    if hasOtherImage {
      self.imageID = imageID
      self.comparedID = comparedID
      image = ImageView(demarche, imageID: imageID, comparedWith: comparedID)
      placement = nil
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
    if placement == nil || circleSize != circle {
      if circleSize != circle { rings = circle.map(CircleView.rings) }
      circleSize = circle
      placement = circle.flatMap { size in image.map { Placement(of: $0, in: size) } }
    }
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
    if let avancement { tableau.renew(avancement, filtre: listed.filtre, plis: listed.plis) }
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
    if let image { placement?.retouch(Set(changed.compactMap(\.axe)), in: image) }
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
