import JSONTree

/// What one structure says on a day, as one line of a partial (`*.faits.jsonl`, `docs/territoire.md`).
///
/// A partial is confidential: nobody is named in it, and five facts single out most structures.
package struct LigneDeFaits: Hashable, Sendable {
  /// The newest version of the line that this program reads.
  package static let version = 1
  /// The most names and extracts of one structure, and the scalars of an id.
  static let most = 1000
  static let longestID = 100

  /// How far a state of a démarche is: of two states of one, the later is the greater.
  package struct Avance: Hashable, Comparable, Sendable {
    /// Lines of the historique, which only grows.
    package var longueur: Int
    /// The instant of the last one, as files write it; empty without one.
    package var dernier: String
    /// Of the bytes of the file, so that no two states are alike.
    package var empreinte: String

    package init(longueur: Int, dernier: String, empreinte: String) {
      (self.longueur, self.dernier, self.empreinte) = (longueur, dernier, empreinte)
    }

    package static func < (left: Avance, right: Avance) -> Bool {
      if left.longueur != right.longueur { return left.longueur < right.longueur }
      if left.dernier != right.dernier { return left.dernier.precedes(right.dernier) }
      return left.empreinte.precedes(right.empreinte)
    }
  }

  /// Why the file of a structure makes no line.
  package enum Incoherence: Error, Hashable {
    case tropDeFaits
    case identifiant
    case tropDeTransmissions
    /// They are more than a line holds.
    case tropDeTextes
    /// They can't be given without the names.
    case masque
  }

  package var jour: Day
  /// Of the démarche, or of the extract that was handed over.
  package var id: String
  package var avance: Avance
  /// Digests of the structure's name in the copies that were met: two tell that a file was taken for
  /// a model.
  package var noms: [String]
  /// nil without a consent that holds: then there are no facts.
  package var quoi: Transmission.Quoi?
  /// The ids of its extracts; an extract has its own.
  package var aussi: [String]
  /// `sujet dit`, by their bytes.
  package var faits: [String]
  /// Of a consent for texts alone, in order.
  package var textes: [TexteDonne]

  package init(
    jour: Day, id: String, avance: Avance, noms: [String] = [], quoi: Transmission.Quoi? = nil,
    aussi: [String] = [], faits: [String] = [], textes: [TexteDonne] = []
  ) {
    (self.jour, self.id, self.avance, self.noms) = (jour, id, avance, noms)
    (self.quoi, self.aussi, self.faits, self.textes) = (quoi, aussi, faits, textes)
  }

  /// Reads the démarche of a structure, whose file has these bytes.
  ///
  /// `accord` is what the accompanist has on paper; the structure's own transmissions come before it.
  package init(
    _ demarche: Demarche, bytes: [UInt8], le jour: Day, accord: Transmission.Quoi? = nil,
    cycles: [Cycle] = []
  ) throws(Incoherence) {
    guard Self.isID(demarche.id) else { throw .identifiant }
    guard demarche.transmissions.count <= Self.most,
      demarche.transmissions.allSatisfy({ Self.isID($0.id) })
    else { throw .tropDeTransmissions }
    self.init(
      jour: jour, id: demarche.id,
      avance: Avance(
        longueur: demarche.historique.count, dernier: demarche.historique.last?.quand?.iso ?? "",
        empreinte: Self.digest(bytes, digits: 12)))
    let nom = demarche.structure.raisonSociale
    if nom != Demarche.raisonSocialeAnonyme { noms = [Self.digest(nom.foldedBytes, digits: 8)] }
    aussi = Set(demarche.transmissions.map(\.id)).sorted { $0.precedes($1) }
    quoi = demarche.transmissions.isEmpty ? accord : demarche.accord(le: jour)
    guard quoi != nil else { return }
    do throws(Faits.TropDeFaits) {
      faits = try Faits(demarche, le: jour, cycles: cycles).tous.map(\.ecrit).sorted {
        $0.precedes($1)
      }
    } catch {
      throw .tropDeFaits
    }
    guard quoi == .textes else { return }
    do throws(FormatError) { textes = try demarche.textesDonnes(le: jour) } catch { throw .masque }
    guard TexteDonne.tient(textes) else { throw .tropDeTextes }
  }

  /// Whether it is what somebody handed over, and not the file of the structure.
  package var estUnExtrait: Bool { aussi.contains(id) }

  static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= longestID
  }

  /// So many hexadecimal digits of FNV-1a, the same in every process: they tell copies apart, and hide
  /// nothing.
  private static func digest(_ bytes: [UInt8], digits: Int) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let text = String(hash, radix: 16)
    return String((String(repeating: "0", count: 16 - text.utf8.count) + text).suffix(digits))
  }
}

