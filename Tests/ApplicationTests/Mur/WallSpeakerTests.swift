import DPES
import TerminalUI
import Testing

@testable import Application

/// F6 under the eyes of the room: initials are typed and shown to nobody.
@Suite struct WallSpeakerTests {
  private func author(_ text: String, _ state: State) -> String? {
    let said = state.observations.first { $0.texte.hasPrefix(text) }
    return state.demarche?.participants.first { $0.id == said?.auteur }?.initiales
  }

  @Test(arguments: wallSizes)
  func `initials are dots, give the turn for one entry, and the text stays`(size: Size) throws {
    var state = try wall(try example(), size)
    state.play("[n]La cantine est bruyante[F6]")
    #expect(state.modes.count == 2 && state.words.contains("QUI PARLE ?"))
    state.play("hv")
    #expect(!state.words.localizedContains("HV") && !state.words.contains("Hélène"))
    #expect(state.wall?.isWriting == true)
    state.play("[Entrée]")
    #expect((state.modes.last as? Capture)?.field.text == "La cantine est bruyante")
    #expect(state.words.contains("La personne parle") && !state.words.localizedContains("HV"))
    state.play(", très[Entrée][Entrée]Une autre[Entrée][Entrée]")
    #expect(author("La cantine est bruyante, très", state) == "HV")
    #expect(author("Une autre", state) == nil)
  }

  @Test func `Échap comes back to the sentence as it was, and F6 twice keeps the turn`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.play("[n]Le bus[F6]hv[Échap]")
    #expect((state.modes.last as? Capture)?.field.text == "Le bus")
    state.play("[F6]hv[F6][Entrée][Entrée]Zeste[Entrée][Entrée]")
    #expect(author("Le bus", state) == "HV" && author("Zeste", state) == "HV")
    // Without typing too.
    state.play("[Échap][F6][Entrée][n]Trois[Entrée][Entrée]")
    #expect(state.isOnWall && author("Trois", state) == nil)
  }

  @Test func `↑ then F6 corrects who said the last one, as one step of undo`() throws {
    var state = try wall(try example(), Size(80, 24))
    state.play("[n]Le bus est rare[Entrée][u][r][haut][F6]")
    #expect(state.words.contains("QUI L’A DIT ?"))
    state.play("hv[Entrée]")
    #expect(author("Le bus", state) == "HV" && state.words.contains("C’est noté."))
    #expect(!state.words.localizedContains("HV"))
    state.press(.function(9))
    #expect(author("Le bus", state) == nil && !state.words.localizedContains("HV"))
  }

  @Test func `what could be two people is nobody, and nobody is chosen unseen`() throws {
    var demarche = try example()
    for index in 0..<2 { demarche.participants[index].initiales = "MB" }
    demarche.participants[0].nom = "Durandot"
    demarche.participants[2].initiales = "MC"
    var state = try wall(demarche, Size(80, 24))
    state.play("[n]Le bus[F6]")
    for (typed, said) in [
      ("m", "une lettre de plus"), ("mb", "Plusieurs personnes ont ces initiales"),
      ("zzz", "Personne n’a ces initiales"),
    ] {
      state.play("[bas][bas]\(typed)[Entrée]")
      #expect(state.modes.last is SpeakerList && state.words.contains(said), "\(typed)")
      state.play("[Ctrl-U]")
    }
    state.play("durandot[Entrée][Entrée][Entrée]")
    let said = state.observations.first { $0.texte == "Le bus" }
    #expect(said?.auteur == demarche.participants[0].id)
    #expect(state.demarche?.participants.count == demarche.participants.count)
  }

  @Test(arguments: wallSizes, [false, true])
  func `the page of who speaks`(size: Size, isASCII: Bool) throws {
    guard !isASCII || size == Size(80, 24) else { return }
    var state = try wall(try example(), size, isASCII: isASCII)
    state.play("[n]Le bus[F6]hv")
    let name = "salle-parole-\(size.width)x\(size.height)" + (isASCII ? "-ascii" : "")
    try expectFrame(state.view, named: name)
  }
}

extension String {
  fileprivate func localizedContains(_ text: String) -> Bool { folded.contains(text.folded) }
}
