import DPES
import TerminalUI

// The schéma in words: the level of each axis, then every palier with its state.
extension SchemaEcran {
  static var isRead: Bool { true }

  static func lecture(_ state: State) -> Lecture? {
    guard let avancement = state.derived.avancement, let words = PalierWords(state) else {
      return nil
    }
    let all = avancement.axes.flatMap(\.paliers)
    guard !all.isEmpty else {
      return Lecture(title: "Schéma de progrès. Pas encore de palier\u{A0}: n en ajoute un.")
    }
    let levels = avancement.axes.map {
      "\($0.axe.nomCourt)\u{A0}: \($0.paliers.isEmpty ? "aucun palier" : PalierWords.level($0))."
    }
    let selected = state.schema.selected(in: state.derived)
    return Lecture(
      title: "Schéma de progrès, \(all.count.counting("palier")). "
        + levels.joined(separator: " "),
      count: all.count,
      selection: selected.flatMap { one in all.firstIndex { $0.palier.id == one.palier.id } },
      id: selected?.palier.id,
      row: { place in sentence(all[place], avancement, words, state) },
      details: selected.map { details($0, words, state) } ?? [])
  }

  static func choose(_ state: inout State, row: Int) {
    let all = (state.derived.avancement?.axes ?? []).flatMap(\.paliers)
    guard all.indices.contains(row) else { return }
    state.schema.select(all[row].palier.id, in: state.derived)
    if let maillon = maillon(state) { state.accompany(maillon, from: place) }
  }

  /// Where it is and how it stands, what it says, its deadline.
  private static func sentence(
    _ palier: Avancement.ParPalier, _ avancement: Avancement, _ words: PalierWords, _ state: State
  ) -> String {
    let axe = avancement[palier.palier.axe]
    return "\(axe.axe.nomCourt), palier \(palier.rang) sur \(axe.paliers.count), "
      + "\(words.marks.mark(palier.etat).word)\u{A0}: \(palier.palier.intitule.asSentence) "
      + "\(words.deadline(palier).capitalizedFirst.asSentence)"
  }

  private static func details(
    _ palier: Avancement.ParPalier, _ words: PalierWords, _ state: State
  ) -> [String] {
    let indicators = palier.indicateurs.map { suivi in
      let who = state.derived.people(of: suivi.indicateur).map { " \($0)." } ?? ""
      return "Indicateur, \(words.mark(suivi).word)\u{A0}: \(suivi.indicateur.intitule.asSentence)"
        + " \(words.value(suivi).capitalizedFirst.asSentence)\(who)"
    }
    return [words.answers(palier, state.derived).capitalizedFirst.asSentence]
      + (palier.indicateurs.isEmpty ? ["Sans indicateur."] : indicators)
  }
}
