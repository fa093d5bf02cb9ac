import DPES
import TerminalUI

// The cercle in words: counts for each axis, then every observation of the image.
extension CercleEcran {
  static var isRead: Bool { true }

  static func lecture(_ state: State) -> Lecture? {
    guard let image = state.derived.image else {
      return Lecture(title: "Cercle de qualité. Pas encore d’image. n commence une observation.")
    }
    let groups = image.groups
    let all = groups.flatMap(\.observations)
    let name = image.cercle.nom()
    let title =
      "Cercle de qualité, \(name)\(image.cercle.figee ? ", figée" : ""). "
      + groups.map(counts).joined(separator: " ")
    let before = groups.prefix { $0.axe != state.cercle.axe }
      .reduce(0) { $0 + $1.observations.count }
    let selected = state.cercle.selected(in: state.derived)
    return Lecture(
      title: title, count: all.count,
      selection: selected == nil ? nil : before + state.cercle.index,
      id: selected?.id,
      row: { "Observation \($0 + 1) sur \(all.count), \(words(all[$0], state))" },
      saysNumbers: true, details: selected.map { ObservationDetail.details(of: $0, state) } ?? [])
  }

  static func choose(_ state: inout State, row: Int) {
    let all = (state.derived.image?.groups ?? []).flatMap(\.observations)
    guard all.indices.contains(row) else { return }
    state.cercle.select(all[row].id, in: state.derived)
    accompany(&state)
  }

  /// How many there are and of each colour: `Démocratie : 8 observations, 3 rouges`.
  private static func counts(_ group: ImageView.Group) -> String {
    let counts = group.counts
    let colours = [
      (counts.rouge, "rouge", "rouges"), (counts.orange, "orange", "orange"),
      (counts.vert, "verte", "vertes"), (counts.sans, "sans statut", "sans statut"),
    ].filter { $0.0 > 0 }.map { $0.0.counting($0.1, $0.2) }
    let all = group.observations.count
    let head = all == 0 ? "aucune observation" : all.counting("observation")
    let name = group.axe?.nomCourt ?? "À placer"
    return "\(name)\u{A0}: \(([head] + colours).joined(separator: ", "))."
  }

  /// The colour and what presses first, who said it and numbers last.
  static func words(_ observation: Observation, _ state: State) -> String {
    let flags =
      [state.marks.mark(observation.statut).word] + (observation.priorite ? ["prioritaire"] : [])
      + (observation.desaccord ? ["désaccord du groupe"] : [])
    let paliers = state.derived.paliers(for: observation.id).compactMap(\.rang).map(String.init)
    let answered =
      paliers.isEmpty
      ? "" : " \(paliers.count.agreeing("Palier")) \(paliers.joined(separator: ", "))."
    let number = observation.numero.map { " Numéro \($0)." } ?? ""
    return "\(flags.joined(separator: ", "))\u{A0}: \(observation.texte.asSentence)"
      + " \(observation.axe?.nomCourt ?? "À placer").\(answered)\(number)"
  }
}

extension ObservationDetail {
  /// What else is known of it, in the words of the full screen.
  static func details(of observation: Observation, _ state: State) -> [String] {
    let arguments = ArgumentCard.rows(of: observation).compactMap { row -> String? in
      guard case .argument = row else { return nil }
      let told = ArgumentText(row, state)
      return "\(told.word)\(told.who.map { " (\($0))" } ?? "")\u{A0}: \(told.text)"
    }
    return links(of: observation, in: state) + facts(of: observation, in: state) + arguments
  }
}
