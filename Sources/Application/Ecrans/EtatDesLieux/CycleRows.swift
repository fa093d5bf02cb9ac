import DPES

/// What the section of the cycle lists, worked out from the démarche once it changes.
struct CycleRows: Sendable {
  /// A line of a cycle, or several that stand alike.
  struct Row: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      /// The name of one of several cycles.
      case titre
      case ligne(Cheminement.Ligne)
      /// Journées of a group that follow each other, folded: the numbers of the first and the last.
      case groupe([Cheminement.Ligne], de: Int, a: Int)
      /// Of an étape that no data file names here.
      case inconnu(Passage)
      case charte
    }

    let id: String
    /// Which of ``CycleRows/suivis``.
    let suivi: Int
    let content: Content
    /// What stands folded with it, or would; nil where nothing does.
    var pli: String?

    /// The line, of a row that is one.
    var ligne: Cheminement.Ligne? { if case .ligne(let ligne) = content { ligne } else { nil } }
  }

  /// All that decides what is listed.
  struct Source: Hashable, Sendable {
    var cycles: [CycleSuivi] = []
    var identifiant = Identifiant()
    var charte = Charte()
    var participants: [Participant] = []
    var seances: [Seance] = []
    var jour = Day(number: 0)
    var connus = 0
    /// How much was written down: since when somebody follows the cycle stands there.
    var traces = 0
  }

  private(set) var source: Source?
  /// The groups that are unfolded.
  private var ouverts: Set<String> = []
  private(set) var suivis: [CycleSuiviConnu] = []
  /// Of each; nil where its data file is not here.
  private(set) var cheminements: [Cheminement?] = []
  private(set) var presences: [[PresencesDuCycle]] = []
  private(set) var charte = Charte()
  private(set) var rows: [Row] = []
  private(set) var ids: [String] = []
  private(set) var referents: [String] = []
  /// What was to be done since the last journée of each (R11), while somebody looks.
  private(set) var entreTemps: [[Preparation]] = []

  /// Something to be prepared, and whether nothing of it is lacking; nil where nobody can say.
  struct Preparation: Hashable, Sendable {
    let nom: String
    let fait: Bool?
  }

  /// The id of the row that leads to the charter.
  static let charteID = "charte"

  init() {}

  /// - Complexity: O(étapes × passages), nothing where the source is the same.
  mutating func renew(_ demarche: Demarche, _ cycles: [Cycle], _ source: Source) {
    guard self.source != source else { return }
    self.source = source
    suivis = demarche.cyclesSuivis(cycles)
    charte = demarche.charte
    referents = demarche.participants.filter { $0.referent && !$0.estParti(le: source.jour) }
      .map(\.id)
    cheminements = suivis.map { one in
      one.cycle.map { Cheminement(one.suivi, $0, le: source.jour) }
    }
    presences = cheminements.map { $0.map { PresencesDuCycle.groupes($0, demarche) } ?? [] }
    list()
  }

  /// Unfolds a group, or folds it.
  mutating func plier(_ pli: String) {
    ouverts.formSymmetricDifference([pli])
    list()
  }

  /// Unfolds what a line stands folded in.
  mutating func montrer(_ repere: String) {
    for row in rows {
      guard case .groupe(let lines, _, _) = row.content, let pli = row.pli,
        let cycle = suivis[row.suivi].cycle
      else { continue }
      if lines.contains(where: { $0.repere(dans: cycle.id) == repere }) { return plier(pli) }
    }
  }

  /// A line by what tells it from others, folded or not, with the place of its cycle; once done, by
  /// what told it before, the last one should its étape have come again.
  func ligne(_ repere: String) -> (suivi: Int, ligne: Cheminement.Ligne)? {
    lignes { $0.repere(dans: $1) == repere }.first
      ?? lignes { !$0.etape.repetable && $0.cle(dans: $1) == repere }.last
  }

  /// The lines of a kind, each with the place of its cycle; the kind is told the cycle's id.
  private func lignes(
    _ isWanted: (Cheminement.Ligne, String) -> Bool
  ) -> [(suivi: Int, ligne: Cheminement.Ligne)] {
    suivis.indices.flatMap { suivi in
      guard let id = suivis[suivi].cycle?.id else { return [] as [(Int, Cheminement.Ligne)] }
      return (cheminements[suivi]?.lignes ?? []).filter { isWanted($0, id) }.map { (suivi, $0) }
    }
  }

  /// What tells a line from others whether its étape is done or not; a passage's id where two lines
  /// are of the same time of an étape.
  func stable(_ repere: String) -> String {
    guard let (suivi, line) = ligne(repere), let cycle = suivis[suivi].cycle else { return repere }
    let cle = line.cle(dans: cycle.id)
    return ligne(cle).map { $0.suivi == suivi && $0.ligne == line } == true ? cle : repere
  }

  /// Whether a cycle that is followed names a tool of the method, whose title somebody has to know.
  var nommeUnOutil: Bool { suivis.contains { $0.cycle?.outils.isEmpty == false } }

  /// A passage that no data file names here, by its id, with the place of its cycle.
  func inconnu(_ id: String) -> (suivi: Int, passage: Passage)? {
    for row in rows {
      if case .inconnu(let passage) = row.content, passage.id == id { return (row.suivi, passage) }
    }
    return nil
  }

  /// The row of the same time of an étape as a row that there was, by its id; folded, that of its
  /// group.
  func row(like old: Row) -> String? {
    guard let ligne = old.ligne else { return nil }
    func isLike(_ other: Cheminement.Ligne) -> Bool {
      other.etape.code == ligne.etape.code && other.rang == ligne.rang
    }
    return rows.last { row in
      guard row.suivi == old.suivi else { return false }
      if case .groupe(let lines, _, _) = row.content { return lines.contains(where: isLike) }
      return row.ligne.map(isLike) ?? false
    }?.id
  }

  /// Whether there is a charter to tell of: somebody said something of it, or a cycle hands one over.
  private var hasCharte: Bool {
    !charte.isBlank
      || suivis.contains { one in
        one.cycle.map { $0.etapes.contains { $0.genre == .remise } } ?? true
      }
  }

  private mutating func list() {
    rows = suivis.indices.flatMap { rows(of: $0) }
    if !suivis.isEmpty, hasCharte {
      rows.append(Row(id: Self.charteID, suivi: suivis.count - 1, content: .charte))
    }
    ids = rows.map(\.id)
  }

  /// Takes up what each étape of the method lacks, while somebody looks.
  mutating func takeParcours(
    _ parcours: Parcours, _ demarche: Demarche, _ outils: [Aide.Outil]
  ) {
    entreTemps = cheminements.map { way in
      way?.entreTemps(parcours, demarche, outils).map { Preparation(nom: $0.nom, fait: $0.fait) }
        ?? []
    }
  }

  private func rows(of suivi: Int) -> [Row] {
    let one = suivis[suivi]
    var found: [Row] = []
    if suivis.count > 1 {
      found.append(Row(id: one.suivi.id, suivi: suivi, content: .titre))
    }
    guard let way = cheminements[suivi], let cycle = one.cycle else {
      return found
        + one.suivi.passages.map { Row(id: $0.id, suivi: suivi, content: .inconnu($0)) }
    }
    var numbers: [String: Int] = [:]
    for run in Self.runs(way.lignes) {
      let group = run[0].etape.groupe
      let first = group.map { numbers[$0, default: 0] + 1 } ?? 1
      let count = Set(run.map(\.etape.code)).count
      if let group { numbers[group] = first - 1 + count }
      let lines = run.map { line in
        Row(id: line.repere(dans: cycle.id), suivi: suivi, content: .ligne(line))
      }
      guard run.count > 1, let group else {
        found += lines
        continue
      }
      let fold = "\(cycle.id)/\(group)/\(run[0].etat.estFini)"
      if ouverts.contains(fold) {
        found += lines.map { row in
          var row = row
          row.pli = fold
          return row
        }
      } else {
        let content = Row.Content.groupe(run, de: first, a: first - 1 + count)
        found.append(Row(id: fold, suivi: suivi, content: content, pli: fold))
      }
    }
    return found + way.inconnus.map { Row(id: $0.id, suivi: suivi, content: .inconnu($0)) }
  }

  /// Lines one by one, journées of a group that stand alike together.
  private static func runs(_ lines: [Cheminement.Ligne]) -> [[Cheminement.Ligne]] {
    var runs: [[Cheminement.Ligne]] = []
    for line in lines {
      if let last = runs.last?.last, line.etape.genre == .journee, let group = line.etape.groupe,
        last.etape.groupe == group, last.etat.estFini == line.etat.estFini,
        line.etat.estFini || line.etat == .sansDate && last.etat == .sansDate
      {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs
  }

  /// Of those who follow the cycle, who missed a journée, by the words for people.
  func absents(_ line: Cheminement.Ligne, _ suivi: Int, _ nom: (String) -> String) -> String? {
    guard let day = line.jour, line.etat.estFini,
      let group = presences[suivi].first(where: { $0.groupe == line.etape.groupe })
    else { return nil }
    let names = group.absences.filter { $0.jours.contains(day) }.map { nom($0.participant) }
    return names.isEmpty ? nil : "sans \(names.joined(separator: ", "))"
  }

  /// « entre-temps : grille ✔ »: before the journée that comes next, what was to be done; `done` marks
  /// what lacks nothing.
  func entreTemps(_ line: Cheminement.Ligne, _ suivi: Int, done: String) -> String? {
    guard cheminements[suivi]?.entreLesJournees?.avant == line,
      entreTemps.indices.contains(suivi), !entreTemps[suivi].isEmpty
    else { return nil }
    let words = entreTemps[suivi].map { one in
      one.nom + (one.fait.map { $0 ? " \(done)" : " à finir" } ?? "")
    }
    return "entre-temps\u{A0}: \(words.joined(separator: ", "))"
  }
}
