import DPES
import TerminalUI

/// The images of the démarche in the order of time, under the circle that shows the chosen one.
///
/// Going through them steps through time; the selection stays on its observation, whatever number
/// of images it lives through.
struct ImageList: Modal {
  var tables: [ActionTable] { [isFigee ? .imagesFrozen : .images] }

  /// What the cercle showed before, for whoever gives up.
  let origin: ShownImage
  let selectedID: String?
  var list: ListView
  /// Whether the chosen image is frozen: the key that freezes opens it again.
  private(set) var isFigee = false

  static func open(_ state: inout State) -> [Effect] {
    let images = state.imagesEtRegards
    let shown = images.lastIndex { $0.id == state.derived.image?.cercle.id } ?? images.count - 1
    state.modes.append(
      ImageList(
        origin: state.shown, selectedID: state.cercle.selectedID,
        list: ListView(selection: shown)))
    state.renewDerived()
    renew(&state)
    return []
  }

  private static func renew(_ state: inout State) {
    guard var list = state.modes.last as? ImageList else { return }
    list.isFigee = chosenImage(state)?.figee == true
    state.replaceMode(list)
  }

  func press(_ key: Key, in state: inout State) -> [Effect] {
    let effects =
      ActionTable.action(for: key, in: heard(state))?.performed(in: &state)
      ?? type(key, in: &state)
    Self.renew(&state)
    return effects
  }

  /// Shows an image, alone or compared with another, the selection on the same observation.
  @discardableResult
  static func show(
    _ state: inout State, _ imageID: String?, comparedWith otherID: String?
  ) -> [Effect] {
    let lineages = state.demarche.map { Lignees($0.cercles) }
    let root = state.cercle.selectedID.flatMap { lineages?.racine(de: $0) }
    state.shown.imageID = imageID
    state.shown.comparedID = otherID
    state.renewDerived()
    let same = state.derived.image?.groups.lazy.flatMap(\.observations)
      .first { root != nil && lineages?.racine(de: $0.id) == root }
    state.cercle.settle(in: state.derived)
    if let same { state.cercle.select(same.id, in: state.derived) }
    CercleEcran.accompany(&state)
    return []
  }

  fileprivate static func chosenImage(_ state: State) -> CercleDeQualite? {
    guard let list = state.modes.last as? ImageList else { return state.derived.image?.cercle }
    let images = state.imagesEtRegards
    return list.list.selectedRow(of: images.count).map { images[$0] }
  }

