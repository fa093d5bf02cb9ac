import DPES
import TerminalUI

/// What is said of the selected cell: the indicator in full, its period, what was expected, what
/// was achieved, with what proof.
struct TableauDetail {
  private let marks: Marks
  private let derived: Derived
  private let closes: [PeriodeClose]
  private let avancement: Avancement
  private let text: TableauText
  private var content: StyledLines
  /// Few rows: the facts follow one another without a break.
  private let isTight: Bool
  /// The title may not push the facts out.
  private let maxTitleLines: Int

  init(_ state: State, _ avancement: Avancement, in area: Rect) {
    marks = state.marks
    derived = state.derived
    closes = state.demarche?.periodesCloses ?? []
    self.avancement = avancement
    text = TableauText(marks: state.marks)
    content = StyledLines(width: area.width)
    isTight = area.height < 8
    maxTitleLines = max(1, area.height / 3)
    guard let line = state.tableau.selected else { return }
    var last = line.isFolded ? [] : [palierFact(line)]
    if let indicateur = line.indicateur?.indicateur, let cell = state.tableau.cell {
      describe(cell, of: indicateur)
      if cell.realise?.piece == nil, let preuve = indicateur.preuve {
        last.insert(label("preuve attendue", preuve, .faint), at: 0)
      }
    } else if line.isFolded {
      describe(folded: line)
    } else {
      content.add(line.palier?.palier.intitule ?? "", .strong, maxLines: maxTitleLines)
      content.add("Ce palier n’a pas d’indicateur : il n’y a rien à renseigner ici.", .text)
    }
    content.add(facts: last)
  }

  func draw(in area: Rect, on canvas: inout Canvas) { content.draw(in: area, on: &canvas) }

  private mutating func describe(folded line: TableauRows.Line) {
    let paliers = line.palier.map { [$0] } ?? line.axe.paliers
    let count = paliers.reduce(0) { $0 + $1.indicateurs.count }
    content.add(line.palier?.palier.intitule ?? line.axe.axe.nom, .strong, maxLines: maxTitleLines)
    let ofAxis = [
      [Span(paliers.count.counting("palier"), .text)],
      label("niveau aujourd’hui", "\(line.axe.actuel)", .strong),
    ]
    content.add(
      facts: (line.palier == nil ? ofAxis : []) + [
        [Span(count.counting("indicateur"), .text)],
        [Span("chaque case montre celui qui demande le plus d’attention", .faint)],
      ])
    content.add("Entrée déplie.", .faint)
  }

  private mutating func describe(_ cell: Avancement.Case, of indicateur: Indicateur) {
    content.add(indicateur.intitule, .strong, maxLines: maxTitleLines)
    var facts = values(of: cell, indicateur) + entry(of: cell) + proof(of: cell)
    if let qui = indicateur.responsable, derived.hasLeft(qui) {
      facts.append(label("responsable", derived.who(qui), Style(.orange)))
    }
    let situation = situation(of: cell)
    content.add(facts: isTight ? situation + facts : situation)
    if !isTight { content.add(facts: facts) }
    if let commentaire = cell.realise?.commentaire {
      content.add("«\u{A0}\(commentaire)\u{A0}»", .text)
    }
    for correction in cell.realise?.corrections ?? [] {
      content.add(facts: [self.correction(correction, indicateur)])
    }
  }

  // What is said, fact by fact.

  /// The period, what is expected in it, and what came of it.
  private func situation(of cell: Avancement.Case) -> [[Span]] {
    let mois = "\(cell.periode.mois) mois"
    let days = content.width < 60 ? nil : text.days(of: cell.periode)
    var facts = [
      [Span(days.map { "\(mois) (\($0))" } ?? mois, .text)],
      label("objectif", TableauText.words(for: cell.objectif)),
      [Span("réalisé\u{A0}: ", .faint)] + sign(marks.mark(cell.realise?.statut)),
    ]
    if cell.estPerdue { facts.append(sign(marks.lost)) }
    if cell.etat == .enRetard { facts.append(sign(marks.late)) }
    if let close = closes.first(where: { $0.mois == cell.periode.mois }) {
      facts.append([Span("période close\(on(close.le))", .faint)])
    }
    return facts
  }

