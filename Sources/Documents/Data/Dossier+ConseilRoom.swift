import DPES

// What of all that a board may be told has room on its page.
extension Dossier {
  /// How much is shown of each list that a board is told.
  struct ShownToBoard {
    var open = 0
    var changes = 0
    var priorities = 0
    var followed = 0
    var pending = 0
    var settled = 0
    var late = 0
    var dates = 0
  }

  /// The lists in the order in which an entry of each is added, again and again, while the page has room:
  /// what waits for a decision first, and twice as much of what changed as of what comes.
  private var rounds: [WritableKeyPath<ShownToBoard, Int>] {
    [
      \.open, \.changes, \.priorities, \.followed, \.changes, \.pending, \.settled, \.late, \.dates,
    ]
  }

  func shown(of told: ToldToBoard, _ page: PageDuCA) -> ShownToBoard {
    let whole = told.whole
    guard isPrinted else { return whole }
    let board = boardPage(told, page)
    // Of each list the first, whatever is asked; what is followed may be no more than named.
    var shown = rounds.reduce(into: ShownToBoard()) {
      $0[keyPath: $1] = min(1, whole[keyPath: $1])
    }
    shown.followed = 0
    let pages = board.fits(shown, pages: 1) ? 1 : 2
    var hasRoom = true
    while hasRoom {
      hasRoom = false
      for list in rounds where shown[keyPath: list] < whole[keyPath: list] {
        var more = shown
        more[keyPath: list] += 1
        guard board.fits(more, pages: pages) else { continue }
        shown = more
        hasRoom = true
      }
    }
    return shown
  }

  private func boardPage(_ told: ToldToBoard, _ page: PageDuCA) -> BoardPage {
    func dated(_ dates: [(quand: String, quoi: String)]) -> [String] {
      dates.map { "\($0.quand) \($0.quoi)" }
    }
    return BoardPage(
      subtitle: "\(demarche.structure.raisonSociale), conseil du \(jour.french) · ce qui a changé "
        + "depuis le \(sinceBoard.french)",
      steps: demarche.schema.paliers.isEmpty
        ? []
        : avancement.axes.map { axe in
          step(on: axe, page.axes.first { $0.axe == axe.axe })
        },
      asks: (board?.demandes ?? []).map {
        BoardPage.Ask(
          text: "1 \($0.texte ?? "") → D4",
          notes: [$0.pourquoi, $0.palier.flatMap { told.asked[$0] }.map(constat)].compactMap(\.self)
        )
      },
      BoardPage.Texts(
        open: told.open.map {
          "D2, en retard\u{A0}: qu’en fait-on\u{A0}? \(undecidedWords(of: $0))"
        },
        changes: told.changes.map {
          "\($0.repere) \(shortened($0.palier.palier.intitule)) ✔ \($0.palier.etat.mot)"
        },
        priorities: told.priorities.map {
          "7 ▲ orange \(shortened($0.0.texte)) (Utilité et emplois)"
        },
        followed: told.followed.map {
          "▼ D2 en retard \(said(of: $0)). Décidé\u{A0}: \(decided(about: $0))"
        },
        pending: told.pending.map { "\(pendingWords($0)) → D4" },
        settled: told.settled.map(\.words), late: dated(told.late), dates: dated(told.dates),
        hasVotes: priorityVote?.votants != nil))
  }
}
