import DPES
import Foundation
import JSONTree

/// Démarches of a territory, whose names and texts are words that stand nowhere else.
struct StructureOfTests {
  /// From 0.
  let number: Int
  var id: String { "s\(number)aaaaaaaaaa" }
  var transmissions =
    "[{\"id\": \"t0aaaaaaaaa\", \"a\": \"Jetonreseau\", \"le\": \"2026-11-01\", \"quoi\": \"comptes\"}]"
  /// Of the observation on democracy; the one on the persons is green everywhere.
  var statut = "rouge"
  var historique = 1
  var nom: String { "Jetonstructure\(number)" }

  var json: String {
    let lines = (0..<historique).map { "{\"quand\": \"2026-11-0\($0 + 1)T10:00:00Z\"}" }
    return """
      {"format": "dpes", "version": 1, "id": "\(id)",
       "structure": {"raisonSociale": "\(nom)", "siren": "732829320", "adresse": "Jetonrue \(number)"},
       "candidature": {"motivation": "Jetonmotif \(number)"},
       "participants": [{"id": "p\(number)aaaaaaaaaa", "initiales": "JZ\(number)", "nom": "Jetonnom\(number)"}],
       "cercles": [{"id": "c\(number)aaaaaaaaaa", "date": "2026-03-12", "observations": [
         {"id": "o\(number)aaaaaaaaaa", "axe": "personne", "statut": "vert", "texte": "Jetontexte\(number)",
          "auteur": "p\(number)aaaaaaaaaa", "points": ["charte-apes:achats-locaux"]},
         {"id": "q\(number)aaaaaaaaaa", "axe": "democratie", "statut": "\(statut)", "texte": "Jetonmot\(number)",
          "arguments": [{"id": "a", "texte": "Jetonargument\(number)"}],
          "points": ["jetonref:jeton\(number)"]}]}],
       "transmissions": \(transmissions), "historique": [\(lines.joined(separator: ","))]}
      """
  }

  init(_ number: Int, statut: String = "rouge") {
    (self.number, self.statut) = (number, statut)
    transmissions = transmissions.replacing("t0", with: "t\(number)")
  }
}

extension CommandFolder {
  /// Puts so many structures into `structures/`, a third of them orange on democracy.
  func putStructures(_ count: Int) throws {
    for number in 0..<count {
      let one = StructureOfTests(number, statut: number % 3 == 0 ? "orange" : "rouge")
      try put(one.json, in: "structures/s\(number).dpes.json")
    }
  }
}
