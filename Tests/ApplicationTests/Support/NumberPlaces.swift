import JSONTree

@testable import DPES

/// A démarche with every number that the format names, each within its limit.
let numbersFile = """
  {"format": "dpes", "version": 1, "id": "aaaaaaaaaaa",
   "structure": {"raisonSociale": "Les Jardins", "etp": {"permanents": 3.5, "insertion": 12},
    "exercices": [
     {"id": "xbbbbbbbbb1", "debut": "2024-01-01", "fin": "2024-12-31", "chiffreAffaires": 100},
     {"id": "xbbbbbbbbb2", "debut": "2025-01-01", "fin": "2025-12-31", "chiffreAffaires": 9000,
      "marchand": 4000, "nonMarchand": 3000, "nonMonetaire": 2000, "autofinancement": -50,
      "heuresDonnees": 120,
      "financeurs": [{"id": "xbbbbbbbbb3", "nom": "Ville", "montant": 900}]}],
    "tresorerie": [{"id": "xbbbbbbbbb4", "date": "2026-01-31", "disponible": 800,
     "depensesMensuelles": 400, "ressourcesSignees": 5000, "ressourcesAttendues": 7000,
     "fondsPropres": 1000}]},
   "cycles": [{"id": "ybbbbbbbbb1", "modele": "reseau", "passages": [
    {"id": "ybbbbbbbbb2", "etape": "rapport", "rang": 1, "faitLe": "2026-01-10"}]}],
   "participants": [{"id": "pbbbbbbbbb1", "initiales": "SC", "college": "salaries"}],
   "grilles": [{"id": "gbbbbbbbbb1", "date": "2026-01-10", "referentiel": "charte-apes",
    "reponses": [
     {"point": "u1", "existante": "non", "aIntegrer": "ideal", "echeanceAns": 3,
      "arguments": [{"id": "abbbbbbbbb1", "texte": "Oui", "deplacement": 2}]}]}],
   "cercles": [
    {"id": "cbbbbbbbbb1", "date": "2025-11-05", "figee": true, "observations": [
     {"id": "obbbbbbbbb1", "numero": 1, "axe": "utilite", "statut": "rouge", "texte": "Un",
      "arguments": [{"id": "abbbbbbbbb2", "texte": "Non", "deplacement": -3}]}]},
    {"id": "cbbbbbbbbb2", "date": "2026-11-05", "observations": [
     {"id": "obbbbbbbbb2", "numero": 1, "axe": "utilite", "statut": "orange", "texte": "Un",
      "mainsLevees": {"rouge": 1, "orange": 4, "vert": 2}, "place": {"angle": 300, "rayon": 40},
      "origine": "obbbbbbbbb1"},
     {"id": "obbbbbbbbb3", "numero": 2, "texte": "Deux"}],
     "scrutins": [{"id": "sbbbbbbbbb1", "date": "2026-11-05", "titre": "Priorités",
      "genre": "gommettes", "options": ["n"], "points": 3, "votants": 7,
      "resultats": [{"option": "obbbbbbbbb2", "points": 12}, {"option": "n", "points": 9}],
      "parCollege": [{"college": "salaries", "votants": 7,
       "resultats": [{"option": "obbbbbbbbb2", "points": 12}]}]}]}],
   "schema": {"debut": "2025-10-01", "dureeMois": 36, "intermediaireMois": 18, "paliers": [
    {"id": "lbbbbbbbbb1", "axe": "utilite", "rang": 1, "intitule": "Bas", "echeanceMois": 9,
     "observations": ["obbbbbbbbb2"], "indicateurs": [
      {"id": "ibbbbbbbbb1", "intitule": "Part", "nature": "pourcentage", "cible": 30,
       "cibles": {"12": 20}, "objectifs": {"18": "verifier"},
       "realises": {"12": {"statut": "partiel", "valeur": 25, "numerateur": 1, "denominateur": 4,
        "date": "2026-09-20", "corrections": [{"statut": "atteint", "valeur": 40}]}}}]},
    {"id": "lbbbbbbbbb2", "axe": "utilite", "rang": 2, "intitule": "Haut", "echeanceMois": 24,
     "indicateurs": [{"id": "ibbbbbbbbb2", "intitule": "Nombre", "nature": "nombre",
      "sens": "baisse", "unite": "€", "cible": 1200, "rythmeMois": 12}]}]},
   "periodesCloses": [{"mois": 6, "le": "2026-04-02"}],
   "territoire": {"seuil": 5, "restitutions": [
    {"id": "tbbbbbbbbb1", "le": "2026-05-01", "pour": "groupe", "seuil": 4, "par": "theme",
     "structures": ["ebbbbbbbbb1"]}]},
   "notes": [{"id": "nbbbbbbbbb1", "date": "2026-05-01", "periode": 6, "lecon": "Bien"}],
   "historique": [{"quand": "2026-05-01T10:00:00Z", "quoi": "echeance", "objet": "lbbbbbbbbb1",
    "avant": 6, "apres": 9}]}
  """

/// What a file may hold in the place of a number.
let hostileNumbers = [
  "0", "-1", "1000000", "2147483648", "-2147483648", "4611686018427387904",
  "-4611686018427387904", "9223372036854775807", "-9223372036854775807", "-9223372036854775808",
  "9223372036854775808", "1e300", "-1e300", "1e400",
]

/// A number's place in a file, and the keys that lead to it, without the places in lists.
struct NumberPlace: Hashable, CustomStringConvertible {
  let pointer: JSONPointer
  let keys: [String]

  var description: String { keys.joined(separator: "/") }

  /// Of every number, but the version's: another version is refused, or read only.
  static func all(in tree: JSONValue) -> [NumberPlace] {
    var places: [NumberPlace] = []
    collect(tree, JSONPointer(), [], &places)
    return places.filter { $0.keys != ["version"] }
  }

  private static func collect(
    _ value: JSONValue, _ pointer: JSONPointer, _ keys: [String], _ places: inout [NumberPlace]
  ) {
    switch value {
    case .number: places.append(NumberPlace(pointer: pointer, keys: keys))
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        collect(element, pointer.appending(index), keys, &places)
      }
    case .object(let object):
      for member in object.members {
        let key = Int(member.key) == nil ? [member.key] : []
        collect(member.value, pointer.appending(member.key), keys + key, &places)
      }
    case .null, .bool, .string: break
    }
  }

  /// The keys of every field that holds a number, or may, by the tables of the format.
  static let named: Set<[String]> = named(in: Demarche.self, [])

  private static func named<R: Record>(in type: R.Type, _ keys: [String]) -> Set<[String]> {
    var found: Set<[String]> = []
    for field in R.fields {
      let keys = keys + [field.key]
      switch field.parts {
      case .one(let type), .list(let type), .byPeriod(let type?):
        found.formUnion(named(in: type, keys))
      case .none, .byPeriod(nil):
        let isNumber = field.expected == .integer || field.expected == .number
        if isNumber || field.limite != nil { found.insert(keys) }
      }
    }
    return found.subtracting([["version"]])
  }
}

extension Demarche {
  /// The file of numbers with others in some places.
  init(numbers spelling: String, at places: [NumberPlace]) throws {
    let number = try JSONValue.parse(Array(spelling.utf8))
    let tree = try JSONValue.parse(Array(numbersFile.utf8))
    try self.init(
      file: places.reduce(tree) { $0.replacing($1.pointer.steps[...], with: number) })
  }
}
