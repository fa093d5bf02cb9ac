import Application
import DPES
import TerminalUI
import Testing

/// The état des lieux at each size: nobody yet, the example, more people than advised.
@Suite struct EtatFrameTests {
  private static let sizes = [
    Size(40, 12), Size(60, 16), Size(80, 24), Size(100, 30), Size(140, 40),
  ]

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
    try expectFrame(state.view, named: name("vide", size))
    state.play("[droite]")
    try expectFrame(state.view, named: name("vide-seances", size))
  }

  @Test(arguments: sizes) func `the example's people and séances`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    try expectFrame(state.view, named: name("exemple", size))
    state.play("[droite][bas]")
    try expectFrame(state.view, named: name("exemple-seances", size))
  }

  @Test(arguments: sizes) func `more than fifteen people, and the séance of the day`(
    size: Size
  ) throws {
    var state = state(try crowd(), size, screen: .etat)
    try expectFrame(state.view, named: name("foule", size))
    state.play("[droite]")
    try expectFrame(state.view, named: name("foule-seances", size))
  }

  @Test(arguments: sizes) func `a form, and what is wrong in it`(size: Size) throws {
    var state = state(try example(), size, screen: .etat)
    state.play("n[Entrée]")
    try expectFrame(state.view, named: name("fiche", size))
    state.play("[Échap][droite]n[Tab]QQ[Entrée][haut]Relire[Entrée]")
    try expectFrame(state.view, named: name("promesse", size))
  }

  @Test func `in ASCII`() throws {
    var state = state(try crowd(), Size(80, 24), screen: .etat, isASCII: true)
    try expectFrame(state.view, named: "etat-ascii-80x24")
    state.play("[droite]")
    try expectFrame(state.view, named: "etat-ascii-seances-80x24")
    state.play("[gauche]n[Tab]u")
    try expectFrame(state.view, named: "etat-ascii-fiche-80x24")
  }
}
