import DPES
import DPESStore
import Foundation
import Glibc
import Testing

/// A real process that saves, killed at any moment, a thousand times.
@Suite struct StoreKillTests {
  private static let kills = 1000

  @Test func `killed a thousand times, the file is whole and holds what was confirmed`()
    async throws
  {
    let rounds = 4
    let seen = try await withThrowingTaskGroup(of: [Int].self) { group in
      for seed in 0..<rounds {
        group.addTask { try Self.kill(Self.kills / rounds, seed: UInt64(seed)) }
      }
      return try await group.reduce(into: [0, 0, 0]) { sum, part in
        for index in sum.indices { sum[index] += part[index] }
      }
    }
    print(
      "killed: \(seen[0]) times, \(seen[1]) of them with a file half written beside,",
      "\(seen[2]) with the last save done and not yet confirmed")
    // The moments are spread over what a save does.
    #expect(seen[0] == Self.kills && seen[1] > 0 && seen[2] > 0)
  }

  /// Kills so many processes, one after the other on one file.
  private static func kill(_ count: Int, seed: UInt64) throws -> [Int] {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.json"
    try Data("0\n".utf8).write(to: URL(filePath: path))
    var random = SystemRandomNumberGenerator()
    var (killed, halfWritten, unconfirmed) = (0, 0, 0)
    for _ in 0..<count {
      let said = try killOne(path, after: UInt32.random(in: 0..<3000, using: &random))
      killed += 1
      let text = String(decoding: try DataFile.open(path).bytes, as: UTF8.self)
      let lines = text.split(separator: "\n")
      let number = try #require(lines.first.flatMap { Int($0) })
      #expect(lines.count == 500 && Set(lines).count == 1, "\(lines.count) lines")
      #expect(number == said || number == said + 1, "\(number), and \(said) was confirmed")
      if number > said { unconfirmed += 1 }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      if names.contains(where: { $0.hasPrefix(".palier-") }) { halfWritten += 1 }
      // What one leaves, the next removes.
      #expect(names.count { $0.hasPrefix(".palier-") } <= 1)
    }
    let versions = VersionFolder(of: path) { .init(seconds: 0) }
    let kept = try versions.versions()
    #expect(kept.count >= VersionFolder.lastCount)
    for version in kept {
      let lines = String(decoding: try versions.bytes(named: version.name), as: UTF8.self)
        .split(separator: "\n")
      #expect(Set(lines).count == 1 && [1, 500].contains(lines.count))
    }
    return [killed, halfWritten, unconfirmed]
  }

  /// Starts one, kills it so many microseconds after its first save, and returns the last number
  /// that it said.
  private static func killOne(_ path: String, after microseconds: UInt32) throws -> Int {
    // A file and not a pipe, whose end other processes might inherit.
    let output = path + ".said"
    let process = try spawn([Programs.storeProbe, "loop", path], environment: [:]) {
      posix_spawn_file_actions_addopen($0, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    func said() throws -> [Substring] {
      String(decoding: try DataFile.open(output).bytes, as: UTF8.self).split(separator: "\n")
    }
    _ = try wait(
      for: { (try? said())?.isEmpty == false ? true : nil }, found: { "nothing was saved" })
    // No state is waited for here: the instant of the death is what is drawn at random.
    usleep(microseconds)
    Glibc.kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(Ending(status: status) == .signal(SIGKILL))
    return try #require(try said().last.flatMap { Int($0) })
  }
}
