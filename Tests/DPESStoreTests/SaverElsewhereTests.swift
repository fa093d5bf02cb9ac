import DPESStore
import Glibc
import Testing

/// What a saver does when others write its file.
@Suite struct SaverElsewhereTests {
  private let folder: TemporaryFolder
  private let reports = Monitor<[TextReport]>([])

  init() throws {
    folder = try TemporaryFolder()
  }

  private func saver() throws -> TextSaver {
    let file = try DataFile.create(folder / "a.json", bytes("0"))
    return try TextSaver(file, decode: decodeText) { [reports] report in
      reports.update { $0.append(report) }
    }
  }

  /// What was reported, without the times.
  private var told: [TextReport] {
    reports.update { $0 }.map {
      if case .saved(let number, _, _) = $0 {
        .saved(number: number, encoding: .zero, writing: .zero)
      } else {
        $0
      }
    }
  }

  private func saved(_ number: Int) -> TextReport {
    .saved(number: number, encoding: .zero, writing: .zero)
  }

  @Test func `what others wrote is found before it would be lost`() throws {
    let saver = try saver()
    try folder.put("theirs", in: "a.json")
    saver.save { bytes("1") }
    try saver.finish()
    #expect(told == [.found("theirs", basis: 1)])
    #expect(try folder.text(of: "a.json") == "theirs")

    // States that do not hold it are dropped, one that does is saved.
    saver.save(basis: 0) { bytes("2") }
    try saver.finish()
    saver.save(basis: 1) { bytes("theirs and 2") }
    try saver.finish()
    #expect(told == [.found("theirs", basis: 1), saved(3)])
    #expect(try folder.text(of: "a.json") == "theirs and 2")
  }

  @Test func `a look finds what others wrote, once`() throws {
    let saver = try saver()
    saver.look()
    try saver.finish()
    #expect(told == [])
    try folder.put("theirs", in: "a.json")
    for _ in 0..<3 {
      saver.look()
      try saver.finish()
    }
    #expect(told == [.found("theirs", basis: 1)])
    saver.save(basis: 1) { bytes("ours") }
    try saver.finish()
    saver.look()
    try saver.finish()
    #expect(told == [.found("theirs", basis: 1), saved(1)])
  }

  @Test func `what can't be read is left, told once, and news when it can be again`() throws {
    let saver = try saver()
    try folder.put("spoilt", in: "a.json")
    for _ in 0..<3 {
      saver.look()
      try saver.finish()
    }
    #expect(told == [.unreadable(Spoilt())])
    saver.save { bytes("1") }
    #expect(throws: StoreError.self) { try saver.finish() }
    #expect(try folder.text(of: "a.json") == "spoilt")
    // Once for the save, and once for the second try.
    #expect(told == Array(repeating: .unreadable(Spoilt()), count: 3))
    try folder.put("theirs", in: "a.json")
    try saver.finish()
    #expect(told.last == .found("theirs", basis: 1))
    #expect(try folder.text(of: "a.json") == "theirs")
  }

  @Test func `what was spoilt and came back as it was is told`() throws {
    let saver = try saver()
    try folder.put("spoilt", in: "b.json")
    rename(folder / "a.json", folder / "c.json")
    rename(folder / "b.json", folder / "a.json")
    saver.look()
    try saver.finish()
    rename(folder / "c.json", folder / "a.json")
    saver.look()
    try saver.finish()
    #expect(told == [.unreadable(Spoilt()), .found("0", basis: 1)])
  }

  private var gone: TextReport {
    .failed(
      number: nil, StoreError(path: folder / "a.json", operation: .read, cause: .notFound))
  }

  @Test func `a file deleted by others is told once, and is made anew`() throws {
    let saver = try saver()
    unlink(folder / "a.json")
    for _ in 0..<3 {
      saver.look()
      try saver.finish()
    }
    #expect(told == [gone])
    saver.save { bytes("1") }
    try saver.finish()
    #expect(told == [gone, saved(1)])
    #expect(try folder.text(of: "a.json") == "1")
    unlink(folder / "a.json")
    saver.look()
    try saver.finish()
    #expect(told == [gone, saved(1), gone])
  }

