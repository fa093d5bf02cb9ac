import JSONTree

// Votes: no more points than voters have, for things that were voted on.
extension Inspection {
  mutating func inspectVotes() {
    guard demarche.cercles.contains(where: { !$0.scrutins.isEmpty }) else { return }
    let known = Set(observations.map(\.1.id))
    for (index, cercle) in demarche.cercles.enumerated() {
      for (place, scrutin) in cercle.scrutins.enumerated() {
        inspect(
          scrutin, at: ["cercles", .index(index), "scrutins", .index(place)],
          known: known, Set(scrutin.options))
      }
    }
  }

  private mutating func inspect(
    _ scrutin: Scrutin, at place: JSONPointer, known: Set<String>, _ options: Set<String>
  ) {
    inspect(scrutin.resultats, of: scrutin.votants, scrutin, at: place)
    inspectOptions(of: scrutin.resultats, at: place, known: known, options)
    var total = 0
    for (index, part) in scrutin.parCollege.enumerated() {
      let inside = place.appending(["parCollege", .index(index)])
      inspect(part.resultats, of: part.votants, scrutin, at: inside)
      inspectOptions(of: part.resultats, at: inside, known: known, options)
      total = total.adding(part.votants ?? 0)
    }
    if let votants = scrutin.votants, total > votants {
      note(
        .votes, at: place.appending("parCollege"),
        "Les collèges comptent \(total.counting("votant")), et le vote \(votants).")
    }
  }

  private mutating func inspectOptions(
    of resultats: [Scrutin.Resultat], at place: JSONPointer, known: Set<String>,
    _ options: Set<String>
  ) {
    for (index, resultat) in resultats.enumerated() {
      guard let option = resultat.option, !option.isEmpty, !known.contains(option),
        !options.contains(option)
      else { continue }
      note(
        .optionInconnue, at: place.appending(["resultats", .index(index), "option"]),
        "\(option.quoted) n’est ni une observation, ni une option de ce vote.")
    }
  }

  private mutating func inspect(
    _ resultats: [Scrutin.Resultat], of votants: Int?, _ scrutin: Scrutin, at place: JSONPointer
  ) {
    for (index, resultat) in resultats.enumerated() where scrutin.genre == .mains {
      guard let votants, let points = resultat.points, points > votants else { continue }
      note(
        .votes, at: place.appending(["resultats", .index(index), "points"]),
        "\(points.counting("main se lève", "mains se lèvent")), et il n’y a que \(votants.counting("votant"))."
      )
    }
    guard scrutin.genre != .mains, let votants, let each = scrutin.points else { return }
    let (most, isMore) = votants.multipliedReportingOverflow(by: each)
    let total = resultats.reduce(0) { $0.adding($1.points ?? 0) }
    guard !isMore, total > most else { return }
    note(
      .votes, at: place.appending("resultats"),
      "\(total.counting("point est donné", "points sont donnés")), et \(votants.counting("votant")) à \(each) chacun "
        + "n’en ont que \(most).")
  }
}

extension Int {
  /// The sum, or the largest number there is: a file may hold any.
  func adding(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
