import Application
import DPES
import TerminalUI
import Testing

@Suite struct CaptureTests {
  private func observations(_ state: State) -> [Observation] { state.observations }

  private func empty(_ size: Size = Size(80, 24)) -> State { emptyState(size) }

  @Test func `text, Entrée, axis, colour, and the field is ready again`() {
    var state = empty()
    state.press(.character("n"))
    state.type("L’équipe du soir découvre les absences")
    state.press(.enter, .character("p"))
    let effects = state.press(.character("O"))
    state.type("Deuxième")
    state.press(.enter, .character("d"), .character("v"))
    #expect(
      observations(state).map(\.texte) == ["L’équipe du soir découvre les absences", "Deuxième"])
    #expect(observations(state).map(\.axe) == [.personne, .democratie])
    #expect(observations(state).map(\.statut) == [.orange, .vert])
    #expect(observations(state).map(\.numero) == [1, 2])
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(state.document?.demarche.cercles.map(\.date) == [exampleDay])
  }

  @Test func `Entrée leaves it without colour, or à placer`() {
    var state = empty()
    state.press(.character("n"))
    state.type("Un")
    state.press(.enter, .character("t"), .enter)
    state.type("Deux")
    state.press(.enter, .enter)
    #expect(observations(state).map(\.axe) == [.territoire, nil])
    #expect(observations(state).map(\.statut) == [nil, nil])
  }

  @Test func `after the text only its keys act, and any other says so`() {
    var state = empty()
    state.press(.character("n"))
    state.type("Un")
    state.press(.enter)
    for key: Key in [.character("z"), .character("n"), .character("o"), .left, .tab] {
      state.press(key)
      #expect(state.view.description.contains("Une lettre pour l’axe"))
    }
    state.press(.character("u"))
    for key: Key in [.character("u"), .character("x"), .down] {
      state.press(key)
      #expect(state.view.description.contains("Une lettre pour la couleur"))
    }
    #expect(observations(state).isEmpty)
    state.press(.backspace)
    state.type(" de plus")
    state.press(.enter, .character("u"), .character("r"))
    #expect(observations(state).map(\.texte) == ["Un de plus"])
  }

  @Test(arguments: [[], [Key.enter], [Key.enter, Key.character("p")]])
  func `Échap keeps the text as a draft for the next n`(steps: [Key]) {
    var state = empty()
    state.press(.character("n"))
    state.type("Ce qui se dit là")
    for step in steps { state.press(step) }
    state.press(.escape)
    #expect(observations(state).isEmpty)
    state.press(.character("3"), .character("n"))
    state.type(" encore")
    state.press(.enter, .character("d"), .character("r"))
    #expect(observations(state).map(\.texte) == ["Ce qui se dit là encore"])
    state.press(.escape, .character("n"), .enter)
    #expect(observations(state).count == 1)
  }

  @Test func `the arrow up in the empty field corrects the last entries in place`() {
    var state = empty()
    state.press(.character("n"))
    state.type("Premier")
    state.press(.enter, .character("u"), .character("r"))
    state.type("Secnd")
    state.press(.enter, .character("u"), .character("r"))
    state.press(.up, .enter)
    state.press(.backspace, .backspace)
    state.type("ond")
    state.press(.enter, .up, .character("v"))
    #expect(state.words.contains("n° 2 : ● vert."))
    state.press(.up, .character("t"), .up, .character("o"))
    #expect(observations(state).map(\.texte) == ["Premier", "Second"])
    #expect(observations(state).map(\.statut) == [.orange, .vert])
    #expect(observations(state).map(\.axe) == [.utilite, .territoire])
    state.type("Troisième")
    state.press(.enter, .enter)
    #expect(observations(state).count == 3)
  }

  /// Who looks at the group types the next sentence at once: ↑ was for the one before.
  @Test(arguments: [
    ("", "Trop lourd"), ("", "Nous"), ("", "sans elle"), ("v", "trop lourd"), ("pv", "trop lourd"),
    ("[Suppr]", "trop lourd"), ("[F6]pg[Entrée]", "trop lourd"), ("[Entrée] bis[Entrée]", "trop"),
    ("[Entrée][Échap]", "trop"), ("v[F9]", "trop"),
  ])
  func `what is typed after a correction is the next text`(correction: String, text: String) {
    var state = empty()
    state.play("nPremier[Entrée]ur[haut]" + correction)
    let before = observations(state)
    state.play(text)
    #expect(state.words.contains("› \(text)"), "\(state.words)")
    #expect(observations(state) == before)
  }

  @Test func `a list pasted on an earlier entry is a new list`() {
    var state = empty()
    state.play("nPremier[Entrée]ur[haut]")
    _ = state.update(.event(.paste("Un\nDeux")))
    #expect(state.words.contains("Coller une liste"))
    #expect(observations(state).map(\.axe) == [.utilite])
  }

  @Test(
    arguments: [
      "Les plannings sont difficiles à tenir", "PLANNING difficile à tenir",
      "Difficiles à tenir, les plannings",
    ])
  func `a near-duplicate is pointed out and never refused`(texte: String) {
    var state = empty(Size(100, 30))
    state.press(.character("n"))
    state.type("Le planning est difficile à tenir")
    state.press(.enter, .character("p"), .character("o"))
    state.type(texte)
    #expect(state.words.contains("Ressemble à ▲ n° 1, orange, Personne : « Le planning est"))
    #expect(state.words.contains("Entrée, puis g réunit les deux"))
    state.press(.enter)
    #expect(
      state.words.contains("Ressemble à ▲ n° 1, orange, Personne, g réunit : « Le planning est"))
    state.press(.character("p"))
    #expect(state.view.description.contains("Ressemble à ▲ n°\u{A0}1"))
    state.press(.character("o"))
    #expect(observations(state).count == 2)
  }

  @Test(arguments: ["[g]", "[p][g]"])
  func `g after the text makes it another wording, and the field is ready again`(keys: String)
    throws
  {
    var state = empty(Size(100, 30))
    state.play("[n]Le planning est difficile à tenir[Entrée][p][o]")
    state.play("[F6]zz[Entrée]Difficiles à tenir, les plannings[Entrée]\(keys)")
    #expect(state.words.contains("Réuni au n° 1 : les deux formulations restent"))
    #expect(observations(state).map(\.texte) == ["Le planning est difficile à tenir"])
    #expect(observations(state)[0].formulations == ["Difficiles à tenir, les plannings"])
    #expect(observations(state)[0].statut == .orange && observations(state)[0].axe == .personne)
    // The turn was for that.
    #expect(!state.words.contains("ZZ parle"))
    state.play("Deux[Entrée][d][v]")
    #expect(observations(state).map(\.numero) == [1, 2])
    state.play("[F9][F9]")
    #expect(observations(state).map(\.formulations) == [[]])
  }

  @Test func `g is a letter in the text, and joins nothing where nothing is alike`() {
    var state = empty(Size(100, 30))
    state.play(
      "[n]Le planning est difficile à tenir[Entrée][p][o]Difficiles à tenir, les plannings[g]")
    #expect(observations(state).count == 1 && state.words.contains("les planningsg"))
    state.play("[Ctrl-U]Un jardin[Entrée][g]")
    #expect(state.words.contains("Une lettre pour l’axe, après Échap"))
    state.play("[Échap][Entrée]")
    #expect(observations(state).map(\.texte).last == "Un jardin")
  }

  @Test func `where all images are frozen g joins what continues in the image of the day`() throws {
    var demarche = try example()
    for index in demarche.cercles.indices { demarche.cercles[index].figee = true }
    var state = state(demarche, Size(100, 30))
    state.environment.today = exampleDay.adding(days: 1)
    state.play("[n]Le planning du soir est connu un mois avant, même[Entrée][g]")
    #expect(state.words.contains("Réuni au n° 13"))
    let made = try #require(state.observations.first { $0.numero == 13 })
    #expect(made.formulations.last == "Le planning du soir est connu un mois avant, même")
    #expect(state.document?.demarche.cercles.count == demarche.cercles.count + 1)
    #expect(Array(state.document?.demarche.cercles.dropLast() ?? []) == demarche.cercles)
  }

  @Test func `other words are no duplicate`() {
    var state = empty(Size(100, 30))
    state.press(.character("n"))
    state.type("Le planning est difficile à tenir")
    state.press(.enter, .character("p"), .character("o"))
    state.type("Le planning est affiché dans le hall")
    state.press(.enter)
    #expect(!state.view.description.contains("Ressemble"))
  }

  @Test func `a pasted list becomes one observation a line, in one step of undo`() {
    var state = empty()
    state.press(.character("n"))
    _ = state.update(.event(.paste("Un\n\n  - Deux  \r\n3. Trois\n")))
    #expect(state.words.contains("3 lignes : 3 observations"))
    state.press(.enter)
    #expect(observations(state).map(\.texte) == ["Un", "Deux", "Trois"])
    state.press(.function(9))
    #expect(observations(state).isEmpty)
  }

  @Test func `pasted lines can be one text, and a paste of one line is typed`() {
    var state = empty()
    state.press(.character("n"))
    _ = state.update(.event(.paste("Un\nDeux")))
    state.press(.character("s"))
    _ = state.update(.event(.paste(" et trois")))
    state.press(.enter, .enter)
    #expect(observations(state).map(\.texte) == ["Un Deux et trois"])
  }

  @Test
  func `n writes into the last image that is not frozen, or makes today's from the frozen one`()
    throws
  {
    var demarche = try example()
    demarche.cercles.removeLast()
    var state = state(demarche, Size(80, 24))
    let before = demarche.cercles[0].observations
    state.press(.character("n"))
    state.type("Tout nouveau")
    state.press(.enter, .character("u"), .character("v"))
    let images = try #require(state.document?.demarche.cercles)
    #expect(images.count == 2 && images[1].date == exampleDay && !images[1].figee)
    #expect(images[0].observations == before)
    #expect(images[1].observations.dropLast().map(\.origine) == before.map(\.id))
    #expect(images[1].observations.last?.texte == "Tout nouveau")
    #expect(images[1].observations.last?.numero == (before.compactMap(\.numero).max() ?? 0) + 1)
    #expect(state.view.description.contains("Tout nouveau"))
  }

  @Test func `n goes to the image that takes new words, out of an earlier one or a comparison`()
    throws
  {
    var state = state(try example(), Size(100, 30))
    let earlier = try #require(state.document?.demarche.cercles[0].observations[0].id)
    _ = state.select(earlier)
    #expect(state.words.contains("image du 4 septembre 2025"))
    state.play("[n]")
    #expect(state.words.contains("image du 5 novembre 2026"))
    #expect(state.words.contains("Et si on ouvrait le jardin"))
    state.play("[Échap][i][c][Entrée]")
    #expect(state.words.contains("+ 1 − 1"))
    state.play("[n]Dit maintenant[Entrée][d][v]")
    #expect(!state.words.contains("+ 1 − 1") && state.words.contains("Dit maintenant"))
    #expect(state.observations.last?.texte == "Dit maintenant")
  }

  @Test func `where all images are frozen n shows the last, and compares with what it says`()
    throws
  {
    var demarche = try example()
    for index in demarche.cercles.indices { demarche.cercles[index].figee = true }
    var state = state(demarche, Size(100, 30))
    _ = state.select(demarche.cercles[0].observations[0].id)
    state.play("[n]Le planning du soir est connu un mois avant, même[Entrée]")
    #expect(state.words.contains("image du 5 novembre 2026"))
    #expect(state.words.contains("Ressemble à ● n° 13, vert"))
  }

  @Test(arguments: [[], [Key.enter], [Key.enter, Key.character("p")], [Key.escape]])
  func `text never placed is kept à placer when the program has to end`(steps: [Key]) {
    var state = empty()
    state.press(.character("n"))
    state.type("Dit juste avant la panne")
    for step in steps { state.press(step) }
    let effects = state.update(.event(.closed))
    #expect(observations(state).map(\.texte) == ["Dit juste avant la panne"])
    #expect(observations(state).map(\.axe) == [nil])
    #expect(effects.count == 2 && effects.last == .quit)
  }

  @Test func `5,000 characters are kept, and one more is refused with a sentence`() {
    var state = empty()
    state.press(.character("n"))
    _ = state.update(.event(.paste(String(repeating: "é", count: 5_001))))
    #expect(state.words.contains("5 000 caractères"))
    state.press(.enter, .enter)
    #expect(observations(state).first?.texte.count == 5_000)
  }

  @Test func `typing goes on while the window is too small, and nothing is lost`() {
    var state = empty()
    state.press(.character("n"))
    state.type("Début")
    _ = state.update(.event(.resize(Size(1, 1))))
    state.type(" fin")
    _ = state.update(.event(.resize(Size(80, 24))))
    #expect(state.view.description.contains("Début fin"))
  }

  @Test(
    arguments: [
      (Size(40, 12), false), (Size(60, 16), false), (Size(80, 24), false), (Size(80, 24), true),
      (Size(100, 30), false), (Size(140, 40), false),
    ])
  func `the capture over the example`(size: Size, isASCII: Bool) throws {
    let name = "saisie-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    var state = state(try example(), size, isASCII: isASCII)
    state.press(.right, .character("n"))
    state.type("L’équipe du soir découvre les absences")
    try expectContent(state, named: "\(name)-texte")
    state.press(.enter)
    try expectContent(state, named: "\(name)-axe")
    state.press(.character("p"))
    try expectContent(state, named: "\(name)-couleur")
    state.play(
      "[Échap][n][F6]lb[Entrée][Ctrl-U]Le planning du soir est connu un mois avant, même[Entrée]")
    try expectContent(state, named: "\(name)-ressemble")
    state.play("[Échap][n][Ctrl-U][haut][haut]")
    try expectContent(state, named: "\(name)-entrees")
  }
}
