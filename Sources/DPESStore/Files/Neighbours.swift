/// The files beside one, of which some may hold the same démarche.
struct Neighbours {
  private let path: String
  private let id: [UInt8]
  private let system: any FileSystem
  /// The file itself, under any name.
  private let own: FileStatus?

  /// `path` is absolute and without links.
  init(_ path: String, id: String, _ system: any FileSystem) {
    self.path = path
    self.id = Array(id.utf8)
    self.system = system
    own = try? system.status(at: path)
  }

  /// The names of those that hold the démarche, but for what Palier puts beside by itself.
  func copies(among names: [String]) -> [String] {
    let stem = path.lastName.split(separator: ".").first.map(String.init) ?? path.lastName
    func rank(_ name: String) -> Int {
      name.contains(".json") ? (name.contains(stem) ? 0 : 1) : name.contains(stem) ? 2 : 3
    }
    let likely = names.filter { name in
      // Hidden files belong to programs, also those that are being synchronised.
      !name.hasPrefix(".") && !Self.isOurs(name)
    }
    .sorted { (rank($0), $0) < (rank($1), $1) }
    var wholeReadings = 0
    return likely.prefix(ConflictCopies.mostFiles).filter { holdsIt($0, &wholeReadings) }
  }

  /// What could not be saved, and what could not be read, is put beside by Palier, which says so.
  private static func isOurs(_ name: String) -> Bool {
    guard name.contains(".secours-") || name.contains(".abime") else { return false }
    return name.contains(
      /\.secours-[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{2}h[0-9]{2}(?:-[0-9]+)?\.dpes\.json$/)
      || name.contains(/\.abime(?:-[0-9]+)?\.dpes\.json$/)
  }

  /// The most files that are read whole: those that another program wrote in an order of its own.
  private static let mostWholeReadings = 20

  private func holdsIt(_ name: String, _ wholeReadings: inout Int) -> Bool {
    let file = path.folder + "/" + name
    // One that can't be read now holds nothing that could be merged.
    guard let status = try? system.status(at: file), status.kind == .file,
      status.fingerprint.size > id.count, !isOwn(status),
      let bytes = try? system.head(of: file, limit: DemarcheHead.limit)
    else { return false }
    let head = DemarcheHead(of: bytes)
    if head.format != nil && head.id != nil || bytes.count < DemarcheHead.limit {
      return head.isDemarche && head.id == id
    }
    guard bytes.first == UInt8(ascii: "{"), wholeReadings < Self.mostWholeReadings else {
      return false
    }
    wholeReadings += 1
    guard let whole = try? system.contents(of: file, limit: DataFile.limit).bytes else {
      return false
    }
    let known = DemarcheHead(of: whole)
    return known.isDemarche && known.id == id
  }

  /// Another name of the file is no copy of it.
  private func isOwn(_ status: FileStatus) -> Bool {
    guard let own = own?.fingerprint else { return false }
    return status.fingerprint.device == own.device && status.fingerprint.inode == own.inode
  }
}
