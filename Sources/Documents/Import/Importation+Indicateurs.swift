import DPES
import JSONTree

extension Importation {
  mutating func importIndicateurs(_ rows: [ImportRow]) {
    paliers = PalierPlaces(demarche)
    let rows = sayingPaliers(rows)
    titles = SaidTitles(rows, demarche)
    findBareTitles(rows)
    for row in rows { take(row) { (me, row) throws(Reason) in try me.indicateur(row) } }
    notices += deadlines.notices
    noteJoinedLines(rows)
    if !namedAfterPalier.isEmpty { notices.append(.namedAfterPalier(rows: namedAfterPalier)) }
    if !unnamed.isEmpty { notices.append(.unnamedIndicateurs(rows: unnamed)) }
    // What a question is about is not told beside it.
    var asked: Set<String> = []
    for case .maybeCorrected(_, let all) in refusals.map(\.reason) { asked.formUnion(all) }
    for case .otherPalier(let title) in refusals.map(\.reason) { asked.insert(title) }
    for case .otherAxis(_, let title, _, _, _, _) in refusals.map(\.reason) { asked.insert(title) }
    let absent = titles.absent.filter { palier in
      !asked.contains(palier.intitule)
        && paliers.place(ofID: palier.id).map { demarche.schema.paliers[$0].intitule }
          == palier.intitule
    }
    if !absent.isEmpty { notices.append(.absent(absent.map(\.intitule))) }
    noteOthers()
  }

  /// Tells of titles that stand on several lines of their cell: each may be an indicator of its own.
  private mutating func noteJoinedLines(_ rows: [ImportRow]) {
    let joined = rows.filter { row in ["palier", "indicateur"].contains(where: row.hasLines) }
    guard let first = joined.first,
      let column = ["palier", "indicateur"].first(where: first.hasLines),
      let title = first.title(column)
    else { return }
    notices.append(.joinedLines(rows: joined.map(\.number), title))
  }

  /// Tells of what a corrected table leaves behind: a palier on its former axis, an indicator under its
  /// former title.
  private mutating func noteOthers() {
    let all = demarche.schema.paliers
    for palier in all where new.contains(palier.id) {
      let places = paliers.places(of: palier.intitule.foldedTitle)
      for other in places.map({ all[$0] })
      where other.axe != palier.axe && !saidPaliers.contains(other.id) {
        notices.append(.otherAxis(palier: palier.intitule, other.axe))
      }
    }
    // One that another palier has now was parted from its own.
    let parted = Set(
      all.filter { new.contains($0.id) }.flatMap(\.indicateurs).map(\.intitule.foldedTitle))
    let left = all.filter { saidPaliers.contains($0.id) && !new.contains($0.id) }
      .flatMap { palier in
        let isChanged = palier.indicateurs.contains { new.contains($0.id) }
        return palier.indicateurs.filter {
          !taken.contains($0.id) && (isChanged || parted.contains($0.intitule.foldedTitle))
        }
      }
    if !left.isEmpty { notices.append(.absentIndicateurs(left.map(\.intitule))) }
  }

  /// A row of the schéma: a palier, with one of its indicators or none.
  private mutating func indicateur(_ row: ImportRow) throws(Reason) -> Outcome {
    let intitule = row.title("indicateur")
    parting = nil
    if try isAlone(row) { return .left }
    if let axe = try row.axe() {
      // What a row leaves empty is of its own axis.
      if axe != lastAxe { lastPalier = nil }
      lastAxe = axe
    } else if row.isLeftByAxis {
      leave(row)
      return .left
    }
    if try isOrphan(row) { return .left }
    if let name = row.title("palier") {
      lastPalier = name
    } else if intitule == nil {
      lastPalier = nil
    }
    guard let name = lastPalier else { throw .missing(column: "palier") }
    let echeance = try echeance(row)
    let nature = try row.nature()
    _ = try row.valeur("cible", nature: nature)
    let people = try people(row.word("responsable"), row)
    var (palier, outcome) = try palier(named: name, in: row)
    saidPaliers.insert(demarche.schema.paliers[palier].id)
    part(to: palier, row, &outcome)
    if let echeance { take(echeance, ofPalierAt: palier, called: name, row, &outcome) }
    let title = try title(row, named: name, ofPalier: palier, isOfPeople: !people.isEmpty)
    guard let title else { return outcome }
    let known = try known(title, in: row, ofPalier: palier)
    if known == nil, row.word("id") == nil,
      let again = try again(title, in: row, ofPalier: palier, nature, people)
    {
      return again == .unchanged ? .unchanged : outcome == .added ? .added : again
    }
    met["\(demarche.schema.paliers[palier].id)\n\(title.foldedTitle)"] = row.number
    guard let known else {
      try add(title, row, ofPalier: palier, nature, people)
      return .added
    }
    let isChanged = try change(known, title, row, ofPalier: palier, nature, people)
    return isChanged && outcome != .added ? .changed : outcome
  }

