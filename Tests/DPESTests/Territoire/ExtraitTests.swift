import JSONTree
import Testing

@testable import DPES

@Suite struct ExtraitTests {
  private let today = Day(iso: "2026-12-01") ?? Day(number: 0)

  private func transmission(
    _ quoi: Transmission.Quoi = .comptes, id: String = "tapes222222"
  ) -> Transmission {
    var one = Transmission()
    (one.id, one.a, one.le, one.quoi) = (id, "APES Artois", today, quoi)
    return one
  }

  private func extrait(
    _ demarche: Demarche, _ transmission: Transmission, _ textes: Set<Int> = []
  ) throws -> Demarche {
    var ids = IDGenerator(seed: 3)
    return try demarche.extrait(transmission, textes: textes, ids: &ids)
  }

  @Test func `what is counted of an extract is what is counted of the file`() throws {
    let demarche = try exampleDemarche()
    let given = try extrait(demarche, transmission())
    let cycles = [try shippedCycle()]
    #expect(
      try Faits(given, le: today, cycles: cycles).tous
        == Faits(demarche, le: today, cycles: cycles).tous)
    #expect(given.id == "tapes222222" && given.estUnExtrait && !demarche.estUnExtrait)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `no text of a démarche goes, whatever stands in it`(seed: UInt64) throws {
    var marked = MarkedDemarche(seed: seed, isWhole: seed < 2)
    let demarche = try Demarche(file: marked.tree())
    let given = try extrait(demarche, transmission())
    var texts: Set<String> = []
    given.json.collect(&texts)
    // What the walk may leave: words of the format, days, ids that it drew itself, codes.
    var sources: Set<String> = []
    demarche.json.collect(&sources)
    // Masked, a text is still one.
    var ids = IDGenerator(seed: 5)
    try demarche.anonymisee(.complet, ids: &ids).json.collect(&sources)
    let kept = texts.intersection(sources).filter { text in
      !Format.words.contains(text) && Day(iso: text) == nil && Instant(iso: text) == nil
        && !["dpes", Demarche.raisonSocialeAnonyme].contains(text) && !text.contains(":contrats")
    }
    #expect(kept == [])
    let written = String(decoding: JSONValue.write(given.json), as: UTF8.self).folded
    for marker in MarkedDemarche.markers where marker != "Structzorg" {
      #expect(!written.contains(marker.folded), "\(marker)")
    }
  }

  @Test func `the words of chosen observations go, with the names in them masked`() throws {
    let demarche = try Demarche(
      file: tree(
        """
        {format: dpes, version: 1, id: d, structure: {raisonSociale: "Les Halles"},
         participants: [{id: p, nom: "Ysolde Quenneville"}],
         cercles: [{id: c, date: "2026-03-12", observations: [
           {id: o, numero: 3, texte: "Vu avec Ysolde Quenneville aux Halles", formulations: ["Autre"]},
           {id: q, numero: 4, texte: "Un jeton", minorite: "Non"}]}]}
        """))
    func words(_ quoi: Transmission.Quoi) throws -> [String] {
      try extrait(demarche, transmission(quoi), [3]).cercles[0].observations.map(\.texte)
    }
    #expect(try words(.comptes) == [Demarche.garde, Demarche.garde])
    let given = try words(.textes)
    #expect(given[1] == Demarche.garde)
    #expect(given[0].hasPrefix("Vu avec ") && !given[0].contains("Ysolde"))
    #expect(!given[0].contains("Quenneville"))
  }

  @Test func `the same is handed over each time, and two receivers share no id`() throws {
    let demarche = try exampleDemarche()
    let one = try extrait(demarche, transmission())
    #expect(try extrait(demarche, transmission()) == one)
    let other = try extrait(demarche, transmission(id: "tautre22222"))
    #expect(one.json.ids.isDisjoint(with: other.json.ids))
    #expect(one.json.ids.isDisjoint(with: demarche.json.ids))
    #expect(one.json.ids.count > 100)
  }

  @Test func `an extract contradicts itself in nothing`() throws {
    let given = try extrait(try exampleDemarche(), transmission())
    #expect(given.constats().filter { $0.gravite == .erreur } == [])
    #expect(try Demarche(file: JSONValue.parse(JSONValue.write(given.json))) == given)
  }

  @Test func `an extract says how far its file is, and nothing of what was done`() throws {
    var demarche = try smallDemarche()
    var trace = Trace()
    (trace.quand, trace.quoi, trace.objet) = (Instant(seconds: 1_800_000_000), "statut", "o1")
    trace.avant = .texte("Jeton")
    demarche.historique = [trace, trace]
    let given = try extrait(demarche, transmission())
    var last = Trace()
    last.quand = trace.quand
    #expect(given.historique == [Trace(), last])
  }

  @Test func `of a consent that is withdrawn nothing goes but that`() throws {
    var withdrawn = transmission(.textes)
    withdrawn.retireLe = today
    let given = try extrait(try exampleDemarche(), withdrawn, [1, 2, 3])
    #expect(given.cercles == [] && given.participants == [] && given.schema == SchemaDeProgres())
    #expect(given.transmissions.map(\.retireLe) == [today])
    #expect(given.transmissions.map(\.a) == [nil])
  }

  @Test func `a receiver keeps the id that was drawn, also after a withdrawal`() throws {
    var demarche = try smallDemarche()
    var ids = IDGenerator(seed: 1)
    let signature = Signature(quand: Instant(seconds: 0), jour: today)
    let first = demarche.transmettre(a: "APES Artois", .comptes, jusquau: nil, signature, ids: &ids)
    let other = demarche.transmettre(a: "Autre", .comptes, jusquau: nil, signature, ids: &ids)
    #expect(first.id != other.id)
    #expect(demarche.retirer(a: "apes artois", signature)?.retireLe == today)
    #expect(demarche.retirer(a: "Personne", signature) == nil)
    let again = demarche.transmettre(
      a: "Apes ARTOIS", .textes, jusquau: today, signature, ids: &ids)
    #expect(again.id == first.id && again.a == "APES Artois" && again.retireLe == nil)
    #expect(demarche.transmissions.count == 2)
    #expect(
      demarche.historique.map(\.quoi) == [
        "transmission", "transmission", "retrait", "transmission",
      ])
  }
}

extension JSONValue {
  /// Its texts, the keys apart.
  fileprivate func collect(_ texts: inout Set<String>) {
    switch self {
    case .string(let text): texts.insert(text)
    case .array(let elements): for element in elements { element.collect(&texts) }
    case .object(let object): for member in object.members { member.value.collect(&texts) }
    case .null, .bool, .number: break
    }
  }
}
