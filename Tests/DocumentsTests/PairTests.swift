import DPES
import Testing

@testable import Documents

/// The page for a visiting peer.
@Suite struct PairTests {
  private func demarche() throws -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    var image = CercleDeQualite()
    (image.id, image.date) = ("c", today)
    let said: [(String, Statut?, Bool)] = [
      ("Vert", .vert, false), ("Rouge", .rouge, false), ("Orange", .orange, true),
    ]
    image.observations = said.map { texte, statut, priorite in
      var one = Observation()
      (one.id, one.texte, one.statut, one.axe) = (texte, texte, statut, .utilite)
      one.priorite = priorite
      return one
    }
    demarche.cercles = [image]
    return demarche
  }

  private func visit(_ demands: [String], _ day: Day) -> Seance {
    var visit = Seance()
    (visit.id, visit.date, visit.genre) = ("s\(day.number)", day, .visite)
    visit.demandes = demands.map { texte in
      var one = Seance.Demande()
      (one.id, one.texte) = (texte, texte)
      return one
    }
    return visit
  }

  private func list(_ scope: TemplateScope, _ list: String, _ name: String) -> [String] {
    guard case .list(let count, let scope)? = scope[list] else { return ["no \(list)"] }
    return (0..<count).compactMap { index in
      guard case .text(let text)? = scope(index)[name] else { return nil }
      return text
    }
  }

  @Test func `a priority comes first, then one of another colour`() throws {
    let dossier = Dossier(of: try demarche())
    #expect(list(dossier.pair(on: .utilite), "deuxObservations", "dit") == ["Orange", "Rouge"])
    #expect(list(dossier.pair(on: .personne), "deuxObservations", "dit") == [])
  }

  @Test func `there are three questions, those of the next visit first`() throws {
    var demarche = try demarche()
    let none = list(Dossier(of: demarche).pair([]), "pairQuestions", "texte")
    #expect(none.count == 3 && none[0].hasPrefix("Que voyez-vous"))
    demarche.seances = [
      visit(["Passée"], today.adding(days: -9)), visit(["Après"], today.adding(days: 90)),
      visit(["Une", "Deux", "Trois", "Quatre"], today.adding(days: 9)),
    ]
    let asked = list(Dossier(of: demarche).pair([]), "pairQuestions", "texte")
    #expect(asked == ["Une", "Deux", "Trois"])
    demarche.seances[2].demandes.removeLast(3)
    let mixed = list(Dossier(of: demarche).pair([]), "pairQuestions", "texte")
    #expect(mixed.count == 3 && mixed[0] == "Une" && mixed[1].hasPrefix("Que voyez-vous"))
  }
}
