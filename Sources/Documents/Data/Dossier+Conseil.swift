import DPES

// What a board reads: what changed since its last meeting, what is asked of it, what comes.
extension Dossier {
  /// No more of what waits for a decision than one page holds.
  private static let mostUndecided = 5
  private static let mostDates = 6
  private static let mostLate = 2
  private static let longest = 96
  /// Of what is lost or late, with its figures and days; and of what is done about it.
  private static let longestFacts = 190
  private static let longestSaid = 150
  private static let mostFollowed = 5

  private var boards: [Seance] {
    demarche.seances.filter { $0.genre == .ca && $0.date != nil }.ordered { $0.date?.number ?? 0 }
  }

  /// The board that documents are for: the one that was chosen, else the next one.
  private var board: Seance? {
    boards.first { $0.id == choix.seance } ?? boards.first { $0.date.map { $0 >= jour } ?? false }
  }

  /// Those before it that were held by the day.
  private var earlierBoards: [Seance] {
    let day = min(board?.date ?? jour, jour)
    return boards.filter { $0.date.map { $0 < day } ?? false }
  }

  /// The day since which changes are told: the board's last meeting, else half a year.
  private var sinceBoard: Day {
    choix.depuis ?? earlierBoards.last?.date ?? jour.adding(months: -6)
  }

  /// Beside what is done about what is lost or late.
  func conseil(_ suites: [Suite], _ page: PageDuCA) -> TemplateScope {
    let before = axes(asOf: sinceBoard)
    let changes = changes(since: before)
    let (priorities, late, dates) = (priorityOrder, lateSteps, datesToCome)
    let (pending, settled) = (pendingAsks, settledThings(page))
    // What the board is asked in somebody's own words is not asked twice.
    let asked = Set((board?.demandes ?? []).compactMap(\.palier))
    let open = suites.filter { $0.decisions.isEmpty && !asked.contains($0.palier.id) }
    let followed = suites.filter { !$0.decisions.isEmpty }
    let texts = (
      changes.map {
        "\($0.repere) \(shortened($0.palier.palier.intitule)) ✔ \($0.palier.etat.mot)"
      },
      priorities.map { "7 ▲ orange \(shortened($0.0.texte)) (Utilité et emplois)" },
      (late.prefix(Self.mostLate) + dates).map { "\($0.quand) \($0.quoi)" },
      pending.map { "\(pendingWords($0)) → D4" }, settled.map(\.words)
    )
    let shownLate = min(Self.mostLate, late.count)
    let needed = needed(pending: texts.3, settled: texts.4, dates: texts.2, late: shownLate)
    let rooms = counts(open.count, followed.count).lazy.map { count in
      let (open, followed) = (open.prefix(count.open), followed.prefix(count.followed))
      return (
        open: Array(open), followed: Array(followed),
        page: boardPage(
          page, Array(open), Array(followed),
          BoardPage.Columns(left: texts.0, right: texts.1),
          BoardPage.Columns(left: texts.3 + texts.4, right: texts.2, needed: needed))
      )
    }
    // Fewer are told where the page would else be two, or three.
    let shown =
      rooms.first { $0.page.isOnePage && $0.page.lower >= needed }
      ?? rooms.last { $0.page.isOnePage } ?? rooms.first { $0.page.isTwoPages } ?? rooms.last
    let (shownOpen, shownFollowed) = (shown?.open ?? [], shown?.followed ?? [])
    let room = (upper: shown?.page.upper ?? 0, lower: shown?.page.lower ?? 0)
    // Two headings stand over what was asked before, where some of it waits.
    let below = room.lower - (pending.isEmpty ? 0 : Self.heading)
    // What a board did not answer is on the page, however little room is left.
    let waiting = max(min(1, pending.count), BoardPage.count(of: texts.3, in: below))
    let left = below - BoardPage.height(Array(texts.3.prefix(waiting)))
    let shownChanges = BoardPage.count(of: texts.0, in: room.upper)
    let shownPriorities = BoardPage.count(of: texts.1, in: room.upper)
    let shownDates = min(
      Self.mostDates, max(2, BoardPage.count(of: texts.2, in: room.lower) - shownLate))
    let shownSettled = BoardPage.count(of: texts.4, in: left)
    var scope: TemplateScope = [
      "conseilJour": .text(board?.date?.french), "depuisJour": .text(sinceBoard.french),
      "changements": .each(Array(changes.prefix(shownChanges)), change),
      "changementsAutres": others(changes.count - shownChanges),
      "paroles": .each(Array(priorities.prefix(shownPriorities))) { voice($0.0, $0.1) },
      "parolesAutres": others(priorities.count - shownPriorities),
      "tardives": .each(Array(late.prefix(shownLate))) {
        ["quand": .text($0.quand), "quoi": .text($0.quoi)]
      },
      "tardivesAutres": others(late.count - shownLate),
      "dates": .each(Array(dates.prefix(shownDates))) {
        ["quand": .text($0.quand), "quoi": .text($0.quoi)]
      },
      "datesAutres": others(dates.count - shownDates),
      "sansSuite": .each(shownOpen, undecided),
      "sansSuiteAutres": others(open.count - shownOpen.count),
    ]
    scope.add([
      "suivis": .each(shownFollowed, followed(_:)),
      "suivisAutres": others(followed.count - shownFollowed.count),
      "demandes": .each(Array((board?.demandes ?? []).enumerated())) { ask($0.offset, $0.element) },
      // No shipped template names it; somebody's own may.
      "demandesAvant": .each(Array((earlierBoards.last?.demandes ?? []).enumerated())) {
        ask($0.offset, $0.element)
      },
      "demandesEnAttente": .each(Array(pending.prefix(waiting).enumerated())) {
        var scope = ask($0.offset, $0.element)
        scope.add(["texte": .text(pendingWords($0.element))])
        return scope
      },
      "demandesEnAttenteAutres": others(pending.count - waiting),
      "decisionsAvant": .each(Array(settled.prefix(shownSettled))) {
        ["texte": .text($0.texte), "reponse": .text($0.reponse), "date": .text($0.date?.french)]
      },
      "decisionsAutres": others(settled.count - shownSettled),
    ])
    return scope
  }

