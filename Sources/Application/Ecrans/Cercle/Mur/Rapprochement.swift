import DPES
import TerminalUI

/// The image shown beside the one before it, by axis: worked out once a change, for the wall.
struct Rapprochement: Sendable {
  /// What became of the observations of one axis.
  struct ParAxe: Sendable {
    fileprivate(set) var counts: [ComparaisonDImages.Evolution: Int] = [:]
    /// Those that changed, the evolutions in the order that a room wants to hear of them.
    fileprivate(set) var changed: [ComparaisonDImages.Ligne] = []
    /// How many the later image has.
    fileprivate(set) var count = 0
  }

  /// What it was worked out from.
  let stamp: Derived.Stamp
  let avant: Day
  let apres: Day
  let lecture: ComparaisonDImages.Lecture
  private var axes: [Axe?: ParAxe] = [:]

  /// nil where the image shown has none before it.
  ///
  /// - Complexity: O(observations of all images).
  init?(_ demarche: Demarche, shown: CercleDeQualite, _ stamp: Derived.Stamp) {
    guard let before = Self.before(shown, in: demarche) else { return nil }
    self.stamp = stamp
    avant = before.date
    apres = shown.date
    let comparaison = ComparaisonDImages(de: before, a: shown, dans: demarche)
    lecture = comparaison.lecture
    for axe in Axe.allCases.map(Optional.some) + [nil] {
      let lignes = comparaison.lignes(sur: axe)
      var here = ParAxe()
      here.counts = Dictionary(lignes.map { ($0.evolution, 1) }, uniquingKeysWith: +)
      here.count = lignes.count { $0.apres != nil }
      here.changed = ComparaisonDImages.Evolution.changesFirst.filter { $0 != .inchangee }
        .flatMap { evolution in lignes.filter { $0.evolution == evolution } }
      axes[axe] = here
    }
  }

  /// The image before one, by their dates; of a regard, the one it is of.
  static func before(_ shown: CercleDeQualite, in demarche: Demarche) -> CercleDeQualite? {
    demarche.imageAvant(shown.id).map { demarche.cercles[$0] }
  }

  subscript(axe: Axe?) -> ParAxe { axes[axe] ?? ParAxe() }
}

extension ComparaisonDImages.Ligne {
  /// The id of its observation: the later one's, where there is one.
  var id: String { (apres ?? avant)?.id ?? "" }
}

// What the wall keeps of the cercle.
extension CercleEcran {
  /// Works out what the page shown needs, when something changed since.
  static func renewWall(_ state: inout State) {
    guard state.isOnWall, state.screen == place, let image = state.derived.image?.cercle,
      let demarche = state.demarche
    else { return }
    let stamp = state.derived.stamp
    switch state.wallPage?.name {
    case ComparaisonPage.name:
      guard state.cercle.rapprochement?.stamp != stamp else { return }
      state.cercle.rapprochement = Rapprochement(demarche, shown: image, stamp)
    case VotePage.name:
      guard state.cercle.voteStamp != stamp || state.cercle.vote == nil else { return }
      state.cercle.voteStamp = stamp
      state.cercle.vote = image.scrutins.last.map { VoteResult($0.id, in: state) }
    default: break
    }
  }

  /// ↑ ↓ on the wall: through the lines of the comparison, else as on the screen.
  static func moveOnWall(_ state: inout State, by steps: Int) -> [Effect] {
    guard state.wallPage?.name == ComparaisonPage.name else {
      move(&state, by: steps)
      return []
    }
    let changed = state.cercle.rapprochement?[state.cercle.axe].changed ?? []
    guard !changed.isEmpty else { return [] }
    let next = ComparaisonPage.first(state) + steps
    let last = ComparaisonPage.lastFirst(state)
    state.cercle.comparee = changed[min(max(0, next), min(last, changed.count - 1))].id
    return []
  }

  /// Why nothing is done to the selected observation: the page does not show it.
  fileprivate static func whyUnseen(_ state: State) -> String? {
    let isOnDisque = state.wallPage?.name == DisquePage.name && state.cercle.axe != nil
    return state.wallPage?.name == ObservationPage.name || isOnDisque
      ? nil : "Cette page ne montre pas une observation seule\u{A0}: Tab la fait revenir."
  }
}

extension Action {
  /// Whether it is `!` on the page of the vote, where it marks the first ones.
  private static func isOfVote(_ action: Action, _ state: State) -> Bool {
    action.id == "salle.cercle.priorite" && state.wallPage?.name == VotePage.name
  }

  /// What is heard of the cercle on the wall.
  static let wallCercle =
    ActionTable.cercle.actions.onWall(["cercle.nouvelle"])
    + ActionTable.cercle.actions.onWall([
      "cercle.ouvrir", "cercle.rouge", "cercle.orange", "cercle.vert", "cercle.priorite",
      "cercle.mains", "cercle.deplacer",
    ]
    ).map { action in
      action.changed(
        // `m` is the countdown here.
        action.keys.filter { $0 != .character("m") },
        impossible: { state in
          isOfVote(action, state)
            ? VotePage.whyNoPriorities(state)
            : action.impossible(state) ?? CercleEcran.whyUnseen(state)
        },
        perform: { state in
          isOfVote(action, state) ? VotePage.givePriorities(&state) : action.perform(&state)
        })
    }
    + [
      Action(
        "salle.cercle.haut", [.up], "Observation précédente",
        help: "Passe à l’observation précédente.",
        perform: { CercleEcran.moveOnWall(&$0, by: -1) }),
      Action(
        "salle.cercle.bas", [.down], "Observation suivante",
        help: "Passe à l’observation suivante.",
        perform: { CercleEcran.moveOnWall(&$0, by: 1) }),
    ]
    + ActionTable.cercle.actions.onWall([
      "cercle.gauche", "cercle.droite", "cercle.page-haut", "cercle.page-bas", "cercle.debut",
      "cercle.fin",
    ])
    + [
      .wallPage(
        "z", "disque", DisquePage.self, "Le cercle entier",
        "Montre le cercle entier\u{A0}; la même touche revient à l’observation."),
      .wallPage(
        "i", "comparaison", ComparaisonPage.self, "Ce qui a changé",
        "Compare à l’image d’avant\u{A0}; la même touche revient à l’observation."),
      .wallPage(
        "b", "vote", VotePage.self, "Le dernier vote",
        "Montre le dernier vote révélé\u{A0}; la même touche revient à l’observation.",
        nothing: "Pas encore de vote\u{A0}: F8 quitte la vue salle, puis b et n en préparent un."),
    ]
}
