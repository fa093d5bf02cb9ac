import Application
import DPES
import DPESStore
import JSONTree

// What a note of texts begun says.
extension DraftKeeper {
  /// Texts begun about a démarche, whose file has no links in its path.
  static func json(of drafts: [Draft], id: String, path: String, numero: Int?) -> JSONValue {
    var object = JSONObject()
    object["demarche"] = .string(id)
    object["fichier"] = .string(path)
    if let numero { object["numero"] = .number(numero) }
    object["version"] = .number(Self.version)
    object["textes"] = .array(drafts.filter { $0.begun == nil }.map(\.json))
    let begun = drafts.compactMap(\.begun)
    if !begun.isEmpty { object["saisies"] = .array(begun.map(\.json)) }
    return .object(object)
  }

  /// What this Palier writes; a note without it is the first, which it reads as well.
  fileprivate static let version = 3
}

extension DraftKeeper.Left {
  /// Reads a note about a file; nil when it is none of ours, or about another file that is there.
  init?(_ note: DraftNote, about file: String, in system: any FileSystem) {
    guard case .object(let object)? = note.read(), let path = object.string("fichier"),
      object["version"] == nil
        || object.integer("version").map({ (1...DraftKeeper.version).contains($0) }) == true,
      case .array(let texts) = object["textes"]
    else { return nil }
    // Nothing there: the file was moved, and is the one that is opened now.
    guard path == file || (try? system.status(at: path)) == nil else { return nil }
    self.note = note
    var open: [JSONValue] = []
    if case .array(let some)? = object["saisies"] { open = some }
    drafts =
      texts.compactMap(Draft.init).filter { !$0.texte.isEmpty }
      + open.compactMap(Begun.init).map { Draft($0) }
    numero = object.integer("numero") ?? 0
  }
}

extension Draft {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["texte"] = .string(texte)
    switch purpose {
    case .observation(let point, let axe):
      if let point { object["point"] = .string(point) }
      if let axe { object["axe"] = .string(axe.rawValue) }
    case .begun: break
    }
    return .object(object)
  }

  fileprivate init?(_ value: JSONValue) {
    guard case .object(let object) = value, let texte = object.string("texte") else { return nil }
    if let id = object.string("observation"),
      let sens = object.string("sens").flatMap(DPES.Argument.Sens.init(rawValue:))
    {
      self.init(texte, sens, of: id)
    } else {
      let axe = object.string("axe").flatMap(Axe.init(rawValue:))
      self.init(texte, .observation(point: object.string("point"), axe: axe))
    }
  }
}
