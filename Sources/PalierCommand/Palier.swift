import ArgumentParser

@main
struct Palier: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "palier")
  func run() throws {}
}
