import DPES
import TerminalUI
import Testing

@testable import Application

@Suite struct ElsewhereTests {
  @Test func `what others wrote joins what is here, and is not undone with it`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    var theirs = base
    theirs.cercles[last].observations[0].texte = "Mieux dit"
    theirs.cercles[last].observations[1].statut = .vert
    let effects = state.update(.elsewhere(Elsewhere(base: base, theirs: theirs, basis: 1)))
    let merged = try #require(state.document?.demarche)
    #expect(effects == [.save(merged, path: "/tmp/essai.dpes.json", revision: 2, basis: 1)])
    #expect(merged.cercles[last].observations[0].statut == .rouge)
    #expect(merged.cercles[last].observations[0].texte == "Mieux dit")

    state.press(.character("u"))
    var undone = try #require(state.document?.demarche)
    undone.historique = theirs.historique
    #expect(undone == theirs)

    state.press(.control("r"))
    var redone = try #require(state.document?.demarche)
    redone.historique = merged.historique
    #expect(redone == merged)
  }

  @Test func `a merge made beforehand counts only for what it was made with`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    var theirs = base
    theirs.cercles[last].observations[0].texte = "Mieux dit"
    var elsewhere = Elsewhere(base: base, theirs: theirs, basis: 1)
    elsewhere.prepare(for: try #require(state.document?.demarche))
    // A key between the finding and the news of it.
    state.press(.down)
    state.press(.character("v"))
    var expected = try #require(state.document?.demarche)
    expected.cercles[last].observations[0].texte = "Mieux dit"
    _ = state.update(.elsewhere(elsewhere))
    #expect(state.document?.demarche == expected)
  }

  @Test func `an undo leaves what another person made of the same field since`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    let saved = try #require(state.document?.demarche)
    _ = state.update(
      arrival(saved) { $0.cercles[last].observations[0].statut = .orange })
    state.press(.character("u"))
    #expect(state.document?.demarche.cercles[last].observations[0].statut == .orange)
    #expect(state.words.contains("qu’un autre poste a changé depuis"))
    state.press(.control("r"))
    #expect(state.document?.demarche.cercles[last].observations[0].statut == .orange)
  }

  @Test func `an undo says which links it leaves out`() throws {
    let base = try example()
    let palier = try #require(base.schema.paliers.first { !$0.observations.isEmpty })
    let linked = Set(base.cercles.flatMap(\.observations).map(\.id))
    var state = state(base, Size(80, 24))
    _ = state.change { demarche, _ in
      demarche.schema.paliers.removeAll { $0.id == palier.id }
      return true
    }
    let saved = try #require(state.document?.demarche)
    _ = state.update(
      arrival(saved) { demarche in
        for image in demarche.cercles.indices {
          demarche.cercles[image].observations.removeAll {
            palier.observations.contains($0.id) || palier.observations.contains($0.origine ?? "")
          }
        }
      })
    state.press(.character("u"))
    let undone = try #require(state.document?.demarche)
    #expect(!linked.isDisjoint(with: palier.observations))
    #expect(undone.schema.paliers.contains { $0.id == palier.id })
    #expect(undone.constats([.lienRompu]) == [])
    #expect(state.words.contains("sauf un lien vers ce qu’un autre poste a supprimé depuis"))
  }

  @Test func `what is all in the file is not saved again`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    var theirs = base
    theirs.structure.raisonSociale = "Autre nom"
    #expect(state.update(.elsewhere(Elsewhere(base: base, theirs: theirs, basis: 1))) == [])
    #expect(state.document?.demarche == theirs)
    #expect(state.document?.basis == 1)
    #expect(state.view.description.contains("Autre nom"))
    #expect(state.view.description.contains("ouvert"))
  }

  @Test func `a change that came back in what another wrote counts as saved`() throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    state.press(.character("r"))
    let ours = try #require(state.document?.demarche)
    #expect(state.update(.elsewhere(Elsewhere(base: base, theirs: ours, basis: 1))) == [])
    #expect(state.view.description.contains("enregistré 14:32"))
  }

  @Test(
    arguments: [
      { $0.id = "autre" }, { $0.version = Demarche.currentVersion + 1 },
    ] as [@Sendable (inout Demarche) -> Void])
  func `what can't be merged is left alone until another file is named`(
    _ edit: @Sendable (inout Demarche) -> Void
  ) throws {
    let base = try example()
    var state = state(base, Size(80, 24))
    #expect(state.update(arrival(base, edit)) == [])
    #expect(state.document?.demarche == base)
    #expect(state.press(.character("r")) == [])
    #expect(state.view.description.contains("NON ENREGISTRÉ"))
    state.press(.control("s"))
    #expect(state.words.contains("F12 enregistre ailleurs"))
    _ = state.update(.movedTo(path: "/tmp/ailleurs.dpes.json"))
    #expect(state.press(.character("o")).count == 1)
  }

  @Test func `what is selected stays selected, and what is gone leaves its place`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(100, 30))
    state.press(.down)
    let selected = base.cercles[last].observations[1]
    _ = state.update(
      arrival(base) { $0.cercles[last].observations.insert(new("a", .utilite), at: 0) })
    let middle = try #require(state.document?.demarche)
    state.press(.character("!"))
    let changed = try #require(state.document?.demarche.cercles[last].observations)
    #expect(changed.filter(\.priorite).map(\.id).contains(selected.id) != selected.priorite)
    let next = try #require(changed.first { $0.axe == .utilite && $0.id == changed[3].id })
    state.press(.character("u"))
    _ = state.update(
      arrival(middle, basis: 2) { $0.cercles[last].observations.removeAll { $0.id == selected.id } }
    )
    state.press(.character("r"))
    let after = try #require(state.document?.demarche.cercles[last].observations)
    #expect(!after.contains { $0.id == selected.id })
    #expect(after.first { $0.id == next.id }?.statut == .rouge)
  }

  @Test func `a newer image shows the same observation`() throws {
    let base = try example()
    var state = state(base, Size(100, 30))
    state.press(.down)
    let selected = try #require(base.cercles.last?.observations[1])
    var ids = IDGenerator(seed: 3)
    _ = state.update(
      arrival(base) {
        $0.cercles[$0.cercles.count - 1].figee = true
        $0.creerImage(signature(base, "LB"), ids: &ids)
      })
    state.press(.character("r"))
    let image = try #require(state.document?.demarche.cercles.last)
    #expect(image.observations.first { $0.origine == selected.id }?.statut == .rouge)
  }

  @Test func `an entry among the last keeps its place for the keys`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(100, 30))
    state.press(.character("n"), .up, .up)
    let entry = base.cercles[last].observations.suffix(3).first
    _ = state.update(arrival(base) { $0.cercles[last].observations.append(new("a", .utilite)) })
    state.press(.up, .delete)
    let after = try #require(state.document?.demarche.cercles[last].observations)
    #expect(
      after.map(\.id) == base.cercles[last].observations.map(\.id).filter { $0 != entry?.id } + [
        "a"
      ])
  }

  @Test func `what is corrected here and deleted elsewhere stays, corrected`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    var state = state(base, Size(80, 24))
    state.press(.enter, .end)
    state.type(" bis")
    _ = state.update(arrival(base) { $0.cercles[last].observations.removeFirst() })
    state.press(.enter)
    let first = base.cercles[last].observations[0]
    let kept = state.document?.demarche.cercles[last].observations.first { $0.id == first.id }
    #expect(kept?.texte == first.texte + " bis")
  }

  @Test func `a reason is not written into what another person closed`() throws {
    let base = try example()
    var state = state(base, Size(80, 24), screen: .tableau)
    state.press(.character("c"))
    state.type("Pas encore")
    _ = state.update(
      arrival(base) { demarche in
        demarche.periodesCloses = demarche.schema.periodes.map {
          var close = PeriodeClose()
          close.mois = $0.mois
          return close
        }
      })
    #expect(state.press(.enter) == [])
    #expect(state.view.description.contains("close sur un autre poste"))
    #expect(state.view.description.contains("Pas encore"))
  }

  @Test func `a search finds what came`() throws {
    let base = try example()
    var state = state(base, Size(100, 30))
    state.press(.character("/"))
    state.type("zèbre")
    #expect(state.view.description.contains("Rien ne correspond"))
    _ = state.update(
      arrival(base) {
        $0.cercles[$0.cercles.count - 1].observations.append(new("a", .personne, "Un zèbre"))
      })
    #expect(state.view.description.contains("1 résultat"))
    state.press(.enter, .character("v"))
    #expect(state.document?.demarche.cercles.last?.observations.last?.statut == .vert)
  }

  @Test func `the file's place is said, and another one is asked for`() throws {
    var state = State(
      State.Environment(today: exampleDay, now: Instant(seconds: 0), ids: IDGenerator(seed: 1)),
      size: Size(60, 16),
      document: Document(try example(), path: "/mnt/nas/asso.dpes.json", isOnNetwork: true))
    #expect(state.view.description.contains("ouvert, réseau"))
    state.press(.function(12))
    #expect(state.view.description.contains("~/asso-copie.dpes.json"))
    let demarche = try #require(state.document?.demarche)
    #expect(
      state.press(.enter) == [
        .saveElsewhere(demarche, path: "~/asso-copie.dpes.json", revision: 0)
      ])
    _ = state.update(.movedTo(path: "/home/sc/asso-copie.dpes.json"))
    #expect(state.document?.path == "/home/sc/asso-copie.dpes.json")
  }

  private func new(_ id: String, _ axe: Axe, _ texte: String = "Nouvelle") -> Observation {
    var observation = Observation()
    observation.id = id
    observation.axe = axe
    observation.texte = texte
    return observation
  }

  @Test func `what came is told as new, changed or gone, and agrees in number`() throws {
    let base = try example()
    let last = base.cercles.count - 1
    func told(_ edit: (inout Demarche) -> Void) -> String {
      var state = state(base, Size(120, 36))
      _ = state.update(arrival(base, edit))
      return state.said?.notice.text ?? ""
    }
    func added(_ count: Int, _ demarche: inout Demarche) {
      var ids = IDGenerator(seed: 1)
      _ = demarche.ajouterObservations(
        (0..<count).map { "Dit \($0)" }, axe: nil, auteur: nil, signature(base, "LB"), ids: &ids)
    }
    let start = "Reçu d’un autre poste\u{A0}: "
    #expect(told { added(1, &$0) } == start + "1 observation nouvelle.")
    #expect(told { added(2, &$0) } == start + "2 observations nouvelles.")
    #expect(
      told { $0.cercles[last].observations.removeLast(2) }
        == start + "2 observations supprimées.")
    #expect(
      told {
        $0.cercles[last].observations.removeFirst()
        $0.cercles[last].observations[1].texte = "Mieux dit"
        $0.participants.removeLast(2)
        added(2, &$0)
      } == start + "2 observations nouvelles, 1 changée, 1 supprimée, 2 participants supprimés.")
  }
}
