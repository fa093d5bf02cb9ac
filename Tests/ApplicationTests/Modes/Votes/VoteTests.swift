import DPES
import TerminalUI
import Testing

@testable import Application

/// Four observations, three salariés, three usagers and a partner.
func votingState(_ size: Size = Size(80, 24), isASCII: Bool = false) -> State {
  var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
  var ids = IDGenerator(seed: 3)
  for college in [
    College.salaries, .salaries, .salaries, .usagers, .usagers, .usagers, .partenaires,
  ] {
    var one = Participant()
    one.id = ids.next()
    one.initiales = "P\(demarche.participants.count)"
    one.college = college
    demarche.participants.append(one)
  }
  let texts: [(String, Axe, Statut)] = [
    ("Le bail prend fin en juin", .utilite, .rouge), ("Le tri se fait", .territoire, .vert),
    ("On décide sans le dire", .democratie, .rouge),
    ("Deux contrats sont courts", .utilite, .orange),
  ]
  let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
  for (texte, axe, statut) in texts {
    demarche.ajouterObservation(texte, axe: axe, statut: statut, signature, ids: &ids)
  }
  return state(demarche, size, isASCII: isASCII)
}

@Suite struct VoteTests {
  private func points(_ state: State) -> [Int?] {
    state.document?.demarche.cercles[0].scrutins.last?.resultats.map(\.points) ?? []
  }

  private func priorities(_ state: State) -> [Int] {
    state.observations.filter(\.priorite).compactMap(\.numero)
  }

  @Test func `two that say about the same are put together before the vote, on a second g`() {
    var state = votingState()
    state.play(
      "[n]Le tri se fait mal[Entrée][t][v]Le bail, fin en juin[Entrée][u][o][Échap][b][n]")
    #expect(state.words.contains("Se ressemblent ■ 1 et ▲ 6"))
    state.play("[bas][g]")
    #expect(state.observations.count == 6 && state.words.contains("Le bail, fin en juin"))
    state.play("[g]")
    #expect(state.observations.map(\.numero) == [1, 2, 3, 4, 5])
    #expect(state.observations[0].formulations == ["Le bail, fin en juin"])
    #expect(!state.words.contains("Se ressemblent"))
    state.play("[u]")
    #expect(state.observations.count == 6 && state.words.contains("Se ressemblent"))
  }

  @Test func `where nothing is alike, g says so`() {
    var state = votingState()
    state.play("[b][n][g]")
    #expect(state.words.contains("Palier n’en trouve pas deux qui se ressemblent"))
    #expect(!state.words.contains("Se ressemblent"))
  }

  @Test func `totals, from opening to reveal, with a total that is wrong at first, and a tie`() {
    var state = votingState()
    state.play("[b][n][bas]2[Entrée]")
    #expect(state.words.contains("Vote en cours · 7 votants"))
    state.play("4[Entrée]4[Entrée]3[Entrée]1")
    #expect(state.words.contains("Il manque 2 points (12 sur 14)"))
    let before = state.document?.demarche
    state.play("[r]")
    #expect(state.words.contains("Il manque 2 points. r révèle quand même"))
    #expect(state.document?.demarche == before)
    state.play("[Retour]3")
    #expect(state.words.contains("Le compte est bon : 14 points."))
    state.play("[r]")
    // In the order of the axes: n° 1 and 4 on U, 3 on D, 2 on T.
    #expect(points(state) == [4, 4, 3, 3])
    #expect(state.words.contains("Les 3 premières, 4 avec les ex æquo · ! les rend prioritaires"))
    #expect(state.words.contains("1= ━"))
    state.play("[2 gauche][!]")
    #expect(priorities(state) == [1, 4])
    #expect(state.words.contains("2 observations deviennent prioritaires, ex æquo compris"))
    state.play("[u]")
    #expect(priorities(state) == [] && points(state).count == 4)
  }

  @Test func `a wrong total can be told all the same, when it is asked twice`() {
    var state = votingState()
    state.play("[b][n][Entrée]9[r]")
    #expect(state.words.contains("2 points de trop. r révèle quand même"))
    // Another key in between asks anew.
    state.play("[haut][r]")
    #expect(points(state) == [])
    state.play("[r]")
    #expect(points(state) == [9, 0, 0, 0])
    #expect(state.words.contains("9 points pour 7 : 2 points de trop."))
  }

