/// What structures have in common, and what tells them apart: words before any number, by sujet.
package struct Synthese: Hashable, Sendable {
  package struct Ligne: Hashable, Sendable {
    package let sujet: Lecture.Sujet
    /// What enough structures say of it, in the order of ``Fait/dits``.
    package let paroles: [Parole]
  }

  package struct Parole: Hashable, Sendable {
    package let dit: String
    package let mot: Reponses.Mot
    /// Of structures, where it may be told.
    package var nombre: Int?
  }

  /// Too few structures take part for anything to be said of them.
  package struct TropPeu: Error, Hashable {
    package let structures: Int
    /// How many it takes.
    package let ilEnFaut: Int

    package init(structures: Int, ilEnFaut: Int) {
      (self.structures, self.ilEnFaut) = (structures, ilEnFaut)
    }
  }

  package let jour: Day
  /// How many structures take part.
  package let structures: Int
  package let seuil: Int
  package let par: Territoire.Par
  /// Whether it was asked of what was handed out before: it may be handed out.
  package let estRendue: Bool
  /// Whether what it does not name is not said, instead of said by fewer than the least number.
  package let taitLeReste: Bool
  /// In the order of axes and référentiels, never by how many say it.
  package let lignes: [Ligne]

  /// In words alone, to be read before anything is handed out; who has given no consent is not counted.
  package init(
    _ assemblage: Assemblage, _ participantes: [Assemblage.Participante], seuil: Int,
    _ lecture: Lecture
  ) throws(TropPeu) {
    let seuil = max(seuil, Territoire.seuilUsuel)
    let agreed = participantes.filter { $0.quoi != nil }
    guard Silence.permet(agreed.count, seuil: seuil) else {
      throw TropPeu(structures: agreed.count, ilEnFaut: seuil + 1)
    }
    (jour, structures, self.seuil, par) = (assemblage.jour, agreed.count, seuil, lecture.par)
    (estRendue, taitLeReste) = (false, false)
    var paroles: [String: [Parole]] = [:]
    for (cellule, nombre) in assemblage.comptes(
      agreed, lecture.cellules, textes: lecture.cellules
    ) {
      guard let mot = Silence.mot(nombre, sur: agreed.count, seuil: seuil) else { continue }
      paroles[cellule.sujet, default: []].append(Parole(dit: cellule.dit, mot: mot))
    }
    lignes = Self.lignes(paroles, lecture)
  }

  /// As it was handed out; what is no cell of it is left out.
  package init(_ restitution: Territoire.Restitution, le jour: Day, _ lecture: Lecture) {
    (self.jour, structures) = (jour, restitution.structures.count)
    (seuil, par) = (restitution.seuil ?? Territoire.seuilUsuel, lecture.par)
    estRendue = true
    let told = restitution.reponses?.parCle ?? [:]
    taitLeReste = told[Restitutions.sinon] != nil
    var paroles: [String: [Parole]] = [:]
    for (key, reponse) in told {
      guard let cellule = Lecture.Cellule(cle: key) else { continue }
      let parole =
        switch reponse {
        case .mot(let mot): Parole(dit: cellule.dit, mot: mot)
        case .nombre(let nombre): Parole(dit: cellule.dit, mot: .entreLesDeux, nombre: nombre)
        }
      paroles[cellule.sujet, default: []].append(parole)
    }
    lignes = Self.lignes(paroles, lecture)
  }

  private static func lignes(_ paroles: [String: [Parole]], _ lecture: Lecture) -> [Ligne] {
    let rank = Dictionary(
      Fait.dits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return lecture.sujets(Set(paroles.keys)).map { sujet in
      Ligne(
        sujet: sujet,
        paroles: (paroles[sujet.code] ?? []).sorted {
          rank[$0.dit] ?? .max < rank[$1.dit] ?? .max
        })
    }
  }
}

extension Lecture.Cellule {
  /// `sujet dit`, as a restitution names it.
  package var cle: String { "\(sujet) \(dit)" }

  /// nil for what names no cell.
  package init?(cle: String) {
    let parts = cle.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(String(parts[0]), String(parts[1]))
  }
}

// Handing out.
extension Demarche {
  /// Hands out a synthesis of structures, and remembers it: nothing else of a territory is written by
  /// that.
  package mutating func rendre(
    _ assemblage: Assemblage, _ participantes: [Assemblage.Participante],
    pour: Territoire.Restitution.Pour, seuil: Int, _ lecture: Lecture, _ signature: Signature,
    ids: inout IDGenerator
  ) throws(Restitutions.Refus) -> Territoire.Restitution {
    var own = territoire ?? Territoire()
    let agreed = participantes.filter { $0.quoi != nil }
    let counts = assemblage.comptes(agreed, lecture.cellules, textes: lecture.cellules)
    let told = Dictionary(
      counts.map { ($0.key.cle, $0.value) }, uniquingKeysWith: { first, _ in first })
    var one = Territoire.Restitution()
    one.structures = own.idsConnus(agreed).sorted { $0.precedes($1) }
    one.reponses = try Restitutions(own.restitutions).rendre(
      de: Set(one.structures), seuil: seuil, par: lecture.par, told)
    (one.le, one.pour, one.par) = (assemblage.jour, pour, lecture.par)
    one.seuil = max(seuil, Territoire.seuilUsuel)
    one.id = ids.next(unlike: Set(own.restitutions.map(\.id)))
    own.restitutions.append(one)
    territoire = own
    tracer("restitution", one.id, de: nil, a: signature.jour, signature)
    return one
  }
}

extension Territoire {
  /// The ids of structures as the earlier restitutions have them: one that was an extract then and is a
  /// whole file now is the same one.
  fileprivate func idsConnus(_ participantes: [Assemblage.Participante]) -> Set<String> {
    let known = Set(restitutions.flatMap(\.structures))
    return Set(
      participantes.map { one in
        ([one.id] + one.aussi).first(where: known.contains) ?? one.id
      })
  }
}
