import Application
import DPES
import TerminalUI
import Testing

/// The état des lieux at each size: nobody yet, the example, more people than advised.
@Suite struct EtatFrameTests {
  private static let sizes = designedSizes + [Size(40, 12), Size(140, 40)]

  /// The example with four more people, two of whom share initials, and the séance of the day.
  private func crowd() throws -> Demarche {
    var demarche = try example()
    var ids = IDGenerator(seed: 3)
    for initiales in ["AB", "BT", "SC", "ZK"] {
      _ = demarche.ajouterParticipant(initiales: initiales, ids: &ids)
    }
    let seance = demarche.ouvrirSeance(exampleDay, ids: &ids)
    for one in demarche.participants.prefix(9) {
      demarche.basculerPresence(de: one.id, aSeance: seance)
    }
    return demarche
  }

  private func name(_ what: String, _ size: Size) -> String {
    "etat-\(what)-\(size.width)x\(size.height)"
  }

  @Test(arguments: sizes) func `nobody yet, no séance yet`(size: Size) throws {
    var state = emptyState(size)
    state.play("1")
    try expectContent(state, named: name("vide", size))
    _ = state.select("seances")
    try expectContent(state, named: name("vide-seances", size))
  }

  @Test(arguments: sizes) func `the example's people and séances`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    try expectContent(state, named: name("exemple", size))
    _ = state.select("seances")
    state.play("[bas]")
    try expectContent(state, named: name("exemple-seances", size))
  }

  @Test(arguments: sizes) func `more than fifteen people, and the séance of the day`(
    size: Size
  ) throws {
    var state = state(try crowd(), size, screen: .etat)
    try expectContent(state, named: name("foule", size))
    _ = state.select("seances")
    try expectContent(state, named: name("foule-seances", size))
  }

  @Test(arguments: sizes) func `a form, and what is wrong in it`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    state.play("n[Entrée]")
    try expectContent(state, named: name("fiche", size))
    state.play("[Échap]")
    _ = state.select("seances")
    state.play("n[Tab]QQ[Entrée][2 haut]Relire[Entrée]")
    try expectContent(state, named: name("promesse", size))
  }

  /// The example with a candidature, half of it written.
  private func candidate() throws -> Demarche {
    var demarche = try example()
    demarche.structure.siren = "732829320"
    demarche.candidature.motivation = String(
      repeating: "On veut que chacun sache où l’on va et puisse y prendre part. ", count: 4)
    return demarche
  }

  @Test(arguments: sizes) func `the organisation and its pilotage`(size: Size) throws {
    var state = state(try candidate(), size, screen: .etat)
    _ = state.select("structure")
    try expectContent(state, named: name("structure", size))
    state.play("[Fin][9 haut][Entrée]")
    try expectContent(state, named: name("candidature-fiche", size))
    state.play("[Échap][Début][Entrée][Tab][Ctrl-U]732 829 321[Entrée]")
    try expectContent(state, named: name("structure-fiche", size))
    state.play("[Échap]")
    _ = state.select("pilotage")
    try expectContent(state, named: name("pilotage", size))
  }

  @Test(arguments: sizes) func `an organisation that nothing is said of`(size: Size) throws {
    var state = emptyState(size)
    state.play("1")
    _ = state.select("structure")
    try expectContent(state, named: name("structure-vide", size))
  }

  /// The questions that are shipped.
  private func suggestions() throws -> Suggestions {
    try shipped("suggestions/profil-strategique.json")
  }

  @Test(arguments: sizes) func `the nine boxes, filled in and not`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    _ = state.select("profilStrategique")
    _ = state.update(.suggestions(try suggestions()))
    state.play("[bas]")
    try expectContent(state, named: name("profil", size))
    state.play("nUn appui de plus")
    try expectContent(state, named: name("profil-ajout", size))
    state = emptyState(size)
    state.play("1")
    _ = state.select("profilStrategique")
    state.play("x")
    try expectContent(state, named: name("profil-vide", size))
  }

  @Test(arguments: sizes) func `the actors around the structure`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    _ = state.select("acteurs")
    try expectContent(state, named: name("acteurs", size))
    state = emptyState(size)
    state.play("1")
    _ = state.select("acteurs")
    try expectContent(state, named: name("acteurs-vide", size))
  }

  @Test(arguments: sizes) func `the four étapes, and what each lacks`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    _ = state.select("etapes")
    try expectContent(state, named: name("etapes", size))
    state = emptyState(size)
    state.play("1")
    _ = state.select("etapes")
    try expectContent(state, named: name("etapes-vide", size))
  }

  @Test(arguments: sizes) func `the tour de table by collège`(size: Size) throws {
    var state = state(try crowd(), size, screen: .etat)
    state.play("cc[Fin]")
    try expectContent(state, named: name("college", size))
  }

  @Test func `boxes that hold more than they show`() throws {
    var demarche = try example()
    for number in 1...30 {
      demarche.ajouterElement(
        "Appui n° \(number), dont la phrase va bien au-delà de ce qu’une case montre sur sa ligne",
        a: .ressourcesInternes)
    }
    var state = state(demarche, Size(80, 24), screen: .etat)
    _ = state.select("profilStrategique")
    state.play("[Début][20 bas]")
    try expectContent(state, named: "etat-profil-plein-80x24")
  }

  @Test func `in ASCII`() throws {
    var state = state(try crowd(), Size(80, 24), screen: .etat, isASCII: true)
    try expectContent(state, named: "etat-ascii-80x24")
    _ = state.select("seances")
    try expectContent(state, named: "etat-ascii-seances-80x24")
    _ = state.select("participants")
    state.play("n[Tab]u")
    try expectContent(state, named: "etat-ascii-fiche-80x24")
    state.play("[Échap]")
    _ = state.select("structure")
    try expectContent(state, named: "etat-ascii-structure-80x24")
    for section in ["profilStrategique", "acteurs", "etapes"] {
      _ = state.select(section)
      try expectContent(state, named: "etat-ascii-\(section)-80x24")
    }
  }
}
