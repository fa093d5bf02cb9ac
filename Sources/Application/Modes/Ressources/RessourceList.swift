import DPES
import TerminalUI

/// What may go to the dossier Ressources, filtered by typing: what helps one thing first, or all.
struct RessourceList: Modal {
  var tables: [ActionTable] { [.ressources] }
  /// Letters filter it.
  func heard(_ state: State) -> [ActionTable] { tables + [.choiceHelp] }

  /// What it should help: points, référentiels, axes; empty for all.
  let cibles: [String]
  /// What that is called.
  let sujet: String?
  var field = TextField(limit: 100)
  var list = ListView()

  static func open(_ state: inout State, pour cibles: [String] = [], _ sujet: String? = nil)
    -> [Effect]
  {
    state.open(RessourceList(cibles: cibles, sujet: sujet))
  }

  /// Those that have every word typed.
  private func rows(_ state: State) -> [RessourceProposee] {
    let all = state.suggestions.map { cibles.isEmpty ? $0.ressources : $0.ressources(pour: cibles) }
    let words = field.text.folded.split(separator: " ")
    return (all ?? []).filter { one in
      let text = [one.id, one.titre, one.auteur, one.note].compactMap(\.self)
        .joined(separator: " ").folded
      return words.allSatisfy { text.contains($0) }
    }
  }

  private func selected(_ state: State) -> RessourceProposee? {
    let rows = rows(state)
    return list.selectedRow(of: rows.count).map { rows[$0] }
  }

  private static func footRows(_ height: Int) -> Int { height >= 16 ? 4 : height >= 11 ? 3 : 1 }

  func type(_ key: Key, in state: inout State) -> [Effect] {
    var mode = self
    let height = WindowLayout(state.size).content.height
    let count = rows(state).count
    if !mode.list.handle(key, of: count, height: max(1, height - 4 - Self.footRows(height))) {
      guard mode.field.handle(key) else { return [] }
      mode.list = ListView()
    }
    return state.replaceMode(mode)
  }

  var takesPaste: Bool { true }
  var pastedLines: Int? { field.holdsPaste ? 1 : nil }

  func paste(_ text: String, in state: inout State) {
    var mode = self
    mode.field.paste(text)
    mode.list = ListView()
    state.replaceMode(mode)
  }

  func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let rows = rows(state)
    var card = canvas.drawCard(
      title: sujet.map { "Ce qui aide\u{A0}: \(TextWidth.excerpt($0, to: 40))" }
        ?? "À mettre au dossier Ressources",
      content: Size(min(110, area.width - 4), area.height), in: area)
    canvas.drawPrompt(
      field, placeholder: "Taper pour chercher\u{A0}: un mot, un organisme, une fiche",
      in: card.takeTop(1))
    canvas.draw(told(rows, state), in: card.takeTop(1), Style(.faint, on: .card))
    let foot = card.takeBottom(Self.footRows(area.height))
    list.draw(on: &canvas, in: card, of: rows.count) { index, width in
      var line = ListLine()
      line.add(rows[index].genre?.nom ?? "", from: 0, upTo: 9, Style(.faint, on: .card))
      line.add(rows[index].titre, from: 10, upTo: width, Style(.text, on: .card))
      return line
    }
    guard let one = selected(state) else { return }
    var rest = foot
    if rest.height > 2 { _ = rest.takeTop(1) }
    let words = [one.titre, one.origine, one.lieu, one.note].compactMap(\.self)
    canvas.drawLines(words.joined(separator: " · "), in: rest, Style(.text, on: .card))
  }

  private func told(_ rows: [RessourceProposee], _ state: State) -> String {
    if state.suggestions == nil { return "Les suggestions se lisent encore." }
    if rows.isEmpty {
      return field.isEmpty
        ? cibles.isEmpty
          ? "Rien n’est proposé ici."
          : "Rien n’est proposé sur ce point. «\u{A0}b\u{A0}» sur l’écran 8 montre tout."
        : "Rien ne correspond. Les accents ne comptent pas."
    }
    return "\(rows.count.counting("titre"))\u{A0}; aucune adresse n’est vérifiée."
  }

  /// Puts what is selected in the dossier.
  fileprivate static func take(_ state: inout State) -> [Effect] {
    guard let one = (state.modes.last as? RessourceList)?.selected(state) else { return [] }
    let ressource = one.ressource(le: state.environment.today)
    if state.demarche?.ressources.contains(where: { $0.titre == ressource.titre }) == true {
      return state.decline("C’est déjà au dossier Ressources.")
    }
    let effects = state.change { demarche, ids in
      demarche.ressources.ajouter(ressource, ids: &ids)
      return true
    }
    if !effects.isEmpty {
      state.say("Au dossier Ressources\u{A0}: \(TextWidth.excerpt(one.titre, to: 40)).")
    }
    return effects
  }

  fileprivate static func whyNothing(_ state: State) -> String? {
    guard let list = state.modes.last as? RessourceList else { return nil }
    return list.selected(state) == nil ? "Rien n’est sélectionné." : state.readOnlyReason
  }
}

extension Ressource.Genre {
  /// As it is said.
  var nom: String { rawValue }
}

extension ActionTable {
  /// What is heard among what may go to the dossier.
  static let ressources = ActionTable(
    "ressources",
    Action(
      "ressources.prendre", [.enter], "Mettre au dossier", short: "mettre au dossier", weight: 100,
      help: "Met au dossier Ressources ce qui est choisi, où tout peut se changer.",
      impossible: RessourceList.whyNothing, perform: { RessourceList.take(&$0) }),
    .leave("ressources.fermer", help: "Ferme la liste."))
}
