import DPES
import TerminalUI

// What an observation became from one image to another, as it is drawn.

extension ComparaisonDImages.Evolution {
  /// In the order that a room wants to hear of them: the changes first.
  static let changesFirst: [Self] = [.amelioree, .degradee, .apparue, .close, .inchangee]

  /// Its place in ``changesFirst``.
  var rank: Int { Self.changesFirst.firstIndex(of: self) ?? Self.changesFirst.count }
}

extension Marks {
  /// The sign of an evolution, beside that of a colour; its word stands in the detail.
  func mark(
    _ evolution: ComparaisonDImages.Evolution, _ lecture: ComparaisonDImages.Lecture = .temps
  ) -> Mark {
    let word = evolution.mot(lecture)
    switch evolution {
    // What others see is no progress, and no loss: a letter, without a colour of its own.
    case .amelioree where lecture != .temps: return Mark(sign: "f", ink: .accent, word: word)
    case .degradee where lecture != .temps: return Mark(sign: "s", ink: .accent, word: word)
    case .amelioree: return Mark(sign: symbols.sign("↑", ascii: "^"), ink: .green, word: word)
    case .degradee: return Mark(sign: symbols.sign("↓", ascii: "v"), ink: .red, word: word)
    case .apparue: return Mark(sign: "+", ink: .accent, word: word)
    case .close: return Mark(sign: symbols.minus, ink: .faint, word: word)
    case .inchangee: return Mark(sign: "=", ink: .faint, word: word)
    }
  }
}

extension ImageView {
  /// What the image shown is to the one it is compared with.
  var lecture: ComparaisonDImages.Lecture {
    avant.map { ComparaisonDImages.Lecture(de: $0, a: cercle) } ?? .temps
  }

  /// What became of those of an axis, those « à placer » for nil: how many of each, the changes
  /// first; counts, never a mark.
  func evolutions(sur axe: Axe?) -> [(evolution: ComparaisonDImages.Evolution, count: Int)] {
    let here = self[axe].observations.compactMap { lignes[$0.id]?.evolution }
    return ComparaisonDImages.Evolution.changesFirst.map { evolution in
      (evolution, here.count { $0 == evolution })
    }
  }
}

extension AxisList {
  /// `↑ ▲●`: what became of it, then the colour before and after.
  static func drawSigns(
    of ligne: ComparaisonDImages.Ligne, _ state: State, at column: Int, _ row: Int,
    on canvas: inout Canvas
  ) {
    let evolution = state.marks.mark(ligne.evolution, state.derived.image?.lecture ?? .temps)
    canvas.draw(evolution.sign, at: column, row, Style(evolution.ink, .bold))
    if let avant = ligne.avant, ligne.evolution != .inchangee {
      let mark = state.marks.mark(avant.statut)
      canvas.draw(mark.sign, at: column + 2, row, Style(mark.ink))
    }
    if let apres = ligne.apres {
      let mark = state.marks.mark(apres.statut)
      canvas.draw(mark.sign, at: column + 3, row, Style(mark.ink))
    }
  }
}

extension ComparaisonDImages.Ligne {
  /// What the detail says of it: « améliorée : ▲ orange puis ● vert ».
  func phrase(
    _ marks: Marks, depuis avant: CercleDeQualite, _ lecture: ComparaisonDImages.Lecture
  ) -> [String] {
    func word(_ statut: Statut?) -> String {
      let mark = marks.mark(statut)
      return "\(mark.sign) \(mark.word)"
    }
    let evolution = self.evolution.mot(lecture)
    var facts: [String] = []
    switch (self.avant, apres) {
    case (let before?, let after?) where before.statut != after.statut:
      facts.append("\(evolution)\u{A0}: \(word(before.statut)) le \(avant.date.french)")
    case (_?, nil) where lecture == .temps:
      facts.append("\(evolution)\u{A0}: elle était dans l’image du \(avant.date.french)")
    case _ where lecture != .temps: facts.append(evolution)
    default:
      facts.append("\(evolution) depuis le \(avant.date.french)")
    }
    if let before = self.avant, let after = apres {
      if before.axe != after.axe { facts.append("avant sur \(before.axe?.nomCourt ?? "à placer")") }
      if before.texte != after.texte { facts.append("avant\u{A0}: «\u{A0}\(before.texte)\u{A0}»") }
    }
    return facts
  }
}
