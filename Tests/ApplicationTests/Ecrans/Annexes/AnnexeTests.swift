import DPES
import JSONTree
import TerminalUI
import Testing

@testable import Application

@Suite struct AnnexeTests {
  @Test(
    arguments: [
      ("7", "è", "finances"), ("8", "_", "capitalisation"), ("9", "ç", "ca"),
    ] as [(Character, Character, String)])
  func `each has a digit, and Échap stays`(
    qwerty: Character, azerty: Character, name: String
  ) throws {
    for key in [qwerty, azerty] {
      var state = state(try example(), Size(80, 24), screen: .grille)
      state.press(.character(key))
      #expect(state.screen.name == name)
      state.press(.escape)
      #expect(state.screen.name == name)
    }
  }

  @Test func `Tab passes through all nine, and the mouse presses on them`() throws {
    var state = state(try example(), Size(80, 24), screen: .etat)
    var seen: [Int] = []
    for _ in 0..<9 {
      state.press(.tab)
      seen.append(state.screen.number)
    }
    #expect(seen == [2, 3, 4, 5, 6, 7, 8, 9, 1])
    state.press(.backTab)
    #expect(state.screen == .ca)
    let tabs = state.view.description.split(separator: "\n")[1]
    let finances = try #require(tabs.firstRange(of: "7 Finances"))
    let column = tabs.distance(from: tabs.startIndex, to: finances.lowerBound)
    _ = state.update(.event(.mouse(.init(.press, at: Position(column: column, row: 1)))))
    #expect(state.screen == .finances)
  }

