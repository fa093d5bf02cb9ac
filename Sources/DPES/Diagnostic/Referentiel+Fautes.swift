package import JSONTree

extension Referentiel {
  /// Why a file can be read and yet is no référentiel to work with.
  package enum Faute: Hashable, Sendable {
    /// A code stands twice, or is one that another point had.
    case codeEnDouble(String)
    case vide(String)
    case tropDePoints(Int)
    /// A code that the démarche's links could not name: it holds a colon or a blank.
    case codeIllisible(String)
    /// Its id is one that an observation cites something else by.
    case idReserve(String)
    /// A choix has nothing to tick, or more than people compare.
    case options(String, Int)
    /// What is no choix has options.
    case optionsSansChoix(String)
    /// A text that holds what a terminal obeys: a question needs none of it.
    case commande(String)
  }

  /// What is wrong with it, with the place of each; codes first, then texts.
  ///
  /// - Complexity: O(length of the texts)
  package var fautes: [(faute: Faute, pointer: JSONPointer)] {
    var found = Fautes()
    found.check(code: id, [.key("id")])
    if Self.idsReserves.contains(id) { found.add(.idReserve(id), [.key("id")]) }
    found.met = []
    for (theme, value) in themes.enumerated() {
      for (index, point) in value.points.enumerated() {
        found.check(point, [.key("themes"), .index(theme), .key("points"), .index(index)])
      }
    }
    for (index, point) in retires.enumerated() {
      found.check(point, [.key("retires"), .index(index)])
    }
    let count = themes.reduce(0) { $0 + $1.points.count }
    if count > Self.mostPoints { found.add(.tropDePoints(count), [.key("themes")]) }
    for (key, text) in [
      ("edition", edition), ("nom", nom), ("famille", famille), ("description", description),
      ("source", source), ("licence", licence),
    ] { found.check(text: text, [.key(key)]) }
    for (index, theme) in themes.enumerated() {
      found.check(text: theme.intitule, [.key("themes"), .index(index), .key("intitule")])
    }
    return found.all
  }

  /// What an observation cites beside the points of référentiels: `fiches:ID`.
  package static let idsReserves = ["fiches", "acteurs", "relations", "profilStrategique"]

  /// What was found so far, and the codes met.
  private struct Fautes {
    private(set) var all: [(faute: Faute, pointer: JSONPointer)] = []
    var met: Set<String> = []

    mutating func add(_ faute: Faute, _ steps: [JSONPointer.Step]) {
      all.append((faute, JSONPointer(steps)))
    }

    mutating func check(code: String, _ steps: [JSONPointer.Step]) {
      if code.isEmpty || code.contains(where: { $0 == ":" || $0.isWhitespace }) {
        add(.codeIllisible(code), steps)
      } else if !met.insert(code).inserted {
        add(.codeEnDouble(code), steps)
      }
      check(text: code, steps)
    }

    /// A line may end in a text; nothing else below the blank is one.
    mutating func check(text: String?, _ steps: [JSONPointer.Step]) {
      guard let text else { return }
      let isCommand = text.unicodeScalars.contains {
        $0.properties.generalCategory == .control && !"\t\n\r".unicodeScalars.contains($0)
      }
      if isCommand { add(.commande(text), steps) }
    }

    mutating func check(_ point: Point, _ steps: [JSONPointer.Step]) {
      check(code: point.code, steps + [.key("code")])
      if point.intitule.isEmpty { add(.vide(point.code), steps + [.key("intitule")]) }
      check(text: point.intitule, steps + [.key("intitule")])
      checkOptions(of: point, steps)
      for (index, repere) in point.reperes.enumerated() {
        check(text: repere, steps + [.key("reperes"), .index(index)])
      }
      for (index, ancien) in point.anciens.enumerated() where ancien != point.code {
        check(code: ancien, steps + [.key("anciens"), .index(index)])
      }
    }

    /// The codes of options are told apart in their point alone.
    private mutating func checkOptions(of point: Point, _ steps: [JSONPointer.Step]) {
      if point.forme != .choix {
        if !point.options.isEmpty || point.plusieurs {
          let key = point.options.isEmpty ? "plusieurs" : "options"
          add(.optionsSansChoix(point.code), steps + [.key(key)])
        }
        return
      }
      let count = point.options.count
      if count == 0 { add(.options(point.code, 0), steps) }
      if count > Referentiel.mostOptions {
        add(.options(point.code, count), steps + [.key("options")])
      }
      let outside = met
      met = []
      for (index, option) in point.options.enumerated() {
        let place = steps + [.key("options"), .index(index)]
        check(code: option.code, place + [.key("code")])
        if option.intitule.isEmpty { add(.vide(option.code), place + [.key("intitule")]) }
        check(text: option.intitule, place + [.key("intitule")])
      }
      met = outside
    }
  }
}
