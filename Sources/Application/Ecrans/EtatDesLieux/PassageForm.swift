import DPES
import TerminalUI

/// One time of an étape of a cycle: when, to whom, what was decided, what was answered.
enum PassageForm: FormSubject {
  /// By what tells its line from others, also once it is done or undone where it can
  /// (``CycleRows/stable(_:)``); `aujourdhui` proposes today as its day.
  case etape(String, aujourdhui: Bool)
  /// A new one of an étape that comes as often as it comes, of a cycle.
  case nouveau(cycle: String, etape: String)

  private static let known = "passage"
  private static let new = "nouveau-passage"

  var words: [String] {
    switch self {
    case .etape(let repere, let aujourdhui):
      [Self.known, repere] + (aujourdhui ? ["aujourdhui"] : [])
    case .nouveau(let cycle, let etape): [Self.new, cycle, etape]
    }
  }

  init?(words: [String]) {
    guard words.count == 2 || words.count == 3 else { return nil }
    switch words[0] {
    case Self.known: self = .etape(words[1], aujourdhui: words.count == 3)
    case Self.new where words.count == 3: self = .nouveau(cycle: words[1], etape: words[2])
    default: return nil
    }
  }

  var place: Screen { EtatEcran.place }

  /// What ``Demarche/masquee`` hides of a passage.
  var nommants: Set<String> {
    ["destinataire", "texte", "motif", "numero", "reponse", "pieceLieu"]
  }

  /// What it is about, as the démarche has it.
  private struct Sujet {
    let cycle: Cycle
    let suivi: CycleSuivi
    let etape: Cycle.Etape
    let rang: Int?
    let passage: Passage?
    /// The passage as it was when the card was opened, where it was taken out meanwhile.
    var lost: Passage?
  }

  private func sujet(_ state: State) -> Sujet? {
    let rows = state.etat.cycle
    switch self {
    case .nouveau(let id, let code):
      guard let one = rows.suivis.first(where: { $0.cycle?.id == id }), let cycle = one.cycle,
        let etape = cycle.etape(code), etape.repetable
      else { return nil }
      return Sujet(cycle: cycle, suivi: one.suivi, etape: etape, rang: nil, passage: nil)
    case .etape(let repere, _):
      if let (suivi, line) = rows.ligne(repere), let cycle = rows.suivis[suivi].cycle {
        return Sujet(
          cycle: cycle, suivi: rows.suivis[suivi].suivi, etape: line.etape, rang: line.rang,
          passage: line.passage)
      }
      guard let (suivi, passage) = rows.inconnu(repere) else { return nil }
      let one = rows.suivis[suivi]
      var (cycle, etape) = (Cycle(), Cycle.Etape())
      guard let modele = one.suivi.modele else { return nil }
      (cycle.id, etape.code, etape.titre) = (modele, passage.etape ?? "", passage.etape ?? "Étape")
      return Sujet(
        cycle: one.cycle ?? cycle, suivi: one.suivi, etape: etape, rang: passage.rang,
        passage: passage)
    }
  }

  /// What was written of a passage that is gone is noted anew, on its étape.
  private func lost(_ state: State, _ base: Demarche) -> Sujet? {
    guard case .etape(let id, _) = self else { return nil }
    for known in state.etat.cycle.suivis {
      let before = base.cycles.first { $0.modele == known.suivi.modele }
      guard let cycle = known.cycle, let passage = before?.passages.first(where: { $0.id == id }),
        let etape = cycle.etape(passage.etape)
      else { continue }
      return Sujet(
        cycle: cycle, suivi: known.suivi, etape: etape, rang: passage.rang, passage: nil,
        lost: passage)
    }
    return nil
  }

  func card(_ state: State, _ demarche: Demarche) -> FormCard? {
    guard let sujet = sujet(state) else { return nil }
    let today = state.environment.today
    // What the screen lists may have its names hidden.
    let known = demarche.cycles.lazy.flatMap(\.passages).first { $0.id == sujet.passage?.id }
    var passage = known ?? sujet.passage ?? Passage()
    if proposesDay(sujet.etape), passage.faitLe == nil { passage.faitLe = today }
    let fields = PassageFields(passage, sujet.cycle, demarche, state.etat.cycle.referents)
    let title = sujet.etape.titre + (sujet.rang.map { "\u{A0}\($0)" } ?? "")
    return FormCard(self, title, fields.all(sujet.etape), base: demarche, le: today)
  }

  /// Whether its day is proposed: a decision without its day counts for nothing.
  private func proposesDay(_ etape: Cycle.Etape) -> Bool {
    switch self {
    case .etape(_, let aujourdhui): aujourdhui
    case .nouveau: etape.genre == .decision
    }
  }

  func check(_ field: String, in card: FormCard) throws(FormCard.Fault) {
    switch field {
    case "presents": _ = try PassageFields.presents(card)
    case "faitLe", "prepareLe", "reponduLe", "issue", "sansObjet":
      try PassageFields.checkDays(card)
    default: break
    }
  }

  func confirm(_ card: FormCard, in state: inout State) -> [Effect] {
    guard let sujet = sujet(state) ?? lost(state, card.base) else {
      return state.decline(
        "Ce passage n’est plus là, ou son étape n’est plus suivie\u{A0}: Échap garde ce qui est écrit."
      )
    }
    let etape = sujet.etape
    var filled: PassageFields.Filled
    do throws(FormCard.Fault) {
      filled = try PassageFields.read(card, etape, sujet.passage, proposesDay: proposesDay(etape))
    } catch {
      return FormCard.fail(&state, card, error.id, error.text)
    }
    // Nothing was said: nothing is written.
    guard sujet.passage != nil || proposesDay(etape) || !card.form.holdsTheSame(as: card.original)
    else {
      FormCard.close(&state, card)
      state.say("Rien d’écrit\u{A0}: rien n’est noté.")
      return []
    }
    // Who was there stays as another window said it meanwhile, unless it was said here.
    if let passage = sujet.passage, passage.seance != nil, !card.isChanged("presents"),
      filled.presents != nil, card.base.seance(dePassage: passage.id) == nil
    {
      filled.presents = []
    }
    // A séance that stayed when its journée was taken off says who was there.
    if filled.presents != nil, !card.isChanged("presents"), let day = filled.faitLe,
      state.demarche?.seanceLibre(day, etape.titre) != nil
    {
      filled.presents = []
    }
    let signature = state.signature
    var id: String?
    let effects = FormCard.commit(&state, card) { demarche, ids in
      id = demarche.noterPassage(
        sujet.passage?.id, etape: etape.code, rang: sujet.rang, de: sujet.cycle, signature,
        ids: &ids
      ) { passage in
        if var lost = sujet.lost {
          lost.id = passage.id
          passage = lost
        }
        filled.fill(&passage)
      }
      let known = id ?? sujet.passage?.id
      guard let known, filled.presents != nil else { return id != nil }
      let isHeld = demarche.tenirJournee(
        known, presents: filled.presents, etape.titre, de: sujet.cycle, ids: &ids)
      return id != nil || isHeld
    }
    if let id = id ?? sujet.passage?.id { state.etat.show(passage: id) }
    guard !effects.isEmpty else { return [] }
    let rang = sujet.rang.map { "\u{A0}\($0)" } ?? ""
    state.say("\(etape.titre)\(rang)\u{A0}: noté." + FormCard.aside(state, filled.faitLe, .fait))
    return effects
  }
}

extension Demarche {
  /// The séance that a passage names, by its id.
  fileprivate func seance(dePassage id: String) -> String? {
    cycles.lazy.flatMap(\.passages).first { $0.id == id }?.seance
  }
}
