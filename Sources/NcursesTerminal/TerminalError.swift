/// Why the full screen could not be opened.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or standard output is not a terminal.
  case notATerminal
  /// What TERM names, when it names something, cannot show a full screen, and nothing usual can
  /// stand in for it.
  case unusable(term: String?)
}
