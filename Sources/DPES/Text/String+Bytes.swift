extension String {
  /// By the bytes in UTF-8: the same order in every language.
  func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
