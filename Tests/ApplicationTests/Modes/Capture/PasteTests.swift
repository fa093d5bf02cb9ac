import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct PasteTests {
  private func pasted(_ text: String, _ keys: String, size: Size = Size(80, 24)) -> State {
    var state = emptyState(size)
    state.press(.character("n"))
    _ = state.update(.event(.paste(text)))
    state.play(keys)
    return state
  }

  @Test(
    arguments: [
      ("Un\n\n  - Deux  \r\n3. Trois\n", ["Un", "Deux", "Trois"]),
      ("• Un\n•Deux\n\u{F0B7}\tTrois", ["Un", "Deux", "Trois"]),
      ("1) Un\n12. Deux\n(3) Trois\n4° Quatre", ["Un", "Deux", "Trois", "Quatre"]),
      ("– Un\n— Deux\n* Trois\n-\n2.\n", ["Un", "Deux", "Trois"]),
      // What is no mark of a list stays.
      (
        "-5 °C dehors\nA. Dupont\n1850 euros\n2.5 postes",
        [
          "-5 °C dehors", "A. Dupont", "1850 euros", "2.5 postes",
        ]
      ),
      (
        "שלום עולם\n👨\u{200D}👩\u{200D}👧 famille\na\u{200B}b\n\u{200B}\n",
        ["שלום עולם", "👨\u{200D}👩\u{200D}👧 famille", "a\u{200B}b"]
      ),
      ("Un\u{1B}[31m rouge\u{0}\nDeux\tmots", ["Un[31m rouge", "Deux mots"]),
      ("Un\u{2028}Deux\u{85}Trois", ["Un", "Deux", "Trois"]),
    ] as [(String, [String])])
  func `each line is an observation, without the marks of a list`(
    text: String, lines: [String]
  ) {
    let state = pasted(text, "[Entrée]")
    #expect(state.observations.map(\.texte) == lines)
    #expect(state.observations.allSatisfy { $0.axe == nil && $0.statut == nil })
    #expect(state.observations.map(\.numero) == Array(1...lines.count))
  }

  @Test(arguments: ["[Entrée]", "ap", "d"])
  func `with names hidden a mail is pasted into no field but a new observation`(keys: String) throws
  {
    var state = state(try example(), Size(80, 24))
    state.press(.control("n"))
    state.play(keys)
    try #require(!state.modes.isEmpty)
    _ = state.update(.event(.paste("Bonjour Jeanne,\n\nMerci.\nCordialement")))
    #expect(!state.words.contains("Jeanne") && state.notice?.text.contains("Noms cachés") == true)
    // One line is a text like another.
    _ = state.update(.event(.paste("le mot de la fin\n")))
    #expect(state.words.contains("le mot de la fin"))
  }

  @Test func `a letter puts them all on that axis, and one undo takes them all back`() {
    var state = pasted("Un\nDeux\nTrois", "[d]")
    #expect(state.observations.map(\.axe) == [.democratie, .democratie, .democratie])
    #expect(state.words.contains("3 observations ajoutées, sur « Démocratie »"))
    state.play("[F9]")
    #expect(state.observations.isEmpty)
    #expect(state.view.description.contains("Ce qui vient d’être dit"))
  }

  @Test func `the preview counts, and goes through all of its lines`() {
    let lines = (1...30).map { "Ligne \($0)" }.joined(separator: "\n")
    var state = pasted(lines, "")
    #expect(state.words.contains("Encore 17 lignes à lire avant : Entrée montre la suite"))
    #expect(state.words.contains("Ligne 1") && !state.words.contains("Ligne 30"))
    state.play("[Fin]")
    #expect(state.words.contains("Ligne 30") && state.words.contains("Encore 4 lignes"))
    state.play("[Entrée]")
    #expect(
      state.words.contains("30 lignes : 30 observations, ou un seul texte de 260 caractères ?"))
    #expect(state.observations.isEmpty)
  }

  private static let mail =
    "Bonjour à toutes et à tous,\nLe loyer a doublé\nLes réunions finissent tard\n"
    + "Bien cordialement,\nAnne Durand"

  @Test func `what is only polite in a mail is left out, with its reason`() {
    var state = pasted(Self.mail, "", size: Size(100, 30))
    #expect(state.words.contains("5 lignes, 3 laissées : 2 observations"))
    for reason in ["salutation", "formule de politesse", "signature"] {
      #expect(state.words.contains("laissée : \(reason)"))
    }
    state.play("[Entrée]")
    #expect(
      state.observations.map(\.texte) == ["Le loyer a doublé", "Les réunions finissent tard"])
    #expect(state.words.contains("2 observations ajoutées, à placer. 3 lignes laissées."))
  }

  @Test func `Espace leaves a line out, or keeps it after all, and goes to the next`() {
    var state = pasted(Self.mail, "[ ][bas][ ]", size: Size(100, 30))
    #expect(state.words.contains("5 lignes, 3 laissées : 2 observations"))
    #expect(state.words.contains("un seul texte de 45 caractères"))
    state.play("[u]")
    #expect(
      state.observations.map(\.texte) == ["Bonjour à toutes et à tous,", "Le loyer a doublé"])
    #expect(state.observations.allSatisfy { $0.axe == .utilite })
  }

  @Test func `one text is of the lines that are kept, and none at all is refused`() {
    var state = pasted(Self.mail, "[s][Entrée][Entrée]")
    #expect(state.observations.map(\.texte) == ["Le loyer a doublé Les réunions finissent tard"])
    state = pasted("Un\nDeux", "[ ][ ]")
    for keys in ["[Entrée]", "[u]", "[s]"] {
      state.play(keys)
      #expect(state.observations.isEmpty && state.words.contains("Aucune ligne n’est gardée"))
    }
    state.play("[haut][ ][Entrée]")
    #expect(state.observations.map(\.texte) == ["Un"])
    #expect(state.words.contains("1 observation ajoutée, à placer. 1 ligne laissée."))
  }

  @Test func `what comes in pieces keeps what was left out, and what was typed is never polite`() {
    var state = emptyState(Size(100, 30))
    state.play("[n]Bonjour")
    _ = state.update(.event(.paste("Un\nDeux")))
    state.play("[ ]")
    _ = state.update(.event(.paste("\nTrois")))
    #expect(state.words.contains("3 lignes, 1 laissée : 2 observations"))
    state.play("[Échap]")
    #expect(state.words.contains("Bonjour"))
  }

  @Test func `what was typed before a paste is kept as its first line, polite or not`() {
    #expect(PastedLines("Le loyer\nBien à vous", after: "Bonjour").kept == ["Bonjour", "Le loyer"])
    #expect(PastedLines("Bonjour\nLe loyer").kept == ["Le loyer"])
  }

  /// A name at the end of a list may be below what is seen.
  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(160, 45)])
  func `Entrée takes no line that was not on the screen`(size: Size) {
    let lines = (1...60).map { "Ligne \($0)." }
    var state = pasted(lines.joined(separator: "\n"), "", size: size)
    var shown: Set<String> = []
    var presses = 0
    while state.observations.isEmpty, presses < 60 {
      shown.formUnion(lines.filter { state.words.contains($0) })
      #expect(shown.count == 60 || state.words.contains("la suite"), "\(state.words)")
      state.play(presses == 2 ? "[u]" : "[Entrée]")
      presses += 1
    }
    #expect(state.observations.count == 60 && shown.count == 60)
    // Those in the middle were not either.
    let many = (1...200).map { "Ligne \($0)." }.joined(separator: "\n")
    #expect(pasted(many, "[Fin][Entrée]", size: size).observations.isEmpty)
    // Lines left out need not be seen.
    let mail = "Le toit fuit\nCordialement\n" + (1...7).map { "Nom \($0)" }.joined(separator: "\n")
    state = pasted(mail, "[Entrée]", size: size)
    #expect(state.observations.map(\.texte) == ["Le toit fuit"])
  }

  @Test func `after pasted lines the next entry has the number that comes after theirs`() {
    var state = pasted("Un\nDeux\nTrois", "[Entrée]")
    #expect((state.modes.last as? Capture)?.numero == 4)
    state.play("Quatre[Entrée]ur")
    #expect(state.observations.last?.numero == 4)
  }

  @Test func `with names hidden what is of the mail is not read out, until it is kept`() throws {
    var state = pasted(Self.mail, "", size: Size(100, 30))
    let names = ["paul@asso.fr", "Anne Durand"].filter(state.words.contains)
    #expect(!names.isEmpty)
    state.press(.control("n"))
    #expect(state.hidesNames && state.words.contains("laissée : signature"))
    for name in names { #expect(!state.words.contains(name)) }
    #expect(state.words.contains("Le loyer a doublé"))
    state.play("[Fin][ ]")
    #expect(state.words.contains("Anne Durand"))
  }

  @Test func `Échap drops the paste and keeps what was being typed`() {
    var state = emptyState()
    state.play("[n]Avant ")
    _ = state.update(.event(.paste("Un\nDeux")))
    state.play("[Échap]après[Entrée][Entrée]")
    #expect(state.observations.map(\.texte) == ["Avant après"])
  }

  @Test func `lines added leave the text being typed where it is`() {
    var state = emptyState()
    state.play("[n]En cours")
    _ = state.update(.event(.paste("Un\nDeux")))
    state.play("[Entrée][Entrée][p][v]")
    #expect(state.observations.map(\.texte) == ["Un", "Deux", "En cours"])
  }

  @Test func `one text that would be too long is refused, and nothing is lost`() {
    let line = String(repeating: "é", count: 3_000)
    var state = pasted("\(line)\n\(line)", "[s]")
    #expect(state.words.contains("plus de 5 000 caractères"))
    state.play("[Entrée]")
    #expect(state.observations.map(\.texte) == [line, line])
  }

  @Test func `what is left out is said`() {
    #expect(pasted("Un\u{7}\nDeux\u{1B}", "").words.contains("2 caractères de contrôle"))
    let long = String(repeating: "a", count: 5_001)
    #expect(pasted("\(long)\nDeux", "[Entrée]").words.contains("Une ligne est coupée"))
    let exact = String(repeating: "👨\u{200D}👩\u{200D}👧", count: 1_000)
    #expect(pasted(exact, "[Entrée][Entrée]").observations.map(\.texte) == [exact])
  }

  @Test func `what can't be seen is no observation`() {
    var state = emptyState()
    state.press(.character("n"))
    _ = state.update(.event(.paste("\u{200B}\u{FEFF} ")))
    state.play("[Entrée]")
    #expect(state.words.contains("Rien d’écrit encore"))
  }

  @Test(arguments: [Size(40, 12), Size(80, 24)])
  func `the preview of a paste`(size: Size) throws {
    let lines = (1...9).map { "- Ce que dit la personne numéro \($0)" }.joined(separator: "\n")
    let state = pasted(lines, "", size: size)
    try expectContent(state, named: "collage-\(size.width)x\(size.height)")
    try expectContent(
      pasted(Self.mail, "[bas]", size: size),
      named: "collage-courrier-\(size.width)x\(size.height)")
  }
}
