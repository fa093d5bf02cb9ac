import DPES
import Foundation
import JSONTree
import Testing

@testable import Documents

/// The shipped example.
func example() throws -> Demarche {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/exemples/residence-du-halage.dpes.json").standardized
  return try Demarche(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// One of the shipped référentiels.
func referentiel(_ id: String) throws -> Referentiel {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/referentiels/\(id).json").standardized
  return try Referentiel(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// One of the shipped cycles.
func cycle(_ id: String) throws -> Cycle {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/cycles/\(id).json").standardized
  return try Cycle(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// 21 November 2026, in the example's fourteenth month.
let today = Day(number: 20_778)

extension Dossier {
  init(of demarche: Demarche) {
    self.init(demarche, le: today, instant: Instant(seconds: today.number * 86_400 + 3600))
  }
}

func importation(
  _ text: String, _ kind: Importation.Kind, into demarche: Demarche,
  choices: ImportChoices = ImportChoices()
) throws -> Importation {
  try importation(Array(text.utf8), kind, into: demarche, choices: choices)
}

func importation(
  _ bytes: [UInt8], _ kind: Importation.Kind, into demarche: Demarche,
  choices: ImportChoices = ImportChoices()
) throws -> Importation {
  try Importation(
    Grid(csv: bytes), kind, into: demarche,
    Signature(quand: Instant(seconds: today.number * 86_400), jour: today),
    // Ids that what came in before has not.
    ids: IDGenerator(seed: UInt64(7 + demarche.schema.paliers.count + demarche.historique.count)),
    words: try importWords(), choices: choices)
}

/// A démarche in which nothing is yet, with a start.
let emptyDemarche = Demarche(
  id: "d", raisonSociale: "Essai", debut: Day(iso: "2026-01-01") ?? today)

/// What people answered to the questions of an import, as `--comme` takes it.
func importChoices(_ texts: [String]) -> ImportChoices {
  var choices = ImportChoices()
  for text in texts where !choices.add(meaning: text) { Issue.record("\(text)") }
  return choices
}

/// The shipped words for columns and values.
func importWords() throws -> ImportWords {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Data/import/mots.json").standardized
  return try ImportWords(file: JSONValue.parse([UInt8](try Data(contentsOf: file))))
}

/// Texts as nobody should write them: what a format could take for its own, and long ones.
struct TextGenerator {
  private var ids: IDGenerator

  init(seed: UInt64) { ids = IDGenerator(seed: seed) }

  private static let parts = [
    "=1+1", "+33", "-Une baisse", "@SUM(A1)", "\tonglet", "'=x", "''-y", "'", "\"", "\"\"", ";",
    ",",
    "a;b,c", "ligne\nsuivante", "retour\r\nligne", "\rseul", "<b>gras</b> & fils", "é è œ ’ « »",
    "🙂", "e\u{301}", "31,5", "12/03/2026", "oui", "\u{1B}[31m", "  deux  espaces ", "|*_#`[x](y)",
    "{{structure}}", "]]>", "--", "-", "=", "x",
  ]

  mutating func text() -> String {
    let seed = ids.next().unicodeScalars.map { Int($0.value) }
    let text = (0...(seed[0] % 3)).map {
      Self.parts[(seed[$0 + 1] * 31 + seed[$0 + 4]) % Self.parts.count]
    }
    .joined(separator: seed[9] % 2 == 0 ? "" : " ")
    return text.allSatisfy(\.isWhitespace) ? "mot" : text
  }

  mutating func number(below limit: Int) -> Int {
    ids.next().unicodeScalars.reduce(0) { $0 &* 31 &+ Int($1.value) } & 0xFFFF_FFFF % limit
  }

  mutating func id() -> String { ids.next() }
}

extension TextGenerator {
  /// A démarche with texts from here in everything that a table holds.
  mutating func demarche() -> Demarche {
    var demarche = Demarche(id: id(), raisonSociale: text(), debut: Day(number: 20_362))
    for index in 0..<3 {
      var one = Participant()
      (one.id, one.initiales) = (id(), "P\(index)")
      (one.nom, one.organisme) = (text(), text())
      one.college = College.allCases[index]
      demarche.participants.append(one)
    }
    var image = CercleDeQualite()
    (image.id, image.date) = (id(), Day(number: 20_400))
    for index in 0..<(2 + number(below: 6)) {
      var observation = Observation()
      (observation.id, observation.numero, observation.texte) = (id(), index + 1, text())
      observation.axe = number(below: 5) == 0 ? nil : Axe.allCases[number(below: 4)]
      observation.statut = number(below: 4) == 0 ? nil : Statut.allCases[number(below: 3)]
      observation.auteur = number(below: 2) == 0 ? nil : demarche.participants[number(below: 3)].id
      observation.priorite = number(below: 3) == 0
      image.observations.append(observation)
    }
    demarche.cercles = [image]
    for axe in Axe.allCases {
      for rang in 1...(1 + number(below: 3)) {
        demarche.schema.paliers.append(palier(axe, rang, demarche))
      }
    }
    return demarche
  }

  private mutating func palier(_ axe: Axe, _ rang: Int, _ demarche: Demarche) -> Palier {
    var palier = Palier()
    (palier.id, palier.axe, palier.rang) = (id(), axe, rang)
    palier.intitule = "\(text()) \(rang)"
    palier.echeanceMois = 1 + number(below: 36)
    for index in 0..<number(below: 3) {
      var one = Indicateur()
      (one.id, one.intitule) = (id(), "\(text()) \(index)")
      one.nature = Indicateur.Nature.allCases[number(below: 4)]
      one.cible = valeur(one.nature)
      one.unite = number(below: 2) == 0 ? text() : nil
      one.responsable = demarche.participants[number(below: 3)].id
      for mois in [6, 12, 18] where number(below: 2) == 0 {
        one.realises[mois] = realise(one.nature)
      }
      palier.indicateurs.append(one)
    }
    return palier
  }

  private mutating func valeur(_ nature: Indicateur.Nature?) -> Valeur {
    switch nature {
    case .nombre, .pourcentage:
      .nombre(JSONNumber(Double(number(below: 4000)) / 4 - 100) ?? JSONNumber(1))
    case .ouiNon: .ouiNon(number(below: 2) == 0)
    case .texte, nil: .texte(text())
    }
  }

  private mutating func realise(_ nature: Indicateur.Nature?) -> Realise {
    var realise = Realise()
    realise.statut = Realise.Statut.allCases[number(below: 6)]
    if number(below: 2) == 0 { realise.valeur = valeur(nature) }
    if realise.statut == .nonConcerne {
      realise.motif = text()
    } else if number(below: 2) == 0 {
      realise.commentaire = text()
    }
    if number(below: 2) == 0 { realise.date = Day(number: 20_500 + number(below: 200)) }
    if number(below: 2) == 0 {
      var piece = Realise.Piece()
      piece.titre = text()
      realise.piece = piece
    }
    return realise
  }
}
