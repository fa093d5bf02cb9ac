import DPES
import TerminalUI
import Testing

@testable import Application

/// The answers of two dates, compared.
@Suite struct GrilleDatesTests {
  /// Answers of three years to the first points of the charter, none of which says the same.
  private func answered() throws -> Demarche {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    let codes = try shippedReferentiel().themes(sur: .utilite).flatMap(\.points).map(\.code)
    let words: [[Reponse.Existante?]] = [
      [.non, nil, .oui], [.partielle, .oui, .oui], [.oui, .oui, nil],
    ]
    demarche.grilles = words.enumerated().map { year, words in
      var grille = Grille()
      grille.id = "g\(year)"
      grille.date = exampleDay.adding(months: 12 * (year - 3))
      grille.referentiel = "charte-apes"
      grille.reponses = zip(codes, words).compactMap { code, word in
        var reponse = Reponse()
        (reponse.point, reponse.existante) = (code, word)
        reponse.existanteTexte = "dit l’an \(year + 1)"
        return word == nil ? nil : reponse
      }
      return grille
    }
    // What nobody changed says the same.
    demarche.grilles[2].reponses[1].existanteTexte = "dit l’an 2"
    return demarche
  }

  private func grille(
    _ demarche: Demarche? = nil, _ size: Size = Size(100, 30), isASCII: Bool = false
  ) throws -> State {
    var state = state(try demarche ?? answered(), size, screen: .grille, isASCII: isASCII)
    _ = state.update(.referentiels([try shippedReferentiel()]))
    return state
  }

  /// What was said, then and later, of the points whose answers differ.
  private func changes(_ state: State) -> [[Reponse.Existante?]] {
    state.grille.rows.rows.compactMap { row in
      guard case .point(let point) = row, point.isChanged else { return nil }
      return [point.autrefois?.existante, point.reponse?.existante]
    }
  }

  @Test func `v compares the last two dates, or any two that are typed`() throws {
    var state = try grille()
    #expect(state.words.contains("3 dates, v"))
    state.play("v[Entrée]")
    #expect(changes(state) == [[.partielle, .oui], [.oui, nil]])
    #expect(state.words.contains("01/12/2024 → 01/12/2025 : 2 sur 19 ont changé"))
    state.play("v[Ctrl-U]1er décembre 2023[Entrée]")
    #expect(changes(state) == [[.non, .oui], [nil, .oui], [.oui, nil]])
    // The days between two answers belong to those before; the order does not matter.
    state.play("v[Ctrl-U]30/11/2025[Tab][Ctrl-U]02/01/24[Entrée]")
    #expect(changes(state) == [[.non, .partielle], [nil, .oui], [.oui, .oui]])
    // Nothing typed: the first, and the last.
    state.play("v[Ctrl-U][Tab][Ctrl-U][Entrée]")
    #expect(changes(state) == [[.non, .oui], [nil, .oui], [.oui, nil]])
    state.play("[Échap]")
    #expect(state.grille.rows.compared == nil && state.grille.dates == nil)
  }

  @Test func `the right arrow proposes the dates that there are`() throws {
    var state = try grille()
    state.play("v[Ctrl-U][droite][Tab][Ctrl-U][droite][droite][Entrée]")
    #expect(changes(state) == [[.non, .partielle], [nil, .oui], [.oui, .oui]])
  }