  /// Why the chosen image can't be frozen or opened; nil when it can.
  fileprivate static func freezingRefusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let image = chosenImage(state) else { return "Il n’y a pas encore d’image." }
    return image.observations.isEmpty
      ? "Cette image est vide\u{A0}: il n’y a rien à figer. n ouvre la saisie." : nil
  }

  fileprivate static func startingRefusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    return state.demarche?.imageOuverte.flatMap { state.demarche?.cercles[$0] }.map {
      "L’image du \($0.date.french) est ouverte\u{A0}: Entrée, puis n, y ajoute ce qui se dit\u{A0}; "
        + "f la fige, avant d’en ouvrir une autre."
    }
  }

  /// Starts the image of the day from the last one, and shows it.
  fileprivate static func startImage(_ state: inout State) -> [Effect] {
    let signature = state.signature
    var started: String?
    let effects = state.change { demarche, ids in
      started = try demarche.commencerImage(signature, ids: &ids)
      return true
    }
    guard let started, state.modes.last is ImageList else { return effects }
    come(&state, to: started)
    state.say(Freezing.begun(state, started))
    return effects
  }

  /// Chooses an image that was just begun, and shows it.
  static func come(_ state: inout State, to started: String) {
    if var list = state.modes.last as? ImageList {
      list.list = ListView(
        selection: state.imagesEtRegards.firstIndex { $0.id == started } ?? 0)
      state.replaceMode(list)
    }
    show(&state, started, comparedWith: nil)
  }

  fileprivate static func comparisonRefusal(_ state: State) -> String? {
    chosenImage(state).map { state.demarche?.aUneImage(avant: $0.id) ?? false } ?? true
      ? nil : "C’est la première image\u{A0}: il n’y en a pas d’avant à comparer."
  }

  /// Why peers can't look at the chosen image; nil when they can.
  fileprivate static func regardRefusal(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard let image = chosenImage(state) else { return "Il n’y a pas encore d’image." }
    if image.regard != nil { return Demarche.RefusDImage.regard.phrase }
    return image.figee ? nil : Demarche.RefusDImage.pasFigee(image).phrase
  }

  /// Compares the chosen image with the one before it, a regard with the image it is of; again, with
  /// none.
  fileprivate static func toggleComparison(_ state: inout State) -> [Effect] {
    guard let chosen = chosenImage(state)?.id, let demarche = state.demarche,
      let before = demarche.imageAvant(chosen)
    else { return [] }
    let isCompared = state.shown.comparedID != nil
    return show(&state, chosen, comparedWith: isCompared ? nil : demarche.cercles[before].id)
  }

  /// Compares with an earlier image of the group's, or a later one, that is still before the one shown.
  fileprivate static func stepCompared(_ state: inout State, by steps: Int) -> [Effect] {
    guard let chosen = chosenImage(state)?.id else { return [] }
    let known = earlier(than: chosen, in: state)
    guard let other = known.firstIndex(of: state.shown.comparedID ?? ""),
      known.indices.contains(other + steps)
    else { return [] }
    return show(&state, chosen, comparedWith: known[other + steps])
  }

  /// The images of the group's that an image may be compared with, by their ids.
  private static func earlier(than id: String, in state: State) -> [String] {
    state.imagesEtRegards.prefix { $0.id != id }.filter { $0.regard == nil }.map(\.id)
  }

  /// Stays on the image shown.
  fileprivate static func keepImage(_ state: inout State) -> [Effect] {
    state.modes.removeLast()
    // Nothing is remembered of the last one: a later image takes its place when it comes.
    if state.shown.imageID == state.images.last?.id { state.shown.imageID = nil }
    state.renewDerived()
    return []
  }

  /// Reads the chosen image back, and stays on it.
  fileprivate static func readChosenImage(_ state: inout State) -> [Effect] {
    keepImage(&state) + ReadBack.open(&state)
  }

  /// Shows again what was shown before.
  fileprivate static func leaveImages(_ state: inout State) -> [Effect] {
    guard let list = state.modes.last as? ImageList else { return [] }
    state.modes.removeLast()
    show(&state, list.origin.imageID, comparedWith: list.origin.comparedID)
    if let id = list.selectedID { state.cercle.select(id, in: state.derived) }
    return []
  }

  static func leaveComparison(_ state: inout State) -> [Effect] {
    if state.screen == .grille {
      GrilleEcran.leaveDates(&state)
      return []
    }
    return show(&state, state.shown.imageID, comparedWith: nil)
  }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var list = self
    let images = state.imagesEtRegards
    let height = ImageList.rows(of: images.count, in: WindowLayout(state.size).content.height) - 1
    guard list.list.handle(key, of: images.count, height: height),
      let chosen = list.list.selectedRow(of: images.count)
    else { return [] }
    state.replaceMode(list)
    // What is compared with is always earlier than what is shown.
    let other = state.shown.comparedID
    let known = ImageList.earlier(than: images[chosen].id, in: state)
    ImageList.show(
      &state, images[chosen].id, comparedWith: other.flatMap { known.contains($0) ? $0 : nil })
    return []
  }

  /// The image chosen, or what changed up to it.
  func showToRoom(_ state: inout State) -> [Effect]? {
    _ = Self.keepImage(&state)
    return WallWindow.toggle(&state)
  }

  func panelRows(_ state: State, in height: Int) -> Int {
    ImageList.rows(of: state.demarche?.cercles.count ?? 0, in: height)
  }
}

