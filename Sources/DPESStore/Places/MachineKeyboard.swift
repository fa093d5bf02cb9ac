/// The keyboard that this machine was set up with, as keyboard(5) and vconsole.conf(5) write it.
package struct MachineKeyboard: Hashable, Sendable {
  /// `fr`, `be`.
  package let layout: String
  /// `bepo`, `afnor`, `mac`; often nothing.
  package let variant: String

  /// Reads them from the text of either file; nil when it names none.
  package init?(_ bytes: some Sequence<UInt8>) {
    var values: [Substring: Substring] = [:]
    for line in String(decoding: Array(bytes), as: UTF8.self).split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let value = line[line.index(after: equals)...].filter { !"\"' ".contains($0) }
      values[line[..<equals]] = value[...]
    }
    // The first of several.
    let first = { (key: Substring) -> Substring in
      values[key]?.split(separator: ",", omittingEmptySubsequences: false).first ?? ""
    }
    // The console's own name has its variant after a dash: `fr-bepo`.
    let console = values["KEYMAP"]?.split(separator: "-", maxSplits: 1) ?? []
    if !first("XKBLAYOUT").isEmpty {
      layout = String(first("XKBLAYOUT"))
      variant = String(first("XKBVARIANT"))
    } else if let name = console.first {
      layout = String(name)
      variant = console.dropFirst().joined()
    } else {
      return nil
    }
  }

  /// Reads this machine's; nil where it says nothing.
  package static func read(_ system: any FileSystem = GlibcFileSystem()) -> MachineKeyboard? {
    for path in ["/etc/default/keyboard", "/etc/vconsole.conf"] {
      // Not there or unreadable: the machine says nothing.
      if let found = try? system.contents(of: path, limit: 1 << 16),
        let keyboard = MachineKeyboard(found.bytes)
      {
        return keyboard
      }
    }
    return nil
  }
}
