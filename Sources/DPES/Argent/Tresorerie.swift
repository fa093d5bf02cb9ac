package import JSONTree

/// What there is on a day, and how far it goes; amounts in euros.
package struct PointDeTresorerie: IdentifiedRecord {
  package var id = ""
  package var date: Day?
  package var disponible: JSONNumber?
  package var depensesMensuelles: JSONNumber?
  /// Signed for the twelve months to come.
  package var ressourcesSignees: JSONNumber?
  /// Expected over the twelve months to come, what is signed included.
  package var ressourcesAttendues: JSONNumber?
  package var fondsPropres: JSONNumber?
  package var others = Others()

  package init() {}

  package static let fields: [Field<PointDeTresorerie>] = [
    .required("id", { $0.id }, { $0.id = $1 }),
    .optional("date", { $0.date }, { $0.date = $1 }).dates(.fait),
    .optional("disponible", { $0.disponible }, { $0.disponible = $1 }, .valeur),
    .optional(
      "depensesMensuelles", { $0.depensesMensuelles }, { $0.depensesMensuelles = $1 }, .valeur
    ).called("dépenses mensuelles"),
    .optional("ressourcesSignees", { $0.ressourcesSignees }, { $0.ressourcesSignees = $1 }, .valeur)
      .called("ressources signées"),
    .optional(
      "ressourcesAttendues", { $0.ressourcesAttendues }, { $0.ressourcesAttendues = $1 }, .valeur
    )
    .called("ressources attendues"),
    .optional("fondsPropres", { $0.fondsPropres }, { $0.fondsPropres = $1 }, .valeur).called(
      "fonds propres"),
  ]
}

/// The three horizons of a dated point: day to day, over a year, over two or three years.
package struct Tresorerie: Hashable, Sendable {
  package let point: PointDeTresorerie
  /// Months that what is there lasts, to a tenth; nil when it can't be told.
  package let moisDAvance: Double?
  /// The percent of what is expected over twelve months that is signed.
  package let partSignee: Int?
  /// How the own funds moved since the point before, in euros.
  package let changementDesFonds: Double?

  /// The points, the latest first; those without a date last, as they stand.
  ///
  /// - Complexity: O(n log n).
  package static func points(_ tresorerie: [PointDeTresorerie]) -> [Tresorerie] {
    let sorted = tresorerie.ordered { -($0.date?.number ?? -.max) }
    return sorted.indices.map { index in
      let before = sorted[(index + 1)...].first { $0.date != nil && $0.fondsPropres != nil }
      return Tresorerie(sorted[index], apres: sorted[index].date == nil ? nil : before)
    }
  }

  private init(_ point: PointDeTresorerie, apres before: PointDeTresorerie?) {
    self.point = point
    moisDAvance = Self.ratio(point.disponible, point.depensesMensuelles).map {
      ($0 * 10).rounded() / 10
    }
    partSignee = Self.ratio(point.ressourcesSignees, point.ressourcesAttendues).flatMap {
      // A percent of more than ten times says only that a figure is wrong.
      $0 <= 10 && $0 >= 0 ? Int(($0 * 100).rounded()) : nil
    }
    changementDesFonds = point.fondsPropres?.double.flatMap { now in
      before?.fondsPropres?.double.map { now - $0 }
    }
  }

  private static func ratio(_ part: JSONNumber?, _ whole: JSONNumber?) -> Double? {
    guard let part = part?.double, let whole = whole?.double, whole > 0 else { return nil }
    let ratio = part / whole
    return ratio.isFinite && abs(ratio) < 1_000_000 ? ratio : nil
  }

  /// « 1,2 mois d’avance », or what is overdrawn; nil when it can't be told.
  package var court: String? {
    if let there = point.disponible?.double, there < 0, let number = JSONNumber(-there) {
      return "découvert de \(number.euros)"
    }
    return moisDAvance.flatMap { JSONNumber($0) }.map { "\($0.french)\u{A0}mois d’avance" }
  }

  /// « 92 % signés sur douze mois ».
  package var moyen: String? { partSignee.map { "\($0)\u{A0}% signés sur douze mois" } }

  /// « fonds propres 84 000 €, +6 000 € depuis le point d’avant ».
  package var long: String? {
    guard let funds = point.fondsPropres else { return nil }
    var text = "fonds propres \(funds.euros)"
    if let change = changementDesFonds, let number = JSONNumber(abs(change)) {
      text +=
        change == 0
        ? ", comme au point d’avant"
        : ", \(change < 0 ? "−" : "+")\(number.euros) depuis le point d’avant"
    }
    return text
  }
}
