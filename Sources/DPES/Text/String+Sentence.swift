extension String {
  /// With a capital where a sentence begins.
  package var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
