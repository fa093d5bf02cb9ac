/// The counting of a vote by gommettes, before it is a ``Scrutin``: urns of voters, and what each
/// option got in them.
///
/// Ballots are added to totals as they are read, and are kept nowhere: of a secret vote nothing can
/// be told afterwards but totals.
package struct Depouillement: Hashable, Sendable {
  /// The ballots of one collège, or of everybody when nobody asks for collèges.
  package struct Urne: Hashable, Sendable {
    package let college: College?
    package let votants: Int
    /// What each option got, in the order of the options; nil: nothing was said of it yet.
    package var totaux: [Int?]
    /// How many ballots were read one by one.
    package internal(set) var bulletins = 0
  }

  /// Observations' ids, or other texts.
  package let options: [String]
  /// Points that each voter has.
  package let points: Int
  package let secret: Bool
  package var urnes: [Urne]

  /// Opens an urn for each group of voters.
  package init(
    options: [String], points: Int, secret: Bool, votants: [(college: College?, nombre: Int)]
  ) {
    self.options = options
    self.points = points
    self.secret = secret
    urnes = votants.map { group in
      Urne(
        college: group.college, votants: group.nombre,
        totaux: Array(repeating: nil, count: options.count))
    }
  }

  package var votants: Int { urnes.reduce(0) { $0 + $1.votants } }

  /// Reads a ballot: the points that it gives to each option.
  package mutating func deposer(_ bulletin: [Int], dans urne: Int) {
    add(bulletin, times: 1, to: urne)
  }

  /// Takes a ballot out again, to be corrected.
  package mutating func reprendre(_ bulletin: [Int], dans urne: Int) {
    add(bulletin, times: -1, to: urne)
  }

  private mutating func add(_ bulletin: [Int], times: Int, to urne: Int) {
    urnes[urne].bulletins += times
    for (option, points) in bulletin.enumerated() {
      urnes[urne].totaux[option] = (urnes[urne].totaux[option] ?? 0) + times * points
    }
  }

  /// Points given, held against those that the voters have.
  package struct Controle: Hashable, Sendable {
    package let donnes: Int
    package let attendus: Int

    /// Points too many; below zero, points that are missing.
    package var ecart: Int { donnes - attendus }
    package var estJuste: Bool { ecart == 0 }
  }

  package func controle(urne: Int) -> Controle {
    let urne = urnes[urne]
    return Controle(
      donnes: urne.totaux.reduce(0) { $0 + ($1 ?? 0) }, attendus: urne.votants * points)
  }

  /// The control of all urns together; each may be wrong where this is right.
  package var controle: Controle {
    let all = urnes.indices.map { controle(urne: $0) }
    return Controle(
      donnes: all.reduce(0) { $0 + $1.donnes }, attendus: all.reduce(0) { $0 + $1.attendus })
  }

  /// Points of each option, all voters alike: no collège weighs more than the people in it.
  package var totaux: [Int] {
    options.indices.map { option in urnes.reduce(0) { $0 + ($1.totaux[option] ?? 0) } }
  }

  /// The fewest voters of whom a secret vote says something.
  package static let minimumSecret = 3

  /// The urns whose figures may be told apart from the total.
  ///
  /// In a secret vote none of fewer than three voters; and what is left of the total without those
  /// that are told must not be about one or two voters either, or a subtraction would name them:
  /// then the smallest of the others stays untold, too.
  package var urnesPubliables: [Int] {
    var told = urnes.indices.filter { urnes[$0].college != nil && urnes[$0].votants > 0 }
    guard secret else { return told }
    told.removeAll { urnes[$0].votants < Self.minimumSecret }
    func untold() -> Int { votants - told.reduce(0) { $0 + urnes[$1].votants } }
    while untold() > 0, untold() < Self.minimumSecret,
      let smallest = told.min(by: { urnes[$0].votants < urnes[$1].votants })
    {
      told.removeAll { $0 == smallest }
    }
    return told
  }

  /// What the file keeps of the vote: totals, never a ballot nor an order.
  package func scrutin(id: String, le date: Day, titre: String? = nil) -> Scrutin {
    var scrutin = Scrutin()
    scrutin.id = id
    scrutin.date = date
    scrutin.titre = titre
    scrutin.genre = .gommettes
    scrutin.options = options
    scrutin.points = points
    scrutin.secret = secret
    scrutin.votants = votants
    scrutin.resultats = resultats(totaux)
    scrutin.parCollege = urnesPubliables.map { urne in
      var part = Scrutin.ParCollege()
      part.college = urnes[urne].college
      part.votants = urnes[urne].votants
      part.resultats = resultats(urnes[urne].totaux.map { $0 ?? 0 })
      return part
    }
    return scrutin
  }

  private func resultats(_ totaux: [Int]) -> [Scrutin.Resultat] {
    zip(options, totaux).map { option, points in
      var resultat = Scrutin.Resultat()
      resultat.option = option
      resultat.points = points
      return resultat
    }
  }
}
