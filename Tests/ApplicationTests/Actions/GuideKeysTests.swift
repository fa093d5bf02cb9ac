import Foundation
import TerminalUI
import Testing

@testable import Application

/// The keys that the guide names are heard where it says.
///
/// A comment before each table of keys names the action tables: `<!-- touches : cercle -->`.
@Suite struct GuideKeysTests {
  private static let pages = ["guide.md", "guide/animer.md", "guide/suivre.md"]

  private static func lines(_ page: String) throws -> [Substring] {
    try String(contentsOf: projectFile("docs/" + page), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The rows of each table of keys, with the names of the tables that hear them.
  private static func tables(_ page: String) throws -> [(names: [Substring], keys: [String])] {
    var found: [(names: [Substring], keys: [String])] = []
    let lines = try lines(page)
    for (place, line) in lines.enumerated() where line.hasPrefix("| touche |") {
      let comment = try #require(
        lines[..<place].last { !$0.isEmpty }?.wholeMatch(of: /<!-- touches : (.+) -->/), "\(line)")
      let rows = lines[(place + 2)...].prefix { $0.hasPrefix("|") }
      found.append(
        (comment.1.split(separator: " "), rows.map { String($0.split(separator: "|")[0]) }))
    }
    return found
  }

  /// The keys that the first cell of a row names.
  private static func keys(in cell: String) -> [Key] {
    var keys = cell.matches(of: /`(.)`/).compactMap { $0.1.first }.map { Key.character($0) }
    keys += cell.matches(of: /Ctrl-([A-Z])/).compactMap { $0.1.lowercased().first }.map {
      Key.control($0)
    }
    keys += cell.matches(of: /F([0-9]+)/).compactMap { Int($0.1) }.map { Key.function($0) }
    let words: [(String, Key)] = [
      ("Entrée", .enter), ("Suppr", .delete), ("Espace", .character(" ")), ("Échap", .escape),
    ]
    return keys + words.filter { cell.contains($0.0) }.map(\.1)
  }

  @Test(arguments: pages)
  func `every key in a table of the guide is heard where it says`(page: String) throws {
    let tables = try Self.tables(page)
    #expect(!tables.isEmpty)
    for (names, cells) in tables {
      let heard = try names.map { try #require(ActionTests.tables[String($0)], "\($0)") }
      for cell in cells {
        for key in Self.keys(in: cell) {
          #expect(
            ActionTable.action(for: key, in: heard + [.etat, .everywhere]) != nil,
            "\(key.label) in \(page), \(names)")
        }
      }
    }
  }
}
