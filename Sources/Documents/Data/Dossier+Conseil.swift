import DPES

// What a board reads: what changed since its last meeting, what is asked of it, what comes.
extension Dossier {
  /// No more of each than one page holds, in things and in lines of half its width.
  private static let mostAsks = 5
  private static let mostDates = 6
  private static let mostLines = 13
  private static let lineLength = 50
  private static let longest = 96

  private var boards: [Seance] {
    demarche.seances.filter { $0.genre == .ca && $0.date != nil }.ordered { $0.date?.number ?? 0 }
  }

  /// The day since which changes are told: the board's last meeting, else half a year.
  private var sinceBoard: Day {
    choix.depuis ?? boards.last { $0.date.map { $0 < jour } ?? false }?.date
      ?? jour.adding(months: -6)
  }

  /// Beside what is done about what is lost or late.
  func conseil(_ suites: [Suite]) -> TemplateScope {
    let before = Avancement(demarche.schema, le: sinceBoard).axes
    let changes = changes(since: before)
    let next = boards.first { $0.date.map { $0 >= jour } ?? false }
    let last = boards.last { $0.date.map { $0 < jour } ?? false }
    let open = suites.filter(\.decisions.isEmpty)
    let shown = fitting(changes) { shortened($0.palier.palier.intitule) + $0.palier.etat.mot }
    let priorities = priorityOrder
    let voices = fitting(priorities) { shortened($0.0.texte) + "orange, utilité et emplois" }
    let settled = Set(
      avancement.axes.lazy.flatMap(\.paliers).filter { $0.estTenu || $0.etat == .sansObjet }
        .map(\.palier.id))
    let dates = calendarEntries.filter { $0.day >= jour && !settled.contains($0.id) }
      .ordered { $0.day.number }
    return [
      "conseilJour": .text(next?.date?.french), "depuisJour": .text(sinceBoard.french),
      "changements": .each(shown, change),
      "changementsAutres": others(changes.count - shown.count),
      "paroles": .each(voices) { one, points in
        [
          "points": .number(points),
          "signe": .text(Signs.sign(one.statut)), "mot": .text(one.statut?.mot ?? "sans statut"),
          "teinte": .text(Tint(one.statut).rawValue), "texte": .text(shortened(one.texte)),
          "axe": .text(one.axe?.nomCourt ?? "À placer"),
        ]
      },
      "parolesAutres": others(priorities.count - voices.count),
      "demandes": .each(Array((next?.demandes ?? []).prefix(Self.mostAsks)), ask),
      "demandesAvant": .each(Array((last?.demandes ?? []).prefix(Self.mostAsks)), ask),
      "sansSuite": .each(Array(open.prefix(Self.mostAsks)), undecided),
      "dates": .each(Array(dates.prefix(Self.mostDates))) {
        ["quand": .text($0.day.french), "quoi": .text(shortened($0.title))]
      },
    ]
  }

  private func others(_ count: Int) -> TemplateScope.Value {
    .text(count > 0 ? "et \(count.counting("autre"))" : nil)
  }

  /// The first of them that half a page has lines for, by what each says there.
  private func fitting<Element>(_ all: [Element], _ said: (Element) -> String) -> [Element] {
    var lines = 0
    return Array(
      all.prefix { one in
        lines += 1 + said(one).count / Self.lineLength
        return lines <= Self.mostLines
      })
  }

  private func shortened(_ text: String) -> String { text.shortened(to: Self.longest) }

  private func ask(_ demande: Seance.Demande) -> TemplateScope {
    [
      "texte": .text(demande.texte.map(shortened)),
      "pourquoi": .text(demande.pourquoi.map(shortened)),
      "reponse": .text(demande.reponse),
    ]
  }

  private func undecided(_ suite: Suite) -> TemplateScope {
    [
      "repere": .text("\(suite.axe.lettre)\(suite.rang)"),
      "quoi": .text(shortened((suite.perdus + suite.enRetard).first ?? suite.palier.intitule)),
      "etat": .text(suite.etat.mot),
    ]
  }

  private struct Change: Sendable {
    let axe: Axe
    let palier: Avancement.ParPalier
  }

  private func change(_ change: Change) -> TemplateScope {
    [
      "repere": .text("\(change.axe.lettre)\(change.palier.rang)"),
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
  func next(on axe: Avancement.ParAxe, _ page: PageDuCA.ParAxe?) -> TemplateScope {
    let next = axe.paliers.dropFirst(axe.actuel).first { !$0.estTenu && $0.etat != .sansObjet }
    let day = next.flatMap { $0.palier.echeanceMois }.flatMap(demarche.schema.jour)
    let (late, lost) = (page?.enRetard.count ?? 0, page?.perdus.count ?? 0)
    return [
      "suivantRepere": .text(next.map { "\(axe.axe.lettre)\($0.rang)" }),
      "suivantIntitule": .text(next.map { shortened($0.palier.intitule) }),
      "suivantQuand": .text(day.map { $0.french + ($0 < jour ? ", passé" : "") }),
      "niveauAuConseil": .number(
        axe.paliers.isEmpty ? nil : demarche.schema.niveau(de: axe.axe, le: sinceBoard)),
      "perdusNombre": .text(lost > 0 ? lost.counting("perdu") : nil),
      "retardsNombre": .number(late > 0 ? late : nil),
    ]
  }
}
