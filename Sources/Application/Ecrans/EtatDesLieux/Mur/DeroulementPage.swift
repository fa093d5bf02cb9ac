import DPES
import TerminalUI

/// The four étapes of the method, what each gives, how each stands, and where the group is.
enum DeroulementPage: WallPage {
  static let name = "deroulement"
  static let title = "les étapes"

  static func bandeau(_ state: State) -> Bandeau {
    let here = here(state)
    return Bandeau(
      ground: .banner, word: "Déroulement des travaux",
      place: "étape \(here.rawValue) sur \(Parcours.Etape.allCases.count)",
      lines: [
        "Démarche de progrès en économie solidaire",
        "mobiliser et planifier, puis agir, vérifier, réagir",
      ])
  }

  static func draw(_ state: State, in area: Rect, on canvas: inout Canvas) {
    let all = Parcours.Etape.allCases
    let scale = state.wallScale
    let isLarge = area.height >= all.count * (Letters.rows + 1) - 1
    let letters = isLarge ? state.wallLetters : nil
    let indent = letters == nil ? 3 : 7
    let large = all.compactMap { etape in
      letters.flatMap { Block(etape, state, in: $0, width: area.width - indent) }
    }
    let isAllLarge =
      large.count == all.count
      && large.reduce(0) { $0 + $1.height } + all.count - 1 <= area.height
    let blocks =
      isAllLarge
      ? large
      : all.map { Block($0, state, width: area.width - indent, hasOutputs: scale > .least) }
    let heights = blocks.map { max($0.height, letters == nil ? 1 : Letters.rows) }
    let used = heights.reduce(0, +)
    let gap = min(4, max(0, (area.height - used) / (all.count - 1)))
    var rest = area
    _ = rest.takeTop(min(1, max(0, area.height - used - gap * (all.count - 1)) / 2))
    let shown = shown(state)
    for (block, height) in zip(blocks, heights) {
      let rows = rest.takeTop(height)
      guard !rows.isEmpty else { return }
      let number = String(block.etape.rawValue)
      if let letters {
        canvas.draw(number, in: letters, at: rows.column, rows.row, Style(.accent))
      } else {
        canvas.draw(number, at: rows.column, rows.row, .title)
      }
      var words = rows
      _ = words.takeLeft(indent)
      block.draw(in: words, on: &canvas)
      if block.etape == shown {
        let ground = Rect(
          column: area.column - 1, row: rows.row, width: area.width + 2, height: rows.height)
        canvas.lay(ground, on: .selected)
        canvas.drawSelectionBar(beside: rows)
      }
      _ = rest.takeTop(gap)
    }
  }

  static func keys(_ state: State) -> [String] {
    ["↑ ↓ étape"]
  }

  static func here(_ state: State) -> Parcours.Etape { state.etat.rows.parcours.ici }

  /// The étape that is looked at.
  static func shown(_ state: State) -> Parcours.Etape {
    state.etat.section == .etapes ? state.etat.etapeRow?.etape ?? here(state) : here(state)
  }

  /// One étape in words.
  private struct Block {
    let etape: Parcours.Etape
    private var title: [String]
    private let outputs: [String]
    private let mark: Marks.Mark
    private let word: String
    private let isHere: Bool
    private let isWordBeside: Bool
    /// What the title is drawn in; nil for a row of text.
    private var letters: Letters?

    /// With its title in letters; nil where that takes more than one line.
    init?(_ etape: Parcours.Etape, _ state: State, in letters: Letters, width: Int) {
      guard letters.lines(of: etape.nom, width: width, maxLines: 1) != nil else { return nil }
      self.init(etape, state, width: width, hasOutputs: true)
      title = [etape.nom]
      self.letters = letters
    }

    init(_ etape: Parcours.Etape, _ state: State, width: Int, hasOutputs: Bool) {
      self.etape = etape
      mark = state.marks.mark(state.etat.rows.parcours.etat(de: etape))
      isHere = DeroulementPage.here(state) == etape
      word = "\(mark.sign) \(isHere ? "nous sommes ici" : mark.word)"
      let isBeside = width >= 48
      let room = isBeside ? width - TextWidth.columns(of: word) - 2 : width
      let names = [etape.nom, etape.motCourt]
      title =
        isBeside
        ? WallText.lines(etape.nom, width: room, maxLines: 2)
        : [names.first { TextWidth.fits($0, room) } ?? etape.motCourt]
      outputs = hasOutputs ? WallText.lines(etape.sorties, width: width, maxLines: 2) : []
      isWordBeside = isBeside
    }

    var height: Int {
      (letters == nil ? title.count : Letters.rows) + outputs.count + (isWordBeside ? 0 : 1)
    }

    func draw(in area: Rect, on canvas: inout Canvas) {
      var row = area.row
      for line in title {
        if let letters {
          canvas.draw(line, in: letters, at: area.column, row, .text)
          row += Letters.rows
          continue
        }
        canvas.draw(line, at: area.column, row, .strong, upTo: area.endColumn)
        row += 1
      }
      let style = mark.ink == .faint && isHere ? .strong : Style(mark.ink, .bold)
      if isWordBeside {
        let wordRow = letters == nil ? area.row : row
        canvas.draw(word, at: area.endColumn - TextWidth.columns(of: word), wordRow, style)
      } else {
        canvas.draw(word, at: area.column, row, style, upTo: area.endColumn)
        row += 1
      }
      for line in outputs {
        canvas.draw(line, at: area.column, row, .faint, upTo: area.endColumn)
        row += 1
      }
    }
  }
}

extension Parcours.Etape {
  /// What it gives.
  fileprivate var sorties: String {
    switch self {
    case .mobiliser: "profil, tour de table, profil stratégique"
    case .diagnostic: "grille de questionnement, cercle de qualité"
    case .progres: "schéma de progrès\u{A0}: actuel, intermédiaire, cible"
    case .suivi: "tableau de bord, finances, capitalisation"
    }
  }
}
