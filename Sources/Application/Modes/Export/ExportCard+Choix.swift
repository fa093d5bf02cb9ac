import DPES
import TerminalUI

// Of which séance and image a document is, and since when it compares.
extension ExportCard {
  /// A day on which something was held or drawn.
  private struct Moment {
    let jour: Day
    let choix: ChoixDeDocument
    let nom: String
  }

  /// Of a board's page the boards, those to come too; of what is of an image alone the images; else
  /// séances and images until today; the last first, an image with its séance.
  private func moments(_ demarche: Demarche, le jour: Day) -> [Moment] {
    if isOfBoard {
      return demarche.seances.compactMap { seance in
        guard seance.genre == .ca, let date = seance.date else { return nil }
        return Moment(
          jour: date, choix: ChoixDeDocument(seance: seance.id), nom: "conseil du \(date.french)")
      }.ordered { -$0.jour.number }
    }
    let seances = document?.takes.contains(.seance) ?? false ? demarche.seances : []
    var found = seances.compactMap { seance -> Moment? in
      guard let date = seance.date, date <= jour else { return nil }
      let image = demarche.cercles.last { $0.seance == seance.id && $0.regard == nil }
      return Moment(
        jour: date, choix: ChoixDeDocument(image: image?.id, seance: seance.id),
        nom: "séance du \(date.french)" + (seance.titre.map { ", \($0)" } ?? ""))
    }
    let told = Set(found.compactMap(\.choix.image))
    let images = demarche.cercles.filter { $0.regard == nil }
    found += images.filter { !told.contains($0.id) && $0.date <= jour }.map { image in
      Moment(
        jour: image.date, choix: ChoixDeDocument(image: image.id),
        nom: "image du \(image.date.french)" + (image.titre.map { ", \($0)" } ?? ""))
    }
    return found.ordered { -$0.jour.number }
  }

  /// What was chosen, as far as the selected document can be of it.
  ///
  /// A board that was chosen for its page says nothing of a yearly report, and is there again where the
  /// page is.
  func chosen(_ demarche: Demarche, le jour: Day) -> ChoixDeDocument {
    let takes = document?.takes ?? []
    var kept = ChoixDeDocument(
      image: takes.contains(.image) ? choix.image : nil,
      seance: takes.contains(.seance) ? choix.seance : nil,
      depuis: takes.contains(.depuis) ? choix.depuis : nil)
    if !moments(demarche, le: jour).contains(where: { $0.choix.isAt(kept) }) {
      (kept.image, kept.seance) = (nil, nil)
    }
    return kept
  }

  static func whyNoOther(_ state: State) -> String? {
    if let card = state.modes.last as? ExportCard, card.document != nil, !card.takesMoment {
      return "Ce document n’est d’aucune séance ni image\u{A0}: il dit la démarche d’aujourd’hui."
    }
    guard let card = state.modes.last as? ExportCard, let demarche = state.document?.demarche,
      card.moments(demarche, le: state.environment.today).isEmpty
    else { return nil }
    return card.isOfBoard
      ? "Aucun conseil n’est noté\u{A0}: d, aux séances, en ouvre un."
      : "Aucune séance ni image n’est encore faite."
  }

  static func whyNoSince(_ state: State) -> String? {
    guard let document = (state.modes.last as? ExportCard)?.document,
      !document.takes.contains(.depuis)
    else { return nil }
    return "Ce document ne dit pas ce qui a changé depuis un jour."
  }

  /// Goes to the one before, and from the first to what the day says.
  static func goBack(_ state: inout State) -> [Effect] {
    guard var card = state.modes.last as? ExportCard, let demarche = state.document?.demarche else {
      return []
    }
    let all = card.moments(demarche, le: state.environment.today)
    let now = card.chosen(demarche, le: state.environment.today)
    let place = all.firstIndex { $0.choix.isAt(now) }
    let next = place.map { $0 + 1 } ?? 0
    let chosen = all.indices.contains(next) ? all[next].choix : ChoixDeDocument()
    (card.choix.image, card.choix.seance) = (chosen.image, chosen.seance)
    return card.askPreview(in: &state)
  }

