import DPES
import TerminalUI

/// What is said of the selected palier: its title in full, its deadline, what it answers, its
/// indicators, who undertook what.
struct PalierDetail {
  private let marks: Marks
  private let derived: Derived
  private let avancement: Avancement
  private let area: Rect
  private var content: StyledLines

  init(_ state: State, _ avancement: Avancement, in area: Rect) {
    marks = state.marks
    derived = state.derived
    self.avancement = avancement
    self.area = area
    content = StyledLines(width: area.width)
    guard let palier = state.schema.selected(in: state.derived) else {
      content.add(Self.nothing(in: avancement), .text)
      return
    }
    addHead(palier)
    content.add(facts: facts(palier))
    let engagements = palier.palier.engagements.flatMap(engagement)
    addIndicators(palier, room: area.height - content.lines.count - engagements.count)
    for line in engagements { content.add(line: line) }
  }

  func draw(on canvas: inout Canvas) { content.draw(in: area, on: &canvas) }

  private static func nothing(in avancement: Avancement) -> String {
    avancement.axes.allSatisfy(\.paliers.isEmpty)
      ? "Ce schéma n’a pas encore de palier\u{A0}: n en ajoute un. Un palier répond à des "
        + "observations\u{A0}: les priorités du cercle (touche\u{A0}3) disent par où commencer, et là, p "
        + "fait d’une priorité un palier."
      : "Pas encore de palier sur cet axe\u{A0}: n en ajoute un. Ses observations sont au cercle "
        + "(touche\u{A0}3)."
  }

  /// `✔ palier 2 · ` and the title, its further lines under its start; where it stands at the right.
  private mutating func addHead(_ palier: Avancement.ParPalier) {
    let mark = marks.mark(palier.etat)
    var start = [
      Span("\(mark.sign) ", Style(mark.ink, .bold)), Span("palier \(palier.rang) · ", .text),
    ]
    let indent = Span(String(repeating: " ", count: start.columns), .text)
    let state = Span(standing(palier), Style(mark.ink))
    // A narrow one has it among the facts.
    let room = area.width - start.columns - (isNarrow ? 0 : [state].columns + 2)
    let title = palier.palier.intitule
    let lines = WallText.lines(title, width: max(1, room), maxLines: 4)
    for (index, line) in (lines.isEmpty ? [""] : lines).enumerated() {
      var spans = start + [Span(line, .strong)]
      if index == 0, !isNarrow { spans = spans.ending(with: state, in: area.width) }
      content.add(line: spans)
      start = [indent]
    }
  }

  private var isNarrow: Bool { area.width < 60 }

  /// Where it stands on the day: `en retard depuis le 28 septembre 2026`.
  private func standing(_ palier: Avancement.ParPalier) -> String {
    let word = marks.mark(palier.etat).word
    switch palier.etat {
    case .enRetard:
      let late = palier.indicateurs.lazy.flatMap(\.cases).first { $0.etat == .enRetard }?.periode
      let column = palier.palier.echeanceMois.map(Periode.colonne(deEcheance:))
      let fin = (late ?? avancement.periodes.first { $0.mois == column })?.fin
      guard let fin, area.width >= 76 else { return word }
      return "\(word) depuis le \(fin.adding(days: 1).french)"
    case .echu: return EcheancePassee.mot(depuis: palier.joursDEcheance)
    case .perdu: return "\(word), à retrouver"
    case .tenu where palier.palier.tenuAuDepart: return "\(word), déjà tenu au départ"
    case .tenu, .partiel, .aVenir, .sansObjet: return word
    }
  }

  private func facts(_ palier: Avancement.ParPalier) -> [[Span]] {
    var texts = (isNarrow ? [marks.mark(palier.etat).word] : []) + [deadline(palier)]
    texts += effect(palier)
    if palier.indicateurs.isEmpty {
      texts += [
        "sans indicateur",
        palier.palier.atteintLe.map { "déclaré atteint le \($0.french)" }
          ?? (palier.palier.tenuAuDepart ? "dit tenu au départ" : "pas encore déclaré atteint"),
      ]
    } else if area.height < 3 + palier.indicateurs.count {
      // Where they may not all fit below.
      texts.append(count(palier.indicateurs))
    }
    var facts = texts.map { [Span($0, .faint)] }
    guard var answers = answers(palier.palier) else { return facts }
    // What it answers is said where it fits, and nothing else has to leave for it.
    let shown = derived.answered[palier.palier.id] ?? []
    if shown.count == 1, let text = shown.first.map({ Span(" \($0.texte)", Style.faint) }) {
      let said = facts.reduce(0) { $0 + $1.columns + 3 } + answers.columns
      if said + [text].columns <= area.width { answers.append(text) }
    }
    facts.append(answers)
    return facts
  }

  /// What it does to the level of its axis, where that does not go without saying (R4).
  private func effect(_ palier: Avancement.ParPalier) -> [String] {
    let axis = avancement[palier.palier.axe]
    if axis.estSansEffet(palier) {
      return ["ne compte pas tant que le palier \(axis.actuel + 1) ne tient pas"]
    }
    guard palier.etat == .perdu, palier.rang == axis.actuel + 1 else { return [] }
    return ["l’axe redescend au niveau \(axis.actuel)"]
  }

