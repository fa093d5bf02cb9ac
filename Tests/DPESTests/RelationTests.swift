import JSONTree
import Testing

@testable import DPES

@Suite struct RelationTests {
  private let jour = Day(iso: "2026-03-03") ?? Day(number: 0)
  private var signature: Signature { Signature(quand: Instant(seconds: 0), jour: jour) }

  /// Three acteurs, and two ties: of the structure, and of two of them.
  private func map() throws -> Demarche {
    try Demarche(
      file: tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
         acteurs: [{id: a1, nom: "Conseil", nature: negociation, porteSur: moyens},
          {id: a2, nom: "Agglo"}, {id: a3, nom: "Bailleur"}],
         relations: [{id: r1, de: a2, vers: a1, nature: alliance, porteSur: pratiques}],
         seances: [{id: s1, date: "2026-03-03"}]}
        """))
  }

  @Test func `a pair is the same whichever of the two is named first`() throws {
    #expect(Paire("a2", "a1") == Paire("a1", "a2"))
    #expect(Paire(nil, "a1") != Paire("a1", "a1"))
    let demarche = try map()
    #expect(demarche.lien(Paire("a1", "a2")) == Lien(.alliance, .pratiques))
    #expect(demarche.lien(Paire(nil, "a1")) == Lien(.negociation, .moyens))
    #expect(demarche.lien(Paire("a1", "a3")).estVide)
  }

  @Test func `what ties the structure is said of the acteur, what ties two of them of the pair`()
    throws
  {
    var (demarche, ids) = (try map(), IDGenerator(seed: 1))
    #expect(demarche.dire(Paire(nil, "a3"), ids: &ids) { $0.nature = .opposition })
    #expect(demarche.acteurs[2].nature == .opposition && demarche.relations.count == 1)
    #expect(demarche.dire(Paire("a3", "a1"), ids: &ids) { $0.objet = "Le loyer" })
    #expect(demarche.relations.count == 2 && demarche.relations[1].objet == "Le loyer")
    #expect(!demarche.dire(Paire("a1", "a3"), ids: &ids) { $0.objet = "Le loyer" })
    #expect(demarche.dire(Paire("a2", "a1"), ids: &ids) { $0.nature = .neutralite })
    #expect(demarche.relations[0].nature == .neutralite && demarche.relations[0].id == "r1")
    #expect(demarche.dire(Paire("a2", "a1"), ids: &ids) { $0 = Lien() })
    #expect(demarche.relations.map(\.objet) == ["Le loyer"])
  }

  @Test func `a dated map keeps what was said, and stays as it is`() throws {
    var (demarche, ids) = (try map(), IDGenerator(seed: 1))
    let id = try #require(demarche.daterLaCarte(signature, ids: &ids))
    let carte = demarche.cartes[0]
    #expect(carte.id == id && carte.date == jour && carte.seance == "s1")
    #expect(carte.parPaire.count == 2)
    #expect(carte.parPaire[Paire("a1", "a2")] == Lien(.alliance, .pratiques))
    #expect(carte.liens.map(\.de) == [nil, "a1"])
    #expect(demarche.historique.map(\.quoi) == ["carte"])
    _ = demarche.dire(Paire("a1", "a2"), ids: &ids) { $0.nature = .opposition }
    #expect(demarche.cartes == [carte])
    // The same day takes it up again; another day makes another.
    #expect(demarche.daterLaCarte(signature, ids: &ids) == id)
    #expect(demarche.cartes[0].parPaire[Paire("a1", "a2")]?.nature == .opposition)
    #expect(demarche.daterLaCarte(signature, ids: &ids) == nil)
    let later = Signature(quand: Instant(seconds: 0), jour: jour.adding(days: 1))
    #expect(demarche.daterLaCarte(later, ids: &ids) != nil && demarche.cartes.count == 2)
  }

  @Test func `a map of which nothing is said is not dated`() {
    var (demarche, ids) = (Demarche(id: "d", raisonSociale: "X"), IDGenerator(seed: 1))
    #expect(demarche.daterLaCarte(signature, ids: &ids) == nil && demarche.cartes.isEmpty)
  }

  @Test func `an acteur that a dated map names leaves, and is not deleted`() throws {
    var (demarche, ids) = (try map(), IDGenerator(seed: 1))
    _ = demarche.daterLaCarte(signature, ids: &ids)
    let before = demarche.cartes
    #expect(demarche.retirerActeur("a1", le: jour) == .parti(cartes: 1))
    #expect(demarche.acteurs[0].departLe == jour && demarche.relations.count == 1)
    #expect(demarche.acteursDeLaCarte(le: jour).map(\.id) == ["a2", "a3"])
    #expect(demarche.acteursDeLaCarte(le: jour.adding(days: -1)).count == 3)
    #expect(demarche.retirerActeur("a1", le: jour) == .dejaParti(cartes: 1))
    var grille = Grille()
    (grille.id, grille.sujet, grille.date) = ("g1", "a3", jour)
    demarche.grilles.append(grille)
    #expect(demarche.retirerActeur("a3", le: jour) == .supprime)
    // What a tool said of it would be about nobody.
    #expect(!demarche.grilles.contains { $0.sujet == "a3" })
    #expect(demarche.retirerActeur("a3", le: jour) == nil)
    #expect(demarche.cartes == before && demarche.constats().allSatisfy { $0.gravite > .erreur })
  }

  @Test func `one that no map names goes with what ties it`() throws {
    var demarche = try map()
    #expect(demarche.retirerActeur("a2", le: jour) == .supprime)
    #expect(demarche.relations.isEmpty && demarche.acteurs.count == 2)
  }

  @Test func `two maps are compared pair by pair, and nothing is better or worse`() throws {
    var demarche = try map()
    func carte(_ liens: [(Paire, Lien)]) -> CarteDesActeurs {
      var carte = CarteDesActeurs()
      carte.liens = liens.map { CarteDesActeurs.LienDate($0, $1) }
      return carte
    }
    let before = carte([
      (Paire("a1", "a2"), Lien(.alliance, .pratiques)), (Paire(nil, "a1"), Lien(.negociation)),
      (Paire("a1", "a3"), Lien(.opposition)),
    ])
    let after = carte([
      (Paire(nil, "a1"), Lien(.alliance)), (Paire("a2", "a1"), Lien(.alliance, .pratiques)),
      (Paire(nil, "a3"), Lien(.neutralite)),
    ])
    demarche.cartes = [before, after]
    let found = ComparaisonDeCartes(de: before, a: after, dans: demarche).lignes
    #expect(found.map(\.evolution) == [.apparue, .close, .changee, .inchangee])
    #expect(
      found.map(\.paire) == [
        Paire(nil, "a3"), Paire("a1", "a3"), Paire(nil, "a1"), Paire("a1", "a2"),
      ])
    #expect(found[2].avant == Lien(.negociation) && found[2].apres == Lien(.alliance))
  }

  @Test func `what was not yet dated is not known on an earlier day`() throws {
    var (demarche, ids) = (try map(), IDGenerator(seed: 1))
    _ = demarche.daterLaCarte(signature, ids: &ids)
    _ = demarche.retirerActeur("a1", le: jour)
    let known = demarche.connue(le: jour.adding(days: -1))
    #expect(known.cartes.isEmpty && known.acteurs[0].departLe == nil)
    #expect(demarche.connue(le: jour) == demarche)
  }
}

@Suite struct RelationMergeTests {
  private func map() throws -> Demarche {
    var demarche = try smallDemarche()
    demarche.acteurs = ["a1", "a2"].map { id in
      var acteur = Acteur()
      (acteur.id, acteur.nom) = (id, "Acteur \(id)")
      return acteur
    }
    return demarche
  }

  private func relation(_ id: String, _ de: String, _ vers: String) -> Relation {
    var relation = Relation()
    (relation.id, relation.de, relation.vers, relation.nature) = (id, de, vers, .alliance)
    return relation
  }

  private func merged(
    _ base: Demarche, _ ours: (inout Demarche) -> Void, _ theirs: (inout Demarche) -> Void
  ) throws -> (merged: Demarche, conflicts: [Conflict]) {
    var (one, two) = (base, base)
    ours(&one)
    theirs(&two)
    let result = try Demarche.merge(base: base, ours: one, theirs: two)
    let reversed = try Demarche.merge(base: base, ours: two, theirs: one)
    if result.conflicts.isEmpty { #expect(result.merged == reversed.merged) }
    return result
  }

  @Test func `the same pair said on two machines is kept twice, and told`() throws {
    let result = try merged(try map()) {
      $0.relations = [relation("r1", "a1", "a2")]
    } _: {
      $0.relations = [relation("r2", "a2", "a1")]
    }
    #expect(result.conflicts == [] && result.merged.relations.map(\.id) == ["r1", "r2"])
    #expect(result.merged.constats([.paireEnDouble]).map(\.regle) == [.paireEnDouble])
  }

  @Test func `a tie said otherwise on both sides asks`() throws {
    var base = try map()
    base.relations = [relation("r1", "a1", "a2")]
    let result = try merged(base) {
      $0.relations[0].nature = .opposition
    } _: {
      $0.relations[0].nature = .neutralite
    }
    #expect(result.conflicts.map(\.pointer.description) == ["/relations/0/nature"])
  }

  @Test func `an acteur taken off here stays where a map dated there names it`() throws {
    let result = try merged(try map()) {
      $0.acteurs.removeAll { $0.id == "a2" }
    } _: {
      var carte = CarteDesActeurs()
      (carte.id, carte.liens) = ("c9", [.init(Paire(nil, "a2"), Lien(.alliance))])
      $0.cartes = [carte]
    }
    #expect(result.conflicts == [] && result.merged.acteurs.map(\.id) == ["a1", "a2"])
    #expect(result.merged.constats([.lienRompu]) == [])
  }

  @Test func `the ties of a map are known by what they say`() throws {
    var base = try map()
    var carte = CarteDesActeurs()
    (carte.id, carte.liens) = ("c9", [.init(Paire(nil, "a1"), Lien(.alliance))])
    base.cartes = [carte]
    let result = try merged(base) {
      $0.cartes[0].liens.append(.init(Paire("a1", "a2"), Lien(.opposition)))
    } _: {
      $0.cartes[0].liens.append(.init(Paire(nil, "a2"), Lien(.neutralite)))
    }
    #expect(result.conflicts == [] && result.merged.cartes[0].liens.count == 3)
  }
}

@Suite struct RelationMaskTests {
  @Test func `a copy without names keeps who is tied to whom, and nobody's name`() throws {
    let source = try Demarche(
      file: tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: Jardins},
         acteurs: [{id: a1, nom: "Ville de Quenneville", mission: "Ce que Quenneville veut"},
          {id: a2, nom: "Ysolde Habitat"}],
         relations: [{id: r1, de: a1, vers: a2, objet: "Quenneville loge chez Ysolde"}],
         cartes: [{id: c1, titre: "Vue de Quenneville",
          liens: [{de: a1, vers: a2, objet: "Ysolde attend"}]}]}
        """))
    var ids = IDGenerator(seed: 1)
    let copy = try source.anonymisee(.sansNoms, ids: &ids)
    let text = String(decoding: JSONValue.write(copy.json), as: UTF8.self)
    #expect(!text.contains("Quenneville") && !text.contains("Ysolde"))
    #expect(copy.acteurs.allSatisfy { $0.nom == nil })
    let carte = try #require(copy.cartes.first)
    #expect(carte.liens.first?.paire?.contient(copy.acteurs[0].id) == true)
    #expect(copy.constats([.lienRompu]) == [])
  }
}
