import DPES
import JSONTree
import Testing

/// A file in which every list of the format has an element, and nothing is wrong.
private let whole = """
  {
    "format": "dpes", "version": 1, "id": "d",
    "structure": {"raisonSociale": "Essai", "exercices": [{"id": "x"}]},
    "participants": [{"id": "p", "initiales": "SC"}, {"id": "q"}],
    "seances": [{"id": "s", "date": "2026-03-12", "presents": ["p", "q"],
      "promesses": [{"id": "m", "qui": "p", "texte": "Appeler"}]}],
    "grilles": [{"id": "g", "reponses": [{"point": "a"}]}],
    "cercles": [
      {"id": "c", "date": "2026-03-12", "seance": "s",
        "observations": [{"id": "o", "numero": 7, "texte": "Un", "auteur": "p",
          "arguments": [{"id": "r", "auteur": "q"}]}]},
      {"id": "e", "date": "2026-09-01", "observations": [{"id": "n", "texte": "Un", "origine": "o"}]}
    ],
    "schema": {"debut": "2026-03-12", "paliers": [
      {"id": "l", "axe": "utilite", "rang": 1, "intitule": "Premier", "observations": ["o", "n"],
        "engagements": [{"id": "t", "qui": "p"}],
        "indicateurs": [{"id": "i", "intitule": "Part", "nature": "pourcentage", "cible": 80,
          "cibles": {"12": 30}, "responsable": "p", "objectifs": {"18": "verifier"},
          "realises": {"12": {"statut": "partiel", "valeur": 31, "auteur": "p",
            "corrections": [{"auteur": "q"}]}}}]},
      {"id": "k", "axe": "personne", "rang": 2, "intitule": "Haut"},
      {"id": "j", "axe": "personne", "rang": 1, "intitule": "Bas"}]},
    "periodesCloses": [{"mois": 6, "par": "p"}],
    "ressources": [{"id": "u", "palier": "l"}],
    "historique": [{"qui": "parti", "quoi": "statut", "objet": "disparu"}]
  }
  """

private func constats(_ text: String) throws -> [Constat] {
  Constat.all(in: try JSONValue.parse(Array(text.utf8)))
}

