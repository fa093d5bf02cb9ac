import DPES
import TerminalUI

/// What is said of the selected observation: sign, number, word, its text in full, then its links and
/// what else is known of it.
enum ObservationDetail {
  /// Draws it in an area.
  ///
  /// In few rows the text begins after the word, and is left out where it is said whole in the list.
  static func draw(_ state: State, in area: Rect, isSaid: Bool, on canvas: inout Canvas) {
    guard !area.isEmpty, let observation = state.cercle.selected(in: state.derived) else { return }
    var lines = StyledLines(width: area.width)
    let head = head(of: observation, state)
    let flags = flags(of: observation, state)
    let links = links(of: observation, in: state).map { [Span($0, .faint)] }
    let facts = facts(of: observation, in: state).map { [Span($0, .faint)] }
    switch (area.height < 3, isSaid) {
    case (true, true): lines.add(facts: [head] + flags + links + facts)
    case (true, false): lines.add(runningOn: head + [Span("  ", .text)], observation.texte, .text)
    case (false, _):
      lines.add(facts: [head] + flags)
      lines.add(observation.texte, .strong)
      for link in links { lines.add(facts: [link]) }
      lines.add(facts: facts)
      addArguments(of: observation, state, to: &lines)
    }
    lines.draw(in: area, on: &canvas)
  }

  /// The rows that sign, number, word and text take.
  static func textRows(_ state: State, width: Int) -> Int {
    let texte = state.cercle.selected(in: state.derived)?.texte ?? ""
    return 1 + TextWidth.lineCount(of: texte, width: width)
  }

  /// `■ 6 rouge`: the word stands beside the sign wherever there is a detail.
  private static func head(of observation: Observation, _ state: State) -> [Span] {
    let mark = state.marks.mark(observation.statut)
    let number = observation.numero.map { "\($0) " } ?? ""
    return [
      Span(mark.sign, Style(mark.ink)), Span(" \(number)", .faint),
      Span(mark.word, Style(mark.ink, .bold)),
    ]
  }

  private static func flags(of observation: Observation, _ state: State) -> [[Span]] {
    let disagreement = state.marks.desaccord
    return
      (observation.priorite ? [[Span("! priorité", .strong)]] : [])
      + (observation.desaccord
        ? [[Span("\(disagreement.sign) \(disagreement.word)", Style(disagreement.ink))]] : [])
  }

  /// The paliers that answer it.
  static func links(of observation: Observation, in state: State) -> [String] {
    let arrow = state.environment.symbols.arrow
    return state.derived.paliers(for: observation.id).prefix(2).map { palier in
      let rank = palier.rang.map { " \($0)" } ?? ""
      return "\(arrow) palier\(rank) «\u{A0}\(palier.intitule)\u{A0}»"
    }
  }

  /// What became of it, what the group disagreed on, who said it, and its other words.
  static func facts(of observation: Observation, in state: State) -> [String] {
    var facts: [String] = []
    if let image = state.derived.image, let avant = image.avant {
      facts += image.lignes[observation.id]?.phrase(state.marks, depuis: avant, image.lecture) ?? []
    }
    // Before the minority's sentence, which somebody else may have said.
    if let auteur = observation.auteur, let initiales = state.derived.initiales[auteur] {
      facts.append("dit par \(initiales)")
    }
    if let hands = observation.mainsLevees?.told, !hands.isEmpty {
      facts.append("mains levées\u{A0}: \(hands)")
    }
    if let minorite = observation.minorite {
      facts.append("minorité\u{A0}: «\u{A0}\(minorite)\u{A0}»")
    }
    // Of the observation itself: what an earlier one got is told once somebody opens it.
    if let retour = state.demarche?.retours.last(where: { $0.observation == observation.id }),
      let texte = retour.texte
    {
      facts.append("réponse\u{A0}: «\u{A0}\(texte)\u{A0}»")
    }
    if let counts = counts(of: observation.arguments) { facts.append(counts) }
    return facts + observation.formulations.map { "ou\u{A0}: «\u{A0}\($0)\u{A0}»" }
  }

  /// How many there are of each: `2 pour, 1 contre`.
  private static func counts(of arguments: [Argument]) -> String? {
    let counts = [Argument.Sens.pour, .contre, nil].compactMap { sens -> String? in
      let count = arguments.count { $0.sens == sens }
      guard count > 0 else { return nil }
      return sens == nil ? count.counting("argument") : "\(count) \(ArgumentText.word(sens))"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  /// What was said for and against.
  private static func addArguments(
    of observation: Observation, _ state: State, to lines: inout StyledLines
  ) {
    for row in ArgumentCard.rows(of: observation) {
      guard case .argument = row else { continue }
      let told = ArgumentText(row, state)
      let who = told.who.map { " (\($0))" } ?? ""
      lines.add("\(told.word)\(who) «\u{A0}\(told.text)\u{A0}»", .faint)
    }
  }
}
