import JSONTree
import Testing

@testable import DPES

/// Two images, three observations; three paliers on one axis, a séance, two people.
private let base = """
  {format: dpes, version: 1, id: d, structure: {raisonSociale: X},
   participants: [{id: p1, initiales: SC}, {id: p2, initiales: AM}],
   seances: [{id: s1, presents: [p1]}],
   cercles: [
    {id: c1, date: "2026-03-12", observations: [
     {id: o1, numero: 1, texte: "Un", arguments: [{id: a1, sens: pour, texte: "Oui"}]},
     {id: o2, numero: 2, texte: "Deux", statut: rouge}]},
    {id: c2, date: "2026-11-05", observations: [
     {id: o3, numero: 13, texte: "Trois", statut: orange}]}],
   schema: {debut: "2026-01-01", paliers: [
    {id: k1, axe: utilite, rang: 1, intitule: "Bas", indicateurs: [{id: i1, intitule: "I"}]},
    {id: k2, axe: utilite, rang: 2, intitule: "Milieu"},
    {id: k3, axe: utilite, rang: 3, intitule: "Haut"}]},
   ressources: [{id: r1, titre: "R"}]}
  """

func smallDemarche() throws -> Demarche { try Demarche(file: tree(base)) }

func participant(_ id: String) -> Participant {
  var participant = Participant()
  participant.id = id
  return participant
}

func observation(_ id: String, auteur: String? = nil) -> Observation {
  var observation = Observation()
  observation.id = id
  observation.texte = "Nouvelle"
  observation.auteur = auteur
  return observation
}

func palier(_ id: String, _ rang: Int, axe: Axe = .utilite) -> Palier {
  var palier = Palier()
  palier.id = id
  palier.axe = axe
  palier.rang = rang
  palier.intitule = "P"
  return palier
}

func argument(_ id: String) -> Argument {
  var argument = Argument()
  argument.id = id
  return argument
}

/// What two edits of the base make, which must have no fault.
func merging(
  _ ours: (inout Demarche) -> Void, _ theirs: (inout Demarche) -> Void
) throws -> (merged: Demarche, conflicts: [Conflict]) {
  let base = try smallDemarche()
  var (one, two) = (base, base)
  ours(&one)
  theirs(&two)
  let result = try Demarche.merge(base: base, ours: one, theirs: two)
  #expect(result.merged.faults == [])
  return result
}

/// Both ways round: they must agree, and have no conflict.
func agreeing(
  _ ours: (inout Demarche) -> Void, _ theirs: (inout Demarche) -> Void
) throws -> Demarche {
  let result = try merging(ours, theirs)
  let reversed = try merging(theirs, ours)
  #expect(result.merged == reversed.merged)
  #expect(result.conflicts == [] && reversed.conflicts == [])
  return result.merged
}

extension Demarche {
  /// `id rang`, axis by axis, in the order of the ranks.
  var ranks: [String] {
    Axe.allCases.flatMap { axe in
      schema.paliers(de: axe).map { "\($0.id) \($0.rang ?? 0)" }
    }
  }
}

extension Demarche {
  /// What no merge may leave: what it breaks itself, not what two sides made in good faith, each
  /// alone, such as one number given twice.
  var faults: [Constat] {
    constats([.idEnDouble, .idVide, .lienRompu, .origineEnBoucle, .rang, .valeurVide, .boite])
  }
}
