import DPES

// What a board reads: what changed since its last meeting, what is asked of it, what comes.
extension Dossier {
  private static let longest = 96
  /// Of what is lost or late, with its figures and days; and of what is done about it.
  private static let longestFacts = 190
  private static let longestSaid = 150

  private var boards: [Seance] {
    demarche.seances.filter { $0.genre == .ca && $0.date != nil }.ordered { $0.date?.number ?? 0 }
  }

  /// The board that documents are for: the one that was chosen, else the next one.
  var board: Seance? {
    boards.first { $0.id == choix.seance } ?? boards.first { $0.date.map { $0 >= jour } ?? false }
  }

  /// Those before it that were held by the day.
  var earlierBoards: [Seance] {
    let day = min(board?.date ?? jour, jour)
    return boards.filter { $0.date.map { $0 < day } ?? false }
  }

  /// The day since which changes are told: the board's last meeting, else half a year.
  var sinceBoard: Day {
    choix.depuis ?? earlierBoards.last?.date ?? jour.adding(months: -6)
  }

  /// All that a board may be told, whatever room there is.
  struct ToldToBoard {
    let changes: [Change]
    let priorities: [(Observation, Int?)]
    let late: [(quand: String, quoi: String)]
    let dates: [(quand: String, quoi: String)]
    let pending: [Seance.Demande]
    let settled: [Settled]
    /// Lost or late, and nobody decided anything.
    let open: [Suite]
    /// Lost or late, and something is decided.
    let followed: [Suite]
    /// Lost or late, and asked about, by their paliers.
    let asked: [String: Suite]

    /// Everything, but of the priorities, of what was decided and of what comes: no more than anybody
    /// reads.
    var whole: ShownToBoard {
      ShownToBoard(
        open: open.count, changes: changes.count, priorities: min(12, priorities.count),
        followed: followed.count, pending: pending.count, settled: min(6, settled.count),
        late: late.count, dates: min(6, dates.count))
    }
  }

  /// Beside what is done about what is lost or late.
  func conseil(_ suites: [Suite], _ page: PageDuCA) -> TemplateScope {
    // What the board is asked in somebody's own words is not asked twice.
    let asked = Set((board?.demandes ?? []).compactMap(\.palier))
    let changes = changes(since: axes(asOf: sinceBoard))
    // On a page that is full, what has its own place below comes last.
    let apart = isPrinted ? Set(suites.map(\.palier.id)).subtracting(asked) : []
    let told = ToldToBoard(
      changes: changes.ordered { apart.contains($0.palier.palier.id) ? 1 : 0 },
      priorities: priorityOrder,
      late: lateSteps,
      dates: datesToCome, pending: pendingAsks, settled: settledThings(page),
      open: suites.filter { $0.decisions.isEmpty && !asked.contains($0.palier.id) }.ordered(
        by: grave),
      followed: suites.filter { !$0.decisions.isEmpty }.ordered(by: grave), asked: doubts(suites))
    let shown = shown(of: told, page)
    var scope = news(told, shown)
    scope.add(asks(told, shown))
    return scope
  }

