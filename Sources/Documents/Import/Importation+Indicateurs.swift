import DPES
import JSONTree

extension Importation {
  mutating func importIndicateurs(_ rows: [ImportRow]) {
    titles = SaidTitles(rows, demarche)
    paliers = PalierPlaces(demarche)
    for row in rows { take(row) { (me, row) throws(Reason) in try me.indicateur(row) } }
    notices += deadlines.notices
    if !namedAfterPalier.isEmpty { notices.append(.namedAfterPalier(rows: namedAfterPalier)) }
    // What a question is about is not told beside it.
    var asked: Set<String> = []
    for case .maybeCorrected(_, let all) in refusals.map(\.reason) { asked.formUnion(all) }
    let absent = titles.absent.filter { palier in
      !asked.contains(palier.intitule)
        && paliers.place(ofID: palier.id).map { demarche.schema.paliers[$0].intitule }
          == palier.intitule
    }
    if !absent.isEmpty { notices.append(.absent(absent.map(\.intitule))) }
    noteOthers()
  }

  /// Tells of what a corrected table leaves behind: a palier on its former axis, an indicator under its
  /// former title.
  private mutating func noteOthers() {
    let all = demarche.schema.paliers
    for palier in all where new.contains(palier.id) {
      let places = paliers.places(of: palier.intitule.folded)
      for other in places.map({ all[$0] })
      where other.axe != palier.axe && !saidPaliers.contains(other.id) {
        notices.append(.otherAxis(palier: palier.intitule, other.axe))
      }
    }
    let left = all.filter { saidPaliers.contains($0.id) && !new.contains($0.id) }
      .filter { $0.indicateurs.contains { new.contains($0.id) } }
      .flatMap(\.indicateurs).filter { !taken.contains($0.id) }
    if !left.isEmpty { notices.append(.absentIndicateurs(left.map(\.intitule))) }
  }

  /// A row of the schéma: a palier, with one of its indicators or none.
  private mutating func indicateur(_ row: ImportRow) throws(Reason) -> Outcome {
    let intitule = row["indicateur"]
    if let axe = try row.axe() { lastAxe = axe }
    if let name = row["palier"] { lastPalier = name } else if intitule == nil { lastPalier = nil }
    guard let name = lastPalier else { throw .missing(column: "palier") }
    let echeance = try echeance(row)
    let nature = try row.nature()
    _ = try row.valeur("cible", nature: nature)
    let people = try people(row.word("responsable"), row)
    var (palier, outcome) = try palier(named: name, in: row)
    let old = demarche.schema.paliers[palier].echeanceMois
    let id = demarche.schema.paliers[palier].id
    saidPaliers.insert(id)
    if let echeance, deadlines.take(echeance, of: id, called: name, row: row.number),
      change(echeance, ofPalierAt: palier), outcome != .added
    {
      outcome = .changed
      touched.insert(id)
      note(row, "echeance", of: name, old.map(String.init), String(echeance))
    }
    // What is said of an indicator is not lost where none is named: the action is one itself.
    let describes = row.describesIndicateur || !people.isEmpty
    guard let intitule = intitule ?? (describes ? name : nil) else { return outcome }
    if row["indicateur"] == nil { namedAfterPalier.append(row.number) }
    let known = known(intitule, in: row, ofPalier: palier)
    if known == nil, row.word("id") == nil,
      let earlier = try earlier(intitule, in: row, ofPalier: palier, nature, people)
    {
      notices.append(.repeated([[earlier, row.number]]))
      return .unchanged
    }
    met["\(id)\n\(intitule.folded)"] = row.number
    guard let known else {
      var one = Indicateur()
      one.id = newID(row)
      one.intitule = intitule
      try describe(&one, nature, row)
      (one.responsable, one.avec) = (people.first, Array(people.dropFirst()))
      taken.insert(one.id)
      new.insert(one.id)
      paliers.add(id: one.id, at: palier)
      demarche.schema.paliers[palier].indicateurs.append(one)
      demarche.tracer("indicateur", one.id, avant: nil, apres: .texte(intitule), signature)
      return .added
    }
    var after = demarche.schema.paliers[palier].indicateurs[known]
    taken.insert(after.id)
    if after.intitule.folded != intitule.folded { after.intitule = intitule }
    try describe(&after, nature, row)
    if !people.isEmpty, people != after.personnes {
      (after.responsable, after.avec) = (people.first, Array(people.dropFirst()))
    }
    return put(after, at: known, ofPalier: palier, row) && outcome != .added ? .changed : outcome
  }

