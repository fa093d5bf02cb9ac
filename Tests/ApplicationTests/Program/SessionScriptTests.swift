import Application
import DPES
import Foundation
import TerminalUI
import Testing

@Suite struct SessionScriptTests {
  private func script(_ name: String) throws -> [Substring] {
    let file = projectFile("Tests/ApplicationTests/Sessions/\(name).txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
  }

  /// What the room said of one thing, people by initials.
  private struct Said: Hashable {
    var numero: Int?
    var axe: Axe?
    var statut: Statut?
    var texte: String
    var formulations: [String]
    var auteur: String?
    var marks: [Bool]
    var minorite: String?
    var arguments: [String]

    init(_ observation: Observation, _ participants: [Participant]) {
      func initials(_ id: String?) -> String? {
        participants.first { $0.id == id }?.initiales
      }
      numero = observation.numero
      axe = observation.axe
      statut = observation.statut
      texte = observation.texte
      formulations = observation.formulations
      auteur = initials(observation.auteur)
      marks = [observation.priorite, observation.desaccord]
      minorite = observation.minorite
      arguments = observation.arguments.map { argument in
        [
          argument.sens?.rawValue, argument.texte, initials(argument.auteur),
          argument.college?.rawValue,
        ].compactMap(\.self).joined(separator: " | ")
      }
    }
  }

  @Test(arguments: [Size(80, 24), Size(60, 16), Size(40, 12)])
  func `the example's first image, typed from an empty file and frozen`(size: Size) throws {
    var state = emptyState(size)
    for line in try script("residence-du-halage") {
      state.play(String(line))
      let lines = state.view.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == size.height, "\(line)")
    }
    let typed = try #require(state.document?.demarche)
    let wanted = try example()
    #expect(
      typed.cercles.last?.observations.map { Said($0, typed.participants) }
        == wanted.cercles[0].observations.map { Said($0, wanted.participants) })
    #expect(typed.cercles.map(\.figee) == [true] && typed.cercles[0].figeeLe == exampleDay)
    #expect(typed.constats([.lienRompu, .idEnDouble, .numeroEnDouble]).isEmpty)
    let known = Set(wanted.participants.map(\.initiales))
    #expect(typed.participants.allSatisfy { known.contains($0.initiales) && $0.college == nil })
    try expectContent(state, named: "seance-\(size.width)x\(size.height)")
  }

  @Test func `every step of the session is taken back, one by one`() throws {
    var state = emptyState()
    for line in try script("residence-du-halage") { state.play(String(line)) }
    var steps = 0
    while state.document?.demarche.cercles.isEmpty == false, steps < 500 {
      state.play("[u]")
      steps += 1
    }
    #expect(state.document?.demarche.participants.isEmpty == true)
    for _ in 0..<steps { state.play("[Ctrl-R]") }
    #expect(state.observations.count == 43)
  }
}