  @Test func `the point tells all that was said of it from one date to the other`() throws {
    var state = try grille()
    state.play("v[Ctrl-U][Entrée]")
    let words = state.words
    for said in [
      "le 01/12/2025, oui : dit l’an 3", "le 01/12/2024, partielle : dit l’an 2",
      "le 01/12/2023, non : dit l’an 1",
    ] { #expect(words.contains(said)) }
    state.play("[bas]")
    #expect(state.words.contains("le 01/12/2023, sans réponse"))
    state.play("v[Ctrl-U]01/12/2024[Entrée]")
    #expect(state.words.contains("le 01/12/2024, la même chose"))
    state.play("[bas]")
    #expect(state.words.contains("le 01/12/2025, sans réponse"))
  }

  @Test func `f shows only the answers that changed`() throws {
    var state = try grille()
    state.play("v[Entrée]f")
    #expect(state.grille.rows.rows.count(where: \.isPoint) == 2)
    #expect(state.words.contains("2 sur 19 ont changé, seuls montrés"))
    state.play("[droite]")
    #expect(state.words.contains("Aucune réponse de cet axe n’a changé"))
  }

  @Test(arguments: [Size(60, 16), Size(80, 24)])
  func `what a short list leaves tells more of the point`(size: Size) throws {
    var demarche = try answered()
    for year in 0..<3 {
      demarche.grilles[year].reponses[0].existanteTexte = String(
        repeating: "mot de l’an \(year) ", count: 4)
    }
    var state = try grille(demarche, size)
    state.play("v[Ctrl-U][Entrée]f")
    #expect(state.words.contains("mot de l’an 0"))
    #expect(state.words.contains("3 sur 19 ont changé, seuls montrés"))
    state.play("ff[Échap]f")
    // The list comes first where it needs the rows.
    #expect(state.grille.page >= 5)
  }

  @Test func `the least of the head is what a narrow window leaves out`() throws {
    var state = try grille(nil, Size(60, 16))
    var other = try shippedReferentiel()
    other.id = "autre"
    _ = state.update(.referentiels([try shippedReferentiel(), other]))
    #expect(state.words.contains("17 sur 19 sans réponse · référentiel 1 sur 2, r · 3 dates, v"))
  }

  @Test func `the last answers can be changed meanwhile, earlier ones are refused`() throws {
    var state = try grille()
    state.play("v[Entrée]x")
    #expect(state.document?.demarche.grilles[2].reponses[0].existante == .non)
    state.play("uv[Ctrl-U][Tab][Ctrl-U]01/12/2024[Entrée]")
    #expect(state.play("x").isEmpty)
    #expect(state.notice?.text.contains("du 1er décembre 2024 ne changent plus") == true)
    #expect(state.document?.demarche.grilles == (try answered().grilles))
  }

  @Test(arguments: [
    ("[Ctrl-U]bientôt", "bientôt"), ("[Tab][Ctrl-U]32/01/2024", "32/01/2024"),
    ("[Ctrl-U]01/01/2020", "Les premières réponses sont du 1er décembre 2023"),
    ("[Ctrl-U]02/12/2024[Tab][Ctrl-U]05/12/2024", "ce sont les mêmes réponses, celles du 1er"),
  ])
  func `days that can't be compared are told under the field`(keys: String, said: String) throws {
    var state = try grille()
    state.play("v\(keys)[Entrée]")
    guard state.modes.last is FormCard else {
      Issue.record("the form is gone")
      return
    }
    #expect(state.words.contains(said))
    #expect(state.grille.dates == nil)
    // It is nothing to keep: leaving asks nothing.
    state.play("[Échap]")
    #expect(state.press(.character("q")) == [.quit])
  }

  @Test func `with one date it says how there will be two; without one it is calm`() throws {
    var demarche = try answered()
    demarche.grilles.removeFirst(2)
    var state = try grille(demarche)
    state.play("v")
    #expect(state.modes.isEmpty)
    #expect(state.notice?.text.contains("d, un autre jour") == true)
    // What is compared is gone, from elsewhere: the last answers are shown.
    state = try grille()
    state.play("v[Entrée]")
    state.grille.dates = GrilleDates(avant: exampleDay, apres: nil)
    state.play("[bas]")
    #expect(state.grille.rows.compared == nil)
    #expect(state.words.contains("3 dates, v"))
  }

  @Test func `answers without a date are before all others`() throws {
    var demarche = try answered()
    demarche.grilles[0].date = nil
    var state = try grille(demarche)
    state.play("v[Ctrl-U][Entrée]")
    #expect(changes(state) == [[.non, .oui], [nil, .oui], [.oui, nil]])
    #expect(state.words.contains("avant → 01/12/2025"))
  }

  @Test(arguments: designedSizes + [Size(40, 12), Size(140, 40)])
  func `two dates at every size`(size: Size) throws {
    var state = try grille(nil, size)
    state.play("v")
    try expectContent(state, named: "grille-dates-fiche-\(size.width)x\(size.height)")
    state.play("[Ctrl-U][Entrée]")
    try expectContent(state, named: "grille-dates-\(size.width)x\(size.height)")
  }

  @Test func `two dates in ASCII`() throws {
    for size in [Size(80, 24), Size(40, 12)] {
      var state = try grille(nil, size, isASCII: true)
      state.play("v[Ctrl-U][Entrée]")
      try expectContent(
        state, named: "grille-dates-\(size.width)x\(size.height)-ascii")
    }
  }
}
