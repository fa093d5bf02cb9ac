import DPES
import TerminalUI

extension ExportCard {
  func lecture(_ state: State) -> Lecture? {
    let row = list.selectedRow(of: documents.count)
    return Lecture(
      title: "Sortir un document, \(sansNoms ? "sans les noms" : "avec les noms").",
      count: documents.count, selection: row,
      row: { [documents] in documents[$0].title.asSentence },
      question:
        "Un numéro l’écrit, Entrée écrit le \((row ?? 0) + 1), n avec ou sans les noms, - ferme.")
  }

  func choose(_ row: Int, in state: inout State) -> [Effect] {
    var card = self
    card.list = ListView(selection: row)
    return card.askPreview(in: &state) + state.hear(.enter)
  }
}

extension Replacement {
  func lecture(_ state: State) -> Lecture? {
    Lecture(
      title: "«\u{A0}\(request.path)\u{A0}» existe déjà. Rien n’est écrit.",
      question: "o le remplace par le document, n en nomme un autre, - renonce.")
  }
}
