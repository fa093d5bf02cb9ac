import DPES

// What of all that a board may be told has room on its page.
extension Dossier {
  /// How much is shown of each list that a board is told.
  struct ShownToBoard {
    var changes = 0
    var priorities = 0
    var late = 0
    var dates = 0
    var open = 0
    var followed = 0
    var pending = 0
    var settled = 0
  }

  /// Texts as long as those that are printed.
  private struct Lengths {
    let changes: [String]
    let priorities: [String]
    let dates: [String]
    let pending: [String]
    let settled: [String]
  }

  private static let (mostDates, mostLate, mostFollowed) = (6, 2, 5)
  /// No more of what waits for a decision than one page holds.
  private static let mostUndecided = 5
  /// Points: a heading, and a line that tells of others.
  private static let (heading, note) = (27.5, 10.3)

  func shown(of told: ToldToBoard, _ page: PageDuCA) -> ShownToBoard {
    let lengths = lengths(told)
    var shown = ShownToBoard()
    shown.late = min(Self.mostLate, told.late.count)
    let needed = needed(lengths, late: shown.late)
    let rooms = counts(told.open.count, told.followed.count).lazy.map { count in
      (
        count: count,
        page: boardPage(
          page, Array(told.open.prefix(count.open)), Array(told.followed.prefix(count.followed)),
          BoardPage.Columns(left: lengths.changes, right: lengths.priorities),
          BoardPage.Columns(
            left: lengths.pending + lengths.settled, right: lengths.dates, needed: needed))
      )
    }
    // Fewer are told where the page would else be two, or three.
    let chosen =
      rooms.first { $0.page.isOnePage && $0.page.lower >= needed }
      ?? rooms.last { $0.page.isOnePage } ?? rooms.first { $0.page.isTwoPages } ?? rooms.last
    guard let chosen else { return shown }
    (shown.open, shown.followed) = chosen.count
    fill(&shown, lengths, chosen.page)
    return shown
  }

  private func fill(_ shown: inout ShownToBoard, _ lengths: Lengths, _ page: BoardPage) {
    // Two headings stand over what was asked before, where some of it waits.
    let below = page.lower - (lengths.pending.isEmpty ? 0 : Self.heading)
    // What a board did not answer is on the page, however little room is left.
    shown.pending = max(
      min(1, lengths.pending.count), BoardPage.count(of: lengths.pending, in: below))
    let left = below - BoardPage.height(Array(lengths.pending.prefix(shown.pending)))
    shown.changes = BoardPage.count(of: lengths.changes, in: page.upper)
    shown.priorities = BoardPage.count(of: lengths.priorities, in: page.upper)
    shown.dates = min(
      Self.mostDates, max(2, BoardPage.count(of: lengths.dates, in: page.lower) - shown.late))
    shown.settled = BoardPage.count(of: lengths.settled, in: left)
  }

  private func lengths(_ told: ToldToBoard) -> Lengths {
    Lengths(
      changes: told.changes.map {
        "\($0.repere) \(shortened($0.palier.palier.intitule)) ✔ \($0.palier.etat.mot)"
      },
      priorities: told.priorities.map {
        "7 ▲ orange \(shortened($0.0.texte)) (Utilité et emplois)"
      },
      dates: (told.late.prefix(Self.mostLate) + told.dates).map { "\($0.quand) \($0.quoi)" },
      pending: told.pending.map { "\(pendingWords($0)) → D4" }, settled: told.settled.map(\.words))
  }

  /// The room that may not give way below what is asked: what the last board was asked and answered, what
  /// is late, the next two dates, and lines that tell of others.
  private func needed(_ lengths: Lengths, late: Int) -> Double {
    let answered = earlierBoards.last?.demandes.filter { !($0.reponse ?? "").isBlank }.count ?? 0
    let left =
      (lengths.pending.isEmpty ? 0 : Self.heading)
      + BoardPage.height(Array(lengths.pending.prefix(2)))
      + BoardPage.height(Array(lengths.settled.prefix(min(answered, 3))))
    return max(left, BoardPage.height(Array(lengths.dates.prefix(late + 2)))) + 2 * Self.note
  }

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
}
