import DPES
import JSONTree
import Testing

/// A file in which every list of the format has an element, and nothing is to be said of it.
let checkedFile = """
  {
    "format": "dpes", "version": 1, "id": "d",
    "structure": {"raisonSociale": "Essai", "siren": "732829320",
      "exercices": [{"id": "x", "debut": "2025-09-01", "fin": "2026-08-31",
        "chiffreAffaires": 300, "marchand": 300, "nonMarchand": 90,
        "financeurs": [{"id": "xf", "nom": "Ville", "nature": "non-marchand", "montant": 80}]}],
      "tresorerie": [{"id": "xt", "date": "2026-09-01", "disponible": 12}]},
    "cycles": [{"id": "A", "modele": "c1", "passages": [
      {"id": "B", "etape": "comite", "faitLe": "2025-12-12", "issue": "delivre"},
      {"id": "C", "etape": "rapport", "rang": 8, "faitLe": "2026-06-01"},
      {"id": "D", "etape": "rapport", "rang": 9, "prepareLe": "2026-08-01"}]}],
    "participants": [
      {"id": "p", "initiales": "SC", "nom": "Inès Œuvrard", "organisme": "La Pie Verte"},
      {"id": "q", "organisme": "CAF", "nom": "Li Po"}],
    "acteurs": [{"id": "E", "nom": "Mairie"}, {"id": "F", "nom": "Bailleur"}],
    "relations": [{"id": "G", "de": "E", "vers": "F", "nature": "alliance"}],
    "cartes": [{"id": "H", "date": "2026-04-02",
      "liens": [{"vers": "E", "nature": "neutralite"}]}],
    "profilStrategique": {"ambition": {"etat": "renseigne", "elements": ["Loger"]},
      "priorites": {"etat": "neant"}},
    "seances": [{"id": "s", "date": "2026-03-12", "presents": ["p", "q"],
      "promesses": [{"id": "m", "qui": "p", "texte": "Appeler", "quand": "2026-04-01"}]}],
    "grilles": [{"id": "g", "reponses": [{"point": "a"},
      {"point": "b", "existante": "non-concerne", "existanteTexte": "Pas de salarié"}]}],
    "cercles": [
      {"id": "c", "date": "2026-03-12", "seance": "s", "figee": true, "figeeLe": "2026-03-13",
        "observations": [{"id": "o", "numero": 7, "texte": "Un œuf", "auteur": "p",
          "points": ["charte:u1"], "place": {"rayon": 50},
          "arguments": [{"id": "r", "auteur": "q"}]}]},
      {"id": "e", "date": "2026-09-01",
        "observations": [{"id": "n", "numero": 7, "texte": "Un", "origine": "o"},
          {"id": "h", "numero": 8, "texte": "Le li est po", "minorite": "Non"}],
        "scrutins": [{"id": "v", "genre": "gommettes", "options": ["Rien"], "points": 2,
          "votants": 3, "resultats": [{"option": "n", "points": 5}, {"option": "Rien", "points": 1}],
          "parCollege": [{"college": "usagers", "votants": 3,
            "resultats": [{"option": "h", "points": 6}]}]},
          {"id": "w", "genre": "mains", "votants": 4, "resultats": [{"option": "n", "points": 4}]}]}
    ],
    "schema": {"debut": "2026-03-12", "paliers": [
      {"id": "l", "axe": "utilite", "rang": 1, "intitule": "Premier", "echeanceMois": 15,
        "observations": ["o", "n"], "engagements": [{"id": "t", "qui": "p"}],
        "indicateurs": [{"id": "i", "intitule": "Part", "nature": "pourcentage", "cible": 80,
          "cibles": {"12": 30}, "responsable": "p", "objectifs": {"6": "aucun", "18": "verifier"},
          "realises": {"6": {"date": "2026-09-12", "statut": "non-concerne", "motif": "Trop tôt"},
            "12": {"statut": "partiel", "valeur": 31, "auteur": "p", "date": "2026-05-01",
            "piece": {"dateDuFait": "2026-04-30"}, "corrections": [{"auteur": "q", "valeur": 2}]}}}]},
      {"id": "k", "atteintLe": "2026-09-01", "axe": "personne",
        "rang": 2, "intitule": "Haut", "echeanceMois": 24},
      {"id": "j", "axe": "personne", "rang": 1, "intitule": "Bas", "echeanceMois": 24,
        "indicateurs": [{"id": "y", "intitule": "Y"}, {"id": "z", "intitule": "Z"}]}]},
    "periodesCloses": [{"mois": 6, "par": "p", "le": "2026-09-12"}],
    "ressources": [{"id": "u", "palier": "l"}],
    "notes": [{"id": "b", "periode": 36}],
    "historique": [{"qui": "parti", "quoi": "statut", "objet": "o", "quand": "2026-03-14T01:00:00Z"}]
  }
  """

/// One thing written otherwise in the checked file, and the one constat that it makes.
struct Fault: CustomTestStringConvertible, Sendable {
  let old: String
  let new: String
  let regle: Constat.Regle
  let pointer: String
  /// What the place and the sentence say, among other words.
  let words: String

  init(_ old: String, _ new: String, _ regle: Constat.Regle, _ pointer: String, _ words: String) {
    (self.old, self.new, self.regle, self.pointer, self.words) = (old, new, regle, pointer, words)
  }

  var testDescription: String { "\(old) → \(new)" }

  var file: String { checkedFile.replacing(old, with: new) }
}

func constats(_ text: String) throws -> [Constat] {
  let tree = try JSONValue.parse(Array(text.utf8))
  return try Demarche(file: tree).constats(inFile: tree)
}
