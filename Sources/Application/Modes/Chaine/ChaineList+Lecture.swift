import DPES
import TerminalUI

extension ChaineList {
  func lecture(_ state: State) -> Lecture? {
    let place = { (row: Row) in
      switch row.place {
      case .before: "avant"
      case .here: "ici"
      case .after: "après"
      }
    }
    return Lecture(
      title: "Liens, \(rows.count.counting("maillon")), de ce qui est avant à ce qui est après.",
      count: rows.count, selection: list.selectedRow(of: rows.count),
      row: { [rows] in
        "\(place(rows[$0]).capitalizedFirst), \(rows[$0].text.kind)\u{A0}: "
          + rows[$0].text.words.asSentence
      },
      question: "Un numéro y va, Entrée au \((list.selectedRow(of: rows.count) ?? 0) + 1), - ferme."
    )
  }
}
