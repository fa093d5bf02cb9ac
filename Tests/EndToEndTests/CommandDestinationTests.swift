import Foundation
import Glibc
import Testing

/// Where documents of every kind can't be written: a sentence, and nothing half-written.
@Suite struct CommandDestinationTests {
  static let kinds = [
    "html", "svg", "csv", "fods", "ods", "xlsx", "ics", "fodt", "odt", "md",
  ]

  private let folder: CommandFolder

  init() throws {
    folder = try CommandFolder()
    try folder.putExample()
  }

  /// What writes a document of a kind in a file.
  private func command(_ kind: String, to path: String) -> [String] {
    let start =
      ["fodt", "odt", "md"].contains(kind)
      ? ["rapport", "exemple.dpes.json", "--modele", "annuel"]
      : ["exporter", "exemple.dpes.json", "--format", kind]
    return start + ["--vers", path]
  }

  private func expect(
    _ answer: CommandFolder.Answer, status: Int32 = 2, says words: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(answer.status == status && answer.output == "", sourceLocation: location)
    #expect(
      answer.error.plainSpaces.contains(words) && answer.isHarmless, "\(answer.error)",
      sourceLocation: location)
    #expect(answer.error.split(separator: "\n").count == 1, sourceLocation: location)
    #expect(try folder.bytes("exemple.dpes.json") == shippedExample(), sourceLocation: location)
  }

  @Test(arguments: kinds)
  func `a folder that is not there`(kind: String) throws {
    try expect(
      try folder.run(palierPath, command(kind, to: "loin/x.\(kind)")),
      says: "« loin/x.\(kind) » n’est pas créé : son dossier n’existe pas.")
    #expect(try folder.names == ["exemple.dpes.json"])
  }

  @Test(arguments: kinds)
  func `a folder where nothing may be added`(kind: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("fermé"), withIntermediateDirectories: false)
    chmod(folder.path("fermé"), 0o555)
    defer { chmod(folder.path("fermé"), 0o755) }
    // The superuser may write anywhere.
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", palierPath]
    let asked = command(kind, to: "fermé/x.\(kind)")
    let answer =
      geteuid() == 0
      ? try folder.run("/usr/bin/setpriv", nobody + asked) : try folder.run(palierPath, asked)
    try expect(
      answer,
      says:
        "« fermé/x.\(kind) » n’est pas créé : vous n’avez pas le droit d’écrire dans son dossier.")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("fermé")) == [])
  }

  @Test(arguments: kinds)
  func `a file that is there stays, until somebody says otherwise`(kind: String) throws {
    try folder.put("à moi", in: "x.\(kind)")
    let asked = command(kind, to: "x.\(kind)")
    try expect(try folder.run(palierPath, asked), status: 1, says: "--remplacer")
    #expect(try folder.text("x.\(kind)") == "à moi")
    #expect(try folder.run(palierPath, asked + ["--remplacer"]).status == 0)
    #expect(try folder.text("x.\(kind)") != "à moi")
    #expect(try folder.names == ["exemple.dpes.json", "x.\(kind)"])
  }

  @Test(arguments: kinds)
  func `a file that may not grow is not left half-written, nor the old one lost`(
    kind: String
  ) throws {
    let script = "ulimit -f 1; exec \"$@\""
    let full = "il n’y a plus de place sur le disque."
    let asked = ["-c", script, "sh", palierPath] + command(kind, to: "x.\(kind)")
    try expect(
      try folder.run("/bin/sh", asked), says: "« x.\(kind) » n’est pas créé : \(full)")
    #expect(try folder.names == ["exemple.dpes.json"])
    try folder.put("à moi", in: "x.\(kind)")
    try expect(
      try folder.run("/bin/sh", asked + ["--remplacer"]),
      says: "« x.\(kind) » n’est pas enregistré : \(full)")
    #expect(try folder.names == ["exemple.dpes.json", "x.\(kind)"])
    #expect(try folder.text("x.\(kind)") == "à moi")
  }

  @Test(arguments: kinds)
  func `a disk that is full, and one that is read-only`(kind: String) throws {
    let mount = folder.path("disque")
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: false)
    let script = """
      mount -t tmpfs -o size=4k none disque || exit 9
      head -c 4096 /dev/zero > disque/plein
      "$@" 2>&1; ls -A disque; mount -o remount,ro disque || exit 9
      "$@" 2>&1; ls -A disque
      """
    let answer = try folder.run(
      "/usr/bin/unshare",
      ["--map-root-user", "--mount", "sh", "-c", script, "sh", palierPath]
        + command(kind, to: "disque/x.\(kind)"),
      ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    guard answer.status == 0 else {
      // Where no file system may be mounted, the limit of a file's size stands in.
      return
    }
    let start = "« disque/x.\(kind) » n’est pas créé : "
    #expect(
      answer.output.plainSpaces.replacing("palier : ", with: "").split(separator: "\n") == [
        "\(start)il n’y a plus de place sur le disque. Faites de la place, puis recommencez.",
        "plein", "\(start)le disque est en lecture seule. Choisissez un autre dossier.", "plein",
      ])
  }

  @Test(arguments: kinds)
  func `what is no file is not written over`(kind: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("dossier.\(kind)"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("plein.\(kind)"), withDestinationPath: "/dev/full")
    mkfifo(folder.path("tube.\(kind)"), 0o666)
    let before = try folder.names
    for (name, said) in [
      ("dossier", "n’est pas créé : un dossier porte ce nom."),
      ("plein", "n’est pas créé : ce nom n’est pas celui d’un fichier ordinaire."),
      ("tube", "n’est pas créé : ce nom n’est pas celui d’un fichier ordinaire."),
    ] {
      let asked = command(kind, to: "\(name).\(kind)") + ["--remplacer"]
      try expect(try folder.run(palierPath, asked), says: said)
    }
    #expect(try folder.names == before)
  }
}