  private func deadline(_ palier: Avancement.ParPalier) -> String {
    guard let mois = palier.palier.echeanceMois else { return "sans échéance" }
    let month = Periode.jour(mois, depuis: avancement.debut).map { ", \($0.frenchMonthAndYear)" }
    return "échéance \(mois)\u{A0}mois\(month ?? ", mois 0 à fixer")"
  }

  private func count(_ indicateurs: [Avancement.ParIndicateur]) -> String {
    let held = indicateurs.count { $0.estTenu }
    let apart = indicateurs.count { $0.estNonConcerne && !$0.estTenu }
    return "\(held.counting("indicateur")) sur \(indicateurs.count) \(held.agreeing("atteint"))"
      + (apart == 0 ? "" : ", \(apart.counting("non concerné", "non concernés"))")
  }

  /// The observations it answers, in the image shown; how many only another image holds.
  private func answers(_ palier: Palier) -> [Span]? {
    guard !palier.observations.isEmpty else { return nil }
    let shown = derived.answered[palier.id] ?? []
    let room = max(1, (area.width - 30) / 5)
    var spans = [Span("répond à", .faint)]
    for observation in shown.prefix(room) {
      let mark = marks.mark(observation.statut)
      let number = observation.numero.map(String.init) ?? ""
      spans.append(Span(" \(mark.sign)\(number)", Style(mark.ink)))
    }
    if shown.count > room { spans.append(Span(" et \(shown.count - room) de plus", .faint)) }
    let elsewhere = palier.observations.count - shown.count
    if elsewhere > 0 {
      let and = shown.isEmpty ? "" : "et "
      spans.append(Span(" \(and)\(elsewhere.counting("absente")) de cette image", .faint))
    }
    return spans
  }

  private func engagement(_ engagement: Palier.Engagement) -> [[Span]] {
    let initiales = engagement.qui.flatMap { derived.initiales[$0] }
    let who = [engagement.organisme, initiales].compactMap(\.self).joined(separator: ", ")
    let what = [engagement.texte, engagement.quand.map { "le \($0.frenchShort)" }]
      .compactMap(\.self).joined(separator: ", ")
    let text = (who.isEmpty ? "engagement" : "engagement (\(who))") + "\u{A0}: \(what)"
    return TextWidth.wrap(text, width: max(1, area.width - 2), maxLines: 3).map {
      [Span("  \($0)", .faint)]
    }
  }

  /// An indicator in words: its title, what was last said of it and what is expected, who.
  private struct Words {
    let title: [Span]
    let facts: [[Span]]
    let who: Span
  }

  /// A table where all of it fits, else two rows each where there is room, else the essential.
  ///
  /// Facts beside a title have its ink, which is read more easily and sent in fewer bytes.
  private mutating func addIndicators(_ palier: Avancement.ParPalier, room: Int) {
    let words = palier.indicateurs.map(words)
    let lines = table(words) ?? pairs(words, room: room) ?? words.map(line)
    for line in lines { content.add(line: line) }
  }

  private func words(_ suivi: Avancement.ParIndicateur) -> Words {
    let text = IndicateurText(suivi: suivi, marks: marks)
    let mark = text.mark
    let objective = text.objective.map { [Span($0, Style.text)] }
    return Words(
      title: [
        Span("  \(mark.sign) ", Style(mark.ink)), Span(suivi.indicateur.intitule, .text),
      ],
      facts: [[Span(text.last ?? "rien encore", .text)]] + (objective.map { [$0] } ?? []),
      who: Span(derived.people(of: suivi.indicateur) ?? "", .text))
  }

  /// nil when it is wider than the area.
  private func table(_ words: [Words]) -> [[Span]]? {
    let gap = 3
    let titleWidth = words.map(\.title.columns).max() ?? 0
    let widths = (0..<2).map { column in
      words.map { $0.facts.dropFirst(column).first?.columns ?? 0 }.max() ?? 0
    }
    let who = words.map { [$0.who].columns }.max() ?? 0
    guard titleWidth + widths.reduce(0, +) + who + 3 * gap <= area.width else { return nil }
    return words.map { words in
      var line = words.title
      var end = titleWidth
      for (fact, width) in zip(words.facts, widths) {
        line.append(Span(String(repeating: " ", count: end + gap - line.columns), .text))
        line += fact
        end += gap + width
      }
      return line.ending(with: words.who, in: area.width)
    }
  }

  /// Two rows each; nil when there is no room for them.
  private func pairs(_ words: [Words], room: Int) -> [[Span]]? {
    guard 2 * words.count <= room else { return nil }
    return words.flatMap { words in
      let title = cut(words.title, to: area.width - [words.who].columns - 1)
      let facts = [Span("    ", Style.text)] + Array(words.facts.joined(separator: [Self.point]))
      return [title.ending(with: words.who, in: area.width), facts]
    }
  }

  private static let point = Span(" · ", .text)

  /// The title, and what was last said of it at the right.
  private func line(_ words: Words) -> [Span] {
    let said = words.facts.first ?? []
    let room = area.width - said.columns - 2
    guard room > 16 else { return cut(words.title, to: area.width) }
    let title = cut(words.title, to: room)
    let blank = String(repeating: " ", count: max(0, area.width - said.columns - title.columns))
    return title + [Span(blank, .text)] + said
  }

  /// A sign and a title, cut between words.
  private func cut(_ title: [Span], to width: Int) -> [Span] {
    guard let sign = title.first, let text = title.last, title.columns > width else { return title }
    return [
      sign, Span(WallText.line(text.text, width: max(1, width - [sign].columns)), text.style),
    ]
  }
}
