import DPES
import Documents
import JSONTree

/// A synthesis as it is read before it is handed out, or as it is handed out.
struct SyntheseReport {
  enum Format: String, CaseIterable {
    case texte, json, csv
  }

  private let synthese: Synthese
  private let name: String?

  init(_ synthese: Synthese, named name: String?) {
    (self.synthese, self.name) = (synthese, name)
  }

  func bytes(_ format: Format) -> [UInt8] {
    switch format {
    case .texte: Array(text.utf8)
    case .json: JSONValue.write(json)
    case .csv: Sheet.synthese(synthese).csv(.excel)
    }
  }

  /// By axis and sujet: what they have in common, then what tells them apart.
  private var text: String {
    var lines = [Sentences.syntheseTitle(synthese, name), Sentences.status(synthese)]
    var axe: Axe??
    for line in synthese.lignes {
      if axe != line.sujet.axe {
        let title = line.sujet.axe.map { "\($0.lettre)  \($0.nomCourt)" }
        lines += ["", title ?? "Suivi, et sans axe"]
        axe = line.sujet.axe
      }
      lines.append("   \(Sentences.shown(line.sujet.intitule))")
      for mot in Reponses.Mot.allCases {
        let said = line.paroles.filter { $0.mot == mot }.map(told).joined(separator: ", ")
        let word = Silence.phrase(mot, sur: synthese.structures, seuil: synthese.seuil)
        if !said.isEmpty { lines.append("     \(word)\u{A0}: \(said)") }
      }
    }
    if synthese.lignes.isEmpty { lines += ["", Sentences.nothingInCommon(synthese.seuil)] }
    return lines.map { $0 + "\n" }.joined()
  }

  private func told(_ parole: Synthese.Parole) -> String {
    let dit = Fait.mot(parole.dit)
    guard let nombre = parole.nombre else { return dit }
    let about = synthese.structures >= Silence.arrondi ? "environ\u{A0}" : ""
    return "\(dit) (\(about)\(nombre))"
  }

  /// `docs/territoire.md` describes it.
  private var json: JSONValue {
    .object([
      "jour": synthese.jour.scalar, "structures": synthese.structures.scalar,
      "seuil": synthese.seuil.scalar, "par": synthese.par.scalar,
      "aDonner": synthese.estRendue.scalar, "tait": synthese.taitLeReste.scalar,
      "sujets": .array(
        synthese.lignes.map { line in
          var object: JSONObject = ["sujet": .string(Sentences.shown(line.sujet.code))]
          object["axe"] = line.sujet.axe?.scalar
          object["intitule"] = .string(Sentences.shown(line.sujet.intitule))
          object["mots"] = .object(
            JSONObject(
              unique: line.paroles.map {
                .init(key: $0.dit, value: $0.nombre?.scalar ?? $0.mot.scalar)
              }))
          return .object(object)
        }),
    ])
  }
}
