import DPES

// How many versions stay: the last twenty, then one a day for ninety days with versions, in 256 MiB.
extension VersionFolder {
  /// The last versions, which all stay.
  package static let lastCount = 20
  /// The days of which one version stays, counted where there are versions: a clock that leaps must
  /// not take the old ones away.
  package static let dayCount = 90
  /// Bytes of all versions together; the newest stays whatever its size.
  package static let sizeLimit = 256 << 20

  /// Removes the versions that are too many.
  func prune() {
    // What can't be listed or removed now is the next time.
    for version in Self.superfluous(in: (try? versions()) ?? []) {
      try? system.remove(path + "/" + version.name)
    }
  }

  /// Those to remove of versions given the newest first.
  package static func superfluous(in versions: [KeptVersion]) -> [KeptVersion] {
    var kept: [KeptVersion] = []
    var days: Set<Int> = []
    var bytes: UInt64 = 0
    for (index, version) in versions.enumerated() {
      if index >= lastCount {
        guard days.count < dayCount, days.insert(version.instant.day.number).inserted else {
          continue
        }
      }
      // Whatever a disk says of a file's size.
      bytes += min(UInt64(clamping: version.bytes), UInt64(sizeLimit) + 1)
      if index > 0, bytes > sizeLimit { break }
      kept.append(version)
    }
    let names = Set(kept.map(\.name))
    return versions.filter { !names.contains($0.name) }
  }
}
