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

  /// `✔ palier 2 · ` and the title, its further lines under its start.
  private mutating func addHead(_ palier: Avancement.ParPalier) {
    let mark = marks.mark(palier.etat)
    var start = [Span(mark.sign, Style(mark.ink)), Span(" palier \(palier.rang) · ", .text)]
    let indent = Span(String(repeating: " ", count: start.columns), .text)
    let lines = TextWidth.wrap(
      palier.palier.intitule, width: max(1, area.width - start.columns), maxLines: 4)
    for line in lines.isEmpty ? [""] : lines {
      content.add(line: start + [Span(line, .text)])
      start = [indent]
    }
  }

  private func facts(_ palier: Avancement.ParPalier) -> [[Span]] {
    var texts = [marks.mark(palier.etat).word] + effect(palier) + [deadline(palier)]
    if palier.indicateurs.isEmpty {
      texts += [
        "sans indicateur",
        palier.palier.atteintLe.map { "déclaré atteint le \($0.french)" }
          ?? "pas encore déclaré atteint",
      ]
    } else if area.height < 3 + palier.indicateurs.count {
      // Where they may not all fit below.
      texts.append(count(palier.indicateurs))
    }
    return texts.map { [Span($0, .faint)] } + (answers(palier.palier).map { [$0] } ?? [])
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
    return "échéance \(mois)\u{A0}mois\(month ?? "")"
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

  /// An indicator in words: its title, who, what is expected, what was achieved.
  private struct Words {
    let title: [Span]
    let facts: [String]
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
    return Words(
      title: [
        Span("  \(mark.sign) ", Style(mark.ink)), Span(suivi.indicateur.intitule, .text),
      ],
      facts: [
        suivi.indicateur.responsable.flatMap { derived.initiales[$0] } ?? "–",
        text.objective ?? "sans objectif à venir", text.achieved ?? "rien encore",
      ])
  }

  /// nil when it is wider than the area.
  private func table(_ words: [Words]) -> [[Span]]? {
    let gap = 3
    let titleWidth = words.map(\.title.columns).max() ?? 0
    let widths = (0..<3).map { column in
      words.map { TextWidth.columns(of: $0.facts[column]) }.max() ?? 0
    }
    guard titleWidth + widths.reduce(0, +) + 3 * gap <= area.width else { return nil }
    return words.map { words in
      var line = words.title
      var end = titleWidth
      for (fact, width) in zip(words.facts, widths) {
        let blank = String(repeating: " ", count: end + gap - line.columns)
        line.append(Span(blank + fact, .text))
        end += gap + width
      }
      return line
    }
  }

  /// Two rows each, more where the facts need them and there is room; nil when there is not even
  /// for two.
  private func pairs(_ words: [Words], room: Int) -> [[Span]]? {
    let whole = words.map { words in
      var flow = StyledLines(width: area.width - 4)
      flow.add(facts: words.facts.map { [Span($0, .faint)] })
      return flow.lines
    }
    let isWhole = words.count + whole.reduce(0) { $0 + $1.count } <= room
    guard isWhole || 2 * words.count <= room else { return nil }
    return zip(words, whole).flatMap { words, whole in
      let cut = Span(
        TextWidth.truncated(words.facts.joined(separator: " · "), to: area.width - 4), .faint)
      return [words.title] + (isWhole ? whole : [[cut]]).map { [Span("    ", .faint)] + $0 }
    }
  }

  private func line(_ words: Words) -> [Span] {
    let short = words.facts.prefix(2).joined(separator: " · ")
    let room = area.width - TextWidth.columns(of: short) - 2
    guard let sign = words.title.first, let title = words.title.last, room > 12 else {
      return words.title
    }
    let cut = Span(TextWidth.truncated(title.text, to: room - [sign].columns), .text)
    let gap = String(repeating: " ", count: room + 2 - [sign, cut].columns)
    return [sign, cut, Span(gap + short, .text)]
  }
}
