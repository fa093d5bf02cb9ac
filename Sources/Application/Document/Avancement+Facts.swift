import DPES

extension Avancement {
  /// The paliers that need somebody, as counts.
  var wants: [String] {
    let lost = axes.reduce(0) { $0 + $1.perdus }
    let late = axes.reduce(0) { $0 + $1.enRetard }
    func told(_ count: Int, _ word: String) -> [String] {
      count == 0 ? [] : ["\(count.counting("palier")) \(word)"]
    }
    return told(lost, lost.agreeing("perdu")) + told(late, "en retard")
  }
}

extension Avancement.ParAxe {
  /// `palier 2 sur 4`: its level.
  var niveauEnMots: String {
    let count = paliers.count
    if count == 0 { return "aucun palier" }
    if actuel > 0 { return "palier \(actuel) sur \(count)" }
    // What held once and is lost is no start.
    return perdus > 0 || depart > 0
      ? "aucun tenu sur \(count)" : "au départ, \(count.counting("palier"))"
  }
}
