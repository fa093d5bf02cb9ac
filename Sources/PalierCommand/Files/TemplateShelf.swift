import DPES
import DPESStore
import Documents

/// The templates of this machine: the user's own before those that came with the program.
struct TemplateShelf {
  var places = Places.current()
  var system: any FileSystem = GlibcFileSystem()

  private var shipped: String? { places.data.map { $0 + "/modeles" } }
  private var own: String? { places.userData.map { $0 + "/modeles" } }

  /// The documents that only the user's templates make, by their names: `bilan` of `bilan.fodt` or
  /// `bilan.md`; those that came with the program, and what they include, are none.
  var ownDocuments: [OutgoingDocument] {
    guard let own else { return [] }
    let names: [String]
    do throws(StoreError.Cause) {
      names = try system.names(in: own)
    } catch {
      // A folder that is not there, or can't be read, holds none.
      return []
    }
    let known = Set(OutgoingDocument.all.map(\.name) + ["debut", "fin"])
    let stems = names.compactMap { name -> String? in
      guard let dot = name.lastIndex(of: "."), dot > name.startIndex,
        ["fodt", "md"].contains(name[name.index(after: dot)...])
      else { return nil }
      return String(name[..<dot])
    }
    // One that is of a tool takes the place of the usual one for it.
    return Set(stems).subtracting(known).filter { !$0.hasPrefix("outil-") }.sorted()
      .map(OutgoingDocument.own)
  }

  /// Makes a document with a template; when the user's own is wrong, with the shipped one.
  ///
  /// - Returns: The bytes, and a sentence for a template that was left aside.
  func fill(
    _ name: String, _ make: (Template) throws(Template.Fault) -> [UInt8]
  ) throws(Failure) -> (bytes: [UInt8], notice: String?) {
    guard shipped != nil else { throw Failure(Sentences.noData) }
    var notice: String?
    let isAlone = ownDocuments.contains { name.hasPrefix("\($0.name).") }
    if isOwn(name) || isAlone {
      do throws(Template.Fault) {
        return (try make(try template(name, usingOwn: true)), nil)
      } catch {
        let said = Sentences.sentence(
          error, in: own.map { "\($0)/\(error.file)" } ?? error.file, isOwn: true,
          isAlone: isAlone)
        // Nothing takes the place of one that only the user has.
        if isAlone { throw Failure(said) }
        notice = said
      }
    }
    let bytes = try telling(try make(try template(name, usingOwn: false))) { fault in
      Failure(
        Sentences.sentence(fault, in: shipped.map { "\($0)/\(fault.file)" } ?? "", isOwn: false))
    }
    return (bytes, notice)
  }

  private func template(_ name: String, usingOwn: Bool) throws(Template.Fault) -> Template {
    func read(_ name: String) -> String? { text(name, usingOwn: usingOwn) }
    guard let text = read(name) else {
      throw Template.Fault(file: name, line: 1, cause: .missingFile(name))
    }
    return try Template(text, file: name, read)
  }

  /// Whether the user changed this template, or a part that any may include.
  private func isOwn(_ name: String) -> Bool {
    guard let own else { return false }
    let ending = name.split(separator: ".").last.map { ".\($0)" } ?? ""
    do throws(StoreError.Cause) {
      return try system.names(in: own).contains { $0.hasSuffix(ending) }
    } catch .notFound {
      return false
    } catch {
      // Reading the template says what is the matter.
      return true
    }
  }

  /// The template of one tool, `outil-scenarios.md`, where there is one; else the usual one.
  fileprivate func template(_ name: String, ofTool outil: String?) -> String {
    guard let outil, !outil.contains("/"), let dot = name.lastIndex(of: ".") else { return name }
    let own = "\(name[..<dot])-\(outil)\(name[dot...])"
    return text(own, usingOwn: true) == nil ? name : own
  }

  private func text(_ name: String, usingOwn: Bool) -> String? {
    // A template names files of its own folder, and no other.
    guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
    for folder in [usingOwn ? own : nil, shipped].compactMap({ $0 }) {
      do throws(StoreError) {
        let (_, bytes) = try DataFile.open("\(folder)/\(name)", limit: 1 << 20, in: system)
        return String(decoding: bytes, as: UTF8.self)
      } catch {
        // One that is there and can't be read is not passed over: it is said.
        guard error.cause == .notFound else { return nil }
      }
    }
    return nil
  }
}

extension Dossier {
  /// The bytes of a document, with a sentence for a template that was left aside; some documents go on
  /// from the file that they replace, by its path.
  func bytes(
    _ file: OutgoingDocument.File, _ shelf: TemplateShelf, replacing replaced: String? = nil
  ) throws(Failure) -> (bytes: [UInt8], notice: String?) {
    var (dossier, said) = equipped(for: file, shelf)
    if file.saysCycle { said = dossier.missingCycles(shelf) ?? said }
    switch file.writing {
    case .plain(let write): return (write(dossier), said)
    case .continuing(let write):
      return (write(dossier, replaced.flatMap(NewDocument.contents)), said)
    case .filled(let name, let write):
      let template = file.isOfTool ? shelf.template(name, ofTool: dossier.outil?.id) : name
      let (bytes, notice) = try shelf.fill(template) { (template) throws(Template.Fault) in
        try write(dossier, template)
      }
      let notices = [said, notice].compactMap { $0 }
      return (bytes, notices.isEmpty ? nil : notices.joined(separator: "\n"))
    }
  }

  /// With the cycles and référentiels that a document wants, and a sentence for those that are missing.
  func equipped(
    for file: OutgoingDocument.File, _ shelf: TemplateShelf
  ) -> (dossier: Dossier, notice: String?) {
    var dossier = self
    if demarche.suitUnCycle {
      dossier.cycles = Bookshelf<Cycle>(shelf.places, in: shelf.system).volumes.map(\.book)
    }
    let said = file.saysGrille ? dossier.readReferentiels(shelf, asked: file.isOfTool) : nil
    if file.saysCriteria, !dossier.criteria.isEmpty {
      dossier.takeReferentiels(Bookshelf<Referentiel>(shelf.places, in: shelf.system))
    }
    return (dossier, said)
  }

  /// A sentence for the cycles of the démarche that can't be read, or are missing here; nil for none.
  private func missingCycles(_ shelf: TemplateShelf) -> String? {
    let missing = demarche.cyclesSuivis(cycles).filter { $0.cycle == nil }.map(\.nom)
    guard !missing.isEmpty else { return nil }
    let refusals = Bookshelf<Cycle>(shelf.places, in: shelf.system).refusals
    return (refusals + [Sentences.withoutCycle(missing)]).joined(separator: "\n")
  }

  /// Takes the référentiels that a document says the points of.
  ///
  /// - Returns: A sentence for those that are missing.
  private mutating func readReferentiels(_ shelf: TemplateShelf, asked: Bool) -> String? {
    guard hasGrille || asked else { return nil }
    let found = Bookshelf<Referentiel>(shelf.places, in: shelf.system)
    takeReferentiels(found)
    let missing =
      asked
      ? [choix.outil].compactMap(\.self).filter { referentiels[$0] == nil } : unknownReferentiels
    guard !missing.isEmpty else { return nil }
    return (found.refusals + [Sentences.withoutReferentiel(missing)]).joined(separator: "\n")
  }

  private mutating func takeReferentiels(_ shelf: Bookshelf<Referentiel>) {
    referentiels = Dictionary(
      shelf.volumes.map { ($0.book.id, $0.book) }, uniquingKeysWith: { $1 })
  }
}
