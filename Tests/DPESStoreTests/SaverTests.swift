import DPESStore
import Glibc
import Testing

@Suite struct SaverTests {
  private let folder: TemporaryFolder
  private let results = Monitor<[TextReport]>([])

  init() throws {
    folder = try TemporaryFolder()
  }

  private func saver(
    _ system: any FileSystem = GlibcFileSystem(), keeping versions: VersionFolder? = nil
  ) throws -> TextSaver {
    let file = try DataFile.create(folder / "a.json", bytes("0"), in: system)
    return try TextSaver(file, keeping: versions, decode: decodeText) { [results] report in
      results.update { $0.append(report) }
    }
  }

  private var numbersSaved: [Int] {
    results.update { $0 }.compactMap {
      if case .saved(let number, _, _) = $0 { number } else { nil }
    }
  }

  @Test func `a state handed in is on the disk when it is said to be`() throws {
    let saver = try saver()
    let number = saver.save { bytes("1") }
    let result = results.wait { $0.first }
    guard case .saved(number, let encoding, let writing) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(encoding >= .zero)
    #expect(writing > .zero)
    #expect(try folder.text(of: "a.json") == "1")
  }

  @Test func `what is asked of the thread is done before the end is waited for, and before a save`()
    throws
  {
    let saver = try saver()
    let gate = Monitor(false)
    let order = Monitor<[String]>([])
    saver.perform { gate.wait { $0 ? () : nil } }
    saver.save {
      order.update { $0.append("save") }
      return bytes("1")
    }
    saver.perform { order.update { $0.append("errand") } }
    gate.update { $0 = true }
    try saver.finish()
    #expect(order.update { $0 } == ["errand", "save"])
    saver.perform { order.update { $0.append("last") } }
    try saver.finish()
    #expect(order.update { $0 }.last == "last")
  }

  @Test func `states that a newer one overtakes are skipped`() throws {
    let saver = try saver()
    let gate = Monitor(false)
    let started = Monitor(false)
    saver.save {
      started.update { $0 = true }
      gate.wait { $0 ? () : nil }
      return bytes("1")
    }
    started.wait { $0 ? () : nil }
    for state in 2...100 { saver.save { bytes("\(state)") } }
    gate.update { $0 = true }
    try saver.finish()
    #expect(numbersSaved == [1, 100])
    #expect(try folder.text(of: "a.json") == "100")
  }

  @Test func `the newest state wins whatever the pace`() throws {
    let saver = try saver()
    for state in 1...500 {
      saver.save { bytes("\(state)") }
      if state % 50 == 0 {
        try saver.finish()
        #expect(try folder.text(of: "a.json") == "\(state)")
      }
    }
    let numbers = numbersSaved
    #expect(numbers == numbers.sorted())
    #expect(numbers.last == 500)
  }

  @Test func `finishing without anything to save does nothing`() throws {
    let saver = try saver()
    try saver.finish()
    #expect(results.update { $0 } == [])
    #expect(try folder.text(of: "a.json") == "0")
  }

  @Test func `a save that failed is tried again by finish`() throws {
    let creating = 10
    let failing = TestFileSystem(.failing(call: creating + 9, .noSpace))
    let saver = try saver(failing)
    saver.save { bytes("1") }
    let error = StoreError(path: folder / "a.json", operation: .save, cause: .noSpace)
    #expect(results.wait { $0.first } == .failed(number: 1, error))
    #expect(try folder.text(of: "a.json") == "0")
    try saver.finish()
    #expect(numbersSaved == [1])
    #expect(try folder.text(of: "a.json") == "1")
  }

  @Test func `finish tells why the last state is not on the disk`() throws {
    let saver = try saver()
    try folder.put("spoilt", in: "a.json")
    saver.save { bytes("1") }
    saver.save { bytes("2") }
    #expect(
      throws: StoreError(path: folder / "a.json", operation: .save, cause: .changedElsewhere)
    ) {
      try saver.finish()
    }
    #expect(try folder.text(of: "a.json") == "spoilt")
  }

  @Test func `a saver let go still saves what it was given`() throws {
    try saver().save { bytes("1") }
    _ = results.wait { $0.first }
    #expect(try folder.text(of: "a.json") == "1")
  }
}
