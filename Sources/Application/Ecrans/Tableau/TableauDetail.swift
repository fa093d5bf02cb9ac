import DPES
import TerminalUI

/// What is said of the selected cell, in an order in which it leaves from the bottom.
///
/// The indicator and who is in charge, its series, the period and what was expected, what came of it,
/// the palier and what that answers.
struct TableauDetail {
  private let marks: Marks
  private let derived: Derived
  private let closes: [PeriodeClose]
  private let avancement: Avancement
  private let text: TableauText
  private var content: StyledLines
  /// The title may not push the facts out.
  private let maxTitleLines: Int
  /// Few rows: the facts follow one another without a break.
  private let isTight: Bool

  init(_ state: State, _ avancement: Avancement, in area: Rect) {
    marks = state.marks
    derived = state.derived
    closes = state.demarche?.periodesCloses ?? []
    self.avancement = avancement
    text = TableauText(marks: state.marks)
    content = StyledLines(width: area.width)
    maxTitleLines = max(1, area.height / 3)
    isTight = area.height < 6
    guard let line = state.tableau.selected else { return }
    if let suivi = line.indicateur, let cell = state.tableau.cell {
      describe(cell, of: suivi)
    } else if line.isFolded {
      describe(folded: line)
    } else {
      content.add(line.palier?.palier.intitule ?? "", .strong, maxLines: maxTitleLines)
      content.add("Ce palier n’a pas d’indicateur\u{A0}: il n’y a rien à renseigner ici.", .text)
    }
    if !line.isFolded { content.add(facts: palierFacts(line)) }
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

  private mutating func describe(_ cell: Avancement.Case, of suivi: Avancement.ParIndicateur) {
    let indicateur = suivi.indicateur
    addTitle(indicateur)
    let series = series(suivi, at: cell)
    var facts =
      situation(of: cell) + unsaid(in: cell, of: suivi) + values(of: cell, indicateur)
      + entry(of: cell) + proof(of: cell)
    if cell.realise?.piece == nil, let preuve = indicateur.preuve {
      facts.append(label("preuve attendue", preuve, .faint))
    }
    if isTight {
      content.add(facts: series + facts)
    } else {
      content.add(facts: series)
      content.add(facts: facts)
    }
    if let commentaire = cell.realise?.commentaire {
      content.add("«\u{A0}\(commentaire)\u{A0}»", .text)
    }
    for correction in cell.realise?.corrections ?? [] {
      content.add(facts: [self.correction(correction, indicateur)])
    }
  }

  /// Its name, and at the right who is in charge.
  private mutating func addTitle(_ indicateur: Indicateur) {
    let people = indicateur.personnes
    let who: Span? =
      people.contains(where: derived.hasLeft)
      ? Span(
        "\(people.count.agreeing("responsable"))\u{A0}: "
          + people.map(derived.who).joined(separator: ", "), .text)
      : derived.people(of: indicateur).map { Span($0, .faint) }
    let room = content.width - (who.map { [$0].columns + 2 } ?? 0)
    let lines = WallText.lines(indicateur.intitule, width: max(1, room), maxLines: maxTitleLines)
    for (index, line) in lines.enumerated() {
      let spans = [Span(line, Style.strong)]
      content.add(
        line: index == 0 ? who.map { spans.ending(with: $0, in: content.width) } ?? spans : spans)
    }
  }

  /// What each period said, and the target: `6 mois ◐ 54,9 %`.
  private func series(_ suivi: Avancement.ParIndicateur, at cell: Avancement.Case) -> [[Span]] {
    let indicateur = suivi.indicateur
    let here = suivi.cases.firstIndex { $0.periode == cell.periode } ?? 0
    // Of many periods those around the selected one.
    let near = max(0, here - 6)..<min(suivi.cases.count, here + 7)
    var facts: [[Span]] = suivi.cases[near].compactMap { one in
      let isHere = one.periode == cell.periode
      let own = indicateur.cibles[one.periode.mois]
      guard one.realise?.statut != nil || one.realise?.valeur != nil || isHere || own != nil,
        let mark = text.mark(of: one) ?? none(isHere || own != nil)
      else { return nil }
      let said = one.realise?.valeur.map(indicateur.french) ?? mark.word
      let words = one.estPerdue ? "\(marks.lost.word), \(said)" : said
      let isToCome = one.realise == nil && !isHere
      return [
        Span("\(one.periode.mois)\u{A0}mois ", .faint),
        Span(
          mark.sign + (isToCome ? "" : " \(said == mark.word ? said : words)"),
          Style(isHere ? .text : mark.ink)),
        Span(own.map { " pour \(indicateur.french($0))" } ?? "", .faint),
      ]
    }
    let trend = indicateur.sens == .baisse ? ", à la baisse" : ""
    if let target = indicateur.cible {
      facts.append([
        Span("cible ", .faint), Span(indicateur.french(target) + trend, .text),
      ])
    }
    return facts
  }

  private func none(_ isWanted: Bool) -> Marks.Mark? {
    isWanted ? marks.mark(Realise.Statut?.none) : nil
  }

  // What is said, fact by fact.

  /// The period, what is expected in it, and what came of it.
  private func situation(of cell: Avancement.Case) -> [[Span]] {
    let mois = "\(cell.periode.mois)\u{A0}mois"
    let days = content.width < 60 ? nil : text.days(of: cell.periode)
    var facts = [
      [Span(days.map { "\(mois), \($0)" } ?? mois, .faint)],
      label("objectif", TableauText.words(for: cell.objectif)),
    ]
    if let statut = cell.realise?.statut { facts.append(sign(marks.mark(statut))) }
    if let held = cell.dejaAtteint { facts.append([Span(held, .text)]) }
    if cell.estPerdue { facts.append(sign(marks.lost)) }
    if cell.etat == .enRetard { facts.append(sign(marks.late)) }
    if let days = cell.joursDEcheance(le: avancement.jour) {
      let mark = marks.past
      facts.append([
        Span("\(mark.sign) \(EcheancePassee.mot(depuis: days))", Style(mark.ink, .bold))
      ])
    }
    if let close = closes.first(where: { $0.mois == cell.periode.mois }) {
      facts.append([Span("période close\(on(close.le))", .faint)])
    }
    return facts
  }

  /// A value asks for its statut: the one that its target suggests, and the keys that say it.
  private func unsaid(in cell: Avancement.Case, of suivi: Avancement.ParIndicateur) -> [[Span]] {
    guard let realise = cell.realise, realise.attendUnStatut, let valeur = realise.valeur else {
      return []
    }
    let suggested = suivi.indicateur.statutPropose(pour: valeur, a: cell.periode.mois)
    let key = Saisie.statuts.first { $0.statut == suggested }
    let keys = key.map { "\($0.key) dit «\u{A0}\($0.statut.mot)\u{A0}», proposé" }
    return [
      sign(marks.unsaid), [Span(keys ?? "a p x v w c disent ce qu’il en est", .text)],
    ]
  }

  /// What a share is of.
  private func values(of cell: Avancement.Case, _ indicateur: Indicateur) -> [[Span]] {
    guard let realise = cell.realise, realise.valeur != nil else { return [] }
    let parts = [realise.numerateur, realise.denominateur].compactMap(\.self)
    return parts.count == 2 ? [[Span("\(parts[0].french) sur \(parts[1].french)", .text)]] : []
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

  /// The palier, its deadline, and the first observation that it answers.
  private func palierFacts(_ line: TableauRows.Line) -> [[Span]] {
    guard let palier = line.palier else { return [] }
    let echeance = palier.palier.echeanceMois.map { mois in
      let day = Periode.jour(mois, depuis: avancement.debut).map { " (\($0.frenchMonthAndYear))" }
      return ", à \(mois)\u{A0}mois\(day ?? "")"
    }
    let title = "«\u{A0}\(palier.palier.intitule)\u{A0}»"
    var facts = [
      [
        Span(
          "\(line.axe.axe.nomCourt), palier \(palier.rang) \(title)\(echeance ?? "")", .faint)
      ]
    ]
    let answered = derived.answered[palier.palier.id] ?? []
    if let first = answered.first {
      let mark = marks.mark(first.statut)
      let more = answered.count > 1 ? " et \((answered.count - 1).counting("autre"))" : ""
      facts.append([
        Span("répond à ", .faint),
        Span("\(mark.sign)\(first.numero.map(String.init) ?? "")", Style(mark.ink, .bold)),
        Span(" \(first.texte)\(more)", .faint),
      ])
    }
    return facts
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
