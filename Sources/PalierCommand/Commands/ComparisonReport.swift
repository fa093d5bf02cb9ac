import Application
import DPES
import TerminalUI

/// A comparison of two images as lines to be read: counts by axis, then each observation.
struct ComparisonReport {
  private typealias Evolution = ComparaisonDImages.Evolution
  private typealias Ligne = ComparaisonDImages.Ligne

  private let comparison: ComparaisonDImages
  private let marks: Marks

  init(_ comparison: ComparaisonDImages, _ symbols: SymbolSet) {
    self.comparison = comparison
    marks = Marks(symbols)
  }

  var text: String {
    let axes = (Axe.allCases + [nil]).map { ($0, comparison.lignes(sur: $0)) }
    let table = TextTable(axes.flatMap(\.1).map(cells), numbers: [0])
    var rows = table.lines[...]
    let indent = String(repeating: " ", count: table.lastStart + 2)
    var blocks = [counts]
    for (axe, lignes) in axes where !lignes.isEmpty {
      let lines = zip(lignes, rows).flatMap { ligne, row in
        ["  " + row] + (before(ligne).map { [indent + $0] } ?? [])
      }
      rows = rows.dropFirst(lignes.count)
      blocks.append([Self.name(axe)] + lines)
    }
    return blocks.map { "\n" + $0.map { $0 + "\n" }.joined() }.joined()
  }

  private static func name(_ axe: Axe?) -> String { axe?.nomCourt ?? "À placer" }

  /// A row for each axis, a column for each evolution; no row sums them up: the method ranks nobody.
  private var counts: [String] {
    let unplaced: [Axe?] = comparison.comptes(sur: nil).isEmpty ? [] : [nil]
    let rows = (Axe.allCases + unplaced).map { axe in
      let counts = comparison.comptes(sur: axe)
      return [Self.name(axe)] + Evolution.allCases.map { String(counts[$0] ?? 0) }
    }
    let heading = [""] + Evolution.allCases.map { $0.enTete(comparison.lecture) }
    return TextTable([heading] + rows, numbers: Set(1...Evolution.allCases.count)).lines
  }

  // The line of an observation.

  /// Its number, what became of it, its statuses before and after, its text.
  private func cells(_ ligne: Ligne) -> [String] {
    let numero = (ligne.apres?.numero ?? ligne.avant?.numero).map(String.init) ?? ""
    let avant = ligne.avant.map { word($0.statut) } ?? ""
    let apres = ligne.apres.map { word($0.statut) } ?? ""
    // The first is left out when the second says the same.
    let isChanged = avant != apres
    let link = isChanged && ligne.avant != nil && ligne.apres != nil ? marks.symbols.arrow : ""
    let texte = ligne.apres?.texte ?? ligne.avant?.texte ?? ""
    return [
      numero, ligne.evolution.mot(comparison.lecture), isChanged ? avant : "", link, apres,
      Sentences.shown(texte),
    ]
  }

  /// The wording and the axis of the first image, where they were others.
  private func before(_ ligne: Ligne) -> String? {
    guard let avant = ligne.avant, let apres = ligne.apres,
      avant.texte != apres.texte || avant.axe != apres.axe
    else { return nil }
    let axe = avant.axe == apres.axe ? "" : ", \(Self.name(avant.axe))"
    return "avant\(axe)\u{A0}: \(Sentences.shown(avant.texte))"
  }

  private func word(_ statut: Statut?) -> String {
    let mark = marks.mark(statut)
    return "\(mark.sign) \(mark.word)"
  }
}
