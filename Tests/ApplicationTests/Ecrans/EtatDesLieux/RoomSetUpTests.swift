import DPES
import TerminalUI
import Testing

@testable import Application

/// Twelve people, and who of them is here, in a minute.
@Suite struct RoomSetUpTests {
  private func opened(_ demarche: Demarche, _ size: Size = Size(100, 30)) -> State {
    state(demarche, size, screen: .etat)
  }

  private var empty: Demarche {
    Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  }

  private func people(_ state: State) -> [String] {
    (state.document?.demarche.participants ?? []).map {
      "\($0.initiales ?? "") \($0.college?.motCourt ?? "-")"
    }
  }

  @Test func `a line of initials and letters makes as many people, as one step of undo`() {
    var state = opened(empty)
    let effects = state.play("nMB s, JPL b, SD s[Entrée]")
    #expect(effects.count == 1)
    #expect(people(state) == ["MB salariés", "JPL bénévoles", "SD salariés"])
    #expect(state.words.contains("3 personnes rejoignent le tour de table : MB, JPL, SD."))
    // The form is open again, empty.
    state.play("vf u[Entrée][Échap]")
    #expect(people(state).last == "VF usagers" && state.modes.isEmpty)
    state.play("uu")
    #expect(people(state).isEmpty)
  }

  @Test func `taken back, nobody of it is there already, and what is typed next is another person`()
  {
    var state = opened(empty)
    state.play("nMB s[Entrée]MB s, JPL b, SD sx[Entrée]")
    #expect(people(state) == ["MB salariés", "JPL bénévoles"])
    #expect(state.words.contains("MB y est déjà"))
    state.play("[F9][F9]")
    #expect(people(state).isEmpty && !state.words.contains("y est déjà"))
    state.play("VF u[Entrée]")
    #expect(people(state) == ["MB salariés", "VF usagers"])
  }

