import DPES
import TerminalUI

@testable import Application

/// The tools of the manual, the relations between acteurs and what is proposed to read, each in its mode.
extension Shown {
  static var outils: [Self] {
    [
      Self("saisie d’un point", on: .grille, keys: "n"),
      tool("curseur", "developpement-durable", keys: "[Entrée]Deux postes[Entrée]"),
      tool(
        "arguments d’un curseur", "developpement-durable",
        keys: "[Entrée]Deux postes[Entrée][droite][Entrée][Échap]a"),
      tool("options", "diagnostic-territoire", keys: "[droite][Entrée]"),
      tool("lignes", "diagnostic-territoire", keys: "[Entrée]Le bourg[Entrée][Échap]"),
      tool("fiches", "scenarios", keys: "g"),
      map("relations", keys: "r"),
      Self("cartes", on: .etat) { $0 = try RelationGestureTests.compared($0.size) },
      Self("ressources proposées", on: .capitalisation) {
        $0.play("b")
        _ = $0.update(.suggestions(try shipped("suggestions/ressources.json")))
      },
    ]
  }

  private static func tool(_ name: String, _ id: String, keys: String) -> Self {
    Self(name, on: .grille) {
      let all: [Referentiel] = try ["charte-apes", id].map {
        try shipped("referentiels/\($0).json")
      }
      _ = $0.update(.referentiels(all))
      GrilleEcran.showReferentiel(&$0, id)
      $0.play(keys)
    }
  }

  private static func map(_ name: String, keys: String) -> Self {
    Self(name, on: .etat) {
      _ = $0.update(.opened(Document(try tied(), path: "/tmp/x.dpes.json")))
      $0.show(.etat)
      _ = $0.select("acteurs")
      $0.play(keys)
    }
  }
}
