import JSONTree
import Testing

@testable import DPES

/// The forms of the état des lieux: what is typed is what is read again.
@Suite struct FicheTests {
  /// What a person may type in a field, and what stands there then.
  private func sample<Part>(of rubrique: Rubrique<Part>) -> (typed: String, shown: String) {
    switch rubrique.genre {
    case .jour, .jourPasse: ("3 mars 2026", "03/03/2026")
    case .nombre: ("1250,5", "1\u{A0}250,5")
    default:
      rubrique.id == "siren"
        ? ("732829320", "732 829 320") : ("Dit de \(rubrique.id)", "Dit de \(rubrique.id)")
    }
  }

  @Test func `every field of every form stands in the file, and reads as it was typed`() throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Avant", debut: Day(number: 0))
    let rubriques = Fiche.allCases.flatMap(\.rubriques)
    for rubrique in rubriques {
      #expect(rubrique.ecrire(sample(of: rubrique).typed, &demarche) == nil, "\(rubrique.id)")
    }
    let read = try Demarche(file: JSONValue.parse(JSONValue.write(demarche.json)))
    #expect(read == demarche)
    for rubrique in rubriques {
      #expect(rubrique.lire(read) == sample(of: rubrique).shown, "\(rubrique.id)")
    }
    #expect(Set(rubriques.map(\.id)).count == rubriques.count)
    // A field that wrote over another would have left fewer keys.
    #expect(read.structure.members.map(\.key).count == 7)
    #expect(read.candidature.members.count == 7 && read.pilotage.members.count == 8)
    #expect(read.candidature.moyensParGenre.members.count == 4)
    #expect(read.charte.members.count == 4 && read.charte.phrases.members.count == 4)
    #expect(read.charte.signeeLe == Day(iso: "2026-03-03"))
    #expect(read.structure.etp.permanents?.spelling == "1250.5")
  }

  @Test func `every field of an exercice reads as it was typed`() throws {
    var exercice = Exercice()
    exercice.id = "e1"
    for rubrique in Exercice.rubriques {
      #expect(rubrique.ecrire(sample(of: rubrique).typed, &exercice) == nil, "\(rubrique.id)")
    }
    #expect(exercice.members.count == 9)
    let read = try Exercice(exercice.json)
    for rubrique in Exercice.rubriques {
      #expect(rubrique.lire(read) == sample(of: rubrique).shown, "\(rubrique.id)")
    }
  }

  @Test func `a field emptied is a key that is absent`() {
    var demarche = Demarche(id: "d1", raisonSociale: "Avant", debut: Day(number: 0))
    let blank = demarche
    for rubrique in Fiche.allCases.flatMap(\.rubriques) where rubrique.id != "raisonSociale" {
      _ = rubrique.ecrire(sample(of: rubrique).typed, &demarche)
      #expect(demarche != blank)
      #expect(rubrique.ecrire(nil, &demarche) == nil)
      #expect(demarche == blank, "\(rubrique.id)")
    }
  }

  @Test(arguments: [
    ("siren", "732 829 321", "mal recopié"), ("siren", "000 000 000", "n’est le SIREN de personne"),
    ("siren", "73282932", "neuf chiffres"), ("siren", "73282932O", "neuf chiffres"),
    ("permanents", "douze", "n’est pas un nombre"), ("permanents", "1,2,3", "n’est pas un nombre"),
    ("insertion", "-1", "plus petit que zéro"), ("signeeLe", "32/01/2026", "n’est pas une date"),
  ])
  func `what is wrong is said, and changes nothing`(id: String, typed: String, says: String) throws
  {
    var demarche = Demarche(id: "d1", raisonSociale: "Avant", debut: Day(number: 0))
    let before = demarche
    let rubrique = try #require(Fiche.allCases.flatMap(\.rubriques).first { $0.id == id })
    #expect(rubrique.ecrire(typed, &demarche)?.contains(says) == true)
    #expect(demarche == before)
  }

  @Test(arguments: ["732829320", "732 829 320", "732.829.320", " 732829320\u{A0}"])
  func `a SIREN is nine digits in the file, however it is typed`(typed: String) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Avant", debut: Day(number: 0))
    let siren = try #require(Fiche.identite.rubriques.first { $0.id == "siren" })
    #expect(siren.ecrire(typed, &demarche) == nil)
    #expect(demarche.structure.siren == "732829320")
  }

  @Test(
    arguments: [
      (nil, nil, "2025-01-01", "2025-12-31"),
      ("2024-09-01", "2025-08-31", "2025-09-01", "2026-08-31"),
    ] as [(String?, String?, String, String)])
  func `the next exercice begins where the last one ends`(
    debut: String?, fin: String?, next: String, end: String
  ) throws {
    var demarche = Demarche(id: "d1", raisonSociale: "Avant", debut: Day(number: 0))
    if let debut, let fin {
      var exercice = Exercice()
      exercice.debut = Day(iso: debut)
      exercice.fin = Day(iso: fin)
      demarche.structure.exercices = [exercice]
    }
    let proposed = demarche.exerciceSuivant(le: try #require(Day(iso: "2026-12-01")))
    #expect(proposed.debut == Day(iso: next) && proposed.fin == Day(iso: end))
  }
}
