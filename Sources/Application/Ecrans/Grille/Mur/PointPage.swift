import DPES
import TerminalUI

/// The point of the grille under discussion in letters; what was answered stands in the bandeau.
enum PointPage: WallPage {
  static let name = "point"
  static let title = "le point"

  static func bandeau(_ state: State) -> Bandeau {
    let rows = state.grille.rows
    let subject = subject(state)
    guard let point = state.grille.selected, secret(state) == nil else {
      return Bandeau(
        ground: .banner, word: "Grille de questionnement",
        subject: rows.referentiel == nil ? [] : subject,
        lines: rows.referentiel.map { [$0.nom] } ?? [])
    }
    if point.point.forme != nil, point.reponse?.existante != .nonConcerne {
      return Bandeau(
        ground: .banner,
        word: point.reponse?.priorite == true ? "Boule pleine" : rows.referentiel?.nom ?? "",
        subject: subject, place: place(state), lines: [rows.sujet?.nom ?? source(state)])
    }
    let answer = point.reponse?.existante
    return Bandeau(
      ground: answer?.ink.aplat ?? .unsaid, sign: answer?.lettre ?? state.marks.nothing,
      word: answer.map(\.mot) ?? "Pas encore de réponse", subject: subject,
      place: place(state),
      lines: [
        source(state),
        told(point, state).first,
      ].compactMap(\.self))
  }

  /// When it was said and whether it is to be integrated, in the row of the bandeau; a sentence that has
  /// no room there stands under the point.
  private static func told(_ point: GrilleRows.Point, _ state: State) -> [String] {
    let when = state.grille.rows.compared.map { compared in
      compared.apres.map { "le \($0.french)\u{A0}: " } ?? ""
    }
    let whole = (when ?? "") + (point.reponse?.aIntegrerPhrase ?? question)
    guard !TextWidth.fits(whole, state.size.width - 12), state.wallScale > .least,
      let texte = point.reponse?.aIntegrerTexte, whole.hasSuffix(", \(texte)")
    else { return [whole] }
    return [String(whole.dropLast(texte.count + 2)), texte]
  }

  /// Why the room does not see the tool: what is said of partners is no matter for a wall.
  private static func secret(_ state: State) -> String? {
    state.grille.rows.referentiel?.sujet == .acteur
      ? "Ce qu’on perçoit des partenaires ne se montre pas au mur." : nil
  }

  private static func subject(_ state: State) -> [String] {
    switch state.grille.onglet {
    case .axe(let axe): axe.map { [$0.nomCourt, $0.motCourt] } ?? ["Sans axe"]
    case .theme(let code):
      [state.grille.rows.referentiel?.themes.first { $0.code == code }?.intitule ?? code]
    }
  }

  static func legend(_ state: State) -> String? {
    state.grille.selected?.point.forme == .curseur ? CurseurWall.legend : nil
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    if let secret = secret(state) {
      var rest = area
      canvas.drawHint("s revient à l’écran.", in: &rest)
      _ = rest.takeBottom(1)
      let letters = state.wallLetters
      WallSentence(secret, in: rest.size, letters: letters)
        .draw(in: rest, letters: letters, .text, on: &canvas)
      return
    }
    guard let point = state.grille.selected else {
      return drawNothing(state, in: area, on: &canvas)
    }
    if point.point.forme == .curseur, point.reponse?.existante != .nonConcerne {
      return CurseurWall.draw(point, state, in: area, on: &canvas)
    }
    var rest = area
    let scale = state.wallScale
    let items = context(of: point, state)
    let most = scale == .full ? 5 : 3
    let letters = state.wallLetters
    let width = rest.width
    let whole = WallList(
      count: min(items.count, most), indent: 2, in: Size(width, rest.height)
    ) { items[$0] }
    let wanted = items.isEmpty ? 0 : min(whole.height + 1, rest.height * 2 / 3)
    let set = WallSentence(point.point.intitule, above: wanted, in: rest.size, letters: letters)
    set.draw(in: rest, letters: letters, .text, on: &canvas)
    _ = rest.takeTop(set.rows)
    // A blank row, but where an item would lose its place to it.
    let all = WallList(count: items.count, indent: 2, in: rest.size) { items[$0] }
    if rest.height > max(1, all.height) || all.height > 2 { _ = rest.takeTop(1) }
    guard !items.isEmpty, rest.height > 0 else { return }
    // As much as the context needs, at the foot, under a rule where there is a row for it.
    let ruled = rest.height > (all.height > 2 ? 1 : all.height) ? 1 : 0
    let size = Size(rest.width, rest.height - ruled)
    let list = WallList(count: items.count, indent: 2, in: size) { items[$0] }
    var foot = rest.takeBottom(list.height + ruled)
    let line = foot.takeTop(ruled)
    canvas.drawHorizontal(at: line.column, line.row, length: line.height * line.width)
    list.draw(in: foot, on: &canvas)
  }

  static func keys(_ state: State) -> [String] {
    if secret(state) != nil { return [] }
    if state.modes.last is CurseurMove { return ["← → curseur", "Entrée garde"] }
    let tab = state.grille.rows.referentiel?.parThemes == true ? "← → thème" : "← → axe"
    if state.grille.selected?.point.forme == .curseur {
      return fitting(
        [["Entrée argument", "! boule", "↑ ↓ question", tab], ["Entrée argument", "↑ ↓"]],
        in: state.size)
    }
    if state.grille.selected?.point.forme != nil { return ["↑ ↓ point", tab] }
    return state.grille.selected == nil
      ? [tab]
      : state.size.width < 60
        ? ["o p x"] : ["o p x réponse", "↑ ↓ point", tab]
  }

