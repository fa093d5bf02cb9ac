import DPES
import JSONTree
import Testing

/// A new facilitator's first afternoon, key by key, in the real program at 80×24.
@Suite(.serialized) struct PalierStoryTests {
  private enum Keys {
    static let left = "\u{1B}OD"
    static let right = "\u{1B}OC"
    static let up = "\u{1B}OA"
    static let down = "\u{1B}OB"
    static let method = "\u{1B}[21~"
    static let leave = "\u{3}"
  }

  private let keys =
    // The people, then, on the left, who they are and why.
    "1nSC\ts\rVF\tp\tLa mairie\r" + Keys.leave + Keys.left + Keys.left
    + "\r\t732 829 320\tAssociation loi 1901\t1 rue du Port\tUn jardin\tLa commune\t2,5\t1\r"
    + "n\t\t52 000\r" + Keys.leave + Keys.right + Keys.method + Keys.leave
    + "\rPour durer\tLe bureau\r"
    // The boxes: an ambition, a strength that goes to the circle, nothing that holds back.
    + Keys.right + Keys.right + Keys.right
    + "nNourrir le quartier\r" + Keys.leave + Keys.left + "nDeux hectares\r" + Keys.leave + "c"
    + Keys.right + Keys.right + "x"
    // Points of the grille, one of which becomes an observation.
    + "2o" + Keys.up + "\rDeux contrats sur trois\r" + Keys.down + "p" + Keys.up + "nDit ici\r\r"
    + Keys.leave
    // The circle.
    + "3nUne équipe soudée\r" + "pv" + Keys.leave + "q"

  @Test func `from a new démarche to its first circle`() throws {
    let palier = try PalierFolder()
    let path = palier.folder.path("jardins.dpes.json")
    let made = try palier.folder.palier(
      "nouveau", path, "--structure", "Les Jardins", "--debut", "2026-12-01")
    #expect(made.status == 0)
    let pty = try Pty(
      [Programs.palier, path, "--date", "2026-12-01"],
      environment: palier.environment(["LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]))
    try pty.waitFor { $0.contains("aide") }
    // Entrée alone, as a person presses it.
    pty.write(keys.replacing("\r", with: "\r\(Pty.apart)"))
    #expect(try pty.waitForExit() == .exit(0))
    let demarche = try Demarche(
      file: JSONValue.parse(try palier.folder.bytes("jardins.dpes.json")))
    #expect(demarche.participants.map(\.initiales) == ["SC", "VF"])
    #expect(demarche.participants.map(\.organisme) == [nil, "La mairie"])
    let structure = demarche.structure
    #expect(structure.siren == "732829320" && structure.echelle == "La commune")
    #expect(structure.etp.permanents?.spelling == "2.5")
    #expect(structure.exercices.map(\.marchand?.spelling) == ["52000"])
    #expect(
      demarche.pilotage.pourquoi == "Pour durer" && demarche.pilotage.conception == "Le bureau")
    let profil = demarche.profilStrategique
    #expect(profil.ambition.elements == ["Nourrir le quartier"])
    #expect(profil.ressourcesInternes.elements == ["Deux hectares"])
    #expect(profil.contraintesInternes.etat == .neant)
    let grille = try #require(demarche.grilles.first)
    #expect(grille.referentiel == "charte-apes")
    #expect(grille.reponses.map(\.existante) == [.oui, .partielle])
    #expect(grille.reponses[0].existanteTexte == "Deux contrats sur trois")
    let said = try #require(demarche.cercles.first?.observations)
    #expect(
      said.map(\.points.first) == [
        "profilStrategique:ressourcesInternes", "charte-apes:\(grille.reponses[1].point ?? "")",
        nil,
      ])
    #expect(said.last?.texte == "Une équipe soudée" && said.last?.statut == .vert)
    #expect(said.map(\.axe) == [nil, .utilite, .personne])
    #expect(try palier.folder.palier("verifier", path).status == 0)
  }
}