  /// Takes what a row says of an indicator that is there; whether something changed.
  private mutating func change(
    _ place: Int, _ intitule: String, _ row: ImportRow, ofPalier palier: Int,
    _ nature: Indicateur.Nature?, _ people: [String]
  ) throws(Reason) -> Bool {
    var after = demarche.schema.paliers[palier].indicateurs[place]
    taken.insert(after.id)
    said[after.id] = try said(row, nature, of: after.nature, people)
    if after.intitule.foldedTitle != intitule.foldedTitle { after.intitule = intitule }
    try describe(&after, nature, row)
    if !people.isEmpty, people != after.personnes {
      (after.responsable, after.avec) = (people.first, Array(people.dropFirst()))
    }
    return put(after, at: place, ofPalier: palier, row)
  }

  /// Adds a row's indicator to its palier.
  private mutating func add(
    _ intitule: String, _ row: ImportRow, ofPalier palier: Int, _ nature: Indicateur.Nature?,
    _ people: [String]
  ) throws(Reason) {
    var one = Indicateur()
    one.id = newID(row)
    one.intitule = intitule
    try describe(&one, nature, row)
    (one.responsable, one.avec) = (people.first, Array(people.dropFirst()))
    taken.insert(one.id)
    said[one.id] = try said(row, nature, of: nil, people)
    new.insert(one.id)
    paliers.add(id: one.id, at: palier)
    demarche.schema.paliers[palier].indicateurs.append(one)
    demarche.tracer("indicateur", one.id, avant: nil, apres: .texte(intitule), signature)
  }

  /// Takes the deadline that a row gives to its palier.
  private mutating func take(
    _ echeance: Int, ofPalierAt palier: Int, called name: String, _ row: ImportRow,
    _ outcome: inout Outcome
  ) {
    let one = demarche.schema.paliers[palier]
    // That of a palier from which an indicator came, or to which it did not go.
    if parting == .left || parting == .moved && !new.contains(one.id) { return }
    guard deadlines.take(echeance, of: one.id, called: name, row: row.number),
      change(echeance, ofPalierAt: palier), outcome != .added
    else { return }
    outcome = .changed
    touched.insert(one.id)
    note(row, "echeance", of: name, one.echeanceMois.map(String.init), String(echeance))
  }

  /// The title of the indicator of a row's id, which a row without one leaves as it is; nil for one that
  /// is named after its palier, and follows it.
  func keptTitle(_ row: ImportRow, ofPalier place: Int) -> String? {
    let palier = demarche.schema.paliers[place]
    guard let id = row.word("id"), let one = palier.indicateurs.first(where: { $0.id == id }),
      one.intitule.foldedTitle != formerTitles[palier.id]
    else { return nil }
    return one.intitule
  }

  /// Takes a row of an indicator that a row above says already: what that one left empty; nil for the
  /// first one.
  ///
  /// - Throws: Where this row says another thing of it, as a second target.
  private mutating func again(
    _ intitule: String, in row: ImportRow, ofPalier place: Int, _ nature: Indicateur.Nature?,
    _ people: [String]
  ) throws(Reason) -> Outcome? {
    let palier = demarche.schema.paliers[place]
    guard let earlier = met["\(palier.id)\n\(intitule.foldedTitle)"],
      let index = palier.indicateurs.firstIndex(where: {
        taken.contains($0.id) && $0.intitule.foldedTitle == intitule.foldedTitle
      })
    else { return nil }
    var after = palier.indicateurs[index]
    let (above, here) = (
      said[after.id] ?? Indicateur(), try said(row, nature, of: after.nature, people)
    )
    guard let both = above.joined(with: here) else { throw .saidOtherwise(intitule, row: earlier) }
    said[after.id] = both
    (after.cible, after.unite) = (here.cible ?? after.cible, here.unite ?? after.unite)
    after.nature = here.nature ?? after.nature
    if !people.isEmpty {
      (after.responsable, after.avec) = (people.first, Array(people.dropFirst()))
    }
    if put(after, at: index, ofPalier: place, row) {
      return new.contains(after.id) ? .added : .changed
    }
    notices.append(.repeated([[earlier, row.number]]))
    return .unchanged
  }

  /// What a row says by itself of its indicator, as one of a nature is read.
  private func said(
    _ row: ImportRow, _ nature: Indicateur.Nature?, of known: Indicateur.Nature?,
    _ people: [String]
  ) throws(Reason) -> Indicateur {
    var one = Indicateur()
    one.nature = nature ?? row.likelyNature("cible")
    one.cible = try row.valeur("cible", nature: nature ?? known ?? one.nature)
    one.unite = row["unite"]
    (one.responsable, one.avec) = (people.first, Array(people.dropFirst()))
    return one
  }

