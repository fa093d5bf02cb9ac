import DPES

extension Importation {
  mutating func importParticipants(_ rows: [ImportRow], _ headers: Headers) {
    findBareTitles(rows)
    let rows = sayingColleges(rows)
    let people = NamedPeople(rows.filter { !isTitle($0) }, headers, demarche)
    let all = (rows.filter(isTitle) + people.rows).sorted { $0.number < $1.number }
    for row in all {
      take(row) { (me, row) throws(Reason) in
        if me.isTitle(row), try me.isAlone(row) { return .left }
        if let reason = people.unsure[row.number] { throw reason }
        return try me.participant(row, like: people.doubles[row.number])
      }
    }
    madeInitials = people.made.map(\.name)
    notices += people.same.map { .sameName(row: $0.row, $0.name, $0.known) }
    if !people.made.isEmpty {
      notices.append(.initialsOfNames(people.made.map { "\($0.name), \($0.initials)" }))
    }
  }

  /// Whether a row is nobody's: it looks like a title or a note, or was said to be one.
  private func isTitle(_ row: ImportRow) -> Bool {
    guard let text = loneText(row) else { return false }
    return row.choices.explains(text, in: Self.loneTitle)
      ? row.choices.meaning(of: text, in: Self.loneTitle).isEmpty
      : bareTitles.contains(row.number)
  }

  /// A row of the tour de table: of who is known by these initials, or of somebody new.
  mutating func participant(_ row: ImportRow, like key: String?) throws(Reason) -> Outcome {
    let said = row.wholeName.flatMap { name in
      row.choices.explains(name, in: Self.personColumn) ? row.choices.person(name) : nil
    }
    var initiales = said
    if said?.isEmpty ?? true { initiales = try self.initiales(row) }
    var nom = row["prenom"] == nil ? row["nom"] : row.wholeName
    let double = key.flatMap { key in
      demarche.participants.first { $0.nom?.nameKey == key }
    }
    // Another order of the same words corrects nothing.
    if let said = nom,
      let known =
        (double
        ?? demarche.participants.first { one in
          initiales != nil && one.initiales?.folded == initiales?.folded
        })?.nom, known.folded != said.folded, known.isName(of: said)
    {
      nom = known
    }
    guard let name = initiales ?? nom else { throw .missing(column: "initiales") }
    let college = try row.college()
    let implication = try row.implication()
    let organisme = row["organisme"]
    let like = demarche.participants.filter { one in
      !taken.contains(one.id)
        && (initiales == nil
          ? one.nom == nom : one.initiales?.lowercased() == initiales?.lowercased())
    }
    // Of several with the same initials, the one of whom everything else is said too.
    let exact = like.first { one in
      (nom == nil || one.nom == nom) && (organisme == nil || one.organisme == organisme)
        && (college == nil || one.college == college)
    }
    // « Which of both SC » is answered by an id.
    let meant = demarche.participants.first { $0.id == initiales }
    guard let known = double ?? meant ?? exact ?? (like.count == 1 ? like.first : nil) else {
      guard like.isEmpty else {
        let ids = like.map(\.id)
        throw .ambiguousPerson(name, ids: ids, called: demarche.toldApart(ids))
      }
      var one = Participant()
      (one.initiales, one.nom, one.college) = (initiales, nom, college)
      (one.organisme, one.implication) = (organisme, implication)
      let id = demarche.participants.ajouter(one, ids: &ids)
      taken.insert(id)
      new.insert(id)
      return .added
    }
    taken.insert(known.id)
    // Somebody of here with other initials in the table, who was said to be the same.
    let isNamed = known.nom.map { one in nom.map(one.isName) ?? false } ?? false
    let corrected =
      said == nil || meant != nil || !isNamed
      ? nil : row.word("initiales").flatMap { demarche.participants(named: $0).isEmpty ? $0 : nil }
    let isChanged = demarche.participants.modifier(known.id) { one in
      one.nom = nom ?? one.nom
      one.college = college ?? one.college
      one.organisme = organisme ?? one.organisme
      one.implication = implication ?? one.implication
      one.initiales = corrected ?? one.initiales
    }
    guard isChanged, let after = demarche.participants.first(where: { $0.id == known.id }) else {
      return .unchanged
    }
    touched.insert(known.id)
    note(row, "initiales", of: name, known.initiales, after.initiales)
    note(row, "nom", of: name, known.nom, after.nom)
    note(row, "college", of: name, known.college?.nom, after.college?.nom)
    note(row, "organisme", of: name, known.organisme, after.organisme)
    note(row, "implication", of: name, known.implication?.nom, after.implication?.nom)
    return .changed
  }

  /// Whether initials that may say that nobody is meant are those of the row's name: « NC » of Noé Colin,
  /// or of a row that has no name.
  private func isSomebody(_ said: String, _ row: ImportRow) -> Bool {
    guard said.isInitials, said.allSatisfy(\.isUppercase) else { return false }
    return row.word("nom").map { NamedPeople.all($0).contains(said) } ?? true
  }

  /// The initials of a row; what is none is asked, as everywhere.
  private func initiales(_ row: ImportRow) throws(Reason) -> String? {
    guard let text = row.word("initiales"),
      case let said = row.choices.person(text), !said.isEmpty,
      !row.words.isNobody(said) || isSomebody(said, row)
    else { return nil }
    if said.isInitials || !demarche.participants(named: said).isEmpty { return said }
    try askUnlessInitials(
      said, row, isAnswer: row.choices.explains(text, in: Self.personColumn))
    return said
  }
}
