import Application
import DPES
import JSONTree
import TerminalUI

// What a window says to those that follow it: ids, words of our own and figures, never a text.
extension Wall {
  var json: JSONValue {
    var object = JSONObject()
    object["ecran"] = .string(screen.name)
    object["theme"] = .string(theme.rawValue)
    if let day { object["jour"] = .string(day.iso) }
    if let image { object["image"] = .string(image) }
    if let page { object["page"] = .string(page) }
    if let axe = place.axe { object["axe"] = .string(axe.rawValue) }
    if let selection = place.selection { object["selection"] = .string(selection) }
    if let mois = place.mois { object["mois"] = .number(mois) }
    if let card { object["carte"] = .string(Self.word(for: card)) }
    if let vote { object["vote"] = vote.json }
    if isWriting { object["saisie"] = .bool(true) }
    if let countdown { object["minuteur"] = countdown.json }
    if let distance = room.distance { object["distance"] = .number(distance.centimetres) }
    if let height = room.imageHeight { object["hauteur"] = .number(height.centimetres) }
    return .object(object)
  }

  /// Reads a note; nil when it is none of ours.
  init?(_ value: JSONValue) {
    guard case .object(let object) = value,
      let screen = object.string("ecran").flatMap(Screen.init(name:)),
      let theme = object.string("theme").flatMap(Theme.init(rawValue:))
    else { return nil }
    self.init(screen: screen, theme: theme)
    day = object.string("jour").flatMap(Day.init(iso:))
    image = object.string("image")
    page = object.string("page")
    place = Place(
      axe: object.string("axe").flatMap(Axe.init(rawValue:)),
      selection: object.string("selection"), mois: object.integer("mois"))
    card = object.string("carte").flatMap { word in
      [Card.legend, .countdown, .legibility].first { Self.word(for: $0) == word }
    }
    vote = object["vote"].flatMap(Vote.init)
    isWriting = object["saisie"] == .bool(true)
    countdown = object["minuteur"].flatMap(Countdown.init)
    room = Room(
      distance: object.integer("distance").flatMap(Length.init(centimetres:)),
      imageHeight: object.integer("hauteur").flatMap(Length.init(centimetres:)))
  }

  private static func word(for card: Card) -> String {
    switch card {
    case .legend: "legende"
    case .countdown: "minuteur"
    case .legibility: "distance"
    }
  }
}

extension Wall.Vote {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    switch self {
    case .counting(let voters, let ballots):
      object["votants"] = .number(voters)
      if let ballots { object["bulletins"] = .number(ballots) }
    case .told(let id, let first):
      object["scrutin"] = .string(id)
      object["premieres"] = .number(first)
    }
    return .object(object)
  }

  fileprivate init?(_ value: JSONValue) {
    guard case .object(let object) = value else { return nil }
    if let id = object.string("scrutin") {
      self = .told(id, first: object.integer("premieres") ?? 0)
    } else if let voters = object.integer("votants") {
      self = .counting(voters: voters, ballots: object.integer("bulletins"))
    } else {
      return nil
    }
  }
}

extension Countdown {
  /// Minutes, then milliseconds: until the end since the machine started, or those left.
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["minutes"] = .number(minutes)
    switch phase {
    case .running(let end): object["fin"] = .number(end)
    case .waiting(let left): object["reste"] = .number(left)
    case .over: break
    }
    return .object(object)
  }

  fileprivate init?(_ value: JSONValue) {
    guard case .object(let object) = value, let minutes = object.integer("minutes") else {
      return nil
    }
    self.init(minutes: minutes)
    if let end = object.integer("fin"), (0...1 << 52).contains(end) {
      phase = .running(until: end)
    } else if let left = object.integer("reste") {
      phase = .waiting(min(max(0, left), 6_000_000))
    } else {
      phase = .over
    }
  }
}

extension JSONValue {
  static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}

extension JSONObject {
  func string(_ key: String) -> String? {
    if case .string(let text) = self[key] { text } else { nil }
  }

  func integer(_ key: String) -> Int? {
    if case .number(let number) = self[key] { number.int } else { nil }
  }
}
