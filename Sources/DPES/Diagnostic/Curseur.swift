/// Where a point with a curseur stands on its line, which has no scale: « la démarche n’est pas
/// mathématique, elle se discute » (COORACE, Manuel DTS, fiche II-3).
///
/// It has no member of its own in the file: the arguments move it. It is of one point; nothing puts
/// two together.
package struct Curseur: Hashable, Sendable {
  /// Steps to each side of the middle.
  package static let pas = 5

  /// From −5 to 5; nil before the first argument.
  package let place: Int?
  /// « Boule pleine ».
  package let estPlein: Bool

  package init(_ reponse: Reponse?) {
    self.init(reponse?.arguments ?? [], estPlein: reponse?.priorite ?? false)
  }

  init(_ arguments: [Argument], estPlein: Bool) {
    let moves = arguments.reduce(0) { $0 + ($1.deplacement ?? 0) }
    place = arguments.isEmpty ? nil : min(max(moves, -Self.pas), Self.pas)
    self.estPlein = estPlein
  }

  /// Where so many steps lead, as far as the line goes.
  package static func place(_ place: Int, apres pas: Int) -> Int {
    min(max(place + pas, -Self.pas), Self.pas)
  }

  /// What the line is drawn with, a column each.
  package struct Signes: Hashable, Sendable {
    package let debut: String
    package let trait: String
    package let milieu: String
    package let fin: String
    /// In the place of `trait` before the first argument.
    package let rien: String
    package let plein: String
    package let creux: String

    package init(
      debut: String, trait: String, milieu: String, fin: String, rien: String, plein: String,
      creux: String
    ) {
      (self.debut, self.trait, self.milieu, self.fin) = (debut, trait, milieu, fin)
      (self.rien, self.plein, self.creux) = (rien, plein, creux)
    }

    package static let unicode = Signes(
      debut: "├", trait: "─", milieu: "┼", fin: "┤", rien: "·", plein: "▮", creux: "▯")
  }

  /// The line drawn, with so many columns for each step.
  package func ligne(_ signes: Signes = .unicode, parPas columns: Int = 1) -> String {
    let columns = max(1, columns)
    let reach = Self.pas * columns
    return (-reach - 1...reach + 1).map { column in
      if let place, column == place * columns { return estPlein ? signes.plein : signes.creux }
      if column == -reach - 1 { return signes.debut }
      if column == reach + 1 { return signes.fin }
      if column == 0 { return signes.milieu }
      return place == nil ? signes.rien : signes.trait
    }.joined()
  }
}

extension Argument {
  /// Moves the curseur by so many steps, which the side of the argument follows.
  package mutating func deplacer(de pas: Int) {
    deplacement = pas == 0 ? nil : pas
    sens = pas == 0 ? nil : pas > 0 ? .pour : .contre
  }

  /// `→→→`: how far it moved the curseur, drawn.
  package func fleches(_ droite: String, _ gauche: String) -> String {
    let pas = deplacement ?? 0
    return String(repeating: pas > 0 ? droite : gauche, count: pas.magnitude > 10 ? 10 : abs(pas))
  }
}
