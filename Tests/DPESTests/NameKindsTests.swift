import Glibc
import JSONTree
import Testing

@testable import DPES

/// Ways to write a name that were left in a copy called anonymous, kind by kind.
@Suite struct NameKindsTests {
  private func masked(_ text: String, _ name: String) throws -> String {
    try NameSpellingTests.masked(text, name)
  }

  private static let particled = [
    "Anne Le Goff", "Karim Ben Ali", "Jan van den Berg", "Charles de Gaulle",
    "José María de la Cruz", "Youssef El Haddad", "Anne de La Tour du Pin", "Lucía del Río",
    "Jean d’Ormesson", "Marie-Claude Le Van Du",
  ]

  @Test(arguments: particled)
  func `any words of a name that follow each other may be glued`(name: String) throws {
    let words = TextWord.all(in: name)
    for start in words.indices {
      for end in start..<words.count where end > start {
        let run = words[start...end]
        let parts = run.map(\.text)
        guard !run.allSatisfy(\.isParticle), parts.joined().count > 5 else { continue }
        let capitalised = parts.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        let small = parts.joined().lowercased()
        for text in [
          parts.joined(), capitalised, small, small.uppercased(), small.folded,
          small.prefix(1).uppercased() + small.dropFirst(),
        ] {
          #expect(try masked("avec \(text), hier", name) == "avec [personne], hier", "\(text)")
        }
        #expect(try masked("\(small.folded)@x.org", name) == "[personne]@x.org")
      }
    }
  }

  @Test(arguments: [
    ("Anne Le Goff", "chez le goff, Le Goff Anne", "chez [personne], [personne]"),
    ("Anne Le Goff", "LeGoffAnne et GOFFLEANNE", "[personne] et [personne]"),
    ("Anne de La Tour", "TourLadeAnne, LATOURANNE", "[personne], [personne]"),
    ("Anne Le Goff", "Anne le dit, Goff Anne le redit", "[personne] le dit, [personne] le redit"),
    ("Jan van den Berg", "van den berg", "[personne]"),
    // What is glued to few letters is a word of the language.
    ("Jean Le Gal", "le cadre légal, Legal", "le cadre légal, [personne]"),
    ("Karim Ben Ali", "des aliments, le ben", "des aliments, le ben"),
    ("Li Re", "à lire", "à lire"),
  ])
  func `a particle goes with its name`(name: String, text: String, expected: String) throws {
    #expect(try masked(text, name) == expected)
  }

  @Test(arguments: [
    ("Wu", "écrire à wu@exemple.org", "écrire à [personne]@exemple.org"),
    ("Li O", "li@x.org", "[personne]@x.org"), ("Ousmane Ba", "ba@x.org", "[personne]@x.org"),
    ("Anne Durand", "durandpro@x.fr, prodrdurand@x.fr", "[personne]@x.fr, [personne]@x.fr"),
    ("Anne Roy", "drroy@x.fr, mroy@x.fr, sroy@x.fr", "[personne]@x.fr, [personne]@x.fr, sroy@x.fr"),
    ("Anne Durand", "MmeDurand, MadameDurand, mmedurand", "[personne], [personne], [personne]"),
    ("Bo Wu", "wubo@x.org, bowu@x.org", "[personne]@x.org, [personne]@x.org"),
    (
      "Li Du", "l.du@x.org, ldu@x.org, du@x.org",
      "[personne]@x.org, [personne]@x.org, [personne]@x.org"
    ),
    ("Li Du", "du pain, Du pain", "du pain, Du pain"),
    ("Anne Roy", "DrRoy, MRoy, MessieursRoy, Mroyal", "[personne], [personne], [personne], Mroyal"),
    ("Anne Roy", "MmeAnneRoy, DrsRoy, ProfRoy", "[personne], [personne], [personne]"),
    ("Li Du", "lidu@x.org", "[personne]@x.org"),
    ("Luc Lange", "un mélange, MrLange, DreLange", "un mélange, [personne], [personne]"),
    ("Anne Roy", "contactroy@x.fr, roypro@x.fr", "[personne]@x.fr, [personne]@x.fr"),
    ("Anne Roy", "royal@x.fr, leroyal@x.fr", "royal@x.fr, leroyal@x.fr"),
    ("Anne Roy-Lange", "MmesRoyLange, VoirRoyDemain", "[personne], [personne]"),
    ("Li Du", "MmeLiDu, unRoyaume, LaPoste", "[personne], unRoyaume, LaPoste"),
  ])
  func `a title and an address go with the name that is in them`(
    name: String, text: String, expected: String
  ) throws {
    #expect(try masked(text, name) == expected)
  }

