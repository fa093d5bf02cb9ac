import DPES
import JSONTree

extension Demarche {
  /// Whoever writes the file by other means, before anybody opens it.
  static let fileSide = "n"

  /// The démarche after some changes of its file that leave it one; new ids begin with the side's
  /// name, as no two people make the same.
  func edited(
    _ edits: Int, by choices: inout Choices, as side: String = Demarche.fileSide
  ) -> Demarche {
    var (demarche, tree) = (self, json)
    for _ in 0..<edits {
      var changed = tree
      changed.edit(by: &choices, side)
      // What another program may write is read or refused; a refusal is looked at elsewhere.
      do throws(FormatError) {
        demarche = try Demarche(file: changed)
        tree = changed
      } catch { continue }
    }
    return demarche
  }
}

extension JSONValue {
  /// Changes one place, found from the outside inwards.
  mutating func edit(by choices: inout Choices, _ side: String) {
    let way = Int(choices.byte())
    switch self {
    case .array(var elements):
      if elements.isEmpty || way >= 200 {
        elements.edit(way, by: &choices, side)
      } else {
        elements[way % elements.count].edit(by: &choices, side)
      }
      self = .array(elements)
    case .object(var object):
      // Who has a démarche open never changes an id.
      let keys = object.keys.filter { $0 != "id" || side == Demarche.fileSide }
      if keys.isEmpty || way >= 240 {
        object[choices.one(of: keys) ?? "x"] =
          way.isMultiple(of: 2) ? nil : choices.one(of: Sample.values)
      } else {
        let key = keys[way % keys.count]
        object[key]?.edit(by: &choices, side)
      }
      self = .object(object)
    default: self = choices.one(of: Sample.values) ?? self
    }
  }
}

extension [JSONValue] {
  /// An element more, less, or elsewhere.
  fileprivate mutating func edit(_ way: Int, by choices: inout Choices, _ side: String) {
    guard !isEmpty else { return append(choices.one(of: Sample.values) ?? .null) }
    let (one, other) = (choices.number(below: count), choices.number(below: count))
    switch way % 4 {
    case 0: remove(at: one)
    case 1: swapAt(one, other)
    case 2: insert(self[one], at: other)
    default:
      // The same with another id, as somebody's own.
      guard case .object(var object) = self[one], object["id"] != nil else { return }
      object["id"] = .string("\(side)\(choices.byte())")
      insert(.object(object), at: other)
    }
  }
}

extension JSONValue {
  /// The first place where two trees part, as a path; nil when they are alike.
  func parting(from other: JSONValue) -> String? {
    if self == other { return nil }
    switch (self, other) {
    case (.object(let one), .object(let two)):
      if Array(one.keys) != Array(two.keys) {
        return ": \(Array(one.keys)), not \(Array(two.keys))"
      }
      return one.members.lazy.compactMap { member in
        two[member.key].flatMap { member.value.parting(from: $0) }.map { "/\(member.key)\($0)" }
      }.first
    case (.array(let one), .array(let two)) where one.count == two.count:
      return zip(one, two).enumerated().lazy.compactMap { index, pair in
        pair.0.parting(from: pair.1).map { "/\(index)\($0)" }
      }.first
    default:
      return ": \(text), not \(other.text)"
    }
  }

  private var text: String { String(decoding: JSONValue.write(self), as: UTF8.self) }
}
