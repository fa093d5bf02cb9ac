import DPES
import JSONTree

extension Importation {
  mutating func importRealises(_ rows: [ImportRow]) {
    let known = KnownIndicateurs(demarche)
    findBareTitles(rows)
    let months = demarche.schema.periodes.map(\.mois)
    var place = KnownIndicateurs.Place()
    for row in rows {
      place.read(row, known)
      take(row) { (me, row) throws(Reason) in
        if try me.isAlone(row) { return .left }
        guard let cell = row["indicateur"] else { throw .missing(column: "indicateur") }
        if let one = row.word("id").flatMap({ known.byID[$0] }) {
          return try me.realise(row, of: one, months)
        }
        guard let one = try me.indicateur(cell, row, place, known) else {
          me.leftOut.append(row.number)
          return .left
        }
        return try me.realise(row, of: one, months)
      }
    }
  }

  /// The indicator that a row names, by its palier and axis where several have its title; nil for a row
  /// that was said to be of none.
  ///
  /// - Throws: Where none has it, or several, or another palier than the row's.
  private func indicateur(
    _ cell: String, _ row: ImportRow, _ place: KnownIndicateurs.Place, _ known: KnownIndicateurs
  ) throws(Reason) -> Indicateur? {
    let pair = place.label.map { "\(cell) (\($0))" } ?? cell
    let isPair = row.choices.explains(pair, in: "indicateur")
    let said =
      isPair ? row.choices.meaning(of: pair, in: "indicateur") : row.said("indicateur") ?? ""
    guard !said.isEmpty else { return nil }
    let word = row.word("indicateur") ?? cell
    let all = known.all(said == word ? cell : said)
    let isAnswer = isPair || said != word
    let found = isAnswer || all.isEmpty ? all : place.narrow(all, known)
    if found.count == 1 { return found[0] }
    guard let first = all.first else {
      throw .unknownIndicateur(cell, near: known.near(said))
    }
    // The one of that title is another palier's.
    guard !found.isEmpty || all.count > 1 else {
      throw .unknownIndicateur(pair, near: first.intitule)
    }
    let ids = (found.isEmpty ? all : found).map(\.id)
    throw .ambiguousIndicateur(pair, ids: ids, called: demarche.toldApart(indicateurs: ids))
  }

  private mutating func realise(
    _ row: ImportRow, of indicateur: Indicateur, _ months: [Int]
  ) throws(Reason) -> Outcome {
    guard let text = row.word("periode") else { throw .missing(column: "periode") }
    let before = try periode(row, text, of: indicateur, months)
    let (mois, old) = (before.mois, before.realise)
    let place = "\(indicateur.id)/\(mois)"
    if let earlier = met[place] { throw .sameTwice(row: earlier) }
    met[place] = row.number
    var new = old ?? Realise()
    new.statut = try row.realise() ?? new.statut
    if try !takeShare(row, of: indicateur, in: &new) {
      let unite = indicateur.unite
      new.valeur =
        try row.valeur("valeur", nature: indicateur.nature, unite: unite) ?? new.valeur
      noteNature(indicateur.nature, "valeur", row)
      noteText(new, of: indicateur, row)
    }
    new.date = try day(row) ?? new.date
    if let title = row["piece"], title != new.piece?.titre {
      var piece = new.piece ?? Realise.Piece()
      piece.titre = title
      new.piece = piece
    }
    try say(row, in: &new)
    guard !new.isBlank else { throw .missing(column: "statut") }
    guard new != old else { return .unchanged }
    guard !demarche.estClose(mois) else { throw .closed(mois: mois) }
    demarche.modifierRealise(deIndicateur: indicateur.id, periode: mois, signature) { $0 = new }
    guard let old else {
      self.new.insert(place)
      return .added
    }
    touched.insert(place)
    note(row, of: indicateur, mois, old, new)
    return .changed
  }

  /// Tells of a text where nobody said a nature and the target is a number: « 180 m² ».
  private mutating func noteText(
    _ realise: Realise, of indicateur: Indicateur, _ row: ImportRow
  ) {
    guard indicateur.nature == nil, case .nombre? = indicateur.cible, let text = row.said("valeur"),
      case .texte(_)? = realise.valeur
    else { return }
    notices.append(.textForNumber(row: row.number, text))
  }

