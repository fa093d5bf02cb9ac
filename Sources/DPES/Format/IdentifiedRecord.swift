/// A record that the file tells from its neighbours by an id.
package protocol IdentifiedRecord: Record {
  /// Unique in the file.
  var id: String { get set }
}

extension Array {
  /// Where a record stands in the lists that these hold: in which of them, and at which place.
  package func lieu<Inner: IdentifiedRecord>(
    de id: String, dans list: KeyPath<Element, [Inner]>
  ) -> (Int, Int)? {
    for (place, element) in enumerated() {
      if let index = element[keyPath: list].firstIndex(where: { $0.id == id }) {
        return (place, index)
      }
    }
    return nil
  }
}

extension Array where Element: IdentifiedRecord {
  /// Adds a record, with an id of its own.
  ///
  /// - Returns: The id.
  @discardableResult
  package mutating func ajouter(_ element: Element, ids: inout IDGenerator) -> String {
    var element = element
    element.id = ids.next()
    append(element)
    return element.id
  }

  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifier(_ id: String, _ change: (inout Element) -> Void) -> Bool {
    guard let index = firstIndex(where: { $0.id == id }) else { return false }
    let before = self[index]
    change(&self[index])
    return self[index] != before
  }

  /// - Returns: Whether it was there.
  @discardableResult
  package mutating func supprimer(_ id: String) -> Bool {
    guard let index = firstIndex(where: { $0.id == id }) else { return false }
    remove(at: index)
    return true
  }
}
