import DPES

// The proofs by their numbers, and what is done about what is lost or late.
extension Dossier {
  func proof(_ proof: NumberedProofs.Proof) -> TemplateScope {
    [
      "numero": .number(proof.number), "repere": .text(proof.repere),
      "indicateur": .text(proof.indicateur.intitule),
      "piece": .text(proof.piece.titre ?? "pièce"), "lieu": .text(proof.piece.lieu),
      "dateDuFait": .text(proof.piece.dateDuFait?.french),
    ]
  }

  /// No more than a synthesis has room for.
  private static let mostToLookAt = 6

  func told(_ suites: [Suite]) -> TemplateScope {
    [
      "preuvesNumerotees": .each(proofs.all, proof),
      "aRegarder": .each(Array(suites.prefix(Self.mostToLookAt))) { suite in
        [
          "repere": .text("\(suite.axe.lettre)\(suite.rang)"),
          "quoi": .text((suite.estTenu ? told(suite) : suite.palier.intitule).shortened(to: 96)),
          "etat": .text(suite.etat.mot),
          "etatSigne": .text(suite.etat.signe), "etatTeinte": .text(Tint(suite.etat).rawValue),
        ]
      },
      "aRegarderAutres": .text(
        suites.count > Self.mostToLookAt
          ? "et \((suites.count - Self.mostToLookAt).counting("autre"))" : nil),
      "suites": .each(suites) { suite in
        [
          "repere": .text("\(suite.axe.lettre)\(suite.rang)"),
          "quoi": .text(told(suite)), "tient": .flag(suite.estTenu),
          "etat": .text(suite.etat.mot), "etatSigne": .text(suite.etat.signe),
          "etatTeinte": .text(Tint(suite.etat).rawValue),
          "pourquoi": .text(suite.pourquoi.joined(separator: " ")),
          "rienDecide": .text(undecidedWords(suite)),
          "decide": .each(suite.decisions) { one in
            [
              "texte": .text(one.texte), "qui": .text(name(of: one.qui) ?? one.organisme),
              "quand": .text(one.quand?.french), "surLAxe": .flag(one.estSurLAxe),
            ]
          },
        ]
      },
    ]
  }

  /// That nothing is decided, with what was to be done before and is not; nil where something is.
  private func undecidedWords(_ suite: Suite) -> String? {
    guard suite.decisions.isEmpty else { return nil }
    return expected(of: suite).map { "Rien n’est décidé depuis. \($0)." }
      ?? "Rien n’est encore décidé."
  }

  /// What was planned or refused, « Était prévu : Écrire la fiche (8 août 2026) »; nil where nothing was.
  func expected(of suite: Suite) -> String? {
    func told(_ some: [Suite.Decision], _ words: String) -> String? {
      some.isEmpty
        ? nil
        : "\(words)\u{A0}: "
          + some.map { one in one.texte + (one.quand.map { " (\($0.french))" } ?? "") }
          .joined(separator: "\u{A0}; ")
    }
    let planned = suite.passees.filter { !$0.estReponse }
    let parts = [
      told(planned, planned.count > 1 ? "Étaient prévus" : "Était prévu"),
      told(suite.passees.filter(\.estReponse), "Répondu"),
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ". ")
  }

  /// What is lost or late and of which nobody decided anything, before it is printed so.
  var undecidedTold: [String] {
    let open = Suite.suites(demarche, avancement).filter(\.decisions.isEmpty)
    guard !open.isEmpty else { return [] }
    let names = open.prefix(Self.mostNamed).map { "\($0.axe.lettre)\($0.rang)" }
    let others = open.count - names.count
    return [
      "\(open.count.counting("palier")) \(open.count.agreeing("perdu")) ou en retard, sans suite dite\u{A0}: "
        + names.joined(separator: ", ") + (others > 0 ? " et \(others.counting("autre"))." : ".")
    ]
  }

  private static let mostNamed = 12

  /// Its indicators that are lost or late, each under what it is; the palier where none is.
  private func told(_ suite: Suite) -> String {
    func titles(_ lost: Bool) -> String {
      suite.ennuis.filter { $0.estPerdu == lost }.map(\.intitule).joined(separator: "\u{A0}; ")
    }
    let (late, lost) = (titles(false), titles(true))
    if lost.isEmpty { return late.isEmpty ? suite.palier.intitule : late }
    return late.isEmpty ? lost : "\(lost)\u{A0}; en retard\u{A0}: \(late)"
  }
}