  @Test func `a vote taken back is corrected and told again`() {
    var state = votingState()
    state.play("[b][n][Entrée]7[r][u]")
    #expect(points(state) == [] && state.modes.isEmpty)
    state.play("[b]")
    #expect(state.words.contains("À reprendre · Vote en cours · 7 votants"))
    state.play("[Entrée][Entrée]1[haut]6[r]")
    #expect(points(state) == [6, 1, 0, 0])
    #expect(state.document?.demarche.cercles[0].scrutins.count == 1)
  }

  @Test func `ballots, from opening to reveal, one too short, one too long, and a tie`() {
    var state = votingState()
    state.play("[b][n][bas]2[4 bas][droite][Entrée]")
    #expect(state.words.contains("Vote en cours · 0 bulletin sur 7"))
    state.play("[Entrée][bas][Entrée]")
    #expect(state.words.contains("Bulletin complet : Entrée l’ajoute."))
    state.play("[Entrée]")
    #expect(state.words.contains("1 bulletin sur 7"))
    state.play("[Entrée][n]")
    #expect(state.words.contains("À ce bulletin, il manque 1 point"))
    #expect(state.words.contains("1 bulletin sur 7"))
    state.play("[n]")
    #expect(state.words.contains("2 bulletins sur 7"))
    state.play("   [n]")
    #expect(state.words.contains("À ce bulletin, 1 point de trop"))
    state.play("[Retour][n]")
    #expect(state.words.contains("3 bulletins sur 7"))
    // The last ballot can be taken out again, the ones before are gone.
    state.play("[Retour]")
    #expect(state.words.contains("2 bulletins sur 7"))
    state.play("[r]")
    #expect(state.words.contains("Un bulletin est commencé"))
    state.play("[2 Retour][Retour]")
    #expect(state.words.contains("les autres sont déjà oubliés"))
    state.play("[bas][Entrée][Entrée][Entrée][r]")
    #expect(state.words.contains("Il manque 9 points"))
    state.play("[r]")
    #expect(points(state) == [2, 3, 0, 0])
    #expect(state.words.contains("5 points pour 14 : il manque 9 points."))
  }

  @Test func `nothing of the count is seen before the vote is told`() {
    var state = votingState()
    state.play("[b][n][Entrée]5[Entrée]2[Entrée]")
    let line = state.view.description.split(separator: "\n").first { $0.contains("bail") }
    #expect(line?.contains("••") == true && line?.contains("5") == false)
    #expect(state.wall?.vote == .counting(voters: 7, ballots: nil))
    state.play("[c]")
    let shown = state.view.description.split(separator: "\n").first { $0.contains("bail") }
    #expect(shown?.contains("5") == true)
    state.play("[r]")
    let told = state.document?.demarche.cercles[0].scrutins.last?.id
    #expect(state.wall?.vote == told.map { .told($0, first: 3) })
    state.play("[Échap]")
    #expect(state.wall?.vote == nil)
  }

  @Test func `each collège has its urn, and a secret vote tells none that would be known`() throws {
    var state = votingState()
    state.play("[b][n][2 bas][droite][Entrée]")
    #expect(state.words.contains("Salariés, 1 sur 3 · 3 votants"))
    state.play("2[Entrée]1[Entrée][Entrée][Entrée]")
    #expect(state.words.contains("Usagers, 2 sur 3 · 3 votants"))
    state.play("1[Entrée]2[Entrée][Entrée][Entrée]")
    state.play("[2 bas]1")
    state.play("[r]")
    let scrutin = try #require(state.document?.demarche.cercles[0].scrutins.last)
    #expect(scrutin.resultats.map(\.points) == [3, 3, 1, 0] && scrutin.votants == 7)
    // The partner is alone: the figures of salariés and usagers together would tell the vote.
    #expect(scrutin.parCollege.map(\.college) == [.usagers])
    #expect(state.words.contains("usagers 1 · 4 votants non détaillés"))
  }