  @Test(
    arguments: ["\u{AD}", "\u{200B}", "\u{200D}", "\u{2060}", "-", "-\u{AD}", "\u{AD}\u{200B}"],
    ["\n", "\r\n", "\n  ", " \n", "\u{2028}"])
  func `a line that ends inside a word ends no name`(sign: String, end: String) throws {
    #expect(try masked("Kess\(sign)\(end)ler", "Lise Kessler") == "[personne]")
    #expect(try masked("lkess\(sign)\(end)ler", "Lise Kessler") == "[personne]")
    #expect(try masked("Li\(sign)\(end)se Kessler", "Lise Kessler") == "[personne]")
    #expect(try masked("de bout\(end)du pont", "Jean Dupont") == "de bout\(end)du pont")
  }

  @Test(arguments: [
    (
      "Zélie Bœuf", "ZBoeuf, zboeuf, ZBŒUF et zbœuf",
      "[personne], [personne], [personne] et [personne]"
    ),
    ("Claire Martin", "cmartin dit, CMartin", "[personne] dit, [personne]"),
    ("Claire Martin", "cmartinet, martinc, Smartin", "cmartinet, martinc, Smartin"),
    ("Jean-Pierre Martin", "jpmartin, JMartin", "[personne], [personne]"),
    ("Anne Le Goff", "alegoff, agoff", "[personne], [personne]"),
    ("Liam O’Brien", "lobrien, LO’Brien", "[personne], [personne]"),
    ("Jean Roux", "jroux", "[personne]"),
    // As few letters are a word: with a capital alone.
    ("Luc Ami", "un lami, Lami, l’ami", "un lami, [personne], l’[personne]"),
  ])
  func `an initial may be glued to a last name`(name: String, text: String, expected: String) throws
  {
    #expect(try masked(text, name) == expected)
  }

  @Test(arguments: [
    ("李小龙", "李小龙说，李 小龙", "[personne]说，[personne]"), ("李 小龙", "我和李小龙去", "我和[personne]去"),
    ("李小龙", "李白，小说", "李白，小说"), ("佐々木 さくら", "佐々木さくらさんと", "[personne]さんと"),
    ("スーザン", "スーザンは", "[personne]は"), ("김민수", "김민수가", "[personne]가"),
    ("สมชาย", "คุณสมชายมา", "คุณ[personne]มา"), ("Bruce 李小龙", "bruce李小龙", "[personne]"),
  ])
  func `a writing without spaces has no bounds`(name: String, text: String, expected: String) throws
  {
    #expect(try masked(text, name) == expected)
  }

  @Test(arguments: ["𝐙𝐞𝐥𝐢𝐞", "𝒵ℯ𝓁𝒾ℯ", "ℨ𝔢𝔩𝔦𝔢", "𝚉𝚎𝚕𝚒𝚎 𝔹œ𝕦𝕗", "ᴢᴇʟɪᴇ", "Ｚｅｌｉｅ", "ⓩⓔⓛⓘⓔ"])
  func `letters in a style are letters`(text: String) throws {
    #expect(try masked("vu par \(text).", "Zélie Bœuf") == "vu par [personne].")
  }

  @Test func `an eth is typed for a stroke`() throws {
    #expect(try masked("Ðặng, ðang", "Đặng Øyvind") == "[personne], [personne]")
  }
}

// Organisations and the structure.
extension NameKindsTests {
  private func structure(_ text: String, _ name: String) throws -> String {
    func make(_ text: String) -> Demarche {
      var demarche = NameSpellingTests.demarche("Ysolde", text)
      demarche.structure.raisonSociale = name
      demarche.structure.siren = "552 100 554"
      demarche.structure.adresse = "4 chemin du Moulin, 62000 Arras"
      return demarche
    }
    return try NameSpellingTests.masked(text, in: make(text), stillKnown: make, .complet)
  }

