import DPES
import TerminalUI

/// The fiches, or the acteurs, that a tool has answers about.
struct SujetList: ListModal {
  var tables: [ActionTable] { [.sujets] }
  var list: ListView

  static func open(_ state: inout State) -> [Effect] {
    let all = state.grille.rows.sujets
    let here = all.firstIndex { $0.id == state.grille.sujet } ?? 0
    return state.open(SujetList(list: ListView(selection: here)))
  }

  func extent(_ state: State) -> (count: Int, height: Int) {
    (state.grille.rows.sujets.count, max(1, WindowLayout(state.size).content.height - 4))
  }

  private static func selected(_ state: State) -> GrilleSujet? {
    let all = state.grille.rows.sujets
    return (state.modes.last as? SujetList)?.list.selectedRow(of: all.count).map { all[$0] }
  }

  private static func holdsFiches(_ state: State) -> Bool {
    GrilleEcran.referentiel(state)?.sujet == .fiche
  }

  fileprivate static func whyNoNew(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    if GrilleEcran.isUnknown(state) { return GrilleEcran.sujetRefusal(state) }
    return holdsFiches(state)
      ? nil : "Les acteurs s’ajoutent sur leur carte, dans l’état des lieux\u{A0}: 1."
  }

  fileprivate static func whyNoChange(_ state: State) -> String? {
    if let reason = state.readOnlyReason { return reason }
    guard holdsFiches(state) else {
      return "Les acteurs se changent sur leur carte, dans l’état des lieux\u{A0}: 1."
    }
    return selected(state) == nil ? "Aucune fiche encore\u{A0}: n en ouvre une." : nil
  }

  fileprivate static func choose(_ state: inout State) -> [Effect] {
    guard let sujet = selected(state) else { return [] }
    state.modes.removeLast()
    state.grille.sujet = sujet.id
    state.grille.besides = nil
    state.grille.dates = nil
    state.renewDerived()
    return []
  }

  fileprivate static func add(_ state: inout State) -> [Effect] {
    guard let id = state.grille.referentielID else { return [] }
    state.ask("Titre de la fiche", for: FicheQuestion(referentiel: id, fiche: nil))
    return []
  }

  fileprivate static func rename(_ state: inout State) -> [Effect] {
    guard let sujet = selected(state), let id = state.grille.referentielID else { return [] }
    state.ask("Titre de la fiche", for: FicheQuestion(referentiel: id, fiche: sujet.id), sujet.nom)
    return []
  }

  fileprivate static func delete(_ state: inout State) -> [Effect] {
    guard let sujet = selected(state) else { return [] }
    let count = state.demarche?.reponses(sur: sujet.id) ?? 0
    let effects = state.change { demarche, _ in demarche.supprimerFiche(sujet.id) }
    if !effects.isEmpty {
      let rest = count == 0 ? "" : ", avec \(count.counting("réponse"))"
      state.say(
        "Fiche «\u{A0}\(TextWidth.excerpt(sujet.nom, to: 30))\u{A0}» supprimée\(rest)\u{A0}: u la "
          + "fait revenir.")
    }
    return effects
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let all = state.grille.rows.sujets
    let line = { (index: Int, width: Int) in Self.line(all[index], width: width) }
    let title = Self.holdsFiches(state) ? "Fiches" : "Acteurs"
    let nom = state.grille.rows.referentiel?.nom ?? ""
    let card = canvas.drawCard(
      title: "\(title) · \(nom)", width: 90, of: all.count, others: 0, in: area, line: line)
    guard !all.isEmpty else {
      canvas.drawLines(
        "Aucune fiche encore\u{A0}: n en ouvre une.", in: card, Style(.faint, on: .card))
      return
    }
    list.draw(on: &canvas, in: card, of: all.count, line: line)
  }

  private static func line(_ sujet: GrilleSujet, width: Int) -> ListLine {
    var line = ListLine()
    let said =
      sujet.reponses == 0 ? "rien encore" : sujet.reponses.counting("point dit", "points dits")
    let facts =
      width < 50
      ? ""
      : [said, sujet.date?.frenchShort].compactMap(\.self)
        .joined(separator: ", ")
    let end =
      facts.isEmpty
      ? width : line.add(facts, before: width, Style(.faint, on: .card)) - 1
    line.add(sujet.nom, from: 0, upTo: end, Style(sujet.reponses == 0 ? .faint : .text, on: .card))
    return line
  }
}

/// The title of a fiche, new or known.
struct FicheQuestion: KeptQuestion {
  /// The tool's id.
  let referentiel: String
  /// nil for a new one.
  let fiche: String?

  var words: [String] { ["fiche-outil", referentiel] + (fiche.map { [$0] } ?? []) }

  init(referentiel: String, fiche: String?) {
    self.referentiel = referentiel
    self.fiche = fiche
  }

  init?(words: [String]) {
    guard words.first == "fiche-outil", (2...3).contains(words.count) else { return nil }
    self.init(referentiel: words[1], fiche: words.dropFirst(2).first)
  }

  func isThere(_ state: State) -> Bool {
    fiche.map { id in state.demarche?.fiches.contains { $0.id == id } == true }
      ?? (state.referentiels?.contains { $0.id == referentiel } == true)
  }

  func below(_ state: State) -> String? {
    "Un titre dit de quoi il s’agit\u{A0}: pas de nom de personne."
  }

  func take(_ text: String, in state: inout State) -> [Effect] {
    let (referentiel, known) = (referentiel, fiche)
    var made = known
    let effects = state.change { demarche, ids in
      if let known { return demarche.fiches.modifier(known) { $0.titre = text } }
      made = demarche.ajouterFiche(text, de: referentiel, ids: &ids)
      return true
    }
    guard !effects.isEmpty, let made else { return effects }
    // Whoever opens one goes on to fill it in.
    if known == nil, state.modes.last is SujetList { state.modes.removeLast() }
    if state.grille.referentielID == referentiel {
      (state.grille.sujet, state.grille.besides) = (made, nil)
      state.renewDerived()
    }
    return effects
  }
}

extension ActionTable {
  /// What is heard over the fiches or the acteurs of a tool.
  static let sujets = ActionTable(
    "sujets",
    Action(
      "sujets.ouvrir", [.enter], "Ouvrir", short: "ouvrir", weight: 100,
      help: "Montre ce qui en est dit.",
      impossible: {
        $0.grille.rows.sujets.isEmpty ? "Aucune fiche encore\u{A0}: n en ouvre une." : nil
      },
      perform: { SujetList.choose(&$0) }),
    Action(
      "sujets.nouvelle", [.character("n")], "Nouvelle fiche", short: "nouvelle", weight: 95,
      help: "Demande son titre, et l’ouvre.", opensText: true, impossible: SujetList.whyNoNew,
      perform: { SujetList.add(&$0) }),
    Action(
      "sujets.titre", [.character("t")], "Changer le titre", short: "titre", weight: 50,
      help: "Ouvre le titre de la fiche pour le corriger.", opensText: true,
      impossible: SujetList.whyNoChange, perform: { SujetList.rename(&$0) }),
    Action(
      "sujets.supprimer", [.delete, .control("d")], "Supprimer la fiche", short: "supprimer",
      weight: 40, help: "Retire la fiche avec ce qui y est écrit\u{A0}; u la fait revenir.",
      impossible: SujetList.whyNoChange, perform: { SujetList.delete(&$0) }),
    .undo(in: "sujets"),
    .leave("sujets.fermer", also: [.character("g")], help: "Revient à la grille."))
}
