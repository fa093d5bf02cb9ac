import DPES
import Foundation
import TerminalUI
import Testing

@testable import Application

@Suite struct SchemaSessionTests {
  private func script() throws -> [Substring] {
    let file = projectFile("Tests/ApplicationTests/Sessions/schema-vide.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  private func empty(_ size: Size) -> State {
    var demarche = Demarche(id: "d1", raisonSociale: "Les Jardins", debut: exampleDay)
    var person = Participant()
    person.id = "p1"
    person.initiales = "SC"
    demarche.participants = [person]
    return state(demarche, size)
  }

  /// `U1 6 Un agenda partagé: L’agenda est tenu à jour` for each palier, its indicators after it.
  private func told(_ demarche: Demarche) -> [String] {
    Axe.allCases.flatMap { axe in
      demarche.schema.paliers(de: axe).map { palier in
        let indicators = palier.indicateurs.map { one in
          [
            one.intitule, one.nature?.rawValue, one.sens?.rawValue, one.unite, one.numerateur,
            one.denominateur, one.cible.map(one.french), one.responsable, one.preuve,
            one.cibles.isEmpty
              ? nil
              : one.cibles.entries.map { "\($0.mois)=\(one.french($0.value))" }
                .joined(separator: " "),
          ].compactMap(\.self).joined(separator: ", ")
        }
        let engagements = palier.engagements.map {
          "(\([$0.organisme, $0.texte, $0.quand?.iso].compactMap(\.self).joined(separator: ", ")))"
        }
        return
          (["\(axe.lettre)\(palier.rang ?? 0) \(palier.echeanceMois ?? 0) \(palier.intitule)"]
          + indicators + engagements + (palier.atteintLe.map { ["atteint \($0.iso)"] } ?? []))
          .joined(separator: " | ")
      }
    }
  }

  private static let wanted = [
    "U1 6 Un agenda partagé | L’agenda est tenu à jour, oui-non, oui, p1, L’agenda lui-même",
    "U2 18 Une équipe qui tourne",
    "U3 9 Des réunions préparées | Réunions préparées, nombre, hausse, réunions, 4 réunions, "
      + "6=2 réunions 12=4 réunions | Ordre du jour envoyé, pourcentage, hausse, "
      + "ordres du jour envoyés, réunions tenues, 80 % | (La mairie, Prêter une salle, 2027-03-12)",
    "P1 16 Un livret d’accueil",
    "D1 24 Un livret relu par les usagers",
    "T1 7 Une table ronde | atteint 2026-12-01",
  ]

  @Test(arguments: [Size(80, 24), Size(60, 16), Size(40, 12), Size(120, 36)])
  func `an empty schéma is built up by keys`(size: Size) throws {
    var state = empty(size)
    for line in try script() {
      state.play(String(line))
      #expect(state.modes.isEmpty, "\(line): \(state.words)")
      let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == size.height, "\(line)")
    }
    let typed = try #require(state.document?.demarche)
    #expect(told(typed).map { $0.replacing("\u{A0}", with: " ") } == Self.wanted)
    #expect(typed.constats([.rang, .idEnDouble, .idVide, .lienRompu, .typeDeValeur]).isEmpty)
    try expectContent(state, named: "schema-session-\(size.width)x\(size.height)")
  }

  @Test func `every step is taken back, and made again`() throws {
    var state = empty(Size(80, 24))
    for line in try script() { state.play(String(line)) }
    let built = try #require(state.document?.demarche.schema)
    var steps = 0
    while state.document?.past.isEmpty == false, steps < 200 {
      state.play("[u]")
      steps += 1
    }
    #expect(state.document?.demarche.schema.paliers.isEmpty == true)
    for _ in 0..<steps { state.play("[Ctrl-R]") }
    #expect(state.document?.demarche.schema == built)
  }
}
