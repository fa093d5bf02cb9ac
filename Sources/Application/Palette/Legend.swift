import DPES
import TerminalUI

/// What the signs of a screen mean, in words.
enum Legend {
  typealias Line = [Marks.Mark]

  static func lines(for screen: Screen, _ marks: Marks) -> [Line] {
    switch screen {
    case .etat: [Seance.Promesse.Suivi.allCases.map { marks.mark($0) }]
    case .finances, .capitalisation: []
    case .ca:
      [
        [Avancement.ParPalier.Etat.tenu, .partiel, .aVenir, .enRetard, .perdu].map {
          marks.mark($0)
        },
        [Statut.rouge, .orange, .vert, nil].map { marks.mark($0) } + [marks.priorite],
      ]
    case .grille:
      [
        Reponse.Existante.allCases.map {
          Marks.Mark(sign: $0.lettre, ink: $0.ink, word: $0.mot)
        }
      ]
    case .cercle:
      [
        [Statut.rouge, .orange, .vert, nil].map { marks.mark($0) },
        [marks.priorite, marks.desaccord],
        ComparaisonDImages.Evolution.changesFirst.map {
          marks.mark($0)
        },
      ]
    case .schema:
      [
        [Avancement.ParPalier.Etat.tenu, .partiel, .aVenir, .enRetard, .perdu].map {
          marks.mark($0)
        }
      ]
    case .aFaire:
      [
        [marks.lost, marks.late, marks.mark(Realise.Statut?.none)],
        Seance.Promesse.Suivi.allCases.map { marks.mark($0) },
      ]
    case .tableau:
      [
        [Realise.Statut.atteint, .verifie, .partiel, .nonAtteint].map { marks.mark($0) },
        [Realise.Statut.nonVerifie, .nonConcerne, nil].map { marks.mark($0) }
          + [marks.lost, marks.late],
      ]
    }
  }

  static func draw(_ line: Line, in row: Rect, on canvas: inout Canvas) {
    var column = row.column
    for mark in line {
      let width = TextWidth.columns(of: mark.word) + 2
      guard column + width <= row.endColumn else { return }
      canvas.draw(mark.sign, at: column, row.row, Style(mark.ink, on: .card, .bold))
      column = canvas.draw(mark.word, at: column + 2, row.row, Style(.text, on: .card)) + 3
    }
  }
}
