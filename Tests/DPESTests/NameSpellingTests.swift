import JSONTree
import Testing

@testable import DPES

/// Names are found as people write them, and a copy and a check never disagree on that.
@Suite struct NameSpellingTests {
  private static let names = [
    "Trần Nguyễn", "Zélie Bœuf", "Liam O’Brien", "Jean-Pierre Martin", "Đặng Øyvind Łukasz",
    "Anne de La Tour", "Γιώργος Παπαδόπουλος", "Ёлкин Алексей", "Straße Weiß", "N’Diaye Aïssata",
  ]

  static func demarche(_ name: String, _ text: String = "") -> Demarche {
    var demarche = Demarche(id: "d", raisonSociale: "Essai", debut: Day(number: 20_000))
    var participant = Participant()
    (participant.id, participant.nom) = ("p", name)
    demarche.participants = [participant]
    var image = CercleDeQualite()
    (image.id, image.date) = ("c", Day(number: 20_000))
    var observation = Observation()
    (observation.id, observation.texte) = ("o", text)
    image.observations = [observation]
    demarche.cercles = [image]
    return demarche
  }

  /// What the copy makes of a text, once the check is found to say the same of it.
  static func masked(_ text: String, _ name: String) throws -> String {
    try masked(text, in: demarche(name, text), stillKnown: { demarche(name, $0) })
  }

  /// The same, when `again` makes the démarche of a text.
  static func masked(
    _ text: String, in demarche: Demarche, stillKnown again: (String) -> Demarche,
    _ niveau: Anonymat = .sansNoms
  ) throws -> String {
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(niveau, ids: &ids)
    let result = copy.cercles[0].observations[0].texte
    #expect(demarche.constats([.nomDansUnTexte]).count == (result == text ? 0 : 1), "\(text)")
    // Nothing is left in the copy, also for who still knows the names.
    #expect(again(result).constats([.nomDansUnTexte]) == [], "\(result)")
    return result
  }

  @Test(arguments: names, 0..<40 as Range<UInt64>)
  func `however a name is written, it goes`(name: String, seed: UInt64) throws {
    var random = MergeGenerator(seed: seed)
    var parts = name.split(separator: " ").map(String.init)
    if random.chance(2), parts.count < 4 { parts.reverse() }
    if random.chance(3) { parts = [parts[random.number(parts.count)]] }
    if parts[0].count < 3 { parts = name.split(separator: " ").map(String.init) }
    var written = parts.map { spelt($0, &random) }
      .joined(
        separator: [" ", "", "\u{A0}", "\n", "  \t", "-", "\u{202F}\r\n", "."][random.number(8)])
    if random.chance(4) { written = written.uppercased() }
    let text = ["chez \(written), on rit", "«\u{A0}\(written)\u{A0}»", written][random.number(3)]
    let result = try Self.masked(text, name)
    var left = result.replacing("[personne]", with: "").folded.filter(\.isLetter)
    for word in ["chez", "onrit"] { left = left.replacing(word, with: "") }
    #expect(["", "dela"].contains(left), "\(text) → \(result)")
  }

  /// One part of a name, as hands, keyboards and other programs spell it.
  private func spelt(_ part: String, _ random: inout MergeGenerator) -> String {
    var text = part
    if random.chance(2) { text = text.replacing("’", with: ["'", "", "ʼ", "‘"][random.number(4)]) }
    if random.chance(2) { text = text.replacing("-", with: [" ", "", "‑", "–"][random.number(4)]) }
    switch random.number(5) {
    case 0: return text.uppercased()
    case 1: return text.lowercased()
    case 2:
      let unseen = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{200E}", "\u{FEFF}"][random.number(5)]
      let place = text.index(text.startIndex, offsetBy: 1 + random.number(text.count - 1))
      text.insert(contentsOf: unseen, at: place)
      return text
    case 3: return String(text.folded.filter { $0 != "'" })
    default: return text
    }
  }

  @Test(arguments: [
    ("Zélie Bœuf", "écrire à zelie.boeuf@exemple.org", "écrire à [personne]@exemple.org"),
    ("Zélie Bœuf", "zboeuf@exemple.org, boeufz59@a.fr", "[personne]@exemple.org, [personne]@a.fr"),
    ("Zélie Bœuf", "z.boeuf-asso@a.fr", "[personne]@a.fr"),
    ("Jean-Pierre Martin", "jpmartin@a.fr", "[personne]@a.fr"),
    (
      "Jean Martin", "MartinJean, jeanmartin et Jean MARTIN", "[personne], [personne] et [personne]"
    ),
    ("Jean Dupont", "Du-\npont l’a dit", "[personne] l’a dit"),
    ("Jean Dupont", "le bout du pont", "le bout du pont"),
    ("Rose Lange", "un roseau, l’ange, L’Ange", "un roseau, l’ange, [personne]"),
    ("Ève Atil", "y a-t-il du pain", "y a-t-il du pain"),
    ("Marc Obrien", "o’brien, O’Brien", "[personne], [personne]"),
    ("Personne", "[personne] l’a dit", "[personne] l’a dit"),
  ])
  func `words keep their bounds, addresses go whole`(
    name: String, text: String, expected: String
  ) throws {
    #expect(try Self.masked(text, name) == expected)
  }

  @Test(arguments: [
    "la régie de\nquartier", "la régie  de quartier", "la Régie-de-Quartier", "la regiedequartier",
    "la régie de\u{AD} quartier", "la régie,\nde quartier",
  ])
  func `an organisation goes across spaces and line ends`(text: String) throws {
    var demarche = Self.demarche("X", text)
    demarche.participants[0].nom = nil
    demarche.participants[0].organisme = "Régie de quartier"
    var ids = IDGenerator(seed: 1)
    let copy = try demarche.anonymisee(.sansNoms, ids: &ids)
    #expect(copy.cercles[0].observations[0].texte == "la [organisme]")
    #expect(demarche.constats([.nomDansUnTexte]).count == 1)
  }

  @Test(arguments: [
    ("Nguyễn", "nguyen"), ("Đà Nẵng", "da nang"), ("Ørsted Łódź", "orsted lodz"),
    ("Weiß WEISS", "weiss weiss"), ("cœur, Æther, ĳ", "coeur, aether, ij"), ("İI ı", "ii i"),
    ("Zé\u{AD}l\u{200B}ie", "zelie"), ("a\u{A0}b\u{202F}c\nd", "a b c d"), ("O’B, Oʼb", "o'b, o'b"),
    ("a‑b – c", "a-b - c"), ("Γιώργος", "γιωργοσ"), ("Ёж й", "еж и"), ("ﬁn ﬀ", "fin ff"),
    ("e\u{301}\u{327}", "e"), ("日本 👩\u{200D}👧", "日本 👩👧"), ("Ａ", "a"),
    ("𝐙𝐞𝐥𝐢𝐞 𝒵ℯ𝓁𝒾ℯ ℨ𝔢𝔩𝔦𝔢", "zelie zelie zelie"), ("ᴢᴇʟɪᴇ", "zelie"), ("𝟙２٣", "123"),
    ("Ðặng ð", "dang d"),
  ])
  func `what people compare of a text`(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test func `what is written otherwise is near all the same`() {
    let near = [
      ("O’Brien n’est pas d’accord", "OBrien n'est pas d'accord"),
      ("Week-end", "weekend"), ("Zé\u{AD}lie chante", "zelie chante"),
    ]
    for (one, other) in near {
      #expect(Ressemblance(one).estProche(de: Ressemblance(other)), "\(one)")
    }
  }
}