  private static let question = "Cela existe-t-il déjà\u{A0}? Faut-il l’intégrer\u{A0}?"

  /// The référentiel, and the theme where both have room.
  private static func source(_ state: State) -> String {
    let nom = state.grille.rows.referentiel?.nom ?? ""
    let both = [nom, theme(state)].compactMap(\.self).joined(separator: " · ")
    return TextWidth.fits(both, state.size.width - 12) ? both : nom
  }

  /// Which of the axis' points it is.
  private static func place(_ state: State) -> String {
    let rows = state.grille.rows.rows
    guard let index = state.grille.list.selectedRow(of: rows.count) else { return "" }
    let all = rows.count(where: \.isPoint)
    return "\(rows[...index].count(where: \.isPoint)) / \(all)"
  }

  /// The heading that the point stands under.
  private static func theme(_ state: State) -> String? {
    let rows = state.grille.rows.rows
    guard let index = state.grille.list.selectedRow(of: rows.count) else { return nil }
    for row in rows[...index].reversed() { if case .theme(let title) = row { return title } }
    return nil
  }

  /// What was said of it, now and before, and the observations that came of it.
  private static func context(of point: GrilleRows.Point, _ state: State) -> [WallList.Item] {
    var items: [WallList.Item] = []
    let dot = Span(state.marks.nothing, Style(.accent))
    if point.point.forme != nil {
      items += point.point.dits(point.reponse).map {
        WallList.Item(lead: [dot], text: $0, style: .strong)
      }
    } else if let texte = point.reponse?.existanteTexte {
      items.append(WallList.Item(lead: [dot], text: texte, style: .strong))
    }
    if point.point.forme == nil, let rest = told(point, state).dropFirst().first {
      items.append(WallList.Item(lead: [dot], text: "à intégrer\u{A0}: \(rest)"))
    }
    let avant =
      state.grille.rows.compared == nil
      ? point.avant.first.map { ($0.date, $0.reponse) }
      : point.isChanged
        ? point.autrefois.map { (state.grille.rows.compared?.avant, $0) } : nil
    if let (date, reponse) = avant, let existante = reponse.existante {
      let when = date.map { "le \($0.french)" } ?? "avant"
      items.append(
        WallList.Item(
          lead: [dot],
          text: "\(when)\u{A0}: \(existante.mot)"
            + (reponse.existanteTexte.map { ", \($0)" } ?? ""), style: .faint))
    }
    items += point.observations.map { observation in
      let mark = state.marks.mark(observation.statut)
      return WallList.Item(lead: [Span(mark.sign, Style(mark.ink, .bold))], text: observation.texte)
    }
    if items.isEmpty, !point.point.reperes.isEmpty {
      let reperes = point.point.reperes.joined(separator: " · ")
      items.append(
        WallList.Item(lead: [dot], text: "À regarder\u{A0}: \(reperes)", style: .faint))
    }
    return items
  }

  private static func drawNothing(_ state: State, in area: Rect, on canvas: inout Canvas) {
    var rest = area
    let rows = state.grille.rows
    let (text, key): (String, String?) =
      if rows.referentiel == nil {
        ("Aucun référentiel n’a été trouvé.", "3 mène au cercle.")
      } else if rows.compared != nil, rows.count > 0 {
        ("Rien n’a changé sur cet axe entre ces deux dates.", nil)
      } else if state.grille.filtre == .sansReponse, rows.count > 0 {
        ("Chaque point de cet axe a sa réponse.", nil)
      } else {
        ("Aucun point sur cet axe.", nil)
      }
    let arrows = state.environment.symbols.spelled("← →")
    canvas.drawHint(key ?? "\(arrows) change d’axe.", in: &rest)
    _ = rest.takeBottom(1)
    let letters = state.wallLetters
    WallSentence(text, in: rest.size, letters: letters)
      .draw(in: rest, letters: letters, .text, on: &canvas)
  }
}

// Where a window that follows goes.
extension GrilleEcran {
  static func wallPlace(_ state: State) -> Wall.Place {
    guard let point = state.grille.selected, let id = state.grille.referentielID else {
      return Wall.Place(axe: state.grille.axe)
    }
    return Wall.Place(
      axe: referentiel(state)?.point(point.point.code)?.axe, selection: "\(id):\(point.point.code)")
  }

  /// Goes to the point of another window, once the référentiels are read.
  static func follow(_ state: inout State, _ place: Wall.Place) {
    state.grille.awaited = state.referentiels == nil ? place : nil
    guard let name = place.selection, let found = state.point(named: name) else {
      state.grille.onglet = .axe(place.axe)
      state.renewDerived()
      return
    }
    if state.grille.referentielID != found.referentiel.id {
      showReferentiel(&state, found.referentiel.id)
    }
    state.grille.onglet = found.referentiel.onglet(de: found.point.code) ?? .axe(place.axe)
    state.grille.filtre = .tous
    state.renewDerived()
    state.grille.select(found.point.code)
  }
}

extension Action {
  /// What is heard of the grille on the wall.
  static let wallGrille = ActionTable.grille.actions.onWall([
    "grille.oui", "grille.partielle", "grille.non", "grille.a-integrer",
    "grille.observation", "grille.filtre", "grille.haut", "grille.bas", "grille.gauche",
    "grille.droite", "grille.page-haut", "grille.page-bas", "grille.debut", "grille.fin",
    "grille.effacer", "grille.texte", "grille.boule",
  ])
}
