extension String {
  /// The text with a full stop, unless it ends a sentence already.
  var asSentence: String {
    guard let last, !".!?…".contains(last) else { return self }
    return self + "."
  }
}
