import JSONTree

extension Demarche {
  /// The same démarche as if everything in it had happened so many days later.
  ///
  /// Every value that is a day or an instant moves, wherever it stands, also under keys that the
  /// format does not name; dates inside longer texts stay.
  ///
  /// - Throws: ``FormatError`` when a date leaves the years 1 to 9999.
  package func shifted(byDays days: Int) throws(FormatError) -> Demarche {
    try Demarche(file: json.shifted(byDays: days))
  }

  /// The days by which to shift it so that on this day its schéma is so many months old; 0 for a
  /// schéma without a start.
  package func days(toBeOld months: Int, le jour: Day) -> Int {
    schema.debut.map { jour.adding(months: -months).number - $0.number } ?? 0
  }
}

extension JSONValue {
  fileprivate func shifted(byDays days: Int) -> JSONValue {
    switch self {
    case .string(let text):
      if let day = Day(iso: text) { return .string(day.adding(days: days).iso) }
      if let instant = Instant(iso: text) {
        return .string(Instant(seconds: instant.seconds + days * 86_400).iso)
      }
      return self
    case .array(let elements):
      return .array(elements.map { $0.shifted(byDays: days) })
    case .object(let object):
      return .object(object.mapValues { $0.shifted(byDays: days) })
    case .null, .bool, .number:
      return self
    }
  }
}
