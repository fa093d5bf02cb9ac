import JSONTree
import Testing

@testable import DPES

/// The fiche d’expérience that a palier or a note begins.
@Suite struct ExperienceTests {
  private let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 20_788))

  private static func here() -> Demarche {
    var demarche = Demarche(
      id: "d", raisonSociale: "Le Halage", debut: Day(iso: "2025-09-01") ?? Day(number: 0))
    demarche.structure.activites = "Résidence pour personnes âgées"
    var palier = Palier()
    (palier.id, palier.axe, palier.intitule) = ("p", .territoire, "Une table des horaires")
    palier.observations = ["o1"]
    var indicateur = Indicateur()
    (indicateur.id, indicateur.intitule) = ("i", "Communes présentes")
    var realise = Realise()
    (realise.statut, realise.valeur) = (.atteint, .nombre(JSONNumber(6)))
    realise.piece = Realise.Piece()
    realise.piece?.titre = "relevé de décisions"
    realise.piece?.dateDuFait = Day(iso: "2026-06-09")
    indicateur.realises[12] = realise
    palier.indicateurs = [indicateur]
    demarche.schema.paliers = [palier]
    demarche.cercles = [
      image("c1", "2025-09-10", "o1", .rouge, "Le dernier bus passe à dix-sept heures"),
      image("c2", "2026-11-20", "o2", .orange, "Une navette le mercredi soir", origine: "o1"),
    ]
    var seance = Seance()
    (seance.id, seance.date) = ("s", Day(iso: "2025-09-10"))
    var promesse = Seance.Promesse()
    (promesse.id, promesse.texte, promesse.palier) = ("r", "demander qui décide", "p")
    promesse.qui = "SC"
    seance.promesses = [promesse]
    demarche.seances = [seance]
    return demarche
  }

  private static func image(
    _ id: String, _ day: String, _ observation: String, _ statut: Statut, _ texte: String,
    origine: String? = nil
  ) -> CercleDeQualite {
    var one = Observation()
    (one.id, one.statut, one.texte, one.axe) = (observation, statut, texte, .territoire)
    one.origine = origine
    var image = CercleDeQualite()
    (image.id, image.observations) = (id, [one])
    image.date = Day(iso: day) ?? image.date
    return image
  }

  private static func lines(_ demarche: Demarche, _ fiche: String, _ point: String) -> [String] {
    demarche.grille(de: Demarche.experience, sujet: fiche).flatMap { place in
      demarche.grilles[place].reponses.first { $0.point == point }?.elements
    } ?? []
  }

  @Test func `a palier is told with its chain, in the order of its days, and names nobody`() throws
  {
    var demarche = Self.here()
    var ids = IDGenerator(seed: 7)
    let told = demarche.raconter(palier: "p", edition: "1", signature, ids: &ids)
    let fiche = try #require(told)
    #expect(
      Self.lines(demarche, fiche, "experience").map { $0.replacing("\u{A0}", with: " ") } == [
        "Septembre 2025 : une promesse en séance, demander qui décide",
        "Juin 2026 : Communes présentes, atteint, 6 (preuve : relevé de décisions)",
        "Novembre 2026 : le groupe passe de rouge à orange : « Une navette le mercredi soir »",
      ])
    #expect(
      Self.lines(demarche, fiche, "contexte").map { $0.replacing("\u{A0}", with: " ") } == [
        "Résidence pour personnes âgées",
        "Au tour de table : « Le dernier bus passe à dix-sept heures » (rouge)",
      ])
    let all = demarche.fiches[0]
    #expect(all.palier == "p" && all.axe == .territoire && all.titre == "Une table des horaires")
    let said = demarche.grilles.flatMap(\.reponses).flatMap(\.elements).joined(separator: " ")
    #expect(!said.contains("SC") && !said.contains("Halage"))
    #expect(demarche.grilles[0].reponses.last?.choix == ["territoire"])
  }

  @Test func `what somebody wrote on the fiche stays when it is told again`() throws {
    var demarche = Self.here()
    var ids = IDGenerator(seed: 7)
    let told = demarche.raconter(palier: "p", edition: nil, signature, ids: &ids)
    let fiche = try #require(told)
    let place = try #require(demarche.grille(de: Demarche.experience, sujet: fiche))
    demarche.grilles[place].reponses[0].elements = ["Réécrit"]
    let before = demarche
    #expect(demarche.raconter(palier: "p", edition: nil, signature, ids: &ids) == fiche)
    #expect(demarche == before)
    #expect(demarche.raconter(palier: "absent", edition: nil, signature, ids: &ids) == nil)
  }

  @Test func `a note goes to the fiche of its palier, each of its words once`() throws {
    var demarche = Self.here()
    var note = NoteDeCapitalisation()
    (note.id, note.palier, note.lecon) = ("n", "p", "Inviter les familles")
    (note.tension, note.vigilance) = ("On dit oui trop vite", "Un essai sans financeur s’arrête")
    var alone = NoteDeCapitalisation()
    (alone.id, alone.faitMarquant) = ("m", "Une fête")
    demarche.notes = [note, alone]
    var ids = IDGenerator(seed: 7)
    let told = demarche.raconter(note: "n", edition: nil, signature, ids: &ids)
    let fiche = try #require(told)
    _ = demarche.raconter(note: "n", edition: nil, signature, ids: &ids)
    #expect(demarche.experience(dePalier: "p")?.id == fiche)
    #expect(Self.lines(demarche, fiche, "cles") == ["Inviter les familles"])
    #expect(Self.lines(demarche, fiche, "tensions") == ["On dit oui trop vite"])
    #expect(Self.lines(demarche, fiche, "vigilance") == ["Un essai sans financeur s’arrête"])
    let own = demarche.raconter(note: "m", edition: nil, signature, ids: &ids)
    #expect(demarche.fiches.map(\.titre) == ["Une table des horaires", "Une fête"])
    #expect(demarche.fiches[1].id == own && demarche.fiches[1].palier == nil)
  }
}