  private static let heading = 27.5

  /// The room that may not give way below what is asked: what the last board was asked and answered, what
  /// is late, the next two dates, and lines that tell of others.
  private func needed(
    pending: [String], settled: [String], dates: [String], late: Int
  ) -> Double {
    let answered = earlierBoards.last?.demandes.filter { !($0.reponse ?? "").isBlank }.count ?? 0
    let left =
      (pending.isEmpty ? 0 : Self.heading) + BoardPage.height(Array(pending.prefix(2)))
      + BoardPage.height(Array(settled.prefix(min(answered, 3))))
    return max(left, BoardPage.height(Array(dates.prefix(late + 2)))) + 2 * Self.note
  }

  private static let note = 10.3

  /// How many may be told of what nobody decided anything about, and of what is followed: the most of both
  /// first, and rather the former.
  private func counts(_ open: Int, _ followed: Int) -> [(open: Int, followed: Int)] {
    let most = (open: min(Self.mostUndecided, open), followed: min(Self.mostFollowed, followed))
    return (min(1, most.open)...most.open).flatMap { open in
      (0...most.followed).map { (open, $0) }
    }.ordered { -(($0.open + $0.followed) * 10 + $0.open) }
  }

  private func boardPage(
    _ page: PageDuCA, _ open: [Suite], _ followed: [Suite], _ above: BoardPage.Columns,
    _ below: BoardPage.Columns
  ) -> BoardPage {
    let asks = (board?.demandes ?? []).map {
      BoardPage.Ask(text: "1 \($0.texte ?? "") → D4", why: $0.pourquoi)
    }
    let undecided = open.map {
      BoardPage.Ask(
        text: "D2, en retard\u{A0}: qu’en fait-on\u{A0}? \(said(of: $0))", isSmall: true)
    }
    return BoardPage(
      subtitle: "\(demarche.structure.raisonSociale), conseil du \(jour.french) · ce qui a changé "
        + "depuis le \(sinceBoard.french)",
      steps: demarche.schema.paliers.isEmpty
        ? []
        : avancement.axes.map { axe in
          step(on: axe, page.axes.first { $0.axe == axe.axe })
        }, asks: asks + undecided,
      followed: followed.map {
        "▼ D2 en retard \(said(of: $0)). Décidé\u{A0}: \(decided(about: $0))"
      }, upper: above, lower: below)
  }

  /// What is asked of earlier boards and has no answer, the last first.
  private var pendingAsks: [Seance.Demande] {
    earlierBoards.reversed().flatMap(\.demandes).filter { ($0.reponse ?? "").isBlank }
  }

  private func pendingWords(_ demande: Seance.Demande) -> String {
    (demande.texte ?? "").shortened(to: Self.longestFacts)
  }

  private struct Settled: Sendable {
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

  private func shortened(_ text: String) -> String { text.shortened(to: Self.longest) }

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

  private func said(of suite: Suite) -> String {
    let said = suite.ennuis.map(\.phrase).joined(separator: "\u{A0}; ")
    return said.isEmpty ? shortened(suite.palier.intitule) : said.shortened(to: Self.longestSaid)
  }

  /// What is done about it, in a line.
  private func decided(about suite: Suite) -> String {
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
      "repere": .text("\(suite.axe.lettre)\(suite.rang)"), "quoi": .text(said(of: suite)),
      "etat": .text(suite.etat.mot),
    ]
  }

  private struct Change: Sendable {
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

  func next(on axe: Avancement.ParAxe, _ page: PageDuCA.ParAxe?) -> TemplateScope {
    let next = following(axe)
    let (late, lost) = (page?.enRetard.count ?? 0, page?.perdus.count ?? 0)
    return [
      "suivantRepere": .text(next.map { "\(axe.axe.lettre)\($0.0.rang)" }),
      "suivantIntitule": .text(next.map { shortened($0.0.palier.intitule) }),
      "suivantQuand": .text(next?.quand),
      "niveauAuConseil": .number(
        axe.paliers.isEmpty ? nil : demarche.schema.niveau(de: axe.axe, le: sinceBoard)),
      "perdusNombre": .text(lost > 0 ? lost.counting("perdu") : nil),
      "retardsNombre": .number(late > 0 ? late : nil),
    ]
  }

  private func step(on axe: Avancement.ParAxe, _ page: PageDuCA.ParAxe?) -> BoardPage.Step {
    let next = following(axe)
    let (late, lost) = (page?.enRetard.count ?? 0, page?.perdus.count ?? 0)
    return BoardPage.Step(
      level: "palier \(axe.actuel)0" + (lost > 0 ? " ▼ \(lost.counting("perdu"))" : "")
        + (late > 0 ? " ! \(late) en retard" : ""),
      label: next.map {
        "Prochain, \(axe.axe.lettre)\($0.0.rang)" + ($0.quand.map { " · \($0)" } ?? "")
      }
        ?? "Tous les paliers écrits sont tenus.",
      title: next.map { shortened($0.0.palier.intitule) })
  }
}