  /// The row above that says an indicator already; nil for the first one.
  ///
  /// - Throws: Where this row says another thing of it, as a second target.
  private func earlier(
    _ intitule: String, in row: ImportRow, ofPalier place: Int, _ nature: Indicateur.Nature?,
    _ people: [String]
  ) throws(Reason) -> Int? {
    let palier = demarche.schema.paliers[place]
    guard let earlier = met["\(palier.id)\n\(intitule.folded)"],
      let said = palier.indicateurs.first(where: {
        taken.contains($0.id) && $0.intitule.folded == intitule.folded
      })
    else { return nil }
    var copy = self
    var after = said
    try copy.describe(&after, nature, row)
    guard after == said, people.isEmpty || people == said.personnes else {
      throw .saidOtherwise(intitule, row: earlier)
    }
    return earlier
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
  ) -> Int? {
    let palier = demarche.schema.paliers[place]
    if let id = row.word("id"), let known = palier.indicateurs.firstIndex(where: { $0.id == id }) {
      return known
    }
    let free = palier.indicateurs.indices.filter { !taken.contains(palier.indicateurs[$0].id) }
    let folded = intitule.folded
    if let same = free.first(where: { palier.indicateurs[$0].intitule == intitule })
      ?? free.first(where: { palier.indicateurs[$0].intitule.folded == folded })
    {
      return same
    }
    // One that is named after its palier follows it.
    if row["indicateur"] == nil, let former = formerTitles[palier.id],
      let own = free.first(where: { palier.indicateurs[$0].intitule.folded == former })
    {
      return own
    }
    let name = lastPalier ?? palier.intitule
    guard let old = titles.indicateur(correctedBy: intitule, of: palier, called: name),
      !new.contains(old.id)
    else { return nil }
    return free.first { palier.indicateurs[$0].id == old.id }
  }

  /// The place of a row's palier, and whether it is a new one, a corrected one or the same.
  private mutating func palier(
    named name: String, in row: ImportRow
  ) throws(Reason) -> (place: Int, Outcome) {
    let axe = try row.axe()
    if let id = row.word("id") {
      if let earlier = met[id] { throw .sameID(id, row: earlier) }
      met[id] = row.number
      if let place = place(ofID: id) {
        return (place, try rename(place, name, row, isByID: true))
      }
    }
    let folded = name.folded
    let known = paliers.places(of: folded).filter { place in
      axe == nil || demarche.schema.paliers[place].axe == axe
    }
    if let same = known.first(where: { demarche.schema.paliers[$0].intitule == name })
      ?? known.first
    {
      return (same, .unchanged)
    }
    if let id = titles.palier(correctedBy: name), let place = place(ofID: id),
      (axe ?? lastAxe ?? demarche.schema.paliers[place].axe) == demarche.schema.paliers[place].axe
    {
      return (place, try rename(place, name, row, isByID: false))
    }
    if let corrected = try maybeCorrected(name, row) { return corrected }
    guard let axe = axe ?? lastAxe ?? row.choices.axe else {
      throw row.hasColumn("axe") ? .missing(column: "axe") : .noAxe
    }
    var palier = Palier()
    palier.id = row["indicateur"] == nil ? newID(row) : ids.next()
    palier.axe = axe
    palier.rang = paliers.count(of: axe) + 1
    palier.intitule = name
    new.insert(palier.id)
    paliers.add(palier, at: demarche.schema.paliers.count)
    demarche.schema.paliers.append(palier)
    demarche.tracer("palier", palier.id, avant: nil, apres: .texte(name), signature)
    return (demarche.schema.paliers.count - 1, .added)
  }

  /// The palier whose title a new one was said to correct; nil where it is a new palier.
  ///
  /// - Throws: Where nobody said it, and it may be.
  private mutating func maybeCorrected(
    _ name: String, _ row: ImportRow
  ) throws(Reason) -> (place: Int, Outcome)? {
    let all = titles.paliers(maybeCorrectedBy: name).filter { !saidPaliers.contains($0.id) }
    guard !all.isEmpty else { return nil }
    guard row.choices.explains(name, in: "palier") else {
      throw .maybeCorrected(name, of: all.map(\.intitule))
    }
    let said = row.choices.meaning(of: name, in: "palier").folded
    guard let id = all.first(where: { $0.intitule.folded == said })?.id,
      let place = place(ofID: id)
    else { return nil }
    return (place, try rename(place, name, row, isByID: false))
  }

  /// The place of the palier that an id is of, or one of its indicators'.
  private func place(ofID id: String) -> Int? { paliers.place(ofID: id) }

  /// Gives a palier the title of a row, if it is another; one that another palier has, or that the
  /// table says too, would move an indicator.
  private mutating func rename(
    _ place: Int, _ name: String, _ row: ImportRow, isByID: Bool
  ) throws(Reason) -> Outcome {
    let palier = demarche.schema.paliers[place]
    guard palier.intitule.folded != name.folded else { return .unchanged }
    if isByID {
      let isElsewhere = paliers.places(of: name.folded).contains {
        demarche.schema.paliers[$0].axe == palier.axe
      }
      if isElsewhere || titles.says(palier: palier.intitule) { throw .otherPalier(palier.intitule) }
    }
    demarche.schema.paliers[place].intitule = name
    formerTitles[palier.id] = palier.intitule.folded
    paliers.rename(place, from: palier.intitule, to: name)
    touched.insert(palier.id)
    note(row, "palier", of: palier.intitule, palier.intitule, name)
    return .changed
  }

  /// The id that a row gives to what it adds, where nothing has it.
  private mutating func newID(_ row: ImportRow) -> String {
    guard let id = row.word("id"), id.utf8.count <= 60, place(ofID: id) == nil else {
      return ids.next()
    }
    return id
  }

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
