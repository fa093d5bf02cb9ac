/// How a template's file writes a text of the démarche.
package enum TextFormat: String, CaseIterable, Hashable, Sendable {
  case html, fodt, md

  /// Appends a text as the format has it.
  package func append(_ text: String, to out: inout [UInt8]) {
    switch self {
    case .html: XMLText.append(text, to: &out)
    case .fodt: ODFText.append(text, newLine: "<text:line-break/>", to: &out)
    case .md: appendMarkdown(text, to: &out)
    }
  }

  /// What Markdown would take for its own has a backslash before it; a new line stays inside a list
  /// or a table.
  private func appendMarkdown(_ text: String, to out: inout [UInt8]) {
    var isFirst = true
    var digits = 0
    for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
      let isOrdinal = digits > 0 && (scalar == "." || scalar == ")")
      switch scalar {
      case "\n", "\r": out.write("<br>")
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$":
        out.write("\\\(scalar)")
      // Only where a line begins is it a list.
      case "-", "+", "=": out.write(isFirst ? "\\\(scalar)" : "\(scalar)")
      default:
        guard XMLText.isAllowed(scalar) else { continue }
        out.write(isOrdinal ? "\\\(scalar)" : "\(scalar)")
      }
      let isDigit = ("0"..."9").contains(scalar)
      digits = isDigit && (isFirst || digits > 0) ? digits + 1 : 0
      isFirst = isFirst && scalar == " "
    }
  }
}
