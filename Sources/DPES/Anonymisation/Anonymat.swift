import JSONTree

/// How far a démarche is stripped of who is behind it.
package enum Anonymat: Comparable, Sendable {
  /// Persons, and the organisations that they come from: initials, names and authors go, and known
  /// ones are masked in every text. The structure stays.
  case sansNoms
  /// Everything that says who or where: the structure's identity and the places of proofs go as
  /// well, and the démarche is another one.
  case complet
}

extension Demarche {
  /// The name of a structure that has none any more.
  package static let raisonSocialeAnonyme = "Structure anonyme"

  /// The same démarche without what says who is behind it.
  ///
  /// Participants stay, as an id with a collège, so that links lead somewhere. What the format does
  /// not name goes, for nobody knows what it holds; so do the texts of the historique, which keep
  /// what was taken out elsewhere. An id that is a name becomes another.
  /// A name that the démarche knows nowhere but in a text stays there: nobody else can tell.
  ///
  /// - Throws: ``FormatError`` when the result is no démarche, which a démarche cannot make.
  /// - Complexity: O(values), and the words of the texts.
  package func anonymisee(
    _ niveau: Anonymat, ids: inout IDGenerator
  ) throws(FormatError) -> Demarche {
    let tree = json
    var pass = AnonymisationPass(tree, niveau, KnownNames(self, tree, niveau))
    for id in pass.known.sorted() where niveau == .complet && id == self.id || pass.names(id) {
      pass.renamed[id] = ids.next(unlike: pass.known)
    }
    return try Demarche(file: pass.stripped(tree))
  }

  /// The first name of each text that a copy masks, and where.
  ///
  /// What is there to hold the name is not among them. `tree` is what
  /// the file holds.
  ///
  /// - Complexity: As much as to make the copy.
  func nomsDansLesTextes(
    _ tree: JSONValue
  ) -> [(pointeur: JSONPointer, nom: NameMask.Found)] {
    var pass = AnonymisationPass(tree, .sansNoms, KnownNames(self, tree, .complet))
    _ = pass.stripped(tree)
    return pass.found
  }

  /// Whether it is what ``anonymisee(_:ids:)`` made of an earlier state of a démarche: a structure
  /// without a name, whose elements have the ids of that démarche's.
  ///
  /// - Complexity: O(elements).
  package func estCopieAnonyme(de source: Demarche) -> Bool {
    guard structure.raisonSociale == Self.raisonSocialeAnonyme, id != source.id else {
      return false
    }
    let (mine, theirs) = (linkTargets, source.linkTargets)
    return mine.isEmpty ? theirs.isEmpty : !mine.isDisjoint(with: theirs)
  }
}

extension JSONValue {
  /// The ids of all elements, and of the file.
  var ids: Set<String> {
    var ids: Set<String> = []
    collectIDs(&ids)
    return ids
  }

  private func collectIDs(_ ids: inout Set<String>) {
    switch self {
    case .array(let elements):
      for element in elements { element.collectIDs(&ids) }
    case .object(let object):
      if let id { ids.insert(id) }
      for member in object.members { member.value.collectIDs(&ids) }
    case .null, .bool, .number, .string: break
    }
  }
}
