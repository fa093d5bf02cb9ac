extension Int {
  /// A word as it agrees with this number: French says « 0 point », « 1 point », « 2 points ».
  ///
  /// `several` is for what does more than take an s: `1.agreeing("ligne lue", "lignes lues")`.
  package func agreeing(_ one: String, _ several: String? = nil) -> String {
    self > 1 ? several ?? one + "s" : one
  }

  /// The number and what is counted: `3 points`.
  package func counting(_ one: String, _ several: String? = nil) -> String {
    "\(self) \(agreeing(one, several))"
  }
}
