import DPES
import TerminalUI
import Testing

@testable import Application

extension State {
  /// Reads the shipped cycles and follows one, as from the list of the identity.
  mutating func follow(_ id: String, _ cycles: [Cycle]? = nil) throws {
    let cycles = try cycles ?? shippedCycles()
    _ = update(.cycles(cycles))
    let cycle = try #require(cycles.first { $0.id == id })
    _ = change { demarche, _ in demarche.suivre(cycle) }
    renewDerived()
  }

  /// The lines of the section of the cycle: its sign, what it is called, what it says.
  var cycleLines: [String] {
    let text = CycleText(self)
    return etat.cycle.rows.map { row in
      "\(text.mark(row).sign) \(CycleText.titre(row, etat.cycle)): \(text.detail(row))"
        .replacing("\u{A0}", with: " ")
    }
  }

  /// The passages of the démarche's first cycle.
  var passages: [Passage] { document?.demarche.cycles.first?.passages ?? [] }
}

/// The example on its way through the Pas-de-Calais cycle: delivered, five journées, one absence.
func accompagnee() throws -> Demarche {
  var demarche = try example()
  let cycle = try #require(try shippedCycles().first { $0.id == "pas-de-calais" })
  var ids = IDGenerator(seed: 11)
  let signature = Signature(quand: Instant(seconds: 0), jour: exampleDay)
  for index in demarche.participants.indices.prefix(2) {
    demarche.participants[index].referent = true
  }
  let referents = demarche.participants.prefix(2).map(\.id)
  func note(
    _ etape: String, _ day: String, rang: Int? = nil, _ fill: (inout Passage) -> Void = { _ in }
  )
    throws
  {
    let jour = try #require(Day(iso: day))
    let id = demarche.noterPassage(nil, etape: etape, rang: rang, de: cycle, signature, ids: &ids) {
      $0.faitLe = jour
      fill(&$0)
    }
    guard etape.hasPrefix("jour"), let id else { return }
    // One of the two was away on the third.
    demarche.tenirJournee(
      id, presents: etape == "jour-3" ? Array(referents.suffix(1)) : referents,
      cycle.etape(etape)?.titre ?? "", de: cycle, ids: &ids)
  }
  try note("candidature", "2025-10-06") { $0.destinataire = "ess@pasdecalais.fr" }
  try note("instruction", "2025-11-05") { $0.texte = "deux questions sur le budget" }
  try note("comite", "2025-12-04") { ($0.issue, $0.motif) = (.ajourne, "joindre les comptes") }
  try note("comite", "2025-12-12") { ($0.issue, $0.numero) = (.delivre, "62-0147") }
  try note("charte", "2026-01-20") { $0.texte = "remis en séance du CDESS" }
  for (number, day) in ["2026-04-09", "2026-04-10", "2026-05-12", "2026-06-16", "2026-07-07"]
    .enumerated()
  { try note("jour-\(number + 1)", day) }
  demarche.historique = try example().historique
  return demarche
}

/// The program in the section of the cycle of that démarche.
func cycleState(
  _ demarche: Demarche? = nil, _ size: Size = Size(100, 30), isASCII: Bool = false,
  today: String = "2026-12-01", cycles: [Cycle]? = nil
) throws -> State {
  var state = state(
    try demarche ?? accompagnee(), size, screen: .etat, isASCII: isASCII,
    today: try #require(Day(iso: today)))
  _ = state.update(.cycles(try cycles ?? shippedCycles()))
  let isThere = state.select("cycle")
  try #require(isThere)
  return state
}
