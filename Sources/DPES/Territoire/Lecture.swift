/// As what the facts of structures are read together, in which order and in which words.
package struct Lecture: Sendable {
  /// Something that structures speak of.
  package struct Sujet: Hashable, Sendable {
    package let code: String
    package let axe: Axe?
    package let intitule: String
  }

  /// What is counted: a sujet, and what is said of it.
  package struct Cellule: Hashable, Sendable {
    package let sujet: String
    package let dit: String

    package init(_ sujet: String, _ dit: String) { (self.sujet, self.dit) = (sujet, dit) }
  }

  package let par: Territoire.Par
  /// By their codes, those that are known before any fact is.
  private var connus: [String: (rang: Int, sujet: Sujet)] = [:]
  /// By `référentiel:code`, also by codes of before: what it is read as.
  private var lus: [String: String] = [:]
  /// By the letters of texts: the sujets that people joined them to.
  private var parLettres: [String: [Sujet]] = [:]

  /// The référentiels come in the order in which they are told; `sujets` are what people joined,
  /// and come before `correspondances`, the first of these before the others.
  package init(
    par: Territoire.Par, _ referentiels: [Referentiel], _ sujets: [Territoire.SujetCommun] = [],
    _ correspondances: [Correspondances] = []
  ) {
    self.par = par
    for axe in Axe.allCases {
      note(Sujet(code: "axe:\(axe.rawValue)", axe: axe, intitule: "sur l’axe entier"))
      note(
        Sujet(code: "engagement:\(axe.rawValue)", axe: axe, intitule: "engagements autour d’elles"))
    }
    if par == .sujet {
      for sujet in sujets { note(sujet) }
      for one in correspondances { note(one) }
    }
    for referentiel in referentiels {
      for theme in referentiel.themes { note(theme, of: referentiel) }
      for point in referentiel.retires { note(point, nil, of: referentiel) }
    }
    for nature in Indicateur.Nature.allCases {
      note(
        Sujet(
          code: "indicateur:\(nature.rawValue)", axe: nil,
          intitule: "indicateurs (\(nature.rawValue))"))
    }
    for (code, intitule) in [
      ("promesse", "promesses"), ("appel", "reconnaissance"), ("etape", "étapes"),
    ] { note(Sujet(code: code, axe: nil, intitule: intitule)) }
  }

  private mutating func note(_ sujet: Sujet) {
    guard connus[sujet.code] == nil else { return }
    connus[sujet.code] = (connus.count, sujet)
  }

  private mutating func note(_ sujet: Territoire.SujetCommun) {
    let code = "sujet:\(sujet.id)"
    let known = Sujet(code: code, axe: sujet.axe, intitule: sujet.intitule ?? sujet.id)
    note(known, sujet.points)
    for texte in sujet.textes {
      let lettres = Ressemblance(texte).lettres
      if !lettres.isEmpty { parLettres[lettres, default: []].append(known) }
    }
  }

  private mutating func note(_ correspondances: Correspondances) {
    for sujet in correspondances.sujets {
      // No code of a point has a slash for its colon.
      let code = "\(correspondances.id)/\(sujet.code)"
      note(Sujet(code: code, axe: sujet.axe, intitule: sujet.intitule), sujet.points)
    }
  }

  /// A point is of the first sujet that has it: the one less the other would be somebody.
  private mutating func note(_ sujet: Sujet, _ points: [String]) {
    note(sujet)
    for point in points where lus[point] == nil { lus[point] = sujet.code }
  }

  private mutating func note(_ theme: Referentiel.Theme, of referentiel: Referentiel) {
    // No code of a point has a slash for its colon.
    let code = "\(referentiel.id)/\(theme.code)"
    if par == .theme {
      let axe = theme.axe ?? theme.points.lazy.compactMap(\.axe).first
      note(Sujet(code: code, axe: axe, intitule: theme.intitule))
    }
    for point in theme.points {
      note(point, point.axe ?? theme.axe, of: referentiel, as: par == .theme ? code : nil)
    }
  }

  private mutating func note(
    _ point: Referentiel.Point, _ axe: Axe?, of referentiel: Referentiel, as theme: String? = nil
  ) {
    let code = "\(referentiel.id):\(point.code)"
    let own = [code] + point.anciens.map { "\(referentiel.id):\($0)" }
    // What was joined by any code that the point has is joined.
    let joined = own.compactMap { lus[$0] }.first
    if theme == nil, joined == nil {
      note(Sujet(code: code, axe: axe ?? point.axe, intitule: point.intitule))
    }
    let read = theme ?? joined ?? code
    for name in own { lus[name] = read }
  }

  /// What a fact is counted as.
  package func cellules(_ fait: Fait) -> [Cellule] {
    [Cellule(lus[fait.sujet] ?? fait.sujet, fait.dit)]
  }

  /// What a text is counted as, which people joined to a sujet of its axis.
  package func cellules(_ texte: TexteDonne) -> [Cellule] {
    guard !parLettres.isEmpty, let statut = texte.statut else { return [] }
    let joined = parLettres[Ressemblance(texte.texte).lettres] ?? []
    return joined.filter { $0.axe == nil || $0.axe == texte.axe }.map {
      Cellule($0.code, statut.rawValue)
    }
  }

  /// The sujets with these codes: by axis, then in the order of the référentiels; those that nothing
  /// here knows last, by their codes.
  package func sujets(_ codes: Set<String>) -> [Sujet] {
    let order: (Axe?) -> Int = { axe in
      axe.flatMap { Axe.allCases.firstIndex(of: $0) } ?? Axe.allCases.count
    }
    return codes.map { code in
      connus[code] ?? (.max, Sujet(code: code, axe: nil, intitule: code))
    }.sorted { left, right in
      let (one, two) = (order(left.sujet.axe), order(right.sujet.axe))
      if one != two { return one < two }
      return left.rang == right.rang
        ? left.sujet.code.precedes(right.sujet.code) : left.rang < right.rang
    }.map(\.sujet)
  }
}

extension Fait {
  /// What is said, as people read it.
  package static func mot(_ dit: String) -> String { paroles[dit] ?? dit }

  private static let paroles = [
    "priorite": "priorité", "existe-oui": "existe", "existe-partielle": "existe en partie",
    "existe-non": "n’existe pas", "existe-non-concerne": "non concernée",
    "a-integrer": "à intégrer", "palier-vise": "palier visé", "palier-tenu": "palier tenu",
    "prevu": "prévu", "suivi": "suivi", "abandonnee": "abandonnée", "en-retard": "en retard",
    "a-renouveler": "à renouveler", "rapport-attendu": "rapport attendu", "1": "1re étape",
    "2": "2e étape", "3": "3e étape", "4": "4e étape",
  ]
}
