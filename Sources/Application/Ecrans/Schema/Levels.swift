import DPES

/// The level of each axis at a state of an open démarche, to tell what a change made of it.
struct Levels: Hashable, Sendable {
  let opened: Int
  let revision: Int?
  let actuels: [Int]

  init(_ state: borrowing State) {
    opened = state.opened
    revision = state.document?.revision
    actuels = state.derived.avancement?.axes.map(\.actuel) ?? []
  }

  /// Says which axis rises or falls with what was just done, and why, wherever it was done from.
  static func tell(_ state: inout State, since before: Levels) {
    let now = Levels(state)
    guard now.opened == before.opened, now.revision != before.revision, !state.isOnWall,
      !state.isViewing, let avancement = state.derived.avancement,
      before.actuels.count == now.actuels.count
    else { return }
    let changes = avancement.axes.indices.filter { before.actuels[$0] != now.actuels[$0] }
    let sentences = changes.prefix(2).map { index in
      Self.sentence(avancement.axes[index], before: before.actuels[index])
    }
    guard !sentences.isEmpty else { return }
    let text = sentences.joined(separator: " ")
    if let notice = state.notice {
      state.notice?.text = "\(notice.text) \(text)"
    } else {
      state.say(text)
    }
  }

  private static func sentence(_ axis: Avancement.ParAxe, before: Int) -> String {
    let level =
      "\u{AB}\u{A0}\(axis.axe.nomCourt)\u{A0}\u{BB} passe du niveau \(before) au niveau \(axis.actuel)"
    guard axis.actuel < before, let palier = axis.suivant else { return level + "." }
    let above = axis.paliers[palier.rang...].contains { $0.estTenu }
    return
      "\(level)\u{A0}: le palier \(palier.rang) \(palier.etat == .perdu ? "est perdu" : "ne tient pas")"
      + (above ? ", ceux d’au-dessus ne comptent plus." : ".")
  }
}
