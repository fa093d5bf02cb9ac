/// When a schéma starts, and which months its profiles are for: chosen by the group.
package struct Depart: Hashable, Sendable {
  /// Month 0; nil until the group says.
  package var debut: Day?
  package var intermediaireMois: Int
  package var dureeMois: Int

  package init(debut: Day?, intermediaireMois: Int, dureeMois: Int) {
    self.debut = debut
    self.intermediaireMois = intermediaireMois
    self.dureeMois = dureeMois
  }
}

extension SchemaDeProgres {
  package var depart: Depart {
    get { Depart(debut: debut, intermediaireMois: intermediaireMois, dureeMois: dureeMois) }
    set {
      debut = newValue.debut
      intermediaireMois = newValue.intermediaireMois
      dureeMois = newValue.dureeMois
    }
  }

  /// The last column of the tableau (R1).
  package var derniereColonne: Int { periodes.last?.mois ?? Periode.duree }
}

/// What another départ does to what was written already; columns and objectives move with it (R1).
package struct EffetsDuDepart: Hashable, Sendable {
  /// The closed periods whose days change, by their months, in order.
  package let closes: [Int]
  /// How many réalisés have a date in the days of their period, and will not any more.
  package let realisesDehors: Int
  /// How many réalisés stand in columns that the tableau will not show any more.
  package let realisesCaches: Int
  /// How many paliers have a deadline within the duration, and will have it beyond.
  package let echeancesAuDela: Int
  /// How many paliers were not late on the day, and will be (R6).
  package let retards: Int

  /// On a day.
  ///
  /// - Complexity: twice that of an ``Avancement``.
  package init(_ depart: Depart, dans demarche: Demarche, le jour: Day) {
    let before = demarche.schema
    let after = before.with(\.depart, depart)
    let moves = before.debut != depart.debut
    closes =
      moves && before.debut != nil ? Set(demarche.periodesCloses.compactMap(\.mois)).sorted() : []
    let entries = before.paliers.lazy.flatMap(\.indicateurs).flatMap(\.realises.entries)
    realisesDehors =
      moves
      ? entries.count { entry in
        guard let date = entry.value.date else { return false }
        return before.periode(entry.mois).peutContenir(date)
          && !after.periode(entry.mois).peutContenir(date)
      } : 0
    let last = after.derniereColonne
    let shown = before.derniereColonne
    realisesCaches = last < shown ? entries.count { last < $0.mois && $0.mois <= shown } : 0
    echeancesAuDela = before.paliers.compactMap(\.echeanceMois).count {
      depart.dureeMois < $0 && $0 <= before.dureeMois
    }
    let late = moves ? after.enRetard(le: jour).subtracting(before.enRetard(le: jour)) : []
    retards = late.count
  }

  /// Whether nothing that was written looks otherwise.
  package var isEmpty: Bool {
    closes.isEmpty && realisesDehors == 0 && realisesCaches == 0 && echeancesAuDela == 0
      && retards == 0
  }
}

extension SchemaDeProgres {
  /// The paliers that are late on a day, by their ids.
  fileprivate func enRetard(le jour: Day) -> Set<String> {
    let paliers = Avancement(self, le: jour).axes.flatMap(\.paliers)
    return Set(paliers.lazy.filter { $0.etat == .enRetard }.map(\.palier.id))
  }
}

extension Periode {
  /// Whether a day is one of its own; any is, as long as it has none.
  fileprivate func peutContenir(_ jour: Day) -> Bool {
    guard let debut, let fin else { return true }
    return debut <= jour && jour <= fin
  }
}

extension Demarche {
  /// Chooses when the schéma starts, and the months of its profiles; what is written for a column
  /// stays in it, and the days of the column change.
  ///
  /// - Returns: Whether something changed.
  @discardableResult
  package mutating func modifierDepart(_ depart: Depart, _ signature: Signature) -> Bool {
    let before = schema.depart
    guard before != depart else { return false }
    schema.depart = depart
    tracer("debut", id, de: before.debut, a: depart.debut, signature)
    tracer(
      "intermediaire", id, de: before.intermediaireMois, a: depart.intermediaireMois, signature)
    tracer("duree", id, de: before.dureeMois, a: depart.dureeMois, signature)
    return true
  }
}
