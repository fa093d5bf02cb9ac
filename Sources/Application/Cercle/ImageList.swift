import DPES
import TerminalUI

/// The images of the démarche in the order of time, under the circle that shows the chosen one.
///
/// Going through them steps through time; the selection stays on its observation, whatever number
/// of images it lives through.
struct ImageList: Hashable, Sendable {
  /// What the cercle showed before, for whoever gives up.
  let origin: Shown
  var list: ListView

  struct Shown: Hashable, Sendable {
    let imageID: String?
    let comparedID: String?
    let selectedID: String?
  }
}

extension State {
  /// The images from the first to the last.
  var images: [CercleDeQualite] {
    demarche.map { demarche in demarche.imagesParDate.map { demarche.cercles[$0] } } ?? []
  }

  /// Whether the cercle is shown and compares two images, or the grille two dates.
  var isComparing: Bool {
    switch screen {
    case .cercle: cercle.comparedID != nil
    case .grille: derived.grille.compared != nil
    default: false
    }
  }

  mutating func openImages() -> [Effect] {
    let images = images
    let shown = images.lastIndex { $0.id == derived.image?.cercle.id } ?? images.count - 1
    let origin = ImageList.Shown(
      imageID: cercle.imageID, comparedID: cercle.comparedID, selectedID: cercle.selectedID)
    modes.append(.images(ImageList(origin: origin, list: ListView(selection: shown))))
    renewDerived()
    return []
  }

  mutating func press(_ key: Key, in list: ImageList) -> [Effect] {
    if let action = Action.action(for: key, in: [.images]) {
      return action.performed(in: &self)
    }
    var list = list
    let images = images
    let height = ImageList.rows(of: images.count, in: WindowLayout(size).content.height) - 1
    guard list.list.handle(key, of: images.count, height: height),
      let chosen = list.list.selectedRow(of: images.count)
    else { return [] }
    replaceMode(.images(list))
    // What is compared with is always earlier than what is shown.
    let other = images.firstIndex { $0.id == cercle.comparedID }
    show(images[chosen].id, comparedWith: other.flatMap { $0 < chosen ? images[$0].id : nil })
    return []
  }

  /// Shows an image, alone or compared with another, the selection on the same observation.
  mutating func show(_ imageID: String?, comparedWith otherID: String?) {
    let lineages = demarche.map { Lignees($0.cercles) }
    let root = cercle.selectedID.flatMap { lineages?.racine(de: $0) }
    cercle.imageID = imageID
    cercle.comparedID = otherID
    renewDerived()
    let same = derived.image?.groups.lazy.flatMap(\.observations)
      .first { root != nil && lineages?.racine(de: $0.id) == root }
    cercle.settle(in: derived)
    if let same { cercle.select(same.id, in: derived) }
    chainFromCercle()
  }

  fileprivate var chosenImage: CercleDeQualite? {
    guard case .images(let list) = modes.last else { return derived.image?.cercle }
    let images = images
    return list.list.selectedRow(of: images.count).map { images[$0] }
  }

  /// Why the chosen image can't be frozen or opened; nil when it can.
  fileprivate var freezingRefusal: String? {
    if let reason = readOnlyReason { return reason }
    guard let image = chosenImage else { return "Il n’y a pas encore d’image." }
    return image.observations.isEmpty
      ? "Cette image est vide\u{A0}: il n’y a rien à figer. n ouvre la saisie." : nil
  }

  /// Freezes an image, or opens it again.
  mutating func toggleFrozen(_ image: CercleDeQualite) -> [Effect] {
    let signature = signature
    let effects = change { demarche, _ in
      do throws(Demarche.RefusDImage) {
        return image.figee
          ? demarche.degelerImage(image.id, signature)
          : try demarche.figerImage(image.id, signature)
      } catch {
        return false
      }
    }
    guard !effects.isEmpty else { return effects }
    let date = image.date.french
    guard !image.figee else {
      say("L’image du \(date) est rouverte\u{A0}; l’historique le dit. u la fige de nouveau.")
      return effects
    }
    let presents = presents(in: images.first { $0.id == image.id })
    say("L’image du \(date) est figée\(presents.map { ", \($0)" } ?? ""). u la rouvre.")
    return effects
  }

  /// « 9 présents », where a séance says so.
  func presents(in image: CercleDeQualite?) -> String? {
    guard let id = image?.seance,
      let seance = demarche?.seances.first(where: { $0.id == id }), !seance.presents.isEmpty
    else { return nil }
    return seance.presents.count.counting("présent")
  }

  fileprivate var startingRefusal: String? {
    if let reason = readOnlyReason { return reason }
    guard let open = demarche?.imageOuverte, let image = demarche?.cercles[open] else { return nil }
    return
      "L’image du \(image.date.french) n’est pas figée\u{A0}: figez-la (f) avant d’en ouvrir une."
  }

  /// Starts the image of the day from the last one, and shows it.
  fileprivate mutating func startImage() -> [Effect] {
    let signature = signature
    var started: String?
    let effects = change { demarche, ids in
      do throws(Demarche.RefusDImage) {
        started = try demarche.commencerImage(signature, ids: &ids)
        return true
      } catch {
        return false
      }
    }
    guard let started, case .images(var list) = modes.last else { return effects }
    list.list = ListView(selection: images.firstIndex { $0.id == started } ?? 0)
    replaceMode(.images(list))
    show(started, comparedWith: nil)
    say("Nouvelle image, qui part de la précédente. u l’enlève.")
    return effects
  }

