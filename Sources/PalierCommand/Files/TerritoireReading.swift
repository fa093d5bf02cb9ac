import DPES
import DPESStore
import Glibc

/// The démarches and the partials that a command line names, read and united.
struct TerritoireReading {
  /// That of the file that was named first, where it is a territory's.
  let territoire: Territoire?
  /// What the territory is called; nil without a file of its own.
  let name: String?
  private(set) var assemblage: Assemblage
  /// Whether something has to be looked at.
  private(set) var isToBeLookedAt = false
  private var paths: [String]
  /// The day was typed, or something was read on it.
  private var isDayFixed: Bool
  private let cycles: [Cycle]
  private let accords: [String: Transmission.Quoi]
  /// Where the démarche with an id was met first, and how often.
  private var met: [String: (path: String, copies: Int)] = [:]

  init(_ named: [String], le day: Day?) throws(Failure) {
    var named = named
    var context: (territoire: Territoire, name: String)?
    if let first = named.first, let own = Self.territoire(first) {
      named.removeFirst()
      let folder = first.folder
      named = own.0.dossiersLus.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" } + named
      context = own
    }
    (territoire, name) = (context?.territoire, context?.name)
    paths = named
    assemblage = Assemblage(le: day ?? Clock.system().now().day)
    isDayFixed = day != nil
    cycles = Bookshelf<Cycle>().volumes.map(\.book)
    accords = Dictionary(
      (territoire?.structures ?? []).compactMap { one in
        one.accord.map { (one.id, $0.quoi ?? .comptes) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What a file holds of a territory; nil for anything else.
  private static func territoire(_ path: String) -> (territoire: Territoire, name: String)? {
    guard !path.hasPrefix("@"), !path.hasSuffix(Walk.endingOfLines),
      // What can't be read is told when its turn comes.
      let demarche = try? DemarcheFile.read(path).demarche, let own = demarche.territoire
    else { return nil }
    return (own, demarche.structure.raisonSociale)
  }

  /// Reads everything; what is left out is told at once.
  ///
  /// - Throws: one sentence where a partial is damaged: half of it says nothing true.
  mutating func readAll() throws(Failure) {
    var walk = Walk()
    var failure: Failure?
    for name in paths {
      for path in try Self.listed(name) {
        walk.read(path) { path, found in
          guard failure == nil else { return }
          do throws(Failure) { try take(path, found) } catch { failure = error }
        }
        if let failure { throw failure }
      }
    }
    paths = []
  }

  /// The paths of `@LISTE`; the name itself where it is none.
  private static func listed(_ name: String) throws(Failure) -> [String] {
    guard name.hasPrefix("@") else { return [name] }
    let list = String(name.dropFirst())
    let bytes = try telling(try DataFile.open(list, limit: 1 << 28).bytes) {
      Failure(Sentences.listCannotBeRead($0, in: list))
    }
    return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func take(_ path: String, _ found: Walk.Found) throws(Failure) {
    switch found {
    case .refus(let refusal): look(Sentences.leftOut(path, refusal))
    case .partiel: try readPartial(path)
    case .demarche(let bytes):
      do throws(ReadError) {
        let demarche = try DemarcheFile.demarche(in: bytes)
        take(path, demarche, bytes)
      } catch {
        look(Sentences.leftOut(path, error))
      }
    }
  }

  private mutating func look(_ sentence: String) {
    isToBeLookedAt = true
    Output.tell(sentence)
  }

  private mutating func take(_ path: String, _ demarche: Demarche, _ bytes: [UInt8]) {
    if demarche.territoire != nil { return look(Sentences.isTerritory(path)) }
    if demarche.isNewer { Output.tell(Sentences.newerIsCounted(path, demarche.version)) }
    isDayFixed = true
    let ids = [demarche.id] + demarche.transmissions.map(\.id)
    do throws(LigneDeFaits.Incoherence) {
      let line = try LigneDeFaits(
        demarche, bytes: bytes, le: assemblage.jour,
        accord: ids.compactMap { accords[$0] }.first, cycles: cycles)
      let copies = met[line.id]?.copies ?? 0
      met[line.id] = (met[line.id]?.path ?? path, copies + 1)
      // Of the same day.
      try? assemblage.unir(line)
    } catch {
      look(Sentences.leftOut(path, error))
    }
  }

  private mutating func readPartial(_ path: String) throws(Failure) {
    var failure: Failure?
    do throws(StoreError) {
      try FileLines.read(path) { number, line in
        do throws(Failure) { try take(line, number, of: path) } catch { failure = error }
        return failure == nil
      }
    } catch {
      throw Failure(Sentences.factsCannotBeRead(error, in: path))
    }
    if let failure { throw failure }
  }

  private mutating func take(
    _ line: FileLines.Line, _ number: Int, of path: String
  ) throws(Failure) {
    let bytes: [UInt8]
    switch line {
    case .whole(let whole): bytes = whole
    case .cut: throw Failure(Sentences.damagedFacts(path, number, Sentences.cutLine))
    case .tooLong: throw Failure(Sentences.damagedFacts(path, number, Sentences.longLine))
    }
    let read: LigneDeFaits
    do throws(LigneDeFaits.Faute) {
      read = try LigneDeFaits(ligne: bytes)
    } catch {
      throw Failure(Sentences.damagedFacts(path, number, Sentences.sentence(error)))
    }
    // Where nothing says of which day, the partial does.
    if !isDayFixed { assemblage = Assemblage(le: read.jour) }
    isDayFixed = true
    do throws(Assemblage.AutreJour) {
      try assemblage.unir(read)
    } catch {
      throw Failure(Sentences.otherDay(path, number, error.jour, than: assemblage.jour))
    }
  }

  /// The structures, those left out of the perimeter apart.
  var participantes: [Assemblage.Participante] {
    assemblage.participantes(
      sauf: Set((territoire?.structures ?? []).lazy.filter(\.ecartee).map(\.id)))
  }

  /// Tells of the structures what has to be looked at.
  mutating func tell(_ participantes: [Assemblage.Participante]) {
    for one in participantes {
      let path = met[one.id]?.path
      if one.noms > 1 { look(Sentences.twoUnderOneID(one.id, path)) }
      if let copies = met[one.id]?.copies, copies > 1, one.noms < 2 {
        Output.tell(Sentences.copies(copies, path ?? one.id))
      }
      if one.quoi == nil { look(Sentences.withoutConsent(one.id, path)) }
    }
  }

  /// Writes the partial, for the user alone.
  func write(to path: String, replacing: Bool) throws(Failure) {
    if replacing { try checkIsPartial(path) }
    do throws(StoreError) {
      try OwnFile.write(path, replacing: replacing) { put throws(StoreError.Cause) in
        var chunk: [UInt8] = []
        for line in assemblage.lignes {
          chunk += line.bytes
          guard chunk.count >= 1 << 20 else { continue }
          try put(chunk)
          chunk.removeAll(keepingCapacity: true)
        }
        try put(chunk)
      }
    } catch {
      throw error.cause == .exists
        ? Failure(Sentences.exists(path), status: ExitStatus.problems) : Failure(error)
    }
  }

  /// Refuses to replace anything but a partial.
  private func checkIsPartial(_ path: String) throws(Failure) {
    guard (try? GlibcFileSystem().status(at: path)) != nil else { return }
    var isPartial = true
    do throws(StoreError) {
      try FileLines.read(path) { _, line in
        if case .whole(let bytes) = line, (try? LigneDeFaits(ligne: bytes)) != nil { return false }
        isPartial = false
        return false
      }
    } catch {
      throw Failure(error)
    }
    guard isPartial else { throw Failure(Sentences.isNoPartial(path)) }
  }
}
