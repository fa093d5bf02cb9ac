import DPES
import JSONTree
import Testing

@testable import Documents

/// What looks like one thing in a sheet, and is another.
@Suite struct ImportTakenForTests {
  private func here(_ initials: [String]) -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: today)
    for one in initials {
      var person = Participant()
      (person.id, person.initiales) = ("id-\(one)", one)
      demarche.participants.append(person)
    }
    return demarche
  }

  @Test func `initials of somebody are neither « idem » nor nobody`() throws {
    let here = here(["SC", "ID", "NC"])
    let said = try importation(
      "texte;auteur\nUn;SC\nDeux;ID\nTrois;NC\nQuatre;id.\n", .observations, into: here)
    #expect(
      said.demarche.cercles.first?.observations.map(\.auteur)
        == ["id-SC", "id-ID", "id-NC", "id-NC"])
    let plan = try importation(
      "axe;palier;indicateur;responsable\nU;A;Un;SC\nU;B;Deux;ID\nU;C;Trois;NC\n", .indicateurs,
      into: here)
    #expect(
      plan.demarche.schema.paliers.flatMap(\.indicateurs).map(\.responsable)
        == ["id-SC", "id-ID", "id-NC"])
    // Where nobody is called so, they say what they always did.
    let above = try importation(
      "texte;auteur\nUn;SC\nDeux;id\nTrois;nc\n", .observations, into: self.here(["SC"]))
    #expect(above.demarche.cercles.first?.observations.map(\.auteur) == ["id-SC", "id-SC", nil])
  }

  @Test func `initials that may say nobody are taken where they are the name's`() throws {
    let taken = try importation(
      "initiales;nom\nNC;Noé Colin\nSC;Sophie Caron\n", .participants, into: here([]))
    #expect(taken.demarche.participants.map(\.initiales) == ["NC", "SC"])
  }

  @Test(arguments: ["cibles", "valeurs cibles", "objectifs chiffrés"])
  func `a target's title is read in the plural too`(title: String) throws {
    let taken = try importation(
      "axe;palier;indicateur;\(title)\nU;Un;Une;12\n", .indicateurs, into: here([]))
    let indicateur = taken.demarche.schema.paliers.first?.indicateurs.first
    #expect(indicateur?.cible == .nombre(JSONNumber(12)))
  }

  @Test func `an axis above the titles is no part of the first of them`() throws {
    let taken = try importation(
      "Axe 1 : Utilité sociale;;;\nN°;Action;Indicateur;Pilote\n1.1;Ouvrir;Jours;SC\n",
      .indicateurs, into: here(["SC"]))
    #expect(taken.refusals == [] && taken.demarche.schema.paliers.map(\.axe) == [.utilite])
  }

  @Test func `a column of colours where no cell says one is told`() throws {
    let told = { (text: String) in
      try importation(text, .observations, into: self.here([])).notices
        .contains(.noStatut(column: "Couleur"))
    }
    #expect(try told("Observation;Couleur\nUn;\nDeux;\n"))
    #expect(try !told("Observation;Couleur\nUn;\nDeux;vert\n"))
    #expect(try !told("Observation\nUn\n"))
  }

  @Test(arguments: [
    "Action;Indicateur;Axe;Échéance\nCharte;noms;U;12\nRepas;convives;T;24\n\n"
      + "Membre;Rôle;;\nMarie Dupont;Présidente;;\nLuc Petit;Trésorier;;\n",
    "Action;Échéance;Axe\nCharte;12;U\nRepas;24;T\n\nPoste;Montant;\nLoyer;18;\n\nTroc;18;T\n",
    "Axe;Action;Échéance\nU;Charte;12\nT;Repas;24\n\nPoste;Montant;\nLoyer;800;\n\nT;Troc;18\n",
    "Action;Échéance;Axe\nCharte;12;U\nRepas;24;T\n\nLe budget;;\nPoste;Montant;\nLoyer;18;\n",
  ])
  func `another table of fewer columns between empty lines is asked about once`(
    text: String
  ) throws {
    let kind = Importation.Kind.indicateurs
    let asked = try importation(text, kind, into: here([])).asked
    #expect(asked.count == 1, "\(asked)")
    let first = try #require(asked.first)
    guard case .word(let titles, Importation.otherTable) = first.subject else {
      Issue.record("\(first)")
      return
    }
    var choices = ImportChoices()
    choices.add(meaning: "laisser", of: titles, in: Importation.otherTable)
    let left = try importation(text, kind, into: here([]), choices: choices)
    #expect(left.refusals == [])
    let titled = left.demarche.schema.paliers.map(\.intitule)
    #expect(titled == ["Charte", "Repas", "Troc"].filter(text.contains), "\(titled)")
  }

  @Test func `rows of the table after an empty line are no other table`() throws {
    for text in [
      "Axe;Action;Échéance\nU;Charte;12\n\nP;Accueil;6\nP;Livret;\n",
      "Axe;Action;Échéance\nU;Charte;12\n;Livret;6\n\n;Tri des déchets;24\n;Jardin;30\n",
      "Axe;Action;Responsable\nU;Charte;SC\n;Livret;\n\nP;Repas;LB\n;Jardin;\n",
    ] {
      let taken = try importation(text, .indicateurs, into: here(["SC", "LB"]))
      #expect(taken.refusals == [], "\(text)")
    }
  }

  @Test func `a number with a sign around it is a number`() throws {
    let taken = try importation(
      "N°;Observation\n3.;Un\nn° 5;Deux\n7);Trois\nA1;Quatre\n", .observations, into: here([]))
    #expect(taken.demarche.cercles.first?.observations.map(\.numero) == [3, 5, 7, 8])
  }

  @Test func `a name with a letter for the first one is proposed the same initials`() throws {
    let taken = try importation(
      "axe;palier;responsable\nU;A;Sophie CARRÉ\nU;B;S. CARRE\nU;C;Simon Carton\nU;D;C. Sophie\n",
      .indicateurs, into: here([]))
    #expect(taken.asked.map(\.proposal) == ["SC", "SC", "SCa", "CS"])
  }

  @Test func `a result that is a number is the value of a réalisé`() throws {
    var demarche = here([])
    var (palier, indicateur) = (Palier(), Indicateur())
    (palier.id, palier.axe, palier.intitule) = ("p", .utilite, "Un")
    (indicateur.id, indicateur.intitule, indicateur.nature) = ("i", "Visites", .nombre)
    palier.indicateurs = [indicateur]
    demarche.schema.paliers = [palier]
    for title in ["Résultat", "Réalisé", "Résultat obtenu"] {
      let taken = try importation(
        "Indicateur;Période;\(title);Atteint ?\nVisites;6;12;atteint\n", .realises, into: demarche)
      #expect(taken.refusals == [], "\(title)")
      let realise = taken.demarche.schema.paliers[0].indicateurs[0].realises[6]
      #expect(realise?.valeur == .nombre(JSONNumber(12)) && realise?.statut == .atteint, "\(title)")
      let mixed = try importation(
        "Indicateur;Période;\(title);Statut\nVisites;6;12 personnes;atteint\n", .realises,
        into: demarche)
      #expect(
        mixed.refusals.map(\.reason) == [.notANumber("12 personnes", column: "valeur")],
        "\(title)")
      let words = try importation(
        "Indicateur;Période;\(title)\nVisites;6;atteint\n", .realises, into: demarche)
      #expect(
        words.demarche.schema.paliers[0].indicateurs[0].realises[6]?.statut == .atteint, "\(title)")
    }
  }
}