  fileprivate var comparisonRefusal: String? {
    images.first?.id != chosenImage?.id
      ? nil : "C’est la première image\u{A0}: il n’y en a pas d’avant à comparer."
  }

  /// Compares the chosen image with the one before it; again, with none.
  fileprivate mutating func toggleComparison() -> [Effect] {
    let images = images
    guard let chosen = images.firstIndex(where: { $0.id == chosenImage?.id }), chosen > 0 else {
      return []
    }
    let isCompared = cercle.comparedID != nil
    show(images[chosen].id, comparedWith: isCompared ? nil : images[chosen - 1].id)
    return []
  }

  /// Compares with an earlier image, or a later one, that is still before the one shown.
  fileprivate mutating func stepCompared(by steps: Int) -> [Effect] {
    let images = images
    guard let other = images.firstIndex(where: { $0.id == cercle.comparedID }),
      let chosen = images.firstIndex(where: { $0.id == chosenImage?.id }),
      (0..<chosen).contains(other + steps)
    else { return [] }
    show(images[chosen].id, comparedWith: images[other + steps].id)
    return []
  }

  /// Stays on the image shown.
  fileprivate mutating func keepImage() -> [Effect] {
    modes.removeLast()
    // Nothing is remembered of the last one: a later image takes its place when it comes.
    if cercle.imageID == images.last?.id { cercle.imageID = nil }
    renewDerived()
    return []
  }

  /// Reads the chosen image back, and stays on it.
  fileprivate mutating func readChosenImage() -> [Effect] {
    keepImage() + openReadBack()
  }

  /// Shows again what was shown before.
  fileprivate mutating func leaveImages() -> [Effect] {
    guard case .images(let list) = modes.last else { return [] }
    modes.removeLast()
    let origin = list.origin
    show(origin.imageID, comparedWith: origin.comparedID)
    if let id = origin.selectedID { cercle.select(id, in: derived) }
    return []
  }

  mutating func leaveComparison() -> [Effect] {
    if screen == .grille {
      leaveGrilleDates()
      return []
    }
    show(cercle.imageID, comparedWith: nil)
    return []
  }
}

extension Action {
  /// What is heard in the list of images, beside moving.
  static let images = [
    Action(
      "images.rester", .images, [.enter], "Rester sur cette image", short: "rester", weight: 100,
      help: "Ferme la liste\u{A0}; le cercle reste sur l’image choisie.",
      perform: { $0.keepImage() }),
    Action(
      "images.figer", .images, [.character("f")], "Figer, ou rouvrir", short: "figer", weight: 95,
      help:
        "Fige l’image telle qu’elle est, ou rouvre celle qui l’était\u{A0}; l’historique le dit.",
      impossible: { $0.freezingRefusal },
      perform: { state in state.chosenImage.map { state.toggleFrozen($0) } ?? [] }),
    Action(
      "images.relire", .images, [.character("r")], "Relire avant de figer", short: "relire",
      weight: 75, help: "Montre les observations une à une, en grand, pour que le groupe confirme.",
      impossible: { $0.readBackRefusal }, perform: { $0.readChosenImage() }),
    Action(
      "images.nouvelle", .images, [.character("n")], "Nouvelle image", short: "nouvelle",
      weight: 85,
      help: "Ouvre l’image du jour, qui reprend toutes les observations de la dernière.",
      impossible: { $0.startingRefusal }, perform: { $0.startImage() }),
    Action(
      "images.comparer", .images, [.character("c")], "Comparer à celle d’avant",
      short: "comparer", weight: 80,
      help: "Montre ce que chaque observation est devenue depuis l’image d’avant, ou cesse.",
      impossible: { $0.comparisonRefusal }, perform: { $0.toggleComparison() }),
    Action(
      "images.comparer-avant", .images, [.left], "Comparer à une image plus ancienne",
      help: "Compare à celle d’encore avant.", perform: { $0.stepCompared(by: -1) }),
    Action(
      "images.comparer-apres", .images, [.right], "Comparer à une image plus récente",
      help: "Compare à la suivante.", perform: { $0.stepCompared(by: 1) }),
    Action(
      "images.annuler", .images, [.character("u"), .function(9)], "Annuler",
      help: "Revient sur le dernier changement.",
      impossible: { $0.document?.past.isEmpty == false ? nil : "Il n’y a rien à annuler." },
      perform: { $0.undo() }),
    Action(
      "images.revenir", .images, [.escape, .control("c"), .character("i")], "Revenir",
      short: "revenir", weight: 90, help: "Revient à l’image d’avant.",
      perform: { $0.leaveImages() }),
  ]

  /// What is heard while two images are compared.
  static let comparison = [
    Action(
      "comparaison.quitter", .comparison, [.escape], "Quitter la comparaison",
      short: "quitter la comparaison", weight: 100,
      help: "Revient à l’image seule, ou aux dernières réponses.",
      perform: { $0.leaveComparison() })
  ]
}
