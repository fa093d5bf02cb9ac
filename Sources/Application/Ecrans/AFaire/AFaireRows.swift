import DPES

/// The rows of the screen « à faire »: headings, and what is to be done under each.
struct AFaireRows: Hashable, Sendable {
  enum Row: Hashable, Sendable {
    case rubrique(AFaire.Rubrique, count: Int)
    /// Whose lines follow, by the id; nil for nobody.
    case personne(String?, count: Int)
    case ligne(AFaire.Ligne)

    /// nil for a heading.
    var ligne: AFaire.Ligne? { if case .ligne(let ligne) = self { ligne } else { nil } }
  }

  private(set) var rows: [Row] = []
  /// The places in ``rows`` of what can be selected, in order.
  private(set) var selectable: [Int] = []
  /// Of each of them, under whom it stands, where people are the groups.
  private var groupes: [String?] = []

  /// A line, and under whom it stands: what several people follow is listed under each of them.
  struct Repere: Hashable, Sendable {
    let objet: AFaire.Objet
    let qui: String?
  }

  /// The lines that are promises.
  private(set) var promesses: [AFaire.Ligne] = []
  /// How many lines a rubric has; none counts 0.
  private(set) var comptes: [AFaire.Rubrique: Int] = [:]

  init() {}

  /// Grouped by why it is to be done, or by person: the one that this machine serves first.
  ///
  /// - Complexity: O(l log l) in the lines.
  init(
    _ afaire: AFaire, parPersonne: Bool, dAbord personne: String?,
    filtre: AFaireFiltre = AFaireFiltre()
  ) {
    promesses = afaire.lignes.filter { $0.suivi != nil }
    for ligne in afaire.lignes { comptes[ligne.rubrique, default: 0] += 1 }
    let lignes = afaire.lignes.filter(filtre.takes)
    if parPersonne {
      groupByPerson(lignes, personne)
    } else {
      for rubrique in AFaire.Rubrique.allCases {
        let lines = lignes.filter { $0.rubrique == rubrique }
        append(.rubrique(rubrique, count: lines.count), lines)
      }
    }
  }

  private mutating func groupByPerson(_ lignes: [AFaire.Ligne], _ first: String?) {
    var groups: [String?: [Int]] = [:]
    for index in lignes.indices {
      let people = lignes[index].personnes.map(Optional.some)
      for who in people.isEmpty ? [nil] : people { groups[who, default: []].append(index) }
    }
    let people = groups.sorted { one, two in
      if (one.key == nil) != (two.key == nil) { return two.key == nil }
      if (one.key == first) != (two.key == first) { return one.key == first }
      return (one.value.first ?? 0) < (two.value.first ?? 0)
    }
    for (qui, lines) in people {
      append(.personne(qui, count: lines.count), lines.map { lignes[$0] }, of: qui)
    }
  }

  private mutating func append(_ heading: Row, _ lines: [AFaire.Ligne], of qui: String? = nil) {
    guard !lines.isEmpty else { return }
    rows.append(heading)
    for line in lines {
      selectable.append(rows.count)
      groupes.append(qui)
      rows.append(.ligne(line))
    }
  }

  /// The line at a position among those that can be selected.
  func ligne(at position: Int) -> AFaire.Ligne? {
    selectable.indices.contains(position) ? rows[selectable[position]].ligne : nil
  }

  /// Where a line comes among those that can be selected, by what it is about.
  func position(of objet: AFaire.Objet) -> Int? {
    selectable.indices.first { ligne(at: $0)?.objet == objet }
  }

  /// What tells the line at a position from others, when lines come or go.
  func repere(at position: Int) -> Repere? {
    ligne(at: position).map { Repere(objet: $0.objet, qui: groupes[position]) }
  }

  /// Where a line is: under whom it stood, else wherever it is listed first.
  func position(of repere: Repere) -> Int? {
    selectable.indices.first { self.repere(at: $0) == repere } ?? position(of: repere.objet)
  }

  /// The position of the selectable row at or before a row, else of the first.
  func position(nearRow row: Int) -> Int { selectable.lastIndex { $0 <= row } ?? 0 }
}
