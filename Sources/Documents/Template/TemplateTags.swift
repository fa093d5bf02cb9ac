/// The text of a template as literal parts and tags, in their order.
struct TemplateTags {
  enum Kind: Hashable {
    case literal, value, each, when, otherwise, end, include
  }

  struct Tag {
    let kind: Kind
    /// What it names; of a literal, the text.
    let name: String
    let line: Int
  }

  private(set) var tags: [Tag] = []

  init(_ text: String, file: String) throws(Template.Fault) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      var parts: [Tag] = []
      var rest = line
      while let open = rest.firstRange(of: "{{") {
        let after = rest[open.upperBound...]
        guard let close = after.firstRange(of: "}}") else {
          throw Template.Fault(file: file, line: index + 1, cause: .unclosedTag)
        }
        if open.lowerBound > rest.startIndex {
          parts.append(
            Tag(kind: .literal, name: String(rest[..<open.lowerBound]), line: index + 1))
        }
        parts.append(Self.tag(after[..<close.lowerBound], index + 1))
        rest = after[close.upperBound...]
      }
      if !rest.isEmpty { parts.append(Tag(kind: .literal, name: String(rest), line: index + 1)) }
      let isAlone =
        parts.contains { $0.kind != .literal && $0.kind != .value }
        && parts.allSatisfy { part in
          part.kind == .literal ? part.name.allSatisfy(\.isWhitespace) : part.kind != .value
        }
      tags += isAlone ? parts.filter { $0.kind != .literal } : parts
      if !isAlone { tags.append(Tag(kind: .literal, name: "\n", line: index + 1)) }
    }
    // The last line has no end of its own.
    if tags.last?.kind == .literal, tags.last?.name == "\n" { tags.removeLast() }
  }

  private static func tag(_ text: Substring, _ line: Int) -> Tag {
    let words = text.split(separator: " ").map(String.init)
    let kind: Kind? =
      switch words.first {
      case "chaque" where words.count == 2: .each
      case "si" where words.count == 2: .when
      case "inclure" where words.count == 2: .include
      case "sinon" where words.count == 1: .otherwise
      case "fin" where words.count == 1: .end
      default: nil
      }
    return Tag(
      kind: kind ?? .value, name: kind == nil ? words.joined(separator: " ") : words.last ?? "",
      line: line)
  }
}
