import DPES
import TerminalUI

// The totals counted so far, as they are noted should the process be killed.
extension VoteCount {
  /// nil while nothing is counted, and where ballots are read one by one: what two notes differ by would
  /// be what one person voted.
  var begun: Begun? {
    guard form == .totals, recordedID == nil else { return nil }
    let fields = count.urnes.enumerated().flatMap { urn, one in
      one.totaux.enumerated().compactMap { option, total in
        total.map { total in
          Begun.Field(
            id: "\(urn) \(option)", label: TextWidth.excerpt(options[option].texte, to: 60),
            text: String(total), before: "", isProse: false)
        }
      }
    }
    return fields.isEmpty ? nil : Begun(.vote, words, title: "Gommettes", fields: fields)
  }

  /// The image, points, secrecy and options, then the urns.
  private var words: [String] {
    [
      imageID, String(count.points), count.secret ? "secret" : "ouvert",
      count.options.joined(separator: " "),
    ] + count.urnes.map { "\($0.college?.rawValue ?? "-") \($0.votants)" }
  }

  /// A counting as it stood; nil when its image is closed, or not all that was voted on is still there.
  init?(_ begun: Begun, in demarche: Demarche) {
    let words = begun.words
    guard words.count > 4, let points = Self.number(words[1]), points > 0,
      let image = demarche.cercles.first(where: { $0.id == words[0] }), !image.figee
    else { return nil }
    let known = Dictionary(
      image.observations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = words[3].split(separator: " ").map(String.init)
    let options = ids.compactMap { known[$0] }
    let urns = words[4...].compactMap(Self.urn)
    guard options.count == ids.count, options.count > 1, urns.count == words.count - 4 else {
      return nil
    }
    self.init(
      imageID: image.id, form: .totals, options: options,
      count: Depouillement(
        options: ids, points: points, secret: words[2] != "ouvert", votants: urns))
    for field in begun.fields { take(field) }
  }

  private mutating func take(_ field: Begun.Field) {
    let place = field.id.split(separator: " ").compactMap { Self.number($0) }
    guard place.count == 2, count.urnes.indices.contains(place[0]),
      options.indices.contains(place[1]), let total = Self.number(field.text)
    else { return }
    count.urnes[place[0]].totaux[place[1]] = total
  }

  private static func urn(_ word: String) -> (college: College?, nombre: Int)? {
    let parts = word.split(separator: " ")
    guard parts.count == 2, let voters = number(parts[1]) else { return nil }
    let college = College(rawValue: String(parts[0]))
    return college == nil && parts[0] != "-" ? nil : (college, voters)
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { (0...NumberTyping.most).contains($0) ? $0 : nil }
  }

  /// Whether what was counted is told: the image has a vote with the same totals.
  static func isTold(_ begun: Begun, in demarche: Demarche) -> Bool {
    guard let counted = VoteCount(begun, in: demarche),
      let image = demarche.cercles.first(where: { $0.id == counted.imageID })
    else { return false }
    return image.scrutins.contains {
      $0.options == counted.count.options
        && $0.resultats.map { $0.points ?? 0 } == counted.count.totaux
    }
  }
}
