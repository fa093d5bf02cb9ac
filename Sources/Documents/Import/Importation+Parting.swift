import DPES

// Indicators that a table says of another palier than theirs, and rows that name none.
extension Importation {
  /// What becomes of an indicator that a row says of another palier.
  enum Parting: Hashable {
    /// It goes from a place of the schéma to the palier of the row.
    case moves(String, from: Int)
    case moved
    /// It stays, and the row is of the palier where it is.
    case left
  }

  /// Under which answers about the palier of an indicator are kept.
  package static let indicatorPalier = "palier-d-indicateur"
  /// And which indicator of a palier rows that name none are of.
  package static let unnamedIndicator = "indicateur-du-palier"

  /// The place of the palier where the indicator of a row was said to stay; nil where the row is of the
  /// palier that it names: its indicator is new, or moves there.
  ///
  /// - Throws: Where nobody said it, and another palier has that indicator, which no row says there.
  mutating func placeLeft(
    by row: ImportRow, named name: String, on axe: Axe?, _ known: Int?
  ) throws(Reason) -> Int? {
    guard row.word("id") == nil, let title = row.title("indicateur") else { return nil }
    let folded = title.foldedTitle
    let here = known.map { demarche.schema.paliers[$0].indicateurs } ?? []
    guard !here.contains(where: { $0.intitule.foldedTitle == folded }),
      let (place, id) = owner(of: folded, but: known, named: name, row)
    else { return nil }
    let said = row.choices.meaning(of: title, in: Self.indicatorPalier)
    switch Move(rawValue: said.folded) {
    case .deplacer: parting = .moves(id, from: place)
    case .laisser:
      parting = .left
      return place
    case .nouveau: break
    case nil:
      let axe = known.map { demarche.schema.paliers[$0].axe } ?? axe
      throw .movedIndicateur(
        title,
        from: label(demarche.schema.paliers[place].intitule, demarche.schema.paliers[place].axe),
        to: label(name, axe))
    }
    return nil
  }

  /// The palier that has an indicator which the table says of others alone, on the same axis rather than
  /// on another.
  private func owner(
    of folded: String, but known: Int?, named name: String, _ row: ImportRow
  ) -> (place: Int, id: String)? {
    // A palier that was said to be another one of the same title has its own.
    let isOther = row.choices.explains(name, in: Self.palierAxis)
    let axe = known.map { demarche.schema.paliers[$0].axe } ?? lastAxe
    let all = titles.paliers(parted: folded)
    for palier in all.filter({ $0.axe == axe }) + all.filter({ $0.axe != axe }) {
      guard let place = paliers.place(ofID: palier.id), place != known,
        !isOther || palier.intitule.foldedTitle != name.foldedTitle,
        let one = demarche.schema.paliers[place].indicateurs.first(where: {
          $0.intitule.foldedTitle == folded && !taken.contains($0.id)
        })
      else { continue }
      return (place, one.id)
    }
    return nil
  }

  private func label(_ title: String, _ axe: Axe?) -> String {
    axe.map { "\(title) (\($0.motCourt))" } ?? title
  }

  /// Moves the indicator of a row to its palier, where that was said.
  mutating func part(to place: Int, _ row: ImportRow, _ outcome: inout Outcome) {
    guard case .moves(let id, let old)? = parting, old != place,
      let index = demarche.schema.paliers[old].indicateurs.firstIndex(where: { $0.id == id })
    else { return }
    parting = .moved
    let one = demarche.schema.paliers[old].indicateurs.remove(at: index)
    demarche.schema.paliers[place].indicateurs.append(one)
    paliers.move(id: id, to: place)
    touched.insert(id)
    let ends = [old, place].map {
      label(demarche.schema.paliers[$0].intitule, demarche.schema.paliers[$0].axe)
    }
    note(row, "palier", of: one.intitule, ends[0], ends[1])
    demarche.tracer("indicateur", id, avant: .texte(ends[0]), apres: .texte(ends[1]), signature)
    if outcome == .unchanged { outcome = .changed }
  }

  /// The title of a row's indicator; of one that names none, that of its id, or of the one of its palier
  /// that no other row names, or the palier's own where it says something of an indicator.
  mutating func title(
    _ row: ImportRow, named name: String, ofPalier place: Int, isOfPeople: Bool
  ) throws(Reason) -> String? {
    if let said = row.title("indicateur") ?? keptTitle(row, ofPalier: place) { return said }
    // What is said of an indicator is not lost where none is named: the action is one itself.
    guard row.describesIndicateur || isOfPeople else { return nil }
    if let known = try unnamed(row, named: name, ofPalier: place) {
      unnamed.append(row.number)
      return known
    }
    namedAfterPalier.append(row.number)
    return name
  }

  /// The title of the indicator that a row is of which names none; nil where the palier has none that
  /// may be meant, or has one of its own title.
  private func unnamed(
    _ row: ImportRow, named name: String, ofPalier place: Int
  ) throws(Reason) -> String? {
    let palier = demarche.schema.paliers[place]
    let names = [name.foldedTitle, palier.intitule.foldedTitle, formerTitles[palier.id]]
      .compactMap(\.self)
    guard !palier.indicateurs.contains(where: { names.contains($0.intitule.foldedTitle) }) else {
      return nil
    }
    let left = palier.indicateurs.filter { one in
      !new.contains(one.id) && !titles.says(indicateur: one.intitule.foldedTitle, under: names)
    }
    guard left.count > 1 else { return left.first?.intitule }
    guard row.choices.explains(name, in: Self.unnamedIndicator) else {
      throw .unnamedIndicateur(name, of: left.map(\.intitule))
    }
    let said = row.choices.meaning(of: name, in: Self.unnamedIndicator).foldedTitle
    return left.first { $0.intitule.foldedTitle == said }?.intitule
  }
}