  /// Takes « 8/10 », or « 8 sur 10 », of a percentage; false where a value is written otherwise.
  private mutating func takeShare(
    _ row: ImportRow, of indicateur: Indicateur, in realise: inout Realise
  ) throws(Reason) -> Bool {
    guard indicateur.nature == .pourcentage, let cell = row.word("valeur"),
      let text = row.said("valeur")
    else { return false }
    let parts = text.replacing(" sur ", with: "/").split(separator: "/").map {
      $0.filter { !$0.isWhitespace }
    }
    guard parts.count == 2, parts.allSatisfy({ JSONNumber(spreadsheet: $0) != nil }) else {
      return false
    }
    do throws(Realise.ValeurRefusee) {
      try realise.ecrire(
        valeur: nil, numerateur: parts[0], denominateur: parts[1], nature: .pourcentage)
    } catch {
      throw .notANumber(cell, column: "valeur")
    }
    notices.append(
      .share(row: row.number, text, realise.valeur.map { $0.french } ?? ""))
    return true
  }

  private mutating func note(
    _ row: ImportRow, of indicateur: Indicateur, _ mois: Int, _ old: Realise, _ new: Realise
  ) {
    let subject = "\(indicateur.intitule), mois \(mois)"
    note(row, "statut", of: subject, old.statut?.mot, new.statut?.mot)
    note(
      row, "valeur", of: subject, old.valeur.map { indicateur.french($0) },
      new.valeur.map { indicateur.french($0) })
    note(row, "commentaire", of: subject, old.commentaire, new.commentaire)
    note(row, "motif", of: subject, old.motif, new.motif)
    note(row, "date", of: subject, old.date?.french, new.date?.french)
    note(row, "piece", of: subject, old.piece?.titre, new.piece?.titre)
  }

  private mutating func periode(
    _ row: ImportRow, _ text: String, of indicateur: Indicateur, _ months: [Int]
  ) throws(Reason) -> (mois: Int, realise: Realise?) {
    var mois: Int?
    do throws(Reason) { mois = try row.months("periode") } catch { mois = nil }
    if mois == nil, let said = row.said("periode"), let date = DateEcrite(fin: said) {
      guard let over = demarche.schema.mois(de: date) else { throw .noStart(text) }
      guard months.contains(over) else { throw .notAPeriod(text, known: months) }
      notices.append(.period(row: row.number, said, date.dernierJour, over))
      mois = over
    }
    guard let mois else { throw .notAPeriod(text, known: months) }
    let realise = indicateur.realises[mois]
    // One that stands in a column that the tableau does not show is said again as it is.
    guard months.contains(mois) || realise != nil else {
      throw .notAPeriod(text, known: months)
    }
    return (mois, realise)
  }

  /// The words of a row: « non concerné » takes them for its reason, where it has no other.
  private func say(_ row: ImportRow, in realise: inout Realise) throws(Reason) {
    let comment = row["commentaire"]
    let isReason = realise.statut == .nonConcerne && realise.commentaire == nil
    if let comment, !(isReason && comment == realise.motif) {
      if isReason, row["motif"] == nil {
        realise.motif = comment
      } else {
        realise.commentaire = comment
      }
    }
    if let motif = row["motif"], realise.statut == .nonConcerne { realise.motif = motif }
    if realise.statut == .nonConcerne, realise.motif == nil { throw .needsReason }
  }

  private mutating func day(_ row: ImportRow) throws(Reason) -> Day? {
    guard let cell = row.word("date"), let text = row.said("date") else { return nil }
    // A spreadsheet may add a time.
    let date = text.split { $0 == "T" || $0 == " " }.first.map(String.init) ?? text
    let read = Day(ecrit: text, le: nil, .fait) ?? Day(ecrit: date)
    guard let day = read else { throw .notADay(cell) }
    if let avis = BornesDeDate(demarche.schema, le: signature.jour).avis(day, .fait) {
      notices.append(.date(row: row.number, day, avis))
    }
    return day
  }
}
