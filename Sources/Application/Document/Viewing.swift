import DPES
import TerminalUI

/// An earlier version, shown on all screens in the place of the open démarche.
struct Viewing: Sendable {
  let version: Version
  let demarche: Demarche
  /// The screen where the person was, and goes back to.
  fileprivate let screen: Screen
  /// Where the person was on the screens.
  let ecrans: EcranValues
  /// Which image was shown.
  let shown: ShownImage

  /// Why nothing can be changed.
  var readOnlyReason: String {
    "Lecture seule\u{A0}: version du \(version.quand). Échap revient au présent."
  }
}

extension State {
  /// Why nothing can be changed now: a sentence; nil when it can.
  var readOnlyReason: String? { viewing?.readOnlyReason ?? document?.readOnlyReason }

  /// Shows a version, if somebody still waits for it.
  mutating func view(_ version: Version, _ demarche: Demarche) {
    guard modes.last is VersionList else { return }
    modes.removeLast()
    viewing = Viewing(
      version: version, demarche: demarche, screen: viewing?.screen ?? screen,
      ecrans: viewing?.ecrans ?? ecrans, shown: viewing?.shown ?? shown)
    settle()
  }

  /// Comes back to the open démarche, where the person was.
  mutating func leaveVersion() {
    guard let back = viewing else { return }
    viewing = nil
    screen = back.screen
    ecrans = back.ecrans
    shown = back.shown
    settle()
  }

  /// Puts the version shown in the place of the open démarche, as one change that can be undone.
  fileprivate mutating func restoreVersion() -> [Effect] {
    guard let viewing, let document else { return [] }
    guard viewing.demarche.id == document.demarche.id, !viewing.demarche.isNewer else {
      return decline("Cette version n’est pas de cette démarche, ou vient d’un Palier plus récent.")
    }
    leaveVersion()
    let signature = signature
    let effects = change { demarche, _ in
      demarche.restaurer(viewing.demarche, nommee: viewing.version.name, signature)
    }
    if !effects.isEmpty {
      say("Version du \(viewing.version.quand) restaurée.")
    } else if notice == nil {
      say("Rien à restaurer\u{A0}: c’est déjà ce qui est là.")
    }
    return effects
  }
}

extension ActionTable {
  /// What is heard while a version is shown, before the keys of its screen.
  static let version = ActionTable(
    "version", title: "Version d’avant",
    Action(
      "version.revenir", [.escape, .control("c")], "Revenir au présent",
      short: "revenir au présent", weight: 110, help: "Revient à la démarche ouverte."
    ) { state in
      state.leaveVersion()
      return []
    },
    Action(
      "version.restaurer", [.function(4)], "Restaurer cette version",
      short: "restaurer", weight: 105,
      help: "Remet la démarche dans cet état ; u revient à ce qui était là.",
      impossible: { $0.document?.readOnlyReason }, perform: { $0.restoreVersion() }))
}
