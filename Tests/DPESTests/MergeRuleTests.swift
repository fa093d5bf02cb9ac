import JSONTree
import Testing

@testable import DPES

@Suite struct MergeLinkTests {
  @Test func `what is deleted here and newly linked there stays`() throws {
    let merged = try agreeing {
      $0.cercles[0].observations.remove(at: 1)
    } _: {
      $0.schema.paliers[0].observations = ["o2"]
    }
    #expect(merged.cercles[0].observations.map(\.id) == ["o1", "o2"])
    #expect(merged.schema.paliers[0].observations == ["o2"])
  }

  @Test func `it stays with the image it is in, and with the people it names`() throws {
    var before = try smallDemarche()
    before.cercles[0].observations[1].auteur = "p1"
    var (ours, theirs) = (before, before)
    ours.cercles.remove(at: 0)
    ours.participants.remove(at: 0)
    ours.seances[0].presents = []
    theirs.cercles[1].observations[0].origine = "o2"
    let result = try Demarche.merge(base: before, ours: ours, theirs: theirs)
    #expect(result.conflicts == [])
    #expect(result.merged.cercles[0] == before.cercles[0])
    #expect(result.merged.participants == before.participants)
    #expect(result.merged.seances[0].presents == [])
  }

  @Test func `what stays because it changed keeps what it links to`() throws {
    let merged = try agreeing {
      $0.participants.remove(at: 0)
      $0.seances.remove(at: 0)
    } _: {
      $0.seances[0].titre = "Changée"
    }
    #expect(merged.participants.map(\.id) == ["p1", "p2"])
    #expect(merged.seances[0].titre == "Changée")
  }

  @Test func `a new link from a vote counts`() throws {
    let merged = try agreeing {
      $0.cercles[0].observations.remove(at: 1)
    } _: {
      var scrutin = Scrutin()
      scrutin.id = "v1"
      scrutin.options = ["o2", "Autre"]
      $0.cercles[1].scrutins = [scrutin]
    }
    #expect(merged.cercles[0].observations.map(\.id) == ["o1", "o2"])
  }

  @Test func `a palier that stays finds its place among the ranks`() throws {
    let merged = try agreeing {
      $0.schema.paliers.remove(at: 1)
      $0.schema.paliers[1].rang = 2
    } _: {
      $0.ressources[0].palier = "k2"
    }
    #expect(merged.ranks == ["k1 1", "k2 2", "k3 3"])
  }

  @Test func `what is deleted and only linked as before goes`() throws {
    var before = try smallDemarche()
    before.schema.paliers[0].observations = ["o2"]
    var (ours, theirs) = (before, before)
    ours.cercles[0].observations.remove(at: 1)
    theirs.participants.append(participant("p3"))
    theirs.schema.paliers[0].intitule = "Plus bas"
    // A side that left its own link broken keeps it so: that is not for the merge to mend.
    let result = try Demarche.merge(base: before, ours: ours, theirs: theirs)
    #expect(result.merged.cercles[0].observations.map(\.id) == ["o1"])
    #expect(result.merged.schema.paliers[0].observations == ["o2"])
    #expect(result.merged.participants.count == 3)
  }
}

@Suite struct MergeMoveTests {
  @Test func `an element moved here and changed there stands once, changed`() throws {
    let merged = try agreeing { demarche in
      let moved = demarche.cercles[0].observations[0].arguments.removeFirst()
      demarche.cercles[0].observations[1].arguments.append(moved)
    } _: {
      $0.cercles[0].observations[0].arguments[0].texte = "Autrement"
      $0.cercles[0].observations[0].arguments.append(argument("a2"))
    }
    #expect(merged.cercles[0].observations[0].arguments.map(\.id) == ["a2"])
    #expect(merged.cercles[0].observations[1].arguments.map(\.texte) == ["Autrement"])
  }

