import DPES

// Which palier a row is of: by an id, by its title, by the title that it corrects.
extension Importation {
  /// What becomes of a palier that a row says on another axis.
  package enum Move: String, CaseIterable, Hashable, Sendable {
    case deplacer
    /// The palier stays where it is, and what else the row says is taken.
    case laisser
    /// The row is of another palier, of the same title.
    case nouveau
  }

  /// Under which answers about the axis of a palier are kept.
  package static let palierAxis = "axe-du-palier"

  /// The place of a row's palier, and whether it is a new one, a corrected one or the same.
  mutating func palier(named name: String, in row: ImportRow) throws(Reason) -> (
    place: Int, Outcome
  ) {
    let own = try row.axe()
    let axe = own ?? lastAxe
    if let id = row.word("id") {
      if let earlier = met[id] { throw .sameID(id, row: earlier) }
      met[id] = row.number
      if let place = place(ofID: id) { return (place, try take(place, name, row, axe, own)) }
    }
    let folded = name.foldedTitle
    if let known = known(folded, called: name, on: axe) {
      return (try placeLeft(by: row, named: name, on: axe, known) ?? known, .unchanged)
    }
    if let place = elsewhere(folded, than: axe), let axe,
      let outcome = try move(
        place, to: axe, name, row, unless: own == nil ? .laisser : .nouveau, isOwn: own != nil)
    {
      return (place, outcome)
    }
    let corrected = titles.palier(correctedBy: name).flatMap { place(ofID: $0) }
    if let place = corrected,
      (axe ?? demarche.schema.paliers[place].axe) == demarche.schema.paliers[place].axe
    {
      return (place, try rename(place, name, row))
    }
    if let found = try maybeCorrected(name, row, axe, corrected) { return found }
    guard let axe = axe ?? row.choices.axe else {
      throw row.hasColumn("axe") ? .missing(column: "axe") : .noAxe(likely: sheetAxe)
    }
    if let left = try placeLeft(by: row, named: name, on: axe, nil) { return (left, .unchanged) }
    return (add(name, on: axe, row), .added)
  }

  private mutating func add(_ name: String, on axe: Axe, _ row: ImportRow) -> Int {
    var palier = Palier()
    palier.id = row["indicateur"] == nil ? newID(row) : ids.next()
    palier.axe = axe
    palier.rang = paliers.count(of: axe) + 1
    palier.intitule = name
    new.insert(palier.id)
    paliers.add(palier, at: demarche.schema.paliers.count)
    demarche.schema.paliers.append(palier)
    demarche.tracer("palier", palier.id, avant: nil, apres: .texte(name), signature)
    return demarche.schema.paliers.count - 1
  }

  /// The palier of a title on an axis, or on any where none is said; one whose title was corrected has
  /// its former one too, where the table says both.
  private func known(_ folded: String, called name: String, on axe: Axe?) -> Int? {
    let former = parted[folded].flatMap { place(ofID: $0) }
    let all = (paliers.places(of: folded) + [former].compactMap(\.self)).filter { place in
      axe == nil || demarche.schema.paliers[place].axe == axe
    }
    return all.first { demarche.schema.paliers[$0].intitule == name } ?? all.first
  }

  /// A palier of a title on another axis, where the table does not say it.
  private func elsewhere(_ folded: String, than axe: Axe?) -> Int? {
    paliers.places(of: folded).first { place in
      let other = demarche.schema.paliers[place]
      return other.axe != axe && !new.contains(other.id) && !titles.says(folded, on: other.axe)
    }
  }

  /// Moves a palier to the axis of a row, or leaves it, as was said.
  ///
  /// An axis that only a row above says is likely no move. nil where the row is of another palier.
  ///
  /// - Throws: Where nobody said it.
  private mutating func move(
    _ place: Int, to axe: Axe, _ name: String, _ row: ImportRow, unless other: Move, isOwn: Bool
  ) throws(Reason) -> Outcome? {
    let palier = demarche.schema.paliers[place]
    let said = row.choices.meaning(of: name, in: Self.palierAxis)
    switch Move(rawValue: said.folded) {
    case .deplacer:
      put(place, on: axe, row)
      return .changed
    case .laisser: return .unchanged
    case .nouveau where other == .nouveau: return nil
    default:
      throw .otherAxis(
        name, known: palier.intitule, from: palier.axe, to: axe, unless: other,
        likely: isOwn ? .deplacer : other)
    }
  }