  @Test func `an urn that is wrong is named, even when another makes up for it`() {
    var state = votingState()
    state.play("[b][n][2 bas][droite][Entrée]")
    state.play("4[Tab]2[Tab]1[r]")
    #expect(state.words.contains("Salariés, 1 point de trop ; Usagers, il manque 1 point."))
  }

  @Test func `numbers are set with the arrows alone, and with an AZERTY row`() {
    var state = votingState()
    state.play("[b][n][bas][droite][Entrée][9 droite][bas]à[droite][2 bas]&'[r][r]")
    #expect(points(state) == [9, 1, 0, 14])
    #expect(state.document?.demarche.cercles[0].scrutins[0].points == 2)
  }

  @Test func `what is voted on is an axis, or chosen by hand`() {
    var state = votingState()
    state.play("[b][n][droite]")
    #expect(state.words.contains("Utilité (2)"))
    state.play("[c] [bas] ")
    #expect(state.words.contains("2 choisies"))
    state.play("[Entrée]")
    #expect(state.words.contains("à la main (2)"))
    state.play("[Entrée]1[Entrée]6[r]")
    #expect(points(state) == [1, 6])
  }

  @Test func `a vote set aside is taken up where it was, and quitting asks first`() {
    var state = votingState()
    state.play("[b][n][Entrée]5[Échap]")
    #expect(state.modes.isEmpty && state.words.contains("Vote mis de côté"))
    #expect(state.play("[q]") == [] && state.words.contains("Un vote n’est pas révélé"))
    state.play("[b][n]")
    #expect(state.words.contains("Un vote est de côté"))
    state.play("[Entrée][bas]2[r]")
    #expect(points(state) == [5, 2, 0, 0])
    #expect(state.play("[Échap][q]") == [.quit])
  }

  @Test func `a frozen image takes no vote and no mark, and shows its votes`() {
    var state = votingState()
    state.play("[b][n][Entrée]7[r][Échap][i][f][Entrée]")
    let frozen = state.document?.demarche
    state.play("[b][n]")
    #expect(state.words.contains("est figée : on n’y vote plus"))
    state.play("[Suppr][Entrée]")
    #expect(state.words.contains("7 points, compte juste."))
    state.play("[!]")
    #expect(state.words.contains("est figée"))
    #expect(state.document?.demarche == frozen)
  }

  @Test func `an image frozen elsewhere during the vote keeps what was counted aside`() throws {
    var state = votingState()
    let base = try #require(state.document?.demarche)
    state.play("[b][n][Entrée]7")
    _ = state.update(arrival(base) { $0.cercles[0].figee = true })
    #expect(state.play("[r]") == [])
    #expect(state.words.contains("est figée") && state.wall?.vote != nil)
  }

  @Test func `a vote is deleted, and comes back`() throws {
    var state = state(try example(), Size(80, 24))
    state.play("[b][Suppr]")
    #expect(state.document?.demarche.cercles.last?.scrutins == [])
    state.play("[u]")
    #expect(state.document?.demarche.cercles.last?.scrutins.count == 1)
  }

  @Test func `a vote set aside is forgotten when that is asked`() {
    var state = votingState()
    state.play("[b][n][Entrée]5[Échap][b][Suppr]")
    #expect(state.words.contains("oublié") && VoteList.rows(state) == [])
    state.play("[n]")
    #expect(state.words.contains("Préparer un vote"))
  }

  @Test func `a secret vote of two is no secret`() {
    var state = votingState()
    state.play("[b][n][3 bas]2[Entrée]")
    #expect(state.words.contains("À moins de trois, un vote n’a rien de secret"))
    state.play("[bas][droite][Entrée]2[r]")
    #expect(state.document?.demarche.cercles[0].scrutins[0].secret == false)
  }
}

