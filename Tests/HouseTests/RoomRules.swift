/// What the folders inside a room may know of each other, as functions that say what breaks it.
enum RoomRules {
  /// The folders whose parts may not know one another: a screen no other screen, a mode no other
  /// mode.
  static let apart = ["Sources/Application/Ecrans", "Sources/Application/Modes"]

  /// The most members that the rest of `Application` may add to its state.
  static let mostStateMembers = 60

  /// Each naming of something that another part of the same folder declares.
  static func crossings(in sources: [SourceFile], below folder: String) -> [String] {
    let parts = Dictionary(grouping: sources.filter { $0.path.hasPrefix(folder + "/") }) {
      part(of: $0, below: folder)
    }
    return parts.keys.sorted().flatMap { part -> [String] in
      let owned = Set((parts[part] ?? []).flatMap(declarations))
      return parts.keys.sorted().filter { $0 != part }.flatMap { other in
        (parts[other] ?? []).flatMap { file in
          file.names.filter(owned.contains).map { "\(file.path): names \($0), of \(part)" }
        }
      }
    }
  }

  /// The members of the state that are declared outside `Program`, without the private ones.
  static func stateMembers(in sources: [SourceFile]) -> [String] {
    sources.filter {
      $0.path.hasPrefix("Sources/Application/")
        && !$0.path.hasPrefix("Sources/Application/Program/")
    }
    .flatMap { file in file.membersOfState.map { "\(file.path): \($0)" } }
  }

  private static func part(of file: SourceFile, below folder: String) -> String {
    file.path.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init) ?? ""
  }

  /// Types at the top of a file, and what it adds to the state, as `.name`.
  private static func declarations(in file: SourceFile) -> [String] {
    let type = /^(?:package |final |indirect )*(?:struct|enum|class|protocol|typealias) (\w+)/
    return file.code.compactMap { $0.text.firstMatch(of: type).map { String($0.1) } }
      + file.membersOfState.map { ".\($0)" }
  }
}

extension SourceFile {
  /// What the file adds to `State` that others see.
  fileprivate var membersOfState: [String] {
    let member =
      /^  (?:package |mutating |static )*(?:var|func|let|struct|enum|subscript) ?(\w*)/
    var isInside = false
    var members: [String] = []
    for (_, text) in code {
      if text.hasPrefix("extension State {") {
        isInside = true
      } else if text.hasPrefix("}") {
        isInside = false
      } else if isInside, let match = text.firstMatch(of: member) {
        members.append(String(match.1))
      }
    }
    return members
  }

  /// The words of the code with a capital, and those asked of a state: `Capture`, `.cercle`.
  fileprivate var names: Set<String> {
    var names: Set<String> = []
    for (_, text) in code {
      let bare = text.replacing(/"(?:\\.|[^"\\])*"/, with: "").prefix { _ in true }
      for match in bare.matches(of: /\b[A-Z]\w*/) { names.insert(String(match.0)) }
      for match in bare.matches(of: /\bstate(\.\w+)/) {
        names.insert(String(match.1))
      }
    }
    return names
  }
}