@Suite struct ChecksTests {
  @Test func `a file without fault has no constat`() throws {
    #expect(try constats(whole) == [])
    #expect(Constat.all(in: try JSONValue.parse(try exampleBytes())) == [])
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let regle: Constat.Regle
    let pointer: String
    /// What the place and the sentence say, among other words.
    let words: String

    init(
      _ old: String, _ new: String, _ regle: Constat.Regle, _ pointer: String, _ words: String
    ) {
      (self.old, self.new, self.regle, self.pointer, self.words) = (old, new, regle, pointer, words)
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(arguments: [
    Fault(
      "\"id\": \"u\"", "\"id\": \"k\"", .idEnDouble, "/ressources/0/id",
      "déjà celui de : palier « Haut »"),
    Fault("\"id\": \"t\"", "\"id\": \"\"", .idVide, "/schema/paliers/0/engagements/0/id", "vide"),
    Fault(
      "[\"p\", \"q\"]", "[\"p\", \"z\"]", .lienRompu, "/seances/0/presents/1",
      "séance du 12 mars 2026, « presents »"),
    Fault(
      "\"qui\": \"p\", \"texte\"", "\"qui\": \"z\", \"texte\"", .lienRompu,
      "/seances/0/promesses/0/qui", "promesse « Appeler »"),
    Fault(
      "\"auteur\": \"p\",\n        \"arguments\"", "\"auteur\": \"o\",\n \"arguments\"", .lienRompu,
      "/cercles/0/observations/0/auteur", "observation 7"),
    Fault(
      "{\"id\": \"r\", \"auteur\": \"q\"}", "{\"id\": \"r\", \"auteur\": \"z\"}", .lienRompu,
      "/cercles/0/observations/0/arguments/0/auteur", "argument 1"),
    Fault("\"seance\": \"s\"", "\"seance\": \"z\"", .lienRompu, "/cercles/0/seance", "séance"),
    Fault(
      "\"origine\": \"o\"", "\"origine\": \"z\"", .lienRompu, "/cercles/1/observations/0/origine",
      "« z », qui n’est pas une observation"),
    Fault(
      "[\"o\", \"n\"]", "[\"o\", \"z\"]", .lienRompu, "/schema/paliers/0/observations/1",
      "palier « Premier »"),
    Fault(
      "\"qui\": \"p\"}]", "\"qui\": \"z\"}]", .lienRompu, "/schema/paliers/0/engagements/0/qui",
      "engagement 1"),
    Fault(
      "\"responsable\": \"p\"", "\"responsable\": \"z\"", .lienRompu,
      "/schema/paliers/0/indicateurs/0/responsable", "indicateur « Part »"),
    Fault(
      "31, \"auteur\": \"p\"", "31, \"auteur\": \"z\"", .lienRompu,
      "/schema/paliers/0/indicateurs/0/realises/12/auteur", "période 12, « auteur »"),
    Fault(
      "[{\"auteur\": \"q\"}]", "[{\"auteur\": \"z\"}]", .lienRompu,
      "/schema/paliers/0/indicateurs/0/realises/12/corrections/0/auteur", "correction 1"),
    Fault("\"par\": \"p\"", "\"par\": \"z\"", .lienRompu, "/periodesCloses/0/par", "close 6"),
    Fault(
      "\"palier\": \"l\"", "\"palier\": \"z\"", .lienRompu, "/ressources/0/palier", "un palier"),
    Fault("\"rang\": 2", "\"rang\": 3", .rang, "/schema/paliers", "sont 3, 1"),
    Fault("\"rang\": 2", "\"rang\": 1", .rang, "/schema/paliers", "Personne d’abord"),
    Fault("\"rang\": 2,", "", .rang, "/schema/paliers", "sont rien, 1"),
    Fault(
      "\"initiales\": \"SC\"", "\"initiales\": null", .valeurVide, "/participants/0/initiales",
      "vide"),
    Fault("\"Appeler\"", "\"\"", .valeurVide, "/seances/0/promesses/0/texte", "promesse 1"),
    Fault(
      "\"Essai\"", "\"\"", .valeurVide, "/structure/raisonSociale", "« raisonSociale » est vide."),
    Fault(
      "{\"12\": 30}", "{\"13\": 30}", .periode, "/schema/paliers/0/indicateurs/0/cibles/13",
      "période 13"),
    Fault(
      "{\"18\": \"verifier\"}", "{\"012\": \"verifier\"}", .periode,
      "/schema/paliers/0/indicateurs/0/objectifs/012", "n’est pas une période"),
    Fault(
      "\"valeur\": 31", "\"valeur\": \"31\"", .typeDeValeur,
      "/schema/paliers/0/indicateurs/0/realises/12/valeur", "pourcentage"),
    Fault(
      "\"cible\": 80", "\"cible\": true", .typeDeValeur, "/schema/paliers/0/indicateurs/0/cible",
      "« cible »"),
    Fault(
      "{\"12\": 30}", "{\"12\": \"30\"}", .typeDeValeur,
      "/schema/paliers/0/indicateurs/0/cibles/12", "période 12"),
    Fault(
      "\"mois\": 6", "\"moi\": 5, \"mois\": 6", .cleInconnue, "/periodesCloses/0/moi", "« moi »"),
    Fault("\"version\": 1", "\"version\": 2", .versionRecente, "/version", "version 2"),
  ])
  func `each fault is found, where it is`(fault: Fault) throws {
    let found = try constats(whole.replacing(fault.old, with: fault.new))
    #expect(found.map(\.regle) == [fault.regle])
    #expect(found.map(\.pointeur.description) == [fault.pointer])
    let words = found.map { "\($0.lieu). \($0.phrase)" }.joined()
    #expect(words.contains(fault.words), "\(words)")
  }

  @Test func `a participant who goes leaves broken every link but those of the historique`() throws
  {
    let found = try constats(whole.replacing("{\"id\": \"p\",", with: "{\"id\": \"P\","))
    #expect(found.count == 7)
    #expect(found.allSatisfy { $0.regle == .lienRompu })
  }

  @Test func `the gravest come first`() throws {
    let text = whole.replacing("\"mois\": 6", with: "\"moi\": 5, \"mois\": 6")
      .replacing("\"rang\": 2", with: "\"rang\": 3")
      .replacing("\"seance\": \"s\"", with: "\"seance\": \"z\"")
    #expect(try constats(text).map(\.gravite) == [.erreur, .avertissement, .info])
  }

  @Test func `names of rules are stable`() {
    #expect(
      Constat.Regle.allCases.map(\.rawValue) == [
        "id-en-double", "id-vide", "lien-rompu", "rang", "valeur-vide", "periode", "type-de-valeur",
        "cle-inconnue", "version-recente",
      ])
  }
}

/// What the example and the corrections of a closed period ask of the démarche.
@Suite struct ShiftAndCorrectionTests {
  @Test func `a shifted démarche moves every day and instant, and nothing else`() throws {
    let demarche = try exampleDemarche()
    let later = try demarche.shifted(byDays: 400)
    #expect(later != demarche)
    #expect(try later.shifted(byDays: -400) == demarche)
    #expect(later.schema.debut == demarche.schema.debut?.adding(days: 400))
    #expect(
      later.historique[0].quand?.seconds == (demarche.historique[0].quand?.seconds ?? 0)
        + 34_560_000)
    func withoutDates(_ value: JSONValue) -> String {
      String(decoding: JSONValue.write(value), as: UTF8.self)
        .replacing(/"\d{4}-\d\d-\d\d(T[\d:]+Z)?"/, with: "")
    }
    #expect(withoutDates(later.json) == withoutDates(demarche.json))
  }

  @Test(arguments: [
    ("2026-11-21", 14), ("2026-08-31", 14), ("2028-02-29", 14), ("2024-01-01", 0),
  ])
  func `it can be as old as one likes on any day`(iso: String, months: Int) throws {
    let today = try #require(Day(iso: iso))
    let demarche = try exampleDemarche()
    let shifted = try demarche.shifted(byDays: demarche.days(toBeOld: months, le: today))
    #expect(shifted.schema.debut.map { $0.months(to: today) } == months)
    #expect(Demarche().days(toBeOld: months, le: today) == 0)
  }

  @Test func `a correction that changes nothing is not kept`() throws {
    var demarche = try exampleDemarche()
    demarche.schema.paliers[0].indicateurs[0].realises[6] = nil
    let before = demarche
    let id = demarche.schema.paliers[0].indicateurs[0].id
    let signature = Signature(quand: Instant(seconds: 0), jour: Day(number: 20_000))
    #expect(demarche.estClose(6) && !demarche.estClose(12))
    let changed = demarche.corrigerRealise(deIndicateur: id, periode: 6, motif: "x", signature) {
      _ in
    }
    #expect(!changed)
    #expect(demarche == before)
  }
}
