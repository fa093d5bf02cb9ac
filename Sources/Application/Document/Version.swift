/// An earlier state of the file, kept aside.
package struct Version: Hashable, Sendable {
  /// The name of its file.
  package var name: String
  /// When it was kept, where the person is, as it is shown: `12 mars 2026, 14:32`.
  package var quand: String
  /// The size of its file, in bytes.
  package var bytes: Int

  /// A version as the list of versions shows it.
  package init(name: String, quand: String, bytes: Int) {
    self.name = name
    self.quand = quand
    self.bytes = bytes
  }
}
