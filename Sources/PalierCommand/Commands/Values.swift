import DPES
import TerminalUI

// Values typed on the command line, checked here so that what is wrong is said in French.

extension Day {
  /// Reads `2026-03-12`, or `12/03/2026` as a person types it.
  init(typed text: String, option: String) throws(Failure) {
    let parts = text.split(separator: "/").map { Int($0) ?? 0 }
    let french = parts.count == 3 ? Day(year: parts[2], month: parts[1], day: parts[0]) : nil
    guard let day = Day(iso: text) ?? french else {
      throw Failure(Sentences.notADay(text, option: option))
    }
    self = day
  }
}

extension Size {
  /// Reads `100x30`: columns, rows.
  init(typed text: String, option: String) throws(Failure) {
    let parts = text.lowercased().split(omittingEmptySubsequences: false) { "x×".contains($0) }
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      Self.printable.contains(width), Self.printable.contains(height)
    else { throw Failure(Sentences.notASize(text, option: option, allowed: Self.printable)) }
    self.init(width, height)
  }

  private static let printable = 1...1000
}
