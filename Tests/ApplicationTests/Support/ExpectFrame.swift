import DPES
import Foundation
import JSONTree
import TerminalUI
import Testing

@testable import Application

/// Expects what stands between the tabs and the keys of a window to look like the frame kept in
/// `Frames/<name>.txt`: the screen, and the mode above it.
///
/// The lines around it have frames of their own (`WindowFrameTests`).
func expectContent(
  _ state: State, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let rows = WindowLayout(state.size).content.rows
  try expect(
    frame(state.view, rows: rows), named: name, sourceLocation: sourceLocation)
}

/// Expects a whole canvas to look like the frame kept in `Frames/<name>.txt`.
func expectFrame(
  _ canvas: Canvas, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expect(
    frame(canvas, rows: 0..<canvas.size.height), named: name, sourceLocation: sourceLocation)
}

/// Some rows of a canvas as frames keep them: their text, then their roles.
private func frame(_ canvas: Canvas, rows: Range<Int>) -> String {
  let (text, roles) = canvas.lines(rows)
  return text.joined(separator: "\n") + "\n\n--- roles ---\n" + roles.joined(separator: "\n") + "\n"
}

extension Canvas {
  /// The texts and the roles of some rows.
  func lines(_ rows: Range<Int>) -> (text: [Substring], roles: [Substring]) {
    func lines(_ text: String) -> [Substring] {
      Array(text.split(separator: "\n", omittingEmptySubsequences: false)[rows])
    }
    return (lines(description), lines(roles))
  }
}

extension Rect {
  var rows: Range<Int> { row..<endRow }
}

/// Expects a text to be the one kept in `Frames/<name>.txt`.
///
/// Run with `RECORD_FRAMES=1` to write the frames anew; that fails the test, so that a recording
/// can't pass for a check.
func expect(
  _ actual: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = projectFile("Tests/ApplicationTests/Frames/\(name).txt")
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