  @Test(arguments: [
    ("ADMR", "A.D.M.R. et a.d.m.r, A. D. M. R.", "[structure]. et [structure], [structure]."),
    ("A.D.M.R.", "l’ADMR, admr", "l’[structure], [structure]"),
    ("ADMR de Lille", "A.D.M.R.", "[structure]."), ("SNC", "S.N.C.", "[structure]."),
    ("Aide à domicile (ADMR)", "admr, aide a domicile", "[structure], [structure]"),
  ])
  func `dots between letters are no part of a name`(
    name: String, text: String, expected: String
  ) throws {
    #expect(try structure(text, name) == expected)
  }

  @Test(arguments: [
    "Les Jardins d’Émile (SCIC)", "SCIC Les Jardins d’Émile", "Les Jardins d’Émile, SARL",
    "Association Les Jardins d’Émile", "Les Jardins d’Émile [asso]",
  ])
  func `a legal form and an article are left out`(name: String) throws {
    for text in ["jardins d'émile", "Jardins d’Emile", "LesJardinsDEmile", "jardinsdemile"] {
      #expect(try structure(text, name) == "[structure]", "\(text)")
    }
    #expect(
      try structure("contact@jardinsdemile.fr, chez les jardins d’émile", name)
        == "contact@[structure].fr, chez les [structure]")
    let plain = "une SCIC, une SARL, une asso, l’association, des jardins"
    #expect(try structure(plain, name) == plain)
  }

  @Test(arguments: ["coopérative l’étoile", "Cooperative L'Etoile", "cooperativeletoile@x.fr"])
  func `a legal form after the name goes alone`(text: String) throws {
    #expect(
      try structure(text, "Coopérative L’Étoile SCIC")
        == (text.contains("@") ? "[structure]@x.fr" : "[structure]"))
  }

  @Test(arguments: ["SCIC Les Oiseaux", "Les Oiseaux SARL"])
  func `an article and the one word of a name are the name`(name: String) throws {
    #expect(
      try structure("LesOiseaux, lesoiseaux@x.fr, oiseaux@x.fr, les oiseaux", name)
        == "[structure], [structure]@x.fr, [structure]@x.fr, [structure]")
    #expect(
      try structure("ScicOiseaux, LesOiseauxSCIC, SCICOiseaux", name)
        == "[structure], [structure], [structure]")
  }

  @Test func `what is left of a legal form may be no name`() throws {
    #expect(try structure("une vie sportive", "Association sportive") == "une vie sportive")
  }

  @Test(arguments: [
    ("FR12552100554", "FR[structure]"), ("FR 12 552 100 554", "FR [structure]"),
    ("FR12 552100554.", "FR[structure]."), ("55210055400013", "[structure]"),
    ("552 100 554 00013, là", "[structure], là"), ("552100554 000 13", "[structure]"),
    ("552.100.554-00013", "[structure]"), ("en 2024 552100554", "en 2024 [structure]"),
    ("５５２１００５５４", "[structure]"), ("552100555 et 12", "552100555 et 12"),
    ("Les 12 552100554 1 2", "Les 12 [structure] 1 2"),
    ("au 4 chemin du moulin, ARRAS", "au [lieu], [lieu]"), ("des Tournesols", "des [structure]"),
  ])
  func `the number goes with the longer one that it is in, and a check tells what says who`(
    text: String, expected: String
  ) throws {
    #expect(try structure(text, "Les Tournesols") == expected)
  }
}

extension NameKindsTests {
  @Test func `many names and a long text take no long time`() throws {
    var demarche = NameSpellingTests.demarche("Ysolde")
    var random = MergeGenerator(seed: 1)
    let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
    demarche.participants = (0..<2000).map { _ in
      var participant = Participant()
      participant.nom =
        "martin" + (0..<5).map { _ in letters[random.number(26)] }.joined() + " le durand"
      return participant
    }
    let mask = NameMask(KnownNames(demarche, demarche.json, .complet))
    let text = String(repeating: "martinbbbbb ledurandbb a-b-c l’avis 12 34 ", count: 10_000)
    // A look at each name for each word takes minutes, of this thread's own time.
    let start = ownSeconds()
    #expect(mask.masked(text) == text)
    #expect(ownSeconds() - start < 30)
  }

  /// The processor's time of this thread, in seconds.
  private func ownSeconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec
  }
}
