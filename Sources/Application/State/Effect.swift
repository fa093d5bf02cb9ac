package import DPES
package import TerminalUI

/// Something for the world outside: the update asks, the run loop does it.
package enum Effect: Hashable, Sendable {
  /// Write the démarche to its file; the answer is ``Message/saved(revision:at:)`` or
  /// ``Message/notSaved(_:)``.
  case save(Demarche, path: String, revision: Int)
  /// Open a file; the answer is ``Message/opened(_:)`` or ``Message/refused(_:)``.
  case open(path: String)
  case openExample
  /// Make a démarche for a structure of this name, and open it.
  case create(raisonSociale: String)
  case useTheme(Theme)
  case useMouse(Bool)
  case suspend
  /// Leave, once everything is on disk.
  case quit
}

/// What the update is told: what a person did, or what became of an effect.
package enum Message: Hashable, Sendable {
  case event(Event)
  case saved(revision: Int, at: String)
  case notSaved(String)
  case opened(Document)
  case refused(String)
  /// The day has changed while the program was open.
  case day(Day)
}