// As a line.
extension LigneDeFaits {
  /// Its bytes, with the end of the line.
  package var bytes: [UInt8] {
    var object: JSONObject = [
      "v": Self.version.scalar, "jour": jour.scalar, "id": .string(id),
      "avance": .array([
        avance.longueur.scalar, .string(avance.dernier), .string(avance.empreinte),
      ]),
      "noms": .array(noms.map { .string($0) }),
      "quoi": .string(quoi?.rawValue ?? Self.aucun),
      "aussi": .array(aussi.map { .string($0) }),
      "faits": .array(faits.map { .string($0) }),
    ]
    if quoi == .textes { object["textes"] = .array(textes.map(\.json)) }
    return JSONValue.writeLine(.object(object))
  }

  private static let aucun = "aucun"

  /// Why a line is none.
  package enum Faute: Error, Hashable {
    /// It is no JSON: a cut, or something else.
    case json
    /// It has a version that this program does not read.
    case version(Int)
    /// A key lacks, is unknown, or holds what Palier would not write there.
    case cle(String)
  }

  /// Reads a line, without the end of it.
  package init(ligne bytes: [UInt8]) throws(Faute) {
    guard case .object(let object)? = try? JSONValue.parse(bytes) else { throw .json }
    let version = try Self.value(object, "v") { Int(scalar: $0) }
    guard version == Self.version else { throw .version(version) }
    if let key = object.keys.first(where: { !Self.keys.contains($0) }) { throw .cle(key) }
    let quoi = try Self.value(object, "quoi") { value -> Transmission.Quoi?? in
      guard let word = String(scalar: value) else { return nil }
      return word == Self.aucun
        ? .some(nil) : Transmission.Quoi(rawValue: word).map { .some($0) }
    }
    self.init(
      jour: try Self.value(object, "jour") { Day(scalar: $0) },
      id: try Self.value(object, "id") { String(scalar: $0).flatMap { Self.isID($0) ? $0 : nil } },
      avance: try Self.value(object, "avance") { Avance($0) },
      noms: try Self.list(object, "noms", most: Self.most) { Self.isHexadecimal($0, 8) },
      quoi: quoi,
      aussi: try Self.list(object, "aussi", most: Self.most, Self.isID),
      faits: try Self.list(object, "faits", most: Fait.most) { Fait(ecrit: $0) != nil },
      textes: try Self.textes(object))
    if quoi == nil, !faits.isEmpty { throw .cle("faits") }
    if quoi != .textes, object["textes"] != nil { throw .cle("textes") }
  }

  private static let keys = [
    "v", "jour", "id", "avance", "noms", "quoi", "aussi", "faits", "textes",
  ]

  /// In order, each once; none where the key lacks, as before there were any.
  private static func textes(_ object: JSONObject) throws(Faute) -> [TexteDonne] {
    guard let value = object["textes"] else { return [] }
    guard case .array(let elements) = value else { throw .cle("textes") }
    let textes = elements.compactMap { TexteDonne($0) }
    guard textes.count == elements.count, TexteDonne.tient(textes),
      zip(textes, textes.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw .cle("textes") }
    return textes
  }

  private static func value<Value>(
    _ object: JSONObject, _ key: String, _ read: (JSONValue) -> Value?
  ) throws(Faute) -> Value {
    guard let value = object[key].flatMap(read) else { throw .cle(key) }
    return value
  }

  /// Texts in order, each once.
  private static func list(
    _ object: JSONObject, _ key: String, most: Int, _ isOne: (String) -> Bool
  ) throws(Faute) -> [String] {
    guard case .array(let elements)? = object[key], elements.count <= most else { throw .cle(key) }
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    for element in elements {
      guard case .string(let text) = element, isOne(text),
        texts.last.map({ $0.precedes(text) }) ?? true
      else { throw .cle(key) }
      texts.append(text)
    }
    return texts
  }

  fileprivate static func isHexadecimal(_ text: String, _ digits: Int) -> Bool {
    text.utf8.count == digits
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}

extension LigneDeFaits.Avance {
  /// nil for what is not as lines write it.
  fileprivate init?(_ value: JSONValue) {
    guard case .array(let parts) = value, parts.count == 3, let count = Int(scalar: parts[0]),
      count >= 0, let last = String(scalar: parts[1]), let digest = String(scalar: parts[2]),
      last.isEmpty || Instant(iso: last)?.iso == last,
      LigneDeFaits.isHexadecimal(digest, 12)
    else { return nil }
    self.init(longueur: count, dernier: last, empreinte: digest)
  }
}
