import Application
import DPES
import JSONTree
import TerminalUI

/// Two dated maps of the acteurs compared: pair by pair, as lines to be read or for a program.
struct CartesComparison {
  private let demarche: Demarche
  private let avant: CarteDesActeurs
  private let apres: CarteDesActeurs
  private let lignes: [ComparaisonDeCartes.Ligne]

  /// The maps that are named, else the last two by date.
  init(_ demarche: Demarche, de: String?, a: String?) throws(Failure) {
    let cartes = demarche.cartesParDate
    guard cartes.count > 1 else {
      throw Failure(Sentences.tooFewCartes(cartes.first), status: ExitStatus.problems)
    }
    func place(_ id: String?, _ option: String) throws(Failure) -> Int? {
      guard let id else { return nil }
      guard let place = cartes.firstIndex(where: { $0.id == id }) else {
        throw Failure(Sentences.unknownCarte(id, option: option, known: cartes))
      }
      return place
    }
    let after = try place(a, "--a") ?? cartes.count - 1
    let before = try place(de, "--de") ?? after - 1
    guard before >= 0, before != after else { throw Failure(Sentences.oneCarte(cartes[after])) }
    self.demarche = demarche
    (avant, apres) = (cartes[before], cartes[after])
    lignes = ComparaisonDeCartes(de: avant, a: apres, dans: demarche).lignes
  }

  func output(isJSON: Bool) -> String {
    isJSON ? String(decoding: JSONValue.write(json), as: UTF8.self) : text
  }

  private var text: String {
    let marks = Marks(Look.usual.symbols)
    func words(_ lien: Lien?) -> String {
      Sentences.shown(lien?.phrase ?? "")
    }
    let rows = lignes.map { ligne in
      let isSame = ligne.evolution == .inchangee
      let isBoth = ligne.evolution == .changee
      return [
        ligne.evolution.mot, Sentences.shown(demarche.noms(de: ligne.paire)),
        [
          isSame ? nil : ligne.avant.map(words), isBoth ? marks.symbols.arrow : nil,
          ligne.apres.map(words),
        ].compactMap(\.self).joined(separator: " "),
      ]
    }
    let heading =
      "\(Sentences.shown(demarche.structure.raisonSociale))\n"
      + "De \(Sentences.name(avant)) à \(Sentences.name(apres))\n\n"
    return heading + TextTable(rows).lines.map { $0 + "\n" }.joined()
  }

  /// For a program (`docs/format.md`).
  private var json: JSONValue {
    .object([
      "de": reference(avant), "a": reference(apres),
      "relations": .array(
        lignes.map { ligne in
          var object: JSONObject = ["evolution": .string(ligne.evolution.rawValue)]
          object["de"] = ligne.paire.de.map { .string(Sentences.shown($0)) }
          object["vers"] = .string(Sentences.shown(ligne.paire.vers))
          object["avant"] = ligne.avant.map(said)
          object["apres"] = ligne.apres.map(said)
          return .object(object)
        }),
    ])
  }

  private func said(_ lien: Lien) -> JSONValue {
    var object = JSONObject()
    object["nature"] = lien.nature?.scalar
    object["porteSur"] = lien.porteSur?.scalar
    object["objet"] = lien.objet.map { .string(Sentences.shown($0)) }
    return .object(object)
  }

  private func reference(_ carte: CarteDesActeurs) -> JSONValue {
    var object: JSONObject = ["id": .string(Sentences.shown(carte.id))]
    object["date"] = carte.date?.scalar
    object["titre"] = carte.titre.map { .string(Sentences.shown($0)) }
    return .object(object)
  }
}

// Two dated maps compared.
extension Sentences {
  /// A map by its day and its title.
  static func name(_ carte: CarteDesActeurs) -> String {
    "la carte du \(carte.date?.french ?? "jour inconnu")"
      + (carte.titre.map { " \(quoted($0))" } ?? "")
  }

  fileprivate static func tooFewCartes(_ carte: CarteDesActeurs?) -> String {
    guard let carte else {
      return "Aucune carte des acteurs n’est datée dans cette démarche\u{A0}: rien à comparer."
    }
    return "Il n’y a que \(name(carte)) dans cette démarche\u{A0}: il en faut deux pour comparer."
  }

  fileprivate static func unknownCarte(
    _ id: String, option: String, known cartes: [CarteDesActeurs]
  ) -> String {
    let known = list(cartes.map { "\(shown($0.id)) (\($0.date?.french ?? "?"))" }, "et")
    return
      "\(option)\u{A0}: aucune carte n’a l’identifiant \(quoted(id)). Les cartes\u{A0}: \(known)."
  }

  fileprivate static func oneCarte(_ carte: CarteDesActeurs) -> String {
    "\(name(carte).prefix(1).uppercased())\(name(carte).dropFirst()) se compare à une autre\u{A0}: nommez-en deux avec --de et --a."
  }
}