  private func values(of cell: Avancement.Case, _ indicateur: Indicateur) -> [[Span]] {
    var facts: [[Span]] = []
    if let realise = cell.realise, let valeur = realise.valeur {
      let parts = [realise.numerateur, realise.denominateur].compactMap(\.self)
      let ratio = parts.count == 2 ? " (\(parts[0].french) sur \(parts[1].french))" : ""
      facts.append(label("valeur", indicateur.french(valeur) + ratio, .strong))
    }
    let trend = indicateur.sens == .baisse ? ", à la baisse" : ""
    let here = indicateur.cibles[cell.periode.mois]
    if let here {
      facts.append(label("cible à \(cell.periode.mois) mois", indicateur.french(here) + trend))
    }
    if let cible = indicateur.cible, cible != here {
      facts.append(label(here == nil ? "cible" : "cible finale", indicateur.french(cible) + trend))
    }
    return facts
  }

  /// Who entered it and when, and why it is non concerné.
  private func entry(of cell: Avancement.Case) -> [[Span]] {
    guard let realise = cell.realise else { return [] }
    var facts: [[Span]] = []
    if let motif = realise.motif { facts.append(label("motif", motif)) }
    let entered = by(realise.auteur) + on(realise.date)
    if !entered.isEmpty { facts.append([Span("renseigné\(entered)", .faint)]) }
    if !cell.estConnue { facts.append([Span("ne compte pas encore à ce jour", .faint)]) }
    return facts
  }

  private func proof(of cell: Avancement.Case) -> [[Span]] {
    guard let piece = cell.realise?.piece else { return [] }
    let place = [piece.lieu, piece.dateDuFait.map { "fait du \($0.frenchShort)" }]
      .compactMap(\.self).joined(separator: ", ")
    let title = piece.titre ?? "sans titre"
    return [label("pièce", place.isEmpty ? title : "\(title) (\(place))")]
  }

  private func correction(_ correction: Realise.Correction, _ indicateur: Indicateur) -> [Span] {
    let mark = correction.statut.map { marks.mark($0) }
    let before = [mark.map { "\($0.sign) \($0.word)" }, correction.valeur.map(indicateur.french)]
      .compactMap(\.self).joined(separator: ", ")
    let motif = correction.motif.map { "\u{A0}: \($0)" } ?? ""
    let was = before.isEmpty ? "" : ", au lieu de \(before)"
    return [Span("corrigé\(on(correction.date))\(by(correction.auteur))\(was)\(motif)", .faint)]
  }

  private func palierFact(_ line: TableauRows.Line) -> [Span] {
    guard let palier = line.palier else { return [] }
    let echeance = palier.palier.echeanceMois.map { mois in
      let day = avancement.debut.map { " (\($0.adding(months: mois).frenchMonthAndYear))" }
      return ", à \(mois) mois\(day ?? "")"
    }
    return label(
      "\(line.axe.axe.nomCourt), palier \(palier.rang)",
      "\(palier.palier.intitule)\(echeance ?? "")", .faint)
  }

  private func label(_ name: String, _ value: String, _ style: Style = .text) -> [Span] {
    [Span("\(name)\u{A0}: ", .faint), Span(value, style)]
  }

  private func sign(_ mark: Marks.Mark) -> [Span] {
    [Span("\(mark.sign) \(mark.word)", Style(mark.ink, .bold))]
  }

  private func by(_ id: String?) -> String {
    id.flatMap { derived.initiales[$0] }.map { " par \($0)" } ?? ""
  }

  private func on(_ day: Day?) -> String { day.map { " le \($0.frenchShort)" } ?? "" }
}
