/// What the program has to know of a field beside how it is read and written: how the merge, the
/// checks, a copy without names and the sentences treat it.
///
/// A field says it in its record's table (``Record/fields``), and nowhere else; ``Format`` finds it.
package struct Usage: Sendable {
  /// nil for one value, or an object that the merge enters by its keys.
  var merging: MergeRule?
  var link: Link?
  /// nil for a text that names nobody but by chance: it is masked.
  var naming: Naming?
  /// What a person calls it, when that is not its key.
  var label: String?
  /// Of a list: what a person calls an element.
  var element: Element?
  /// Of a date: what it is about; nil for one that nothing bounds.
  var genre: GenreDeDate?

  /// What the elements of a list are called, and the members that name one, the best first.
  struct Element: Sendable {
    let noun: String
    let keys: [String]
  }
}

/// Where the ids of a field lead.
enum Link: Hashable, Sendable {
  case to(Target)
  /// It may be about something; one that is no id leads nowhere and is no link.
  case orText(Target)
  /// To what was there then, and may be no more.
  case past

  /// What an id can lead to.
  enum Target: CaseIterable, Sendable {
    case participant, observation, palier, seance, acteur
    /// An acteur, or a fiche of a tool.
    case sujet

    /// Where their ids stand; `*` is each element of a list, or each value of an object.
    var paths: [[String]] {
      switch self {
      case .participant: [["participants", "*", "id"]]
      case .observation: [["cercles", "*", "observations", "*", "id"]]
      case .palier: [["schema", "paliers", "*", "id"]]
      case .seance: [["seances", "*", "id"]]
      case .sujet: [["fiches", "*", "id"], ["acteurs", "*", "id"]]
      case .acteur: [["acteurs", "*", "id"]]
      }
    }
  }

  /// What it must lead to.
  var target: Target? {
    if case .to(let target) = self { target } else { nil }
  }
}

/// What a field says of who is behind a démarche.
enum Naming: Hashable, Sendable {
  /// Who it is: masked in every text.
  case initiales, personne, organisme, raisonSociale, siren, adresse
  /// Who said or entered something.
  case auteur
  /// Whom one deals with, a person or an institution as it comes: whoever pays, or is written to.
  case interlocuteur
  /// A text of few words about somebody: it goes, and a check tells whom it names.
  case propos
  /// What only one structure has, and so says which it is.
  case identite
  /// Of a référentiel or a point of it, known everywhere: only a structure's own name is masked.
  case code
  /// An option of a vote: two of them stay two.
  case option
  /// What something was: what was taken out elsewhere may still stand there.
  case passe
  /// The id of what a line of the historique is about, with what stands after it.
  case objet
  /// A word of the format.
  case mot

  /// From which level on it goes; nil for what stays, masked.
  var removal: Anonymat? {
    switch self {
    case .initiales, .personne, .organisme, .auteur, .interlocuteur, .propos: .sansNoms
    case .siren, .adresse, .identite: .complet
    case .raisonSociale, .code, .option, .passe, .objet, .mot: nil
    }
  }
}

extension Field {
  private func with(_ change: (inout Usage) -> Void) -> Field {
    var usage = usage
    change(&usage)
    return Field(self, usage)
  }

  /// It holds ids, each of which leads to one of these.
  func links(to target: Link.Target) -> Field { with { $0.link = .to(target) } }

  func links(_ link: Link) -> Field { with { $0.link = link } }

  func names(_ naming: Naming) -> Field { with { $0.naming = naming } }

  func called(_ label: String) -> Field { with { $0.label = label } }

  /// What a person calls an element of the list: by the first of these members that it has.
  func each(_ noun: String, _ keys: String...) -> Field {
    with { $0.element = Usage.Element(noun: noun, keys: keys) }
  }

  func merged(_ merging: MergeRule) -> Field { with { $0.merging = merging } }

  /// Its elements are told apart by this member, which no two share.
  func keyed(by key: String) -> Field { merged(.list(ListRule(key: key))) }

  /// Its elements are lines that are written once, in the order of this member.
  func lines(by key: String) -> Field { merged(.list(ListRule(key: nil, order: key))) }

  func dates(_ genre: GenreDeDate) -> Field { with { $0.genre = genre } }
}
