import Application
import DPES
import TerminalUI
import Testing

@Suite struct ConflictTests {
  private func last(_ state: State) throws -> CercleDeQualite {
    try #require(state.document?.demarche.cercles.last)
  }

  /// The first observation made red here, orange elsewhere; the second's text changed on both sides.
  private func conflicting(_ size: Size = Size(80, 24), isASCII: Bool = false) throws -> State {
    let base = try example()
    let image = try #require(base.cercles.last)
    var state = state(base, size, isASCII: isASCII)
    state.environment.person = "SC"
    state.press(.character("r"), .down, .enter, .end)
    state.type(Self.here)
    state.press(.enter)
    _ = state.update(
      arrival(base) {
        let signature = signature(base, "LB")
        $0.modifierObservation(image.observations[0].id, signature) { $0.statut = .orange }
        $0.modifierObservation(image.observations[1].id, signature) { $0.texte += Self.there }
      })
    return state
  }

  private static let here =
    ", et l’équipe du soir l’apprend par un mot laissé au tableau de la cuisine, quand il y est"
  private static let there =
    ", et l’équipe du soir l’apprend par téléphone, tard, sans savoir qui prévenir à son tour"

  @Test func `a conflict keeps ours, asks, and has both values in the historique`() throws {
    let state = try conflicting()
    let image = try last(state)
    #expect(image.observations[0].statut == .rouge)
    #expect(image.observations[1].texte.hasSuffix(Self.here))
    let lines = try #require(state.document?.demarche.historique.suffix(2))
    #expect(lines.map(\.quoi) == ["conflit-statut", "conflit-texte"])
    #expect(lines.map(\.objet) == image.observations.prefix(2).map(\.id))
    #expect(lines.first?.avant == .texte("orange") && lines.first?.apres == .texte("rouge"))
    let text = state.view.description
    #expect(text.contains("1 sur 2") && text.contains("SC, aujourd’hui à 14:32"))
    #expect(text.contains("LB, aujourd’hui à 14:31"))
    #expect(text.contains("■ rouge") && text.contains("▲ orange"))
  }

  @Test func `theirs can be chosen, one conflict after the other, each undone by itself`() throws {
    var state = try conflicting()
    let kept = try last(state)
    #expect(state.press(.character("a")) == [])
    #expect(state.press(.enter).count == 1)
    #expect(state.view.description.contains("2 sur 2"))
    #expect(state.press(.down, .enter).count == 1)
    #expect(!state.view.description.contains("Changé ici et ailleurs"))
    #expect(try last(state).observations[0].statut == .orange)
    #expect(try last(state).observations[1].texte.hasSuffix(Self.there))
    let lines = try #require(state.document?.demarche.historique.suffix(2))
    #expect(lines.map(\.quoi) == ["choix-statut", "choix-texte"])
    state.press(.character("u"))
    #expect(try last(state).observations[0].statut == .orange)
    #expect(try last(state).observations[1] == kept.observations[1])
    state.press(.character("u"))
    #expect(try last(state) == kept)
  }

  @Test func `a choice holds whatever came and was done since`() throws {
    var state = try conflicting()
    let now = try #require(state.document?.demarche)
    let added = try #require(now.cercles.last?.observations.last)
    _ = state.update(
      arrival(now, basis: 2) {
        $0.cercles[$0.cercles.count - 1].observations.remove(at: 1)
        $0.cercles[$0.cercles.count - 1].observations[0].priorite = true
      })
    state.press(.character("a"), .enter, .character("a"), .enter)
    let image = try last(state)
    #expect(image.observations[0].statut == .orange && image.observations[0].priorite)
    #expect(image.observations[1].texte.hasSuffix(Self.there))
    #expect(image.observations.last == added)
  }

  @Test func `later keeps ours, and F4 comes back to it`() throws {
    var state = try conflicting()
    state.press(.escape)
    #expect(state.view.description.contains("2 choix à faire plus tard"))
    state.press(.up)
    #expect(state.view.description.contains("2 à choisir (F4)"))
    state.press(.function(4), .enter)
    #expect(state.view.description.contains("2 sur 2"))
    #expect(state.document?.demarche.historique.last?.quoi == "choix-statut")
  }