  @Test func `what is chosen under the line is said of all who say nothing else`() {
    var state = opened(empty)
    state.play("nMB, JPL b[Tab]u[Tab]La ruche[Entrée]")
    #expect(people(state) == ["MB usagers", "JPL bénévoles"])
    #expect(
      state.document?.demarche.participants.map(\.organisme) == ["La ruche", "La ruche"])
  }

  @Test(
    arguments: [
      ("JPL x, MB et", "« JPL x » : des initiales, puis s, b, u ou p"),
      ("sc, hv", "SC y est déjà"),
      (", ;", "Il faut des initiales"),
      ("MB, JPL[4 Tab]Martin", "Un nom va avec une seule personne"),
      ("MB, JPL x[4 Tab]Martin", "Un nom va avec une seule personne"),
      ("MB, JPL x[5 Tab]jamais", "« jamais » n’est pas une date"),
      ("TROPLONGUES", "« TROPLONGUES » : des initiales ont 8 signes au plus"),
    ])
  func `where nobody can join, it is told, and what was typed stays`(typed: String, told: String)
    throws
  {
    var state = opened(try example())
    let before = state.document?.demarche
    #expect(state.play("n\(typed)[Entrée]").isEmpty)
    #expect(state.words.contains(told))
    #expect(state.document?.demarche == before)
    let line = typed.prefix { $0 != "[" }
    #expect((state.modes.last as? FormCard)?.form.text("initiales") == String(line))
  }

  @Test(
    arguments: [
      ("MB s, JPL x, SD s", "JPL x", ["MB", "SD"], "« JPL x » : des initiales, puis s, b, u ou p"),
      ("JPL x; MB s, mb", "JPL x, mb", ["MB"], "« JPL x » : des initiales"),
      ("MB s, mb", "mb", ["MB"], "MB est deux fois dans la ligne"),
      ("ZZ s, sc", "sc", ["ZZ"], "SC y est déjà"),
      ("TROPLONGUES, MB s", "TROPLONGUES", ["MB"], "« TROPLONGUES » : des initiales ont 8"),
    ] as [(String, String, [String], String)])
  func `a wrong piece stays in the form with its reason, and the others join`(
    typed: String, left: String, joined: [String], told: String
  ) throws {
    var state = opened(try example())
    let before = state.document?.demarche.participants.count ?? 0
    #expect(state.play("n\(typed)[Tab]u[Maj-Tab][Entrée]").count == 1)
    let now = state.document?.demarche.participants.dropFirst(before).map(\.initiales)
    #expect(now == joined)
    #expect(state.words.contains(told) && state.words.contains("rejoi"))
    let form = (state.modes.last as? FormCard)?.form
    #expect(form?.text("initiales") == left && form?.focusedID == "initiales")
    // What was chosen for all of them is chosen still for those that are mended.
    #expect(form?.selection("college") == College.allCases.firstIndex(of: .usagers))
    state.play("[20 Retour]QQ[Entrée]")
    #expect(state.document?.demarche.participants.last?.initiales == "QQ")
    #expect(state.document?.demarche.participants.last?.college == .usagers)
    state.play("[Échap]uu")
    #expect(state.document?.demarche.participants.count == before)
  }

  @Test func `one person may share initials with another, and it is said`() throws {
    var state = opened(try example())
    state.play("nsc[Entrée]")
    #expect(state.document?.demarche.participants.filter { $0.initiales == "SC" }.count == 2)
    #expect(state.words.contains("SC"))
  }

  @Test func `forty people join in one line, at every size`() {
    for size in [Size(40, 12), Size(60, 16), Size(160, 45)] {
      var state = opened(empty, size)
      state.play("n" + (1...40).map { "P\($0) b" }.joined(separator: ", ") + "[Entrée]")
      #expect(people(state).count == 40)
      #expect(state.words.contains("40 personnes"))
    }
  }

  @Test func `the key row of a form that goes on says that Entrée keeps and Échap ends`() throws {
    var state = opened(try example())
    state.play("n")
    #expect(state.words.contains("Entrée garder, puis la suivante"))
    #expect(state.words.contains("Échap terminer"))
    state.play("[Échap][Entrée]")
    #expect(!state.words.contains("puis la suivante") && state.words.contains("Entrée garder"))
  }

  @Test func `twelve actors fill the map, and the form does not come again`() {
    var state = opened(empty)
    _ = state.select("acteurs")
    state.play("n")
    for number in 1...12 { state.play("Acteur \(number)[Entrée]") }
    #expect(state.document?.demarche.acteurs.count == 12 && state.modes.isEmpty)
  }

  @Test func `promises are added one after the other to their séance`() throws {
    var state = opened(try example())
    state.play("o[Début]nUne[Entrée]Deux[Entrée][Échap]")
    let seance = state.document?.demarche.seances.first { $0.date == exampleDay }
    #expect(seance?.promesses.map(\.texte) == ["Une", "Deux"] && state.modes.isEmpty)
  }

  @Test func `Espace ticks and goes down, to the last`() {
    var state = opened(empty)
    state.play("nAA, BB, CC[Entrée][Échap][Début]")
    #expect(state.play("[ ][ ][ ][ ]").count == 4)
    let all = state.document?.demarche.participants.map(\.id) ?? []
    // The last one was ticked twice.
    #expect(state.document?.demarche.seances.map(\.presents) == [Array(all.prefix(2))])
    #expect(state.etat.participant?.initiales == "CC")
  }

  @Test(arguments: ["participants", "seances"])
  func `A notes all who have not left, as one step of undo`(section: String) throws {
    var demarche = try example()
    demarche.participants[2].departLe = exampleDay
    var state = opened(demarche)
    let opened = state.document?.demarche.seances.count
    _ = state.select(section)
    #expect(state.play("[A]").count == 1)
    let seance = state.document?.demarche.seances.first { $0.date == exampleDay }
    let here = demarche.participants.filter { !$0.estParti(le: exampleDay) }.map(\.id)
    #expect(seance?.presents == here && !here.contains(demarche.participants[2].id))
    #expect(state.play("[A]").isEmpty)
    #expect(state.words.contains("Tout le monde est noté présent déjà"))
    state.play("[u]")
    #expect(state.document?.demarche.seances.count == opened)
  }

  @Test func `opening a séance says how to note who is here, until somebody is`() throws {
    var state = opened(try example())
    state.play("o")
    #expect(state.words.contains("A note tout le monde présent"))
    state.play("[A]o")
    #expect(!state.words.contains("A note tout le monde présent"))
    var nobody = opened(empty)
    nobody.play("o")
    #expect(!nobody.words.contains("A note tout le monde présent"))
    nobody.play("[A]")
    #expect(nobody.words.contains("Personne encore au tour de table"))
  }

  @Test(
    arguments: [Size(40, 12), Size(60, 16), Size(80, 24), Size(140, 40)], [false, true])
  func `the form of new people`(size: Size, isASCII: Bool) throws {
    guard !isASCII || size == Size(80, 24) else { return }
    var state = state(try example(), size, screen: .etat, isASCII: isASCII)
    state.play("nMB s, JPL x, SD s[Entrée]")
    try expectContent(
      state, named: "personnes-\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")")
  }
}
