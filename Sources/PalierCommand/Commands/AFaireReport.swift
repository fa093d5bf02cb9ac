import Application
import DPES
import TerminalUI

/// What there is to do as lines to be read, in a mail for instance.
struct AFaireReport {
  private let lignes: [AFaire.Ligne]
  private let demarche: Demarche
  private let jour: Day
  private let words: AFaireText

  init(_ lignes: [AFaire.Ligne], of demarche: Demarche, le jour: Day, _ symbols: SymbolSet) {
    self.lignes = lignes
    self.demarche = demarche
    self.jour = jour
    words = AFaireText(Marks(symbols))
  }

  var text: String {
    let name = Sentences.shown(demarche.structure.raisonSociale)
    let heading = "\(name), à faire le \(jour.french)\n"
    guard !lignes.isEmpty else { return heading + "\nRien n’est dû, en retard ni perdu.\n" }
    var rows = TextTable(lignes.map(cells)).lines[...]
    let blocks = AFaire.Rubrique.allCases.compactMap { rubrique -> String? in
      let count = lignes.count { $0.rubrique == rubrique }
      guard count > 0 else { return nil }
      let lines = rows.prefix(count).map { "  \($0)\n" }.joined()
      rows = rows.dropFirst(count)
      return "\n\(AFaireText.titre(rubrique))\n\(lines)"
    }
    return heading + blocks.joined()
  }

  /// Its sign, what is expected, for when, for how long it is late, who, what.
  private func cells(_ ligne: AFaire.Ligne) -> [String] {
    let people = ligne.personnes.compactMap { id in
      demarche.participants.first { $0.id == id }
    }.map { one in
      Sentences.shown(one.initiales ?? "?") + (one.estParti(le: jour) ? " (parti)" : "")
    }
    return [
      words.mark(ligne).sign, AFaireText.attendu(ligne), ligne.quand?.frenchShort ?? "",
    ]
      + (hasLate
        ? [ligne.joursDeRetard(le: jour).map { "depuis \($0.counting("jour"))" } ?? ""] : [])
      + [people.joined(separator: ", "), Sentences.shown(AFaireText.texte(ligne))]
  }

  private var hasLate: Bool { lignes.contains { $0.joursDeRetard(le: jour) != nil } }
}
