/// A document with holes, that a network can change without code.
///
/// `{{nom}}` is a value; `{{chaque liste}} … {{fin}}` is said for each of a list, whose names come
/// before those around; `{{si nom}} … {{sinon}} … {{fin}}` where there is something to say;
/// `{{inclure fichier}}` another template. A line that holds nothing but one of these, a value
/// apart, leaves none.
package struct Template: Sendable {
  package struct Fault: Error, Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
      case unclosedTag
      case unclosedBlock(String)
      case strayTag(String)
      case unknownName(String)
      case notAList(String)
      case notAValue(String)
      case missingFile(String)
      /// Filled, it is no XML that a document could be made of.
      case noDocument
    }

    package let file: String
    /// From 1.
    package let line: Int
    package let cause: Cause

    package init(file: String, line: Int, cause: Cause) {
      (self.file, self.line, self.cause) = (file, line, cause)
    }
  }

  indirect enum Node: Sendable {
    case literal([UInt8])
    case value(String, line: Int)
    case each(String, line: Int, [Node])
    case when(String, line: Int, [Node], otherwise: [Node])
    case include(Template)
  }

  let file: String
  private(set) var nodes: [Node] = []

  /// Reads a template; `other` finds those that it includes.
  package init(
    _ text: String, file: String, depth: Int = 0, _ other: (String) -> String?
  ) throws(Fault) {
    self.file = file
    var tags = try TemplateTags(text, file: file).tags[...]
    nodes = try Self.nodes(&tags, inside: nil, file, depth, other)
  }

  /// The nodes up to the end of a block, whose end stays.
  private static func nodes(
    _ tags: inout ArraySlice<TemplateTags.Tag>, inside block: TemplateTags.Tag?, _ file: String,
    _ depth: Int, _ other: (String) -> String?
  ) throws(Fault) -> [Node] {
    var nodes: [Node] = []
    while let tag = tags.first {
      switch tag.kind {
      case .end, .otherwise:
        guard block != nil else {
          throw Fault(file: file, line: tag.line, cause: .strayTag(tag.name))
        }
        return nodes
      case .literal: nodes.append(.literal(Array(tag.name.utf8)))
      case .value: nodes.append(.value(tag.name, line: tag.line))
      case .include:
        guard depth < 5, let text = other(tag.name) else {
          throw Fault(file: file, line: tag.line, cause: .missingFile(tag.name))
        }
        nodes.append(.include(try Template(text, file: tag.name, depth: depth + 1, other)))
      case .each, .when:
        tags.removeFirst()
        let inner = try Self.nodes(&tags, inside: tag, file, depth, other)
        var otherwise: [Node] = []
        if tags.first?.kind == .otherwise, tag.kind == .when {
          tags.removeFirst()
          otherwise = try Self.nodes(&tags, inside: tag, file, depth, other)
        }
        guard tags.first?.kind == .end else {
          let stray = tags.first.map { ($0.line, Fault.Cause.strayTag($0.name)) }
          throw Fault(
            file: file, line: stray?.0 ?? tag.line, cause: stray?.1 ?? .unclosedBlock(tag.name))
        }
        nodes.append(
          tag.kind == .each
            ? .each(tag.name, line: tag.line, inner)
            : .when(tag.name, line: tag.line, inner, otherwise: otherwise))
      }
      tags.removeFirst()
    }
    return nodes
  }

  /// Fills the holes, texts written by `escape`; `room` is about how many bytes that may make.
  ///
  /// - Throws: ``Fault`` at a name that means nothing there.
  /// - Complexity: O(bytes written).
  package func filled(
    with scope: TemplateScope, room: Int = 0, _ escape: (String, inout [UInt8]) -> Void
  ) throws(Fault) -> [UInt8] {
    var out: [UInt8] = []
    // Growing holds all of it twice; what stays unwritten takes no memory.
    out.reserveCapacity(room)
    var scopes = [scope]
    try write(nodes, &scopes, to: &out, escape)
    return out
  }

  private func write(
    _ nodes: [Node], _ scopes: inout [TemplateScope], to out: inout [UInt8],
    _ escape: (String, inout [UInt8]) -> Void
  ) throws(Fault) {
    for node in nodes {
      switch node {
      case .literal(let bytes): out += bytes
      case .include(let other): try other.write(other.nodes, &scopes, to: &out, escape)
      case .value(let name, let line):
        switch try value(name, line, scopes) {
        case .text(let text): escape(text, &out)
        case .markup(let bytes): out += bytes()
        case .flag, .list: throw Fault(file: file, line: line, cause: .notAValue(name))
        }
      case .when(let name, let line, let inner, let otherwise):
        let says = try value(name, line, scopes).says
        try write(says ? inner : otherwise, &scopes, to: &out, escape)
      case .each(let name, let line, let inner):
        guard case .list(let count, let element) = try value(name, line, scopes) else {
          throw Fault(file: file, line: line, cause: .notAList(name))
        }
        for index in 0..<count {
          scopes.append(element(index))
          try write(inner, &scopes, to: &out, escape)
          scopes.removeLast()
        }
      }
    }
  }

  private func value(
    _ name: String, _ line: Int, _ scopes: [TemplateScope]
  ) throws(Fault) -> TemplateScope.Value {
    for scope in scopes.reversed() {
      if let value = scope[name] { return value }
    }
    throw Fault(file: file, line: line, cause: .unknownName(name))
  }
}