  /// What stands nowhere else on the page, as the board is asked about it: lost or late, and nothing is
  /// decided.
  func doubts(_ suites: [Suite]) -> [String: Suite] {
    Dictionary(
      suites.filter(\.decisions.isEmpty).map { ($0.palier.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// « U2 perdu : Sorties (28,6 % pour 50 %, depuis le 2 novembre 2026) ».
  func constat(_ suite: Suite) -> String {
    "\(suite.axe.lettre)\(suite.rang) \(suite.etat.mot)\u{A0}: \(said(of: suite))"
  }

  /// What is lost before what is late, and last a palier that holds.
  private func grave(_ suite: Suite) -> Int {
    suite.estTenu ? 2 : suite.etat == .perdu ? 0 : 1
  }

  /// What changed, what the group said, and the dates.
  private func news(_ told: ToldToBoard, _ shown: ShownToBoard) -> TemplateScope {
    func dated(_ dates: ArraySlice<(quand: String, quoi: String)>) -> TemplateScope.Value {
      .each(Array(dates)) { ["quand": .text($0.quand), "quoi": .text($0.quoi)] }
    }
    return [
      "conseilJour": .text(board?.date?.french), "depuisJour": .text(sinceBoard.french),
      "changements": .each(Array(told.changes.prefix(shown.changes)), change),
      "changementsAutres": others(told.changes.count - shown.changes),
      "paroles": .each(Array(told.priorities.prefix(shown.priorities))) { voice($0.0, $0.1) },
      "parolesAutres": others(told.priorities.count - shown.priorities),
      "tardives": dated(told.late.prefix(shown.late)),
      "tardivesAutres": others(told.late.count - shown.late),
      "dates": dated(told.dates.prefix(shown.dates)),
      "datesAutres": others(told.dates.count - shown.dates),
    ]
  }

  /// What is asked, what was asked before, and what is done about what is lost or late.
  private func asks(_ told: ToldToBoard, _ shown: ShownToBoard) -> TemplateScope {
    [
      "sansSuite": .each(Array(told.open.prefix(shown.open)), undecided),
      "sansSuiteAutres": others(told.open.count - shown.open),
      "suivis": .each(Array(told.followed.prefix(shown.followed)), followed(_:)),
      "suivisAutres": others(told.followed.count - shown.followed),
      "suivisReperes": .text(
        told.followed.isEmpty || shown.followed > 0
          ? nil
          : told.followed.map { "\($0.axe.lettre)\($0.rang) \($0.etat.mot)" }.joined(
            separator: ", ")),
      "demandes": .each(Array((board?.demandes ?? []).enumerated())) { place, one in
        var scope = ask(place, one)
        scope.add(["constat": .text(one.palier.flatMap { told.asked[$0] }.map(constat))])
        return scope
      },
      // No shipped template names it; somebody's own may.
      "demandesAvant": .each(Array((earlierBoards.last?.demandes ?? []).enumerated())) {
        ask($0.offset, $0.element)
      },
      "demandesEnAttente": .each(Array(told.pending.prefix(shown.pending).enumerated())) {
        var scope = ask($0.offset, $0.element)
        scope.add(["texte": .text(pendingWords($0.element))])
        return scope
      },
      "demandesEnAttenteAutres": others(told.pending.count - shown.pending),
      "decisionsAvant": .each(Array(told.settled.prefix(shown.settled))) {
        ["texte": .text($0.texte), "reponse": .text($0.reponse), "date": .text($0.date?.french)]
      },
      "decisionsAutres": others(told.settled.count - shown.settled),
    ]
  }

  /// What is asked of earlier boards and has no answer, the last first.
  private var pendingAsks: [Seance.Demande] {
    earlierBoards.reversed().flatMap(\.demandes).filter { ($0.reponse ?? "").isBlank }
  }

  func pendingWords(_ demande: Seance.Demande) -> String {
    (demande.texte ?? "").shortened(to: Self.longestFacts)
  }

  struct Settled: Sendable {
    let texte: String
    var reponse: String?
    var date: Day?

    var words: String {
      texte + (reponse.map { "\u{A0}: \($0)" } ?? "") + (date.map { " (\($0.french))" } ?? "")
    }
  }

  /// What earlier boards answered, the last first, and what was decided.
  private func settledThings(_ page: PageDuCA) -> [Settled] {
    earlierBoards.reversed().flatMap { board in
      board.demandes.compactMap { one in
        guard let reponse = one.reponse, !reponse.isBlank, let texte = one.texte else {
          return nil
        }
        let day = board.id == earlierBoards.last?.id ? nil : board.date
        return Settled(texte: texte, reponse: reponse, date: day)
      }
    }
      // Of a board that was, nothing that came after it.
      + page.decisions.filter { $0.date ?? jour <= board?.date ?? jour }.compactMap { note in
        note.decision.map { Settled(texte: $0, date: note.date) }
      }
  }

  /// What a cycle still waits for, and what was promised for a day that is past: late it stays until it is
  /// done (R9), and a board hears of it first.
  private var lateSteps: [(quand: String, quoi: String)] {
    let steps = AFaire.passages(demarche, cycles, le: jour).filter { $0.etat == .enRetard }
    let promises = demarche.seances.flatMap(\.promesses).filter { one in
      one.etat ?? .ouverte == .ouverte && one.quand.map { $0 < jour } ?? false
    }
    let told = steps.map { ($0.texte, $0.quand) } + promises.map { ($0.texte ?? "", $0.quand) }
    return told.map { text, day in
      (
        "En retard" + (day.map { ", depuis le \($0.french)\u{A0}:" } ?? "\u{A0}:"),
        shortened(text)
      )
    }
  }

  private var datesToCome: [(quand: String, quoi: String)] {
    let settled = Set(
      avancement.axes.lazy.flatMap(\.paliers).filter { $0.estTenu || $0.etat == .sansObjet }
        .map(\.palier.id))
    return calendarEntries.filter { $0.day >= jour && !settled.contains($0.id) }
      .ordered { $0.day.number }.map { ($0.day.french, shortened($0.title)) }
  }

  private func others(_ count: Int) -> TemplateScope.Value {
    .text(count > 0 ? "et \(count.counting("autre"))" : nil)
  }

  func shortened(_ text: String) -> String { text.shortened(to: Self.longest) }

  /// Whole: what a board is to decide is never cut.
  private func ask(_ place: Int, _ demande: Seance.Demande) -> TemplateScope {
    [
      "rang": .number(place + 1), "texte": .text(demande.texte),
      "pourquoi": .text(demande.pourquoi), "reponse": .text(demande.reponse),
      "repere": .text(repere(of: demande.palier)),
    ]
  }

  private func voice(_ one: Observation, _ points: Int?) -> TemplateScope {
    [
      "points": .number(points),
      "signe": .text(Signs.sign(one.statut)), "mot": .text(one.statut?.mot ?? "sans statut"),
      "teinte": .text(Tint(one.statut).rawValue), "texte": .text(shortened(one.texte)),
      "axe": .text(one.axe?.nomCourt ?? "À placer"),
    ]
  }

  func said(of suite: Suite) -> String {
    let said = suite.ennuis.map(\.phrase).joined(separator: "\u{A0}; ")
    return said.isEmpty ? shortened(suite.palier.intitule) : said.shortened(to: Self.longestSaid)
  }

  /// What is done about it, in a line.
  func decided(about suite: Suite) -> String {
    suite.decisions.map { one in
      (one.estSurLAxe ? "sur l’axe, " : "") + one.texte
        + (one.quand.map { " (\($0.french))" } ?? "")
    }.joined(separator: "\u{A0}; ").shortened(to: Self.longestFacts)
  }

  private func followed(_ suite: Suite) -> TemplateScope {
    var scope = undecided(suite)
    scope.add([
      "etatSigne": .text(suite.etat.signe), "etatTeinte": .text(Tint(suite.etat).rawValue),
      "decide": .text(decided(about: suite)),
    ])
    return scope
  }

  private func undecided(_ suite: Suite) -> TemplateScope {
    [
      "repere": .text("\(suite.axe.lettre)\(suite.rang)"),
      "quoi": .text(undecidedWords(of: suite)),
      "etat": .text(suite.etat.mot),
    ]
  }

  /// What is lost or late, and what was to be done about it by a day that is past.
  func undecidedWords(of suite: Suite) -> String {
    [
      suite.estTenu ? "\(said(of: suite)) (le palier tient)" : said(of: suite),
      suite.decisions.isEmpty ? expected(of: suite) : nil,
    ].compactMap(\.self).joined(separator: ". ")
  }

  struct Change: Sendable {
    let axe: Axe
    let palier: Avancement.ParPalier

    var repere: String { "\(axe.lettre)\(palier.rang)" }
  }

  private func change(_ change: Change) -> TemplateScope {
    [
      "repere": .text(change.repere),
      "quoi": .text(shortened(change.palier.palier.intitule)),
      "etat": .text(change.palier.etat.mot), "etatSigne": .text(change.palier.etat.signe),
      "etatTeinte": .text(Tint(change.palier.etat).rawValue),
    ]
  }

  /// The paliers that stand otherwise than they did, those that press first.
  private func changes(since before: [Avancement.ParAxe]) -> [Change] {
    let states = Dictionary(
      before.flatMap(\.paliers).map { ($0.palier.id, $0.etat) }, uniquingKeysWith: { $1 })
    let found = avancement.axes.flatMap { axe in
      axe.paliers.filter { states[$0.palier.id] != $0.etat }.map {
        Change(axe: axe.axe, palier: $0)
      }
    }
    let order: [Avancement.ParPalier.Etat] = [.perdu, .enRetard, .echu, .tenu, .partiel]
    return found.ordered { order.firstIndex(of: $0.palier.etat) ?? order.count }
  }

  /// What comes next on an axis, for a board: nothing of it is hidden.
  private func following(_ axe: Avancement.ParAxe) -> (Avancement.ParPalier, quand: String?)? {
    let next = axe.paliers.dropFirst(axe.actuel).first { !$0.estTenu && $0.etat != .sansObjet }
    return next.map { next in
      let day = next.palier.echeanceMois.flatMap(demarche.schema.jour)
      return (next, day.map { $0.french + ($0 < jour ? ", passé" : "") })
    }
  }

  /// What stands on an axis where no palier comes next: one that is « sans objet » is not held.
  private func nothingFollows(on axe: Avancement.ParAxe) -> String {
    axe.paliers.contains { $0.etat == .sansObjet }
      ? "Tous les paliers qui ont un objet sont tenus." : "Tous les paliers écrits sont tenus."
  }

  func next(on axe: Avancement.ParAxe, _ page: PageDuCA.ParAxe?) -> TemplateScope {
    let next = following(axe)
    let (late, lost) = (page?.enRetard.count ?? 0, page?.perdus.count ?? 0)
    return [
      "suivantRepere": .text(next.map { "\(axe.axe.lettre)\($0.0.rang)" }),
      "suivantIntitule": .text(next.map { shortened($0.0.palier.intitule) }),
      "suivantQuand": .text(next?.quand),
      "rienNeSuit": .text(
        next == nil && !axe.paliers.isEmpty ? nothingFollows(on: axe) : nil),
      "niveauAuConseil": .number(
        axe.paliers.isEmpty ? nil : demarche.schema.niveau(de: axe.axe, le: sinceBoard)),
      "perdusNombre": .text(lost > 0 ? lost.counting("perdu") : nil),
      "retardsNombre": .number(late > 0 ? late : nil),
    ]
  }

  func step(on axe: Avancement.ParAxe, _ page: PageDuCA.ParAxe?) -> BoardPage.Step {
    let next = following(axe)
    let (late, lost) = (page?.enRetard.count ?? 0, page?.perdus.count ?? 0)
    return BoardPage.Step(
      level: "palier \(axe.actuel)0" + (lost > 0 ? " ▼ \(lost.counting("perdu"))" : "")
        + (late > 0 ? " ! \(late) en retard" : ""),
      label: next.map {
        "Prochain, \(axe.axe.lettre)\($0.0.rang)" + ($0.quand.map { " · \($0)" } ?? "")
      }
        ?? nothingFollows(on: axe),
      title: next.map { shortened($0.0.palier.intitule) })
  }
}
