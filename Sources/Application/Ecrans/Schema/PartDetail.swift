import DPES
import TerminalUI

/// What is said in full of what the zoom selects.
enum PartDetail {
  static func draw(
    _ state: State, _ avancement: Avancement, in area: Rect, on canvas: inout Canvas
  ) {
    var lines = StyledLines(width: area.width)
    let (palier, part) = (state.schema.selected(in: state.derived), state.schema.part)
    if case .indicateur(let id) = part,
      let suivi = palier?.indicateurs.first(where: { $0.indicateur.id == id })
    {
      add(suivi, state, to: &lines)
    } else if case .engagement(let id) = part,
      let engagement = palier?.palier.engagements.first(where: { $0.id == id })
    {
      lines.add("Engagement", .faint)
      lines.add(engagement.texte ?? "", .text, maxLines: 4)
      let who = [engagement.organisme, engagement.qui.flatMap { state.derived.initiales[$0] }]
      lines.add(
        facts: (who + [engagement.quand.map { "pour le \($0.french)" }])
          .compactMap { $0.map { [Span($0, .faint)] } })
    } else if case .observation(let id) = part, let answered = state.schema.selectedID,
      let observation = state.derived.answered[answered]?.first(where: { $0.id == id })
    {
      let mark = state.marks.mark(observation.statut)
      lines.add(line: [
        Span("\(mark.sign) \(mark.word)", Style(mark.ink)),
        Span(
          " · observation\(observation.numero.map { " \($0)" } ?? "")"
            + (observation.priorite ? ", priorité" : ""), .faint),
      ])
      lines.add(observation.texte, .text, maxLines: 4)
    } else {
      return PalierDetail(state, avancement, in: area).draw(on: &canvas)
    }
    lines.draw(in: area, on: &canvas)
  }

  /// Its title, where it stands, then what it is.
  private static func add(
    _ suivi: Avancement.ParIndicateur, _ state: State, to lines: inout StyledLines
  ) {
    let text = IndicateurText(suivi: suivi, marks: state.marks)
    let mark = text.mark
    let one = suivi.indicateur
    let title = TextWidth.wrap(one.intitule, width: max(1, lines.width - 2), maxLines: 3)
    for (index, line) in title.enumerated() {
      lines.add(line: [
        Span(index == 0 ? "\(mark.sign) " : "  ", Style(mark.ink, .bold)), Span(line, .text),
      ])
    }
    lines.add(
      facts: [text.objective ?? "sans objectif à venir", text.achieved ?? "rien encore"]
        .map { [Span($0, .text)] })
    lines.add(facts: definition(of: one, state).map { [Span($0, .faint)] })
  }

  private static func definition(of one: Indicateur, _ state: State) -> [String] {
    let nature = one.nature == .ouiNon ? "oui ou non" : one.nature?.rawValue
    let share = [one.numerateur, one.denominateur].compactMap(\.self).joined(separator: " sur ")
    let targets = one.cibles.entries.map { "\(one.french($0.value)) à \($0.mois)\u{A0}mois" }
    let people = one.personnes.map {
      state.derived.initiales[$0] ?? "quelqu’un qui n’est plus là"
    }
    let word = people.count.agreeing("responsable")
    return [
      nature, share.isEmpty ? nil : share,
      one.sens.map { $0 == .hausse ? "à la hausse" : "à la baisse" },
      one.cible.map { "cible\u{A0}: \(one.french($0))" },
      targets.isEmpty ? nil : targets.joined(separator: ", "),
      one.rythmeMois.map { "à vérifier tous les \($0)\u{A0}mois" },
      people.isEmpty ? nil : "\(word)\u{A0}: \(people.joined(separator: ", "))",
      one.preuve.map { "preuve\u{A0}: \($0)" },
    ].compactMap(\.self)
  }
}
