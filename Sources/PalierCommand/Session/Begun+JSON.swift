import Application
import DPES
import JSONTree

// What stands open, in a note of what is typed.
extension Begun {
  var json: JSONValue {
    var object = JSONObject()
    object["genre"] = .string(kind.rawValue)
    object["sujet"] = .array(words.map { .string($0) })
    object["titre"] = .string(title)
    object["champs"] = .array(fields.map(\.json))
    if let focus { object["champ"] = .string(focus) }
    object["ecran"] = .string(screen)
    if let axe = place.axe { object["axe"] = .string(axe.rawValue) }
    if let selection = place.selection { object["selection"] = .string(selection) }
    if let mois = place.mois { object["mois"] = .number(mois) }
    if let image { object["image"] = .string(image) }
    if isAside { object["aCote"] = .bool(true) }
    if isEntered { object["confirme"] = .bool(true) }
    return .object(object)
  }

  /// Reads what stood open; nil when it is none of ours, or says nothing.
  init?(_ value: JSONValue) {
    guard case .object(let object) = value,
      let kind = object.string("genre").flatMap(Kind.init(rawValue:)),
      case .array(let subject)? = object["sujet"], case .array(let typed)? = object["champs"]
    else { return nil }
    let words = subject.compactMap { if case .string(let word) = $0 { word } else { nil } }
    let fields = typed.compactMap(Field.init)
    guard words.count == subject.count, !fields.isEmpty else { return nil }
    self.init(kind, words, title: object.string("titre") ?? "", fields: fields)
    focus = object.string("champ")
    screen = object.string("ecran") ?? ""
    place = Wall.Place(
      axe: object.string("axe").flatMap(Axe.init(rawValue:)),
      selection: object.string("selection"), mois: object.integer("mois"))
    image = object.string("image")
    isAside = object["aCote"] == .bool(true)
    isEntered = object["confirme"] == .bool(true)
  }
}

extension Begun.Field {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["champ"] = .string(id)
    object["nom"] = .string(label)
    object["texte"] = .string(text)
    object["avant"] = .string(before)
    if isProse { object["phrase"] = .bool(true) }
    return .object(object)
  }

  fileprivate init?(_ value: JSONValue) {
    guard case .object(let object) = value, let id = object.string("champ"),
      let text = object.string("texte")
    else { return nil }
    self.init(
      id: id, label: object.string("nom") ?? "", text: text, before: object.string("avant") ?? "",
      isProse: object["phrase"] == .bool(true))
  }
}
