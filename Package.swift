// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "palier",
  products: [
    .executable(name: "palier", targets: ["PalierCommand"])
  ],
  dependencies: [
    // One version: its sentences are put into French one by one (`FrenchHelp`).
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    // Pure: no I/O, no Foundation, no C.
    .target(name: "JSONTree"),
    .target(name: "DPES", dependencies: ["JSONTree"]),
    .target(name: "TerminalUI"),
    .target(name: "Application", dependencies: ["DPES", "TerminalUI"]),

    .target(name: "Documents", dependencies: ["DPES", "JSONTree"]),

    // The edges: files, and the terminal. What only Linux has is in CSystem.
    .target(name: "CSystem"),
    .target(name: "DPESStore", dependencies: ["CSystem", "DPES", "JSONTree"]),
    .target(
      name: "CNcurses", dependencies: ["CSystem"],
      linkerSettings: [
        // Linked whole, so that an installed binary needs no ncurses of its own.
        .linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a"),
      ]),
    .target(name: "NcursesTerminal", dependencies: ["CNcurses", "TerminalUI"]),

    // The command `palier`.
    .executableTarget(
      name: "PalierCommand",
      dependencies: [
        "Application", "CSystem", "DPES", "DPESStore", "Documents", "JSONTree", "NcursesTerminal",
        "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests
    .target(name: "Seeded", path: "Tests/Seeded"),
    .testTarget(name: "JSONTreeTests", dependencies: ["JSONTree", "Seeded"]),
    .testTarget(
      name: "DPESTests", dependencies: ["DPES", "JSONTree", "Seeded"], exclude: ["Formats"]),
    .testTarget(name: "DPESStoreTests", dependencies: ["DPESStore", "DPES", "JSONTree"]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "CNcurses", "Seeded"]),
    .testTarget(
      name: "NcursesTerminalTests", dependencies: ["CNcurses", "NcursesTerminal", "TerminalUI"]),
    .testTarget(
      name: "ApplicationTests",
      dependencies: ["Application", "DPES", "Documents", "JSONTree", "TerminalUI"],
      exclude: ["Frames", "Sessions"]),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "DPES", "JSONTree"], exclude: ["Tables"]),
    // A small full-screen program that says what it is sent, for the tests of the terminal.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "TerminalUI"],
      path: "Tests/TerminalProbe"),
    // A small process that saves, for the tests that kill it.
    .executableTarget(
      name: "StoreProbe", dependencies: ["DPES", "DPESStore", "JSONTree"], path: "Tests/StoreProbe"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "PalierCommand", "StoreProbe", "TerminalProbe", "Application", "DPES", "DPESStore",
        "Documents", "JSONTree", "Seeded", "TerminalUI",
      ]),
    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)

// What looks for inputs that do harm is built only where `make fuzz` asks for it.
if Context.environment["PALIER_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Application", "DPES", "DPESStore", "Documents", "JSONTree", "NcursesTerminal",
        "TerminalUI",
      ],
      path: "Tests/Fuzz", exclude: ["Corpus", "Dictionaries", "sample.dpes.json"]))
}

let pureTargets: Set = ["JSONTree", "DPES", "TerminalUI", "Application", "Documents"]

for target in package.targets where !["CNcurses", "CSystem"].contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  if pureTargets.contains(target.name) {
    target.swiftSettings?.append(.strictMemorySafety())
  }
}
