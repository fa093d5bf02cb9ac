import DPES
import JSONTree

// Why a file is not a démarche.
extension Sentences {
  /// `advises` to add what to do, where there is no version to offer.
  static func sentence(_ error: ReadError, in name: String, advises: Bool = true) -> String {
    let (reason, advice): (String, String?)
    switch error {
    case .file(let error): return sentence(error, of: name)
    case .foreign(let kind): (reason, advice) = self.reason(kind, in: name)
    case .json(let error): (reason, advice) = self.reason(error)
    case .format(let error, let position): (reason, advice) = self.reason(error, at: position)
    }
    let advised = advises ? advice.map { "\(reason) \($0)" } : nil
    return
      "Le fichier \(quoted(name, columns: .max)) ne peut pas être lu\u{A0}: \(advised ?? reason)"
  }

  private static let takeCopy = "Reprenez une copie du fichier."

  /// Another program put something that is not a démarche in the place of the one on the screen.
  static func spoilt(_ error: ReadError) -> String {
    let position: TextPosition?
    switch error {
    case .file(let error): return "Pas enregistré\u{A0}: le fichier \(cannotBeRead(error))"
    case .foreign, .json, .format: position = error.position
    }
    let spot = position.map { ", \(place($0))" } ?? ""
    return
      "Pas enregistré\u{A0}: un autre programme a abîmé le fichier\(spot)\u{A0}; rien n’est écrasé."
  }

  private static func reason(_ error: JSONError) -> (String, advice: String?) {
    let place = place(error.position)
    let advice = "Corrigez cet endroit, ou reprenez une copie du fichier."
    return switch error.cause {
    case .empty: ("il est vide.", takeCopy)
    case .unexpectedEnd: ("il s’arrête avant la fin, \(place).", takeCopy)
    case .unexpected(let scalar, let expected):
      ("\(place), il faudrait \(words(expected)) et non \(name(scalar)).", advice)
    case .invalidNumber: ("\(place), un nombre est mal écrit.", advice)
    case .controlCharacterInString(let scalar):
      ("\(place), un texte contient \(name(scalar)).", advice)
    case .invalidEscape:
      ("\(place), une barre oblique inverse n’est suivie de rien de permis.", advice)
    case .loneSurrogate: ("\(place), un caractère \\u n’est écrit qu’à moitié.", advice)
    case .invalidUTF8: ("\(place), ce n’est pas du texte en UTF-8.", takeCopy)
    case .duplicateKey(let key): ("\(place), la clé \(quoted(key)) est écrite deux fois.", advice)
    case .tooDeep:
      (
        "\(place), il est imbriqué sur plus de \(JSONValue.depthLimit) niveaux\u{A0}: "
          + "ce n’est pas une démarche.", nil
      )
    }
  }

  private static func reason(
    _ error: FormatError, at position: TextPosition?
  ) -> (String, advice: String?) {
    let place = position.map(place) ?? "quelque part"
    let key = error.pointer.steps.last { if case .key = $0 { true } else { false } }
    let isElement = error.pointer.steps.last.map { if case .index = $0 { true } else { false } }
    let name = key.map { quoted($0.description) } ?? "la valeur"
    let fixValue = "Corrigez cette valeur, ou reprenez une copie du fichier."
    let what = isElement == true ? "chaque élément de \(name)" : name
    return switch error.cause {
    case .notADemarche: lacksFormat("ce n’est pas une démarche", "dpes")
    case .notAReferentiel: lacksFormat("ce n’est pas un référentiel", "dpes-referentiel")
    case .notACycle: lacksFormat("ce n’est pas un cycle", "dpes-cycle")
    case .notCorrespondances:
      lacksFormat("ce ne sont pas des correspondances", "dpes-correspondances")
    case .notSuggestions: lacksFormat("ce ne sont pas des suggestions", "dpes-suggestions")
    case .unknownVersion(let version):
      (
        "\(place), ce Palier ne connaît pas la version \(version) du format.",
        "Corrigez ce nombre, ou reprenez une copie du fichier."
      )
    case .missingKey(let key):
      (
        "\(place), il manque \(quoted(key)).",
        "Ajoutez cette clé, ou reprenez une copie du fichier."
      )
    case .wrongType(let expected): ("\(place), \(what) devrait être \(words(expected)).", fixValue)
    case .unknownValue(let value, let allowed):
      (
        "\(place), \(what) vaut \(quoted(value, columns: 30)) et non \(list(allowed)).", fixValue
      )
    }
  }

  private static func lacksFormat(_ what: String, _ name: String) -> (String, advice: String?) {
    ("\(what), car il ne commence pas par \"format\": \"\(name)\".", nil)
  }

  static func place(_ position: TextPosition) -> String {
    "ligne \(position.line), colonne \(position.column)"
  }

  private static func words(_ expectation: JSONError.Expectation) -> String {
    switch expectation {
    case .value: "une valeur"
    case .key: "une clé entre guillemets"
    case .colon: "un deux-points"
    case .commaOrEndOfArray: "une virgule ou «\u{A0}]\u{A0}»"
    case .commaOrEndOfObject: "une virgule ou «\u{A0}}\u{A0}»"
    case .endOfText: "la fin du fichier"
    }
  }

  private static func words(_ shape: FormatError.Shape) -> String {
    switch shape {
    case .object: "un objet entre accolades"
    case .array: "une liste entre crochets"
    case .scalar: "un nombre, un texte, true ou false"
    case .text: "un texte entre guillemets"
    case .integer: "un nombre entier"
    case .number: "un nombre"
    case .boolean: "true ou false"
    case .day: "un jour comme \"2026-03-12\""
    case .instant: "un instant comme \"2026-03-12T14:32:05Z\""
    case .oneOf(let words): list(words)
    }
  }

  /// A character, named when it can't be shown.
  private static func name(_ scalar: Unicode.Scalar) -> String {
    let shown = shown(String(Character(scalar)))
    if !shown.isEmpty, shown != " ", shown != "�" { return "«\u{A0}\(shown)\u{A0}»" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "le caractère U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
  }
}
