import DPES

// The words of the page of the board, on the screen and on the wall.
extension PageDuCA.Ligne {
  /// Its title, its period, and for how long its deadline has passed.
  var dite: String {
    let days = joursDEcheance.map { ", depuis \($0.counting("jour"))" } ?? ""
    return "\(intitule) (\(mois)\u{A0}mois\(days))"
  }
}

extension PageDuCA.Prochain {
  /// How it stands; a deadline that has passed says since when.
  func mot(_ mark: Marks.Mark) -> String {
    joursDEcheance.map { EcheancePassee.mot(depuis: $0) } ?? mark.word
  }
}
