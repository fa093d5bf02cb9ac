/// The argument parser's own words, in French.
enum FrenchHelp {
  static func translated(_ text: String) -> String { text }
}