  /// The day that the selected document is of.
  func lastDay(_ state: State) -> Day {
    let today = state.environment.today
    guard isOfBoard, let demarche = state.document?.demarche else { return today }
    return chosen(demarche, le: today).jourDuConseil(dans: demarche, le: today)
  }

  /// Whether the selected document is a board's.
  private var isOfBoard: Bool { document?.isOfBoard ?? false }

  /// Whether d changes something of the selected document.
  var takesMoment: Bool { document.map { !$0.takes.isDisjoint(with: [.image, .seance]) } ?? false }

  /// Whether there is something that d goes to.
  func hasOtherMoment(_ state: State) -> Bool {
    guard takesMoment, let demarche = state.document?.demarche else { return false }
    return !moments(demarche, le: state.environment.today).isEmpty
  }

  /// What was chosen, in words: « changements depuis le 12/12/2024 · séance du 3 novembre 2026 ».
  func told(_ state: State) -> String {
    guard let demarche = state.document?.demarche else { return "" }
    let chosen = chosen(demarche, le: state.environment.today)
    let moment = moments(demarche, le: state.environment.today).first {
      $0.choix.isAt(chosen)
    }
    let since = chosen.depuis.map { "changements depuis le \($0.frenchShort)" }
    let name = takesMoment ? moment?.nom ?? usual(demarche, le: state.environment.today) : nil
    let said = [since, name].compactMap(\.self).joined(separator: " · ")
    return said.isEmpty ? "au jour d’aujourd’hui" : said
  }

  /// What a document is of where nothing is chosen: the last image, with the séance that it is of, which
  /// may not be the last.
  private func usual(_ demarche: Demarche, le jour: Day) -> String {
    if isOfBoard {
      let day = demarche.prochainConseil(le: jour)?.date
      return day.map { "conseil du \($0.french)" } ?? "au jour d’aujourd’hui"
    }
    guard let image = ChoixDeDocument().image(dans: demarche, le: jour) else {
      return "dernière séance"
    }
    return "dernière image (\(image.date.frenchShort)), sa séance"
  }

  static func askSince(_ state: inout State) -> [Effect] {
    guard let card = state.modes.last as? ExportCard else { return [] }
    state.ask(
      "Ce qui a changé depuis quel jour\u{A0}?", for: SinceQuestion(),
      card.choix.depuis?.frenchShort ?? "", isProposed: true)
    return []
  }
}

extension ChoixDeDocument {
  /// Whether it is of the same séance and image.
  fileprivate func isAt(_ other: Self) -> Bool { image == other.image && seance == other.seance }

  /// Without what a démarche does not have.
  func kept(in demarche: Demarche?) -> Self {
    guard let demarche else { return Self() }
    let hasImage = image.map { id in demarche.cercles.contains { $0.id == id } } ?? true
    let hasSeance = seance.map { id in demarche.seances.contains { $0.id == id } } ?? true
    return hasImage && hasSeance ? self : Self(depuis: depuis)
  }
}

/// The day since which documents tell changes; none leaves it to them.
struct SinceQuestion: QuestionSubject {
  var takesNothing: Bool { true }

  func below(_ state: State) -> String? {
    "12/12/2025, 28/02, mars 2025, il y a 2 ans\u{A0}; vide\u{A0}: un an, ou le dernier CA."
  }

  func refusal(of text: String, _ state: State) -> String? {
    let today = state.environment.today
    guard !text.isBlank else { return nil }
    guard let day = Day(ecrit: text, le: today, .fait) else { return Form.Field.notADay(text) }
    if day > today { return "Le \(day.french) n’est pas encore passé." }
    let card = state.modes.lazy.compactMap { $0 as? ExportCard }.last
    let last = card?.lastDay(state) ?? today
    return day <= last ? nil : "Le conseil est du \(last.french)\u{A0}: avant ce jour."
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    guard var card = state.modes.last as? ExportCard else { return [] }
    card.choix.depuis = Day(ecrit: text, le: state.environment.today, .fait)
    return card.askPreview(in: &state)
  }
}