  private mutating func put(_ place: Int, on axe: Axe, _ row: ImportRow) {
    let palier = demarche.schema.paliers[place]
    guard palier.axe != axe else { return }
    demarche.deplacerPalier(palier.id, vers: axe, auRang: .max)
    demarche.tracer(
      "axe", palier.id, avant: .texte(palier.axe.rawValue), apres: .texte(axe.rawValue), signature)
    paliers.move(from: palier.axe, to: axe)
    touched.insert(palier.id)
    note(row, "axe", of: palier.intitule, palier.axe.nomCourt, axe.nomCourt)
  }

  /// The palier whose title a new one was said to correct, on its axis or another; nil where it is a
  /// new palier.
  ///
  /// - Throws: Where nobody said it, and it may be.
  private mutating func maybeCorrected(
    _ name: String, _ row: ImportRow, _ axe: Axe?, _ corrected: Int?
  ) throws(Reason) -> (place: Int, Outcome)? {
    var all = titles.paliers(maybeCorrectedBy: name).filter { !saidPaliers.contains($0.id) }
    if let corrected { all.insert(demarche.schema.paliers[corrected], at: 0) }
    let sharing = all.isEmpty ? titles.palier(sharing: name) : nil
    if let sharing { all = [sharing] }
    guard !all.isEmpty else { return nil }
    guard row.choices.explains(name, in: "palier") else {
      if let sharing { throw .sharesIndicateur(name, of: sharing.intitule) }
      throw .maybeCorrected(name, of: all.map(\.intitule))
    }
    let said = row.choices.meaning(of: name, in: "palier").foldedTitle
    guard let id = all.first(where: { $0.intitule.foldedTitle == said })?.id,
      let place = place(ofID: id)
    else { return nil }
    if let axe { put(place, on: axe, row) }
    return (place, try rename(place, name, row))
  }

  /// The place of the palier that an id is of, or one of its indicators'.
  private func place(ofID id: String) -> Int? { paliers.place(ofID: id) }

  /// Takes the axis and the title that a row gives to the palier of its id; a title that another
  /// palier has, or one that the table says too, would move an indicator.
  private mutating func take(
    _ place: Int, _ name: String, _ row: ImportRow, _ axe: Axe?, _ own: Axe?
  ) throws(Reason) -> Outcome {
    let palier = demarche.schema.paliers[place]
    if palier.intitule.foldedTitle != name.foldedTitle {
      let isElsewhere = paliers.places(of: name.foldedTitle).contains {
        [palier.axe, axe].contains(demarche.schema.paliers[$0].axe)
      }
      if isElsewhere || titles.says(palier: palier.intitule) { throw .otherPalier(palier.intitule) }
    }
    var outcome = Outcome.unchanged
    if let axe, axe != palier.axe {
      guard !titles.says(name.foldedTitle, on: palier.axe) else {
        throw .onTwoAxes(name, palier.axe)
      }
      outcome =
        try move(place, to: axe, name, row, unless: .laisser, isOwn: own != nil) ?? .unchanged
    }
    return try rename(place, name, row) == .changed ? .changed : outcome
  }

  /// Gives a palier the title of a row, if it is another.
  private mutating func rename(
    _ place: Int, _ name: String, _ row: ImportRow
  ) throws(Reason) -> Outcome {
    let palier = demarche.schema.paliers[place]
    guard palier.intitule.foldedTitle != name.foldedTitle else { return .unchanged }
    demarche.schema.paliers[place].intitule = name
    formerTitles[palier.id] = palier.intitule.foldedTitle
    if titles.says(palier: palier.intitule) { parted[palier.intitule.foldedTitle] = palier.id }
    paliers.rename(place, from: palier.intitule, to: name)
    touched.insert(palier.id)
    note(row, "palier", of: palier.intitule, palier.intitule, name)
    return .changed
  }

  /// The id that a row gives to what it adds, where nothing has it.
  mutating func newID(_ row: ImportRow) -> String {
    guard let id = row.word("id"), id.utf8.count <= 60, place(ofID: id) == nil else {
      return ids.next()
    }
    return id
  }
}