extension ActionTable {
  /// What is heard in the list of images, beside moving.
  static let images = ActionTable(
    "images",
    Action(
      "images.rester", [.enter], "Rester sur cette image", short: "rester", weight: 100,
      help: "Ferme la liste\u{A0}; le cercle reste sur l’image choisie.",
      perform: { ImageList.keepImage(&$0) }),
    Action(
      "images.figer", [.character("f")], "Figer, ou rouvrir", short: "figer", weight: 95,
      help:
        "Fige l’image telle qu’elle est, ou rouvre celle qui l’était\u{A0}; l’historique le dit.",
      impossible: { ImageList.freezingRefusal($0) },
      perform: { state in ImageList.chosenImage(state).map { Freezing.toggle(&state, $0) } ?? [] }),
    Action(
      "images.date", [.character("d")], "Date et titre de l’image", short: "date, titre",
      weight: 70, help: "Corrige le jour et le titre de l’image, tant qu’elle n’est pas figée.",
      opensText: true, impossible: { Freezing.refusal($0, ImageList.chosenImage($0)) },
      perform: { state in
        ImageList.chosenImage(state).map { state.openForm(of: $0.id) } ?? []
      }),
    Action(
      "images.relire", [.character("r")], "Relire avant de figer", short: "relire",
      weight: 75, help: "Montre les observations une à une, en grand, pour que le groupe confirme.",
      impossible: { ReadBack.refusal($0) }, perform: { ImageList.readChosenImage(&$0) }),
    Action(
      "images.nouvelle", [.character("n")], "Nouvelle image", short: "nouvelle",
      weight: 85,
      help: "Ouvre l’image du jour, qui reprend toutes les observations de la dernière.",
      opensText: true, impossible: { ImageList.startingRefusal($0) },
      perform: { ImageList.startImage(&$0) }),
    Action(
      "images.ancienne", [.character("a")], "Image d’un jour passé", short: "ancienne", weight: 60,
      help: "Ouvre une image d’un jour passé, comme un cercle sur papier, rangée à sa date.",
      opensText: true, impossible: { ImageList.startingRefusal($0) },
      perform: { $0.open(OlderImageForm()) }),
    Action(
      "images.regard", [.character("p")], "Regard des pairs", short: "pairs", weight: 55,
      help:
        "Ouvre, sur une image figée, le cercle que voient des pairs en visite\u{A0}: n et r o v y écrivent tant qu’il est montré.",
      opensText: true, impossible: { ImageList.regardRefusal($0) },
      perform: { state in
        ImageList.chosenImage(state).map { state.open(RegardForm(image: $0.id)) } ?? []
      }),
    Action(
      "images.comparer", [.character("c")], "Comparer à celle d’avant",
      short: "comparer", weight: 80,
      help: "Montre ce que chaque observation est devenue depuis l’image d’avant, ou cesse.",
      impossible: { ImageList.comparisonRefusal($0) }, perform: { ImageList.toggleComparison(&$0) }),
    Action(
      "images.comparer-avant", [.left], "Comparer à une image plus ancienne",
      help: "Compare à celle d’encore avant.", perform: { ImageList.stepCompared(&$0, by: -1) }),
    Action(
      "images.comparer-apres", [.right], "Comparer à une image plus récente",
      help: "Compare à la suivante.", perform: { ImageList.stepCompared(&$0, by: 1) }),
    Action(
      "images.salle", [.character("s"), .function(8)], "Vue salle", short: "salle", weight: 50,
      help: "Montre au mur l’image choisie, ou ce qui a changé jusqu’à elle.",
      perform: { WallWindow.toggle(&$0) }),
    .undo(in: "images", [.character("u"), .function(9)]),
    Action(
      "images.revenir", [.escape, .control("c"), .character("i")], "Revenir",
      short: "revenir", weight: 90, help: "Revient à l’image d’avant.",
      perform: { ImageList.leaveImages(&$0) }))

  /// What is heard where the chosen image is frozen.
  static let imagesFrozen = ActionTable(
    "imagesFrozen",
    images.actions.map { action in
      guard action.id == "images.figer" else {
        return action.heard(in: "figee", short: action.short, weight: action.weight)
      }
      return Action(
        "images.rouvrir", action.keys, "Rouvrir l’image", short: "rouvrir", weight: action.weight,
        help: "Rouvre l’image figée\u{A0}; l’historique le dit.", impossible: action.impossible,
        perform: action.perform)
    })

  /// What is heard while two images are compared.
  static let comparison = ActionTable(
    "comparison",
    Action(
      "comparaison.quitter", [.escape], "Quitter la comparaison",
      short: "quitter la comparaison", weight: 100,
      help: "Revient à l’image seule, ou aux dernières réponses.",
      perform: { ImageList.leaveComparison(&$0) }))
}
