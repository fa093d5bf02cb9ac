import Testing

@testable import DPES

@Suite struct NameMaskTests {
  private func masked(_ text: String, _ change: (inout Demarche) -> Void) -> String {
    var demarche = Demarche()
    change(&demarche)
    return NameMask(KnownNames(demarche, demarche.json, .complet)).masked(text)
  }

  @Test(arguments: [
    ("Hélène l’a dit", "[personne] l’a dit"), ("HELENE et Durand", "[personne] et [personne]"),
    ("chez he\u{301}le\u{300}ne durand.", "chez [personne]."),
    ("L’avis d’Hélène Durand", "L’avis d’[personne]"), ("Durand, Hélène", "[personne], [personne]"),
    ("Durand-Hélène", "[personne]"), ("les Durands", "les [personne]"),
    ("Hélène de la Durand", "[personne]"), ("Durandal", "Durandal"), ("Mhélène", "Mhélène"),
    ("helene.durand@exemple.fr", "[personne]@exemple.fr"), ("", ""), ("Rien", "Rien"),
    ("Hélène\nDurand", "[personne]\n[personne]"),
  ])
  func `a person's name goes, whole words only, however they are written`(
    text: String, expected: String
  ) {
    #expect(masked(text) { $0.participants = [named("Hélène Durand")] } == expected)
  }

  @Test(arguments: [
    ("Xu", "xu et Xu", "xu et [personne]"),
    ("Luc", "luc dit, Luc redit", "[personne] dit, [personne] redit"),
    ("Anne de La Tour", "la tour de la ville", "[personne] de la ville"),
    ("Ayşe Łukasz İnci", "Ayse, LUKASZ, inci", "[personne], [personne], [personne]"),
    ("Jean-Pierre", "Jean et Jean Pierre", "[personne] et [personne]"),
    ("D", "D et d", "[personne] et d"),
  ])
  func `short words and particles are no names by themselves`(
    name: String, text: String, expected: String
  ) {
    #expect(masked(text) { $0.participants = [named(name)] } == expected)
  }

  @Test(arguments: [
    ("LA", "La salle, la cour ; LA le dit", "La salle, la cour ; [personne] le dit"),
    ("LA", "L. A. et L.A., « L-A »", "[personne]. et [personne]., « [personne] »"),
    ("sc", "sc et SC, pas Sc", "[personne] et [personne], pas Sc"),
    ("S.C.", "SC, puis S.C.", "[personne], puis [personne]."),
    ("ÉM", "EM et ÉM", "[personne] et [personne]"),
    ("JPM", "JPM2, JPMorgan", "[personne]2, JPMorgan"),
    ("Marie", "marie", "[personne]"), ("SC", "S, C", "S, C"),
  ])
  func `initials are capitals, or as they are spelt`(
    initials: String, text: String, expected: String
  ) {
    var participant = Participant()
    participant.initiales = initials
    #expect(masked(text) { $0.participants = [participant] } == expected)
  }

  @Test(arguments: [
    (
      "Groupe des familles", "Le groupe des familles et le Groupe de lecture",
      "Le [organisme] et le Groupe de lecture"
    ),
    ("CCAS de Lille", "Le CCAS, le ccas, à Lille", "Le [organisme], le [organisme], à [organisme]"),
    (
      "Ville de Saint-Aubin-du-Halage", "À Saint-Aubin-du-Halage, chemin de halage",
      "À [organisme], chemin de halage"
    ),
    ("La Ferme", "La ferme, deux fermes", "[organisme], deux fermes"),
    ("Les Glycines", "aux glycines", "aux [organisme]"),
    ("Mairie", "La Mairie et la mairie", "La [organisme] et la mairie"),
    ("APES", "l’Apes", "l’[organisme]"), ("SNC", "SNC, snc", "[organisme], snc"),
    ("Dupont & Fils", "chez Dupont & fils", "chez [organisme]"),
  ])
  func `an organisation goes by its whole name, its own words and its acronym`(
    name: String, text: String, expected: String
  ) {
    var acteur = Acteur()
    acteur.nom = name
    #expect(masked(text) { $0.acteurs = [acteur] } == expected)
  }

  @Test(arguments: [
    ("732829320", "[structure]"), ("732 829 320", "[structure]"),
    ("SIRET 73282932000074", "SIRET [structure]"), ("732829321", "732829321"),
    ("au 4 chemin du Moulin", "au [lieu]"), ("62000 Arras", "[lieu]"),
    ("un moulin", "un moulin"), ("Les Tournesols", "[structure]"),
    ("un tournesol", "un [structure]"),
  ])
  func `the structure goes by its name, its number and its address`(
    text: String, expected: String
  ) {
    let masked = masked(text) {
      $0.structure.raisonSociale = "Les Tournesols"
      $0.structure.siren = "732829320"
      $0.structure.adresse = "4 chemin du Moulin, 62000 Arras"
    }
    #expect(masked == expected)
  }

  @Test func `without names nothing changes`() {
    #expect(masked("SC et Marie, chez Emmaüs") { _ in } == "SC et Marie, chez Emmaüs")
  }

  private func named(_ name: String) -> Participant {
    var participant = Participant()
    participant.nom = name
    return participant
  }
}