  @Test func `a note is written from its form, and kept with its axis and period`() throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    let before = try #require(state.demarche).notes
    state.play("[n]Un repas a réuni trente voisins[Tab]On vient pour le repas[Tab][Tab]CA[Tab][t]")
    let effects = state.press(.enter)
    state.play("[Échap]")
    let note = try #require(state.demarche?.notes.last)
    #expect(state.demarche?.notes.count == before.count + 1 && !effects.isEmpty)
    #expect(note.faitMarquant == "Un repas a réuni trente voisins")
    #expect(note.lecon == "On vient pour le repas" && note.decision == nil)
    #expect(note.discuteAvec == "CA" && note.axe == .territoire && note.periode == 18)
    #expect(note.date == exampleDay)
    #expect(CapitalisationEcran.noteDeCapitalisation(state)?.id == note.id)
    state.press(.character("u"))
    #expect(state.demarche?.notes == before)
  }

  @Test(arguments: [
    ("[n][Entrée]", "Une note dit au moins"),
    ("[n]Un fait[5 Tab]U99[Entrée]", "ne nomme aucun palier"),
    ("[n]Un fait[6 Tab][3 Retour]7[Entrée]", "dernier mois"),
    ("[n]Un fait[7 Tab]bientôt[Entrée]", "n’est pas une date"),
  ])
  func `what is wrong with a note is said under it, and nothing typed goes`(
    keys: String, words: String
  ) throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    let before = state.demarche
    state.play(keys)
    #expect(state.demarche == before)
    #expect(state.words.contains(words), "\(state.words)")
    if keys.contains("Un fait") { #expect(state.words.contains("Un fait")) }
  }

  @Test func `a document is kept with its genre, its axis and its palier, by rank`() throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    state.play("[droite][n]Guide du tri[Tab][f][Tab]Classeur bleu[Tab][p][Tab]2[Entrée][Échap]")
    let one = try #require(state.demarche?.ressources.last)
    #expect(one.titre == "Guide du tri" && one.genre == .fiche && one.lieu == "Classeur bleu")
    let second = state.demarche?.schema.paliers(de: .personne)[1]
    #expect(one.axe == .personne && one.palier == second?.id && second != nil)
    // Its row is selected, and says its palier.
    #expect(
      CapitalisationEcran.ressource(state)?.id == one.id && state.words.contains("Palier 2 : "))
    state.play("[Suppr]")
    #expect(state.demarche?.ressources.contains { $0.id == one.id } == false)
  }

  @Test func `a palier that the axis does not have is refused with how many it has`() throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    state.play("[droite][n]Guide[3 Tab][p][Tab]99[Entrée]")
    #expect(state.words.contains("Cet axe a "))
    state.play("[Échap]")
    state.play("[n]")
    #expect(state.words.contains("Guide"))
  }

  @Test func `a form that somebody else's change met loses neither`() throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    let base = try #require(state.demarche)
    let id = try #require(CapitalisationEcran.noteDeCapitalisation(state)?.id)
    state.play("[Entrée][Fin], enfin")
    _ = state.update(
      arrival(base) { demarche in demarche.notes.modifier(id) { $0.lecon = "Autre leçon" } })
    state.play("[Entrée]")
    let note = try #require(state.demarche?.notes.first { $0.id == id })
    #expect(note.lecon == "Autre leçon" && note.faitMarquant?.hasSuffix(", enfin") == true)
  }

  @Test(arguments: [Size(40, 12), Size(60, 16), Size(80, 24)])
  func `the board's page scrolls to its last line, and says what lies below`(size: Size) throws {
    var state = state(try example(), size, screen: .ca)
    /// Whether it says how much lies above, or below.
    func says(_ arrow: Character) -> Bool {
      state.view.description.matches(of: /([↑↓]) \d+ ligne/).contains { $0.1.first == arrow }
    }
    #expect(says("↓"))
    let top = state.view
    for _ in 0..<60 { state.press(.down) }
    #expect(says("↑") && !says("↓"))
    let bottom = state.view
    state.press(.down, .pageDown)
    #expect(state.view == bottom)
    state.press(.up)
    #expect(state.view != bottom && says("↓"))
    for _ in 0..<60 { state.press(.up) }
    #expect(state.view == top)
    // Another axis begins at its top.
    state.press(.down, .right, .left)
    #expect(state.view == top)
  }

  @Test func `the board's page leads to the palier that comes next`() throws {
    var state = state(try example(), Size(80, 24), screen: .ca)
    state.press(.right, .right)
    #expect(state.ca.axe == .democratie)
    let next = state.ca.page?.axes[2].prochain
    state.press(.enter)
    #expect(state.screen == .schema)
    let selected = state.schema.selected(in: state.derived)
    #expect(selected?.palier.intitule == next?.intitule && next != nil)
  }

  @Test func `the board's page names nobody, and adds nothing up`() throws {
    for size in [Size(40, 12), Size(80, 24), Size(240, 67)] {
      let state = state(try example(), size, screen: .ca)
      let words = Set(state.words.split { !$0.isLetter }.map(String.init))
      let initials = state.demarche?.participants.compactMap(\.initiales) ?? []
      #expect(words.isDisjoint(with: initials.filter { $0.count > 1 }))
      #expect(!state.words.contains("%") && !state.words.lowercased().contains("total"))
    }
  }

  @Test func `a réalisé changes the page the next time it is shown`() throws {
    var state = state(try example(), Size(100, 30), screen: .ca)
    let before = state.ca.page
    state.press(.character("5"), .character("x"), .character("9"))
    #expect(state.ca.page != before)
  }

  @Test func `a year is typed, corrected and taken out where its shares are seen`() throws {
    var state = state(try example(), Size(80, 24), screen: .finances)
    let before = try #require(state.demarche).structure.exercices
    // The dates of the year after the last are proposed.
    state.play("[n][Tab][Tab]750 000[Tab]250 000[Tab]100 000[Entrée][Échap]")
    let added = try #require(state.demarche?.structure.exercices.last)
    #expect(state.demarche?.structure.exercices.count == before.count + 1)
    #expect(added.nom == "2026" && added.marchand == JSONNumber(750_000))
    #expect(FinancesEcran.exercice(state)?.id == added.id)
    #expect(state.words.contains("75 %") && state.words.contains("−1 %"))
    state.play("[Entrée][3 Tab][Ctrl-U]rien[Entrée]")
    #expect(state.words.contains("n’est pas un nombre"))
    state.play("[Ctrl-U]187 500[Entrée]")
    #expect(state.words.contains("80 %"))
    state.play("[Suppr]")
    #expect(state.demarche?.structure.exercices == before)
    state.play("[u][Fin][haut][haut]")
    #expect(FinancesEcran.exercice(state)?.id == before.first?.id)
  }

  @Test func `a chiffre d’affaires that counts gifts is told, and Entrée keeps the sales`() throws {
    var demarche = try example()
    let id = try #require(demarche.structure.exercices.last).id
    demarche.structure.exercices.modifier(id) { $0.chiffreAffaires = JSONNumber(1_226_500) }
    var state = state(demarche, Size(80, 24), screen: .finances)
    #expect(state.words.contains("les ventes sont de 921 000 €"))
    #expect(state.words.contains("Garder 921 000 €"))
    state.play("[Entrée]")
    #expect(state.demarche?.structure.exercices.last?.chiffreAffaires == nil)
    #expect(!state.words.contains("compte aussi"))
    state.play("[u]")
    #expect(state.demarche?.structure == demarche.structure)
    // Where it says no more than the sales, Entrée opens the form, without a field for it.
    state.play("[Ctrl-R][Entrée]")
    #expect(state.words.contains("Ventes (chiffre d’affaires)"))
    #expect(!state.words.contains("Chiffre d’affaires écrit"))
  }

  @Test func `those who pay are named under their year, and add up to the money`() throws {
    var state = state(try example(), Size(100, 30), screen: .finances)
    state.play("[i]Ville[Tab][s][Tab]20 000[Entrée]Un client[Tab][v][Tab]1 000[Entrée][Échap]")
    let all = try #require(state.demarche?.structure.exercices.last?.financeurs)
    #expect(all.suffix(2).map(\.nom) == ["Ville", "Un client"])
    #expect(all.suffix(2).map(\.nature) == [.nonMarchand, .marchand])
    #expect(all.suffix(2).map(\.montant?.int) == [20_000, 1_000])
    #expect(state.words.contains("apportent"))
    state.play("[Suppr]")
    #expect(state.demarche?.structure.exercices.last?.financeurs.count == all.count - 1)
    state.play("[u][Entrée][2 Tab][Ctrl-U]beaucoup[Entrée]")
    #expect(state.words.contains("n’est pas un nombre"))
    state.play("[Ctrl-U]2 000[Entrée]")
    #expect(state.demarche?.structure.exercices.last?.financeurs.last?.montant?.int == 2_000)
  }

  @Test func `a dated point of the treasury says how many months there are`() throws {
    var state = state(try example(), Size(80, 24), screen: .finances)
    state.play("[y][Tab]50 000[Tab]100 000[Entrée]")
    let point = try #require(state.demarche?.structure.tresorerie.last)
    #expect(point.date == exampleDay && point.disponible?.int == 50_000)
    #expect(state.words.contains("0,5 mois d’avance"))
    state.play("[Suppr]")
    #expect(state.demarche?.structure.tresorerie.count == 2)
  }

  @Test func `an undo goes back to the note, and to the document, that it is of`() throws {
    var state = state(try example(), Size(80, 24), screen: .capitalisation)
    state.play("[n]Un repas[Entrée][Échap][droite][n]Une affiche[Entrée][Échap][3][u]")
    #expect(state.screen == .capitalisation && state.capitalisation.pile == .ressources)
    state.press(.control("r"))
    #expect(CapitalisationEcran.ressource(state)?.titre == "Une affiche")
    state.play("[u][u][3]")
    state.press(.control("r"))
    #expect(
      state.screen == .capitalisation
        && CapitalisationEcran.noteDeCapitalisation(state)?.faitMarquant == "Un repas")
  }

  @Test func `what stands there is selected by its id, as the command line asks`() throws {
    let demarche = try example()
    let ressource = try #require(demarche.ressources.first)
    var state = state(demarche, Size(80, 24), screen: .capitalisation)
    var isFound = state.select(ressource.id)
    #expect(isFound && CapitalisationEcran.ressource(state) == ressource)
    let note = try #require(demarche.notes.last)
    isFound = state.select(note.id)
    #expect(isFound && CapitalisationEcran.noteDeCapitalisation(state) == note)
    isFound = state.select("inconnu")
    #expect(!isFound)
    let year = try #require(demarche.structure.exercices.first)
    state.press(.character("7"))
    isFound = state.select(year.id)
    #expect(isFound && FinancesEcran.exercice(state) == year)
  }
}