  @Test func `merging two observations keeps what was said meanwhile of the one that goes`() throws
  {
    let merged = try agreeing { demarche in
      let gone = demarche.cercles[0].observations.removeFirst()
      demarche.cercles[0].observations[0].arguments = gone.arguments
      demarche.cercles[0].observations[0].formulations = [gone.texte]
    } _: {
      $0.cercles[0].observations[0].arguments[0].texte = "Autrement"
      $0.cercles[0].observations[0].desaccord = true
    }
    #expect(merged.cercles[0].observations.map(\.id) == ["o1", "o2"])
    #expect(merged.cercles[0].observations[0].desaccord)
    #expect(
      merged.cercles[0].observations.map { $0.arguments.map(\.texte) } == [[], ["Autrement"]])
  }

  @Test func `two sides that move it apart agree on a place`() throws {
    let merged = try agreeing { demarche in
      let moved = demarche.schema.paliers[0].indicateurs.removeFirst()
      demarche.schema.paliers[2].indicateurs.append(moved)
    } _: { demarche in
      var moved = demarche.schema.paliers[0].indicateurs.removeFirst()
      moved.unite = "€"
      demarche.schema.paliers[1].indicateurs.append(moved)
    }
    #expect(merged.schema.paliers.map { $0.indicateurs.map(\.unite) } == [[], ["€"], []])
  }

  @Test func `a conflict inside is told where it stands now`() throws {
    let result = try merging { demarche in
      var moved = demarche.schema.paliers[0].indicateurs.removeFirst()
      moved.unite = "heures"
      demarche.schema.paliers[2].indicateurs.append(moved)
    } _: {
      $0.schema.paliers[0].indicateurs[0].unite = "jours"
    }
    #expect(
      result.conflicts.map { "\($0.pointer)" } == ["/schema/paliers/2/indicateurs/0/unite"])
    #expect(result.merged.schema.paliers[2].indicateurs.map(\.unite) == ["heures"])
  }
}

@Suite struct MergeFreezeTests {
  /// One side freezes the first image, the other goes on in it.
  private func frozen(
    _ change: (inout Demarche) -> Void
  ) throws -> (merged: Demarche, conflicts: [Conflict]) {
    func freeze(_ demarche: inout Demarche) {
      demarche.cercles[0].figee = true
      demarche.cercles[0].observations[0].texte = "Un, figé"
    }
    let result = try merging(freeze, change)
    let reversed = try merging(change, freeze)
    #expect(result.merged == reversed.merged)
    #expect(result.conflicts.map(\.pointer) == reversed.conflicts.map(\.pointer))
    #expect(result.conflicts.allSatisfy { $0.kept == .ours })
    #expect(reversed.conflicts.allSatisfy { $0.kept == .theirs })
    return result
  }

  @Test func `the image stays as it was frozen, and what the other did is told`() throws {
    let result = try frozen {
      $0.cercles[0].observations[0].texte = "Un, changé"
      $0.cercles[0].observations[1].axe = .territoire
      $0.cercles[0].observations.append(observation("o9"))
      $0.cercles[0].observations[0].arguments = []
      $0.cercles[0].titre = "Titre"
      $0.cercles[1].titre = "Ailleurs"
    }
    var image = try smallDemarche().cercles[0]
    image.figee = true
    image.observations[0].texte = "Un, figé"
    #expect(result.merged.cercles[0] == image)
    #expect(result.merged.cercles[1].titre == "Ailleurs")
    #expect(
      result.conflicts.map { "\($0.pointer)" } == [
        "/cercles/0/titre", "/cercles/0/observations/0/texte",
        "/cercles/0/observations/0/arguments/0", "/cercles/0/observations/1/axe",
        "/cercles/0/observations/2",
      ])
    #expect(
      result.conflicts.map(\.refusedValue) == [
        .string("Titre"), .string("Un, changé"), nil, .string("territoire"),
        observation("o9").json,
      ])
  }

  @Test func `a link to what was refused goes, and is told`() throws {
    let result = try frozen {
      $0.cercles[0].observations.append(observation("o9"))
      $0.schema.paliers[0].observations = ["o9"]
      $0.cercles[1].observations[0].origine = "o9"
    }
    #expect(result.merged.schema.paliers[0].observations == [])
    #expect(result.merged.cercles[1].observations[0].origine == nil)
    #expect(
      result.conflicts.map { "\($0.pointer)" } == [
        "/cercles/0/observations/2", "/cercles/1/observations/0/origine",
        "/schema/paliers/0/observations/0",
      ])
  }

  @Test func `an element moved out of it stays in it`() throws {
    let result = try frozen { demarche in
      var moved = demarche.cercles[0].observations[0].arguments.removeFirst()
      moved.texte = "Non"
      demarche.cercles[1].observations[0].arguments.append(moved)
    }
    #expect(result.merged.cercles[0].observations[0].arguments.map(\.texte) == ["Oui"])
    #expect(result.merged.cercles[1].observations[0].arguments == [])
    #expect(result.conflicts.map(\.refusedValue) == [.string("Non")])
  }

  @Test func `a frozen image that is opened again merges as any other`() throws {
    var before = try smallDemarche()
    before.cercles[0].figee = true
    var (ours, theirs) = (before, before)
    ours.cercles[0].figee = false
    ours.cercles[0].observations[0].texte = "Rouvert"
    theirs.cercles[0].titre = "Titre"
    let result = try Demarche.merge(base: before, ours: ours, theirs: theirs)
    ours.cercles[0].titre = "Titre"
    #expect(result.merged == ours && result.conflicts == [])
  }
}
