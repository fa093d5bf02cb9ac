/// Where a screen stands among the others, and what it is called.
///
/// Screens are equal by their names.
package struct Screen: Sendable {
  /// The digit that leads to it (`docs/guide.md`); screens come in this order.
  package let number: Int
  /// Its name on the command line.
  package let name: String
  /// Its name in full, for the tab line and the header.
  package let title: String
  /// Its name in one word, for narrow windows.
  package let shortTitle: String
  /// Whether it is the first of those that are looked at twice a year: a line stands before its tab.
  let opensGroup: Bool
  /// Whether it shares a large window with others: those that show a link of the chain.
  let standsBesideOthers: Bool
  let ecran: any Ecran.Type

  init(
    _ number: Int, _ name: String, _ title: String, short shortTitle: String,
    opensGroup: Bool = false,
    standsBesideOthers: Bool = false, _ ecran: any Ecran.Type
  ) {
    self.number = number
    self.name = name
    self.title = title
    self.shortTitle = shortTitle
    self.opensGroup = opensGroup
    self.standsBesideOthers = standsBesideOthers
    self.ecran = ecran
  }

  /// Every screen, in the order of the digits and of the tab line.
  package static let all: [Screen] = Ecrans.all.map { $0.place }

  /// The place of a name of the command line; nil when there is none.
  package init?(name: String) {
    guard let place = Screen.all.first(where: { $0.name == name }) else { return nil }
    self = place
  }

  /// The next screen in the tab line, going round.
  package func stepped(by steps: Int) -> Screen {
    let all = Screen.all
    let index = (all.firstIndex(of: self) ?? 0) + steps
    return all[((index % all.count) + all.count) % all.count]
  }

  /// The next screen that may stand beside this one.
  var neighbour: Screen {
    let next = stepped(by: 1)
    return next.standsBesideOthers ? next : next.neighbour
  }
}

extension Screen: Hashable {
  /// Whether the names are the same.
  package static func == (one: Screen, other: Screen) -> Bool { one.name == other.name }
  /// Hashes the name.
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