  @Test func `a deleted file that is saved anyway is not told`() throws {
    let saver = try saver()
    let gate = Monitor(false)
    saver.perform { gate.wait { $0 ? () : nil } }
    unlink(folder / "a.json")
    saver.look()
    saver.save { bytes("1") }
    gate.update { $0 = true }
    try saver.finish()
    #expect(told == [saved(1)])
  }

  @Test func `a file that was moved away and came back is told`() throws {
    let saver = try saver()
    rename(folder / "a.json", folder / "b.json")
    saver.look()
    try saver.finish()
    rename(folder / "b.json", folder / "a.json")
    saver.look()
    try saver.finish()
    #expect(told == [gone, .found("0", basis: 1)])
  }

  @Test func `two savers of one file lose nothing of each other`() throws {
    let file = try DataFile.create(folder / "a.json", bytes(""))
    let writers = try "ab".map { try Writer($0, file) }
    for _ in 0..<300 {
      for writer in writers { writer.add() }
    }
    for writer in writers { writer.finish() }
    let text = try folder.text(of: "a.json")
    for letter in "ab" {
      #expect(text.filter { $0 == letter }.count == 300)
    }
    #expect(folder.names() == ["a.json"])
  }

  @Test func `a change made by others is told without being asked for`() throws {
    let saver = try saver()
    let watch = try FolderWatch(folder / "a.json") { saver.look() }
    // In place, by another file in its place, and by a longer way round.
    for (text, name) in [("1", "a.json"), ("2", "b.json"), ("3", "c.json")] {
      // Of another size each time: not every system tells two moments of one tick apart.
      let text = String(repeating: text, count: Int(text, radix: 10).map { $0 * 10 } ?? 0)
      try folder.put(text, in: name)
      if name != "a.json" { rename(folder / name, folder / "a.json") }
      reports.wait { $0.contains { $0.content == text } ? () : nil }
    }
    withExtendedLifetime(watch) {}
  }

  @Test func `a watch that is let go leaves no file open`() throws {
    let file = try folder.put("", in: "a.json")
    for _ in 0..<50 {
      let told = Monitor(0)
      let watch = try FolderWatch(file) { told.update { $0 += 1 } }
      try folder.put("x", in: "a.json")
      told.wait { $0 > 0 ? () : nil }
      withExtendedLifetime(watch) {}
    }
    // The threads end by themselves; another test may be watching.
    let end = ContinuousClock.now + .seconds(10)
    while Self.openWatches > 1, ContinuousClock.now < end { sched_yield() }
    #expect(Self.openWatches <= 1)
  }

  private static var openWatches: Int {
    let folder = "/proc/self/fd"
    let links = ((try? GlibcFileSystem().names(in: folder)) ?? []).map { name in
      var target = [CChar](repeating: 0, count: 64)
      let count = readlink("\(folder)/\(name)", &target, target.count)
      return String(
        decoding: target.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    return links.count { $0.contains("inotify") }
  }
}

extension TextReport {
  /// What was found.
  fileprivate var content: String? {
    if case .found(let content, _) = self { content } else { nil }
  }
}

/// Adds letters to a file through a saver, to what the others added.
private final class Writer: Sendable {
  private struct Text {
    var ours: String
    var basis = 0
    var saver: TextSaver?
  }

  private let letter: Character
  private let text = Monitor(Text(ours: ""))

  init(_ letter: Character, _ file: DataFile) throws {
    self.letter = letter
    let text = text
    let saver = try TextSaver(file, decode: decodeText) { report in
      guard case .found(let theirs, let basis) = report else { return }
      text.update { text in
        // The merge of two bags of letters.
        let mine = text.ours.filter { $0 == letter }
        text.ours = theirs.filter { $0 != letter } + mine
        text.basis = basis
        Self.save(text)
      }
    }
    text.update { $0.saver = saver }
  }

  private static func save(_ text: Text) {
    let bytes = Array(text.ours.utf8)
    text.saver?.save(basis: text.basis) { bytes }
  }

  func add() {
    text.update { text in
      text.ours.append(letter)
      Self.save(text)
    }
    sched_yield()
  }

  func finish() {
    // What is found meanwhile is handed in by the report, before the saver is idle.
    try? text.update { $0.saver }?.finish()
    text.update { $0.saver = nil }
  }
}
