import DPES

/// Initials for people whose table says names alone: those they have, else those of their names.
struct NamedPeople {
  private(set) var rows: [ImportRow] = []
  /// Initials that no cell says, and whose they are.
  private(set) var made: [(initials: String, name: String)] = []
  /// By row, who may be somebody of the tour de table.
  private(set) var unsure: [Int: Importation.Reason] = [:]

  /// Initials that somebody has here, folded.
  private let here: Set<String>
  /// Those, and those of the table.
  private var taken: Set<String>
  /// By initials that were said or are known, folded, whose they are in the table.
  private var holders: [String: String] = [:]
  /// Names that are one of here or of above in other words, by row, with that one.
  private(set) var same: [(row: Int, name: String, known: String)] = []
  /// Rows that name somebody of a row above, by the key of the name.
  private(set) var doubles: [Int: String] = [:]
  /// The first name of each key in the table, where it has no initials.
  private var said: [String: String] = [:]

  /// The rows as they are where initials have a column.
  init(_ rows: [ImportRow], _ headers: Headers, _ demarche: Demarche) {
    self.rows = rows
    here = Set(demarche.participants.compactMap { $0.initiales?.folded })
    taken = here.union(rows.compactMap { $0.word("initiales")?.folded })
    let place = (rows.map(\.width).max() ?? 0).advanced(by: headers.titled.count)
    let hasInitials = headers["initiales"] != nil
    for row in rows {
      guard let name = row.wholeName, let short = Self.known(name, demarche) else { continue }
      holders[short.folded] = name
    }
    for index in rows.indices {
      guard let name = rows[index].wholeName else { continue }
      let isHere = demarche.participants.contains { $0.nom?.folded == name.folded }
      if name.namesSeveral, !isHere, rows[index].word("initiales") == nil {
        unsure[rows[index].number] = .severalNames(name)
        continue
      }
      if !isHere, let known = demarche.participants.compactMap(\.nom).first(where: name.isName) {
        same.append((rows[index].number, name, known))
      }
      if hasInitials {
        compare(rows[index], name, demarche)
      } else if !isHere, isDouble(name, rows[index]) {
        continue
      } else if let short = initials(of: name, rows[index], demarche) {
        self.rows[index] = rows[index].giving("initiales", short, at: place)
      }
    }
  }

  /// Whether a row above names the same person, in other words.
  private mutating func isDouble(_ name: String, _ row: ImportRow) -> Bool {
    guard let key = name.nameKey else { return false }
    guard let first = said[key], first.folded != name.folded else {
      said[key] = name
      return false
    }
    same.append((row.number, name, first))
    doubles[row.number] = key
    return true
  }

  /// The initials of a name that has none in the table: those of the tour de table, or those that were
  /// said, or made of it.
  private mutating func initials(
    of name: String, _ row: ImportRow, _ demarche: Demarche
  ) -> String? {
    if let known = Self.known(name, demarche) { return known }
    if row.choices.explains(name, in: Importation.personColumn) {
      let said = row.choices.person(name)
      guard !said.isEmpty else { return nil }
      taken.insert(said.folded)
      hold(said, name, row)
      return said
    }
    guard let short = Self.all(name).first, let free = free(name) else { return nil }
    let own = demarche.participants.filter { $0.initiales?.folded == short.folded }
    // Initials of whom no more is known may be this one's, or another's.
    if let one = own.first(where: {
      $0.nom == nil || $0.nom.map { KnownPeople.isLike($0, name) } == true
    }) {
      unsure[row.number] = .maybeSame(
        name, id: own.count == 1 ? short : one.id, called: demarche.toldApart([one.id])[0],
        free: free)
      return free
    }
    made.append((free, name))
    return free
  }

  private static func known(_ name: String, _ demarche: Demarche) -> String? {
    KnownPeople(demarche).named(name).first?.initiales
  }

  /// Keeps whose initials these are by an answer; asks again where another name of the table has them.
  private mutating func hold(_ short: String, _ name: String, _ row: ImportRow) {
    let holder = holders[short.folded, default: name]
    holders[short.folded] = holder
    guard !holder.isName(of: name), let free = free(name) else { return }
    unsure[row.number] = .sameAnswer(name, as: holder, short: short, free: free)
  }

  /// Asks about somebody whose initials another name has here.
  private mutating func compare(_ row: ImportRow, _ name: String, _ demarche: Demarche) {
    if row.choices.explains(name, in: Importation.personColumn) {
      let said = row.choices.person(name)
      if !said.isEmpty { hold(said, name, row) }
      return
    }
    guard let short = row.word("initiales") else { return }
    let isHere = demarche.participants.contains { one in
      one.initiales?.folded == short.folded && one.nom.map(name.isName) ?? false
    }
    if !isHere, let known = Self.known(name, demarche), known.folded != short.folded,
      !here.contains(short.folded)
    {
      unsure[row.number] = .otherInitials(name, known: known, said: short)
      return
    }
    if !isHere, let above = holders[short.folded], !above.isName(of: name),
      let free = free(name)
    {
      unsure[row.number] = .sameAnswer(name, as: above, short: short, free: free)
      return
    }
    holders[short.folded] = name
    let own = demarche.participants.filter { $0.initiales?.folded == short.folded }
    guard own.count == 1, let other = own[0].nom, other.folded != name.folded,
      !Rewording.isNear(other, name), let free = free(name)
    else { return }
    unsure[row.number] = .maybeSame(
      name, id: short, called: demarche.toldApart([own[0].id])[0], free: free)
  }

  /// Initials that nobody has; nil for a name without a letter.
  private mutating func free(_ name: String) -> String? {
    guard let free = Self.all(name).first(where: { !taken.contains($0.folded) }) else { return nil }
    taken.insert(free.folded)
    return free
  }

  /// The initials that a name may have: its first letters, then more of the last word, then a number.
  static func all(_ name: String) -> [String] {
    let particles: Set = ["de", "du", "des", "la", "le", "les", "mme", "mlle", "mr"]
    let words = name.split { !($0.isLetter || "'’.".contains($0)) }.filter { word in
      word.contains(where: \.isLetter) && !particles.contains(String(word).folded)
    }.withoutMonsieur.firstNameFirst
    guard let last = words.last?.filter(\.isLetter) else { return [] }
    let short = String(words.prefix(4).compactMap { $0.first(where: \.isLetter) }).uppercased()
    let rest = (words.count == 1 ? last.dropFirst(2) : last.dropFirst()).lowercased()
    let start = words.count == 1 ? last.prefix(2).uppercased() : short
    let longer = (1...2).map { start + rest.prefix($0) }
    let numbered = (1...99).map { "\(start.prefix(2))\($0 + 1)" }
    return ([start] + longer + numbered).filter(\.isInitials)
  }
}

extension String {
  /// « Luc Petit / Zoé Bernard ».
  fileprivate var namesSeveral: Bool {
    let isParted = contains { "/&;+\n".contains($0) } || folded.contains(" et ")
    return isParted && SeveralPeople.parts(self).count { $0.contains(where: \.isLetter) } > 1
  }
}

extension ImportRow {
  /// First name and name, in one column or two.
  var wholeName: String? {
    let parts = ["prenom", "nom"].compactMap { word($0) }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
