/// How the sources are written, beyond what `swift format` decides.
extension HouseRules {
  /// Characters that a reader can't tell from a space, or from nothing: they are written by number.
  static func hiddenCharacters(in file: SourceFile) -> [String] {
    zip(1..., file.lines).flatMap { number, line in
      line.unicodeScalars.filter { !isPlain($0) && isHidden($0) }.map {
        "\(file.path):\(number): U+\(String($0.value, radix: 16, uppercase: true))"
      }
    }
  }

  /// Most of a source, told at a glance.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { (" "..."~").contains(scalar) }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: scalar != " "
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// What has one place, and is spelled beside it: the sign of a set of symbols (`SymbolSet`), the s
  /// of a plural (`Int.agreeing`), the time of day (`Instant.time`).
  static func spelledApart(in file: SourceFile) -> [String] {
    let sign = /\bisASCII\s*\?\s*"|[=!]=\s*\.(?:ascii|unicode)\s*\?\s*"/
    let plural = /\?\s*"s"\s*:\s*""|\?\s*""\s*:\s*"s"/
    let time = /\.iso\.(?:dropFirst|prefix|suffix)/
    let isTime = file.path == "Sources/DPES/Calendar/Instant.swift"
    return file.code.filter { _, text in
      text.contains(sign) || text.contains(plural) || (!isTime && text.contains(time))
    }
    .map { "\(file.path):\($0.number): \($0.text.drop(while: \.isWhitespace))" }
  }

  /// The types that a glossary names and no source declares.
  static func missingTypes(in glossary: SourceFile, among sources: [SourceFile]) -> [String] {
    let declaration = /\b(?:struct|enum|class|protocol|typealias) (\w+)/
    let types = Set(
      sources.flatMap { $0.code.flatMap { $0.text.matches(of: declaration).map(\.1) } })
    return zip(1..., glossary.lines).flatMap { number, line in
      line.matches(of: /`(\p{Lu}\w*)`/).map(\.1).filter { !types.contains($0) }
        .map { "\(glossary.path):\(number): \($0) is no type" }
    }
  }
}