/// What the window on the wall shows of a vote in the other.
@Suite struct VoteOnTheWallTests {
  @Test func `the room sees how many voted, then the results, and never a figure before`() throws {
    var first = votingState()
    let demarche = try #require(first.document?.demarche)
    var second = try wall(demarche, Size(60, 16), isFollower: true)
    first.play("[b][n][bas]2[4 bas][droite][Entrée][Entrée][bas][Entrée][Entrée]")
    let counting = try #require(first.wall)
    #expect(counting.vote == .counting(voters: 7, ballots: 1))
    _ = second.update(.wall(counting))
    let during = second.view
    #expect(!second.words.contains("bail"))
    first.play("[Entrée]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.view == during)
    first.play("[Retour][r][r][gauche]")
    _ = second.update(.reread(try #require(first.document?.demarche)))
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == VotePage.name && second.words.contains("bail"))
    first.play("[Échap]")
    _ = second.update(.wall(try #require(first.wall)))
    #expect(second.wallPageName == ObservationPage.name)
  }

  @Test(arguments: VoteFrameTests.sizes)
  func `a vote under way, and told, on the wall`(size: Size) throws {
    var state = try wall(try example(), size, isFollower: true)
    var seen = Wall(screen: .cercle, theme: .sombre)
    seen.vote = .counting(voters: 12, ballots: 7)
    _ = state.update(.wall(seen))
    try expectFrame(state.view, named: "salle-vote-\(size.width)x\(size.height)")
    seen.vote = try example().cercles.last?.scrutins.last.map { .told($0.id, first: 2) }
    _ = state.update(.wall(seen))
    try expectFrame(state.view, named: "salle-vote-\(size.width)x\(size.height)-resultat")
  }
}

@Suite struct VoteFrameTests {
  static let sizes = [Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40)]

  private func check(_ size: Size, isASCII: Bool = false) throws {
    let name = "\(size.width)x\(size.height)\(isASCII ? "-ascii" : "")"
    var state = state(try example(), size, isASCII: isASCII)
    state.play("[b]")
    try expectContent(state, named: "votes-\(name)-liste")
    state.play("[Entrée]")
    try expectContent(state, named: "votes-\(name)-resultat")
    state.play("[Échap][n]")
    try expectContent(state, named: "votes-\(name)-preparer")
    state.play("[c]   [Entrée][Entrée]4[Entrée]12[Entrée]")
    try expectContent(state, named: "votes-\(name)-totaux")
    state.play("[Échap][b][Suppr][n][2 bas][droite][Fin][droite][Entrée][Entrée][bas][Entrée]")
    try expectContent(state, named: "votes-\(name)-bulletins")
    state.play("[2 Retour][Échap][y]3[Tab]6[Tab]")
    try expectContent(state, named: "votes-\(name)-mains")
  }

  @Test(arguments: sizes)
  func `votes listed, prepared, counted and told`(size: Size) throws { try check(size) }

  @Test func `votes in ASCII`() throws { try check(Size(80, 24), isASCII: true) }
}

@Suite struct ShowOfHandsTests {
  @Test func `the split is kept and shown, and the colour stays as it was`() {
    var state = votingState(Size(100, 30))
    state.play("[y]3[Entrée]6[Entrée]3[Entrée]")
    #expect(state.observations[0].mainsLevees?.told == "3 rouges, 6 orange, 3 verts")
    #expect(state.observations[0].statut == .rouge)
    #expect(state.words.contains("Couleur : rouge"))
    state.play("[bas][haut]")
    #expect(state.words.contains("mains levées : 3 rouges, 6 orange, 3 verts"))
    state.play("[u]")
    #expect(state.observations[0].mainsLevees == nil)
  }

  @Test func `up and down count hands without a digit, and none left takes the split out`() {
    var state = votingState()
    state.play("[y][3 haut][bas][droite][haut][2 Entrée]")
    #expect(state.observations[0].mainsLevees?.told == "2 rouges, 1 orange")
    state.play("[y][Suppr][Tab][Suppr][2 Entrée]")
    #expect(state.observations[0].mainsLevees == nil)
    #expect(state.words.contains("retirées"))
  }

  @Test func `Échap changes nothing, and a frozen image says why`() {
    var state = votingState()
    state.play("[y]3[Échap]")
    #expect(state.observations[0].mainsLevees == nil)
    state.play("[i][f][Entrée][y]")
    #expect(state.words.contains("est figée") && state.modes.isEmpty)
  }
}