  /// Puts an indicator in the place of itself, and tells what changed; false where nothing did.
  private mutating func put(
    _ after: Indicateur, at place: Int, ofPalier palier: Int, _ row: ImportRow
  ) -> Bool {
    let before = demarche.schema.paliers[palier].indicateurs[place]
    guard after != before else { return false }
    demarche.schema.paliers[palier].indicateurs[place] = after
    touched.insert(after.id)
    demarche.tracer(
      "indicateur", after.id, avant: .texte(before.intitule), apres: .texte(after.intitule),
      signature)
    let subject = before.intitule
    note(row, "indicateur", of: subject, before.intitule, after.intitule)
    note(row, "nature", of: subject, before.nature?.mot, after.nature?.mot)
    note(
      row, "cible", of: subject, before.cible.map { before.french($0) },
      after.cible.map { after.french($0) })
    note(row, "unite", of: subject, before.unite, after.unite)
    note(
      row, "responsable", of: subject, names(of: before.personnes), names(of: after.personnes))
    return true
  }

  /// The place of a row's indicator in its palier: by its id, by its title, or by the title that it
  /// corrects; nil for a new one.
  private func known(
    _ intitule: String, in row: ImportRow, ofPalier place: Int
  ) throws(Reason) -> Int? {
    let palier = demarche.schema.paliers[place]
    if let id = row.word("id"), let known = palier.indicateurs.firstIndex(where: { $0.id == id }) {
      return known
    }
    let free = palier.indicateurs.indices.filter { !taken.contains(palier.indicateurs[$0].id) }
    let folded = intitule.foldedTitle
    if let same = free.first(where: { palier.indicateurs[$0].intitule == intitule })
      ?? free.first(where: { palier.indicateurs[$0].intitule.foldedTitle == folded })
    {
      return same
    }
    // One that is named after its palier follows it.
    if row["indicateur"] == nil, let former = formerTitles[palier.id],
      let own = free.first(where: { palier.indicateurs[$0].intitule.foldedTitle == former })
    {
      return own
    }
    let names = [lastPalier?.foldedTitle, palier.intitule.foldedTitle, formerTitles[palier.id]]
      .compactMap(\.self)
    let title = SaidTitles.Place(palier: palier, names: names)
    if let old = titles.indicateur(correctedBy: intitule, of: title), !new.contains(old.id) {
      return free.first { palier.indicateurs[$0].id == old.id }
    }
    // Who gives an id of one's own says that it is another.
    guard row["indicateur"] != nil, row.word("id") == nil else { return nil }
    return try maybeCorrected(intitule, title, row)
  }

  /// The place of the indicator whose title a new one was said to correct; nil where it is a new one.
  ///
  /// - Throws: Where nobody said it, and it may be.
  private func maybeCorrected(
    _ intitule: String, _ place: SaidTitles.Place, _ row: ImportRow
  ) throws(Reason) -> Int? {
    let all = titles.indicateurs(maybeCorrectedBy: intitule, of: place)
      .filter { !taken.contains($0.id) && !new.contains($0.id) }
    guard !all.isEmpty else { return nil }
    guard row.choices.explains(intitule, in: Self.indicatorTitle) else {
      throw .maybeCorrectedIndicateur(intitule, of: all.map(\.intitule))
    }
    let said = row.choices.meaning(of: intitule, in: Self.indicatorTitle).foldedTitle
    guard let one = all.first(where: { $0.intitule.foldedTitle == said }) else { return nil }
    return place.palier.indicateurs.firstIndex { $0.id == one.id }
  }

  /// Under which answers about the title of an indicator are kept.
  package static let indicatorTitle = "titre-d-indicateur"

  /// A deadline changed as it is by hand, exceptions to the objectives following.
  private mutating func change(_ echeance: Int, ofPalierAt index: Int) -> Bool {
    let id = demarche.schema.paliers[index].id
    guard let before = demarche.schema.paliers[index].echeanceMois else {
      demarche.schema.paliers[index].echeanceMois = echeance
      demarche.tracer(
        "echeance", id, avant: nil, apres: .nombre(JSONNumber(echeance)), signature)
      return true
    }
    return before == echeance
      ? false : demarche.decalerEcheance(dePalier: id, de: echeance - before, signature)
  }
}

extension Indicateur {
  /// What two rows say of one indicator together; nil where they contradict each other.
  fileprivate func joined(with other: Indicateur) -> Indicateur? {
    func isOne<Value: Equatable>(_ one: Value?, _ two: Value?) -> Bool {
      one == nil || two == nil || one == two
    }
    guard isOne(nature, other.nature), isOne(cible, other.cible), isOne(unite, other.unite),
      responsable == nil || other.responsable == nil || personnes == other.personnes
    else { return nil }
    var both = self
    (both.nature, both.cible) = (nature ?? other.nature, cible ?? other.cible)
    both.unite = unite ?? other.unite
    if responsable == nil { (both.responsable, both.avec) = (other.responsable, other.avec) }
    return both
  }
}
