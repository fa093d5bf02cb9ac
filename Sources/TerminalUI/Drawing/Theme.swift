/// A table from roles to colours.
package enum Theme: String, CaseIterable, Hashable, Sendable {
  case sombre, clair, contraste, mono
}
