/// What every source file keeps to, as functions that say what one file breaks.
enum HouseRules {
  /// Whom each target may import: the rooms of `docs/architecture.md`, the system at the edges, and
  /// never Foundation.
  static let allowedImports: [String: Set<String>] = [
    "JSONTree": [],
    // Swift itself, for the canonical decomposition that it does not offer to everybody.
    "DPES": ["JSONTree", "Swift"],
    "TerminalUI": [],
    "Application": ["DPES", "TerminalUI"],
    "Documents": ["DPES", "JSONTree"],
    "CSystem": [],
    "DPESStore": ["CSystem", "DPES", "JSONTree", "Glibc"],
    "CNcurses": [],
    "NcursesTerminal": ["CNcurses", "TerminalUI", "Glibc"],
    "PalierCommand": [
      "Application", "CSystem", "DPES", "DPESStore", "Documents", "JSONTree", "NcursesTerminal",
      "TerminalUI", "ArgumentParser", "Glibc",
    ],
  ]

  /// The tests that may look at ncurses itself, beside the target that drives it.
  static let testsOfNcurses: Set = ["NcursesTerminalTests", "TerminalUITests"]

  static let longestFile = 400

  /// Modules that the file imports and its target may not.
  static func forbiddenImports(in file: SourceFile) -> [String] {
    guard let allowed = allowedImports[file.target] else {
      return ["\(file.path): no rule says whom \(file.target) may import"]
    }
    return file.importedModules.filter { !allowed.contains($0) }
      .map { "\(file.path): \(file.target) may not import \($0)" }
  }

  /// A look at ncurses from a room that is not its own.
  static func usesOfNcurses(in file: SourceFile) -> [String] {
    let inclusion = /^\s*#\s*include\s*[<"](?:ncursesw?\/)?n?curses\.h/
    let includes = file.target == "CNcurses" ? [] : file.code.filter { $0.text.contains(inclusion) }
    let mayImport = file.target == "NcursesTerminal" || testsOfNcurses.contains(file.target)
    let imports = mayImport ? [] : file.importedModules.filter { $0 == "CNcurses" }
    return includes.map { "\(file.path):\($0.number): includes curses.h" }
      + imports.map { "\(file.path): imports \($0)" }
  }

  /// A call that only Linux has, outside of the room for those.
  static func usesOfLinux(in file: SourceFile) -> [String] {
    let calls =
      /\b(?:inotify_|memfd_create|dup3\(|pipe2\(|mallopt|CLOCK_BOOTTIME|epoll_|eventfd|signalfd|renameat2|prctl\()|\/proc\//
    guard file.target != "CSystem", file.path.hasPrefix("Sources/") else { return [] }
    return file.code.filter { $0.text.contains(calls) }
      .map { "\(file.path):\($0.number): only Linux has it, which is for Sources/CSystem" }
  }

  /// A file that should be split where a reader would look for the parts.
  static func excessLength(in file: SourceFile) -> [String] {
    let count = file.lines.count - (file.lines.last == "" ? 1 : 0)
    return count > longestFile ? ["\(file.path): \(count) lines, at most \(longestFile)"] : []
  }

  /// Places that would end the program instead of saying what is wrong.
  static func deliberateCrashes(in file: SourceFile) -> [String] {
    file.code.filter {
      $0.text.contains(/\btry!|\bas!|\b(?:fatalError|precondition|preconditionFailure)\(/)
    }
    .map { "\(file.path):\($0.number): \($0.text.drop(while: \.isWhitespace))" }
  }
}