  @Test func `nobody is asked while typing, and nothing typed is lost`() throws {
    let base = try example()
    let id = try #require(base.cercles.last?.observations.first?.id)
    var state = state(base, Size(80, 24))
    state.press(.character("r"), .character("n"))
    state.type("On vient de di")
    _ = state.update(
      arrival(base) {
        $0.modifierObservation(id, signature(base, "LB")) { $0.statut = .orange }
        $0.cercles[$0.cercles.count - 1].observations[1].priorite.toggle()
      })
    let notice = "Reçu (LB) : 1 observation changée. 1 valeur à choisir ensuite."
    #expect(state.words.contains(notice))
    state.type("re")
    #expect(state.words.contains("On vient de dire"))
    #expect(state.words.contains(notice))
    state.press(.enter, .enter, .escape)
    #expect(try last(state).observations.last?.texte == "On vient de dire")
    #expect(state.view.description.contains("Changé ici et ailleurs"))
  }

  @Test func `a frozen image stays as it was frozen`() throws {
    let base = try example()
    let image = try #require(base.cercles.last)
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    _ = state.update(arrival(base) { $0.cercles[$0.cercles.count - 1].figee = true })
    #expect(try last(state).observations[0] == image.observations[0])
    #expect(state.press(.character("i"), .enter) == [])
    #expect(state.view.description.contains("Cette image est figée"))
    state.press(.character("a"), .enter)
    #expect(try last(state).observations[0] == image.observations[0])
  }

  @Test func `a text corrected while another came asks which stands`() throws {
    let base = try example()
    let id = try #require(base.cercles.last?.observations.first?.id)
    var state = state(base, Size(80, 24))
    state.environment.person = "SC"
    state.press(.enter, .end)
    state.type(" bis")
    _ = state.update(
      arrival(base) { $0.modifierObservation(id, signature(base, "LB")) { $0.texte = "Autre" } })
    state.press(.enter)
    #expect(state.view.description.contains("Changé ici et ailleurs"))
    #expect(state.view.description.contains("Ici · SC, aujourd’hui à 14:32"))
    #expect(state.document?.demarche.historique.last?.avant == .texte("Autre"))
    state.press(.character("a"), .enter)
    #expect(try last(state).observations[0].texte == "Autre")
  }

  @Test(arguments: designedSizes + [Size(140, 40)])
  func `the screen shows both values whole, or where they part`(_ size: Size) throws {
    var state = try conflicting(size)
    try expectContent(state, named: "conflit-\(size.width)x\(size.height)-statut")
    state.press(.enter)
    try expectContent(state, named: "conflit-\(size.width)x\(size.height)-texte")
  }

  @Test func `the smallest window shows both values`() throws {
    let text = try conflicting(Size(40, 12)).view.description
    #expect(text.contains("■ rouge") && text.contains("▲ orange"))
    #expect(text.contains("Statut") && text.contains("Entrée garder"))
  }

  @Test func `the keys that choose are not under what else came`() throws {
    let base = try example()
    let image = try #require(base.cercles.last)
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    _ = state.update(
      arrival(base) {
        $0.modifierObservation(image.observations[0].id, signature(base, "LB")) {
          $0.statut = .orange
        }
        $0.cercles[$0.cercles.count - 1].observations[3].texte = "Autre chose"
      })
    #expect(state.view.description.contains("Entrée garder"))
  }

  @Test func `two people who fill one cell are asked one question, in initials`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    state.environment.person = "SC"
    state.press(.character("5"), .character("p"))
    let ours = try #require(state.document?.demarche)
    guard case .realise(let id, let mois)? = Edit(from: base, to: ours).changes.first else {
      Issue.record("nothing noted")
      return
    }
    let lb = try #require(base.participants.first { $0.initiales == "LB" }?.id)
    func entry(_ demarche: Demarche) -> Realise? {
      demarche.schema.paliers.lazy.flatMap(\.indicateurs).first { $0.id == id }?.realises[mois]
    }
    let mine = try #require(entry(ours))
    _ = state.update(
      arrival(base) {
        $0.modifierRealise(deIndicateur: id, periode: mois, signature(base, "LB")) {
          $0.statut = .atteint
          $0.date = exampleDay
          $0.auteur = lb
        }
      })
    let text = state.view.description
    #expect(text.contains("Changé ici et ailleurs ─"), "one, without « 1 sur 2 »")
    #expect(!text.contains(lb))
    state.press(.character("a"), .enter)
    let chosen = try #require(state.document.flatMap { entry($0.demarche) })
    #expect(chosen.statut == .atteint && chosen.auteur == lb)
    state.press(.character("u"))
    #expect(state.document.flatMap { entry($0.demarche) } == mine)
  }

  @Test func `the screen in ASCII`() throws {
    let state = try conflicting(isASCII: true)
    #expect(!state.view.description.contains("■"))
    try expectContent(state, named: "conflit-80x24-ascii")
  }
}
