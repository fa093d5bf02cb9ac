import Application
import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

/// Expects a canvas to look like the frame kept in `Frames/<name>.txt`: its text, then its roles.
///
/// Run with `RECORD_FRAMES=1` to write the frames anew; that fails the test, so that a recording
/// can't pass for a check.
func expectFrame(
  _ canvas: Canvas, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Frames/\(name).txt").standardized
  let actual = canvas.description + "\n\n--- roles ---\n" + canvas.roles + "\n"
  let recorded = try? String(contentsOf: file, encoding: .utf8)
  guard let recorded, ProcessInfo.processInfo.environment["RECORD_FRAMES"] == nil else {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Recorded Frames/\(name).txt", sourceLocation: sourceLocation)
    return
  }
  guard actual != recorded else { return }
  Issue.record("\(name):\n\(differences(recorded, actual))", sourceLocation: sourceLocation)
}

/// The lines that differ, `-` as recorded and `+` as drawn.
private func differences(_ old: String, _ new: String) -> String {
  let old = old.split(separator: "\n", omittingEmptySubsequences: false)
  let new = new.split(separator: "\n", omittingEmptySubsequences: false)
  return (0..<max(old.count, new.count)).compactMap { index in
    let before = index < old.count ? old[index] : "(none)"
    let after = index < new.count ? new[index] : "(none)"
    return before == after ? nil : "line \(index + 1)\n- \(before)\n+ \(after)"
  }
  .joined(separator: "\n")
}
